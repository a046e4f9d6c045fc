"""Inconsistencies of the uploads: missing, misplaced, repeated, grey, unsealed, unsigned, incomplete, broken."""

from __future__ import annotations

from samples.companies import invent_company_name, invent_seal
from samples.defects.case import Case, amend
from samples.papers import ALL_SECTIONS, Upload

SEALED = ("commitment_letter", "bank_account", "management_rules", "site_photos")
"""Slots that want the unit's own seal."""
TOUCHES = {
    "bank_account": ("bank_account", "bank"),
    "business_license": ("licence", "uscc"),
    "commitment_letter": ("commitment_letter",),
}
"""What nobody else may spoil when a second copy of the paper lies about."""
OPTIONAL = ("patent_certificate",)
REQUIRED = ("commitment_letter", "bank_account", "management_rules", "site_photos")


def missing(case: Case) -> bool:
    slot = case.rng.choice(REQUIRED + OPTIONAL)
    if slot in case.application.touched or not case.claim(slot, *_kept_by(slot)):
        return False
    case.application.uploads = [one for one in case.application.uploads if one.slot != slot]
    if slot == "patent_certificate":
        case.form["patents"] = []
    return case.flag("material.missing", slot, "attention" if slot in OPTIONAL else "blocking")


def _kept_by(slot: str) -> tuple[str, ...]:
    """The claims of defects that need the slot's papers."""
    return {"bank_account": ("bank",), "patent_certificate": ("patent",)}.get(slot, ())


def wrong_type(case: Case) -> bool:
    """A further file in the awards' slot which is no award: another paper once more, freshly scanned."""
    other = case.rng.choice(list(TOUCHES))
    if not case.uploads(other) or not case.claim("award_certificate:extra", *TOUCHES[other]):
        return False
    case.application.uploads.append(Upload("award_certificate", case.upload(other).facts))
    return case.flag("material.wrong_type", "award_certificate", "attention")


def duplicate(case: Case) -> bool:
    """The same file twice."""
    if not case.claim("award_certificate:extra"):
        return False
    original = case.rng.choice(case.uploads("award_certificate"))
    case.application.uploads.append(Upload(original.slot, original.facts, original.person, copy_of=original))
    return case.flag("material.duplicate", "award_certificate", "attention")


def grey(case: Case) -> bool:
    slot = case.rng.choice(("commitment_letter", "bank_account", "management_rules", "labor_contract"))
    if not case.uploads(slot) or not case.claim(slot):
        return False
    upload = case.rng.choice(case.uploads(slot))
    upload.grey = True
    return case.flag("material.not_colour", slot, "attention")


def seal_missing(case: Case) -> bool:
    slot = case.rng.choice((*SEALED, "labor_contract"))
    if not case.uploads(slot) or not case.claim(slot):
        return False
    if slot == "labor_contract":
        return _unsealed_contract(case)
    amend(case.upload(slot), seal=None)
    if slot == "bank_account":
        amend(case.upload(slot), bank_seal=None)
        case.upload(slot).layout = "template_table"
    return case.flag("material.seal_missing", slot, "blocking")


def _unsealed_contract(case: Case) -> bool:
    person = case.rng.choice(case.people)
    if not case.claim(f"contract:{person['name']}"):
        return False
    amend(case.contract(person), seal=None, name_seal=None)
    return case.flag("material.seal_missing", "labor_contract", "attention")


def seal_of_another(case: Case) -> bool:
    """Stamped by another company."""
    slot = case.rng.choice(SEALED)
    if not case.uploads(slot) or not case.claim(slot):
        return False
    upload = case.upload(slot)
    amend(upload, seal=invent_seal(case.rng, invent_company_name(case.rng, other_than=case.form["unit"]["name"])))
    upload.layout = {"bank_account": "template_table", "site_photos": "two_on_a_page"}.get(slot)
    return case.flag("material.seal_mismatch", slot, "attention")


def seal_of_wrong_kind(case: Case) -> bool:
    """Stamped by the unit, but with a seal that stands for it in some matters only."""
    slot = case.rng.choice(tuple(slot for slot in SEALED if slot != "bank_account"))
    if not case.uploads(slot) or not case.claim(slot):
        return False
    upload, kind = case.upload(slot), case.rng.choice(("合同专用章", "人事专用章", "财务专用章"))
    amend(upload, seal=invent_seal(case.rng, case.form["unit"]["name"], centre_text=kind))
    upload.layout = {"site_photos": "two_on_a_page"}.get(slot)
    return case.flag("material.seal_wrong_kind", slot, "attention")


def unsigned(case: Case) -> bool:
    """The commitment letter without its signature."""
    if not case.uploads("commitment_letter") or not case.claim("commitment_letter"):
        return False
    amend(case.upload("commitment_letter"), signed=False)
    return case.flag("material.signature_missing", "commitment_letter", "blocking")


def sections_missing(case: Case) -> bool:
    if not case.uploads("management_rules") or not case.claim("management_rules"):
        return False
    kept = set(case.rng.sample(ALL_SECTIONS, case.rng.choice((2, 3))))
    amend(case.upload("management_rules"), sections=tuple(name for name in ALL_SECTIONS if name in kept))
    return case.flag("material.sections_missing", "management_rules", "blocking")


def promises_cut(case: Case) -> bool:
    """A commitment letter that keeps only the first promise: nothing on truth or consequences."""
    if not case.uploads("commitment_letter") or not case.claim("commitment_letter"):
        return False
    upload = case.upload("commitment_letter")
    amend(upload, promises=1)
    return case.flag("material.template_altered", "commitment_letter", "attention")


def truncated(case: Case) -> bool:
    return _spoil(case, "truncated", "material.unreadable")


def office_file(case: Case) -> bool:
    return _spoil(case, "office", "material.unsupported_format")


def _spoil(case: Case, how: str, rule: str) -> bool:
    """Photographs that cannot be opened: nothing else hangs on them."""
    if not case.uploads("site_photos") or not case.claim("site_photos"):
        return False
    case.upload("site_photos").spoiled = "truncated" if how == "truncated" else "office"
    return case.flag(rule, "site_photos", "attention")
