"""Patents: number, kind, dates, owner and inventors on the certificate, against the form and within itself; other innovations."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from extractors.kinds import find_dates, kind, patent_kind, patent_year
from pipeline.checks.check import Check, Compared
from pipeline.checks.dossier import Dossier, plain
from pipeline.checks.matching import Match, answer
from pipeline.checks.material import all_read_well
from pipeline.checks.question import Question, place, places
from pipeline.checks.retirement import add_months
from pipeline.checks.weighing import CERTAIN, LOOKALIKE_CERTAIN, READABLE, certain, day_of, held_against, readable, text_of
from pipeline.checks.wording import line_spots, print_of, spots
from pipeline.documents import Document
from pipeline.form import Patent
from pipeline.programme import Slot
from pipeline.rulebook import RuleName

SLOT: Slot = "patent_certificate"

NUMBER = Match("patent.number_mismatch", "PAT-01", SLOT, "patent_number", "patent_number", "专利号")
OWNERS = r"[;；、,，\s]+"


OF_CERTIFICATES: tuple[RuleName, ...] = (
    "patent.number_mismatch",
    "patent.number_invalid",
    "patent.number_conflict",
    "patent.dates_implausible",
    "patent.owner_mismatch",
    "patent.inventor_mismatch",
)
RULES: tuple[RuleName, ...] = (*OF_CERTIFICATES, "patent.not_granted", "patent.innovation_unproved")


def ask_patents(dossier: Dossier) -> Iterator[Check]:
    papers, innovations = dossier.papers(SLOT), []
    for paper in papers:
        not_granted = _ask_granted(dossier, paper)
        yield not_granted
        if not_granted.status == "flag":
            yield from _not_asked(dossier, "所交材料不是授权后的专利证书")
        elif _is_no_patent(paper):
            yield from _not_asked(dossier, "所交材料不是专利证书，由人工审阅创新成果")
            innovations.append(paper)
        else:
            yield from _ask_certificate(dossier, paper)
    if not papers:
        yield from (_without_papers(dossier, rule) for rule in RULES)
    elif innovations:
        yield _ask_innovation(dossier, innovations)
    else:
        yield _question(dossier, "patent.innovation_unproved").not_applicable("所交材料为专利材料")


def _not_asked(dossier: Dossier, why: str) -> Iterator[Check]:
    return (_question(dossier, rule).not_applicable(why) for rule in OF_CERTIFICATES)


def _ask_certificate(dossier: Dossier, paper: Document) -> Iterator[Check]:
    entry = entry_of(dossier, paper)
    yield _ask_same_number(dossier, paper, entry)
    yield _ask_number(_question(dossier, "patent.number_invalid"), paper, entry)
    yield _ask_number_within(_question(dossier, "patent.number_conflict"), paper)
    yield _ask_dates(dossier, paper)
    yield _ask_owner(dossier, paper)
    yield _ask_inventor(dossier, paper)


def _is_no_patent(paper: Document) -> bool:
    """Whether it is about no patent at all, as far as one can see."""
    return not paper.fields and paper.type == "unknown" and not paper.problems


def _question(dossier: Dossier, rule: RuleName) -> Question:
    return dossier.ask(rule, "leader", material=SLOT)


def _without_papers(dossier: Dossier, rule: RuleName) -> Check:
    question = _question(dossier, rule)
    if not dossier.form.patents:
        return question.not_applicable("申报表未列专利，也未上传专利证书")
    return question.cannot_tell("missing_material", "申报表列有专利，但未收到专利证书")


def entry_of(dossier: Dossier, paper: Document) -> Patent | None:
    """The form's entry that the paper most likely proves, by number, then by title; the only one in any case."""
    entries = dossier.form.patents
    if len(entries) < 2:
        return entries[0] if entries else None
    number, title = text_of(paper.fields.get("patent_number")), text_of(paper.fields.get("patent_title"))

    def likeness(entry: Patent) -> float:
        by_number = kind("patent_number").compare(entry.number, number).score
        return max(by_number, kind("text").compare(entry.title, title).score)

    return max(entries, key=likeness) if number or title else None


def _ask_same_number(dossier: Dossier, paper: Document, entry: Patent | None) -> Check:
    question = _question(dossier, "patent.number_mismatch")
    return answer(question, NUMBER, [entry.number if entry else None], [paper], "专利证书")


def _ask_number(question: Question, paper: Document, entry: Patent | None) -> Check:
    """PAT-01: structure and check digit of the printed number; of the form's, where the paper's was misread."""
    patent = kind("patent_number")
    stated = patent.normalise(entry.number) if entry and entry.number else None
    field = readable(paper, "patent_number")
    number = text_of(field)
    evidence = place(paper, field or paper.fields.get("patent_number"))
    if number and patent.valid(number):
        return question.passes("专利号校验无误", found=number, evidence=evidence, score=1.0)
    read_well = number is not None and (number == stated or certain(paper, "patent_number") is not None)
    if read_well and not _is_misreading(stated, number):
        return question.flags(f"专利号{number}校验位不符或结构不对，请查询核实", found=number, evidence=evidence, score=0.0)
    if stated and not patent.valid(stated):
        return question.flags(
            f"申报表填写的专利号{stated}校验位不符或结构不对，请核对", found=stated, evidence=evidence, score=0.0
        )
    return question.cannot_tell("unreadable", "专利证书上的专利号未能清晰识别，请对照原件核对", found=number, evidence=evidence)


def _is_misreading(stated: str | None, number: str | None) -> bool:
    """A wrong number one look-alike away from a right one on the form was misread."""
    patent = kind("patent_number")
    return bool(stated and patent.valid(stated) and patent.compare(stated, number).outcome == "lookalike")


def _ask_owner(dossier: Dossier, paper: Document) -> Check:
    """PAT-04: the unit or the leader is (one of) the patentees; anybody else, a group for instance, is for a person."""
    question = _question(dossier, "patent.owner_mismatch")
    field = paper.fields.get("patentee")
    names = [name for name in re.split(OWNERS, text_of(field) or "") if name]
    evidence, unit = place(paper, field), dossier.form.unit.name
    details: dict[str, object] = {
        "expected": unit,
        "found": text_of(field),
        "evidence": evidence,
        "compared": _owner_compared(dossier, names),
    }
    if unit is None:
        return question.cannot_tell("not_on_form", "申报表未填写单位名称，无法核对专利权人", **details)
    outcomes = [_owner_outcome(dossier, name) for name in names]
    if "same" in outcomes:
        return question.passes("专利权人为申报单位或领办人", **details, score=1.0)
    if field is None or not names or field.confidence < CERTAIN or "cannot_tell" in outcomes:
        return question.cannot_tell("unreadable", "专利权人未能清晰识别，请对照原件核对", **details)
    shown = "、".join(names)
    if "lookalike" in outcomes and field.confidence < LOOKALIKE_CERTAIN:
        return question.cannot_tell("unreadable", f"专利权人读作“{shown}”，与申报单位名称相近，请对照原件核对", **details)
    return question.flags(f"专利权人为“{shown}”，不是申报单位“{unit}”或领办人，请核实权属", **details, score=0.0)


def _owner_outcome(dossier: Dossier, name: str) -> str:
    """The better of two comparisons: with the unit's name and with the leader's."""
    by_unit = kind("company").compare(dossier.form.unit.name, name).outcome
    by_leader = kind("person_name").compare(dossier.form.leader.name, name).outcome
    return by_unit if by_leader != "same" else by_leader


def _owner_compared(dossier: Dossier, names: Sequence[str]) -> Compared | None:
    """The patentee that comes nearest to the unit, or the leader where he is one."""
    unit, leader = dossier.form.unit.name, dossier.form.leader.name
    if leader in names:
        return held_against("person_name", leader, leader)
    nearest = max(names, key=lambda name: kind("company").compare(unit, name).score, default=None)
    return held_against("company", unit, nearest)


TYPES = {"invention": "发明专利", "utility_model": "实用新型专利", "design": "外观设计专利"}


def _ask_number_within(question: Question, paper: Document) -> Check:
    """PAT-02: the number's kind digit and year, each against what the certificate prints beside it."""
    field, sort, applied = (readable(paper, "patent_number"), certain(paper, "patent_type"), certain(paper, "applied_on"))
    number, printed, day = text_of(field) or "", text_of(sort), day_of(applied)
    evidence = places((paper, one) for one in (field, sort, applied))
    by_number, year = patent_kind(number), patent_year(number)
    if not kind("patent_number").valid(number) or by_number is None or (printed is None and day is None):
        return question.cannot_tell("unreadable", "专利号、专利类型或申请日未能清晰识别，无法核对是否对应", evidence=evidence)
    details: dict[str, object] = {"found": number, "evidence": evidence}
    if printed is not None and printed != by_number:
        wanted, shown = TYPES[by_number], TYPES.get(printed, printed)
        compared = Compared(kind="patent_type", expected=wanted, found=shown, reason=f"专利号的种类位表示{wanted}")
        message = f"专利号{number}属{wanted}，证书却为{shown}证书，请查询核实"
        return question.flags(message, expected=wanted, **details, score=0.0, compared=compared)
    if day is not None and day.year != year:
        message = f"专利号{number}表示{year}年申请，证书所载申请日为{day}"
        reason = "专利号前4位（2003年以前为前2位）为申请年份"
        details["compared"] = Compared(kind="year", expected=str(year), found=str(day.year), reason=reason)
        if year and day.year < year:
            message = f"{message}；分案申请沿用原申请日，请了解是否属于分案申请"
            return question.informs(message, expected=str(year), **details, score=0.5)
        return question.flags(f"{message}，请查询核实", expected=str(year), **details, score=0.0)
    return question.passes("专利号与专利类型、申请日相符", **details, score=1.0)


def _ask_dates(dossier: Dossier, paper: Document) -> Check:
    """PAT-03: applied for, then granted, then handed in, within the term; for information."""
    question = _question(dossier, "patent.dates_implausible")
    fields = [certain(paper, "applied_on"), certain(paper, "granted_on")]
    applied, granted = (day_of(field) for field in fields)
    last = dossier.form.submitted_on or dossier.programme.window.closes
    evidence = places((paper, field) for field in fields)
    if applied is None and granted is None:
        return question.cannot_tell("unreadable", "专利申请日和授权公告日未能清晰识别，请对照原件", evidence=evidence)
    found = "；".join(f"{name}{day}" for name, day in (("申请日", applied), ("授权公告日", granted)) if day)
    details: dict[str, object] = {"expected": f"申请日、授权公告日、{last}依次先后", "found": found, "evidence": evidence}
    if applied and granted and granted < applied:
        return question.flags("专利授权公告日早于申请日，请查询核实", **details, score=0.0)
    if (granted or applied or last) > last:
        return question.flags(f"专利授权公告日或申请日晚于申报日期{last}，请查询核实", **details, score=0.0)
    ends = _term_ends(dossier, paper, applied) if applied else None
    if ends and ends < last:
        return question.flags(f"自申请日计算，专利权已于{ends}届满，供参考", **details, score=0.0)
    return question.passes("专利申请日、授权公告日先后合理，专利权未届满", **details, score=1.0)


def _term_ends(dossier: Dossier, paper: Document, applied: date) -> date | None:
    """The day on which the patent's term ends; None where its kind could not be read."""
    printed = text_of(certain(paper, "patent_type")) or patent_kind(text_of(certain(paper, "patent_number")) or "")
    terms = [
        term for term in dossier.programme.patent_terms if term.type == printed and (term.since is None or applied >= term.since)
    ]
    return add_months(applied, max(term.years for term in terms) * 12) if terms else None


def _ask_inventor(dossier: Dossier, paper: Document) -> Check:
    """PAT-04: the leader's own innovation; a list that was cut short proves nothing."""
    question, leader = _question(dossier, "patent.inventor_mismatch"), dossier.form.leader.name
    field = paper.fields.get("inventors")
    names = field.value if field and isinstance(field.value, list) else []
    shown = "、".join(names)
    details: dict[str, object] = {
        "expected": leader,
        "found": shown or None,
        "evidence": place(paper, field),
        "compared": _inventor_compared(leader, names),
    }
    if leader is None:
        return question.cannot_tell("not_on_form", "申报表未填写领办人姓名，无法核对发明人", **details)
    outcomes = {kind("person_name").compare(leader, name).outcome for name in names}
    if "same" in outcomes:
        return question.passes("发明人（设计人）中有领办人", **details, score=1.0)
    if field is None or not names or field.confidence < CERTAIN or "lookalike" in outcomes or "cannot_tell" in outcomes:
        return question.cannot_tell("unreadable", "发明人（设计人）未能清晰识别，请对照原件核对是否有领办人", **details)
    return question.flags(f"发明人（设计人）为“{shown}”，其中没有领办人{leader}，请核实其贡献", **details, score=0.0)


TITLE = "^(发明|实用新型|外观设计)专利证书$"


def _inventor_compared(leader: str | None, names: Sequence[str]) -> Compared | None:
    """The inventor whose name comes nearest to the leader's."""
    nearest = max(names, key=lambda name: kind("person_name").compare(leader, name).score, default=None)
    return held_against("person_name", leader, nearest)


def _ask_granted(dossier: Dossier, paper: Document) -> Check:
    """PAT-05: a notice of receipt or publication is no patent yet. Its title, not a word in a text, says which it is."""
    question, words = _question(dossier, "patent.not_granted"), dossier.programme.not_granted
    found = next((one for one in line_spots([paper], words) if one.line.confidence >= READABLE), None)
    if (paper.type == SLOT and "granted_on" in paper.fields) or next(line_spots([paper], TITLE), None):
        return question.passes("所交材料为授权后的专利证书", score=1.0)
    if found and found.surely:
        message = f"所交材料为“{found.match[0]}”，不是授权后的专利证书，请核实是否已经授权"
        return question.flags(message, found=found.match[0], evidence=found.evidence, score=0.0)
    if found or (not paper.lines and not paper.fields):
        return question.cannot_tell("unreadable", "未能确认所交材料是否为授权后的专利证书，请对照原件核对")
    return question.passes("未见专利申请受理、公布等尚未授权的标志", score=1.0)


def _ask_innovation(dossier: Dossier, papers: Sequence[Document]) -> Check:
    """PAT-06: proofs of another innovation name the leader, bear a date, and speak with somebody's seal or name, one of them or
    all together. A name may stand in any line, so that one smudged line leaves it open."""
    question, leader = _question(dossier, "patent.innovation_unproved"), dossier.form.leader.name
    if leader is None:
        return question.cannot_tell("not_on_form", "申报表未填写领办人姓名，无法核对创新成果证明")
    text = "".join(print_of(page) for paper in papers for page in paper.pages)
    bodies = next(spots(papers, "[一-鿿]{4,}(?:公司|集团|研究院|协会|学会|中心|委员会|大学|局|厂|院)"), None)
    proof = {
        "领办人姓名": plain(leader) in plain(text),
        "日期": bool(find_dates(text)) or bool(re.search("[0-9]{4}年[0-9]{1,2}月", text)),
        "出具单位或印章": bool(bodies) or any(paper.seals or paper.unread_stamps for paper in papers),
    }
    missing = "、".join(name for name, there in proof.items() if not there)
    details: dict[str, object] = {
        "expected": "、".join(proof),
        "found": "、".join(name for name, there in proof.items() if there),
    }
    if not missing:
        return question.passes("创新成果证明载有领办人、日期和出具单位", **details, score=1.0)
    if not (all_read_well(papers) and all(line.confidence >= READABLE for paper in papers for line in paper.lines)):
        return question.cannot_tell("unreadable", f"创新成果证明中未能识别出{missing}，请对照原件核对", **details)
    return question.flags(f"创新成果证明中未见{missing}，请补充能说明领办人作用的证明", **details, score=0.0)
