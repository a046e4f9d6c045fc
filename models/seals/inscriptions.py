"""A round seal's face and where its name stands in; its code on the lower arc and the words in its middle out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from models.ocr import Engine, Image, Reading
from models.seals.unwrapping import BINS, Band, Face, ring_strip, runs
from models.seals.wording import clean, only_code, usual_purpose

CENTRE_SURE = 0.8  # mean confidence for a centre text that is none of the usual ones
HALF_READ = 8  # digits from which a strip of the lower arc is a code that stands the usual way round
TRACES = 3  # digits from which it may be one that print hides (guess)
CODE_SURE, CODE_WEAKEST = 0.9, 0.85  # mean and weakest digit (192 drawn codes: none wrong, one with a weakest of 0.75)
CODE_MIDDLE, CODE_REACH = 22.0, 75.0  # degrees: half of what shows a code's height; how far to each side it may reach
CODE_BREAK = 9  # degrees of paper within a code
INKED = 0.3  # of full ink, from which a place counts as printed
CODE_COVER, LINE_COVER = 0.10, 0.75  # share of the directions that digits cover at least; and a second rim's thin line at least
RIM_PART = 0.5  # of the highest print there: what is lower is the rim's edge (guess)
CODE_LOWEST, CODE_HIGHEST = 3, 14  # hundredths of the radius that digits are high


def read_code(face: Face, views: Iterator[Face], band: Band, engine: Engine) -> str | None:
    """The digits on the lower arc, if there are any: small, near the rim, feet on the rim (some stand the other way).
    ``views``: the same seal seen otherwise. The first of them shows digits best and is read first; the ink alone, and then the
    others, one by one, where that shows digits, but not all of them surely."""
    arc = code_band(face, band)
    if arc is None:
        return None
    first = next(views, face)
    reading = engine.read([ring_strip(first, arc, flip=True, margin=6)])[0]
    if code := sure_code(reading):
        return code
    if digits_in(reading) < HALF_READ:
        ways = (True, False) if first is not face and digits_in(reading) >= TRACES else (False,)
        readings: Iterable[Reading] = engine.read([ring_strip(face, arc, flip=flip, margin=6) for flip in ways])
    else:
        others = (view for view in chain([face], views) if view is not first)
        readings = (engine.read([ring_strip(view, arc, flip=True, margin=6)])[0] for view in others)
    return next((code for code in map(sure_code, readings) if code), None)


def digits_in(reading: Reading) -> int:
    return sum(character.isdigit() for character in reading.text)


def sure_code(reading: Reading) -> str | None:
    sure = reading.confidence >= CODE_SURE and min(reading.confidences, default=0.0) >= CODE_WEAKEST
    return only_code(reading.text) if sure else None


def code_band(face: Face, band: Band) -> Band | None:
    """The part of the gap that holds small print near the rim. Its height shows in the middle of the gap, where no name and
    no end of a centre line reaches; from there it is followed to both sides."""
    half = min(CODE_MIDDLE, band.gap / 2 - 6)
    if half < 8:
        return None
    rows = code_rows(face, band, half)
    if rows is None:
        return None
    inner, outer = rows
    middle, reach = band.gap_middle, round(min(band.gap / 2 - 2, CODE_REACH))
    along = face.rings[around(middle, reach), inner + 1 : outer - 1].max(axis=1) > INKED
    pieces = [piece for piece in runs(along, join=CODE_BREAK) if piece[1] - piece[0] > 15]
    if not pieces:
        return None
    first, last = min(pieces, key=lambda piece: abs((piece[0] + piece[1]) / 2 - reach))
    return Band(inner=inner / 100, outer=outer / 100, start=middle - reach + first - 1, end=middle - reach + last + 1)


def code_rows(face: Face, band: Band, half: float) -> tuple[int, int] | None:
    """Hundredths of the radius between which digits stand: the outermost print as high as they are, within the rim's own lines
    and, where English runs outside the name, within that ring's feet."""
    low, high = round(band.inner * 100), round(band.outer * 100) + 1
    cover = (face.rings[around(band.gap_middle, round(half)), low:high] > INKED).mean(axis=0)
    printed = runs((cover > CODE_COVER) & (cover < LINE_COVER), join=1)
    heights = [(low + inner, low + outer) for inner, outer in printed if CODE_LOWEST <= outer - inner <= CODE_HIGHEST]
    if not heights:
        return None
    tallest = max(outer - inner for inner, outer in heights)
    inner, outer = [rows for rows in heights if rows[1] - rows[0] >= RIM_PART * tallest][-1]
    return inner - 1, min(outer + 2, high)


def around(middle: float, reach: int) -> list[int]:
    """Whole degrees up to ``reach`` on both sides of a direction."""
    return [round(middle + step) % BINS for step in range(-reach, reach + 1)]


def read_centre(lines: Sequence[Image], engine: Engine) -> str | None:
    """What the lines within the ring say: a usual purpose, else what was read with confidence."""
    readings = [reading for reading in engine.read(lines) if clean(reading.text)] if lines else []
    for reading in readings:
        purpose = usual_purpose(reading.text)
        if purpose and reading.confidence >= 0.5:
            return purpose
    sure = [reading for reading in readings if reading.confidence >= CENTRE_SURE and len(clean(reading.text)) >= 2]
    return "".join(clean(reading.text) for reading in sure) or None
