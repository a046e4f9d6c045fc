"""Dates that a printer filled into a form: the figures of month and day, which the engine leaves out where they stand alone,
often a little above or below the form's own 年, 月 and 日."""

from __future__ import annotations

import re
from collections.abc import Sequence

from models.beside import Piece, Spot, box_quad
from models.strips import is_vertical

YEAR = re.compile(r"\s*(?:19|20)\d\d\s*")
SIGN = re.compile(r"\s*(?:年\s*)?(?:月\s*)?日\s*|\s*(?:年\s*)?月\s*")
OFF = 1.6  # heights from a year's middle to that of its signs, where a printer missed the form's line (guess)
REACH = 14.0  # heights from a year to the last of its signs (guess)


def figures_after_years(pieces: Sequence[Piece]) -> list[Spot]:
    """Where month and day belong behind a year that stands alone, as far as the 月 or 日 that no figures stand beside."""
    return [
        spot
        for i, piece in enumerate(pieces)
        if YEAR.fullmatch(piece.reading.text) and not is_vertical(piece.quad)
        for spot in figures_after(i, pieces)
    ]


def figures_after(year: int, pieces: Sequence[Piece]) -> list[Spot]:
    """One spot, or none: where there are no signs, or something else stands behind the year."""
    (_, y0), (x1, y1) = pieces[year].quad.min(axis=0), pieces[year].quad.max(axis=0)
    height = float(y1 - y0)
    ends = []
    for i, piece in enumerate(pieces):
        (left, top), (right, bottom) = piece.quad.min(axis=0), piece.quad.max(axis=0)
        off = abs((top + bottom) / 2 - (y0 + y1) / 2)
        if i == year or right < x1 or left > x1 + REACH * height or off > OFF * height:
            continue
        if SIGN.fullmatch(piece.reading.text):
            ends.append(float(right))
        elif off < height / 2 and piece.reading.text.strip() != "年":
            return []
    return [Spot(box_quad(float(x1), float(y0), max(ends), float(y1)), year, 1, 0.0, between=False)] if ends else []
