"""The report: checks and documents in, ``report.json`` (the contract's shape) and ``report.html`` (for the reviewer) out."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Sequence
from datetime import datetime
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from secrets import token_hex
from typing import Any, Literal

from pydantic import ValidationError, field_serializer

from models.records import Record
from pipeline.checks.check import Check, Verdict, verdict
from pipeline.documents import Document
from pipeline.form import BEIJING, Form
from pipeline.presentation import render
from pipeline.problems import UsageError
from pipeline.programme import FOLDER


class ModelNames(Record):
    """What read the papers: the OCR models, and what finds the fields."""

    ocr: str
    fields: str


class Software(Record):
    """``rules``: programme and a digest of its data, so that two reports by the same rules can be told."""

    version: str
    rules: str
    models: ModelNames


class FlagCounts(Record):
    blocking: int = 0
    attention: int = 0
    info: int = 0


class Summary(Record):
    verdict: Verdict
    flags: FlagCounts
    cannot_tell: int
    checks: int
    pages: int
    seconds: float


class Report(Record):
    """report.json. Beyond the contract: ``unit`` and ``leader``, the names on the form, so that a report can be filed alone."""

    schema_version: Literal[1] = 1
    application_id: str
    programme: str
    unit: str | None = None
    leader: str | None = None
    generated_at: str
    software: Software
    summary: Summary
    documents: tuple[Document, ...]
    checks: tuple[Check, ...]

    @field_serializer("documents")
    def _public(self, documents: tuple[Document, ...]) -> list[dict[str, Any]]:
        """Without the lines and without the places of pictures on disk."""
        return [document.public() for document in documents]


def build_report(
    form: Form,
    documents: Sequence[Document],
    checks: Sequence[Check],
    *,
    engine: str,
    seconds: float,
    now: datetime | None = None,
) -> Report:
    """The report of one application. ``engine``: the OCR engine's name; ``seconds``: how long the check took."""
    return Report(
        application_id=form.application_id,
        programme=form.programme,
        unit=form.unit.name,
        leader=form.leader.name,
        generated_at=(now or datetime.now(BEIJING)).isoformat(timespec="seconds"),
        software=software(form.programme, engine),
        summary=summarise(documents, checks, seconds=seconds),
        documents=tuple(documents),
        checks=tuple(checks),
    )


def summarise(documents: Iterable[Document], checks: Sequence[Check], *, seconds: float) -> Summary:
    flags = [check.severity for check in checks if check.status == "flag"]
    return Summary(
        verdict=verdict(checks),
        flags=FlagCounts(blocking=flags.count("blocking"), attention=flags.count("attention"), info=flags.count("info")),
        cannot_tell=sum(check.status == "cannot_tell" for check in checks),
        checks=len(checks),
        pages=sum(page.region is None or page.region[:2] == (0, 0) for document in documents for page in document.pages),
        seconds=round(seconds, 2),
    )


def software(programme: str, engine: str) -> Software:
    ours = installed_version()
    return Software(
        version=ours,
        rules=f"{programme}+{_digest(programme)}",
        models=ModelNames(ocr=engine, fields=f"declarations-{ours}"),
    )


@cache
def installed_version() -> str:
    """Heyan's version; a checkout that was never installed has none."""
    try:
        return version("heyan")
    except PackageNotFoundError:
        return "0+checkout"


@cache
def _digest(programme: str) -> str:
    """The first characters of the data file's SHA-256; ``unknown`` for a programme without a file."""
    file = FOLDER / f"{programme}.yaml"
    return hashlib.sha256(file.read_bytes()).hexdigest()[:8] if file.is_file() else "unknown"


def load_report(folder: Path) -> Report:
    """The report in ``folder``. Raises ``UsageError`` when it is not there or cannot be used."""
    file = folder / "report.json"
    try:
        return Report.model_validate_json(file.read_bytes())
    except (OSError, ValidationError):
        raise UsageError(f"{file} is missing or no report of this version; heyan check writes it anew") from None


def write_report(report: Report, documents: Sequence[Document], out: Path) -> None:
    """``report.json`` and ``report.html`` in ``out``; whoever looks meanwhile sees the old files or the new ones, whole.
    ``documents``: those of the report, while their pages' pictures are still on disk."""
    out.mkdir(parents=True, exist_ok=True)
    write_whole(out / "report.html", render(report, documents))
    write_whole(out / "report.json", report.model_dump_json(indent=2) + "\n")


def write_whole(file: Path, content: str | bytes) -> None:
    """Writes beside ``file`` and then puts the finished file in its place; permissions are those of any new file."""
    unfinished = file.with_name(f".{file.name}.{os.getpid()}-{token_hex(4)}")
    try:
        with unfinished.open("xb") as beside:
            beside.write(content.encode() if isinstance(content, str) else content)
            beside.flush()
            os.fsync(beside.fileno())
        unfinished.replace(file)
    finally:
        unfinished.unlink(missing_ok=True)
