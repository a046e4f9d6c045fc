"""Kinds of value: how a name, a number, a date … is found in print, made comparable, checked, repaired and compared."""

from __future__ import annotations

from extractors.kinds.account_number import ACCOUNT_NUMBER, looks_like_personal_card
from extractors.kinds.bank_code import BANK_CODE, BANKS, bank_code_valid, bank_of_code
from extractors.kinds.certificate_number import CERTIFICATE_NUMBER, CertificateNumber, certificate_number_parts
from extractors.kinds.date import DATE, TERM_END, DateRange, find_dates, find_range
from extractors.kinds.id_number import ID_NUMBER, id_birthdate, id_check_character, id_gender, id_problem
from extractors.kinds.kind import Found, Kind
from extractors.kinds.patent_number import PATENT_NUMBER, patent_check_character, patent_kind, patent_year
from extractors.kinds.uscc import USCC, organisation_check_character, uscc_check_character, uscc_problem

_ALL = (ID_NUMBER, USCC, DATE, TERM_END, CERTIFICATE_NUMBER, PATENT_NUMBER, ACCOUNT_NUMBER, BANK_CODE)

KINDS: dict[str, Kind] = {one.name: one for one in _ALL}


def kind(name: str) -> Kind:
    """The kind called ``name``; KeyError for a name that no kind has (a misdeclared field fails at start-up)."""
    return KINDS[name]


__all__ = [
    "BANKS",
    "KINDS",
    "CertificateNumber",
    "DateRange",
    "Found",
    "Kind",
    "bank_code_valid",
    "bank_of_code",
    "certificate_number_parts",
    "find_dates",
    "find_range",
    "id_birthdate",
    "id_check_character",
    "id_gender",
    "id_problem",
    "kind",
    "looks_like_personal_card",
    "organisation_check_character",
    "patent_check_character",
    "patent_kind",
    "patent_year",
    "uscc_check_character",
    "uscc_problem",
]
