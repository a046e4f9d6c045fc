"""A page picture in, a page picture out: reduced, turned, straightened. The sheet on a desk is found in ``models/sheet.py``.

Images are numpy arrays, height x width x 3, uint8, BGR. Angles are degrees, clockwise as one looks at the page.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise

import cv2
import numpy as np
from numpy.typing import NDArray

from models.ocr import Image

Grey = NDArray[np.uint8]
"""Height x width."""

SKEW_SIDE = 1000  # long side in pixels on which skew is looked for: 0.1 degrees are 1.7 pixels
SKEW_RANGE = 15.0
SKEW_POINTS = 30_000
SKEW_FEWEST = 600  # ink pixels; one line of ten characters has more than a thousand
SKEW_CLEAR = 2.5  # the best angle over the median one: print 4 to 30 (drawn pages, five licences), places and a seal 1.2 to 2.3
SKEW_STRIPS = 4  # that a page is parted into to see whether its lines wave
SKEW_HARMLESS = 2.0  # degrees up to which nobody asks (guess)
SKEW_ALIKE = 1.5  # degrees between a strip's angle and the page's (guess; drawn pages, straight or seen aslant, have up to 1)
SKEW_LEAST = 0.3  # smaller angles do not disturb reading, and turning costs sharpness

TURNS = {90: cv2.ROTATE_90_CLOCKWISE, 180: cv2.ROTATE_180, 270: cv2.ROTATE_90_COUNTERCLOCKWISE}


def compute_on_one_thread() -> None:
    """For processes that share the processors: OpenCV's threads wait for each other busily, which took 2 % of a page's time."""
    cv2.setNumThreads(1)


def turn(image: Image, degrees: int) -> Image:
    """The picture turned clockwise by 0, 90, 180 or 270 degrees, without loss."""
    degrees %= 360
    return cv2.rotate(image, TURNS[degrees]) if degrees else image


def reduce(image: Image, *, side: int) -> Image:
    """The picture with its longer side at ``side`` pixels (or down to a tenth more or less, where that is faster), averaged;
    smaller ones as they are."""
    height, width = image.shape[:2]
    scale = side / max(height, width)
    if scale >= 1:
        return image
    if scale <= 0.55:  # halving exactly is ten times faster than any other reduction
        even = image[: height // 2 * 2, : width // 2 * 2]
        return reduce(cv2.resize(even, (width // 2, height // 2), interpolation=cv2.INTER_AREA), side=side)
    size = (max(1, round(width * scale)), max(1, round(height * scale)))
    return cv2.resize(image, size, interpolation=cv2.INTER_AREA)  # type: ignore[no-any-return]


def fit_pixels(image: Image, *, pixels: int) -> Image:
    """The picture with at most ``pixels`` pixels in all, so that long screenshots keep their width."""
    height, width = image.shape[:2]
    scale = math.sqrt(pixels / (height * width))
    return image if scale >= 1 else reduce(image, side=max(1, round(max(height, width) * scale)))


def straighten(image: Image, degrees: float) -> Image:
    """The picture with print that is turned by ``degrees`` brought level. The canvas grows, nothing is cut; new corners
    get the colour of the page's rim."""
    height, width = image.shape[:2]
    matrix = cv2.getRotationMatrix2D((width / 2, height / 2), degrees, 1.0)
    cos, sin = abs(matrix[0, 0]), abs(matrix[0, 1])
    size = (math.ceil(width * cos + height * sin), math.ceil(height * cos + width * sin))
    matrix[:, 2] += ((size[0] - width) / 2, (size[1] - height) / 2)
    fill = tuple(float(value) for value in rim_colour(image))
    turned: Image = cv2.warpAffine(image, matrix, size, flags=cv2.INTER_CUBIC, borderMode=cv2.BORDER_CONSTANT, borderValue=fill)
    return turned


def calm(image: Image) -> Image:
    """The picture with the grain of sensors and screens smoothed away between strokes of print, whose edges stay."""
    return cv2.bilateralFilter(image, 7, 40, 3)  # type: ignore[no-any-return]


def highest(image: Image) -> Grey:
    """The brightest channel of each pixel, height x width; red ink all but vanishes in it."""
    blue, green, red = cv2.split(image)
    return cv2.max(cv2.max(blue, green), red)  # type: ignore[no-any-return]


def lowest(image: Image) -> Grey:
    """The darkest channel of each pixel, height x width; ink of any colour is dark in it."""
    blue, green, red = cv2.split(image)
    return cv2.min(cv2.min(blue, green), red)  # type: ignore[no-any-return]


def red_lead(image: Image) -> Grey:
    """By how many grey levels red leads the stronger of the other two channels, 0 where it does not."""
    blue, green, red = cv2.split(image)
    lead: Grey = cv2.subtract(red, cv2.max(blue, green))
    return lead


def rim_colour(image: Image) -> NDArray[np.float64]:
    """Median colour of the outermost pixels, 3 values."""
    rim = np.concatenate([image[0], image[-1], image[:, 0], image[:, -1]])
    return np.median(rim[:: max(1, len(rim) // 2000)], axis=0)  # type: ignore[no-any-return]


def find_skew(image: Image) -> float:
    """Degrees clockwise, within 15, that print and rules are turned by; 0.0 when nothing stands out clearly.

    For each angle the ink is counted row by row along it (and column by column, for pages that lie on their side): at the
    true angle the counts jump most from one row to the next (Postl's projection profile). Lines that wave are not turned: a part
    of them points the way of any angle."""
    points = ink_points(image)
    if len(points) < SKEW_FEWEST:
        return 0.0
    thinned = points[:: max(1, len(points) // 10_000)]
    best, clear, along = 0.0, 0.0, 0
    for axis in (0, 1):
        angle, prominence = coarse_angle(thinned, axis)
        if prominence > clear:
            best, clear, along = angle, prominence, axis
    if clear < SKEW_CLEAR or not strips_agree(thinned, best, along):
        return 0.0
    fine = fine_angle(points, best, along)
    return fine if SKEW_LEAST <= abs(fine) <= SKEW_RANGE else 0.0


def coarse_angle(points: NDArray[np.float32], axis: int) -> tuple[float, float]:
    """The best angle to half a degree, and how many times the usual angle's score it has."""
    coarse = [half / 2 for half in range(-30, 31)]
    scores = [jumps(points, angle, axis, bins_per_pixel=0.5) for angle in coarse]
    peak = int(np.argmax(scores))
    return coarse[peak], scores[peak] / max(1e-9, float(np.median(scores)))


def strips_agree(points: NDArray[np.float32], degrees: float, axis: int) -> bool:
    """Whether most strips across the lines are turned as the whole page is. Small angles need no asking: they do little harm."""
    if abs(degrees) <= SKEW_HARMLESS:
        return True
    place = points[:, axis]
    edges = np.linspace(place.min(), place.max() + 1, SKEW_STRIPS + 1)
    strips = [points[(place >= low) & (place < high)] for low, high in pairwise(edges)]
    inked = [strip for strip in strips if len(strip) * SKEW_STRIPS > 0.25 * len(points)]
    alike = [strip for strip in inked if abs(coarse_angle(strip, axis)[0] - degrees) <= SKEW_ALIKE]
    return 4 * len(alike) >= 3 * len(inked)


def fine_angle(points: NDArray[np.float32], around: float, axis: int) -> float:
    angles = [around + tenths / 10 for tenths in range(-6, 7)]
    return vertex(angles, [jumps(points, angle, axis, bins_per_pixel=1.0) for angle in angles])


def vertex(angles: Sequence[float], scores: Sequence[float]) -> float:
    """Where the parabola through the best score and its neighbours has its top."""
    peak = int(np.argmax(scores))
    if peak in {0, len(scores) - 1}:
        return angles[peak]
    low, top, high = scores[peak - 1], scores[peak], scores[peak + 1]
    bend = low - 2 * top + high
    step = angles[1] - angles[0]
    return angles[peak] + (0.5 * step * (low - high) / bend if bend else 0.0)


def jumps(points: NDArray[np.float32], degrees: float, axis: int, *, bins_per_pixel: float) -> float:
    """How much the ink counts change from row to row (``axis`` 0) or column to column (1) of a page turned by ``degrees``."""
    sin, cos = math.sin(math.radians(degrees)), math.cos(math.radians(degrees))
    x, y = points[:, 0], points[:, 1]
    place = (y * cos - x * sin) if axis == 0 else (x * cos + y * sin)
    counts = np.bincount(((place - place.min()) * bins_per_pixel).astype(np.int32))
    return float((np.diff(counts).astype(np.float64) ** 2).sum())


def ink_points(image: Image) -> NDArray[np.float32]:
    """Places (x, y) of print on the reduced page, n x 2; photographs, seals and other large shapes are left out."""
    grey = cv2.cvtColor(reduce(image, side=SKEW_SIDE), cv2.COLOR_BGR2GRAY)
    ink = cv2.adaptiveThreshold(grey, 1, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY_INV, 25, 15)
    rim = max(2, round(0.015 * min(ink.shape)))  # scanners leave straight dark edges beside a crooked page
    ink[:rim] = ink[-rim:] = 0
    ink[:, :rim] = ink[:, -rim:] = 0
    count, labels, stats, _ = cv2.connectedComponentsWithStats(ink, connectivity=8)
    least = np.minimum(stats[:, cv2.CC_STAT_WIDTH], stats[:, cv2.CC_STAT_HEIGHT])
    keep = (least <= 0.05 * max(ink.shape)) & (stats[:, cv2.CC_STAT_AREA] >= 3)
    keep[0] = False
    y, x = np.nonzero(keep[labels]) if count > 1 else (np.empty(0), np.empty(0))
    points = np.stack([x, y], axis=1).astype(np.float32)
    return points[:: max(1, len(points) // SKEW_POINTS)]
