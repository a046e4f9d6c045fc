"""A check: one rule asked about one subject, with its answer and where on the papers it can be seen."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from models.records import Box, Record
from pipeline.programme import Severity

Status = Literal["pass", "flag", "cannot_tell", "not_applicable"]
Reason = Literal["unreadable", "missing_material", "not_on_form"]
Verdict = Literal["clear", "needs_review", "incomplete"]


class Evidence(Record):
    """A place on a paper: ``box`` in fractions of the upright page, ``text`` as printed."""

    file: str
    page: int
    box: Box
    text: str


class Compared(Record):
    """How two values were held against each other: their normal forms as values of ``kind``, and what that gave."""

    kind: str
    expected: str
    found: str
    reason: str


class Check(Record):
    """The contract's entry of report.json. Only a ``flag`` speaks against anyone; ``severity`` is what a flag of the rule weighs.
    ``expected`` is the form's value (or the rule's), ``found`` the paper's; ``reason`` is set for ``cannot_tell`` alone. Beyond
    the contract: how the two values were ``compared``, where they were."""

    rule: str
    status: Status
    severity: Severity
    subject: str
    message: str
    expected: str | None = None
    found: str | None = None
    score: float | None = None
    reason: Reason | None = None
    evidence: tuple[Evidence, ...] = ()
    clause: str = ""
    compared: Compared | None = None


def verdict(checks: Iterable[Check]) -> Verdict:
    """clear: no flag and nothing left open; incomplete: a required material is missing; needs_review: everything between."""
    listed = list(checks)
    if any(check.rule == "material.missing" and check.status == "flag" and check.severity == "blocking" for check in listed):
        return "incomplete"
    return "needs_review" if any(check.status in ("flag", "cannot_tell") for check in listed) else "clear"
