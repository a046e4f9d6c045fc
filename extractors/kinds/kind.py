"""The one shape of a kind of value."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from extractors.records import Comparison, FieldValue


@dataclass(frozen=True)
class Found:
    """A value found in ``text[start:end]``. ``valid``: its check digits agree (None: the kind has none)."""

    value: FieldValue
    start: int
    end: int
    valid: bool | None = None
    repaired: bool = False


@dataclass(frozen=True)
class Kind:
    """A kind of value, as plain functions over text.

    ``find`` looks for a value of the kind in raw print (None: nothing plausible there);
    ``normalise`` gives the contract's form of a value; ``valid`` asks its check digits (None: has none);
    ``compare(stated, printed)`` holds the form's value against the paper's.
    """

    name: str
    find: Callable[[str], Found | None]
    normalise: Callable[[str], str]
    compare: Callable[[FieldValue, FieldValue], Comparison]
    valid: Callable[[str], bool | None] = lambda _value: None
