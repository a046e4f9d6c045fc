"""Part of a page in; whether somebody wrote there out. Says that ink of a pen is there, never whose it is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

import cv2
import numpy as np
from numpy.typing import NDArray

from models.imaging import highest, lowest, red_lead
from models.ocr import Image
from models.records import Box, Record

State = Literal["signed", "empty", "unclear"]
Mask = NDArray[np.uint8]

DARKER = 0.80  # of the paper's white: ink is below this in its darkest channel (blue pens on grey scans stay below 0.75; guess)
REDDER = 28  # grey levels (of 255) by which stamp ink's red leads both others; brown and purple pens stay below (guess)
TINT = (
    34.0  # grey levels between the channels of blue ink, its paper subtracted; black print on warm paper stays below 20 (guess)
)
SPECK = 0.10  # of the label's height: smaller pieces are dust
SIGNED_INK = 0.16  # squares of the label's height of ink that a signature has at least; two thin characters have 0.4
SIGNED_HEIGHT, SIGNED_WIDTH = 0.65, 0.7  # of the label's height: how far its ink reaches at least
EMPTY_INK = 0.05  # squares of the label's height of ink that an empty place may hold
STROKE_HEIGHT = 0.5  # of the label's height: the tallest piece of ink reaches at least this far
RULE_LENGTH = 2.5  # label heights from which a straight run is an underline or a table's border


class Handwriting(Record):
    """What lies in a place: its state, where the ink is (``None`` when there is none), and whether it has a colour, as pens have
    and print has not."""

    state: State
    box: Box | None = None
    tinted: bool = False


def look_for_handwriting(image: Image, place: Box, printed: Sequence[Box], label_height: float) -> Handwriting:
    """Pen strokes in ``place`` apart from ``printed`` boxes, rules and stamp ink. All fractions; ``label_height`` of the page's
    height, by which strokes are measured."""
    height, width = image.shape[:2]
    x0, y0, x1, y1 = pixels(place, width, height)
    if x1 - x0 < 4 or y1 - y0 < 4:
        return Handwriting(state="unclear")
    part = image[y0:y1, x0:x1]
    unit = max(6.0, label_height * height)
    strokes = pen_strokes(on_white(part), unit)
    for box in printed:
        a, b, c, d = pixels(box, width, height)
        strokes[max(0, b - y0) : max(0, d - y0), max(0, a - x0) : max(0, c - x0)] = 0
    found = judged(strokes, unit, (x0, y0), (width, height))
    return found.model_copy(update={"tinted": is_tinted(part, strokes)})


def pixels(box: Box, width: int, height: int) -> tuple[int, int, int, int]:
    x0, y0 = max(0, int(box.x0 * width)), max(0, int(box.y0 * height))
    return x0, y0, min(width, int(np.ceil(box.x1 * width))), min(height, int(np.ceil(box.y1 * height)))


def on_white(part: Image) -> Image:
    """The part as if its paper were white in each channel: in a photo's bluish shadow a seal is hardly redder than blue."""
    paper = np.maximum(np.percentile(part.reshape(-1, 3), 85, axis=0), 60.0)
    whitened: Image = np.clip(part * (245.0 / paper), 0, 255).astype(np.uint8)
    return whitened


def pen_strokes(part: Image, unit: float) -> Mask:
    """255 where dark or blue strokes are: not red, not straight rules, not dust. ``unit``: the label's height in pixels."""
    darkest, brightest = lowest(part), highest(part)
    white = max(60.0, float(np.percentile(brightest, 85)))
    red = red_lead(part) > REDDER
    ink = (darkest < DARKER * white) & ~(red & (brightest > 0.5 * white))
    mask = ink.astype(np.uint8) * 255
    mask[near_red(red, unit) & (brightest > 0.5 * white)] = 0
    return without_dust(without_rules(mask, unit), unit)


def near_red(red: NDArray[np.bool_], unit: float) -> NDArray[np.bool_]:
    """Stamp ink with its blurred edge, whose mixed colours would pass for a faint stroke."""
    size = 2 * max(1, round(0.1 * unit)) + 1
    near: NDArray[np.bool_] = cv2.dilate(red.astype(np.uint8), np.ones((size, size), np.uint8)) > 0
    return near


def without_rules(mask: Mask, unit: float) -> Mask:
    """Without long straight runs: underlines, borders of tables. Scans bend a little, so runs are looked for in thickened ink."""
    length = max(12, round(RULE_LENGTH * unit))
    cleaned = mask.copy()
    for kernel in ((length, 1), (1, length)):
        thick = cv2.dilate(mask, np.ones((3, 1) if kernel[0] > 1 else (1, 3), np.uint8))
        runs = cv2.morphologyEx(thick, cv2.MORPH_OPEN, np.ones(kernel[::-1], np.uint8))
        cleaned[cv2.dilate(runs, np.ones((3, 3), np.uint8)) > 0] = 0
    return cleaned


def without_dust(mask: Mask, unit: float) -> Mask:
    count, labels, stats, _ = cv2.connectedComponentsWithStats(mask)
    least = max(2.0, SPECK * unit)
    keep = (stats[:, cv2.CC_STAT_WIDTH] >= least) | (stats[:, cv2.CC_STAT_HEIGHT] >= least)
    keep[0] = False
    kept: Mask = keep[labels].astype(np.uint8) * 255 if count > 1 else np.zeros_like(mask)
    return kept


def judged(strokes: Mask, unit: float, corner: tuple[int, int], size: tuple[int, int]) -> Handwriting:
    """Signed when there is enough ink, high and wide enough; empty when there is next to none."""
    ink = float((strokes > 0).sum()) / unit**2
    if ink < EMPTY_INK:
        return Handwriting(state="empty")
    ys, xs = np.nonzero(strokes)
    (left, right), (top, bottom) = np.percentile(xs, [1, 99]), np.percentile(ys, [1, 99])
    box = Box(
        (left + corner[0]) / size[0], (top + corner[1]) / size[1], (right + corner[0]) / size[0], (bottom + corner[1]) / size[1]
    )
    tall, wide = (bottom - top) / unit, (right - left) / unit
    sure = ink >= SIGNED_INK and tall >= SIGNED_HEIGHT and wide >= SIGNED_WIDTH and tallest(strokes) >= STROKE_HEIGHT * unit
    return Handwriting(state="signed" if sure else "unclear", box=box)


def is_tinted(part: Image, strokes: Mask) -> bool:
    """Whether the strokes are bluer (or otherwise more coloured) than the paper under them."""
    inside = part[strokes > 0].astype(np.float32)
    if len(inside) < 20:
        return False
    cast = np.median(part.reshape(-1, 3), axis=0)
    tint = inside - cast
    return bool(np.median(np.ptp(tint - tint.mean(axis=1, keepdims=True), axis=1)) > TINT)


def tallest(strokes: Mask) -> int:
    """Height in pixels of the tallest connected piece: dust may lie far apart, a character hangs together."""
    return int(cv2.connectedComponentsWithStats(strokes)[2][1:, cv2.CC_STAT_HEIGHT].max(initial=0))


def red_share(image: Image, place: Box) -> float:
    """Share of stamp ink in a place, 0 … 1."""
    height, width = image.shape[:2]
    x0, y0, x1, y1 = pixels(place, width, height)
    part = image[y0:y1, x0:x1].astype(np.int16)
    if part.size == 0:
        return 0.0
    return float((part[:, :, 2] - np.maximum(part[:, :, 0], part[:, :, 1]) > REDDER).mean())
