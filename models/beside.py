"""Print beside lines that the engine did not find with them: a line's cut off end, lone characters between a row's pieces, words.

Where ink lies level with a line, and no line covers it, its place is read; what is not read surely is left out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import cv2
import numpy as np
from numpy.typing import NDArray

from models.imaging import highest, reduce
from models.ocr import Engine, Image, Quad, Reading
from models.strips import cut_strip, is_vertical, quad_size

SIDE = 1280  # long side in pixels on which print is looked for, as the engine does
CONTRAST = 15  # grey levels by which print is darker than what is around it
STROKES = 0.35  # of a line's height: gaps between the strokes of one character (guess)
RULE = 3.0  # heights from which a stroke that runs level is a rule (guess)
HIGH = (0.45, 1.2)  # of its line's height, what may be a character (guess)
NARROW, WIDE = 0.15, 40.0  # heights: a cut off part of a character, and a long line (guess)
WORD = 3.0  # heights from which print is a word and no stray stroke (guess)
FILLED = 0.3  # share of its box that a character's ink fills, its gaps closed; a background's curves fill less (guess)
LEVEL = 0.3  # heights by which its middle may lie off the line's
TOUCHING = 0.3  # heights to a line's end, within which print belongs to the line
NEAR = 5.0  # heights to the nearest piece of its row: 2026 年 1 月 has gaps of two to four …
APART = 15.0  # … and of a word: from a label to the column of values (guess)
ROOM = 0.15  # heights around print when it is read
SURE = 0.95  # confidence from which what was read counts
LONG = 6  # characters that no stray strokes make up (guess)
PLAIN = 0.8  # share of a long text that is characters and figures (guess)
DOUBT = 0.03  # by which the longer reading of a line may be less sure than the shorter one (guess)
MOST = 16  # places that are read on one page, so that a speckled page costs no more than others
FRAMES = "口一"  # what an empty box and a dash are read as


class Piece(NamedTuple):
    """A line of print: where it lies, the picture that was cut of it, and what that says."""

    quad: Quad
    strip: Image
    reading: Reading


class Spot(NamedTuple):
    """Print that no line covers, in pixels of the page; ``line``: number of the nearest line of its row; ``side``: -1 where it is
    left of that, 1 right; ``gap`` to it in heights; ``between``: whether the row goes on at its other side."""

    quad: Quad
    line: int
    side: int
    gap: float
    between: bool


def print_beside(image: Image, quads: Sequence[Quad]) -> list[Spot]:
    """Where print lies beside lines that run level, the nearest first."""
    level = [i for i, quad in enumerate(quads) if not is_vertical(quad)]
    if not level:
        return []
    small = reduce(image, side=SIDE)
    scale = small.shape[1] / image.shape[1]
    places = np.array([[*quads[i].min(axis=0), *quads[i].max(axis=0)] for i in level]) * scale
    usual = float(np.median([min(quad_size(quads[i])) for i in level])) * scale
    ink = uncovered(highest(small), [quad * scale for quad in quads], usual)
    _, _, stats, _ = cv2.connectedComponentsWithStats(ink)
    found = (spot_of(stat, places, level, scale) for stat in stats[1:][could_be_print(stats[1:], usual)])
    return sorted((spot for spot in found if spot is not None), key=lambda spot: spot.gap)[:MOST]


def uncovered(grey: NDArray[np.uint8], quads: Sequence[Quad], usual: float) -> NDArray[np.uint8]:
    """1 where print lies outside all lines, the gaps within characters closed; rules are left out."""
    around = max(3, 2 * round(usual) + 1)
    ink = cv2.adaptiveThreshold(grey, 1, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY_INV, around, CONTRAST)
    rules = cv2.morphologyEx(ink, cv2.MORPH_OPEN, np.ones((1, max(3, round(RULE * usual))), np.uint8))
    ink[cv2.dilate(rules, np.ones((3, 3), np.uint8)) > 0] = 0
    cv2.fillPoly(ink, [np.round(quad).astype(np.int32) for quad in quads], 0)
    gap = max(1, round(STROKES * usual))
    return cv2.morphologyEx(ink, cv2.MORPH_CLOSE, np.ones((max(1, gap // 2), gap), np.uint8))  # type: ignore[no-any-return]


def could_be_print(stats: NDArray[np.int32], usual: float) -> NDArray[np.bool_]:
    width, height, area = stats[:, cv2.CC_STAT_WIDTH], stats[:, cv2.CC_STAT_HEIGHT], stats[:, cv2.CC_STAT_AREA]
    sized = (width >= NARROW * usual) & (width <= WIDE * usual) & (height >= HIGH[0] * usual / 2) & (height <= 3 * usual)
    filled: NDArray[np.bool_] = sized & (area >= FILLED * width * height)
    return filled


def spot_of(stat: NDArray[np.int32], places: NDArray[np.float32], level: Sequence[int], scale: float) -> Spot | None:
    """The piece of ink beside the nearest line of its row; None when there is none, or when it is no character of that row."""
    x, y, width, height = (int(value) for value in stat[:4])
    heights = places[:, 3] - places[:, 1]
    off = np.abs((places[:, 1] + places[:, 3]) / 2 - (y + height / 2))
    row = (off <= LEVEL * heights) & (height >= HIGH[0] * heights) & (height <= HIGH[1] * heights)
    before, after = (x - places[:, 2]) / heights, (places[:, 0] - x - width) / heights
    gaps = np.where(row, np.maximum(before, after), np.inf)
    nearest = int(gaps.argmin())
    if gaps[nearest] > (APART if width >= WORD * heights[nearest] else NEAR):
        return None
    left = bool(after[nearest] > before[nearest])
    others = before if left else after
    room = ROOM * heights[nearest]
    box = (x - room, y - room, x + width + room, y + height + room)
    return Spot(
        quad=box_quad(*box) / np.float32(scale),
        line=level[nearest],
        side=-1 if left else 1,
        gap=float(gaps[nearest]),
        between=bool((row & (others >= -TOUCHING) & (others <= NEAR)).any()),
    )


def box_quad(x0: float, y0: float, x1: float, y1: float) -> Quad:
    return np.array([[x0, y0], [x1, y0], [x1, y1], [x0, y1]], dtype=np.float32)


def mended(image: Image, pieces: Sequence[Piece], spots: Sequence[Spot], engine: Engine) -> list[Piece]:
    """The lines with their cut off ends, and lone characters as lines of their own. All spots are read at once; only a line that
    is touched at both ends is read a second time."""
    known = list(pieces)
    lone = [spot for spot in spots if spot.gap > TOUCHING]
    first, *later = by_turn([spot for spot in spots if spot.gap <= TOUCHING])
    looks = [lengthened(known[spot.line].quad, spot) for spot in first] + [spot.quad for spot in lone]
    read = read_pieces(image, looks, engine)
    keep_longer(known, first, read[: len(first)])
    for spots_left in later:
        keep_longer(
            known, spots_left, read_pieces(image, [lengthened(known[spot.line].quad, spot) for spot in spots_left], engine)
        )
    alone = [piece for spot, piece in zip(lone, read[len(first) :], strict=True) if is_sure(piece.reading, spot)]
    return known + [piece for piece in alone if not is_said(piece, known)]


def is_said(piece: Piece, known: Sequence[Piece]) -> bool:
    """Whether a line that bends around the place says the same already."""
    x, y = piece.quad.mean(axis=0)
    return any(
        len(piece.reading.text) > 1 and piece.reading.text in line.reading.text
        for line in known
        if line.quad[:, 0].min() <= x <= line.quad[:, 0].max() and line.quad[:, 1].min() <= y <= line.quad[:, 1].max()
    )


def by_turn(touching: Sequence[Spot]) -> list[list[Spot]]:
    """The spots in batches of which each has one for a line at most; the first batch may be empty."""
    turns: list[list[Spot]] = [[]]
    for spot in touching:
        free = next((turn for turn in turns if all(other.line != spot.line for other in turn)), None)
        if free is None:
            turns.append([spot])
        else:
            free.append(spot)
    return turns


def read_pieces(image: Image, quads: Sequence[Quad], engine: Engine) -> list[Piece]:
    strips = [cut_strip(image, quad) for quad in quads]
    return [Piece(*one) for one in zip(quads, strips, engine.read(strips), strict=True)]


def keep_longer(known: list[Piece], spots: Sequence[Spot], longer: Sequence[Piece]) -> None:
    """Puts the longer pieces that say more in the place of their lines."""
    for spot, piece in zip(spots, longer, strict=True):
        if goes_further(piece.reading, known[spot.line].reading, spot.side):
            known[spot.line] = piece


def lengthened(quad: Quad, spot: Spot) -> Quad:
    """The line, drawn out at one end along its own way until it holds the spot."""
    along = quad[1] - quad[0]
    length = max(1.0, float(np.linalg.norm(along)))
    way = along / length
    ends = (spot.quad - quad[0]) @ way
    result = quad.copy()
    if spot.side < 0:
        result[[0, 3]] += way * min(0.0, float(ends.min()))
    else:
        result[[1, 2]] += way * max(0.0, float(ends.max()) - length)
    return result


def goes_further(longer: Reading, reading: Reading, side: int) -> bool:
    """Whether the longer strip gives the same text and more at that end, where a cut character may have been misread."""
    text, more = (reading.text, longer.text) if side > 0 else (reading.text[::-1], longer.text[::-1])
    same = len(more) > len(text) > 1 and more.startswith(text[:-1])
    return same and all(is_character(one) for one in more[len(text) :]) and longer.confidence >= reading.confidence - DOUBT


def is_sure(reading: Reading, spot: Spot) -> bool:
    """Whether lone print is surely read; a few figures count only within a row, where a stray stroke is rare."""
    text = reading.text.strip()
    if len(text) >= LONG:
        return reading.confidence >= SURE and sum(map(is_character, text)) >= PLAIN * len(text)
    if not text or min(reading.confidences, default=reading.confidence) < SURE or not all(map(is_character, text)):
        return False
    return text not in FRAMES and (spot.between or not any(one.isdigit() for one in text))


def is_character(one: str) -> bool:
    return "\u4e00" <= one <= "\u9fff" or one in "0123456789"
