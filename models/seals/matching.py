"""A cluster of ink in; rough outlines of seals in it out, by laying rings, ovals and squares of all sizes over it."""

from __future__ import annotations

from collections.abc import Iterator

import cv2
import numpy as np
from numpy.typing import NDArray

from models.seals.outline import Outline

Mask = NDArray[np.uint8]

SIDE = 300  # pixels of the cluster's longer side at which outlines are laid over it
STEP = 1.08  # from one size to the next; the ink is thickened enough to bridge that
LEAST = 0.42  # answer below which a place is not looked at again; whole rims answer 0.6-0.9, worn or crossed ones 0.5
MOST = 12  # places per cluster
OVALS = (0.75, 0.67)  # axis ratios of usual oval seals (domain 9.1)
TURNS = (0.0, -7.0, 7.0)  # degrees that name stamps are tilted by; the fit does the rest
SMALL = 7.0  # pixels of half size at SIDE below which a ring is no ring any more


def match_outlines(part: Mask, smallest: float, *, rims: bool) -> list[Outline]:
    """Rough outlines, best first. ``smallest``: least half size in pixels; ``rims``: also look for ovals and squares, which grey
    print imitates too well."""
    factor = min(1.0, SIDE / max(part.shape))
    small = cv2.resize(part, None, fx=factor, fy=factor, interpolation=cv2.INTER_AREA) if factor < 1 else part
    thick = (cv2.dilate(small, np.ones((3, 3), np.uint8)) > 70).astype(np.float32)
    thick = np.pad(thick, (pad := 12))
    answers = [
        (value, outline)
        for template in templates(max(SMALL, smallest * factor), max(small.shape) * 0.52, rims=rims)
        for value, outline in peaks(thick, template)
    ]
    answers.sort(key=lambda answer: -answer[0])
    return [outline.scaled(1, -pad, -pad).scaled(1 / factor) for outline in separate(answers)]


def templates(low: float, high: float, *, rims: bool) -> Iterator[Outline]:
    """Outlines of all sizes, centred on 0."""
    size = low
    while size <= high:
        yield Outline(x=0, y=0, a=size, b=size)
        if rims:
            yield from (Outline(x=0, y=0, a=size, b=size * ratio, shape="oval") for ratio in OVALS)
            yield from (Outline(x=0, y=0, a=size, b=size, angle=turn, shape="square") for turn in TURNS)
        size *= STEP


def kernel_of(outline: Outline) -> NDArray[np.float32]:
    """Weights that sum the rim's cover to at most 1 and take off half of what lies just within and just beyond it."""
    a, b = outline.a, outline.b
    slack = 6 + 0.25 * a * bool(outline.angle)
    half_x, half_y = int(np.ceil(a + slack)), int(np.ceil(b + slack))
    kernel = np.zeros((2 * half_y + 1, 2 * half_x + 1), dtype=np.float32)
    gap = max(3.5, 0.09 * min(a, b))
    for grow, weight in ((0.0, 1.0), (-gap, -0.35), (gap, -0.35)):
        line = np.zeros(kernel.shape, dtype=np.uint8)
        draw(line, outline, half_x, half_y, grow)
        kernel += weight * line.astype(np.float32) / max(1, int(line.sum()))
    return kernel


def draw(canvas: Mask, outline: Outline, x: int, y: int, grow: float) -> None:
    a, b = outline.a + grow, outline.b + grow
    if min(a, b) < 1:
        return
    if outline.shape == "square":
        corners = outline.model_copy(update={"x": float(x), "y": float(y), "a": a, "b": b}).corners()
        cv2.polylines(canvas, [np.rint(corners).astype(np.int32)], True, 1, 1)
        return
    cv2.ellipse(canvas, ((float(x), float(y)), (2 * a, 2 * b), 0.0), 1, 1)


def peaks(ink: NDArray[np.float32], template: Outline) -> list[tuple[float, Outline]]:
    """The best places of one outline, with their answers."""
    kernel = kernel_of(template)
    if kernel.shape[0] > 1.25 * ink.shape[0] or kernel.shape[1] > 1.25 * ink.shape[1]:
        return []
    answer = cv2.filter2D(ink, cv2.CV_32F, kernel, borderType=cv2.BORDER_CONSTANT)
    highest = cv2.dilate(answer, np.ones((9, 9), np.uint8))
    ys, xs = np.nonzero((answer >= highest) & (answer > LEAST))
    best = sorted(zip(answer[ys, xs].tolist(), xs.tolist(), ys.tolist(), strict=True), reverse=True)[:MOST]
    return [(value, template.scaled(1, x, y)) for value, x, y in best]


def separate(answers: list[tuple[float, Outline]]) -> list[Outline]:
    """The best outlines that are not the same seal again: per place the best two shapes stay, fitting decides later."""
    kept: list[Outline] = []
    for _, outline in answers:
        same = [
            other for other in kept if np.hypot(other.x - outline.x, other.y - outline.y) < 0.3 * max(other.size, outline.size)
        ]
        if len(same) < 2 and all(other.shape != outline.shape for other in same):
            kept.append(outline)
        if len(kept) >= MOST:
            break
    return kept
