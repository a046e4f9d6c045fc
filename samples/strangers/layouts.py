"""Which layouts there are, and to whom they are shown: a table, one line per layout.

Group ``a`` may be looked at by those who mend the reader. Each of the others was drawn for a trial at first sight and has
been looked at since (samples/README.md). ``c`` to ``f`` have folders of their own.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from samples.papers import TYPES, Award, Certificate, Facts, LaborContract, Licence, Patent


def _any(_: Facts) -> bool:
    return True


@dataclass(frozen=True)
class Layout:
    """A macro of its ``template``. ``born``: paper, or a file that never was paper (pdf with text, a screen)."""

    type: str
    name: str
    group: str
    fits: Callable[[Facts], bool] = _any
    born: str = "paper"

    @property
    def template(self) -> str:
        """A path under ``templates/``."""
        folder = f"{self.group}/" if self.group not in ("a", "b") else ""
        return f"{folder}{self.type}.html.j2"


def _enterprise(facts: Facts) -> bool:
    return isinstance(facts, Licence) and facts.kind == "enterprise"


def _upright_years(facts: Facts) -> bool:
    return _enterprise(facts) and isinstance(facts, Licence) and facts.issued_on.year <= 2020


def _institution(facts: Facts) -> bool:
    return isinstance(facts, Licence) and facts.kind == "institution"


def _association(facts: Facts) -> bool:
    return isinstance(facts, Licence) and facts.kind in ("association", "service")


def _new(facts: Facts) -> bool:
    return isinstance(facts, Certificate) and facts.family == "new"


def _own(facts: Facts) -> bool:
    return isinstance(facts, Certificate) and facts.certificate_number.startswith("Y")


def _old(facts: Facts) -> bool:
    return isinstance(facts, Certificate) and facts.family == "old"


def _allowance(facts: Facts) -> bool:
    return isinstance(facts, Award) and facts.honour.endswith("津贴")


def _honour(facts: Facts) -> bool:
    return not _allowance(facts)


def _contest(facts: Facts) -> bool:
    return isinstance(facts, Award) and any(word in facts.honour for word in ("大赛", "比武"))


def _early(facts: Facts) -> bool:
    return isinstance(facts, Patent) and facts.granted_on.year <= 2020


def _late(facts: Facts) -> bool:
    return isinstance(facts, Patent) and facts.granted_on.year > 2020


def _until_2018(facts: Facts) -> bool:
    return isinstance(facts, Patent) and facts.granted_on.year <= 2018


def _from_2018_to_2022(facts: Facts) -> bool:
    return isinstance(facts, Patent) and 2018 <= facts.granted_on.year <= 2022


def _since_2023(facts: Facts) -> bool:
    return isinstance(facts, Patent) and facts.granted_on.year > 2022


def _renewed(facts: Facts) -> bool:
    return isinstance(facts, LaborContract) and facts.contract_type != "task"


LAYOUTS = (
    Layout("business_license", "landscape_original", "a", _enterprise),
    Layout("business_license", "portrait_duplicate", "a", _enterprise),
    Layout("business_license", "on_screen", "a", _enterprise, born="screen"),
    Layout("business_license", "landscape_duplicate", "b", _enterprise),
    Layout("business_license", "portrait_original", "b", _enterprise),
    Layout("business_license", "electronic", "b", _enterprise, born="pdf"),
    Layout("business_license", "institution_portrait", "a", _institution),
    Layout("business_license", "institution_landscape", "b", _institution),
    Layout("business_license", "association_portrait", "b", _association),
    Layout("business_license", "association_landscape", "a", _association),
    Layout("skill_certificate", "portrait_plain", "a", _new),
    Layout("skill_certificate", "landscape_bilingual", "a", _new),
    Layout("skill_certificate", "electronic", "a", _new, born="pdf"),
    Layout("skill_certificate", "landscape_table", "b", _new),
    Layout("skill_certificate", "portrait_stacked", "b", _new),
    Layout("skill_certificate", "electronic_landscape", "b", _new, born="pdf"),
    Layout("skill_certificate", "booklet_spread", "a", _old),
    Layout("skill_certificate", "old_single", "a", _old),
    Layout("skill_certificate", "booklet_upright", "b", _old),
    Layout("skill_certificate", "cover_and_sheet", "b", _old),
    Layout("labor_contract", "model_2019", "a"),
    Layout("labor_contract", "own_clauses", "a"),
    Layout("labor_contract", "short_two_pages", "a"),
    Layout("labor_contract", "all_tables", "a"),
    Layout("labor_contract", "bureau", "b"),
    Layout("labor_contract", "own_tabular", "b"),
    Layout("labor_contract", "short_letter", "b"),
    Layout("labor_contract", "handfilled", "b"),
    Layout("award_certificate", "honour_landscape", "a"),
    Layout("award_certificate", "red_head", "a"),
    Layout("award_certificate", "portrait", "a"),
    Layout("award_certificate", "allowance", "a", _allowance),
    Layout("award_certificate", "prize_lines", "b"),
    Layout("award_certificate", "red_head_table", "b"),
    Layout("award_certificate", "plaque", "b"),
    Layout("award_certificate", "folder_spread", "b"),
    Layout("patent_certificate", "old_portrait", "a"),
    Layout("patent_certificate", "two_pages", "a"),
    Layout("patent_certificate", "electronic", "a", born="pdf"),
    Layout("patent_certificate", "centred", "b"),
    Layout("patent_certificate", "barcoded", "b"),
    Layout("patent_certificate", "electronic_framed", "b", born="pdf"),
    Layout("bank_account", "template_table", "a"),
    Layout("bank_account", "basic_information", "a"),
    Layout("bank_account", "invoice_sheet", "a"),
    Layout("bank_account", "template_lines", "b"),
    Layout("bank_account", "permit", "b"),
    Layout("bank_account", "bank_letter", "b"),
    Layout("commitment_letter", "numbered", "a"),
    Layout("commitment_letter", "boxed", "a"),
    Layout("commitment_letter", "letter", "b"),
    Layout("commitment_letter", "two_pages", "b"),
    Layout("management_rules", "red_head", "a"),
    Layout("management_rules", "posters", "a"),
    Layout("management_rules", "chapters", "b"),
    Layout("management_rules", "booklet", "b"),
    Layout("site_photos", "one_photo", "a"),
    Layout("site_photos", "stamped_print", "a"),
    Layout("site_photos", "grid", "b"),
    Layout("site_photos", "two_photos", "b"),
    Layout("business_license", "three_in_one", "c", _enterprise),
    Layout("business_license", "printed_from_the_web", "c", _enterprise, born="pdf"),
    Layout("business_license", "framed_on_the_wall", "c", _enterprise),
    Layout("business_license", "institution_spread", "c", _institution),
    Layout("business_license", "association_lines", "c", _association),
    Layout("skill_certificate", "in_one_sentence", "c", _new),
    Layout("skill_certificate", "two_halves", "c", _new, born="pdf"),
    Layout("skill_certificate", "query_printout", "c", _new, born="pdf"),
    Layout("skill_certificate", "booklet_top_down", "c", _old),
    Layout("skill_certificate", "old_sheet", "c", _old),
    Layout("labor_contract", "company_chapters", "c"),
    Layout("labor_contract", "renewal_sheet", "c", _renewed),
    Layout("labor_contract", "bilingual_columns", "c"),
    Layout("labor_contract", "signed_online", "c", born="pdf"),
    Layout("award_certificate", "praise_sheet", "c", _honour),
    Layout("award_certificate", "decision_on_one", "c"),
    Layout("award_certificate", "wooden_plaque", "c", _honour),
    Layout("award_certificate", "with_photo", "c", _honour),
    Layout("patent_certificate", "classic", "c", _early),
    Layout("patent_certificate", "electronic_left", "c", _late, born="pdf"),
    Layout("patent_certificate", "open_folder", "c"),
    Layout("bank_account", "receipt", "c", born="pdf"),
    Layout("bank_account", "online_account", "c", born="screen"),
    Layout("bank_account", "filled_by_hand", "c"),
    Layout("commitment_letter", "dated_by_hand", "c"),
    Layout("commitment_letter", "unit_first", "c"),
    Layout("management_rules", "controlled_document", "c"),
    Layout("management_rules", "one_sheet", "c"),
    Layout("site_photos", "gate_plate", "c"),
    Layout("site_photos", "photo_strip", "c"),
    Layout("business_license", "original_2019", "d", _enterprise),
    Layout("business_license", "duplicate_upright", "d", _upright_years),
    Layout("business_license", "duplicate_2022", "d", _enterprise),
    Layout("business_license", "electronic_sheet", "d", _enterprise, born="pdf"),
    Layout("business_license", "institution_original", "d", _institution),
    Layout("business_license", "association_upright", "d", _association),
    Layout("skill_certificate", "national_landscape", "d", _new),
    Layout("skill_certificate", "national_upright", "d", _new),
    Layout("skill_certificate", "own_evaluation", "d", _own),
    Layout("skill_certificate", "booklet_sheet", "d", _old),
    Layout("skill_certificate", "booklet_open", "d", _old),
    Layout("labor_contract", "beijing_book", "d"),
    Layout("labor_contract", "company_numbered", "d"),
    Layout("labor_contract", "general_filled", "d"),
    Layout("labor_contract", "folded_sheet", "d"),
    Layout("award_certificate", "opened_upwards", "d"),
    Layout("award_certificate", "citation_sheet", "d"),
    Layout("award_certificate", "list_notice", "d"),
    Layout("patent_certificate", "flower_border", "d", _until_2018),
    Layout("patent_certificate", "sheet_2018", "d", _from_2018_to_2022),
    Layout("patent_certificate", "electronic_2023", "d", _since_2023, born="pdf"),
    Layout("bank_account", "permit_2005", "d"),
    Layout("bank_account", "deposit_information", "d"),
    Layout("bank_account", "information_form", "d"),
    Layout("bank_account", "counter_confirmation", "d"),
    Layout("commitment_letter", "bureau_form", "d"),
    Layout("commitment_letter", "credit_promise", "d"),
    Layout("management_rules", "issued_notice", "d"),
    Layout("management_rules", "four_rules", "d"),
    Layout("management_rules", "compilation", "d"),
    Layout("site_photos", "rooms_with_captions", "d"),
    Layout("site_photos", "watermark_camera", "d"),
    Layout("business_license", "duplicate_2019", "e", _enterprise),
    Layout("business_license", "copied_on_a4", "e", _enterprise),
    Layout("business_license", "original_2014", "e", _upright_years),
    Layout("business_license", "electronic_copy", "e", _enterprise, born="pdf"),
    Layout("business_license", "institution_duplicate", "e", _institution),
    Layout("business_license", "association_original", "e", _association),
    Layout("skill_certificate", "photo_on_the_right", "e", _new),
    Layout("skill_certificate", "electronic_upright", "e", _new, born="pdf"),
    Layout("skill_certificate", "employer_upright", "e", _own),
    Layout("skill_certificate", "booklet_pages", "e", _old),
    Layout("skill_certificate", "qualification_sheet", "e", _old),
    Layout("labor_contract", "coastal_model", "e"),
    Layout("labor_contract", "ticked_model", "e"),
    Layout("labor_contract", "appointment", "e"),
    Layout("labor_contract", "summary_first", "e"),
    Layout("labor_contract", "electronic_contract", "e", born="pdf"),
    Layout("award_certificate", "comrade_certificate", "e"),
    Layout("award_certificate", "upright_merit", "e", _honour),
    Layout("award_certificate", "commending_decision", "e"),
    Layout("award_certificate", "contest_certificate", "e", _contest),
    Layout("award_certificate", "allowance_booklet", "e", _allowance),
    Layout("patent_certificate", "sheet_2013", "e", _until_2018),
    Layout("patent_certificate", "sheet_2020", "e", _from_2018_to_2022),
    Layout("patent_certificate", "electronic_2024", "e", _since_2023, born="pdf"),
    Layout("bank_account", "basic_deposit_copy", "e"),
    Layout("bank_account", "receiving_account", "e"),
    Layout("bank_account", "reserved_seals", "e"),
    Layout("commitment_letter", "attached_promise", "e"),
    Layout("commitment_letter", "truthfulness", "e"),
    Layout("commitment_letter", "integrity_sheet", "e"),
    Layout("management_rules", "trial_measures", "e"),
    Layout("management_rules", "sealed_sheets", "e"),
    Layout("management_rules", "decimal_clauses", "e"),
    Layout("site_photos", "photo_table", "e"),
    Layout("site_photos", "one_a_page", "e"),
    Layout("business_license", "original_across", "f", _enterprise),
    Layout("business_license", "duplicate_across", "f", _enterprise),
    Layout("business_license", "upright_before_2019", "f", _upright_years),
    Layout("business_license", "telephone_view", "f", _enterprise, born="screen"),
    Layout("business_license", "institution_across", "f", _institution),
    Layout("business_license", "association_across", "f", _association),
    Layout("skill_certificate", "photo_in_the_middle", "f", _new),
    Layout("skill_certificate", "title_down_the_side", "f", _new, born="pdf"),
    Layout("skill_certificate", "employer_table", "f", _new),
    Layout("skill_certificate", "booklet_across", "f", _old),
    Layout("skill_certificate", "booklet_sentence", "f", _old),
    Layout("labor_contract", "ministry_general", "f"),
    Layout("labor_contract", "beijing_by_term", "f"),
    Layout("labor_contract", "word_processor", "f"),
    Layout("labor_contract", "facts_then_terms", "f"),
    Layout("award_certificate", "folder_across", "f"),
    Layout("award_certificate", "brass_plate", "f", _honour),
    Layout("award_certificate", "decision_with_list", "f"),
    Layout("award_certificate", "honour_large", "f", _honour),
    Layout("award_certificate", "allowance_leaf", "f", _allowance),
    Layout("patent_certificate", "sheet_before_2018", "f", _until_2018),
    Layout("patent_certificate", "sheet_with_continuation", "f", _from_2018_to_2022),
    Layout("patent_certificate", "electronic_since_2023", "f", _since_2023, born="pdf"),
    Layout("patent_certificate", "copied_into_the_file", "f", _early),
    Layout("bank_account", "permit_on_green", "f"),
    Layout("bank_account", "deposit_account_sheet", "f"),
    Layout("bank_account", "statement_of_account", "f"),
    Layout("bank_account", "account_form", "f"),
    Layout("commitment_letter", "facts_in_a_table", "f"),
    Layout("commitment_letter", "to_the_centre", "f"),
    Layout("commitment_letter", "blanks_in_the_template", "f"),
    Layout("management_rules", "bound_with_cover", "f"),
    Layout("management_rules", "quality_system", "f"),
    Layout("management_rules", "boards_on_one_sheet", "f"),
    Layout("site_photos", "log_with_places", "f"),
    Layout("site_photos", "slides", "f"),
    Layout("site_photos", "frame_with_time", "f"),
)
GROUPS = ("a", "b", "c", "d", "e", "f", "all")
"""``all``: the two that may be looked at, a and b."""


def layouts_for(facts: Facts, group: str) -> list[Layout]:
    """The group's layouts that can show the facts; never empty."""
    groups = ("a", "b") if group == "all" else (group,)
    return [one for one in LAYOUTS if one.type == TYPES[type(facts)] and one.group in groups and one.fits(facts)]
