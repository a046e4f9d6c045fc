"""The leader: years to retirement, whether the chosen route is borne out, post and time on the front line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import cycle
from typing import Literal

from extractors.kinds import kind
from pipeline.checks.award import honours_proved
from pipeline.checks.certificate import occupations_called, posts_called
from pipeline.checks.check import Check, Compared, Reason
from pipeline.checks.dossier import Dossier
from pipeline.checks.person import birth_of, sex_of
from pipeline.checks.question import Question, places
from pipeline.checks.retirement import Category, add_months, readings, retirement_date
from pipeline.checks.weighing import READABLE, certain, held_against, text_of
from pipeline.documents import Document
from pipeline.form import Person
from pipeline.knowledge import Posts

BY_POSITION: dict[str | None, tuple[Category, ...]] = {
    "worker": ("F50",),
    "management_or_technical": ("F55",),
    None: ("F50", "F55"),
}
"""A woman's category follows her post; when it is not stated both are computed."""


def ask_leader(dossier: Dossier) -> Iterator[Check]:
    yield _ask_retirement(dossier)
    yield _ask_route(dossier)
    yield _ask_proof(dossier)
    yield _ask_frontline(dossier)
    yield _ask_post(dossier)
    yield _ask_owner(dossier)


def _ask_retirement(dossier: Dossier) -> Check:
    """LEAD-08: by day and by month, from the window's first day and from submission; only unanimous readings decide."""
    question, leader = dossier.ask_of("leader.near_retirement", dossier.leader), dossier.form.leader
    born = birth_of(leader)
    if born is None:
        return question.cannot_tell("not_on_form", "申报表未填写领办人有效的身份证号或出生日期，无法计算距退休年限")
    categories = categories_of(leader)
    dates = {category: retirement_date(born, category) for category in categories}
    applied, months = _applied(dossier), dossier.programme.thresholds.retirement_months
    by_category = {category: readings(born, category, applied, months) for category in categories}
    answers = [answer for category in categories for answer in by_category[category]]
    shown = "、".join(sorted({day.isoformat() for day in dates.values()}))
    expected = _latest(applied, months)
    reason = "；".join(_in_words(day, category, by_category[category]) for category, day in dates.items())
    compared = Compared(kind="date", expected=expected, found=shown, reason=f"{'、'.join(map(str, applied))}起算：{reason}")
    details: dict[str, object] = {"found": shown, "expected": expected, "compared": compared}
    if all(answers):
        return question.passes(f"领办人法定退休日期为{shown}，距申报满{months}个月", **details, score=1.0)
    if dossier.route == "honour":
        return question.informs(
            f"领办人法定退休日期为{shown}，距申报不足或未必满{months}个月；直接认定路径无此要求，供参考", **details
        )
    if not any(answers):
        return question.flags(f"领办人法定退休日期为{shown}，距申报不足{months}个月（2年）", **details, score=0.0)
    if any(len(set(by_category[category])) == 1 for category in categories) and len(categories) > 1:
        message = f"领办人法定退休日期按原退休类别可为{shown}，申报表未填写岗位类别，请核实适用哪一类"
        return question.cannot_tell("not_on_form", message, **details)
    days = "、".join(day.isoformat() for day in applied)
    message = f"领办人法定退休日期为{shown}，自{days}起按日或按月计算是否满{months}个月结果不一，请核定申报日期和计算方法"
    return question.doubts(message, **details, score=0.5)


CATEGORIES: dict[Category, str] = {"M": "男职工（原60周岁）", "F55": "女职工（原55周岁）", "F50": "女职工（原50周岁）"}


def _in_words(retires: date, category: Category, answers: Sequence[bool]) -> str:
    """Every reading, in the order of the days, by day before by month."""
    shown = "、".join(f"{how}{'满' if answer else '不满'}" for how, answer in zip(cycle(("按日", "按月")), answers, strict=False))
    return f"{CATEGORIES[category]}{retires}退休，依次{shown}"


def categories_of(person: Person) -> tuple[Category, ...]:
    """Every category of retirement that may be the person's."""
    sex = sex_of(person)
    women = BY_POSITION[person.position_category]
    return {"male": ("M",), "female": women}.get(sex or "", ("M", *women))


def _applied(dossier: Dossier) -> Sequence[date]:
    """The guide does not say what the day of application is: the window's first day, or submission."""
    window = dossier.programme.window
    return sorted({window.opens, dossier.form.submitted_on or window.closes})


def _latest(applied: Sequence[date], months: int) -> str:
    return "不早于" + "、".join(add_months(day, months).isoformat() for day in applied)


def _ask_route(dossier: Dossier) -> Check:
    """LEAD-01, LEAD-09."""
    question, leader = dossier.ask_of("leader.route_unsupported", dossier.leader), dossier.form.leader
    if dossier.route is None:
        return question.cannot_tell("not_on_form", "申报表未填写领办人认定路径")
    if dossier.route == "honour":
        return _ask_honour_route(dossier, question)
    if dossier.route == "catalogue_occupation":
        return question.not_applicable("职业是否列入《职业分类大典》由“职业未列入大典”一项核对")
    if not leader.occupation:
        return question.cannot_tell("not_on_form", "申报表未填写领办人职业，无法核对《职业分类大典》")
    if occupations_called(leader.occupation):
        message = f"领办人按未列入《职业分类大典》申报，但大典中有职业（工种）“{leader.occupation}”，请核实认定路径"
        return question.doubts(message, found=leader.occupation)
    return question.passes(f"《职业分类大典》中未见职业“{leader.occupation}”，与所选路径相符", found=leader.occupation)


def _ask_honour_route(dossier: Dossier, question: Question) -> Check:
    """A listed honour on a paper supports the route; a paper that could not be read leaves it open."""
    proved = honours_proved(dossier)
    details: dict[str, object] = {"found": proved.found, "evidence": proved.evidence}
    if proved.listed:
        return question.passes(f"获奖证书载明的“{proved.found}”属直接认定荣誉", **details, score=1.0)
    if not dossier.papers("award_certificate"):
        return question.cannot_tell("missing_material", "未收到获奖证书，无法核对直接认定荣誉")
    if not proved.all_read:
        return question.cannot_tell("unreadable", "获奖证书的荣誉名称未能清晰识别，请对照原件核对是否属直接认定荣誉", **details)
    return question.flags(f"获奖证书载明的“{proved.found}”未列入可直接认定的荣誉，请核实", **details, score=0.0)


def _ask_proof(dossier: Dossier) -> Check:
    """LEAD-10: some honours open the route only with what the guide says beside them, which one of the papers must show."""
    question = dossier.ask_of("leader.honour_unproved", dossier.leader, "award_certificate")
    if dossier.route != "honour":
        return question.not_applicable("所选认定路径不要求获得指定荣誉")
    awards = [(paper, _print_of(paper)) for paper in dossier.papers("award_certificate")]
    claimed = [
        (paper, text, honour) for paper, text in awards if (honour := dossier.programme.listed_honour(text)) and honour.proof
    ]
    if not claimed or any((honour := dossier.programme.listed_honour(text)) and not honour.proof for _, text in awards):
        return question.not_applicable("所获荣誉不需要另外的证明内容")
    texts, proof = "".join(text for _, text in awards), claimed[0][2].proof
    found = [one.name for one in proof if re.search(one.pattern, texts)]
    missing = "、".join(one.name for one in proof if one.name not in found)
    details: dict[str, object] = {
        "expected": "、".join(one.name for one in proof),
        "found": "、".join(found),
        "score": len(found) / len(proof),
        "evidence": places((paper, paper.fields.get("honour")) for paper, _, _ in claimed),
    }
    if not missing:
        return question.passes(f"获奖材料载明{'、'.join(found)}", **details)
    if not all(paper.lines and min(line.confidence for line in paper.lines) >= READABLE for paper, _ in awards):
        return question.cannot_tell("unreadable", f"获奖材料中未能识别出{missing}，请对照原件核对", **details)
    return question.flags(f"获奖材料中未见{missing}，请补充证明", **details)


def _print_of(paper: Document) -> str:
    """All that the paper prints, and what was made of it."""
    fields = [field.text for field in paper.fields.values()]
    return "".join(re.sub(r"\s", "", text) for text in (*fields, *(line.text for line in paper.lines)))


def _ask_frontline(dossier: Dossier) -> Check:
    """LEAD-04, LEAD-05, X-12: a start that cannot be is for a person on every route."""
    question, since = dossier.ask_of("leader.frontline_too_short", dossier.leader), dossier.form.leader.frontline_since
    last = dossier.form.submitted_on or dossier.programme.window.closes
    if since is None:
        if dossier.route in (None, "non_catalogue_occupation"):
            return question.cannot_tell("not_on_form", "申报表未填写领办人从事一线岗位的起始时间")
        return question.not_applicable("所选认定路径对一线工作年限无具体数字要求")
    if fault := _fault_of_start(dossier, since, last):
        return question.doubts(f"申报表填写的领办人一线岗位起始时间{since}{fault}，请核实", found=since.isoformat(), score=0.0)
    if dossier.route == "honour":
        return question.not_applicable("直接认定路径对一线工作年限无要求")
    return _say_frontline(dossier, question, since, last)


def _say_frontline(dossier: Dossier, question: Question, since: date, last: date) -> Check:
    """The non-catalogue route asks for three years, the third one full; the catalogue route for 长期, which is not defined."""
    limits, undefined = dossier.programme.thresholds, dossier.route == "catalogue_occupation"
    months = limits.long_frontline_months if undefined else limits.frontline_months
    details: dict[str, object] = {"found": since.isoformat(), "expected": f"不晚于{add_months(last, -months).isoformat()}"}
    if add_months(since, months) <= last:
        return question.passes(f"领办人自{since}在一线岗位工作，满{months}个月", **details, score=1.0)
    message = f"领办人自{since}在一线岗位工作，至申报时不足{months}个月"
    if undefined:
        return question.informs(f"{message}，是否属“长期在生产服务一线岗位工作”请核定", **details)
    return question.flags(message, **details, score=0.0)


def _fault_of_start(dossier: Dossier, since: date, last: date) -> str | None:
    born, youngest = birth_of(dossier.form.leader), dossier.programme.thresholds.minimum_age_at_issue
    if since > last:
        return f"晚于申报日期{last}"
    return f"早于其年满{youngest}周岁" if born and since < add_months(born, youngest * 12) else None


def _ask_post(dossier: Dossier) -> Check:
    """LEAD-04, CON-06: by the words of the post on form and contract; most posts say nothing either way."""
    question, words = dossier.ask_of("leader.post_not_frontline", dossier.leader, "labor_contract"), dossier.programme.posts
    if dossier.route == "honour":
        return question.not_applicable("直接认定路径不要求在一线岗位工作")
    fields = [(paper, paper.fields.get("position")) for paper in dossier.papers_of(dossier.leader, "labor_contract")]
    printed = [text_of(field) for paper, _ in fields if (field := certain(paper, "position"))]
    posts = [post for post in (dossier.form.leader.position, *printed) if post]
    if not posts:
        reason: Reason = "unreadable" if any(field for _, field in fields) else "not_on_form"
        return question.cannot_tell(reason, "领办人的岗位未填写，劳动合同上也未能清晰识别", evidence=places(fields))
    shown = "、".join(dict.fromkeys(posts))
    details: dict[str, object] = {"expected": "生产服务一线岗位", "found": shown, "evidence": places(fields)}
    sorts = {sort_of_post(post, words) for post in posts}
    if "frontline" in sorts or any(_is_skill_occupation(dossier, post) for post in posts):
        return question.passes(f"领办人的岗位“{shown}”为生产服务一线岗位", **details, score=1.0)
    if "office" in sorts:
        return question.flags(f"领办人的岗位“{shown}”似为管理岗位，请核实是否长期在生产服务一线", **details, score=0.0)
    return question.not_applicable(f"从岗位名称“{shown}”看不出是否为一线岗位，请在评审时了解")


def _is_skill_occupation(dossier: Dossier, post: str) -> bool:
    """营销员 and 前厅服务员 are posts in production or service by the catalogue, whatever words they are made of."""
    return any(one.code[0] in dossier.programme.occupations.skill for one in posts_called(post))


def sort_of_post(post: str, words: Posts) -> Literal["office", "frontline"] | None:
    """What the name of a post says; None when it says nothing."""
    if re.search(words.office, post):
        return "office"
    return "frontline" if re.search(words.frontline, post) else None


def _ask_owner(dossier: Dossier) -> Check:
    """LEAD-13: who represents the unit has a contract with himself, if any."""
    question, name = dossier.ask_of("leader.is_legal_representative", dossier.leader), dossier.form.leader.name
    licences = [(paper, certain(paper, "legal_representative")) for paper in dossier.papers("business_license")]
    printed = [text_of(field) for _, field in licences]
    representatives = [one for one in (dossier.form.unit.legal_representative, *printed) if one]
    if name is None or not representatives:
        return question.cannot_tell("not_on_form", "申报表未填写领办人或法定代表人的姓名，无法比较")
    same = [one for one in representatives if kind("person_name").compare(name, one).outcome == "same"]
    other = (same or representatives)[0]
    compared = held_against("person_name", name, other)
    details: dict[str, object] = {"expected": name, "found": other, "evidence": places(licences), "compared": compared}
    if same:
        return question.flags("领办人与单位法定代表人同名，请核实其劳动合同关系和一线岗位", **details)
    return question.passes("领办人不是单位法定代表人", **details)
