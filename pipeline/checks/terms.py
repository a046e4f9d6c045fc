"""Terms of contracts: what a paper or the form says of beginning and end, and whether that covers a day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from extractors.records import Field
from pipeline.checks.unit import ENDLESS
from pipeline.checks.weighing import day_of, readable, text_of
from pipeline.documents import Document
from pipeline.form import Contract

InForce = Literal["yes", "no", "unknown"]


@dataclass(frozen=True)
class Term:
    """A contract's term as printed. ``ends`` None with ``endless`` False: it could not be read, or a task ends it."""

    paper: Document
    starts: date | None
    ends: date | None
    endless: bool
    task: bool
    confidence: float

    @property
    def known(self) -> bool:
        return self.starts is not None and (self.ends is not None or self.endless)

    @property
    def shown(self) -> str:
        last = "无固定期限" if self.endless else "工作任务完成" if self.task else _day(self.ends)
        return f"{_day(self.starts)}至{last}"

    def holds(self, day: date) -> InForce:
        """Whether the contract covers ``day``. A task may have ended: nobody can tell from the paper."""
        if (self.starts and day < self.starts) or (self.ends and self.ends < day):
            return "no"
        return "yes" if self.known else "unknown"


def term_of(paper: Document) -> Term | None:
    """The paper's term; None when it shows none at all, as a contract's inner pages do when filed apart."""
    if not {"starts_on", "ends_on", "contract_type"} & set(paper.fields):
        return None
    starts, ends, sort = readable(paper, "starts_on"), readable(paper, "ends_on"), text_of(readable(paper, "contract_type"))
    return Term(
        paper=paper,
        starts=day_of(starts),
        ends=None if sort == "open_ended" else day_of(ends),
        endless=sort == "open_ended" or _says_endless(paper.fields.get("ends_on")),
        task=sort == "task",
        confidence=min((field.confidence for field in (starts, ends) if field), default=0.0),
    )


def _says_endless(field: Field | None) -> bool:
    return field is not None and field.value is None and bool(ENDLESS.search(field.text))


def _day(day: date | None) -> str:
    return day.isoformat() if day else "（未读出）"


def stated_term(stated: Contract | None) -> Term | None:
    """The form's own term, as if it stood on a paper."""
    if stated is None:
        return None
    return Term(Document(file=""), stated.starts_on, stated.ends_on, stated.open_ended, task=False, confidence=1.0)


def in_force(terms: Sequence[Term], day: date) -> InForce:
    """Over all contracts and renewals of a person: one that covers the day is enough."""
    answers = [term.holds(day) for term in terms]
    if "yes" in answers:
        return "yes"
    return "unknown" if "unknown" in answers or not answers else "no"


def has_ended(terms: Sequence[Term], day: date) -> bool | None:
    state = in_force(terms, day)
    return None if state == "unknown" else state == "no" and any(term.ends and term.ends < day for term in terms)


def has_not_begun(terms: Sequence[Term], day: date) -> bool | None:
    starts = [term.starts for term in terms]
    if any(start and start <= day for start in starts):
        return False
    return None if None in starts or not starts else True


def shown_term(stated: Contract) -> str:
    """The stated term in words; a part that is not stated is left out."""
    ends = "无固定期限" if stated.open_ended else stated.ends_on.isoformat() if stated.ends_on else "（未填写）"
    return f"{stated.starts_on.isoformat() if stated.starts_on else '（未填写）'}至{ends}"


def agrees(stated: Contract, term: Term) -> bool | None:
    """None: a part that is stated could not be read. A task has no day of its own to compare."""
    parts = [None if term.starts is None else stated.starts_on == term.starts] if stated.starts_on else []
    if stated.open_ended:
        parts.append(None if term.ends is None and not term.endless and not term.task else term.ends is None)
    elif stated.ends_on and not term.task:
        parts.append(False if term.endless else None if term.ends is None else stated.ends_on == term.ends)
    if False in parts:
        return False
    return None if None in parts else True


def chained(terms: Sequence[Term]) -> tuple[Term, ...]:
    """Several contracts as one: from the first start to the last end."""
    known = [term for term in terms if term.known]
    if len(known) < 2:
        return ()
    first, last = min(known, key=lambda term: term.starts or date.max), max(known, key=lambda term: term.ends or date.max)
    return (Term(first.paper, first.starts, last.ends, last.endless, task=False, confidence=last.confidence),)
