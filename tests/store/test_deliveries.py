"""News: written with what they tell of, given to one deliverer at a time, tried again ever later, and dropped in the end."""

from __future__ import annotations

import json
from datetime import datetime, timedelta

import pytest

from pipeline.store import tables
from pipeline.store.deliveries import LEASE, TRIES, News
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


def one_read(store: Store, client: str) -> None:
    store.uploads.accept(client, APPLICATION, arrival())
    store.uploads.finish(claimed(store), read())


def test_a_reading_and_a_report_are_told(store: Store, listener: str) -> None:
    store.applications.put_form(listener, APPLICATION, FORM)
    one_read(store, listener)
    store.applications.finish(to_judge(store), judged())
    told = [news(store) for _ in range(2)]
    assert {one.event for one in told} == {"document.read", "report.ready"}
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


def test_a_refused_message_comes_again_later_and_later_and_is_dropped_in_the_end(
    store: Store, listener: str, time_of_day: Time
) -> None:
    one_read(store, listener)
    waits = []
    for _ in range(TRIES):
        began = time_of_day.now
        store.deliveries.refused(news(store), "500")
        with store.database.reading() as session:
            row = session.get_one(tables.Delivery, 1)
            waits.append((row.due_at - began).total_seconds())
            time_of_day.now = row.due_at
    assert waits[:3] == [5, 10, 20]
    assert waits == sorted(waits)
    assert store.deliveries.claim() is None


def test_a_revoked_client_is_told_nothing(store: Store, listener: str) -> None:
    one_read(store, listener)
    store.clients.revoke("portal")
    assert store.deliveries.claim() is None
