"""News: written with what they tell of, given to one deliverer at a time, tried again ever later, and dropped in the end."""

from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from typing import Any

import pytest

from pipeline.store import tables
from pipeline.store.deliveries import KEPT, LEASE, REST, News
from pipeline.store.store import Store
from tests.store.conftest import APPLICATION, FORM, arrival, claimed, judged, read, to_judge


@pytest.fixture
def listener(store: Store) -> str:
    return store.clients.add("portal", ["apply"], webhook="https://portal.example/news").id


class Time:
    """The time of day, as the store asks for it."""

    def __init__(self) -> None:
        self.now = tables.now() + timedelta(minutes=1)  # later than rows, whose defaults are not asked of this clock

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def time_of_day(monkeypatch: pytest.MonkeyPatch) -> Time:
    time = Time()
    monkeypatch.setattr(tables, "now", time)
    return time


def news(store: Store) -> News:
    found = store.deliveries.claim()
    assert found is not None
    return found


def one_read(store: Store, client: str, content: str = "a") -> None:
    store.uploads.accept(client, APPLICATION, arrival(content))
    store.uploads.finish(claimed(store), read())


def test_a_reading_and_a_report_are_told(store: Store, listener: str) -> None:
    store.applications.put_form(listener, APPLICATION, FORM)
    one_read(store, listener)
    store.applications.finish(to_judge(store), judged())
    told = []
    while one := store.deliveries.claim():
        told.append(one)
        store.deliveries.taken(one, "204")
    assert [one.event for one in told] == ["document.read", "report.ready"]
    for one in told:
        assert json.loads(one.body)["data"]["application_id"] == APPLICATION
        assert one.url == "https://portal.example/news"


def test_a_paper_that_was_given_up_is_told_with_its_reason(store: Store, listener: str) -> None:
    store.uploads.accept(listener, APPLICATION, arrival())
    store.uploads.fail(claimed(store), "hopeless", again=False)
    body = json.loads(news(store).body)
    assert (body["type"], body["data"]["reason"]) == ("document.failed", "hopeless")


def test_who_has_no_webhook_is_told_nothing(store: Store, portal: str) -> None:
    one_read(store, portal)
    assert store.deliveries.claim() is None


def test_what_did_not_count_is_not_told(store: Store, listener: str) -> None:
    status, _ = store.uploads.accept(listener, APPLICATION, arrival())
    claim = claimed(store)
    store.uploads.withdraw(listener, APPLICATION, status.id)
    store.uploads.finish(claim, read())
    assert store.deliveries.claim() is None


def test_one_deliverer_at_a_time_has_a_message(store: Store, listener: str, time_of_day: Time) -> None:
    one_read(store, listener)
    first = news(store)
    assert store.deliveries.claim() is None
    time_of_day.now += LEASE + timedelta(seconds=1)
    assert news(store).id == first.id


def test_a_taken_message_is_told_no_more(store: Store, listener: str, time_of_day: Time) -> None:
    one_read(store, listener)
    store.deliveries.taken(news(store), "204")
    time_of_day.now += timedelta(days=2)
    assert store.deliveries.claim() is None


def test_a_refused_message_comes_again_later_and_later_and_is_closed_with_its_last_answer(
    store: Store, listener: str, time_of_day: Time
) -> None:
    one_read(store, listener)
    began, waits = time_of_day.now, []
    while found := store.deliveries.claim():
        store.deliveries.refused(found, "400")
        with store.database.reading() as session:
            row = session.get_one(tables.Delivery, 1)
            waits.append((row.due_at - time_of_day.now).total_seconds())
            time_of_day.now = row.due_at
    assert waits[:4] == [5, 10, 20, 40]
    assert waits == sorted(waits)
    assert waits[-1] == 3600
    assert KEPT <= time_of_day.now - began <= KEPT + timedelta(hours=1)
    with store.database.reading() as session:
        row = session.get_one(tables.Delivery, 1)
        assert (row.done_at, row.answer) == (time_of_day.now, "given up: 400")


def test_a_message_that_is_refused_lets_others_pass(store: Store, listener: str) -> None:
    first, second = two_read(store, listener)
    store.deliveries.refused(first, "400")
    assert news(store).id == second


def test_a_client_that_is_away_is_left_alone_for_a_while_and_then_told_in_order(
    store: Store, listener: str, time_of_day: Time
) -> None:
    first, second = two_read(store, listener)
    store.deliveries.refused(first, "ConnectError", away=True)
    assert store.deliveries.claim() is None
    time_of_day.now += timedelta(seconds=5)
    assert news(store).id == first.id
    assert store.deliveries.claim() is None
    store.deliveries.taken(first.model_copy(update={"attempts": 2}), "204")
    assert news(store).id == second


def test_a_client_that_is_away_for_long_is_tried_every_minute_with_whatever_is_due(
    store: Store, listener: str, time_of_day: Time
) -> None:
    _, second = two_read(store, listener, claim=False)
    for _ in range(5):
        found = news(store)
        store.deliveries.refused(found, "503", away=True)
        time_of_day.now += REST
    assert news(store).id == second


def test_another_client_is_told_while_one_is_away(store: Store, listener: str) -> None:
    other = store.clients.add("other", ["apply"], webhook="https://other.example/news").id
    two_read(store, listener)
    one_read(store, other)
    assert news(store).url == "https://other.example/news"
    assert store.deliveries.claim() is None


def test_an_answer_that_comes_after_somebody_else_took_the_message_up_changes_nothing(
    store: Store, listener: str, time_of_day: Time
) -> None:
    one_read(store, listener)
    late = news(store)
    time_of_day.now += LEASE
    again = news(store)
    store.deliveries.taken(late, "204")
    with store.database.reading() as session:
        assert session.get_one(tables.Delivery, 1).done_at is None
    store.deliveries.taken(again, "204")
    with store.database.reading() as session:
        assert session.get_one(tables.Delivery, 1).done_at == time_of_day.now


def test_claimers_at_once_get_different_clients(store: Store) -> None:
    clients = [store.clients.add(f"c{number}", ["apply"], webhook=f"https://c{number}.example").id for number in range(6)]
    for client in clients:
        one_read(store, client)
        one_read(store, client, "b")
    with ThreadPoolExecutor(8) as pool:
        found = [one.url for one in pool.map(lambda _: store.deliveries.claim(), range(8)) if one]
    while one := store.deliveries.claim():  # on PostgreSQL whoever found another's row locked went away
        found.append(one.url)
    assert sorted(found) == [f"https://c{number}.example" for number in range(6)]


def two_read(store: Store, client: str, *, claim: bool = True) -> tuple[Any, str]:
    """The first message, claimed, and the id of the second."""
    one_read(store, client)
    one_read(store, client, "b")
    with store.database.reading() as session:
        second = session.get_one(tables.Delivery, 2).id
    return (news(store) if claim else None), second


def test_what_cannot_be_told_does_not_hold_up_what_can(store: Store, listener: str) -> None:
    other = store.clients.add("other", ["apply"], webhook="https://other.example/news").id
    one_read(store, listener)
    one_read(store, other)
    store.clients.revoke("portal")
    assert news(store).url == "https://other.example/news"
    with store.database.reading() as session:
        assert session.get_one(tables.Delivery, 1).answer == "nobody to tell"


def test_a_revoked_client_is_told_nothing(store: Store, listener: str) -> None:
    one_read(store, listener)
    store.clients.revoke("portal")
    assert store.deliveries.claim() is None
