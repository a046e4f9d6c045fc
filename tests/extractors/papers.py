"""Papers typed as text, for tests: each text line becomes a line of print; a tab moves to the next column."""

from __future__ import annotations

from extractors.documents import FORMS
from extractors.finding import find_fields
from extractors.layout import PageLines
from extractors.paper import Paper
from extractors.records import Field, FieldValue
from models.records import Box, Line, Seal

EM = 0.02
ASPECT = 1.414
COLUMN = 0.26


def typed(text: str, *, confidence: float = 0.99, index: int = 0) -> PageLines:
    """A page of the given text; a leading blank indents by half a character, a tab moves to the next column."""
    rows = text.strip("\n").split("\n")
    return PageLines(index, tuple(line for y, row in enumerate(rows) for line in cells(row, y, confidence)), ASPECT)


def cells(row: str, y: int, confidence: float) -> list[Line]:
    top, height = 0.05 + 0.03 * y, EM / ASPECT
    found = []
    for column, cell in enumerate(row.split("\t")):
        if cell.strip():
            indent = len(cell) - len(cell.lstrip(" "))
            x = 0.1 + COLUMN * column + EM / 2 * indent
            printed = cell.strip(" ")
            found.append(Line(text=printed, confidence=confidence, box=Box(x, top, x + EM * len(printed), top + height)))
    return found


def values(type_: str, *papers: str | Seal) -> dict[str, FieldValue]:
    """The field values that are read from a typed paper: the text of each page, then its seals."""
    return {name: field.value for name, field in read(type_, *papers).items()}


def read(type_: str, *papers: str | Seal, person: str | None = None) -> dict[str, Field]:
    """The fields of a typed paper, handed in for ``person``."""
    pages = [typed(page, index=index) for index, page in enumerate(each for each in papers if isinstance(each, str))]
    return find_fields(Paper(FORMS[type_], pages, [each for each in papers if isinstance(each, Seal)], person))
