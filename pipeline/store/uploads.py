"""Uploads in the store: files in, each read once and told about; the queue of what is unread is the table itself.

received → reading → read, or failed with a reason; withdrawn ones are read no more. A worker takes the next one for itself; its
answer counts only while it still holds it, so that whoever was thought dead and comes back changes nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Container
from datetime import datetime
from functools import partial
from itertools import chain, count
from typing import Literal

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.records import Record
from pipeline.store import tables
from pipeline.store.applications import TRIES, add, find, give_up, touch
from pipeline.store.database import Database
from pipeline.store.deliveries import announce
from pipeline.store.figures import Took, note_time
from pipeline.store.news import DocumentFailed, DocumentRead, Told
from pipeline.traces import here, span

State = Literal["received", "reading", "read", "failed", "withdrawn"]

CRASHED = "reading_crashed"
"""Reason of an upload whose reading ended its worker every time."""
SUFFIX = 10
"""Characters of what may count as a file name's ending."""


class Arrival(Record):
    """A file that has been put into the store's files, and what was said of it."""

    slot: str
    person: str | None
    file: str
    sha256: str
    size: int
    bulk: bool = False


class UploadStatus(Record):
    """``reason``: why it failed; ``type`` and ``pages``: what was found."""

    id: str
    slot: str
    person: str | None
    file: str
    sha256: str
    size: int
    state: State
    reason: str | None
    attempts: int
    type: str | None
    pages: int | None
    received_at: datetime
    read_at: datetime | None


class Claim(Record):
    """An upload that a worker was given to read. ``attempts`` tells this time from earlier ones of the same worker."""

    number: int
    id: str
    worker: str
    attempts: int
    slot: str
    person: str | None
    file: str
    sha256: str
    received_at: datetime
    trace: str | None = None


class Read(Record):
    """What reading made: the document's name in the store's files."""

    document: str
    software: str
    type: str
    pages: int
    problems: tuple[str, ...] = ()


class Uploads:
    def __init__(self, database: Database) -> None:
        self._database = database

    def accept(
        self, client: str, application_id: str, arrival: Arrival, *, instead_of: str | None = None
    ) -> tuple[UploadStatus, bool]:
        """Takes the file in, durably; whether it is new. The same file for the same slot and person is the same upload.
        ``instead_of``: the upload that it replaces, withdrawn in the same moment. A name that another content of the
        application has becomes another one, since reports call files by their names."""

        def take(session: Session) -> tuple[UploadStatus, bool]:
            application = find(session, client, application_id, lock=True) or add(session, client, application_id)
            before = same(session, application.id, arrival)
            replaced = before is None or before.id != instead_of
            if instead_of and replaced and withdraw(session, application, instead_of):
                touch(application)
            if before is not None:
                return status_of(before), False
            row = tables.Upload(application=application.id, attempts=0, state="received", **arrival.model_dump())
            row.trace = here()
            row.file = unused_name(arrival.file, names_of_others(session, application.id, arrival.sha256))
            session.add(row)
            touch(application)
            session.flush()
            return status_of(row), True

        with span("accept") as made:
            status, new = self._database.write(take)
            made.set_attribute("heyan.upload", status.id)
            return status, new

    def of(self, client: str | None, application_id: str) -> list[UploadStatus]:
        """Those of an application in the order they came, without the withdrawn."""
        with self._database.reading() as session:
            application = find(session, client, application_id)
            if application is None:
                return []
            query = select(tables.Upload).where(tables.Upload.application == application.id, tables.Upload.state != "withdrawn")
            return [status_of(row) for row in session.scalars(query.order_by(tables.Upload.number))]

    def status(self, client: str | None, application_id: str, upload: str) -> UploadStatus | None:
        with self._database.reading() as session:
            row = one_of(session, client, application_id, upload)
            return status_of(row) if row else None

    def document(self, client: str | None, application_id: str, upload: str) -> str | None:
        """The name of what was read of it."""
        with self._database.reading() as session:
            row = one_of(session, client, application_id, upload)
            return row.document if row else None

    def withdraw(self, client: str, application_id: str, upload: str) -> bool:
        with self._database.writing() as session:
            application = find(session, client, application_id, lock=True)
            gone = application is not None and withdraw(session, application, upload)
            if application is not None and gone:
                touch(application)
            return gone

    def claim(self, worker: str) -> Claim | None:
        """The next one to read, for ``worker`` alone: single uploads before bulk loads, the oldest first."""
        with self._database.writing() as session:
            row = session.scalar(
                select(tables.Upload)
                .where(tables.Upload.state == "received")
                .order_by(tables.Upload.bulk, tables.Upload.number)
                .limit(1)
                .with_for_update(skip_locked=True)
            )
            if row is None:
                return None
            row.state, row.worker = "reading", worker
            row.attempts += 1
            return Claim.model_validate({name: getattr(row, name) for name in Claim.model_fields})

    def finish(self, claim: Claim, read: Read) -> bool:
        """False when the upload is no longer this worker's: then nothing is changed."""
        with self._database.writing() as session:
            row = held(session, claim)
            if row is None:
                return False
            row.state, row.worker, row.reason, row.read_at = "read", None, None, tables.now()
            row.document, row.software, row.type, row.pages = read.document, read.software, read.type, read.pages
            tell(session, row, partial(DocumentRead, type=read.type, pages=read.pages, problems=read.problems))
            return True

    def fail(self, claim: Claim, reason: str, *, again: bool) -> None:
        """It could not be read. ``again``: worth another try, until it has had its share. ``reason`` quotes no paper."""
        with self._database.writing() as session:
            row = held(session, claim)
            if row is not None:
                release(session, row, reason, again=again)

    def hand_back(self, claim: Claim) -> None:
        """The worker is asked to stop: the upload is as if it had never been taken up."""
        with self._database.writing() as session:
            row = held(session, claim)
            if row is not None:
                row.state, row.worker, row.attempts = "received", None, row.attempts - 1

    def requeue(self, upload: str | None = None) -> int:
        """Failed ones (or the one named) are read anew; how many."""
        with self._database.writing() as session:
            query = select(tables.Upload).where(tables.Upload.state == "failed").order_by(tables.Upload.application)
            rows = list(session.scalars(query.where(tables.Upload.id == upload) if upload else query))
            for row in rows:
                application = session.get_one(tables.Application, row.application, with_for_update=True)
                session.refresh(row, with_for_update=True)  # always after its application, as all others lock them
                if row.state == "failed":
                    row.state, row.attempts, row.reason = "received", 0, None
                    touch(application)
                    session.flush()
            session.add(tables.Deed(deed="requeue", what=f"{len(rows)} uploads"))
            return len(rows)

    def stage(self, key: str) -> str | None:
        """What an earlier reading of the same bytes made, if it is kept."""
        with self._database.reading() as session:
            return session.scalar(select(tables.Stage.document).where(tables.Stage.key == key))

    def keep_stage(self, key: str, sha256: str, document: str, took: Took | None = None) -> None:
        """``took``: how long it took to make, for figures."""

        def keep(session: Session) -> None:
            if took is not None:
                note_time(session, took)
            session.merge(tables.Stage(key=key, sha256=sha256, document=document))
            session.flush()

        self._database.write(keep)


def release_all(session: Session, worker: str) -> int:
    """What a dead worker held is free again; how much that was."""
    uploads = list(session.scalars(select(tables.Upload).where(tables.Upload.worker == worker).with_for_update()))
    for upload in uploads:
        release(session, upload, CRASHED, again=True)
    applications = list(session.scalars(select(tables.Application).where(tables.Application.worker == worker).with_for_update()))
    for application in applications:
        give_up(application, "judging_crashed")
    return len(uploads) + len(applications)


def release(session: Session, row: tables.Upload, reason: str, *, again: bool) -> None:
    row.worker = None
    if again and row.attempts < TRIES:
        row.state = "received"
        return
    row.state, row.reason = "failed", reason
    tell(session, row, partial(DocumentFailed, reason=reason))


def tell(session: Session, row: tables.Upload, told: Callable[..., Told]) -> None:
    """``told`` is made of what all news of documents say."""
    application = session.get_one(tables.Application, row.application)
    announce(session, application.client_id, told(application_id=application.application_id, document=row.id, slot=row.slot))


def held(session: Session, claim: Claim) -> tables.Upload | None:
    """The claimed upload while the worker still holds it."""
    row = session.get(tables.Upload, claim.number, with_for_update=True)
    holding = ("reading", claim.id, claim.worker, claim.attempts)
    ours = row is not None and (row.state, row.id, row.worker, row.attempts) == holding
    return row if ours else None


def same(session: Session, application: int, arrival: Arrival) -> tables.Upload | None:
    person = tables.Upload.person.is_(None) if arrival.person is None else tables.Upload.person == arrival.person
    return session.scalar(
        select(tables.Upload).where(
            tables.Upload.application == application,
            tables.Upload.slot == arrival.slot,
            tables.Upload.sha256 == arrival.sha256,
            person,
            tables.Upload.state != "withdrawn",
        )
    )


def names_of_others(session: Session, application: int, sha256: str) -> set[str]:
    """What the application's files of other content are called."""
    others = (tables.Upload.application == application, tables.Upload.sha256 != sha256, tables.Upload.state != "withdrawn")
    return set(session.scalars(select(tables.Upload.file).where(*others)))


def unused_name(file: str, taken: Container[str]) -> str:
    """``a.pdf``, else ``a (2).pdf``, ``a (3).pdf`` …"""
    stem, dot, suffix = file.rpartition(".")
    if not stem or len(suffix) > SUFFIX:
        stem, dot, suffix = file, "", ""
    candidates = (f"{stem[: tables.FILE_NAME - 2 * SUFFIX]} ({number}){dot}{suffix}" for number in count(2))
    return next(name for name in chain([file], candidates) if name not in taken)


def one_of(session: Session, client: str | None, application_id: str, upload: str) -> tables.Upload | None:
    application = find(session, client, application_id)
    if application is None:
        return None
    return session.scalar(
        select(tables.Upload).where(
            tables.Upload.id == upload, tables.Upload.application == application.id, tables.Upload.state != "withdrawn"
        )
    )


def withdraw(session: Session, application: tables.Application, upload: str) -> bool:
    """A worker that reads it meanwhile finds that it no longer holds it."""
    row = session.scalar(
        select(tables.Upload).where(
            tables.Upload.id == upload, tables.Upload.application == application.id, tables.Upload.state != "withdrawn"
        )
    )
    if row is None:
        return False
    row.state, row.worker = "withdrawn", None
    return True


def status_of(row: tables.Upload) -> UploadStatus:
    return UploadStatus.model_validate({name: getattr(row, name) for name in UploadStatus.model_fields})
