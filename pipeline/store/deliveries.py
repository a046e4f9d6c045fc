"""News for clients: written in the transaction of what they tell of, taken out again by whoever delivers them."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Any, Literal

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.records import Record
from pipeline.store import tables
from pipeline.store.database import Database

Event = Literal["document.read", "document.failed", "report.ready", "materials.to_hand_in_again"]

LEASE = timedelta(seconds=60)
"""For so long nobody else delivers what somebody took up; longer than an attempt may last."""
TRIES = 12
"""The last attempt comes about a day after the first."""


class News(Record):
    """One message to one client. ``id`` stays the same over attempts, so that the client can tell a repetition."""

    number: int
    id: str
    event: str
    body: str
    url: str
    secret: str
    attempts: int


class Deliveries:
    def __init__(self, database: Database) -> None:
        self._database = database

    def claim(self) -> News | None:
        """The next message that is due, kept from others for a while."""
        with self._database.writing() as session:
            row = session.scalar(
                select(tables.Delivery)
                .where(tables.Delivery.done_at.is_(None), tables.Delivery.due_at <= tables.now())
                .order_by(tables.Delivery.due_at)
                .limit(1)
                .with_for_update(skip_locked=True)
            )
            if row is None:
                return None
            client = session.get_one(tables.Client, row.client_id)
            row.attempts += 1
            row.due_at = tables.now() + LEASE
            if client.webhook is None or client.secret is None or client.revoked_at:
                row.done_at, row.answer = tables.now(), "nobody to tell"
                return None
            return News(
                number=row.number,
                id=row.id,
                event=row.event,
                body=row.body,
                url=client.webhook,
                secret=client.secret,
                attempts=row.attempts,
            )

    def taken(self, news: News, answer: str) -> None:
        with self._database.writing() as session:
            row = session.get_one(tables.Delivery, news.number)
            row.done_at, row.answer = tables.now(), answer

    def refused(self, news: News, answer: str) -> None:
        """Tried again after a while that doubles: 5 s, 10 s … about 3 hours."""
        with self._database.writing() as session:
            row = session.get_one(tables.Delivery, news.number)
            row.answer = answer
            row.due_at = tables.now() + timedelta(seconds=5 * 2 ** min(row.attempts - 1, 11))
            if row.attempts >= TRIES:
                row.done_at = tables.now()


def announce(session: Session, client: str, event: Event, news: dict[str, Any]) -> None:
    """Puts it into the queue of a client that wants news."""
    if session.scalar(select(tables.Client.webhook).where(tables.Client.id == client)):
        body = json.dumps(
            {"type": event, "timestamp": tables.now().isoformat(timespec="seconds"), "data": news}, ensure_ascii=False
        )
        session.add(tables.Delivery(client_id=client, event=event, body=body))
