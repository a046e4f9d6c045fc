"""A whole service for a test: processes of its own in a folder of its own, asked over HTTP, looked into by its store."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import IO, Any, Protocol

import httpx
import psutil

from pipeline.service.settings import ServiceSettings
from pipeline.store.store import Store
from pipeline.store.uploads import UploadStatus

NAMES = {"heyan-super": "supervisor", "heyan-api": "api", "heyan-worker": "worker"}
"""What copies are called; see nursery.py."""
ROOT = Path(__file__).resolve().parent.parent.parent


class Process(Protocol):
    """The supervisor, as ``subprocess.Popen`` shows it."""

    pid: int

    def poll(self) -> int | None: ...

    def wait(self, timeout: float | None = None) -> int: ...

    def terminate(self) -> None: ...


Begin = Callable[[dict[str, str], IO[bytes]], Callable[[], Process]]
"""Environment and log in; what starts a supervisor out."""


def fresh(environment: dict[str, str], log: IO[bytes]) -> Callable[[], Process]:
    """Python from its beginning for each process, as in production."""
    output = os.dup(log.fileno())
    command = [sys.executable, "-m", "tests.service.serving"]
    return partial(subprocess.Popen, command, cwd=ROOT, env=environment, stdout=output, stderr=output)


class Service:
    """``settings`` are HEYAN_SERVICE_… less the prefix. The supervisor is started anew whenever ``keep`` finds it dead."""

    def __init__(self, folder: Path, *, begin: Begin = fresh, **settings: Any) -> None:
        self.folder = folder
        self.port = free_port()
        chosen = {"folder": folder, "port": self.port, "workers": 2, "prefect": "none", "requests": 1_000_000, **settings}
        self.settings = ServiceSettings.model_validate(chosen)
        self.environment = {f"HEYAN_SERVICE_{name.upper()}": str(value) for name, value in chosen.items()}
        self.store = Store(folder, database=self.settings.database)
        self.key = self.store.clients.add("portal", ["apply"], webhook="https://portal.invalid/heyan").key
        self.log = folder / "service.log"
        self.process: Process | None = None
        environment = {**os.environ, "HEYAN_LOG_LEVEL": "INFO", **self.environment}
        with self.log.open("ab") as log:
            self._begin = begin(environment, log)

    def start(self) -> None:
        self.process = self._begin()

    def keep(self) -> None:
        """What an init system does."""
        if self.process is None or self.process.poll() is not None:
            self.start()

    def stop(self, within: float = 60.0) -> int:
        """Asks it to end, and waits; its exit code."""
        assert self.process is not None
        self.process.terminate()
        return self.process.wait(within)

    def end(self) -> None:
        """Whatever is left of it."""
        while processes := self.processes():
            for process in processes:
                ended(process.kill)

    def processes(self) -> list[psutil.Process]:
        """All of this service, also children of a supervisor that is no more."""
        return [process for process in psutil.process_iter() if belongs(process, str(self.folder))]

    def kind(self, process: psutil.Process) -> str | None:
        """supervisor · api · worker; None for others, and when it is gone."""
        try:
            name, words = process.name(), process.cmdline()
        except psutil.Error:
            return None
        if name in NAMES or "tests.service.nursery" in words:
            return NAMES.get(name)
        if "pipeline.api" in words:
            return "api"
        return "worker" if "worker" in words else "supervisor"

    def client(self) -> httpx.Client:
        return httpx.Client(
            base_url=f"http://127.0.0.1:{self.port}/api/v1", headers={"Authorization": f"Bearer {self.key}"}, timeout=20
        )

    def upload(self, *contents: bytes, application: str = "KFQ202600001") -> list[str]:
        """Hands over a form and those papers, and submits; the papers' ids."""
        form = json.loads((ROOT / "samples/clean/application.json").read_text(encoding="utf-8"))
        wait_until(self.answers, 60, "the API answers")
        with self.client() as client:
            address = f"/applications/{application}"
            client.put(address, json={**form, "application_id": application}).raise_for_status()
            ids = []
            for content in contents:
                answer = client.post(
                    f"{address}/documents", data={"slot": "skill_certificate"}, files={"file": ("a.png", content)}
                )
                ids.append(answer.raise_for_status().json()["id"])
            client.post(f"{address}/submit").raise_for_status()
        return ids

    def status(self, upload: str) -> UploadStatus:
        found = self.store.uploads.status(None, "KFQ202600001", upload)
        assert found is not None
        return found

    def judged(self, application: str = "KFQ202600001") -> bool:
        status = self.store.applications.status(None, application)
        return status is not None and status.state == "judged"

    def numbers(self, kind: str) -> set[int]:
        """Process numbers of those."""
        return {process.pid for process in self.processes() if self.kind(process) == kind}

    def answers(self) -> bool:
        try:
            status: int = httpx.get(f"http://127.0.0.1:{self.port}/healthz", timeout=5).status_code
        except httpx.HTTPError:
            return False
        return status == 200


def belongs(process: psutil.Process, folder: str) -> bool:
    try:
        ours: bool = process.environ().get("HEYAN_SERVICE_FOLDER") == folder and process.status() != psutil.STATUS_ZOMBIE
    except psutil.Error:
        return False
    return ours


def ended(call: Callable[[], object]) -> None:
    """Calls it; a process that is gone already is as good."""
    try:
        call()
    except psutil.Error:
        return


def wait_until(true: Callable[[], object], within: float, what: str) -> None:
    end = time.monotonic() + within
    while not true():
        if time.monotonic() > end:
            raise TimeoutError(f"not within {within:.0f} s: {what}")
        time.sleep(0.1)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
