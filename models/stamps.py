"""A page picture in, the same page without its red seals out: what stamps tear apart is found whole again.

Only ink that hangs together at the size of a seal is taken off; red headings and numbers stay.
"""

from __future__ import annotations

from collections.abc import Sequence

import cv2
import numpy as np
from numpy.typing import NDArray

from models.ocr import Image
from models.records import Box
from models.seals.ink import ink_mask, ink_of
from models.strips import without_ink

Mask = NDArray[np.uint8]

SIDE = 800  # pixels of the longest side at which stamps are looked for
GAP = 0.014  # of the shorter side: breaks in worn rims, and the paper between a ring and its characters
LEAST = 0.12  # of the shorter side: seals of 30 mm and more on A4; the characters of red titles are smaller
MOST = 0.45  # of the shorter side: what hangs together further is a frame, of which only the ink itself is taken off
FLATTEST = 0.4  # of its length: what is lower are lines of red print, one below another; two seals side by side are half as high
ROOM = 0.006  # of the shorter side: the pale edge of the ink


def without_stamps(image: Image) -> Image:
    """The picture with red ink turned to paper wherever seals lie."""
    cover = stamp_cover(image)
    if not cover.any():
        return image
    cover = cv2.resize(cover, (image.shape[1], image.shape[0]), interpolation=cv2.INTER_NEAREST)
    cleaned = image.copy()
    _, _, stats, _ = cv2.connectedComponentsWithStats(cover)
    for left, top, width, height, _ in stats[1:]:
        place = (slice(top, top + height), slice(left, left + width))  # each seal has its own ink, and its own light
        cv2.copyTo(without_ink(image[place]), cover[place], cleaned[place])
    return cleaned


def has_more_stamps(image: Image, known: Sequence[Box]) -> bool:
    """Whether red ink of a seal's size lies outside the boxes (fractions) of the seals that were made out: a seal may be there
    that nobody could make out, so its absence is not sure."""
    cover = stamp_cover(image)
    height, width = cover.shape
    for box in known:
        cover[int(box.y0 * height) : int(box.y1 * height) + 1, int(box.x0 * width) : int(box.x1 * width) + 1] = 0
    _, _, stats, _ = cv2.connectedComponentsWithStats(cover)
    least = LEAST * min(height, width)
    return any(min(stat[cv2.CC_STAT_WIDTH], stat[cv2.CC_STAT_HEIGHT]) >= least for stat in stats[1:])


def stamp_cover(image: Image) -> Mask:
    """255 where stamps lie, on the page reduced to ``SIDE``."""
    factor = min(1.0, SIDE / max(image.shape[:2]))
    small = cv2.resize(image, None, fx=factor, fy=factor, interpolation=cv2.INTER_AREA)
    side = min(small.shape[:2])
    mask = ink_mask(ink_of(small, "red"), "red")
    joined = cv2.morphologyEx(mask, cv2.MORPH_CLOSE, disc(GAP * side))
    count, labels, stats, _ = cv2.connectedComponentsWithStats(joined)
    cover = np.zeros_like(mask)
    for label in range(1, count):
        width, height = stats[label, cv2.CC_STAT_WIDTH], stats[label, cv2.CC_STAT_HEIGHT]
        if min(width, height) < LEAST * side:
            continue
        piece = (labels == label).astype(np.uint8) * 255
        if max(width, height) > MOST * side:
            cover |= large_ink(piece & mask, LEAST * side)
        elif min(width, height) > FLATTEST * max(width, height):
            cv2.fillConvexPoly(piece, cv2.convexHull(cv2.findNonZero(piece)), 255)
            cover |= piece
    thick: Mask = cv2.dilate(cover, disc(ROOM * side))
    return thick


def large_ink(ink: Mask, least: float) -> Mask:
    """The ink of lines that reach ``least`` pixels in one piece, as frames and the rims of seals do; red characters that stand
    near a frame do not, and stay to be read."""
    _, labels, stats, _ = cv2.connectedComponentsWithStats(ink)
    sizes = np.maximum(stats[:, cv2.CC_STAT_WIDTH], stats[:, cv2.CC_STAT_HEIGHT])
    kept = sizes >= least
    kept[0] = False
    large: Mask = kept[labels].astype(np.uint8) * 255
    return large


def disc(radius: float) -> Mask:
    size = 2 * max(1, round(radius)) + 1
    kernel: Mask = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (size, size))
    return kernel
