"""A page picture whose lines of print bend in, the same page laid flat out: sheets that curl, booklets that arch to their fold.

Lines are bent only up or down, each point of the page by its own small way: what a curled sheet does to print seen from above.
How far is learned from the lines themselves, as along each of them the way up or down is all that changes.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import cv2
import numpy as np
from numpy.typing import NDArray

from models.imaging import reduce
from models.ocr import Image, Quad
from models.records import Box
from models.strips import is_vertical, quad_size

Floats = NDArray[np.float64]

LONG = 4.0  # a line this many times wider than high says something of its own slope
SLOPING = 1.0  # degrees; lines of a straightened page stay below 0.5 (drawn pages)
TALLER = 1.6  # times the usual height: the box around a line that bends
SUSPECT = 0.2  # share of the length of all lines that slopes or is tall, from which the page is looked at
SIDE = 1000  # long side in pixels on which lines are followed
STEP = 12  # pixels of a line that give one point
FEWEST = 6  # points of a line that says something of a bend
LINES = 4  # … and lines of a page
KNOTS = 16  # across the page, between which the bend is straight
# How little the bend may change from knot to knot: what is constant, what grows with y, with y² (guess; points are hundreds).
STIFFNESS = (3.0, 15.0, 15.0)
GRID = 65  # places across and down a page at which its bend is worked out
OUTLYING = 2.0  # pixels from the fitted line, beyond which a point counts less: another line, a comma
BENT = 0.004  # of the page's long side by which lines leave their chord: a quarter of a line of 10-point print (A4)
FITTING = 0.5  # of that is left at most, or the page bends in a way that this cannot follow


@dataclass(frozen=True)
class Points:
    """Places along lines of print on the reduced page: which line, and x, y in pixels."""

    line: NDArray[np.int64]
    x: Floats
    y: Floats


@dataclass(frozen=True)
class Bend:
    """By how much of the page's height print lies too low, at KNOTS places across it: constant, and growing with y and with y²,
    3 x KNOTS. ``seen``: the part of the page where lines were; beyond it the bend stays as it is there. ``lying``: all this holds
    for the page mirrored on its diagonal."""

    values: Floats
    seen: Box
    lying: bool

    def at(self, x: Floats, y: Floats) -> Floats:
        """At places in fractions of the page."""
        design = basis(np.clip(x, self.seen.x0, self.seen.x1).ravel(), np.clip(y, self.seen.y0, self.seen.y1).ravel())
        return (design @ self.values.ravel()).reshape(x.shape)

    def sag(self) -> float:
        """By how much of the page's height a line across the page leaves its chord, where it does most."""
        x, y = np.meshgrid(np.linspace(self.seen.x0, self.seen.x1, KNOTS), np.linspace(self.seen.y0, self.seen.y1, 5))
        moved = self.at(x, y)
        return float(max(np.ptp(row - np.polyval(np.polyfit(x[0], row, 1), x[0])) for row in moved))


def find_bend(image: Image, quads: Sequence[Quad]) -> Bend | None:
    """How the lines bend; None on a flat page, which is told from the lines' places (``quads``) alone. Stamps are best taken off
    ``image`` before, for their rims pass for lines. On a page that lies on its side, lines bend left or right."""
    lying = sum(max(quad_size(quad)) * (1 if is_vertical(quad) else -1) for quad in quads) > 0
    if lying:
        image, quads = transposed(image), [quad[[0, 3, 2, 1], ::-1] for quad in quads]
    if not may_bend(quads):
        return None
    grey = cv2.cvtColor(reduce(image, side=SIDE), cv2.COLOR_BGR2GRAY)
    points = followed(grey, [quad * (grey.shape[1] / image.shape[1]) for quad in quads])
    if len(np.unique(points.line)) < LINES:
        return None
    height, width = grey.shape
    x, y = points.x / width, points.y / height
    seen = Box(float(x.min()), float(y.min()), float(x.max()), float(y.max()))
    bend = Bend(fitted(points.line, x, y, height), seen, lying)
    before = spread(points.line, y)
    after = spread(points.line, y - bend.at(x, y))
    return bend if bend.sag() * height >= BENT * max(grey.shape) and after <= FITTING * before else None


def transposed(image: Image) -> Image:
    """The picture mirrored on its diagonal: what ran downwards runs to the right."""
    return cv2.transpose(image)  # type: ignore[no-any-return]


def may_bend(quads: Sequence[Quad]) -> bool:
    """Whether enough lines slope, or are boxed higher than they are, for the page to be bent."""
    sizes = [quad_size(quad) for quad in quads]
    long = [(quad, width, height) for quad, (width, height) in zip(quads, sizes, strict=True) if width >= LONG * height]
    if not long:
        return False
    usual = float(
        np.percentile([height for _, height in sizes], 25)
    )  # on a page of bent lines the short ones are as high as print
    odd = sum(width for quad, width, height in long if abs(degrees(quad)) > SLOPING or height > TALLER * usual)
    return odd >= SUSPECT * sum(width for _, width, _ in long)


def degrees(quad: Quad) -> float:
    dx, dy = quad[1] - quad[0]
    return float(np.degrees(np.arctan2(dy, dx)))


def followed(grey: NDArray[np.uint8], quads: Sequence[Quad]) -> Points:
    """Places along the middles of the lines of print that lie in ``quads``, a few pixels apart."""
    ink = cv2.adaptiveThreshold(grey, 1, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY_INV, 25, 15)
    ink &= cv2.fillPoly(np.zeros_like(grey), [quad.round().astype(np.int32) for quad in quads], 1)
    joined = cv2.morphologyEx(ink, cv2.MORPH_CLOSE, np.ones((1, STEP + 1), np.uint8))
    _, labels, stats, _ = cv2.connectedComponentsWithStats(joined, connectivity=8)
    long = stats[:, cv2.CC_STAT_WIDTH] >= FEWEST * STEP
    long[0] = False
    y, x = np.nonzero(joined.astype(bool) & long[labels])
    line, block = labels[y, x].astype(np.int64), x // STEP
    place, owner = np.unique(line * (grey.shape[1] // STEP + 1) + block, return_inverse=True)
    count = np.bincount(owner)
    middle_x, middle_y = np.bincount(owner, x) / count, np.bincount(owner, y) / count
    low, high = extremes(owner, y, len(place))
    thick = high - low
    lines = place // (grey.shape[1] // STEP + 1)
    usable = (thick >= 4) & (thick <= 2.0 * np.median(thick))
    often = np.bincount(lines[usable], minlength=int(lines.max(initial=0)) + 1) >= FEWEST
    keep = usable & often[lines]
    return Points(lines[keep], middle_x[keep], middle_y[keep])


def extremes(owner: NDArray[np.int64], values: NDArray[np.int64], count: int) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Least and greatest value of each owner."""
    low, high = np.full(count, 1 << 30), np.full(count, -1)
    np.minimum.at(low, owner, values)
    np.maximum.at(high, owner, values)
    return low, high


def fitted(line: NDArray[np.int64], x: Floats, y: Floats, height: int) -> Floats:
    """The bend that makes all lines straightest, each at a height of its own; 3 x KNOTS."""
    design = without_means(basis(x, y), line)
    target = without_means(y[:, None], line)[:, 0]
    stiff = stiffness()
    weights: Floats = np.ones(len(x))
    values: Floats = np.zeros(design.shape[1])
    for _ in range(5):
        weighted = design * weights[:, None]
        values = np.asarray(np.linalg.solve(weighted.T @ design + stiff, weighted.T @ target), np.float64)
        off = np.abs(target - design @ values) * height
        weights = 1 / (1 + (off / OUTLYING) ** 2)
    return values.reshape(3, KNOTS)


def basis(x: Floats, y: Floats) -> Floats:
    """One column for each value of a bend: the hats over the knots, as they are, and times y and y²."""
    hats = np.maximum(0, 1 - np.abs(x[:, None] * (KNOTS - 1) - np.arange(KNOTS)))
    return np.concatenate([hats, hats * y[:, None], hats * y[:, None] ** 2], axis=1)


def stiffness() -> Floats:
    """The cost of a bend that changes abruptly, and a little of any bend, so that places without print stay calm."""
    change = np.diff(np.eye(KNOTS), 2, axis=0)
    return np.kron(np.diag(STIFFNESS), change.T @ change + 1e-3 * np.eye(KNOTS))


def without_means(columns: Floats, line: NDArray[np.int64]) -> Floats:
    """Each column less its mean over the line that a row belongs to."""
    _, owner = np.unique(line, return_inverse=True)
    count = np.bincount(owner)
    means = np.stack([np.bincount(owner, column) / count for column in columns.T], axis=1)
    return columns - means[owner]


def spread(line: NDArray[np.int64], y: Floats) -> float:
    """How far the points of a line lie above and below its middle, typically."""
    return float(np.median(np.abs(without_means(y[:, None], line))))


def flatten(image: Image, bend: Bend) -> Image:
    """The page with its lines straight. The canvas grows by what moved furthest; nothing is cut."""
    if bend.lying:
        return transposed(flatten(transposed(image), replace(bend, lying=False)))
    height, width = image.shape[:2]
    across, down = np.linspace(0, 1, GRID), np.linspace(0, 1, GRID)
    moved = bend.at(*np.meshgrid(across, down))
    above, below = max(0.0, float(moved.max())), max(0.0, float(-moved.min()))
    rows = round(height * (1 + above + below))
    x, y = np.meshgrid(across, np.linspace(-above, 1 + below, GRID))
    source = y
    for _ in range(6):  # the bend is known of where print is seen, not of where it belongs
        source = y + bend.at(x, source)
    map_y = cv2.resize((source * height).astype(np.float32), (width, rows), interpolation=cv2.INTER_LINEAR)
    map_x = np.repeat(np.arange(width, dtype=np.float32)[None], rows, axis=0)
    flat: Image = cv2.remap(image, map_x, map_y, cv2.INTER_CUBIC, borderMode=cv2.BORDER_REPLICATE)
    return flat
