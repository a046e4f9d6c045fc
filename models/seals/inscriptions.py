"""A round seal's face and where its name stands in; its code on the lower arc and the words in its middle out."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from models.ocr import Engine, Image, Reading
from models.seals.unwrapping import Band, Face, ring_strip, runs
from models.seals.wording import clean, only_code, usual_purpose

CENTRE_SURE = 0.8  # mean confidence for a centre text that is none of the usual ones
HALF_READ = 8  # digits from which a strip of the lower arc is a code that stands the usual way round
CODE_SURE, CODE_WEAKEST = 0.9, 0.75
CODE_MIDDLE, CODE_REACH = 22.0, 75.0  # degrees: half of what shows a code's height; how far to each side it may reach
CODE_BREAK = 9  # degrees of paper within a code


def read_code(face: Face, darkness: Callable[[], Face], band: Band, engine: Engine) -> str | None:
    """The digits on the lower arc, if there are any: small, near the rim, feet on the rim (some stand the other way).
    ``darkness``: the same seal with all that is dark on it, looked at when the ink alone shows digits, but not all of them."""
    arc = code_band(face, band)
    if arc is None:
        return None
    first = engine.read([ring_strip(face, arc, flip=True, margin=6)])[0]
    if code := sure_code(first):
        return code
    if digits_in(first) >= HALF_READ:
        return sure_code(engine.read([ring_strip(darkness(), arc, flip=True, margin=6)])[0])
    other = engine.read([ring_strip(face, arc, margin=6)])[0]
    return sure_code(other)


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
    middle = band.gap_middle
    near = face.rings[[round(middle + step) % 360 for step in range(-round(half), round(half) + 1)]] > 0.3
    high = round(band.outer * 100) + 1
    cover = near[:, high - 24 : high].mean(axis=0)[::-1]
    rows = runs(cover > 0.10, join=1)
    if not rows or rows[0][0] > 10 or not 3 <= rows[0][1] - rows[0][0] <= 14:
        return None
    outer, inner = high - max(0, rows[0][0] - 2), high - rows[0][1] - 1
    reach = round(min(band.gap / 2 - 2, CODE_REACH))
    along = face.rings[[round(middle + step) % 360 for step in range(-reach, reach + 1)], inner + 1 : outer - 1].max(axis=1) > 0.3
    pieces = [piece for piece in runs(along, join=CODE_BREAK) if piece[1] - piece[0] > 15]
    if not pieces:
        return None
    first, last = min(pieces, key=lambda piece: abs((piece[0] + piece[1]) / 2 - reach))
    return Band(inner=inner / 100, outer=outer / 100, start=middle - reach + first - 1, end=middle - reach + last + 1)


def read_centre(lines: Sequence[Image], engine: Engine) -> str | None:
    """What the lines within the ring say: a usual purpose, else what was read with confidence."""
    readings = [reading for reading in engine.read(lines) if clean(reading.text)] if lines else []
    for reading in readings:
        purpose = usual_purpose(reading.text)
        if purpose and reading.confidence >= 0.5:
            return purpose
    sure = [reading for reading in readings if reading.confidence >= CENTRE_SURE and len(clean(reading.text)) >= 2]
    return "".join(clean(reading.text) for reading in sure) or None
