"""Statutory retirement: a birth date and a category in, a date out (decision of 2024-09-13, phased from 2025-01-01)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Literal, NamedTuple

from dateutil.relativedelta import relativedelta

Category = Literal["M", "F55", "F50"]


class Scale(NamedTuple):
    """``base`` years; from ``start_year``-01 on one month is added for every ``step`` months of birth, at most ``most``."""

    base: int
    start_year: int
    step: int
    most: int


SCALES: dict[Category, Scale] = {
    "M": Scale(60, 1965, 4, 36),
    "F55": Scale(55, 1970, 4, 36),
    "F50": Scale(50, 1975, 2, 60),
}


def delay_months(born: date, category: Category) -> int:
    """Months that the statutory age lies above the former one."""
    scale = SCALES[category]
    months = (born.year - scale.start_year) * 12 + born.month - 1
    return 0 if months < 0 else min(months // scale.step + 1, scale.most)


def retirement_date(born: date, category: Category) -> date:
    """Birth date + statutory age, the day clamped to the month's end."""
    return add_months(born, SCALES[category].base * 12 + delay_months(born, category))


def add_months(day: date, months: int) -> date:
    """Clamped to the month's end, and to the calendar's."""
    try:
        return day + relativedelta(months=months)
    except (OverflowError, ValueError):
        return date.max if months > 0 else date.min


def far_enough_by_day(applied: date, retires: date, months: int) -> bool:
    """Whether ``months`` after the application the person is not yet past retirement, counted to the day."""
    return add_months(applied, months) <= retires


def far_enough_by_month(applied: date, retires: date, months: int) -> bool:
    """The same counted in whole calendar months."""
    return (retires.year - applied.year) * 12 + retires.month - applied.month >= months


def readings(born: date, category: Category, applied: Sequence[date], months: int) -> list[bool]:
    """Every reading of the guide's 2年以上（含2年）: by day and by month, from each possible date of application."""
    retires = retirement_date(born, category)
    tests = (far_enough_by_day, far_enough_by_month)
    return [test(day, retires, months) for day in applied for test in tests]
