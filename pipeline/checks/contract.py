"""Labour contracts: employer, term, position; whether the contract is in force, and one of direct employment."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from extractors.kinds import kind
from extractors.records import Field
from models.records import Line
from pipeline.checks.check import Check, Compared, Evidence
from pipeline.checks.dossier import Dossier, Someone
from pipeline.checks.matching import Match, match_of
from pipeline.checks.question import Question, places
from pipeline.checks.terms import Term, agrees, chained, has_ended, has_not_begun, shown_term, stated_term, term_of
from pipeline.checks.weighing import CERTAIN, READABLE, held_against, readable, text_of
from pipeline.documents import Document
from pipeline.knowledge import Dispatch
from pipeline.programme import Slot
from pipeline.rulebook import RuleName

SLOT: Slot = "labor_contract"

EMPLOYER = Match("contract.employer_mismatch", "CON-02", SLOT, "employer_name", "company", "甲方（用人单位）")
EMPLOYER_CODE = Match(
    "contract.employer_mismatch", "CON-02", SLOT, "employer_uscc", "uscc", "甲方统一社会信用代码", optional=True
)
POSITION = Match("contract.position_mismatch", "CON-06", SLOT, "position", "text", "工作岗位", optional=True)

TITLE_LINES, TITLE_LENGTH = 12, 24
"""A title stands among a contract's first lines and is short; the same words further down are boilerplate (guessed)."""


def ask_contracts(dossier: Dossier) -> Iterator[Check]:
    for someone in dossier.people:
        terms = [term for paper in dossier.papers_of(someone, SLOT) if (term := term_of(paper))]
        yield _ask_employer(dossier, someone)
        for standing in STANDINGS:
            yield _ask_standing(dossier, standing, someone, terms)
        yield _ask_term(dossier, someone, terms)
        yield _ask_position(dossier, someone)
        yield _ask_direct(dossier, someone)
    yield _ask_former_name(dossier)


def _evidence(terms: Sequence[Term]) -> list[tuple[Document, Field | None]]:
    return [(term.paper, term.paper.fields.get(name)) for term in terms for name in ("starts_on", "ends_on", "contract_type")]


def _ask_employer(dossier: Dossier, someone: Someone) -> Check:
    """CON-02: the employer is the unit, by its name or by its code: one code is one legal person, whatever it was called."""
    by_name = match_of(dossier, EMPLOYER, someone, dossier.form.unit.name)
    if by_name.status == "pass":
        return by_name
    by_code = match_of(dossier, EMPLOYER_CODE, someone, dossier.form.unit.uscc)
    return by_code if by_code.status == "pass" else by_name


MISPRINT = 0.8
"""Names as alike as this are one name, written or read with a slip (guessed)."""


def _ask_former_name(dossier: Dossier) -> Check:
    """X-13: contracts with another name than the unit's but its own code, told once for all of them."""
    question, unit = dossier.ask("unit.former_name", "unit", material=SLOT), dossier.form.unit
    by_name = [(one, match_of(dossier, EMPLOYER, one, unit.name)) for one in dossier.people]
    other = [(one, named) for one, named in by_name if named.status == "flag" and (named.score or 0) < MISPRINT]
    coded = [(one, named, match_of(dossier, EMPLOYER_CODE, one, unit.uscc)) for one, named in other]
    renamed = [(one, named) for one, named, code in coded if code.status == "pass"]
    if renamed:
        found = "、".join(dict.fromkeys(named.found or "" for _, named in renamed))
        people = "、".join(one.called for one, _ in renamed)
        message = f"{people}劳动合同的甲方为“{found}”，代码与申报单位相同，疑为更名前的名称，请核实；确已更名的，请附更名通知书"
        evidence = tuple(place for _, named in renamed for place in named.evidence)
        compared = renamed[0][1].compared
        return question.flags(message, expected=unit.name, found=found, evidence=evidence, compared=compared)
    smudged = "、".join(one.called for one, _, code in coded if code.reason == "unreadable")
    if smudged:
        message = f"{smudged}劳动合同甲方的代码未能清晰识别，无法判断其名称是否为本单位更名前的名称"
        return question.cannot_tell("unreadable", message)
    if other or not dossier.papers(SLOT):
        return question.not_applicable("没有载明本单位代码而名称不同的劳动合同")
    return question.passes("劳动合同上未见单位更名前的名称")


@dataclass(frozen=True)
class Standing:
    """A way in which a contract may not be in force on a day: ``fails`` says so (None: nobody can tell)."""

    rule: RuleName
    fails: Callable[[Sequence[Term], date], bool | None]
    fault: str
    fine: str


STANDINGS = (
    Standing("contract.expired", has_ended, "已到期", "未到期"),
    Standing("contract.not_started", has_not_begun, "尚未起始", "已起始"),
)


def key_days(dossier: Dossier) -> list[date]:
    """CON-04: the window's first and last day, and the day of submission."""
    window, submitted = dossier.programme.window, dossier.form.submitted_on
    return sorted({window.opens, window.closes, *([submitted] if submitted else [])})


def _ask_standing(dossier: Dossier, standing: Standing, someone: Someone, terms: Sequence[Term]) -> Check:
    """LEAD-07, MEM-03: by the papers; by the form's own words where these already say that it is not in force."""
    question, days = dossier.ask_of(standing.rule, someone, SLOT), key_days(dossier)
    failed = [day for day in days if standing.fails(terms, day)]
    unknown = any(standing.fails(terms, day) is None for day in days)
    shown = "；".join(term.shown for term in terms)
    details: dict[str, object] = {"found": shown or None, "evidence": places(_evidence(terms))}
    if failed and min(term.confidence for term in terms) < CERTAIN:
        return question.cannot_tell("unreadable", f"{someone.called}劳动合同期限读作{shown}，字迹不够清晰，请对照原件", **details)
    if len(failed) == len(days):
        return question.flags(f"{someone.called}劳动合同（{shown}）在申报期间{standing.fault}", **details, score=0.0)
    if failed and not unknown:
        listed = "、".join(day.isoformat() for day in failed)
        return question.doubts(
            f"{someone.called}劳动合同（{shown}）在申报期内部分时间（{listed}）{standing.fault}，请核实", **details
        )
    if not unknown:
        return question.passes(f"{someone.called}劳动合同（{shown}）在申报期间{standing.fine}", **details, score=1.0)
    stated = stated_term(someone.stated.contract)
    if stated and all(standing.fails([stated], day) for day in days):
        return question.flags(
            f"申报表填写的{someone.called}劳动合同期限（{stated.shown}）在申报期间{standing.fault}", found=stated.shown
        )
    return _unknown(dossier, question, someone, terms, details)


def _unknown(
    dossier: Dossier, question: Question, someone: Someone, terms: Sequence[Term], details: Mapping[str, object]
) -> Check:
    if not dossier.papers_of(someone, SLOT):
        return question.cannot_tell("missing_material", f"未收到{someone.called}的劳动合同，无法核对期限")
    if any(term.task for term in terms):
        message = f"{someone.called}劳动合同以完成一定工作任务为期限，请核实任务是否已经结束"
        return question.cannot_tell("not_on_form", message, **details)
    return question.cannot_tell("unreadable", f"{someone.called}劳动合同期限未能清晰识别，请对照原件核对", **details)


def _ask_term(dossier: Dossier, someone: Someone, terms: Sequence[Term]) -> Check:
    """The stated term against each contract's, and against all of them as one chain of renewals."""
    question, stated = dossier.ask_of("contract.term_mismatch", someone, SLOT), someone.stated.contract
    if not dossier.papers_of(someone, SLOT):
        return question.cannot_tell("missing_material", f"未收到{someone.called}的劳动合同，无法核对期限")
    if stated is None or (stated.starts_on is None and stated.ends_on is None):
        return question.cannot_tell("not_on_form", f"申报表未填写{someone.called}的劳动合同期限")
    shown, expected = "；".join(term.shown for term in terms), shown_term(stated)
    reason = "逐份比较起止日期，续签的合并计算"
    details: dict[str, object] = {
        "expected": expected,
        "found": shown or None,
        "evidence": places(_evidence(terms)),
        "compared": Compared(kind="term", expected=expected, found=shown, reason=reason) if shown else None,
    }
    answers = [agrees(stated, term) for term in (*terms, *chained(terms))]
    if True in answers:
        return question.passes(f"{someone.called}劳动合同期限与申报表一致", **details, score=1.0)
    if None in answers or not answers or min(term.confidence for term in terms) < CERTAIN:
        message = f"{someone.called}劳动合同期限未能清晰识别，请对照原件核对申报表填写的{expected}"
        return question.cannot_tell("unreadable", message, **details)
    return question.flags(f"{someone.called}劳动合同期限为{shown}，申报表填写为{expected}，两者不一致", **details, score=0.0)


def _ask_position(dossier: Dossier, someone: Someone) -> Check:
    """CON-06: posts are worded freely, so one within the other, or the same occupation under another name, will do."""
    check = match_of(dossier, POSITION, someone, someone.stated.position)
    if check.status not in ("flag", "cannot_tell") or not check.expected or not check.found:
        return check
    question = dossier.ask_of(POSITION.rule, someone, SLOT)
    details: dict[str, object] = {
        "expected": check.expected,
        "found": check.found,
        "score": check.score,
        "evidence": check.evidence,
        "compared": held_against("text", check.expected, check.found, "互相包含，或为同一职业（工种）"),
    }
    if _related(check.expected, check.found):
        message = f"{someone.called}劳动合同岗位“{check.found}”与申报表填写的“{check.expected}”相符"
        return question.passes(message, **details)
    return check


def _related(stated: str, printed: str) -> bool:
    short, long = sorted((re.sub(r"\s|岗位?$|职位$|工作$", "", text) for text in (stated, printed)), key=len)
    return (len(short) >= 2 and short in long) or kind("occupation").compare(stated, printed).outcome == "same"


def _ask_direct(dossier: Dossier, someone: Someone) -> Check:
    """CON-01, §7.3: signs of dispatch, or of a contract that is no employment contract, in the employer's name or the title."""
    question, words = dossier.ask_of("contract.dispatched_worker", someone, SLOT), dossier.programme.dispatch
    papers = dossier.papers_of(someone, SLOT)
    if not papers:
        return question.cannot_tell("missing_material", f"未收到{someone.called}的劳动合同，无法核对用工形式")
    for paper in papers:
        field = readable(paper, "employer_name")
        employer = text_of(field) or ""
        is_agency = re.search(words.employers, employer) and not _same_unit(dossier, employer)
        if field and field.confidence >= CERTAIN and is_agency:
            message = f"{someone.called}劳动合同的甲方为“{employer}”，疑为劳务派遣或外包用工，请核实是否为本单位正式员工"
            return question.flags(message, found=employer, evidence=places([(paper, field)]))
        if line := _telltale(paper, words):
            evidence = (Evidence(file=paper.file, page=0, box=line.box, text=line.text),)
            message = f"{someone.called}的合同载有“{line.text.strip()}”，可能不是与本单位订立的全日制劳动合同，请核实"
            return question.flags(message, found=line.text.strip(), evidence=evidence)
    if not any(paper.lines or readable(paper, "employer_name") for paper in papers):
        return question.cannot_tell("unreadable", f"{someone.called}的劳动合同未能识别，无法核对用工形式")
    return question.passes(f"{someone.called}劳动合同未见劳务派遣等非正式用工迹象", found=None)


def _same_unit(dossier: Dossier, employer: str) -> bool:
    return kind("company").compare(dossier.form.unit.name, employer).outcome in ("same", "lookalike")


def _telltale(paper: Document, words: Dispatch) -> Line | None:
    """A title of another sort of contract among the first lines, or a 用工单位 beside the employer."""
    first = paper.pages[0].lines if paper.pages else ()
    for number, line in enumerate(first):
        text = re.sub(r"\s", "", line.text)
        is_title = number < TITLE_LINES and len(text) <= TITLE_LENGTH and re.search(words.titles, text)
        if line.confidence >= READABLE and (is_title or re.search(words.user_unit, text)):
            return line
    return None
