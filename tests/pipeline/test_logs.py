"""Lines of the log: for people and for machines, never with what an exception says."""

from __future__ import annotations

import json
import logging
import sys
from collections.abc import Iterator
from typing import Unpack

import pytest

from pipeline.logs import REQUEST, About, JsonLines, TextLines, about, begin

NAME = "欧阳试读"


def record(event: str, *, failed: bool = False, **facts: Unpack[About]) -> logging.LogRecord:
    caught = None
    if failed:
        try:
            raise ValueError(f"{NAME} cannot be read")
        except ValueError:
            caught = sys.exc_info()
    made = logging.LogRecord("pipeline.service.worker", logging.INFO, __file__, 1, event, (), caught)
    made.created = 1768876200.5
    made.__dict__.update(about(**facts))
    return made


@pytest.fixture
def answering() -> Iterator[None]:
    token = REQUEST.set("r1")
    yield
    REQUEST.reset(token)


def test_a_line_for_people_says_event_and_ids() -> None:
    line = TextLines().format(record("upload read", upload="u1", seconds=1.2))
    assert line == "2026-01-20T02:30:00.500+00:00 INFO pipeline.service.worker: upload read upload=u1 seconds=1.2"


@pytest.mark.usefixtures("answering")
def test_a_line_for_machines_is_one_object_with_the_request_that_is_answered() -> None:
    made = record("upload read", upload="u1", seconds=1.2)
    assert json.loads(JsonLines().format(made)) == {
        "time": "2026-01-20T02:30:00.500+00:00",
        "level": "info",
        "logger": "pipeline.service.worker",
        "process": made.process,
        "event": "upload read",
        "upload": "u1",
        "seconds": 1.2,
        "request": "r1",
    }


@pytest.mark.parametrize("lines", [TextLines(), JsonLines()])
def test_an_exceptions_text_and_stack_stay_out(lines: logging.Formatter, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("HEYAN_DEBUG", raising=False)
    line = lines.format(record("a library failed", failed=True))
    assert "ValueError in no code of ours" in line
    assert NAME not in line
    assert "\n" not in line


@pytest.mark.parametrize("lines", [TextLines(), JsonLines()])
def test_one_event_is_one_line(lines: logging.Formatter) -> None:
    assert "\n" not in lines.format(record("a library\nsays\n  much"))


def test_libraries_are_heard_only_when_something_is_wrong(capsys: pytest.CaptureFixture[str]) -> None:
    root = logging.getLogger()
    before, level = root.handlers[:], root.level
    ours = logging.getLogger("pipeline")
    our_level = ours.level
    try:
        begin("INFO", "json")
        logging.getLogger("alembic.runtime.migration").info("Context impl SQLiteImpl.")
        logging.getLogger("some.library").warning("trouble")
        logging.getLogger("pipeline.something").info("event")
    finally:
        root.handlers[:] = before
        root.setLevel(level)
        ours.setLevel(our_level)
    assert [json.loads(line)["event"] for line in capsys.readouterr().err.splitlines()] == ["trouble", "event"]
