"""Characters that a reading skips within a line: read from close by, else doubted."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest

from models.gaps import DOUBTED, gaps, without_gaps
from models.ocr import Image, Quad, Reading

PITCH, HEIGHT = 40, 44
TEXT = "新澜驰汽车部件协会"


class CloseReader:
    """Reads one text whatever it sees, and keeps how wide the strips were."""

    name = "close"

    def __init__(self, text: str, confidence: float) -> None:
        self.text, self.confidence = text, confidence
        self.widths: list[int] = []

    def find(self, _: Image) -> list[Quad]:
        raise NotImplementedError

    def read(self, strips: Sequence[Image]) -> list[Reading]:
        self.widths += [strip.shape[1] for strip in strips]
        return [reading_of(self.text, range(len(self.text)), len(self.text), self.confidence) for _ in strips]


def reading_of(text: str, cells: Sequence[int], count: int, confidence: float = 1.0) -> Reading:
    """``text`` with its characters in the given of ``count`` cells."""
    centres = tuple((cell + 0.5) / count for cell in cells)
    return Reading(text=text, confidence=confidence, centres=centres, confidences=tuple(confidence for _ in text))


def strip(*blocks: int, count: int = 10) -> Image:
    """Blocks of print in the given cells."""
    image = np.full((HEIGHT, PITCH * count, 3), 245, dtype=np.uint8)
    for cell in blocks:
        image[8:36, cell * PITCH + 6 : cell * PITCH + 34 : 2] = 30
    return image


CELLS = (0, 1, 2, 3, 4, 6, 7, 8, 9)
WHOLE, SPACED = strip(*range(10)), strip(*CELLS)
SKIPPING = reading_of(TEXT, CELLS, 10)


@pytest.mark.parametrize("sure", [0.99, 0.7])
def test_a_skipped_character_is_read_from_close_by_and_put_in_its_place_as_surely_as_it_is_read(sure: float) -> None:
    engine = CloseReader("汽车零部件", sure)
    (reading,) = without_gaps([WHOLE], [SKIPPING], engine)
    assert reading.text == "新澜驰汽车零部件协会"
    assert reading.centres[5] == pytest.approx(0.55, abs=0.02)
    assert list(reading.centres) == sorted(reading.centres)
    assert reading.confidences == (1, 1, 1, 1, 1, sure, 1, 1, 1, 1)
    assert engine.widths[0] < 6 * PITCH


@pytest.mark.parametrize(
    ("text", "confidence"),
    [("汽车零部件", 0.5), ("汽车部件", 0.99), ("汽车零邮件", 0.99), ("零", 0.99), ("", 0.0)],
    ids=["doubtful", "skipped again", "read otherwise", "without what is beside it", "nothing"],
)
def test_the_characters_beside_a_gap_that_cannot_be_read_are_doubted(text: str, confidence: float) -> None:
    (reading,) = without_gaps([WHOLE], [SKIPPING], CloseReader(text, confidence))
    assert reading.text == TEXT
    assert reading.confidence == DOUBTED < 0.9
    assert reading.confidences == (1, 1, 1, 1, DOUBTED, DOUBTED, 1, 1, 1)


def with_rule(image: Image) -> Image:
    image = image.copy()
    image[38:41] = 30
    return image


def with_comma(image: Image) -> Image:
    image = image.copy()
    image[28:38, 5 * PITCH + 4 : 5 * PITCH + 12] = 30
    return image


def with_red_rim(image: Image) -> Image:
    image = image.copy()
    image[:, 5 * PITCH + 10 : 5 * PITCH + 25] = (60, 60, 220)
    return image


@pytest.mark.parametrize(
    "drawn",
    [SPACED, with_rule(SPACED), with_comma(SPACED), with_red_rim(SPACED)],
    ids=["white", "a rule", "a comma", "a seal's rim"],
)
def test_a_gap_without_a_character_is_none(drawn: Image) -> None:
    engine = CloseReader("", 0.0)
    assert without_gaps([drawn], [SKIPPING], engine) == [SKIPPING]
    assert engine.widths == []


def test_a_rule_below_the_line_hides_no_gap() -> None:
    assert [gap.at for gap in gaps(with_rule(WHOLE), SKIPPING)] == [5]


def test_two_gaps_of_a_line_are_both_filled() -> None:
    reading = reading_of("甲乙丙丁戊己庚辛", (0, 2, 3, 4, 5, 6, 7, 9), 10)
    assert [gap.at for gap in gaps(WHOLE, reading)] == [1, 7]
    (doubtful,) = without_gaps([WHOLE], [reading], CloseReader("", 0.0))
    assert [i for i, one in enumerate(doubtful.confidences) if one < 1] == [0, 1, 6, 7]


def test_figures_stand_too_unevenly_to_tell_gaps() -> None:
    assert gaps(WHOLE, reading_of("20201205", (0, 1, 2, 4, 5, 6, 7, 9), 10)) == []
    assert gaps(WHOLE, Reading(text="", confidence=0.0)) == []
