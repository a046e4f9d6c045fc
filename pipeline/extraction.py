"""A typed document in, its field values out."""

from __future__ import annotations

from extractors.documents import FORMS
from extractors.finding import Paper, find_fields
from extractors.layout import PageLines
from pipeline.documents import Document


def extract_fields(document: Document) -> Document:
    """The document with the fields of its type; an unknown type has none."""
    form = FORMS.get(document.type)
    if form is None:
        return document
    pages = [PageLines(page.index, page.lines, page.height / max(1, page.width)) for page in document.pages]
    return document.model_copy(update={"fields": find_fields(Paper(form, pages, document.seals))})
