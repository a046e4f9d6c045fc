"""The unit, its bank account and the application's date."""

from __future__ import annotations

from typing import Any

import pytest

from pipeline.checks.unit import area_strength
from tests.pipeline.checks.dossiers import PROGRAMME, UNIT, answers, clean_papers, form, judged, made, with_fields, without

OTHER = "天津海河造船有限公司"

PRINTED = [
    ("business_license", "company_name", UNIT, "unit.name_mismatch", "pass"),
    ("business_license", "company_name", OTHER, "unit.name_mismatch", "flag:blocking"),
    ("commitment_letter", "company_name", OTHER, "unit.name_mismatch", "flag:blocking"),
    ("management_rules", "company_name", OTHER, "unit.name_mismatch", "flag:attention"),
    ("management_rules", "company_name", ..., "unit.name_mismatch", "not_applicable"),
    ("commitment_letter", "company_name", ..., "unit.name_mismatch", "cannot_tell:unreadable"),
    ("business_license", "company_name", made(OTHER, 0.6), "unit.name_mismatch", "cannot_tell:unreadable"),
    ("business_license", "company_name", UNIT + "天津分公司", "unit.name_mismatch", "flag:blocking"),
    ("business_license", "uscc", "91110302MA00TE5T2R", "unit.uscc_mismatch", "flag:blocking"),
    ("business_license", "uscc", made("91110302MA00TE5T2R", 0.6), "unit.uscc_mismatch", "cannot_tell:unreadable"),
    ("business_license", "legal_representative", "周海洋", "unit.legal_representative_mismatch", "flag:attention"),
    (
        "business_license",
        "legal_representative",
        made("周海洋", 0.6),
        "unit.legal_representative_mismatch",
        "cannot_tell:unreadable",
    ),
    ("business_license", "address", "上海市浦东新区世纪大道1号", "unit.address_mismatch", "flag:attention"),
    ("business_license", "address", made(None, 0.1), "unit.address_mismatch", "cannot_tell:unreadable"),
    ("business_license", "term_to", "2025-12-31", "unit.licence_expired", "flag:attention"),
    ("business_license", "term_to", "2026-01-20", "unit.licence_expired", "pass"),
    ("business_license", "term_to", made("2025-12-31", 0.8), "unit.licence_expired", "cannot_tell:unreadable"),
    ("business_license", "term_to", made(None, 0.1, text="至"), "unit.licence_expired", "cannot_tell:unreadable"),
    ("business_license", "term_to", ..., "unit.licence_expired", "not_applicable"),
    ("bank_account", "account_name", OTHER, "bank.account_name_mismatch", "flag:blocking"),
    ("bank_account", "account_name", made(OTHER, 0.6), "bank.account_name_mismatch", "cannot_tell:unreadable"),
    ("bank_account", "account_number", "0200001234567290124", "bank.account_number_mismatch", "flag:blocking"),
    (
        "bank_account",
        "account_number",
        made("0200001234567290124", 0.8),
        "bank.account_number_mismatch",
        "cannot_tell:unreadable",
    ),
    ("bank_account", "account_number", "02000012345678", "bank.account_number_mismatch", "cannot_tell:unreadable"),
    ("bank_account", "account_number", "020000123456789012301", "bank.account_number_mismatch", "cannot_tell:unreadable"),
    ("bank_account", "account_name", "北京测试精密机械有限", "bank.account_name_mismatch", "cannot_tell:unreadable"),
    ("bank_account", "account_name", "测试精密机械有限公司", "bank.account_name_mismatch", "flag:blocking"),
    ("business_license", "address", "北京市海淀区科创十四街", "unit.address_mismatch", "flag:attention"),
    ("bank_account", "bank_name", "中国建设银行北京亦庄支行", "bank.bank_name_mismatch", "flag:attention"),
    ("bank_account", "bank_name", "中国工商银行股份有限公司北京亦庄支行", "bank.bank_name_mismatch", "pass"),
    ("bank_account", "bank_name", made(None, 0.1), "bank.bank_name_mismatch", "cannot_tell:unreadable"),
]


@pytest.mark.parametrize(("slot", "field", "printed", "rule", "answer"), PRINTED)
def test_what_the_units_papers_say(slot: str, field: str, printed: Any, rule: str, answer: str) -> None:
    expected = [answer if one == slot else "pass" for one in SLOTS.get(rule, [slot])]
    if rule == "bank.account_name_mismatch":
        expected = [answer, "pass"]
    assert answers(judged(with_fields(clean_papers(), slot, **{field: printed})), rule, "unit") == expected


SLOTS = {"unit.name_mismatch": ["business_license", "commitment_letter", "management_rules", "site_photos"]}

STATED = [
    ({"unit__uscc": None}, "unit.uscc_invalid", "cannot_tell:not_on_form"),
    ({"unit__uscc": "91110400MAD123451D"}, "unit.uscc_invalid", "flag:attention"),
    ({"unit__uscc": "91350100M0001TGQXM"}, "unit.uscc_invalid", "flag:attention"),
    ({"unit__uscc": "110302012345671"}, "unit.uscc_invalid", "flag:attention"),
    ({"unit__uscc": "9111 0400 mad1 2345 70"}, "unit.uscc_invalid", "pass"),
    ({"unit__name": None}, "unit.name_mismatch", "cannot_tell:not_on_form"),
    ({"bank__account_name": "张建国"}, "bank.account_name_mismatch", "flag:blocking"),
    ({"bank__account_name": None}, "bank.account_name_mismatch", "cannot_tell:not_on_form"),
    ({"bank__account_number": None}, "bank.account_number_mismatch", "cannot_tell:not_on_form"),
    ({"submitted_at": None}, "application.outside_window", "cannot_tell:not_on_form"),
    ({"submitted_at": "2026-01-11T23:59:59+08:00"}, "application.outside_window", "flag:blocking"),
    ({"submitted_at": "2026-01-12T00:00:00+08:00"}, "application.outside_window", "pass"),
    ({"submitted_at": "2026-02-11T23:59:59+08:00"}, "application.outside_window", "pass"),
    ({"submitted_at": "2026-02-12T00:00:00+08:00"}, "application.outside_window", "flag:blocking"),
    ({"submitted_at": "2026-02-11T17:00:00Z"}, "application.outside_window", "flag:blocking"),
]


@pytest.mark.parametrize(("changes", "rule", "answer"), STATED)
def test_what_the_form_says_of_the_unit(changes: dict[str, Any], rule: str, answer: str) -> None:
    assert answer in answers(judged(None, form(**changes)), rule)


def test_without_a_stated_holder_the_account_is_held_against_the_unit() -> None:
    papers = with_fields(clean_papers(), "bank_account", account_name=OTHER)
    checks = judged(papers, form(bank__account_name=None))
    assert answers(checks, "bank.account_name_mismatch") == ["flag:blocking", "cannot_tell:not_on_form"]


@pytest.mark.parametrize(
    ("address", "strength"),
    [
        ("北京市北京经济技术开发区科创十四街99号", "strong"),
        ("北京市大兴区（经开区）景园北街2号", "strong"),
        ("北京市大兴区北京经济技术开发区荣华南路10号", "strong"),
        ("北京市大兴区荣华中路8号院", "strong"),
        ("北京市大兴区经海三路1号", "strong"),
        ("北京市通州区博兴八路3号", "strong"),
        ("北京市大兴区亦庄镇三羊里1号", "nearby"),
        ("北京市通州区马驹桥镇兴华中街5号", "nearby"),
        ("北京市通州区台湖镇京通街1号", "nearby"),
        ("北京市海淀区中关村大街1号", "elsewhere"),
        ("天津市经济技术开发区第三大街1号", "elsewhere"),
        ("广东省深圳市南山区科技路1号", "elsewhere"),
        ("合肥市经开区繁华大道1号", "elsewhere"),
        ("上海浦东新区荣华路8号", "elsewhere"),
        ("北京市朝阳区荣华中路8号", "elsewhere"),
        ("中国（北京）自由贸易试验区高端产业片区亦庄组团科创一街1号", "strong"),
        ("北京市大兴区某某路8号", "around"),
        ("某某大厦5层", "silent"),
    ],
)
def test_an_address_is_a_signal_of_the_area(address: str, strength: str) -> None:
    assert area_strength(address, PROGRAMME.area) == strength


AREA = [
    ("北京市海淀区中关村大街1号", None, {}, "flag:attention"),
    ("北京市大兴区亦庄镇三羊里1号", None, {}, "flag:attention"),
    ("某某大厦5层", "某某大厦5层", {}, "pass"),
    ("某某大厦5层", "某某大厦5层", {"unit__uscc": "91110115MA01X2Y34R"}, "flag:attention"),
    ("北京市大兴区某某路8号", None, {}, "pass"),
    ("北京市大兴区某某路8号", None, {"unit__uscc": "91110115MA01X2Y34R"}, "flag:attention"),
    (made(None, 0.1), None, {}, "cannot_tell:unreadable"),
    (made(None, 0.1), "北京市北京经济技术开发区荣华南路10号", {}, "pass"),
    ("北京经济技术开发区荣华南路10号", "北京市海淀区中关村大街1号", {}, "pass"),
]


@pytest.mark.parametrize(("printed", "stated", "changes", "answer"), AREA)
def test_the_licences_address_decides_about_the_area(
    printed: Any, stated: str | None, changes: dict[str, Any], answer: str
) -> None:
    papers = with_fields(clean_papers(), "business_license", address=printed)
    checks = judged(papers, form(unit__registered_address=stated, **changes))
    assert answers(checks, "unit.outside_area") == [answer]


def test_the_registering_authority_speaks_where_the_address_is_silent() -> None:
    papers = with_fields(
        clean_papers(), "business_license", address="某某大厦5层", registration_authority="北京经济技术开发区市场监督管理局"
    )
    checks = judged(papers, form(unit__uscc="91110115MA01X2Y34R", unit__registered_address="某某大厦5层"))
    assert answers(checks, "unit.outside_area") == ["pass"]


def test_without_a_licence_the_form_alone_is_left_open() -> None:
    checks = judged(without(clean_papers(), "business_license"), form(unit__registered_address=None))
    assert answers(checks, "unit.outside_area") == ["cannot_tell:missing_material"]
    assert answers(checks, "unit.licence_expired") == ["cannot_tell:missing_material"]
