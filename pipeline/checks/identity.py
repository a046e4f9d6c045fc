"""Identity: each person's name, ID number, birth date and sex on the papers, and on the form within itself."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from extractors.kinds import id_birthdate, id_gender, id_problem, kind
from pipeline.checks.check import Check
from pipeline.checks.dossier import Dossier, Someone
from pipeline.checks.masking import mask
from pipeline.checks.matching import WORDS, Match, match_of
from pipeline.checks.person import born_by_id, sex_by_id, valid_id
from pipeline.checks.question import Question
from pipeline.checks.weighing import held_against
from pipeline.form import Person
from pipeline.rulebook import RuleName

MATCHES = (
    Match("identity.name_mismatch", "CERT-05 X-01", "skill_certificate", "holder_name", "person_name", "姓名", every=True),
    Match("identity.name_mismatch", "CON-03 X-01", "labor_contract", "employee_name", "person_name", "乙方姓名", every=True),
    Match("identity.id_number_mismatch", "CERT-05 X-02", "skill_certificate", "id_number", "id_number", "身份证号", every=True,
          masked=True),
    Match("identity.id_number_mismatch", "CON-03 X-02", "labor_contract", "id_number", "id_number", "身份证号", every=True,
          masked=True),
    Match("identity.birthdate_mismatch", "X-03", "skill_certificate", "birthdate", "date", "出生日期", every=True, optional=True),
    Match("identity.gender_mismatch", "X-03", "skill_certificate", "gender", "gender", "性别", every=True, optional=True),
)  # fmt: skip

STATED: dict[str, Callable[[Person], str | None]] = {
    "holder_name": lambda person: person.name,
    "employee_name": lambda person: person.name,
    "id_number": lambda person: person.id_number,
    "birthdate": lambda person: _iso(person.birthdate) or _iso(born_by_id(person)),
    "gender": lambda person: person.gender or sex_by_id(person),
}
"""What the form says; birth date and sex, where not stated, follow from the ID number."""


def ask_identity(dossier: Dossier) -> Iterator[Check]:
    for someone in dossier.people:
        for match in MATCHES:
            yield match_of(dossier, match, someone, STATED[match.field](someone.stated))
        yield _ask_id_valid(dossier.ask_of("identity.id_number_invalid", someone), someone)
        for inner in INNER:
            yield _ask_inner(dossier.ask_of(inner.rule, someone), inner, someone)


@dataclass(frozen=True)
class Inner:
    """A value of the form that its own ID number must bear out."""

    rule: RuleName
    label: str
    kind: str
    stated: Callable[[Person], str | None]
    by_id: Callable[[str], str | None]


INNER = (
    Inner(
        "identity.birthdate_mismatch",
        "出生日期",
        "date",
        lambda person: _iso(person.birthdate),
        lambda number: _iso(id_birthdate(number)),
    ),
    Inner("identity.gender_mismatch", "性别", "gender", lambda person: person.gender, id_gender),
)

ID_PROBLEMS = {
    "format": "不是18位号码",
    "region": "地区代码不存在",
    "birthdate": "其中的出生日期不存在或晚于今天",
    "check": "末位校验码不符",
}


def _ask_id_valid(question: Question, someone: Someone) -> Check:
    """MEM-02: the form's own ID number. A wrong check digit is mostly a slip of the pen, so a person looks at it."""
    number = someone.stated.id_number
    if number is None:
        return question.cannot_tell("not_on_form", f"申报表未填写{someone.called}的身份证号")
    normal = kind("id_number").normalise(number)
    problem = id_problem(normal)
    if problem is None:
        return question.passes(f"{someone.called}的身份证号校验无误", expected=normal)
    message = f"申报表填写的{someone.called}身份证号{mask(normal)}{ID_PROBLEMS.get(problem, '校验不通过')}，请核对后更正"
    return question.flags(message, expected=None, found=normal, score=0.0)


def _ask_inner(question: Question, inner: Inner, someone: Someone) -> Check:
    """X-03: birth date and sex stated on the form against those in its ID number."""
    stated = inner.stated(someone.stated)
    number = valid_id(someone.stated)
    by_id = inner.by_id(number) if number else None
    if stated is None or by_id is None:
        missing = inner.label if stated is None else "有效的身份证号"
        return question.cannot_tell("not_on_form", f"申报表未填写{someone.called}{missing}，无法核对{inner.label}")
    details: dict[str, object] = {"expected": by_id, "found": stated, "compared": held_against(inner.kind, by_id, stated)}
    if stated == by_id:
        return question.passes(f"申报表填写的{someone.called}{inner.label}与身份证号一致", **details, score=1.0)
    shown, right = WORDS.get(stated, stated), WORDS.get(by_id, by_id)
    message = f"申报表填写的{someone.called}{inner.label}为{shown}，身份证号显示为{right}，两者不一致"
    return question.flags(message, **details, score=0.0)


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
