"""The commitment letter: when it was made, for which grant, and whose name stamp it bears."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.kinds import kind
from pipeline.checks.check import Check, Evidence
from pipeline.checks.dossier import Dossier
from pipeline.checks.marks import SEAL_CERTAIN
from pipeline.checks.question import Question, place
from pipeline.checks.weighing import certain, day_of, held_against, text_of
from pipeline.checks.wording import spots
from pipeline.programme import Slot
from pipeline.rulebook import RuleName

SLOT: Slot = "commitment_letter"


def ask_commitment(dossier: Dossier) -> Iterator[Check]:
    rules: tuple[RuleName, ...] = ("commitment.date_implausible", "commitment.wrong_project", "commitment.signer_mismatch")
    questions = [dossier.ask(rule, "unit", material=SLOT) for rule in rules]
    if not dossier.papers(SLOT):
        yield from (question.cannot_tell("missing_material", "未收到承诺书，无法核对") for question in questions)
        return
    for question, ask in zip(questions, (_ask_date, _ask_project, _ask_signer), strict=True):
        yield ask(dossier, question)


def _ask_date(dossier: Dossier, question: Question) -> Check:
    """SIGN-03: made for this round, and before it was handed in."""
    papers, window = dossier.papers(SLOT), dossier.programme.window
    last = dossier.form.submitted_on or window.closes
    paper = next((one for one in papers if certain(one, "committed_on")), papers[0])
    field = paper.fields.get("committed_on")
    day = day_of(certain(paper, "committed_on"))
    details: dict[str, object] = {"expected": f"{window.opens}至{last}", "found": text_of(field), "evidence": place(paper, field)}
    if day is None:
        return question.cannot_tell("unreadable", "承诺书的日期未填写或未能清晰识别，请对照原件核对", **details)
    if window.opens <= day <= last:
        return question.passes(f"承诺书日期{day}在申报期内", **details, score=1.0)
    return question.flags(
        f"承诺书日期为{day}，不在申报期首日至提交日（{window.opens}至{last}）之间，请核实", **details, score=0.0
    )


def _ask_project(dossier: Dossier, question: Question) -> Check:
    """COM-01: another year's letter. The template's wording is not public, so a letter that names no year says nothing."""
    year = dossier.programme.window.closes.year
    named = list(spots(dossier.papers(SLOT), dossier.programme.project))
    details: dict[str, object] = {"expected": f"{year}年"}
    ours = [one for one in named if one.match[1] == str(year)]
    if ours:
        return question.passes(f"承诺书写明{year}年度本项目", found=ours[0].match[0], evidence=ours[0].evidence, **details)
    if not named:
        return question.not_applicable("承诺书未写明项目年度，模板用语未公开，不据此认定")
    other = named[0]
    details |= {"found": other.match[0], "evidence": other.evidence}
    if not other.surely:
        return question.cannot_tell("unreadable", "承诺书的项目年度未能清晰识别，请对照原件核对", **details)
    return question.flags(f"承诺书写的是“{other.match[0]}”，不是{year}年度，请重新出具", **details, score=0.0)


def _ask_signer(dossier: Dossier, question: Question) -> Check:
    """SIGN-02, X-06: by the stamp of a name; who signed by hand nobody can read."""
    stated = dossier.form.unit.legal_representative
    stamps = [
        (paper, seal, name)
        for paper in dossier.papers(SLOT)
        for seal in paper.seals
        if seal.shape == "square" and seal.confidence >= SEAL_CERTAIN and (name := _name_on(seal.name))
    ]
    if not stamps:
        return question.not_applicable("承诺书上没有可识别的名章，手写签名不作辨认")
    if stated is None:
        return question.cannot_tell("not_on_form", "申报表未填写法定代表人，无法核对承诺书上的名章")
    outcomes = [kind("person_name").compare(stated, name).outcome for _, _, name in stamps]
    paper, seal, name = stamps[outcomes.index("same") if "same" in outcomes else 0]
    box = Evidence(file=paper.file, page=seal.page, box=seal.box, text=seal.name or "")
    compared = held_against("person_name", stated, name)
    details: dict[str, object] = {"expected": stated, "found": name, "evidence": (box,), "compared": compared}
    if "same" in outcomes:
        return question.passes("承诺书所盖名章为法定代表人", **details, score=1.0)
    if "lookalike" in outcomes or set(stated) & set(name):  # stamps are read worse than print
        return question.cannot_tell("unreadable", "承诺书上的名章未能清晰识别，请核对是否为法定代表人", **details)
    message = f"承诺书所盖名章为“{name}”，法定代表人为“{stated}”，请核实是否有授权书"
    return question.flags(message, **details, score=0.0)


def _name_on(text: str | None) -> str:
    """The name on a stamp: 张三, 张三印, 张三之印; nothing where it bears more than a name, e.g. 财务专用章."""
    name = re.sub("(之?印|印章)$", "", text or "")
    return name if len(name) <= LONGEST_NAME and not name.endswith("章") else ""


LONGEST_NAME = 4
"""Characters of a name that fit on a stamp; longer ones are written in full by hand (guessed)."""
