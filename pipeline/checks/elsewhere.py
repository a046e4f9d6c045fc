"""Over all applications: papers, people and numbers of this one that another one has too. Without an index nothing is asked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.checks.check import Check, Evidence
from pipeline.checks.dossier import SLOTS, Dossier
from pipeline.checks.masking import mask
from pipeline.checks.question import Question
from pipeline.checks.weighing import certain
from pipeline.documents import Document
from pipeline.index import PRINTED, Repeat

PAPER = ("file", "text", "picture")
HOW = {"file": "文件内容完全相同", "text": "文字几乎相同", "picture": "画面几乎相同"}
NOT_ASKED = "未设置申报索引，未与其他申报比对"
WHOLE_PAGE = (0.0, 0.0, 1.0, 1.0)


def ask_elsewhere(dossier: Dossier) -> Iterator[Check]:
    for slot in SLOTS:
        yield from _ask_papers(dossier, dossier.ask("material.duplicate_across_applications", slot, material=slot), slot)
    yield from _ask_numbers(dossier)
    leader = dossier.form.leader
    yield _ask_stated(
        dossier, dossier.ask_of("leader.in_another_application", dossier.leader), "leader_id", leader.id_number, "领办人"
    )
    for member in dossier.members:
        question = dossier.ask_of("team.in_another_application", member)
        yield _ask_stated(dossier, question, "member_id", member.stated.id_number, member.called)
    bank, unit = dossier.form.bank, dossier.form.unit
    question = dossier.ask("bank.account_used_elsewhere", "unit", material="bank_account")
    yield _ask_stated(dossier, question, "account_number", bank.account_number, "收款账号")
    yield _ask_stated(dossier, dossier.ask("unit.applied_twice", "unit"), "uscc", unit.uscc, "申报单位")


def _ask_papers(dossier: Dossier, question: Question, slot: str) -> Iterator[Check]:
    """AUTH-01, VEN-03: the same file, picture or text with another unit. A unit may hand in its own papers again."""
    uploaded = dossier.uploaded(slot)
    if dossier.repeats is None or not uploaded:
        yield question.not_applicable(NOT_ASKED if uploaded else "没有相应文件")
        return
    found = [one for one in dossier.repeats if one.kind in PAPER and one.slot == slot and not one.same_unit]
    for file in dict.fromkeys(one.file for one in found):
        yield _paper_flag(question, [one for one in found if one.file == file])
    unopened = [document.file for document in uploaded if not document.pages]
    if unopened and not found:
        yield question.cannot_tell("unreadable", f"{unopened[0]}未能打开，无法与其他申报比对")
    elif not found:
        yield question.passes("未在其他单位的申报中发现相同材料", score=1.0)


def _paper_flag(question: Question, repeats: Sequence[Repeat]) -> Check:
    first = min(repeats, key=lambda one: PAPER.index(one.kind))
    others = "、".join(dict.fromkeys(one.application for one in repeats))
    pages = sorted({one.page for one in repeats})
    evidence = tuple(Evidence(file=first.file, page=page, box=WHOLE_PAGE, text="") for page in pages)
    message = f"{first.file}第{pages[0] + 1}页与其他单位的申报（{others}）中的材料{HOW[first.kind]}，请核实来源"
    return question.flags(message, found=others, score=0.0, evidence=evidence)


def _ask_numbers(dossier: Dossier) -> Iterator[Check]:
    """AUTH-02: a certificate's, patent's or award's number under another holder's name elsewhere."""
    question = dossier.ask("authenticity.number_used_elsewhere", "application")
    if dossier.repeats is None:
        yield question.not_applicable(NOT_ASKED)
        return
    kinds = [kind for rows in PRINTED.values() for kind, _, _ in rows]
    found = [one for one in dossier.repeats if one.kind in kinds and not one.same_holder]
    for one in found:
        evidence = (Evidence(file=one.file, page=one.page, box=_spot(dossier, one), text=one.value),)
        message = f"{one.file}的编号{one.value}在其他申报（{one.application}）中属于另一持有人，请查询核实"
        yield question.flags(message, found=one.value, score=0.0, evidence=evidence)
    unread = [document.file for document in dossier.documents if _hides_its_number(document)]
    if not found and unread:
        yield question.cannot_tell("unreadable", f"{unread[0]}的编号未能清晰识别，无法与其他申报比对")
    elif not found:
        yield question.passes("证书、专利编号未在其他申报中出现于他人名下", score=1.0)


def _hides_its_number(document: Document) -> bool:
    """Whether it shows a number that could not be read surely."""
    names = [number for _, number, _ in PRINTED.get(document.type, ())]
    return any(name in document.fields and certain(document, name) is None for name in names)


def _spot(dossier: Dossier, repeat: Repeat) -> tuple[float, float, float, float]:
    for document in dossier.documents:
        for field in document.fields.values():
            if document.file == repeat.file and field.page == repeat.page and field.value == repeat.value:
                return field.box
    return WHOLE_PAGE


SAID = {
    "leader_id": "还是其他申报（{others}）的领办人或成员，请核实",
    "member_id": "还列入其他单位的申报（{others}），请核实是否为本单位正式员工",
    "account_number": "与其他单位的申报（{others}）相同，请核实账户归属",
    "uscc": "在本项目中还有其他申报（{others}），请核实是否重复申报",
}


def _ask_stated(dossier: Dossier, question: Question, kind: str, stated: str | None, called: str) -> Check:
    """LEAD-12, MEM-06, BANK-07, UNIT-09: a number of the form. A member or an account may serve two applications of one unit."""
    if dossier.repeats is None:
        return question.not_applicable(NOT_ASKED)
    if not stated:
        return question.cannot_tell("not_on_form", f"申报表未填写{called}的号码，无法与其他申报比对")
    own_too = kind in ("leader_id", "uscc")
    found = [one for one in dossier.repeats if one.kind == kind and one.value == stated and (own_too or not one.same_unit)]
    if not found:
        return question.passes(f"{called}未在其他申报中重复出现", score=1.0)
    others = "、".join(dict.fromkeys(one.application for one in found))
    number = "" if kind in ("uscc", "leader_id", "member_id") else mask(stated)
    return question.flags(f"{called}{number}{SAID[kind].format(others=others)}", found=others, score=0.0)
