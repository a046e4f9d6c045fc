"""News for clients: written in the transaction of what they tell of, taken out again by whoever delivers them.

One message at a time is on its way to a client, so that its news come in order, two processes never deliver the same at once, and
a client that does not answer takes nobody else's turn.
"""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, exists, func, literal, or_, select, update
from sqlalchemy.orm import Session

from models.records import Record
from pipeline.store import tables
from pipeline.store.database import Database
from pipeline.store.news import Told
from pipeline.store.tables import Client, Delivery

LEASE = timedelta(seconds=60)
"""For so long nobody else tells a client anything; longer than an attempt may last."""
PAUSE = timedelta(hours=1)
"""The longest time between two attempts."""
KEPT = timedelta(days=3)
"""Older news are told no more: a client that was away so long asks for the states of its applications."""
ANSWER = 100
"""Characters that an answer may have."""
REST = timedelta(seconds=60)
"""At most so long a client that does not answer is left alone before it is tried with other news."""


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
        """The next message that is due; its client is told nothing else meanwhile. What can no longer be told is closed."""
        with self._database.reading() as session:
            if session.scalar(to_be_told()) is None:  # the usual answer takes no lock
                return None
        with self._database.writing() as session:
            while (client := session.scalar(to_be_told().with_for_update(skip_locked=True, key_share=True))) is not None:
                delivery = session.scalar(select(Delivery).where(due(client.id)).order_by(Delivery.number).limit(1))
                if delivery is None or client.webhook is None or client.secret is None or client.revoked_at:
                    close(session, client, "nobody to tell")
                elif delivery.made_at < tables.now() - KEPT:
                    close(session, client, "given up", before=tables.now() - KEPT)
                else:
                    delivery.attempts += 1
                    client.quiet_until = tables.now() + LEASE
                    return news_of(delivery, client)
            return None

    def taken(self, news: News, answer: str) -> None:
        with self._database.writing() as session:
            row = held(session, news)
            if row is not None:
                row.done_at, row.answer = tables.now(), answer
                session.get_one(Client, row.client_id).quiet_until = None

    def refused(self, news: News, answer: str, *, away: bool = False) -> None:
        """Tried again after a while that doubles: 5 s, 10 s … an hour. ``away``: it would take no other message either, and is
        left alone for that long, but for no more than a minute."""
        with self._database.writing() as session:
            row = held(session, news)
            if row is not None:
                pause = min(timedelta(seconds=5 * 2 ** min(row.attempts - 1, 20)), PAUSE)
                row.answer, row.due_at = answer, tables.now() + pause
                session.get_one(Client, row.client_id).quiet_until = tables.now() + min(pause, REST) if away else None


def to_be_told() -> Select[Client]:
    """A client for whom there is something, and whom nobody tells anything now."""
    free = or_(Client.quiet_until.is_(None), Client.quiet_until <= tables.now())
    return select(Client).where(free, exists().where(due(Client.id))).order_by(Client.created_at).limit(1)


def due(client: Any) -> ColumnElement[bool]:
    """Open messages, to be told now, of a client: an id or a column."""
    return and_(Delivery.client_id == client, Delivery.done_at.is_(None), Delivery.due_at <= tables.now())


def held(session: Session, news: News) -> Delivery | None:
    """The claimed message while nobody else has taken it up."""
    row = session.get(Delivery, news.number, with_for_update=True)
    ours = row is not None and (row.id, row.attempts, row.done_at) == (news.id, news.attempts, None)
    return row if ours else None


def close(session: Session, client: Client, why: str, *, before: datetime | None = None) -> None:
    """The client's open news, or those made before then, are told no more; their last answer stays beside the reason."""
    which = [Delivery.client_id == client.id, Delivery.done_at.is_(None)]
    if before is not None:
        which.append(Delivery.made_at < before)
    reason = literal(why) + func.coalesce(literal(": ") + Delivery.answer, "")
    session.execute(
        update(Delivery)
        .where(*which)
        .values(done_at=tables.now(), answer=func.substr(reason, 1, ANSWER))
        .execution_options(synchronize_session=False)
    )


def news_of(delivery: Delivery, client: Client) -> News:
    return News(
        number=delivery.number,
        id=delivery.id,
        event=delivery.event,
        body=delivery.body,
        url=client.webhook or "",
        secret=client.secret or "",
        attempts=delivery.attempts,
    )


def announce(session: Session, client: str, told: Told) -> None:
    """Puts it into the queue of a client that wants news."""
    if session.scalar(select(Client.webhook).where(Client.id == client)):
        message = {"type": told.event, "timestamp": tables.now().isoformat(timespec="seconds"), "data": told.model_dump()}
        session.add(Delivery(client_id=client, event=told.event, body=json.dumps(message, ensure_ascii=False)))
