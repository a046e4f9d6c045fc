"""Bent lines laid straight: drawn pages of bars, bent by known ways."""

from __future__ import annotations

from collections.abc import Callable

import cv2
import numpy as np
import pytest
from numpy.typing import NDArray

from models.curl import find_bend, flatten, transposed
from models.ocr import Image, Quad

HEIGHT, WIDTH = 1200, 850
ROWS = range(150, 1100, 50)
Shape = Callable[[NDArray[np.float32]], NDArray[np.float32]]


def arch(x: NDArray[np.float32]) -> NDArray[np.float32]:
    return np.asarray(-60 * np.sin(np.pi * x), np.float32)


def fold(x: NDArray[np.float32]) -> NDArray[np.float32]:
    return np.asarray(-70 * np.exp(-x / 0.2), np.float32)


def level(x: NDArray[np.float32]) -> NDArray[np.float32]:
    return 0 * x


def slope(x: NDArray[np.float32]) -> NDArray[np.float32]:
    return 60 * x


def page(shape: Shape) -> Image:
    """Rows of characters as blocks of ink, each moved down by ``shape`` of its place across the page."""
    image = np.full((HEIGHT, WIDTH, 3), 255, dtype=np.uint8)
    for number, row in enumerate(ROWS):
        for x in range(100, 260 if number % 3 == 2 else 740, 20):  # paragraphs of three lines, the last one short
            y = row + round(float(shape(np.array([(x + 8) / WIDTH], dtype=np.float32))[0]))
            image[y : y + 16, x : x + 16] = 20
    return image


def places(image: Image) -> list[Quad]:
    """What a detector says of it: the smallest box around each line."""
    joined = cv2.morphologyEx(255 - image[:, :, 0], cv2.MORPH_CLOSE, np.ones((1, 25), np.uint8))
    joined = cv2.dilate(joined, np.ones((5, 5), np.uint8))
    contours, _ = cv2.findContours(joined, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
    return [upright(cv2.boxPoints(cv2.minAreaRect(contour))) for contour in contours]


def upright(corners: NDArray[np.float32]) -> Quad:
    """Corners clockwise from the upper left."""
    left, right = sorted(corners.tolist())[:2], sorted(corners.tolist())[2:]
    (top_left, low_left), (top_right, low_right) = sorted(left, key=lambda p: p[1]), sorted(right, key=lambda p: p[1])
    return np.array([top_left, top_right, low_right, low_left], dtype=np.float32)


def raggedness(image: Image) -> float:
    """How far the blocks of a line lie from a common height, in pixels: the line that is worst."""
    _, _, stats, centres = cv2.connectedComponentsWithStats((image[:, :, 0] < 128).astype(np.uint8))
    heights = np.sort(centres[1:][stats[1:, cv2.CC_STAT_AREA] > 60, 1])
    lines = np.split(heights, np.flatnonzero(np.diff(heights) > 12) + 1)
    return float(max(np.ptp(line) for line in lines))


@pytest.mark.parametrize("shape", [arch, fold])
def test_bent_lines_come_out_straight(shape: Shape) -> None:
    bent = page(shape)
    bend = find_bend(bent, places(bent))
    assert bend is not None
    flat = flatten(bent, bend)
    assert flat.shape[1] == WIDTH
    assert flat.shape[0] >= HEIGHT
    assert raggedness(flat) < 6


def test_a_bent_page_on_its_side_comes_out_straight_on_its_side() -> None:
    upright_page = page(arch)
    bent = np.ascontiguousarray(np.rot90(upright_page, -1))
    quads = [np.stack([HEIGHT - quad[:, 1], quad[:, 0]], axis=1)[[3, 0, 1, 2]] for quad in places(upright_page)]
    bend = find_bend(bent, quads)
    assert bend is not None
    assert raggedness(transposed(flatten(bent, bend))) < 6


@pytest.mark.parametrize("shape", [level, slope])
def test_lines_that_are_straight_already_are_left_alone(shape: Shape) -> None:
    image = page(shape)
    assert find_bend(image, places(image)) is None


def test_a_page_with_hardly_a_line_says_nothing_of_a_bend() -> None:
    image = page(arch)
    assert find_bend(image, places(image)[:2]) is None
    assert find_bend(image, []) is None
