"""Working days: a day, a count and a calendar in, a day out."""

from __future__ import annotations

from datetime import date, timedelta

from pipeline.knowledge import Calendar

SATURDAY = 5


def is_working_day(day: date, calendar: Calendar) -> bool:
    """Monday to Friday but for the days off, and the weekend days that are worked instead."""
    if day in calendar.worked:
        return True
    return day.weekday() < SATURDAY and not any(first <= day <= last for first, last in calendar.holidays)


def working_days_after(day: date, count: int, calendar: Calendar) -> date:
    """The ``count``-th working day after ``day``, which does not count itself."""
    while count > 0:
        day += timedelta(days=1)
        count -= is_working_day(day, calendar)
    return day
