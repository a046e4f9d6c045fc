"""What operators did to the store, kept for good: a deed in, without personal data; the list of them out."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select

from models.records import Record
from pipeline.store import tables
from pipeline.store.database import Database


class Deed(Record):
    """``deed``: requeue, backup, restore or purge; ``what``: to how much."""

    deed: str
    what: str
    done_at: datetime


class Deeds:
    def __init__(self, database: Database) -> None:
        self._database = database

    def note(self, deed: str, what: str) -> None:
        with self._database.writing() as session:
            session.add(tables.Deed(deed=deed, what=what))

    def all(self) -> list[Deed]:
        """The oldest first."""
        with self._database.reading() as session:
            rows = session.scalars(select(tables.Deed).order_by(tables.Deed.id))
            return [Deed(deed=row.deed, what=row.what, done_at=row.done_at) for row in rows]
