"""Name stamps: two characters alone are read, and what only one look shows is nobody's name."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest

from models.ocr import Quad, Reading
from models.ocr.engine import load_engine
from models.ocr.settings import OcrSettings, default_weights
from models.seals.levelling import frame_depth
from models.seals.outline import Outline
from models.seals.square import Stamp, compared, read_square
from models.seals.wording import UNSURE
from tests.models.seal_drawing import Picture, Spec, fonts
from tests.models.test_seals import look, stamped

pytestmark = pytest.mark.skipif(not fonts(), reason="no Chinese font is installed")
SERIF = 2  # Noto Serif, bold


class Tells:
    """An engine that gives the readings of each call in turn."""

    name = "tells"

    def __init__(self, *calls: Sequence[tuple[str, float]]) -> None:
        self.calls = list(calls)

    def find(self, image: Picture) -> list[Quad]:
        raise AssertionError(f"nobody looks for lines on stamps: {image.shape}")

    def read(self, strips: Sequence[Picture]) -> list[Reading]:
        told = self.calls.pop(0)
        assert len(told) == len(strips)
        return [Reading(text=text, confidence=sure, confidences=(sure,) * len(text)) for text, sure in told]


def stamp_read(engine: Tells, people: Sequence[str] = ()) -> Stamp:
    image = stamped((Spec(name="李国庆印", shape="square", diameter=150), 600, 800))
    return read_square(image, Outline(x=600, y=800, a=75, b=75, shape="square"), "red", engine, people)


def test_two_characters_alone_are_read_where_no_order_of_four_is_legible() -> None:
    pair = [("斌", 0.5), ("叶斌", 0.95), ("斌叶", 0.4)]
    engine = Tells([("千武千文", 0.6), ("斌", 1.0)], pair, [("叶斌", 0.97)])
    assert stamp_read(engine) == Stamp("叶斌", 0.95)
    assert engine.calls == []


@pytest.mark.parametrize(
    ("rows", "again", "name", "sure"),
    [
        ("钧程印维", "崔维钧印", None, False),
        ("钧程印继", "崔维钧印", "程继钧印", False),
        ("钧程印维", "程继钧印", "程继钧印", True),
    ],
)
def test_a_name_that_no_other_look_shows_is_illegible(rows: str, again: str, name: str | None, sure: bool) -> None:
    read = stamp_read(Tells([("程继钧印", 0.85), (rows, 0.7)], [(again, 0.75)]))
    assert (read.name, read.confidence > UNSURE) == (name, sure)


def test_a_name_of_fewer_letters_than_characters_is_none_unless_it_is_in_print() -> None:
    calls = [("维钧印", 0.93), ("钧楼印维", 0.87)], [("维", 0.3), ("钧", 0.3), ("印", 0.3)], [("钧印", 0.99)]
    assert stamp_read(Tells(*calls)).name is None
    assert stamp_read(Tells(*calls), people=["维钧"]).name == "维钧印"


def name_on(name: str, *, which: int, rows: bool = False) -> str | None:
    """What the real engine reads on a drawn stamp; ``rows``: two characters one below the other."""
    image = stamped((Spec(name=name, shape="square", diameter=140, font=which, rows=rows), 600, 800))
    outline = Outline(x=600, y=800, a=70, b=70, shape="square")
    return read_square(image, outline, "red", load_engine(OcrSettings())).name


@pytest.mark.skipif(not any(default_weights().glob("*_rec")), reason="the OCR weights are not set up")
@pytest.mark.parametrize("name", ["裴国栋", "董海波", "闵兆林", "关宏宇", "胡明远", "卢文博"])
def test_a_surname_as_high_as_the_two_characters_beside_it_is_one_character(name: str) -> None:
    assert name_on(name, which=SERIF) == name


@pytest.mark.skipif(not any(default_weights().glob("*_rec")), reason="the OCR weights are not set up")
@pytest.mark.parametrize("rows", [True, False])
@pytest.mark.parametrize("name", ["崔宏", "魏超"])
def test_two_characters_fill_a_stamp_beside_each_other_or_one_below_the_other(name: str, rows: bool) -> None:
    assert name_on(name, which=SERIF, rows=rows) == name


@pytest.mark.parametrize(
    ("halves", "wholes", "again", "read"),
    [
        (("非衣国栋", 0.99), ("裴国栋", 0.99), "裴国栋", ("裴国栋", True)),
        (("段仪兆民", 0.9), ("段兆民", 0.97), "段兆民", ("段兆民", True)),
        (("雷国东印", 0.6), ("雷东印", 0.97), "雷国东印", (None, False)),
        (("上官明远", 0.99), ("宫", 0.5), "上官明远", ("上官明远", False)),
    ],
)
def test_halves_of_characters_are_no_name_and_four_characters_without_their_particle_are_never_sure(
    halves: tuple[str, float], wholes: tuple[str, float], again: str, read: tuple[str, bool]
) -> None:
    stamp = stamp_read(Tells([halves, ("木", 0.4)], [wholes, ("木", 0.3), (wholes[0][:2], 0.92)], [(again, 0.97)]))
    assert (stamp.name, stamp.confidence > UNSURE) == read


def test_a_stroke_of_a_character_beside_the_frame_is_not_cut_off_with_it() -> None:
    cover = np.array([0.1, 0.9, 1.0, 0.9, 0.2, 0.1, 0.9] + 40 * [0.3])
    assert frame_depth(cover) == 5
    assert frame_depth(np.full(40, 0.2)) == 1
    assert frame_depth(np.full(40, 0.9)) == 7


def test_an_illegible_stamp_that_shows_a_name_in_print_has_that_name_with_its_particle_and_not_surely() -> None:
    assert compared(Stamp(None, 0.4), [look("李园庆印", 0.9, 0.3, 0.9, 0.9)], ["李国庆"]) == Stamp("李国庆印", UNSURE)
