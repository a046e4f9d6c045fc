"""The rule book: complete, explained, and speaking of things that there are."""

from __future__ import annotations

import re

import pytest

from extractors.documents import FORMS
from pipeline.form import Award, Bank, Form, FormRecord, Leader, Member, Patent, Unit
from pipeline.rulebook import GROUPS, rule_book, rule_of

STATED: dict[str, type[FormRecord]] = {
    "unit": Unit,
    "leader": Leader,
    "members": Member,
    "awards": Award,
    "patents": Patent,
    "bank": Bank,
}
RULES = list(rule_book().items())
CHINESE = re.compile(r"[一-鿿]")


@pytest.mark.parametrize(("name", "rule"), RULES, ids=[name for name, _ in RULES])
def test_a_rule_is_explained_and_its_rows_and_needs_are_known(name: str, rule: object) -> None:
    entry = rule_of(name)
    assert entry == rule
    assert name.partition(".")[0] in GROUPS
    assert all(CHINESE.search(text) for text in (entry.title, *entry.heads))
    assert all(text.endswith("。") and len(text) >= 10 for text in (entry.reviewer, entry.applicant))
    assert entry.rows
    assert all(re.fullmatch(r"[A-Z]+-\d{2}", row) for row in entry.rows)
    assert [need for need in entry.needs if not is_known(need)] == []


def is_known(need: str) -> bool:
    part, _, value = need.partition(".")
    if part in STATED:
        return not value or value in STATED[part].model_fields
    if part in FORMS:
        return not value or value in {field.name for field in FORMS[part].fields}
    return not value and part in Form.model_fields


def test_a_rule_of_another_version_is_shown_by_its_group() -> None:
    assert rule_of("contract.something_new").title == "劳动合同"
