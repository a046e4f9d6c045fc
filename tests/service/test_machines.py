"""Three machines as processes that share nothing but PostgreSQL and an S3 bucket; and the workers of a watch."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx
import psutil
import pytest
from sqlalchemy import create_engine, inspect

from pipeline.limits import Limits
from pipeline.service.places import FolderPlace
from pipeline.service.supervisor import Part
from pipeline.service.watch import Watch, keep_looking
from pipeline.store.store import Store
from tests.conftest import ROOT
from tests.postgres import new_database
from tests.service.test_watch import files_of, put, report

API = (sys.executable, "-m", "pipeline", "serve", "--only", "api")
SERVER = (sys.executable, "-m", "pipeline", "serve", "--only", "server")
WORKER = (sys.executable, "-m", "tests.service.blank_engine")
APPLICATION = "KFQ202600001"


@contextmanager
def machine(command: tuple[str, ...], environment: Mapping[str, str]) -> Iterator[subprocess.Popen[bytes]]:
    """A process of its own, asked to stop in the end, which it must do by itself."""
    process = subprocess.Popen(command, cwd=ROOT, env={**os.environ, **environment})
    try:
        yield process
        process.terminate()
        assert process.wait(60) == 0
    finally:
        process.kill()


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def until(question: Callable[[], Any], seconds: float = 120.0) -> Any:
    """The first answer that is something."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        answer = question()
        if answer:
            return answer
        time.sleep(0.2)
    raise AssertionError("nothing came of it in time")


def answering(url: str) -> bool:
    try:
        return httpx.get(url, timeout=2.0).is_success
    except httpx.HTTPError:
        return False


def test_three_machines_bring_an_application_to_its_report(postgres: str, bucket: str, tmp_path: Path) -> None:
    database, history, port, prefect = new_database(postgres), new_database(postgres), free_port(), free_port()
    shared = {"HEYAN_SERVICE_DATABASE": database, "HEYAN_SERVICE_FILES": bucket}
    runs = f"http://127.0.0.1:{prefect}/api"
    shared["HEYAN_SERVICE_PREFECT"] = runs
    key = Store(tmp_path / "operator", database=database, files=bucket).clients.add("portal", ["apply"]).key
    first = {**shared, "HEYAN_SERVICE_FOLDER": str(tmp_path / "first"), "HEYAN_SERVICE_PORT": str(port)}
    second = {**shared, "HEYAN_SERVICE_FOLDER": str(tmp_path / "second")}
    third = {
        "HEYAN_SERVICE_FOLDER": str(tmp_path / "third"),
        "HEYAN_SERVICE_PREFECT_PORT": str(prefect),
        "PREFECT_SERVER_DATABASE_CONNECTION_URL": history.replace("postgresql+psycopg", "postgresql+asyncpg"),
    }
    base = f"http://127.0.0.1:{port}"
    with machine(SERVER, third), machine(API, first), machine(WORKER, second):
        until(lambda: answering(f"{runs}/health"))
        until(lambda: answering(f"{base}/api/v1/openapi.json"))
        portal = httpx.Client(base_url=f"{base}/api/v1", headers={"Authorization": f"Bearer {key}"}, timeout=60)
        files = files_of("red", "blue")
        form = json.loads(files.pop("application.json"))
        assert portal.put(f"/applications/{APPLICATION}", json=form).is_success
        for name, data in files.items():
            sent = portal.post(
                f"/applications/{APPLICATION}/documents", data={"slot": "site_photos"}, files={"file": (name, data)}
            )
            assert sent.status_code == 202
        portal.post(f"/applications/{APPLICATION}/submit")

        def judged() -> bool:
            answer = portal.get(f"/applications/{APPLICATION}").json()
            return bool(answer["application"]["state"] == "judged")

        until(judged)
        made = portal.get(f"/applications/{APPLICATION}/report").json()
        assert [document["file"] for document in made["documents"]] == ["red.png", "blue.png"]
        assert "<html" in portal.get(f"/applications/{APPLICATION}/report.html").text
        document = portal.get(f"/applications/{APPLICATION}/documents").json()[0]["id"]
        picture = portal.get(f"/applications/{APPLICATION}/documents/{document}/pages/0")
        assert picture.headers["content-type"] == "image/jpeg"
        until(lambda: httpx.post(f"{runs}/task_runs/count", json={}).json() >= 3)  # two readings, one judging
    assert not list((tmp_path / "first").glob("objects/*/*"))  # all in the bucket
    assert "task_run" in inspect(create_engine(history)).get_table_names()


def test_a_watch_starts_workers_and_starts_them_anew_when_they_are_killed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HEYAN_SERVICE_FOLDER", str(tmp_path / "service"))
    monkeypatch.setenv("HEYAN_SERVICE_PREFECT", "none")
    (tmp_path / "drop").mkdir()
    folder = put(tmp_path / "drop", "a", {**files_of("red"), ".ready": b""})
    store = Store(tmp_path / "service")
    killed: list[int] = []

    def wait(seconds: float) -> bool:
        workers = [child for child in psutil.Process().children() if "tests.service.blank_engine" in child.cmdline()]
        if workers and not killed:
            os.kill(workers[0].pid, signal.SIGKILL)
            killed.append(workers[0].pid)
        time.sleep(seconds)
        return False

    watch = Watch(FolderPlace(tmp_path / "drop"), store, Limits(), say=print)
    keep_looking(watch, once=True, readers=Part("workers", WORKER), stopped=wait)
    assert report(folder)
    assert killed
    assert not psutil.pid_exists(killed[0])
