"""Pen strokes in a place: seen when they are there, told from rules, print and stamps."""

from __future__ import annotations

import cv2
import numpy as np
import pytest

from models.ocr import Image
from models.records import Box
from models.signatures import look_for_handwriting, red_share

PLACE = Box(0.2, 0.2, 0.8, 0.8)
LABEL_HEIGHT = 0.12
"""24 of the picture's 200 pixels."""

BLACK, BLUE, RED = (30, 30, 30), (190, 90, 50), (50, 40, 215)


def paper(tone: int = 245) -> Image:
    rng = np.random.default_rng(7)
    grain = rng.normal(0, 4, (200, 600, 3))
    return np.clip(tone + grain, 0, 255).astype(np.uint8)


def signed(image: Image, colour: tuple[int, int, int] = BLACK, thickness: int = 2) -> Image:
    """A scrawl of three bent strokes."""
    for offset in (0, 45, 85):
        points = np.array([[200 + offset, 120], [215 + offset, 80], [225 + offset, 118], [240 + offset, 92], [250 + offset, 120]])
        cv2.polylines(image, [points], isClosed=False, color=colour, thickness=thickness, lineType=cv2.LINE_AA)
    return image


@pytest.mark.parametrize("colour", [BLACK, BLUE, (150, 150, 150)], ids=["black", "blue", "pale"])
def test_strokes_of_a_pen_are_a_signature(colour: tuple[int, int, int]) -> None:
    found = look_for_handwriting(signed(paper(), colour), PLACE, [], LABEL_HEIGHT)
    assert found.state == "signed"
    assert found.box is not None
    assert abs(found.box.x0 - 200 / 600) < 0.02
    assert abs(found.box.y1 - 120 / 200) < 0.03


def test_grey_paper_alone_is_empty() -> None:
    assert look_for_handwriting(paper(170), PLACE, [], LABEL_HEIGHT).state == "empty"


def test_an_underline_and_a_border_are_no_signature() -> None:
    image = paper()
    cv2.line(image, (130, 140), (470, 143), BLACK, 2)
    cv2.line(image, (460, 42), (460, 158), BLACK, 2)
    assert look_for_handwriting(image, PLACE, [], LABEL_HEIGHT).state == "empty"


def test_a_signature_on_an_underline_stays_one() -> None:
    image = signed(paper())
    cv2.line(image, (130, 118), (470, 118), BLACK, 2)
    assert look_for_handwriting(image, PLACE, [], LABEL_HEIGHT).state == "signed"


def test_a_stamp_is_no_signature_and_hides_none() -> None:
    image = paper()
    cv2.circle(image, (260, 100), 55, RED, 5, cv2.LINE_AA)
    cv2.putText(image, "SEAL", (215, 110), cv2.FONT_HERSHEY_SIMPLEX, 1, RED, 3, cv2.LINE_AA)
    blurred = cv2.GaussianBlur(image, (0, 0), 1.2)
    assert look_for_handwriting(blurred, PLACE, [], LABEL_HEIGHT).state == "empty"
    assert look_for_handwriting(signed(blurred), PLACE, [], LABEL_HEIGHT).state == "signed"
    assert red_share(blurred, PLACE) > 0.03


def test_printed_lines_are_not_counted() -> None:
    image = paper()
    cv2.putText(image, "2026 01 12", (150, 110), cv2.FONT_HERSHEY_SIMPLEX, 1, BLACK, 2)
    printed = Box(0.24, 0.4, 0.62, 0.58)
    assert look_for_handwriting(image, PLACE, [], LABEL_HEIGHT).state == "signed"
    assert look_for_handwriting(image, PLACE, [printed], LABEL_HEIGHT).state == "empty"


def test_a_few_specks_are_unclear_or_nothing_but_never_a_signature() -> None:
    image = paper()
    for x, y in ((200, 90), (240, 110), (300, 70), (330, 120)):
        cv2.circle(image, (x, y), 1, BLACK, -1)
    assert look_for_handwriting(image, PLACE, [], LABEL_HEIGHT).state == "empty"
    cv2.line(image, (260, 95), (272, 100), BLACK, 3)
    assert look_for_handwriting(image, PLACE, [], LABEL_HEIGHT).state != "signed"
