"""The dates of a labour contract held against each other and against the law: signed, begun, tried out, ended."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from extractors.kinds import find_dates
from extractors.normalisation import chinese_number
from pipeline.checks.check import Check
from pipeline.checks.dossier import Dossier, Someone
from pipeline.checks.question import Question, places
from pipeline.checks.retirement import add_months
from pipeline.checks.terms import Term, in_force, term_of
from pipeline.checks.weighing import CERTAIN, certain, day_of
from pipeline.checks.wording import Spot, print_of, spots
from pipeline.documents import Document
from pipeline.knowledge import Probation
from pipeline.programme import Slot
from pipeline.rulebook import RuleName

SLOT: Slot = "labor_contract"
SIGNING_MONTHS = 1
"""A written contract is due within a month of the first working day (劳动合同法 art. 10)."""


def ask_contract_dates(dossier: Dossier) -> Iterator[Check]:
    for someone in dossier.people:
        papers = dossier.papers_of(someone, SLOT)
        terms = [term for paper in papers if (term := term_of(paper))]
        rules: tuple[RuleName, ...] = ("contract.dates_implausible", "contract.probation_too_long", "contract.ends_soon")
        questions = [dossier.ask_of(rule, someone, SLOT) for rule in rules]
        if not papers:
            yield from (one.cannot_tell("missing_material", f"未收到{someone.called}的劳动合同，无法核对") for one in questions)
            continue
        yield _ask_order(dossier, questions[0], someone, papers)
        yield _ask_probation(dossier, questions[1], someone, terms)
        yield _ask_end(dossier, questions[2], someone, terms)


class Dates(NamedTuple):
    """What one contract prints for certain. ``signed`` None too where a renewal's date may stand beside the first one."""

    paper: Document
    signed: date | None
    starts: date | None
    ends: date | None

    @property
    def shown(self) -> str:
        named = (("签订", self.signed), ("起始", self.starts), ("终止", self.ends))
        return "、".join(f"{day}{name}" for name, day in named if day)


def _dates_of(paper: Document, renewed: str) -> Dates:
    signed, starts, ends = (day_of(certain(paper, name)) for name in ("signed_on", "starts_on", "ends_on"))
    is_renewed = any(re.search(renewed, print_of(page)) for page in paper.pages)
    return Dates(paper, None if is_renewed else signed, starts, ends)


def _ask_order(dossier: Dossier, question: Question, someone: Someone, papers: Sequence[Document]) -> Check:
    """CON-08: begun before it ends; signed before it begins, or within a month of that."""
    dated = [_dates_of(paper, dossier.programme.renewed) for paper in papers]
    evidence = places((one.paper, one.paper.fields.get(name)) for one in dated for name in ("signed_on", "starts_on", "ends_on"))
    found = "；".join(one.shown for one in dated if one.shown)
    details: dict[str, object] = {"expected": "签订、起始、终止依次先后", "found": found or None, "evidence": evidence}
    if any(one.starts and one.ends and one.ends < one.starts for one in dated):
        return question.flags(f"{someone.called}劳动合同的终止日早于起始日（{found}），请核实", **details, score=0.0)
    late = [one for one in dated if one.signed and one.starts and one.signed > add_months(one.starts, SIGNING_MONTHS)]
    if late:
        message = f"{someone.called}劳动合同起始一个月后才签订（{late[0].shown}），供参考"
        return question.informs(message, **details, score=0.5)
    if not any(one.starts and (one.ends or one.signed) for one in dated):
        if any(_is_smudged(one) for one in dated):
            return question.cannot_tell(
                "unreadable", f"{someone.called}劳动合同的日期未能清晰识别，请对照原件核对先后", **details
            )
        return question.not_applicable(f"{someone.called}劳动合同只有一个可比较的日期")
    return question.passes(f"{someone.called}劳动合同的日期先后合理", **details, score=1.0)


def _is_smudged(dates: Dates) -> bool:
    """Whether the term has a day that could not be read; 长期 is none."""
    term = term_of(dates.paper)
    return term is not None and (dates.starts is None or (dates.ends is None and not term.endless and not term.task))


def months_of(starts: date, ends: date) -> int:
    """Whole months of a term; its last day counts."""
    after = ends + timedelta(days=1) if ends < date.max else ends
    months = (after.year - starts.year) * 12 + after.month - starts.month
    return months if add_months(starts, months) <= after else months - 1


def probation_allowed(starts: date, ends: date | None, steps: Sequence[Probation]) -> int:
    """Months of probation that the law allows; ``ends`` None: no fixed term."""
    if ends is None:
        return max(step.allowed for step in steps)
    months = months_of(starts, ends)
    return max((step.allowed for step in steps if months >= step.from_months), default=0)


PROBATION = "试用期(?:限|间)?(?:为|是|：|:)?(?:自|从)?(?P<what>[^。；;]{2,40})"
MONTHS = re.compile("^(?P<number>[0-9]{1,2}|[一二三四五六七八九十]{1,2})个?月")


def _ask_probation(dossier: Dossier, question: Question, someone: Someone, terms: Sequence[Term]) -> Check:
    """CON-09: probation in months, or by its last day, against what the law allows for the term; for information."""
    agreed = [(term, spot, until) for term in terms for spot in spots([term.paper], PROBATION) if (until := _until(spot, term))]
    if not agreed:
        return question.not_applicable(f"{someone.called}劳动合同未约定试用期，或未能识别")
    term, spot, until = agreed[0]
    if term.starts is None or not (term.known or term.task):
        message = f"{someone.called}劳动合同期限未能清晰识别，无法核对试用期"
        return question.cannot_tell("unreadable", message, evidence=spot.evidence)
    steps = dossier.programme.probation
    allowed = 0 if term.task else probation_allowed(term.starts, term.ends, steps)
    latest = add_months(term.starts, allowed) - timedelta(days=1)
    details: dict[str, object] = {
        "expected": f"不超过{allowed}个月（至{latest}）",
        "found": f"至{until}",
        "evidence": spot.evidence,
    }
    if until <= latest:
        return question.passes(f"{someone.called}劳动合同的试用期未超过法定上限", **details, score=1.0)
    if not spot.surely or term.confidence < CERTAIN:
        return question.cannot_tell("unreadable", f"{someone.called}劳动合同的试用期未能清晰识别，请对照原件", **details)
    return question.flags(f"{someone.called}劳动合同的试用期至{until}，超过法定上限{allowed}个月，供参考", **details, score=0.0)


def _until(spot: Spot, term: Term) -> date | None:
    """The last day of probation; None where the blank was left empty."""
    what = spot.match["what"]
    if months := MONTHS.match(what):
        number = int(months["number"]) if months["number"].isdigit() else chinese_number(months["number"])
        return add_months(term.starts, number) - timedelta(days=1) if number and term.starts else None
    _, _, end = what.replace("到", "至").partition("至")
    days = [day for day in find_dates(end) if day.start <= 2]
    return date.fromisoformat(str(days[0].value)) if days and not days[0].repaired else None


def _ask_end(dossier: Dossier, question: Question, someone: Someone, terms: Sequence[Term]) -> Check:
    """CON-10: a contract that ends before the studio could be reviewed; for information."""
    last, months = dossier.programme.window.closes, dossier.programme.thresholds.contract_months
    wanted = add_months(last, months)
    state, shown = in_force(terms, wanted), "；".join(term.shown for term in terms)
    details: dict[str, object] = {"expected": f"{wanted}仍在期内", "found": shown or None}
    if state == "yes":
        return question.passes(f"{someone.called}劳动合同在申报结束后{months}个月内不会到期", **details, score=1.0)
    if state == "unknown" and any(term.task for term in terms):
        return question.not_applicable(f"{someone.called}劳动合同以完成一定工作任务为期限，没有确定的到期日")
    if state == "unknown" or min(term.confidence for term in terms) < CERTAIN:
        return question.cannot_tell("unreadable", f"{someone.called}劳动合同期限未能清晰识别，请对照原件核对", **details)
    if in_force(terms, last) == "no":
        return question.not_applicable(f"{someone.called}劳动合同在申报期内是否有效由另一项核对")
    return question.flags(
        f"{someone.called}劳动合同（{shown}）在申报结束后{months}个月内到期，请了解是否续签", **details, score=0.0
    )
