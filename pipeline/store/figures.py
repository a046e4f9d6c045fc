"""Figures for operators: counts, ages and times of the whole store, without ids and personal data.

Times and flags are noted in the transaction of what they tell of, so that they outlive the workers that took the time.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import delete, func, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from models.records import Record
from pipeline.store import tables
from pipeline.store.database import Database
from pipeline.store.tables import Application, Deed, Delivery, Flag, Timing, Upload, Worker

STEPS = (0.1, 0.25, 0.5, 1.0, 2.0, 4.0, 8.0, 15.0, 30.0, 60.0, 120.0, 300.0, math.inf)
"""Seconds by which times are counted apart: a page takes from half a second to some, a file at most some minutes."""


class Took(Record):
    """How long a stage took: print · understand · judge."""

    stage: str
    seconds: float


class FlagCount(Record):
    rule: str
    severity: str
    count: int


class DocumentCount(Record):
    state: str
    type: str | None
    count: int


class Waiting(Record):
    """Things of a kind that wait, and since when the oldest does."""

    kind: str
    count: int
    since: datetime | None


class TimeCount(Record):
    """As ``tables.Timing``."""

    stage: str
    below: float
    count: int
    seconds: float


class WorkerFigures(Record):
    host: str
    process: int
    memory: int
    readings: int


class Figures(Record):
    """The store as it is now. ``failures``: documents and applications put aside, by the kind of reason; ``deeds``: when each was
    done last."""

    documents: tuple[DocumentCount, ...]
    waiting: tuple[Waiting, ...]
    failures: dict[str, int]
    times: tuple[TimeCount, ...]
    flags: tuple[FlagCount, ...]
    workers: tuple[WorkerFigures, ...]
    deeds: dict[str, datetime]


def note_time(session: Session, took: Took) -> None:
    below = next(step for step in STEPS if took.seconds <= step)
    insert: Any = {"sqlite": sqlite.insert, "postgresql": postgresql.insert}[session.get_bind().dialect.name]
    first = insert(Timing).values(stage=took.stage, below=below, count=1, seconds=took.seconds)
    again = {"count": Timing.count + 1, "seconds": Timing.seconds + took.seconds}
    session.execute(first.on_conflict_do_update(index_elements=["stage", "below"], set_=again))


def keep_flags(session: Session, application: int, flags: Sequence[FlagCount]) -> None:
    """In the place of those of the report before."""
    session.execute(delete(Flag).where(Flag.application == application).execution_options(synchronize_session=False))
    session.add_all(Flag(application=application, **flag.model_dump()) for flag in flags)


def figures(database: Database) -> Figures:
    with database.reading() as session:
        return Figures(
            documents=tuple(documents(session)),
            waiting=(*unread(session), unjudged(session), untold(session)),
            failures=dict(failures(session)),
            times=tuple(TimeCount.model_validate(row) for row in rows(session, select(*columns(TimeCount, Timing)))),
            flags=tuple(flags(session)),
            workers=tuple(WorkerFigures.model_validate(row) for row in rows(session, select(*columns(WorkerFigures, Worker)))),
            deeds=dict(session.execute(select(Deed.deed, func.max(Deed.done_at)).group_by(Deed.deed)).all()),
        )


def documents(session: Session) -> list[DocumentCount]:
    query = select(Upload.state, Upload.type, func.count().label("count")).group_by(Upload.state, Upload.type)
    return [DocumentCount.model_validate(row) for row in rows(session, query)]


def unread(session: Session) -> list[Waiting]:
    """Single uploads and bulk loads, which wait for them."""
    query = select(Upload.bulk, func.count(), func.min(Upload.number)).where(Upload.state == "received").group_by(Upload.bulk)
    found = {bulk: (count, number) for bulk, count, number in session.execute(query)}

    def waiting(kind: str, count: int, oldest: int | None) -> Waiting:
        since = session.scalar(select(Upload.received_at).where(Upload.number == oldest))
        return Waiting(kind=kind, count=count, since=since)

    return [waiting(kind, *found.get(bulk, (0, None))) for bulk, kind in ((False, "single"), (True, "bulk"))]


def unjudged(session: Session) -> Waiting:
    """Applications with a form whose report is not of their newest state."""
    query = select(func.count(), func.min(Application.changed_at)).where(Application.dirty, Application.form.is_not(None))
    count, since = session.execute(query).one()
    return Waiting(kind="judging", count=count, since=since)


def untold(session: Session) -> Waiting:
    count, since = session.execute(select(func.count(), func.min(Delivery.made_at)).where(Delivery.done_at.is_(None))).one()
    return Waiting(kind="news", count=count, since=since)


def failures(session: Session) -> Counter[str]:
    """Reasons go on after a colon with what differs from one to the next."""
    kinds: Counter[str] = Counter()
    for table, failed in ((Upload, Upload.state == "failed"), (Application, Application.reason.is_not(None))):
        for reason, count in session.execute(select(table.reason, func.count()).where(failed).group_by(table.reason)):
            kinds[(reason or "unknown").partition(":")[0]] += count
    return kinds


def flags(session: Session) -> list[FlagCount]:
    query = select(Flag.rule, Flag.severity, func.sum(Flag.count).label("count")).group_by(Flag.rule, Flag.severity)
    return [FlagCount.model_validate(row) for row in rows(session, query)]


def columns(record: type[Record], table: type[tables.Table]) -> list[Any]:
    return [getattr(table, name) for name in record.model_fields]


def rows(session: Session, query: Any) -> list[dict[str, Any]]:
    return [dict(row._mapping) for row in session.execute(query)]
