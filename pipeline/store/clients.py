"""Clients and their keys: a key in, whose it is and what it may do out."""

from __future__ import annotations

import base64
import hashlib
import secrets
from collections.abc import Sequence
from typing import Literal, get_args

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.records import Record
from pipeline.problems import UsageError
from pipeline.store import tables
from pipeline.store.database import Database

Scope = Literal["apply", "review", "operate"]
"""apply: hand over forms and papers, and follow them; review: see reports and page pictures, of all clients; operate: metrics."""


class Client(Record):
    id: str
    name: str
    scopes: tuple[str, ...]
    webhook: str | None = None

    def may(self, scope: Scope) -> bool:
        return scope in self.scopes


class NewClient(Record):
    """``key`` and ``secret`` are shown once; the store keeps the key's digest only."""

    id: str
    key: str
    secret: str | None


class Clients:
    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, name: str, scopes: Sequence[str], *, webhook: str | None = None) -> NewClient:
        """Raises ``UsageError`` when the name is taken or a scope unknown."""
        unknown = sorted(set(scopes) - set(get_args(Scope)))
        if unknown or not scopes:
            raise UsageError(f"scopes: {', '.join(unknown) or 'none'}; expected some of {', '.join(get_args(Scope))}")
        if webhook and not webhook.startswith(("https://", "http://")):
            raise UsageError("a webhook is an https:// address")
        key, secret = f"hy_{secrets.token_urlsafe(32)}", new_secret() if webhook else None
        with self._database.writing() as session:
            if session.scalar(select(tables.Client.id).where(tables.Client.name == name)):
                raise UsageError(f"there is a client {name} already; choose another name, or revoke it first")
            made = tables.Client(name=name, key=digest(key), scopes=" ".join(scopes), webhook=webhook, secret=secret)
            session.add(made)
            session.flush()
            return NewClient(id=made.id, key=key, secret=secret)

    def own(self, name: str) -> str:
        """The id of a client that is this program itself, made when it is needed; nobody has its key."""

        def find(session: Session) -> str:
            known = session.scalar(select(tables.Client.id).where(tables.Client.name == name))
            if known is not None:
                return known
            made = tables.Client(name=name, key=digest(secrets.token_urlsafe(32)), scopes="apply")
            session.add(made)
            session.flush()
            return made.id

        return self._database.write(find)

    def known_by(self, key: str) -> Client | None:
        """Whose key it is; None when nobody's or no longer. A key of 256 random bits needs no slow digest."""
        with self._database.reading() as session:
            row = session.scalar(
                select(tables.Client).where(tables.Client.key == digest(key), tables.Client.revoked_at.is_(None))
            )
            return record_of(row) if row else None

    def all(self) -> list[Client]:
        with self._database.reading() as session:
            rows = session.scalars(select(tables.Client).where(tables.Client.revoked_at.is_(None)).order_by(tables.Client.name))
            return [record_of(row) for row in rows]

    def revoke(self, name: str) -> None:
        """The key stops working at once; the name is free again."""
        with self._database.writing() as session:
            row = session.scalar(select(tables.Client).where(tables.Client.name == name))
            if row is None:
                raise UsageError(f"there is no client {name}; heyan clients list shows them")
            row.revoked_at = tables.now()
            row.name = f"{name[:60]} (revoked {row.id})"


def record_of(row: tables.Client) -> Client:
    return Client(id=row.id, name=row.name, scopes=tuple(row.scopes.split()), webhook=row.webhook)


def new_secret() -> str:
    """As Standard Webhooks writes the secret of a signature."""
    return f"whsec_{base64.b64encode(secrets.token_bytes(32)).decode()}"


def digest(key: str) -> str:
    return hashlib.sha256(key.encode()).hexdigest()
