"""Prefect around the stages of ``process.py``: the same functions, the same report; flows.yaml deploys them.

A task takes paths and numbers and gives back the path of what it wrote, so that neither pixels nor anything a paper says
passes through Prefect: documents lie as JSON in the work folder. Reading is cached by the file's bytes, the software and the
settings; a rerun reads nothing twice.
"""

from __future__ import annotations

import hashlib
import importlib.metadata
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any, ParamSpec

from prefect import Task, flow, task
from prefect.client.schemas.objects import State, TaskRun
from prefect.context import TaskRunContext

from models.ocr import Engine
from models.ocr.engine import load_engine
from models.ocr.weights import fingerprint, sha256_of
from pipeline.bugs import PACKAGES, ROOT, debugging, described
from pipeline.documents import Document
from pipeline.form import Upload, read_form
from pipeline.parts import each_part
from pipeline.problems import UserError
from pipeline.process import Tools, judge_application, look_elsewhere, read_print, understand
from pipeline.readings import save_readings
from pipeline.report import build_report, write_report
from pipeline.settings import load_settings

P = ParamSpec("P")
KeyFunction = Callable[[TaskRunContext | None, dict[str, Any]], str | None]
CODE = (".py", ".yaml", ".csv", ".txt", ".j2")


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
        raise Passing(error.strerror or "input or output failed") from (error if debugging() else None)
    except Exception as error:
        raise Defect(described(error)) from (error if debugging() else None)


def may_pass(_task: Any, _run: TaskRun, state: State[Any]) -> bool:
    """Only what may be gone at the next try is tried again."""
    return isinstance(state.data, Passing)


@cache
def software() -> str:
    """Version and digest of the code and its data: a changed line reads anew."""
    digest = hashlib.sha256()
    for package in PACKAGES:
        for file in sorted(path for path in (ROOT / package).rglob("*") if path.suffix in CODE):
            digest.update(f"{file.relative_to(ROOT)} {sha256_of(file)}\n".encode())
    return f"{importlib.metadata.version('heyan')}+{digest.hexdigest()[:16]}"


def digest_of(*parts: str) -> str:
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()


def print_key(_context: TaskRunContext | None, parameters: dict[str, Any]) -> str | None:
    """What the reading of print depends on; None, never cached, when there are no bytes to read."""
    upload = upload_of(parameters["folder"], parameters["number"])
    settings = load_settings()
    try:
        content = sha256_of(upload.path) if upload.path else None
    except OSError:
        return None
    chosen = (settings.limits.model_dump_json(), settings.ocr.model_dump_json(), fingerprint(settings.ocr))
    refused = upload.problem.code if upload.problem else ""
    return f"heyan-print-{digest_of(software(), *chosen, content, refused)}" if content else None


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
