"""The rule book: complete, explained, and speaking of things that there are."""

from __future__ import annotations

import re

import pytest

from extractors.documents import FORMS
from pipeline.form import Award, Bank, Form, FormRecord, Leader, Member, Patent, Unit
from pipeline.rulebook import GROUPS, rule_book, rule_of, unchecked_rows

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


def test_a_row_is_carried_out_or_it_is_said_why_not() -> None:
    unchecked, carried_out = unchecked_rows(), {row for rule in rule_book().values() for row in rule.rows}
    assert set(unchecked) & carried_out == set()
    assert list(unchecked) == sorted(unchecked)
    assert [row for row, why in unchecked.items() if not re.fullmatch(r"[A-Z]+-\d{2}", row) or not why.endswith(".")] == []


CHECKLIST = {
    "MAT": 16, "SCAN": 4, "SEAL": 8, "SIGN": 5, "UNIT": 10, "LIC": 7, "LEAD": 13, "CERT": 12, "MEM": 6, "CON": 12, "BANK": 7,
    "COM": 2, "AWD": 4, "PAT": 6, "VEN": 4, "SYS": 2, "X": 14, "AUTH": 14, "PROC": 5,
}  # fmt: skip
"""How many rows the groups of the checklist have."""


@pytest.mark.parametrize("group", CHECKLIST)
def test_no_row_of_the_checklist_is_forgotten(group: str) -> None:
    answered = {*unchecked_rows(), *(row for rule in rule_book().values() for row in rule.rows)}
    assert {f"{group}-{number:02d}" for number in range(1, CHECKLIST[group] + 1)} <= answered


def test_a_rule_of_another_version_is_shown_by_its_group() -> None:
    assert rule_of("contract.something_new").title == "劳动合同"
