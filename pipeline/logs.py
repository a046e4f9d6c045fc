"""The log of the service: what happened and to which ids in, a line for people or for machines out.

    LOG.info("upload read", extra=about(upload=claim.id, seconds=1.2))

The event is a fixed string, so that machines can count it; what differs stands in ``about``, which takes ids, numbers, names of
classes and places in our code. Nothing that a paper, a form or a file name says has a place there.
"""

from __future__ import annotations

import json
import logging
import sys
from contextvars import ContextVar
from datetime import UTC, datetime
from typing import Any, Literal, TypedDict, Unpack

from pipeline.bugs import debugging, described

OURS = ("pipeline", "extractors", "models")
LogFormat = Literal["text", "json"]

REQUEST: ContextVar[str | None] = ContextVar("request", default=None)
"""The id of the request that is being answered."""


class About(TypedDict, total=False):
    """``upload``: its id; ``application``: its number in the store, not the portal's; ``worker``, ``news``: ids; ``part``: of the
    service; ``route``: with placeholders; ``reason``: what went wrong, quoting no paper."""

    upload: str
    application: int
    worker: str
    news: str
    part: str
    method: str
    route: str
    status: int
    attempt: int
    seconds: float
    reason: str


def about(**facts: Unpack[About]) -> dict[str, About]:
    """What an event is about, for ``extra``."""
    return {"about": facts}


class TextLines(logging.Formatter):
    """``2026-01-20T10:30:00+00:00 INFO pipeline.service.worker: upload read upload=… seconds=1.2``"""

    def format(self, record: logging.LogRecord) -> str:
        facts = "".join(f" {name}={value}" for name, value in facts_of(record).items())
        return f"{moment(record)} {record.levelname} {record.name}: {said(record)}{facts}"


class JsonLines(logging.Formatter):
    """One object a line: time, level, logger, process, event, and what it is about."""

    def format(self, record: logging.LogRecord) -> str:
        line = {
            "time": moment(record),
            "level": record.levelname.lower(),
            "logger": record.name,
            "process": record.process,
            "event": said(record),
            **facts_of(record),
        }
        return json.dumps(line, ensure_ascii=False)


def lines(form: LogFormat) -> logging.Formatter:
    return JsonLines() if form == "json" else TextLines()


def facts_of(record: logging.LogRecord) -> dict[str, Any]:
    facts = {**getattr(record, "about", {})}
    request = REQUEST.get()
    return {**facts, "request": request} if request else facts


def said(record: logging.LogRecord) -> str:
    """One line. Of an exception its class and place alone, for its text and its stack may quote a paper, unless somebody asked
    for them."""
    words = record.getMessage()
    if record.exc_info and record.exc_info[1]:
        words += f": {described(record.exc_info[1])}"
        if debugging():
            words += "\n" + logging.Formatter().formatException(record.exc_info)
    return words if debugging() else " ".join(words.split())


def moment(record: logging.LogRecord) -> str:
    return datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")


def begin(level: str, form: LogFormat) -> None:
    """From now on this process logs to stderr: ours from ``level`` on, libraries only what is wrong."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(lines(form))
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(logging.WARNING)
    for name in OURS:
        logging.getLogger(name).setLevel(level)
