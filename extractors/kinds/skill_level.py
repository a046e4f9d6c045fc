"""Levels of skill, over both systems: 五级/初级工 … 一级/高级技师 and what stands above and below; found, ordered, compared.

The order is the ladder of 人社部发〔2022〕14号. Values are the contract's words: 学徒工 初级工 … 首席技师."""

from __future__ import annotations

import re

from extractors.kinds.comparison import different, of_text, same
from extractors.kinds.kind import Found, Kind
from extractors.normalisation import GAP, any_of, fold, gapped, simplify, squeeze
from extractors.records import Comparison

LEVELS = ("学徒工", "初级工", "中级工", "高级工", "技师", "高级技师", "特级技师", "首席技师")
"""From low to high."""

_BY_NUMERAL = {"5": "初级工", "4": "中级工", "3": "高级工", "2": "技师", "1": "高级技师"}
_NUMERALS = {"一": "1", "二": "2", "三": "3", "四": "4", "五": "5"} | dict(zip("壹贰叁肆伍ⅠⅡⅢⅣⅤ", "1234512345", strict=True))
_NUMERALS |= {"Ⅰ": "1", "ニ": "2", "l": "1", "—": "1"} | {digit: digit for digit in "12345"}

# Wordings with what they mean, the longest first; 师 is read as 帅, 技 as 枝. The bare 高级 is the old booklets' 高级(技能).
_WORDINGS = {level: level for level in LEVELS} | {
    "高级技能": "高级工",
    "中级技能": "中级工",
    "初级技能": "初级工",
    "高级技工": "高级工",
    "中级技工": "中级工",
    "初级技工": "初级工",
    "高级": "高级工",
    "中级": "中级工",
    "初级": "初级工",
    "学徒": "学徒工",
}


def _tolerant(word: str) -> str:
    return gapped(word).replace("师", "[师帅]").replace("技", "[技枝]")


_NAME = f"(?P<name>{'|'.join(_tolerant(word) for word in sorted(_WORDINGS, key=len, reverse=True))})"
_NUMERAL = rf"(?P<numeral>[一二三四五壹贰叁肆伍ⅠⅡⅢⅣⅤニ1-5])(?=级|{GAP}级)"
_GRADE = rf"{_NUMERAL}{GAP}级"
# 高级工程师 and the like are titles of another system, not levels of skill.
_NO_TITLE = r"(?!师|程师|职称|职务|经济师|会计师|工艺师|管理|人才|教师|讲师|工商|院|人民)"
_BOTH = re.compile(rf"{_GRADE}{GAP}[/／|、,(（\-]?{GAP}{_NAME}{_NO_TITLE}")
_REVERSED = re.compile(rf"{_NAME}{GAP}[/／(（、]{GAP}(?:国家职业资格)?{_GRADE}")
_NAMED = re.compile(rf"{_NAME}{_NO_TITLE}")
_GRADED = re.compile(rf"(?<![第0-9A-Za-z市省区]){_GRADE}(?!人|以|响|建造|资质|医|甲|公司|单位|法人)")
_TITLES = re.compile(any_of(("高级工程师", "中级工程师", "高级经济师", "高级会计师", "高级教师", "高级讲师")))


def find_level(text: str) -> Found | None:
    """The first level in ``text``. ``valid``: numeral and name agree when both are printed, None when only one is."""
    folded = _TITLES.sub(lambda match: " " * len(match.group()), simplify(fold(text)))
    for pattern in (_BOTH, _REVERSED, _NAMED, _GRADED):
        match = pattern.search(folded)
        if match:
            return _judged(match)
    return None


def _judged(match: re.Match[str]) -> Found:
    parts = match.groupdict()
    named = _WORDINGS[squeeze(parts["name"]).replace("帅", "师").replace("枝", "技")] if parts.get("name") else None
    graded = _BY_NUMERAL[_NUMERALS[parts["numeral"]]] if parts.get("numeral") else None
    agree = named == graded if named and graded else None
    return Found(named or graded, match.start(), match.end(), valid=agree)


def normalise_level(text: str) -> str:
    """The contract's word for a level in any wording; print that names none, without spaces."""
    found = find_level(text)
    return str(found.value) if found else squeeze(text)


def level_rank(level: str) -> int | None:
    """The place on the ladder, 0 (学徒工) … 7 (首席技师); None for what is no level. Any wording will do."""
    name = normalise_level(level)
    return LEVELS.index(name) if name in LEVELS else None


def level_of_digit(digit: int) -> str | None:
    """The level that the digit in a certificate's number stands for: 2 → 技师."""
    return _BY_NUMERAL.get(str(digit))


def _compare(stated: str, printed: str) -> Comparison:
    one, other = level_rank(stated), level_rank(printed)
    if one is not None and one == other:
        return same("技能等级一致")
    if normalise_level(stated) == normalise_level(printed):
        return same("技能等级一致")
    return different("技能等级不一致", 0.0)


SKILL_LEVEL = Kind("skill_level", find_level, normalise_level, of_text(_compare))
