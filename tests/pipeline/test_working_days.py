"""Working days with holidays and worked weekends."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some

from pipeline.working_days import is_working_day, working_days_after
from tests.pipeline.checks.dossiers import PROGRAMME

CALENDAR = PROGRAMME.calendar

VECTORS = [
    ("2026-02-12", 1, "2026-02-13"),
    ("2026-02-12", 2, "2026-02-14"),
    ("2026-02-12", 3, "2026-02-24"),
    ("2026-02-13", 3, "2026-02-25"),
    ("2026-02-25", 3, "2026-02-28"),
    ("2026-03-06", 3, "2026-03-11"),
    ("2026-01-01", 1, "2026-01-04"),
]


@pytest.mark.parametrize(("told", "count", "due"), VECTORS)
def test_the_day_of_the_notice_does_not_count_and_worked_saturdays_do(told: str, count: int, due: str) -> None:
    assert working_days_after(date.fromisoformat(told), count, CALENDAR).isoformat() == due


def worked_days(first: date, last: date) -> int:
    """How many working days lie between, both ends counted."""
    return sum(is_working_day(first + timedelta(days=offset), CALENDAR) for offset in range((last - first).days + 1))


def test_the_window_has_31_days_of_which_23_are_worked() -> None:
    window = PROGRAMME.window
    assert (window.closes - window.opens).days + 1 == 31
    assert worked_days(window.opens, window.closes) == 23


DAYS = some.dates(date(2025, 12, 1), date(2026, 12, 31))


@given(DAYS, some.integers(1, 30))
def test_the_day_found_is_worked_and_so_many_lie_before_it(day: date, count: int) -> None:
    due = working_days_after(day, count, CALENDAR)
    assert is_working_day(due, CALENDAR)
    assert worked_days(day + timedelta(days=1), due) == count
