"""The way of an application, stage by stage: folder in, report out. Open this file first.

Plain functions without Prefect; ``flows.py`` wraps the same ones.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from extractors.records import DocumentType
from models.ocr import Engine
from pipeline.checks import judge
from pipeline.checks.check import Check
from pipeline.classification import classify
from pipeline.documents import Document
from pipeline.extraction import extract_fields
from pipeline.form import Form, Upload, read_form
from pipeline.intake import receive
from pipeline.marks import find_marks
from pipeline.pages import open_pages
from pipeline.programme import load_programme
from pipeline.report import Report, build_report, write_report
from pipeline.settings import Settings
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
    document = receive(upload, tools.settings.limits)
    document = open_pages(document, upload.path, tools.work, tools.settings.limits)
    return read_text(document, tools.engine)


def understand(document: Document, tools: Tools, *, known_type: DocumentType | None = None) -> Document:
    """Seals, signatures, type and fields of what was read; ``known_type``: somebody says what paper it is."""
    document = find_marks(document, tools.engine)
    if known_type is None:
        document = classify(document)
    else:
        document = document.model_copy(update={"type": known_type, "type_confidence": 1.0})
    return extract_fields(document)


def judge_application(form: Form, documents: Sequence[Document]) -> list[Check]:
    """Every rule of the form's programme, asked of what was read."""
    return judge(form, documents, load_programme(form.programme))


def check_application(folder: Path, out: Path, tools: Tools, progress: Progress = lambda _: None) -> Report:
    """The main job: ``folder`` holds application.json and its files; report.json and report.html go to ``out``."""
    began = time.monotonic()
    form = read_form(folder)
    documents = []
    for number, upload in enumerate(form.uploads, start=1):
        progress(f"{number}/{len(form.uploads)} {upload.slot}")
        documents.append(read_document(upload, tools))
    checks = judge_application(form, documents)
    report = build_report(form, documents, checks, engine=tools.engine.name, seconds=time.monotonic() - began)
    write_report(report, documents, out)
    return report
