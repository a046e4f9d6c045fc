"""A page picture in, the same page without its red seals out: what stamps tear apart is found whole again.

Only ink that hangs together at the size of a seal is taken off; red headings and numbers stay.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil
from typing import NamedTuple

import cv2
import numpy as np
from numpy.typing import NDArray

from models.imaging import reduce
from models.ocr import Image, Quad
from models.records import Box
from models.seals.ink import FAINT, FAINTEST, balanced, ink_mask, ink_of
from models.strips import quad_size, without_ink

Mask = NDArray[np.uint8]
Place = tuple[slice, slice]
"""Rows and columns of a picture."""

SIDE = 800  # pixels of the longest side at which stamps are looked for
GAP = 0.014  # of the shorter side: breaks in worn rims, and the paper between a ring and its characters
LEAST = 0.12  # of the shorter side: seals of 30 mm and more on A4; the characters of red titles are smaller
MOST = 0.45  # of the shorter side: what hangs together further is a frame, of which only the ink itself is taken off
FLATTEST = 0.4  # of its length: what is lower are lines of red print, one below another; two seals side by side are half as high
ROOM = 0.006  # of the shorter side: the pale edge of the ink
PRINT = 0.6  # of the paper's brightness, below which something is print once the red is off
TALL = 2.5  # times the usual height: what a detector calls a line may be the seal itself


class Unstamped(NamedTuple):
    """A page picture with red ink turned to paper wherever seals lie, and the places of those seals, without red frames."""

    image: Image
    places: tuple[Place, ...]


def without_stamps(image: Image) -> Unstamped:
    cover = stamp_cover(image)
    if not cover.any():
        return Unstamped(image, ())
    places = places_on(image, cover)
    cover = cv2.resize(cover, (image.shape[1], image.shape[0]), interpolation=cv2.INTER_NEAREST)
    cleaned = image.copy()
    for place in places:  # each seal has its own ink, and its own light
        cv2.copyTo(without_ink(image[place]), cover[place], cleaned[place])
    largest = MOST * min(image.shape[:2])
    return Unstamped(cleaned, tuple(one for one in places if all(side.stop - side.start <= largest for side in one)))


def places_on(image: Image, cover: Mask) -> list[Place]:
    """Where the pieces of the cover, drawn for the page reduced, lie on the page itself: counted there, pixels are fewer."""
    height, width = image.shape[0] / cover.shape[0], image.shape[1] / cover.shape[1]
    _, _, stats, _ = cv2.connectedComponentsWithStats(cover)
    return [
        (slice(int(top * height), ceil((top + rows) * height)), slice(int(left * width), ceil((left + columns) * width)))
        for left, top, columns, rows, _ in stats[1:]
    ]


def print_outside(part: Image, quads: Sequence[Quad], height: float) -> Mask:
    """1 where a part of a page, its red taken off, shows print that none of the lines covers; ``height`` of a usual line."""
    grey = part[:, :, 0]
    dark: Mask = (grey < PRINT * np.percentile(grey, 90)).astype(np.uint8)
    for quad in quads:
        if min(quad_size(quad)) < TALL * height:
            cv2.fillConvexPoly(dark, np.round(grown(quad)).astype(np.int32), 0)
    return dark


def amount_within(mask: Mask, quad: Quad) -> int:
    """How many pixels of the mask lie within the line."""
    inside = np.zeros_like(mask)
    cv2.fillConvexPoly(inside, np.round(quad).astype(np.int32), 1)
    return int((mask & inside).sum())


def grown(quad: Quad) -> Quad:
    """The place with a fifth of its height more on each side: detectors cut print close."""
    middle, more = quad.mean(axis=0), 0.2 * min(quad_size(quad))
    larger: Quad = (quad + more * np.sign(quad - middle)).astype(np.float32)
    return larger


def has_more_stamps(image: Image, known: Sequence[Box]) -> bool:
    """Whether red ink of a seal's size lies outside the boxes (fractions) of the seals that were made out: a seal may be there
    that nobody could make out, so its absence is not sure."""
    cover = stamp_cover(image, faint=FAINTEST)
    height, width = cover.shape
    for box in known:
        cover[int(box.y0 * height) : int(box.y1 * height) + 1, int(box.x0 * width) : int(box.x1 * width) + 1] = 0
    _, _, stats, _ = cv2.connectedComponentsWithStats(cover)
    least = LEAST * min(height, width)
    return any(min(stat[cv2.CC_STAT_WIDTH], stat[cv2.CC_STAT_HEIGHT]) >= least for stat in stats[1:])


def stamp_cover(image: Image, *, faint: float = FAINT) -> Mask:
    """255 where stamps lie, on the page reduced to ``SIDE``."""
    small = reduce(image, side=SIDE)
    side = min(small.shape[:2])
    mask = ink_mask(ink_of(small, "red"), "red", faint=faint)
    white = balanced(small)
    if white is not small:
        mask |= ink_mask(ink_of(white, "red"), "red", faint=faint)
    joined = cv2.morphologyEx(mask, cv2.MORPH_CLOSE, disc(GAP * side))
    count, labels, stats, _ = cv2.connectedComponentsWithStats(joined)
    cover = np.zeros_like(mask)
    for label in range(1, count):
        width, height = stats[label, cv2.CC_STAT_WIDTH], stats[label, cv2.CC_STAT_HEIGHT]
        if min(width, height) < LEAST * side:
            continue
        piece = (labels == label).astype(np.uint8) * 255
        if max(width, height) > MOST * side:
            cover |= large_ink(piece & mask, least=LEAST * side, most=MOST * side)
        elif is_compact(width, height):
            cover |= filled(piece)
    thick: Mask = cv2.dilate(cover, disc(ROOM * side))
    return thick


def large_ink(ink: Mask, *, least: float, most: float) -> Mask:
    """Of what hangs together with a frame, the ink of lines that reach ``least`` pixels in one piece, as frames and the rims of
    seals do, with all that is within such a rim; red characters that stand near a frame stay to be read."""
    count, labels, stats, _ = cv2.connectedComponentsWithStats(ink)
    large = np.zeros_like(ink)
    for label in range(1, count):
        width, height = stats[label, cv2.CC_STAT_WIDTH], stats[label, cv2.CC_STAT_HEIGHT]
        if max(width, height) >= least:
            piece = (labels == label).astype(np.uint8) * 255
            rim = min(width, height) >= least and max(width, height) <= most and is_compact(width, height)
            large |= filled(piece) if rim else piece
    return large


def is_compact(width: int, height: int) -> bool:
    return min(width, height) > FLATTEST * max(width, height)


def filled(piece: Mask) -> Mask:
    """The piece with all that lies between its parts."""
    whole: Mask = cv2.fillConvexPoly(piece.copy(), cv2.convexHull(cv2.findNonZero(piece)), 255)
    return whole


def disc(radius: float) -> Mask:
    size = 2 * max(1, round(radius)) + 1
    kernel: Mask = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (size, size))
    return kernel
