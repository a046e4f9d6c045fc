"""The team: enough distinct members besides the leader, each with a contract."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.checks.check import Check
from pipeline.checks.dossier import Dossier, Someone, same_person
from pipeline.checks.weighing import READABLE
from pipeline.documents import Document
from pipeline.programme import Slot

SLOT: Slot = "labor_contract"

DISQUALIFYING = (
    "contract.employer_mismatch",
    "contract.expired",
    "contract.not_started",
    "contract.dispatched_worker",
    "team.member_without_contract",
)
"""Flags against a member's contract that leave it open whether he is a formal employee (MEM-03)."""


def ask_team(dossier: Dossier, answered: Sequence[Check]) -> Iterator[Check]:
    """``answered``: the checks so far, since who counts depends on their contracts."""
    contracts = [_ask_contract(dossier, member) for member in dossier.members]
    yield from contracts
    for number, member in enumerate(dossier.members):
        yield _ask_duplicate(dossier, member, dossier.members[:number])
        yield _ask_leader(dossier, member)
    yield _ask_size(dossier, [*answered, *contracts])


def _ask_contract(dossier: Dossier, member: Someone) -> Check:
    """MAT-15: one contract for each member. One that nobody could be found for may be this member's."""
    question = dossier.ask_of("team.member_without_contract", member, SLOT)
    papers = dossier.papers_of(member, SLOT)
    if papers:
        return question.passes(f"{member.called}的劳动合同已提交", found=papers[0].file)
    strays = [paper for paper in dossier.unowned(SLOT) if not _names_somebody(paper)]
    if strays:
        message = f"有{len(strays)}份劳动合同未能识别姓名，无法确定是否属于{member.called}，请人工核对"
        return question.cannot_tell("unreadable", message)
    return question.flags(f"未收到{member.called}的劳动合同，请补充", score=0.0)


def _names_somebody(paper: Document) -> bool:
    field = paper.fields.get("employee_name")
    return field is not None and field.value is not None and field.confidence >= READABLE


def _ask_duplicate(dossier: Dossier, member: Someone, before: Sequence[Someone]) -> Check:
    """MEM-01."""
    question = dossier.ask_of("team.duplicate_member", member)
    if any(same_person(member, other) for other in before):
        return question.flags(f"{member.called}在成员名单中重复列出，只能计一人", score=0.0)
    return question.passes(f"{member.called}未重复列出")


def _ask_leader(dossier: Dossier, member: Someone) -> Check:
    """LEAD-11: the team stands besides the leader."""
    question = dossier.ask_of("team.leader_counted", member)
    if same_person(member, dossier.leader):
        return question.flags(f"领办人{member.stated.name or ''}又列为团队成员，团队须在领办人之外组成", score=0.0)
    return question.passes(f"{member.called}不是领办人")


def _ask_size(dossier: Dossier, answered: Sequence[Check]) -> Check:
    """UNIT-08: too few listed is certain; too few left after doubtful contracts is for a person."""
    question, needed = dossier.ask("team.too_small", "application"), dossier.programme.thresholds.team_size
    members = distinct_members(dossier)
    details: dict[str, object] = {"expected": f"{needed}人以上", "found": f"{len(members)}人"}
    if len(members) < needed:
        return question.flags(f"除领办人外列有团队成员{len(members)}人，少于{needed}人", **details, score=0.0)
    doubtful = {check.subject for check in answered if check.rule in DISQUALIFYING and check.status == "flag"}
    left = [member for member in members if member.subject not in doubtful]
    if len(left) < needed:
        message = f"列有团队成员{len(members)}人，其中{len(members) - len(left)}人劳动合同存疑，扣除后不足{needed}人，请核实"
        return question.doubts(message, **details, score=0.5)
    return question.passes(f"除领办人外有团队成员{len(members)}人，符合{needed}人以上要求", **details, score=1.0)


def distinct_members(dossier: Dossier) -> list[Someone]:
    """Members, each once, without the leader."""
    distinct: list[Someone] = []
    for member in dossier.members:
        if not any(same_person(member, other) for other in (dossier.leader, *distinct)):
            distinct.append(member)
    return distinct
