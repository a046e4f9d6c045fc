"""Purge: what was kept long enough, or must be forgotten, is gone from rows, index and files; what others need stays."""

from __future__ import annotations

import os
import time
from datetime import timedelta

import pytest
from sqlalchemy import func, select, update

from pipeline.store import tables
from pipeline.store.files import FolderFiles
from pipeline.store.purge import called, kept_long_enough, purge
from pipeline.store.store import Store
from tests.pipeline.checks.dossiers import clean_papers, form_data
from tests.pipeline.test_index import form_of
from tests.store.conftest import APPLICATION, FORM, arrival, claimed, judged, read, to_judge
from tests.store.test_backup import contents, upload

YEAR = 365


def age_files(store: Store, seconds: float = 2 * 86_400.0) -> None:
    assert isinstance(store.files, FolderFiles)
    then = time.time() - seconds
    for name, _ in store.files.names():
        os.utime(store.files.local(name), (then, then))


def age(store: Store, application: str, days: int) -> None:
    """As if nothing had changed for so many days."""
    then = tables.now() - timedelta(days=days)
    with store.database.writing() as session:
        session.execute(
            update(tables.Application).where(tables.Application.application_id == application).values(changed_at=then)
        )
    age_files(store)


def rows(store: Store, table: type[tables.Table]) -> int:
    with store.database.reading() as session:
        return session.scalar(select(func.count()).select_from(table)) or 0


def test_what_was_kept_long_enough_goes_and_the_rest_stays(store: Store, portal: str) -> None:
    upload(store, portal, "old", "old")
    upload(store, portal, "new", "new")
    age(store, "old", YEAR + 1)
    age(store, "new", YEAR - 1)
    done = purge(store, kept_long_enough(YEAR))
    assert (done.applications, done.documents, done.files) == (1, 1, 3)
    assert store.applications.status(None, "old") is None
    assert len(store.uploads.of(portal, "new")) == 1
    assert not any(content in (b"old", b"picture of old") for content in contents(store))
    assert len(contents(store)) == 3


def test_a_dry_run_says_the_same_and_does_nothing(store: Store, portal: str) -> None:
    upload(store, portal, "old", "old")
    upload(store, portal, "new", "new")
    age(store, "old", YEAR + 1)
    before = contents(store)
    told = purge(store, kept_long_enough(YEAR), dry_run=True)
    assert contents(store) == before
    assert rows(store, tables.Deed) == 0
    assert purge(store, kept_long_enough(YEAR)) == told


def test_one_application_is_forgotten_however_new(store: Store, portal: str) -> None:
    upload(store, portal, "a")
    store.applications.put_form(portal, APPLICATION, FORM)
    store.applications.finish(to_judge(store), judged())
    age_files(store)
    assert purge(store, called(APPLICATION)).applications == 1
    assert contents(store) == set()
    assert [rows(store, table) for table in (tables.Application, tables.Upload, tables.Stage)] == [0, 0, 0]
    assert rows(store, tables.Client) == 1


def test_a_deed_remains_without_personal_data(store: Store, portal: str) -> None:
    upload(store, portal, "a")
    age_files(store)
    purge(store, called(APPLICATION))
    assert [(deed.deed, deed.what) for deed in store.deeds.all()] == [("purge", "1 applications, 1 documents, 3 files")]


def test_what_another_application_has_too_stays(store: Store, portal: str) -> None:
    upload(store, portal, "shared", "one")
    upload(store, portal, "shared", "two")
    age_files(store)
    assert purge(store, called("one")).files == 0
    assert len(contents(store)) == 3
    assert rows(store, tables.Stage) == 1


def test_a_file_that_is_being_accepted_stays(store: Store) -> None:
    store.files.put(b"on disk before its row")
    done = purge(store, called(APPLICATION))
    assert (done.files, done.waiting) == (0, 1)
    age_files(store)
    assert purge(store, called(APPLICATION)).files == 1


def test_a_file_handed_over_again_during_a_purge_stays(store: Store, portal: str) -> None:
    upload(store, portal, "a")
    age_files(store)
    store.files.put(b"a")  # by somebody whose row is about to be written
    done = purge(store, called(APPLICATION))
    assert (done.files, done.waiting) == (2, 1)
    assert contents(store) == {b"a"}


def test_the_index_and_news_of_a_forgotten_application_go_too(store: Store) -> None:
    listener = store.clients.add("listener", ["apply"], webhook="https://portal.example/news").id
    for application in ("A%", "AB"):
        upload(store, listener, application, application)
        store.index.record(form_of(application), clean_papers(), client=listener)
    assert rows(store, tables.Delivery) == 2
    purge(store, called("A%"))
    assert rows(store, tables.Delivery) == 1
    assert {repeat.application for repeat in store.index.repeats(form_of("C"), clean_papers())} == {"AB"}
    assert form_data()


def test_another_clients_application_of_the_same_number_goes_with_it(store: Store, portal: str) -> None:
    other = store.clients.add("other", ["apply"]).id
    upload(store, portal, "a")
    upload(store, other, "b")
    assert purge(store, called(APPLICATION)).applications == 2


def test_a_worker_that_reads_what_is_forgotten_changes_nothing(store: Store, portal: str) -> None:
    store.applications.put_form(portal, APPLICATION, FORM)
    judging = to_judge(store)
    store.uploads.accept(portal, APPLICATION, arrival())
    claim = claimed(store)
    purge(store, called(APPLICATION))
    assert not store.uploads.finish(claim, read())
    assert not store.applications.finish(judging, judged())
    store.uploads.accept(portal, APPLICATION, arrival("new"))
    claimed(store)
    assert not store.uploads.finish(claim, read())


@pytest.mark.parametrize("days", [1, YEAR])
def test_an_empty_store_has_nothing_to_purge(store: Store, days: int) -> None:
    assert purge(store, kept_long_enough(days)).applications == 0
