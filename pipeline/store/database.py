"""The database: a URL in, reading and writing transactions out; SQLite in a file by default, PostgreSQL by its URL."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

BUSY = 30
"""Seconds that a writer waits for others before it gives up."""
RACES = 5
"""How often the same thing may be put in by somebody else at the same moment."""
T = TypeVar("T")


class Database:
    """Transactions over one engine. Everything that a writing transaction says is on disk when it ends."""

    def __init__(self, url: str) -> None:
        self.engine = open_database(url)
        self._turn: AbstractContextManager[Any] = threading.Lock() if url.startswith("sqlite") else nullcontext()

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """Looks only; sees one state of the store."""
        with Session(self.engine) as session:
            yield session

    @contextmanager
    def writing(self) -> Iterator[Session]:
        """Everything or nothing. On SQLite one at a time: the lock is taken at the start, so that what was looked up still holds
        when it is written by. Threads take turns here: SQLite itself lets who finds it locked sleep, and some for long."""
        with self._turn, Session(self.engine.execution_options(writes=True), expire_on_commit=False) as session, session.begin():
            yield session

    def write(self, work: Callable[[Session], T]) -> T:
        """``work`` in one writing transaction; again from its beginning when somebody put the same new thing in first, so that
        it is found this time."""
        for _ in range(RACES):
            try:
                with self.writing() as session:
                    return work(session)
            except IntegrityError:
                continue
        with self.writing() as session:
            return work(session)


def open_database(url: str) -> Engine:
    """SQLite with its log written ahead, so that readers do not wait for writers, and synced before a change counts."""
    if not url.startswith("sqlite"):
        return create_engine(url, pool_pre_ping=True, pool_size=10, max_overflow=30)
    engine = create_engine(url, connect_args={"timeout": BUSY}, pool_size=10, max_overflow=30)

    @event.listens_for(engine, "connect")
    def prepare(connection: Any, _record: object) -> None:
        connection.isolation_level = None  # transactions begin below, not where the driver thinks fit
        for pragma in (
            "journal_mode=WAL",
            "synchronous=FULL",
            f"busy_timeout={BUSY * 1000}",
            "cache_size=-65536",
            "foreign_keys=ON",
        ):
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE" if connection.get_execution_options().get("writes") else "BEGIN")

    return engine


def migrate(engine: Engine, to: str = "head") -> None:
    """Brings the tables up to this version, or ``to`` an older one, all or nothing; safe when several processes begin at once."""
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    with engine.execution_options(writes=True).begin() as connection:
        if connection.dialect.name == "postgresql":
            connection.exec_driver_sql("SELECT pg_advisory_xact_lock(704311)")  # any number that is ours
        config.attributes["connection"] = connection
        command.upgrade(config, to)
