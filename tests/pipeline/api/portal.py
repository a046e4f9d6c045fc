"""The API as a portal meets it: served over a socket from a store of its own, asked with a key."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx

from pipeline.api.__main__ import server
from pipeline.api.app import create_app
from pipeline.limits import Limits
from pipeline.service.desk import Desk, judge, read_upload
from pipeline.service.settings import ServiceSettings
from pipeline.settings import Settings
from pipeline.store.store import Store
from tests.service.papers import FakeEngine, paper

APPLICATION = "/applications/KFQ202600001"
DOCUMENTS = f"{APPLICATION}/documents"
FORM = {"programme": "skill-master-studio-2026"}
SLOT = "skill_certificate"
SCAN = paper(1)


@contextmanager
def served(store: Store, *, file_bytes: int = 1_000_000, **service: Any) -> Iterator[str]:
    """The API as it runs in production; its address."""
    chosen = ServiceSettings.model_validate({"folder": store.folder, "port": 0, "requests": 100_000, **service})
    settings = Settings(service=chosen, limits=Limits(file_bytes=file_bytes))
    running = server(create_app(store, settings), chosen)
    thread = threading.Thread(target=running.run)
    thread.start()
    while not running.started:
        assert thread.is_alive()
        time.sleep(0.01)
    try:
        yield f"http://127.0.0.1:{running.servers[0].sockets[0].getsockname()[1]}"
    finally:
        running.should_exit = True
        thread.join()


def client_of(store: Store, address: str, *scopes: str, name: str = "portal") -> httpx.Client:
    """Asks with the key of a new client; ``apply`` unless scopes are named."""
    key = store.clients.add(name, scopes or ["apply"]).key
    return httpx.Client(base_url=f"{address}/api/v1", headers={"Authorization": f"Bearer {key}"}, timeout=30)


def upload(
    portal: httpx.Client, content: bytes = SCAN, *, name: str = "a.png", slot: str = SLOT, instead_of: str = "", **fields: str
) -> httpx.Response:
    method, path = ("PUT", f"{DOCUMENTS}/{instead_of}") if instead_of else ("POST", DOCUMENTS)
    return portal.request(method, path, data={"slot": slot, **fields}, files={"file": (name, content)})


def work(store: Store) -> None:
    """What workers do: reads and judges all that there is, by a fake engine."""
    desk = Desk(store, FakeEngine(), Settings())
    worker = store.workers.enter()
    while claim := store.uploads.claim(worker):
        assert read_upload(claim, desk)
    while judging := store.applications.claim(worker):
        judge(judging, desk)


def problem(answer: httpx.Response) -> tuple[int, str]:
    """Status and code; every problem has its media type, and neither traces nor places of ours."""
    assert answer.headers["content-type"] == "application/problem+json", answer.text
    details: dict[str, Any] = answer.json()
    assert details["status"] == answer.status_code
    assert details["detail"]
    for leak in ("Traceback", "SELECT", "sqlite", "/tmp", "site-packages", ".py"):
        assert leak not in answer.text
    return answer.status_code, details["code"]


def places(answer: httpx.Response) -> list[str]:
    return [one["path"] for one in answer.json()["errors"]]


def sample_form(samples: Path) -> dict[str, Any]:
    form: dict[str, Any] = json.loads((samples / "clean" / "application.json").read_text(encoding="utf-8"))
    return {name: value for name, value in form.items() if name not in ("application_id", "materials")}


def half_written(store: Store) -> list[Path]:
    """Files that are not whole; none may be left."""
    return list(store.folder.glob("incoming/*"))
