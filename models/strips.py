"""From a page and the places of its lines to upright one-line pictures, with red ink or without."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from models.imaging import highest, red_lead
from models.ocr import Image, Quad

VERTICAL = 1.5  # a place this much higher than wide holds a line that runs downwards (PaddleOCR's own bound)
RED_MARGIN = 40  # grey levels by which red leads the other two in stamp ink; pale ink on 8-bit scans stays above (guess)
LEAST_INKED = 0.002  # share of the picture that is red ink, below which nothing is learned of it (guess)
DARK, PALE = 0.3, 0.75  # of the paper's brightness: beside red ink, below the one is print, above the other paper
MOST_TAKEN = 1.2  # bounds a ratio that is 0.1 to 0.5 for cinnabar and 1.15 for dark magenta (drawn and photographed seals)


def cut_strip(image: Image, quad: Quad) -> Image:
    """The upright picture of one line; a line that runs downwards comes out lying."""
    size = quad_size(quad)
    width, height = max(2, round(size[0])), max(2, round(size[1]))
    corners = np.array([[0, 0], [width, 0], [width, height], [0, height]], dtype=np.float32)
    x0, y0 = np.floor(quad.min(axis=0)).astype(int) - 2
    x1, y1 = np.ceil(quad.max(axis=0)).astype(int) + 3
    x0, y0 = max(0, x0), max(0, y0)
    part = image[y0:y1, x0:x1]
    if part.size == 0:
        return np.full((height, width, 3), 255, dtype=np.uint8)
    matrix = cv2.getPerspectiveTransform(quad - np.array([x0, y0], dtype=np.float32), corners)
    strip = cv2.warpPerspective(part, matrix, (width, height), flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    return np.ascontiguousarray(np.rot90(strip)) if is_vertical(quad) else strip


def quad_size(quad: Quad) -> tuple[float, float]:
    """Width and height in pixels: the longer of each pair of opposite sides."""
    sides = np.linalg.norm(quad - np.roll(quad, -1, axis=0), axis=1)
    return float(max(sides[0], sides[2])), float(max(sides[1], sides[3]))


def slope(quad: Quad) -> float:
    """Degrees by which the line leans from the nearer of level and plumb, 0 … 45."""
    (dx, dy) = quad[1] - quad[0] if not is_vertical(quad) else quad[2] - quad[1]
    angle = abs(float(np.degrees(np.arctan2(dy, dx)))) % 90
    return min(angle, 90 - angle)


def is_vertical(quad: Quad) -> bool:
    width, height = quad_size(quad)
    return height >= VERTICAL * width


def turn_quad(quad: Quad, degrees: int, width: int, height: int) -> Quad:
    """The place after the page (``width`` x ``height`` pixels before) was turned clockwise by 90, 180 or 270 degrees; its
    corners start again at the upper left."""
    x, y = quad[:, 0], quad[:, 1]
    turned = {90: (height - y, x), 180: (width - x, height - y), 270: (y, width - x)}[degrees]
    corners = np.stack(turned, axis=1).astype(np.float32)
    return np.roll(corners, -int(corners.sum(axis=1).argmin()), axis=0)


def without_red(image: Image) -> Image:
    """The picture as if nobody had stamped it: the brightest channel of each pixel, in which red ink is nearly paper, and what
    the ink took even from that channel given back. Dull inks, and all inks in poor light, would stay as grey ghosts else."""
    brightest = highest(image)
    lead = red_lead(image)
    spread = cv2.dilate(lead, np.ones((3, 3), np.uint8))  # JPEG keeps colour at half the resolution: rims are paler than dark
    lifted = cv2.add(brightest, cv2.multiply(spread, taken_by_ink(brightest, lead)))
    paper = float(np.percentile(brightest[::2, ::2], 90))
    plain = cv2.max(brightest, cv2.min(lifted, paper))
    return cv2.merge([plain, plain, plain])  # type: ignore[no-any-return]


def without_ink(image: Image) -> Image:
    """As ``without_red``, and what is left of the ink's rims turned to paper: for finding lines, which rims tear apart. Pale
    strokes of print beside them suffer, so that reading takes the gentler way."""
    plain = without_red(image)[:, :, 0]
    paper = float(np.percentile(plain[::2, ::2], 90))
    lead = red_lead(image)
    slope = (1 - DARK) / (PALE - DARK)
    steeper = cv2.addWeighted(plain, slope, plain, 0, paper * (1 - PALE * slope))
    beside = cv2.dilate((lead > RED_MARGIN // 2).astype(np.uint8), np.ones((5, 5), np.uint8))
    cleaned = cv2.copyTo(cv2.max(plain, cv2.min(steeper, paper)), beside, plain.copy())
    return cv2.merge([cleaned, cleaned, cleaned])  # type: ignore[no-any-return]


def taken_by_ink(brightest: NDArray[np.uint8], lead: NDArray[np.uint8]) -> float:
    """By how much red ink darkens the brightest channel for each level by which red leads: one number for one ink, whatever
    its coverage, since both grow with it. Print beneath the ink darkens more, hence the median of the brighter half."""
    inked = lead > RED_MARGIN
    if inked.mean() < LEAST_INKED:
        return 0.0
    paper = float(np.percentile(brightest[::2, ::2], 90))
    ratios = np.maximum(0.0, paper - brightest[inked].astype(np.float32)) / lead[inked]
    return min(MOST_TAKEN, float(np.percentile(ratios, 40)))


def redness(image: Image) -> float:
    """Share of the picture's pixels that are red ink, 0 … 1."""
    blue, green, red = (image[:, :, channel].astype(np.int16) for channel in range(3))
    return float(((red - green > RED_MARGIN) & (red - blue > RED_MARGIN // 2)).mean())


def darkness(image: Image, *, below: float = 0.6) -> float:
    """Share of the picture's pixels that are dark in every channel, ``below`` that share of the paper's brightness, as print is
    and a stamp is not, 0 … 1."""
    brightest = highest(image)
    return float((brightest < below * np.percentile(brightest, 95)).mean())
