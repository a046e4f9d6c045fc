"""Whatever stands in a field or on the form: the rules answer, and answer about everything."""

from __future__ import annotations

from random import Random
from typing import Any

import pytest

from pipeline.form import Form
from pipeline.rulebook import rule_book
from tests.pipeline.checks.dossiers import clean_papers, form_data, judged, made

ODD: list[Any] = [
    None, "", " ", "?", [], ["甲", "乙"], "2023-02-30", "2023-02", "9999-12-31", "0001-01-01", "male", "*" * 300,
    "技师", "ZL", "长期",
]  # fmt: skip


@pytest.mark.parametrize("seed", range(30))
def test_odd_values_on_papers_are_answered(seed: int) -> None:
    chance = Random(seed)
    papers = [
        paper.model_copy(
            update={
                "fields": {
                    name: made(chance.choice(ODD), chance.random()) if chance.random() < 0.5 else field
                    for name, field in paper.fields.items()
                    if chance.random() < 0.9
                },
                "person": chance.choice([paper.person, None, "无名氏"]),
            }
        )
        for paper in clean_papers()
    ]
    assert {check.rule for check in judged(papers)} == set(rule_book())


@pytest.mark.parametrize("seed", range(30))
def test_odd_values_on_the_form_are_answered(seed: int) -> None:
    chance = Random(seed)
    texts = [value for value in ODD if isinstance(value, str)]
    free = (
        "name",
        "id_number",
        "uscc",
        "occupation",
        "skill_level",
        "certificate_number",
        "position",
        "honour",
        "number",
        "patentee",
    )

    def spoilt(value: Any, key: str = "") -> Any:
        if isinstance(value, dict):
            return {name: spoilt(part, name) for name, part in value.items()}
        if isinstance(value, list):
            return [spoilt(part) for part in value]
        return chance.choice(texts) if key in free and chance.random() < 0.4 else value

    data = {**spoilt(form_data()), "programme": "skill-master-studio-2026"}
    assert {check.rule for check in judged(None, Form.model_validate(data))} == set(rule_book())
