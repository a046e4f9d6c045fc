"""The whole of the rules on an application in which nothing is wrong, and on forms and folders that hold next to nothing."""

from __future__ import annotations

from typing import Any

import pytest

from extractors.records import FieldValue
from pipeline.checks import Check, judge, verdict
from pipeline.documents import Document
from pipeline.form import Form
from pipeline.rulebook import rule_book
from tests.pipeline.checks.dossiers import (
    PROGRAMME,
    USCC,
    answers,
    certificate,
    clean_papers,
    flags,
    form,
    judged,
    made,
    with_fields,
)


def test_a_clean_application_has_no_flag_and_nothing_open() -> None:
    checks = judged()
    assert [(check.rule, check.message) for check in checks if check.status in ("flag", "cannot_tell")] == []
    assert verdict(checks) == "clear"


ROUTES: dict[str, dict[str, object]] = {
    "catalogue_occupation": {},
    "non_catalogue_occupation": {"leader__occupation": "量子器件封测操作员"},
    "honour": {"awards": [{"honour": "全国技术能手", "recipient": "张建国"}]},
}
CODES = {
    "enterprise": USCC,
    "institution": "12110000400880019G",
    "association": "51110000500300018W",
    "industry_body": "52110302MJ0123456M",
}


@pytest.mark.parametrize("route", ROUTES)
@pytest.mark.parametrize("kind", CODES)
def test_a_clean_application_of_every_route_and_kind_of_unit_is_clear(route: str, kind: str) -> None:
    papers = with_fields(clean_papers(), "business_license", uscc=CODES[kind])
    if route == "honour":
        papers = with_fields(papers, "award_certificate", honour="全国技术能手")
    if route == "non_catalogue_occupation":
        papers = with_fields(papers, "skill_certificate", occupation="量子器件封测操作员")
    checks = judged(papers, form(leader__route=route, unit__kind=kind, unit__uscc=CODES[kind], **ROUTES[route]))
    assert [(check.rule, check.message) for check in checks if check.status in ("flag", "cannot_tell")] == []


def test_every_rule_is_listed() -> None:
    assert {check.rule for check in judged()} == set(rule_book())


@pytest.mark.parametrize("papers", [[], clean_papers()])
def test_every_rule_is_listed_for_an_empty_form(papers: list[Document]) -> None:
    empty = Form(application_id="x", programme=PROGRAMME.name)
    rules_of_members = {
        "team.member_without_contract",
        "team.duplicate_member",
        "team.leader_counted",
        "team.member_not_skilled",
        "team.member_retired",
        "team.in_another_application",
    }
    assert {check.rule for check in judge(empty, papers, PROGRAMME)} == set(rule_book()) - rules_of_members


def test_a_form_that_states_nothing_is_never_contradicted() -> None:
    checks = judge(Form(application_id="x", programme=PROGRAMME.name), clean_papers(), PROGRAMME)
    assert flags(checks) == set()


def test_without_papers_only_missing_ones_are_flagged() -> None:
    checks = judged([])
    assert {rule for rule, _ in flags(checks)} == {"material.missing", "team.member_without_contract", "team.too_small"}
    assert verdict(checks) == "incomplete"


def test_a_smudged_name_accuses_nobody() -> None:
    papers = with_fields(clean_papers(), "skill_certificate", holder_name=made("张健圆", 0.6))
    checks = judged(papers)
    assert flags(checks) == set()
    assert "cannot_tell:unreadable" in answers(checks, "identity.name_mismatch", "leader")
    assert verdict(checks) == "needs_review"


def test_nothing_read_at_low_confidence_accuses_anybody() -> None:
    """Every field of every paper replaced by something else, read badly."""
    wrong: dict[str, FieldValue] = {
        "uscc": "91110302MA00TE5T2R", "address": "上海市浦东新区某路1号", "id_number": "440306200109102565",
        "starts_on": "2030-01-01", "ends_on": "2021-01-01", "term_to": "2019-01-01", "issued_on": "1975-01-01",
        "skill_level": "初级工", "sections": ["funds"], "certificate_number": "1910012003500123",
        "account_number": "99999999999", "patent_number": "ZL201710601862.5",
    }  # fmt: skip
    papers = [
        paper.model_copy(
            update={
                "fields": {name: made(wrong.get(name, "胡言乱语"), 0.55) for name in paper.fields},
                "seals": tuple(one.model_copy(update={"name": "某某公司", "confidence": 0.5}) for one in paper.seals),
                "pages": tuple(one.model_copy(update={"lines": ()}) for one in paper.pages),
            }
        )
        for paper in clean_papers()
    ]
    assert flags(judged(papers)) == set()


def test_reasons_belong_to_open_answers_alone() -> None:
    checks = [*judged(), *judged([]), *judged(None, form(leader__name=..., unit__name=...))]
    assert all((check.reason is not None) == (check.status == "cannot_tell") for check in checks)


def test_messages_are_chinese_sentences_without_whole_numbers() -> None:
    papers = with_fields(clean_papers(), "labor_contract", id_number="440306200109102565")
    papers = with_fields(papers, "bank_account", account_number="0200001234567890888")
    checks = judged(papers)
    assert len(flags(checks)) >= 5
    for check in checks:
        assert check.message and not check.message.isascii()
        assert not any(number in check.message for number in ("440306200109102565", "0200001234567890888", "110101196801150039"))


def test_a_flag_names_both_values_and_the_place() -> None:
    checks = judged([*(p for p in clean_papers() if p.slot != "skill_certificate"), certificate(skill_level="高级技师")])
    (flag,) = [check for check in checks if check.status == "flag" and check.rule == "certificate.level_mismatch"]
    assert (flag.expected, flag.found, flag.subject, flag.severity) == ("技师", "高级技师", "leader", "blocking")
    assert "技师" in flag.message and "高级技师" in flag.message
    assert flag.evidence[0].file.startswith("skill_certificate") and flag.clause == "三（二）1（2）"


def check(rule: str, status: str, severity: str) -> Check:
    return Check.model_validate({"rule": rule, "status": status, "severity": severity, "subject": "x", "message": "x"})


@pytest.mark.parametrize(
    ("checks", "expected"),
    [
        ([], "clear"),
        ([check("a.b", "pass", "blocking"), check("a.b", "not_applicable", "blocking")], "clear"),
        ([check("a.b", "cannot_tell", "info")], "needs_review"),
        ([check("a.b", "flag", "blocking")], "needs_review"),
        ([check("material.missing", "flag", "attention")], "needs_review"),
        ([check("material.missing", "flag", "blocking")], "incomplete"),
        ([check("material.missing", "pass", "blocking")], "clear"),
    ],
)
def test_the_verdict_follows_from_the_checks(checks: list[Check], expected: str) -> None:
    assert verdict(checks) == expected


CLAUSES = [
    ("catalogue_occupation", "contract.expired", "leader", "三（二）1（3）"),
    ("non_catalogue_occupation", "contract.expired", "leader", "三（二）2（3）"),
    ("non_catalogue_occupation", "contract.expired", "李明", "三（一）5"),
    ("non_catalogue_occupation", "leader.near_retirement", "leader", "三（二）2（3）"),
    ("catalogue_occupation", "leader.frontline_too_short", "leader", "三（二）1（1）"),
    ("non_catalogue_occupation", "leader.frontline_too_short", "leader", "三（二）2（1）"),
    ("honour", "certificate.level_mismatch", "leader", "五（一）5"),
    ("catalogue_occupation", "certificate.level_mismatch", "李明", "五（一）5"),
]


@pytest.mark.parametrize(("route", "rule", "subject", "clause"), CLAUSES)
def test_the_clause_is_that_of_the_route_and_of_the_person(route: str, rule: str, subject: str, clause: str) -> None:
    checks = judged(None, form(leader__route=route))
    assert {one.clause for one in checks if one.rule == rule and one.subject == subject} == {clause}


BOTH: dict[str, Any] = {
    "bank_account": {"bank_code": "105100000017"},
    "patent_certificate": {"patentee": "天津海河造船有限公司", "inventors": ["李明"], "patent_type": "design"},
    "skill_certificate": {"skill_level": "高级工", "issued_on": "2020-06-30"},
}
EXPLAINED = {
    "bank.bank_code_conflict": ("bank", "中国建设银行", "中国工商银行"),
    "patent.owner_mismatch": ("company", "北京测试精密机械有限公司", "天津海河造船有限公司"),
    "patent.inventor_mismatch": ("person_name", "张建国", "李明"),
    "patent.number_conflict": ("patent_type", "发明专利", "外观设计专利"),
    "certificate.number_level_conflict": ("skill_level", "高级工", "技师"),
    "certificate.number_year_conflict": ("year", "20", "23"),
}


def test_two_values_that_were_compared_stand_in_the_result_with_their_normal_forms() -> None:
    papers = clean_papers()
    for slot, fields in BOTH.items():
        papers = with_fields(papers, slot, **fields)
    flagged = {one.rule: one.compared for one in judged(papers) if one.status == "flag" and one.compared}
    found = {rule: (one.kind, one.expected, one.found) for rule, one in flagged.items()}
    assert {rule: found.get(rule) for rule in EXPLAINED} == EXPLAINED
    assert all(one.reason for one in flagged.values())


def test_wherever_two_values_should_be_the_same_the_result_says_how_they_were_compared() -> None:
    alike = {name for name, rule in rule_book().items() if rule.alike}
    papers = with_fields(clean_papers(), "labor_contract", position="质检员", employer_name="天津海河造船有限公司")
    for checks in (judged(), judged(papers)):
        assert [one.rule for one in checks if one.rule in alike and one.expected and one.found and not one.compared] == []


def test_each_reading_of_the_two_years_to_retirement_is_told() -> None:
    one = next(
        one
        for one in judged(None, form(leader__birthdate="1967-06-05", leader__id_number=None))
        if one.rule == "leader.near_retirement"
    )
    assert one.compared is not None
    assert (
        one.compared.reason == "2026-01-12、2026-01-20起算：男职工（原60周岁）2028-02-05退休，依次按日满、按月满、按日满、按月满"
    )
