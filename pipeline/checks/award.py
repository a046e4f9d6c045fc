"""Awards: recipient and honour on the papers against the form's list, issuer and date against the honour, and whether the honour
opens the direct route."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from extractors.finders.listing import SEVERAL, is_listed
from extractors.kinds import kind
from extractors.normalisation import chinese_number
from pipeline.checks.check import Check, Evidence
from pipeline.checks.dossier import Dossier
from pipeline.checks.matching import Match, answer
from pipeline.checks.question import Question, place, places
from pipeline.checks.weighing import certain, day_of, readable, text_of, weigh
from pipeline.checks.wording import Spot, line_spots, print_of, spots
from pipeline.documents import Document
from pipeline.form import Award
from pipeline.knowledge import Honour
from pipeline.programme import Slot
from pipeline.rulebook import RuleName

SLOT: Slot = "award_certificate"

RECIPIENT = Match("award.recipient_mismatch", "AWD-01", SLOT, "recipient_name", "person_name", "获奖人")
UNIT_RECIPIENT = Match("award.recipient_mismatch", "AWD-01", SLOT, "recipient_name", "company", "获奖单位")
HONOUR = Match("award.honour_mismatch", "AWD-02", SLOT, "honour", "honour", "荣誉名称")

RULES: tuple[RuleName, ...] = (
    RECIPIENT.rule,
    HONOUR.rule,
    "award.issuer_mismatch",
    "award.awarded_on_implausible",
)


def ask_awards(dossier: Dossier) -> Iterator[Check]:
    papers = dossier.papers(SLOT)
    for paper in papers:
        entry = entry_of(dossier, paper)
        yield _ask_recipient(dossier, paper, entry)
        yield answer(_question(dossier, HONOUR), HONOUR, [entry.honour if entry else None], [paper], "获奖证书")
        yield _ask_issuer(dossier, paper)
        yield _ask_date(dossier, paper)
    if not papers:
        yield from (_without_papers(dossier, dossier.ask(rule, "leader", material=SLOT)) for rule in RULES)
    yield _ask_listed(dossier)


def _question(dossier: Dossier, match: Match) -> Question:
    return dossier.ask(match.rule, "leader", material=match.material)


def _without_papers(dossier: Dossier, question: Question) -> Check:
    if not dossier.form.awards:
        return question.not_applicable("申报表未列获奖情况，也未上传获奖证书")
    return question.cannot_tell("missing_material", "申报表列有获奖情况，但未收到获奖证书")


def entry_of(dossier: Dossier, paper: Document) -> Award | None:
    """The form's entry that the paper most likely proves: the same honour before a similar one; the only one in any case."""
    entries = dossier.form.awards
    if len(entries) < 2:
        return entries[0] if entries else None
    printed = text_of(paper.fields.get("honour"))
    return max(entries, key=lambda entry: kind("honour").compare(entry.honour, printed).score) if printed else None


def _ask_recipient(dossier: Dossier, paper: Document, entry: Award | None) -> Check:
    """The stated recipient, else the leader; a team's or the unit's own award bears its name."""
    question, stated = _question(dossier, RECIPIENT), (entry.recipient if entry else None) or dossier.form.leader.name
    check = answer(question, RECIPIENT, [stated], [paper], "获奖证书")
    if check.status not in ("flag", "cannot_tell"):
        return check
    for company in filter(None, (stated, dossier.form.unit.name)):
        if weigh(paper, "recipient_name", company, "company").outcome == "same":
            return answer(question, UNIT_RECIPIENT, [company], [paper], "获奖证书")
    listed = _among_several(paper, stated) if stated else None
    if listed:
        message = f"获奖文件表彰多人，其中列有“{stated}”，与申报表一致"
        return question.passes(message, expected=stated, found=stated, score=1.0, evidence=listed.evidence)
    return check


def _among_several(paper: Document, name: str) -> Spot | None:
    """Where a decision on several surely lists this one."""
    if next(spots([paper], SEVERAL), None) is None:
        return None
    return next((spot for spot in line_spots([paper], re.escape(name)) if spot.surely and is_listed(name, spot.line.text)), None)


def _honour_of(dossier: Dossier, paper: Document) -> Honour | None:
    """The listed honour that the paper proves, by its name or by the print around it."""
    field = readable(paper, "honour")
    texts = [text for text in (text_of(field), field.text if field else None) if text]
    return next((honour for text in texts if (honour := dossier.programme.listed_honour(text))), None)


def _ask_issuer(dossier: Dossier, paper: Document) -> Check:
    """AWD-03: who may give a listed honour, by the print or by one of the seals, for some are given jointly."""
    question, honour = dossier.ask("award.issuer_mismatch", "leader", material=SLOT), _honour_of(dossier, paper)
    field = paper.fields.get("issuer")
    if honour is None or honour.issuers is None:
        return question.not_applicable("所获荣誉不在列名之内，未设定颁发单位")
    named = [text_of(field) or "", *(seal.name or "" for seal in paper.seals)]
    details: dict[str, object] = {"expected": honour.name, "found": text_of(field), "evidence": place(paper, field)}
    if any(re.search(honour.issuers, name) for name in named):
        return question.passes(f"颁发单位与“{honour.name}”相符", **details, score=1.0)
    if (
        not (certain(paper, "issuer") and certain(paper, "honour"))
        or any(seal.name is None for seal in paper.seals)
        or paper.unread_stamps
    ):
        return question.cannot_tell("unreadable", f"“{honour.name}”的颁发单位未能清晰识别，请对照原件核对", **details)
    message = f"“{honour.name}”的证书由“{text_of(field)}”颁发，不是该荣誉的授予单位，请核实"
    return question.flags(message, **details, score=0.0)


def _ask_date(dossier: Dossier, paper: Document) -> Check:
    """AWD-04: not after the application, nor before the contest that it was won in; for information."""
    question, field = dossier.ask("award.awarded_on_implausible", "leader", material=SLOT), paper.fields.get("awarded_on")
    awarded, last = day_of(certain(paper, "awarded_on")), dossier.form.submitted_on or dossier.programme.window.closes
    details: dict[str, object] = {"found": text_of(field), "evidence": place(paper, field)}
    if field is None:
        return question.not_applicable("获奖证书未载明颁发日期")
    if awarded is None:
        return question.cannot_tell("unreadable", "获奖证书的颁发日期未能清晰识别，请对照原件核对", **details)
    if awarded > last:
        return question.flags(f"颁发日期{awarded}晚于申报日期{last}", expected=f"不晚于{last}", **details, score=0.0)
    honour, text = _honour_of(dossier, paper), "".join(print_of(page) for page in paper.pages)
    held = _held_in(honour, text) if honour else None
    if held and awarded.year < held:
        return question.flags(
            f"证书所述赛事于{held}年举行，颁发日期却为{awarded}", expected=f"不早于{held}年", **details, score=0.0
        )
    return question.passes(f"颁发日期{awarded}合理", **details, score=1.0)


def _held_in(honour: Honour, text: str) -> int | None:
    """The year of the first edition that the paper names; none of an appointment or a selection, which come before."""
    if re.search("聘|选拔|集训", text):
        return None
    found = re.search("第([0-9]{1,2}|[一二三四五六七八九十]{1,3})届", text)
    edition = (int(found[1]) if found[1].isdigit() else chinese_number(found[1])) if found else None
    return honour.editions.get(edition) if edition else None


class Proved(NamedTuple):
    """What the award papers prove: ``listed`` an honour of the programme's list, ``found`` its (or the first) name."""

    listed: bool
    all_read: bool
    found: str | None
    evidence: Sequence[Evidence]


def honours_proved(dossier: Dossier) -> Proved:
    """The honours on the papers, with a listed one first."""
    papers = dossier.papers(SLOT)
    fields = [(paper, readable(paper, "honour")) for paper in papers]
    for paper, field in fields:
        if _honour_of(dossier, paper):
            return Proved(True, True, text_of(field), places([(paper, field)]))
    names = [name for _, field in fields if (name := text_of(field))]
    all_read = bool(papers) and all(certain(paper, "honour") for paper in papers)
    return Proved(False, all_read, "、".join(names) or None, places(fields))


def _ask_listed(dossier: Dossier) -> Check:
    """LEAD-09, §8: the list ends with 等, so an honour not on it is for a person. Other routes need none."""
    question = dossier.ask("award.honour_not_listed", "leader", material=SLOT)
    if dossier.route != "honour":
        return question.not_applicable("所选认定路径不要求获得指定荣誉")
    proved = honours_proved(dossier)
    stated = [entry.honour for entry in dossier.form.awards if entry.honour]
    details: dict[str, object] = {"found": proved.found, "evidence": proved.evidence}
    if proved.listed:
        return question.passes(f"“{proved.found}”属可直接认定的荣誉", **details, score=1.0)
    if proved.all_read:
        return question.flags(f"“{proved.found}”不在办事指南列举的荣誉之内，是否属“等”字范围请核定", **details, score=0.0)
    if stated and not any(dossier.programme.listed_honour(name) for name in stated):
        message = f"申报表所列“{'、'.join(stated)}”不在办事指南列举的荣誉之内，是否属“等”字范围请核定"
        return question.flags(message, found="、".join(stated), score=0.0)
    if dossier.papers(SLOT):
        return question.cannot_tell("unreadable", "获奖证书的荣誉名称未能清晰识别，请对照原件核对", **details)
    return question.cannot_tell("missing_material", "未收到获奖证书，无法核对荣誉名称")
