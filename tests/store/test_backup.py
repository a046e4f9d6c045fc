"""Backup and restore: one state, whole, while the service goes on; damage is told, and nothing is written over."""

from __future__ import annotations

import gzip
import json
import threading
from collections.abc import Callable
from pathlib import Path
from uuid import uuid4

import pytest
from sqlalchemy import create_engine, text

from pipeline.problems import UsageError
from pipeline.store.backup import ABOUT, alone, back_up, restore
from pipeline.store.files import FolderFiles
from pipeline.store.store import Store
from pipeline.store.uploads import Read
from tests.store.conftest import APPLICATION, FORM, arrival, claimed, read_all

EmptyPlace = Callable[[], tuple[Path, str]]


@pytest.fixture
def empty(database: str, tmp_path: Path) -> EmptyPlace:
    """A folder and an empty database of the same kind."""

    def made() -> tuple[Path, str]:
        folder = tmp_path / uuid4().hex
        if database.startswith("sqlite"):
            return folder, ""
        name = f"test_{uuid4().hex}"
        with create_engine(database, isolation_level="AUTOCOMMIT").connect() as connection:
            connection.execute(text(f"CREATE DATABASE {name}"))
        before, _, after = database.partition("@/")
        return folder, f"{before}@/{name}?{after.partition('?')[2]}"

    return made


def upload(store: Store, client: str, content: str, application: str = APPLICATION) -> None:
    """One whole upload: file, row, and what was read of it with a page's picture."""
    sha256 = store.files.put(content.encode())
    store.uploads.accept(client, application, arrival(content).model_copy(update={"sha256": sha256}))
    claim = claimed(store)
    picture = store.files.put(f"picture of {content}".encode())
    document = store.files.put(gzip.compress(json.dumps({"pages": [{"image": picture}]}).encode(), mtime=0))
    store.uploads.keep_stage(f"{content:0>64}", sha256, document)
    store.uploads.finish(claim, Read(document=document, software="test", type="labor_contract", pages=1))


def contents(store: Store) -> set[bytes]:
    return {store.files.get(name) for name, _ in store.files.names()}


def test_a_restored_store_is_the_one_that_was_backed_up(store: Store, portal: str, empty: EmptyPlace, tmp_path: Path) -> None:
    store.applications.put_form(portal, APPLICATION, FORM)
    for content in "abc":
        upload(store, portal, content)
    assert back_up(store, tmp_path / "backup").files == 9
    folder, database = empty()
    restore(tmp_path / "backup", folder, database=database)
    again = Store(folder, database=database)
    assert again.uploads.of(portal, APPLICATION) == store.uploads.of(portal, APPLICATION)
    assert again.applications.status(portal, APPLICATION) == store.applications.status(portal, APPLICATION)
    assert contents(again) == contents(store)
    assert [deed.deed for deed in store.deeds.all()] == ["backup"]
    assert [deed.deed for deed in again.deeds.all()] == ["restore"]


def test_a_second_backup_copies_what_is_new_and_drops_what_is_gone(store: Store, portal: str, tmp_path: Path) -> None:
    upload(store, portal, "a")
    status = store.uploads.of(portal, APPLICATION)[0]
    assert back_up(store, tmp_path / "backup").new == 3
    upload(store, portal, "b")
    done = back_up(store, tmp_path / "backup")
    assert (done.files, done.new) == (6, 3)
    from pipeline.store.purge import called, purge

    purge(store, called(APPLICATION))
    assert back_up(store, tmp_path / "backup").files == 0
    assert list(FolderFiles(tmp_path / "backup").names()) == []
    assert status.sha256


def test_a_backup_taken_while_uploads_go_on_names_no_file_that_it_lacks(
    store: Store, portal: str, empty: EmptyPlace, tmp_path: Path
) -> None:
    stop = threading.Event()

    def write() -> None:
        number = 0
        while not stop.is_set():
            upload(store, portal, str(number), f"A{number % 7}")
            number += 1

    writer = threading.Thread(target=write)
    writer.start()
    try:
        for _ in range(4):
            assert back_up(store, tmp_path / "backup").missing == 0
    finally:
        stop.set()
        writer.join()
    folder, database = empty()
    restored = restore(tmp_path / "backup", folder, database=database)  # tells of any that is missing or damaged
    assert restored.files > 0


def test_what_the_store_has_lost_is_told_and_the_rest_is_backed_up(store: Store, portal: str, tmp_path: Path) -> None:
    upload(store, portal, "a")
    upload(store, portal, "b")
    store.files.remove(store.uploads.of(portal, APPLICATION)[0].sha256)
    done = back_up(store, tmp_path / "backup")
    assert (done.files, done.missing) == (5, 1)


def test_a_damaged_file_is_told_on_restore(store: Store, portal: str, empty: EmptyPlace, tmp_path: Path) -> None:
    upload(store, portal, "a")
    back_up(store, tmp_path / "backup")
    name, _ = next(FolderFiles(tmp_path / "backup").names())
    place = FolderFiles(tmp_path / "backup").local(name)
    place.unlink()
    place.write_bytes(b"rotten")
    folder, database = empty()
    with pytest.raises(UsageError, match="1 files of the backup are damaged"):
        restore(tmp_path / "backup", folder, database=database)


def test_a_damaged_database_is_told_before_anything_is_restored(
    store: Store, portal: str, empty: EmptyPlace, tmp_path: Path
) -> None:
    upload(store, portal, "a")
    back_up(store, tmp_path / "backup")
    dump = next((tmp_path / "backup").glob("heyan.*"))
    dump.write_bytes(dump.read_bytes()[:-1])
    folder, database = empty()
    with pytest.raises(UsageError, match="damaged"):
        restore(tmp_path / "backup", folder, database=database)
    assert not folder.exists()


def test_nothing_is_restored_over_a_store(store: Store, portal: str, database: str, tmp_path: Path) -> None:
    upload(store, portal, "a")
    back_up(store, tmp_path / "backup")
    with pytest.raises(UsageError, match="empty"):
        restore(tmp_path / "backup", store.folder, database=database)
    with pytest.raises(UsageError, match="tables in the database already"):
        restore(tmp_path / "backup", tmp_path / "new folder", database=database)
    assert len(read_all(store)) == 0


def test_a_backup_that_was_cut_off_counts_for_nothing(store: Store, portal: str, empty: EmptyPlace, tmp_path: Path) -> None:
    upload(store, portal, "a")
    back_up(store, tmp_path / "backup")
    (tmp_path / "backup" / ABOUT).unlink()
    folder, database = empty()
    with pytest.raises(UsageError, match="no whole backup"):
        restore(tmp_path / "backup", folder, database=database)
    assert back_up(store, tmp_path / "backup").new == 0


def test_a_folder_with_something_else_in_it_is_no_place_for_a_backup(store: Store, tmp_path: Path) -> None:
    (tmp_path / "letters").mkdir()
    (tmp_path / "letters" / "letter.txt").write_text("dear", encoding="utf-8")
    for place in (tmp_path / "letters", tmp_path / "letters" / "letter.txt", store.folder):
        with pytest.raises(UsageError):
            back_up(store, place)


def test_one_backup_at_a_time(store: Store, tmp_path: Path) -> None:
    with alone(store.folder), pytest.raises(UsageError, match="is running"):
        back_up(store, tmp_path / "backup")


def test_without_pg_dump_one_line_says_what_to_install(postgres: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    name = f"test_{uuid4().hex}"
    with create_engine(postgres.format(database="postgres"), isolation_level="AUTOCOMMIT").connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name}"))
    store = Store(tmp_path / "service", database=postgres.format(database=name))
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(UsageError, match="pg_dump is not installed"):
        back_up(store, tmp_path / "backup")
