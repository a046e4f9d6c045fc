"""Weighing: a stated value against what was read, with the reader's confidence in the scale. A smudge accuses nobody."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from extractors.kinds import kind
from extractors.kinds.comparison import similarity
from extractors.records import Comparison, Field
from pipeline.checks.check import Compared
from pipeline.documents import Document

READABLE = 0.75
"""Below this a value was not read (guessed)."""
CERTAIN = 0.9
"""From here on a difference may be held against someone (guessed; misreadings with a valid check digit do not occur)."""
LOOKALIKE_CERTAIN = 0.95
"""A glyph that is often misread needs more before its difference is reported at all (guessed)."""
FAR = 0.4
"""Two values that share fewer characters than this differ beyond any misreading, so READABLE suffices (guessed)."""

Outcome = Literal["same", "doubtful", "different", "unreadable", "absent"]


@dataclass(frozen=True)
class Weighed:
    """``same`` · ``doubtful`` (for a person) · ``different`` · ``unreadable`` · ``absent`` (not found on this paper)."""

    outcome: Outcome
    document: Document
    field: Field | None = None
    score: float | None = None
    reason: str = ""

    @property
    def found(self) -> str | None:
        """The paper's value as one text."""
        value = self.field.value if self.field else None
        return "、".join(value) if isinstance(value, list) else value


def weigh(document: Document, name: str, stated: str, kind_name: str) -> Weighed:
    """``stated`` against the document's field ``name``, compared as values of the kind."""
    field = document.fields.get(name)
    if field is None:
        return Weighed("absent", document)
    if field.value is None:
        return Weighed("unreadable", document, field)
    compared = kind(kind_name).compare(stated, field.value)
    return Weighed(_outcome(compared, stated, field, kind_name), document, field, compared.score, compared.reason)


def weigh_any(document: Document, name: str, stated: Sequence[str], kind_name: str) -> Weighed:
    """The best of several values, any of which is right."""
    order: tuple[Outcome, ...] = ("same", "unreadable", "doubtful", "different", "absent")
    return min((weigh(document, name, one, kind_name) for one in stated), key=lambda one: order.index(one.outcome))


def _outcome(compared: Comparison, stated: str, field: Field, kind_name: str) -> Outcome:
    if compared.outcome == "same":
        return "same"
    if compared.outcome == "cannot_tell" or field.confidence < READABLE or field.repaired or _is_cut(stated, field, kind_name):
        return "unreadable"
    if compared.outcome == "lookalike":
        return "doubtful" if field.confidence >= LOOKALIKE_CERTAIN else "unreadable"
    if field.confidence >= CERTAIN:
        return "doubtful" if _fails_its_check(field, kind_name) else "different"
    far = isinstance(field.value, str) and similarity(stated, field.value) < FAR
    return "different" if far and not _fails_its_check(field, kind_name) else "unreadable"


def held_against(kind_name: str, expected: str | None, found: str | None, reason: str | None = None) -> Compared | None:
    """How two values were compared, for a person to repeat; None where one is missing. ``reason``: what decided, where that was
    not the kind's own comparison."""
    if not expected or not found:
        return None
    by_kind = kind(kind_name)
    why = by_kind.compare(expected, found).reason if reason is None else reason
    return Compared(kind=kind_name, expected=by_kind.normalise(expected), found=by_kind.normalise(found), reason=why)


NUMBERS = ("account_number", "bank_code", "certificate_number", "id_number", "patent_number", "uscc")
WHOLE_NAME = re.compile("(公司|集团|[厂店所社行院校馆会]|中心|学校|大学|分部|总部|企业|工作室|合伙）|合伙\\))$")


def _is_cut(stated: str, field: Field, kind_name: str) -> bool:
    """A reading that lost its end, or ran on into its neighbour: a number within the other, or a firm's name or an address that
    stops short of its end. No two numbers in use lie within each other; a firm's whole name within another's is another firm."""
    printed = kind(kind_name).normalise(field.value) if isinstance(field.value, str) else ""
    wanted = kind(kind_name).normalise(stated)
    if len(printed) < 4 or printed == wanted:
        return False
    if kind_name in NUMBERS:
        return printed in wanted or wanted in printed
    return printed in wanted and (kind_name == "address" or (kind_name == "company" and not WHOLE_NAME.search(printed)))


def _fails_its_check(field: Field, kind_name: str) -> bool:
    """A printed number whose check digit is wrong is more often misread than false: it is for a person, never blocking."""
    return isinstance(field.value, str) and kind(kind_name).valid(field.value) is False


def settle(weighed: Iterable[Weighed], *, every: bool = False) -> Weighed | None:
    """One answer of several papers: ``every`` paper must agree, else one that agrees is enough. None without papers.

    A paper that does not show the field says nothing beside one that does; one that could not be read may be the one that
    agrees, so it goes before a difference unless every paper must agree."""
    order: tuple[Outcome, ...] = ("same", "unreadable", "doubtful", "different", "absent")
    if every:
        order = ("different", "doubtful", "same", "unreadable", "absent")
    return min(weighed, key=lambda one: (order.index(one.outcome), -(one.score or 0)), default=None)


def readable(document: Document, name: str) -> Field | None:
    """The field when its value was read well enough to be used, else None."""
    field = document.fields.get(name)
    usable = field is not None and field.value is not None and field.confidence >= READABLE
    return field if usable else None


def certain(document: Document, name: str) -> Field | None:
    """The field when its value was read well enough to be held against someone, else None."""
    field = readable(document, name)
    return field if field and field.confidence >= CERTAIN and not field.repaired else None


def day_of(field: Field | None) -> date | None:
    """The field's value when it is a whole day of the calendar."""
    value = text_of(field) or ""
    try:
        return date.fromisoformat(value) if len(value) == 10 else None
    except ValueError:
        return None


def text_of(field: Field | None) -> str | None:
    """The field's value when it is one text."""
    return field.value if field and isinstance(field.value, str) else None
