"""Certificates: level, number and occupation against the form, and against the conditions of the programme."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from extractors.kinds.skill_level import level_rank
from extractors.occupations import Occupation, look_up
from models.records import Line
from pipeline.checks.check import Check, Compared, Evidence, Reason
from pipeline.checks.dossier import SURE_OF_TYPE, Dossier, Someone
from pipeline.checks.inspection import SLOT, inspect_certificates
from pipeline.checks.matching import Match, is_due, match_of
from pipeline.checks.question import places
from pipeline.checks.weighing import CERTAIN, READABLE, certain, held_against, readable, text_of
from pipeline.documents import Document
from pipeline.form import Member
from pipeline.knowledge import Certificates

LEVEL = Match("certificate.level_mismatch", "CERT-03 X-07", SLOT, "skill_level", "skill_level", "职业技能等级")
NUMBER = Match("certificate.number_mismatch", "MAT-16", SLOT, "certificate_number", "certificate_number", "证书编号")
OCCUPATION = Match("certificate.occupation_mismatch", "CERT-06 X-08", SLOT, "occupation", "occupation", "职业名称")
WORK_TYPE = Match("certificate.occupation_mismatch", "CERT-06 X-08", SLOT, "work_type", "occupation", "工种")


TITLE_LINES, TITLE_LENGTH = 12, 24
"""A title stands among the first lines and is short (guessed)."""


def ask_certificates(dossier: Dossier) -> Iterator[Check]:
    for someone in dossier.people:
        yield match_of(dossier, LEVEL, someone, someone.stated.skill_level)
        yield _ask_number(dossier, someone)
        yield _ask_occupation(dossier, someone)
        yield _ask_kind(dossier, someone)
        yield from inspect_certificates(dossier, someone)
    yield _ask_minimum_level(dossier)
    yield _ask_catalogue(dossier)
    yield _ask_post(dossier)


def _ask_number(dossier: Dossier, someone: Someone) -> Check:
    """MAT-16: a number on the form without its scan is left open, even where the paper is not due."""
    number = someone.stated.certificate_number
    if number and not dossier.papers_of(someone, SLOT):
        question = dossier.ask_of(NUMBER.rule, someone, SLOT)
        return question.cannot_tell("missing_material", f"{someone.called}填写了证书编号，但未收到证书扫描件", expected=number)
    return match_of(dossier, NUMBER, someone, number)


def _ask_occupation(dossier: Dossier, someone: Someone) -> Check:
    """The stated occupation may stand as 职业 or as 工种 on the certificate."""
    by_occupation = match_of(dossier, OCCUPATION, someone, someone.stated.occupation)
    if by_occupation.status in ("pass", "not_applicable"):
        return by_occupation
    by_work_type = match_of(dossier, WORK_TYPE, someone, someone.stated.occupation)
    return by_work_type if by_work_type.status == "pass" else by_occupation


def _ask_kind(dossier: Dossier, someone: Someone) -> Check:
    """CERT-01: other certificates beside one that does are no matter."""
    question, papers = dossier.ask_of("certificate.kind_not_accepted", someone, SLOT), dossier.papers_of(someone, SLOT)
    due, words = is_due(dossier, SLOT, someone), dossier.programme.certificates
    if isinstance(someone.stated, Member) and someone.stated.role == "technical":
        return question.not_applicable(f"{someone.called}为专业技术人才，可以职称证书等证明")
    if not papers:
        message = f"未收到{someone.called}的证书，无法核对证书种类"
        return question.cannot_tell("missing_material", message) if due else question.not_applicable(message)
    if any(_is_accepted(paper, words) for paper in papers):
        return question.passes(f"{someone.called}的证书为职业资格或职业技能等级证书", score=1.0)
    titles = [(paper, title) for paper in papers if (title := _title(paper, words.refused)) and title.confidence >= CERTAIN]
    evidence = tuple(Evidence(file=paper.file, page=0, box=title.box, text=title.text) for paper, title in titles)
    if len(titles) < len(papers):
        return question.cannot_tell("unreadable", f"{someone.called}的证书种类未能确认，请对照原件核对", evidence=evidence)
    found = "、".join(title.text.strip() for _, title in titles)
    message = f"{someone.called}上传的是“{found}”，不是职业资格证书或职业技能等级证书"
    say = question.flags if due or not someone.is_leader else question.doubts
    return say(message, expected="职业资格证书或职业技能等级证书", found=found, evidence=evidence, score=0.0)


def _is_accepted(paper: Document, words: Certificates) -> bool:
    sure = paper.type == SLOT and paper.type_confidence >= SURE_OF_TYPE
    return _title(paper, words.accepted) is not None or (sure and _title(paper, words.refused) is None)


def _title(paper: Document, pattern: str) -> Line | None:
    """The short line among the first of any page that names the kind of certificate."""
    for page in paper.pages:
        for line in page.lines[:TITLE_LINES]:
            text = re.sub(r"\s", "", line.text)
            if len(text) <= TITLE_LENGTH and line.confidence >= READABLE and re.search(pattern, text):
                return line
    return None


def _ask_minimum_level(dossier: Dossier) -> Check:
    """LEAD-03: the catalogue route asks for 技师 or above, on the certificate; what the form itself states too low is too low."""
    question, leader = dossier.ask_of("certificate.level_too_low", dossier.leader, SLOT), dossier.form.leader
    if dossier.route not in (None, "catalogue_occupation"):
        return question.not_applicable("所选认定路径对职业技能等级不作要求")
    minimum = dossier.programme.thresholds.minimum_level
    fields = [(paper, readable(paper, "skill_level")) for paper in dossier.papers_of(dossier.leader, SLOT)]
    read = [(paper, field, text_of(field)) for paper, field in fields if field]
    evidence = places((paper, field) for paper, field, _ in read)
    highest = _highest(level for _, _, level in read)
    details: dict[str, object] = {
        "expected": f"{minimum}及以上",
        "found": highest,
        "evidence": evidence,
        "compared": held_against("skill_level", minimum, highest),
    }
    if highest is not None and _reaches(highest, minimum):
        return question.passes(f"领办人证书等级为{highest}，达到{minimum}及以上要求", **details)
    if highest is not None and all(field.confidence >= CERTAIN for _, field, _ in read):
        return question.flags(f"领办人证书等级为{highest}，未达到{minimum}及以上要求", **details, score=0.0)
    if leader.skill_level and level_rank(leader.skill_level) is not None and not _reaches(leader.skill_level, minimum):
        return question.flags(f"申报表填写领办人等级为{leader.skill_level}，未达到{minimum}及以上要求", **details, score=0.0)
    if not fields:
        return question.cannot_tell("missing_material", "未收到领办人的证书，无法核对职业技能等级", **details)
    return question.cannot_tell("unreadable", "领办人证书的职业技能等级未能清晰识别，请对照原件核对", **details)


def _highest(levels: Iterable[str | None]) -> str | None:
    return max((level for level in levels if level), key=lambda level: level_rank(level) or -1, default=None)


def _reaches(level: str, minimum: str) -> bool:
    rank, least = level_rank(level), level_rank(minimum)
    return rank is not None and least is not None and rank >= least


def _ask_catalogue(dossier: Dossier) -> Check:
    """LEAD-02, CERT-06: on the catalogue route the occupation must be one of the catalogue's skill occupations."""
    question, leader = dossier.ask_of("certificate.occupation_not_in_catalogue", dossier.leader, SLOT), dossier.form.leader
    if dossier.route not in (None, "catalogue_occupation"):
        return question.not_applicable("所选认定路径不要求职业列入《职业分类大典》")
    fields = [
        (paper, readable(paper, name))
        for paper in dossier.papers_of(dossier.leader, SLOT)
        for name in ("occupation", "work_type")
    ]
    printed = [value for _, field in fields if (value := text_of(field))]
    names = [leader.occupation] if leader.occupation else printed
    if not names:
        return question.cannot_tell("not_on_form", "申报表未填写职业，证书上也未能读到，无法核对《职业分类大典》")
    found = [one for name in names for one in occupations_called(name)]
    details: dict[str, object] = {"found": names[0], "evidence": places(fields)}
    groups, terms = {one.code[0] for one in found}, dossier.programme.occupations
    if groups & set(terms.skill):
        return question.passes(f"职业“{names[0]}”属《职业分类大典》技能类职业（工种）", **details, score=1.0)
    if groups & set(terms.unclear):
        return question.doubts(f"职业“{names[0]}”在《职业分类大典》第三大类，是否属技能类职业请核定", **details, score=0.5)
    if found:
        return question.flags(f"职业“{names[0]}”在《职业分类大典》中不属于技能类职业，请核实", **details, score=0.2)
    return question.flags(f"未在《职业分类大典》中找到职业“{names[0]}”，请核实职业名称或认定路径", **details, score=0.0)


def occupations_called(name: str) -> Sequence[Occupation]:
    """Every occupation that the name may stand for; none when the catalogue has no such name."""
    found = look_up(name)
    return found.occupations if found else ()


def _ask_post(dossier: Dossier) -> Check:
    """CERT-12: only a post that itself bears the name of an occupation can be held against the leader's occupation."""
    question, leader = dossier.ask_of("certificate.unrelated_to_post", dossier.leader, SLOT), dossier.form.leader
    if dossier.route not in (None, "catalogue_occupation"):
        return question.not_applicable("所选认定路径不要求职业列入《职业分类大典》")
    contracts, papers = dossier.papers_of(dossier.leader, "labor_contract"), dossier.papers_of(dossier.leader, SLOT)
    posts = [(paper, certain(paper, "position")) for paper in contracts]
    named = [leader.position, *(text_of(field) for _, field in posts)]
    fields = [(paper, certain(paper, name)) for paper in papers for name in ("occupation", "work_type")]
    occupations = [name for name in (leader.occupation, *(text_of(field) for _, field in fields)) if name]
    if not occupations or not any(named):
        unread = [*((paper, "position") for paper in contracts), *((paper, "occupation") for paper in papers)]
        smudged = any(paper.fields.get(name) for paper, name in unread)
        reason: Reason = "unreadable" if smudged else "not_on_form"
        return question.cannot_tell(reason, "领办人的职业或岗位未填写，材料上也未能清晰识别，无法核对两者的关系")
    details: dict[str, object] = {
        "expected": "、".join(dict.fromkeys(filter(None, named))),
        "found": "、".join(dict.fromkeys(occupations)),
        "evidence": places([*posts, *fields]),
    }
    details["compared"] = _minors_compared(posts=[one for one in named if one], occupations=occupations)
    answers = [_related(post, occupation) for post in named if post for occupation in occupations]
    if True in answers:
        return question.passes("领办人的职业与岗位相关", **details, score=1.0)
    if False in answers:
        message = f"领办人的职业为“{details['found']}”，岗位为“{details['expected']}”，大典中两者不属同一小类，请核实"
        return question.flags(message, **details, score=0.0)
    return question.not_applicable(f"岗位名称“{details['expected']}”不是大典中的职业（工种），请在评审时了解与职业的关系")


def _minors_compared(*, posts: Sequence[str], occupations: Sequence[str]) -> Compared | None:
    """The minor groups of the catalogue that post and occupation belong to; None where one of them is not in it."""
    one, other = (sorted({found.minor_code for name in names for found in posts_called(name)}) for names in (posts, occupations))
    if not one or not other:
        return None
    reason = "有相同的小类" if set(one) & set(other) else "小类不同"
    return Compared(kind="minor_group", expected="、".join(one), found="、".join(other), reason=reason)


def posts_called(post: str) -> Sequence[Occupation]:
    """The occupations of the catalogue that a post is named after: 电工岗."""
    return occupations_called(_without_end(post))


def _without_end(post: str) -> str:
    return re.sub(r"岗位?$", "", post)


def _related(post: str, occupation: str) -> bool | None:
    """None: one of them is not in the catalogue and they share no word."""
    short = _without_end(post)
    if any(short[start : start + 2] in occupation for start in range(len(short) - 1)):
        return True
    minor = [{one.minor_code for one in occupations_called(name)} for name in (short, occupation)]
    return bool(minor[0] & minor[1]) if all(minor) else None
