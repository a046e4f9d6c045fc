"""Pictures for the report: documents and the spots to show in, small JPEGs out. One page's picture is in memory at a time."""

from __future__ import annotations

import base64
import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from PIL import Image, ImageDraw

from models.records import Box
from pipeline.documents import Document, Page

FRAME = (200, 32, 32)
CROP_WIDTH = 720
CROP_HEIGHT = 400
CROP_BYTES = 40_000
CROPS = 80
"""At 40 kB each 80 crops stay near 3 MB; a report with more flags than that is read by its list, not by its pictures."""
THUMBNAIL_BYTES = 6_000_000
"""For all pages together; with the crops and base64's third on top a report stays below 15 MB."""
FEW_PAGES = 60
MANY_PAGES = 120
QUALITIES = (72, 58, 44, 30)
PAPER = (255, 255, 255)


class Spot(NamedTuple):
    """A place to cut out."""

    file: str
    page: int
    box: Box


class Picture(NamedTuple):
    """``jpeg``: the file's bytes; ``width`` and ``height`` in pixels."""

    jpeg: bytes
    width: int
    height: int

    @property
    def uri(self) -> str:
        """For a page that holds its pictures itself."""
        return "data:image/jpeg;base64," + base64.b64encode(self.jpeg).decode()


@dataclass
class Pictures:
    """``pages`` by file and page index; what could not be drawn is simply not in it."""

    pages: dict[tuple[str, int], Picture] = field(default_factory=dict)
    spots: dict[Spot, Picture] = field(default_factory=dict)
    bytes: int = 0
    """Of the page thumbnails so far."""


def draw_pictures(documents: Sequence[Document], spots: Sequence[Spot], *, marked: set[tuple[str, int]]) -> Pictures:
    """Thumbnails of the pages and crops of ``spots`` (most important first). ``marked``: pages that somebody will look for;
    in a long application only these get a thumbnail."""
    wanted = _by_page(spots)
    pages = list(_pages(documents))
    pictures = Pictures()
    for file, page in pages:
        place = (file, page.index)
        small = len(pages) <= MANY_PAGES or place in marked
        if small or place in wanted:
            _draw_page(pictures, file, page, wanted.get(place, ()), width=_thumbnail_width(len(pages)) if small else 0)
    return pictures


def _by_page(spots: Iterable[Spot]) -> dict[tuple[str, int], list[Spot]]:
    wanted: dict[tuple[str, int], list[Spot]] = {}
    for spot in list(dict.fromkeys(spots))[:CROPS]:
        wanted.setdefault((spot.file, spot.page), []).append(spot)
    return wanted


def _pages(documents: Iterable[Document]) -> Iterator[tuple[str, Page]]:
    """Each page once: one file may serve two people."""
    seen = set()
    for document in documents:
        for page in document.pages:
            if (document.file, page.index) not in seen:
                seen.add((document.file, page.index))
                yield document.file, page


def _thumbnail_width(pages: int) -> int:
    return 480 if pages <= FEW_PAGES else 320


def _draw_page(pictures: Pictures, file: str, page: Page, spots: Sequence[Spot], *, width: int) -> None:
    """A picture that is gone or broken leaves a report without it: the words still say what was found."""
    try:
        with Image.open(page.image) as picture:
            if not spots:
                picture.draft("RGB", (width, 1))
            upright = picture.convert("RGB")
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError):
        return
    for spot in spots:
        pictures.spots[spot] = cut_out(upright, spot.box)
    if width and pictures.bytes < THUMBNAIL_BYTES:
        thumbnail = shrink(upright, width)
        pictures.pages[file, page.index] = thumbnail
        pictures.bytes += len(thumbnail.jpeg)


def shrink(picture: Image.Image, width: int) -> Picture:
    """The whole page, ``width`` pixels wide (a very long one narrower, so that it is at most twice as high)."""
    scale = min(1.0, width / picture.width, 2 * width / picture.height)
    return _encode(_resized(picture, scale), limit=30_000)


def cut_out(picture: Image.Image, box: Box) -> Picture:
    """The spot with enough around it to recognise the place, and a frame beside (not on) the print."""
    around = surroundings(box, picture.width / picture.height)
    left, top = around.x0 * picture.width, around.y0 * picture.height
    right, bottom = max(around.x1 * picture.width, left + 1), max(around.y1 * picture.height, top + 1)
    cut = picture.crop((round(left), round(top), max(round(right), round(left) + 1), max(round(bottom), round(top) + 1)))
    scale = min(1.0, CROP_WIDTH / cut.width, CROP_HEIGHT / cut.height)
    shown = _resized(cut, scale)
    _frame(shown, box, around)
    return _encode(shown, limit=CROP_BYTES)


def surroundings(box: Box, aspect: float) -> Box:
    """A window around ``box``, inside the page: at least half the page wide and four times the box high, seldom more than a
    third of the page. ``aspect``: the page's width over its height."""
    x, y = box.centre
    width = min(1.0, max(box.width * 1.25 + 0.04, 0.5))
    least = box.height * 1.2 + 0.03 * aspect
    height = min(1.0, max(least, min(box.height * 4, 0.3), 0.15 * aspect))
    left = min(max(x - width / 2, 0.0), 1 - width)
    top = min(max(y - height / 2, 0.0), 1 - height)
    return Box(left, top, left + width, top + height)


def _frame(shown: Image.Image, box: Box, around: Box) -> None:
    across, down = shown.width / max(around.width, 1e-9), shown.height / max(around.height, 1e-9)
    gap = 4
    corners = (
        max(1.0, (box.x0 - around.x0) * across - gap),
        max(1.0, (box.y0 - around.y0) * down - gap),
        min(shown.width - 2.0, (box.x1 - around.x0) * across + gap),
        min(shown.height - 2.0, (box.y1 - around.y0) * down + gap),
    )
    if corners[0] < corners[2] and corners[1] < corners[3]:
        ImageDraw.Draw(shown).rounded_rectangle(corners, radius=4, outline=FRAME, width=3)


def _resized(picture: Image.Image, scale: float) -> Image.Image:
    if scale >= 1:
        return picture.copy()
    size = (max(1, round(picture.width * scale)), max(1, round(picture.height * scale)))
    return picture.resize(size, Image.Resampling.HAMMING, reducing_gap=1.5)


def _encode(picture: Image.Image, *, limit: int) -> Picture:
    """As JPEG of at most ``limit`` bytes: at the best of four qualities that fits, or smaller when a noisy scan fits at none."""
    for quality in QUALITIES:
        buffer = io.BytesIO()
        picture.save(buffer, "JPEG", quality=quality)
        if buffer.tell() <= limit:
            return Picture(buffer.getvalue(), picture.width, picture.height)
    return _encode(_resized(picture, 0.7), limit=limit)
