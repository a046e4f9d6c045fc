"""Characters on a ring, known by the angle they stand at; how far apart they are, where one is missing, how sure they are."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from statistics import mean, median
from typing import NamedTuple

from models.ocr import Reading
from models.seals.unwrapping import Band
from models.seals.wording import has_ending, is_mere_ending

BRACKET = "（）()"
HOLE = 1.65  # pitches between two characters from which one is missing between them
BRACKET_HOLE = 1.85  # the same beside a bracket (guess)
UNENDED = 0.74  # share of its confidence that a name keeps which does not end as organisations do: its end may be lost


class Letter(NamedTuple):
    """One character on the ring: degrees clockwise from the right, confidence."""

    text: str
    angle: float
    confidence: float


class RingText(NamedTuple):
    """``clipped``: a character beside the name was too weak to be taken for one, yet stands where the next one would. ``seen``:
    every character that any look at the ring showed, chosen or not; ``line``: the whole reading that the letters come from."""

    letters: tuple[Letter, ...]
    band: Band
    clipped: bool = False
    seen: tuple[Letter, ...] = ()
    line: Reading | None = None

    @property
    def text(self) -> str:
        return "".join(letter.text for letter in self.letters)

    @property
    def confidence(self) -> float:
        """Between the letters' mean and the weakest of them, lowered for each hole between them and for a lost end. Brackets do
        not count: a network doubts which of two widths they have, and no name hangs on that."""
        sureness = [letter.confidence for letter in self.letters if letter.text not in BRACKET]
        if not sureness:
            return 0.0
        if is_mere_ending(self.text):
            return 0.3
        sure = max(0.0, 0.5 * mean(sureness) + 0.5 * min(sureness) - 0.2 * holes(self.letters))
        return sure * UNENDED if self.clipped else sure

    @property
    def worth(self) -> float:
        """For choosing between readings: sure, long, and ending as names of organisations do."""
        long = min(1.0, len(self.letters) / 8)
        return self.confidence * long + 0.01 * len(self.letters) + (0.1 if has_ending(self.text) else 0.0)


def turn(angle: float) -> float:
    """The same angle within -180 … 180."""
    return (angle + 180) % 360 - 180


def pitch(letters: Sequence[Letter]) -> float:
    """Usual angle from one letter to the next."""
    steps = [b.angle - a.angle for a, b in pairwise(letters)]
    return max(4.0, median(steps)) if steps else 20.0


def holes(letters: Sequence[Letter]) -> int:
    """How many more letters would fit between these; brackets stand further apart."""
    usual = pitch(letters)
    steps = [(b.angle - a.angle, BRACKET_HOLE if {a.text, b.text} & set(BRACKET) else HOLE) for a, b in pairwise(letters)]
    return sum(max(1, round(step / usual) - 1) for step, least in steps if step > least * usual)


def within(letters: Sequence[Letter], low: float, high: float) -> list[Letter]:
    """The letters whose angle, a full turn more or less, lies between the two."""
    turned = [letter._replace(angle=letter.angle + turn) for letter in letters for turn in (-360, 0, 360)]
    return [letter for letter in turned if low <= letter.angle <= high]
