"""Words that somebody claims to stand on a page, held against its picture. Boxes are fractions of the page."""

from __future__ import annotations

from collections.abc import Sequence

import cv2
import numpy as np
from numpy.typing import NDArray

from models.imaging import Grey, reduce
from models.ocr import Image
from models.records import Line

SIDE = 1400
INKED = (0.02, 0.9)  # share of a line's box that print covers: 0.1 to 0.4 on drawn pages from 6 to 40 points


def words_agree_with_picture(image: Image, lines: Sequence[Line]) -> float:
    """Share of the lines' characters, 0 … 1, whose line has ink at its place: neither empty paper nor a black bar."""
    total = np.cumsum(np.cumsum(np.pad(ink_of(image), ((1, 0), (1, 0))), axis=0, dtype=np.int64), axis=1)
    weights = [len(line.text) for line in lines]
    inked = [weight for line, weight in zip(lines, weights, strict=True) if INKED[0] < share_in(total, line) < INKED[1]]
    return sum(inked) / max(1, sum(weights))


def share_in(total: NDArray[np.int64], line: Line) -> float:
    """Share of ink in the line's box, from the running sums over the page's ink."""
    height, width = total.shape[0] - 1, total.shape[1] - 1
    x0, x1 = (min(width, max(0, round(x * width))) for x in (line.box.x0, line.box.x1))
    y0, y1 = (min(height, max(0, round(y * height))) for y in (line.box.y0, line.box.y1))
    area = (x1 - x0) * (y1 - y0)
    return float(total[y1, x1] - total[y0, x1] - total[y1, x0] + total[y0, x0]) / area if area > 0 else 0.0


def print_without_words(image: Image, lines: Sequence[Line]) -> float:
    """Shapes of a character's size that no line covers, per character of the lines: labels drawn as curves, stamps of text."""
    ink = ink_of(image)
    height, width = ink.shape
    sizes = [min(line.box.height * height, line.box.width * width) for line in lines]
    size = float(np.median(sizes)) if sizes else 0.0
    for line in lines:
        x0, y0, x1, y1 = line.box
        margin = 0.25 * size
        ink[max(0, int(y0 * height - margin)) : int(y1 * height + margin) + 1,
            max(0, int(x0 * width - margin)) : int(x1 * width + margin) + 1] = 0  # fmt: skip
    joined = cv2.morphologyEx(ink, cv2.MORPH_CLOSE, np.ones((3, 3), np.uint8))  # strokes of one character touch
    _, _, stats, _ = cv2.connectedComponentsWithStats(joined, connectivity=8)
    longest = np.maximum(stats[1:, cv2.CC_STAT_WIDTH], stats[1:, cv2.CC_STAT_HEIGHT])
    thin = np.minimum(stats[1:, cv2.CC_STAT_WIDTH], stats[1:, cv2.CC_STAT_HEIGHT])
    alike = (longest > 0.5 * size) & (longest < 2.5 * size) & (thin > 0.25 * size)
    return int(alike.sum()) / max(1, sum(len(line.text) for line in lines))


def ink_of(image: Image) -> Grey:
    """1 where the page is clearly darker or lighter than its neighbourhood: white print on a dark bar is print too."""
    grey = cv2.cvtColor(reduce(image, side=SIDE), cv2.COLOR_BGR2GRAY)
    around = cv2.medianBlur(cv2.resize(grey, None, fx=0.25, fy=0.25, interpolation=cv2.INTER_AREA), 15)
    around = cv2.resize(around, (grey.shape[1], grey.shape[0]), interpolation=cv2.INTER_LINEAR)
    return (cv2.absdiff(grey, around) > 35).astype(np.uint8)  # type: ignore[no-any-return]
