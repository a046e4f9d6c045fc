"""Lines of print: which way up, under seals, and in which order. The engine here knows bars with a black head on their left, and
reads each by its grey."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image as Picture

from models.ocr import Image, Quad, Reading
from models.records import Box, Line
from models.strips import redness
from pipeline.documents import Defect, Page, Quality
from pipeline.text import better, in_reading_order, is_ornament, is_stamped, read_page

WORDS = ("第一行", "第二行", "第三行", "第四行", "第五行", "第六行")
GREYS = dict(zip(WORDS, (90, 105, 120, 135, 150, 165), strict=True))
ENDS = (240, 300, 220, 280, 260, 230)


def bars_page(turns: int = 0) -> Image:
    """Six bars of different length, each of its own grey with a black head on the left; ``turns`` quarter turns anticlockwise."""
    image = np.full((400, 340, 3), 255, dtype=np.uint8)
    for top, end, grey in zip(range(60, 360, 50), ENDS, GREYS.values(), strict=True):
        image[top : top + 20, 40:end] = grey
        image[top : top + 20, 40:100] = 0
    return np.ascontiguousarray(np.rot90(image, turns))


def word_of(strip: Image) -> str:
    """The word whose grey is nearest to that of a strip's middle."""
    middle = float(np.median(strip[:, strip.shape[1] // 2 : strip.shape[1] * 2 // 3]))
    return min(WORDS, key=lambda word: abs(GREYS[word] - middle))


class BarEngine:
    """Finds each bar and is sure of it when its head is on the left."""

    name = "bars"

    def find(self, image: Image) -> list[Quad]:
        dark = image[:, :, 0] < 200
        lying = dark.any(axis=1).sum() > dark.any(axis=0).sum()
        rows = dark.any(axis=0) if lying else dark.any(axis=1)
        edges = np.flatnonzero(np.diff(np.concatenate([[0], rows.astype(int), [0]])))
        return [self.bar(dark, a, b, lying=lying) for a, b in zip(edges[::2], edges[1::2], strict=True)]

    def bar(self, dark: NDArray[np.bool_], start: int, end: int, *, lying: bool) -> Quad:
        """The bar between two rows, or columns where bars lie."""
        across = np.flatnonzero(dark[:, start:end].any(axis=1) if lying else dark[start:end].any(axis=0))
        low, high = int(across.min()), int(across.max()) + 1
        return self.quad((start, low, end, high) if lying else (low, start, high, end))

    @staticmethod
    def quad(box: tuple[int, int, int, int]) -> Quad:
        x0, y0, x1, y1 = box
        return np.array([[x0, y0], [x1, y0], [x1, y1], [x0, y1]], dtype=np.float32)

    def read(self, strips: Sequence[Image]) -> list[Reading]:
        sure = [strip[:, : strip.shape[1] // 6].mean() < 60 for strip in strips]
        return [
            Reading(text=word_of(strip) if ok else "??", confidence=0.97 if ok else 0.3)
            for ok, strip in zip(sure, strips, strict=True)
        ]


@pytest.mark.parametrize(("turns", "rotation"), [(0, 0), (1, 90), (2, 180), (3, 270)])
def test_a_page_is_turned_until_its_lines_can_be_read(tmp_path: Path, turns: int, rotation: int) -> None:
    read = read_page(page_of(bars_page(turns), tmp_path), BarEngine())
    assert read.rotation == rotation
    assert (read.width, read.height) == (340, 400)
    assert [line.text for line in read.lines] == list(WORDS)
    assert read.lines[0].box.y0 == pytest.approx(60 / 400, abs=0.02)


class CountingEngine(BarEngine):
    """Keeps the shapes of what it was asked to read."""

    def __init__(self) -> None:
        self.asked: list[tuple[int, ...]] = []

    def read(self, strips: Sequence[Image]) -> list[Reading]:
        self.asked += [strip.shape for strip in strips]
        return super().read(strips)


@pytest.mark.parametrize(("turns", "strips"), [(0, 12), (1, 19), (2, 19), (3, 12)])
def test_only_a_few_lines_are_read_the_wrong_way_up(tmp_path: Path, turns: int, strips: int) -> None:
    image = np.concatenate([bars_page()[:350], bars_page()[50:]])
    engine = CountingEngine()
    read = read_page(page_of(np.ascontiguousarray(np.rot90(image, turns)), tmp_path), engine)
    assert [line.text for line in read.lines] == [*WORDS, *WORDS]
    assert len(engine.asked) == strips


def test_a_stamped_line_is_read_again_without_its_red(tmp_path: Path) -> None:
    image = bars_page()
    image[60:80, 200:240] = (40, 30, 210)
    engine = CountingEngine()
    read = read_page(page_of(image, tmp_path), engine)
    assert len(engine.asked) == 7
    assert [line.text for line in read.lines] == list(WORDS)


@pytest.mark.parametrize(
    ("print_", "stamped"), [(20, True), (160, True), (None, False)], ids=["dark", "blurred and pale", "none"]
)
def test_red_ink_with_print_beside_it_is_a_stamped_line_and_without_a_red_one(print_: int | None, stamped: bool) -> None:
    strip = np.full((40, 300, 3), 250, dtype=np.uint8)
    strip[5:35, 200:230] = (60, 60, 200)
    if print_ is not None:
        strip[5:35, 20:120:4] = print_
    assert is_stamped(strip, redness(strip)) == stamped


@pytest.mark.parametrize(("rim", "stamped"), [(1, False), (4, True)])
def test_a_long_line_whose_last_character_lies_under_a_rim_is_stamped(rim: int, stamped: bool) -> None:
    strip = np.full((40, 500, 3), 250, dtype=np.uint8)
    strip[5:35, 20:480:4] = 20
    strip[:, 485 : 485 + rim] = (60, 60, 200)
    assert is_stamped(strip, redness(strip)) == stamped


def page_of(image: Image, folder: Path) -> Page:
    Picture.fromarray(image[:, :, ::-1]).save(folder / "0.png")
    height, width = image.shape[:2]
    return Page(index=0, width=width, height=height, quality=Quality(sharpness=1, dpi=200), image=str(folder / "0.png"))


def line(text: str, x: float, y: float) -> Line:
    return Line(text=text, confidence=1, box=Box(x, y, x + 0.1, y + 0.02))


def test_rows_are_read_from_left_to_right_although_one_column_sits_a_little_lower() -> None:
    lines = [line("右上", 0.5, 0.104), line("左下", 0.1, 0.15), line("左上", 0.1, 0.10), line("右下", 0.5, 0.146)]
    assert [entry.text for entry in in_reading_order(lines)] == ["左上", "右上", "左下", "右下"]


def test_the_surer_reading_wins_unless_it_lost_print() -> None:
    with_red, without = Reading(text="北京远航公司", confidence=0.7), Reading(text="北京远航公司", confidence=0.95)
    assert better(with_red, without) is without
    assert better(with_red, Reading(text="北京", confidence=0.99)) is with_red
    assert better(with_red, None) is with_red


class EdgeEngine(BarEngine):
    """Finds one line that runs out of the picture on the right, and one that ends within it."""

    def find(self, image: Image) -> list[Quad]:
        return [self.quad((40, 60, image.shape[1] - 1, 80)), self.quad((40, 110, 200, 130))]


@pytest.mark.parametrize(("defects", "cut"), [(("cut_off",), 0.5), ((), 1.0)])
def test_a_line_that_runs_out_of_a_cut_page_is_doubted(tmp_path: Path, defects: tuple[Defect, ...], cut: float) -> None:
    place = tmp_path / "page.png"
    Picture.fromarray(bars_page()).save(place)
    page = Page(index=0, width=340, height=400, quality=Quality(sharpness=1, dpi=100, defects=defects), image=str(place))
    running_out, whole = read_page(page, EdgeEngine()).lines
    assert running_out.confidence == pytest.approx(cut * whole.confidence)


@pytest.mark.parametrize(
    ("text", "confidence", "ornament"),
    [
        ("申申申申申中申申申申申申申申中申申申", 0.94, True),
        ("申中中毋申毋中母申申毋", 0.45, True),
        ("@@@@@@@@@@", 0.23, True),
        ("申中中毋申毋中母申申毋", 0.95, False),
        ("北京经济技术开发区", 0.45, False),
        ("__________", 0.9, False),
        ("1102**********4415", 0.9, False),
        ("100000000000", 0.9, False),
        ("哈哈哈", 0.9, False),
    ],
)
def test_a_border_read_as_print_is_left_out(text: str, confidence: float, ornament: bool) -> None:
    assert is_ornament(Reading(text=text, confidence=confidence)) == ornament
