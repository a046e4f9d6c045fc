"""Seals: found wherever they lie, read when they can be read, and never seen where there are none."""

from __future__ import annotations

import math
import random
from collections.abc import Sequence
from dataclasses import replace
from types import SimpleNamespace
from typing import Literal, cast

import cv2
import numpy as np
import pytest
from PIL import Image, ImageDraw

from models.ocr import Alternative, Engine, Quad, Reading
from models.ocr.engine import load_engine
from models.ocr.settings import OcrSettings, default_weights
from models.records import Box, Seal
from models.seals import as_sure_as, find_seals, may_have
from models.seals.finding import find_outlines, leans_on
from models.seals.inscriptions import code_rows, read_code
from models.seals.kinds import kind_of
from models.seals.letters import Letter, RingText
from models.seals.outline import Outline
from models.seals.printed import name_in_print, name_on_other_seal
from models.seals.reading import SealText, SecondRing, doubted, is_legible, name_of, objected, outvoted, with_second
from models.seals.square import Stamp, compared, may_be_otherwise
from models.seals.unwrapping import Band, Face, name_bands, name_strip
from models.seals.vocabulary import filled, spelled
from models.seals.wording import continues, latin_name, only_code, usual_purpose, whole_tail
from tests.models.hard_seals import hard_page
from tests.models.seal_drawing import RED, Picture, Spec, font, fonts, printed_page, random_page, stamp

needs_font = pytest.mark.skipif(not fonts(), reason="no Chinese font is installed")
needs_weights = pytest.mark.skipif(not any(default_weights().glob("*_rec")), reason="the OCR weights are not set up")
NAME = "北京宏图机械制造有限公司"


@pytest.fixture(scope="module")
def engine() -> Engine:
    return load_engine(OcrSettings())


def paper(width: int = 1240, height: int = 1754) -> Picture:
    return np.full((height, width, 3), 250, dtype=np.uint8)


def stamped(*seals: tuple[Spec, float, float], page: Picture | None = None) -> Picture:
    image = paper() if page is None else page
    for spec, x, y in seals:
        stamp(image, spec, x, y, np.random.default_rng(1))
    return image


def only(seals: list[Seal]) -> Seal:
    assert len(seals) == 1, [seal.shape for seal in seals]
    return seals[0]


@needs_font
@needs_weights
@pytest.mark.parametrize("tilt", [-35, 0, 20])
def test_a_tilted_seal_gives_its_name_purpose_and_code(engine: Engine, tilt: float) -> None:
    spec = Spec(name=NAME, centre="合同专用章", code="1101051234567", tilt=tilt, diameter=300)
    seal = only(find_seals(stamped((spec, 700, 900)), engine))
    assert (seal.shape, seal.colour) == ("round", "red")
    assert (seal.name, seal.centre_text, seal.code) == (NAME, "合同专用章", "1101051234567")
    assert seal.kind == "contract"
    assert seal.confidence > 0.85
    assert np.allclose(seal.box.centre, (700 / 1240, 900 / 1754), atol=0.005)


@needs_font
@needs_weights
@pytest.mark.parametrize("name", ["大兴区总工会", "北京方舟商贸新材料科技数控机床医疗器械有限责任公司"])
def test_short_and_long_names_are_read(engine: Engine, name: str) -> None:
    spec = Spec(name=name, arc=min(300, 165 + 6 * len(name)), height=0.1 if len(name) > 20 else 0.14, diameter=340, font=2)
    assert only(find_seals(stamped((spec, 700, 900)), engine)).name == name


@needs_font
@needs_weights
def test_the_chinese_name_within_a_ring_of_english_is_the_name(engine: Engine) -> None:
    spec = Spec(name=NAME, english="BEIJING HONGTU MACHINERY CO., LTD.", arc=230, height=0.14, diameter=340)
    assert only(find_seals(stamped((spec, 700, 900)), engine)).name == NAME


@needs_font
@needs_weights
@pytest.mark.parametrize(
    "within",
    [Spec(double=True, arc=240), Spec(english="BEIJING HONGTU CO., LTD.", height=0.14, arc=220, font=2)],
    ids=["a double rim", "a ring of English"],
)
def test_a_code_is_read_within(engine: Engine, within: Spec) -> None:
    spec = replace(within, code="1101051234567", diameter=360)
    seal = only(find_seals(stamped((spec, 700, 900)), engine))
    assert (seal.name, seal.code) == (NAME, "1101051234567")


@needs_font
@needs_weights
def test_a_seal_in_english_alone_has_an_english_name_that_accuses_nobody(engine: Engine) -> None:
    spec = Spec(name="", english="HONGTU MACHINERY CO., LTD.", diameter=340)
    seal = only(find_seals(stamped((spec, 700, 900)), engine))
    assert seal.name == "HONGTU MACHINERY CO., LTD."
    assert 0.6 < seal.confidence < 0.75


@needs_font
@needs_weights
def test_a_department_on_a_second_ring_is_no_part_of_the_companys_name(engine: Engine) -> None:
    spec = Spec(name=NAME, second="第一项目经理部", height=0.13, diameter=340)
    seal = only(find_seals(stamped((spec, 700, 900)), engine))
    assert (seal.name, seal.centre_text, seal.kind) == (NAME, "第一项目经理部", "department")


@needs_font
@needs_weights
@pytest.mark.parametrize(
    ("outer", "inner"),
    [
        ("北京市汽车维修行业协会职业技能等", "级认定考评中心"),
        ("上海浦东发展银行股份有限公司", "北京永昌支行"),
        ("北京经济技术开发区人力资源和社会", "保障局"),
    ],
)
def test_a_name_that_goes_on_in_a_second_ring_is_read_to_its_end(engine: Engine, outer: str, inner: str) -> None:
    spec = Spec(name=outer, second=inner, height=0.13, diameter=360, tilt=12)
    seal = only(find_seals(stamped((spec, 700, 900)), engine))
    assert seal.name == outer + inner
    assert seal.confidence > 0.85


@pytest.mark.parametrize(
    ("name", "second", "joined"),
    [
        ("北京市经济技术开发区人力资", "源和社会保障局", True),
        ("上海浦东发展银行股份有限公司", "北京永昌支行", True),
        (NAME, "天津分公司", True),
        ("北京市电工行业协会", "技能考评中心", True),
        (NAME, "技术服务中心", False),
        (NAME, "第一项目部", False),
        ("北京市电工行业协会", "证书专用章", False),
        (NAME, "工程质量检测专用", False),
    ],
)
def test_a_second_line_belongs_to_the_name_or_says_what_the_seal_is_for(name: str, second: str, joined: bool) -> None:
    assert continues(name, second) is joined


def test_a_name_whose_second_ring_is_illegible_is_held_against_nobody() -> None:
    illegible = SecondRing("", 0.4, Band(inner=0.5, outer=0.65, start=160, end=380))
    assert with_second(SealText(name=NAME, confidence=0.99), illegible).confidence < 0.75


@pytest.mark.parametrize(
    ("read", "name"),
    [
        ("HONGTU MACHINERY CO.,LTD.", "HONGTU MACHINERY CO., LTD."),
        ("HONGTU MACHINERY CO..LTD", "HONGTU MACHINERY CO., LTD"),
        ("HONGTU  MACHINERY CO LTD", "HONGTU MACHINERY CO LTD"),
    ],
)
def test_a_latin_name_keeps_its_spaces(read: str, name: str) -> None:
    assert latin_name(Reading(text=read, confidence=0.98, confidences=(0.98,) * len(read)))[0] == name


@needs_font
@needs_weights
def test_an_oval_invoice_seal_is_read_along_its_arc(engine: Engine) -> None:
    spec = Spec(name=NAME, centre="发票专用章", shape="oval", arc=190, diameter=330)
    seal = only(find_seals(stamped((spec, 600, 600)), engine))
    assert (seal.shape, seal.name, seal.centre_text) == ("oval", NAME, "发票专用章")


@needs_font
@needs_weights
def test_a_name_stamp_is_read_from_its_right_column(engine: Engine) -> None:
    spec = Spec(name="李国庆印", shape="square", diameter=140, tilt=4)
    seal = only(find_seals(stamped((spec, 600, 600)), engine))
    assert (seal.shape, seal.name) == ("square", "李国庆印")


@needs_font
@needs_weights
def test_a_seal_over_print_keeps_its_name(engine: Engine) -> None:
    page = paper()
    for y in range(760, 1060, 60):
        cv2.putText(page, "2026 01 12 ABCDEFG", (420, y), cv2.FONT_HERSHEY_SIMPLEX, 1.0, (30, 30, 30), 2)
    seal = only(find_seals(stamped((Spec(name=NAME, diameter=300), 700, 900), page=page), engine))
    assert seal.name == NAME


@needs_font
@needs_weights
def test_a_seal_too_small_to_read_is_there_without_a_name_for_sure(engine: Engine) -> None:
    image = stamped((Spec(name=NAME, diameter=300, tilt=10), 700, 900))
    blurred = cv2.resize(cv2.resize(image, None, fx=0.18, fy=0.18, interpolation=cv2.INTER_AREA), (1240, 1754))
    seal = only(find_seals(blurred, engine))
    assert seal.name == NAME or seal.confidence < 0.8


@needs_font
@needs_weights
def test_a_copy_without_colour_still_shows_its_seal(engine: Engine) -> None:
    grey = cv2.cvtColor(stamped((Spec(name=NAME, diameter=300), 700, 900)), cv2.COLOR_BGR2GRAY)
    seal = only(find_seals(cv2.cvtColor(grey, cv2.COLOR_GRAY2BGR), engine))
    assert (seal.colour, seal.name) == ("grey", NAME)


@needs_font
@needs_weights
def test_a_faint_seal_on_a_copy_without_colour_is_read(engine: Engine) -> None:
    image = stamped((Spec(name=NAME, diameter=300, colour=(238, 150, 150)), 700, 900))
    grey = cv2.cvtColor(cv2.cvtColor(image, cv2.COLOR_BGR2GRAY), cv2.COLOR_GRAY2BGR)
    assert only(find_seals(grey, engine)).name == NAME


@needs_font
@needs_weights
def test_an_unreadable_seal_on_a_copy_under_print_is_there_and_no_other_name_is_sure(engine: Engine) -> None:
    image = stamped((Spec(name=NAME, diameter=300, tilt=30), 800, 900), page=printed_page(random.Random(3)))
    grey = cv2.cvtColor(cv2.cvtColor(image, cv2.COLOR_BGR2GRAY), cv2.COLOR_GRAY2BGR)
    seal = only(find_seals(grey, engine))
    assert seal.name == NAME or seal.confidence < 0.75


@needs_font
@pytest.mark.parametrize(
    "colour", [RED, (225, 40, 110), (240, 150, 150), (235, 120, 70)], ids=["red", "magenta", "pale", "orange"]
)
def test_red_of_every_hue_is_found(colour: tuple[int, int, int]) -> None:
    image = stamped((Spec(colour=colour, fade=0.3), 600, 800))
    outlines = find_outlines(image, "red")
    assert len(outlines) == 1
    assert abs(outlines[0].a - 165) < 5


@needs_font
def test_four_seals_that_touch_each_other_and_a_square_one_are_all_found() -> None:
    places = [(400.0, 600.0), (690.0, 600.0), (545.0, 850.0), (840.0, 850.0)]
    stamp_place = (640.0, 1060.0)
    seals = [(replace(Spec(), tilt=10.0 * i, diameter=300), *place) for i, place in enumerate(places)]
    image = stamped(*seals, (Spec(name="李国庆印", shape="square", diameter=130), *stamp_place))
    outlines = find_outlines(image, "red")
    assert sorted(outline.shape for outline in outlines) == ["round"] * 4 + ["square"]
    for x, y in [*places, stamp_place]:
        assert min(math.hypot(outline.x - x, outline.y - y) for outline in outlines) < 8


@needs_font
def test_a_name_stamp_set_across_the_rim_of_a_clear_seal_is_found_too() -> None:
    image = stamped((Spec(diameter=290), 600, 800), (Spec(name="李国庆印", shape="square", diameter=120), 705, 905))
    assert sorted(outline.shape for outline in find_outlines(image, "red")) == ["round", "square"]


@needs_font
@needs_weights
def test_a_blue_seal_beside_a_red_one_is_read(engine: Engine) -> None:
    red, blue = Spec(name="北京京东方开发区支行", diameter=280), Spec(name=NAME, diameter=280, colour=(40, 60, 190))
    seals = find_seals(stamped((red, 300, 900), (blue, 800, 900)), engine)
    assert [(seal.colour, seal.name) for seal in seals] == [("red", "北京京东方开发区支行"), ("blue", NAME)]


@needs_font
@needs_weights
def test_a_blue_seal_within_red_ornament_that_is_no_seal_is_read(engine: Engine) -> None:
    image = stamped((Spec(name=NAME, diameter=300, colour=(40, 60, 190)), 600, 800))
    cv2.ellipse(image, (600, 800), (330, 330), 0, 0, 240, (40, 30, 210), 8)
    for angle in range(0, 360, 40):
        cv2.ellipse(image, (600, 800), (250, 250), 0, angle, angle + 6, (40, 30, 210), 40)
    assert find_outlines(image, "red")
    seal = only(find_seals(image, engine))
    assert (seal.colour, seal.name) == ("blue", NAME)


@needs_font
@pytest.mark.parametrize("angle", range(0, 360, 45))
@pytest.mark.parametrize("shape", ["round", "oval"])
def test_a_name_stamp_that_touches_a_seal_is_a_seal_of_its_own(shape: str, angle: int) -> None:
    main = Spec(name=NAME, shape=shape, diameter=280, arc=200, tilt=5, centre="发票专用章" if shape == "oval" else None)
    along, across = math.cos(math.radians(angle)), math.sin(math.radians(angle))
    away = 1.02 * (main.diameter / 2 * (1.0 if shape == "round" else 0.75 + 0.25 * abs(along)) + 58)
    x, y = 620 + away * along, 870 + away * across
    image = stamped((main, 620, 870), (Spec(name="李国庆印", shape="square", diameter=116, tilt=-3), x, y))
    assert sorted(outline.shape for outline in find_outlines(image, "red")) == sorted([shape, "square"])
    for place in ((620.0, 870.0), (x, y)):
        assert min(math.dist((outline.x, outline.y), place) for outline in find_outlines(image, "red")) < 8


class Says:
    """An engine that reads the same on every strip."""

    name = "says"

    def __init__(self, text: str) -> None:
        self.text = text

    def find(self, image: Picture) -> list[Quad]:
        raise AssertionError(f"nobody looks for lines on seals: {image.shape}")

    def read(self, strips: Sequence[Picture]) -> list[Reading]:
        return [Reading(text=self.text, confidence=0.97, confidences=(0.97,) * len(self.text))] * len(strips)


@needs_font
@pytest.mark.parametrize(
    ("read", "name"), [("王永乏印", "王永之印"), ("王永芝印", "王永芝印"), ("王乏永印", "王乏永印"), ("李永之印", "李永之印")]
)
def test_the_particle_of_an_old_name_stamp_is_known_and_no_given_name_is_changed(read: str, name: str) -> None:
    image = stamped((Spec(name="王永之印", shape="square", diameter=150), 600, 800))
    assert only(find_seals(image, Says(read))).name == name


@pytest.mark.parametrize(
    ("chosen", "other", "doubtful"),
    [
        ("超上堃官", "上官超堃", True),
        ("李国庆印", "国李印庆", False),
        ("上官超堃", "上官超堃", False),
        ("上官超堃", "一目起土", False),
    ],
)
def test_a_name_stamp_that_reads_as_well_in_another_order_is_unsure(chosen: str, other: str, doubtful: bool) -> None:
    readings = [Reading(text=text, confidence=0.97) for text in (chosen, other)]
    assert may_be_otherwise(readings[0], readings[1:]) is doubtful


def look(text: str, *confidences: float, other: str = "", at: int = 1) -> Reading:
    """A reading of a name stamp, ``other`` thought of beside the character ``at``."""
    centres = tuple((place + 0.5) / len(text) for place in range(len(text)))
    thought = (Alternative(text=other, confidence=0.2, centre=centres[at]),) if other else ()
    return Reading(text=text, confidence=0.95, confidences=confidences, centres=centres, alternatives=thought)


@pytest.mark.parametrize(
    ("looks", "people", "name", "sure"),
    [
        ([look("李国庆印", 1, 0.99, 1, 1), look("李国庆印", 1, 1, 1, 1)], [], "李国庆印", True),
        ([look("李国庆印", 1, 0.99, 1, 1), look("李园庆印", 1, 1, 1, 1)], [], "李国庆印", False),
        ([look("李园庆印", 1, 0.9, 1, 1), look("李园庆印", 1, 0.9, 1, 1)], ["李国庆", "王小明"], "李国庆印", False),
        ([look("李园庆印", 1, 0.97, 1, 1), look("李国庆印", 1, 1, 1, 1)], ["李国庆"], "李国庆印", False),
        ([look("李园庆印", 1, 0.97, 1, 1), look("李园庆印", 1, 0.97, 1, 1)], ["李国庆"], "李园庆印", True),
        ([look("李园庆印", 1, 0.9, 1, 1), look("李园庆印", 1, 0.9, 1, 1)], ["李国庆", "李围庆"], "李园庆印", True),
        ([look("李明印", 1, 0.8, 1), look("李明印", 1, 0.8, 1)], ["李朋"], "李明印", True),
        ([look("李明印", 1, 0.8, 1, other="朋"), look("李明印", 1, 0.8, 1)], ["李朋"], "李朋印", False),
    ],
)
def test_a_name_stamp_is_sure_where_two_looks_agree_and_print_settles_a_doubtful_character(
    looks: list[Reading], people: list[str], name: str, sure: bool
) -> None:
    stamp = compared(Stamp(looks[0].text, 0.95), looks, people)
    assert (stamp.name, stamp.confidence >= 0.75) == (name, sure)


@pytest.mark.parametrize(
    ("shape", "away", "leans"),
    [
        ("square", 150, True),
        ("rectangular", 150, True),
        ("square", 235, True),
        ("square", 65, True),
        ("square", 245, False),
        ("square", 0, False),
        ("round", 150, False),
    ],
    ids=["on the rim", "of another form", "touching it", "touching it from within", "beside", "in the middle", "no frame"],
)
def test_a_frame_across_a_seals_rim_leans_on_the_seal(
    shape: Literal["square", "rectangular", "round"], away: float, leans: bool
) -> None:
    frame = Outline(x=600 + away, y=800, a=60, b=50, shape=shape)
    assert leans_on(frame, [Outline(x=600, y=800, a=150, b=150)]) is leans


def test_a_frame_leans_on_no_seal_where_there_is_none() -> None:
    assert not leans_on(Outline(x=600, y=800, a=60, b=60, shape="square"), [])


def test_an_unclean_oval_gives_no_name_that_is_held_against_anyone() -> None:
    clean, unclean = (Outline(x=600, y=800, a=160, b=120, shape="oval", rim=rim) for rim in (0.9, 0.7))
    text = SealText(name=NAME, confidence=0.9)
    assert as_sure_as(clean, text, [clean]) == text
    assert as_sure_as(unclean, text, [unclean]).confidence < 0.75


@pytest.mark.parametrize(("away", "sure"), [(120, False), (180, False), (230, True)])
def test_a_name_stamp_across_the_rim_of_a_seal_gives_no_name_that_is_held_against_anyone(away: int, sure: bool) -> None:
    seal = Outline(x=600, y=800, a=150, b=150, rim=0.9)
    frame = Outline(x=600 + away, y=800, a=60, b=60, shape="square", rim=0.9)
    read = as_sure_as(frame, SealText(name="李国庆印", confidence=0.95), [seal, frame])
    assert (read.confidence >= 0.75) is sure


@needs_font
def test_a_seal_cut_out_of_its_page_is_found() -> None:
    image = stamped((Spec(diameter=240), 130, 130), page=paper(260, 260))
    assert [outline.shape for outline in find_outlines(image, "red")] == ["round"]


@needs_font
def test_random_pages_give_all_their_seals_and_no_others() -> None:
    for seed in (3, 4, 5):
        drawn = random_page(seed)
        found = find_outlines(drawn.image, "red")
        assert len(found) == len(drawn.seals)
        for spec, x, y in drawn.seals:
            nearest = min(found, key=lambda outline: math.hypot(outline.x - x, outline.y - y))
            assert math.hypot(nearest.x - x, nearest.y - y) < 0.05 * spec.diameter
            assert nearest.shape == spec.shape


@needs_font
def test_the_ring_around_the_emblem_of_an_office_seal_is_not_taken_for_the_seal() -> None:
    image = stamped((Spec(name="北京市某某区市场监督管理局", star=False, diameter=320), 600, 800))
    cv2.circle(image, (600, 800), 58, (40, 30, 210), 5, cv2.LINE_AA)
    for angle in range(0, 360, 24):
        dx, dy = math.cos(math.radians(angle)), math.sin(math.radians(angle))
        cv2.circle(image, (round(600 + 42 * dx), round(800 + 42 * dy)), 5, (40, 30, 210), -1)
    outline, *others = find_outlines(image, "red")
    assert others == []
    assert abs(outline.a - 160) < 6


@needs_font
@needs_weights
@pytest.mark.parametrize("seed", [7000, 7008, 7016])
def test_hard_seals_are_read_as_they_are_or_with_doubt(engine: Engine, seed: int) -> None:
    drawn = hard_page(seed)
    names = {spec.name for spec, _, _ in drawn.seals}
    assert all(seal.name in names for seal in find_seals(drawn.image, engine) if seal.confidence >= 0.75)


@needs_font
@pytest.mark.parametrize("ground", [(130, 105, 85), (85, 110, 80), (110, 150, 190)], ids=["blue", "green", "brown"])
def test_a_seal_on_a_printed_photograph_is_found(ground: tuple[int, int, int]) -> None:
    mask = np.full_like(paper(), 255)
    clear = stamped((Spec(name=NAME, diameter=320), 700, 900), page=mask)
    image = paper()
    image[500:1100, 200:1000] = ground
    image = (image.astype(np.float32) * (0.5 + 0.5 * clear / 255)).astype(np.uint8)  # ink lets half of the light through
    outline, *_ = find_outlines(image, "red")
    assert (abs(outline.x - 700) < 12, abs(outline.y - 900) < 12, abs(outline.a - 160) < 10) == (True, True, True)


def letters(text: str, sureness: dict[str, float]) -> RingText:
    """A name read with 0.98 but for the letters named, one every 15 degrees."""
    read = [Letter(letter, 150 + 15.0 * i, sureness.get(letter, 0.98)) for i, letter in enumerate(text)]
    return RingText(tuple(read), Band(inner=0.7, outer=0.95, start=142, end=142 + 15 * len(text)))


@pytest.mark.parametrize(
    ("text", "weak", "sure"),
    [
        ("天砚（北京）技术有限公司", {}, True),
        ("天现（北京）技术有限公司", {"现": 0.7}, False),
        ("天砚（北京）技术有限公司", {"（": 0.5, "）": 0.6}, True),
        ("天砚（北京）技术有限公司", {"司": 0.6, "限": 0.7}, True),
        ("天砚北京）技术有限公司", {}, False),
    ],
)
def test_one_weak_character_of_its_own_makes_a_name_unsure_but_neither_bracket_nor_ending_does(
    text: str, weak: dict[str, float], sure: bool
) -> None:
    name, confidence = name_of(letters(text, weak))
    assert name == text
    assert (confidence >= 0.75) == sure


@pytest.mark.parametrize("name", ["中国人民银行营业管理部", "天砚银行股份有限公司北京分行营业部"])
def test_a_banks_own_counter_is_where_its_name_ends(name: str) -> None:
    read, confidence = name_of(letters(name, {}))
    assert read == name
    assert confidence > 0.9


def test_a_character_lost_beside_a_bracket_makes_the_name_unsure() -> None:
    ring = letters("天砚（北京）技术有限公司", {})
    assert name_of(ring)[1] > 0.9
    assert name_of(ring._replace(letters=ring.letters[:1] + ring.letters[2:]))[1] < 0.75


@pytest.mark.parametrize(
    ("read", "sureness", "meant"),
    [
        ("北京宏图率导体有限公司", {"率": 0.7}, "北京宏图半导体有限公司"),
        ("北京宏图率导体有限公司", {"率": 0.95}, "北京宏图率导体有限公司"),
        ("北京天硕半导体有限公司", {"硕": 0.5}, "北京天硕半导体有限公司"),
        ("北京市人力资通和社会保障局", {"通": 0.9}, "北京市人力资源和社会保障局"),
        ("北京市人力资通和社会保障局", {"通": 0.97}, "北京市人力资通和社会保障局"),
        ("北京市人力资通和经会保障局", {"通": 0.9, "经": 0.5}, "北京市人力资源和社会保障局"),
        ("北京市人力咨通和经会保障局", {"咨": 0.5, "通": 0.9, "经": 0.5}, "北京市人力咨通和社会保障局"),
    ],
)
def test_a_usual_word_is_put_right_where_it_was_glimpsed_and_stays_doubtful(
    read: str, sureness: dict[str, float], meant: str
) -> None:
    ring = letters(read, sureness)
    angle = next(letter.angle for letter in ring.letters if letter.text in sureness)
    put_right = spelled(ring._replace(seen=(*ring.letters, Letter("半", angle, 0.2), Letter("砚", angle, 0.2))))
    name, confidence = name_of(put_right)
    assert put_right.text == meant
    assert name == meant or name is None
    assert read == meant or confidence < 0.75


@pytest.mark.parametrize(
    ("sure", "rivals", "doubted"),
    [
        (0.97, (0.79, 0.85), True),
        (0.97, (0.85,), False),
        (0.97, (0.5, 0.6), False),
        (0.9, (0.35,), True),
        (0.9, (0.1,), False),
    ],
)
def test_a_brands_character_beside_which_another_was_seen_accuses_nobody(
    sure: float, rivals: tuple[float, ...], doubted: bool
) -> None:
    ring = letters("江苏洋泽商贸有限公司", {"洋": sure})
    angle = ring.letters[2].angle
    name, confidence = name_of(ring._replace(seen=(*ring.letters, *(Letter("沣", angle, rival) for rival in rivals))))
    assert (name, confidence < 0.75) == (ring.text, doubted)


def test_a_character_that_a_second_cut_reads_otherwise_is_doubted() -> None:
    first, second = letters("诚砺制能装备有限公司", {"制": 0.88}), letters("诚砺智能装备有限公司", {})
    assert name_of(first)[1] > 0.75 > name_of(objected(first, second))[1]
    assert name_of(objected(first, first)) == name_of(first)


@pytest.mark.parametrize(
    ("read", "seen", "named"),
    [
        (0.84, 0.2, True),
        (0.84, 0.0, False),
        (0.97, 0.2, False),
    ],
)
def test_a_printed_name_is_taken_where_the_ring_shows_it_and_says_nothing_else_clearly(
    read: float, seen: float, named: bool
) -> None:
    ring = letters("北京昱按智能装备有限公司", {"按": read})
    glimpsed = Letter("桉", ring.letters[3].angle, seen)
    ring = ring._replace(seen=(*ring.letters, glimpsed))
    face = Face(paper(400, 400), Outline(x=200, y=200, a=150, b=150), "red")
    printed = ["北京昱桉智能装备有限公司", "北京恒信机械制造有限公司"]
    assert name_in_print(face, ring, printed) == (printed[0] if named else None)


@pytest.mark.parametrize(
    ("read", "sureness", "named"),
    [
        ("必深圳市教育局", {"必": 0.7}, True),
        ("新深圳市教育局", {}, False),
        ("深圳市教育局区", {}, True),
        ("深圳市教育局处", {}, False),
        ("圳市教育局", {}, True),
        ("市教育局", {}, False),
        ("深圳市教委局", {}, False),
        ("深圳市教委局", {"委": 0.7}, False),
    ],
)
def test_a_name_on_another_seal_is_taken_when_all_that_is_legible_agrees(
    read: str, sureness: dict[str, float], named: bool
) -> None:
    ring, name = letters(read, sureness), "深圳市教育局"
    face = Face(paper(400, 400), Outline(x=200, y=200, a=150, b=150), "red")
    ring = ring._replace(seen=ring.letters)
    assert name_on_other_seal(face, ring, [name]) == (name if named else None)


@needs_font
@needs_weights
def test_a_worn_seal_gets_its_name_from_the_same_seal_elsewhere_but_never_surely(engine: Engine) -> None:
    spec = Spec(name="大兴区市场监督管理局", arc=250, diameter=300)
    image = stamped((spec, 350, 400), (spec, 800, 1200))
    image[1230:1400, 640:790] = 250
    whole, worn = sorted(find_seals(image, engine), key=lambda seal: seal.box.y0)
    assert (whole.name, worn.name) == (spec.name, spec.name)
    assert worn.confidence < 0.75 < whole.confidence


@needs_font
@needs_weights
@pytest.mark.parametrize(
    ("stamped_name", "printed"),
    [
        ("北京宏图机械制造有限公司", "北津宏图机械制造有限公司"),
        ("北京新兴电子科技有限公司", "北京新星电子科技有限公司"),
        ("北京锐进科技有限公司", "北京锐进技术有限公司"),
        ("北京第一物业管理有限公司", "北京第二物业管理有限公司"),
        ("北京新源物业管理有限公司", "新源物业管理有限公司"),
    ],
)
def test_a_strangers_seal_is_never_taken_for_the_unit_in_print_or_on_another_seal(
    engine: Engine, stamped_name: str, printed: str
) -> None:
    for name, other in ((stamped_name, printed), (printed, stamped_name)):
        image = stamped((Spec(name=name, diameter=300), 700, 900))
        assert only(find_seals(image, engine, printed=[other])).name in (name, None)
        assert only(find_seals(image, engine, stamped=[other])).name in (name, None)


@needs_font
@needs_weights
def test_a_seal_half_on_a_dark_photo_keeps_its_name(engine: Engine) -> None:
    page = paper()
    page[500:900, 300:720] = (70, 90, 60)
    seal = only(find_seals(stamped((Spec(name=NAME, diameter=300), 700, 900), page=page), engine))
    assert seal.name == NAME


def emblem(draw: ImageDraw.ImageDraw, x: int, y: int, r: int) -> None:
    """A red disc with gold on it, as on licences and awards."""
    draw.ellipse((x - r, y - r, x + r, y + r), fill=(200, 20, 20), outline=(230, 180, 40), width=r // 12)
    for dx in (-r // 3, 0, r // 3):
        draw.regular_polygon((x + dx, y - r // 3, r // 8), 5, fill=(240, 200, 60))
    draw.rectangle((x - r // 2, y + r // 6, x + r // 2, y + r // 3), fill=(240, 200, 60))


def test_borders_emblems_and_red_bars_are_no_seals() -> None:
    picture = Image.new("RGB", (1654, 2339), (253, 250, 245))
    draw = ImageDraw.Draw(picture)
    draw.rectangle((60, 60, 1594, 2279), outline=(200, 30, 30), width=14)
    draw.rectangle((90, 90, 1564, 2249), outline=(200, 30, 30), width=4)
    emblem(draw, 827, 320, 130)
    draw.rectangle((200, 1900, 1450, 1912), fill=(220, 20, 20))
    draw.ellipse((300, 1400, 520, 1620), fill=(215, 60, 60))
    draw.arc((900, 1300, 1300, 1700), 20, 150, fill=(220, 20, 20), width=8)
    assert find_outlines(np.ascontiguousarray(np.asarray(picture)[:, :, ::-1]), "red") == []


@needs_font
@needs_weights
def test_a_red_heading_is_no_seal(engine: Engine) -> None:
    picture = Image.new("RGB", (1654, 2339), (255, 255, 255))
    draw = ImageDraw.Draw(picture)
    for i, text in enumerate(("北京经开区科技创新局文件", "荣誉证书", "关于表彰先进的决定")):
        draw.text((200, 200 + 260 * i), text, font=font(96, 3), fill=(214, 20, 20))
    assert find_seals(np.ascontiguousarray(np.asarray(picture)[:, :, ::-1]), engine) == []


def test_a_page_without_ink_is_left_alone_at_once() -> None:
    assert find_outlines(paper(), "red") == []
    assert find_outlines(np.zeros((40, 40, 3), dtype=np.uint8), "red") == []


@needs_font
def test_black_print_alone_holds_no_grey_seals() -> None:
    assert find_outlines(printed_page(random.Random(5)), "grey") == []


@pytest.mark.parametrize(
    ("read", "whole"),
    [
        ("北京宏图制造有公司", "北京宏图制造有限公司"),
        ("北京宏图制造有限贵任公司", "北京宏图制造有限责任公司"),
        ("北京宏图制造有限公", "北京宏图制造有限公司"),
        ("北京宏图制造有限公司", "北京宏图制造有限公司"),
        ("北京宏图制造有限责任公司", "北京宏图制造有限责任公司"),
        ("泊头市市场监督管理局", "泊头市市场监督管理局"),
    ],
)
def test_only_the_ending_of_a_name_is_made_whole(read: str, whole: str) -> None:
    assert whole_tail(read) == whole


@pytest.mark.parametrize(
    ("read", "meant"),
    [
        ("合同专用章", "合同专用章"),
        ("1事专用章", "人事专用章"),
        ("劳动合同专用童", "劳动合同专用章"),
        ("财务章", "财务章"),
        ("北京宏图", None),
        ("章", None),
    ],
)
def test_a_purpose_is_known_in_spite_of_one_wrong_character(read: str, meant: str | None) -> None:
    assert usual_purpose(read) == meant


@pytest.mark.parametrize(
    ("read", "code"),
    [("1101051234567", "1101051234567"), ("11O1O51234567", "1101051234567"), ("110105123456", None), ("11010512X4567", None)],
)
def test_a_code_has_thirteen_digits_or_is_none(read: str, code: str | None) -> None:
    assert only_code(read) == code


COMPANY_KINDS = [
    (("round", NAME, None), "official"),
    (("round", NAME, "合同专用章"), "contract"),
    (("round", NAME, "财务专用章"), "finance"),
    (("round", NAME, "人力资源专用章"), "personnel"),
    (("oval", NAME, "发票专用章"), "invoice"),
    (("round", NAME, "技术专用章"), "special"),
    (("round", NAME, "办公室"), "department"),
    (("round", NAME + "人事部", None), "department"),
    (("round", NAME + "合同专用章", None), "contract"),
    (("round", "北京市人力资源和社会保障局", None), "official"),
    (("round", None, None), None),
    (("oval", NAME, None), None),
    (("square", "李国庆印", None), "person"),
]


@pytest.mark.parametrize(("seen", "kind"), COMPANY_KINDS)
def test_a_seals_kind_follows_from_its_words_and_shape(seen: tuple[str, str | None, str | None], kind: str | None) -> None:
    assert kind_of(*seen, plain=True) == kind


def test_a_seal_with_an_unread_line_within_is_of_no_certain_kind() -> None:
    assert kind_of("round", NAME, None, plain=False) is None


@needs_font
@needs_weights
def test_a_seal_on_a_dark_photograph_is_seen_in_its_own_colour(engine: Engine) -> None:
    dark = np.asarray(0.26 * stamped((Spec(name=NAME, diameter=300), 700, 900)), dtype=np.uint8)
    seal = only(find_seals(dark, engine))
    assert (seal.colour, seal.name) == ("red", NAME)


@needs_font
@needs_weights
@pytest.mark.parametrize(("angle", "characters"), [(0, "陈国"), (60, "李庆"), (120, "李庆"), (240, "王明")])
def test_a_long_name_stamp_of_two_characters_that_touches_a_seal_is_read(engine: Engine, angle: int, characters: str) -> None:
    along, across = math.cos(math.radians(angle)), math.sin(math.radians(angle))
    away = 142 + 70 * abs(along) + 32 * abs(across)
    x, y = 620 + away * along, 870 + away * across
    image = stamped((Spec(name=NAME, diameter=280), 620, 870))
    cv2.rectangle(image, (round(x - 70), round(y - 32)), (round(x + 70), round(y + 32)), (40, 30, 210), 4, cv2.LINE_AA)
    picture = Image.fromarray(np.ascontiguousarray(image[:, :, ::-1]))
    for place, character in ((-30, characters[0]), (30, characters[1])):
        ImageDraw.Draw(picture).text((x + place, y), character, font=font(30), fill=(210, 30, 40), anchor="mm")
    seals = find_seals(np.ascontiguousarray(np.asarray(picture)[:, :, ::-1]), engine)
    assert sorted((seal.shape, seal.name) for seal in seals) == [("rectangular", characters), ("round", NAME)]


@needs_font
@needs_weights
@pytest.mark.parametrize(
    ("printed", "name"), [([], "京市宏图机械制造有限公司"), (["北京市宏图机械制造有限公司"], "北京市宏图机械制造有限公司")]
)
def test_a_seal_that_is_cut_off_accuses_nobody_and_may_be_made_out_by_print(
    engine: Engine, printed: list[str], name: str
) -> None:
    image = stamped((Spec(name="北京市宏图机械制造有限公司", diameter=320, arc=250, tilt=0), 700, 900))
    image[950:] = 250
    seal = only(find_seals(image, engine, printed=printed))
    assert seal.name == name
    assert seal.confidence < 0.75


@needs_font
@needs_weights
def test_a_name_under_print_that_hides_a_character_is_the_printed_one(engine: Engine) -> None:
    image = stamped((Spec(name=NAME, diameter=320), 700, 900))
    cv2.ellipse(image, (700, 900), (122, 122), 0, 190, 202, (40, 40, 40), 40)
    assert only(find_seals(image, engine, printed=[NAME])).name == NAME
    other = NAME.replace("机械", "食品")
    assert only(find_seals(image, engine, printed=[other])).name != other


@needs_font
@needs_weights
def test_a_second_line_of_the_name_is_read_beside_a_centre_line(engine: Engine) -> None:
    spec = Spec(
        name="北京宏图智能职业技能等级认定与人力资", second="源服务有限责任公司", centre="职业技能等级认定专用章", diameter=380
    )
    seal = only(find_seals(stamped((replace(spec, height=0.11), 700, 900)), engine))
    assert seal.name == spec.name + (spec.second or "")


def test_a_doubtful_character_is_outvoted_by_what_the_other_looks_saw() -> None:
    ring = letters("北京宏图技能铁定中心", {"铁": 0.8})
    angle = ring.letters[6].angle
    rivals = (Letter("认", angle, 0.7), Letter("认", angle + 1, 0.6))
    voted = outvoted(ring._replace(seen=(*ring.letters, *rivals)))
    assert voted.text == "北京宏图技能认定中心"
    assert name_of(voted)[1] < 0.75
    assert outvoted(ring._replace(seen=(*ring.letters, *rivals[:1]))).text == ring.text


@pytest.mark.parametrize("read", ["北京昱桉智能装备有限公司", "北京昱桉智能装备有限公司统一社"])
def test_a_name_that_was_read_as_it_is_printed_needs_no_comparison(read: str) -> None:
    ring = letters("北京昱桉智能装备有限公司", {"桉": 0.8})
    face = Face(paper(400, 400), Outline(x=200, y=200, a=150, b=150), "red")
    assert name_in_print(face, ring._replace(seen=ring.letters), [ring.text, read]) == ring.text


@pytest.mark.parametrize(("x", "beyond"), [(200, 0.0), (150, 0.0), (120, 0.2), (280, 0.2)])
def test_an_outline_knows_how_far_it_reaches_over_the_pages_edge(x: float, beyond: float) -> None:
    assert Outline(x=x, y=200, a=150, b=140, angle=0).beyond(400, 400) == pytest.approx(beyond)
    assert Outline(x=200, y=x, a=140, b=150, angle=0).beyond(400, 400) == pytest.approx(beyond)


def test_a_name_that_a_second_look_did_not_show_accuses_nobody() -> None:
    ring = letters("北京昱桉智能装备有限公司", {})
    assert name_of(ring)[1] > 0.9
    assert name_of(doubted(ring))[1] < 0.75
    assert is_legible(ring, ring)
    assert not is_legible(ring._replace(letters=ring.letters[:5]), ring)


def test_the_coloured_view_of_a_ring_shows_print_beside_ink() -> None:
    image = paper(400, 400)
    cv2.circle(image, (200, 200), 120, (40, 40, 210), 20)
    cv2.rectangle(image, (60, 60), (340, 120), (20, 20, 20), -1)
    outline, band = Outline(x=200, y=200, a=150, b=150), Band(inner=0.7, outer=0.9, start=180, end=360)
    coloured = name_strip(Face(image, outline, "red", view="coloured"), band, 8.0).astype(int)
    ink = name_strip(Face(image, outline, "red"), band, 8.0)
    assert (coloured[:, :, 2] - coloured[:, :, 1]).max() > 100
    assert (ink[:, :, 0] == ink[:, :, 2]).all()


@pytest.mark.parametrize(
    ("text", "lost", "meant"),
    [
        ("北京市职业技能鉴定中心", 7, "北京市职业技能鉴定中心"),
        ("北京宏图信息技术有限公司", 2, "北京图信息技术有限公司"),
        ("北京宏图信息技术有限公司", 5, "北京宏图信息技术有限公司"),
        ("北京宏图信息科技有限公司", 5, "北京宏图信息科技有限公司"),
    ],
)
def test_a_hole_is_filled_where_one_usual_word_lacks_its_character_and_stays_doubtful(text: str, lost: int, meant: str) -> None:
    ring = letters(text, {})
    read = filled(ring._replace(letters=(*ring.letters[:lost], *ring.letters[lost + 1 :])))
    assert read.text == meant
    assert name_of(read)[1] < 0.75
    closed = letters(text[:lost] + text[lost + 1 :], {})
    assert filled(closed) == closed


@needs_font
@needs_weights
def test_a_ministrys_centre_is_read_to_the_end_of_its_name(engine: Engine) -> None:
    spec = Spec(
        name="中华人民共和国人力资源和社会保障部",
        second="职业技能鉴定中心",
        centre="职业技能鉴定专用章",
        diameter=380,
        height=0.11,
    )
    seal = only(find_seals(stamped((spec, 700, 900)), engine))
    assert seal.name == spec.name + (spec.second or "")


class Reads:
    """An engine that reads one text after the other."""

    name = "reads"

    def __init__(self, *texts: str) -> None:
        self.texts = list(texts)

    def find(self, image: Picture) -> list[Quad]:
        raise AssertionError(f"nobody looks for lines on seals: {image.shape}")

    def read(self, strips: Sequence[Picture]) -> list[Reading]:
        texts = [self.texts.pop(0) for _ in strips]
        return [Reading(text=text, confidence=0.97, confidences=(0.97,) * len(text)) for text in texts]


@needs_font
@pytest.mark.parametrize(
    "read",
    [
        ["1101051234567"],
        ["11010512", "1101051234567"],
        ["1101", "1101051234567", "LES"],
        ["", "1101051234567"],
    ],
)
def test_a_code_is_read_in_as_few_looks_as_show_it(read: list[str]) -> None:
    image = stamped((Spec(name=NAME, code="1101051234567", diameter=300), 700, 900))
    outline = find_outlines(image, "red")[0]
    face, views = Face(image, outline, "red"), (Face(image, outline, "red", view=view) for view in ("everything", "tint"))
    engine = Reads(*read)
    assert read_code(face, views, name_bands(face)[0], engine) == "1101051234567"
    assert not engine.texts


def test_a_rims_edge_is_no_code() -> None:
    rows = np.zeros((360, 106), dtype=np.float32)
    rows[::2, 80:88] = 1.0
    rows[:, 91] = 1.0
    rows[::4, 90] = rows[::2, 92] = 1.0
    face = cast(Face, SimpleNamespace(rings=rows))
    inner, outer = code_rows(face, Band(inner=0.6, outer=0.93, start=150, end=420), 22) or (0, 0)
    assert inner <= 80
    assert 88 <= outer <= 90


@needs_font
def test_a_pale_seal_on_paper_that_lies_on_a_brown_desk_is_found() -> None:
    sheet = stamped((Spec(name=NAME, diameter=300), 620, 870))
    pale = cv2.addWeighted(sheet, 0.25, np.full_like(sheet, 225), 0.75, 0)
    desk = np.full((2300, 1700, 3), (42, 55, 75), dtype=np.uint8)
    desk[270:2024, 230:1470] = pale
    outlines = find_outlines(desk, "red")
    assert any(math.dist((outline.x, outline.y), (850, 1140)) < 8 for outline in outlines)


def test_a_picture_that_is_all_dark_holds_no_ink() -> None:
    assert find_outlines(np.full((400, 300, 3), (5, 5, 18), dtype=np.uint8), "red") == []


@pytest.mark.parametrize(
    ("words", "grey"),
    [("与原件一致", True), ("复印件与原件核对无误", True), ("谢文", False), ("北京复印机制造有限公司", False), (None, False)],
)
def test_grey_seals_are_looked_for_on_a_copy_that_was_stamped_as_one(words: str | None, grey: bool) -> None:
    stamped_after = Seal(page=0, box=Box(0, 0, 0.2, 0.1), shape="rectangular", colour="red", name=words, confidence=0.9)
    assert may_have("grey", [stamped_after], coloured=True) == grey
    assert may_have("red", [], coloured=True)
    assert may_have("grey", [], coloured=False)
    assert not may_have("red", [], coloured=False)
