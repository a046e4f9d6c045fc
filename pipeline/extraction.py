"""A typed document in, its field values out."""

from __future__ import annotations

from collections.abc import Sequence

from extractors.declaration import DocumentForm
from extractors.documents import FORMS
from extractors.finding import find_fields
from extractors.layout import PageLines
from extractors.paper import Paper
from models.records import Seal
from pipeline.documents import Document, Page


def extract_fields(document: Document) -> Document:
    """The document with the fields of its type; an unknown type has none."""
    form = FORMS.get(document.type)
    if form is None:
        return document
    return document.model_copy(update={"fields": find_fields(paper_of(form, document.pages, document.seals, document.person))})


def paper_of(form: DocumentForm, pages: Sequence[Page], seals: Sequence[Seal], person: str | None = None) -> Paper:
    """What the fields are looked for on: the pages' lines with the seals upon them."""
    return Paper(form, [PageLines(page.index, page.lines, aspect(page)) for page in pages], seals, person)


def aspect(page: Page) -> float:
    """Height over width of the page, or of the region of it that is looked at."""
    whole = page.height / max(1, page.width)
    return whole * page.region.height / page.region.width if page.region else whole
