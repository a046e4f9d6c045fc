"""Seals: a page's picture in, its stamps out, with shape, colour, name, centre text and code.

Red ink is looked for always, then blue ink, beside red seals only for seals that touch nothing else; grey rings on copies only.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from models.ocr import Engine, Image
from models.records import Seal
from models.seals.finding import CERTAIN, apart, find_outlines, is_frame
from models.seals.ink import Colour, has_colour, paper_colour
from models.seals.kinds import kind_of
from models.seals.outline import Outline, sample
from models.seals.reading import SealText, hinted_by, read_round
from models.seals.square import read_rectangle, read_square
from models.seals.wording import UNSURE

COLOURS: tuple[Colour, ...] = ("red", "blue", "grey")
COPY = re.compile(r"原件|复印件")
"""What is stamped on copies: 与原件一致, 复印件与原件核对无误."""
EVIDENT = {"red": 0.6, "blue": 0.9, "grey": 0.82}
"""Clearness of the rim with which a seal counts even when nothing on it can be read."""
STARRED = 0.17
"""How much less clear it may be around a star."""
FRAMED = 0.05
"""How much clearer a square frame must be: name stamps in seal script cannot be read, but their frames are whole."""
ROUGH = 24.0
"""Texture that goes with it: a ring of six characters or more."""
PERFECT = 0.85
"""Clearness of a red rim that is a seal's whatever stands within it: 国务院 has three characters."""
HEAD = 0.2
"""Share of a page's height from its top in which logos and emblems stand: rounds with print along them, as seals are (guess)."""
LIGHT, MOSTLY = 0.7, 0.6
"""Share of the paper's light that paper around a name stamp gives back, and how much of it is bare: 0.82 or more around 18 drawn
stamps, 0.53 or less around three machines."""
ACROSS, DOWN = np.meshgrid(
    *2 * [np.linspace(-1.4, 1.4, 57, dtype=np.float32)]
)  # places in a frame and around it, in its own units
BESIDE = np.maximum(np.abs(ACROSS), np.abs(DOWN)) > 1.12
CONFIDENT_WORDS = 0.6
ROOM = 0.85
"""Share of its half side by which a name stamp must lie beyond a seal's rim for its characters to stand clear."""
MOST: dict[Colour, int] = {"red": 12, "blue": 6, "grey": 4}
"""Outlines read per page: a page of yearly inspection stamps has nine; in blue and grey most outlines are something else."""


class Names(NamedTuple):
    """What stands in print in the same paper: ``printed``, names of organisations, and ``people``."""

    printed: Sequence[str]
    people: Sequence[str]


def find_seals(
    image: Image,
    engine: Engine,
    page: int = 0,
    *,
    printed: Sequence[str] = (),
    stamped: Sequence[str] = (),
    people: Sequence[str] = (),
) -> list[Seal]:
    """Stamps on the upright page ``image``, from the clearest rim to the least clear; boxes as fractions. ``printed``: names of
    organisations in print in the same paper, ``stamped``: names on seals of its other pages; both may help with a name that the
    ring shows unclearly, as may the other seals of this page. ``people``: names of people in print, for name stamps."""
    seals: list[Seal] = []
    known: list[Outline] = []
    coloured = has_colour(image)
    for colour in COLOURS:
        if not may_have(colour, seals, coloured=coloured):
            continue
        outlines = [one for one in find_outlines(image, colour, apart_only=bool(seals)) if all(apart(one, two) for two in known)]
        outlines = outlines[: MOST[colour]]
        round_ones = [one for one in outlines if not is_frame(one)]
        words = [words_on(image, one, colour, engine, Names(printed, people), round_ones) for one in outlines]
        read = [(one, as_sure_as(one, said, outlines)) for one, said in zip(outlines, words, strict=True)]
        names = [*stamped, *(words.name for _, words in read if words.name and words.confidence > UNSURE)]
        hinted = [(outline, hinted_by(words, names)) for outline, words in read]
        found = [(outline, words) for outline, words in hinted if is_seal(image, outline, colour, words)]
        seals += [seal_of(image, outline, colour, page, words) for outline, words in found]
        known += [outline for outline, _ in found]
    return seals


def may_have(colour: Colour, seals: Sequence[Seal], *, coloured: bool) -> bool:
    """Whether seals of ``colour`` are worth looking for: grey ones on copies, which are not ``coloured`` but for the ``seals``
    with which they were stamped as such."""
    return coloured if colour != "grey" else not coloured or any(COPY.search(seal.name or "") for seal in seals)


def is_seal(image: Image, outline: Outline, colour: Colour, words: SealText) -> bool:
    """Whether the words show that it is one, or else the rim, where nothing else has such a rim; on a seal, a square has not."""
    if says_something(words):
        return True
    if outline.over:
        return outline.shape == "square"
    elsewhere = lies_on_paper(image, outline) if is_frame(outline) else not may_be_logo(outline, image.shape[0])
    return elsewhere and is_evident(outline, colour)


def may_be_logo(outline: Outline, height: int) -> bool:
    """Whether it stands where letterheads have their logos and has no star in its middle, which only seals have; ``height`` of
    the page."""
    return not outline.star and outline.y < HEAD * height


def lies_on_paper(image: Image, frame: Outline) -> bool:
    """Whether most of what is right around a frame is as light as the page's paper in every colour: a window or a machine on a
    photograph is framed too."""
    around = sample(image, frame, ACROSS, DOWN)[BESIDE] / paper_colour(image)
    return float((around.min(axis=-1) > LIGHT).mean()) > MOSTLY


def seal_of(image: Image, outline: Outline, colour: Colour, page: int, words: SealText) -> Seal:
    height, width = image.shape[:2]
    return Seal(
        page=page,
        box=outline.box(width, height),
        shape=outline.shape,
        colour=colour,
        name=words.name,
        centre_text=words.centre_text,
        code=words.code,
        confidence=words.confidence,
        kind=kind_of(outline.shape, words.name, words.centre_text, plain=words.plain),
    )


def words_on(  # noqa: PLR0917
    image: Image, outline: Outline, colour: Colour, engine: Engine, names: Names, beneath: Sequence[Outline]
) -> SealText:
    if outline.shape in ("round", "oval"):
        return read_round(image, outline, colour, engine, names.printed)
    read = read_square if outline.shape == "square" else read_rectangle
    stamp = read(image, outline, colour, engine, names.people, beneath)
    return SealText(name=stamp.name, confidence=stamp.confidence)


def as_sure_as(outline: Outline, words: SealText, all_outlines: Sequence[Outline]) -> SealText:
    """The words, unsure on an unclean oval, which may be drawn round two seals so that what stands along it is no name, and on a
    stamp set across the rim of another seal, whose strokes run into its own."""
    unclean = outline.shape == "oval" and outline.rim < CERTAIN
    crossed = is_frame(outline) and any(crosses(outline, other) for other in all_outlines if not is_frame(other))
    return words._replace(confidence=min(words.confidence, UNSURE)) if unclean or crossed else words


def crosses(frame: Outline, seal: Outline) -> bool:
    return frame.away_from(seal) < seal.size + ROOM * frame.size


def is_evident(outline: Outline, colour: Colour) -> bool:
    if outline.star and outline.rim >= EVIDENT[colour] - STARRED:
        return True
    if outline.shape in ("square", "rectangular"):
        return outline.rim >= EVIDENT[colour] + FRAMED and outline.shape == "square"
    if colour == "red" and outline.rim >= PERFECT:
        return True
    return outline.rim >= EVIDENT[colour] and outline.texture >= ROUGH


def says_something(words: SealText) -> bool:
    return words.confidence >= CONFIDENT_WORDS and bool(words.name)


__all__ = ["find_seals"]
