"""Papers typed as strangers print them: for each type a table of name, print, and what is to be read from it.

A value of ABSENT says that nothing may be read. People, companies and numbers are invented."""

from __future__ import annotations

from typing import NamedTuple

from extractors.records import FieldValue

ABSENT = "(absent)"
"""In a paper's expected values: the field is not on the paper and must not be made up."""


class Paper(NamedTuple):
    """``pages``: the print of each page; ``expected``: what must be read, other fields left open."""

    type: str
    name: str
    pages: tuple[str, ...]
    expected: dict[str, FieldValue]


def paper(type_: str, name: str, *pages: str, **expected: FieldValue) -> Paper:
    return Paper(type_, name, pages, expected)
