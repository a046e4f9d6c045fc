"""The dates of a labour contract: their order, probation by law, and an end that comes soon."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

from pipeline.checks.contract_dates import months_of, probation_allowed
from pipeline.checks.retirement import add_months
from tests.pipeline.checks.dossiers import MEMBERS, PROGRAMME, answers, clean_papers, contract, judged, made, page, without

Fields = dict[str, Any]


def of_li_ming(rule: str, text: str = "本合同", confidence: float = 0.97, **fields: Any) -> list[str]:
    own = contract(MEMBERS[0], **fields).model_copy(update={"pages": (page(text=text, confidence=confidence),)})
    return answers(judged([*without(clean_papers(), "labor_contract", "李明"), own]), rule, "李明")


ORDERS: list[tuple[Fields, str, str]] = [
    ({"signed_on": "2019-12-20"}, "本合同", "pass"),
    ({"signed_on": "2020-02-01"}, "本合同", "pass"),
    ({"signed_on": "2020-02-02"}, "本合同", "flag:info"),
    ({"signed_on": "2020-02-02"}, "续订劳动合同", "pass"),
    ({"ends_on": "2019-12-31"}, "本合同", "flag:attention"),
    ({"ends_on": made("2019-12-31", 0.8)}, "本合同", "cannot_tell:unreadable"),
    ({"contract_type": "open_ended", "ends_on": ...}, "本合同", "not_applicable"),
    ({"contract_type": "open_ended", "ends_on": ..., "signed_on": "2019-12-20"}, "本合同", "pass"),
]


@pytest.mark.parametrize(("fields", "text", "answer"), ORDERS)
def test_a_contract_is_signed_then_begins_then_ends(fields: Fields, text: str, answer: str) -> None:
    assert of_li_ming("contract.dates_implausible", text, **fields) == [answer]


ALLOWED = [
    ("2023-03-01", "2026-02-28", 6, "2023-08-31"),
    ("2023-03-01", "2026-02-27", 2, "2023-04-30"),
    ("2024-01-01", "2024-12-31", 2, "2024-02-29"),
    ("2024-01-01", "2024-12-30", 1, "2024-01-31"),
    ("2025-12-01", "2026-02-27", 0, "2025-11-30"),
    ("2020-01-01", None, 6, "2020-06-30"),
]


@pytest.mark.parametrize(("starts", "ends", "months", "latest"), ALLOWED)
def test_the_law_limits_probation_by_the_term(starts: str, ends: str | None, months: int, latest: str) -> None:
    begins, last = date.fromisoformat(starts), date.fromisoformat(ends) if ends else None
    assert probation_allowed(begins, last, PROGRAMME.probation) == months
    assert add_months(begins, months) - timedelta(days=1) == date.fromisoformat(latest)


DAYS = some.dates(date(2000, 1, 1), date(2060, 12, 31))


@given(DAYS, some.integers(0, 400))
def test_a_term_of_so_many_months_has_them_and_a_day_less_has_not(starts: date, months: int) -> None:
    last = add_months(starts, months) - timedelta(days=1)
    assert months_of(starts, last) == months
    assert months_of(starts, last - timedelta(days=1)) < max(months, 1)


@given(DAYS, some.integers(1, 4000), some.integers(1, 400))
def test_a_longer_term_never_allows_less_probation(starts: date, days: int, more: int) -> None:
    short, long = starts + timedelta(days=days), starts + timedelta(days=days + more)
    steps = PROGRAMME.probation
    assert (
        probation_allowed(starts, short, steps)
        <= probation_allowed(starts, long, steps)
        <= probation_allowed(starts, None, steps)
    )


PROBATIONS: list[tuple[str, float, Fields, str]] = [
    ("其中试用期至2020年6月30日止。", 0.97, {}, "pass"),
    ("试用期从2020年1月1日起至2020年7月31日止", 0.97, {}, "flag:info"),
    ("试用期从2020年1月1日起至2020年7月31日止", 0.8, {}, "cannot_tell:unreadable"),
    ("试用期为六个月", 0.97, {}, "pass"),
    ("试用期7个月", 0.97, {}, "flag:info"),
    ("试用期为1个月", 0.97, {"contract_type": "task", "ends_on": ...}, "flag:info"),
    ("试用期为六个月", 0.97, {"ends_on": made(None, 0.1)}, "cannot_tell:unreadable"),
    ("试用期至____年____月____日。本合同至2028年12月31日止", 0.97, {}, "not_applicable"),
    ("试用期期间的工资不低于约定工资的百分之八十", 0.97, {}, "not_applicable"),
]


@pytest.mark.parametrize(("text", "confidence", "fields", "answer"), PROBATIONS)
def test_probation_beyond_the_law_is_noted(text: str, confidence: float, fields: Fields, answer: str) -> None:
    assert of_li_ming("contract.probation_too_long", text, confidence, **fields) == [answer]


ENDS: list[tuple[Fields, str]] = [
    ({"ends_on": "2026-05-11"}, "pass"),
    ({"ends_on": "2026-05-10"}, "flag:info"),
    ({"ends_on": "2026-01-31"}, "not_applicable"),  # contract.expired speaks
    ({"ends_on": made("2026-03-01", 0.8)}, "cannot_tell:unreadable"),
    ({"ends_on": made(None, 0.1)}, "cannot_tell:unreadable"),
    ({"contract_type": "open_ended", "ends_on": ...}, "pass"),
    ({"contract_type": "task", "ends_on": ...}, "not_applicable"),
]


@pytest.mark.parametrize(("fields", "answer"), ENDS)
def test_a_contract_that_ends_soon_is_noted(fields: Fields, answer: str) -> None:
    assert of_li_ming("contract.ends_soon", **fields) == [answer]
