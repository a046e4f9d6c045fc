"""Workers: each says that it lives; what one held that no longer does is given to others.

Whether a worker lives is told by whether its ``beat`` grows while the watcher's own clock runs: no clock of another machine and
no change of the time of day can make a living worker look dead.
"""

from __future__ import annotations

import os
import socket
import time
from collections.abc import Callable
from functools import cache
from pathlib import Path

from sqlalchemy import delete, select

from models.records import Record
from pipeline.store import tables
from pipeline.store.database import Database
from pipeline.store.uploads import release_all

PATIENCE = 20.0
"""Seconds without a beat after which a worker counts as dead; it beats every two."""


class Sign(Record):
    """A worker's beat, and when the watcher first saw it, on the watcher's own clock."""

    beat: int
    seen: float


class Workers:
    def __init__(self, database: Database, clock: Callable[[], float] = time.monotonic) -> None:
        self._database = database
        self._clock = clock
        self._signs: dict[str, Sign] = {}

    def enter(self) -> str:
        """A new worker of this process; returns its id."""
        with self._database.writing() as session:
            row = tables.Worker(host=here(), process=os.getpid(), beat=0, memory=0)
            session.add(row)
            session.flush()
            return row.id

    def beat(self, worker: str, memory: int, readings: int = 0) -> bool:
        """False when the worker was thought dead: what it held is others' now. ``memory``: bytes it takes; ``readings``: files it
        has read."""
        with self._database.writing() as session:
            row = session.get(tables.Worker, worker, with_for_update=True)
            if row is not None:
                row.beat, row.memory, row.readings = row.beat + 1, memory, readings
            return row is not None

    def leave(self, worker: str) -> int:
        """The worker is gone; how much it still held is free again."""
        with self._database.writing() as session:
            freed = release_all(session, worker)
            session.execute(delete(tables.Worker).where(tables.Worker.id == worker))
            return freed

    def let_go(self, worker: str) -> None:
        """Whatever the worker was given without its knowing is as if it had never been taken up."""
        with self._database.writing() as session:
            for upload in session.scalars(select(tables.Upload).where(tables.Upload.worker == worker).with_for_update()):
                upload.state, upload.worker, upload.attempts = "received", None, upload.attempts - 1
            for row in session.scalars(select(tables.Application).where(tables.Application.worker == worker).with_for_update()):
                row.worker, row.attempts = None, row.attempts - 1

    def leave_process(self, process: int) -> int:
        """Whatever a process of this machine had, which is known to have ended."""
        return sum(self.leave(worker) for worker in self._of_process(process))

    def bury(self) -> int:
        """Frees what workers held that have not beaten for a while; how much that was. Called now and then."""
        beats = self._beats()
        now = self._clock()
        self._signs = {
            worker: sign if (sign := self._signs.get(worker)) and sign.beat == beat else Sign(beat=beat, seen=now)
            for worker, beat in beats.items()
        }
        dead = [worker for worker, sign in self._signs.items() if now - sign.seen > PATIENCE]
        return sum(self.leave(worker) for worker in dead)

    def somebody_works(self, wait: Callable[[float], None] = time.sleep) -> bool:
        """Whether a worker of any machine beats; takes as long as two beats when there may be one."""
        before = self._beats()
        if not before:
            return False
        wait(5.0)
        return any(beat != before.get(worker) for worker, beat in self._beats().items())

    def memory(self) -> dict[str, int]:
        """Bytes that each worker takes."""
        with self._database.reading() as session:
            return {row.id: row.memory for row in session.scalars(select(tables.Worker))}

    def _beats(self) -> dict[str, int]:
        with self._database.reading() as session:
            return {row.id: row.beat for row in session.scalars(select(tables.Worker))}

    def _of_process(self, process: int) -> list[str]:
        with self._database.reading() as session:
            query = select(tables.Worker.id).where(tables.Worker.host == here(), tables.Worker.process == process)
            return list(session.scalars(query))


@cache
def here() -> str:
    """Where a process number means one process: containers of one name, or of one machine, count their processes alike."""
    boot, space = Path("/proc/sys/kernel/random/boot_id"), Path("/proc/self/ns/pid")
    if not boot.exists() or not space.exists():
        return socket.gethostname()
    return f"{socket.gethostname()[:200]}/{boot.read_text()[:8]}/{space.stat().st_ino}"
