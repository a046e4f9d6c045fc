"""Dates and terms, in every form that papers print."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractors.kinds import find_dates, find_range, kind


@pytest.mark.parametrize(
    ("print_", "value"),
    [
        ("2026年1月12日", "2026-01-12"),
        ("2026年 1月.12日", "2026-01-12"),
        ("2026-01-12", "2026-01-12"),
        ("2026.01.12", "2026-01-12"),
        ("2026/1/12", "2026-01-12"),
        ("20260112", "2026-01-12"),
        ("二〇二六年一月十二日", "2026-01-12"),
        ("二○二六年二月十一日", "2026-02-11"),
        ("二零二三年十月二十五日", "2023-10-25"),
        ("一九八五年六月七日", "1985-06-07"),
        ("二O二O年十二月三十一日", "2020-12-31"),
        ("二 〇 二 三 年 三 月 廿 一 日", "2023-03-21"),
        ("贰零贰叁年零叁月壹拾伍日", "2023-03-15"),
        ("2023 年 3 月 1 日", "2023-03-01"),
        ("2 0 2 3 年 0 3 月 0 1 日", "2023-03-01"),
        ("___2023__年__3__月__1__日", "2023-03-01"),
        ("２０２３年３月１日", "2023-03-01"),
        ("公元二〇二一年五月六日", "2021-05-06"),
        ("二0二一年元月六日", "2021-01-06"),
        ("2021年十二月六日", "2021-12-06"),
        ("〇二一年五月六日", "2021-05-06"),
        ("2021年5月6", "2021-05-06"),
        ("2O23年l0月3O日", "2023-10-30"),
        ("2023午3用1曰", "2023-03-01"),
        ("发证日期：2019年09月16日 证书编号 123", "2019-09-16"),
        ("2009 年 Year 06 月 Month 30 日 Day", "2009-06-30"),
        ("Issued on 2009.06.30", "2009-06-30"),
        ("Mar. 5, 2021", "2021-03-05"),
        ("5 March 2021", "2021-03-05"),
        ("2023。03．01", "2023-03-01"),
        ("2023年3月", "2023-03"),
        ("出生年月 1978.03", "1978-03"),
        ("一九七八年三月", "1978-03"),
        ("2023年3月1", "2023-03-01"),
        ("2023年2月30日 2023年3月1日", "2023-03-01"),
    ],
)
def test_a_date_is_found_in_print(print_: str, value: str) -> None:
    found = kind("date").find(print_)
    assert found is not None
    assert found.value == value


@pytest.mark.parametrize(
    "print_",
    [
        "",
        "   年   月   日",
        "2023年",
        "2023年13月1日",
        "2023-02-30",
        "110115198506071239",
        "99999999",
        "0571-12345678",
        "第20260112001号",
        "长期",
    ],
)
def test_no_date_is_found_where_none_is(print_: str) -> None:
    assert kind("date").find(print_) is None


def test_a_year_without_its_small_zero_is_repaired_and_one_that_lost_another_digit_is_none() -> None:
    restored = kind("date").find("二一九年八月二日")
    assert restored and (restored.value, restored.repaired) == ("2019-08-02", True)
    assert kind("date").find("二〇二年八月二十二日") is None


@pytest.mark.parametrize("print_", ["2021年5月6", "〇二一年五月六日"])
def test_a_torn_date_counts_as_repaired(print_: str) -> None:
    found = kind("date").find(print_)
    assert found is not None
    assert found.repaired


def test_a_year_of_two_figures_is_no_date() -> None:
    assert find_dates("21年5月6日") == []


def test_a_misread_digit_of_a_date_is_reported_as_repaired() -> None:
    assert kind("date").find("2O23年3月1日").repaired is True  # type: ignore[union-attr]
    assert kind("date").find("二O二三年三月一日").repaired is False  # type: ignore[union-attr]
    assert kind("date").find("2009 年 Year 06 月 Month 30 日 Day").repaired is False  # type: ignore[union-attr]


def test_the_span_of_a_date_is_that_of_its_print() -> None:
    text = "于 2023 年 3 月 1 日起"
    found = kind("date").find(text)
    assert found is not None
    assert text[found.start : found.end] == "2023 年 3 月 1 日"


def test_all_dates_are_found_in_the_order_of_print() -> None:
    assert [one.value for one in find_dates("甲方 2023年3月1日 乙方 二〇二三年三月二日 2023.03.03")] == [
        "2023-03-01",
        "2023-03-02",
        "2023-03-03",
    ]


@pytest.mark.parametrize(
    ("print_", "start", "end"),
    [
        ("自2023年3月1日起至2026年2月28日止", "2023-03-01", "2026-02-28"),
        ("自 2023 年 03 月 01 日 起 至 2026 年 02 月 28 日 止", "2023-03-01", "2026-02-28"),
        ("2019年09月16日至长期", "2019-09-16", "endless"),
        ("2016年10月18日 至 2036年10月17日", "2016-10-18", "2036-10-17"),
        ("自二〇〇四年十一月十八日至二〇一四年十一月十八日", "2004-11-18", "2014-11-18"),
        ("2020.01.01-2022.12.31", "2020-01-01", "2022-12-31"),
        ("2020-01-01~2022-12-31", "2020-01-01", "2022-12-31"),
        ("2020-01-01 - 2022-12-31", "2020-01-01", "2022-12-31"),
        ("20200101-20221231", "2020-01-01", "2022-12-31"),
        ("自2023年3月1日起至   年   月   日", "2023-03-01", "blank"),
        ("自2020年1月1日起至法定终止条件出现时止，无固定期限", "2020-01-01", "endless"),
        ("2019年09月16日至", "2019-09-16", "blank"),
        ("有效期至2036年10月17日", "none", "2036-10-17"),
    ],
)
def test_a_term_has_a_first_and_a_last_day(print_: str, start: str, end: str) -> None:
    term = find_range(print_)
    assert term is not None
    assert (term.starts_on.value if term.starts_on else "none") == start
    if end == "blank":
        assert term.ends_on is None
    else:
        assert term.ends_on is not None
        assert term.ends_on.value == (None if end == "endless" else end)


def test_print_without_a_date_is_no_term() -> None:
    assert find_range("自   年   月   日起至   年   月   日止") is None


@pytest.mark.parametrize(
    ("print_", "value"),
    [
        ("2019年09月16日至长期", None),
        ("长  期", None),
        ("2016年10月18日至 2036年10月17日", "2036-10-17"),
        ("至 2036年10月17日", "2036-10-17"),
        ("2036年10月17日", "2036-10-17"),
    ],
)
def test_the_end_of_a_term_is_a_date_or_never(print_: str, value: str | None) -> None:
    found = kind("term_end").find(print_)
    assert found is not None
    assert found.value == value


@pytest.mark.parametrize("print_", ["2019年09月16日至", "自2019年09月16日", "", "营业期限"])
def test_a_blank_end_of_a_term_is_not_found(print_: str) -> None:
    assert kind("term_end").find(print_) is None


@pytest.mark.parametrize(
    ("stated", "printed", "outcome"),
    [
        ("1978-03-15", "1978年3月15日", "same"),
        ("1978-03-15", "1978-03", "same"),
        ("1978-04-15", "1978-03", "different"),
        ("1978-03-15", "1978-03-16", "different"),
        ("1978-03-15", None, "cannot_tell"),
        (None, "1978-03-15", "cannot_tell"),
    ],
)
def test_dates_are_compared_by_the_calendar(stated: str | None, printed: str | None, outcome: str) -> None:
    assert kind("date").compare(stated, printed).outcome == outcome


_HAN = dict(zip("0123456789", "〇一二三四五六七八九", strict=True))


def _han(number: int) -> str:
    tens, ones = divmod(number, 10)
    return {0: "", 1: "十"}.get(tens, f"{_HAN[str(tens)]}十") + (_HAN[str(ones)] if ones else "")


FORMS = (
    lambda day: f"{day.year}年{day.month}月{day.day}日",
    lambda day: f"{day.year} 年 {day.month:02} 月 {day.day:02} 日",
    lambda day: day.isoformat(),
    lambda day: f"{day:%Y%m%d}",
    lambda day: f"{day.year}.{day.month}.{day.day}",
    lambda day: "".join(_HAN[digit] for digit in str(day.year)) + f"年{_han(day.month)}月{_han(day.day)}日",
)


@settings(deadline=None)
@given(st.dates(date(1930, 1, 1), date(2099, 12, 31)), st.integers(0, len(FORMS) - 1))
def test_a_date_is_the_same_in_every_form(day: date, form: int) -> None:
    found = kind("date").find(f"：{FORMS[form](day)}")
    assert found is not None
    assert found.value == day.isoformat()
    assert found.repaired is False


@settings(deadline=None)
@given(st.text(alphabet="0123456789年月日一二三十〇O-./ 至自长期X", max_size=40))
def test_no_print_whatever_makes_dates_fail(text: str) -> None:
    for name in ("date", "term_end"):
        found = kind(name).find(text)
        assert found is None or 0 <= found.start < found.end <= len(text)
    find_range(text)
