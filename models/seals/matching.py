"""A cluster of ink in; rough outlines of seals in it out, by laying rings, ovals and squares of all sizes over it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import cv2
import numpy as np
from numpy.typing import NDArray

from models.seals.outline import Outline

Mask = NDArray[np.uint8]

SIDE = 300  # pixels of the cluster's longer side at which outlines are laid over it; the fit is made on the full picture
STEP = 1.1  # from one size to the next; the ink is thickened enough to bridge that
LEAST = 0.42  # answer below which a place is not looked at again; whole rims answer 0.6-0.9, worn or crossed ones 0.5
LEAST_SMALL = 0.6  # the same for small rings, which must be whole; name stamps are small by nature
FRAME_STEP = 1.15  # how much larger another frame at the same place must be
RING_STEP = 1.3  # … and another ring: the line within the characters is 1.4-1.7 times smaller than the rim around them
PAD = 16  # pixels of paper around the cluster
MOST = {"round": 12, "oval": 12, "square": 7}  # places per cluster; characters answer to squares in great number
OVALS = (0.75, 0.67)  # axis ratios of usual oval seals (domain 9.1)
TURNS = (0.0, -7.0, 7.0)  # degrees that name stamps are tilted by; the fit does the rest
SMALLEST = 7.0  # pixels of half size below which a ring is no ring any more


class Sizes(NamedTuple):
    """Half sizes in pixels: the least; up to which an outline is small and must answer well, since characters look like small
    seals; the largest of squares, 0 where neither they nor ovals are looked for, as grey print imitates them too well."""

    smallest: float
    small: float
    largest_frame: float

    def scaled(self, factor: float) -> Sizes:
        return Sizes(*(size * factor for size in self))


def match_outlines(part: Mask, sizes: Sizes) -> list[Outline]:
    """Rough outlines, best first."""
    factor = min(1.0, max(SIDE / max(part.shape), SMALLEST / sizes.smallest))
    small = cv2.resize(part, None, fx=factor, fy=factor, interpolation=cv2.INTER_AREA) if factor < 1 else part
    thick = (cv2.dilate(small, np.ones((3, 3), np.uint8)) > 70).astype(np.float32)
    ink, sizes = Spectrum(np.pad(thick, PAD)), sizes.scaled(factor)
    answers = [
        (value, outline)
        for template in templates(sizes, max(small.shape) * 0.52)
        for value, outline in peaks(
            ink, template, LEAST_SMALL if template.a < sizes.small and template.shape != "square" else LEAST
        )
    ]
    answers.sort(key=lambda answer: -answer[0])
    return [outline.scaled(1, -PAD, -PAD).scaled(1 / factor) for outline in separate(answers)]


class Spectrum:
    """A picture of ink, transformed once, so that each outline laid over it costs one small product."""

    def __init__(self, ink: NDArray[np.float32]) -> None:
        self.shape = ink.shape
        rows, columns = (cv2.getOptimalDFTSize(side) for side in ink.shape)
        self.size = (rows, columns)
        self.ink = self.transformed(ink)

    def transformed(self, picture: NDArray[np.float32]) -> NDArray[np.float32]:
        padded = np.zeros(self.size, dtype=np.float32)
        padded[: picture.shape[0], : picture.shape[1]] = picture
        spectrum: NDArray[np.float32] = cv2.dft(padded, nonzeroRows=picture.shape[0])
        return spectrum

    def answer(self, kernel: NDArray[np.float32]) -> NDArray[np.float32]:
        """How well the kernel fits wherever it lies wholly within the picture: (rows - its rows + 1) x (columns - …)."""
        rows, columns = self.shape[0] - kernel.shape[0] + 1, self.shape[1] - kernel.shape[1] + 1
        product = cv2.mulSpectrums(self.ink, self.transformed(kernel), 0, conjB=True)
        found: NDArray[np.float32] = cv2.dft(product, flags=cv2.DFT_INVERSE | cv2.DFT_SCALE | cv2.DFT_REAL_OUTPUT)
        return found[:rows, :columns]


def templates(sizes: Sizes, high: float) -> Iterator[Outline]:
    """Outlines of all sizes up to ``high``, centred on 0."""
    size = max(SMALLEST, sizes.smallest)
    while size <= high:
        yield Outline(x=0, y=0, a=size, b=size)
        if sizes.largest_frame:
            yield from (Outline(x=0, y=0, a=size, b=size * ratio, shape="oval") for ratio in OVALS)
        if size <= sizes.largest_frame:
            yield from (Outline(x=0, y=0, a=size, b=size, angle=turn, shape="square") for turn in TURNS)
        size *= STEP


def kernel_of(outline: Outline) -> NDArray[np.float32]:
    """Weights that sum the rim's cover to at most 1 and take off half of what lies just within and just beyond it."""
    a, b = outline.a, outline.b
    gap = max(3.5, 0.09 * min(a, b))
    slack = gap + 2 + 0.13 * a * bool(outline.angle)
    half_x, half_y = int(np.ceil(a + slack)), int(np.ceil(b + slack))
    kernel = np.zeros((2 * half_y + 1, 2 * half_x + 1), dtype=np.float32)
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


def peaks(ink: Spectrum, template: Outline, least: float) -> list[tuple[float, Outline]]:
    """The best places of one outline, with their answers."""
    kernel = kernel_of(template)
    if kernel.shape[0] > ink.shape[0] or kernel.shape[1] > ink.shape[1]:
        return []
    answer = ink.answer(kernel)
    if cv2.minMaxLoc(answer)[1] <= least:
        return []
    highest = cv2.dilate(answer, np.ones((9, 9), np.uint8))
    ys, xs = np.nonzero((answer >= highest) & (answer > least))
    best = sorted(zip(answer[ys, xs].tolist(), xs.tolist(), ys.tolist(), strict=True), reverse=True)[: MOST[template.shape]]
    middle_x, middle_y = kernel.shape[1] // 2, kernel.shape[0] // 2
    return [(value, template.scaled(1, x + middle_x, y + middle_y)) for value, x, y in best]


def separate(answers: list[tuple[float, Outline]]) -> list[Outline]:
    """The best outlines that are not the same seal again: per place the best two shapes stay, fitting decides later. A frame and
    one much smaller are two shapes: characters answer like frames. So are a rim and the line within its characters, at places of
    their own."""
    kept: list[Outline] = []
    for _, outline in answers:
        same = [other for other in kept if is_same_place(other, outline)]
        alike = sum((other.shape == "square") == (outline.shape == "square") for other in kept)
        if alike < MOST[outline.shape] and len(same) < 2 and not any(is_alike(other, outline) for other in same):
            kept.append(outline)
    return kept


def is_same_place(one: Outline, other: Outline) -> bool:
    if one.away_from(other) >= 0.3 * max(one.size, other.size):
        return False
    return "square" in (one.shape, other.shape) or not is_larger(one, other, RING_STEP)


def is_alike(one: Outline, other: Outline) -> bool:
    if one.shape != other.shape:
        return False
    return one.shape != "square" or not is_larger(one, other, FRAME_STEP)


def is_larger(one: Outline, other: Outline, step: float) -> bool:
    """Whether one of them, whichever it is, is larger by that factor."""
    return max(one.size, other.size) >= step * min(one.size, other.size)
