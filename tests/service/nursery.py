"""Processes of a service as copies of one that has imported everything, so that a killed one is back in a tenth of a second.

``python -m tests.service.nursery`` starts a whole service (settings as for ``heyan serve``) for each byte on stdin; its
supervisor's process number, and 0 when that has ended, go to stdout. Copies are made only of processes without threads and
without an open database. That a supervisor's parts are its own children, though made by a nursery, is the work of Linux'
subreapers.
"""

from __future__ import annotations

import ctypes
import os
import select
import signal
import struct
import subprocess
import sys
import time
from collections.abc import Callable
from functools import partial
from typing import IO

from pipeline.api.__main__ import main as serve_api
from pipeline.logs import begin, lines
from pipeline.quiet import quiet
from pipeline.service.__main__ import work
from pipeline.service.supervisor import Part, end_with, parts_of, serve
from pipeline.settings import load_settings
from pipeline.store.store import Store
from tests.service.papers import FakeEngine

SET_NAME, SET_CHILD_SUBREAPER = 15, 36
"""Of Linux' prctl."""
NUMBER = struct.Struct("i")


def prctl(option: int, value: object) -> None:
    ctypes.CDLL(None).prctl(option, value)


def copied(name: str, do: Callable[[], object]) -> int:
    """A copy of this process that does that and ends; its number. ``name`` is what the system shows."""
    number = os.fork()
    if number:
        return number
    prctl(SET_NAME, name.encode())
    code = 70
    try:
        do()
        code = 0
    finally:
        os._exit(code)


class Copy:
    """A child made by the nursery; as ``subprocess.Popen``, as far as the supervisor asks."""

    def __init__(self, number: int) -> None:
        self.pid = number
        self.returncode: int | None = None

    def poll(self) -> int | None:
        if self.returncode is None:
            number, status = os.waitpid(self.pid, os.WNOHANG)
            self.returncode = os.waitstatus_to_exitcode(status) if number else None
        return self.returncode

    def wait(self, timeout: float | None = None) -> int:
        end = time.monotonic() + (timeout or 1e9)
        while (code := self.poll()) is None:
            if time.monotonic() > end:
                raise subprocess.TimeoutExpired("copy", timeout or 0)
            time.sleep(0.02)
        return code

    def terminate(self) -> None:
        if self.poll() is None:
            os.kill(self.pid, signal.SIGTERM)

    def kill(self) -> None:
        if self.poll() is None:
            os.kill(self.pid, signal.SIGKILL)


class Nursery:
    """A child of the supervisor that makes its parts: copies of itself, adopted by the supervisor at once."""

    def __init__(self) -> None:
        prctl(SET_CHILD_SUBREAPER, 1)
        asked, self._asks = os.pipe()
        self._told, tells = os.pipe()
        supervisor = os.getpid()

        def nurse() -> None:
            os.close(self._asks)
            born, bears = os.pipe()
            while kind := os.read(asked, 1):
                between = copied("heyan-nursery", partial(bear, kind, bears, supervisor))
                number = os.read(born, NUMBER.size)
                os.waitpid(between, 0)  # whereupon the supervisor is the parent
                os.write(tells, number)

        copied("heyan-nursery", nurse)
        os.close(asked)
        os.close(tells)

    def start(self, part: Part) -> Copy:
        os.write(self._asks, b"w" if part.reads else b"a")
        (number,) = NUMBER.unpack(os.read(self._told, NUMBER.size))
        return Copy(number)


def bear(kind: bytes, bears: int, supervisor: int) -> None:
    name, do = ("heyan-worker", work_falsely) if kind == b"w" else ("heyan-api", serve_api)
    os.write(bears, NUMBER.pack(copied(name, partial(adopted, supervisor, do))))


def adopted(supervisor: int, do: Callable[[], object]) -> None:
    end = time.monotonic() + 2
    while os.getppid() != supervisor and time.monotonic() < end:
        time.sleep(0.001)
    end_with(supervisor)
    do()


def work_falsely() -> None:
    settings = load_settings()
    with quiet(level=settings.log_level, lines=lines(settings.log_format)):
        work(FakeEngine(), settings)


def supervise() -> None:
    os.dup2(2, 1)
    settings = load_settings()
    begin(settings.log_level, settings.log_format)
    nursery = Nursery()
    service = settings.service
    store = Store(service.folder, database=service.database, files=service.files)
    serve(store, service, parts_of(service, ["api", "worker"]), longest=1.0, begin=nursery.start)


def main() -> None:
    import_late_ones()
    while os.read(0, 1):
        number = copied("heyan-super", supervise)
        os.write(1, NUMBER.pack(number))
        os.waitpid(number, 0)
        os.write(1, NUMBER.pack(0))


class Nursed:
    """A supervisor made by a nursery process, from outside; as ``subprocess.Popen``, as far as tests ask."""

    def __init__(self, nursery: subprocess.Popen[bytes]) -> None:
        assert nursery.stdin and nursery.stdout
        self._told = nursery.stdout.fileno()
        os.write(nursery.stdin.fileno(), b"s")
        (self.pid,) = NUMBER.unpack(os.read(self._told, NUMBER.size))
        self._ended = False

    def poll(self) -> int | None:
        if not self._ended and select.select([self._told], [], [], 0)[0]:
            os.read(self._told, NUMBER.size)
            self._ended = True
        return 0 if self._ended else None

    def wait(self, timeout: float | None = None) -> int:
        if not self._ended and not select.select([self._told], [], [], timeout)[0]:
            raise subprocess.TimeoutExpired("supervisor", timeout or 0)
        return self.poll() or 0

    def terminate(self) -> None:
        if self.poll() is None:
            os.kill(self.pid, signal.SIGTERM)


def nursed(environment: dict[str, str], log: IO[bytes]) -> Callable[[], Nursed]:
    """What starts a supervisor again and again from one nursery."""
    command = [sys.executable, "-m", "tests.service.nursery"]
    nursery = subprocess.Popen(command, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=log, bufsize=0)
    return partial(Nursed, nursery)


def import_late_ones() -> None:
    """What is imported where it is used, and takes a while."""
    import alembic.command
    import psycopg
    import uvicorn.lifespan.on
    import uvicorn.protocols.http.auto

    del alembic, psycopg, uvicorn


if __name__ == "__main__":
    main()
