"""Intake: every kind of file a portal may hand over becomes a document, never an exception."""

from __future__ import annotations

import hashlib
import io
import os
import zipfile
from pathlib import Path

import pillow_heif
import pytest
from PIL import Image

from pipeline.documents import Problem
from pipeline.formats import tell_format
from pipeline.intake import is_refused, receive
from pipeline.limits import Limits
from pipeline.uploads import Upload

LIMITS = Limits(file_bytes=100_000)


def upload(path: Path | None, *, problem: Problem | None = None) -> Upload:
    return Upload(file="材料.pdf", path=path, slot="labor_contract", person="张三", problem=problem)


def written(folder: Path, data: bytes, name: str = "材料.pdf") -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def picture(form: str) -> bytes:
    buffer = io.BytesIO()
    image = Image.new("RGB", (40, 30), "white")
    if form == "HEIF":
        pillow_heif.from_pillow(image).save(buffer)
    else:
        image.save(buffer, form)
    return buffer.getvalue()


def archive(*names: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as parts:
        for name in names:
            parts.writestr(name, "x")
    return buffer.getvalue()


FORMATS = {"JPEG": "jpg", "PNG": "png", "TIFF": "tif", "BMP": "bmp", "WEBP": "webp", "HEIF": "heic", "PDF": "pdf"}


@pytest.mark.parametrize(("form", "name"), FORMATS.items())
def test_every_accepted_format_is_told_by_content_whatever_its_name(tmp_path: Path, form: str, name: str) -> None:
    data = picture(form)
    document = receive(upload(written(tmp_path, data, "mislabelled.exe")), LIMITS)
    assert tell_format(data) == name
    assert document.problems == ()
    assert document.sha256 == hashlib.sha256(data).hexdigest()
    assert (document.file, document.slot, document.person) == ("材料.pdf", "labor_contract", "张三")


REFUSED = {
    "empty": (b"", "empty_file", "0 字节"),
    "too large": (b"%PDF-1.7" + bytes(100_000), "too_large", "MB"),
    "ofd": (archive("OFD.xml", "Doc_0/Document.xml"), "ofd_not_supported", "PDF"),
    "word": (archive("[Content_Types].xml", "word/document.xml"), "unsupported_format", "Word"),
    "broken zip": (b"PK\x03\x04 and nothing else", "unsupported_format", "压缩包"),
    "old word": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(64), "unsupported_format", "Word"),
    "program": (b"MZ\x90\x00" + bytes(64), "unsupported_format", "可执行程序"),
    "web page": (b"\xef\xbb\xbf <!DOCTYPE html><html></html>", "unsupported_format", "网页"),
    "video": (b"\x00\x00\x00\x18ftypmp42\x00\x00\x00\x00isommp42", "unsupported_format", "视频"),
    "gif": (b"GIF89a" + bytes(64), "unsupported_format", "GIF"),
    "text": ("BM 是一家公司，不是位图".encode(), "unsupported_format", "未知格式"),
}


@pytest.mark.parametrize(("data", "code", "word"), REFUSED.values(), ids=REFUSED)
def test_a_file_that_is_no_scan_is_refused_with_advice(tmp_path: Path, data: bytes, code: str, word: str) -> None:
    document = receive(upload(written(tmp_path, data)), LIMITS)
    assert [problem.code for problem in document.problems] == [code]
    assert word in document.problems[0].message
    assert "请" in document.problems[0].message
    assert is_refused(document)


def test_a_pdf_with_junk_before_its_header_is_a_pdf() -> None:
    assert tell_format(b"\r\nHTTP/1.1 200 OK\r\n\r\n%PDF-1.4\n") == "pdf"


def test_a_missing_file_is_a_problem_and_not_an_exception(tmp_path: Path) -> None:
    assert [p.code for p in receive(upload(None), LIMITS).problems] == ["file_missing"]
    assert [p.code for p in receive(upload(tmp_path / "absent.pdf"), LIMITS).problems] == ["file_missing"]


def test_the_form_readers_own_refusal_is_kept() -> None:
    refused = Problem(code="path_refused", message="请改用普通文件名")
    assert receive(upload(None, problem=refused), LIMITS).problems == (refused,)


def test_a_wrong_slot_does_not_keep_a_file_from_being_read(tmp_path: Path) -> None:
    slot = Problem(code="unknown_slot", message="请改传")
    document = receive(upload(written(tmp_path, picture("PNG")), problem=slot), LIMITS)
    assert document.problems == (slot,)
    assert document.sha256
    assert not is_refused(document)


@pytest.mark.skipif(os.name == "nt", reason="links and pipes are POSIX")
def test_links_folders_and_pipes_are_never_opened(tmp_path: Path) -> None:
    link, pipe = tmp_path / "link.pdf", tmp_path / "pipe.pdf"
    link.symlink_to(written(tmp_path, picture("PNG")))
    os.mkfifo(pipe)
    for path in (link, pipe, tmp_path):
        document = receive(upload(path), LIMITS)
        assert [problem.code for problem in document.problems] == ["path_refused"]
        assert document.sha256 == ""
