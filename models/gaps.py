"""Print within a line that its reading skips: now and then a recogniser drops a character and is sure of the others.

Where neighbours stand further apart than is usual in their line, and ink lies between them, that part is read once more from
close by. What is read there is put in, as sure as that look is; else the characters beside it are doubted. Punctuation is too
small to count."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from models.imaging import highest
from models.ocr import Engine, Image, Reading

WIDE = 1.6  # times the usual distance of two neighbours, from which something may stand between them
FEWEST = 4  # pairs of neighbours that tell what is usual
HALF = 0.55  # of the usual distance: what a character takes to each side of its middle
INKED = 0.4  # of the usual character's ink, from which a gap holds a character; 、 and 。 have a tenth (guess)
TALL = 0.35  # of the strip's height that a character's ink spans; a rule or a dash does not (guess)
RULED = 0.9  # of a gap's width that is dark where a rule runs through it
CONTEXT = 2  # characters to each side that are read with the gap
LIKELY = 0.6  # confidence from which what was read closely counts: of three such looks, 0.72 and 0.91 were right, 0.35 was not
DOUBTED = 0.8  # confidence of the characters beside a gap that nobody could read


class Gap(NamedTuple):
    """Unread ink before the character ``at``, in the strip's columns ``start`` to ``stop`` with the characters beside it, of
    which ``text`` holds ``before`` and ``after``."""

    at: int
    start: int
    stop: int
    before: str
    after: str


def without_gaps(strips: Sequence[Image], readings: Sequence[Reading], engine: Engine) -> list[Reading]:
    """The readings with what they skipped, or with doubt where that cannot be read."""
    found = [(i, gap) for i, (strip, reading) in enumerate(zip(strips, readings, strict=True)) for gap in gaps(strip, reading)]
    closer = engine.read([np.ascontiguousarray(strips[i][:, gap.start : gap.stop]) for i, gap in found])
    whole = list(readings)
    for (i, gap), look in reversed(list(zip(found, closer, strict=True))):  # from the right, so that places to the left stay
        whole[i] = filled(whole[i], gap, look, strips[i].shape[1])
    return whole


def gaps(strip: Image, reading: Reading) -> list[Gap]:
    """Where the strip shows print that its reading does not name, from left to right."""
    text = reading.text
    if not len(text) == len(reading.centres) == len(reading.confidences):
        return []
    middles = np.array(reading.centres) * strip.shape[1]
    apart = [b - a for (a, b), (one, other) in zip(pairwise(middles), pairwise(text), strict=True) if is_wide(one + other)]
    if len(apart) < FEWEST:
        return []
    usual = float(np.median(apart))
    wide = [at for at in range(1, len(text)) if middles[at] - middles[at - 1] > WIDE * usual]
    if not wide:
        return []
    ink = ink_of(strip)
    cells = [ink_amount(ink, middle - HALF * usual, middle + HALF * usual, usual) for middle in middles]
    least = INKED * float(np.median([cell for cell, one in zip(cells, text, strict=True) if is_wide(one)]))
    return [
        gap_at(at, text, middles, usual)
        for at in wide
        if ink_amount(ink, middles[at - 1] + HALF * usual, middles[at] - HALF * usual, usual) > least
    ]


def is_wide(text: str) -> bool:
    """Whether all characters are Chinese ones, which stand at even distances."""
    return all("\u4e00" <= one <= "\u9fff" for one in text)


def gap_at(at: int, text: str, middles: NDArray[np.float64], usual: float) -> Gap:
    first, last = max(0, at - CONTEXT), min(len(text), at + CONTEXT)
    start, stop = middles[first] - HALF * usual, middles[last - 1] + HALF * usual
    return Gap(at, max(0, int(start)), int(stop) + 1, text[first:at], text[at:last])


def ink_of(strip: Image) -> NDArray[np.bool_]:
    """True where a strip is nearer to its darkest print than to its paper; red ink is neither."""
    grey = highest(strip)
    paper, dark = np.percentile(grey, 90), np.percentile(grey, 3)
    return grey < (paper + dark) / 2


def ink_amount(ink: NDArray[np.bool_], start: float, stop: float, usual: float) -> float:
    """Dark pixels of what may be a character between two columns: on a piece as wide as one, without rules; 0 when it is low."""
    part = ink[:, max(0, round(start)) : max(0, round(stop))]
    if not part.size:
        return 0.0
    part = part[part.mean(axis=1) < RULED]
    if part.any(axis=1).sum() < TALL * len(ink):
        return 0.0
    columns = part.sum(axis=0)
    width = max(1, round(2 * HALF * usual))
    return float(np.convolve(columns, np.ones(width), "same").max())


def filled(reading: Reading, gap: Gap, closer: Reading, width: int) -> Reading:
    """The reading with what the closer look shows in the gap; else doubted beside it."""
    skipped = closer.text[len(gap.before) : len(closer.text) - len(gap.after)]
    weakest = min(closer.confidences, default=0.0)
    if not skipped.strip() or closer.text != gap.before + skipped + gap.after or weakest < LIKELY:
        return doubted(reading, gap.at)
    more = closer.centres[len(gap.before) : len(gap.before) + len(skipped)]
    places = (round((gap.start + place * (gap.stop - gap.start)) / width, 4) for place in more)
    confidences = (*reading.confidences[: gap.at], *(weakest for _ in more), *reading.confidences[gap.at :])
    return reading.model_copy(
        update={
            "text": reading.text[: gap.at] + skipped + reading.text[gap.at :],
            "centres": (*reading.centres[: gap.at], *places, *reading.centres[gap.at :]),
            "confidences": confidences,
            "confidence": float(np.mean(confidences)),
        }
    )


def doubted(reading: Reading, at: int) -> Reading:
    """The reading, unsure of the characters before and behind the gap."""
    beside = (at - 1, at)
    confidences = tuple(min(one, DOUBTED) if i in beside else one for i, one in enumerate(reading.confidences))
    return reading.model_copy(update={"confidences": confidences, "confidence": min(reading.confidence, DOUBTED)})
