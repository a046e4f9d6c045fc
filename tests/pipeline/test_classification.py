"""Which paper a stranger's page is: every type in all its layouts, and papers of no type that we know."""

from __future__ import annotations

import pytest

from models.records import Box, Line
from pipeline.classification import classify, titles_of
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


def test_the_cover_of_rules_is_no_sheet_of_pictures() -> None:
    cover = "远航（北京）电气设备有限公司\n杜德胜仪器仪表维修工技能大师工作室\n管理制度及工作职责\n二〇二四年七月三十日"
    assert classified(cover).type == "management_rules"


def test_a_title_set_in_two_lines_is_read_as_one() -> None:
    upper, lower = (line(text, x0, y0, 0.05) for text, x0, y0 in (("民办非企业单位", 0.3, 0.1), ("登记证书", 0.38, 0.17)))
    print_ = [
        line(text, 0.1, 0.4 + 0.03 * row, 0.02) for row, text in enumerate(("住所：旧桥路6号", "法定代表人：薛宛宁", "特发此证"))
    ]
    page = Page(index=0, width=1000, height=1414, quality=Quality(sharpness=0.9, dpi=200), lines=(upper, lower, *print_))
    assert "民办非企业单位登记证书" in titles_of(page, opens=True)
    assert classify(Document(file="扫描件.pdf", pages=(page,))).type == "business_license"


def line(text: str, x0: float, y0: float, height: float) -> Line:
    return Line(text=text, confidence=0.99, box=Box(x0, y0, x0 + 0.05 * len(text), y0 + height))
