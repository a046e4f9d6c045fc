"""Inconsistencies on request: an application without any in, one with the wanted ones and the flags they deserve out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from random import Random

from samples.defects import certificates, materials, people, unit
from samples.defects.case import Case
from samples.papers import Application

Defect = Callable[[Case], bool]

DEFECTS: dict[str, Defect] = {
    "material.missing": materials.missing,
    "material.wrong_type": materials.wrong_type,
    "material.unreadable": materials.truncated,
    "material.unsupported_format": materials.office_file,
    "material.not_colour": materials.grey,
    "material.duplicate": materials.duplicate,
    "material.seal_missing": materials.seal_missing,
    "material.seal_mismatch": materials.seal_of_another,
    "material.seal_wrong_kind": materials.seal_of_wrong_kind,
    "material.signature_missing": materials.unsigned,
    "material.template_altered": materials.promises_cut,
    "material.sections_missing": materials.sections_missing,
    "material.entry_unproved": unit.award_unproved,
    "identity.name_mismatch": people.name_differs,
    "identity.id_number_mismatch": people.id_number_differs,
    "identity.id_number_invalid": people.id_number_invalid,
    "identity.birthdate_mismatch": people.birthdate_differs,
    "identity.gender_mismatch": people.gender_differs,
    "unit.name_mismatch": unit.unit_name_differs,
    "unit.uscc_mismatch": unit.uscc_differs,
    "unit.uscc_invalid": unit.uscc_invalid,
    "unit.legal_representative_mismatch": unit.representative_differs,
    "unit.address_mismatch": unit.address_differs,
    "unit.outside_area": unit.outside_area,
    "unit.licence_expired": unit.licence_expired,
    "unit.kind_unsupported": unit.kind_unsupported,
    "unit.established_on_implausible": unit.founded_too_late,
    "certificate.level_mismatch": certificates.level_differs,
    "certificate.level_too_low": certificates.level_too_low,
    "certificate.number_mismatch": certificates.number_differs,
    "certificate.number_invalid": certificates.number_impossible,
    "certificate.number_level_conflict": certificates.number_contradicts_level,
    "certificate.number_year_conflict": certificates.number_contradicts_year,
    "certificate.occupation_mismatch": certificates.occupation_differs,
    "certificate.occupation_not_in_catalogue": certificates.occupation_unlisted,
    "certificate.issued_on_implausible": certificates.issued_in_future,
    "commitment.date_implausible": unit.committed_too_early,
    "contract.employer_mismatch": people.employer_differs,
    "contract.expired": people.contract_expired,
    "contract.not_started": people.contract_not_started,
    "contract.term_mismatch": people.term_differs,
    "contract.position_mismatch": people.position_differs,
    "contract.dispatched_worker": people.dispatched,
    "contract.dates_implausible": people.ends_before_it_starts,
    "leader.near_retirement": people.near_retirement,
    "leader.route_unsupported": unit.honour_not_listed,
    "leader.frontline_too_short": people.frontline_short,
    "leader.post_not_frontline": people.leader_at_a_desk,
    "leader.is_legal_representative": unit.leader_owns_the_unit,
    "team.too_small": people.team_too_small,
    "team.member_without_contract": people.member_without_contract,
    "team.duplicate_member": people.member_twice,
    "team.leader_counted": people.leader_counted,
    "team.contract_of_stranger": people.contract_of_stranger,
    "bank.account_name_mismatch": unit.account_name_differs,
    "bank.account_number_mismatch": unit.account_number_differs,
    "bank.bank_name_mismatch": unit.bank_differs,
    "bank.bank_code_invalid": unit.bank_code_invalid,
    "bank.bank_code_conflict": unit.bank_code_of_another,
    "award.recipient_mismatch": unit.award_recipient_differs,
    "award.honour_mismatch": unit.award_honour_differs,
    "award.honour_not_listed": unit.honour_not_listed,
    "patent.number_invalid": unit.patent_number_invalid,
    "patent.number_mismatch": unit.patent_number_differs,
    "patent.owner_mismatch": unit.patent_of_another,
    "patent.number_conflict": unit.patent_of_another_kind,
    "patent.inventor_mismatch": unit.patent_without_the_leader,
    "application.outside_window": unit.outside_window,
}

NEEDS_ROUTE = {
    "certificate.level_too_low": "catalogue_occupation",
    "certificate.occupation_not_in_catalogue": "catalogue_occupation",
    "leader.frontline_too_short": "non_catalogue_occupation",
    "leader.route_unsupported": "honour",
    "award.honour_not_listed": "honour",
    "award.honour_mismatch": "catalogue_occupation",
    "leader.near_retirement": "catalogue_occupation",
}
"""The route on which the rule bites (one of them, where several do)."""


class CannotSpoil(Exception):
    """The wanted inconsistencies do not go together in this application."""


def spoil(application: Application, rng: Random, *, rules: Sequence[str], more: int) -> None:
    """Brings in the named inconsistencies, and ``more`` that the seed chooses. Raises CannotSpoil."""
    case = Case(application, rng)
    for rule in rules:
        if not any(DEFECTS[rule](case) for _ in range(40)):
            raise CannotSpoil(f"{rule} cannot be brought into this application: try another seed, route or fewer at once")
    others = [rule for rule in DEFECTS if rule not in rules]
    rng.shuffle(others)
    brought = 0
    for rule in others:
        if brought == more:
            return
        brought += DEFECTS[rule](case)
