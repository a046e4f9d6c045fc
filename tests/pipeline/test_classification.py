"""Which paper a stranger's page is: every type in all its layouts, and papers of no type that we know."""

from __future__ import annotations

import pytest

from pipeline.classification import classify
from pipeline.documents import Document, Page, Quality
from tests.extractors.layouts import Paper
from tests.extractors.layouts.foreign import FOREIGN
from tests.extractors.papers import typed
from tests.extractors.test_layouts import PAPERS


def classified(*pages: str) -> Document:
    quality = Quality(sharpness=0.9, dpi=200)
    read = tuple(
        Page(index=index, width=1000, height=1414, quality=quality, lines=typed(text, index=index).lines)
        for index, text in enumerate(pages)
    )
    return classify(Document(file="扫描件.pdf", pages=read))


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: f"{paper.type}: {paper.name}")
def test_a_strangers_paper_is_known(paper: Paper) -> None:
    assert classified(*paper.pages).type == paper.type


@pytest.mark.parametrize("text", FOREIGN.values(), ids=FOREIGN.keys())
def test_a_paper_of_another_kind_is_unknown(text: str) -> None:
    assert classified(text).type == "unknown"
