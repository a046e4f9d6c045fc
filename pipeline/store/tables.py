"""The store's tables: what was accepted, read and judged, for whom, and what has to be told to whom.

Moments are kept in UTC. Personal data lie in ``applications.form``, ``uploads.person`` and ``uploads.file``, and in the files
that the digests name; nothing else of the database holds any.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any
from uuid import uuid4

from sqlalchemy import BigInteger, DateTime, Float, ForeignKey, Index, Integer, String, Text, TypeDecorator, UniqueConstraint
from sqlalchemy.engine import Dialect
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from pipeline.index import metadata

APPLICATION_ID = 200
"""Characters of an application's number at most, as the form has it."""
FILE_NAME = 255
"""Characters of a file's name at most."""


class Moment(TypeDecorator[datetime]):
    """An aware moment in Python, UTC in the database: SQLite keeps no time zones."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002 - SQLAlchemy's name
        return value.astimezone(UTC).replace(tzinfo=None) if value else None

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        return value.replace(tzinfo=UTC) if value else None


def new_id() -> str:
    """An identifier that tells nothing and cannot be guessed."""
    return uuid4().hex


def now() -> datetime:
    return datetime.now(UTC)


class Table(DeclarativeBase):
    """Beside the tables of the index, in one database."""

    metadata = metadata


class Client(Table):
    """A portal or person with a key. ``key``: SHA-256 of the key; ``scopes``: words with spaces between;
    ``webhook``: where its news goes, signed with ``secret``, but none before ``quiet_until``: somebody is telling it some, or it
    did not answer."""

    __tablename__ = "clients"

    id: Mapped[str] = mapped_column(String(32), primary_key=True, default=new_id)
    name: Mapped[str] = mapped_column(String(100), unique=True)
    key: Mapped[str] = mapped_column(String(64), unique=True)
    scopes: Mapped[str] = mapped_column(String(200))
    webhook: Mapped[str | None] = mapped_column(String(2000))
    secret: Mapped[str | None] = mapped_column(String(100))
    created_at: Mapped[datetime] = mapped_column(Moment, default=now)
    revoked_at: Mapped[datetime | None] = mapped_column(Moment)
    quiet_until: Mapped[datetime | None] = mapped_column(Moment)


class Application(Table):
    """An application of a client. ``revision`` counts what changed; the report holds for ``judged``, the revision judged last.
    ``form`` as it was handed over; without one nothing can be judged. ``report`` and ``page``: digests of report.json and
    report.html; ``readings``: of what they were judged by."""

    __tablename__ = "applications"
    __table_args__ = (
        UniqueConstraint("client_id", "application_id"),
        Index("applications_to_judge", "dirty", "submitted_at"),
    )

    id: Mapped[int] = mapped_column(Integer, primary_key=True)
    client_id: Mapped[str] = mapped_column(ForeignKey("clients.id"))
    application_id: Mapped[str] = mapped_column(String(APPLICATION_ID))
    form: Mapped[str | None] = mapped_column(Text)
    revision: Mapped[int] = mapped_column(Integer, default=0)
    judged: Mapped[int] = mapped_column(Integer, default=0)
    dirty: Mapped[bool] = mapped_column(default=False)
    worker: Mapped[str | None] = mapped_column(String(32), index=True)
    attempts: Mapped[int] = mapped_column(Integer, default=0)
    reason: Mapped[str | None] = mapped_column(String(300), index=True)
    verdict: Mapped[str | None] = mapped_column(String(20))
    report: Mapped[str | None] = mapped_column(String(64))
    page: Mapped[str | None] = mapped_column(String(64))
    readings: Mapped[str | None] = mapped_column(String(64))
    created_at: Mapped[datetime] = mapped_column(Moment, default=now)
    changed_at: Mapped[datetime] = mapped_column(Moment, default=now, index=True)
    submitted_at: Mapped[datetime | None] = mapped_column(Moment)
    judged_at: Mapped[datetime | None] = mapped_column(Moment)


class Upload(Table):
    """One file handed over for a slot of an application. ``sha256`` names the original; ``document`` what was read of it;
    ``software`` what read it. ``number`` is the order of arrival; ``bulk`` files wait for single ones.
    ``trace``: the traceparent of its acceptance."""

    __tablename__ = "uploads"
    __table_args__ = (
        Index("uploads_to_read", "state", "bulk", "number"),
        Index("uploads_by_state", "state", "type"),
        Index("uploads_of_application", "application", "slot", "sha256"),
    )

    number: Mapped[int] = mapped_column(BigInteger().with_variant(Integer, "sqlite"), primary_key=True)
    id: Mapped[str] = mapped_column(String(32), unique=True, default=new_id)
    application: Mapped[int] = mapped_column(ForeignKey("applications.id"))
    slot: Mapped[str] = mapped_column(String(40))
    person: Mapped[str | None] = mapped_column(String(200))
    file: Mapped[str] = mapped_column(String(FILE_NAME))
    sha256: Mapped[str] = mapped_column(String(64), index=True)
    size: Mapped[int] = mapped_column(BigInteger)
    bulk: Mapped[bool] = mapped_column(default=False)
    state: Mapped[str] = mapped_column(String(12), default="received")
    reason: Mapped[str | None] = mapped_column(String(300))
    attempts: Mapped[int] = mapped_column(Integer, default=0)
    worker: Mapped[str | None] = mapped_column(String(32), index=True)
    software: Mapped[str | None] = mapped_column(String(64))
    document: Mapped[str | None] = mapped_column(String(64))
    type: Mapped[str | None] = mapped_column(String(40))
    pages: Mapped[int | None] = mapped_column(Integer)
    received_at: Mapped[datetime] = mapped_column(Moment, default=now)
    read_at: Mapped[datetime | None] = mapped_column(Moment)
    trace: Mapped[str | None] = mapped_column(String(55))


class Stage(Table):
    """What a stage made of a file's bytes: ``key`` is a digest of bytes, software and settings, ``document`` that of the result.
    So the same paper is never read twice, and a reading that was cut off goes on after its last whole stage."""

    __tablename__ = "stages"

    key: Mapped[str] = mapped_column(String(64), primary_key=True)
    sha256: Mapped[str] = mapped_column(String(64), index=True)
    document: Mapped[str] = mapped_column(String(64))
    made_at: Mapped[datetime] = mapped_column(Moment, default=now)


class Worker(Table):
    """A process that reads, ``readings`` files so far. ``beat`` grows while it lives; whoever watches judges by its own clock
    whether it still does."""

    __tablename__ = "workers"

    id: Mapped[str] = mapped_column(String(32), primary_key=True, default=new_id)
    host: Mapped[str] = mapped_column(String(255))
    process: Mapped[int] = mapped_column(Integer)
    beat: Mapped[int] = mapped_column(Integer, default=0)
    memory: Mapped[int] = mapped_column(BigInteger, default=0)
    readings: Mapped[int] = mapped_column(Integer, default=0)
    started_at: Mapped[datetime] = mapped_column(Moment, default=now)


class Delivery(Table):
    """Something a client is to be told; written with what it tells of, in one transaction, and gone from the queue when it has
    been taken or was tried too often."""

    __tablename__ = "deliveries"
    __table_args__ = (
        Index("deliveries_due", "done_at", "due_at"),
        Index("deliveries_of_client", "client_id", "done_at", "due_at"),
    )

    number: Mapped[int] = mapped_column(BigInteger().with_variant(Integer, "sqlite"), primary_key=True)
    id: Mapped[str] = mapped_column(String(32), unique=True, default=new_id)
    client_id: Mapped[str] = mapped_column(ForeignKey("clients.id"))
    event: Mapped[str] = mapped_column(String(40))
    body: Mapped[str] = mapped_column(Text)
    attempts: Mapped[int] = mapped_column(Integer, default=0)
    made_at: Mapped[datetime] = mapped_column(Moment, default=now)
    due_at: Mapped[datetime] = mapped_column(Moment, default=now)
    done_at: Mapped[datetime | None] = mapped_column(Moment)
    answer: Mapped[str | None] = mapped_column(String(100))


class Timing(Table):
    """How long a stage took: ``count`` times at most ``below`` seconds, and longer than the next smaller ``below``; ``seconds``
    in all."""

    __tablename__ = "timings"

    stage: Mapped[str] = mapped_column(String(20), primary_key=True)
    below: Mapped[float] = mapped_column(Float, primary_key=True)
    count: Mapped[int] = mapped_column(BigInteger)
    seconds: Mapped[float] = mapped_column(Float)


class Flag(Table):
    """How often a rule flags in the newest report of an application."""

    __tablename__ = "flags"
    __table_args__ = (Index("flags_by_rule", "rule", "severity", "count"),)

    application: Mapped[int] = mapped_column(ForeignKey("applications.id"), primary_key=True)
    rule: Mapped[str] = mapped_column(String(80), primary_key=True)
    severity: Mapped[str] = mapped_column(String(20), primary_key=True)
    count: Mapped[int] = mapped_column(Integer)


class Deed(Table):
    """What an operator did to the store, kept for good: ``what`` without personal data."""

    __tablename__ = "deeds"

    id: Mapped[int] = mapped_column(Integer, primary_key=True)
    deed: Mapped[str] = mapped_column(String(40))
    what: Mapped[str] = mapped_column(Text)
    done_at: Mapped[datetime] = mapped_column(Moment, default=now)
