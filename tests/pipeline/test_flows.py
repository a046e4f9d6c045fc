"""Prefect around the stages: the same report as the plain way, and nothing read twice."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import zlib
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, cast

import numpy as np
import pytest
from PIL import Image as Picture
from PIL import ImageDraw

from models.ocr import Image, Quad, Reading
from pipeline.form import parse_form
from pipeline.process import Tools, check_application, judge_application
from pipeline.report import Report, build_report
from pipeline.settings import load_settings
from pipeline.software import software

prefect = pytest.importorskip("prefect", reason="prefect is an extra: pip install 'heyan[service]'")

from prefect.artifacts import Artifact  # noqa: E402
from prefect.settings import PREFECT_API_URL, PREFECT_LOCAL_STORAGE_PATH, temporary_settings  # noqa: E402
from prefect.testing.utilities import prefect_test_harness  # noqa: E402

from pipeline import flows  # noqa: E402

ROOT = Path(__file__).resolve().parent.parent.parent
NAME = "张伟"


class CountingEngine:
    """Finds one line on every page, reads the same words in it, and counts how often it is asked."""

    name = "counting"

    def __init__(self) -> None:
        self.asked = 0

    def find(self, image: Image) -> list[Quad]:
        self.asked += 1
        height, width = image.shape[:2]
        x0, y0, x1, y1 = 0.1 * width, 0.1 * height, 0.5 * width, 0.13 * height
        return [np.array([[x0, y0], [x1, y0], [x1, y1], [x0, y1]], dtype=np.float32)]

    def read(self, strips: Sequence[Image]) -> list[Reading]:
        return [Reading(text=f"姓名：{NAME}", confidence=0.99) for _ in strips]


@contextmanager
def no_telemetry(patch: pytest.MonkeyPatch) -> Iterator[None]:
    """Neither the server, a process of its own, nor the commands report to anyone."""
    patch.setenv("PREFECT_SERVER_ANALYTICS_ENABLED", "false")
    patch.setenv("DO_NOT_TRACK", "1")
    yield


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """One Prefect server for the whole module: it takes half a minute to start."""
    storage = tmp_path_factory.mktemp("prefect-storage")
    with (
        pytest.MonkeyPatch.context() as patch,
        no_telemetry(patch),
        prefect_test_harness(server_startup_timeout=240),
        temporary_settings({PREFECT_LOCAL_STORAGE_PATH: storage}),
    ):
        yield


@pytest.fixture
def engine(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> CountingEngine:
    monkeypatch.chdir(tmp_path)
    counting = CountingEngine()
    flows.use_engine(counting)
    return counting


def application(folder: Path, count: int = 2) -> Path:
    """An application with ``count`` different pictures of something like print, other ones for each test."""
    folder.mkdir()
    left = 40 + zlib.crc32(str(folder).encode()) % 200
    materials = []
    for number in range(count):
        picture = Picture.new("RGB", (620, 877), "white")
        draw = ImageDraw.Draw(picture)
        for row in range(8 + number):
            draw.rectangle((left, 80 + 60 * row, 300 + 20 * row, 95 + 60 * row), fill="black")
        picture.save(folder / f"{number}.png")
        materials.append({"slot": "skill_certificate", "file": f"{number}.png", "person": NAME})
    form = {"application_id": "T-1", "programme": "skill-master-studio-2026", "materials": materials}
    (folder / "application.json").write_text(json.dumps(form, ensure_ascii=False), encoding="utf-8")
    return folder


def lasting(path: Path) -> dict[str, Any]:
    """The report without what differs from run to run: the moment and the seconds."""
    report: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    del report["generated_at"], report["summary"]["seconds"]
    return report


@pytest.mark.usefixtures("server")
def test_flow_and_plain_run_give_the_same_report(engine: CountingEngine, tmp_path: Path) -> None:
    folder = application(tmp_path / "app")
    check_application(folder, tmp_path / "plain", Tools(engine, load_settings(), tmp_path / "pages"))
    written = flows.check_application_flow(str(folder), str(tmp_path / "flow"))
    assert Path(written) == tmp_path / "flow" / "report.json"
    assert (tmp_path / "flow" / "report.html").is_file()
    assert lasting(Path(written)) == lasting(tmp_path / "plain" / "report.json")
    assert lasting(Path(written))["summary"]["pages"] == 2


@pytest.mark.usefixtures("server")
def test_a_rerun_reads_nothing_again(engine: CountingEngine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HEYAN_WORK", str(tmp_path / "work"))
    folder = application(tmp_path / "app", count=3)
    first = lasting(Path(flows.check_application_flow(str(folder), str(tmp_path / "out"))))
    asked = engine.asked
    assert asked >= 3
    assert lasting(Path(flows.check_application_flow(str(folder), str(tmp_path / "again")))) == first
    assert engine.asked == asked


@pytest.mark.usefixtures("server")
def test_only_what_changed_is_read_again(engine: CountingEngine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HEYAN_WORK", str(tmp_path / "work"))
    folder = application(tmp_path / "app", count=4)
    flows.check_application_flow(str(folder), str(tmp_path / "out"))
    asked = engine.asked
    Picture.new("RGB", (640, 900), "white").save(folder / "2.png")
    with Picture.open(folder / "3.png") as picture:
        ImageDraw.Draw(picture).rectangle((60, 700, 500, 715), fill="black")
        picture.save(folder / "2.png")
    flows.check_application_flow(str(folder), str(tmp_path / "out"))
    assert asked < engine.asked <= asked + asked // 4 + 1


@pytest.mark.usefixtures("server", "engine")
def test_an_emptied_work_folder_is_filled_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HEYAN_WORK", str(tmp_path / "work"))
    folder = application(tmp_path / "app")
    first = lasting(Path(flows.check_application_flow(str(folder), str(tmp_path / "out"))))
    for picture in (tmp_path / "work").rglob("*"):
        if picture.is_file():
            picture.unlink()
    assert lasting(Path(flows.check_application_flow(str(folder), str(tmp_path / "out")))) == first


@pytest.mark.usefixtures("server", "engine")
def test_prefect_keeps_nothing_that_a_paper_says(tmp_path: Path) -> None:
    storage = tmp_path / "storage"
    with temporary_settings({PREFECT_LOCAL_STORAGE_PATH: storage}):
        flows.check_application_flow(str(application(tmp_path / "app")), str(tmp_path / "out"))
    kept = [file.read_text(encoding="utf-8") for file in storage.rglob("*") if file.is_file()]
    assert kept
    escaped = json.dumps(NAME)[1:-1]
    assert not any(NAME in content or escaped in content for content in kept)


def report_of_nothing() -> Report:
    """That of an application without papers, whose number is to be escaped in an address."""
    form = json.loads((ROOT / "samples/clean/application.json").read_text(encoding="utf-8"))
    parsed = parse_form({**form, "application_id": "KFQ/1", "materials": []})
    return build_report(parsed, [], judge_application(parsed, [], None), engine="none", seconds=1.0)


@pytest.mark.usefixtures("server")
def test_a_judged_application_leaves_a_table_of_its_flags_and_a_link_to_its_report() -> None:
    report = report_of_nothing()
    history = flows.PrefectHistory(str(PREFECT_API_URL.value()), "https://heyan.example/")
    history.judge(7, 2, lambda: report)
    artifact = cast("Artifact | None", Artifact.get("flags-7"))
    assert artifact is not None
    assert "[report](https://heyan.example/api/v1/applications/KFQ%2F1/report.html)" in (artifact.description or "")
    flagged = Counter((check.rule, check.severity) for check in report.checks if check.status == "flag")
    table = json.loads(str(artifact.data))
    assert {(row["rule"], row["severity"]): row["flags"] for row in table} == flagged
    leader = json.loads((ROOT / "samples/clean/application.json").read_text(encoding="utf-8"))["leader"]["name"]
    assert leader not in str(artifact.model_dump())
    assert leader not in json.dumps(table, ensure_ascii=False)


def test_without_an_address_for_people_there_is_no_link() -> None:
    assert flows.link_to(report_of_nothing(), "") == ""


def test_a_share_that_comes_back_is_tried_again_but_a_defect_is_not() -> None:
    from prefect.states import Failed

    assert flows.may_pass(None, None, Failed(data=flows.Passing("stale file handle")))  # type: ignore[arg-type]
    assert not flows.may_pass(None, None, Failed(data=flows.Defect("KeyError in somewhere")))  # type: ignore[arg-type]


@pytest.mark.parametrize(("raised", "becomes"), [(OSError(5, "I/O error"), flows.Passing), (KeyError(NAME), flows.Defect)])
def test_errors_reach_prefect_without_quoting_a_paper(raised: Exception, becomes: type[Exception]) -> None:
    with pytest.raises(becomes) as caught, flows.discreet():
        raise raised
    assert NAME not in str(caught.value)
    assert caught.value.__cause__ is None


def test_the_software_is_known_by_its_code() -> None:
    assert software() == software()
    assert "+" in software()


@pytest.mark.usefixtures("server")
def test_the_deployments_can_be_deployed() -> None:
    """The very commands that README names, against the test's server."""
    environment = os.environ | {"PREFECT_API_URL": str(PREFECT_API_URL.value())}

    def run(*arguments: str) -> str:
        command = [sys.executable, "-m", "prefect", "--no-prompt", *arguments]
        done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    run("work-pool", "create", "heyan", "--type", "process")
    run("deploy", "--prefect-file", "flows.yaml", "--all")
    assert "check-application/check" in run("deployment", "ls")
