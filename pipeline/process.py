"""The way of an application, stage by stage: folder in, report out. Open this file first.

Plain functions without Prefect; ``flows.py`` wraps the same ones.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from extractors.records import DocumentType
from models.fingerprints import picture_hash
from models.ocr import Engine
from pipeline.checks import judge
from pipeline.checks.check import Check
from pipeline.classification import classify
from pipeline.documents import Document
from pipeline.extraction import extract_fields
from pipeline.form import Form, Upload, read_form
from pipeline.index import PaperIndex, Repeat
from pipeline.intake import receive
from pipeline.marks import find_marks
from pipeline.pages import load_image, open_pages
from pipeline.parts import each_part, gathered, split
from pipeline.programme import load_programme
from pipeline.readings import save_readings
from pipeline.report import Report, build_report, write_report
from pipeline.settings import Settings
from pipeline.store.database import open_database
from pipeline.text import read_text

Progress = Callable[[str], None]


@dataclass(frozen=True)
class Tools:
    """What the stages need beside the document: the engine, the settings, and a folder for page pictures."""

    engine: Engine
    settings: Settings
    work: Path


def read_document(upload: Upload, tools: Tools, *, known_type: DocumentType | None = None) -> Document:
    """One upload, read to the end. Never raises for what a file holds: a bad file is a document with problems."""
    return understand(read_print(upload, tools), tools, known_type=known_type)


def read_print(upload: Upload, tools: Tools) -> Document:
    """Pages and their lines: the dear half, which depends on the file's bytes alone."""
    return read_text(open_upload(upload, tools), tools.engine)


def open_upload(upload: Upload, tools: Tools) -> Document:
    """The upload's pages as pictures on disk, or its problems."""
    document = receive(upload, tools.settings.limits)
    return open_pages(document, upload.path, tools.work, tools.settings.limits)


def understand(document: Document, tools: Tools, *, known_type: DocumentType | None = None) -> Document:
    """Seals, signatures, papers, type and fields of what was read; ``known_type``: somebody says what paper it is."""
    document = fingerprinted(find_marks(document, tools.engine))
    if known_type is not None:
        return extract_fields(document.model_copy(update={"type": known_type, "type_confidence": 1.0}))
    return gathered([extract_fields(classify(part)) for part in split(document)])


def fingerprinted(document: Document) -> Document:
    """The document with its pages' fingerprints."""
    pages = (
        page.model_copy(update={"fingerprint": f"{picture_hash(load_image(page)):016x}"}) if page.image else page
        for page in document.pages
    )
    return document.model_copy(update={"pages": tuple(pages)})


READERS = 2  # documents read at a time: while one's seals are fitted on one core, the other's lines are read on the other


def read_uploads(uploads: Sequence[Upload], tools: Tools, progress: Progress) -> list[Document]:
    """All papers, in the uploads' order. This thread alone opens pages, for pdfium bears no threads; others read them."""
    with ThreadPoolExecutor(READERS, thread_name_prefix="reader") as readers:
        reading = [readers.submit(read_opened, open_upload(upload, tools), tools) for upload in uploads]
        documents: list[Document] = []
        for number, (upload, document) in enumerate(zip(uploads, reading, strict=True), start=1):
            documents += each_part([document.result()])
            progress(f"{number}/{len(uploads)} {upload.slot}")
    return documents


def read_opened(document: Document, tools: Tools) -> Document:
    return understand(read_text(document, tools.engine), tools)


def judge_application(form: Form, documents: Sequence[Document], repeats: Sequence[Repeat] | None = None) -> list[Check]:
    """Every rule of the form's programme, asked of what was read and of what other applications have too."""
    return judge(form, documents, load_programme(form.programme), repeats)


def look_elsewhere(form: Form, documents: Sequence[Document], tools: Tools) -> list[Repeat] | None:
    """What other applications have too, and this one put into the index; None without an index."""
    if not tools.settings.index:
        return None
    index = PaperIndex(open_database(tools.settings.index))
    repeats = index.repeats(form, documents)
    index.record(form, documents)
    return repeats


def check_application(folder: Path, out: Path, tools: Tools, progress: Progress = lambda _: None) -> Report:
    """The main job: ``folder`` holds application.json and its files; the report and what it was judged by go to ``out``."""
    began = time.monotonic()
    form = read_form(folder)
    documents = read_uploads(form.uploads, tools, progress)
    repeats = look_elsewhere(form, documents, tools)
    checks = judge_application(form, documents, repeats)
    report = build_report(form, documents, checks, engine=tools.engine.name, seconds=time.monotonic() - began)
    save_readings(form, documents, repeats, out)
    write_report(report, documents, out)
    return report
