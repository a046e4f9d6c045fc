"""The documents as report.html shows them: each page's thumbnail with marks on it, and what was read, in words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from extractors.records import Field
from models.records import Box, Code, Seal
from pipeline.crops import Pictures
from pipeline.documents import Document, Page
from pipeline.links import in_words
from pipeline.redaction import SENSITIVE_FIELDS, Redactor
from pipeline.words import COLOURS, DEFECTS, FIELDS, MATERIALS, SHAPES, value_words

SURE, DOUBTFUL = 0.95, 0.8
"""Bands of confidence: at a glance, to be confirmed below the second (domain reference §13.3)."""


class Mark(NamedTuple):
    """A frame on a page: ``kind`` is field · seal · signature · code · look · info · attention · blocking."""

    kind: str
    title: str
    href: str
    box: Box


class PageView(NamedTuple):
    """``tall``: the page's height when it is 1000 wide, the unit of ``marks``' frames. ``picture`` None: not drawn."""

    anchor: str
    number: int
    picture: str | None
    tall: int
    marks: list[tuple[Mark, tuple[float, float, float, float]]]
    notes: list[str]


class Row(NamedTuple):
    """One thing read. ``sure``: sure · doubtful · unsure."""

    name: str
    value: str
    sure: str
    confidence: str
    page: int
    href: str


class DocumentView(NamedTuple):
    """One upload. ``note``: what is unusual about its type; ``problems``: why it could not be read."""

    anchor: str
    title: str
    file: str
    person: str
    note: str
    problems: list[str]
    pages: list[PageView]
    rows: list[Row]
    marked: bool


def document_views(
    documents: Sequence[Document], redactor: Redactor, pictures: Pictures, marks: dict[tuple[str, int], list[Mark]]
) -> list[DocumentView]:
    """One view for each document, in their order; ``marks`` of checks by file and page."""
    return [_view(f"d{number}", document, redactor, pictures, marks) for number, document in enumerate(documents)]


def _view(
    anchor: str, document: Document, redactor: Redactor, pictures: Pictures, marks: dict[tuple[str, int], list[Mark]]
) -> DocumentView:
    return DocumentView(
        anchor=anchor,
        title=MATERIALS.get(document.slot) or MATERIALS[document.type],
        file=redactor.text(document.file),
        person=redactor.text(document.person or ""),
        note=_type_note(document),
        problems=[redactor.text(problem.message) for problem in document.problems],
        pages=[
            _page(anchor, document, page, pictures, [*_own_marks(document, page), *marks.get((document.file, page.index), [])])
            for page in document.pages
        ],
        rows=[
            *_field_rows(anchor, document, redactor),
            *_seal_rows(anchor, document, redactor),
            *_signature_rows(anchor, document),
            *_code_rows(anchor, document, redactor),
        ],
        marked=any((document.file, page.index) in marks for page in document.pages),
    )


def _type_note(document: Document) -> str:
    if document.type == "unknown":
        return "未能识别材料类型" if document.pages else ""
    if document.slot and document.type != document.slot:
        return f"识别为{MATERIALS[document.type]}"
    return ""


def _page(anchor: str, document: Document, page: Page, pictures: Pictures, marks: Sequence[Mark]) -> PageView:
    drawn = pictures.pages.get((document.file, page.index))
    tall = round(1000 * page.height / max(page.width, 1))
    return PageView(
        anchor=f"{anchor}p{page.index}",
        number=page.index + 1,
        picture=drawn.uri if drawn else None,
        tall=max(tall, 1),
        marks=[(mark, _frame(mark.box, tall)) for mark in marks],
        notes=_page_notes(page),
    )


def _frame(box: Box, tall: int) -> tuple[float, float, float, float]:
    """x, y, width and height in thousandths of the page's width, a little outside of the print."""
    gap = 4
    return (
        round(box.x0 * 1000 - gap, 1),
        round(box.y0 * tall - gap, 1),
        round(max(box.width, 0) * 1000 + 2 * gap, 1),
        round(max(box.height, 0) * tall + 2 * gap, 1),
    )


def _page_notes(page: Page) -> list[str]:
    turned = [f"已转正 {page.rotation}°"] if page.rotation else []
    return [*(DEFECTS[defect] for defect in page.quality.defects), *([] if page.colour else ["黑白"]), *turned]


def _own_marks(document: Document, page: Page) -> list[Mark]:
    """Frames of what was read on the page; those of checks are drawn above them."""
    fields = [
        Mark("field", FIELDS.get(name, name), "", Box(*field.box))
        for name, field in document.fields.items()
        if field.page == page.index
    ]
    seals = [Mark("seal", "印章", "", Box(*seal.box)) for seal in document.seals if seal.page == page.index]
    signatures = [Mark("signature", "签字", "", Box(*one.box)) for one in document.signatures if one.page == page.index]
    codes = [Mark("code", "二维码", "", Box(*code.box)) for code in document.codes if code.page == page.index]
    return [*fields, *seals, *signatures, *codes]


def _field_rows(anchor: str, document: Document, redactor: Redactor) -> list[Row]:
    return [_field_row(anchor, name, field, redactor) for name, field in document.fields.items()]


def _field_row(anchor: str, name: str, field: Field, redactor: Redactor) -> Row:
    value = redactor.value(value_words(field.value), sensitive=name in SENSITIVE_FIELDS)
    if field.value is None:
        value = "长期" if field.text and field.confidence >= DOUBTFUL else "未能读出"
    repaired = "（已按校验位还原）" if field.repaired else ""
    return _row(anchor, FIELDS.get(name, name), value + repaired, field.confidence, field.page)


def _seal_rows(anchor: str, document: Document, redactor: Redactor) -> list[Row]:
    return [_row(anchor, "印章", redactor.text(_seal_words(seal)), seal.confidence, seal.page) for seal in document.seals]


def _seal_words(seal: Seal) -> str:
    """e.g. 北京某某有限公司 合同专用章（红色圆形章）"""
    look = f"{COLOURS.get(seal.colour, seal.colour)}{SHAPES[seal.shape]}"
    return f"{' '.join(part for part in (seal.name, seal.centre_text) if part) or '印文未能读出'}（{look}）"


def _signature_rows(anchor: str, document: Document) -> list[Row]:
    return [
        Row("签字", f"“{one.near}”处有签字", "sure", "", one.page + 1, f"#{anchor}p{one.page}") for one in document.signatures
    ]


def _code_rows(anchor: str, document: Document, redactor: Redactor) -> list[Row]:
    return [_code_row(anchor, code, redactor) for code in document.codes]


def _code_row(anchor: str, code: Code, redactor: Redactor) -> Row:
    """What the code holds, as words and never as a link."""
    words = "未能识读" if code.text is None else redactor.text(in_words(code.text))
    return Row("二维码", words or "（空）", "sure", "", code.page + 1, f"#{anchor}p{code.page}")


def _row(anchor: str, name: str, value: str, confidence: float, page: int) -> Row:
    sure = "sure" if confidence >= SURE else "doubtful" if confidence >= DOUBTFUL else "unsure"
    return Row(name, value, sure, f"{confidence:.0%}", page + 1, f"#{anchor}p{page}")
