"""A page's picture in, pieces of seals cut by its edges out; pieces of several pages in, seals across the seam out (domain 9.4).

A seal set over the fanned edges of a document, or over two facing pages, leaves on each page a piece that no whole rim shows. A
cap, whose arc runs from edge to edge, tells the circle that it was cut from; a slice between two caps only fits beside one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

import cv2
import numpy as np
from numpy.typing import NDArray

from models.ocr import Image
from models.records import Box, Edge, Record, Seal, SeamPiece, SeamSeal
from models.seals.finding import GAP, SOLID, WORK_SIDE, reduced
from models.seals.ink import Colour, has_colour, ink_mask, ink_of

Mask = NDArray[np.uint8]

# Shares of the page's shorter side, on A4: seals of 28 to 60 mm (domain 9.1) within 3 mm of the sheet's edge.
RADII = (0.065, 0.145)
FLUSH = 0.015
SHIFTED = 0.08  # how far from its edge the last of several fanned pages may show the rest (guess)
HALVED = 0.85  # width to height of that rest at most: it is no whole seal
DEEPEST = 0.28
SHORTEST = 0.05  # 10 mm along the edge
THINNEST = 0.008
SAME_PLACE = 0.06  # how far pages of one stack may be shifted along the edge (guess)
SAME_SIZE = 0.2  # share by which radii of pieces may differ: flat caps tell theirs badly
TRUE_ARC = 0.035  # of the radius: how far, in the mean, the outer ink of a cap may lie off its circle
COVERED = 0.75  # share of a cap's length along the edge over which the arc is there
LEAST_ARC = 0.1  # of the radius: how deep a cap is at least
FACING: dict[Edge, Edge] = {"left": "right", "right": "left", "top": "bottom", "bottom": "top"}


class Piece(Record):
    """Ink on a page's edge. ``middle`` and ``length`` along the edge and the ``radius`` of a cap are shares of the page's shorter
    side; a slice has no radius. What is not ``flush`` ends before the edge, as the rest of a seal does on the last page."""

    page: int
    edge: Edge
    colour: str
    box: Box
    middle: float
    length: float
    radius: float | None = None
    flush: bool = True


def find_pieces(image: Image, page: int = 0) -> list[Piece]:
    """Pieces of red and blue seals along all four edges; copies without colour show too much else there."""
    if not has_colour(image):
        return []
    small = reduced(image, min(1.0, WORK_SIDE / max(image.shape[:2])))
    colours: tuple[Colour, ...] = ("red", "blue")
    return [piece for colour in colours for piece in pieces_of(ink_mask(ink_of(small, colour), colour), colour, page)]


def pieces_of(mask: Mask, colour: Colour, page: int) -> Iterator[Piece]:
    height, width = mask.shape
    side = min(height, width)
    for edge, turned in along_edges(mask):
        for ink in ink_at_edge(turned, side):
            along, deep = ink.y + ink.part.shape[0], ink.part.shape[1]
            radius = radius_of_cap(ink.part) if ink.flush else None
            if radius is not None and not RADII[0] <= radius / side <= RADII[1]:
                continue
            yield Piece(
                page=page,
                edge=edge,
                colour=colour,
                box=box_at(edge, (ink.y, along), deep, (width, height)),
                middle=(ink.y + along) / 2 / side,
                length=ink.part.shape[0] / side,
                radius=radius / side if radius is not None else None,
                flush=ink.flush,
            )


def along_edges(mask: Mask) -> Iterator[tuple[Edge, Mask]]:
    """The page with each of its edges in turn brought to the left; mirrored, which circles bear."""
    yield "left", mask
    yield "right", mask[:, ::-1]
    yield "top", mask.T
    yield "bottom", mask[::-1].T


class EdgeInk(NamedTuple):
    """Ink that hangs together, from the edge at the left inwards; ``y``: where along the edge it begins."""

    y: int
    part: Mask
    flush: bool


def ink_at_edge(mask: Mask, side: int) -> Iterator[EdgeInk]:
    strip = np.ascontiguousarray(mask[:, : round(DEEPEST * side)])
    size = 2 * max(1, round(GAP * side / 2)) + 1
    joined = cv2.morphologyEx(strip, cv2.MORPH_CLOSE, cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (size, size)))
    count, labels, stats, _ = cv2.connectedComponentsWithStats(joined)
    for label in range(1, count):
        x, y, width, height, _area = (int(value) for value in stats[label])
        flush, whole = x <= FLUSH * side, x + width < strip.shape[1]
        near = flush or (x <= SHIFTED * side and width <= HALVED * height)
        if near and whole and width >= THINNEST * side and SHORTEST * side <= height <= 2.1 * RADII[1] * side:
            part = strip[y : y + height, : x + width].copy()
            part[labels[y : y + height, : x + width] != label] = 0
            yield EdgeInk(y, part, flush)


def radius_of_cap(part: Mask) -> float | None:
    """The radius, in pixels, of the circle that the ink's inner side runs along from edge to edge; ``None`` for other ink."""
    rows = np.flatnonzero(part.any(axis=1))
    outer = part.shape[1] - 1 - np.argmax(part[rows][:, ::-1] > 0, axis=1)
    points = np.stack([outer, rows], axis=1).astype(np.float64)
    centre_x, centre_y, radius = circle_through(points)
    for _ in range(3):
        off = np.abs(np.hypot(points[:, 0] - centre_x, points[:, 1] - centre_y) - radius)
        near = points[off <= max(2.0, 2 * TRUE_ARC * radius)]
        if len(near) < max(8, COVERED * part.shape[0]):
            return None
        centre_x, centre_y, radius = circle_through(near)
    off = np.abs(np.hypot(near[:, 0] - centre_x, near[:, 1] - centre_y) - radius)
    cut = -0.95 * radius < centre_x < 0.8 * radius and centre_x + radius >= LEAST_ARC * radius
    if not cut or float(off.mean()) > max(1.0, TRUE_ARC * radius) or float(outer.max()) < LEAST_ARC * radius:
        return None
    lens = float(outer.sum())
    return radius if float((part > 0).sum()) < max(SOLID * lens, 6.0 * len(rows)) else None


def circle_through(points: NDArray[np.float64]) -> tuple[float, float, float]:
    """The circle nearest to the points in the algebraic sense: x, y, radius."""
    matrix = np.column_stack([2 * points, np.ones(len(points))])
    (x, y, rest), *_ = np.linalg.lstsq(matrix, (points**2).sum(axis=1), rcond=None)
    return float(x), float(y), float(np.sqrt(max(0.0, rest + x * x + y * y)))


def box_at(edge: Edge, along: tuple[int, int], deep: int, size: tuple[int, int]) -> Box:
    width, height = size
    length, depth = (height, width) if edge in ("left", "right") else (width, height)
    start, end, inwards = round(along[0] / length, 4), round(along[1] / length, 4), round(deep / depth, 4)
    low, high = (0.0, inwards) if edge in ("left", "top") else (round(1 - inwards, 4), 1.0)
    return Box(low, start, high, end) if edge in ("left", "right") else Box(start, low, end, high)


def seam_seals(pieces: Sequence[Piece]) -> list[SeamSeal]:
    """Each seal once, whose pieces lie on consecutive pages at the same place of the same or the facing edge."""
    left = sorted(pieces, key=lambda piece: piece.page)
    seals = []
    while left:
        chain = [left[0]]
        for piece in left[1:]:
            if goes_with(chain[-1], piece) and fits_a_cap([*chain, piece]):
                chain.append(piece)
        left = [piece for piece in left if piece not in chain]
        if len(chain) > 1:
            shown = tuple(SeamPiece(page=piece.page, box=piece.box, edge=piece.edge) for piece in chain)
            seals.append(SeamSeal(colour=chain[0].colour, pieces=shown))
    return seals


def goes_with(one: Piece, following: Piece) -> bool:
    """Whether the next page goes on where this one ends."""
    return (
        one.flush
        and following.page == one.page + 1
        and following.colour == one.colour
        and following.edge in (one.edge, FACING[one.edge])
        and abs(following.middle - one.middle) < SAME_PLACE
    )


def fits_a_cap(chain: Sequence[Piece]) -> bool:
    """Whether the pieces may come from one circle, which a cap among them shows."""
    radii = [piece.radius for piece in chain if piece.radius]
    if not radii or any(abs(b - a) > SAME_SIZE * max(a, b) for a, b in pairwise(sorted(radii))):
        return False
    return max(piece.length for piece in chain) <= 2.15 * max(radii)


def without_pieces(seals: Sequence[Seal], across: Sequence[SeamSeal]) -> list[Seal]:
    """The seals that are none of the pieces."""
    pieces = [piece for seal in across for piece in seal.pieces]
    return [seal for seal in seals if not any(seal.page == piece.page and covers(piece.box, seal.box) for piece in pieces)]


def covers(piece: Box, seal: Box) -> bool:
    common = piece.intersection(seal)
    return common.width > 0 and common.height > 0 and common.area > 0.5 * seal.area
