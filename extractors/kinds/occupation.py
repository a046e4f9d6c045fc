"""Occupations and job types: cut out of raw print, compared through the catalogue rather than by their letters."""

from __future__ import annotations

import re

from extractors.kinds.comparison import different, lookalike, of_text, same, similarity
from extractors.kinds.kind import Found, Kind
from extractors.kinds.lookalikes import differ_by_lookalikes
from extractors.normalisation import GAP, HAN, any_of, fold, organisation_form, simplify, words
from extractors.occupations import look_up, plain_occupation
from extractors.records import Comparison

_BEFORE = words(
    """
    职业名称 职业(工种)及等级 职业及等级 职业(工种)名称 职业(工种) 职业工种 职业 工种/职业方向 工种(职业方向) 职业方向
    工种名称 工种 从事职业 名称 及等级
    """
)
_LABELS = words(
    """
    工种/职业方向 工种 职业方向 职业技能等级 技能等级 等级 级别 证书编号 编号 发证日期 评价机构 理论 操作技能 评定 成绩
    身份证 证件 姓名 性别 出生 文化程度 国家职业资格
    """
)
_LEAD = re.compile(
    rf"(?:{any_of(_BEFORE)}(?={GAP}[:() ]|{GAP}[{HAN}]{{2}})"
    r"|(?i:occupation|job|type|name|skill|level|specialization|of|and|&)\b"
    r"|[1-8]-[0-9]{2}-[0-9]{2}-[0-9]{2}|[\s:;,.、，。；&\-_/|]+)"
)
_STOP = re.compile(rf"{any_of(_LABELS)}|[;；。，,:：\n]|  +(?=[A-Za-z])|\b(?i:occupation|skill|level|job)\b")
_GRADE = rf"[一二三四五壹贰叁肆伍1-5]{GAP}级"
_LEVEL_NAME = r"(?:特级技师|首席技师|高级技师|技师|高级技能|中级技能|初级技能|高级工|中级工|初级工|高级|中级|初级)"
_ONLY_LEVEL = re.compile(rf"{_GRADE}.{{0,2}}|{_LEVEL_NAME}")
_TRAILING_LEVEL = re.compile(rf"(?<=.){GAP}[(（]?{GAP}(?:{_GRADE}|{_LEVEL_NAME}(?={GAP}(?:[()（）]|国家|$))).*$")
"""A grade and all that follows it, or a level's name at the end."""


def find_occupation(text: str) -> Found | None:
    """The occupation that ``text`` begins with, without the level printed behind it; None for ``--`` and other blanks."""
    folded = simplify(fold(text))
    start = 0
    while match := _LEAD.match(folded, start):
        start = match.end()
    stop = _STOP.search(folded, start)
    printed = folded[start : stop.start() if stop else len(folded)].rstrip(" _-/、.|")
    shorter = _TRAILING_LEVEL.sub("", printed).rstrip(" _-/、(（")
    printed = shorter if len(re.findall(f"[{HAN}]", shorter)) >= 2 else printed
    value = organisation_form(printed)
    if not 2 <= len(re.findall(f"[{HAN}]", value)) <= 24 or _ONLY_LEVEL.fullmatch(value):
        return None
    known = _known_beginning(value)
    if known is not None and printed.endswith(value[len(known) :]):
        return Found(known, start, start + len(printed) - len(value) + len(known), repaired=True)
    alone = _without_job_type(value)
    if alone != value:
        return Found(alone, start, start + re.search(r"[（(]", printed).start())  # type: ignore[union-attr]
    return Found(value, start, start + len(printed))


_WITH_JOB_TYPE = re.compile(r"([^（）]{2,})（[^（）]{2,}）")


def _without_job_type(value: str) -> str:
    """An occupation of the catalogue without the job type in brackets behind it, as 职业（工种） is filled in."""
    match = _WITH_JOB_TYPE.fullmatch(value)
    known = look_up(match[1]) if match else None
    return match[1] if match and known is not None and known.matched_by in ("name", "job_type") else value


def _known_beginning(value: str) -> str | None:
    """What the catalogue knows of a value it does not know as a whole: a stroke of a neighbour was read as its last character."""
    known = look_up(value[:-1]) if look_up(value) is None else None
    return value[:-1] if known is not None and known.matched_by in ("name", "job_type") else None


def _compare(stated: str, printed: str) -> Comparison:
    one, other = plain_occupation(stated), plain_occupation(printed)
    if one == other:
        return same("职业（工种）一致")
    score = similarity(one, other)
    meant, found = look_up(stated), look_up(printed)
    if meant and found:
        codes = {o.code for o in meant.occupations}, {o.code for o in found.occupations}
        if codes[0] & codes[1]:
            alone = len(codes[0]) == len(codes[1]) == 1
            reason = f"按职业分类大典同属{found.occupations[0].name}" if alone else "可能是同一职业，证书用的是旧称或统称，请核对"
            return same(reason) if alone else lookalike(reason, max(score, 0.8))
        return different("按职业分类大典不是同一职业", score)
    if differ_by_lookalikes(one, other, most=1):
        return lookalike("职业名称仅有一个形近字不同，请核对原件", score)
    if one in other or other in one:
        return lookalike("职业名称详略不同，请核对是否同一职业", max(score, 0.7))
    return different("职业（工种）不一致", score)


OCCUPATION = Kind("occupation", find_occupation, organisation_form, of_text(_compare))
