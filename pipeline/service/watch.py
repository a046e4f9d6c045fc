"""``heyan watch``: application folders that are dropped somewhere in; into each its report.

Each is handed to the store as a portal would do it, and the store knows what it has: a folder that is handed over again, after a
restart or by a second watcher, is the same application, is read and judged once, and its report is written once.
"""

from __future__ import annotations

import hashlib
import logging
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from pipeline.bugs import described
from pipeline.form import FILE, Form, parse_json, read_form
from pipeline.limits import Limits
from pipeline.logs import about
from pipeline.problems import UserError
from pipeline.service.places import REPORTS, Place
from pipeline.service.supervisor import Part, start
from pipeline.store.store import Store
from pipeline.store.uploads import Arrival
from pipeline.uploads import Upload

LOG = logging.getLogger(__name__)
CLIENT = "watch"
QUIET = 5.0
"""Seconds without a change after which a folder without ``.ready`` counts as complete."""
LOOK = 1.0
"""Seconds between two looks."""
PROBLEM = "problem.txt"
PURGED = "was purged while its folder is still here; remove it, or it is taken again after a restart"
SLOT, PERSON, NAME = 40, 200, 255
"""Characters that the store keeps of each."""


class Refused(UserError):
    """A folder that cannot be taken as it is; what is wrong goes into its ``heyan-report``."""


@dataclass
class Seen:
    """A folder as this watcher knows it: its ``state`` ``since`` when, the state that was ``taken``, and what became of it."""

    state: str
    since: float
    taken: str | None = None
    application: str | None = None
    told: str | None = None

    @property
    def done(self) -> bool:
        return self.taken == self.state and self.told is not None


class Watch:
    """``look`` does what there is to do now, and is to be called again and again."""

    def __init__(
        self,
        place: Place,
        store: Store,
        limits: Limits,
        *,
        say: Callable[[str], None],
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._place = place
        self._store = store
        self._limits = limits
        self._say = say
        self._clock = clock
        self._client = store.clients.own(CLIENT)
        self._seen: dict[str, Seen] = {}

    def look(self) -> bool:
        """False when nothing is left to wait for: every folder has its report, or the reason why it has none."""
        now = self._clock()
        dropped = self._place.dropped()
        self._seen = {one.name: self._seen.get(one.name) or Seen(one.state, now) for one in dropped}
        for one in dropped:
            seen = self._seen[one.name]
            if seen.state != one.state:
                seen.state, seen.since = one.state, now
            try:
                if seen.taken != one.state and (one.ready or now - seen.since >= QUIET):
                    self._take(one.name, seen)
                if seen.taken == one.state and seen.application:
                    self._report(one.name, seen, seen.application)
            except OSError as error:  # its folder cannot be written to, or the bucket is away: that stops no other
                self._tell_trouble(one.name, seen, error)
        return any(not seen.done for seen in self._seen.values())

    def _take(self, name: str, seen: Seen) -> None:
        seen.application = seen.told = None
        try:
            with self._place.at_hand(name) as folder:
                form = read_form(folder)
                self._refuse_second(name, form.application_id)
                left_out = hand_in(folder, form, self._store, self._client, self._limits)
        except UserError as error:
            self._place.put(name, PROBLEM, f"{error}\n".encode())
            self._say(f"{name}: {error}")
            seen.told = PROBLEM
        except OSError as error:  # being moved, or away: another look after a while
            self._say(f"{name}: cannot be read now ({error.strerror or 'no answer'})")
            seen.since = self._clock()
            return
        else:
            seen.application = form.application_id
            self._place.remove(name, PROBLEM)
            gaps = f", {left_out} listed files are not there" if left_out else ""
            self._say(f"{name}: taken, {len(form.uploads) - left_out} files{gaps}")
        seen.taken = seen.state

    def _tell_trouble(self, name: str, seen: Seen, error: OSError) -> None:
        """Once, however often it comes again."""
        trouble = f"{REPORTS} cannot be written ({error.strerror or 'no answer'})"
        if seen.told != trouble:
            self._say(f"{name}: {trouble}")
        seen.told = trouble

    def _refuse_second(self, name: str, application_id: str) -> None:
        """Two folders of one application would undo each other's papers for ever."""
        for other, seen in self._seen.items():
            if other != name and seen.application == application_id:
                raise Refused(f"{FILE}: $.application_id: is that of the folder {other}; expected a number of its own")

    def _report(self, name: str, seen: Seen, application: str) -> None:
        """Writes the report when it is the newest and not there yet."""
        status = self._store.applications.status(self._client, application)
        row = self._store.applications.report(self._client, application)
        if status is None or row is None:
            if seen.told != PURGED:
                self._say(f"{name}: {PURGED}")
            seen.told = PURGED
            return
        if status.state == "failed" and seen.told != status.reason:
            self._say(f"{name}: cannot be judged ({status.reason}); heyan serve logs more")
            seen.told = status.reason
        if status.state != "judged" or row.report is None or row.page is None or seen.told == row.report:
            return
        if digest(self._place.get(name, "report.json")) != row.report:
            self._place.put(name, "report.html", self._store.files.get(row.page))
            self._place.put(name, "report.json", self._store.files.get(row.report))  # last: it says that all is there
        self._say(f"{name}: {status.verdict} · {self._place.shown(name, 'report.html')}")
        seen.told = row.report


def hand_in(folder: Path, form: Form, store: Store, client: str, limits: Limits) -> int:
    """The folder's papers and form into the store, in the place of what it had of this application; how many listed files are
    not there. What it has already stays as it is."""
    application = form.application_id
    arrivals = [arrival_of(upload, store, limits) for upload in form.uploads if upload.path is not None]
    wanted = {(one.slot, one.person, one.sha256) for one in arrivals}
    for known in store.uploads.of(client, application):
        if (known.slot, known.person, known.sha256) not in wanted:
            store.uploads.withdraw(client, application, known.id)
    for arrival in arrivals:
        store.uploads.accept(client, application, arrival)
    stated = parse_json((folder / FILE).read_text("utf-8-sig"))
    store.applications.put_form(client, application, stated)  # last: without it nothing is judged
    return len(form.uploads) - len(arrivals)


def arrival_of(upload: Upload, store: Store, limits: Limits) -> Arrival:
    """The file into the store. Of one beyond the limit as much as shows that it is: reading refuses it."""
    assert upload.path is not None
    with upload.path.open("rb") as file:
        data = file.read(limits.file_bytes + 1)
    return Arrival(
        slot=upload.slot[:SLOT],
        person=upload.person[:PERSON].replace("\0", "") if upload.person else None,
        file=upload.file[-NAME:],
        sha256=store.files.put(data),
        size=len(data),
        bulk=True,
    )


def digest(data: bytes | None) -> str | None:
    return None if data is None else hashlib.sha256(data).hexdigest()


def workers() -> Part:
    """Reading workers of this machine, as ``heyan serve`` starts them."""
    return Part(
        "workers", [sys.executable, "-m", "pipeline", "serve", "--only", "worker"], environment={"HEYAN_SERVICE_PREFECT": "none"}
    )


def keep_looking(watch: Watch, *, once: bool, readers: Part | None, stopped: Callable[[float], bool]) -> None:
    """Looks until ``stopped``, which waits so many seconds, says so; ``once``: until nothing is left to wait for. ``readers`` are
    started, started anew when they end, and asked to stop in the end."""
    process = start(readers) if readers else None
    try:
        trouble = ""
        while not stopped(LOOK):
            if readers and process and process.poll() is not None:
                if process.returncode == Refused.exit_code:  # it has said why
                    raise Refused("the reading workers cannot be started; see above")
                process = start(readers)
            try:
                if not watch.look() and once:
                    return
                trouble = ""
            except (OSError, DBAPIError) as error:  # a share, bucket or database that is away: another look will do
                if described(error) != trouble:
                    trouble = described(error)
                    LOG.warning("place away", extra=about(reason=trouble))
    finally:
        if process:
            process.terminate()
            process.wait()
