"""What was read, kept whole beside the report: form and documents with their lines, to ask rules again without OCR."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Sequence
from pathlib import Path

from pydantic import ValidationError

from models.records import Record
from pipeline.documents import Document
from pipeline.form import Form
from pipeline.index import Repeat
from pipeline.problems import UsageError
from pipeline.report import write_whole

FILE = "reading.json.gz"
SIZE_LIMIT = 200_000_000
"""Bytes of the unpacked file: a thousand pages hold a tenth of it."""
PICTURES = {"documents": {"__all__": {"pages": {"__all__": {"image", "words"}}}}}


class Readings(Record):
    """One application as it was read; ``documents`` are those of its report, in their order; ``repeats``: what the index found
    then, None where there was none."""

    form: Form
    documents: tuple[Document, ...]
    repeats: tuple[Repeat, ...] | None = None


def save_readings(form: Form, documents: Sequence[Document], repeats: Sequence[Repeat] | None, out: Path) -> None:
    """Into ``out``, without where page pictures lay on disk; the same readings give the same bytes."""
    out.mkdir(parents=True, exist_ok=True)
    read = Readings(form=form, documents=tuple(documents), repeats=None if repeats is None else tuple(repeats))
    text = read.model_dump_json(exclude=PICTURES, exclude_unset=True)
    write_whole(out / FILE, gzip.compress(text.encode(), compresslevel=6, mtime=0))


def load_readings(folder: Path) -> Readings:
    """What ``save_readings`` wrote into the report's ``folder``. Raises ``UsageError`` when it is not there or cannot be used."""
    file = folder / FILE
    try:
        with gzip.open(file) as packed:
            text = packed.read(SIZE_LIMIT + 1)
        if len(text) <= SIZE_LIMIT:
            return Readings.model_validate_json(text)
    except (OSError, EOFError, zlib.error, ValidationError):
        pass
    raise UsageError(f"{file} is missing or cannot be used; heyan check writes it anew")
