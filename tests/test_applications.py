"""Whole applications, folder in and report out: the committed samples against their truth, by recorded answers and for real."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from models.ocr import Engine
from pipeline.checks import judge
from pipeline.evaluation import Evaluation, evaluate, load_cases
from pipeline.process import Tools, check_application
from pipeline.programme import load_programme
from pipeline.readings import load_readings
from pipeline.settings import load_settings

SAMPLES = ("clean", "flagged")


def scores(folder: Path, engine: Engine, work: Path) -> Evaluation:
    """The sample checked and scored."""
    tools = Tools(engine, load_settings(), work / "pages")
    return evaluate(load_cases([folder], check=lambda each: check_application(each, work / "out", tools)))


def not_as_expected(result: Evaluation) -> set[str]:
    """Rules whose flags are missing, left open, or were raised though nobody expected them."""
    return {flag.rule for case in result.cases for flag in case.flags if flag.outcome != "hit"}


@pytest.mark.parametrize("name", SAMPLES)
def test_recorded_answers_give_every_expected_flag_and_no_other(
    name: str, samples: Path, replay_engine: Callable[[str], Engine], tmp_path: Path
) -> None:
    result = scores(samples / name, replay_engine(name), tmp_path)
    assert result.documents.rate == 1.0
    assert result.fields.right >= 0.95 * result.fields.total
    assert not_as_expected(result) == set()
    truth = json.loads((samples / name / "truth.json").read_text(encoding="utf-8"))
    assert result.flags.hit == len(truth["flags"])


@pytest.mark.parametrize("name", SAMPLES)
def test_what_was_stored_is_judged_again_to_the_same_checks(
    name: str, samples: Path, replay_engine: Callable[[str], Engine], tmp_path: Path
) -> None:
    report = check_application(samples / name, tmp_path / "out", Tools(replay_engine(name), load_settings(), tmp_path / "pages"))
    read = load_readings(tmp_path / "out")
    assert tuple(judge(read.form, read.documents, load_programme(report.programme), read.repeats)) == report.checks
    assert all(not page.image for document in read.documents for page in document.pages)


def test_the_real_engine_finds_what_was_put_into_the_flagged_application(
    samples: Path, real_engine: Engine, tmp_path: Path
) -> None:
    result = scores(samples / "flagged", real_engine, tmp_path)
    assert not_as_expected(result) == set()
    assert result.documents.rate == 1.0
    report = (tmp_path / "out" / "report.html").read_text(encoding="utf-8")
    assert "http://" not in report.replace("http://www.w3.org", "")
