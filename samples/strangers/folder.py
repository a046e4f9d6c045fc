"""An invented application in, its folder out: pages set by Chromium, captured, with application.json and truth.json."""

from __future__ import annotations

import io
import json
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

import jinja2
import numpy as np
import pypdfium2 as pdfium
from markupsafe import Markup
from PIL import Image

from samples.invention import KINDS, ROUTES, invent_application
from samples.papers import TYPES, Upload
from samples.strangers import pictures
from samples.strangers.browser import print_pdf
from samples.strangers.capture import CAPTURES, OTHER_CAPTURES
from samples.strangers.layouts import Layout, layouts_for
from samples.strangers.paper import Paper
from samples.strangers.variety import stamps_for, vary

MIXTURE = ("scan",) * 5 + ("phone",) * 3 + ("poor",)
DPI = {"scan": (150, 200, 200, 240, 300), "phone": (190, 210, 230), "poor": (110, 130, 150)}
LONGEST = 3600
"""Pixels of a page's longer side; large sheets get a coarser resolution."""
TEMPLATES = jinja2.Environment(
    loader=jinja2.FileSystemLoader(Path(__file__).parent / "templates"), autoescape=True, undefined=jinja2.StrictUndefined
)
TEMPLATES.filters["quoted"] = lambda pattern, text: Markup(pattern) % text


@dataclass(frozen=True)
class Manner:
    """``group``: one of GROUPS; ``quality`` scan, phone, poor or mixed; ``dpi`` at most."""

    group: str = "all"
    quality: str = "mixed"
    dpi: int = 300


@dataclass(frozen=True)
class Set:
    """A paper that is set: its layout, its pages as HTML, and how it will be captured."""

    upload: Upload
    layout: Layout
    paper: Paper
    html: str
    quality: str
    rng: Random


def draw(seed: int, place: int, out: Path, manner: Manner) -> Path:
    """Draws application number ``place`` of the seed; returns its folder. Raises BrowserMissing."""
    name = f"STR{seed % 1000:03d}{place:02d}"
    source = f"strangers/{seed}/{place}"
    rng = Random(source)
    kind = rng.choice(("enterprise",) * 5 + KINDS)
    application = invent_application(rng, name, rng.choice(ROUTES), kind)
    vary(application, rng)
    papers = [
        set_paper(upload, source, Random(f"{source}/{number}"), manner) for number, upload in enumerate(application.uploads)
    ]
    pages = pdfium.PdfDocument(print_pdf(sheet(papers, rng)))
    folder = out / name
    folder.mkdir(parents=True, exist_ok=True)
    truth = {"seed": seed, "place": place, "quality": manner.quality, "group": manner.group}
    materials, documents, layouts = [], [], {}
    counts, start = dict[str, int](), 0
    for one in papers:
        counts[one.upload.slot] = counts.get(one.upload.slot, 0) + 1
        suffix, content, quality = file_of(one, pages, start, manner)
        start += len(one.paper.pages)
        file = f"{one.upload.slot}_{counts[one.upload.slot]:02d}.{suffix}"
        (folder / file).write_bytes(content)
        entry = {"slot": one.upload.slot, "file": file}
        materials.append(entry | ({"person": one.upload.person} if one.upload.person else {}))
        documents.append(entry | truth_of(one, quality))
        layouts[file] = one.layout.name
    _write(folder / "application.json", application.form | {"materials": materials})
    _write(folder / "truth.json", truth | {"layouts": layouts, "documents": documents, "flags": [], "tolerated": []})
    return folder


def _write(path: Path, content: object) -> None:
    path.write_text(json.dumps(content, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def truth_of(one: Set, quality: str) -> dict[str, Any]:
    return {"type": TYPES[type(one.upload.facts)], "quality": quality, **one.paper.truth(), "person": one.upload.person}


def set_paper(upload: Upload, source: str, rng: Random, manner: Manner, layout: Layout | None = None) -> Set:
    """Chooses a layout (unless given) and prints the facts into it."""
    layout = layout or rng.choice(layouts_for(upload.facts, manner.group))
    paper = Paper(upload.facts, rng, stamps_for(upload.facts, source, rng, layout.group))
    quality = rng.choice(MIXTURE) if manner.quality == "mixed" else manner.quality
    shown = {"p": paper, "f": upload.facts, "qr": pictures.qr, "emblem": pictures.emblem, "watermark": pictures.watermark}
    module = TEMPLATES.get_template(layout.template).make_module(shown)
    html = getattr(module, layout.name)()
    return Set(upload, layout, paper, html, quality, rng)


def sheet(papers: list[Set], rng: Random) -> str:
    """All pages of all papers as one HTML document."""
    sizes = sorted({size for one in papers for size in one.paper.pages})
    body = Markup("".join(one.html for one in papers))
    return TEMPLATES.get_template("sheet.html.j2").render(sizes=sizes, body=body, seed=rng.randrange(1, 900))


def file_of(one: Set, pages: pdfium.PdfDocument, start: int, manner: Manner) -> tuple[str, bytes, str]:
    """Suffix, bytes and quality of the paper's file; its pages begin at ``start``."""
    places = list(range(start, start + len(one.paper.pages)))
    if one.layout.born == "pdf" and one.quality == "scan":
        return "pdf", _excerpt(pages, places), "electronic"
    dpi = min(one.rng.choice(DPI[one.quality]), manner.dpi)
    pictures_ = [_raster(pages[place], dpi) for place in places]
    if one.layout.born == "screen" and one.quality == "scan":
        return "png", _packed(pictures_, "png", dpi, one.rng), "electronic"
    dice = np.random.default_rng(one.rng.getrandbits(32))
    machines = OTHER_CAPTURES.get(one.layout.group, CAPTURES)[one.quality]
    capture = machines[0] if len(machines) == 1 else one.rng.choice(machines)
    captured = [capture(picture, dice) for picture in pictures_]
    suffix = "pdf" if len(captured) > 1 else one.rng.choice(("jpg", "jpg", "jpg", "pdf", "png"))
    suffix = "jpg" if suffix == "png" and one.quality != "scan" else suffix
    return suffix, _packed(captured, suffix, dpi, one.rng), one.quality


def _excerpt(pages: pdfium.PdfDocument, places: list[int]) -> bytes:
    part, content = pdfium.PdfDocument.new(), io.BytesIO()
    part.import_pages(pages, places)
    part.save(content)
    return content.getvalue()


def _raster(page: pdfium.PdfPage, dpi: int) -> np.ndarray[Any, np.dtype[np.uint8]]:
    scale = min(dpi / 72, LONGEST / max(page.get_size()))
    return np.ascontiguousarray(page.render(scale=scale, rev_byteorder=True).to_numpy()[..., :3])


def _packed(pages: list[np.ndarray[Any, np.dtype[np.uint8]]], suffix: str, dpi: int, rng: Random) -> bytes:
    first, *rest = (Image.fromarray(page) for page in pages)
    content, strength = io.BytesIO(), rng.randrange(62, 94)
    if suffix == "pdf":
        first.save(content, "PDF", save_all=True, append_images=rest, resolution=dpi, quality=strength)
    elif suffix == "png":
        first.save(content, "PNG", dpi=(dpi, dpi))
    else:
        first.save(content, "JPEG", quality=strength, dpi=(dpi, dpi))
    return content.getvalue()
