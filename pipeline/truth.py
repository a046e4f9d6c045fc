"""What is scored: a paper as it really is (truth.json) and as the report has it (report.json), as far as scoring looks at it."""

from __future__ import annotations

from typing import Any

from pydantic import ConfigDict, Field

from models.records import Record

Value = str | list[str] | None
"""A field's value in the contract's form."""


class Loaded(Record):
    """Part of a JSON file that others may extend."""

    model_config = ConfigDict(extra="ignore")


class TrueSeal(Loaded):
    page: int
    shape: str = ""
    name: str | None = None
    centre_text: str | None = None
    code: str | None = None


class TrueSignature(Loaded):
    page: int
    near: str = ""


class TrueDocument(Loaded):
    """One paper as it really is. ``quality``: how it was captured, e.g. scan · phone · poor."""

    file: str
    slot: str = ""
    type: str
    quality: str = ""
    person: str | None = None
    fields: dict[str, Value] = Field(default_factory=dict)
    seals: tuple[TrueSeal, ...] = ()
    signatures: tuple[TrueSignature, ...] = ()


class TrueFlag(Loaded):
    rule: str
    subject: str
    severity: str = ""


class Truth(Loaded):
    """truth.json. ``tolerated``: flags that a correct checker may or may not raise."""

    documents: tuple[TrueDocument, ...] = ()
    flags: tuple[TrueFlag, ...] = ()
    tolerated: tuple[TrueFlag, ...] = ()


class SeenField(Loaded):
    value: Value
    text: str = ""
    confidence: float = 0.0
    page: int = 0
    box: tuple[float, ...] = ()


class SeenDocument(Loaded):
    file: str
    slot: str = ""
    type: str
    person: str | None = None
    fields: dict[str, SeenField] = Field(default_factory=dict)
    seals: tuple[TrueSeal, ...] = ()
    signatures: tuple[TrueSignature, ...] = ()


class SeenEvidence(Loaded):
    file: str
    page: int = 0
    box: tuple[float, ...] = ()


class SeenCheck(Loaded):
    rule: str
    status: str
    severity: str
    subject: str
    found: Any = None
    evidence: tuple[SeenEvidence, ...] = ()


class Seen(Loaded):
    """The part of report.json that is scored."""

    application_id: str = ""
    documents: tuple[SeenDocument, ...] = ()
    checks: tuple[SeenCheck, ...] = ()
