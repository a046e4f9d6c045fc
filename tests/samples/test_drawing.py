"""Drawing: every layout says what its truth says, and the same seed gives the same bytes."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest
from PIL import Image

from samples import draw
from samples.fonts import FontsMissing, check_fonts
from samples.invention import KINDS, invent_application
from samples.layouts import LAYOUTS, layouts_for
from samples.noise import QUALITIES
from samples.papers import TYPES, Facts
from samples.pen import Pen

DPI = 60
ALL_LAYOUTS = [(type_, layout.__name__) for type_, layouts in LAYOUTS.items() for layout in layouts]


@pytest.fixture(autouse=True)
def fonts(need: Callable[[bool, str], None]) -> None:
    try:
        check_fonts()
    except FontsMissing as missing:
        need(False, str(missing))


def facts_for(type_: str, layout: str) -> Facts:
    """Facts that may appear in the layout."""
    for kind in KINDS:
        for seed in range(30):
            for upload in invent_application(Random(seed), "X", "honour", kind).uploads:
                if TYPES[type(upload.facts)] == type_ and layout in [way.__name__ for way in layouts_for(upload.facts)]:
                    return upload.facts
    raise AssertionError(f"no facts fit {layout}")


def drawn(type_: str, layout: str) -> tuple[Facts, Pen]:
    facts, pen = facts_for(type_, layout), Pen(Random(1), DPI, layered=True)
    next(way for way in LAYOUTS[type_] if way.__name__ == layout)(facts, pen)
    return facts, pen


PRINTED_AS_THEY_ARE = (
    "company_name",
    "uscc",
    "id_number",
    "certificate_number",
    "account_number",
    "employer_name",
    "patent_title",
)


@pytest.mark.parametrize(("type_", "layout"), ALL_LAYOUTS)
def test_what_the_truth_says_is_printed_on_the_paper(type_: str, layout: str) -> None:
    facts, pen = drawn(type_, layout)
    text = "".join(run.text for sheet in pen.sheets for run in sheet.runs)
    text = "".join(text.split()).replace("(", "（").replace(")", "）")
    text += "".join(mark.seal.name for mark in pen.seals)
    truth = facts.truth()
    assert pen.printed <= set(truth) | {"work_type"}
    for name in PRINTED_AS_THEY_ARE:
        if name in pen.printed:
            assert str(truth[name]) in text, name


@pytest.mark.parametrize(("type_", "layout"), ALL_LAYOUTS)
def test_no_text_runs_off_the_paper(type_: str, layout: str) -> None:
    _, pen = drawn(type_, layout)
    for sheet in pen.sheets:
        for run in sheet.runs:
            width = sheet.measure(run.text, run.face, run.size, run.spacing)
            assert run.x > 0 and run.x + width < sheet.width, run.text
            assert 0 < run.baseline < sheet.height, run.text


@pytest.mark.parametrize("quality", sorted(QUALITIES))
def test_noise_leaves_ink_on_the_page(quality: str) -> None:
    _, pen = drawn("bank_account", "template_table")
    page = QUALITIES[quality](pen.sheets[0].image, Random(2))
    low, high = page.convert("L").getextrema()
    assert isinstance(low, int) and isinstance(high, int) and high - low > 100


def test_the_same_seed_gives_the_same_bytes(tmp_path: Path) -> None:
    for run in ("first", "second"):
        assert draw.main(["--seed", "5", "--out", str(tmp_path / run), "--dpi", "50", "--name", "A"]) == 0
    first = {path.name: path.read_bytes() for path in (tmp_path / "first" / "A").iterdir()}
    second = {path.name: path.read_bytes() for path in (tmp_path / "second" / "A").iterdir()}
    assert first == second
    assert len(first) > 10


def test_a_drawn_application_is_one_that_names_its_files_and_truth(tmp_path: Path) -> None:
    draw.main(["--seed", "6", "--out", str(tmp_path), "--dpi", "50", "--name", "B", "--inconsistency", "material.not_colour"])
    folder = tmp_path / "B"
    form, truth = (json.loads((folder / name).read_text(encoding="utf-8")) for name in ("application.json", "truth.json"))
    assert {one["file"] for one in form["materials"]} == {one["file"] for one in truth["documents"]}
    assert all((folder / one["file"]).stat().st_size > 1000 for one in form["materials"])
    assert [flag["rule"] for flag in truth["flags"]] == ["material.not_colour"]
    assert truth["seed"] == 6


def test_photographs_may_lie_on_their_side_and_say_so_in_exif() -> None:
    from samples.containers import ORIENTATION, pack

    picture = Image.new("RGB", (60, 40), (200, 10, 10))
    seen = set()
    for seed in range(200):
        with Image.open(io.BytesIO(pack([picture], "jpg", 72, Random(seed), strength=80))) as stored:
            seen.add((stored.getexif().get(ORIENTATION, 1), stored.size))
    assert {(1, (60, 40)), (6, (40, 60)), (8, (40, 60))} <= seen


def test_missing_fonts_end_the_program_with_advice(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    from samples import fonts

    monkeypatch.setattr(fonts, "ROOT", tmp_path)
    monkeypatch.setattr(fonts, "EXTRA_ROOTS", ())
    fonts.families.cache_clear()
    try:
        assert draw.main(["--seed", "1", "--out", str(tmp_path)]) == 2
    finally:
        fonts.families.cache_clear()
    assert "install fonts-noto-cjk" in capsys.readouterr().err
