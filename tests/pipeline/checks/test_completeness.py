"""Every page, every entry's proof, originals and not copies, nobody's contract who is not on the form; rules not postdated."""

from __future__ import annotations

from typing import Any

import pytest

from pipeline.documents import Document
from tests.pipeline.checks.dossiers import (
    MEMBERS,
    MINISTRY,
    UNIT,
    answers,
    clean_papers,
    contract,
    form,
    judged,
    made,
    page,
    paper,
    seal,
    with_fields,
    with_parts,
)

PAGES = [
    (("第 1 页 共 2 页", "第 2 页 共 2 页"), 0.97, "pass"),
    (("第一页，共二页", "第二页，共二页"), 0.97, "pass"),
    (("共2页 第1页", "共2页 第2页"), 0.97, "pass"),
    (("第1页（共3页）", "第3页（共3页）"), 0.97, "flag:attention"),
    (("第1页（共3页）", "第3页（共3页）"), 0.8, "cannot_tell:unreadable"),
    (("第1页（共2页）", "第2页（共8页）"), 0.97, "cannot_tell:unreadable"),
    (("第2页（共2页）", "第1页（共2页）"), 0.97, "flag:attention"),
    (("第1页 共2页", ""), 0.97, "pass"),
    (("第1页 共2页", "第2页 共2页", "第1页 共2页", "第2页 共2页"), 0.97, "pass"),
    (("第1页 共1页", "第1页 共2页", "第2页 共2页"), 0.97, "pass"),
    (("- 1 -", "- 2 -"), 0.97, "not_applicable"),
]


@pytest.mark.parametrize(("feet", "confidence", "answer"), PAGES)
def test_pages_that_are_numbered_out_of_a_whole_are_all_there(feet: tuple[str, ...], confidence: float, answer: str) -> None:
    pages = tuple(page(number, text=foot, confidence=confidence) for number, foot in enumerate(feet))
    checks = judged(with_parts(clean_papers(), "labor_contract", "李明", pages=pages))
    assert answers(checks, "material.pages_incomplete", "labor_contract") == [answer]


def test_pages_of_one_contract_may_come_in_several_files() -> None:
    first = contract(MEMBERS[0]).model_copy(update={"pages": (page(text="第1页 共2页"),), "file": "a.pdf", "sha256": "a"})
    second = contract(MEMBERS[0]).model_copy(update={"pages": (page(text="第2页 共2页"),), "file": "b.pdf", "sha256": "b"})
    others = [one for one in clean_papers() if one.person != "李明"]
    assert answers(judged([*others, first, second]), "material.pages_incomplete", "labor_contract") == ["pass"]


COPIES: list[tuple[dict[str, Any], Any, dict[str, Any], str]] = [
    ({}, MINISTRY, {}, "pass"),
    ({"seals": (seal(),)}, MINISTRY, {}, "flag:attention"),
    ({"seals": (seal(), seal(MINISTRY))}, MINISTRY, {}, "pass"),
    ({"seals": (seal(),)}, UNIT, {}, "pass"),
    ({"seals": (seal(),)}, f"{UNIT}人力资源部", {}, "pass"),
    ({"seals": (seal(),)}, made(MINISTRY, 0.6), {}, "cannot_tell:unreadable"),
    ({"seals": (seal(), seal(None))}, MINISTRY, {}, "not_applicable"),
    ({"seals": ()}, MINISTRY, {}, "not_applicable"),
    ({"seals": (seal(),)}, MINISTRY, {"unit__name": None}, "cannot_tell:not_on_form"),
]


@pytest.mark.parametrize(("parts", "issuer", "stated", "answer"), COPIES)
def test_a_certificate_with_the_units_seal_alone_may_be_a_copy(
    parts: dict[str, Any], issuer: Any, stated: dict[str, Any], answer: str
) -> None:
    papers = with_parts(with_fields(clean_papers(), "award_certificate", issuer=issuer), "award_certificate", **parts)
    assert answers(judged(papers, form(**stated)), "material.copy_suspected", "award_certificate") == [answer]


AWARDS = [{"honour": "北京市技术能手"}, {"honour": "首都劳动奖章"}]


def test_more_entries_than_papers_leave_one_without_proof() -> None:
    rule, slot = "material.entry_unproved", "award_certificate"
    checks = judged(None, form(awards=AWARDS))
    assert answers(checks, rule, slot) == ["flag:attention"]
    assert "首都劳动奖章" in next(check.message for check in checks if check.rule == rule and check.subject == slot)
    assert answers(judged(), rule, slot) == ["pass"]
    smudged = with_fields(clean_papers(), "award_certificate", honour=made(None, 0.1))
    assert answers(judged(smudged, form(awards=AWARDS)), rule, slot) == ["cannot_tell:unreadable"]
    assert answers(judged(None, form(awards=[])), rule, slot) == ["not_applicable"]
    both = with_parts(clean_papers(), slot, pages=(page(text="北京市技术能手\n首都劳动 奖章"),))
    assert answers(judged(both, form(awards=AWARDS)), rule, slot) == ["pass"]
    patents = [{"number": "ZL201710601862.3"}, {"number": "ZL201811234567.X"}]
    assert answers(judged(None, form(patents=patents)), rule, "patent_certificate") == ["flag:attention"]


def stranger(name: Any) -> Document:
    fields = {"employer_name": UNIT, "employee_name": name, "starts_on": "2020-01-01", "ends_on": "2028-12-31"}
    return paper("labor_contract", fields, file="stranger.pdf")


STRANGERS = [("孙悦", "flag:attention"), (made("孙悦", 0.8), "cannot_tell:unreadable"), ("李明", "pass")]


@pytest.mark.parametrize(("name", "answer"), STRANGERS)
def test_a_contract_of_somebody_who_is_not_on_the_form_is_shown(name: Any, answer: str) -> None:
    assert answers(judged([*clean_papers(), stranger(name)]), "team.contract_of_stranger") == [answer]


RULE_DATES = [
    ("发布日期：2026年1月20日", 0.97, "pass"),
    ("二〇二五年六月一日", 0.97, "pass"),
    ("自2026年3月1日起施行", 0.97, "not_applicable"),
    ("有效期至2028年12月31日", 0.97, "not_applicable"),
    ("发布日期：2025年6月1日\n实施日期：2026年3月1日", 0.97, "pass"),
    ("2026年1月21日", 0.97, "flag:info"),
    ("2026年1月21日", 0.8, "cannot_tell:unreadable"),
    ("各部门应于2027年1月1日以前完成全部归档工作", 0.97, "not_applicable"),
]


@pytest.mark.parametrize(("text", "confidence", "answer"), RULE_DATES)
def test_rules_are_issued_before_they_are_handed_in(text: str, confidence: float, answer: str) -> None:
    papers = with_parts(clean_papers(), "management_rules", pages=(page(text=text, confidence=confidence),))
    assert answers(judged(papers), "material.rules_postdated") == [answer]
