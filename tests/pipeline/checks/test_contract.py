"""Contracts: terms and days, renewals, employers, positions, dispatch."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

from models.records import Box, Line
from pipeline.checks.terms import Term, has_ended, has_not_begun, in_force
from pipeline.documents import Document
from tests.pipeline.checks.dossiers import (
    LEADER,
    MEMBERS,
    UNIT,
    USCC,
    answers,
    clean_papers,
    contract,
    flags,
    form,
    judged,
    made,
    page,
    with_fields,
    with_parts,
    without,
)

OPENS, CLOSES = date(2026, 1, 12), date(2026, 2, 11)


def term(starts: str | None, ends: str | None, *, task: bool = False) -> Term:
    days = [date.fromisoformat(day) if day and day != "open" else None for day in (starts, ends)]
    return Term(Document(file=""), days[0], days[1], endless=ends == "open", task=task, confidence=0.98)


VECTORS = [
    ([("2023-03-01", "2026-02-28")], "yes", "yes"),
    ([("2023-03-01", "2026-01-31")], "yes", "no"),
    ([("2023-03-01", "2026-01-11")], "no", "no"),
    ([("2026-02-12", "2029-02-11")], "no", "no"),
    ([("2020-01-01", "open")], "yes", "yes"),
    ([("2020-01-01", None)], "unknown", "unknown"),
    ([(None, "2026-01-11")], "no", "no"),
    ([(None, "2026-02-28")], "unknown", "unknown"),
    ([], "unknown", "unknown"),
    ([("2020-01-01", "2026-01-31"), ("2026-02-01", "2029-01-31")], "yes", "yes"),
    ([("2020-01-01", "2026-01-31"), ("2026-02-05", "2029-01-31")], "yes", "yes"),
    ([("2020-01-01", "2023-01-01"), (None, None)], "unknown", "unknown"),
]


@pytest.mark.parametrize(("terms", "opening", "closing"), VECTORS)
def test_one_term_that_covers_the_day_is_enough(terms: list[tuple[str | None, str | None]], opening: str, closing: str) -> None:
    made_terms = [term(starts, ends) for starts, ends in terms]
    assert [in_force(made_terms, day) for day in (OPENS, CLOSES)] == [opening, closing]


def test_a_contract_that_starts_later_has_not_ended() -> None:
    later = [term("2026-02-12", "2029-02-11")]
    assert (has_ended(later, OPENS), has_not_begun(later, OPENS)) == (False, True)


IN_FORCE = [
    ({"starts_on": "2023-03-01", "ends_on": "2026-02-28"}, "pass", "pass"),
    ({"starts_on": "2023-03-01", "ends_on": "2026-01-31"}, "flag:attention", "pass"),
    ({"starts_on": "2023-03-01", "ends_on": "2026-01-11"}, "flag:attention", "pass"),
    ({"starts_on": "2026-02-12", "ends_on": "2029-02-11"}, "pass", "flag:attention"),
    ({"starts_on": "2026-01-15", "ends_on": "2029-02-11"}, "pass", "flag:attention"),
    ({"contract_type": "open_ended", "ends_on": ...}, "pass", "pass"),
    ({"ends_on": made(None, text="至长期"), "contract_type": ...}, "pass", "pass"),
    ({"contract_type": "task", "ends_on": ...}, "cannot_tell:not_on_form", "pass"),
    ({"ends_on": made("2021-01-01", 0.8)}, "cannot_tell:unreadable", "pass"),
    ({"ends_on": made("2021-01-01", 0.5)}, "cannot_tell:unreadable", "pass"),
    ({"ends_on": made(None, 0.1)}, "cannot_tell:unreadable", "pass"),
    ({"starts_on": ..., "ends_on": ..., "contract_type": ...}, "cannot_tell:unreadable", "cannot_tell:unreadable"),
]


@pytest.mark.parametrize(("fields", "expired", "not_started"), IN_FORCE)
def test_a_contract_must_be_in_force_on_every_day_that_counts(fields: dict[str, Any], expired: str, not_started: str) -> None:
    checks = judged([*without(clean_papers(), "labor_contract", "李明"), contract(MEMBERS[0], **fields)])
    assert answers(checks, "contract.expired", "李明") == [expired]
    assert answers(checks, "contract.not_started", "李明") == [not_started]
    assert answers(checks, "contract.expired", "王芳") == ["pass"]


def test_a_renewal_in_a_file_of_its_own_continues_the_contract() -> None:
    renewal = contract(MEMBERS[0], starts_on="2026-01-01", ends_on="2028-12-31", employer_name=..., id_number=..., position=...)
    papers = with_fields(clean_papers(), "labor_contract", "李明", ends_on="2025-12-31")
    papers = [*papers, renewal.model_copy(update={"file": "renewal.pdf", "sha256": "renewal"})]
    checks = judged(papers)
    assert answers(checks, "contract.expired", "李明") == ["pass"]
    assert answers(checks, "contract.term_mismatch", "李明") == ["pass"]
    assert answers(checks, "contract.employer_mismatch", "李明") == ["pass"]
    assert answers(checks, "identity.id_number_mismatch", "李明")[-1] == "pass"


def test_what_the_form_itself_says_to_have_ended_has_ended() -> None:
    papers = with_fields(clean_papers(), "labor_contract", "李明", ends_on=made("2028-12-31", 0.4))
    checks = judged(papers, form(members__0__contract__ends_on="2025-12-31"))
    assert answers(checks, "contract.expired", "李明") == ["flag:attention"]


LEADERS = [
    ({"contract_type": "fixed_term", "ends_on": "2026-01-11"}, "flag:blocking", "pass"),
    ({"contract_type": "fixed_term", "ends_on": "2026-01-31"}, "flag:attention", "pass"),
    ({"starts_on": "2026-02-12"}, "pass", "flag:blocking"),
]


@pytest.mark.parametrize(("fields", "expired", "not_started"), LEADERS)
def test_a_leader_must_be_employed_and_a_member_may_be_replaced(fields: dict[str, Any], expired: str, not_started: str) -> None:
    checks = judged(with_fields(clean_papers(), "labor_contract", "张建国", **fields))
    assert answers(checks, "contract.expired", "leader") == [expired]
    assert answers(checks, "contract.not_started", "leader") == [not_started]


TERMS = [
    ({}, {}, "pass"),
    ({"starts_on": "2021-01-01"}, {}, "flag:attention"),
    ({"ends_on": "2027-12-31"}, {}, "flag:attention"),
    ({"ends_on": made("2027-12-31", 0.8)}, {}, "cannot_tell:unreadable"),
    ({"ends_on": made(None, 0.1)}, {}, "cannot_tell:unreadable"),
    ({}, {"members__0__contract": None}, "cannot_tell:not_on_form"),
    ({}, {"members__0__contract__ends_on": ...}, "pass"),
    ({}, {"members__0__contract__ends_on": None}, "flag:attention"),
    ({"contract_type": "open_ended", "ends_on": ...}, {"members__0__contract__ends_on": None}, "pass"),
    ({"contract_type": "open_ended", "ends_on": ...}, {}, "flag:attention"),
    ({"contract_type": "task", "ends_on": ...}, {}, "pass"),
]


@pytest.mark.parametrize(("fields", "stated", "answer"), TERMS)
def test_the_stated_term_is_held_against_the_printed_one(fields: dict[str, Any], stated: dict[str, Any], answer: str) -> None:
    checks = judged([*without(clean_papers(), "labor_contract", "李明"), contract(MEMBERS[0], **fields)], form(**stated))
    assert answers(checks, "contract.term_mismatch", "李明") == [answer]


EMPLOYERS = [
    ({"employer_name": UNIT}, "pass", "pass"),
    ({"employer_name": "天津海河造船有限公司"}, "flag:blocking", "flag:attention"),
    ({"employer_name": made("天津海河造船有限公司", 0.7)}, "cannot_tell:unreadable", "cannot_tell:unreadable"),
    ({"employer_name": made(None, 0.1)}, "cannot_tell:unreadable", "cannot_tell:unreadable"),
    ({"employer_name": made(None, 0.1), "employer_uscc": "91110400MAD1234570"}, "pass", "pass"),
    ({"employer_name": ...}, "cannot_tell:unreadable", "cannot_tell:unreadable"),
    ({"employer_name": "天津海河造船有限公司", "employer_uscc": "91110400MAD1234570"}, "pass", "pass"),
]


@pytest.mark.parametrize(("fields", "leader", "member"), EMPLOYERS)
def test_the_employer_is_the_unit(fields: dict[str, Any], leader: str, member: str) -> None:
    checks = judged(with_fields(clean_papers(), "labor_contract", **fields))
    assert answers(checks, "contract.employer_mismatch", "leader") == [leader]
    assert answers(checks, "contract.employer_mismatch", "李明") == [member]


FORMER: list[tuple[dict[str, Any], str]] = [
    ({}, "pass"),
    ({"employer_name": "北京旧名机床厂", "employer_uscc": USCC}, "flag:attention"),
    ({"employer_name": "北京旧名机床厂", "employer_uscc": "91110302MA00TE5T2R"}, "not_applicable"),
    ({"employer_name": "北京旧名机床厂", "employer_uscc": made(USCC[:-1] + "1", 0.5)}, "cannot_tell:unreadable"),
    ({"employer_name": "北京旧名机床厂"}, "not_applicable"),
    ({"employer_name": UNIT.replace("试", "式"), "employer_uscc": USCC}, "pass"),
]


@pytest.mark.parametrize(("fields", "answer"), FORMER)
def test_another_name_with_the_units_own_code_is_a_former_one(fields: dict[str, Any], answer: str) -> None:
    checks = judged(with_fields(clean_papers(), "labor_contract", **fields))
    assert answers(checks, "unit.former_name") == [answer]
    if answer == "flag:attention":
        assert flags(checks) == {("unit.former_name", "unit")}
    assert answers(judged(without(clean_papers(), "labor_contract")), "unit.former_name") == ["not_applicable"]


POSITIONS = [
    ("装配钳工", "装配钳工", "pass"),
    ("装配钳工", "装配钳工岗位", "pass"),
    ("电工", "维修电工", "pass"),
    ("装配钳工", made("行政文员", 0.6), "cannot_tell:unreadable"),
    ("装配钳工", "行政文员", "flag:attention"),
    ("装配钳工", ..., "not_applicable"),
    (None, "装配钳工", "cannot_tell:not_on_form"),
]


@pytest.mark.parametrize(("stated", "printed", "answer"), POSITIONS)
def test_posts_are_worded_freely(stated: str | None, printed: Any, answer: str) -> None:
    papers = with_fields(clean_papers(), "labor_contract", "李明", position=printed)
    assert answers(judged(papers, form(members__0__position=stated)), "contract.position_mismatch", "李明") == [answer]


DISPATCH = [
    (UNIT, "劳动合同书\n甲方：北京测试精密机械有限公司", "pass"),
    ("北京某某劳务派遣有限公司", "劳动合同书", "flag:attention"),
    (made("北京某某劳务派遣有限公司", 0.6), "劳动合同书", "pass"),
    (UNIT, "退休返聘协议书\n甲方", "flag:attention"),
    (UNIT, "劳务合同", "flag:attention"),
    (UNIT, "劳动合同书\n用工单位：北京别家有限公司", "flag:attention"),
    (UNIT, "劳动合同书\n" * 20 + "乙方不得从事劳务派遣\n劳务合同", "pass"),
    (..., "", "cannot_tell:unreadable"),
]


@pytest.mark.parametrize(("employer", "print_", "answer"), DISPATCH)
def test_signs_of_dispatch_are_found_in_titles_and_employers(employer: Any, print_: str, answer: str) -> None:
    papers = with_fields(clean_papers(), "labor_contract", "李明", employer_name=employer)
    papers = with_parts(papers, "labor_contract", "李明", pages=(page(text=print_),))
    assert answers(judged(papers), "contract.dispatched_worker", "李明") == [answer]


def test_an_agency_that_applies_for_itself_employs_its_own() -> None:
    agency = "北京测试人力资源有限公司"
    papers = with_fields(clean_papers(), "labor_contract", employer_name=agency)
    assert set(answers(judged(papers, form(unit__name=agency)), "contract.dispatched_worker")) == {"pass"}


def test_a_missing_contract_leaves_its_rules_open() -> None:
    checks = judged(without(clean_papers(), "labor_contract", "李明"))
    rules = ("employer_mismatch", "expired", "not_started", "term_mismatch", "position_mismatch", "dispatched_worker")
    for rule in rules:
        assert answers(checks, f"contract.{rule}", "李明") == ["cannot_tell:missing_material"]


def test_contracts_without_a_stated_person_find_their_owners() -> None:
    papers = [one.model_copy(update={"person": None}) for one in clean_papers()]
    assert [check.message for check in judged(papers) if check.status in ("flag", "cannot_tell")] == []


def test_a_contract_of_another_person_in_the_leaders_name_is_named() -> None:
    other = contract(LEADER, employee_name="孙悦", id_number="440306200109102565", contract_type="open_ended", ends_on=...)
    papers = [*without(clean_papers(), "labor_contract", "张建国"), other]
    checks = judged(papers)
    assert "flag:blocking" in answers(checks, "identity.name_mismatch", "leader")
    assert "flag:blocking" in answers(checks, "identity.id_number_mismatch", "leader")


def test_a_telltale_line_is_the_evidence() -> None:
    line = Line(text="劳务合同", confidence=0.95, box=Box(0.4, 0.1, 0.6, 0.13))
    papers = with_parts(clean_papers(), "labor_contract", "李明", pages=(page().model_copy(update={"lines": (line,)}),))
    (check,) = [c for c in judged(papers) if c.rule == "contract.dispatched_worker" and c.subject == "李明"]
    assert check.evidence[0].box == line.box and check.found == "劳务合同"


DAYS = some.dates(date(2015, 1, 1), date(2030, 12, 31))
SPANS = some.lists(some.tuples(DAYS, DAYS).map(sorted), min_size=1, max_size=4)


@given(SPANS, DAYS)
def test_over_all_renewals_a_contract_is_in_force_or_has_ended_or_has_not_begun(spans: list[list[date]], day: date) -> None:
    terms = [term(first.isoformat(), last.isoformat()) for first, last in spans]
    covered = any(first <= day <= last for first, last in spans)
    assert in_force(terms, day) == ("yes" if covered else "no")
    assert bool(has_ended(terms, day) or has_not_begun(terms, day)) is not covered
    assert not (covered and has_ended(terms, day))


@given(SPANS)
def test_the_first_and_the_last_day_of_a_contract_count(spans: list[list[date]]) -> None:
    terms = [term(first.isoformat(), last.isoformat()) for first, last in spans]
    assert all(in_force(terms, day) == "yes" for span in spans for day in span)
