"""Seals and signatures: missing, another's, for another purpose, and unreadable ones that accuse nobody."""

from __future__ import annotations

from typing import Any

import pytest

from models.records import Signature
from pipeline.documents import SignaturePlace
from tests.pipeline.checks.dossiers import BOX, UNIT, answers, clean_papers, form, judged, page, seal, with_fields, with_parts

MISSING = [
    ("commitment_letter", {}, "flag:blocking"),
    ("site_photos", {}, "flag:blocking"),
    ("labor_contract", {}, "flag:attention"),
    ("skill_certificate", {}, "flag:attention"),
    ("award_certificate", {}, "flag:attention"),
    ("commitment_letter", {"pages": (page(colour=False),)}, "cannot_tell:unreadable"),
    ("commitment_letter", {"pages": (page(defects=["faint"]),)}, "cannot_tell:unreadable"),
    ("commitment_letter", {"pages": (page(), page(1, defects=["cut_off"]))}, "cannot_tell:unreadable"),
    ("commitment_letter", {"pages": (page(), page(1, colour=False))}, "flag:blocking"),
    ("commitment_letter", {"unread_stamps": (0,)}, "cannot_tell:unreadable"),
    ("commitment_letter", {"pages": ()}, "cannot_tell:unreadable"),
    ("skill_certificate", {"pages": (page(source="text_layer"),)}, "not_applicable"),
    ("commitment_letter", {"pages": (page(source="text_layer"),)}, "flag:blocking"),
]


@pytest.mark.parametrize(("slot", "parts", "answer"), MISSING)
def test_a_seal_is_missing_only_from_pages_that_would_show_it(slot: str, parts: dict[str, Any], answer: str) -> None:
    checks = judged(with_parts(clean_papers(), slot, seals=(), **parts))
    assert set(answers(checks, "material.seal_missing", slot)) == {answer}


PLAQUE = "张建国 同志\n首席工匠\n北京市大兴区总工会\n2020.5.1"
SITE = "技能人才评价证书联网查询\n首页>证书查询>查询结果\n姓名：李明\n证书编号：S000011000000202300001"
UNSTAMPED = [
    ("award_certificate", PLAQUE, "cannot_tell:unreadable"),
    ("award_certificate", "荣誉证书\n" + PLAQUE, "flag:attention"),
    ("award_certificate", PLAQUE + "\n授予称号，特发此证。", "flag:attention"),
    ("award_certificate", PLAQUE + "\n（盖章）", "flag:attention"),
    ("skill_certificate", PLAQUE, "flag:attention"),
    ("skill_certificate", SITE, "cannot_tell:unreadable"),
    ("skill_certificate", "职业技能等级证书\n姓名：李明\n证书查询网址：http://jndj.osta.org.cn", "flag:attention"),
    ("bank_account", "某某银行企业网上银行\n欢迎您，李明\n账户详情\n账号\n0200001234567890123", "cannot_tell:unreadable"),
    ("bank_account", "银行账户信息\n账号：0200001234567890123\n单位（公章）", "flag:blocking"),
]


@pytest.mark.parametrize(("slot", "text", "answer"), UNSTAMPED)
def test_no_seal_is_missed_on_what_bears_no_ink(slot: str, text: str, answer: str) -> None:
    checks = judged(with_parts(clean_papers(), slot, seals=(), pages=(page(text=text),)))
    assert set(answers(checks, "material.seal_missing", slot)) == {answer}


BANK = "中国工商银行股份有限公司北京亦庄支行"


@pytest.mark.parametrize(
    ("slot", "seals", "answer"),
    [
        ("bank_account", (seal(BANK),), "cannot_tell:unreadable"),
        ("bank_account", (seal(BANK), seal(UNIT)), "pass"),
        ("bank_account", (seal(BANK), seal("上海浦江建筑工程集团有限公司")), "flag:attention"),
        ("site_photos", (seal(BANK),), "flag:attention"),
    ],
)
def test_a_banks_seal_on_its_own_paper_is_not_anothers(slot: str, seals: tuple[Any, ...], answer: str) -> None:
    assert answers(judged(with_parts(clean_papers(), slot, seals=seals)), "material.seal_mismatch", slot) == [answer]


def test_a_licence_needs_no_seal() -> None:
    checks = judged(with_parts(clean_papers(), "business_license", seals=()))
    assert answers(checks, "material.seal_missing", "business_license") == []


OTHER = "上海浦江建筑工程集团有限公司"
NAMES = [
    ((seal(UNIT),), "pass"),
    ((seal("北京测试精密机械有限公"),), "pass"),
    ((seal("测试精密机械有限公司"),), "pass"),
    ((seal("北京测试精密机械有限公同"),), "cannot_tell:unreadable"),
    ((seal(OTHER),), "flag:attention"),
    ((seal(OTHER, confidence=0.7),), "cannot_tell:unreadable"),
    ((seal(None, confidence=0.2),), "cannot_tell:unreadable"),
    ((seal(OTHER), seal(None, confidence=0.2)), "cannot_tell:unreadable"),
    ((seal(OTHER), seal(UNIT)), "pass"),
    ((seal("有限公司"),), "flag:attention"),
    ((seal("业务清讫"),), "not_applicable"),
    ((), "not_applicable"),
]


@pytest.mark.parametrize(("seals", "answer"), NAMES)
def test_one_seal_with_the_units_name_will_do(seals: tuple[Any, ...], answer: str) -> None:
    assert answers(judged(with_parts(clean_papers(), "bank_account", seals=seals)), "material.seal_mismatch", "bank_account") == [
        answer
    ]


KINDS = [
    ("commitment_letter", (seal(UNIT, "合同专用章"),), "flag:attention"),
    ("commitment_letter", (seal(UNIT, "合同专用章"), seal(UNIT, "财务专用章")), "flag:attention"),
    ("commitment_letter", (seal(UNIT + "人事部"),), "flag:attention"),
    ("commitment_letter", (seal(UNIT, "合同专用章", 0.6),), "cannot_tell:unreadable"),
    ("commitment_letter", (seal(UNIT, "一二三四"),), "cannot_tell:unreadable"),
    ("commitment_letter", (seal(None, confidence=0.2),), "cannot_tell:unreadable"),
    ("commitment_letter", (seal(UNIT, "合同专用章"), seal(None, confidence=0.2)), "cannot_tell:unreadable"),
    ("commitment_letter", (seal(UNIT, "合同专用章"), seal(UNIT)), "pass"),
    ("commitment_letter", (seal(UNIT, "公章"),), "pass"),
    ("commitment_letter", (), "not_applicable"),
    ("management_rules", (seal(UNIT, "发票专用章"),), "flag:attention"),
    ("site_photos", (seal(UNIT, "人力资源专用章"),), "flag:attention"),
    ("bank_account", (seal(UNIT, "财务专用章"),), "pass"),
    ("bank_account", (seal(UNIT, "合同专用章"),), "flag:attention"),
    ("bank_account", (seal("测试银行股份有限公司北京支行", "业务专用章"),), "not_applicable"),
]


@pytest.mark.parametrize(("slot", "seals", "answer"), KINDS)
def test_a_seal_for_another_purpose_is_not_the_official_one(slot: str, seals: tuple[Any, ...], answer: str) -> None:
    checks = judged(with_parts(clean_papers(), slot, seals=seals))
    assert answers(checks, "material.seal_wrong_kind", slot) == [answer]


def test_a_contract_may_bear_a_seal_for_contracts() -> None:
    checks = judged(with_parts(clean_papers(), "labor_contract", seals=(seal(UNIT, "合同专用章"),)))
    assert set(answers(checks, "material.seal_mismatch", "labor_contract")) == {"pass"}
    assert answers(checks, "material.seal_wrong_kind", "labor_contract") == []


def test_a_seal_of_the_wrong_kind_is_shown_with_its_place() -> None:
    checks = judged(with_parts(clean_papers(), "commitment_letter", seals=(seal(UNIT, "合同专用章"),)))
    check = next(one for one in checks if one.rule == "material.seal_wrong_kind" and one.subject == "commitment_letter")
    assert (check.found, [one.box for one in check.evidence]) == ("合同专用章", [BOX])
    assert "不是单位公章" in check.message


def test_an_issuers_seal_is_not_compared_with_the_unit() -> None:
    checks = judged(with_parts(clean_papers(), "award_certificate", seals=(seal(OTHER),)))
    assert answers(checks, "material.seal_mismatch", "award_certificate") == ["not_applicable"]


def test_another_employers_own_seal_is_a_matter_of_the_employer() -> None:
    papers = with_fields(clean_papers(), "labor_contract", "李明", employer_name=OTHER)
    checks = judged(with_parts(papers, "labor_contract", "李明", seals=(seal(OTHER),)))
    assert "flag:attention" not in answers(checks, "material.seal_mismatch", "labor_contract")
    assert answers(checks, "contract.employer_mismatch", "李明") == ["flag:attention"]


def test_a_strange_seal_on_the_units_contract_is_flagged() -> None:
    checks = judged(with_parts(clean_papers(), "labor_contract", "李明", seals=(seal(OTHER),)))
    assert sorted(answers(checks, "material.seal_mismatch", "labor_contract")) == ["flag:attention", "pass", "pass", "pass"]


def test_a_seal_is_left_open_when_the_form_names_no_unit() -> None:
    checks = judged(None, form(unit__name=None))
    assert answers(checks, "material.seal_mismatch", "site_photos") == ["cannot_tell:not_on_form"]


def test_a_square_name_seal_is_no_official_seal() -> None:
    square = seal("陈志远印").model_copy(update={"shape": "square"})
    checks = judged(with_parts(clean_papers(), "commitment_letter", seals=(square,)))
    assert answers(checks, "material.seal_missing", "commitment_letter") == ["flag:blocking"]
    checks = judged(with_parts(clean_papers(), "commitment_letter", seals=(square, seal(UNIT))))
    assert answers(checks, "material.seal_mismatch", "commitment_letter") == ["pass"]


def sign(near: str) -> tuple[Signature, ...]:
    return (Signature(page=0, box=BOX, near=near),)


def place(near: str, state: Any) -> SignaturePlace:
    return SignaturePlace(page=0, box=BOX, near=near, state=state)


PLACES = [
    ("commitment_letter", [place("法定代表人（签字）", "empty")], "flag:blocking"),
    ("labor_contract", [place("乙方（签字）", "empty")], "flag:attention"),
    ("labor_contract", [place("甲方（签字）", "empty")], "cannot_tell:unreadable"),
    ("commitment_letter", [place("法定代表人（签字）", "unclear")], "cannot_tell:unreadable"),
    ("commitment_letter", [place("法定代表人（签字）", "empty"), place("承诺人", "unclear")], "cannot_tell:unreadable"),
]


@pytest.mark.parametrize(("slot", "places", "answer"), PLACES)
def test_only_a_place_that_is_surely_empty_speaks_of_a_missing_signature(
    slot: str, places: list[SignaturePlace], answer: str
) -> None:
    checks = judged(with_parts(clean_papers(), slot, signatures=(), signature_places=tuple(places)))
    assert set(answers(checks, "material.signature_missing", slot)) == {answer}


def test_a_signature_beside_its_label_passes_and_none_found_is_left_open() -> None:
    for slot, near, answer in (
        ("commitment_letter", "法定代表人 (签字)：", "pass"),
        ("commitment_letter", "承诺人：", "pass"),
        ("labor_contract", "乙方（签字）", "pass"),
        ("labor_contract", "甲方（盖章）", "cannot_tell:unreadable"),
    ):
        checks = judged(with_parts(clean_papers(), slot, signatures=sign(near)))
        assert set(answers(checks, "material.signature_missing", slot)) == {answer}
    checks = judged(with_parts(clean_papers(), "commitment_letter", signatures=()))
    assert answers(checks, "material.signature_missing", "commitment_letter") == ["cannot_tell:unreadable"]
