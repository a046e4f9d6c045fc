"""A page as its file holds it, and what is said when a file or a page cannot be read."""

from __future__ import annotations

from dataclasses import dataclass

from models.ocr import Image
from models.records import Line
from pipeline.documents import Problem

MESSAGES = {
    "encrypted_pdf": "该 PDF 设有打开密码，无法读取，请取消密码（另存为无密码的 PDF）后重新上传",
    "broken_file": "文件已损坏，无法打开，请重新扫描或重新导出后上传",
    "truncated_file": "文件不完整（上传或传输时可能中断），请重新上传完整文件",
    "too_many_pages": "文件页数过多，系统只读取前 {limit} 页，请拆分为多个文件或删去无关页后重新上传",
    "too_many_pixels": "图片尺寸过大（超过 {limit} 百万像素），系统不予读取，请以 200～300 dpi 重新扫描后上传",
    "page_unreadable": "该页无法读取，请重新扫描该页后上传",
    "took_too_long": "文件过于复杂，系统在限定时间内只读取了前 {limit} 页，请重新扫描为普通 PDF 或图片后上传",
    "active_content": "该 PDF 含有脚本或附件，系统未予执行和打开，只核对页面内容；附件中如有材料，请单独上传",
}

TOLD = 200
"""Characters of what a file says of its making that are kept."""


@dataclass(frozen=True)
class Original:
    """One page before it is straightened. ``rotation``: degrees clockwise that the file's own tag asked for, already done.
    ``dpi``: as the file states it, None when it does not say. ``words``: the PDF's own lines where they can be trusted;
    such a page is already straight, and its boxes hold for the picture as it is."""

    image: Image
    rotation: int = 0
    dpi: int | None = None
    words: tuple[Line, ...] = ()
    drawn: bool = False
    """Drawn by a program, not scanned: straight, and on no desk."""


def problem(code: str, *, page: int | None = None, limit: int | None = None) -> Problem:
    return Problem(code=code, message=MESSAGES[code].format(limit=limit), page=page)
