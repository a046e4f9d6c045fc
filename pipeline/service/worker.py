"""A reading worker: one process with warm models that takes from the store what is to be read or judged, one thing at a time.

The store is asked for work, not told by anyone: no event can be lost. What a worker holds is given to others when it stops
beating.
"""

from __future__ import annotations

import errno
import logging
import os
import threading
import time
from collections.abc import Callable
from typing import Protocol, TypeVar

import psutil
from sqlalchemy.exc import DBAPIError, InterfaceError, OperationalError, SQLAlchemyError
from tenacity import Retrying, retry_if_exception_type, stop_after_delay, wait_exponential

from pipeline.bugs import described
from pipeline.logs import about
from pipeline.report import Report
from pipeline.service.desk import Desk, judge, read_upload
from pipeline.store.applications import Judging
from pipeline.store.files import FilesAway
from pipeline.store.tables import now
from pipeline.store.uploads import Claim
from pipeline.traces import span

LOG = logging.getLogger(__name__)

IDLE = 0.25
"""Seconds between two looks at an empty queue."""
BEAT = 2.0
"""Seconds between two signs of life."""
AWAY = 5.0
"""Seconds to wait for what does not work now: the database, the disk, the bucket."""
FULL = (errno.ENOSPC, errno.EDQUOT)
PATIENCE = 600.0
"""Seconds for which a worker tries to tell the store what it did, before it gives up and lets others do it again."""
ENDED_BY_FILE = 4
"""Exit code of a worker whose file took too long."""
T = TypeVar("T")


class History(Protocol):
    """Where runs of work are shown, tried again and kept for people to look at."""

    def read(self, upload: str, work: Callable[[], None]) -> None: ...

    def judge(self, number: int, revision: int, work: Callable[[], Report]) -> None: ...


class NoHistory:
    """Just does the work."""

    def read(self, upload: str, work: Callable[[], None]) -> None:  # noqa: ARG002
        work()

    def judge(self, number: int, revision: int, work: Callable[[], Report]) -> None:  # noqa: ARG002
        work()


class ReadingWorker:
    """``run`` works until ``stop`` or until the process is worn: after so many files, or above so many bytes."""

    def __init__(self, desk: Desk, history: History) -> None:
        self._desk = desk
        self._history = history
        self._limits = desk.settings.service
        self._stopping = threading.Event()
        self._held: Claim | None = None
        self._since = 0.0
        self._unsure = False
        self._done = 0
        self.id = ""

    def run(self) -> None:
        self.id = patiently(self._desk.store.workers.enter)
        threading.Thread(target=self._live, name="beat", daemon=True).start()
        try:
            while not self._stopping.is_set() and not self._worn():
                if not self._step():
                    self._stopping.wait(IDLE)
        finally:
            self._desk.store.workers.leave(self.id)

    def stop(self) -> None:
        """Finishes what it reads; when that takes longer than the grace, hands it back and ends the process."""
        self._stopping.set()
        timer = threading.Timer(self._limits.grace, self._hand_back)
        timer.daemon = True
        timer.start()

    def _step(self) -> bool:
        """One thing done; False when there was nothing to do. A database that is away for a while is waited for."""
        try:
            if self._unsure:
                self._desk.store.workers.let_go(self.id)
                self._unsure = False
            judging = self._desk.store.applications.claim(self.id)
            if judging is not None:
                self._judge(judging)
                return True
            claim = self._desk.store.uploads.claim(self.id)
        except DBAPIError as error:
            LOG.warning("database away", extra=about(worker=self.id, reason=described(error)))
            self._unsure = True  # it may have given this worker something, and only the answer was lost
            self._stopping.wait(1.0)
            return False
        if claim is not None:
            self._read(claim)
        return claim is not None

    def _read(self, claim: Claim) -> None:
        self._held, self._since = claim, time.monotonic()
        try:
            with span("read", within=claim.trace, upload=claim.id, attempt=claim.attempts) as made:
                made.set_attribute("heyan.waited_seconds", (now() - claim.received_at).total_seconds())
                self._history.read(claim.id, lambda: self._timed(claim))
        except Exception as error:  # a defect in one file's reading must not stop the next
            if passes(error):
                self._put_off(error, lambda: self._desk.store.uploads.hand_back(claim))
                return
            reason = described(error)
            LOG.error("upload not read", extra=about(upload=claim.id, attempt=claim.attempts, reason=reason))
            patiently(lambda: self._desk.store.uploads.fail(claim, f"reading_failed: {reason}", again=True))
        finally:
            self._held = None
            self._done += 1

    def _timed(self, claim: Claim) -> None:
        began = time.monotonic()
        counted = read_upload(claim, self._desk)
        seconds = round(time.monotonic() - began, 3)
        LOG.info("upload read" if counted else "upload read for nothing", extra=about(upload=claim.id, seconds=seconds))

    def _judge(self, judging: Judging) -> None:
        try:
            began = time.monotonic()
            with span("judge", application=judging.number):
                self._history.judge(judging.number, judging.revision, lambda: judge(judging, self._desk))
            LOG.info("application judged", extra=about(application=judging.number, seconds=round(time.monotonic() - began, 3)))
        except Exception as error:
            if passes(error):
                self._put_off(error, lambda: self._desk.store.applications.hand_back(judging))
                return
            reason = described(error)
            LOG.error("application not judged", extra=about(application=judging.number, reason=reason))
            patiently(lambda: self._desk.store.applications.fail(judging, f"judging_failed: {reason}"))

    def _put_off(self, error: Exception, hand_back: Callable[[], None]) -> None:
        """It is no fault of what was to be done: that is as if it had never been taken up."""
        LOG.warning("work put off", extra=about(worker=self.id, reason=described(error)))
        patiently(hand_back)
        self._stopping.wait(AWAY)

    def _worn(self) -> bool:
        return self._done >= self._limits.documents or memory() > self._limits.memory

    def _live(self) -> None:
        """Beats until the process ends; ends it when a file takes too long, or when others took it for dead."""
        while True:
            time.sleep(BEAT)
            if self._held is not None and time.monotonic() - self._since > self._limits.seconds:
                LOG.error("upload took too long", extra=about(upload=self._held.id, worker=self.id))
                os._exit(ENDED_BY_FILE)
            try:
                alive = self._desk.store.workers.beat(self.id, memory(), self._done)
            except SQLAlchemyError:  # also that no connection of the pool is free
                continue
            if not alive and not self._stopping.is_set():
                LOG.error("worker was taken for dead", extra=about(worker=self.id))
                os._exit(ENDED_BY_FILE)

    def _hand_back(self) -> None:
        held = self._held
        try:
            if held is not None:
                self._desk.store.uploads.hand_back(held)
            self._desk.store.workers.leave(self.id)
        finally:
            os._exit(0)


def passes(error: BaseException | None) -> bool:
    """Whether the database or the bucket was away, or the disk full: also where a history tells of it in its own words."""
    while error is not None:
        if isinstance(error, OperationalError | InterfaceError | FilesAway) or (
            isinstance(error, OSError) and error.errno in FULL
        ):
            return True
        error = error.__context__
    return False


def patiently(call: Callable[[], T]) -> T:
    """The call's answer, once the database is there again."""
    return Retrying(
        retry=retry_if_exception_type(DBAPIError), wait=wait_exponential(max=10), stop=stop_after_delay(PATIENCE), reraise=True
    )(call)


def memory() -> int:
    """Bytes that this process holds."""
    resident: int = psutil.Process().memory_info().rss
    return resident
