"""The operator's commands on the store, as people type them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from pipeline.cli import main
from pipeline.store.store import Store
from tests.store.conftest import APPLICATION, arrival, claimed
from tests.store.test_backup import upload
from tests.store.test_purge import age, age_files


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Store:
    """The store that the commands find by their settings."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HEYAN_SERVICE_FOLDER", str(tmp_path / "service"))
    return Store(tmp_path / "service")


def test_a_backup_is_made_and_restored(
    store: Store, portal: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    upload(store, portal, "a")
    assert main(["backup", "kept"]) == 0
    assert capfd.readouterr().out == "3 files, 3 of them new, and the database: kept\n"
    assert main(["restore", "kept"]) == 2
    assert capfd.readouterr().err.count("\n") == 1
    monkeypatch.setenv("HEYAN_SERVICE_FOLDER", str(tmp_path / "again"))
    assert main(["restore", "kept"]) == 0
    assert Store(tmp_path / "again").uploads.of(portal, APPLICATION) == store.uploads.of(portal, APPLICATION)


def test_a_backup_of_a_store_that_lost_a_file_says_so_by_its_code(
    store: Store, portal: str, capfd: pytest.CaptureFixture[str]
) -> None:
    upload(store, portal, "a")
    store.files.remove(store.uploads.of(portal, APPLICATION)[0].sha256)
    assert main(["backup", "kept"]) == 2
    captured = capfd.readouterr()
    assert captured.out.startswith("2 files")
    assert "1 files that the store names are lost" in captured.err


def test_what_is_no_backup_is_told_in_one_line(store: Store, capfd: pytest.CaptureFixture[str]) -> None:
    assert store
    assert main(["restore", "nowhere"]) == 2
    assert "no whole backup" in capfd.readouterr().err


def test_purge_counts_forgets_and_says_what_is_kept(store: Store, portal: str, capfd: pytest.CaptureFixture[str]) -> None:
    upload(store, portal, "old", "old")
    age(store, "old", 1826)
    assert main(["purge", "--dry-run"]) == 0
    assert capfd.readouterr().out.startswith("would go: 1 applications, 1 documents, 3 files\n")
    assert main(["purge"]) == 0
    assert capfd.readouterr().out == (
        "gone: 1 applications, 1 documents, 3 files\nkept: 0 deeds of operators (no personal data), 1 clients\n"
    )
    assert main(["purge"]) == 0
    assert capfd.readouterr().out.startswith("gone: 0 applications")


def test_one_application_is_purged_by_its_number(store: Store, portal: str, capfd: pytest.CaptureFixture[str]) -> None:
    upload(store, portal, "a")
    age_files(store)
    assert main(["purge", "--application", "another"]) == 2
    assert "no such application" in capfd.readouterr().err
    assert main(["purge", "--application", APPLICATION]) == 0
    assert store.uploads.of(portal, APPLICATION) == []


def test_requeue_tells_how_many(store: Store, portal: str, capfd: pytest.CaptureFixture[str]) -> None:
    store.uploads.accept(portal, APPLICATION, arrival())
    store.uploads.fail(claimed(store), "hopeless", again=False)
    assert main(["requeue"]) == 0
    assert capfd.readouterr().out == "1 documents will be read anew\n"


@pytest.mark.parametrize(
    ("setting", "value"),
    [("DATABASE", "postgresql+psycopg://nobody@127.0.0.1:9/none"), ("FILES", "no-such-system://bucket")],
)
def test_a_database_or_bucket_that_cannot_be_used_is_no_defect_of_ours(
    store: Store, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], setting: str, value: str
) -> None:
    assert store
    monkeypatch.setenv(f"HEYAN_SERVICE_{setting}", value)
    assert main(["backup", "kept"]) == 2
    said = capfd.readouterr().err
    assert setting.lower() in said
    assert "nobody" not in said


def test_a_place_that_cannot_be_watched_is_wrong_usage(store: Store, capfd: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert store
    application = tmp_path / "application"
    application.mkdir()
    (application / "application.json").write_text(json.dumps({}), encoding="utf-8")
    for place in ("nowhere", str(application), "no-such-system://bucket"):
        assert main(["watch", place]) == 2
    assert capfd.readouterr().err.count("\n") == 3
