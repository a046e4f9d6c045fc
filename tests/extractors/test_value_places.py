"""Which print is a label's value, where labels stand in two languages."""

from __future__ import annotations

import pytest

from extractors.documents import FORMS
from extractors.labels import Label
from extractors.layout import PageLines
from extractors.paper import Paper
from extractors.value_places import beneath, has_label_left, repeated_above
from models.records import Box, Line

EM = 0.02
ROW = 0.02
HEIGHT = 0.014


def line(text: str, x: float, row: float) -> Line:
    """A printed line; Latin letters are half as wide as the others."""
    width = sum(EM / 2 if character.isascii() else EM for character in text)
    return Line(text=text, confidence=0.99, box=Box(x, 0.1 + ROW * row, x + width, 0.1 + ROW * row + HEIGHT))


def certificate(*lines: Line) -> tuple[Paper, PageLines]:
    paper = Paper(FORMS["skill_certificate"], [PageLines(0, lines)])
    return paper, paper.page(0)


def label_in(paper: Paper, text: str) -> Label:
    return next(label for label in paper.labels if label.span.line.text == text)


@pytest.mark.parametrize(
    ("above", "repeats"),
    [
        (line("姓名：薛宛宁", 0.1, 0), True),
        (line("姓名", 0.1, 0), True),
        (line("姓名", 0.13, 0), True),
        (line("姓名", 0.2, 0), False),
        (line("姓名", 0.1, -3), False),
        (line("姓名", 0.1, 2), False),
        (line("职业", 0.1, 0), False),
    ],
    ids=["with its value", "alone", "a little aside", "in another column", "far above", "below", "of another field"],
)
def test_english_repeats_the_label_of_the_same_field_right_above(above: Line, repeats: bool) -> None:
    paper, page = certificate(above, line("Name", 0.1, 1))
    found = repeated_above(paper, page, label_in(paper, "Name"))
    assert (found is not None and found.span.line == above) is repeats


def test_a_chinese_label_repeats_none() -> None:
    paper, page = certificate(line("Name", 0.1, 0), line("姓名", 0.1, 1))
    assert repeated_above(paper, page, label_in(paper, "姓名")) is None


def test_english_that_only_repeats_a_label_claims_nothing_beside_it() -> None:
    other = line("车工", 0.4, 1)
    paper, page = certificate(line("姓名：薛宛宁", 0.1, 0), line("Name", 0.1, 1), other)
    assert not has_label_left(paper, page, other)
    paper, page = certificate(line("Name", 0.1, 1), other)
    assert has_label_left(paper, page, other)


@pytest.mark.parametrize(("x", "found"), [(0.1, True), (0.13, True), (0.17, False)])
def test_what_begins_beyond_the_label_is_not_below_it_however_wide_its_english_is(x: float, found: bool) -> None:
    value = line("薛宛宁", x, 2)
    paper, page = certificate(line("姓名", 0.1, 0), line("Name of Holder", 0.1, 1), value)
    below = beneath(paper, page, label_in(paper, "姓名"))
    assert (below is not None and below.line == value) is found
