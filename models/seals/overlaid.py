"""A clear seal and the ink it stands in; the frames of name stamps that were set across it, or wholly within it, out.

What a seal shows of its own is round, or as small as a character: four straight sides as long as a name stamp's, each with less
ink beyond it, are a name stamp's. So its frame is looked for side by side, whatever ink of the seal lies on it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import cv2
import numpy as np
from numpy.typing import NDArray

from models.seals.fitting import SIDES
from models.seals.outline import Outline, sample

Mask = NDArray[np.uint8]
Edges = NDArray[np.float32]

RADIUS = 40  # pixels of the seal's half size at which it is looked over: 2 to a millimetre on the usual 40 mm
REACH = 1.75  # times the seal's half size: how far from its middle a stamp set on its rim may reach
TURNS = (0.0, -8.0, 8.0)  # degrees that a stamp is tilted by; the ink is thickened enough to bridge that
STEP = 5  # pixels from one size to the next, bridged as well
LENGTHS = range(16, 69, STEP)  # pixels of a stamp's sides: 8 mm, as high as a line of characters, to 34 mm
SQUARE = (25, 52, 1.3)  # … of the sides of a square one, 12.5 to 26 mm, and how much longer than wide it may be
LONG = (26, 1.6, 3.4)  # … of the shorter side of a long one at most; how many times longer the other is
BEYOND = 5  # pixels beyond a side, where ink counts against it by a half
LIKELY = 0.7  # clearness of the least side from which a place is looked at: 0.75-1.0 of 77 drawn stamps, 0.55 without, of squares
CLEAR = 0.67  # the same once the frame is drawn to the ink
MIDDLE, CLEAR_IN_MIDDLE = (
    0.15,
    0.8,
)  # of the seal's half size; … there: national emblems on 6 of 12 pages of another hand had 0.66
NEARER = ((0.0, -4.0, 4.0), (0.0, -2.0, 2.0), (0.0,))  # degrees tried one after the other
ALONG, AWAY = np.linspace(-0.9, 0.9, 50, dtype=np.float32), np.arange(-0.2, 0.401, 0.04, dtype=np.float32)
WITHOUT = 4  # steps of AWAY from a side to where ink counts against it
UNEQUAL = 0.5  # clearness that a frame loses which is twice as long as wide (guess)
TRIED = 6  # places looked at
OVER = 0.6  # share of its half side by which a stamp may lie beyond a seal's rim


class Size(NamedTuple):
    width: int
    height: int


def frames_on(mask: Mask, seal: Outline) -> list[Outline]:
    """The frame of a name stamp on a clear round or oval seal of a mask of ink, if there is one: how clear its least side is
    stands as its ``rim``."""
    factor, reach = RADIUS / seal.size, round(REACH * RADIUS)
    moved = np.array([[factor, 0, reach - seal.x * factor], [0, factor, reach - seal.y * factor]])
    part = cv2.warpAffine(mask, moved, (2 * reach, 2 * reach), flags=cv2.INTER_AREA)
    likely = sorted((frame for turn in TURNS for frame in turned_frames(part, turn)), key=lambda frame: -frame.rim)
    drawn = [drawn_to(mask, frame.scaled(1, -reach, -reach).scaled(1 / factor, seal.x, seal.y)) for frame in separate(likely)]
    clear = [frame for frame in drawn if lies_on(frame, seal) and is_clear(frame, seal) and is_usual(frame)]
    return sorted(clear, key=lambda frame: frame.rim - UNEQUAL * inequality(frame))[-1:]


def inequality(frame: Outline) -> float:
    """How much longer a square frame is than wide; a long one, of which few are made, counts as some."""
    return max(frame.a, frame.b) / min(frame.a, frame.b) - 1 if frame.shape == "square" else 0.2


def is_clear(frame: Outline, seal: Outline) -> bool:
    """Whether its four sides are; right in a seal's middle, where emblems stand, they must be clearer."""
    return frame.rim >= (CLEAR_IN_MIDDLE if frame.away_from(seal) < MIDDLE * seal.size else CLEAR)


def is_usual(frame: Outline) -> bool:
    """Whether a frame has the proportions of a name stamp."""
    return frame.shape == "square" or frame.a + frame.b > (1 + LONG[1]) * min(frame.a, frame.b)


def lies_on(frame: Outline, seal: Outline) -> bool:
    """Whether a frame lies across the seal's rim or within it, and does not merely touch it."""
    turn, room = np.deg2rad(seal.angle), OVER * min(frame.a, frame.b)
    dx, dy = frame.x - seal.x, frame.y - seal.y
    along, across = dx * np.cos(turn) + dy * np.sin(turn), dy * np.cos(turn) - dx * np.sin(turn)
    return bool(np.hypot(along / (seal.a + room), across / (seal.b + room)) < 1)


def separate(frames: list[Outline]) -> list[Outline]:
    """The clearest that are not the same place and size again."""
    kept: list[Outline] = []
    for frame in frames:
        if len(kept) < TRIED and not any(is_same(frame, other) for other in kept):
            kept.append(frame)
    return kept


def is_same(one: Outline, other: Outline) -> bool:
    return max(abs(one.a - other.a), abs(one.b - other.b), abs(one.x - other.x) / 1.5, abs(one.y - other.y) / 1.5) < STEP


def drawn_to(mask: Mask, frame: Outline) -> Outline:
    """The frame drawn to the ink: turned a little each way, then less, its sides moved to where they are clearest."""
    for turns in NEARER:
        turned = [frame.model_copy(update={"angle": frame.angle + turn}) for turn in turns]
        frame = max((with_sides_moved(mask, one) for one in turned), key=lambda one: one.rim)
    shape = "square" if max(frame.a, frame.b) < SQUARE[2] * min(frame.a, frame.b) else "rectangular"
    return frame.model_copy(update={"shape": shape, "over": True})


def with_sides_moved(mask: Mask, frame: Outline) -> Outline:
    (right, clear_right), (left, clear_left), (bottom, clear_bottom), (top, clear_top) = (
        clearest_offset(mask, frame, side) for side in SIDES
    )
    moved = frame.to_picture(np.float32((right - left) / 2), np.float32((bottom - top) / 2))  # type: ignore[arg-type]
    update = {
        "x": float(moved[0]),
        "y": float(moved[1]),
        "a": frame.a * (1 + (right + left) / 2),
        "b": frame.b * (1 + (bottom + top) / 2),
        "rim": round(min(clear_right, clear_left, clear_bottom, clear_top), 3),
    }
    return frame.model_copy(update=update)


def clearest_offset(mask: Mask, frame: Outline, side: tuple[int, int]) -> tuple[float, float]:
    """How far one side is to be moved along its normal, as a share of the half side, and how clear it is there."""
    half = frame.a if side[0] else frame.b
    reach = 1 + AWAY[None, :] * min(frame.a, frame.b) / half + 0 * ALONG[:, None]
    along = ALONG[:, None] + 0 * AWAY[None, :]
    u, v = (side[0] * reach, along) if side[0] else (along, side[1] * reach)
    ink = (sample(mask, frame, u.astype(np.float32), v.astype(np.float32)) > 100).astype(np.float32)
    cover = np.maximum(ink[:, 1:], ink[:, :-1]).mean(axis=0)
    clear = cover[:-WITHOUT] - ink.mean(axis=0)[1 + WITHOUT :] / 2
    best = int(clear.argmax())
    return float(AWAY[best + 1] * min(frame.a, frame.b) / half), float(clear[best])


def turned_frames(part: Mask, turn: float) -> Iterator[Outline]:
    """The clearest frame of each size that is turned by so many degrees, where it is clear at all."""
    height, width = part.shape
    middle = (width / 2, height / 2)
    level = cv2.warpAffine(part, cv2.getRotationMatrix2D(middle, turn, 1), (width, height), flags=cv2.INTER_LINEAR)
    top, bottom, left, right = edges_of(level)
    lying = sides_of(top, bottom)
    standing = sides_of(left.T, right.T) if lying else {}
    for size in SIZES:
        if size.width not in lying or size.height not in standing:
            continue
        (above, below), (before, behind) = lying[size.width], (side.T for side in standing[size.height])
        lines = cv2.min(above[: height - size.height], below[size.height :])
        clearest = cv2.min(lines, cv2.min(before[:, : width - size.width], behind[:, size.width :]))
        _, value, _, (x, y) = cv2.minMaxLoc(clearest)
        if value >= LIKELY:
            yield unturned(Outline(x=x, y=y, a=size.width / 2, b=size.height / 2, rim=value), turn, middle)


def unturned(frame: Outline, turn: float, middle: tuple[float, float]) -> Outline:
    """A frame, known by its upper left corner on the turned picture, where it lies on the picture."""
    turned = Outline(x=middle[0], y=middle[1], a=1, b=1, angle=turn)
    x, y = turned.to_picture(np.float32(frame.x + frame.a - middle[0]), np.float32(frame.y + frame.b - middle[1]))  # type: ignore[arg-type]
    return frame.model_copy(update={"x": float(x), "y": float(y), "angle": turn, "shape": "square"})


def edges_of(level: Mask) -> list[Edges]:
    """Ink less half of what lies beyond it: above it, below, to the left, to the right; full ink is 1."""
    ink = level.astype(np.float32) / np.float32(255)
    rows, columns = cv2.dilate(ink, np.ones((STEP, 1), np.uint8)), cv2.dilate(ink, np.ones((1, STEP), np.uint8))
    padded = np.pad(ink / 2, BEYOND)
    middle, before, after = slice(BEYOND, -BEYOND), slice(None, -2 * BEYOND), slice(2 * BEYOND, None)
    beyond = (padded[before, middle], padded[after, middle], padded[middle, before], padded[middle, after])
    return [thick - side for thick, side in zip((rows, rows, columns, columns), beyond, strict=True)]


def sides_of(*edges: Edges) -> dict[int, list[Edges]]:
    """By length: how clear a side is that begins at each place of a row; lengths of which none is clear are left out."""
    sums = [np.pad(np.cumsum(edge, axis=1, dtype=np.float32), ((0, 0), (1, 0))) for edge in edges]
    found = {}
    for length in LENGTHS:
        sides = [(summed[:, length:-1] - summed[:, : -length - 1]) / np.float32(length) for summed in sums]
        if min(cv2.minMaxLoc(side)[1] for side in sides) >= LIKELY:
            found[length] = sides
    return found


def sizes() -> Iterator[Size]:
    """All that a square or a long stamp may measure."""
    for width in LENGTHS:
        for height in LENGTHS:
            shorter, longer = sorted((width, height))
            square = SQUARE[0] <= shorter and longer <= SQUARE[1] and longer <= SQUARE[2] * shorter
            if square or (shorter <= LONG[0] and LONG[1] <= longer / shorter <= LONG[2]):
                yield Size(width, height)


SIZES = tuple(sizes())
