"""Documents over HTTP: each file is taken in once, durably, and told about; its reading and its pages go out."""

from __future__ import annotations

import hashlib
import io
import struct
import zlib
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import httpx
import pytest
from PIL import Image as Picture

from pipeline.store.store import Store
from pipeline.uploads import SLOTS
from tests.pipeline.api.portal import APPLICATION, DOCUMENTS, FORM, SCAN, SLOT, client_of, problem, served, upload, work
from tests.service.papers import paper


def test_a_file_is_on_disk_under_its_digest_when_it_is_accepted(portal: httpx.Client, store: Store) -> None:
    answer = upload(portal, person="张三")
    assert answer.status_code == 202
    told = answer.json()
    digest = hashlib.sha256(SCAN).hexdigest()
    assert (told["state"], told["slot"], told["person"], told["file"]) == ("received", SLOT, "张三", "a.png")
    assert (told["sha256"], told["size"], told["attempts"]) == (digest, len(SCAN), 0)
    assert store.files.get(digest) == SCAN
    assert portal.get(f"{DOCUMENTS}/{told['id']}").json() == told
    assert portal.get(DOCUMENTS).json() == [told]


def test_every_slot_takes_files(portal: httpx.Client) -> None:
    assert [upload(portal, slot=slot).status_code for slot in SLOTS] == [202] * len(SLOTS)


def test_the_same_file_again_is_the_same_document_and_starts_nothing_twice(portal: httpx.Client, store: Store) -> None:
    first = upload(portal)
    again = upload(portal, name="copy.png")
    assert (first.status_code, again.status_code) == (202, 200)
    assert again.json() == first.json()
    work(store)
    read = upload(portal)
    assert (read.status_code, read.json()["id"], read.json()["state"]) == (200, first.json()["id"], "read")
    assert store.uploads.claim("w") is None
    revision = portal.get(APPLICATION).json()["application"]["revision"]
    assert revision == 1


def test_the_same_file_for_another_slot_or_person_is_another_document(portal: httpx.Client) -> None:
    answers = [
        upload(portal),
        upload(portal, person="张三"),
        upload(portal, person="李四"),
        upload(portal, slot="labor_contract"),
    ]
    assert [answer.status_code for answer in answers] == [202] * 4
    assert len({answer.json()["id"] for answer in answers}) == 4


def test_the_same_file_at_the_same_time_from_many_is_taken_once(database: str, tmp_path: Path) -> None:
    store = Store(tmp_path / "service", database=database)
    with served(store) as address, client_of(store, address) as portal:

        def hand_over(number: int) -> httpx.Response:
            return upload(portal, paper(number % 2))

        with ThreadPoolExecutor(8) as pool:
            answers = list(pool.map(hand_over, range(24)))
        assert sorted(answer.status_code for answer in answers) == [200] * 22 + [202] * 2
        assert len({answer.json()["id"] for answer in answers}) == len(portal.get(DOCUMENTS).json()) == 2
        assert portal.get(APPLICATION).json()["application"]["revision"] == 2


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("../../etc/passwd", "passwd"),
        ("..\\..\\windows\\system.ini", "system.ini"),
        ("C:\\scans\\合同.pdf", "合同.pdf"),
        ("/", "upload"),
        ("..", ".."),
        ("", "upload"),
        ("a\x1b[2J\x85\x7fb.pdf", "a[2Jb.pdf"),
        ("txt.\u202efdp.exe", "txt.fdp.exe"),
        ("长" * 500 + ".pdf", "长" * 116 + ".pdf"),
        ("~root", "~root"),
    ],
)
def test_a_name_is_only_shown_and_leads_nowhere(store: Store, portal: httpx.Client, name: str, shown: str) -> None:
    before = {file.parent for file in store.folder.rglob("*")}
    answer = upload(portal, name=name)
    if name:
        assert (answer.status_code, answer.json()["file"]) == (202, shown)
    else:
        assert problem(answer) == (422, "request_unusable")  # without a name it is no file
    kept = {file.parent.relative_to(store.folder).parts[0] for file in store.folder.rglob("*") if file.parent not in before}
    assert kept <= {"objects"}


def test_files_of_one_name_and_other_content_are_told_apart(portal: httpx.Client) -> None:
    names = [upload(portal, paper(number)).json()["file"] for number in range(3)]
    assert names == ["a.png", "a (2).png", "a (3).png"]


def test_a_replaced_document_is_gone_and_the_new_one_has_an_id_of_its_own(portal: httpx.Client) -> None:
    first = upload(portal).json()["id"]
    replaced = upload(portal, paper(2), name="b.png", instead_of=first)
    assert replaced.status_code == 202
    assert [one["id"] for one in portal.get(DOCUMENTS).json()] == [replaced.json()["id"]]
    assert problem(portal.get(f"{DOCUMENTS}/{first}")) == (404, "no_such_document")
    assert problem(upload(portal, paper(3), instead_of=first)) == (404, "no_such_document")
    same = upload(portal, paper(2), name="b.png", instead_of=replaced.json()["id"])
    assert (same.status_code, same.json()) == (200, replaced.json())


def test_a_withdrawn_document_is_read_no_more_and_may_come_again(portal: httpx.Client, store: Store) -> None:
    first = upload(portal).json()["id"]
    assert portal.delete(f"{DOCUMENTS}/{first}").status_code == 204
    assert portal.get(DOCUMENTS).json() == []
    assert store.uploads.claim("w") is None
    assert problem(portal.delete(f"{DOCUMENTS}/{first}")) == (404, "no_such_document")
    again = upload(portal)
    assert (again.status_code, again.json()["id"] != first) == (202, True)


def test_a_read_document_shows_its_reading_and_its_pages(portal: httpx.Client, store: Store) -> None:
    address = f"{DOCUMENTS}/{upload(portal).json()['id']}"
    for part in ("reading", "pages/0"):
        assert problem(portal.get(f"{address}/{part}")) == (409, "not_read")
    work(store)
    assert portal.get(address).json()["state"] == "read"
    reading = portal.get(f"{address}/reading").json()
    assert (reading["file"], reading["slot"], len(reading["pages"])) == ("a.png", SLOT, 1)
    assert str(store.folder) not in str(reading)
    picture = portal.get(f"{address}/pages/0")
    assert picture.headers["content-type"] == "image/jpeg"
    size = (reading["pages"][0]["width"], reading["pages"][0]["height"])
    assert Picture.open(io.BytesIO(picture.content)).size == size
    assert problem(portal.get(f"{address}/pages/1")) == (404, "no_such_page")


def test_a_page_is_a_number(portal: httpx.Client) -> None:
    address = f"{DOCUMENTS}/{upload(portal).json()['id']}"
    for page in ("-1", "x", "1.5", "9" * 30, "0x0", "%00"):
        assert problem(portal.get(f"{address}/pages/{page}")) == (422, "request_unusable")


def test_an_id_that_no_document_can_have_is_refused(portal: httpx.Client) -> None:
    upload(portal)
    for document in ("x", "0" * 31, "G" * 32, "0" * 32 + "%0A", "%00", "'", "٣" * 32):
        assert problem(portal.get(f"{DOCUMENTS}/{document}/reading")) == (422, "request_unusable")
        assert problem(portal.delete(f"{DOCUMENTS}/{document}")) == (422, "request_unusable")
    assert len(portal.get(DOCUMENTS).json()) == 1


def test_an_application_begins_with_its_first_document_and_takes_its_form_later(portal: httpx.Client) -> None:
    upload(portal)
    assert portal.get(APPLICATION).json()["application"]["state"] == "reading"
    assert portal.put(APPLICATION, json=FORM).status_code == 200


def huge_picture() -> bytes:
    """A PNG of 50 kB with 3,600 million pixels."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = chunk(b"IHDR", struct.pack(">IIBBBBB", 60_000, 60_000, 8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + header + chunk(b"IDAT", zlib.compress(bytes(50_000_000))) + chunk(b"IEND", b"")


def huge_drawing() -> bytes:
    """A PDF of a few kB whose page is as wide as a country and whose drawing is 100 MB, packed twice."""
    drawing = zlib.compress(zlib.compress(b"0 0 m " * 16_000_000))
    return b"%PDF-1.4\n" + b"".join(
        [
            b"1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj ",
            b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9e9 9e9]/Contents 4 0 R>>endobj ",
            f"4 0 obj<</Length {len(drawing)}/Filter[/FlateDecode/FlateDecode]>>stream\n".encode(),
            drawing,
            b"\nendstream endobj\ntrailer<</Root 1 0 R>>\n%%EOF",
        ]
    )


@pytest.mark.parametrize("bomb", [huge_picture, huge_drawing])
def test_a_small_file_that_would_be_huge_is_taken_in_and_ends_with_a_problem(
    portal: httpx.Client, store: Store, bomb: Callable[[], bytes]
) -> None:
    answer = upload(portal, bomb())
    assert answer.status_code == 202
    work(store)
    document = f"{DOCUMENTS}/{answer.json()['id']}"
    assert portal.get(document).json()["state"] == "read"
    assert portal.get(f"{document}/reading").json()["problems"]
