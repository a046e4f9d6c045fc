"""What a paper says, before it is drawn: a record of facts per document type that knows its truth in the contract's form."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal

from samples.seals import Seal

Value = str | list[str] | None

GENDERS = {"male": "男", "female": "女"}


def as_recorded(text: str) -> str:
    """The contract's form of print: no spaces, full-width brackets."""
    return "".join(text.split()).replace("(", "（").replace(")", "）")


@dataclass(frozen=True)
class Licence:
    kind: str
    company_name: str
    uscc: str
    company_type: str
    legal_representative: str
    registered_capital: str
    established_on: date
    term_to: date | None
    address: str
    business_scope: str
    registration_authority: str
    issued_on: date
    seal: Seal | None

    def truth(self) -> dict[str, Value]:
        return {
            "company_name": as_recorded(self.company_name),
            "uscc": self.uscc,
            "company_type": as_recorded(self.company_type),
            "legal_representative": self.legal_representative,
            "registered_capital": as_recorded(self.registered_capital),
            "established_on": self.established_on.isoformat(),
            "term_to": self.term_to.isoformat() if self.term_to else None,
            "address": as_recorded(self.address),
            "business_scope": as_recorded(self.business_scope),
            "registration_authority": as_recorded(self.registration_authority),
            "issued_on": self.issued_on.isoformat(),
        }


@dataclass(frozen=True)
class Certificate:
    """``family``: new (职业技能等级证书) or old (国家职业资格证书). ``work_type`` None prints as ``--``."""

    family: Literal["new", "old"]
    holder_name: str
    gender: str
    birthdate: date
    id_number: str
    occupation: str
    work_type: str | None
    skill_level: str
    certificate_number: str
    issued_on: date
    issuer: str
    seal: Seal | None

    def truth(self) -> dict[str, Value]:
        values: dict[str, Value] = {
            "holder_name": self.holder_name,
            "gender": self.gender,
            "birthdate": self.birthdate.isoformat(),
            "id_number": self.id_number,
            "occupation": as_recorded(self.occupation),
            "work_type": as_recorded(self.work_type) if self.work_type else None,
            "skill_level": self.skill_level,
            "certificate_number": self.certificate_number,
            "issued_on": self.issued_on.isoformat(),
            "issuer": as_recorded(self.issuer),
        }
        return values if self.work_type else {name: value for name, value in values.items() if name != "work_type"}


@dataclass(frozen=True)
class LaborContract:
    employer_name: str
    employer_uscc: str
    legal_representative: str
    employer_address: str
    employee_name: str
    gender: str
    id_number: str
    home_address: str
    phone: str
    contract_type: str
    starts_on: date
    ends_on: date | None
    position: str
    work_place: str
    monthly_pay: int
    signed_on: date
    seal: Seal | None
    name_seal: Seal | None = None
    dispatched_to: str | None = None
    signed: bool = True

    def truth(self) -> dict[str, Value]:
        values: dict[str, Value] = {
            "employer_name": as_recorded(self.employer_name),
            "employer_uscc": self.employer_uscc,
            "employee_name": self.employee_name,
            "id_number": self.id_number,
            "contract_type": self.contract_type,
            "starts_on": self.starts_on.isoformat(),
            "position": as_recorded(self.position),
            "signed_on": self.signed_on.isoformat(),
        }
        return values | ({"ends_on": self.ends_on.isoformat()} if self.ends_on else {})


@dataclass(frozen=True)
class Award:
    recipient_name: str
    honour: str
    issuer: str
    awarded_on: date
    certificate_number: str | None
    seal: Seal | None

    def truth(self) -> dict[str, Value]:
        values: dict[str, Value] = {
            "recipient_name": self.recipient_name,
            "honour": as_recorded(self.honour),
            "issuer": as_recorded(self.issuer),
            "awarded_on": self.awarded_on.isoformat(),
        }
        return values | ({"certificate_number": as_recorded(self.certificate_number)} if self.certificate_number else {})


@dataclass(frozen=True)
class Patent:
    patent_title: str
    patent_type: str
    inventors: tuple[str, ...]
    patent_number: str
    applied_on: date
    patentee: str
    granted_on: date
    address: str
    serial: str
    announcement: str
    seal: Seal | None

    def truth(self) -> dict[str, Value]:
        return {
            "patent_title": as_recorded(self.patent_title),
            "patent_type": self.patent_type,
            "inventors": list(self.inventors),
            "patent_number": self.patent_number,
            "applied_on": self.applied_on.isoformat(),
            "patentee": as_recorded(self.patentee),
            "granted_on": self.granted_on.isoformat(),
        }


@dataclass(frozen=True)
class BankAccount:
    account_name: str
    uscc: str
    legal_representative: str
    account_number: str
    bank_name: str
    bank_code: str
    permit_number: str
    contact: str
    phone: str
    filled_on: date
    seal: Seal | None
    bank_seal: Seal | None

    def truth(self) -> dict[str, Value]:
        return {
            "account_name": as_recorded(self.account_name),
            "account_number": self.account_number,
            "bank_name": as_recorded(self.bank_name),
            "bank_code": self.bank_code,
        }


@dataclass(frozen=True)
class Commitment:
    company_name: str
    uscc: str
    legal_representative: str
    committed_on: date
    seal: Seal | None
    signed: bool = True
    promises: int | None = None
    """How many of the promises are left; None: all."""

    def truth(self) -> dict[str, Value]:
        return {"company_name": as_recorded(self.company_name), "committed_on": self.committed_on.isoformat()}


ALL_SECTIONS = ("leader_duties", "funds", "archives", "work_rules")


@dataclass(frozen=True)
class Rules:
    company_name: str
    leader: str
    studio: str
    issued_on: date
    seal: Seal | None
    sections: tuple[str, ...] = ALL_SECTIONS

    def truth(self) -> dict[str, Value]:
        return {"company_name": as_recorded(self.company_name), "sections": list(self.sections)}


@dataclass(frozen=True)
class SitePhotos:
    company_name: str
    studio: str
    taken_on: date
    seal: Seal | None

    def truth(self) -> dict[str, Value]:
        return {"company_name": as_recorded(self.company_name)}


Facts = Licence | Certificate | LaborContract | Award | Patent | BankAccount | Commitment | Rules | SitePhotos

TYPES: dict[type, str] = {
    Licence: "business_license",
    Certificate: "skill_certificate",
    LaborContract: "labor_contract",
    Award: "award_certificate",
    Patent: "patent_certificate",
    BankAccount: "bank_account",
    Commitment: "commitment_letter",
    Rules: "management_rules",
    SitePhotos: "site_photos",
}


@dataclass
class Upload:
    """One file of the application to be drawn. ``copy_of``: byte for byte the same as that upload's file.
    ``grey``: scanned without colour. ``spoiled``: how the finished file is broken, if it is."""

    slot: str
    facts: Facts
    person: str | None = None
    copy_of: Upload | None = None
    grey: bool = False
    spoiled: Literal["truncated", "office"] | None = None
    layout: str | None = None


@dataclass(frozen=True)
class Flag:
    """What a correct checker says of the application. ``required`` False: it may, and is neither right nor wrong for it."""

    rule: str
    subject: str
    severity: str
    required: bool = True


@dataclass
class Application:
    """A form, the uploads that go with it, and the flags that a correct checker raises. Defects change it in place."""

    form: dict[str, Any]
    uploads: list[Upload] = field(default_factory=list)
    flags: list[Flag] = field(default_factory=list)
    touched: set[str] = field(default_factory=set)
    """What a defect has changed already, so that no other spoils the same thing."""
