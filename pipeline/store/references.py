"""Which files rows name: the rows of a session in, names of stored files out. A document names the pictures of its pages."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterable, Iterator
from typing import Any

from sqlalchemy import ColumnElement, select, true
from sqlalchemy.orm import Session

from pipeline.store.files import Files
from pipeline.store.tables import Application, Stage, Upload

PICTURE = re.compile(rb'"image":\s*"([0-9a-f]{64})"')


def all_named(session: Session, files: Files) -> set[str]:
    return named_by(session, files, true()) | named_by_loose_stages(session, files)


def named_by(session: Session, files: Files, applications: ColumnElement[bool]) -> set[str]:
    """What the applications that fulfil the condition, their uploads and the stages of these name."""
    theirs = Upload.application.in_(select(Application.id).where(applications))
    originals = select(Upload.sha256).where(theirs)
    reports = [
        name
        for column in (Application.report, Application.page, Application.readings)
        for name in values(session, column, applications)
    ]
    documents = {*values(session, Upload.document, theirs), *values(session, Stage.document, Stage.sha256.in_(originals))}
    return {*values(session, Upload.sha256, theirs), *reports, *with_pictures(documents, files)}


def named_by_loose_stages(session: Session, files: Files) -> set[str]:
    """What was made of bytes that no upload has any more."""
    return set(with_pictures(values(session, Stage.document, loose_stages()), files))


def loose_stages() -> ColumnElement[bool]:
    return Stage.sha256.not_in(select(Upload.sha256))


def with_pictures(documents: Iterable[str], files: Files) -> Iterator[str]:
    """The documents and the pictures that they name; one that is not there names none."""
    for document in documents:
        yield document
        try:
            data = gzip.decompress(files.get(document))
        except FileNotFoundError:
            continue
        yield from (name.decode() for name in PICTURE.findall(data))  # looked for, not parsed: there may be millions


def values(session: Session, column: Any, condition: ColumnElement[bool]) -> list[str]:
    return [value for value in session.scalars(select(column).where(condition).distinct()) if value]
