"""How papers word dates, amounts and levels: values in, Chinese print out."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from random import Random

NUMERALS = "〇一二三四五六七八九"


def plain(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"


def padded(day: date) -> str:
    return f"{day:%Y}年{day:%m}月{day:%d}日"


def spaced(day: date) -> str:
    return f"{day:%Y} 年 {day:%m} 月 {day:%d} 日"


def dashed(day: date) -> str:
    return day.isoformat()


def dotted(day: date) -> str:
    return f"{day:%Y.%m.%d}"


def in_numerals(day: date, zero: str = "〇") -> str:
    """二〇二三年三月一日."""
    year = "".join(NUMERALS[int(digit)] for digit in str(day.year)).replace("〇", zero)
    return f"{year}年{numeral(day.month)}月{numeral(day.day)}日"


def numeral(number: int) -> str:
    """1 … 99 in Chinese numerals."""
    tens, ones = divmod(number, 10)
    head = {0: "", 1: "十"}.get(tens, NUMERALS[tens % 10] + "十")
    return head + (NUMERALS[ones] if ones else "")


DateStyle = Callable[[date], str]
DATE_STYLES: tuple[DateStyle, ...] = (plain, plain, padded, spaced, in_numerals)
LIST_DATE_STYLES: tuple[DateStyle, ...] = (plain, padded, spaced, dashed, dotted)

RANKS = {"初级工": "五级", "中级工": "四级", "高级工": "三级", "技师": "二级", "高级技师": "一级"}
OLD_RANKS = {"初级工": "初级技能", "中级工": "中级技能", "高级工": "高级技能", "技师": "技师", "高级技师": "高级技师"}


def new_level(level: str) -> str:
    """``二级/技师``, as the one-page certificate wants it (domain §3.4)."""
    return f"{RANKS[level]}/{level}"


def old_level(rng: Random, level: str) -> str:
    """The booklet's ways: 技师 · 二级技师 · 高级技能（国家职业资格三级）."""
    rank, name = RANKS[level], OLD_RANKS[level]
    return rng.choice((name, f"{rank}（{name}）", f"{name}（国家职业资格{rank}）", f"{rank}/{level}"))


PATENT_KINDS = {"invention": "发明", "utility_model": "实用新型", "design": "外观设计"}
