"""Prefect around the stages of ``process.py`` and the service's work: the same functions, the same report; flows.yaml deploys
them.

A task takes paths and numbers and gives back the path of what it wrote, so that neither pixels nor anything a paper says
passes through Prefect: documents lie as JSON in the work folder. Reading is cached by the file's bytes, the software and the
settings; a rerun reads nothing twice.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, ParamSpec, TypeVar
from urllib.parse import quote

import httpx
from prefect import Task, flow, task
from prefect.artifacts import create_table_artifact
from prefect.cache_policies import NO_CACHE
from prefect.client.schemas.objects import State, TaskRun
from prefect.context import TaskRunContext

from models.ocr import Engine
from models.ocr.engine import load_engine
from models.ocr.weights import sha256_of
from pipeline.bugs import debugging, described
from pipeline.documents import Document
from pipeline.form import Upload, read_form
from pipeline.parts import each_part
from pipeline.problems import UserError
from pipeline.process import Tools, judge_application, look_elsewhere, read_print, understand
from pipeline.readings import save_readings
from pipeline.report import Report, build_report, write_report
from pipeline.service.desk import flags_of
from pipeline.service.places import open_place
from pipeline.service.watch import QUIET, Watch
from pipeline.settings import load_settings
from pipeline.software import digest_of, reading_digest
from pipeline.store.store import Store

P = ParamSpec("P")
R = TypeVar("R")
KeyFunction = Callable[[TaskRunContext | None, dict[str, Any]], str | None]


class Passing(Exception):
    """Something outside that may be gone at the next try: a share that is not mounted, a full disk."""


class Defect(Exception):
    """A bug of ours, told without what the paper says; HEYAN_DEBUG=1 lets the original through."""


_engine: list[Engine] = []


def use_engine(engine: Engine) -> None:
    """What this process reads with, loaded by whoever starts it: a worker that warms up, a test."""
    _engine[:] = [engine]


def tools(work: str) -> Tools:
    """The engine is loaded once per process."""
    settings = load_settings()
    if not _engine:
        use_engine(load_engine(settings.ocr))
    return Tools(_engine[0], settings, Path(work))


@contextmanager
def discreet() -> Iterator[None]:
    """Errors inside reach Prefect's log without quoting a paper."""
    try:
        yield
    except UserError:
        raise
    except OSError as error:
        raise Passing(f"{error.strerror or 'input or output failed'}, {described(error)}") from (error if debugging() else None)
    except Exception as error:
        raise Defect(described(error)) from (error if debugging() else None)


def may_pass(_task: Any, _run: TaskRun, state: State[Any]) -> bool:
    """Only what may be gone at the next try is tried again."""
    return isinstance(state.data, Passing)


def print_key(_context: TaskRunContext | None, parameters: dict[str, Any]) -> str | None:
    """What the reading of print depends on; None, never cached, when there are no bytes to read."""
    upload = upload_of(parameters["folder"], parameters["number"])
    settings = load_settings()
    try:
        content = sha256_of(upload.path) if upload.path else None
    except OSError:
        return None
    refused = upload.problem.code if upload.problem else ""
    return f"heyan-print-{digest_of(reading_digest(settings.limits, settings.ocr), content, refused)}" if content else None


def understanding_key(_context: TaskRunContext | None, parameters: dict[str, Any]) -> str | None:
    """What marks, type and fields depend on: the reading, and how the form calls the file."""
    upload = upload_of(parameters["folder"], parameters["number"])
    printed = print_key(None, parameters)
    return f"heyan-understood-{digest_of(printed, upload.model_dump_json(exclude={'path'}))}" if printed else None


def upload_of(folder: str, number: int) -> Upload:
    return read_form(Path(folder)).uploads[number]


def store(document: Document, work: str, name: str) -> str:
    """The document as JSON in the work folder, readable by its owner alone; returns its path."""
    place = Path(work) / "documents"
    place.mkdir(parents=True, exist_ok=True, mode=0o700)
    path = place / f"{name}.json"
    part = path.with_suffix(".part")
    part.touch(mode=0o600)
    part.write_text(document.model_dump_json(), encoding="utf-8")
    part.replace(path)
    return str(path)


def stored(path: str) -> Document:
    return Document.model_validate_json(Path(path).read_text(encoding="utf-8"))


def is_whole(path: str) -> bool:
    """Whether a cached answer can still be used: somebody may have emptied the work folder."""
    return Path(path).is_file() and all(Path(page.image).is_file() for page in stored(path).pages if page.image)


def stage(name: str, run_name: str, key: KeyFunction | None = None) -> Callable[[Callable[P, str]], Task[P, str]]:
    """A task that is tried again when the trouble may pass, and whose answer is kept when there is a ``key``."""
    return task(
        name=name,
        task_run_name=run_name,
        cache_key_fn=key,
        persist_result=key is not None,
        retries=3,
        retry_delay_seconds=[1, 5, 20],
        retry_condition_fn=may_pass,
        log_prints=False,
    )


@stage("read-print", "read-print-{number}", print_key)
def read_print_task(folder: str, number: int, work: str) -> str:
    """Pages and lines of one upload of the form (counted from 0)."""
    with discreet():
        document = read_print(upload_of(folder, number), tools(work))
        return store(document, work, print_key(None, {"folder": folder, "number": number}) or f"upload-{number}")


@stage("understand", "understand-{number}", understanding_key)
def understand_task(folder: str, number: int, printed: str, work: str) -> str:
    """Seals, signatures, type and fields of what was read; named as this form names the file."""
    with discreet():
        upload = upload_of(folder, number)
        named = stored(printed).model_copy(update={"file": upload.file, "slot": upload.slot, "person": upload.person})
        document = understand(named, tools(work))
        key = understanding_key(None, {"folder": folder, "number": number})
        return store(document, work, key or f"upload-{number}-understood")


@stage("judge", "judge")
def judge_task(folder: str, documents: Sequence[str], out: str, work: str, began: float) -> str:
    """Every rule, and the report of it; returns the path of report.json."""
    with discreet():
        form = read_form(Path(folder))
        read = each_part(stored(path) for path in documents)
        repeats = look_elsewhere(form, read, tools(work))
        checks = judge_application(form, read, repeats)
        seconds = time.monotonic() - began
        save_readings(form, read, repeats, Path(out))
        write_report(build_report(form, read, checks, engine=tools(work).engine.name, seconds=seconds), read, Path(out))
        return str(Path(out) / "report.json")


def valid(run: Task[P, str], *arguments: P.args, **options: P.kwargs) -> str:
    """A task's answer, from the cache while what it points at is there, else made anew."""
    path = run(*arguments, **options)
    return path if is_whole(path) else run.with_options(refresh_cache=True)(*arguments, **options)


@flow(name="check-application", log_prints=False)
def check_application_flow(folder: str, out: str) -> str:
    """The main job for one application folder, as ``heyan check`` does it; returns the path of report.json."""
    began = time.monotonic()
    work = str(load_settings().work or Path(out) / ".work")
    documents = []
    for number in range(len(read_form(Path(folder)).uploads)):
        printed = valid(read_print_task, folder, number, work)
        documents.append(valid(understand_task, folder, number, printed, work))
    return judge_task(folder, documents, out, work, began)


@flow(name="take-in-dropped", log_prints=False)
def take_in_dropped_flow(place: str) -> None:
    """One pass over a folder or bucket as ``heyan watch`` makes it again and again: what is complete is handed to the service,
    which must run on the same store, and reports that are ready are written. To be run by a schedule."""
    with discreet():
        settings = load_settings()
        service = settings.service
        found = open_place(place, file_bytes=settings.limits.file_bytes)
        store = Store(service.folder, database=service.database, files=service.files)
        watch = Watch(found, store, settings.limits, say=lambda _line: None)
        watch.look()
        time.sleep(QUIET)
        watch.look()


def tried_again(name: str, *, run_name: str) -> Callable[[Callable[P, R]], Task[P, R]]:
    """A task that is tried three times while what keeps it off may pass, and whose answer stays in this process."""
    return task(
        name=name,
        task_run_name=run_name,
        cache_policy=NO_CACHE,
        persist_result=False,
        retries=2,
        retry_delay_seconds=[1, 5],
        retry_condition_fn=may_pass,
        log_prints=False,
    )


@tried_again("read-upload", run_name="read-{upload}")
def read_upload_task(upload: str, work: Callable[[], None]) -> None:  # noqa: ARG001 - names the run
    """What the service does to one upload, so that Prefect shows it, tries it again and keeps its history."""
    with discreet():
        work()


@tried_again("judge-application", run_name="judge-{number}-{revision}")
def judge_application_task(number: int, revision: int, work: Callable[[], Report], public_url: str) -> None:
    """What the service does to one application, with a table of its flags as an artifact: rules and counts, no personal data; and
    a link to the report, for those who may see it."""
    with discreet():
        report = work()
    create_table_artifact(
        table=flag_table(report),
        key=f"flags-{number}",
        description=f"Flags of application {number}, revision {revision}: {report.summary.verdict}{link_to(report, public_url)}",
    )


def flag_table(report: Report) -> list[dict[str, object]]:
    return [{"rule": flag.rule, "severity": flag.severity, "flags": flag.count} for flag in flags_of(report)]


def link_to(report: Report, public_url: str) -> str:
    """In Markdown; nothing where the API has no address for people."""
    if not public_url:
        return ""
    return f" · [report]({public_url.rstrip('/')}/api/v1/applications/{quote(report.application_id, safe='')}/report.html)"


class PrefectHistory:
    """The service's work as Prefect task runs of this process. While no Prefect API answers at ``url`` the work is done all the
    same, without a history of it: the store is what must not forget."""

    def __init__(self, url: str, public_url: str = "") -> None:
        self._public_url = public_url
        self._health = f"{url}/health"
        self._known = False
        self._until = 0.0

    def read(self, upload: str, work: Callable[[], None]) -> None:
        if self._answers():
            read_upload_task(upload, work)
        else:
            work()

    def judge(self, number: int, revision: int, work: Callable[[], Report]) -> None:
        if self._answers():
            judge_application_task(number, revision, work, self._public_url)
        else:
            work()

    def _answers(self) -> bool:
        """Asked anew after a while: soon when it did, later when it did not, for asking in vain takes time."""
        if time.monotonic() >= self._until:
            try:
                self._known = httpx.get(self._health, timeout=1.0).is_success
            except httpx.HTTPError:
                self._known = False
            self._until = time.monotonic() + (2.0 if self._known else 10.0)
        return self._known
