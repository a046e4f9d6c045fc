"""Bodies that are too large, too slow, endless, broken or not what is expected: refused, and nothing of them is kept."""

from __future__ import annotations

import socket
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import httpx
import pytest

from pipeline.store.store import Store
from tests.pipeline.api.portal import APPLICATION, DOCUMENTS, SCAN, SLOT, client_of, half_written, places, problem, served, upload

LIMIT = 300_000
PART = b'--b\r\nContent-Disposition: form-data; name="%s"\r\n\r\n%s\r\n'
FILE = b'--b\r\nContent-Disposition: form-data; name="file"; filename="a.png"\r\n\r\n%s\r\n'
END = b"--b--\r\n"
SLOT_PART = PART % (b"slot", SLOT.encode())


def post(portal: httpx.Client, body: bytes, content_type: str = "multipart/form-data; boundary=b") -> httpx.Response:
    return portal.post(DOCUMENTS, content=body, headers={"Content-Type": content_type})


def nothing_is_kept(store: Store) -> bool:
    return store.uploads.claim("w") is None and not half_written(store)


def test_parts_may_come_in_any_order_and_with_others_that_mean_nothing(portal: httpx.Client) -> None:
    answer = post(portal, SLOT_PART + PART % (b"more", b"1") + FILE % SCAN + PART % (b"bulk", b"true") + END)
    assert answer.status_code == 202


@pytest.mark.parametrize(
    ("body", "code", "path"),
    [
        (b"", "request_unusable", "body.file"),
        (END, "request_unusable", "body.file"),
        (SLOT_PART + END, "request_unusable", "body.file"),
        (FILE % SCAN + END, "request_unusable", "body.slot"),
        (FILE % SCAN + PART % (b"slot", b"") + END, "unknown_slot", "body.slot"),
        (FILE % SCAN + PART % (b"slot", b"../x") + END, "unknown_slot", "body.slot"),
        (FILE % b"" + SLOT_PART + END, "empty_file", None),
        (SLOT_PART + FILE % SCAN + FILE % SCAN + END, "multipart_unusable", None),
        (SLOT_PART + SLOT_PART + FILE % SCAN + END, "request_unusable", "body.file"),
        (SLOT_PART + PART % (b"file", b"text") + END, "request_unusable", "body.file"),
        (SLOT_PART + FILE.replace(b'"file"', b'"scan"') % SCAN + END, "request_unusable", "body.file"),
        (FILE.replace(b'"file"', b'"slot"') % SCAN + PART % (b"file", b"x") + END, "request_unusable", "body.file"),
        (SLOT_PART + FILE % SCAN + PART % (b"person", b"a" * 101) + END, "request_unusable", "body.person"),
        (SLOT_PART + FILE % SCAN + PART % (b"person", b"a" * 20_000) + END, "multipart_unusable", None),
        (SLOT_PART + FILE % SCAN + PART % (b"bulk", b"perhaps") + END, "request_unusable", "body.bulk"),
        (b"".join(PART % (b"f%d" % number, b"") for number in range(100)) + END, "multipart_unusable", None),
        (SLOT_PART + FILE % SCAN, "request_unusable", "body.file"),
        (SLOT_PART + (FILE % SCAN)[:-200], "request_unusable", "body.file"),
        (SLOT_PART + b'--b\r\nContent-Disposition: form-data; filename="a"\r\n\r\nx\r\n' + END, "multipart_unusable", None),
        (SLOT_PART + b"--b\r\n\r\nx\r\n" + END, "multipart_unusable", None),
        (b"--c\r\nnot the boundary\r\n--c--", "multipart_unusable", None),
        (b"\0" * 1000, "multipart_unusable", None),
        (b"--b\r\n" + b"X: " + b"a" * 200_000, "multipart_unusable", None),
    ],
)
def test_a_multipart_body_that_cannot_be_used_is_refused(
    portal: httpx.Client, store: Store, body: bytes, code: str, path: str | None
) -> None:
    answer = post(portal, body)
    assert problem(answer) == (422, code)
    assert places(answer) == ([path] if path else [])
    assert nothing_is_kept(store)


@pytest.mark.parametrize(
    "content_type",
    ["", "image/png", "application/octet-stream", "application/x-www-form-urlencoded", "multipart/mixed; boundary=b"],
)
def test_a_file_comes_as_multipart(portal: httpx.Client, store: Store, content_type: str) -> None:
    assert problem(post(portal, SLOT_PART + FILE % SCAN + END, content_type)) == (415, "wrong_content_type")
    assert nothing_is_kept(store)


@pytest.mark.parametrize("boundary", ["", "; boundary=", "; boundary=c", "; charset=x"])
def test_a_boundary_that_is_not_the_bodys_is_refused(portal: httpx.Client, store: Store, boundary: str) -> None:
    answer = post(portal, SLOT_PART + FILE % SCAN + END, f"multipart/form-data{boundary}")
    assert problem(answer)[0] == 422
    assert nothing_is_kept(store)


@pytest.fixture
def small(store: Store) -> Iterator[str]:
    """The address of a service that takes small files, and waits half a second."""
    with served(store, file_bytes=LIMIT, form_bytes=1000, patience=0.5) as address:
        yield address


def test_a_file_of_just_the_limit_is_taken_and_one_byte_more_is_not(store: Store, small: str) -> None:
    with client_of(store, small) as portal:
        assert upload(portal, b"a" * LIMIT).status_code == 202
        assert problem(upload(portal, b"b" * (LIMIT + 1))) == (413, "too_large")
        assert problem(upload(portal, b"c" * (2 * LIMIT))) == (413, "too_large")
        assert len(portal.get(DOCUMENTS).json()) == 1
        assert not half_written(store)


def test_a_form_that_is_too_large_is_refused_said_or_not(store: Store, small: str) -> None:
    json = {"Content-Type": "application/json"}
    with client_of(store, small) as portal:
        assert problem(portal.put(APPLICATION, content=b" " * 1001, headers=json)) == (413, "too_large")
        assert problem(portal.put(APPLICATION, content=iter([b" " * 600] * 2), headers=json)) == (413, "too_large")


@contextmanager
def connection(address: str) -> Iterator[socket.socket]:
    url = httpx.URL(address)
    with socket.create_connection((url.host, url.port or 0), timeout=20) as line:
        yield line


def head(store: Store, *lines: str, name: str = "raw") -> bytes:
    key = store.clients.add(name, ["apply"]).key
    lines = ("Host: heyan", f"Authorization: Bearer {key}", "Content-Type: multipart/form-data; boundary=b", *lines)
    return "\r\n".join([f"POST /api/v1{DOCUMENTS} HTTP/1.1", *lines, "", ""]).encode()


def answered(line: socket.socket) -> str:
    """All that comes until the connection ends."""
    received = b""
    try:
        while piece := line.recv(65536):
            received += piece
    except ConnectionError:
        pass
    return received.decode()


def test_a_length_beyond_the_limit_is_refused_before_anything_of_the_body_came(store: Store, small: str) -> None:
    with connection(small) as line:
        line.sendall(head(store, "Content-Length: 99999999999", "Expect: 100-continue"))
        answer = answered(line)
    assert answer.startswith("HTTP/1.1 413")
    assert "100 Continue" not in answer


def test_an_unknown_key_is_refused_before_anything_of_the_body_came(store: Store, small: str) -> None:
    with connection(small) as line:
        line.sendall(head(store, "Content-Length: 1000", "Expect: 100-continue").replace(b"Bearer ", b"Bearer x"))
        answer = answered(line)
    assert answer.startswith("HTTP/1.1 401")


def test_an_endless_body_is_ended(store: Store, small: str) -> None:
    with connection(small) as line:
        line.sendall(head(store, "Transfer-Encoding: chunked"))
        first = SLOT_PART + FILE[:-2] % b""
        line.sendall(b"%x\r\n%s\r\n" % (len(first), first))
        sent = 0
        try:
            while sent < 100 * LIMIT:
                line.sendall(b"10000\r\n" + b"x" * 0x10000 + b"\r\n")
                sent += 0x10000
        except ConnectionError:
            pass
        answer = answered(line)
    assert sent < 100 * LIMIT
    assert not answer or answer.startswith("HTTP/1.1 413")
    assert nothing_is_kept(store)


def say_nothing(line: socket.socket) -> None:
    """Holds its tongue."""


def drip(line: socket.socket) -> None:
    """A byte now and then, for longer than all may take."""
    try:
        for _ in range(150):
            line.sendall(b"x")
            time.sleep(0.1)
    except ConnectionError:
        return


@pytest.mark.parametrize("go_on", [say_nothing, drip])
def test_a_body_that_does_not_come_in_time_is_given_up(store: Store, small: str, go_on: Callable[[socket.socket], None]) -> None:
    began = time.monotonic()
    with connection(small) as line:
        line.sendall(head(store, "Content-Length: 100000") + SLOT_PART + FILE[:-2] % b"")
        go_on(line)
        answer = answered(line)
    assert answer.startswith("HTTP/1.1 408")
    assert "too_slow" in answer
    assert time.monotonic() - began < 15
    assert nothing_is_kept(store)


def test_a_head_that_does_not_come_in_time_is_given_up(small: str) -> None:
    began = time.monotonic()
    with connection(small) as line:
        line.sendall(b"GET /healthz HTTP/1.1\r\nHo")
        assert answered(line) == ""
    assert time.monotonic() - began < 10


@pytest.mark.parametrize("said", [100_000, 300])
def test_a_body_of_another_length_than_was_said_is_not_taken(store: Store, small: str, said: int) -> None:
    with connection(small) as line:
        line.sendall(head(store, f"Content-Length: {said}") + SLOT_PART + FILE % SCAN + END)
        line.shutdown(socket.SHUT_WR)
        answer = answered(line)
    assert "HTTP/1.1 20" not in answer
    assert nothing_is_kept(store)


@pytest.mark.parametrize("length", ["-1", "x", "1e3", "9" * 5000, "10, 11"])
def test_a_length_that_is_none_is_refused(store: Store, small: str, length: str) -> None:
    with connection(small) as line:
        line.sendall(head(store, f"Content-Length: {length}") + SLOT_PART)
        assert answered(line).startswith(("HTTP/1.1 400", "HTTP/1.1 413"))


def test_a_client_that_leaves_amid_its_body_leaves_nothing_behind(store: Store, small: str) -> None:
    for number in range(5):
        with connection(small) as line:
            line.sendall(head(store, "Content-Length: 250000", name=f"raw{number}") + SLOT_PART + FILE[:-2] % SCAN)
    time.sleep(0.3)
    assert nothing_is_kept(store)
    with client_of(store, small) as portal:
        assert upload(portal).status_code == 202
