"""Invented people: a random source in, persons with matching ID numbers out."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date
from random import Random

from samples.numbers import digits, id_number

SURNAMES = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾"
    "夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤"
)
COMPOUND = ("欧阳", "司马", "上官", "诸葛", "尉迟", "夏侯")
MALE = "伟强磊军勇杰涛超刚平辉鹏明亮建国志远海波宏斌浩宇文博振华立新永健东旭凯峰庆春铁柱晓光继承德胜卫国长江"
FEMALE = "芳娜敏静丽艳娟霞秀兰燕玲桂英丹萍红玉洁梅琳雪倩颖慧婷欣怡晓云瑞芬淑珍亚楠春华文静佳宁"
RARE = "喆堃昱翀淼鑫垚骁赟焱珺璟琰珩祎旻晟曦昊瑾"
MINORITY = ("阿依古丽·买买提", "古力江·艾山", "巴特尔·那顺", "艾力·吐尔逊", "扎西·多吉")
MINORITY_GENDER = ("female", "male", "male", "male", "male")

REGIONS = [
    "110101",
    "110102",
    "110105",
    "110106",
    "110108",
    "110111",
    "110112",
    "110113",
    "110115",
    "110223",
    "110224",
    "110228",
    "120101",
    "120104",
    "130102",
    "130203",
    "130682",
    "131002",
    "140105",
    "150102",
    "210102",
    "210204",
    "220104",
    "230103",
    "310104",
    "320102",
    "320583",
    "330106",
    "340104",
    "350203",
    "360104",
    "370102",
    "370725",
    "410105",
    "420106",
    "430104",
    "440306",
    "450103",
    "500112",
    "510107",
    "520103",
    "530102",
    "610113",
    "620102",
    "640104",
    "650102",
]

DISTRICTS = ("大兴区", "通州区", "朝阳区", "丰台区", "东城区", "昌平区", "顺义区")
ROADS = (
    "兴华大街",
    "黄村东大街",
    "云景北里",
    "三羊里",
    "鹿海园五里",
    "泰河园一里",
    "天宫院街道新源里",
    "富力又一城",
    "金地格林小镇",
    "林肯公园",
)


@dataclass(frozen=True)
class Person:
    name: str
    gender: str
    birthdate: date
    id_number: str
    home: str
    phone: str


def invent_person(rng: Random, earliest: date, latest: date, *, taken: set[str], gender: str | None = None) -> Person:
    """A person born between the dates whose name nobody else of the application has."""
    gender = gender or rng.choice(("male", "male", "male", "female"))
    name = invent_name(rng, gender)
    while name in taken:
        name = invent_name(rng, gender)
    taken.add(name)
    born = date.fromordinal(rng.randrange(earliest.toordinal(), latest.toordinal()))
    street = rng.choice(DISTRICTS) + rng.choice(ROADS)
    home = f"北京市{street}{rng.randrange(1, 30)}号楼{rng.randrange(1, 6)}单元{rng.randrange(101, 1802)}室"
    phone = rng.choice(("138", "139", "136", "150", "186", "177", "189")) + digits(rng, 8)
    return Person(name, gender, born, id_number(rng, rng.choice(REGIONS), born, gender), home, phone)


def invent_name(rng: Random, gender: str) -> str:
    """Mostly two and three characters, now and then a compound surname, a rare character or a minority name."""
    roll = rng.random()
    if roll < 0.03:
        fitting = [name for name, of in zip(MINORITY, MINORITY_GENDER, strict=True) if of == gender]
        return rng.choice(fitting)
    surname = rng.choice(COMPOUND) if roll < 0.07 else rng.choice(SURNAMES)
    letters = MALE if gender == "male" else FEMALE
    given = rng.choice(RARE) if roll > 0.85 else rng.choice(letters)
    if rng.random() < 0.68:
        given += rng.choice(letters + RARE[:6])
    return surname + given


def reborn(rng: Random, person_id: str, born: date, gender: str) -> str:
    """The ID number the same person would have, had they been born on another day."""
    return id_number(rng, person_id[:6], born, gender)


def same_day_next_year(day: date, years: int) -> date:
    """The same day some years on, 29 February becoming the 28th."""
    last = calendar.monthrange(day.year + years, day.month)[1]
    return date(day.year + years, day.month, min(day.day, last))
