"""A PDF in, its pages out: rendered, one at a time, with their own words where these can be trusted. Nothing is executed."""

from __future__ import annotations

import math
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import numpy as np
import pypdfium2 as pdfium
from pypdfium2 import raw

from models.ocr import Image
from models.records import Line, Record
from pipeline.documents import Origin, Problem
from pipeline.limits import Limits
from pipeline.originals import TOLD, Original, problem
from pipeline.textlayer import TextLayer, trusted_lines

DPI = 200
LEAST_SIDE = 1400  # pixels of the longer side: tiny page boxes hold whole papers (guess)
OBJECTS = 20_000  # of a page that are looked at; a page of print has about 2,000
SCANNED = 0.2  # share of the page under pictures from which its text layer cannot be the whole page. A 38 mm seal has 0.02
FULL_SCAN = 0.5
GROUND = 0.9  # share of the page that a ground covers at least
END_MARK = b"%%EOF"

CONTENT_ERRORS = (pdfium.PdfiumError, ValueError, OSError, MemoryError)


class Contents(Record):
    """What a page is made of. ``pictures``: share of the page under pictures; ``dpi``: of the largest of them;
    ``hidden``: text objects that are not painted; ``filled_in``: text in form fields or notes, which no text layer has;
    ``ground``: whether the pictures are one ground under all text, as electronic licences and certificates have."""

    texts: int = 0
    hidden: int = 0
    pictures: float = 0.0
    dpi: float = 0.0
    filled_in: bool = False
    ground: bool = False


def pdf_pages(path: Path, limits: Limits, *, wanted: int) -> Iterator[Original | Problem]:
    """Pages in order; problems of the whole file come first. ``wanted``: pixels of a page picture at most."""
    try:
        pdf = pdfium.PdfDocument(path)
    except pdfium.PdfiumError as error:
        locked = error.err_code in {raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY}
        yield problem("encrypted_pdf" if locked else "broken_file")
        return
    with pdf, TextLayer(path, pages=min(len(pdf), limits.pages)) as layer:
        pdf.init_forms()  # before the first page, else what was typed into form fields is not drawn
        yield from file_problems(pdf, path, limits)
        for index in range(min(len(pdf), limits.pages)):
            yield page_or_problem(pdf, index, layer, wanted=wanted)


def pdf_origin(path: Path) -> Origin:
    """What the PDF says made it."""
    try:
        with pdfium.PdfDocument(path) as pdf:
            told = pdf.get_metadata_dict(skip_empty=True)
    except CONTENT_ERRORS:
        return Origin()
    return Origin(software="; ".join(told[key] for key in ("Creator", "Producer") if key in told)[:TOLD] or None)


def file_problems(pdf: pdfium.PdfDocument, path: Path, limits: Limits) -> Iterator[Problem]:
    if len(pdf) == 0:
        yield problem("broken_file")
    if len(pdf) > limits.pages:
        yield problem("too_many_pages", limit=limits.pages)
    if raw.FPDFDoc_GetJavaScriptActionCount(pdf) > 0 or raw.FPDFDoc_GetAttachmentCount(pdf) > 0:
        yield problem("active_content")
    if not has_end(path):
        yield problem("truncated_file")


def has_end(path: Path) -> bool:
    """Whether the file's end mark is there; downloads append junk to it, hence the wide look."""
    with path.open("rb") as file:
        file.seek(max(0, path.stat().st_size - 65_536))
        return END_MARK in file.read()


def page_or_problem(pdf: pdfium.PdfDocument, index: int, layer: TextLayer, *, wanted: int) -> Original | Problem:
    try:
        page = pdf[index]
    except CONTENT_ERRORS:
        return problem("page_unreadable", page=index)
    try:
        return original_of(page, index, layer, contents_of(page, pdf), wanted=wanted)
    except CONTENT_ERRORS:
        return problem("page_unreadable", page=index)
    finally:
        page.close()


def original_of(page: pdfium.PdfPage, index: int, layer: TextLayer, contents: Contents, *, wanted: int) -> Original:
    dpi = render_dpi(page.get_size(), contents, wanted=wanted)
    image = render(page, dpi)
    words = words_of(page, layer.lines(index, image), image, contents) if may_have_words(contents) else ()
    scanned = contents.pictures >= FULL_SCAN and contents.dpi > 0 and not words
    return Original(
        image=image,
        dpi=round(min(dpi, contents.dpi) if scanned else dpi),
        words=words,
        drawn=bool(words) or contents.pictures < SCANNED,
    )


def may_have_words(contents: Contents) -> bool:
    if not contents.texts or contents.hidden or contents.filled_in:
        return False
    return contents.pictures < SCANNED or contents.ground


def words_of(page: pdfium.PdfPage, lines: tuple[Line, ...], image: Image, contents: Contents) -> tuple[Line, ...]:
    """The trusted lines. Over a ground they must also stand on the page once the ground is taken away: a scan with its OCR
    result painted in a transparent colour looks the same with its words or without."""
    words = trusted_lines(lines, image)
    if not words or not contents.ground:
        return words
    return trusted_lines(words, render(without_pictures(page), 100))


def without_pictures(page: pdfium.PdfPage) -> pdfium.PdfPage:
    """The same page, its pictures taken off; in memory only."""
    for item in list(islice(page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=1), OBJECTS)):
        page.remove_obj(item)
    return page


def render_dpi(size: tuple[float, float], contents: Contents, *, wanted: int) -> float:
    """200; as fine as the scan for a page that is one; never so fine that the picture is larger than of use."""
    width, height = max(0.01, size[0] / 72), max(0.01, size[1] / 72)
    dpi = max(DPI, contents.dpi) if contents.pictures >= FULL_SCAN else DPI
    dpi = max(dpi, LEAST_SIDE / max(width, height))
    return min(dpi, math.sqrt(wanted / (width * height)))


def render(page: pdfium.PdfPage, dpi: float) -> Image:
    """The page as anyone sees it, its own rotation and form fields included, BGR on white."""
    bitmap = page.render(scale=dpi / 72)
    try:
        image = bitmap.to_numpy()
        return np.array(image[:, :, :3], order="C") if image.ndim == 3 else np.repeat(image[:, :, None], 3, axis=2)
    finally:
        bitmap.close()


def contents_of(page: pdfium.PdfPage, pdf: pdfium.PdfDocument) -> Contents:
    """Counts texts and measures pictures, also those inside forms."""
    width, height = page.get_size()
    kinds = [raw.FPDF_PAGEOBJ_TEXT, raw.FPDF_PAGEOBJ_IMAGE]
    texts, hidden, pictures, largest, dpi, over = 0, 0, 0.0, 0.0, 0.0, 0.0
    for item in islice(page.get_objects(filter=kinds), OBJECTS):
        if item.type == raw.FPDF_PAGEOBJ_TEXT:
            texts += 1
            hidden += raw.FPDFTextObj_GetTextRenderMode(item) == raw.FPDF_TEXTRENDERMODE_INVISIBLE
            continue
        across, down = placed_size(item)
        share = min(across, width) * min(down, height) / max(1.0, width * height)
        pictures += share
        over += share if texts or share < GROUND else 0.0
        if share > largest:
            largest, dpi = share, 72 * max(item.get_px_size()) / max(1.0, across, down)
    return Contents(
        texts=texts,
        hidden=hidden,
        pictures=min(1.0, pictures),
        dpi=dpi,
        filled_in=is_filled_in(page, pdf),
        ground=largest >= GROUND and over < SCANNED,
    )


def placed_size(item: pdfium.PdfObject) -> tuple[float, float]:
    """Width and height on the page, in points, through the forms that the object lies in."""
    left, bottom, right, top = item.get_bounds()
    container = item.container
    while container is not None:
        left, bottom, right, top = container.get_matrix().on_rect(left, bottom, right, top)
        container = container.container
    return abs(right - left), abs(top - bottom)


def is_filled_in(page: pdfium.PdfPage, pdf: pdfium.PdfDocument) -> bool:
    """Whether somebody typed into form fields or wrote notes onto the page."""
    texts = {raw.FPDF_FORMFIELD_TEXTFIELD, raw.FPDF_FORMFIELD_COMBOBOX, raw.FPDF_FORMFIELD_LISTBOX, raw.FPDF_FORMFIELD_CHECKBOX}
    for number in range(min(500, raw.FPDFPage_GetAnnotCount(page))):
        note = raw.FPDFPage_GetAnnot(page, number)
        if not note:
            continue
        kind = raw.FPDFAnnot_GetSubtype(note)
        field = raw.FPDFAnnot_GetFormFieldType(pdf.formenv, note) if kind == raw.FPDF_ANNOT_WIDGET and pdf.formenv else None
        raw.FPDFPage_CloseAnnot(note)
        if kind == raw.FPDF_ANNOT_FREETEXT or field in texts:
            return True
    return False
