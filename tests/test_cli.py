"""``heyan`` as people type it: what it prints where, its exit codes, and that no traceback reaches anyone."""

from __future__ import annotations

import json
import logging
import os
import re
import subprocess
import sys
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from PIL import Image

from pipeline.cli import bar, main
from pipeline.problems import NothingRead
from pipeline.quiet import quiet

FORM = {"application_id": "T-1", "programme": "skill-master-studio-2026", "submitted_at": "2026-01-20T10:30:00+08:00"}
TEXT = "BT /F1 14 Tf 72 {y} Td (Invented agreement number {y} between two parties of this test) Tj ET"


@pytest.fixture(autouse=True)
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Commands run in an empty folder, which also catches what is written where it should not be."""
    here = tmp_path / "here"
    here.mkdir()
    monkeypatch.chdir(here)
    yield here


def printed_pdf(path: Path) -> Path:
    """A page with four lines of print."""
    pdf = pikepdf.new()
    page = pdf.add_blank_page(page_size=(595, 842))
    font = pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica)
    page.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=font))
    page.Contents = pdf.make_stream("\n".join(TEXT.format(y=y) for y in range(500, 780, 72)).encode())
    pdf.save(path, deterministic_id=True)
    return path


def application(folder: Path, *files: str, **changes: Any) -> Path:
    """An application folder whose form names ``files``; those that end in .pdf are there and can be read."""
    folder.mkdir()
    for name in files:
        if name.endswith(".pdf"):
            printed_pdf(folder / name)
    materials = [{"slot": "management_rules", "file": name} for name in files]
    (folder / "application.json").write_text(json.dumps(FORM | {"materials": materials} | changes, ensure_ascii=False))
    return folder


def test_a_check_writes_the_report_and_nothing_else(elsewhere: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    folder = application(tmp_path / "app", "rules.pdf")
    before = sorted(folder.rglob("*"))
    assert main(["check", str(folder), "--out", str(tmp_path / "out")]) == 0
    assert sorted(file.name for file in (tmp_path / "out").rglob("*")) == ["reading.json.gz", "report.html", "report.json"]
    assert sorted(folder.rglob("*")) == before
    assert list(elsewhere.iterdir()) == []
    printed, progress = capfd.readouterr()
    assert printed.startswith("T-1: incomplete\n")
    assert f"report: {tmp_path / 'out' / 'report.html'}" in printed
    assert progress == "1/1 management_rules\n"
    report = json.loads((tmp_path / "out" / "report.json").read_text(encoding="utf-8"))
    assert report["summary"]["pages"] == 1
    assert report["documents"][0]["pages"][0]["source"] == "ocr"


def test_without_out_the_report_goes_below_the_current_folder(elsewhere: Path, tmp_path: Path) -> None:
    assert main(["check", str(application(tmp_path / "app", "rules.pdf", application_id="../../escape"))]) == 0
    assert sorted(path.name for path in (elsewhere / "out" / "app").iterdir()) == [
        "reading.json.gz",
        "report.html",
        "report.json",
    ]
    assert not (tmp_path / "escape").exists()


def test_one_unreadable_file_does_not_fail_an_application(tmp_path: Path) -> None:
    folder = application(tmp_path / "app", "rules.pdf", "absent.png")
    assert main(["check", str(folder), "--out", str(tmp_path / "out")]) == 0


def test_when_nothing_can_be_read_the_report_says_why(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    folder = application(tmp_path / "app", "absent.png", "broken.png")
    (folder / "broken.png").write_bytes(b"\x89PNG\r\n\x1a\n and then nothing")
    assert main(["check", str(folder), "--out", str(tmp_path / "out")]) == 3
    assert "none of the 2 files could be read" in capfd.readouterr().err
    report = json.loads((tmp_path / "out" / "report.json").read_text(encoding="utf-8"))
    assert all(document["problems"] for document in report["documents"])


def test_an_application_without_materials_is_checked_all_the_same(tmp_path: Path) -> None:
    assert main(["check", str(application(tmp_path / "app")), "--out", str(tmp_path / "out")]) == 0
    checks = json.loads((tmp_path / "out" / "report.json").read_text(encoding="utf-8"))["checks"]
    assert any(check["rule"] == "material.missing" and check["status"] == "flag" for check in checks)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (None, "application.json"),
        ("{", "is not JSON"),
        ("[]", "expected one JSON object"),
        (json.dumps(FORM | {"programme": "another"}), "$.programme"),
        (json.dumps(FORM | {"members": {}}), "$.members"),
        (json.dumps(FORM | {"leader": {"birthdate": "yesterday"}}), "$.leader.birthdate"),
    ],
)
def test_a_form_that_cannot_be_used_is_told_in_one_line(
    content: str | None, said: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "app").mkdir()
    if content is not None:
        (tmp_path / "app" / "application.json").write_text(content)
    assert main(["check", str(tmp_path / "app"), "--out", str(tmp_path / "out")]) == 2
    printed, told = capfd.readouterr()
    assert printed == ""
    assert said in told
    assert told.count("\n") == 1
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    "arguments",
    [
        ["check"],
        ["check", "nowhere"],
        ["extract", "nowhere.pdf"],
        ["extract", "."],
        ["ocr", "nowhere.pdf"],
        ["evaluate", "nowhere"],
        ["extract", "scan.pdf", "--type", "diary"],
        ["no-such-command"],
        ["check", ".", "--no-such-option"],
    ],
)
def test_wrong_usage_is_code_2_on_stderr(arguments: list[str], capfd: pytest.CaptureFixture[str]) -> None:
    assert main(arguments) == 2
    printed, told = capfd.readouterr()
    assert printed == ""
    assert told
    assert "Traceback" not in told


def test_an_output_folder_that_cannot_be_made_is_wrong_usage(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "file").write_text("in the way")
    assert main(["check", str(application(tmp_path / "app")), "--out", str(tmp_path / "file" / "out")]) == 2
    assert "--out" in capfd.readouterr().err


def test_a_setting_that_cannot_be_used_is_wrong_usage(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("HEYAN_OCR_RUNTIME", "quantum")
    assert main(["extract", str(printed_pdf(tmp_path / "scan.pdf"))]) == 2
    assert "ocr.runtime" in capfd.readouterr().err


def test_missing_weights_are_told_with_how_to_get_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("HEYAN_WEIGHTS", str(tmp_path / "none"))
    assert main(["extract", str(printed_pdf(tmp_path / "scan.pdf"))]) == 2
    assert "make weights" in capfd.readouterr().err


def test_extract_prints_one_document_and_nothing_else(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["extract", str(printed_pdf(tmp_path / "合同.pdf"))]) == 0
    printed, told = capfd.readouterr()
    document = json.loads(printed)
    assert {"file", "sha256", "type", "type_confidence", "pages", "fields", "seals", "signatures", "codes", "problems"} <= set(
        document
    )
    assert document["file"] == "合同.pdf"
    assert document["pages"][0].keys() >= {"index", "width", "height", "source", "rotation", "colour", "quality"}
    assert "image" not in document["pages"][0]
    assert told == ""


def test_the_type_may_be_said(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["extract", str(printed_pdf(tmp_path / "scan.pdf")), "--type", "labor_contract"]) == 0
    document = json.loads(capfd.readouterr().out)
    assert (document["type"], document["type_confidence"]) == ("labor_contract", 1.0)


def test_ocr_prints_pages_and_lines(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["ocr", str(printed_pdf(tmp_path / "scan.pdf"))]) == 0
    (page,) = json.loads(capfd.readouterr().out)["pages"]
    assert set(page) == {"index", "width", "height", "source", "lines"}
    assert all(set(line) == {"text", "confidence", "box"} for line in page["lines"])
    assert "Invented" in page["lines"][0]["text"]
    assert len(page["lines"][0]["box"]) == 4


@pytest.mark.parametrize("command", ["extract", "ocr"])
def test_a_file_that_cannot_be_read_is_code_3_and_still_json(
    command: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "scan.pdf").write_bytes(b"%PDF-1.7\nthe rest was lost")
    assert main([command, str(tmp_path / "scan.pdf")]) == 3
    printed, told = capfd.readouterr()
    assert json.loads(printed)["pages"] == []
    assert told.startswith("heyan: scan.pdf could not be read")


def test_a_defect_of_ours_quotes_no_paper(capfd: pytest.CaptureFixture[str]) -> None:
    def broken(_arguments: object) -> None:
        raise ValueError("张三 110101199001011234")

    assert main([], run=broken) == 70
    told = capfd.readouterr().err
    assert told.count("\n") == 1
    assert "ValueError in pipeline/cli.py:" in told
    assert "张三" not in told


def test_the_stack_is_shown_when_asked_for(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("HEYAN_DEBUG", "1")
    assert main([], run=lambda _arguments: json.loads("{")) == 70
    assert "Traceback" in capfd.readouterr().err


def test_a_full_disk_is_not_called_a_defect(capfd: pytest.CaptureFixture[str]) -> None:
    def full(_arguments: object) -> None:
        raise OSError(28, "No space left on device")

    assert main([], run=full) == 2
    assert "No space left on device" in capfd.readouterr().err


def test_what_a_person_must_put_right_has_its_own_code() -> None:
    def unread(_arguments: object) -> None:
        raise NothingRead("nothing")

    assert main([], run=unread) == 3


def chatter() -> None:
    print("a library prints")
    os.write(1, b"a library writes to 1\n")
    os.write(2, b"a library writes to 2\n")
    warnings.warn("a library warns", stacklevel=1)
    logging.getLogger("some.library").error("a library logs")


def test_libraries_are_not_heard_but_we_are(capfd: pytest.CaptureFixture[str]) -> None:
    print("before")
    with quiet() as terminal:
        chatter()
        terminal.write("progress\n")
        logging.getLogger("pipeline.something").warning("our own log")
    print("after")
    printed, told = capfd.readouterr()
    assert printed == "before\nafter\n"
    assert told == "progress\nWARNING pipeline.something: our own log\n"


def test_with_debug_libraries_are_heard_on_stderr_alone(capfd: pytest.CaptureFixture[str]) -> None:
    with quiet(debug=True):
        chatter()
    printed, told = capfd.readouterr()
    assert printed == ""
    assert {"a library prints", "a library writes to 1", "a library writes to 2"} <= set(told.splitlines())


@pytest.mark.parametrize(
    ("message", "drawn"),
    [("1/4 labor_contract", "█░░░ "), ("4/4 x", "████ "), ("done", ""), ("0/0 x", ""), ("1/x", "")],
)
def test_progress_with_a_counter_is_drawn_as_a_bar(message: str, drawn: str) -> None:
    assert bar(message, width=4) == drawn


def test_asking_for_help_loads_nothing_heavy() -> None:
    heavy = "{'numpy', 'cv2', 'PIL', 'onnxruntime', 'paddleocr', 'prefect', 'pdfplumber', 'jinja2'}"
    code = f"import sys, pipeline.cli; print(sorted({heavy} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"


def test_json_is_utf8_whatever_the_locale(tmp_path: Path) -> None:
    scan = printed_pdf(tmp_path / "合同.pdf")
    locale = os.environ | {"LC_ALL": "C", "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    done = subprocess.run([sys.executable, "-m", "pipeline", "extract", str(scan)], capture_output=True, env=locale, check=True)
    assert json.loads(done.stdout.decode("utf-8"))["file"] == "合同.pdf"


def test_a_scan_is_read_by_the_real_engine(
    samples: Path, need: Callable[[bool, str], None], capfd: pytest.CaptureFixture[str]
) -> None:
    """A picture of a sample, through models and all: nothing but JSON on stdout, nothing on stderr."""
    pictures = sorted(file for file in (samples / "clean").rglob("*") if file.suffix in (".jpg", ".png"))
    need(bool(pictures), "samples/clean holds no picture")
    picture = min(pictures, key=lambda file: file.stat().st_size)
    with Image.open(picture) as image:
        assert image.width > 200
    assert main(["ocr", str(picture)]) == 0
    printed, told = capfd.readouterr()
    (page,) = json.loads(printed)["pages"]
    assert page["source"] == "ocr"
    assert sum(len(line["text"]) for line in page["lines"]) > 10
    assert told == ""


def test_evaluate_prints_a_table_and_json(samples: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """A report that is there is taken as it is: here one in which nothing was read."""
    report = tmp_path / "reports" / "clean" / "report.json"
    report.parent.mkdir(parents=True)
    report.write_text(json.dumps({"documents": [], "checks": [], "summary": {"verdict": "clear"}}))
    assert main(["evaluate", str(samples / "clean"), "--reports", str(tmp_path / "reports")]) == 0
    *table, counts = capfd.readouterr().out.splitlines()
    assert json.loads(counts)["documents"]["right"] == 0
    assert json.loads(counts)["documents"]["total"] >= 9
    assert "document type" in "\n".join(table)


def test_evaluate_writes_json_to_a_file_and_lists_what_is_wrong(
    samples: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    report = tmp_path / "reports" / "clean" / "report.json"
    report.parent.mkdir(parents=True)
    report.write_text(json.dumps({"documents": [], "checks": [], "summary": {"verdict": "clear"}}))
    options = ["--reports", str(tmp_path / "reports"), "--json", str(tmp_path / "scores.json"), "--errors"]
    assert main(["evaluate", str(samples / "clean"), *options]) == 0
    printed = capfd.readouterr().out
    assert "business_license.company_name missed" in printed
    assert json.loads((tmp_path / "scores.json").read_text(encoding="utf-8"))["applications"] == 1


def test_evaluate_needs_a_truth(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["evaluate", str(tmp_path)]) == 2
    assert "truth.json" in capfd.readouterr().err


def test_doctor_finds_what_this_machine_runs_on(capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["doctor"]) == 0
    said = capfd.readouterr().out
    for name in ("python", "packages", "weights", "runtime", "memory", "disk"):
        assert f"✓ {name}" in said


def test_doctor_says_how_to_get_missing_weights(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("HEYAN_WEIGHTS", str(tmp_path))
    assert main(["doctor"]) == 3
    said = capfd.readouterr().out
    assert "✗ weights      PP-OCRv6_small_det is missing" in said
    assert "→ make weights" in said


def test_rules_are_listed_with_their_weight(capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["rules"]) == 0
    rows = [line.split("\t") for line in capfd.readouterr().out.splitlines()]
    assert ["team.too_small", "blocking", "三（一）5"] in [row[:3] for row in rows]
    assert main(["rules", "--programme", "studio-title-reward-2026"]) == 0
    assert 10 < len(capfd.readouterr().out.splitlines()) < len(rows)


def test_a_changed_programme_is_tried_on_stored_reports(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(application(tmp_path / "app", "rules.pdf")), "--out", str(tmp_path / "out" / "T-1")]) == 0
    changed = tmp_path / "changed.yaml"
    changed.write_text(
        "based_on: skill-master-studio-2026\nwindow: {opens: 2026-03-01, closes: 2026-03-31}\nname: changed\ntitle: 变更\n",
        encoding="utf-8",
    )
    capfd.readouterr()
    found = tmp_path / "flags.json"
    assert main(["rules", "try", "--programme", str(changed), "--json", str(found), str(tmp_path / "out")]) == 0
    printed = capfd.readouterr().out
    assert re.search(r"application\.outside_window +blocking +1 +0", printed)
    assert "1 of 1 applications would change" in printed
    (row,) = json.loads(found.read_text(encoding="utf-8"))
    assert [flag["rule"] for flag in row["new"]] == ["application.outside_window"]
    assert row["gone"] == []


def test_trying_the_same_programme_changes_nothing(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(application(tmp_path / "app", "rules.pdf")), "--out", str(tmp_path / "out")]) == 0
    capfd.readouterr()
    assert main(["rules", "try", "--programme", "skill-master-studio-2026", str(tmp_path / "out")]) == 0
    assert capfd.readouterr().out == "no flag would change\n0 of 1 applications would change\n"


def test_what_cannot_be_tried_is_wrong_usage(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["rules", "try", "--programme", "skill-master-studio-2026", str(tmp_path)]) == 2
    assert "no reports below" in capfd.readouterr().err
    assert main(["rules", "--programme", str(tmp_path / "none.yaml")]) == 2
    assert "is not a file" in capfd.readouterr().err
    (tmp_path / "reading.json.gz").write_bytes(b"no gzip")
    (tmp_path / "report.json").write_text("{}")
    assert main(["rules", "try", "--programme", "skill-master-studio-2026", str(tmp_path)]) == 2
    assert "no report of this version" in capfd.readouterr().err
