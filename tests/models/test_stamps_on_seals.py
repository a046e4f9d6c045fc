"""Name stamps on a unit's seal, across its rim or wholly within it, and those that are no square of four."""

from __future__ import annotations

import cv2
import numpy as np
import pytest
from PIL import Image, ImageDraw

from models.ocr import Engine
from models.ocr.engine import load_engine
from models.ocr.settings import OcrSettings, default_weights
from models.seals import find_seals
from models.seals.finding import find_outlines
from models.seals.levelling import has_white_characters
from models.seals.outline import Outline
from tests.models.seal_drawing import Picture, Spec, fonts, glyph, stamp
from tests.models.test_seals import NAME, stamped

pytestmark = [
    pytest.mark.skipif(not fonts(), reason="no Chinese font is installed"),
    pytest.mark.skipif(not any(default_weights().glob("*_rec")), reason="the OCR weights are not set up"),
]
SERIF = 2  # Noto Serif, bold
SEAL = (620, 870)


@pytest.fixture(scope="module")
def engine() -> Engine:
    return load_engine(OcrSettings())


def with_stamp(image: Picture, name: str, x: float, y: float, *, side: int = 140, white: bool = False) -> Picture:
    """The page with a name stamp multiplied into it; ``white``: its characters are white on red."""
    whole = Image.new("L", (side, side), 255 * white)
    draw = ImageDraw.Draw(whole)
    if not white:
        draw.rectangle((0, 0, side - 1, side - 1), outline=255, width=6)
    inner = side - 24
    half = inner // 2
    places = [(half, 0), (half, half), (0, 0), (0, half)] if len(name) > 3 else [(half, 0), (0, 0), (0, half)]
    for character, (left, top) in zip(name, places, strict=True):
        tall = len(name) == 3 and left > 0
        piece = glyph(character, inner if tall else half, 0.5 if tall else 1, SERIF)
        whole.paste(0 if white else 255, (12 + left, 12 + top), piece)
    return inked(image, np.asarray(whole), x, y)


def with_column(image: Picture, name: str, x: float, y: float, *, white: bool = False) -> Picture:
    """The page with a narrow stamp of characters one below the other."""
    width, step = 72, 60
    whole = Image.new("L", (width, step * len(name) + 12), 255 * white)
    if not white:
        ImageDraw.Draw(whole).rectangle((0, 0, whole.width - 1, whole.height - 1), outline=255, width=5)
    for place, character in enumerate(name):
        whole.paste(0 if white else 255, (8, 8 + step * place), glyph(character, step - 4, 1, SERIF))
    return inked(image, np.asarray(whole), x, y)


def inked(image: Picture, mask: Picture, x: float, y: float) -> Picture:
    height, width = mask.shape
    part = image[round(y - height / 2) :, round(x - width / 2) :][:height, :width]
    tint = np.array((38, 32, 214), dtype=np.float32) / 255
    part[:] = (part * (1 - mask[:, :, None] / 255 * (1 - tint))).astype(np.uint8)
    return np.asarray(cv2.GaussianBlur(image, (0, 0), 0.8), dtype=np.uint8)


def page() -> Picture:
    return stamped((Spec(name=NAME, diameter=315, tilt=8), *SEAL))


@pytest.mark.parametrize("white", [False, True])
@pytest.mark.parametrize("aside", [(60, 20), (-40, 70), (110, -120), (0, 165)])
def test_a_name_stamp_across_a_seal_or_within_it_is_a_seal_of_its_own(aside: tuple[int, int], white: bool) -> None:
    x, y = SEAL[0] + aside[0], SEAL[1] + aside[1]
    found = find_outlines(with_stamp(page(), "李国庆印", x, y, white=white), "red")
    (frame,) = [one for one in found if one.shape == "square"]
    assert [one.shape for one in found if one is not frame] == ["round"]
    assert np.hypot(frame.x - x, frame.y - y) < 12
    assert 60 < frame.size < 84


@pytest.mark.parametrize("white", [False, True])
def test_a_name_stamp_across_a_seals_rim_is_read_without_the_rim_and_never_surely(engine: Engine, white: bool) -> None:
    image = with_stamp(page(), "赵建华印", SEAL[0] + 130, SEAL[1] + 120, white=white)
    (seal,) = [one for one in find_seals(image, engine) if one.shape == "square"]
    assert seal.name == "赵建华印"
    assert seal.confidence < 0.75


@pytest.mark.parametrize("emblem", [False, True])
def test_a_star_or_an_emblem_with_a_line_below_it_is_no_name_stamp(emblem: bool) -> None:
    spec = Spec(name=NAME, diameter=315, emblem=emblem, centre="合同专用章", code="1101051234567")
    assert [one.shape for one in find_outlines(stamped((spec, *SEAL)), "red")] == ["round"]


@pytest.mark.parametrize("white", [False, True])
def test_a_surname_beside_two_characters_is_read_white_on_red_as_well(engine: Engine, white: bool) -> None:
    image = with_stamp(stamped(), "胡明远", 700, 900, white=white)
    (seal,) = find_seals(image, engine)
    assert (seal.shape, seal.name) == ("square", "胡明远")
    assert seal.confidence > 0.75


@pytest.mark.parametrize("white", [False, True])
@pytest.mark.parametrize("name", ["胡明远", "吕佳辉"])
def test_a_column_of_three_characters_is_read_from_top_to_bottom(engine: Engine, name: str, white: bool) -> None:
    (seal,) = find_seals(with_column(stamped(), name, 700, 900, white=white), engine)
    assert (seal.shape, seal.name) == ("rectangular", name)


def test_print_over_a_name_stamp_makes_it_no_other_name(engine: Engine) -> None:
    image = with_stamp(stamped(), "卢文博", 700, 900)
    picture = Image.fromarray(image)
    ImageDraw.Draw(picture).line((560, 935, 840, 935), fill=(20, 20, 20), width=3)
    (seal,) = find_seals(np.asarray(picture), engine)
    assert seal.name in {"卢文博", None}


def test_a_worn_stamp_on_a_seal_that_it_makes_unclear_is_found() -> None:
    image = np.full((1700, 1240, 3), 250, dtype=np.uint8)
    stamp(image, Spec(name=NAME, diameter=315, fade=0.3), *SEAL, np.random.default_rng(3))
    found = find_outlines(with_stamp(image, "李国庆印", SEAL[0] - 120, SEAL[1] + 60, white=True), "red")
    assert sorted(one.shape for one in found) == ["round", "square"]


def test_characters_are_white_on_red_only_where_there_is_colour() -> None:
    image = with_stamp(stamped(), "李国庆印", 700, 900, white=True)
    frame = Outline(x=700, y=900, a=70, b=70, shape="square")
    assert has_white_characters(image, frame, "red")
    assert not has_white_characters(with_stamp(stamped(), "李国庆印", 700, 900), frame, "red")
    assert not has_white_characters(image, frame, "grey")
