"""Papers, people and numbers that another application has too."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest

from pipeline.checks import Check, judge
from pipeline.documents import Document
from pipeline.index import Repeat
from tests.pipeline.checks.dossiers import (
    LEADER,
    MEMBERS,
    NUMBER,
    PROGRAMME,
    USCC,
    answers,
    clean_papers,
    flags,
    form,
    made,
    with_fields,
    with_parts,
)

RULES = {
    "material.duplicate_across_applications",
    "authenticity.number_used_elsewhere",
    "leader.in_another_application",
    "team.in_another_application",
    "bank.account_used_elsewhere",
    "unit.applied_twice",
}


def judged(*repeats: Repeat, papers: Sequence[Document] | None = None, **changes: Any) -> list[Check]:
    return judge(form(**changes), clean_papers() if papers is None else papers, PROGRAMME, repeats)


def repeat(kind: str, **changes: Any) -> Repeat:
    return Repeat.model_validate({"kind": kind, "application": "KFQ9", "same_unit": False, **changes})


def test_without_an_index_nothing_is_compared() -> None:
    checks = judge(form(), clean_papers(), PROGRAMME)
    assert {check.status for check in checks if check.rule in RULES} == {"not_applicable"}


def test_what_no_other_application_has_passes() -> None:
    checks = judged()
    assert {check.rule for check in checks if check.status == "pass"} >= RULES
    assert flags(checks) == set()


FLAGGED = [
    (repeat("picture", slot="site_photos", file="site_photos_unit.pdf"), "material.duplicate_across_applications"),
    (repeat("file", slot="labor_contract", file="c.pdf"), "material.duplicate_across_applications"),
    (repeat("certificate_number", value=NUMBER, same_holder=False), "authenticity.number_used_elsewhere"),
    (repeat("leader_id", value=LEADER["id_number"], same_unit=True), "leader.in_another_application"),
    (repeat("member_id", value=MEMBERS[0]["id_number"]), "team.in_another_application"),
    (repeat("account_number", value="0200001234567890123"), "bank.account_used_elsewhere"),
    (repeat("uscc", value=USCC, same_unit=True), "unit.applied_twice"),
]


@pytest.mark.parametrize(("found", "rule"), FLAGGED, ids=[rule for _, rule in FLAGGED])
def test_a_repeat_is_flagged_for_attention_with_the_other_application(found: Repeat, rule: str) -> None:
    checks = judged(found)
    assert {one for one, _ in flags(checks)} == {rule}
    flagged = next(check for check in checks if check.rule == rule and check.status == "flag")
    assert flagged.severity == "attention"
    assert "KFQ9" in flagged.message


LEGITIMATE = [
    repeat("file", slot="business_license", file="b.pdf", same_unit=True),
    repeat("text", slot="skill_certificate", file="s.pdf", same_unit=True),
    repeat("certificate_number", value=NUMBER, same_holder=True),
    repeat("member_id", value=MEMBERS[0]["id_number"], same_unit=True),
    repeat("account_number", value="0200001234567890123", same_unit=True),
]


@pytest.mark.parametrize("found", LEGITIMATE, ids=[one.kind for one in LEGITIMATE])
def test_a_unit_may_use_its_own_again(found: Repeat) -> None:
    assert flags(judged(found)) == set()


def test_what_could_not_be_read_or_is_not_stated_is_left_open() -> None:
    blind = with_fields(clean_papers(), "skill_certificate", certificate_number=made(None, 0.1))
    assert answers(judged(papers=blind), "authenticity.number_used_elsewhere") == ["cannot_tell:unreadable"]
    closed = with_parts(clean_papers(), "site_photos", pages=())
    assert answers(judged(papers=closed), "material.duplicate_across_applications", "site_photos") == ["cannot_tell:unreadable"]
    silent: dict[str, Any] = {
        "leader__id_number": ...,
        "members__0__id_number": ...,
        "bank__account_number": ...,
        "unit__uscc": ...,
    }
    checks = judged(**silent)
    for rule in ("leader.in_another_application", "bank.account_used_elsewhere", "unit.applied_twice"):
        assert answers(checks, rule) == ["cannot_tell:not_on_form"]
    assert "cannot_tell:not_on_form" in answers(checks, "team.in_another_application")


def test_an_account_number_is_masked_in_the_sentence() -> None:
    checks = judged(repeat("account_number", value="0200001234567890123"))
    assert all("0200001234567890123" not in check.message for check in checks)
