"""The overview of a reading: every box is drawn, with a Chinese font and without one, in a picture of bounded size."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image, ImageFont

from extractors.records import Field
from models.records import Box, Code, Line, Seal, Signature
from pipeline.cli import main
from pipeline.documents import Document, Page, Problem, Quality
from pipeline.overview import (
    CODE,
    FIELD_COLOURS,
    LINE,
    MOST_PIXELS,
    NO_FONT,
    SEAL,
    SIGNATURE,
    Lettering,
    draw_overview,
    lettering,
)

ATTACK = "\x1b[31m<script>\u202e\n" + "长" * 3000


@pytest.fixture(params=["with a Chinese font", "without"])
def letters(request: pytest.FixtureRequest, need: Callable[[bool, str], None]) -> Lettering:
    if request.param == "without":
        return Lettering(ImageFont.load_default(19), chinese=False)
    need(lettering().chinese, "no Chinese font")
    return lettering()


def page(folder: Path | None, index: int = 0) -> Page:
    image = ""
    if folder:
        image = str(folder / f"{index}.jpg")
        Image.new("RGB", (827, 1169), (250, 250, 250)).save(image)
    line = Line(text="姓名：张三", confidence=0.98, box=Box(0.1, 0.1, 0.4, 0.13))
    return Page(index=index, width=827, height=1169, quality=Quality(sharpness=0.8, dpi=100), image=image, lines=(line,))


def reading(folder: Path | None, text: str = "张三", pages: int = 1) -> Document:
    field = Field(value=text, text=text, confidence=0.9, page=0, box=Box(0.2, 0.2, 0.4, 0.23), method="layout")
    return Document(
        file=f"{text}.pdf",
        type="skill_certificate",
        pages=tuple(page(folder, index) for index in range(pages)),
        fields={"holder_name": field},
        seals=(Seal(page=0, box=Box(0.6, 0.6, 0.8, 0.75), shape="round", colour="red", name=text),),
        signatures=(Signature(page=0, box=Box(0.1, 0.4, 0.3, 0.45), near=text),),
        codes=(Code(page=0, box=Box(0.1, 0.8, 0.2, 0.9), text=text), Code(page=0, box=Box(0.9, 0.9, 1.0, 1.0))),
        problems=(Problem(code="active_content", message=text),),
    )


def test_every_kind_of_box_has_its_colour(tmp_path: Path, letters: Lettering) -> None:
    colours = {colour for _, colour in draw_overview(reading(tmp_path), letters).getcolors(maxcolors=1 << 24) or ()}
    assert {LINE, FIELD_COLOURS[0], SEAL, SIGNATURE, CODE} <= colours


def test_any_text_can_be_drawn(tmp_path: Path, letters: Lettering) -> None:
    assert draw_overview(reading(tmp_path, ATTACK), letters).height < 2000


def test_a_page_without_a_picture_is_drawn_white(letters: Lettering) -> None:
    assert draw_overview(reading(None), letters).height > 1000


def test_a_document_without_pages_says_at_least_its_name(letters: Lettering) -> None:
    assert draw_overview(Document(file="broken.pdf"), letters).height < 200


@pytest.mark.parametrize("pages", [2, 30, 300])
def test_many_pages_stay_within_bounds(pages: int, letters: Lettering) -> None:
    picture = draw_overview(reading(None, pages=pages), letters)
    assert picture.width * picture.height <= 1.1 * MOST_PIXELS


def test_without_a_chinese_font_other_text_is_left_out_and_ascii_kept() -> None:
    letters = Lettering(ImageFont.load_default(19), chinese=False)
    assert letters.drawable("张三") == "(not shown)"
    assert letters.drawable("Y000011000123232000456") == "Y000011000123232000456"
    assert NO_FONT.isascii()


def test_the_command_writes_the_picture_and_prints_only_json(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    scan = io.BytesIO()
    Image.new("RGB", (300, 400), (250, 250, 250)).save(scan, "PNG")
    (tmp_path / "scan.png").write_bytes(scan.getvalue())
    assert main(["extract", "scan.png", "--picture", "seen.png"]) == 0
    assert json.loads(capfd.readouterr().out)["codes"] == []
    with Image.open(tmp_path / "seen.png") as picture:
        assert picture.format == "PNG"
    assert sorted(file.name for file in tmp_path.iterdir()) == ["scan.png", "seen.png"]


@pytest.mark.parametrize("place", ["seen.jpg", "nowhere/seen.png"])
def test_a_picture_that_cannot_be_written_is_wrong_usage(place: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "scan.png").write_bytes(b"")
    assert main(["extract", "scan.png", "--picture", place]) == 2
