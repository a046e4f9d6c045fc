"""A certificate in itself: its number, date of issue and issuer, each held against what else it prints."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date
from typing import NamedTuple

from extractors.finders.companies import OF_NOBODY
from extractors.kinds import CertificateNumber, certificate_number_parts, kind
from extractors.kinds.comparison import similarity
from extractors.kinds.skill_level import level_rank
from extractors.records import Field
from pipeline.checks.check import Check, Compared
from pipeline.checks.dossier import Dossier, Someone
from pipeline.checks.marks import SEAL_CERTAIN, SEAL_SIMILAR
from pipeline.checks.matching import is_due
from pipeline.checks.person import birth_of
from pipeline.checks.question import Question, places
from pipeline.checks.retirement import add_months
from pipeline.checks.weighing import certain, day_of, held_against, readable, text_of
from pipeline.documents import Document
from pipeline.form import Person
from pipeline.programme import Programme, Slot
from pipeline.rulebook import RuleName

SLOT: Slot = "skill_certificate"

LEVEL_OF_DIGIT = {5: "初级工", 4: "中级工", 3: "高级工", 2: "技师", 1: "高级技师"}


class Inspection(NamedTuple):
    """A look at one certificate in itself: ``verdict`` True (in order), False (flag) or None (could not be read).
    ``slight``: a flag for information; ``expected`` what ``found`` was held against, and ``compared`` how."""

    verdict: bool | None
    message: str
    found: str | None
    evidence: tuple[tuple[Document, Field | None], ...]
    slight: bool = False
    expected: str | None = None
    compared: Compared | None = None


def inspect_certificates(dossier: Dossier, someone: Someone) -> Iterator[Check]:
    for rule, inspect in INSPECTIONS:
        yield _ask_inspection(dossier, rule, inspect, someone)


class Holder(NamedTuple):
    """Whose certificate it is, the unit, and the day and the programme of the application."""

    stated: Person
    unit: str | None
    applied: date
    programme: Programme


Inspect = Callable[[Document, Holder], Inspection | None]
"""None: the certificate holds nothing that the rule is about."""


def _ask_inspection(dossier: Dossier, rule: RuleName, inspect: Inspect, someone: Someone) -> Check:
    """One rule about certificates in themselves, over all of the person's: what is wrong with one speaks first."""
    question, papers = dossier.ask_of(rule, someone, SLOT), dossier.papers_of(someone, SLOT)
    if not papers and not is_due(dossier, SLOT, someone):
        return question.not_applicable(f"{someone.called}未上传证书，按规定可不提交")
    if not papers:
        return question.cannot_tell("missing_material", f"未收到{someone.called}的证书，无法核对")
    programme = dossier.programme
    holder = Holder(someone.stated, dossier.form.unit.name, dossier.form.submitted_on or programme.window.closes, programme)
    seen = [one for paper in papers if (one := inspect(paper, holder)) is not None]
    if not seen:
        return question.not_applicable(f"{someone.called}的证书没有需要核对的内容")
    return _say(question, someone, min(seen, key=lambda one: (ORDER.index(one.verdict), one.slight)))


ORDER = (False, True, None)
"""What is wrong with one certificate speaks first."""


def _say(question: Question, someone: Someone, seen: Inspection) -> Check:
    message = f"{someone.called}证书：{seen.message}"
    details: dict[str, object] = {
        "expected": seen.expected,
        "found": seen.found,
        "evidence": places(seen.evidence),
        "compared": seen.compared,
    }
    if seen.verdict is None:
        return question.cannot_tell("unreadable", message, **details)
    if seen.verdict:
        return question.passes(message, **details, score=1.0)
    return question.informs(message, **details) if seen.slight else question.flags(message, **details, score=0.0)


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
    held = held_against("skill_level", printed, by_number, f"编号中的等级位为{parts.level}，表示{by_number}")
    if level_rank(by_number) == level_rank(printed):
        message = f"编号中的等级位与所载等级（{printed}）一致"
        return Inspection(True, message, by_number, shown, expected=printed, compared=held)
    message = f"编号中的等级位表示{by_number}，证书所载等级为{printed}，两者矛盾"
    return Inspection(False, message, by_number, shown, expected=printed, compared=held)


def inspect_year(paper: Document, holder: Holder) -> Inspection:
    """CERT-04: the year within the number against the date of issue. Numbers are sometimes allotted the year before."""
    issued, number = certain(paper, "issued_on"), _numbered(paper, holder)
    parts = certificate_number_parts(text_of(number) or "")
    shown = ((paper, number or paper.fields.get("certificate_number")), (paper, issued or paper.fields.get("issued_on")))
    day = text_of(issued)
    if parts is None or day is None or not day[:4].isdigit():
        return Inspection(None, "编号或发证日期未能清晰识别，无法核对编号中的年份", None, shown)
    apart = _years_apart(parts, int(day[:4]))
    held = Compared(kind="year", expected=day[2:4], found=f"{parts.year:02d}", reason=f"年份末两位相差{apart}年")
    year = f"{parts.year:02d}年"
    if apart == 0:
        return Inspection(True, "编号中的年份与发证日期一致", year, shown, expected=day, compared=held)
    advice = "相差一年，可能系跨年度编号，请核实" if apart == 1 else "两者矛盾，请查询核实"
    message = f"编号中的年份为{year}，发证日期为{day}，{advice}"
    return Inspection(False, message, year, shown, expected=day, compared=held)


def inspect_issue(paper: Document, holder: Holder) -> Inspection:
    """CERT-08, CERT-09: not after the application nor before working age; what is merely unusual is for information."""
    field = readable(paper, "issued_on")
    shown = ((paper, field or paper.fields.get("issued_on")),)
    day, issued = text_of(field), day_of(field)
    if issued is None:
        return Inspection(None, "发证日期未能清晰识别", day, shown)
    wrong = _wrong_with_issue(issued, holder)
    odd = wrong or _odd_about_issue(issued, paper, holder)
    if odd is None:
        return Inspection(True, f"发证日期（{day}）合理", day, shown)
    if certain(paper, "issued_on") is None:
        return Inspection(None, f"发证日期读作{day}，字迹不够清晰，请对照原件", day, shown)
    return Inspection(False, f"发证日期为{day}，{odd}", day, shown, slight=wrong is None)


def _wrong_with_issue(issued: date, holder: Holder) -> str | None:
    youngest = holder.programme.thresholds.minimum_age_at_issue
    if issued > holder.applied:
        return f"晚于申报日期{holder.applied.isoformat()}"
    return f"当时持证人未满{youngest}周岁" if _younger(holder, issued, youngest) else None


def _odd_about_issue(issued: date, paper: Document, holder: Holder) -> str | None:
    limits, words = holder.programme.thresholds, holder.programme.certificates
    rank, least = level_rank(text_of(certain(paper, "skill_level")) or ""), level_rank(limits.minimum_level)
    if rank is not None and least is not None and rank >= least and _younger(holder, issued, limits.technician_age):
        return f"当时持证人未满{limits.technician_age}周岁，取得该等级的较少见，供参考"
    number = certificate_number_parts(text_of(_numbered(paper, holder)) or "")
    if number is None or number.family != "old" or issued <= words.old_until:
        return None
    names = [text_of(paper.fields.get(name)) or "" for name in ("occupation", "work_type")]
    if any(re.search(words.old_still, name) for name in (*names, holder.stated.occupation or "")):
        return None
    return f"{words.old_until.year}年以后水平评价类职业多已不再颁发16位编号的职业资格证书，请在官网查询"


def _younger(holder: Holder, day: date, years: int) -> bool:
    born = birth_of(holder.stated)
    return born is not None and day < add_months(born, years * 12)


def inspect_issuer(paper: Document, holder: Holder) -> Inspection | None:
    """CERT-07: the institution of a 22-character number stamps what it issues: an employer (Y) for its staff, an organisation (S)
    for everybody. The booklets of before bear seals of several offices, and are another matter; so is an issuer without a label
    of its own, which is never read for sure."""
    number = certificate_number_parts(text_of(_numbered(paper, holder)) or "")
    issuer = readable(paper, "issuer")
    printed, shown = text_of(issuer), ((paper, issuer),)
    if number is None or number.family != "new" or printed is None:
        return None
    sealed = _foreign_seals(printed, paper, holder)
    by_seals = f"印章却为“{'”“'.join(sealed)}”" if sealed else None
    fault = by_seals or _fault_of_prefix(printed, number.kind, holder)
    wanted = "、".join(sealed) or PREFIXES.get(number.kind or "")
    if fault is None:
        return Inspection(True, "评价机构与印章、编号相符", printed, shown, expected=wanted)
    if certain(paper, "issuer") is None:
        return Inspection(None, f"评价机构读作“{printed}”，字迹不够清晰，请对照原件", printed, shown, expected=wanted)
    held = held_against("company", sealed[0], printed) if sealed else None
    message = f"所印评价机构为“{printed}”，{fault}，请核实"
    return Inspection(False, message, printed, shown, expected=wanted, compared=held)


PREFIXES = {"Y": "用人单位", "S": "社会培训评价组织"}


def _foreign_seals(printed: str, paper: Document, holder: Holder) -> list[str]:
    """The seals' names, where all were read and none is the institution's. Applicants stamp their copies: the unit's own seal
    beside another issuer says nothing."""
    if paper.unread_stamps or any(seal.name is None or seal.confidence < SEAL_CERTAIN for seal in paper.seals):
        return []
    names = [seal.name for seal in paper.seals if seal.name and not OF_NOBODY.search(seal.name)]
    if any(_alike(printed, name) for name in names):
        return []
    return [name for name in names if not _same_company(holder.unit, name)]


def _fault_of_prefix(printed: str, prefix: str | None, holder: Holder) -> str | None:
    own = _same_company(holder.unit, printed)
    if prefix == "S" and own and not re.search(holder.programme.certificates.evaluators, printed):
        return "为本单位，编号却以S（社会培训评价组织）开头"
    if prefix == "Y" and not own and re.search(holder.programme.certificates.organisations, printed):
        return "编号却以Y（用人单位）开头"
    return None


def _same_company(one: str | None, other: str) -> bool:
    return one is not None and kind("company").compare(one, other).outcome == "same"


def _alike(one: str, other: str) -> bool:
    """Rings lose characters, and carry the purpose of the seal behind the name."""
    one, other = kind("company").normalise(one), kind("company").normalise(other)
    return one in other or other in one or similarity(one, other) >= SEAL_SIMILAR


INSPECTIONS: tuple[tuple[RuleName, Inspect], ...] = (
    ("certificate.number_invalid", inspect_number),
    ("certificate.number_level_conflict", inspect_level_digit),
    ("certificate.number_year_conflict", inspect_year),
    ("certificate.issued_on_implausible", inspect_issue),
    ("certificate.issuer_conflict", inspect_issuer),
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
