"""What a file is, told from its first bytes and never from its name."""

from __future__ import annotations

import io
import zipfile
from typing import Literal

Format = Literal["pdf", "jpg", "png", "tif", "bmp", "webp", "heic", "ofd", "other"]

HEAD = 4096
"""Bytes that are looked at. Readers accept a PDF header within the first 1024 (PDF 1.7, appendix H.3.4.1)."""

SIGNATURES: tuple[tuple[int, bytes, Format], ...] = (
    (0, b"\xff\xd8\xff", "jpg"),
    (0, b"\x89PNG\r\n\x1a\n", "png"),
    (0, b"II*\x00", "tif"),
    (0, b"MM\x00*", "tif"),
    (0, b"II+\x00", "tif"),
    (0, b"MM\x00+", "tif"),
    (8, b"WEBP", "webp"),
)

HEIF_BRANDS = {b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"}

OTHERS: tuple[tuple[int, bytes, str], ...] = (
    (0, b"PK\x03\x04", "压缩包或 Word/Excel/WPS 文件"),
    (0, b"PK\x05\x06", "空的压缩包"),
    (0, b"Rar!", "RAR 压缩包"),
    (0, b"7z\xbc\xaf\x27\x1c", "7z 压缩包"),
    (0, b"\x1f\x8b", "压缩包"),
    (0, b"\xd0\xcf\x11\xe0", "旧版 Word/Excel/WPS 文件"),
    (0, b"{\\rtf", "RTF 文件"),
    (0, b"MZ", "可执行程序"),
    (0, b"\x7fELF", "可执行程序"),
    (0, b"#!", "脚本程序"),
    (0, b"GIF8", "GIF 动图"),
    (4, b"ftypavif", "AVIF 图片"),
    (4, b"ftyp", "视频"),
    (0, b"8BPS", "Photoshop 文件"),
    (0, b"AT&TFORM", "DjVu 文件"),
)

MARKUP = (b"<!doctype html", b"<html", b"<?xml", b"<svg")


def tell_format(head: bytes) -> Format:
    """``head``: the file's first HEAD bytes. A zip counts as ``other`` here; ``is_ofd`` tells which zips are OFD."""
    for offset, mark, name in SIGNATURES:
        if head[offset : offset + len(mark)] == mark:
            return name
    if head[4:8] == b"ftyp" and brands(head) & HEIF_BRANDS:
        return "heic"
    if is_bmp(head):
        return "bmp"
    return "pdf" if b"%PDF-" in head[:1024] else "other"


def brands(head: bytes) -> set[bytes]:
    """The brands of an ISO base media file: its major one, and the compatible ones behind it."""
    size = min(int.from_bytes(head[:4], "big"), 256)
    return {head[8:12]} | {head[at : at + 4] for at in range(16, size, 4)}


def is_bmp(head: bytes) -> bool:
    """``BM`` begins many a text; the size of the header behind it is one of a few."""
    return head[:2] == b"BM" and int.from_bytes(head[14:18], "little") in {12, 40, 52, 56, 64, 108, 124}


def is_ofd(data: bytes) -> bool:
    """GB/T 33190: a zip with OFD.xml at its root."""
    if data[:2] != b"PK":
        return False
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as parts:
            return "OFD.xml" in parts.namelist()
    except (zipfile.BadZipFile, ValueError, OverflowError, NotImplementedError):
        return False


def name_of_other(head: bytes) -> str:
    """A word for the applicant for what was uploaded instead of a scan."""
    for offset, mark, name in OTHERS:
        if head[offset : offset + len(mark)] == mark:
            return name
    if head.lstrip(b"\xef\xbb\xbf \t\r\n")[:20].lower().startswith(MARKUP):
        return "网页文件"
    return "未知格式的文件"
