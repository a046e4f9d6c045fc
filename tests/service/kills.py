"""Kills random processes of a running service while clients upload, and looks whether anything was lost, doubled or torn.

    python -m tests.service.kills --kills 1000 [--folder DIR] [--seed 1] [--postgres]

A client repeats a request until it is answered 2xx, as a portal does; a supervisor that is dead is started again, as an init
system does. Then everything accepted must be read exactly once, or put aside with a reason; see ``losses``.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

import httpx
import psutil
from sqlalchemy import select
from sqlalchemy.orm import InstrumentedAttribute

from pipeline.service.worker import patiently
from pipeline.store import tables
from pipeline.store.applications import OPEN
from pipeline.uploads import SLOTS
from tests import postgres
from tests.service.nursery import nursed
from tests.service.papers import Paper, paper
from tests.service.service import ROOT, Service, ended, wait_until

CLIENTS = 3
AGE = 3.0
"""A process is killed at an age between none and this many seconds: while it starts, and while it works."""
PAUSE = 1.0
"""Seconds between two kills at most."""
RARE = 0.1
"""How often the supervisor, with whom everything goes, may be a victim at all."""
BACKLOG = 40
"""Unread uploads above which clients wait, so that what was accepted is read in the end."""
REST = 300.0
"""Seconds that the service has to read what is left, once nobody kills it any more."""


class Accepted(NamedTuple):
    """An upload that was answered 202 or 200."""

    application: str
    upload: str
    slot: str
    sha256: str


class Outcome(NamedTuple):
    kills: Counter[str]
    accepted: list[Accepted]
    submitted: list[str]
    again: int
    states: Counter[str]
    reasons: Counter[str]
    leftovers: int
    seconds: float
    losses: list[str]


class Portal:
    """One client: applications with a few papers each, some papers in two applications, some handed over twice."""

    def __init__(self, service: Service, number: int, chance: random.Random, stopping: threading.Event) -> None:
        self._service = service
        self._number = number
        self._chance = chance
        self._stopping = stopping
        self._form = json.loads((ROOT / "samples/clean/application.json").read_text(encoding="utf-8"))
        self.accepted: list[Accepted] = []
        self.submitted: list[str] = []
        self.repeats = 0

    def run(self) -> None:
        count = 0
        with self._service.client() as client:
            while not self._stopping.is_set():
                if unread(self._service) > BACKLOG:
                    self._stopping.wait(0.5)
                    continue
                self._apply(client, f"KILL{self._number}{count:05}")
                count += 1

    def _apply(self, client: httpx.Client, application: str) -> None:
        address = f"/applications/{application}"
        self._until_taken(lambda: client.put(address, json={**self._form, "application_id": application}))
        for _ in range(self._chance.randint(1, 4)):
            slot = self._chance.choice(SLOTS)
            kind: Paper = "defective" if self._chance.random() < 0.03 else "good"
            content = paper(self._chance.randrange(4000), kind)
            for _ in range(1 if self._chance.random() < 0.8 else 2):
                self._upload(client, application, slot, content)
        self._until_taken(lambda: client.post(f"{address}/submit"))
        self.submitted.append(application)

    def _upload(self, client: httpx.Client, application: str, slot: str, content: bytes) -> None:
        answer = self._until_taken(
            lambda: client.post(
                f"/applications/{application}/documents", data={"slot": slot}, files={"file": ("scan.png", content)}
            )
        )
        sha256 = hashlib.sha256(content).hexdigest()
        assert answer["sha256"] == sha256
        self.accepted.append(Accepted(application, answer["id"], slot, sha256))

    def _until_taken(self, request: Callable[[], httpx.Response]) -> dict[str, Any]:
        while True:
            try:
                answer = request()
            except httpx.HTTPError:
                time.sleep(0.2)
                self.repeats += 1
                continue
            if answer.is_success:
                taken: dict[str, Any] = answer.json()
                return taken
            if answer.status_code not in (409, 429, 503):
                raise AssertionError(f"{answer.status_code} {answer.text}")
            time.sleep(0.2)
            self.repeats += 1


def unread(service: Service) -> int:
    def count() -> int:
        with service.store.database.reading() as session:
            return len(session.scalars(select(tables.Upload.number).where(tables.Upload.state.in_(OPEN))).all())

    return patiently(count)


Blow = Callable[[], str | None]
"""Kills something; what, or None when nothing was there to kill."""


def kill_a_process(service: Service, chance: random.Random) -> str | None:
    """A random one that is old enough."""
    old = time.time() - chance.uniform(0, AGE)
    victims = [process for process in service.processes() if service.kind(process) and process.create_time() < old]
    victims = [process for process in victims if service.kind(process) != "supervisor" or chance.random() < RARE]
    if not victims:
        return None
    victim = chance.choice(victims)
    kind = service.kind(victim)
    ended(victim.kill)
    return kind


class Postgres:
    """The programs of a throw-away server in ``base`` (see tests/postgres.py), and its processes as victims."""

    def __init__(self, programs: Path, base: Path) -> None:
        self._programs = programs
        self._base = base

    def kill_a_process(self, chance: random.Random) -> str | None:
        """One of those behind connections, after which the server throws out all others and recovers; or the server itself,
        which is then started again."""
        server = psutil.Process(int((self._base / "data/postmaster.pid").read_text().split()[0]))
        if chance.random() < 0.3:
            ended(server.kill)
            server.wait(20)
            wait_until(self._started, 30, "the database server starts again")
            return "database server"
        behind = [process for process in server.children() if "test_" in " ".join(process.cmdline())]
        if not behind:
            return None
        ended(chance.choice(behind).kill)
        return "database connection"

    def _started(self) -> bool:
        """Not while processes of the dead one still hold its memory."""
        try:
            postgres.start(self._programs, self._base)
        except subprocess.CalledProcessError:
            return False
        return True


def run(service: Service, kills: int, chance: random.Random, blow: Blow, *, within: float) -> Outcome:
    """Uploads and kills, then rest, then a clean end, then looks. Stops killing after ``within`` seconds."""
    began = time.monotonic()
    stopping = threading.Event()
    portals = [Portal(service, number, random.Random(chance.random()), stopping) for number in range(CLIENTS)]
    threads = [threading.Thread(target=portal.run, daemon=True) for portal in portals]
    service.start()
    for thread in threads:
        thread.start()
    killed: Counter[str] = Counter()
    while killed.total() < kills and time.monotonic() - began < within:
        service.keep()
        what = blow()
        if what:
            killed[what] += 1
            if killed.total() % 50 == 0:
                print(f"{killed.total()} kills, {time.monotonic() - began:.0f} s, {unread(service)} unread", flush=True)
        time.sleep(chance.uniform(0, PAUSE))
    stopping.set()
    service.keep()
    for thread in threads:
        thread.join(REST)
    losses = ["a client never came to its end"] if any(thread.is_alive() for thread in threads) else []
    submitted = [application for portal in portals for application in portal.submitted]
    accepted = [upload for portal in portals for upload in portal.accepted]
    again: set[str] = set()
    try:
        wait_until(service.answers, REST, "the service answers")
        wait_until(lambda: kept_and_settled(service, submitted, again), REST, "everything is read and judged")
        wait_until(lambda: only_the_living_work(service), REST, "workers that were killed are buried")
    except TimeoutError as error:
        losses.append(str(error))
    service.stop()
    return Outcome(
        killed,
        accepted,
        submitted,
        len(again),
        counted(service, tables.Upload.state),
        counted(service, tables.Upload.reason),
        len(list((service.folder / "incoming").iterdir())),
        time.monotonic() - began,
        losses + list(find_losses(service, accepted, submitted)),
    )


def kept_and_settled(service: Service, submitted: Sequence[str], again: set[str]) -> bool:
    """Nothing is left to be done. An application whose judging ended three workers waits for its portal to say that it is to be
    judged again; those go into ``again``."""
    service.keep()
    with service.store.database.reading() as session:
        rows = list(session.scalars(select(tables.Application).where(tables.Application.application_id.in_(submitted))))
    aside = [row.application_id for row in rows if row.reason == "judging_crashed"]
    with service.client() as client:
        for application in aside:
            client.post(f"/applications/{application}/judge")
    again.update(aside)
    return not aside and not unread(service) and not any(row.dirty for row in rows)


def only_the_living_work(service: Service) -> bool:
    """Who was killed while the database was away is buried only when it has not beaten for a while."""
    living = {process.pid for process in service.processes()}
    with service.store.database.reading() as session:
        return living.issuperset(session.scalars(select(tables.Worker.process)))


def counted(service: Service, column: InstrumentedAttribute[Any]) -> Counter[str]:
    """How often each value is there."""
    with service.store.database.reading() as session:
        return Counter(session.scalars(select(column)))


def find_losses(service: Service, accepted: Sequence[Accepted], submitted: Sequence[str]) -> Iterator[str]:
    """Everything that is not as it was promised."""
    yield from lost_uploads(service, accepted)
    yield from told_wrongly(service)
    yield from short_reports(service, accepted, submitted)
    yield from torn_files(service)
    with service.store.database.reading() as session:
        if session.scalars(select(tables.Worker.id)).all():
            yield "workers that ended are still in the store"
    yield from (f"a {kind} is still there" for kind in filter(None, map(service.kind, service.processes())))


def lost_uploads(service: Service, accepted: Sequence[Accepted]) -> Iterator[str]:
    """Each is there once, read, or failed with a reason; nothing is there that nobody was told of."""
    with service.store.database.reading() as session:
        rows = {row.id: row for row in session.scalars(select(tables.Upload))}
    for upload in set(accepted):
        row = rows.get(upload.upload)
        if row is None:
            yield f"{upload} is not in the store"
        elif row.state == "read":
            if not row.document or row.reason:
                yield f"{upload} is read, without a document or with a reason"
        elif row.state != "failed" or not row.reason:
            yield f"{upload} is {row.state}, reason {row.reason}"
    same = Counter((row.application, row.slot, row.sha256) for row in rows.values())
    yield from (f"{what} is there {count} times" for what, count in same.items() if count > 1)
    yield from (f"nobody was told of {name}" for name in set(rows) - {upload.upload for upload in accepted})


def told_wrongly(service: Service) -> Iterator[str]:
    """News are written in the transaction that ends a reading, so they count how often one ended."""
    with service.store.database.reading() as session:
        news = [(row.event, json.loads(row.body)["data"]) for row in session.scalars(select(tables.Delivery))]
        ended_ones = set(session.scalars(select(tables.Upload.id).where(tables.Upload.state.in_(("read", "failed")))))
    told = Counter(about["document"] for event, about in news if event in ("document.read", "document.failed"))
    yield from (f"{name} ended {told[name]} times" for name in ended_ones if told[name] != 1)


def short_reports(service: Service, accepted: Sequence[Accepted], submitted: Sequence[str]) -> Iterator[str]:
    """Each application's last report has each of its papers."""
    with service.store.database.reading() as session:
        rows = {row.application_id: row for row in session.scalars(select(tables.Application))}
    for name in submitted:
        row = rows.get(name)
        if row is None or row.report is None or row.judged != row.revision:
            yield f"{name} was submitted and has no report of its last revision"
            continue
        listed = Counter(paper["sha256"] for paper in json.loads(service.store.files.get(row.report))["documents"])
        wanted = Counter(upload.sha256 for upload in set(accepted) if upload.application == name)
        if listed != wanted:
            yield f"the report of {name} lists {listed.total()} papers of {wanted.total()}"


def torn_files(service: Service) -> Iterator[str]:
    """Every file is what its name says, and all that rows name are there."""
    names = {name for name, _ in service.store.files.names()}
    for name in names:
        if hashlib.sha256(service.store.files.get(name)).hexdigest() != name:
            yield f"{name} is torn"
    with service.store.database.reading() as session:
        for column in (
            tables.Upload.sha256,
            tables.Upload.document,
            tables.Stage.document,
            tables.Application.report,
            tables.Application.page,
            tables.Application.readings,
        ):
            for named in session.scalars(select(column).where(column.is_not(None))):
                if named not in names:
                    yield f"{column} names a file that is not there"


@contextmanager
def victims(folder: Path, chance: random.Random, *, database: str = "") -> Iterator[tuple[Service, Blow]]:
    """A service in ``folder``, not started yet, and what kills one of its processes. ``database``: URL of a throw-away
    PostgreSQL server, whose processes are killed too."""
    service = Service(folder, begin=nursed, database=postgres.new_database(database) if database else "")
    try:
        yield service, partial(kill_one, service, chance, postgres_of(database) if database else None)
    finally:
        service.end()


def kill_one(service: Service, chance: random.Random, server: Postgres | None) -> str | None:
    if server is not None and chance.random() < 0.3:
        return server.kill_a_process(chance)
    return kill_a_process(service, chance)


def postgres_of(url: str) -> Postgres:
    programs = postgres.programs()
    assert programs is not None
    return Postgres(programs, Path(url.rsplit("host=", maxsplit=1)[1]))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kills", type=int, default=15)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--folder", type=Path)
    parser.add_argument("--within", type=float, default=7200, help="seconds after which nothing is killed any more")
    parser.add_argument("--postgres", action="store_true", help="with a throw-away PostgreSQL server, killed too")
    arguments = parser.parse_args()
    chance = random.Random(arguments.seed)
    with ExitStack() as stack:
        folder = arguments.folder or Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="heyan-kills-")))
        programs = postgres.programs() if arguments.postgres else None
        url = stack.enter_context(postgres.server(programs)) if programs else ""
        service, blow = stack.enter_context(victims(folder / "service", chance, database=url))
        outcome = run(service, arguments.kills, chance, blow, within=arguments.within)
        show(outcome)
    return 1 if outcome.losses else 0


def show(outcome: Outcome) -> None:
    print(f"killed: {dict(outcome.kills)}, {outcome.kills.total()} in all; {outcome.seconds:.0f} s")
    print(f"answers 202 or 200: {len(outcome.accepted)}, of {len(set(outcome.accepted))} uploads")
    print(f"now {dict(outcome.states)}; reasons {dict(outcome.reasons)}")
    print(f"applications submitted: {len(outcome.submitted)}, put aside and judged again: {outcome.again}")
    print(f"unfinished files left in incoming: {outcome.leftovers}")
    print("\n".join(outcome.losses) if outcome.losses else "nothing lost, doubled or torn")


if __name__ == "__main__":
    sys.exit(main())
