"""The shape of a document type's declaration: what gives it away, and its fields with the ways to find each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from extractors.records import DocumentType

if TYPE_CHECKING:
    from extractors.paper import Candidate, Paper

Finder = Callable[["Paper"], Iterable["Candidate"]]
"""A way of finding a field that labels and patterns cannot say: it looks at the whole paper."""


def first_of(finders: Sequence[Finder]) -> Finder:
    """The first finder that finds anything speaks alone."""

    def find(paper: Paper) -> Sequence[Candidate]:
        return next((found for finder in finders if (found := list(finder(paper)))), [])

    return find


@dataclass(frozen=True)
class Cue:
    """Print that speaks for a type by ``weight``, or against it (negative). ``title``: counts only as a heading, a short line of
    its own, not in running text. ``pattern`` is matched against lines without white space."""

    pattern: str
    weight: float
    title: bool = False


@dataclass(frozen=True)
class FieldForm:
    """A field, its kind of value and the ways to find it.

    ``labels``: wordings printed beside or above the value, the most telling first. ``patterns``: regular expressions over the
    whole paper without white space, whose group ``value`` holds it. ``anywhere``: a value whose check digit agrees is one
    wherever it stands. ``wraps``: the value may run over several lines. ``finders``: anything else.
    """

    name: str
    kind: str
    labels: tuple[str, ...] = ()
    patterns: tuple[str, ...] = ()
    anywhere: bool = False
    wraps: bool = False
    finders: tuple[Finder, ...] = ()


@dataclass(frozen=True)
class DocumentForm:
    """A document type. ``other_labels`` end a value although no field of ours follows them. ``two_parties``: the paper may be a
    payment's receipt, on which only one of two accounts is the applicant's."""

    type: DocumentType
    title: str
    cues: tuple[Cue, ...]
    fields: tuple[FieldForm, ...]
    other_labels: tuple[str, ...] = ()
    two_parties: bool = False

    @property
    def wordings(self) -> tuple[tuple[str | None, int, str], ...]:
        """(field or None, rank, wording) of every label."""
        own = [(field.name, rank, wording) for field in self.fields for rank, wording in enumerate(field.labels)]
        return (*own, *((None, 0, wording) for wording in self.other_labels))
