"""How papers say what they say: facts in, the strings that templates print out; labels with their rivals."""

from __future__ import annotations

from dataclasses import fields
from datetime import date
from random import Random

from markupsafe import Markup, escape

from samples.papers import Certificate, Facts, Patent

FIGURES = "〇一二三四五六七八九"
LEVELS = {"初级工": "五级", "中级工": "四级", "高级工": "三级", "技师": "二级", "高级技师": "一级"}
BOOKLET_LEVELS = {"初级工": "初级技能", "中级工": "中级技能", "高级工": "高级技能", "技师": "技师", "高级技师": "高级技师"}
PATENT_WORDS = {"invention": "发明", "utility_model": "实用新型", "design": "外观设计"}
GENDER_WORDS = {"male": "男", "female": "女"}
BLANK = "{} 年 {} 月 {} 日"
DATE_WAYS = ("plain", "padded", "wide", "figures", "dotted", "dashed")

LABELS: dict[str, tuple[str, ...]] = {
    "holder": ("姓名",),
    "gender": ("性别",),
    "born": ("出生日期", "出生年月日"),
    "id_kind": ("证件类型", "证件名称"),
    "id": ("证件号码", "证件编号"),
    "citizen_id": ("身份证号", "身份证号码", "公民身份号码", "居民身份证号码"),
    "occupation": ("职业名称",),
    "work_type": ("工种/职业方向", "职业方向/工种", "工种（职业方向）"),
    "level": ("职业技能等级", "技能等级", "等级"),
    "certificate_number": ("证书编号", "编号"),
    "certified_on": ("发证日期", "颁发日期", "签发日期"),
    "certifier": ("评价机构", "发证机构", "颁证机构"),
    "account_name": ("账户名称", "户名", "开户名称", "单位名称", "收款单位"),
    "account_number": ("银行账号", "账号", "账户号码", "收款账号"),
    "bank_name": ("开户银行", "开户行", "开户行全称", "开户银行名称"),
    "bank_code": ("联行号", "开户行联行号", "大额支付行号", "行号"),
    "uscc": ("统一社会信用代码",),
    "representative": ("法定代表人",),
    "contact": ("联系人", "经办人", "财务联系人"),
    "phone": ("联系电话", "电话", "联系方式"),
    "position": ("岗位", "工作岗位", "岗位（工种）", "职务（岗位）"),
}


def chinese_number(number: int) -> str:
    """1 … 99."""
    tens, ones = divmod(number, 10)
    return ("" if not tens else "十" if tens == 1 else FIGURES[tens] + "十") + (FIGURES[ones] if ones else "")


def in_words(day: date, way: str) -> str:
    """``way``: one of DATE_WAYS, ``blanks`` (numbers apart on lines), or ``circle`` (figures with ○)."""
    if way in ("figures", "circle"):
        year = "".join(FIGURES[int(figure)] for figure in f"{day:%Y}")
        text = f"{year}年{chinese_number(day.month)}月{chinese_number(day.day)}日"
        return text.replace("〇", "○") if way == "circle" else text
    if way == "blanks":
        return Markup(BLANK).format(*(Markup('<span class="blank">{}</span>').format(n) for n in (day.year, day.month, day.day)))
    ways = {
        "plain": f"{day.year}年{day.month}月{day.day}日",
        "padded": f"{day:%Y}年{day:%m}月{day:%d}日",
        "wide": f"{day.year} 年 {day.month} 月 {day.day} 日",
        "dotted": f"{day:%Y.%m.%d}",
        "dashed": day.isoformat(),
        "slashed": f"{day:%Y/%m/%d}",
    }
    return ways[way]


def printed_forms(facts: Facts, rng: Random, way: str) -> dict[str, str]:
    """Every fact as it is printed; dates in one ``way`` all over the paper."""
    forms: dict[str, str] = {}
    for one in fields(facts):
        value = getattr(facts, one.name)
        if isinstance(value, date):
            forms[one.name] = in_words(value, way)
        elif isinstance(value, str | int):
            forms[one.name] = str(value)
    forms |= {"gender": GENDER_WORDS[facts.gender]} if hasattr(facts, "gender") else {}
    if isinstance(facts, Certificate):
        forms |= _certificate_forms(facts, rng)
    if isinstance(facts, Patent):
        forms |= _patent_forms(facts, rng)
    if hasattr(facts, "term_to") and facts.term_to is None:
        forms["term_to"] = rng.choice(("长期", "长期", "无固定期限"))
    return forms


def _certificate_forms(facts: Certificate, rng: Random) -> dict[str, str]:
    rank, name = LEVELS[facts.skill_level], BOOKLET_LEVELS[facts.skill_level]
    new = rng.choice((f"{rank}/{facts.skill_level}", f"{rank}/{facts.skill_level}", f"{rank} / {facts.skill_level}"))
    old = rng.choice((name, f"{rank}/{name}", f"{name}（{rank}）", f"国家职业资格{rank}（{name}）"))
    return {"skill_level": new if facts.family == "new" else old, "work_type": facts.work_type or rng.choice(("--", "—"))}


def _patent_forms(facts: Patent, rng: Random) -> dict[str, str]:
    number = facts.patent_number
    spaced = f"ZL {number[2:6]} {number[6]} {number[7:]}"
    return {
        "patent_type": PATENT_WORDS[facts.patent_type],
        "inventors": rng.choice(("；", ";", "、", "，")).join(facts.inventors),
        "patent_number": rng.choice((number, number, spaced, f"ZL {number[2:]}")),
    }


def spread(label: str, how: str) -> Markup:
    """A label with inner spaces: ``none``, ``full`` (full-width), ``thin``."""
    if how == "none" or len(label) > 4:
        return escape(label)
    gap = {"full": "　" * (3 - min(len(label), 3)) * 2, "thin": " " * (5 - len(label))}[how] if len(label) < 4 else ""
    if len(label) == 3:
        gap = " "
    return escape(gap.join(label))
