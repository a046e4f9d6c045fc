"""Where the figures of a date that was filled into a form are looked for."""

from __future__ import annotations

import numpy as np
import pytest

from models.beside import Piece, box_quad
from models.dates import figures_after_years
from models.ocr import Reading

SIGNS = [("年", 200, 430), ("月", 300, 430), ("日", 400, 430)]


def looked_for(lines: list[tuple[str, int, int]]) -> list[tuple[int, float]]:
    """The number of the year's line and how far to the right each look goes; lines are 30 pixels high, characters as wide."""
    strip = np.zeros((30, 30, 3), np.uint8)
    pieces = [
        Piece(box_quad(x, y, x + 30 * len(text), y + 30), strip, Reading(text=text, confidence=0.99)) for text, x, y in lines
    ]
    return [(spot.line, float(spot.quad[:, 0].max())) for spot in figures_after_years(pieces)]


def test_month_and_day_belong_behind_a_year_above_its_signs() -> None:
    assert looked_for([*SIGNS, ("2016", 80, 400)]) == [(3, 430)]
    assert looked_for([("年月日", 200, 430), ("2016", 60, 400)]) == [(1, 290)]


@pytest.mark.parametrize(
    "lines",
    [
        [("2016", 80, 400)],
        [("2016", 80, 300), *SIGNS],
        [("2016", 80, 400), ("5", 260, 400), *SIGNS],
        [("2016年", 80, 400), *SIGNS],
        [("20160", 50, 400), *SIGNS],
    ],
)
def test_no_figures_are_looked_for_without_signs_or_beside_known_ones(lines: list[tuple[str, int, int]]) -> None:
    assert looked_for(lines) == []
