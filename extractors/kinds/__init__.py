"""Kinds of value: how a name, a number, a date … is found in print, made comparable, checked, repaired and compared."""

from __future__ import annotations

from extractors.kinds.account_number import ACCOUNT_NUMBER, looks_like_personal_card
from extractors.kinds.address import ADDRESS
from extractors.kinds.bank_code import BANK_CODE, BANKS, bank_code_valid, bank_of_code
from extractors.kinds.bank_name import BANK_NAME, bank_of_name, branch_of_name
from extractors.kinds.capital import CAPITAL, capital_amount
from extractors.kinds.certificate_number import CERTIFICATE_NUMBER, CertificateNumber, certificate_number_parts
from extractors.kinds.choices import CONTRACT_TYPE, GENDER, PATENT_TYPE, SECTION_LIST
from extractors.kinds.company import COMPANY
from extractors.kinds.date import DATE, TERM_END, DateRange, find_dates, find_range
from extractors.kinds.honour import HONOUR, honour_key
from extractors.kinds.id_number import ID_NUMBER, id_birthdate, id_check_character, id_gender, id_problem
from extractors.kinds.kind import Found, Kind
from extractors.kinds.occupation import OCCUPATION
from extractors.kinds.patent_number import PATENT_NUMBER, patent_check_character, patent_kind, patent_year
from extractors.kinds.person_name import PERSON_LIST, PERSON_NAME
from extractors.kinds.printed import PRINTED
from extractors.kinds.skill_level import LEVELS, SKILL_LEVEL, level_of_digit, level_rank
from extractors.kinds.text import TEXT
from extractors.kinds.uscc import USCC, organisation_check_character, uscc_check_character, uscc_problem

_ALL = (
    PERSON_NAME,
    PERSON_LIST,
    COMPANY,
    ADDRESS,
    ID_NUMBER,
    USCC,
    DATE,
    TERM_END,
    GENDER,
    OCCUPATION,
    SKILL_LEVEL,
    CERTIFICATE_NUMBER,
    PATENT_NUMBER,
    PATENT_TYPE,
    CONTRACT_TYPE,
    ACCOUNT_NUMBER,
    BANK_CODE,
    BANK_NAME,
    HONOUR,
    CAPITAL,
    SECTION_LIST,
    TEXT,
    *PRINTED,
)

KINDS: dict[str, Kind] = {one.name: one for one in _ALL}


def kind(name: str) -> Kind:
    """The kind called ``name``; KeyError for a name that no kind has (a misdeclared field fails at start-up)."""
    return KINDS[name]


__all__ = [
    "BANKS",
    "KINDS",
    "LEVELS",
    "CertificateNumber",
    "DateRange",
    "Found",
    "Kind",
    "bank_code_valid",
    "bank_of_code",
    "bank_of_name",
    "branch_of_name",
    "capital_amount",
    "certificate_number_parts",
    "find_dates",
    "find_range",
    "honour_key",
    "id_birthdate",
    "id_check_character",
    "id_gender",
    "id_problem",
    "kind",
    "level_of_digit",
    "level_rank",
    "looks_like_personal_card",
    "organisation_check_character",
    "patent_check_character",
    "patent_kind",
    "patent_year",
    "uscc_check_character",
    "uscc_problem",
]
