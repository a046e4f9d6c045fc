"""The service reads and judges as ``heyan check`` does: the same papers give the same report."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from models.ocr import Engine
from pipeline.process import Tools, check_application
from pipeline.service.desk import Desk, judge, read_upload
from pipeline.settings import Settings
from pipeline.store.store import Store
from pipeline.store.uploads import Arrival


@pytest.mark.parametrize("name", ["clean", "flagged"])
def test_the_service_reports_what_heyan_check_reports(
    name: str, samples: Path, tmp_path: Path, replay_engine: Callable[[str], Engine]
) -> None:
    settings = Settings(index=f"sqlite:///{tmp_path / 'index.db'}")
    wanted = check_application(samples / name, tmp_path / "out", Tools(replay_engine(name), settings, tmp_path / "work"))
    desk = Desk(Store(tmp_path / "service"), replay_engine(name), settings)
    got = judged_by_service(desk, samples / name)
    assert without_time(got) == without_time(wanted.model_dump(mode="json"))


def judged_by_service(desk: Desk, folder: Path) -> dict[str, Any]:
    """The report of an application that came paper by paper, as one worker makes it."""
    store = desk.store
    client = store.clients.add("portal", ["apply"]).id
    form = json.loads((folder / "application.json").read_text(encoding="utf-8"))
    for material in form["materials"]:
        content = (folder / material["file"]).read_bytes()
        arrival = Arrival(**{"person": None, **material}, sha256=store.files.put(content), size=len(content))
        store.uploads.accept(client, form["application_id"], arrival)
    store.applications.put_form(client, form["application_id"], form)
    worker = store.workers.enter()
    while claim := store.uploads.claim(worker):
        assert read_upload(claim, desk)
    judging = store.applications.claim(worker)
    assert judging is not None
    return judge(judging, desk).model_dump(mode="json")


def without_time(report: dict[str, Any]) -> dict[str, Any]:
    """Less the moment, and how long it took."""
    summary = {name: value for name, value in report["summary"].items() if name != "seconds"}
    documents = [{**document, "pages": list(map(without_place, document["pages"]))} for document in report["documents"]]
    return {**report, "generated_at": None, "summary": summary, "documents": documents}


def without_place(page: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in page.items() if name != "image"}
