"""Statutory retirement: the vectors of the phased measures, and the four readings of the two-year rule."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some

from pipeline.checks.retirement import (
    Category,
    add_months,
    delay_months,
    far_enough_by_day,
    far_enough_by_month,
    readings,
    retirement_date,
)
from tests.pipeline.checks.dossiers import answers, form, judged

# category, month of birth, delay in months, statutory age, month of retirement
VECTORS = """
M 1964-12 0 60y0m 2024-12 | F55 1969-12 0 55y0m 2024-12
M 1965-01 1 60y1m 2025-02 | F55 1970-01 1 55y1m 2025-02
M 1965-04 1 60y1m 2025-05 | F55 1970-04 1 55y1m 2025-05
M 1965-05 2 60y2m 2025-07 | F55 1970-05 2 55y2m 2025-07
M 1965-08 2 60y2m 2025-10 | F55 1971-04 4 55y4m 2026-08
M 1965-09 3 60y3m 2025-12 | F55 1972-01 7 55y7m 2027-08
M 1965-12 3 60y3m 2026-03 | F55 1972-05 8 55y8m 2028-01
M 1966-01 4 60y4m 2026-05 | F55 1975-01 16 56y4m 2031-05
M 1967-01 7 60y7m 2027-08 | F55 1981-08 35 57y11m 2039-07
M 1967-04 7 60y7m 2027-11 | F55 1981-09 36 58y0m 2039-09
M 1967-05 8 60y8m 2028-01 | F55 1981-12 36 58y0m 2039-12
M 1967-08 8 60y8m 2028-04 | F55 1990-03 36 58y0m 2048-03
M 1968-01 10 60y10m 2028-11 | F50 1974-12 0 50y0m 2024-12
M 1970-06 17 61y5m 2031-11 | F50 1975-01 1 50y1m 2025-02
M 1972-12 24 62y0m 2034-12 | F50 1975-02 1 50y1m 2025-03
M 1976-04 34 62y10m 2039-02 | F50 1975-03 2 50y2m 2025-05
M 1976-08 35 62y11m 2039-07 | F50 1975-11 6 50y6m 2026-05
M 1976-09 36 63y0m 2039-09 | F50 1976-11 12 51y0m 2027-11
M 1976-12 36 63y0m 2039-12 | F50 1976-12 12 51y0m 2027-12
M 1985-06 36 63y0m 2048-06 | F50 1977-01 13 51y1m 2028-02
M 2000-12 36 63y0m 2063-12 | F50 1980-01 31 52y7m 2032-08
F50 1984-10 59 54y11m 2039-09 | F50 1984-11 60 55y0m 2039-11
F50 1995-12 60 55y0m 2050-12 | F55 1981-01 34 57y10m 2038-11
"""
TABLE = [row.split() for line in VECTORS.strip().splitlines() for row in line.split("|")]


@pytest.mark.parametrize(("category", "month", "delay", "age", "retires"), TABLE)
def test_the_statutory_age_rises_with_the_month_of_birth(
    category: Category, month: str, delay: str, age: str, retires: str
) -> None:
    born = date.fromisoformat(f"{month}-01")
    years, months = age.rstrip("m").split("y")
    assert delay_months(born, category) == int(delay)
    assert retirement_date(born, category).isoformat()[:7] == retires
    assert add_months(born, int(years) * 12 + int(months)) == retirement_date(born, category)


# category, birth, retirement, then by day and by month for the window's first and its last day
ELIGIBILITY = """
M 1967-04-30 2027-11-30 N/N N/N
M 1967-05-01 2028-01-01 N/Y N/N
M 1967-05-11 2028-01-11 N/Y N/N
M 1967-05-12 2028-01-12 Y/Y N/N
M 1967-06-10 2028-02-10 Y/Y N/Y
M 1967-06-11 2028-02-11 Y/Y Y/Y
M 1968-01-15 2028-11-15 Y/Y Y/Y
M 1964-12-31 2024-12-31 N/N N/N
F55 1972-05-11 2028-01-11 N/Y N/N
F55 1972-05-12 2028-01-12 Y/Y N/N
F55 1972-06-11 2028-02-11 Y/Y Y/Y
F50 1976-12-31 2027-12-31 N/N N/N
F50 1977-01-01 2028-02-01 Y/Y N/Y
F50 1977-05-31 2028-08-31 Y/Y Y/Y
"""
FIRST, LAST = date(2026, 1, 12), date(2026, 2, 11)


@pytest.mark.parametrize(
    ("category", "birth", "retires", "first", "last"), [row.split() for row in ELIGIBILITY.strip().splitlines()]
)
def test_two_years_are_counted_by_day_and_by_month(category: Category, birth: str, retires: str, first: str, last: str) -> None:
    born = date.fromisoformat(birth)
    retirement = retirement_date(born, category)
    assert retirement.isoformat() == retires
    for applied, expected in ((FIRST, first), (LAST, last)):
        assert [far_enough_by_day(applied, retirement, 24), far_enough_by_month(applied, retirement, 24)] == [
            letter == "Y" for letter in expected.split("/")
        ]
    assert readings(born, category, [FIRST, LAST], 24) == [letter == "Y" for pair in (first, last) for letter in pair.split("/")]


def test_month_arithmetic_ends_with_the_month_and_with_the_calendar() -> None:
    assert add_months(date(1972, 8, 31), 6) == date(1973, 2, 28)
    assert add_months(date(9999, 1, 1), 24) == date.max
    assert add_months(date(1, 1, 1), -24) == date.min


def leader(birth: str, gender: str = "male", **more: object) -> dict[str, object]:
    changes: dict[str, object] = {"leader__id_number": ..., "leader__birthdate": birth, "leader__gender": gender}
    return {**changes, "submitted_at": "2026-02-11T09:00:00+08:00", **{f"leader__{key}": value for key, value in more.items()}}


RETIREMENT = [
    (leader("1967-06-11"), "pass"),
    (leader("1967-06-10"), "flag:attention"),
    (leader("1967-05-12"), "flag:attention"),
    (leader("1967-05-01"), "flag:attention"),
    (leader("1967-04-30"), "flag:blocking"),
    (leader("1967-04-30", route="honour"), "flag:info"),
    (leader("1967-06-11", route="honour"), "pass"),
    (leader("1977-01-11", "female", position_category="worker"), "pass"),
    (leader("1977-01-01", "female", position_category="worker"), "flag:attention"),
    (leader("1976-12-31", "female", position_category="worker"), "flag:blocking"),
    (leader("1976-12-31", "female", position_category="management_or_technical"), "pass"),
    (leader("1976-12-31", "female", position_category=None), "cannot_tell:not_on_form"),
    (leader("1980-05-01", "female", position_category=None), "pass"),
    (leader("1968-05-01", "female", position_category=None), "flag:blocking"),
    ({"leader__id_number": None, "leader__birthdate": None}, "cannot_tell:not_on_form"),
    ({"leader__birthdate": "1950-01-01"}, "pass"),
]


@pytest.mark.parametrize(("changes", "answer"), RETIREMENT)
def test_only_unanimous_readings_decide_about_retirement(changes: dict[str, object], answer: str) -> None:
    assert answers(judged(None, form(**changes)), "leader.near_retirement") == [answer]


def test_a_mixed_answer_shows_both_days_of_application() -> None:
    checks = judged(None, form(**leader("1967-06-10")))
    (check,) = [check for check in checks if check.rule == "leader.near_retirement"]
    assert all(day in check.message for day in ("2028-02-10", "2026-01-12", "2026-02-11"))


BIRTHS = some.dates(date(1930, 1, 1), date(2010, 12, 31))
CATEGORIES: tuple[Category, ...] = ("M", "F55", "F50")


def last_of(year: int, month: int) -> int:
    return monthrange(year, month)[1]


@given(some.dates(date(1, 1, 1), date(9000, 1, 1)), some.integers(0, 900))
def test_months_are_added_to_the_same_day_or_to_the_last_of_a_shorter_month(day: date, months: int) -> None:
    later = add_months(day, months)
    assert (later.year - day.year) * 12 + later.month - day.month == months
    assert later.day == min(day.day, last_of(later.year, later.month))


@given(BIRTHS, some.sampled_from(CATEGORIES))
def test_who_is_born_later_never_retires_earlier(born: date, category: Category) -> None:
    assert retirement_date(born, category) <= retirement_date(born + timedelta(days=1), category)
    assert delay_months(born, category) <= delay_months(born + timedelta(days=31), category)


@given(BIRTHS, some.sampled_from(CATEGORIES), some.dates(date(2025, 1, 1), date(2040, 12, 31)), some.integers(0, 60))
def test_counting_by_the_month_is_never_stricter_than_by_the_day(born: date, category: Category, day: date, months: int) -> None:
    retires = retirement_date(born, category)
    assert far_enough_by_day(day, retires, months) <= far_enough_by_month(day, retires, months)


LEAP_DAYS: list[tuple[str, Category, str]] = [
    ("1964-02-29", "M", "2024-02-29"),
    ("1968-02-29", "M", "2028-12-29"),
    ("1972-02-29", "F55", "2027-09-29"),
    ("1976-02-29", "F50", "2026-09-29"),
    ("1976-05-31", "F50", "2027-02-28"),
    ("1976-08-31", "M", "2039-07-31"),
    ("1976-06-30", "M", "2039-05-30"),
    ("1988-02-29", "M", "2051-02-28"),
]


@pytest.mark.parametrize(("birth", "category", "retires"), LEAP_DAYS)
def test_leap_days_and_the_last_days_of_months_retire_within_their_month(birth: str, category: Category, retires: str) -> None:
    assert retirement_date(date.fromisoformat(birth), category).isoformat() == retires
