"""Certificates: level, number, occupation and date, against the form, against each other, and against the conditions."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from extractors.kinds import CertificateNumber, certificate_number_parts, kind
from extractors.kinds.skill_level import level_rank
from extractors.occupations import Occupation, look_up
from extractors.records import Field
from pipeline.checks.check import Check
from pipeline.checks.dossier import Dossier, Someone
from pipeline.checks.identity import birth_of
from pipeline.checks.matching import Match, is_due, match_of
from pipeline.checks.question import Question, places
from pipeline.checks.retirement import add_months
from pipeline.checks.weighing import CERTAIN, certain, day_of, readable, text_of
from pipeline.documents import Document
from pipeline.form import Person
from pipeline.programme import Slot
from pipeline.rulebook import RuleName

SLOT: Slot = "skill_certificate"

LEVEL = Match("certificate.level_mismatch", "CERT-03 X-07", SLOT, "skill_level", "skill_level", "职业技能等级")
NUMBER = Match("certificate.number_mismatch", "MAT-16", SLOT, "certificate_number", "certificate_number", "证书编号")
OCCUPATION = Match("certificate.occupation_mismatch", "CERT-06 X-08", SLOT, "occupation", "occupation", "职业名称")
WORK_TYPE = Match("certificate.occupation_mismatch", "CERT-06 X-08", SLOT, "work_type", "occupation", "工种")

LEVEL_OF_DIGIT = {5: "初级工", 4: "中级工", 3: "高级工", 2: "技师", 1: "高级技师"}


class Inspection(NamedTuple):
    """A look at one certificate in itself: ``verdict`` True (in order), False (flag) or None (could not be read)."""

    verdict: bool | None
    message: str
    found: str | None
    evidence: tuple[tuple[Document, Field | None], ...]
    score: float | None = None


def ask_certificates(dossier: Dossier) -> Iterator[Check]:
    for someone in dossier.people:
        yield match_of(dossier, LEVEL, someone, someone.stated.skill_level)
        yield _ask_number(dossier, someone)
        yield _ask_occupation(dossier, someone)
        for rule, inspect in INSPECTIONS:
            yield _ask_inspection(dossier, rule, inspect, someone)
    yield _ask_minimum_level(dossier)
    yield _ask_catalogue(dossier)


def _ask_number(dossier: Dossier, someone: Someone) -> Check:
    """MAT-16: a number on the form without its scan is left open, even where the paper is not due."""
    number = someone.stated.certificate_number
    if number and not dossier.papers_of(someone, SLOT):
        question = dossier.ask_of(NUMBER.rule, someone, SLOT)
        return question.cannot_tell("missing_material", f"{someone.called}填写了证书编号，但未收到证书扫描件", expected=number)
    return match_of(dossier, NUMBER, someone, number)


def _ask_occupation(dossier: Dossier, someone: Someone) -> Check:
    """The stated occupation may stand as 职业 or as 工种 on the certificate."""
    by_occupation = match_of(dossier, OCCUPATION, someone, someone.stated.occupation)
    if by_occupation.status in ("pass", "not_applicable"):
        return by_occupation
    by_work_type = match_of(dossier, WORK_TYPE, someone, someone.stated.occupation)
    return by_work_type if by_work_type.status == "pass" else by_occupation


class Holder(NamedTuple):
    """Whose certificate it is, and the day of the application."""

    stated: Person
    applied: date


Inspect = Callable[[Document, Holder], Inspection]


def _ask_inspection(dossier: Dossier, rule: RuleName, inspect: Inspect, someone: Someone) -> Check:
    """One rule about certificates in themselves, over all of the person's: what is wrong with one speaks first."""
    question, papers = dossier.ask_of(rule, someone, SLOT), dossier.papers_of(someone, SLOT)
    if not papers and not is_due(dossier, SLOT, someone):
        return question.not_applicable(f"{someone.called}未上传证书，按规定可不提交")
    if not papers:
        return question.cannot_tell("missing_material", f"未收到{someone.called}的证书，无法核对")
    holder = Holder(someone.stated, dossier.form.submitted_on or dossier.programme.window.closes)
    order = (False, True, None)
    worst = min((inspect(paper, holder) for paper in papers), key=lambda one: order.index(one.verdict))
    return _say(question, someone, worst)


def _say(question: Question, someone: Someone, seen: Inspection) -> Check:
    message = f"{someone.called}证书：{seen.message}"
    evidence = places(seen.evidence)
    if seen.verdict is None:
        return question.cannot_tell("unreadable", message, found=seen.found, evidence=evidence)
    if seen.verdict:
        return question.passes(message, found=seen.found, evidence=evidence, score=1.0)
    return question.flags(message, found=seen.found, evidence=evidence, score=0.0)


def inspect_number(paper: Document, holder: Holder) -> Inspection:
    """CERT-02: the structure of the printed number; special and pilot patterns are for a person."""
    field = readable(paper, "certificate_number")
    number = text_of(field)
    shown = ((paper, field or paper.fields.get("certificate_number")),)
    if field is None or number is None:
        return Inspection(None, "编号未能清晰识别，无法核对编码结构", None, shown)
    parts = certificate_number_parts(number)
    if parts and parts.family in ("old", "new"):
        return Inspection(True, "编号符合编码规则", number, shown)
    if parts:
        return Inspection(False, f"编号{number}为特殊或早期编码，请在官网查询核实", number, shown)
    if _numbered(paper, holder) is None:
        return Inspection(None, f"编号读作{number}，不合编码规则，可能是识别误差，请对照原件", number, shown)
    return Inspection(False, f"编号{number}不符合职业资格或技能等级证书的编码规则，请查询核实", number, shown)


def inspect_level_digit(paper: Document, holder: Holder) -> Inspection:
    """CERT-03: the level digit within the number against the printed level."""
    level, number = certain(paper, "skill_level"), _numbered(paper, holder)
    parts = certificate_number_parts(text_of(number) or "")
    shown = ((paper, number or paper.fields.get("certificate_number")), (paper, level or paper.fields.get("skill_level")))
    printed = text_of(level)
    if parts is None or parts.level is None or printed is None:
        return Inspection(None, "编号或等级未能清晰识别，无法核对编号中的等级位", None, shown)
    by_number = LEVEL_OF_DIGIT[parts.level]
    if level_rank(by_number) == level_rank(printed):
        return Inspection(True, f"编号中的等级位与所载等级（{printed}）一致", printed, shown)
    return Inspection(False, f"编号中的等级位表示{by_number}，证书所载等级为{printed}，两者矛盾", printed, shown)


def inspect_year(paper: Document, holder: Holder) -> Inspection:
    """CERT-04: the year within the number against the date of issue. Numbers are sometimes allotted the year before."""
    issued, number = certain(paper, "issued_on"), _numbered(paper, holder)
    parts = certificate_number_parts(text_of(number) or "")
    shown = ((paper, number or paper.fields.get("certificate_number")), (paper, issued or paper.fields.get("issued_on")))
    day = text_of(issued)
    if parts is None or day is None or not day[:4].isdigit():
        return Inspection(None, "编号或发证日期未能清晰识别，无法核对编号中的年份", None, shown)
    apart = _years_apart(parts, int(day[:4]))
    if apart == 0:
        return Inspection(True, "编号中的年份与发证日期一致", day, shown)
    advice = "相差一年，可能系跨年度编号，请核实" if apart == 1 else "两者矛盾，请查询核实"
    return Inspection(False, f"编号中的年份为{parts.year:02d}年，发证日期为{day}，{advice}", day, shown)


def inspect_issue(paper: Document, holder: Holder) -> Inspection:
    """CERT-08: issued not before the holder was 16 and not after the application."""
    field = readable(paper, "issued_on")
    shown = ((paper, field or paper.fields.get("issued_on")),)
    day, issued = text_of(field), day_of(field)
    if issued is None:
        return Inspection(None, "发证日期未能清晰识别", day, shown)
    wrong = _wrong_with_issue(issued, birth_of(holder.stated), holder.applied)
    if wrong is None:
        return Inspection(True, f"发证日期（{day}）合理", day, shown)
    if certain(paper, "issued_on") is None:
        return Inspection(None, f"发证日期读作{day}，字迹不够清晰，请对照原件", day, shown)
    return Inspection(False, f"发证日期为{day}，{wrong}", day, shown)


YOUNGEST = 16
"""Years: nobody holds a skill certificate before working age."""


def _wrong_with_issue(issued: date, born: date | None, applied: date) -> str | None:
    if issued > applied:
        return f"晚于申报日期{applied.isoformat()}"
    if born and issued < add_months(born, YOUNGEST * 12):
        return f"当时持证人未满{YOUNGEST}周岁"
    return None


INSPECTIONS: tuple[tuple[RuleName, Inspect], ...] = (
    ("certificate.number_invalid", inspect_number),
    ("certificate.number_level_conflict", inspect_level_digit),
    ("certificate.number_year_conflict", inspect_year),
    ("certificate.issued_on_implausible", inspect_issue),
)

NUMBER_KIND = kind("certificate_number")


def _numbered(paper: Document, holder: Holder) -> Field | None:
    """The number's field when its digits can be relied upon: read for certain, or the same as the form's."""
    field = readable(paper, "certificate_number")
    if field is None:
        return None
    same = NUMBER_KIND.compare(holder.stated.certificate_number, field.value).outcome == "same"
    return field if same else certain(paper, "certificate_number")


def _years_apart(parts: CertificateNumber, year: int) -> int:
    return abs((year - parts.year + 50) % 100 - 50)


def _ask_minimum_level(dossier: Dossier) -> Check:
    """LEAD-03: the catalogue route asks for 技师 or above, on the certificate; what the form itself states too low is too low."""
    question, leader = dossier.ask_of("certificate.level_too_low", dossier.leader, SLOT), dossier.form.leader
    if dossier.route not in (None, "catalogue_occupation"):
        return question.not_applicable("所选认定路径对职业技能等级不作要求")
    minimum = dossier.programme.thresholds.minimum_level
    fields = [(paper, readable(paper, "skill_level")) for paper in dossier.papers_of(dossier.leader, SLOT)]
    read = [(paper, field, text_of(field)) for paper, field in fields if field]
    evidence = places((paper, field) for paper, field, _ in read)
    highest = _highest(level for _, _, level in read)
    details: dict[str, object] = {"expected": f"{minimum}及以上", "found": highest, "evidence": evidence}
    if highest is not None and _reaches(highest, minimum):
        return question.passes(f"领办人证书等级为{highest}，达到{minimum}及以上要求", **details)
    if highest is not None and all(field.confidence >= CERTAIN for _, field, _ in read):
        return question.flags(f"领办人证书等级为{highest}，未达到{minimum}及以上要求", **details, score=0.0)
    if leader.skill_level and level_rank(leader.skill_level) is not None and not _reaches(leader.skill_level, minimum):
        return question.flags(f"申报表填写领办人等级为{leader.skill_level}，未达到{minimum}及以上要求", **details, score=0.0)
    if not fields:
        return question.cannot_tell("missing_material", "未收到领办人的证书，无法核对职业技能等级", **details)
    return question.cannot_tell("unreadable", "领办人证书的职业技能等级未能清晰识别，请对照原件核对", **details)


def _highest(levels: Iterable[str | None]) -> str | None:
    return max((level for level in levels if level), key=lambda level: level_rank(level) or -1, default=None)


def _reaches(level: str, minimum: str) -> bool:
    rank, least = level_rank(level), level_rank(minimum)
    return rank is not None and least is not None and rank >= least


def _ask_catalogue(dossier: Dossier) -> Check:
    """LEAD-02, CERT-06: on the catalogue route the occupation must be one of the catalogue's skill occupations."""
    question, leader = dossier.ask_of("certificate.occupation_not_in_catalogue", dossier.leader, SLOT), dossier.form.leader
    if dossier.route not in (None, "catalogue_occupation"):
        return question.not_applicable("所选认定路径不要求职业列入《职业分类大典》")
    fields = [
        (paper, readable(paper, name))
        for paper in dossier.papers_of(dossier.leader, SLOT)
        for name in ("occupation", "work_type")
    ]
    printed = [value for _, field in fields if (value := text_of(field))]
    names = [leader.occupation] if leader.occupation else printed
    if not names:
        return question.cannot_tell("not_on_form", "申报表未填写职业，证书上也未能读到，无法核对《职业分类大典》")
    found = [one for name in names for one in occupations_called(name)]
    details: dict[str, object] = {"found": names[0], "evidence": places(fields)}
    groups, terms = {one.code[0] for one in found}, dossier.programme.occupations
    if groups & set(terms.skill):
        return question.passes(f"职业“{names[0]}”属《职业分类大典》技能类职业（工种）", **details, score=1.0)
    if groups & set(terms.unclear):
        return question.doubts(f"职业“{names[0]}”在《职业分类大典》第三大类，是否属技能类职业请核定", **details, score=0.5)
    if found:
        return question.flags(f"职业“{names[0]}”在《职业分类大典》中不属于技能类职业，请核实", **details, score=0.2)
    return question.flags(f"未在《职业分类大典》中找到职业“{names[0]}”，请核实职业名称或认定路径", **details, score=0.0)


def occupations_called(name: str) -> Sequence[Occupation]:
    """Every occupation that the name may stand for; none when the catalogue has no such name."""
    found = look_up(name)
    return found.occupations if found else ()
