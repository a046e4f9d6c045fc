"""The catalogue of occupations (中华人民共和国职业分类大典): the words of a certificate or form in, its occupation out.

The table is read once, on the first look-up; every later look-up is a few dictionary reads."""

from __future__ import annotations

import csv
import re
from collections import Counter
from functools import cache
from importlib.resources import files
from typing import Literal

from extractors.normalisation import simplify, squeeze
from models.records import Record

MatchedBy = Literal["name", "job_type", "stripped", "alias", "glued"]
SkillClass = Literal["yes", "unclear", "no"]
_MOST_ENDINGS = 2
_EXACT: tuple[MatchedBy, ...] = ("name", "job_type")
_ALIAS: MatchedBy = "alias"
_SKILL_CLASSES: dict[str, SkillClass] = {"3": "unclear", "4": "yes", "5": "yes", "6": "yes"}


class Occupation(Record):
    """A row of the catalogue. ``official`` False: the row stems from the consultation draft, its code may differ."""

    code: str
    name: str
    minor_code: str
    minor_name: str
    job_types: tuple[str, ...]
    official: bool

    @property
    def is_skill_class(self) -> SkillClass:
        """Whether it is an occupation of skill: classes 4, 5, 6 are; some of 3 have skill standards; the others are not."""
        return _SKILL_CLASSES.get(self.code[0], "no")


class Lookup(Record):
    """What words were found to mean, and how: by the catalogue's name, one of its job types (工种), the same without level or
    brackets, an older name, or as a part of job types that the source prints glued together."""

    matched_by: MatchedBy
    occupations: tuple[Occupation, ...]

    @property
    def occupation(self) -> Occupation | None:
        """The one occupation meant; None when several may be."""
        return self.occupations[0] if len(self.occupations) == 1 else None

    @property
    def is_skill_class(self) -> SkillClass:
        """That of all the occupations meant; ``unclear`` when they differ."""
        classes = {occupation.is_skill_class for occupation in self.occupations}
        return classes.pop() if len(classes) == 1 else "unclear"


# Names of before the catalogue of 2015 and everyday names, from own knowledge; several codes: a person has to say which.
ALIASES: dict[str, tuple[str, ...]] = {
    "维修电工": ("6-31-01-03",),
    "低压电工": ("6-31-01-03",),
    "高压电工": ("6-31-01-03",),
    "数控车床操作工": ("6-18-01-01",),
    "数控车床工": ("6-18-01-01",),
    "车床工": ("6-18-01-01",),
    "数控铣床操作工": ("6-18-01-02",),
    "加工中心操作工": ("6-18-01-07",),
    "加工中心操作员": ("6-18-01-07",),
    "汽车修理工": ("4-12-01-01",),
    "汽车维修技师": ("4-12-01-01",),
    "装配电工": ("6-24-02-02",),
    "电气装配工": ("6-24-02-02",),
    "电气装配": ("6-24-02-02",),
    "钳工": ("6-20-01-01", "6-31-01-02", "6-18-04-06"),
    "维修钳工": ("6-31-01-02",),
    "机械设备维修工": ("6-31-01-02", "6-31-01-10"),
    "化学检验工": ("6-31-03-01",),
    "制冷工": ("6-11-01-04",),
    "制冷设备维修工": ("6-29-03-05",),
    "焊接工": ("6-18-02-04",),
    "计算机程序设计员": ("4-04-05-01",),
    "无线电装接工": ("6-25-04-07",),
    "无线电调试工": ("6-25-04-08",),
    "电子产品装接工": ("6-25-04-07",),
    "电梯维修工": ("6-29-03-03",),
    "电梯安装工": ("6-29-03-03",),
    "工业机器人操作员": ("6-31-07-03",),
    "工业机器人运维员": ("6-31-07-01",),
    "质量检验员": ("6-31-03-05",),
    "质检工": ("6-31-03-05",),
    "仓库保管员": ("4-02-06-01",),
    "仓库管理员": ("4-02-06-01",),
    "物流师": ("4-02-06-03",),
    "快递员": ("4-02-07-08",),
    "厨师": ("4-03-02-01",),
    "养老护理工": ("4-10-01-05",),
    "绿化工": ("4-09-10-01",),
    "花卉园艺工": ("4-09-10-01",),
    "人工智能训练员": ("4-04-05-05",),
    "建构筑物消防员": ("4-07-05-03",),
    "机动车检验工": ("4-08-05-05",),
    "无损检测工": ("6-31-03-04",),
    "变配电值班员": ("6-28-01-14",),
    "机床维修工": ("6-20-03-01",),
}

_LEVEL = (
    r"(?:(?:国家职业资格|职业资格)?[(]?[一二三四五1-5]级[)]?|[(]?(?:特级|首席|高级)?技师[)]?"
    r"|[(]?[高中初]级(?:工|技能|技工)?[)]?|学徒工?|[/、])"
)
_TRAILING_LEVEL = re.compile(rf"{_LEVEL}+$")
_LEADING_LEVEL = re.compile(r"^(?:[高中初]级|资深|首席|特级)")
_CODE = re.compile(r"[（(]?[1-8]-\d{2}-\d{2}-\d{2}(?:\(?[LS/]+\)?)?[）)]?")


def plain_occupation(text: str) -> str:
    """One width, no spaces or code, half-width brackets, simplified: the form in which names are looked up."""
    return _CODE.sub("", simplify(squeeze(text)).replace("（", "(").replace("）", ")")).strip("-—:：/、,，。.")


@cache
def catalogue() -> dict[str, Occupation]:
    """Every occupation by its code."""
    table = (files("extractors") / "data" / "occupations.csv").read_text("utf-8")
    return {row["code"]: _occupation(row) for row in csv.DictReader(table.splitlines())}


def _occupation(row: dict[str, str]) -> Occupation:
    return Occupation(
        code=row["code"],
        name=row["name"],
        minor_code=row["minor_code"],
        minor_name=row["minor_name"],
        job_types=_whole_job_types(row["job_types"]),
        official=row["basis"] == "official",
    )


def _whole_job_types(column: str) -> tuple[str, ...]:
    """The column split; a piece that begins with a bracket belongs to the one before: 锅炉|(承压)设备焊工."""
    return tuple(part for part in re.sub(r"\|(?=[(（])", "", column).split("|") if part)


@cache
def _index() -> dict[MatchedBy, dict[str, tuple[Occupation, ...]]]:
    names: dict[str, tuple[Occupation, ...]] = {}
    job_types: dict[str, tuple[Occupation, ...]] = {}
    glued: dict[str, tuple[Occupation, ...]] = {}
    endings = _endings()
    for occupation in catalogue().values():
        _add(names, plain_occupation(occupation.name), occupation)
        for job_type in occupation.job_types:
            _add(job_types, plain_occupation(job_type), occupation)
            for piece in _pieces(plain_occupation(job_type)):
                if endings[piece] <= _MOST_ENDINGS:
                    _add(glued, piece, occupation)
    aliases = {name: tuple(catalogue()[code] for code in codes if code in catalogue()) for name, codes in ALIASES.items()}
    return {"name": names, "job_type": job_types, "alias": aliases, "glued": glued}


def _endings() -> Counter[str]:
    """How many names and job types end in each string: what ends many (操作工, 装调工) means none of them alone."""
    names = [name for occupation in catalogue().values() for name in (occupation.name, *occupation.job_types)]
    return Counter(plain_occupation(name)[start:] for name in names for start in range(len(name)))


def _add(table: dict[str, tuple[Occupation, ...]], name: str, occupation: Occupation) -> None:
    known = table.get(name, ())
    if occupation not in known:
        table[name] = (*known, occupation)


def _pieces(job_type: str) -> list[str]:
    """The job types that may be glued together in one entry: 普通磨工数控研磨工 → 普通磨工, 数控研磨工."""
    cuts = [0, *(match.end() for match in re.finditer(r"[工员师](?=.{3})", job_type)), len(job_type)]
    pairs = [(start, end) for index, start in enumerate(cuts) for end in cuts[index + 1 :]]
    return [job_type[start:end] for start, end in pairs if end - start >= 3 and end - start < len(job_type)]


def look_up(text: str) -> Lookup | None:
    """The occupation that the words of a certificate or form mean; None when the catalogue has none such."""
    name = plain_occupation(text)
    if not name:
        return None
    tables = _index()
    for matched_by in _EXACT:
        if found := tables[matched_by].get(name):
            return Lookup(matched_by=matched_by, occupations=found)
    for shorter in _stripped(name):
        for table in (*_EXACT, _ALIAS):
            if found := tables[table].get(shorter):
                return Lookup(matched_by="alias" if table == "alias" else "stripped", occupations=found)
    found = tables["glued"].get(name)
    return Lookup(matched_by="glued", occupations=found) if found else None


def _stripped(name: str) -> list[str]:
    """``name`` itself, then without level, without bracketed part, and what the brackets hold; the likeliest first."""
    outside = re.sub(r"\([^()]*\)", "", name)
    inside = re.findall(r"\(([^()]*)\)", name)
    forms = [
        name,
        _TRAILING_LEVEL.sub("", name),
        outside,
        _TRAILING_LEVEL.sub("", outside),
        _LEADING_LEVEL.sub("", outside),
        *inside,
    ]
    forms += [part for form in (name, outside) for part in re.split(r"[/／、]", form)]
    return list(dict.fromkeys(form for form in forms if len(form) >= 2))
