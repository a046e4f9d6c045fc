"""Clients and their keys: a key is shown once, kept as its digest, and works until it is revoked."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from pipeline.problems import UsageError
from pipeline.store import tables
from pipeline.store.clients import digest
from pipeline.store.store import Store


def test_a_key_tells_whose_it_is_and_what_it_may_do(store: Store) -> None:
    made = store.clients.add("portal", ["apply"], webhook="https://portal.example/news")
    client = store.clients.known_by(made.key)
    assert client is not None
    assert (client.id, client.name, client.webhook) == (made.id, "portal", "https://portal.example/news")
    assert client.may("apply")
    assert not client.may("review")
    assert made.secret


def test_the_store_holds_no_key(store: Store) -> None:
    made = store.clients.add("portal", ["apply"])
    with store.database.reading() as session:
        row = session.scalars(select(tables.Client)).one()
        kept = [str(getattr(row, column.key)) for column in tables.Client.__table__.columns]
    assert row.key == digest(made.key)
    assert not any(made.key in value for value in kept)


def test_a_wrong_or_revoked_key_is_nobodys(store: Store) -> None:
    made = store.clients.add("portal", ["apply"])
    assert store.clients.known_by(made.key + "x") is None
    store.clients.revoke("portal")
    assert store.clients.known_by(made.key) is None
    assert store.clients.all() == []


def test_a_revoked_name_is_free_again(store: Store) -> None:
    for _ in range(2):
        store.clients.add("portal", ["apply"])
        store.clients.revoke("portal")
    assert store.clients.known_by(store.clients.add("portal", ["apply"]).key)


@pytest.mark.parametrize(("scopes", "webhook"), [([], None), (["everything"], None), (["apply"], "ftp://portal.example")])
def test_what_cannot_be_used_is_refused(store: Store, scopes: list[str], webhook: str | None) -> None:
    with pytest.raises(UsageError):
        store.clients.add("portal", scopes, webhook=webhook)


def test_a_name_is_taken_once_and_only_known_ones_are_revoked(store: Store) -> None:
    store.clients.add("portal", ["apply"])
    with pytest.raises(UsageError, match="already"):
        store.clients.add("portal", ["apply"])
    with pytest.raises(UsageError, match="no client"):
        store.clients.revoke("other")
