"""What the extractors say: a field's value with where it was, how it was found and how sure that is."""

from __future__ import annotations

from typing import Literal

from models.records import Box, Record

DocumentType = Literal[
    "business_license",
    "commitment_letter",
    "bank_account",
    "skill_certificate",
    "award_certificate",
    "management_rules",
    "patent_certificate",
    "site_photos",
    "labor_contract",
    "unknown",
]

FieldValue = str | list[str] | None
"""A value in the contract's form: dates ISO 8601, numbers upper-case without spaces, lists for inventors and sections."""


class Field(Record):
    """A value read from a paper. ``value`` None: it is on the paper but could not be read (or says 长期 for a term).
    ``text`` is what was printed, before normalisation; ``method`` names the witness: layout, pattern, prose, seal, text_layer …;
    ``repaired`` is true when a check digit settled a misread character."""

    value: FieldValue
    text: str
    confidence: float
    page: int
    box: Box
    method: str
    repaired: bool = False


class Comparison(Record):
    """Two values of one kind held against each other.

    ``same`` · ``lookalike`` (differs by a known misreading or one character: for human attention) · ``different`` ·
    ``cannot_tell`` (one of them is missing or not readable). ``score`` is 0 … 1, 1 for the same; ``reason`` is a short
    Chinese sentence a reviewer can follow."""

    outcome: Literal["same", "lookalike", "different", "cannot_tell"]
    score: float
    reason: str
