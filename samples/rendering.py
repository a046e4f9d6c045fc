"""An invented application in, its folder out: papers drawn, scanned or photographed, with application.json and truth.json."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path
from random import Random
from typing import Any

from PIL import Image

from samples.containers import many_page_forms, one_page_forms, pack, text_pdf
from samples.layouts import ELECTRONIC, layouts_for
from samples.noise import QUALITIES
from samples.papers import TYPES, Application, Upload
from samples.pen import Pen
from samples.seals import colour_name, face_text

MIXTURE = ("scan",) * 5 + ("phone",) * 3 + ("poor",)
SUFFIX_OF_OFFICE = "docx"


@dataclass(frozen=True)
class Manner:
    """How files are made: ``quality`` scan, phone, poor or mixed; ``dpi`` at most."""

    quality: str = "mixed"
    dpi: int = 300
    strength: int | None = None
    suffixes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Rendered:
    """A finished file and its entry in truth.json."""

    suffix: str
    content: bytes
    layout: str
    truth: dict[str, Any]


def render_application(application: Application, folder: Path, seed: str, manner: Manner, truth: dict[str, Any]) -> None:
    """Writes the folder; ``truth`` holds what is known of the application beside its papers (the seed)."""
    folder.mkdir(parents=True, exist_ok=True)
    finished: dict[int, Rendered] = {}
    documents, layouts, counts, materials = [], {}, dict[str, int](), []
    for place, upload in enumerate(application.uploads):
        made = finished[id(upload.copy_of)] if upload.copy_of else render(upload, Random(f"{seed}/paper/{place}"), manner)
        finished[id(upload)] = made
        counts[upload.slot] = counts.get(upload.slot, 0) + 1
        name = f"{upload.slot}_{counts[upload.slot]:02d}.{made.suffix}"
        (folder / name).write_bytes(made.content)
        layouts[name] = made.layout
        entry = {"slot": upload.slot, "file": name} | ({"person": upload.person} if upload.person else {})
        materials.append(entry)
        documents.append({"file": name, "slot": upload.slot, **made.truth, "person": upload.person})
    _write(folder / "application.json", application.form | {"materials": materials})
    flags = [{"rule": f.rule, "subject": f.subject, "severity": f.severity} for f in application.flags if f.required]
    tolerated = [{"rule": f.rule, "subject": f.subject} for f in application.flags if not f.required]
    _write(folder / "truth.json", truth | {"layouts": layouts, "documents": documents, "flags": flags, "tolerated": tolerated})


def _write(path: Path, content: object) -> None:
    path.write_text(json.dumps(content, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def render(upload: Upload, rng: Random, manner: Manner) -> Rendered:
    """Draws one upload and turns it into a file."""
    quality = rng.choice(MIXTURE) if manner.quality == "mixed" else manner.quality
    layout = rng.choice([way for way in layouts_for(upload.facts) if upload.layout in (None, way.__name__)])
    electronic = layout.__name__ in ELECTRONIC and quality == "scan" and not upload.grey
    dpi = min(rng.choice((150, 200, 200, 200, 240, 300) if quality == "scan" else (200, 220)), manner.dpi)
    pen = Pen(rng, dpi, layered=electronic)
    layout(upload.facts, pen)
    if electronic:
        suffix, content, quality = "pdf", text_pdf(pen.sheets), "electronic"
    else:
        suffix, content = _captured(pen, quality, rng, manner, grey=upload.grey)
    suffix, content = _spoiled(upload, suffix, content)
    return Rendered(suffix, content, layout.__name__, truth_of(upload, pen, quality))


def _captured(pen: Pen, quality: str, rng: Random, manner: Manner, *, grey: bool) -> tuple[str, bytes]:
    pages: list[Image.Image] = [QUALITIES[quality](sheet.image, rng, grey=grey) for sheet in pen.sheets]
    forms = one_page_forms(quality) if len(pages) == 1 else many_page_forms()
    suffix = rng.choice([form for form in forms if not manner.suffixes or form in manner.suffixes])
    strength = manner.strength or rng.randrange(70, 93)
    return suffix, pack(pages, suffix, pen.dpi, rng, strength=strength)


def _spoiled(upload: Upload, suffix: str, content: bytes) -> tuple[str, bytes]:
    if upload.spoiled == "truncated":
        return suffix, content[: len(content) // 6]
    if upload.spoiled == "office":
        return SUFFIX_OF_OFFICE, b"PK\x03\x04" + b"[Content_Types].xml word/document.xml" + content[:4000]
    return suffix, content


def truth_of(upload: Upload, pen: Pen, quality: str) -> dict[str, Any]:
    """What a perfect reader finds: an entry of truth.json; nothing at all in a file that cannot be opened."""
    if upload.spoiled:
        return {"type": "unknown", "quality": quality, "fields": {}, "seals": [], "signatures": []}
    values = upload.facts.truth()
    seals = [
        {
            "page": mark.page,
            "shape": mark.seal.shape,
            "colour": colour_name(mark.seal.colour),
            "name": face_text(mark.seal),
            "centre_text": mark.seal.centre_text,
            "code": mark.seal.code if mark.seal.shape == "round" else None,
        }
        for mark in pen.seals
    ]
    return {
        "type": TYPES[type(upload.facts)],
        "quality": quality,
        "fields": {name: values[name] for name in values if name in pen.printed},
        "seals": seals,
        "signatures": [asdict(mark) for mark in pen.signatures],
    }
