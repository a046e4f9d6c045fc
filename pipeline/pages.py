"""A stored original in, its pages out: upright, straightened pictures on disk, with colour, quality and the PDF's own words.

No more than one page's pixels are in memory. What cannot be read becomes a problem; a page that fails keeps its place.
"""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

import cv2
import numpy as np

from models.curl import Bend, flatten
from models.imaging import find_skew, fit_pixels, straighten, turn
from models.ocr import Image
from models.quality import A4_LONG, look_at
from models.sheet import cut_sheet, find_sheet
from pipeline.defects import judge_quality
from pipeline.documents import Document, Origin, Page, Problem, Quality
from pipeline.formats import HEAD, tell_format
from pipeline.intake import is_refused
from pipeline.limits import Limits
from pipeline.originals import Original, problem
from pipeline.pdf import pdf_origin, pdf_pages
from pipeline.pictures import picture_origin, picture_pages

PIXELS = 3200 * 2263
"""Of a page picture at most: A4 at 274 dpi. More does not help the reader, whose strips are 48 pixels high."""

DECODED = 4 * PIXELS
"""Of a photograph before its sheet is cut out of it."""

JPEG = [
    cv2.IMWRITE_JPEG_QUALITY, 95,
    cv2.IMWRITE_JPEG_SAMPLING_FACTOR, cv2.IMWRITE_JPEG_SAMPLING_FACTOR_444,
]  # fmt: skip
"""A4 at 200 dpi takes 25 ms to write and 30 ms to read (PNG at its fastest 315 and 106), with full resolution for red ink."""

LOST_SIZE = (827, 1169)
"""Width and height of the white page that keeps a lost page's place: A4 at 100 dpi."""


def open_pages(document: Document, path: Path | None, work: Path, limits: Limits) -> Document:
    """The document with its pages; their pictures lie in ``work/<sha256>/``. A document that was refused stays as it is."""
    if path is None or is_refused(document):
        return document
    folder = work / document.sha256
    folder.mkdir(parents=True, exist_ok=True)
    pages: list[Page] = []
    problems: list[Problem] = []
    end = time.monotonic() + limits.seconds
    for original in originals(path, limits):
        if isinstance(original, Problem):
            problems.append(original)
            pages += [lost_page(original.page)] if original.page is not None else []
        else:
            pages.append(open_page(original, len(pages), folder))
        if time.monotonic() > end:
            problems.append(problem("took_too_long", limit=len(pages)))
            break
    if not any(page.image for page in pages):
        pages = []
    found = {"pages": tuple(pages), "problems": (*document.problems, *problems), "origin": origin_of(path)}
    return document.model_copy(update=found)


def originals(path: Path, limits: Limits) -> Iterator[Original | Problem]:
    """The file's pages in order, by what the file is and not by its name."""
    if is_pdf(path):
        return pdf_pages(path, limits, wanted=PIXELS)
    return picture_pages(path, limits, wanted=DECODED)


def origin_of(path: Path) -> Origin | None:
    """What the file says of its making; None when it says nothing of use."""
    origin = pdf_origin(path) if is_pdf(path) else picture_origin(path)
    return origin if origin != Origin() else None


def is_pdf(path: Path) -> bool:
    with path.open("rb") as file:
        return tell_format(file.read(HEAD)) == "pdf"


def open_page(original: Original, index: int, folder: Path) -> Page:
    """One page straightened, measured and stored."""
    sheet = None if original.drawn else find_sheet(original.image)
    if sheet is None:
        fitted = fit_pixels(original.image, pixels=PIXELS)
        dpi = round((original.dpi or 0) * max(fitted.shape) / max(original.image.shape))
    else:
        fitted, dpi = cut_sheet(original.image, sheet, pixels=PIXELS), 0
    dpi = dpi or round(max(fitted.shape) / A4_LONG)
    look = look_at(fitted, dpi=dpi)
    skew = 0.0 if original.drawn else find_skew(fitted)
    upright = straighten(fitted, skew) if skew else fitted
    return Page(
        index=index,
        width=upright.shape[1],
        height=upright.shape[0],
        source="text_layer" if original.words else "ocr",
        rotation=original.rotation,
        colour=look.colour,
        quality=judge_quality(look, whole=sheet is not None),
        image=store(upright, folder / f"{index:04d}.jpg"),
        words=original.words,
    )


def lost_page(index: int) -> Page:
    """A white page without a picture in the place of one that could not be read."""
    width, height = LOST_SIZE
    return Page(index=index, width=width, height=height, quality=Quality(sharpness=0.0, dpi=0))


def store(image: Image, path: Path) -> str:
    """Writes the picture beside its place and moves it there, so that nobody reads half of one. Returns the place."""
    done, data = cv2.imencode(".jpg", image, JPEG)
    if not done:
        raise OSError(f"page picture could not be encoded: {path.name}")
    beside = path.with_suffix(f".{os.getpid()}-{threading.get_ident()}.part")
    beside.write_bytes(data.tobytes())
    beside.replace(path)
    return str(path)


def load_image(page: Page) -> Image:
    """The page's picture, BGR, read-only; white for a page that was lost. The last ones are kept, since stages ask in turn."""
    if not page.image:
        return np.full((page.height, page.width, 3), 255, dtype=np.uint8)
    return picture_at(page.image)


@lru_cache(maxsize=2)  # one for each document that is being read
def picture_at(place: str) -> Image:
    image: Image | None = cv2.imdecode(np.fromfile(place, dtype=np.uint8), cv2.IMREAD_COLOR | cv2.IMREAD_IGNORE_ORIENTATION)
    if image is None:
        raise OSError(f"page picture is damaged: {Path(place).name}")
    image.flags.writeable = False
    return image


def turn_page(page: Page, degrees: int) -> Page:
    """The page turned clockwise by 90, 180 or 270 degrees, on disk too. Its words, if any, are dropped: they hold for the
    page as it was."""
    degrees %= 360
    if not degrees:
        return page
    image = turn(load_image(page), degrees)
    rotation = (page.rotation + degrees) % 360
    return with_picture(page, image, f"turned-{rotation}").model_copy(update={"rotation": rotation, "source": "ocr", "words": ()})


def flatten_page(page: Page, bend: Bend) -> Page:
    """The page with its bent lines straight, on disk too."""
    return with_picture(page, flatten(load_image(page), bend), "flat")


def with_picture(page: Page, image: Image, change: str) -> Page:
    """The page with another picture, stored beside its first one under the name of the ``change``; a lost page has none."""
    place = Path(page.image).with_name(f"{page.index:04d}-{change}.jpg") if page.image else None
    size = {"width": image.shape[1], "height": image.shape[0]}
    return page.model_copy(update={**size, "image": store(image, place) if place else page.image})
