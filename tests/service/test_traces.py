"""Spans of what the service does, as an exporter gets them: which, below which, with which ids, and nothing personal."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from opentelemetry import trace
from opentelemetry.sdk.trace import ReadableSpan, TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter

from pipeline import traces
from pipeline.api.app import create_app
from pipeline.problems import UsageError
from pipeline.service.desk import Desk
from pipeline.service.worker import NoHistory, ReadingWorker
from pipeline.settings import Settings
from pipeline.store.store import Store
from tests.conftest import ROOT
from tests.service.papers import NAME, FakeEngine, paper

PERSON, FILE = "欧阳试读", "欧阳试读的劳动合同.png"
TRACE = "4bf92f3577b34da6a3ce929d0e0e4736"


@pytest.fixture
def exported(monkeypatch: pytest.MonkeyPatch) -> Iterator[InMemorySpanExporter]:
    """What this process's spans come to, in a provider that is gone after the test."""
    exporter = InMemorySpanExporter()
    provider = TracerProvider()
    provider.add_span_processor(SimpleSpanProcessor(exporter))
    monkeypatch.setattr(trace, "get_tracer", provider.get_tracer)
    yield exporter
    provider.shutdown()


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "service")


def work_once(store: Store) -> None:
    """A worker at work until there is nothing to do."""
    worker = ReadingWorker(Desk(store, FakeEngine(), Settings()), NoHistory())
    worker.id = store.workers.enter()
    while worker._step():
        pass


def hand_in(store: Store, content: bytes, headers: dict[str, str] | None = None) -> str:
    key = store.clients.add("portal", ["apply"]).key
    client = TestClient(create_app(store, Settings()), headers={"Authorization": f"Bearer {key}"})
    form = json.loads((ROOT / "samples/clean/application.json").read_text(encoding="utf-8"))
    client.put("/api/v1/applications/K1", json={**form, "application_id": "K1"}).raise_for_status()
    said = {"slot": "labor_contract", "person": PERSON}
    answer = client.post("/api/v1/applications/K1/documents", data=said, files={"file": (FILE, content)}, headers=headers or {})
    document: str = answer.raise_for_status().json()["id"]
    return document


def by_name(spans: tuple[ReadableSpan, ...]) -> dict[str, ReadableSpan]:
    return {span.name: span for span in spans}


def parent(span: ReadableSpan, spans: tuple[ReadableSpan, ...]) -> str | None:
    return next((one.name for one in spans if span.parent and one.context.span_id == span.parent.span_id), None)


def test_an_uploads_way_is_traced_from_its_request_to_the_report(store: Store, exported: InMemorySpanExporter) -> None:
    upload = hand_in(store, paper(1))
    work_once(store)
    spans = exported.get_finished_spans()
    found = by_name(spans)
    posted = "POST /applications/{application_id}/documents"
    assert {posted, "accept", "read", "print", "understand", "judge"} <= set(found)
    names = ("accept", "read", "print", "understand")
    assert [parent(found[name], spans) for name in names] == [posted, "accept", "read", "read"]
    for name in ("accept", "read", "print", "understand"):
        assert (found[name].attributes or {})["heyan.upload"] == upload
    assert (found[posted].attributes or {})["http.response.status_code"] == 202


def test_a_request_goes_on_with_the_trace_of_its_sender(store: Store, exported: InMemorySpanExporter) -> None:
    hand_in(store, paper(1), {"traceparent": f"00-{TRACE}-00f067aa0ba902b7-01", "tracestate": "portal=person"})
    accepted = by_name(exported.get_finished_spans())["accept"]
    assert f"{accepted.context.trace_id:032x}" == TRACE
    assert not accepted.context.trace_state


@pytest.mark.parametrize("kind", ["good", "defective"])
def test_spans_hold_nothing_personal(store: Store, exported: InMemorySpanExporter, kind: str) -> None:
    hand_in(store, paper(1) if kind == "good" else paper(1, "defective"))
    work_once(store)
    told = "".join(span.to_json() for span in exported.get_finished_spans())
    for mark in (NAME, PERSON, FILE, "K1"):
        assert mark not in told
        assert json.dumps(mark) not in told
    assert ("ValueError in " in told) == (kind == "defective")


def test_a_process_hands_its_spans_over_to_the_collector() -> None:
    came: list[tuple[str, bytes]] = []

    class Collector(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            came.append((self.path, self.rfile.read(int(self.headers["content-length"]))))
            self.send_response(200)
            self.end_headers()

        def log_message(self, *_: object) -> None:
            return

    server = ThreadingHTTPServer(("127.0.0.1", 0), Collector)
    threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
    code = (
        "from pipeline import traces\n"
        f"traces.begin('http://127.0.0.1:{server.server_address[1]}/', 'worker')\n"
        "with traces.span('read', upload='u1'): pass"
    )
    subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True, timeout=60)
    server.shutdown()
    server.server_close()
    ((path, body),) = came
    assert path == "/v1/traces"
    assert b"heyan worker" in body
    assert b"u1" in body


def test_what_is_not_installed_is_named_before_anything_begins(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(traces, "NEEDED", ("opentelemetry.sdk.not_there", "not_there.at.all"))
    traces.begin("", "api")
    with pytest.raises(UsageError, match=r"heyan\[traces\]"):
        traces.need("http://collector:4318")
