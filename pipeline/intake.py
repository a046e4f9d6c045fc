"""An upload in, a document with its SHA-256 out; a file that cannot be read carries a problem that says what to do."""

from __future__ import annotations

import errno
import hashlib
import os
import stat
from pathlib import Path

from pipeline.documents import Document, Problem
from pipeline.formats import HEAD, is_ofd, name_of_other, tell_format
from pipeline.limits import Limits
from pipeline.uploads import Upload

ACCEPTED = "PDF、JPG、PNG、TIF、BMP、WEBP 或 HEIC"

FILE_MISSING = "申报表列出了该文件，但未收到文件本身，请补充上传"
NOT_A_FILE = "该名称不是普通文件（可能是文件夹或链接），系统不予读取，请直接上传扫描件"
EMPTY_FILE = "文件内容为空（0 字节），请检查后重新上传"
OFD = "暂不支持 OFD 文件，请在原平台下载 PDF 版，或用阅读器另存为 PDF 后重新上传"
UNREADABLE_FILE = "文件读取失败，请重新上传"

REFUSALS = frozenset(
    {"file_missing", "path_refused", "empty_file", "too_large", "ofd_not_supported", "unsupported_format", "broken_file"}
)
"""Problems after which there is nothing left to open."""


class Refusal(Exception):
    """A file that is not taken in, with the problem for the applicant. Never leaves this module."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(code)
        self.problem = Problem(code=code, message=message)


def receive(upload: Upload, limits: Limits) -> Document:
    """The upload as a document without pages. Never raises for what was uploaded."""
    document = Document(file=upload.file, slot=upload.slot, person=upload.person)
    problems = (upload.problem,) if upload.problem else ()
    if upload.path is None:
        problems = problems or (Problem(code="file_missing", message=FILE_MISSING),)
        return document.model_copy(update={"problems": problems})
    try:
        data = read_bytes(upload.path, limits)
    except Refusal as refusal:
        return document.model_copy(update={"problems": (*problems, refusal.problem)})
    found = format_problem(data)
    problems = (*problems, found) if found else problems
    return document.model_copy(update={"sha256": hashlib.sha256(data).hexdigest(), "problems": problems})


def is_refused(document: Document) -> bool:
    return any(problem.code in REFUSALS for problem in document.problems)


def read_bytes(path: Path, limits: Limits) -> bytes:
    """The bytes of a regular file. Links are not followed and a pipe is not waited for."""
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    try:
        with os.fdopen(os.open(path, flags), "rb") as file:
            check_size(os.fstat(file.fileno()), limits)
            data = file.read(limits.file_bytes + 1)
    except OSError as error:
        raise refusal_of(error) from error
    if not data:
        raise Refusal("empty_file", EMPTY_FILE)
    return data


def check_size(status: os.stat_result, limits: Limits) -> None:
    if not stat.S_ISREG(status.st_mode):
        raise Refusal("path_refused", NOT_A_FILE)
    if status.st_size > limits.file_bytes:
        raise Refusal("too_large", too_large(status.st_size, limits))


def too_large(size: int, limits: Limits) -> str:
    allowed = limits.file_bytes / 1e6
    return f"文件大小约 {size / 1e6:.0f} MB，超过上限 {allowed:.0f} MB，请降低扫描分辨率（建议 200～300 dpi）或拆分后重新上传"


def refusal_of(error: OSError) -> Refusal:
    if error.errno in {errno.ENOENT, errno.ENOTDIR, errno.ENAMETOOLONG}:
        return Refusal("file_missing", FILE_MISSING)
    if error.errno in {errno.ELOOP, errno.EMLINK, errno.EISDIR}:
        return Refusal("path_refused", NOT_A_FILE)
    return Refusal("broken_file", UNREADABLE_FILE)


def format_problem(data: bytes) -> Problem | None:
    """None for a format that is read; what the name says does not matter."""
    head = data[:HEAD]
    if tell_format(head) != "other":
        return None
    if is_ofd(data):
        return Problem(code="ofd_not_supported", message=OFD)
    message = f"上传的是{name_of_other(head)}，无法作为扫描件读取，请改传 {ACCEPTED} 格式的扫描件"
    return Problem(code="unsupported_format", message=message)
