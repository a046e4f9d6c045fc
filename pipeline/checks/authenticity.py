"""What a paper itself gives away: other purposes, void marks, sentences meant for software, editing programs, unlike seals."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from models.records import Seal
from pipeline.checks.check import Check, Compared, Evidence
from pipeline.checks.dossier import SLOTS, Dossier
from pipeline.checks.marks import SEAL_CERTAIN, bears_name
from pipeline.checks.question import Question
from pipeline.checks.weighing import READABLE
from pipeline.checks.wording import line_spots, spots
from pipeline.documents import Document
from pipeline.programme import Slot

WHOLE_PAGE = (0.0, 0.0, 1.0, 1.0)


def ask_authenticity(dossier: Dossier) -> Iterator[Check]:
    for slot in SLOTS:
        papers = [paper for paper in dossier.papers(slot) if paper.pages]
        yield _ask_marks(dossier, dossier.ask("authenticity.marked_otherwise", slot, material=slot), slot, papers)
        yield _ask_instructions(dossier, dossier.ask("authenticity.instructions_in_text", slot, material=slot), papers)
        yield _ask_editors(dossier, dossier.ask("authenticity.edited_file", slot, material=slot), papers)
        if slot == "site_photos":
            yield _ask_ground(dossier, dossier.ask("authenticity.taken_elsewhere", slot, material=slot), papers)
    yield _ask_seals_alike(dossier)
    yield _ask_seal_code(dossier)


NOTHING = "没有相应文件"


def _ask_marks(dossier: Dossier, question: Question, slot: Slot, papers: Sequence[Document]) -> Check:
    """AUTH-13: 作废, 样本, or 仅供 something else. Unless it runs across the page, a line of prose may begin so by chance, and a
    cell of a table or a sign in a room may say no more."""
    words, terms = dossier.programme.suspicious, dossier.programme.materials[slot]
    prose, loose = terms.paged, terms.any_content or bool(terms.sections)
    void = [(one, one.match[0]) for one in line_spots(papers, words.void) if one.line.slanted or not loose]
    other = [
        (one, one.match["what"])
        for one in line_spots(papers, words.purpose)
        if not re.search(words.our_purpose, one.match["what"]) and (one.line.slanted or not prose)
    ]
    marks = [*void, *other]
    if not papers:
        return question.not_applicable(NOTHING)
    if not marks:
        return question.passes("未见样本、作废或限于其他用途的标记", score=1.0)
    spot, found = min(marks, key=lambda one: not one[0].surely)
    details: dict[str, object] = {"found": found, "evidence": spot.evidence}
    if not spot.surely:
        return question.cannot_tell("unreadable", f"{spot.paper.file}上似有“{found}”字样，未能清晰识别，请对照原件", **details)
    return question.flags(f"{spot.paper.file}标有“{spot.match[0]}”，不是为本次申报出具或不能使用，请核实", **details, score=0.0)


def _ask_instructions(dossier: Dossier, question: Question, papers: Sequence[Document]) -> Check:
    """AUTH-14: whatever a paper or its code says is data; a sentence that gives orders to software is shown to a person."""
    pattern = dossier.programme.suspicious.instructions
    said = next((one for one in spots(papers, pattern) if one.confidence >= READABLE), None)
    coded = next(
        (
            (paper, code)
            for paper in papers
            for code in paper.codes
            if code.text and re.search(pattern, re.sub(r"\s", "", code.text))
        ),
        None,
    )
    if said:
        message = f"{said.paper.file}中有对审核系统发出指令的文字，已按普通文字处理，请核实其来源"
        return question.flags(message, found=said.match[0], evidence=said.evidence, score=0.0)
    if coded:
        paper, code = coded
        evidence = (Evidence(file=paper.file, page=code.page, box=code.box, text=""),)
        message = f"{paper.file}的二维码中有对审核系统发出指令的文字，已按普通文字处理，请核实其来源"
        return question.flags(message, evidence=evidence, score=0.0)
    return question.passes("未见对审核系统发出指令的文字", score=1.0) if papers else question.not_applicable(NOTHING)


def _ask_editors(dossier: Dossier, question: Question, papers: Sequence[Document]) -> Check:
    """AUTH-08: scanners do not name such programs; enough people improve their scans for it to be for information only."""
    known = [(paper, paper.origin.software) for paper in papers if paper.origin and paper.origin.software]
    edited = [(paper, software) for paper, software in known if re.search(dossier.programme.suspicious.editors, software)]
    if edited:
        paper, software = edited[0]
        message = f"{paper.file}的文件信息显示曾用图像编辑软件（{software}）处理，供参考"
        return question.flags(message, found=software, evidence=_whole(paper), score=0.0)
    if known:
        return question.passes("文件信息未显示图像编辑软件", score=1.0)
    return question.not_applicable("文件未载明由什么软件生成")


def _ask_ground(dossier: Dossier, question: Question, papers: Sequence[Document]) -> Check:
    """VEN-04: where a camera noted that it stood; most noted nothing, and phones are told to leave it out."""
    ground = dossier.programme.area.ground
    placed = [(paper, paper.origin.place) for paper in papers if paper.origin and paper.origin.place]
    if not placed:
        return question.not_applicable("照片文件未载明拍摄地点")
    outside = [
        (paper, place)
        for paper, place in placed
        if not (ground.south <= place.latitude <= ground.north and ground.west <= place.longitude <= ground.east)
    ]
    if not outside:
        return question.passes(f"照片的拍摄地点在{dossier.programme.area.title}一带", score=1.0)
    paper, place = outside[0]
    found = f"北纬{place.latitude:.3f}度、东经{place.longitude:.3f}度"
    message = f"{paper.file}的拍摄地点（{found}）不在{dossier.programme.area.title}一带，供参考"
    return question.flags(message, expected=dossier.programme.area.title, found=found, evidence=_whole(paper), score=0.0)


def _whole(paper: Document) -> tuple[Evidence, ...]:
    return (Evidence(file=paper.file, page=paper.first_page, box=WHOLE_PAGE, text=""),)


CODE_LENGTH = 13
MISREAD = 3
"""Digits of 13 that two readings of one small code may differ by (guessed)."""


class Coded(NamedTuple):
    paper: Document
    seal: Seal
    code: str

    @property
    def evidence(self) -> Evidence:
        return Evidence(file=self.paper.file, page=self.seal.page, box=self.seal.box, text=self.code)


def _unit_seals(dossier: Dossier) -> list[Coded]:
    """The unit's official seals whose code was read."""
    name = dossier.form.unit.name
    return [
        Coded(paper, seal, seal.code)
        for paper in dossier.documents
        for seal in paper.seals
        if name and seal.code and seal.kind == "official" and seal.confidence >= SEAL_CERTAIN and bears_name(seal, name)
    ]


def _ask_seals_alike(dossier: Dossier) -> Check:
    """SEAL-07: one unit has one official seal, and that has one code. Of small figures that were read once nobody is sure."""
    question, coded = dossier.ask("authenticity.seals_differ", "unit"), _unit_seals(dossier)
    whole = [one for one in coded if len(one.code) == CODE_LENGTH]
    if dossier.form.unit.name is None and any(paper.seals for paper in dossier.documents):
        return question.cannot_tell("not_on_form", "申报表未填写单位名称，无法比较本单位的印章")
    if len(whole) < 2:
        return question.not_applicable("本单位公章上可识别的编码不足两处，无法比较")
    counted = Counter(one.code for one in whole)
    usual = counted.most_common(1)[0][0]
    others = sorted((one for one in whole if _apart(one.code, usual) > MISREAD), key=lambda one: -counted[one.code])
    if not others:
        return question.passes("本单位各处公章的编码一致", found=usual, score=1.0)
    first = next(one for one in whole if one.code == usual)
    apart = f"{CODE_LENGTH}位中有{_apart(others[0].code, usual)}位不同，超过{MISREAD}位"
    details: dict[str, object] = {
        "expected": usual,
        "found": others[0].code,
        "evidence": (first.evidence, others[0].evidence),
        "compared": Compared(kind="seal_code", expected=usual, found=others[0].code, reason=apart),
    }
    message = f"{others[0].paper.file}上公章的编码为{others[0].code}，其他材料上为{usual}，请核实是否为同一枚公章"
    if counted[others[0].code] < 2:
        return question.cannot_tell("unreadable", f"{message}；该编码只在一处识别到，可能是识别误差", **details)
    if _only_on_contracts(whole, others):
        return question.informs(f"{message}；劳动合同所盖可能是更换前的公章，供参考", **details, score=0.5)
    return question.flags(message, **details, score=0.0)


def _only_on_contracts(whole: Sequence[Coded], others: Sequence[Coded]) -> bool:
    """Whether all that was made for this application bears one seal: contracts are years older, and seals are replaced."""
    odd = {one.code for one in others}
    ours = {one.code in odd for one in whole if one.paper.type != "labor_contract"}
    return len(ours) < 2


def _apart(one: str, other: str) -> int:
    return sum(a != b for a, b in zip(one, other, strict=True))


def _ask_seal_code(dossier: Dossier) -> Check:
    """SEAL-08: 13 digits, from 11 on in Beijing; older seals have none. Two readings that agree are no misreading."""
    question, coded = dossier.ask("authenticity.seal_code_implausible", "unit"), _unit_seals(dossier)
    if not coded:
        return question.not_applicable("本单位公章上没有可识别的编码")
    good = [one for one in coded if len(one.code) == CODE_LENGTH and one.code.startswith(dossier.programme.seal_codes)]
    if good:
        return question.passes(
            "本单位公章的编码符合北京市印章编码的形式", found=good[0].code, evidence=(good[0].evidence,), score=1.0
        )
    code, times = Counter(one.code for one in coded).most_common(1)[0]
    evidence = tuple(one.evidence for one in coded if one.code == code)
    if times < 2:
        return question.not_applicable(f"本单位公章的编码只有一处可识别（{code}），不据此判断")
    return question.flags(f"本单位公章的编码为{code}，不是以11开头的13位数字，供参考", found=code, evidence=evidence, score=0.0)
