"""Which outlines on a page are seals: those set across each other or half on a photograph are, logos and machines are not."""

from __future__ import annotations

import math

import cv2
import numpy as np
import pytest

from models.seals import is_seal
from models.seals.finding import LEAST_INK, MOST_PIECES, Cluster, find_outlines, squared, strokes_on_pictures
from models.seals.ink import GREY, Colour
from models.seals.outline import Outline
from models.seals.reading import SealText
from tests.models.seal_drawing import Picture, Spec, fonts
from tests.models.test_seals import NAME, paper, stamped

pytestmark = pytest.mark.skipif(not fonts(), reason="no Chinese font is installed")
BROWN = (70, 110, 170)


def shapes(image: Picture) -> list[str]:
    return sorted(outline.shape for outline in find_outlines(image, "red"))


@pytest.mark.parametrize(
    ("y", "name", "star", "seal"),
    [(150, None, False, False), (150, None, True, True), (150, NAME, False, True), (900, None, False, True)],
)
def test_a_round_at_the_head_of_a_page_is_a_logo_unless_it_has_a_name_or_a_star(
    y: float, name: str | None, star: bool, seal: bool
) -> None:
    outline = Outline(x=300, y=y, a=70, b=70, rim=1.0, texture=60.0, star=star)
    assert is_seal(paper(), outline, "red", SealText(name=name, confidence=0.9 if name else 0.4)) == seal


def test_an_unread_frame_is_a_name_stamp_on_paper_and_no_machine_on_a_photograph() -> None:
    frame = Outline(x=500, y=700, a=60, b=60, shape="square", rim=1.0, texture=20.0)
    photograph = paper()
    photograph[400:760, 200:1000] = (200, 190, 180)
    photograph[700:900, 200:1000] = (60, 110, 70)
    assert is_seal(paper(), frame, "red", SealText())
    assert not is_seal(photograph, frame, "red", SealText())
    assert is_seal(photograph, frame, "red", SealText(name="李国庆印", confidence=0.9))


def test_a_seal_half_on_a_red_floor_is_found() -> None:
    page = paper()
    cv2.fillConvexPoly(page, np.array([[200, 800], [1000, 800], [1100, 1000], [100, 1000]]), BROWN)
    outlines = find_outlines(stamped((Spec(name=NAME, diameter=300), 980, 960), page=page), "red")
    assert any(math.dist((one.x, one.y), (980, 960)) < 8 and abs(one.size - 150) < 8 for one in outlines)


@pytest.mark.parametrize("share", [0.3, 0.4, 0.6])
def test_a_seal_on_a_certificate_with_a_red_cover_is_found(share: float) -> None:
    page = paper()
    page[: int(share * page.shape[0])] = (40, 30, 150)
    outlines = find_outlines(stamped((Spec(name=NAME, diameter=300), 700, 1300), page=page), "red")
    assert any(math.dist((one.x, one.y), (700, 1300)) < 8 and abs(one.size - 150) < 8 for one in outlines)


@pytest.mark.parametrize("angle", [60, 120])
@pytest.mark.parametrize("height", [0.12, 0.14])
def test_the_rim_is_the_seals_and_not_the_line_within_its_characters(height: float, angle: int) -> None:
    image = stamped((Spec(name=NAME, diameter=280, height=height), 620, 870))
    cv2.circle(image, (620, 870), 78, (40, 30, 200), 4, cv2.LINE_AA)
    x, y = 620 + 185 * math.cos(math.radians(angle)), 870 + 185 * math.sin(math.radians(angle))
    outlines = find_outlines(stamped((Spec(name="李国庆印", shape="square", diameter=120), x, y), page=image), "red")
    assert sorted(one.shape for one in outlines) == ["round", "square"]
    assert abs(max(one.size for one in outlines) - 140) < 5


def test_a_pale_seal_by_lamp_light_is_found_beside_a_clear_name_stamp() -> None:
    pale = cv2.addWeighted(stamped((Spec(name=NAME, diameter=300), 560, 870)), 0.3, paper(), 0.7, 0)
    both = stamped((Spec(name="李国庆印", shape="square", diameter=130), 900, 900), page=pale)
    lamp = np.asarray(both * np.array([0.55, 0.78, 0.92]), dtype=np.uint8)
    assert shapes(lamp) == ["round", "square"]


def test_what_is_left_of_a_name_stamp_beside_a_seal_is_as_wide_as_high_towards_the_seal() -> None:
    seal = Outline(x=600, y=300, a=75, b=75, rim=0.9)
    left, right = Outline(x=520, y=330, a=17, b=24, shape="rectangular"), Outline(x=680, y=330, a=17, b=24, shape="rectangular")
    assert [(one.x, one.a, one.b, one.shape) for one in (squared(left, seal), squared(right, seal))] == [
        (527, 24, 24, "square"),
        (673, 24, 24, "square"),
    ]


@pytest.mark.parametrize(("colour", "name"), [("red", (40, 30, 200)), ("blue", (190, 60, 40))])
def test_a_clear_frame_around_two_characters_is_a_stamp_in_any_colour(colour: str, name: tuple[int, int, int]) -> None:
    image = paper()
    cv2.rectangle(image, (500, 800), (640, 864), name, 4)
    for x in (525, 590):
        cv2.line(image, (x, 815), (x, 850), name, 4)
        cv2.line(image, (x, 832), (x + 25, 832), name, 4)
        cv2.line(image, (x + 25, 815), (x + 25, 850), name, 4)
    assert [one.shape for one in find_outlines(image, "blue" if colour == "blue" else "red")] == ["rectangular"]


def test_a_page_with_less_ink_than_the_smallest_stamp_is_not_looked_at() -> None:
    image = paper()
    side = math.isqrt(round(0.5 * LEAST_INK * image.shape[0] * image.shape[1]))
    image[800 : 800 + side, 500 : 500 + side] = (40, 30, 200)
    assert find_outlines(image, "red") == []
    assert shapes(stamped((Spec(name="李国庆印", shape="square", diameter=72), 620, 870))) == ["square"]


def test_a_pale_seal_alone_by_lamp_light_is_found_at_a_second_and_a_third_look() -> None:
    for share in (0.3, 0.12, 0.08):
        pale = cv2.addWeighted(stamped((Spec(name=NAME, diameter=300), 560, 870)), share, paper(), 1 - share, 0)
        lamp = np.asarray(pale * np.array([0.75, 0.93, 1.0]), dtype=np.uint8)
        assert shapes(lamp) == ["round"]


def test_of_a_page_full_of_red_pieces_the_largest_are_looked_into() -> None:
    image = stamped((Spec(name=NAME, diameter=300), 620, 870))
    for place in range(2 * MOST_PIECES):
        x, y = 60 + 110 * (place % 10), 60 + 60 * (place // 10)
        cv2.rectangle(image, (x, y), (x + 70, y + 36), (40, 30, 200), 3)
    assert "round" in shapes(image)


@pytest.mark.parametrize(("colour", "pale"), [("red", True), ("blue", True), ("grey", False)])
def test_strokes_on_pictures_are_held_to_the_bound_of_their_own_colour(colour: Colour, pale: bool) -> None:
    ink = np.full((900, 900), 100, dtype=np.uint8)
    ink[300:304, 200:700] = 100 + GREY - 10
    ink[500:504, 200:700] = 100 + GREY + 10
    strokes = strokes_on_pictures(ink, np.full_like(ink, 255), 900, colour, [Cluster(0, 0, 900, 900)])
    assert (bool(strokes[302, 450]), bool(strokes[502, 450])) == (pale, True)
