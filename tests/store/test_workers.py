"""Workers: whoever beats no more is buried by the watcher's own clock, and what it held goes to others."""

from __future__ import annotations

import os
from datetime import timedelta

import pytest

from pipeline.store import tables
from pipeline.store.store import Store
from pipeline.store.workers import PATIENCE, Workers
from tests.store.conftest import APPLICATION, FORM, arrival, claimed, to_judge


class Clock:
    """A clock that runs when it is told to."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


def test_a_worker_that_beats_is_never_buried(store: Store) -> None:
    clock = Clock()
    watcher = Workers(store.database, clock)
    worker = watcher.enter()
    for _ in range(10):
        clock.now += PATIENCE
        assert watcher.beat(worker, 1)
        assert watcher.bury() == 0
    assert list(watcher.memory()) == [worker]


def test_a_silent_worker_is_buried_and_what_it_held_is_free(store: Store, portal: str) -> None:
    clock = Clock()
    watcher = Workers(store.database, clock)
    worker = watcher.enter()
    store.uploads.accept(portal, APPLICATION, arrival())
    claimed(store, worker)
    watcher.bury()
    clock.now += PATIENCE - 0.1
    assert watcher.bury() == 0
    clock.now += 0.2
    assert watcher.bury() == 1
    assert watcher.memory() == {}
    assert not watcher.beat(worker, 1)
    claimed(store, "other")


def test_a_buried_worker_frees_the_application_that_it_judged(store: Store, portal: str) -> None:
    worker = store.workers.enter()
    store.applications.put_form(portal, APPLICATION, FORM)
    to_judge(store, worker)
    assert store.workers.leave(worker) == 1
    to_judge(store, "other")


@pytest.mark.parametrize("jump", [timedelta(days=-400), timedelta(days=400)])
def test_a_jump_of_the_time_of_day_buries_nobody(store: Store, monkeypatch: pytest.MonkeyPatch, jump: timedelta) -> None:
    clock = Clock()
    watcher = Workers(store.database, clock)
    worker = watcher.enter()
    watcher.bury()
    there = tables.now() + jump
    monkeypatch.setattr(tables, "now", lambda: there)
    clock.now += PATIENCE - 1
    watcher.beat(worker, 1)
    assert watcher.bury() == 0


def test_a_watcher_that_has_just_begun_gives_everybody_time(store: Store) -> None:
    store.workers.enter()
    clock = Clock()
    clock.now = 10 * PATIENCE
    assert Workers(store.database, clock).bury() == 0


def test_a_process_that_has_ended_holds_nothing(store: Store, portal: str) -> None:
    worker = store.workers.enter()
    store.uploads.accept(portal, APPLICATION, arrival())
    claimed(store, worker)
    assert store.workers.leave_process(os.getpid() + 1) == 0
    assert store.workers.leave_process(os.getpid()) == 1
    assert store.workers.memory() == {}
