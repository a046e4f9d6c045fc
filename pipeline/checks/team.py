"""The team: enough distinct members besides the leader, skilled or technical, each with a contract and of working age."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from extractors.kinds.skill_level import level_rank
from pipeline.checks.check import Check, Reason
from pipeline.checks.dossier import Dossier, Someone, same_person, surely_same
from pipeline.checks.leader import categories_of, sort_of_post
from pipeline.checks.person import birth_of
from pipeline.checks.question import places
from pipeline.checks.retirement import retirement_date
from pipeline.checks.weighing import READABLE, certain, text_of
from pipeline.documents import Document
from pipeline.form import Member
from pipeline.programme import Slot

SLOT: Slot = "labor_contract"
CERTIFICATE: Slot = "skill_certificate"

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
        yield _ask_skill(dossier, member)
        yield _ask_retired(dossier, member)
    yield _ask_skilled(dossier)
    yield _ask_counts(dossier)
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
    if any(surely_same(member, other) for other in before):
        return question.flags(f"{member.called}在成员名单中重复列出，只能计一人", score=0.0)
    if any(same_person(member, other) for other in before):
        return question.cannot_tell("not_on_form", f"成员名单中有同名的{member.called}，未填身份证号，无法判断是否同一人")
    return question.passes(f"{member.called}未重复列出")


def _ask_leader(dossier: Dossier, member: Someone) -> Check:
    """LEAD-11: the team stands besides the leader."""
    question = dossier.ask_of("team.leader_counted", member)
    if surely_same(member, dossier.leader):
        return question.flags(f"领办人{member.stated.name or ''}又列为团队成员，团队须在领办人之外组成", score=0.0)
    if same_person(member, dossier.leader):
        return question.cannot_tell("not_on_form", f"{member.called}与领办人同名，未填身份证号，无法判断是否同一人")
    return question.passes(f"{member.called}不是领办人")


def _ask_skill(dossier: Dossier, member: Someone) -> Check:
    """MEM-04: skilled or technical people are asked for, not certificates: only a post in an office speaks against one."""
    question, stated = dossier.ask_of("team.member_not_skilled", member), member.stated
    if stated.skill_level or stated.certificate_number or dossier.papers_of(member, CERTIFICATE):
        return question.passes(f"{member.called}有职业技能等级或证书", score=1.0)
    contracts = dossier.papers_of(member, SLOT)
    fields = [(paper, field) for paper in contracts if (field := certain(paper, "position"))]
    posts = [post for post in (stated.position, *(text_of(field) for _, field in fields)) if post]
    sorts = {sort_of_post(post, dossier.programme.posts) for post in posts}
    shown = "、".join(dict.fromkeys(posts))
    details: dict[str, object] = {"expected": "技能人才或专业技术人才", "found": shown or None, "evidence": places(fields)}
    if sorts == {"office"}:
        return question.flags(f"{member.called}的岗位为“{shown}”，未见证书，请核实是否为技能人才或专业技术人才", **details)
    if posts or stated.occupation or role_of(member):
        return question.passes(f"{member.called}按技能人才或专业技术人才填报", **details)
    reason: Reason = "unreadable" if any("position" in paper.fields for paper in contracts) else "not_on_form"
    return question.cannot_tell(reason, f"{member.called}的角色、岗位和技能等级均未填写，也未能从材料识别", **details)


def role_of(member: Someone) -> str | None:
    return member.stated.role if isinstance(member.stated, Member) else None


def _ask_retired(dossier: Dossier, member: Someone) -> Check:
    """MEM-05: past the statutory age nobody is a regular employee any more."""
    question, born = dossier.ask_of("team.member_retired", member), birth_of(member.stated)
    if born is None:
        return question.cannot_tell("not_on_form", f"申报表未填写{member.called}有效的身份证号或出生日期，无法计算退休日期")
    applied = dossier.form.submitted_on or dossier.programme.window.closes
    dates = sorted({retirement_date(born, category) for category in categories_of(member.stated)})
    shown = "、".join(day.isoformat() for day in dates)
    details: dict[str, object] = {"expected": f"晚于{applied}", "found": shown}
    if applied < dates[0]:
        return question.passes(f"{member.called}未到法定退休年龄", **details, score=1.0)
    if applied < dates[-1]:
        message = f"{member.called}法定退休日期按原退休类别可为{shown}，请核实适用哪一类"
        return question.cannot_tell("not_on_form", message, **details)
    return question.flags(
        f"{member.called}的法定退休日期为{shown}，申报时已到退休年龄，请核实是否为正式员工", **details, score=0.0
    )


def _ask_skilled(dossier: Dossier) -> Check:
    """UNIT-04: skilled people besides the leader."""
    question, members = dossier.ask("team.no_skilled_member", "application"), distinct_members(dossier)
    if not members:
        return question.not_applicable("未列团队成员，由“团队人数”一项核对")
    skilled = [member for member in members if _is_skilled(dossier, member)]
    details: dict[str, object] = {"expected": "1人以上", "found": f"{len(skilled)}人"}
    if skilled:
        return question.passes(f"除领办人外有技能人才{len(skilled)}人", **details, score=1.0)
    staff = _number((dossier.form.unit.model_extra or {}).get("skilled_staff")) or 0
    if staff > 1:
        return question.passes(f"申报表填写本单位技能人才{staff}人，除领办人外另有他人", expected="1人以上", found=f"{staff}人")
    if any(role_of(member) is None for member in members):
        return question.cannot_tell("not_on_form", "申报表未填写部分成员的角色和技能等级，无法判断是否有技能人才", **details)
    return question.flags("成员均填写为专业技术人才，未见领办人以外的技能人才，请核实", **details, score=0.0)


def _is_skilled(dossier: Dossier, member: Someone) -> bool:
    levelled = member.stated.skill_level is not None and level_rank(member.stated.skill_level) is not None
    certified = any(paper.type == CERTIFICATE for paper in dossier.papers_of(member, CERTIFICATE))
    return role_of(member) == "skilled" or levelled or certified


def _ask_counts(dossier: Dossier) -> Check:
    """X-14: only of a form that states the numbers."""
    question, stated = dossier.ask("team.counts_incoherent", "unit"), dossier.form.unit.model_extra or {}
    staff, skilled = _number(stated.get("headcount")), _number(stated.get("skilled_staff"))
    if staff is None:
        return question.not_applicable("申报表未填写职工人数")
    listed = len(distinct_members(dossier)) + 1
    details: dict[str, object] = {"expected": f"不少于{max(listed, skilled or 0)}人", "found": f"{staff}人"}
    if staff < listed:
        return question.flags(f"申报表填写职工{staff}人，少于领办人和成员共{listed}人", **details, score=0.0)
    if skilled is not None and skilled > staff:
        return question.flags(f"申报表填写技能人才{skilled}人，多于职工{staff}人", **details, score=0.0)
    return question.passes("申报表填写的人数合理", **details, score=1.0)


def _number(value: object) -> int | None:
    """A count, or the sum of counts by level."""
    if isinstance(value, dict):
        counts = [count for one in value.values() if (count := _number(one)) is not None]
        return sum(counts) if counts else None
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def _ask_size(dossier: Dossier, answered: Sequence[Check]) -> Check:
    """UNIT-08: too few listed is certain, unless two of one name may be two people; too few left after doubtful contracts is for
    a person."""
    question, needed = dossier.ask("team.too_small", "application"), dossier.programme.thresholds.team_size
    members = distinct_members(dossier)
    details: dict[str, object] = {"expected": f"{needed}人以上", "found": f"{len(members)}人"}
    if "members" not in dossier.form.model_fields_set:
        return question.cannot_tell("not_on_form", "申报表未列团队成员名单，无法核对人数")
    if len(members) < needed <= _at_most(dossier):
        message = f"除领办人外列有团队成员{len(members)}人，另有同名人员未填身份证号，无法判断是否满{needed}人"
        return question.cannot_tell("not_on_form", message, **details)
    if len(members) < needed:
        return question.flags(f"除领办人外列有团队成员{len(members)}人，少于{needed}人", **details, score=0.0)
    doubtful = {check.subject for check in answered if check.rule in DISQUALIFYING and check.status == "flag"}
    left = [member for member in members if member.subject not in doubtful]
    if len(left) < needed:
        message = f"列有团队成员{len(members)}人，其中{len(members) - len(left)}人劳动合同存疑，扣除后不足{needed}人，请核实"
        return question.doubts(message, **details, score=0.5)
    return question.passes(f"除领办人外有团队成员{len(members)}人，符合{needed}人以上要求", **details, score=1.0)


def _at_most(dossier: Dossier) -> int:
    """How many members there may be when people of one name are different people."""
    return len(distinct_members(dossier, same=surely_same))


def distinct_members(dossier: Dossier, same: Callable[[Someone, Someone], bool] = same_person) -> list[Someone]:
    """Members, each once, without the leader."""
    distinct: list[Someone] = []
    for member in dossier.members:
        if not any(same(member, other) for other in (dossier.leader, *distinct)):
            distinct.append(member)
    return distinct
