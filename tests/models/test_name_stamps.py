"""Name stamps: two characters alone are read, and what only one look shows is nobody's name."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from models.ocr import Quad, Reading
from models.seals.outline import Outline
from models.seals.square import Stamp, compared, read_square
from models.seals.wording import UNSURE
from tests.models.seal_drawing import Picture, Spec, fonts
from tests.models.test_seals import look, stamped

pytestmark = pytest.mark.skipif(not fonts(), reason="no Chinese font is installed")


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
    pair = [("叶斌", 0.95), ("斌叶", 0.4)]
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
    calls = [("维钧印", 0.93), ("钧楼印维", 0.87)], [("钧印", 0.99)]
    assert stamp_read(Tells(*calls)).name is None
    assert stamp_read(Tells([("维钧印", 0.93), ("钧楼印维", 0.7)], [("钧印", 0.99)]), people=["维钧"]).name == "维钧印"


def test_an_illegible_stamp_that_shows_a_name_in_print_has_that_name_with_its_particle_and_not_surely() -> None:
    assert compared(Stamp(None, 0.4), [look("李园庆印", 0.9, 0.3, 0.9, 0.9)], ["李国庆"]) == Stamp("李国庆印", UNSURE)
