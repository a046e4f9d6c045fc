"""Seals taken off a page; red headings and black print left on it."""

from __future__ import annotations

import cv2
import numpy as np
import pytest

from models.ocr import Image
from models.stamps import without_stamps
from models.strips import redness

RED, BLACK = (40, 30, 210), (20, 20, 20)
SEAL, HEADING, PRINT = (
    (slice(1150, 1550), slice(680, 1080)),
    (slice(80, 200), slice(300, 940)),
    (slice(1340, 1360), slice(600, 900)),
)


def page(background: tuple[int, int, int] = (250, 250, 250)) -> Image:
    """A4 at 150 dpi: a red heading, a seal of 42 mm low on the right, a black bar of print across the seal."""
    image = np.full((1754, 1240, 3), background, dtype=np.uint8)
    for left in range(320, 920, 130):
        cv2.rectangle(image, (left, 90), (left + 80, 180), RED, 12)
    cv2.circle(image, (880, 1350), 124, RED, 6)
    for angle in np.deg2rad(np.arange(0, 360, 22)):
        x, y = round(880 + 98 * np.cos(angle)), round(1350 + 98 * np.sin(angle))
        cv2.rectangle(image, (x - 9, y - 12), (x + 9, y + 12), RED, 3)
    cv2.circle(image, (880, 1350), 35, RED, -1)
    image[PRINT] = BLACK
    return image


@pytest.mark.parametrize("background", [(250, 250, 250), (170, 190, 200)], ids=["white paper", "yellow lamp"])
def test_a_seal_goes_and_headings_and_print_stay(background: tuple[int, int, int]) -> None:
    before = page(background)
    after = without_stamps(before).image
    assert redness(before[SEAL]) > 0.05
    assert redness(after[SEAL]) < 0.001
    assert np.array_equal(after[HEADING], before[HEADING])
    assert after[PRINT].max() < 80


def test_of_a_red_frame_only_the_ink_goes() -> None:
    image = page()
    cv2.rectangle(image, (30, 30), (1210, 1724), RED, 8)
    after = without_stamps(image).image
    assert redness(after[SEAL]) < 0.001
    assert np.array_equal(after[HEADING], image[HEADING])


def test_a_seal_beside_a_frame_goes_whole() -> None:
    image = page()
    cv2.rectangle(image, (30, 30), (1018, 1724), RED, 8)
    after = without_stamps(image).image
    assert redness(after[SEAL][:, :300]) < 0.001
    assert np.array_equal(after[HEADING], image[HEADING])


def test_a_page_without_red_is_left_as_it_is() -> None:
    image = np.full((400, 300, 3), 240, dtype=np.uint8)
    assert without_stamps(image).image is image


def test_red_headings_close_to_a_red_frame_stay() -> None:
    image = page()
    cv2.rectangle(image, (280, 60), (960, 400), RED, 6)
    after = without_stamps(image).image
    assert np.array_equal(after[slice(85, 190), slice(300, 940)], image[slice(85, 190), slice(300, 940)])


def test_lines_of_red_print_one_below_another_are_no_seal() -> None:
    image = np.full((1754, 1240, 3), 250, dtype=np.uint8)
    for top in (300, 400):
        for left in range(360, 810, 70):
            cv2.rectangle(image, (left, top), (left + 56, top + 80), RED, 10)
    assert np.array_equal(without_stamps(image).image, image)


def test_the_place_of_a_seal_holds_all_its_ink_and_little_more() -> None:
    ((rows, columns),) = without_stamps(page()).places
    seal = (1350 - 127, 1350 + 127, 880 - 127, 880 + 127)
    place = (rows.start, rows.stop, columns.start, columns.stop)
    outside = np.array([1, -1, 1, -1]) * (np.array(seal) - np.array(place))
    assert (outside >= 0).all()
    assert (outside < 25).all()
