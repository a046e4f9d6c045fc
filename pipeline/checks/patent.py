"""Patents: number, its check digit and the owner, against the form's list and the unit."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.kinds import kind
from pipeline.checks.check import Check
from pipeline.checks.dossier import Dossier
from pipeline.checks.matching import Match, answer
from pipeline.checks.question import Question, place
from pipeline.checks.weighing import CERTAIN, LOOKALIKE_CERTAIN, certain, readable, text_of
from pipeline.documents import Document
from pipeline.form import Patent
from pipeline.programme import Slot
from pipeline.rulebook import RuleName

SLOT: Slot = "patent_certificate"

NUMBER = Match("patent.number_mismatch", "PAT-01", SLOT, "patent_number", "patent_number", "专利号")
OWNERS = r"[;；、,，\s]+"


RULES: tuple[RuleName, ...] = ("patent.number_mismatch", "patent.number_invalid", "patent.owner_mismatch")


def ask_patents(dossier: Dossier) -> Iterator[Check]:
    papers = dossier.papers(SLOT)
    for paper in papers:
        entry = entry_of(dossier, paper)
        if not paper.fields and paper.type == "unknown" and not paper.problems:
            yield from (_question(dossier, rule).not_applicable("所交材料不是专利证书，由人工审阅创新成果") for rule in RULES)
            continue
        yield _ask_same_number(dossier, paper, entry)
        yield _ask_number(_question(dossier, "patent.number_invalid"), paper, entry)
        yield _ask_owner(dossier, paper)
    if not papers:
        yield from (_without_papers(dossier, rule) for rule in RULES)


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
    details: dict[str, object] = {"expected": unit, "found": text_of(field), "evidence": evidence}
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
