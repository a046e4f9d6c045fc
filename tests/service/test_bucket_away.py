"""A bucket that does not answer: what was taken up is put off, and costs none of its tries."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.service import worker as module
from pipeline.service.desk import Desk
from pipeline.service.worker import NoHistory, ReadingWorker
from pipeline.settings import Settings
from pipeline.store.applications import TRIES
from pipeline.store.files import FilesAway, FolderFiles
from pipeline.store.store import Store
from tests.service.blank_engine import BlankEngine
from tests.service.test_watch import FORM, scan
from tests.store.conftest import arrival


class Bucket(FolderFiles):
    """Away for the first so many times that it is asked for a file."""

    away = 2 * TRIES

    def local(self, name: str) -> Path:
        if self.away:
            self.away -= 1
            raise FilesAway("the bucket does not answer")
        return super().local(name)


def test_a_bucket_that_is_away_costs_no_tries(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "AWAY", 0.0)
    store = Store(tmp_path)
    store.files = bucket = Bucket(tmp_path)
    portal = store.clients.add("portal", ["apply"]).id
    application = FORM["application_id"]
    store.applications.put_form(portal, application, FORM)
    store.uploads.accept(portal, application, arrival().model_copy(update={"sha256": bucket.put(scan("red"))}))
    worker = ReadingWorker(Desk(store, BlankEngine(), Settings()), NoHistory())
    for _ in range(TRIES * 2 + 1):
        worker._step()
    (status,) = store.uploads.of(portal, application)
    assert (status.state, status.attempts) == ("read", 1)
    bucket.away = TRIES * 2
    for _ in range(TRIES * 2 + 1):
        worker._step()
    state = store.applications.status(portal, application)
    assert state is not None
    assert (state.state, state.reason) == ("judged", None)
