"""What the API does when disk, database or our own code fails: a clear answer, nothing half-written, and it comes back."""

from __future__ import annotations

import errno
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx
import pytest
from sqlalchemy import event

from pipeline.logs import TextLines
from pipeline.store.clients import Client
from pipeline.store.files import FilesAway
from pipeline.store.store import SQLITE, Store
from tests.pipeline.api.portal import (
    APPLICATION,
    FORM,
    SCAN,
    client_of,
    half_written,
    problem,
    sample_form,
    served,
    upload,
    work,
)

NAME = "龙永春"


class Failing:
    """Files that cannot be kept or fetched."""

    def __init__(self, error: OSError) -> None:
        self._error = error

    def put(self, data: bytes) -> str:  # noqa: ARG002 - as Files has it
        raise self._error

    def adopt(self, file: Path, name: str) -> None:  # noqa: ARG002
        raise self._error

    def get(self, name: str) -> bytes:  # noqa: ARG002
        raise self._error


@contextmanager
def failing(store: Store, error: OSError) -> Iterator[None]:
    """The store while its files fail."""
    files, store.files = store.files, Failing(error)  # type: ignore[assignment]
    try:
        yield
    finally:
        store.files = files


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (OSError(errno.ENOSPC, "No space left on device", "/srv/heyan/objects/ab"), (507, "no_room")),
        (OSError(errno.EDQUOT, "Disk quota exceeded"), (507, "no_room")),
        (OSError(errno.EIO, "Input/output error", "/srv/heyan/objects/ab"), (503, "files_unavailable")),
        (OSError(errno.EROFS, "Read-only file system"), (503, "files_unavailable")),
        (PermissionError(errno.EACCES, "Permission denied"), (503, "files_unavailable")),
        (FilesAway("the bucket does not answer"), (503, "files_unavailable")),
    ],
)
def test_a_file_that_cannot_be_kept_is_not_accepted(
    portal: httpx.Client, store: Store, error: OSError, told: tuple[int, str]
) -> None:
    with failing(store, error):
        answer = upload(portal)
    assert problem(answer) == told
    assert int(answer.headers["retry-after"]) > 0
    assert "/srv" not in answer.text
    assert store.uploads.claim("w") is None
    assert not half_written(store)
    assert upload(portal).status_code == 202


def test_a_report_that_cannot_be_fetched_now_may_be_later(portal: httpx.Client, store: Store) -> None:
    portal.put(APPLICATION, json=FORM)
    work(store)
    with failing(store, FilesAway("the bucket does not answer")):
        assert problem(portal.get(f"{APPLICATION}/report")) == (503, "files_unavailable")
    assert portal.get(f"{APPLICATION}/report").status_code == 200


@contextmanager
def without_database(store: Store) -> Iterator[None]:
    """As if its disk were gone."""
    store.database.engine.dispose()
    place, aside = store.folder / SQLITE, store.folder / "aside"
    place.rename(aside)
    place.mkdir()
    try:
        yield
    finally:
        place.rmdir()
        aside.rename(place)


def test_while_the_database_is_away_nothing_is_accepted_and_afterwards_it_is(
    portal: httpx.Client, store: Store, caplog: pytest.LogCaptureFixture
) -> None:
    portal.put(APPLICATION, json=FORM)
    with without_database(store), caplog.at_level(logging.INFO):
        for answer in (portal.get(APPLICATION), upload(portal), portal.put(APPLICATION, json=FORM)):
            assert problem(answer) == (503, "store_unavailable")
            assert int(answer.headers["retry-after"]) > 0
    assert "database away" in written(caplog)
    assert "Traceback" not in written(caplog)
    assert not half_written(store)
    assert upload(portal).status_code == 202
    assert portal.get(APPLICATION).json()["application"]["state"] == "reading"


def test_what_finds_no_room_in_the_database_is_not_accepted(portal: httpx.Client, store: Store) -> None:
    @event.listens_for(store.database.engine, "connect")
    def full(connection: Any, _record: object) -> None:
        connection.execute("PRAGMA max_page_count=1")  # SQLite takes the present size for the least

    store.database.engine.dispose()
    large = {**FORM, "more": "x" * 1_000_000}
    assert problem(portal.put(APPLICATION, json=large)) == (503, "store_unavailable")
    event.remove(store.database.engine, "connect", full)
    store.database.engine.dispose()
    assert problem(portal.get(APPLICATION)) == (404, "no_such_application")
    assert portal.put(APPLICATION, json=large).status_code == 201


def written(caplog: pytest.LogCaptureFixture) -> str:
    """The log as operators see it, less what this test's own client says."""
    return "\n".join(TextLines().format(record) for record in caplog.records if not record.name.startswith("http"))


def test_a_defect_of_ours_is_told_and_logged_without_what_it_was_about(
    store: Store, address: str, caplog: pytest.LogCaptureFixture
) -> None:
    class Broken:
        def known_by(self, key: str) -> Client | None:
            raise ValueError(f"{NAME} with {key}")

    with client_of(store, address) as portal, caplog.at_level(logging.INFO):
        store.clients = Broken()  # type: ignore[assignment]
        answer = portal.put(APPLICATION, json=FORM)
    assert problem(answer) == (500, "defect")
    assert "defect reason=ValueError in pipeline/api/access.py" in written(caplog)
    for secret in (NAME, "hy_", "Traceback"):
        assert secret not in answer.text + written(caplog)


def test_nothing_that_a_form_or_a_file_says_is_logged(
    store: Store, samples: Path, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    form = sample_form(samples)
    with caplog.at_level(logging.DEBUG), served(store) as address, client_of(store, address) as portal:
        portal.put(APPLICATION, json=form)
        portal.put(APPLICATION, json={**form, "leader": {**form["leader"], "birthdate": "x"}})
        upload(portal, SCAN, name=f"{NAME}.png", person=NAME, slot="unknown")
        upload(portal, SCAN, name=f"{NAME}.png", person=NAME)
    output = written(caplog) + "".join(capfd.readouterr())
    for secret in (NAME, form["leader"]["name"], form["leader"]["id_number"], form["unit"]["name"], "hy_"):
        assert secret not in output
