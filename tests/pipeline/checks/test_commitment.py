"""The commitment letter: its date, its grant and year, and the name stamp on it."""

from __future__ import annotations

from typing import Any

import pytest

from models.records import Seal
from tests.pipeline.checks.dossiers import (
    BOX,
    PRINT,
    answers,
    clean_papers,
    form,
    judged,
    made,
    page,
    seal,
    with_fields,
    with_parts,
)

DATES = [
    ("2026-01-12", "pass"),
    ("2026-01-20", "pass"),
    ("2026-01-11", "flag:attention"),
    ("2026-01-21", "flag:attention"),
    (made("2025-01-15", 0.8), "cannot_tell:unreadable"),
    (..., "cannot_tell:unreadable"),
]


@pytest.mark.parametrize(("day", "answer"), DATES)
def test_the_letter_is_made_for_this_round_before_it_is_handed_in(day: Any, answer: str) -> None:
    checks = judged(with_fields(clean_papers(), "commitment_letter", committed_on=day))
    assert answers(checks, "commitment.date_implausible") == [answer]


PROJECTS = [
    ("我单位申报2026年度经开区技能大师工作室认定资助", 0.97, "pass"),
    ("我单位申报2025年经开区技能大师工作室认定资助", 0.97, "flag:blocking"),
    ("我单位申报2025年经开区技能大师工作室认定资助", 0.8, "cannot_tell:unreadable"),
    ("附2025年经开区技能大师工作室名单，现申报2026年\n经开区技能大师工作室认定资助", 0.97, "pass"),
    ("我单位自2020年起建设技能大师工作室", 0.97, "not_applicable"),
    ("我单位2023年获评市级技能大师工作室，现申报认定资助", 0.97, "not_applicable"),
    ("我单位于2025年12月30日申报经开区技能大师工作室认定", 0.97, "not_applicable"),
    ("我单位郑重承诺", 0.97, "not_applicable"),
]


@pytest.mark.parametrize(("text", "confidence", "answer"), PROJECTS)
def test_another_years_letter_does_not_do(text: str, confidence: float, answer: str) -> None:
    pages = (page(text=f"{text}\n{PRINT}", confidence=confidence),)
    assert answers(judged(with_parts(clean_papers(), "commitment_letter", pages=pages)), "commitment.wrong_project") == [answer]


def stamp(name: str | None, confidence: float = 0.93) -> Seal:
    return Seal(page=0, box=BOX, shape="square", colour="red", name=name, confidence=confidence, kind="person")


STAMPS: list[tuple[Seal, dict[str, Any], str]] = [
    (stamp("陈志远印"), {}, "pass"),
    (stamp("陈志远"), {}, "pass"),
    (stamp("王大伟"), {}, "flag:attention"),
    (stamp("陈大伟"), {}, "cannot_tell:unreadable"),
    (stamp("王大伟", 0.6), {}, "not_applicable"),
    (stamp(None), {}, "not_applicable"),
    (stamp("财务专用章"), {}, "not_applicable"),
    (stamp("王大伟"), {"unit__legal_representative": None}, "cannot_tell:not_on_form"),
]


@pytest.mark.parametrize(("mark", "stated", "answer"), STAMPS)
def test_a_name_stamp_is_the_representatives(mark: Seal, stated: dict[str, Any], answer: str) -> None:
    papers = with_parts(clean_papers(), "commitment_letter", seals=(seal(), mark))
    assert answers(judged(papers, form(**stated)), "commitment.signer_mismatch") == [answer]
