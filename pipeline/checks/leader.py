"""The leader: years to retirement, whether the chosen route is borne out, and time on the front line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from pipeline.checks.award import honours_proved
from pipeline.checks.certificate import occupations_called
from pipeline.checks.check import Check
from pipeline.checks.dossier import Dossier
from pipeline.checks.identity import birth_of, sex_of
from pipeline.checks.question import Question
from pipeline.checks.retirement import Category, add_months, readings, retirement_date
from pipeline.form import Leader

BY_POSITION: dict[str | None, tuple[Category, ...]] = {
    "worker": ("F50",),
    "management_or_technical": ("F55",),
    None: ("F50", "F55"),
}
"""A woman's category follows her post; when it is not stated both are computed."""


def ask_leader(dossier: Dossier) -> Iterator[Check]:
    yield _ask_retirement(dossier)
    yield _ask_route(dossier)
    yield _ask_frontline(dossier)


def _ask_retirement(dossier: Dossier) -> Check:
    """LEAD-08: by day and by month, from the window's first day and from submission; only unanimous readings decide."""
    question, leader = dossier.ask_of("leader.near_retirement", dossier.leader), dossier.form.leader
    born = birth_of(leader)
    if born is None:
        return question.cannot_tell("not_on_form", "申报表未填写领办人有效的身份证号或出生日期，无法计算距退休年限")
    categories = _categories(leader)
    dates = {category: retirement_date(born, category) for category in categories}
    applied, months = _applied(dossier), dossier.programme.thresholds.retirement_months
    by_category = {category: readings(born, category, applied, months) for category in categories}
    answers = [answer for category in categories for answer in by_category[category]]
    shown = "、".join(sorted({day.isoformat() for day in dates.values()}))
    details: dict[str, object] = {"found": shown, "expected": _latest(applied, months)}
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


def _categories(leader: Leader) -> tuple[Category, ...]:
    sex = sex_of(leader)
    women = BY_POSITION[leader.position_category]
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


def _ask_frontline(dossier: Dossier) -> Check:
    """LEAD-05: the non-catalogue route asks for three years, the third one full."""
    question, leader = dossier.ask_of("leader.frontline_too_short", dossier.leader), dossier.form.leader
    if dossier.route not in (None, "non_catalogue_occupation"):
        return question.not_applicable("所选认定路径对一线工作年限无具体数字要求")
    if leader.frontline_since is None:
        return question.cannot_tell("not_on_form", "申报表未填写领办人从事一线岗位的起始时间")
    months, applied = dossier.programme.thresholds.frontline_months, dossier.form.submitted_on
    reached, last = add_months(leader.frontline_since, months), applied or dossier.programme.window.closes
    details: dict[str, object] = {
        "found": leader.frontline_since.isoformat(),
        "expected": f"不晚于{add_months(last, -months).isoformat()}",
    }
    if reached <= last:
        return question.passes(
            f"领办人自{leader.frontline_since.isoformat()}在一线岗位工作，满{months}个月", **details, score=1.0
        )
    return question.flags(
        f"领办人自{leader.frontline_since.isoformat()}在一线岗位工作，至申报时不足{months}个月", **details, score=0.0
    )
