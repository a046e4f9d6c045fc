"""Certificates: level, number, occupation, date of issue, for leader and members."""

from __future__ import annotations

from typing import Any

import pytest

from tests.pipeline.checks.dossiers import (
    MEMBERS,
    NUMBER,
    UNIT,
    answers,
    certificate,
    clean_papers,
    flags,
    form,
    judged,
    made,
    page,
    paper,
    seal,
    with_fields,
    with_parts,
    without,
)

PRINTED = [
    ("level_mismatch", {"skill_level": "技师"}, "pass"),
    ("level_mismatch", {"skill_level": "高级技师"}, "flag:blocking"),
    ("level_mismatch", {"skill_level": made("高级技师", 0.8)}, "cannot_tell:unreadable"),
    ("level_mismatch", {"skill_level": made(None, 0.1)}, "cannot_tell:unreadable"),
    ("level_too_low", {"skill_level": "高级工"}, "flag:blocking"),
    ("level_too_low", {"skill_level": "高级技师"}, "pass"),
    ("level_too_low", {"skill_level": made("高级工", 0.8)}, "cannot_tell:unreadable"),
    ("level_too_low", {"skill_level": ...}, "cannot_tell:unreadable"),
    ("number_mismatch", {"certificate_number": "Y000011000123232000999"}, "flag:attention"),
    ("number_mismatch", {"certificate_number": made("Y000011000123232000999", 0.8)}, "cannot_tell:unreadable"),
    ("number_mismatch", {"certificate_number": ...}, "cannot_tell:unreadable"),
    ("number_invalid", {"certificate_number": "Y000011000123236000456"}, "flag:attention"),
    ("number_invalid", {"certificate_number": "Y00001100012323200045"}, "flag:attention"),
    ("number_invalid", {"certificate_number": made("Y000011000123236000456", 0.8)}, "cannot_tell:unreadable"),
    ("number_invalid", {"certificate_number": "1910012003200123"}, "pass"),
    ("number_invalid", {"certificate_number": "Y00001100012323T000456"}, "flag:attention"),
    ("number_invalid", {"certificate_number": made(None, 0.1)}, "cannot_tell:unreadable"),
    ("number_level_conflict", {"certificate_number": "Y000011000123231000456"}, "flag:attention"),
    ("number_level_conflict", {"certificate_number": made("Y000011000123231000456", 0.8)}, "cannot_tell:unreadable"),
    ("number_level_conflict", {"skill_level": made("高级技师", 0.8)}, "cannot_tell:unreadable"),
    ("number_level_conflict", {"skill_level": ...}, "cannot_tell:unreadable"),
    ("number_year_conflict", {"issued_on": "2023-01-01"}, "pass"),
    ("number_year_conflict", {"issued_on": "2024-01-02"}, "flag:attention"),
    ("number_year_conflict", {"issued_on": "2019-01-02"}, "flag:attention"),
    ("number_year_conflict", {"issued_on": made("2019-01-02", 0.8)}, "cannot_tell:unreadable"),
    ("number_year_conflict", {"issued_on": ...}, "cannot_tell:unreadable"),
    ("occupation_mismatch", {"occupation": "维修电工"}, "pass"),
    ("occupation_mismatch", {"occupation": "中式烹调师"}, "flag:attention"),
    ("occupation_mismatch", {"occupation": made("中式烹调师", 0.7)}, "cannot_tell:unreadable"),
    ("occupation_mismatch", {"occupation": made(None, 0.1), "work_type": "电工"}, "pass"),
    ("issued_on_implausible", {"issued_on": "2023-06-30"}, "pass"),
    ("issued_on_implausible", {"issued_on": "2026-01-21"}, "flag:attention"),
    ("issued_on_implausible", {"issued_on": "1984-01-14"}, "flag:attention"),
    ("issued_on_implausible", {"issued_on": "1984-01-15"}, "flag:info"),
    ("issued_on_implausible", {"issued_on": "1990-01-14"}, "flag:info"),
    ("issued_on_implausible", {"issued_on": "1990-01-15"}, "pass"),
    ("issued_on_implausible", {"issued_on": made("1990-01-14", 0.8)}, "cannot_tell:unreadable"),
    ("issued_on_implausible", {"issued_on": "2020-12-31", "certificate_number": "2010012003200123"}, "pass"),
    ("issued_on_implausible", {"issued_on": "2021-01-04", "certificate_number": "2110012003200123"}, "flag:info"),
    ("issued_on_implausible", {"issued_on": "2021-01-04", "certificate_number": made("2110012003200123", 0.8)}, "pass"),
    (
        "issued_on_implausible",
        {"issued_on": "2021-01-04", "certificate_number": "2110012003200123", "occupation": "消防设施操作员"},
        "pass",
    ),
    ("issued_on_implausible", {"issued_on": made("2026-01-21", 0.8)}, "cannot_tell:unreadable"),
    ("issued_on_implausible", {"issued_on": "2023-06"}, "cannot_tell:unreadable"),
]


@pytest.mark.parametrize(("rule", "fields", "answer"), PRINTED)
def test_what_the_leaders_certificate_says(rule: str, fields: dict[str, Any], answer: str) -> None:
    checks = judged(with_fields(clean_papers(), "skill_certificate", **fields))
    assert answers(checks, f"certificate.{rule}", "leader") == [answer]


STATED = [
    ("level_mismatch", {"leader__skill_level": "高级技师"}, "flag:blocking"),
    ("level_mismatch", {"leader__skill_level": None}, "cannot_tell:not_on_form"),
    ("number_mismatch", {"leader__certificate_number": None}, "cannot_tell:not_on_form"),
    ("occupation_mismatch", {"leader__occupation": "焊工"}, "flag:attention"),
    ("occupation_not_in_catalogue", {}, "pass"),
    ("occupation_not_in_catalogue", {"leader__occupation": "星际航线引导员"}, "flag:attention"),
    ("occupation_not_in_catalogue", {"leader__occupation": "会计专业人员"}, "flag:attention"),
    ("occupation_not_in_catalogue", {"leader__occupation": None}, "pass"),
    ("occupation_not_in_catalogue", {"leader__route": "honour"}, "not_applicable"),
    ("level_too_low", {"leader__route": "honour"}, "not_applicable"),
    ("level_too_low", {"leader__route": "non_catalogue_occupation"}, "not_applicable"),
    ("level_too_low", {"leader__route": None}, "pass"),
]


@pytest.mark.parametrize(("rule", "changes", "answer"), STATED)
def test_what_the_form_says_of_the_leaders_certificate(rule: str, changes: dict[str, Any], answer: str) -> None:
    assert answers(judged(None, form(**changes)), f"certificate.{rule}", "leader") == [answer]


def test_a_level_too_low_on_the_form_is_too_low_even_when_the_paper_is_unreadable() -> None:
    papers = with_fields(clean_papers(), "skill_certificate", skill_level=made(None, 0.1))
    checks = judged(papers, form(leader__skill_level="高级工"))
    assert answers(checks, "certificate.level_too_low") == ["flag:blocking"]


def test_nothing_on_form_or_paper_leaves_the_catalogue_open() -> None:
    papers = without(clean_papers(), "skill_certificate")
    checks = judged(papers, form(leader__occupation=None))
    assert answers(checks, "certificate.occupation_not_in_catalogue") == ["cannot_tell:not_on_form"]
    assert answers(checks, "certificate.level_too_low") == ["cannot_tell:missing_material"]


def test_of_two_certificates_one_that_agrees_is_enough() -> None:
    second = certificate(
        skill_level="高级工", certificate_number="Y000011000123203000456", issued_on="2020-05-01", occupation="焊工"
    )
    papers = [*clean_papers(), second.model_copy(update={"file": "second.pdf", "sha256": "second"})]
    assert flags(judged(papers)) == set()


def test_an_unreadable_certificate_beside_a_different_one_accuses_nobody() -> None:
    papers = with_fields(clean_papers(), "skill_certificate", skill_level=made(None, 0.1))
    second = certificate(skill_level="高级工", certificate_number=..., issued_on="2020-05-01")
    checks = judged([*papers, second.model_copy(update={"file": "second.pdf", "sha256": "second"})])
    assert answers(checks, "certificate.level_mismatch", "leader") == ["cannot_tell:unreadable"]


def test_a_certificate_in_two_files_is_read_together() -> None:
    front = certificate(certificate_number=..., skill_level=..., issued_on=..., occupation=...)
    back = certificate(holder_name=..., id_number=...).model_copy(update={"file": "back.jpg", "sha256": "back"})
    checks = judged([*without(clean_papers(), "skill_certificate"), front, back])
    assert flags(checks) == set()
    assert answers(checks, "certificate.number_mismatch", "leader") == ["pass"]
    assert answers(checks, "identity.name_mismatch", "leader") == ["pass", "pass"]


def of_member(**fields: Any) -> list[Any]:
    printed = {
        "holder_name": "李明",
        "id_number": MEMBERS[0]["id_number"],
        "occupation": "装配钳工",
        "skill_level": "高级工",
        "certificate_number": "S000011000045213000001",
        "issued_on": "2021-03-01",
        **fields,
    }
    return [*clean_papers(), paper("skill_certificate", printed, person="李明")]


SKILLED = {
    "members__0__skill_level": "高级工",
    "members__0__occupation": "装配钳工",
    "members__0__certificate_number": "S000011000045213000001",
}


def test_a_members_certificate_is_checked_like_the_leaders_but_weighs_less() -> None:
    assert flags(judged(of_member(), form(**SKILLED))) == set()
    checks = judged(of_member(skill_level="中级工"), form(**SKILLED))
    assert answers(checks, "certificate.level_mismatch", "李明") == ["flag:attention"]
    assert answers(checks, "certificate.number_level_conflict", "李明") == ["flag:attention"]
    assert answers(checks, "certificate.level_mismatch", "leader") == ["pass"]


def test_members_need_no_certificate_but_a_stated_number_is_left_open() -> None:
    checks = judged(None, form(**SKILLED))
    assert answers(checks, "certificate.number_mismatch", "李明") == ["cannot_tell:missing_material"]
    assert answers(checks, "certificate.level_mismatch", "李明") == ["not_applicable"]
    assert answers(checks, "identity.name_mismatch", "李明") == ["not_applicable", "pass"]


def test_a_missing_certificate_leaves_its_rules_open_where_it_is_due() -> None:
    papers = without(clean_papers(), "skill_certificate")
    assert answers(judged(papers), "certificate.number_invalid", "leader") == ["cannot_tell:missing_material"]
    by_honour = judged(papers, form(leader__route="honour", leader__certificate_number=None))
    assert answers(by_honour, "certificate.number_invalid", "leader") == ["not_applicable"]


TITLES: list[tuple[str, float, dict[str, Any], str]] = [
    ("职业技能等级证书", 0.97, {}, "pass"),
    ("姓名张建国", 0.97, {}, "pass"),
    ("特种作业操作证", 0.97, {}, "flag:blocking"),
    ("特种作业操作证", 0.97, {"leader__route": "honour"}, "flag:attention"),
    ("特种作业操作证", 0.8, {}, "cannot_tell:unreadable"),
    ("电工培训合格证书", 0.97, {}, "flag:blocking"),
    ("助理工程师证书", 0.97, {}, "flag:blocking"),
    ("职业资格证书\n凭培训合格证领取", 0.97, {}, "pass"),
    ("从事电工作业的人员还应当按照国家有关规定取得特种作业操作证并定期复审", 0.97, {}, "pass"),
]


@pytest.mark.parametrize(("text", "confidence", "stated", "answer"), TITLES)
def test_other_certificates_do_not_serve(text: str, confidence: float, stated: dict[str, Any], answer: str) -> None:
    papers = with_parts(clean_papers(), "skill_certificate", pages=(page(text=text, confidence=confidence),))
    assert answers(judged(papers, form(**stated)), "certificate.kind_not_accepted", "leader") == [answer]


def test_another_certificate_beside_one_that_serves_is_no_matter() -> None:
    other = paper("skill_certificate", {}, person="张建国", file="b.jpg", type="unknown", pages=(page(text="特种作业操作证"),))
    assert answers(judged([*clean_papers(), other]), "certificate.kind_not_accepted", "leader") == ["pass"]
    alone = [*without(clean_papers(), "skill_certificate"), other.model_copy(update={"pages": (page(text="张建国"),)})]
    assert answers(judged(alone), "certificate.kind_not_accepted", "leader") == ["cannot_tell:unreadable"]


def test_a_technical_member_may_show_a_title_instead() -> None:
    other = paper("skill_certificate", {}, person="王芳", file="b.jpg", type="unknown", pages=(page(text="工程师证书"),))
    papers = [*clean_papers(), other]
    assert answers(judged(papers), "certificate.kind_not_accepted", "王芳") == ["not_applicable"]
    skilled = form(members__1__role="skilled")
    assert answers(judged(papers, skilled), "certificate.kind_not_accepted", "王芳") == ["flag:attention"]
    assert answers(judged(papers, form(members__0__role="technical")), "team.no_skilled_member") == ["flag:attention"]


ORGANISATION, SCHOOL, OFFICE = "S000011000123232000456", "北京某某职业培训学校", "北京某某技能评价中心"
ISSUERS: list[tuple[dict[str, Any], str, str]] = [
    ({"issuer": UNIT}, UNIT, "pass"),
    ({"issuer": OFFICE}, OFFICE, "pass"),
    ({"issuer": OFFICE}, "某某技能评价中心", "pass"),
    ({"issuer": OFFICE}, UNIT, "pass"),
    ({"issuer": UNIT}, SCHOOL, "flag:attention"),
    ({"issuer": OFFICE}, SCHOOL, "flag:attention"),
    ({"issuer": made(OFFICE, 0.8)}, SCHOOL, "cannot_tell:unreadable"),
    ({"issuer": made(OFFICE, 0.6)}, SCHOOL, "not_applicable"),
    ({"issuer": SCHOOL}, SCHOOL, "flag:attention"),
    ({"issuer": SCHOOL, "certificate_number": ORGANISATION}, SCHOOL, "pass"),
    ({"issuer": UNIT, "certificate_number": ORGANISATION}, UNIT, "flag:attention"),
    ({"issuer": made(UNIT, 0.8), "certificate_number": ORGANISATION}, UNIT, "cannot_tell:unreadable"),
    ({"issuer": SCHOOL, "certificate_number": "1910012003200123"}, OFFICE, "not_applicable"),
    ({}, SCHOOL, "not_applicable"),
]


@pytest.mark.parametrize(("fields", "stamped", "answer"), ISSUERS)
def test_the_institution_fits_its_seal_and_its_number(fields: dict[str, Any], stamped: str, answer: str) -> None:
    papers = with_parts(with_fields(clean_papers(), "skill_certificate", **fields), "skill_certificate", seals=(seal(stamped),))
    checks = judged(papers, form(leader__certificate_number=fields.get("certificate_number", NUMBER)))
    assert answers(checks, "certificate.issuer_conflict", "leader") == [answer]


def test_a_school_that_applies_evaluates_its_own_staff() -> None:
    papers = with_parts(
        with_fields(clean_papers(), "skill_certificate", issuer=SCHOOL), "skill_certificate", seals=(seal(SCHOOL),)
    )
    assert answers(judged(papers, form(unit__name=SCHOOL)), "certificate.issuer_conflict", "leader") == ["pass"]


def test_an_association_that_applies_may_evaluate_its_own_staff_as_anybodys() -> None:
    name = "北京某某行业协会"
    fields = {"issuer": name, "certificate_number": ORGANISATION}
    papers = with_parts(with_fields(clean_papers(), "skill_certificate", **fields), "skill_certificate", seals=(seal(name),))
    checks = judged(papers, form(unit__name=name, leader__certificate_number=ORGANISATION))
    assert answers(checks, "certificate.issuer_conflict", "leader") == ["pass"]


def test_an_employers_training_centre_evaluates_its_staff() -> None:
    name = "某某集团有限公司培训中心"
    papers = with_parts(with_fields(clean_papers(), "skill_certificate", issuer=name), "skill_certificate", seals=(seal(name),))
    assert answers(judged(papers), "certificate.issuer_conflict", "leader") == ["pass"]


def test_what_is_wrong_with_a_certificate_speaks_before_what_is_unusual() -> None:
    unusual = certificate(issued_on="2021-01-04", certificate_number="2110012003200123")
    wrong = certificate(issued_on="2026-01-21").model_copy(update={"file": "b.jpg", "sha256": "b"})
    checks = judged([*without(clean_papers(), "skill_certificate"), unusual, wrong])
    assert answers(checks, "certificate.issued_on_implausible", "leader") == ["flag:attention"]


@pytest.mark.parametrize(
    "parts", [{"seals": (seal(SCHOOL), seal(None))}, {"seals": (seal(SCHOOL, confidence=0.7),)}, {"unread_stamps": (0,)}]
)
def test_a_seal_that_was_not_read_may_be_the_institutions(parts: dict[str, Any]) -> None:
    papers = with_fields(clean_papers(), "skill_certificate", issuer=OFFICE)
    papers = with_parts(papers, "skill_certificate", **{"seals": (seal(SCHOOL),), **parts})
    assert answers(judged(papers), "certificate.issuer_conflict", "leader") == ["pass"]


RELATED: list[tuple[dict[str, Any], Any, str]] = [
    ({}, "维修电工", "pass"),
    ({"leader__position": "电气维修岗"}, "电气维修岗", "not_applicable"),
    ({"leader__position": "设备点检员"}, "设备点检员岗", "pass"),
    ({"leader__position": "中式烹调师"}, "中式烹调师", "flag:attention"),
    ({"leader__position": "中式烹调师"}, "维修电工", "pass"),
    ({"leader__position": None}, "中式烹调师", "flag:attention"),
    ({"leader__position": None}, made("中式烹调师", 0.8), "cannot_tell:unreadable"),
    ({"leader__position": "中式烹调师", "leader__route": "honour"}, "中式烹调师", "not_applicable"),
]


@pytest.mark.parametrize(("stated", "printed", "answer"), RELATED)
def test_a_post_that_is_another_occupation_is_for_a_person(stated: dict[str, Any], printed: Any, answer: str) -> None:
    papers = with_fields(clean_papers(), "labor_contract", "张建国", position=printed)
    assert answers(judged(papers, form(**stated)), "certificate.unrelated_to_post") == [answer]
