"""QR codes: what they hold against the print of their page, and where they lead. Hostile ones change nothing but their answer."""

from __future__ import annotations

from typing import Any

import pytest

from models.records import Box, Code
from pipeline.checks import Check
from tests.pipeline.checks.dossiers import LEADER, NUMBER, UNIT, USCC, answers, clean_papers, judged, made, page, with_fields
from tests.pipeline.checks.dossiers import with_parts as with_parts_of

PLACE = Box(0.1, 0.8, 0.2, 0.9)
OTHER_USCC = "91110302MAC957580D"
OTHER_NUMBER = "Y000011000123232000999"
OSTA = "http://jndj.osta.org.cn/#/cert?no="
GSXT = "http://www.gsxt.gov.cn/index.html?uniscid="


def coded(slot: str, *texts: str | None, on: int = 0, fields: dict[str, Any] | None = None, **parts: Any) -> list[Check]:
    """The clean application with codes on one of its papers, judged."""
    codes = tuple(Code(page=on, box=PLACE, text=text) for text in texts)
    return judged(with_fields(with_parts_of(clean_papers(), slot, codes=codes, **parts), slot, **(fields or {})))


LICENCE = [
    ((), "not_applicable"),
    ((None,), "not_applicable"),
    ((GSXT + USCC,), "pass"),
    ((GSXT + OTHER_USCC,), "flag:attention"),
    ((GSXT + USCC, GSXT + OTHER_USCC), "flag:attention"),
    (("http://www.gsxt.gov.cn/query?uuid=sacFTByv4eZqk_WBVf8zjd8mdLi61Xi0",), "not_applicable"),
    (("http://www.gsxt.gov.cn/9111040MAD12345701",), "not_applicable"),
    ((f"统一社会信用代码：{USCC}；名称：{UNIT}",), "pass"),
    ((f"统一社会信用代码：{USCC}；名称：上海另一家贸易有限公司",), "flag:attention"),
    ((f"http://www.gsxt.gov.cn/?%E5%90%8D%E7%A7%B0={UNIT}",), "pass"),
]


@pytest.mark.parametrize(("texts", "answer"), LICENCE)
def test_what_the_licences_code_holds(texts: tuple[str | None, ...], answer: str) -> None:
    assert answers(coded("business_license", *texts), "authenticity.code_mismatch", "unit") == [answer]


CERTIFICATE = [
    ((OSTA + NUMBER,), {}, "pass"),
    ((OSTA + NUMBER.lower(),), {}, "pass"),
    ((OSTA + OTHER_NUMBER,), {}, "flag:attention"),
    ((OSTA + OTHER_NUMBER,), {"certificate_number": made(NUMBER, 0.6)}, "cannot_tell:unreadable"),
    ((OSTA + OTHER_NUMBER,), {"certificate_number": made(None, 0.1)}, "cannot_tell:unreadable"),
    ((OSTA + OTHER_NUMBER,), {"certificate_number": ...}, "not_applicable"),
    ((f"姓名：张建国，证书编号：{NUMBER}",), {}, "pass"),
    (("姓名：孙某某",), {}, "flag:attention"),
    ((LEADER["id_number"],), {}, "pass"),
    (("110115198506071239",), {}, "flag:attention"),
    (("http://jndj.osta.org.cn/q/8f14e45fceea167a5a36dedd4bea2543",), {}, "not_applicable"),
]


@pytest.mark.parametrize(("texts", "fields", "answer"), CERTIFICATE)
def test_what_the_leaders_certificates_code_holds(texts: tuple[str, ...], fields: dict[str, Any], answer: str) -> None:
    checks = coded("skill_certificate", *texts, fields=fields)
    assert answers(checks, "authenticity.code_mismatch", "leader") == [answer]


def test_a_number_that_stands_elsewhere_on_the_page_is_the_pages_own() -> None:
    pages = (page(text=f"证书编号 {OTHER_NUMBER[:8]} {OTHER_NUMBER[8:]}"),)
    checks = coded("skill_certificate", OSTA + OTHER_NUMBER, pages=pages)
    assert answers(checks, "authenticity.code_mismatch", "leader") == ["pass"]


def test_a_code_is_not_held_against_another_page() -> None:
    checks = coded("skill_certificate", OSTA + OTHER_NUMBER, on=1, pages=(page(0), page(1)))
    assert answers(checks, "authenticity.code_mismatch", "leader") == ["not_applicable"]


def test_a_flag_shows_the_code_and_the_print_and_masks_the_id_number() -> None:
    [flag] = [
        check for check in coded("skill_certificate", "110115198506071239") if check.rule == "authenticity.code_mismatch"
        and check.status == "flag"
    ]  # fmt: skip
    assert flag.evidence[0].box == PLACE
    assert len(flag.evidence) == 2
    assert LEADER["id_number"] not in flag.message
    assert "110115198506071239" not in flag.message


HOSTS = [
    ("business_license", "unit", GSXT + USCC, "pass"),
    ("business_license", "unit", "https://www.sgs.gov.cn/notice?uuid=9DfasM8", "pass"),
    ("business_license", "unit", "http://www.gsxt.gov.cn.example.com/" + USCC, "flag:attention"),
    ("business_license", "unit", USCC, "not_applicable"),
    ("skill_certificate", "leader", OSTA + NUMBER, "pass"),
    ("skill_certificate", "leader", "http://jndj.osta.org.cn.example.com/" + NUMBER, "flag:attention"),
    ("skill_certificate", "leader", "http://jndj.osta.org.cn@example.com/" + NUMBER, "flag:attention"),
    ("skill_certificate", "leader", "https://cert.skills-centre.example/" + NUMBER, "flag:info"),
    ("skill_certificate", "leader", "javascript:alert(1)", "flag:attention"),
    ("skill_certificate", "leader", "file:///etc/passwd", "flag:attention"),
    ("patent_certificate", "patent_certificate", "https://www.cnipa.gov.cn/c?4703786", "pass"),
    ("patent_certificate", "patent_certificate", "https://cnipa-gov.cn/c?4703786", "flag:attention"),
]


@pytest.mark.parametrize(("slot", "subject", "text", "answer"), HOSTS)
def test_where_a_code_leads(slot: str, subject: str, text: str, answer: str) -> None:
    assert answers(coded(slot, text), "authenticity.code_host", subject) == [answer]


def test_codes_of_other_papers_may_lead_anywhere() -> None:
    before = judged()
    checks = coded("award_certificate", "http://example.com/award")
    assert [(check.rule, check.status) for check in checks] == [(check.rule, check.status) for check in before]


@pytest.mark.parametrize(
    "text", ["<script>alert(1)</script>", "/etc/passwd", "C:\\x.exe", "%00%1b%zz", "名称：" * 300, "9" * 1000, "{{7*7}}"]
)
def test_a_hostile_text_raises_nothing(text: str) -> None:
    checks = coded("business_license", text)
    assert answers(checks, "authenticity.code_host", "unit") == ["not_applicable"]
    assert not any(text in check.message for check in checks)
