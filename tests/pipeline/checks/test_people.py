"""People and papers: names, IDs, birth dates, sexes; whose paper it is; the team."""

from __future__ import annotations

from typing import Any

import pytest

from pipeline.checks.masking import mask
from pipeline.documents import Document
from tests.pipeline.checks.dossiers import (
    LEADER,
    MEMBERS,
    NUMBER,
    answers,
    clean_papers,
    contract,
    flags,
    form,
    form_data,
    judged,
    made,
    page,
    paper,
    with_fields,
    without,
)

OTHER_ID = "440306200109102565"
NEAR_ID = "110101196801150020"  # valid, two digits from the leader's
WRONG_CHECK = "110101196801150038"

PRINTED = [
    ("holder_name", "identity.name_mismatch", "张建国", "pass"),
    ("holder_name", "identity.name_mismatch", "张 建国", "pass"),
    ("holder_name", "identity.name_mismatch", "刘长江", "flag:blocking"),
    ("holder_name", "identity.name_mismatch", made("刘长江", 0.8), "flag:blocking"),
    ("holder_name", "identity.name_mismatch", made("刘长江", 0.7), "cannot_tell:unreadable"),
    ("holder_name", "identity.name_mismatch", made("张健国", 0.97), "flag:attention"),
    ("holder_name", "identity.name_mismatch", made("张健国", 0.92), "cannot_tell:unreadable"),
    ("holder_name", "identity.name_mismatch", made(None, 0.1), "cannot_tell:unreadable"),
    ("holder_name", "identity.name_mismatch", ..., "cannot_tell:unreadable"),
    ("id_number", "identity.id_number_mismatch", LEADER["id_number"], "pass"),
    ("id_number", "identity.id_number_mismatch", OTHER_ID, "flag:blocking"),
    ("id_number", "identity.id_number_mismatch", made(OTHER_ID, 0.7), "cannot_tell:unreadable"),
    ("id_number", "identity.id_number_mismatch", made(OTHER_ID, repaired=True), "cannot_tell:unreadable"),
    ("id_number", "identity.id_number_mismatch", made(LEADER["id_number"], 0.9, repaired=True), "pass"),
    ("id_number", "identity.id_number_mismatch", made(NEAR_ID, 0.98), "flag:blocking"),
    ("id_number", "identity.id_number_mismatch", made(NEAR_ID, 0.8), "cannot_tell:unreadable"),
    ("id_number", "identity.id_number_mismatch", "110101********0039", "pass"),
    ("birthdate", "identity.birthdate_mismatch", "1968-01-15", "pass"),
    ("birthdate", "identity.birthdate_mismatch", "1968-01", "pass"),
    ("birthdate", "identity.birthdate_mismatch", "1969-01-15", "flag:attention"),
    ("birthdate", "identity.birthdate_mismatch", made("1969-01-15", 0.8), "cannot_tell:unreadable"),
    ("birthdate", "identity.birthdate_mismatch", ..., "not_applicable"),
    ("gender", "identity.gender_mismatch", "male", "pass"),
    ("gender", "identity.gender_mismatch", "female", "flag:attention"),
    ("gender", "identity.gender_mismatch", made("female", 0.6), "cannot_tell:unreadable"),
]


@pytest.mark.parametrize(("field", "rule", "printed", "answer"), PRINTED)
def test_what_a_certificate_says_of_a_person(field: str, rule: str, printed: Any, answer: str) -> None:
    checks = judged(with_fields(clean_papers(), "skill_certificate", **{field: printed}))
    by_certificate = next(check for check in checks if check.rule == rule and check.subject == "leader")
    assert answers([by_certificate], rule) == [answer]


def test_an_id_that_fails_its_check_is_for_a_person_never_blocking() -> None:
    checks = judged(with_fields(clean_papers(), "labor_contract", "张建国", id_number=WRONG_CHECK))
    assert "flag:blocking" not in answers(checks, "identity.id_number_mismatch", "leader")


def test_the_stated_gender_is_shown_in_words() -> None:
    checks = judged(with_fields(clean_papers(), "skill_certificate", gender="female"))
    (flag,) = [check for check in checks if check.status == "flag"]
    assert "女" in flag.message and "male" not in flag.message


FORM = [
    ({"leader__id_number": WRONG_CHECK}, "identity.id_number_invalid", "flag:attention"),
    ({"leader__id_number": "12345"}, "identity.id_number_invalid", "flag:attention"),
    ({"leader__id_number": "not an ID at all"}, "identity.id_number_invalid", "flag:attention"),
    ({"leader__id_number": None}, "identity.id_number_invalid", "cannot_tell:not_on_form"),
    ({"leader__id_number": "１１０１０１１９６８０１１５００３９"}, "identity.id_number_invalid", "pass"),
    ({"leader__birthdate": "1968-01-16"}, "identity.birthdate_mismatch", "flag:attention"),
    ({"leader__birthdate": None}, "identity.birthdate_mismatch", "cannot_tell:not_on_form"),
    ({"leader__gender": "female"}, "identity.gender_mismatch", "flag:attention"),
    ({"leader__gender": None}, "identity.gender_mismatch", "cannot_tell:not_on_form"),
]


@pytest.mark.parametrize(("changes", "rule", "answer"), FORM)
def test_the_form_is_held_against_its_own_id_number(changes: dict[str, Any], rule: str, answer: str) -> None:
    assert answer in answers(judged(None, form(**changes)), rule, "leader")


def members(*listed: dict[str, Any]) -> list[dict[str, Any]]:
    data: list[dict[str, Any]] = form_data()["members"]
    return [*data, *({**data[0], **one} for one in listed)]


def test_fewer_than_three_members_are_too_few() -> None:
    checks = judged(None, form(members=members()[:2]))
    assert answers(checks, "team.too_small") == ["flag:blocking"]
    assert answers(judged(), "team.too_small") == ["pass"]


def test_doubtful_contracts_leave_the_size_of_the_team_to_a_person() -> None:
    checks = judged(with_fields(clean_papers(), "labor_contract", "李明", ends_on="2024-12-31"))
    assert answers(checks, "team.too_small") == ["flag:attention"]


def test_a_member_listed_twice_counts_once() -> None:
    checks = judged(None, form(members=[*members()[:2], members()[0]]))
    assert answers(checks, "team.duplicate_member", "李明") == ["pass", "flag:attention"]
    assert answers(checks, "team.too_small") == ["flag:blocking"]
    assert answers(checks, "team.member_without_contract") == ["pass"] * 3


def test_two_members_of_one_name_are_two_people_by_their_ids() -> None:
    namesake = {"id_number": OTHER_ID, "gender": "female", "birthdate": "2001-09-10"}
    papers = [*clean_papers(), contract({**MEMBERS[0], **namesake}).model_copy(update={"file": "other.pdf", "sha256": "o"})]
    assert flags(judged(papers, form(members=members(namesake)))) == set()


UNNUMBERED = [
    ({}, "flag:attention", "flag:blocking"),
    ({"birthdate": "2001-09-10"}, "pass", "pass"),
    ({"birthdate": None}, "cannot_tell:not_on_form", "cannot_tell:not_on_form"),
]


@pytest.mark.parametrize(("second", "repeated", "size"), UNNUMBERED)
def test_two_members_of_one_name_may_be_two_people(second: dict[str, Any], repeated: str, size: str) -> None:
    """By their birthdates where one of them has no ID number; without any nobody can tell."""
    listed = [*members()[:2], {**members()[0], "id_number": None, **second}]
    checks = judged(None, form(members=listed))
    assert answers(checks, "team.duplicate_member", "李明")[-1] == repeated
    assert answers(checks, "team.too_small") == [size]


def test_a_member_who_shares_the_leaders_name_may_be_another_person() -> None:
    namesake = {**members()[2], "name": LEADER["name"], "id_number": None, "birthdate": None}
    checks = judged(None, form(members=[*members()[:2], namesake]))
    assert answers(checks, "team.leader_counted", "张建国") == ["cannot_tell:not_on_form"]
    assert answers(checks, "team.too_small") == ["cannot_tell:not_on_form"]


def test_a_form_without_a_list_of_members_states_no_number() -> None:
    assert answers(judged(None, form(members=...)), "team.too_small") == ["cannot_tell:not_on_form"]
    assert answers(judged(None, form(members=[])), "team.too_small") == ["flag:blocking"]


def test_the_leader_is_not_a_member_of_the_team() -> None:
    checks = judged(None, form(members=[*members()[:2], {**members()[2], **LEADER}]))
    assert answers(checks, "team.leader_counted", "张建国") == ["flag:blocking"]
    assert answers(checks, "team.too_small") == ["flag:blocking"]


def test_a_member_without_a_contract_is_named() -> None:
    checks = judged(without(clean_papers(), "labor_contract", "王芳"))
    assert answers(checks, "team.member_without_contract", "王芳") == ["flag:blocking"]
    assert answers(checks, "material.missing", "labor_contract") == ["pass"]
    assert answers(checks, "team.too_small") == ["flag:attention"]


def test_a_contract_of_an_unread_name_may_be_the_missing_one() -> None:
    stray = contract(MEMBERS[1], employee_name=made(None, 0.1), id_number=...).model_copy(update={"person": None})
    papers = [*without(clean_papers(), "labor_contract", "王芳"), stray]
    checks = judged(without(papers, "labor_contract", "赵雪"))
    assert set(answers(checks, "team.member_without_contract", "王芳")) == {"cannot_tell:unreadable"}
    assert answers(judged(papers), "team.member_without_contract", "王芳") == ["pass"]


def test_the_leaders_missing_contract_is_a_missing_material() -> None:
    checks = judged(without(clean_papers(), "labor_contract", "张建国"))
    assert answers(checks, "material.missing", "labor_contract") == ["flag:blocking"]


@pytest.mark.parametrize(
    ("value", "other", "shown"),
    [
        ("110115198506071239", None, "110115********1239"),
        ("110115198506071239", "110115198506071239", "110115********1239"),
        ("110115198506071239", "110115198606071239", "110115***5****1239"),
        ("0200001234567890123", "0200001234567890124", "0200***********0123"),
        ("0200001234567890123", "0200001234567290123", "0200*********8*0123"),
        ("110115198506071239", "440306200109102565", "110115********1239"),
        ("12345678", None, "1234****"),
        ("1234", None, "12**"),
        ("", None, ""),
    ],
)
def test_numbers_are_masked_but_for_what_differs(value: str, other: str | None, shown: str) -> None:
    assert mask(value, other) == shown


def stack(*holders: dict[str, str], person: str | None) -> list[Document]:
    """Certificates of several people in one file that was uploaded once."""
    return [
        paper(
            "skill_certificate",
            {**CERTIFICATE, "holder_name": holder["name"], "id_number": holder["id_number"]},
            person=person,
            file="证书.pdf",
            pages=(page(number, text="职业技能等级证书"),),
        )
        for number, holder in enumerate(holders)
    ]


CERTIFICATE = {"occupation": "电工", "skill_level": "技师", "certificate_number": NUMBER, "issued_on": "2023-06-30"}


@pytest.mark.parametrize("person", ["张建国", "李明", None])
def test_a_stack_that_was_uploaded_once_serves_everyone_in_it(person: str | None) -> None:
    papers = [*without(clean_papers(), "skill_certificate"), *stack(MEMBERS[0], LEADER, MEMBERS[1], person=person)]
    checks = judged(papers)
    assert set(answers(checks, "identity.name_mismatch", "leader")) == {"pass"}
    assert answers(checks, "material.missing", "skill_certificate") == ["pass"]
    assert answers(checks, "material.wrong_type", "skill_certificate") == ["pass"]
    assert not [check for check in checks if check.rule.startswith("identity.") and check.status == "flag"]


def test_a_stack_that_each_of_them_hands_in_counts_once() -> None:
    people = (LEADER, *MEMBERS[:2])
    stacks = [one for someone in people for one in stack(*people, person=someone["name"])]
    checks = judged([*without(clean_papers(), "skill_certificate"), *stacks])
    assert answers(checks, "material.duplicate", "skill_certificate") == ["pass"]
    assert not [check for check in checks if check.rule.startswith("identity.") and check.status == "flag"]


def test_a_file_is_of_the_wrong_type_only_when_no_part_of_it_is_right() -> None:
    licence, *others = clean_papers()
    letter = next(one for one in others if one.slot == "commitment_letter")
    second = licence.model_copy(update={"file": letter.file, "sha256": letter.sha256, "slot": letter.slot, "pages": (page(1),)})
    assert answers(judged([*clean_papers(), second]), "material.wrong_type", "commitment_letter") == ["pass"]
    alone = [one for one in clean_papers() if one.slot != "commitment_letter"]
    assert answers(judged([*alone, second]), "material.wrong_type", "commitment_letter") == ["flag:attention"]
