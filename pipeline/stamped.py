"""Lines under stamps: where a seal lies over print that no line covers, lines are looked for once more, from close by."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from models.ocr import Engine, Image, Quad
from models.stamps import Place, amount_within, print_outside
from models.strips import quad_size, without_red

MARGIN = 0.3  # of a seal's size, to each side of it: what is printed across its rim ends there (guess)
STROKES = 0.12  # of a character's square: what the strokes of a simple one fill (guess)
EDGE = 3  # pixels: lines this close to the look's edge go on beyond it (guess)
LEVEL = 0.3  # share of its height that lies within another line's when they are one line (guess)
OVERLAP, WITHIN = (
    0.1,
    0.7,
)  # shares of a line in another from which they hold the same print, and from which it is its piece (guess)


def with_lines_under_stamps(image: Image, quads: Sequence[Quad], places: Sequence[Place], engine: Engine) -> list[Quad]:
    """The page's lines and those that a closer look at its seals finds."""
    lines = list(quads)
    for place in places if lines else ():
        lines = joined(lines, lines_under(image, lines, widened(place, image), engine))
    return lines


def lines_under(image: Image, lines: Sequence[Quad], place: Place, engine: Engine) -> list[Quad]:
    """The lines of a part of the page that hold print which the known ones do not; where one of them runs out of it to a side,
    those of all the width."""
    found = lines_in(image, lines, place, engine)
    across = (place[0], slice(0, image.shape[1]))
    if any(runs_out(quad, place) for quad in found):
        found, place = lines_in(image, lines, across, engine), across
    return [quad for quad in found if is_whole(quad, place, image)]


def lines_in(image: Image, lines: Sequence[Quad], place: Place, engine: Engine) -> list[Quad]:
    """What a look at a part of the page finds, be it cut off, of lines that hold print which the known ones do not."""
    height = float(np.median([min(quad_size(line)) for line in lines]))
    corner = np.array([place[1].start, place[0].start], dtype=np.float32)
    part = without_red(image[place])
    unread = print_outside(part, [line - corner for line in lines], height)
    least = STROKES * height * height
    if unread.sum() < least:
        return []
    return [quad + corner for quad in engine.find(part) if amount_within(unread, quad) >= least]


def runs_out(quad: Quad, place: Place) -> bool:
    """Whether a line goes on beyond a part of the page, left or right, and not above or below."""
    (x0, y0), (x1, y1) = quad.min(axis=0), quad.max(axis=0)
    rows, columns = place
    beside = x0 <= columns.start + EDGE or x1 >= columns.stop - EDGE
    return bool(beside and y0 > rows.start + EDGE and y1 < rows.stop - EDGE)


def widened(place: Place, image: Image) -> Place:
    more = round(MARGIN * max(side.stop - side.start for side in place))
    rows, columns = (
        slice(max(0, side.start - more), min(size, side.stop + more)) for side, size in zip(place, image.shape[:2], strict=True)
    )
    return rows, columns


def is_whole(quad: Quad, around: Place, image: Image) -> bool:
    """Whether a line found in a part of the page ends within it."""
    (rows, columns), (height, width) = around, image.shape[:2]
    (x0, y0), (x1, y1) = quad.min(axis=0), quad.max(axis=0)
    return bool(
        (x0 > columns.start + EDGE or columns.start == 0)
        and (y0 > rows.start + EDGE or rows.start == 0)
        and (x1 < columns.stop - EDGE or columns.stop == width)
        and (y1 < rows.stop - EDGE or rows.stop == height)
    )


def joined(lines: Sequence[Quad], closer: Sequence[Quad]) -> list[Quad]:
    """The lines with those that a closer look found; a line takes the place of its pieces. One that runs beyond another's end is
    left out: either would lose print, or both would hold the same."""
    result = list(lines)
    for quad in closer:
        touched = [line for line in result if is_alike(line, quad) and common(line, quad) > OVERLAP]
        if all(common(line, quad) > WITHIN for line in touched):
            result = [line for line in result if not any(line is piece for piece in touched)] + [quad]
    return result


def common(line: Quad, other: Quad) -> float:
    """The share of a line that lies within another, along that one, when both are on about the same height."""
    (low, high), (other_low, other_high) = ((one.min(axis=0), one.max(axis=0)) for one in (line, other))
    shares = np.clip(np.minimum(high, other_high) - np.maximum(low, other_low), 0, None) / np.maximum(1.0, high - low)
    along = int(np.argmax(other_high - other_low))
    return float(shares[along]) if shares[1 - along] > LEVEL else 0.0


def is_alike(one: Quad, other: Quad) -> bool:
    """Whether two lines are about as high."""
    return 0.5 < min(quad_size(one)) / max(1.0, min(quad_size(other))) < 2
