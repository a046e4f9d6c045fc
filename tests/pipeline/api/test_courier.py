"""News on their way: signed, to real receivers over HTTP, which refuse, redirect, dawdle or are away."""

from __future__ import annotations

import asyncio
import base64
import hashlib
import hmac
import json
import re
import threading
import time
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import NamedTuple

import jsonschema
import pytest
from fastapi.testclient import TestClient
from sqlalchemy import select, update

from pipeline.api.app import create_app
from pipeline.api.courier import Courier
from pipeline.settings import Settings
from pipeline.store import tables
from pipeline.store.news import KINDS
from pipeline.store.store import Store
from tests.conftest import ROOT
from tests.service.service import free_port
from tests.store.conftest import APPLICATION, arrival, claimed, read

PERSON, FILE = "欧阳试读", "欧阳试读的身份证.pdf"


class Received(NamedTuple):
    path: str
    headers: dict[str, str]
    body: bytes

    @property
    def document(self) -> str:
        found: str = json.loads(self.body)["data"]["document"]
        return found


class Receiver:
    """A client's webhook. ``answers`` are its statuses one after another, the last of them for ever; ``before`` is done first."""

    def __init__(self, *answers: int, before: Callable[[], object] = lambda: None, port: int = 0) -> None:
        self.received: list[Received] = []
        receiver, statuses = self, list(answers or [204])

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["content-length"]))
                before()
                receiver.received.append(Received(self.path, {k.lower(): v for k, v in self.headers.items()}, body))
                self.send_response(statuses.pop(0) if len(statuses) > 1 else statuses[0])
                self.send_header("Location", "/elsewhere")
                self.end_headers()

            def log_message(self, *_: object) -> None:
                return

        self._server = ThreadingHTTPServer(("127.0.0.1", port), Handler)
        self._server.daemon_threads = True
        self.url = f"http://127.0.0.1:{self._server.server_address[1]}/news"
        threading.Thread(target=self._server.serve_forever, args=(0.05,), daemon=True).start()

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()


@pytest.fixture
def receiving() -> Iterator[Callable[..., Receiver]]:
    receivers: list[Receiver] = []

    def begin(*answers: int, before: Callable[[], object] = lambda: None, port: int = 0) -> Receiver:
        receivers.append(Receiver(*answers, before=before, port=port))
        return receivers[-1]

    yield begin
    for receiver in receivers:
        receiver.close()


Receiving = Callable[..., Receiver]


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "service")


def listener(store: Store, url: str, name: str = "portal") -> tuple[str, str]:
    """A client with that webhook; its id and secret."""
    made = store.clients.add(name, ["apply"], webhook=url)
    assert made.secret
    return made.id, made.secret


def read_some(store: Store, client: str, count: int = 1) -> list[str]:
    """Papers that were read, which makes news; their ids in that order."""
    ids = []
    for number in range(count):
        paper = arrival(f"{client} {number}").model_copy(update={"person": PERSON, "file": FILE})
        store.uploads.accept(client, APPLICATION, paper)
        claim = claimed(store)
        store.uploads.finish(claim, read())
        ids.append(claim.id)
    return ids


@asynccontextmanager
async def couriers(store: Store, count: int = 1, whole: float = 5.0) -> AsyncIterator[None]:
    running = [Courier(store.deliveries, whole=whole) for _ in range(count)]
    tasks = [asyncio.create_task(courier.run()) for courier in running]
    try:
        yield
    finally:
        for courier in running:
            courier.stop()
        await asyncio.gather(*tasks)


async def until(true: Callable[[], object], within: float = 20.0) -> None:
    async with asyncio.timeout(within):
        while not true():
            await asyncio.sleep(0.05)


def deliver(store: Store, true: Callable[[], object], *, count: int = 1, whole: float = 5.0) -> None:
    """Couriers at work until that is true."""

    async def work() -> None:
        async with couriers(store, count, whole):
            await until(true)

    asyncio.run(work())


def answers(store: Store) -> list[str | None]:
    with store.database.reading() as session:
        return list(session.scalars(select(tables.Delivery.answer).order_by(tables.Delivery.number)))


def all_done(store: Store) -> bool:
    with store.database.reading() as session:
        return not session.scalars(select(tables.Delivery.id).where(tables.Delivery.done_at.is_(None))).all()


def no_more_waiting(store: Store) -> None:
    """As if the pauses were over."""
    with store.database.writing() as session:
        session.execute(update(tables.Delivery).values(due_at=tables.now()))
        session.execute(update(tables.Client).values(quiet_until=None))


def test_a_message_is_signed_so_that_its_receiver_can_tell_it_from_a_forgery(store: Store, receiving: Receiving) -> None:
    receiver = receiving()
    client, secret = listener(store, receiver.url)
    (paper,) = read_some(store, client)
    deliver(store, lambda: all_done(store))
    (got,) = receiver.received
    assert secret.startswith("whsec_")
    assert abs(int(got.headers["webhook-timestamp"]) - time.time()) < 60
    signed = f"{got.headers['webhook-id']}.{got.headers['webhook-timestamp']}.".encode() + got.body
    mac = hmac.new(base64.b64decode(secret.removeprefix("whsec_")), signed, hashlib.sha256).digest()
    assert got.headers["webhook-signature"] == f"v1,{base64.b64encode(mac).decode()}"
    assert got.document == paper


def test_a_message_says_ids_and_states_and_nothing_of_a_person(store: Store, receiving: Receiving) -> None:
    receiver = receiving()
    client, _ = listener(store, receiver.url)
    (paper,) = read_some(store, client)
    deliver(store, lambda: all_done(store))
    (got,) = receiver.received
    assert json.loads(got.body)["type"] == "document.read"
    assert json.loads(got.body)["data"] == {
        "application_id": APPLICATION,
        "document": paper,
        "slot": "labor_contract",
        "type": "labor_contract",
        "pages": 1,
        "problems": [],
    }


def test_a_receiver_with_a_defect_gets_the_message_again_with_the_same_id(store: Store, receiving: Receiving) -> None:
    receiver = receiving(500, 204)
    client, _ = listener(store, receiver.url)
    read_some(store, client)
    deliver(store, lambda: answers(store) == ["500"])
    no_more_waiting(store)
    deliver(store, lambda: all_done(store))
    first, second = receiver.received
    assert first.headers["webhook-id"] == second.headers["webhook-id"]
    assert answers(store) == ["204"]


def test_a_redirect_is_not_followed(store: Store, receiving: Receiving) -> None:
    receiver = receiving(307)
    client, _ = listener(store, receiver.url)
    read_some(store, client)
    deliver(store, lambda: answers(store) == ["307"])
    assert [got.path for got in receiver.received] == ["/news"]


def test_a_slow_receiver_holds_up_nobody_else(store: Store, receiving: Receiving) -> None:
    ended = threading.Event()
    slow, quick = receiving(before=lambda: ended.wait(20)), receiving()
    slow_client, _ = listener(store, slow.url, "slow")
    quick_client, _ = listener(store, quick.url, "quick")
    read_some(store, slow_client, 20)
    read_some(store, quick_client, 20)
    try:
        deliver(store, lambda: len(quick.received) == 20, whole=20)
        assert slow.received == []
    finally:
        ended.set()


def test_a_receiver_that_does_not_answer_in_time_is_tried_again(store: Store, receiving: Receiving) -> None:
    ended = threading.Event()
    receiver = receiving(before=lambda: ended.wait(20))
    client, _ = listener(store, receiver.url)
    (paper,) = read_some(store, client)
    deliver(store, lambda: answers(store) == ["no answer in time"], whole=0.5)
    ended.set()
    no_more_waiting(store)
    deliver(store, lambda: all_done(store))
    assert receiver.received[-1].document == paper


def test_a_receiver_that_was_away_gets_each_message_once_and_in_order(store: Store, receiving: Receiving) -> None:
    port = free_port()
    client, _ = listener(store, f"http://127.0.0.1:{port}/news")
    papers = read_some(store, client, 5)
    deliver(store, lambda: answers(store)[0] == "ConnectError")
    receiver = receiving(port=port)
    deliver(store, lambda: all_done(store))  # after its pause of five seconds
    assert [got.document for got in receiver.received] == papers


def test_two_api_processes_deliver_each_message_once_and_in_order(store: Store, receiving: Receiving) -> None:
    receivers = [receiving(), receiving()]
    papers = [
        read_some(store, listener(store, receiver.url, f"client {number}")[0], 20) for number, receiver in enumerate(receivers)
    ]
    deliver(store, lambda: all_done(store), count=2)
    assert [[got.document for got in receiver.received] for receiver in receivers] == papers


def test_what_is_under_way_when_the_process_ends_is_told_by_the_next(
    store: Store, receiving: Receiving, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pipeline.api.courier.LAST", 0.1)
    asked, ended = threading.Event(), threading.Event()

    def dawdle() -> None:
        asked.set()
        ended.wait(20)

    receiver = receiving(before=dawdle)
    client, _ = listener(store, receiver.url)
    read_some(store, client)
    began = time.monotonic()
    deliver(store, asked.is_set, whole=20)
    assert time.monotonic() - began < 10
    assert answers(store) == ["stopped"]
    ended.set()
    no_more_waiting(store)
    deliver(store, lambda: all_done(store))


@pytest.mark.parametrize("url", ["https://", "http://[", "http://127.0.0.1:0/", "https://portal.invalid/news", "http://a b/"])
def test_an_address_that_leads_nowhere_stops_nobody_elses_news(store: Store, receiving: Receiving, url: str) -> None:
    receiver = receiving()
    nowhere, _ = listener(store, url, "nowhere")
    client, _ = listener(store, receiver.url)
    read_some(store, nowhere)
    read_some(store, client)
    deliver(store, lambda: all(answers(store)))
    assert len(receiver.received) == 1


def test_an_api_that_runs_delivers(store: Store, receiving: Receiving) -> None:
    receiver = receiving()
    client, _ = listener(store, receiver.url)
    papers = read_some(store, client, 3)
    with TestClient(create_app(store, Settings())):
        asyncio.run(until(lambda: all_done(store)))
    assert [got.document for got in receiver.received] == papers


def test_the_openapi_document_says_what_a_webhook_is_sent(store: Store, receiving: Receiving) -> None:
    document = create_app(store, Settings()).openapi()
    assert set(document["webhooks"]) == {kind.event for kind in KINDS}
    receiver = receiving()
    client, _ = listener(store, receiver.url)
    read_some(store, client)
    deliver(store, lambda: all_done(store))
    (got,) = receiver.received
    described = document["webhooks"]["document.read"]["post"]
    schema = described["requestBody"]["content"]["application/json"]["schema"]
    jsonschema.validate(json.loads(got.body), {**schema, "components": document["components"]})
    for header in described["parameters"]:
        assert header["name"] in got.headers


def test_readme_says_what_each_kind_of_message_holds() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    for kind in KINDS:
        row = re.search(rf"^\| `{re.escape(kind.event)}` \| (.*) \|$", readme, re.MULTILINE)
        assert row, kind.event
        assert [re.split(r"[ :]", cell)[0] for cell in row[1].split(" · ")] == list(kind.model_fields)
