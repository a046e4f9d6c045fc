"""What was seen on a ring and the names that stand in print or on other seals beside it in; the one that the ring shows out.

Such a name is never taken for more than a hint: each of its characters must have been seen on the ring where it would stand,
or nothing else may have been read there. One clear character that speaks against it, and it is another name.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence
from math import log

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import Levenshtein
from rapidfuzz.fuzz import ratio

from models.seals.letters import BRACKET, Letter, RingText, pitch, turn
from models.seals.unwrapping import Band, Face, densities
from models.seals.wording import clean, has_ending, legal_ending

ALIKE = 55.0  # percent of likeness from which a printed name is compared with the ring, place by place
FEWEST = 4
NEARLY = 2  # characters by which a printed name may differ for both to be looked at once more
CLEAR = 0.93  # a character read as surely as this is what stands there …
PLAIN = 0.6  # … and below this it may be anything, so that a name may have a character there that nobody saw
SPOILED = 0.9  # the same within a legal ending, which seldom tells one name from another
SHARE = 0.12  # of a likelier character's confidence: what a character needs to count as seen beside it
MOSTLY = 0.6  # share of the characters before the legal ending that must have been read as they are in print
BLIND = 0.2  # share of them that nobody need have seen
INKED = 0.3  # density of print, relative to the name's own, where a character stands that nobody saw
UNSEEN = 0.01  # what such a character counts for beside another that was read there …
HIDDEN = 0.04  # … and how likely a name is for each of them where nothing was read: a name that needs none is likelier (guess)
MARGIN = 3.0  # how much likelier, as a logarithm, the name must be than any other in print


def name_on_other_seal(face: Face, ring: RingText, stamped: Sequence[str]) -> str | None:
    """The one of the names ``stamped`` on other seals of the same paper that the ring shows. Who stamps a paper often stamps it
    twice, while seals of units that differ in one character seldom meet: so here a letter too many beside a name read whole, or
    one lost at an end where the seal is worn off, is forgiven."""
    return name_in_print(face, without_stray(ring, set(stamped)), stamped, worn=True)


def without_stray(ring: RingText, names: Container[str]) -> RingText:
    """The ring without the letter beside a name that was read whole: a weak one before it, or one behind its ending that ends
    nothing itself, as print and marks within the ring are read."""
    text, letters = clean(ring.text), ring.letters
    if len(text) != len(letters) or not letters:
        return ring
    if text[1:] in names and letters[0].confidence < CLEAR:
        return ring._replace(letters=letters[1:])
    if text[:-1] in names and has_ending(text[:-1]) and not has_ending(text):
        return ring._replace(letters=letters[:-1])
    return ring


def name_in_print(face: Face, ring: RingText, printed: Sequence[str], *, worn: bool = False) -> str | None:
    """The one of the ``printed`` names that the ring shows; ``None`` when none does, or two do. ``worn``: a character may be worn
    off at one end, so that no ink shows where it stood."""
    read = clean(ring.text)
    if len(read) < FEWEST or len(read) != len(ring.letters):
        return None
    names = [name for name in dict.fromkeys(map(clean, printed)) if len(name) >= FEWEST and ratio(name, read) >= ALIKE]
    if read in names and has_ending(read):
        return read
    chances = sorted((chance, name) for name in names if (chance := likeness(face, ring, name, worn=worn)) is not None)
    if not chances or (len(chances) > 1 and chances[-1][0] - chances[-2][0] < MARGIN):
        return None
    return chances[-1][1]


def is_contested(read: str, printed: Sequence[str]) -> bool:
    """Whether a name in print is nearly, but not quite, what was read."""
    names = set(map(clean, printed))
    return read not in names and any(Levenshtein.distance(name, read, score_cutoff=NEARLY) <= NEARLY for name in names)


def likeness(face: Face, ring: RingText, name: str, *, worn: bool = False) -> float | None:
    """The logarithm of how likely the name's characters are; ``None`` when one is clearly another, or too many were not seen."""
    places = places_of(ring.letters, name)
    if places is None or has_more(ring.letters, places):
        return None
    step, own = pitch(ring.letters), len(name) - len(legal_ending(name))
    total, blind, alike = 0.0, 0, 0
    for place, (character, angle) in enumerate(zip(name, places, strict=True)):
        if character in BRACKET:
            continue
        evidence = highest(one for one in near(ring.seen, angle, 0.5 * step) if one.text == character)
        rival = highest(one for one in near(ring.letters, angle, 0.4 * step) if one.text != character)
        is_own, is_seen = place < own, evidence > 0 and evidence >= SHARE * rival
        may_be_bare = worn and place in (0, len(name) - 1)
        nothing_else = rival < (PLAIN if is_own else SPOILED) and (may_be_bare or is_inked(face, ring.band, angle, step))
        if rival >= CLEAR or not (is_seen or nothing_else):
            return None
        blind += is_own and not is_seen
        alike += is_own and evidence > rival
        total += log(max(UNSEEN, evidence) / max(UNSEEN, evidence, rival)) if evidence or rival else log(HIDDEN)
    count = max(1, sum(character not in BRACKET for character in name[:own]))
    return total if blind <= max(1.0, BLIND * count) and alike >= MOSTLY * count else None


def near(letters: Sequence[Letter], angle: float, reach: float) -> Iterator[Letter]:
    return (letter for letter in letters if abs(turn(letter.angle - angle)) < reach)


def highest(letters: Iterable[Letter]) -> float:
    return max((letter.confidence for letter in letters), default=0.0)


def places_of(letters: Sequence[Letter], name: str) -> list[float] | None:
    """The angle of each of the name's characters: that of the same letter where it was read; the others evenly between."""
    read = clean("".join(letter.text for letter in letters))
    blocks = Levenshtein.editops(read, name).as_matching_blocks()
    known = {block.b + i: letters[block.a + i].angle for block in blocks for i in range(block.size)}
    if len(known) < FEWEST:
        return None
    places, angles = sorted(known), [known[place] for place in sorted(known)]
    step = float(np.median(np.diff(angles) / np.diff(places)))
    first, last = places[0], places[-1]
    inner = np.interp(range(len(name)), places, angles)
    return [
        angles[0] - (first - i) * step if i < first else angles[-1] + (i - last) * step if i > last else float(inner[i])
        for i in range(len(name))
    ]


def has_more(letters: Sequence[Letter], places: Sequence[float]) -> bool:
    """Whether a character was clearly read right beside or between the name's own places."""
    step = pitch(letters)
    extra = [letter for letter in letters if min(abs(letter.angle - place) for place in places) > 0.6 * step]
    return any(letter.confidence >= PLAIN and places[0] - 1.6 * step < letter.angle < places[-1] + 1.6 * step for letter in extra)


def is_inked(face: Face, band: Band, angle: float, step: float) -> bool:
    """Whether something stands there: the seal's own ink, or print that may hide it."""
    return any(density(rings, band, angle, step) > INKED for rings in (face.rings, face.shaded))


def density(rings: NDArray[np.float32], band: Band, angle: float, step: float) -> float:
    """How densely a letter's place is filled, 1 as densely as the whole name."""
    filled = rings[:, round(band.inner * 100) + 1 : round(band.outer * 100) - 1] > 0.4
    named = densities(filled, band.start, band.end)
    return float((densities(filled, angle - step / 2, angle + step / 2) / named).min())
