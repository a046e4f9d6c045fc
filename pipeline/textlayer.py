"""A PDF's own words in, lines out, or none when they cannot be trusted.

Trusted are words that are whole Chinese print (no ``(cid:``, no private or replacement characters), that stand where the
picture has ink, and that leave no print of the picture without words. In doubt the page is read by OCR, which costs a
second; a wrong word layer costs a wrong accusation.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from types import TracebackType

import numpy as np
import pdfplumber
from pdfminer.pdfexceptions import PDFException
from pdfminer.psexceptions import PSException
from pdfplumber.utils.exceptions import PdfminerException

from extractors.normalisation import without_radicals
from models.ocr import Image
from models.records import Box, Line, Record
from models.wordcheck import print_without_words, words_agree_with_picture

TEXT_ERRORS = (
    PSException, PDFException, PdfminerException, ValueError, KeyError, TypeError, IndexError, AttributeError, AssertionError,
    OSError, RecursionError, OverflowError, UnicodeError, ZeroDivisionError, NotImplementedError,
)  # fmt: skip
"""What pdfminer was seen to raise for fonts and streams that it does not understand; such a page is read by OCR."""

FEWEST = 20  # characters; less is a page number or a stamp by the printing program
CHINESE = 0.2  # share of the characters: wrongly mapped fonts come out as Latin letters
COMMON = 0.7  # share of the Chinese characters in level 1 of GB 2312; contracts have 0.97, wrongly mapped fonts below 0.4
AGREEMENT = 0.9
STRAY = 0.3
GAP = 1.0  # em between characters from which a new line begins: columns stay apart
SPREAD = 5.0  # em between the characters of a spread label at most: two spread over six have 4
COLONS = "：:"
PALE = 0.7  # of full brightness in the darkest channel (guess; black print has 0, grey print 0.5)
DARK = 170
"""Of 255: mean of the channels of a ground on which pale print can be read; a watermark's paper has 230 and more (guess)."""
GROUND = 0.45  # share of a character's box that is ground at least (guess)
SPACE = 0.35  # em between two Latin words

UNREADABLE = re.compile(r"\(cid:|[\ufffd\ue000-\uf8ff\U000f0000-\U0010ffff\x00-\x08\x0e-\x1f]")
HAN = re.compile(r"[\u3400-\u9fff]")
RADICALS = re.compile(r"[\u2e80-\u2fdf\uf900-\ufaff]")


class Glyph(Record):
    """One character of the text layer, its box, and one em in fractions of the page's width."""

    text: str
    box: Box
    em: float


class TextLayer:
    """The words of one PDF's first ``pages`` pages, opened when the first of them asks."""

    def __init__(self, path: Path, *, pages: int) -> None:
        self.path = path
        self.numbers = range(1, pages + 1)
        self.pdf: pdfplumber.PDF | None = None

    def __enter__(self) -> TextLayer:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if self.pdf is None:
            return
        try:
            self.pdf.close()
        except TEXT_ERRORS:  # closing parses the remaining pages first
            self.pdf.stream.close()

    def lines(self, index: int, image: Image) -> tuple[Line, ...]:
        """The lines of one page, boxes as fractions of what is shown of it; empty when the layer cannot be read. ``image``: the
        page's picture, which shows whether pale words stand on a dark ground."""
        try:
            self.pdf = self.pdf or pdfplumber.open(self.path, pages=self.numbers)
            page = self.pdf.pages[index]
            try:
                return join_lines(glyphs_of(page, image))
            finally:
                page.close()  # else pdfplumber keeps every page's objects
        except TEXT_ERRORS:
            return ()


def trusted_lines(lines: Sequence[Line], image: Image) -> tuple[Line, ...]:
    """The lines when they are readable print and tell what the picture shows, else none."""
    if not is_readable("".join(line.text for line in lines)):
        return ()
    if words_agree_with_picture(image, lines) < AGREEMENT or print_without_words(image, lines) > STRAY:
        return ()
    return tuple(lines)


def is_readable(text: str) -> bool:
    """Whether this is Chinese print as people write it, not the leavings of a font without a character table."""
    text = "".join(text.split())
    han = HAN.findall(text)
    if len(text) < FEWEST or UNREADABLE.search(text) or len(han) < CHINESE * len(text):
        return False
    return sum(is_common(character) for character in han) >= COMMON * len(han)


def is_common(character: str) -> bool:
    """Level 1 of GB 2312: the 3755 most frequent characters, first byte up to D7."""
    try:
        return character.encode("gb2312")[0] <= 0xD7
    except UnicodeEncodeError:
        return False


def glyphs_of(page: pdfplumber.page.Page, image: Image) -> list[Glyph]:
    """Upright characters on the visible part of the page, dark ones and pale ones on a dark ground; watermarks are no text.
    Characters printed twice to look bold count once."""
    left, top, right, bottom = page.cropbox
    width, height = right - left, bottom - top
    glyphs: list[Glyph] = []
    for char in page.dedupe_chars(extra_attrs=()).chars:
        x0, x1, y0, y1 = (char["x0"] - left) / width, (char["x1"] - left) / width, (char["top"] - top), (char["bottom"] - top)
        box = Box(x0, y0 / height, x1, y1 / height)
        text = RADICALS.sub(lambda match: unicodedata.normalize("NFKC", match.group()), char["text"]).strip()
        if (
            text
            and is_level(char["matrix"])
            and all(0 <= middle <= 1 for middle in box.centre)
            and (not is_pale(char["non_stroking_color"]) or is_on_dark(box, image))
        ):
            glyphs.extend(split(text, box, char["size"] / width))
    return glyphs


def is_pale(colour: object) -> bool:
    """Grey or RGB close to white: a watermark, whose characters would run into the print that it lies under."""
    channels = colour if isinstance(colour, tuple | list) else (colour,)
    levels = [value for value in channels if isinstance(value, int | float)]
    return len(levels) in {1, 3} and min(levels) > PALE


def is_on_dark(box: Box, image: Image) -> bool:
    """Whether the picture is dark around a character, as in a coloured band; pale words on white nobody sees. Dark print that
    stands where a pale character does covers less than ``GROUND`` of its box."""
    height, width = image.shape[:2]
    part = image[int(box.y0 * height) : int(box.y1 * height) + 1, int(box.x0 * width) : int(box.x1 * width) + 1]
    return part.size > 0 and bool(np.quantile(part.mean(axis=2), GROUND) < DARK)


def is_level(matrix: Sequence[float]) -> bool:
    """Whether a character stands upright: at most 3 degrees off."""
    across, lean = matrix[0], matrix[1]
    return across > 0 and matrix[3] > 0 and abs(lean) < 0.05 * across


def split(text: str, box: Box, em: float) -> Iterator[Glyph]:
    """A ligature as its characters, side by side."""
    step = box.width / len(text)
    for number, character in enumerate(text):
        x0 = box.x0 + number * step
        yield Glyph(text=character, box=Box(x0, box.y0, x0 + step, box.y1), em=em)


def join_lines(glyphs: Sequence[Glyph]) -> tuple[Line, ...]:
    """Characters joined to lines, rows from top to bottom."""
    return tuple(line_of(part) for row in rows_of(glyphs) for part in join_spread(list(parts_of(row))))


def rows_of(glyphs: Sequence[Glyph]) -> list[list[Glyph]]:
    """Characters whose middles lie within half a character's height of the row's first one, from left to right."""
    rows: list[list[Glyph]] = []
    for glyph in sorted(glyphs, key=lambda glyph: glyph.box.centre[1]):
        if rows and glyph.box.centre[1] - rows[-1][0].box.centre[1] < 0.5 * min(glyph.box.height, rows[-1][0].box.height):
            rows[-1].append(glyph)
        else:
            rows.append([glyph])
    return [sorted(row, key=lambda glyph: glyph.box.x0) for row in rows]


def parts_of(row: Sequence[Glyph]) -> Iterator[list[Glyph]]:
    """The row cut where a gap is wider than a character."""
    part = [row[0]]
    for before, glyph in pairwise(row):
        if glyph.box.x0 - before.box.x1 > GAP * max(before.em, glyph.em):
            yield part
            part = []
        part.append(glyph)
    yield part


def join_spread(parts: Sequence[list[Glyph]]) -> list[list[Glyph]]:
    """Labels that are spread out to a common width put together again: 名    称, or 地    址：北京市…"""
    joined: list[list[Glyph]] = []
    for part in parts:
        if joined and continues_label(joined[-1], part):
            joined[-1].extend(part)
        else:
            joined.append(list(part))
    return joined


def continues_label(label: Sequence[Glyph], part: Sequence[Glyph]) -> bool:
    """Whether ``label`` is up to three lone Chinese characters and ``part`` goes on with one, alone or before its colon."""
    lone = len(part) == 1 or part[1].text in COLONS
    spread = len(label) <= 3 and all(HAN.match(glyph.text) for glyph in [*label, part[0]])
    gaps = [after.box.x0 - before.box.x1 for before, after in pairwise([*label, part[0]])]
    return lone and spread and GAP * part[0].em < min(gaps) and max(gaps) < SPREAD * part[0].em


def line_of(part: Sequence[Glyph]) -> Line:
    """One line with its characters' centres; a space only between Latin words, which would otherwise run together."""
    box = part[0].box
    for glyph in part[1:]:
        box = box.union(glyph.box)
    text, middles = part[0].text, [part[0].box.centre[0]]
    for before, glyph in pairwise(part):
        if needs_space(before, glyph):
            text += " "
            middles.append((before.box.x1 + glyph.box.x0) / 2)
        text += glyph.text
        middles.append(glyph.box.centre[0])
    width = max(box.width, 1e-9)
    centres = tuple(round(min(1.0, max(0.0, (middle - box.x0) / width)), 5) for middle in middles)
    return Line(text=without_radicals(text), confidence=1.0, box=within_page(box), centres=centres)


def needs_space(before: Glyph, glyph: Glyph) -> bool:
    latin = (before.text + glyph.text).isascii()
    return latin and glyph.box.x0 - before.box.x1 > SPACE * max(before.em, glyph.em)


def within_page(box: Box) -> Box:
    return Box(*(round(min(1.0, max(0.0, value)), 5) for value in box))
