"""Applications in the store: forms in, their state out; and which one is to be judged next.

``revision`` grows with every change: of the form, by a paper that came, was read anew or withdrawn. A report holds for one
revision, and only that of the newest is kept. An application is judged when everything accepted for it is read or given up, so
that no report misses a paper.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import datetime
from typing import Any, Literal

from sqlalchemy import Exists, exists, select
from sqlalchemy.orm import Session

from models.records import Record
from pipeline.store import tables
from pipeline.store.database import Database
from pipeline.store.deliveries import announce
from pipeline.store.figures import FlagCount, Took, keep_flags, note_time
from pipeline.store.news import MaterialsToHandInAgain, ReportReady, ToHandIn, Told

TRIES = 3
"""How often something is tried that ends its worker, before it is put aside."""
OPEN = ("received", "reading")

ApplicationState = Literal["open", "reading", "judging", "judged", "failed"]


class ApplicationStatus(Record):
    """``state``: open (no form yet, so that nothing can be judged) · reading (papers are unread) · judging · judged · failed.
    ``revision`` counts changes; a report holds for ``judged_revision``."""

    application_id: str
    state: ApplicationState
    revision: int
    judged_revision: int
    has_form: bool
    submitted_at: datetime | None
    judged_at: datetime | None
    verdict: str | None
    reason: str | None


class Judging(Record):
    """An application that a worker was given to judge, as it was then."""

    number: int
    client: str
    worker: str
    revision: int
    form: dict[str, Any]
    papers: tuple[Paper, ...]


class Paper(Record):
    """One accepted file as judging needs it. ``document``: what was read, None when it was given up for ``reason``."""

    upload: str
    slot: str
    person: str | None
    file: str
    sha256: str
    document: str | None
    reason: str | None


class Judged(Record):
    """What judging made: names of files in the store, verdict, flags; and how long it took."""

    verdict: str
    report: str
    page: str
    readings: str
    flags: tuple[FlagCount, ...] = ()
    seconds: float = 0.0
    to_hand_in_again: tuple[ToHandIn, ...] = ()


class Applications:
    def __init__(self, database: Database) -> None:
        self._database = database

    def put_form(self, client: str, application_id: str, form: dict[str, Any]) -> bool:
        """Takes the form in, in place of what it was; whether the application is new. The same form again changes nothing."""
        text = json.dumps(form, ensure_ascii=False, sort_keys=True)

        def put(session: Session) -> bool:
            row = find(session, client, application_id, lock=True)
            new = row is None
            row = row or add(session, client, application_id)
            if row.form != text:
                row.form = text
                touch(row)
            return new

        return self._database.write(put)

    def submit(self, client: str, application_id: str) -> bool:
        """Notes the moment of submission, which stays when it is said again. False when there is no such application or form."""
        with self._database.writing() as session:
            row = find(session, client, application_id, lock=True)
            if row is None or row.form is None:
                return False
            if row.submitted_at is None:
                row.submitted_at = tables.now()
                touch(row)
            return True

    def judge_again(self, client: str | None, application_id: str) -> bool:
        with self._database.writing() as session:
            row = find(session, client, application_id, lock=True)
            if row is not None:
                touch(row)
            return row is not None

    def status(self, client: str | None, application_id: str) -> ApplicationStatus | None:
        """``client`` None: whosever it is."""
        with self._database.reading() as session:
            row = find(session, client, application_id)
            return status_of(session, row) if row else None

    def report(self, client: str | None, application_id: str) -> tables.Application | None:
        """The application's row with what its last report is called."""
        with self._database.reading() as session:
            return find(session, client, application_id)

    def claim(self, worker: str) -> Judging | None:
        """The next one to judge, for ``worker`` alone: submitted ones first, then the one that has waited longest."""
        with self._database.writing() as session:
            row = session.scalar(
                select(tables.Application)
                .where(
                    tables.Application.dirty,
                    tables.Application.form.is_not(None),
                    tables.Application.worker.is_(None),
                    ~unread(tables.Application.id),
                )
                .order_by(tables.Application.submitted_at.is_(None), tables.Application.changed_at)
                .limit(1)
                .with_for_update(skip_locked=True)
            )
            if row is None or session.scalar(select(unread(row.id))):  # a paper may have come before the row was ours
                return None
            row.worker = worker
            row.attempts += 1
            return Judging(
                number=row.id,
                client=row.client_id,
                worker=worker,
                revision=row.revision,
                form=stated(row),
                papers=tuple(papers(session, row.id)),
            )

    def finish(self, judging: Judging, judged: Judged) -> bool:
        """Keeps the report if the application is still what was judged; else it stays to be judged, and False."""
        with self._database.writing() as session:
            row = session.get(tables.Application, judging.number, with_for_update=True)
            if row is None or row.worker != judging.worker:
                return False
            row.worker = None
            if row.revision != judging.revision:
                return False
            row.dirty, row.attempts, row.reason = False, 0, None
            row.judged, row.judged_at = row.revision, tables.now()
            row.verdict, row.report, row.page, row.readings = judged.verdict, judged.report, judged.page, judged.readings
            keep_flags(session, row.id, judged.flags)
            note_time(session, Took(stage="judge", seconds=judged.seconds))
            told: list[Told] = [ReportReady(application_id=row.application_id, revision=row.revision, verdict=judged.verdict)]
            if judged.to_hand_in_again:
                told.append(MaterialsToHandInAgain(application_id=row.application_id, materials=judged.to_hand_in_again))
            for one in told:
                announce(session, row.client_id, one)
            return True

    def fail(self, judging: Judging, reason: str) -> None:
        """A defect while judging. ``reason`` quotes no paper. Tried again a few times, then left until something changes."""
        with self._database.writing() as session:
            row = session.get(tables.Application, judging.number, with_for_update=True)
            if row is not None and row.worker == judging.worker:
                give_up(row, reason)

    def hand_back(self, judging: Judging) -> None:
        """It is as if the worker had never taken it up."""
        with self._database.writing() as session:
            row = session.get(tables.Application, judging.number, with_for_update=True)
            if row is not None and row.worker == judging.worker:
                row.worker, row.attempts = None, row.attempts - 1


def unread(application: Any) -> Exists:
    """Whether something that was accepted for the application, a number or a column, is still to be read."""
    return exists().where(tables.Upload.application == application, tables.Upload.state.in_(OPEN))


def give_up(row: tables.Application, reason: str) -> None:
    """Frees the application of its worker; after the last try it waits for a change."""
    row.worker = None
    if row.attempts >= TRIES:
        row.dirty, row.reason = False, reason


def find(session: Session, client: str | None, application_id: str, *, lock: bool = False) -> tables.Application | None:
    query = select(tables.Application).where(tables.Application.application_id == application_id)
    if client is not None:
        query = query.where(tables.Application.client_id == client)
    return session.scalars((query.with_for_update() if lock else query).order_by(tables.Application.id).limit(1)).first()


def add(session: Session, client: str, application_id: str) -> tables.Application:
    """A new application; when another process was faster, ``IntegrityError``, on which ``Database.write`` begins again."""
    row = tables.Application(client_id=client, application_id=application_id, revision=0, judged=0, attempts=0)
    session.add(row)
    session.flush()
    return row


def touch(row: tables.Application) -> None:
    """Something changed: what was judged no longer holds."""
    row.revision += 1
    row.dirty, row.attempts, row.reason = True, 0, None
    row.changed_at = tables.now()


def stated(row: tables.Application) -> dict[str, Any]:
    """The form as it was handed over; the moment of submission that we saw, where the portal states none."""
    form: dict[str, Any] = json.loads(row.form or "{}")
    if not form.get("submitted_at") and row.submitted_at:
        form["submitted_at"] = row.submitted_at.isoformat(timespec="seconds")
    return form


def papers(session: Session, application: int) -> Iterator[Paper]:
    query = select(tables.Upload).where(tables.Upload.application == application, tables.Upload.state != "withdrawn")
    for row in session.scalars(query.order_by(tables.Upload.number)):
        yield Paper(
            upload=row.id,
            slot=row.slot,
            person=row.person,
            file=row.file,
            sha256=row.sha256,
            document=row.document if row.state == "read" else None,
            reason=row.reason,
        )


def status_of(session: Session, row: tables.Application) -> ApplicationStatus:
    return ApplicationStatus(
        application_id=row.application_id,
        state=state_of(row, reading=bool(session.scalar(select(unread(row.id))))),
        revision=row.revision,
        judged_revision=row.judged,
        has_form=row.form is not None,
        submitted_at=row.submitted_at,
        judged_at=row.judged_at,
        verdict=row.verdict,
        reason=row.reason,
    )


def state_of(row: tables.Application, *, reading: bool) -> ApplicationState:
    if reading:
        return "reading"
    if row.form is None:
        return "open"
    if row.dirty:
        return "judging"
    return "failed" if row.reason else "judged"
