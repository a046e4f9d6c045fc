"""The conditions of the unit: its kind and age, what its rules speak of, the people beside the leader."""

from __future__ import annotations

from typing import Any

import pytest

from tests.pipeline.checks.dossiers import (
    MEMBERS,
    RULES,
    UNIT,
    answers,
    clean_papers,
    form,
    judged,
    made,
    page,
    with_fields,
    with_parts,
    without,
)

KINDS: list[tuple[dict[str, Any], dict[str, Any], str]] = [
    ({}, {}, "pass"),
    ({"unit__uscc": "12110000400880019G", "unit__kind": "institution"}, {}, "pass"),
    ({"unit__uscc": "52110302MJ0123456M", "unit__kind": "association"}, {}, "pass"),
    ({"unit__uscc": "52110302MJ0123456M", "unit__kind": None}, {}, "pass"),
    ({"unit__uscc": "12110000400880019G"}, {}, "flag:attention"),
    ({"unit__uscc": "92110302MA9KKKKK62", "unit__kind": None}, {}, "flag:attention"),
    ({"unit__uscc": "93110115MA8Q0T1W2C"}, {}, "flag:attention"),
    ({"unit__name": UNIT + "亦庄分公司"}, {}, "flag:attention"),
    ({"unit__name": "北京测试医院亦庄分院", "unit__uscc": "12110000400880019G", "unit__kind": "institution"}, {}, "pass"),
    ({}, {"company_type": "有限责任公司分公司（自然人投资或控股）"}, "flag:attention"),
    ({}, {"company_type": made("有限责任公司分公司", 0.8)}, "pass"),
    ({}, {"company_type": "有限责任公司（自然人投资或控股）"}, "pass"),
    ({"unit__uscc": None}, {}, "pass"),
    ({"unit__uscc": None}, {"uscc": made("92110302MA9KKKKK62", 0.8)}, "cannot_tell:not_on_form"),
    ({"unit__uscc": "92110302MA9KKKKK63"}, {"uscc": ...}, "cannot_tell:not_on_form"),
]


@pytest.mark.parametrize(("stated", "printed", "answer"), KINDS)
def test_which_units_may_apply(stated: dict[str, Any], printed: dict[str, Any], answer: str) -> None:
    papers = with_fields(clean_papers(), "business_license", **printed)
    assert answers(judged(papers, form(**stated)), "unit.kind_unsupported") == [answer]


AGES = [
    ("2010-05-06", "2010-05-06", "pass"),
    ("2025-01-20", None, "pass"),
    ("2025-01-21", None, "flag:info"),
    ("2026-01-20", None, "flag:info"),
    ("2026-01-21", None, "flag:attention"),
    (made("2026-01-21", 0.8), "2010-05-06", "pass"),
    (made("2026-01-21", 0.8), None, "cannot_tell:unreadable"),
    (..., "2025-06-01", "flag:info"),
    (..., None, "not_applicable"),
]


@pytest.mark.parametrize(("printed", "stated", "answer"), AGES)
def test_when_the_unit_was_founded(printed: Any, stated: str | None, answer: str) -> None:
    papers = with_fields(clean_papers(), "business_license", established_on=printed)
    assert answers(judged(papers, form(unit__established_on=stated)), "unit.established_on_implausible") == [answer]


GOALS, FUNDS, SYSTEMS, _ = RULES.splitlines()
DESCRIBED = [
    (RULES, 0.97, "pass", "pass"),
    (f"{GOALS}\n{FUNDS}", 0.97, "pass", "not_applicable"),
    (f"{FUNDS}\n{SYSTEMS}", 0.97, "flag:attention", "pass"),
    (f"领办人编制发展规划和年度工作计划\n{FUNDS}\n{SYSTEMS}", 0.97, "pass", "pass"),
    (f"{FUNDS}\n{SYSTEMS}", 0.6, "cannot_tell:unreadable", "pass"),
    (f"{GOALS}\n{FUNDS}\n建立技能人才培养制度", 0.97, "pass", "flag:attention"),
    (f"{GOALS}\n{FUNDS}\n建立技能人才培养制度", 0.6, "pass", "cannot_tell:unreadable"),
    (f"{GOALS}\n{FUNDS}\n充分发挥人才作用，制定本制度", 0.97, "pass", "not_applicable"),
]


@pytest.mark.parametrize(("text", "confidence", "conditions", "systems"), DESCRIBED)
def test_what_the_management_rules_speak_of(text: str, confidence: float, conditions: str, systems: str) -> None:
    checks = judged(with_parts(clean_papers(), "management_rules", pages=(page(text=text, confidence=confidence),)))
    assert answers(checks, "unit.conditions_not_described") == [conditions]
    assert answers(checks, "unit.talent_system_gaps") == [systems]


def test_rules_that_lack_a_named_part_are_flagged_for_that_alone() -> None:
    papers = with_fields(clean_papers(), "management_rules", sections=["funds"])
    checks = judged(with_parts(papers, "management_rules", pages=(page(text=FUNDS),)))
    assert answers(checks, "material.sections_missing") == ["flag:blocking"]
    assert answers(checks, "unit.conditions_not_described") == ["not_applicable"]
    absent = judged(without(clean_papers(), "management_rules"))
    assert answers(absent, "unit.conditions_not_described") == ["cannot_tell:missing_material"]


TECHNICAL = {"members__0__role": "technical"}
SKILLED = [
    ({}, "pass"),
    (TECHNICAL, "flag:attention"),
    ({**TECHNICAL, "members__1__skill_level": "高级工"}, "pass"),
    ({**TECHNICAL, "members__1__skill_level": "高级工程师"}, "flag:attention"),
    ({**TECHNICAL, "unit__skilled_staff": {"技师": 1, "高级工": 12}}, "pass"),
    ({**TECHNICAL, "unit__skilled_staff": 1}, "flag:attention"),
    ({"members__0__role": None}, "cannot_tell:not_on_form"),
    ({"members": []}, "not_applicable"),
]


@pytest.mark.parametrize(("changes", "answer"), SKILLED)
def test_skilled_people_stand_beside_the_leader(changes: dict[str, Any], answer: str) -> None:
    assert answers(judged(None, form(**changes)), "team.no_skilled_member") == [answer]


POSTS: list[tuple[dict[str, Any], Any, str]] = [
    ({}, "装配钳工", "pass"),
    ({"position": "财务主管"}, "财务主管", "flag:attention"),
    ({"position": "财务主管"}, made("财务主管", 0.6), "flag:attention"),
    ({"position": "财务主管"}, "装配钳工", "pass"),
    ({"position": None}, "行政专员", "flag:attention"),
    ({"position": None, "role": None}, made("行政专员", 0.6), "cannot_tell:unreadable"),
    ({"position": None, "role": None}, ..., "cannot_tell:not_on_form"),
    ({"position": None}, ..., "pass"),
    ({"position": "财务主管", "skill_level": "高级工"}, "财务主管", "pass"),
    ({"position": "行政总厨"}, "厨师", "pass"),
    ({"position": "研发工程师"}, "研发工程师", "pass"),
    ({"position": "技术总监"}, "研发总监", "pass"),
]


@pytest.mark.parametrize(("stated", "printed", "answer"), POSTS)
def test_a_member_in_an_office_without_a_certificate_is_for_a_person(stated: dict[str, Any], printed: Any, answer: str) -> None:
    papers = with_fields(clean_papers(), "labor_contract", "赵雪", position=printed)
    checks = judged(papers, form(**{f"members__2__{key}": value for key, value in stated.items()}))
    assert answers(checks, "team.member_not_skilled", "赵雪") == [answer]


BORN: list[tuple[dict[str, Any], str]] = [
    ({}, "pass"),
    ({"birthdate": "1964-12-31", "gender": "male"}, "flag:attention"),
    ({"birthdate": "1965-10-20", "gender": "male"}, "flag:attention"),
    ({"birthdate": "1965-10-21", "gender": "male"}, "pass"),
    ({"birthdate": "1974-06-01", "gender": "female", "position_category": "worker"}, "flag:attention"),
    ({"birthdate": "1974-06-01", "gender": "female", "position_category": "management_or_technical"}, "pass"),
    ({"birthdate": "1974-06-01", "gender": "female"}, "cannot_tell:not_on_form"),
    ({"birthdate": None}, "cannot_tell:not_on_form"),
]


@pytest.mark.parametrize(("stated", "answer"), BORN)
def test_a_member_past_the_statutory_age_is_no_regular_employee(stated: dict[str, Any], answer: str) -> None:
    changes = {"id_number": None, **stated} if stated else {}
    checks = judged(None, form(**{f"members__0__{key}": value for key, value in changes.items()}))
    assert answers(checks, "team.member_retired", MEMBERS[0]["name"]) == [answer]


COUNTS: list[tuple[dict[str, Any], str]] = [
    ({}, "not_applicable"),
    ({"unit__headcount": "许多"}, "not_applicable"),
    ({"unit__headcount": 4}, "pass"),
    ({"unit__headcount": 3}, "flag:info"),
    ({"unit__headcount": 40, "unit__skilled_staff": {"技师": 2, "高级工": 38}}, "pass"),
    ({"unit__headcount": 40, "unit__skilled_staff": {"技师": 3, "高级工": 38}}, "flag:info"),
    ({"unit__headcount": 40, "unit__skilled_staff": 41}, "flag:info"),
]


@pytest.mark.parametrize(("changes", "answer"), COUNTS)
def test_numbers_of_people_that_a_form_states_besides_fit_together(changes: dict[str, Any], answer: str) -> None:
    assert answers(judged(None, form(**changes)), "team.counts_incoherent") == [answer]
