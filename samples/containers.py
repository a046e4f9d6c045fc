"""Files: finished pages in, the bytes of a JPEG, PNG, TIFF, WebP or PDF out. Dates are fixed: same pages, same bytes."""

from __future__ import annotations

import io
import time
from pathlib import Path
from random import Random
from typing import Any

from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from samples.fonts import UMING, ZENHEI, Family, family_for, path_of
from samples.sheet import Run, Sheet

SCANNED_ON = time.gmtime(1_768_200_000)
"""A day in the application window; written into PDFs instead of today."""
ORIENTATION = 0x0112
TURNS = {1: 0, 6: 90, 3: 180, 8: 270}
"""EXIF orientation: how far counter-clockwise the stored picture is turned."""
POINTS = 72 / 25.4


def one_page_forms(quality: str) -> list[str]:
    """Suffixes by how often they arrive."""
    scanned = ["jpg"] * 8 + ["pdf"] * 9 + ["png", "tif", "webp"]
    return scanned if quality == "scan" else ["jpg"] * 14 + ["pdf"] * 4 + ["webp"]


def many_page_forms() -> list[str]:
    return ["pdf"] * 8 + ["tif"]


def pack(pages: list[Image.Image], suffix: str, dpi: int, rng: Random, *, strength: int) -> bytes:
    """The pages as one file; ``strength`` is JPEG's quality."""
    out = io.BytesIO()
    first, rest = pages[0], pages[1:]
    options: dict[str, Any] = {}
    if suffix == "jpg":
        first, options = _held(first, rng)
        first.save(out, "JPEG", quality=strength, dpi=(dpi, dpi), **options)
    elif suffix == "webp":
        first.save(out, "WEBP", quality=strength, method=4)
    elif suffix == "png":
        first.save(out, "PNG", dpi=(dpi, dpi))
    elif suffix == "tif":
        first.save(out, "TIFF", save_all=True, append_images=rest, compression="jpeg", quality=strength, dpi=(dpi, dpi))
    else:
        dates = {"creationDate": SCANNED_ON, "modDate": SCANNED_ON}
        first.save(out, "PDF", save_all=True, append_images=rest, resolution=dpi, quality=strength, **dates)
    return out.getvalue()


def _held(picture: Image.Image, rng: Random) -> tuple[Image.Image, dict[str, Any]]:
    """Some cameras store the picture as held and note the turn in EXIF."""
    if rng.random() < 0.75:
        return picture, {}
    orientation = rng.choice((1, 6, 6, 3, 8))
    exif = Image.Exif()
    exif[ORIENTATION] = orientation
    return picture.rotate(TURNS[orientation], expand=True), {"exif": exif}


def text_pdf(sheets: list[Sheet]) -> bytes:
    """A PDF that keeps its text: the art of each sheet as a picture, the runs set over it in embedded fonts."""
    out = io.BytesIO()
    canvas = Canvas(out, invariant=1)
    for sheet in sheets:
        canvas.setPageSize((sheet.width * POINTS, sheet.height * POINTS))
        canvas.drawImage(ImageReader(_jpeg(sheet.art or sheet.image)), 0, 0, sheet.width * POINTS, sheet.height * POINTS)
        for run in sheet.runs:
            _set(canvas, run, sheet.height)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def _jpeg(picture: Image.Image) -> Image.Image:
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=88)
    return Image.open(out)


def _set(canvas: Canvas, run: Run, height: float) -> None:
    text = canvas.beginText(run.x * POINTS, (height - run.baseline) * POINTS)
    text.setFillColorRGB(*[part / 255 for part in run.colour])
    text.setCharSpace(run.spacing * POINTS)
    start = 0
    while start < len(run.text):
        family = family_for(run.face, run.text[start])
        end = start + 1
        while end < len(run.text) and family_for(run.face, run.text[end]) == family:
            end += 1
        text.setFont(_registered(family), run.size)
        text.textOut(run.text[start:end])
        start = end
    canvas.drawText(text)


def _registered(family: Family) -> str:
    """The family's name within reportlab; a stand-in where its outlines cannot be embedded."""
    family = family if family.embeds else next((f for f in (UMING, ZENHEI) if path_of(f)), family)
    name = Path(family.file).stem
    if name not in pdfmetrics.getRegisteredFontNames():
        pdfmetrics.registerFont(TTFont(name, str(path_of(family)), subfontIndex=family.index))
    return name
