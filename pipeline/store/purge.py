"""Purge: applications that were kept long enough, or one that must be forgotten, out of rows, index and files.

What stays: deeds (what operators did, without personal data) and clients. Files go when nothing names them; one that was put
lately stays, since whoever put it may not have written its row yet.
"""

from __future__ import annotations

import json
import time
from datetime import timedelta
from functools import partial

from sqlalchemy import ColumnElement, Delete, delete, func, select
from sqlalchemy.orm import Session

from models.records import Record
from pipeline.index import forget
from pipeline.store import tables
from pipeline.store.backup import alone
from pipeline.store.files import sweep_incoming
from pipeline.store.references import all_named, loose_stages, named_by, named_by_loose_stages
from pipeline.store.store import Store
from pipeline.store.tables import Application, Client, Deed, Delivery, Flag, Stage, Upload

DAY = 86_400.0
LATELY = 3600.0
"""Seconds for which a file of a forgotten application stays after it was put: another may be about to name the same bytes."""
NEWS_KEPT = timedelta(days=30)
"""For so long it can be looked up what a client was told."""


class Purged(Record):
    """How much went, or would go: ``numbers`` of applications' rows, ``documents``, ``files``; ``waiting``: files that were put
    too lately, and go with a purge a day later."""

    numbers: tuple[int, ...]
    documents: int
    files: int = 0
    waiting: int = 0
    deeds_kept: int
    clients_kept: int

    @property
    def applications(self) -> int:
        return len(self.numbers)


def kept_long_enough(days: int) -> ColumnElement[bool]:
    """Applications without a change for so many days."""
    return Application.changed_at < tables.now() - timedelta(days=days)


def called(application_id: str) -> ColumnElement[bool]:
    """The applications of this number, whichever client's."""
    return Application.application_id == application_id


def purge(store: Store, chosen: ColumnElement[bool], *, dry_run: bool = False) -> Purged:
    """Forgets the chosen applications, and sweeps what nothing names any more. ``dry_run``: only counts."""
    with alone(store.folder):
        with store.database.reading() as session:
            counted = count(session, chosen)
            theirs = named_by(session, store.files, chosen)
            kept = named_by(session, store.files, ~chosen) | named_by_loose_stages(session, store.files)
        if dry_run:
            return counted.model_copy(update=sweep_files(store, theirs - kept, kept, remove=False))
        for number in counted.numbers:
            store.database.write(partial(erase, number=number, chosen=chosen))
        store.database.write(sweep_rows)
        with store.database.reading() as session:
            kept = all_named(session, store.files)
        purged = counted.model_copy(update=sweep_files(store, theirs - kept, kept, remove=True))
        for folder in (store.folder, store.folder / "cache"):
            sweep_incoming(folder, DAY)
        store.deeds.note("purge", f"{purged.applications} applications, {purged.documents} documents, {purged.files} files")
        return purged


def count(session: Session, chosen: ColumnElement[bool]) -> Purged:
    numbers = tuple(session.scalars(select(Application.id).where(chosen)))
    theirs = Upload.application.in_(select(Application.id).where(chosen))
    return Purged(
        numbers=numbers,
        documents=session.scalar(select(func.count()).select_from(Upload).where(theirs)) or 0,
        deeds_kept=session.scalar(select(func.count()).select_from(Deed)) or 0,
        clients_kept=session.scalar(select(func.count()).select_from(Client)) or 0,
    )


def erase(session: Session, *, number: int, chosen: ColumnElement[bool]) -> None:
    """One application, if it is still among the chosen. A worker that reads or judges it finds that it holds nothing."""
    row = session.scalar(select(Application).where(Application.id == number, chosen).with_for_update())
    if row is None:
        return
    theirs, others = Upload.application == number, Upload.application != number
    erase_rows(
        session,
        delete(Stage).where(
            Stage.sha256.in_(select(Upload.sha256).where(theirs)), Stage.sha256.not_in(select(Upload.sha256).where(others))
        ),
        delete(Upload).where(theirs),
        delete(Flag).where(Flag.application == number),
        delete(Delivery).where(Delivery.client_id == row.client_id, tells_of(row.application_id)),
    )
    forget(session.connection(), row.application_id, row.client_id)
    session.delete(row)


def sweep_rows(session: Session) -> None:
    """What no longer serves anything."""
    now = tables.now()
    erase_rows(
        session,
        delete(Stage).where(loose_stages(), Stage.made_at < now - timedelta(seconds=DAY)),
        delete(Delivery).where(Delivery.done_at < now - NEWS_KEPT),
    )


def sweep_files(store: Store, theirs: set[str], kept: set[str], *, remove: bool) -> dict[str, int]:
    """What only forgotten applications named goes unless it was put lately, anything else that nothing names a day after."""
    gone = waiting = 0
    now = time.time()
    for name, at in list(store.files.names()):
        if name in kept:
            continue
        unused_for = LATELY if name in theirs else DAY
        old = now - at >= unused_for
        gone += store.files.remove(name, unused_for=unused_for) if remove else old
        waiting += not old
    return {"files": gone, "waiting": waiting}


def tells_of(application_id: str) -> ColumnElement[bool]:
    """Messages hold the number as ``deliveries.announce`` writes it."""
    return Delivery.body.contains(f'"application_id": {json.dumps(application_id, ensure_ascii=False)}', autoescape=True)


def erase_rows(session: Session, *statements: Delete) -> None:
    for statement in statements:
        session.execute(statement.execution_options(synchronize_session=False))
