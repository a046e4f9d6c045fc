"""Papers typed as text, for tests: each text line becomes a line of print; a tab moves to the next column."""

from __future__ import annotations

from extractors.documents import FORMS
from extractors.finding import Paper, find_fields
from extractors.layout import PageLines
from extractors.records import FieldValue
from models.records import Box, Line, Seal

EM = 0.02
ASPECT = 1.414
COLUMN = 0.26


def typed(text: str, *, confidence: float = 0.99) -> PageLines:
    """A page of the given text; leading blanks indent, four to a tab's column."""
    rows = text.strip("\n").split("\n")
    return PageLines(0, tuple(line for y, row in enumerate(rows) for line in cells(row, y, confidence)), ASPECT)


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


def values(type_: str, text: str, *seals: Seal) -> dict[str, FieldValue]:
    """The field values that are read from a typed paper."""
    return {name: field.value for name, field in find_fields(Paper(FORMS[type_], [typed(text)], seals)).items()}
