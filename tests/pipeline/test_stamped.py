"""Print under stamps that the first look at the page did not find."""

from __future__ import annotations

from typing import Any

import cv2
import numpy as np
import pytest

from models.ocr import Image, Quad, Reading
from models.stamps import without_stamps
from pipeline.stamped import with_lines_under_stamps
from pipeline.text import better

RED, BLACK = (40, 30, 210), (20, 20, 20)


def quad(x0: int, y0: int, x1: int, y1: int) -> Quad:
    return np.array([[x0, y0], [x1, y0], [x1, y1], [x0, y1]], dtype=np.float32)


class Finder:
    """Finds what it is told to, wherever it looks, and counts how often it was asked."""

    name = "finder"

    def __init__(self, *found: Quad) -> None:
        self.found, self.asked = list(found), 0

    def find(self, _: Image) -> list[Quad]:
        self.asked += 1
        return self.found

    def read(self, _: object) -> list[Reading]:
        raise NotImplementedError


class PrintFinder(Finder):
    """Takes all the print that it sees for one line."""

    def find(self, image: Image) -> list[Quad]:
        self.asked += 1
        rows, columns = np.nonzero(image[:, :, 0] < 60)
        return [quad(int(columns.min()), int(rows.min()), int(columns.max()) + 1, int(rows.max()) + 1)]


def sheet(*print_: tuple[int, int]) -> Image:
    """A seal of 240 pixels around (800, 800), and words of two characters across it that begin at the given places."""
    image = np.full((1200, 1000, 3), 250, dtype=np.uint8)
    cv2.circle(image, (800, 800), 118, RED, 6)
    for x, y in print_:
        for left in (x, x + 40):
            cv2.rectangle(image, (left, y), (left + 26, y + 26), BLACK, 6)
    return image


def lines(image: Image, known: list[Quad], engine: Finder) -> list[list[int]]:
    found = with_lines_under_stamps(image, known, without_stamps(image).places, engine)
    return [[*line.min(axis=0).astype(int).tolist(), *line.max(axis=0).astype(int).tolist()] for line in found]


CORNER = 800 - 121 - 72  # of the closer look: the seal and three tenths more
WORD = quad(700 - CORNER, 797 - CORNER, 772 - CORNER, 829 - CORNER)


def test_print_that_no_line_covers_is_found_from_close_by() -> None:
    engine = Finder(WORD)
    (elsewhere, found) = lines(sheet((700, 800)), [quad(100, 100, 300, 132)], engine)
    assert elsewhere == [100, 100, 300, 132]
    assert found == pytest.approx([700, 797, 772, 829], abs=15)


def test_nobody_looks_again_where_all_print_is_covered() -> None:
    engine = Finder()
    known = [quad(698, 797, 772, 829)]
    assert len(lines(sheet((700, 800)), known, engine)) == 1
    assert len(lines(sheet(), known, engine)) == 1
    assert engine.asked == 0


def test_a_line_takes_the_place_of_its_pieces() -> None:
    engine = Finder(WORD)
    (found,) = lines(sheet((700, 800)), [quad(698, 797, 728, 829)], engine)
    assert found == pytest.approx([700, 797, 772, 829], abs=15)


@pytest.mark.parametrize("start", [0, 40], ids=["at the look's edge", "within the look"])
def test_a_longer_line_stays(start: int) -> None:
    long = quad(400, 797, 730, 829)
    assert lines(sheet((700, 800)), [long], Finder(quad(start, 797 - CORNER, 772 - CORNER, 829 - CORNER))) == [
        [400, 797, 730, 829]
    ]


def test_a_line_that_runs_out_of_the_look_is_found_whole() -> None:
    engine = PrintFinder()
    (_, found) = lines(sheet((520, 800), (600, 800), (680, 800)), [quad(100, 100, 300, 132)], engine)
    assert found == pytest.approx([517, 797, 749, 829], abs=5)
    assert engine.asked == 2


def test_a_red_frame_is_no_seal_to_look_under() -> None:
    image = np.full((1200, 1000, 3), 250, dtype=np.uint8)
    cv2.rectangle(image, (30, 30), (970, 1170), RED, 8)
    image[600:640, 300:700] = BLACK
    engine = Finder()
    assert len(lines(image, [quad(100, 100, 300, 132)], engine)) == 1
    assert engine.asked == 0


def test_what_was_taken_for_one_line_as_high_as_the_seal_hides_nothing() -> None:
    known = [quad(680, 680, 920, 920), quad(100, 100, 300, 132), quad(100, 200, 300, 232)]
    assert len(lines(sheet((700, 800)), known, Finder(WORD))) == 4


def reading(text: str, confidence: float, worst: float | None = None) -> Reading:
    letters = (*(confidence for _ in text[1:]), worst or confidence)
    return Reading(text=text, confidence=confidence, confidences=letters)


@pytest.mark.parametrize(
    ("as_stamped", "without_ink", "kept"),
    [
        (("2026年月25日", 0.99), ("2026年1月25日", 0.97), "2026年1月25日"),
        (("2026年1月25日", 0.97), ("2026年月25日", 0.99), "2026年1月25日"),
        (("2026年1月25日", 0.99), ("2026年11月25日", 0.8), "2026年1月25日"),
        (("2026年11月25日", 0.955, 0.4), ("2026年1月25日", 0.99), "2026年1月25日"),
        (("2026年7月25日", 0.8), ("2026年1月25日", 0.9), "2026年1月25日"),
        (("2026年1月25日", 0.9), ("2026年", 0.99), "2026年1月25日"),
    ],
)
def test_of_two_readings_the_surer_is_kept_but_of_two_sure_ones_the_longer(
    as_stamped: tuple[Any, ...], without_ink: tuple[Any, ...], kept: str
) -> None:
    assert better(reading(*as_stamped), reading(*without_ink)).text == kept
