"""Single papers to which one bad thing happened, each against its truth: by recorded answers, and some for real.

What must hold of every case: its type; its fields but for those that the thing itself hides; the defect by name; and nothing
wrong that rules would trust. Of an illegible one only the last two are asked.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from extractors.records import Field
from models.ocr import Engine
from pipeline.documents import Document
from pipeline.process import Tools, read_document
from pipeline.settings import load_settings
from pipeline.uploads import Upload

HARD = Path(__file__).resolve().parent.parent / "samples" / "hard"
CASES: list[dict[str, Any]] = json.loads((HARD / "truth.json").read_text(encoding="utf-8"))["documents"]
TRUSTED = 0.75
"""Confidence from which rules take a value for read (``pipeline/checks/weighing.py``)."""

WEAK = {("glare.jpg", "registration_authority")}
"""Read wrongly and trusted today: one character of a seal's ring, half outshone."""

FOR_REAL = ("upside_down.jpg", "dark_desk.jpg", "seal_over_date.jpg", "moire_of_a_screen.jpg", "cut_off.jpg")


def document_of(case: dict[str, Any], engine: Engine, work: Path) -> Document:
    upload = Upload(file=case["file"], path=HARD / case["file"], slot=case["slot"])
    return read_document(upload, Tools(engine, load_settings(), work))


def is_right(field: Field | None, value: Any) -> bool:
    return field is not None and same(field.value) == same(value)


def same(value: Any) -> Any:
    return sorted(value) if isinstance(value, (list, tuple)) else value


def check(case: dict[str, Any], document: Document) -> None:
    truth = case["fields"]
    assert [list(page.quality.defects) for page in document.pages] == case["defects"]
    trusted = {name for name, field in document.fields.items() if field.value is not None and field.confidence >= TRUSTED}
    false = {name for name in trusted if not is_right(document.fields[name], truth.get(name))}
    assert {(case["file"], name) for name in false} <= WEAK
    if case["legible"]:
        assert document.type == case["type"]
        wrong = {name for name in truth if name not in case["doubtful"] and not is_right(document.fields.get(name), truth[name])}
        assert wrong == set()


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["file"])
def test_what_must_hold_of_a_hard_case_holds(
    case: dict[str, Any], replay_engine: Callable[[str], Engine], tmp_path: Path
) -> None:
    check(case, document_of(case, replay_engine("hard"), tmp_path))


@pytest.mark.parametrize("case", [case for case in CASES if case["file"] in FOR_REAL], ids=lambda case: case["file"])
def test_the_real_engine_reads_hard_cases(case: dict[str, Any], real_engine: Engine, tmp_path: Path) -> None:
    check(case, document_of(case, real_engine, tmp_path))


def test_the_applicant_is_told_which_page_is_blank(replay_engine: Callable[[str], Engine], tmp_path: Path) -> None:
    case = next(case for case in CASES if case["file"] == "blank_page.pdf")
    (problem,) = document_of(case, replay_engine("hard"), tmp_path).public()["problems"]
    assert (problem["code"], problem["page"]) == ("blank", 1)
    assert problem["message"].startswith("第2页是空白页")
