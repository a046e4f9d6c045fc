"""Figures: what is there, what waits and for how long, what failed, how long stages took, what reports flag."""

from __future__ import annotations

import math
import re
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from sqlalchemy import event

from pipeline.store.figures import DocumentCount, FlagCount, Took, Waiting, figures
from pipeline.store.purge import called, purge
from pipeline.store.store import Store
from tests.store.conftest import APPLICATION, FORM, arrival, claimed, judged, name_of, read, to_judge

LEVEL = FlagCount(rule="certificate.level_mismatch", severity="blocking", count=2)
SEAL = FlagCount(rule="material.seal_missing", severity="blocking", count=1)


def waiting(store: Store, kind: str) -> Waiting:
    return next(one for one in figures(store.database).waiting if one.kind == kind)


def test_documents_are_counted_by_state_and_type(store: Store, portal: str) -> None:
    for content in "abcd":
        store.uploads.accept(portal, APPLICATION, arrival(content))
    for content in "ab":
        store.uploads.finish(claimed(store), read(content))
    store.uploads.fail(claimed(store), "reading_failed: ValueError in x.py:1", again=False)
    assert sorted(figures(store.database).documents, key=lambda one: one.state) == [
        DocumentCount(state="failed", type=None, count=1),
        DocumentCount(state="read", type="labor_contract", count=2),
        DocumentCount(state="received", type=None, count=1),
    ]


def test_documents_and_flags_are_counted_in_their_indexes_alone(tmp_path: Path) -> None:
    database, asked = Store(tmp_path).database, []
    event.listen(database.engine, "before_cursor_execute", lambda _1, _2, statement, *_: asked.append(statement))
    figures(database)
    counts = [statement for statement in asked if re.search(r"FROM (?:uploads|flags) GROUP BY", " ".join(statement.split()))]
    with database.engine.connect() as connection:
        plans = [str(connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}").all()) for statement in counts]
    assert len(plans) == 2
    assert all("COVERING INDEX" in plan and "TEMP B-TREE" not in plan for plan in plans)


def test_what_waits_is_counted_with_the_moment_of_the_oldest(store: Store, portal: str) -> None:
    first, _ = store.uploads.accept(portal, APPLICATION, arrival("a"))
    store.uploads.accept(portal, APPLICATION, arrival("b"))
    bulk, _ = store.uploads.accept(portal, APPLICATION, arrival("c", bulk=True))
    assert waiting(store, "single") == Waiting(kind="single", count=2, since=first.received_at)
    assert waiting(store, "bulk") == Waiting(kind="bulk", count=1, since=bulk.received_at)
    claimed(store)
    assert waiting(store, "single").count == 1


def test_an_empty_store_has_figures_too(store: Store) -> None:
    found = figures(store.database)
    assert {(one.kind, one.count, one.since) for one in found.waiting} == {
        (kind, 0, None) for kind in ("single", "bulk", "judging", "news")
    }
    assert (found.documents, found.times, found.failures) == ((), (), {})


def test_applications_wait_to_be_judged_until_they_are(store: Store, portal: str) -> None:
    store.applications.put_form(portal, APPLICATION, FORM)
    assert waiting(store, "judging").count == 1
    store.applications.finish(to_judge(store), judged())
    assert waiting(store, "judging").count == 0


def test_news_wait_until_they_are_taken(store: Store) -> None:
    client = store.clients.add("portal", ["apply"], webhook="https://portal.example").id
    store.uploads.accept(client, APPLICATION, arrival())
    store.uploads.finish(claimed(store), read())
    assert waiting(store, "news").count == 1
    assert waiting(store, "news").since is not None
    told = store.deliveries.claim()
    assert told
    store.deliveries.taken(told, "204")
    assert waiting(store, "news").count == 0


def test_failures_are_counted_by_the_kind_of_reason(store: Store, portal: str) -> None:
    store.applications.put_form(portal, APPLICATION, FORM)
    for content, reason in (("a", "reading_failed: ValueError in x.py:1"), ("b", "reading_failed: KeyError in y.py:2")):
        store.uploads.accept(portal, APPLICATION, arrival(content))
        store.uploads.fail(claimed(store), reason, again=False)
    for _ in range(3):
        store.applications.fail(to_judge(store), "judging_failed: KeyError in z.py:3")
    assert figures(store.database).failures == {"reading_failed": 2, "judging_failed": 1}


def test_times_are_counted_by_how_long_they_were(store: Store) -> None:
    for seconds in (0.3, 0.4, 3.0, 4000.0):
        store.uploads.keep_stage(name_of(str(seconds)), name_of("a"), name_of("b"), Took(stage="print", seconds=seconds))
    counted = {(one.below, one.count, one.seconds) for one in figures(store.database).times if one.stage == "print"}
    assert counted == {(0.5, 2, 0.7), (4.0, 1, 3.0), (math.inf, 1, 4000.0)}


def test_times_that_are_noted_at_once_are_all_counted(store: Store) -> None:
    def note(number: int) -> None:
        store.uploads.keep_stage(name_of(str(number)), name_of("a"), name_of("b"), Took(stage="print", seconds=0.3))

    with ThreadPoolExecutor(6) as pool:
        list(pool.map(note, range(30)))
    assert [one.count for one in figures(store.database).times] == [30]


def test_flags_are_those_of_the_newest_reports(store: Store, portal: str) -> None:
    for application in (APPLICATION, "KFQ2"):
        store.applications.put_form(portal, application, {**FORM, "application_id": application})
        store.applications.finish(to_judge(store), judged().model_copy(update={"flags": (LEVEL, SEAL), "seconds": 1.5}))
    assert set(figures(store.database).flags) == {LEVEL.model_copy(update={"count": 4}), SEAL.model_copy(update={"count": 2})}
    store.applications.judge_again(portal, "KFQ2")
    store.applications.finish(to_judge(store), judged().model_copy(update={"flags": (SEAL,), "seconds": 1.5}))
    assert set(figures(store.database).flags) == {LEVEL, SEAL.model_copy(update={"count": 2})}
    purge(store, called(APPLICATION))
    assert set(figures(store.database).flags) == {SEAL}
    assert [(one.stage, one.count) for one in figures(store.database).times] == [("judge", 3)]


def test_workers_say_what_they_hold_and_have_read(store: Store) -> None:
    worker = store.workers.enter()
    store.workers.beat(worker, 1_200_000_000, 17)
    assert [(one.memory, one.readings) for one in figures(store.database).workers] == [(1_200_000_000, 17)]
    store.workers.leave(worker)
    assert figures(store.database).workers == ()


def test_the_last_of_each_deed_is_there(store: Store) -> None:
    for _ in range(2):
        store.deeds.note("backup", "3 files")
    assert figures(store.database).deeds == {"backup": store.deeds.all()[-1].done_at}
