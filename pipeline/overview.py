"""A reading at a glance: a document in, one PNG out, with the boxes of what was read on its pages and a legend beside them.

Heyan ships no font. Chinese in the legend needs one of this machine; without it fields are numbered and named by their keys,
values that are not ASCII are left out, and the legend says so.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import NamedTuple

from PIL import Image, ImageDraw, ImageFont

from models.records import Box
from pipeline.documents import Document, Page
from pipeline.links import in_words
from pipeline.redaction import printable
from pipeline.words import FIELDS, MATERIALS, value_words

PAGE_SIDE = 1400
LEGEND_WIDTH = 680
MOST_PIXELS = 40_000_000
"""Of the whole picture; many pages are drawn smaller, down to ``SMALLEST``; what then does not fit is left out and counted."""
SMALLEST = 420
GAP = 24
TEXT = 19
ROW = 27
TAG = 32
FIRST = 40
"""Rows of the legend per page at most."""

PAPER, GROUND, INK, SOFT, LINE = (255, 255, 255), (238, 237, 233), (31, 35, 40), (100, 106, 114), (186, 190, 196)
SEAL, SIGNATURE, CODE = (196, 30, 40), (132, 60, 160), (0, 110, 190)
FIELD_COLOURS = (
    (0, 128, 96), (208, 102, 0), (28, 98, 190), (170, 44, 120), (110, 120, 0), (0, 130, 150), (150, 84, 40), (92, 76, 190),
)  # fmt: skip

ROOTS = (
    "/usr/share/fonts", "/usr/local/share/fonts", "~/.local/share/fonts", "~/.fonts",
    "/System/Library/Fonts", "/Library/Fonts", "~/Library/Fonts", "C:/Windows/Fonts",
)  # fmt: skip
CHINESE_FONTS = (
    "NotoSansCJK-Regular.ttc", "NotoSansSC-Regular.otf", "NotoSansCJKsc-Regular.otf", "SourceHanSansSC-Regular.otf",
    "wqy-microhei.ttc", "wqy-zenhei.ttc", "msyh.ttc", "PingFang.ttc", "Hiragino Sans GB.ttc", "STHeiti Light.ttc",
    "NotoSerifCJK-Regular.ttc", "simsun.ttc", "uming.ttc", "ukai.ttc", "DroidSansFallbackFull.ttf",
)  # fmt: skip
"""Free and system fonts with Chinese, the most legible first."""

NO_FONT = "No Chinese font on this machine: values that are not ASCII are left out; the JSON has them."


class Mark(NamedTuple):
    """A frame with its number, and what the legend says of it."""

    box: Box
    colour: tuple[int, int, int]
    name: str
    value: str


@dataclass(frozen=True)
class Lettering:
    """The font of the legend; ``chinese`` False: only ASCII can be drawn."""

    font: ImageFont.FreeTypeFont | ImageFont.ImageFont
    chinese: bool

    def words(self, chinese: str, english: str) -> str:
        return chinese if self.chinese else english

    def drawable(self, text: str) -> str:
        """The text, or nothing when some of it cannot be drawn."""
        shown = printable(text).replace("\n", " ")
        return shown if self.chinese or shown.isascii() else "(not shown)"


@cache
def lettering(size: int = TEXT) -> Lettering:
    """The first Chinese font of this machine, else Pillow's own Latin one."""
    names = {name.lower(): rank for rank, name in enumerate(CHINESE_FONTS)}
    found = [file for root in ROOTS for file in _files(Path(root).expanduser()) if file.name.lower() in names]
    for file in sorted(found, key=lambda file: names[file.name.lower()]):
        try:
            index = 2 if file.name.startswith(("NotoSansCJK-", "NotoSerifCJK-")) else 0  # the simplified face of the collection
            return Lettering(ImageFont.truetype(str(file), size, index=index), chinese=True)
        except OSError:
            continue
    return Lettering(ImageFont.load_default(size), chinese=False)


def _files(root: Path) -> Iterator[Path]:
    return (file for file in root.rglob("*") if file.suffix.lower() in (".ttc", ".ttf", ".otf"))


def draw_overview(document: Document, letters: Lettering | None = None) -> Image.Image:
    """All pages of the document, one below the other, each with its legend."""
    letters = letters or lettering()
    side, count = _fitting(len(document.pages))
    rows = [_row(document, page, side, letters) for page in document.pages[:count]]
    heading = _heading(document, left_out=len(document.pages) - count, letters=letters)
    width = max((row.width for row in [heading, *rows]), default=1) + 2 * GAP
    whole = Image.new("RGB", (width, sum(row.height + GAP for row in [heading, *rows]) + GAP), GROUND)
    top = GAP
    for row in [heading, *rows]:
        whole.paste(row, (GAP, top))
        top += row.height + GAP
    return whole


def _fitting(pages: int) -> tuple[int, int]:
    """The longer side of a page, and how many pages the picture has room for."""
    side = PAGE_SIDE
    while side > SMALLEST and pages * _area(side) > MOST_PIXELS:
        side -= 20
    return side, min(pages, MOST_PIXELS // _area(side))


def _area(side: int) -> int:
    """Pixels of a row at most: square page, legend and gaps."""
    return (side + LEGEND_WIDTH + 3 * GAP) * (max(side, (FIRST + 2) * ROW) + GAP)


def _heading(document: Document, *, left_out: int, letters: Lettering) -> Image.Image:
    title = letters.words(MATERIALS[document.type], document.type)
    lines = [f"{letters.drawable(document.file)}   {title}   {document.type_confidence:.2f}"]
    lines += [letters.drawable(problem.message) if letters.chinese else problem.code for problem in document.problems[:5]]
    if left_out:
        lines.append(letters.words(f"另有 {left_out} 页未画出", f"{left_out} more pages are not drawn"))
    if not letters.chinese:
        lines.append(NO_FONT)
    heading = Image.new("RGB", (PAGE_SIDE, ROW * len(lines)), GROUND)
    draw = ImageDraw.Draw(heading)
    for number, line in enumerate(lines):
        draw.text((0, number * ROW), _cut(line, letters, PAGE_SIDE), fill=SOFT if number else INK, font=letters.font)
    return heading


def _row(document: Document, page: Page, side: int, letters: Lettering) -> Image.Image:
    """One page and its legend."""
    marks = list(_marks(document, page, letters))
    picture = _draw_page(page, marks, side, letters)
    height = max(picture.height, (min(len(marks), FIRST) + 2) * ROW)
    row = Image.new("RGB", (picture.width + GAP + LEGEND_WIDTH, height), GROUND)
    row.paste(picture, (0, 0))
    row.paste(_legend(page, marks, letters), (picture.width + GAP, 0))
    return row


def _marks(document: Document, page: Page, letters: Lettering) -> Iterator[Mark]:
    fields = [(name, field) for name, field in document.fields.items() if field.page == page.index]
    for number, (name, field) in enumerate(sorted(fields, key=lambda one: (one[1].box[1], one[1].box[0]))):
        value = value_words(field.value) if letters.chinese else "; ".join(_parts(field.value))
        colour = FIELD_COLOURS[number % len(FIELD_COLOURS)]
        yield Mark(Box(*field.box), colour, letters.words(FIELDS.get(name, name), name), f"{value}  {field.confidence:.2f}")
    for seal in document.seals:
        if seal.page == page.index:
            words = " ".join(part for part in (seal.name, seal.centre_text) if part)
            yield Mark(Box(*seal.box), SEAL, letters.words("印章", "seal"), f"{words or '-'}  {seal.confidence:.2f}")
    for one in document.signatures:
        if one.page == page.index:
            yield Mark(Box(*one.box), SIGNATURE, letters.words("签字", "signature"), one.near)
    for code in document.codes:
        if code.page == page.index:
            unread = letters.words("未能识读", "not legible")
            yield Mark(
                Box(*code.box), CODE, letters.words("二维码", "QR code"), unread if code.text is None else in_words(code.text)
            )


def _parts(value: str | list[str] | None) -> list[str]:
    return [value] if isinstance(value, str) else value or ["-"]


def _draw_page(page: Page, marks: Sequence[Mark], side: int, letters: Lettering) -> Image.Image:
    picture = _picture(page, side)
    draw = ImageDraw.Draw(picture)
    for line in page.lines:
        draw.rectangle(_corners(line.box, picture, 1), outline=LINE, width=1)
    for mark in marks:
        draw.rectangle(_corners(mark.box, picture, 3), outline=mark.colour, width=3)
    taken: list[tuple[float, float]] = []
    for number, mark in enumerate(marks, start=1):
        place = _beside(_corners(mark.box, picture, 3), picture)
        while any(abs(place[0] - x) < TAG and abs(place[1] - y) < ROW - 4 for x, y in taken):
            place = (place[0], place[1] + ROW - 3)  # boxes that end at one corner
        taken.append(place)
        _tag(draw, place, str(number), mark.colour, letters)
    return picture


def _beside(corners: tuple[float, float, float, float], picture: Image.Image) -> tuple[float, float]:
    """Where a number hides least: right of the box, where papers are mostly empty, within the page."""
    _, top, right, bottom = corners
    middle = (top + bottom - ROW + 4) / 2
    return min(right + 2, picture.width - TAG), max(middle if bottom - top < 2 * ROW else top, 0)


def _picture(page: Page, side: int) -> Image.Image:
    """The page at its size in the overview; white where its picture is lost."""
    scale = side / max(page.width, page.height)
    size = (max(1, round(page.width * scale)), max(1, round(page.height * scale)))
    if not page.image:
        return Image.new("RGB", size, PAPER)
    with Image.open(page.image) as picture:
        picture.draft("RGB", size)
        return picture.convert("RGB").resize(size, Image.Resampling.LANCZOS)


def _corners(box: Box, picture: Image.Image, gap: int) -> tuple[float, float, float, float]:
    """In pixels, ``gap`` outside of the print."""
    left, right = sorted((box.x0 * picture.width, box.x1 * picture.width))
    top, bottom = sorted((box.y0 * picture.height, box.y1 * picture.height))
    return left - gap, top - gap, right + gap, bottom + gap


def _tag(
    draw: ImageDraw.ImageDraw, place: tuple[float, float], text: str, colour: tuple[int, int, int], letters: Lettering
) -> None:
    width = letters.font.getlength(text) + 10
    draw.rounded_rectangle((*place, place[0] + width, place[1] + ROW - 4), radius=5, fill=colour)
    draw.text((place[0] + width / 2, place[1] + (ROW - 4) / 2), text, fill=PAPER, font=letters.font, anchor="mm")


def _legend(page: Page, marks: Sequence[Mark], letters: Lettering) -> Image.Image:
    legend = Image.new("RGB", (LEGEND_WIDTH, (min(len(marks), FIRST) + 2) * ROW), GROUND)
    draw = ImageDraw.Draw(legend)
    turned = letters.words(f"，已转 {page.rotation}°", f", turned {page.rotation} degrees") if page.rotation else ""
    lines = letters.words(f"第 {page.index + 1} 页，{len(page.lines)} 行", f"page {page.index + 1}, {len(page.lines)} lines")
    draw.text((0, 2), lines + turned, fill=SOFT, font=letters.font)
    start = 56 + max((letters.font.getlength(mark.name) for mark in marks), default=0)
    for number, mark in enumerate(marks[:FIRST], start=1):
        _tag(draw, (0, number * ROW + 5), str(number), mark.colour, letters)
        draw.text((40, number * ROW + 2), mark.name, fill=mark.colour, font=letters.font)
        value = _cut(letters.drawable(mark.value), letters, LEGEND_WIDTH - start)
        draw.text((start, number * ROW + 2), value, fill=INK, font=letters.font)
    if len(marks) > FIRST:
        draw.text((0, (FIRST + 1) * ROW), f"+ {len(marks) - FIRST}", fill=SOFT, font=letters.font)
    return legend


def _cut(text: str, letters: Lettering, width: float) -> str:
    if letters.font.getlength(text) <= width:
        return text
    while text and letters.font.getlength(text + "...") > width:
        text = text[:-1]
    return text + "..."
