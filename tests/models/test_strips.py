"""Cutting lines out of pages, turning places with the page, and taking red ink away."""

from __future__ import annotations

import numpy as np
import pytest

from models.ocr import Image, Quad
from models.strips import cut_strip, darkness, is_vertical, redness, turn_quad, without_red

RED, BLACK, WHITE = (40, 30, 210), (20, 20, 20), (255, 255, 255)


def sheet(width: int = 200, height: int = 100) -> Image:
    return np.full((height, width, 3), 255, dtype=np.uint8)


def quad(x0: float, y0: float, x1: float, y1: float) -> Quad:
    return np.array([[x0, y0], [x1, y0], [x1, y1], [x0, y1]], dtype=np.float32)


def test_an_upright_place_is_cut_as_it_is() -> None:
    image = sheet()
    image[40:60, 50:150] = BLACK
    strip = cut_strip(image, quad(50, 40, 150, 60))
    assert strip.shape[:2] == (20, 100)
    assert strip[3:-3, 3:-3].max() < 30


def test_a_line_that_runs_downwards_comes_out_lying_with_its_top_on_the_left() -> None:
    image = sheet(100, 200)
    image[20:60, 40:60] = BLACK
    strip = cut_strip(image, quad(40, 20, 60, 180))
    assert strip.shape[:2] == (20, 160)
    assert strip[5:15, 5:35].mean() < 30
    assert strip[5:15, 60:].mean() > 250


def test_a_place_outside_the_page_gives_paper() -> None:
    assert cut_strip(sheet(), quad(500, 500, 540, 520)).min() == 255


@pytest.mark.parametrize(
    ("degrees", "expected"),
    [(90, (70, 10, 90, 60)), (180, (140, 70, 190, 90)), (270, (10, 140, 30, 190))],
)
def test_a_place_turns_with_its_page(degrees: int, expected: tuple[float, ...]) -> None:
    turned = turn_quad(quad(10, 10, 60, 30), degrees, 200, 100)
    assert (*turned.min(axis=0), *turned.max(axis=0)) == expected
    assert turned[0].tolist() == [expected[0], expected[1]]


def test_red_ink_vanishes_and_black_print_stays() -> None:
    image = sheet()
    image[10:30, 10:90] = RED
    image[50:70, 10:90] = BLACK
    plain = without_red(image)
    assert plain[10:30, 10:90].min() > 200
    assert plain[50:70, 10:90].max() < 30


@pytest.mark.parametrize("light", [1.0, 0.6], ids=["daylight", "dim room"])
@pytest.mark.parametrize("ink", [(40, 28, 206), (96, 30, 170)], ids=["cinnabar", "magenta"])
def test_no_ghost_of_a_seal_stays_behind(ink: tuple[int, int, int], light: float) -> None:
    image = sheet()
    for step in range(1, 5):  # from pale to full
        image[10 * step : 10 * step + 6, 10:90] = np.array(WHITE) + (np.array(ink) - WHITE) * step / 4
    image[60:70, 10:90] = BLACK
    plain = without_red((image * light).astype(np.uint8))
    assert plain[:56].min() > 0.88 * 255 * light
    assert plain[62:68, 20:80].max() < 30


def test_red_and_dark_shares_are_told_apart() -> None:
    image = sheet()
    image[:50] = RED
    image[50:75] = BLACK
    assert redness(image) == pytest.approx(0.5)
    assert darkness(image) == pytest.approx(0.25)


def test_what_is_much_higher_than_wide_runs_downwards() -> None:
    assert is_vertical(quad(0, 0, 10, 40))
    assert not is_vertical(quad(0, 0, 40, 10))
