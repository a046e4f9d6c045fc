"""A question: a rule of the programme put to one subject; its answers are checks."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from extractors.records import Field
from pipeline.checks.check import Check, Evidence, Reason, Status
from pipeline.documents import Document
from pipeline.programme import Severity


@dataclass(frozen=True)
class Question:
    """``severity`` when a flag is certain, ``doubt`` when it is for a person to settle."""

    rule: str
    subject: str
    severity: Severity
    doubt: Severity
    clause: str

    def passes(self, message: str, **details: object) -> Check:
        return self._answer("pass", message, self.severity, details)

    def flags(self, message: str, **details: object) -> Check:
        return self._answer("flag", message, self.severity, details)

    def doubts(self, message: str, **details: object) -> Check:
        """A flag for a person to settle: look-alike characters, mixed answers."""
        return self._answer("flag", message, self.doubt, details)

    def informs(self, message: str, **details: object) -> Check:
        """A flag that decides nothing."""
        return self._answer("flag", message, "info", details)

    def cannot_tell(self, reason: Reason, message: str, **details: object) -> Check:
        return self._answer("cannot_tell", message, self.severity, {"reason": reason, **details})

    def not_applicable(self, message: str) -> Check:
        return self._answer("not_applicable", message, self.severity, {})

    def _answer(self, status: Status, message: str, severity: Severity, details: dict[str, object]) -> Check:
        known = {
            "rule": self.rule,
            "status": status,
            "severity": severity,
            "subject": self.subject,
            "message": message,
            "clause": self.clause,
        }
        return Check.model_validate({**known, **details})


def place(document: Document, field: Field | None) -> tuple[Evidence, ...]:
    """Where the field was read; nothing when it is not on the paper."""
    if field is None:
        return ()
    return (Evidence(file=document.file, page=field.page, box=field.box, text=field.text),)


def places(found: Iterable[tuple[Document, Field | None]]) -> tuple[Evidence, ...]:
    return tuple(one for document, field in found for one in place(document, field))
