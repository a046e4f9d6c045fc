"""``heyan serve``: the parts of the service as processes of this machine, started, watched, started anew, and stopped cleanly."""

from __future__ import annotations

import ctypes
import logging
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from types import FrameType
from typing import Any, Protocol

from pipeline.logs import about
from pipeline.service.settings import ServiceSettings
from pipeline.store.store import Store

LOG = logging.getLogger(__name__)

LOOK = 0.2
"""Seconds between two looks at the processes."""
BURY = 5.0
"""Seconds between two looks for workers, of any machine, that beat no more."""
QUICK = 10.0
"""A part that ends sooner after its start is started anew only after a pause that doubles, up to ``LONGEST`` seconds."""
LONGEST = 30.0
ASKED = 10.0
"""Seconds beyond a worker's grace after which a part that was asked to stop is killed."""
UNNEEDED = ("FOREMAN", "REPOSSESSOR", "PAUSE_EXPIRATIONS", "CLEANUP_RECONCILER", "CANCELLATION_CLEANUP")
"""Prefect's loops for work pools, concurrency limits, paused and cancelled flows, which we have none of: 1.6 % of a processor
when idle instead of 2.8. History, events, triggers, schedules and late runs stay; the environment may turn each on."""
PAGE = {
    "PREFECT_SERVER_UI_API_URL": "/api",
    "PREFECT_SERVER_UI_V2_ENABLED": "false",
    "PREFECT_SERVER_UI_SHOW_PROMOTIONAL_CONTENT": "false",
}
"""Prefect's page asks the server that it came from, by whatever name and port, and begins in its first version: the second does
not show task runs without a flow, as ours are."""
PARENT_DEATH = 1
"""PR_SET_PDEATHSIG of Linux' prctl: children end with whoever started them."""


class Process(Protocol):
    """As ``subprocess.Popen``."""

    pid: int
    returncode: int | Any

    def poll(self) -> int | None: ...

    def wait(self, timeout: float | None = None) -> int: ...

    def terminate(self) -> None: ...

    def kill(self) -> None: ...


@dataclass
class Part:
    """One process: what it is called, how it is started, and how it is doing. ``reads``: it may hold work of the store."""

    name: str
    command: Sequence[str]
    reads: bool = False
    environment: dict[str, str] | None = None
    process: Process | None = None
    started: float = 0.0
    pause: float = 0.0
    due: float = 0.0


Begin = Callable[[Part], Process]


def start(part: Part) -> Process:
    return subprocess.Popen(
        part.command,
        env={**os.environ, **(part.environment or {})},
        preexec_fn=partial(end_with, os.getpid()) if sys.platform == "linux" else None,  # noqa: PLW1509 - we have no threads
    )


def end_with(parent: int) -> None:
    """This process is asked to end when ``parent`` does, even when that was a moment ago."""
    ctypes.CDLL(None).prctl(PARENT_DEATH, signal.SIGTERM)
    if os.getppid() != parent:
        os.kill(os.getpid(), signal.SIGTERM)


class Supervisor:
    """Keeps the parts running until ``stop``. What a worker held that ended is free again at once."""

    def __init__(
        self, store: Store, parts: Sequence[Part], *, grace: float, longest: float = LONGEST, begin: Begin = start
    ) -> None:
        self._store = store
        self._parts = parts
        self._grace = grace
        self._longest = longest
        self._begin = begin
        self._stopping = threading.Event()

    def run(self) -> None:
        buried = 0.0
        while not self._stopping.is_set():
            for part in self._parts:
                self._look_after(part)
            if time.monotonic() - buried > BURY:
                self._tried(self._store.workers.bury)
                buried = time.monotonic()
            self._stopping.wait(LOOK)
        self._end()

    def stop(self) -> None:
        self._stopping.set()

    def _look_after(self, part: Part) -> None:
        now = time.monotonic()
        process = part.process
        if process is not None and process.poll() is not None:
            LOG.warning("part ended", extra=about(part=part.name, status=process.returncode))
            if part.reads:
                self._free(process)
            part.pause = min(self._longest, max(1.0, 2 * part.pause)) if now - part.started < QUICK else 0.0
            part.process, part.due = None, now + part.pause
        if part.process is None and now >= part.due:
            part.process, part.started = self._begin(part), now

    def _end(self) -> None:
        """Asks all to stop, and ends those that do not."""
        running = [part.process for part in self._parts if part.process is not None]
        for process in running:
            process.terminate()
        end = time.monotonic() + self._grace + ASKED
        for process in running:
            try:
                process.wait(max(0.1, end - time.monotonic()))
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
        for part in self._parts:
            if part.reads and part.process is not None:
                self._free(part.process)

    def _free(self, process: Process) -> None:
        """What the ended process held."""
        self._tried(lambda: self._store.workers.leave_process(process.pid))

    def _tried(self, call: Callable[[], object]) -> None:
        """What the database cannot do now is done at the next look: those who beat no more are buried in the end."""
        from sqlalchemy.exc import DBAPIError

        try:
            call()
        except DBAPIError:
            LOG.warning("database away")


def parts_of(settings: ServiceSettings, only: Sequence[str]) -> list[Part]:
    """What this machine runs: all, or those of ``only`` (api · worker · server)."""
    python = sys.executable
    parts = []
    if "server" in only and not settings.prefect:
        parts.append(prefect_server(settings))
    if "api" in only:
        parts.append(Part("api", [python, "-m", "pipeline.api"]))
    if "worker" in only:
        parts += [Part(f"worker {number}", [python, "-m", "pipeline.service"], reads=True) for number in range(settings.workers)]
    return parts


def prefect_server(settings: ServiceSettings) -> Part:
    """Prefect's server, on SQLite in our folder unless its own settings name another database."""
    command = [sys.executable, "-m", "prefect", "server", "start", "--host", settings.host, "--port", str(settings.prefect_port)]
    home = str((settings.folder / "prefect").resolve())
    silent = {"PREFECT_SERVER_ANALYTICS_ENABLED": "false", "DO_NOT_TRACK": "1", "PREFECT_HOME": home}
    idle = dict.fromkeys(map("PREFECT_SERVER_SERVICES_{}_ENABLED".format, UNNEEDED), "false")
    chosen = {name: value for name, value in (idle | PAGE).items() if name not in os.environ}
    return Part("prefect server", command, environment=silent | chosen)


def serve(
    store: Store, settings: ServiceSettings, parts: Sequence[Part], *, longest: float = LONGEST, begin: Begin = start
) -> None:
    """Runs the parts until SIGTERM or Ctrl-C. ``longest``: pause before one that keeps ending is started again; ``begin``: what
    starts one."""
    supervisor = Supervisor(store, parts, grace=settings.grace, longest=longest, begin=begin)

    def stop(_number: int, _frame: FrameType | None) -> None:
        supervisor.stop()

    signal.signal(signal.SIGTERM, stop)
    signal.signal(signal.SIGINT, stop)
    supervisor.run()
