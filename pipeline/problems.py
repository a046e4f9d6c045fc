"""What a person must put right before Heyan can go on: one exception family, each class with its exit code.

A finding about a paper is never raised: it is a check or a ``Problem`` of the document. Anything that is not a
``UserError`` is a defect of ours and ends with exit code 70.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple


class UserError(Exception):
    """``str(error)`` is one English line for stderr, free of personal values."""

    exit_code = 2


class UsageError(UserError):
    """The command was called wrongly: a folder, file or option that cannot be used."""


class FormPlace(NamedTuple):
    """Something wrong with a form: its JSON path, what is wrong, and what was expected; without the value."""

    path: str
    wrong: str
    expected: str


class FormError(UserError):
    """An application.json that cannot be used. Says file, JSON path, what is wrong and what was expected; ``places`` holds all
    that is wrong, the first one first."""

    def __init__(self, file: str, path: str, wrong: str, expected: str, *, others: Sequence[FormPlace] = ()) -> None:
        more = f" (and {len(others)} more places)" if others else ""
        super().__init__(f"{file}: {path}: {wrong}{more}; expected {expected}")
        self.places = (FormPlace(path, wrong, expected), *others)


class ProgrammeError(UserError):
    """A programme's data file that is not there or does not hold together."""


class NothingRead(UserError):
    """Not one page of the application could be read."""

    exit_code = 3


def needs(fulfilled: bool, otherwise: str) -> None:
    """Raises ``UsageError`` with the words of ``otherwise``."""
    if not fulfilled:
        raise UsageError(otherwise)


__all__ = ["FormError", "FormPlace", "NothingRead", "ProgrammeError", "UsageError", "UserError", "needs"]
