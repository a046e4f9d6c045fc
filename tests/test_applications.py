"""Whole applications, folder in and report out: the committed samples against their truth, by recorded answers and for real."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from models.ocr import Engine
from pipeline.checks import judge
from pipeline.evaluation import Evaluation, evaluate, load_cases
from pipeline.process import Tools, check_application
from pipeline.programme import load_programme
from pipeline.readings import load_readings
from pipeline.report import Report
from pipeline.service.desk import Desk, read_upload
from pipeline.service.desk import judge as judge_claimed
from pipeline.settings import Settings, load_settings
from pipeline.store.store import Store
from pipeline.store.uploads import Arrival

SAMPLES = ("clean", "flagged")


class Checked(NamedTuple):
    """What ``heyan check`` made of a sample: its report, and the folder into which it wrote."""

    report: Report
    out: Path


@pytest.fixture(scope="module")
def checked(
    samples: Path, replay_engine: Callable[[str], Engine], tmp_path_factory: pytest.TempPathFactory
) -> Callable[[str], Checked]:
    """``checked("clean")``: by recorded answers, once for all tests that only look at it."""

    @cache
    def check(name: str) -> Checked:
        folder = tmp_path_factory.mktemp(name)
        tools = Tools(replay_engine(name), indexed(folder), folder / "pages")
        return Checked(check_application(samples / name, folder / "out", tools), folder / "out")

    return check


def indexed(folder: Path) -> Settings:
    """Settings with which applications are compared with others: here there are none."""
    return Settings(index=f"sqlite:///{folder / 'index.db'}")


def not_as_expected(result: Evaluation) -> set[str]:
    """Rules whose flags are missing, left open, or were raised though nobody expected them."""
    return {flag.rule for case in result.cases for flag in case.flags if flag.outcome != "hit"}


@pytest.mark.parametrize("name", SAMPLES)
def test_recorded_answers_give_every_expected_flag_and_no_other(
    name: str, samples: Path, checked: Callable[[str], Checked]
) -> None:
    result = evaluate(load_cases([samples / name], check=lambda _: checked(name).report))
    assert result.documents.rate == 1.0
    assert result.fields.right >= 0.95 * result.fields.total
    assert not_as_expected(result) == set()
    truth = json.loads((samples / name / "truth.json").read_text(encoding="utf-8"))
    assert result.flags.hit == len(truth["flags"])


@pytest.mark.parametrize("name", SAMPLES)
def test_what_was_stored_is_judged_again_to_the_same_checks(name: str, checked: Callable[[str], Checked]) -> None:
    report, out = checked(name)
    read = load_readings(out)
    assert tuple(judge(read.form, read.documents, load_programme(report.programme), read.repeats)) == report.checks
    assert all(not page.image for document in read.documents for page in document.pages)


def test_the_real_engine_finds_what_was_put_into_the_flagged_application(
    samples: Path, real_engine: Engine, tmp_path: Path
) -> None:
    tools = Tools(real_engine, load_settings(), tmp_path / "pages")
    result = evaluate(load_cases([samples / "flagged"], check=lambda folder: check_application(folder, tmp_path / "out", tools)))
    assert not_as_expected(result) == set()
    assert result.documents.rate == 1.0
    report = (tmp_path / "out" / "report.html").read_text(encoding="utf-8")
    assert "http://" not in report.replace("http://www.w3.org", "")


@pytest.mark.parametrize("name", SAMPLES)
def test_the_service_reports_what_heyan_check_reports(
    name: str, samples: Path, checked: Callable[[str], Checked], replay_engine: Callable[[str], Engine], tmp_path: Path
) -> None:
    desk = Desk(Store(tmp_path / "service"), replay_engine(name), indexed(tmp_path))
    got = judged_by_service(desk, samples / name)
    assert without_time(got) == without_time(checked(name).report.model_dump(mode="json"))


def judged_by_service(desk: Desk, folder: Path) -> dict[str, Any]:
    """The report of an application that came paper by paper, as one worker makes it."""
    store = desk.store
    client = store.clients.add("portal", ["apply"]).id
    form = json.loads((folder / "application.json").read_text(encoding="utf-8"))
    for material in form["materials"]:
        content = (folder / material["file"]).read_bytes()
        arrival = Arrival(**{"person": None, **material}, sha256=store.files.put(content), size=len(content))
        store.uploads.accept(client, form["application_id"], arrival)
    store.applications.put_form(client, form["application_id"], form)
    worker = store.workers.enter()
    while claim := store.uploads.claim(worker):
        assert read_upload(claim, desk)
    judging = store.applications.claim(worker)
    assert judging is not None
    return judge_claimed(judging, desk).model_dump(mode="json")


def without_time(report: dict[str, Any]) -> dict[str, Any]:
    """Less the moment, and how long it took."""
    summary = {name: value for name, value in report["summary"].items() if name != "seconds"}
    documents = [{**document, "pages": list(map(without_place, document["pages"]))} for document in report["documents"]]
    return {**report, "generated_at": None, "summary": summary, "documents": documents}


def without_place(page: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in page.items() if name != "image"}
