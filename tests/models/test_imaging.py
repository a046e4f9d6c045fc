"""Straightening, the sheet on the desk, and what a page looks like, on pages drawn here."""

from __future__ import annotations

import random

import cv2
import numpy as np
import pytest
from PIL import Image as Pillow
from PIL import ImageDraw, ImageFont

from models.imaging import calm, find_skew, fit_pixels, reduce, straighten, turn
from models.ocr import Image
from models.quality import look_at
from models.sheet import cut_sheet, find_sheet

WIDTH, HEIGHT = 1240, 1754  # A4 at 150 dpi
PAPER = (246, 249, 250)


def paper(*, lines: int = 30, seal: bool = True, frame: bool = False, seed: int = 0) -> Image:
    """An A4 page of print, with a red ring as a seal and a decorated frame on request."""
    chance = random.Random(seed)
    page = Pillow.new("RGB", (WIDTH, HEIGHT), PAPER[::-1])
    draw = ImageDraw.Draw(page)
    font = ImageFont.load_default(size=24)
    for number in range(lines):
        words = " ".join("".join(chance.choices("abdeghkmnopqrstuvwxyzHEA", k=chance.randint(2, 9))) for _ in range(12))
        draw.text((140, 160 + number * 40), words[: chance.randint(25, 70)], font=font, fill=(30, 28, 26))
    if seal:
        draw.ellipse((800, 1400, 1030, 1630), outline=(205, 35, 40), width=6)
    if frame:
        draw.rectangle((50, 50, WIDTH - 50, HEIGHT - 50), outline=(150, 120, 60), width=20)
    return np.asarray(page)[:, :, ::-1].copy()


def photographed(page: Image, *, desk: tuple[int, int, int], seed: int) -> tuple[Image, np.ndarray]:
    """The page on a desk, seen aslant under uneven light, and its true corners."""
    chance = np.random.default_rng(seed)
    width, height = 1500, 2000
    corners = np.array([[0.1, 0.1], [0.9, 0.1], [0.9, 0.9], [0.1, 0.9]]) + chance.uniform(-0.06, 0.06, (4, 2))
    quad = (corners * [width, height]).astype(np.float32)
    source = np.array([[0, 0], [WIDTH, 0], [WIDTH, HEIGHT], [0, HEIGHT]], np.float32)
    grain = cv2.resize(chance.normal(0, 10, (100, 75, 3)).astype(np.float32), (width, height))
    picture = np.clip(np.array(desk) + grain, 0, 255).astype(np.uint8)
    cv2.warpPerspective(
        page, cv2.getPerspectiveTransform(source, quad), (width, height), dst=picture, borderMode=cv2.BORDER_TRANSPARENT
    )
    light = np.linspace(0.7, 1.0, width)[None, :, None] * np.linspace(1.0, 0.85, height)[:, None, None]
    return np.clip(picture * light + chance.normal(0, 3, picture.shape), 0, 255).astype(np.uint8), quad


@pytest.mark.parametrize("degrees", [-14.5, -7.3, -2.0, -0.6, 0.5, 1.2, 4.4, 10.0, 14.8])
@pytest.mark.parametrize("lying", [False, True])
def test_skew_is_found_within_a_third_of_a_degree(degrees: float, lying: bool) -> None:
    crooked = straighten(paper(), -degrees)
    crooked = turn(crooked, 90) if lying else crooked
    assert find_skew(crooked) == pytest.approx(degrees, abs=0.3)
    assert find_skew(straighten(crooked, find_skew(crooked))) == 0.0


def test_a_level_page_is_left_alone() -> None:
    assert find_skew(paper()) == 0.0
    assert find_skew(paper(frame=True)) == 0.0


@pytest.mark.parametrize(("height", "waves"), [(40, 1.0), (80, 1.0), (30, 1.5), (30, 2.0)])
@pytest.mark.parametrize("lying", [False, True])
def test_a_page_whose_lines_wave_is_left_alone(height: float, waves: float, lying: bool) -> None:
    for seed, phase in enumerate((0.0, 0.25, 0.6)):
        page = waved(paper(seed=seed), height, waves, phase)
        assert find_skew(turn(page, 90) if lying else page) == 0.0


def waved(page: Image, height: float, waves: float, phase: float) -> Image:
    """The page with its lines bent into waves, twice as high at the foot as at the head; ``height`` in pixels."""
    y, x = np.mgrid[: page.shape[0], : page.shape[1]].astype(np.float32)
    bent = y + height * np.sin(2 * np.pi * (waves * x / page.shape[1] + phase)) * (0.5 + 0.5 * y / page.shape[0])
    wavy: Image = cv2.remap(page, x, bent.astype(np.float32), cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    return wavy


def test_a_page_without_print_has_no_skew() -> None:
    assert find_skew(paper(lines=0)) == 0.0
    noise = np.random.default_rng(1).integers(0, 255, (900, 700, 3)).astype(np.uint8)
    assert find_skew(noise) == 0.0


def test_straightening_cuts_nothing_and_fills_corners_with_paper() -> None:
    level = straighten(paper(), 10)
    assert level.shape[0] > HEIGHT
    assert level.shape[1] > WIDTH
    assert np.abs(level[0, 0].astype(int) - PAPER).max() <= 2


@pytest.mark.parametrize(("degrees", "place"), [(0, (0, 0)), (90, (0, -1)), (180, (-1, -1)), (270, (-1, 0))])
def test_turning_goes_clockwise(degrees: int, place: tuple[int, int]) -> None:
    image = np.zeros((4, 6, 3), np.uint8)
    image[0, 0] = 255
    assert turn(image, degrees)[place].min() == 255


def test_reducing_keeps_proportions_and_never_enlarges() -> None:
    page = paper()
    assert max(reduce(page, side=1000).shape) == 1000
    assert reduce(page, side=5000) is page
    long = np.zeros((20_000, 400, 3), np.uint8)
    fitted = fit_pixels(long, pixels=2_000_000)
    assert fitted.shape[0] * fitted.shape[1] == pytest.approx(2_000_000, rel=0.1)
    assert fitted.shape[0] / fitted.shape[1] == pytest.approx(50, rel=0.02)


DESKS = {"dark": (60, 75, 90), "black": (20, 20, 20), "wood": (40, 80, 140), "blue": (200, 150, 90)}


@pytest.mark.parametrize("desk", DESKS.values(), ids=DESKS)
@pytest.mark.parametrize("seed", [0, 1, 2])
def test_a_sheet_on_a_desk_is_found_to_the_pixel_and_comes_out_straight(desk: tuple[int, int, int], seed: int) -> None:
    picture, truth = photographed(paper(), desk=desk, seed=seed)
    quad = find_sheet(picture)
    assert quad is not None
    assert np.abs(quad - truth).max() < 0.006 * max(picture.shape)
    sheet = cut_sheet(picture, quad)
    assert sheet.shape[0] / sheet.shape[1] == pytest.approx(HEIGHT / WIDTH, rel=0.13)
    assert find_skew(sheet) == 0.0


def test_a_hard_shadow_across_the_sheet_does_not_hide_it() -> None:
    picture, truth = photographed(paper(), desk=(30, 45, 65), seed=4)
    picture[:, 800:] = (picture[:, 800:] * 0.6).astype(np.uint8)
    quad = find_sheet(picture)
    assert quad is not None
    assert np.abs(quad - truth).max() < 0.006 * max(picture.shape)


@pytest.mark.parametrize("desk", ["dark", "black", "wood"])
def test_a_coloured_band_is_never_cut_off_its_sheet(desk: str) -> None:
    sheet = paper()
    sheet[: HEIGHT // 6] = (150, 80, 30)
    picture, truth = photographed(sheet, desk=DESKS[desk], seed=1)
    quad = find_sheet(picture)
    assert quad is None or np.abs(quad - truth).max() < 0.01 * max(picture.shape)


def test_a_wide_dark_frame_on_a_page_is_not_the_edge_of_a_sheet() -> None:
    page = paper()
    cv2.rectangle(page, (60, 60), (WIDTH - 60, HEIGHT - 60), (60, 90, 120), 36)
    light = np.linspace(0.55, 1.0, WIDTH)[None, :, None]
    assert find_sheet(page) is None
    assert find_sheet((page * light).astype(np.uint8)) is None


def test_a_sheet_comes_out_no_larger_than_wanted() -> None:
    quad = np.array([[0, 0], [WIDTH, 0], [WIDTH, HEIGHT], [0, HEIGHT]], np.float32)
    height, width = cut_sheet(paper(), quad, pixels=500_000).shape[:2]
    assert height * width == pytest.approx(500_000, rel=0.01)
    assert cut_sheet(paper(), quad, pixels=50_000_000).shape[0] == pytest.approx(HEIGHT, abs=2)


def test_a_scan_is_never_cut() -> None:
    assert find_sheet(paper()) is None
    assert find_sheet(paper(frame=True)) is None
    assert find_sheet(straighten(paper(frame=True), -2)) is None


def test_photographs_printed_on_a_page_are_not_its_sheet() -> None:
    page = paper(lines=4, seal=False)
    page[500:1500, 120:1120] = (90, 140, 60)
    page[700:1300, 300:900] = (225, 225, 225)
    assert find_sheet(page) is None


def test_a_desk_of_the_papers_own_colour_leaves_the_picture_whole() -> None:
    picture, _ = photographed(paper(), desk=(240, 243, 244), seed=3)
    assert find_sheet(picture) is None


def grey_of(page: Image) -> Image:
    return np.asarray(np.repeat(page.mean(axis=2, keepdims=True), 3, axis=2), dtype=np.uint8)


def tinted(page: Image) -> Image:
    """A yellowish lamp from one side."""
    light = np.linspace(0.6, 1.0, page.shape[1])[None, :, None] * np.array([0.75, 0.93, 1.0])
    return np.asarray(np.clip(page * light, 0, 255), dtype=np.uint8)


def jpeg(page: Image, quality: int = 75) -> Image:
    data = cv2.imencode(".jpg", page, [cv2.IMWRITE_JPEG_QUALITY, quality])[1]
    return np.asarray(cv2.imdecode(data, cv2.IMREAD_COLOR))


LOOKS = {
    "colour scan": (paper(), True),
    "colour photo in yellow light": (jpeg(tinted(paper())), True),
    "grey scan": (grey_of(paper()), False),
    "grey scan saved as colour": (jpeg(grey_of(paper()), 50), False),
    "copy photographed in yellow light": (jpeg(tinted(grey_of(paper()))), False),
    "fax": (np.where(grey_of(paper()) > 128, 255, 0).astype(np.uint8), False),
    "nothing but a small seal": (paper(lines=0), True),
}


@pytest.mark.parametrize(("page", "colour"), LOOKS.values(), ids=LOOKS)
def test_colour_is_told_from_a_tint(page: Image, colour: bool) -> None:
    assert look_at(page, dpi=150).colour is colour


def test_sharpness_falls_with_blur() -> None:
    sharpness = [look_at(paper() if s == 0 else cv2.GaussianBlur(paper(), (0, 0), s), dpi=150).sharpness for s in (0, 1, 2, 4)]
    assert sharpness == sorted(sharpness, reverse=True)
    assert sharpness[0] > 0.4
    assert sharpness[-1] < 0.2


def test_ink_of_any_colour_counts_and_empty_paper_has_none() -> None:
    assert look_at(paper(lines=0, seal=False), dpi=150).ink_share == 0.0
    assert look_at(paper(lines=0), dpi=150).ink_share > 0.001
    assert look_at(paper(), dpi=150).ink_share > 0.02


def test_dust_at_the_edges_cuts_nothing_off() -> None:
    page = paper()
    chance = np.random.default_rng(3)
    for y, x in zip(chance.integers(0, HEIGHT, 20_000), chance.integers(0, WIDTH, 20_000), strict=True):
        page[y : y + 3, x : x + 3] = 60
    look = look_at(page, dpi=150)
    assert look.cut < 4
    assert look.specks > 6


def test_bilevel_print_is_sharp_even_on_a_nearly_empty_page() -> None:
    bilevel = np.where(paper(lines=2, seal=False) > 128, 255, 0).astype(np.uint8)
    assert look_at(bilevel, dpi=150).sharpness > 0.4


def test_the_height_of_print_is_measured_on_small_pictures_only() -> None:
    part = paper(lines=20)[150:900, 100:1100]
    assert 16 <= look_at(part, dpi=90).print_height <= 32
    assert look_at(paper(), dpi=150).print_height == 0


def test_calming_takes_grain_and_keeps_strokes() -> None:
    clean = paper(lines=5, seal=False)
    grainy = np.clip(clean + np.random.default_rng(1).normal(0, 12, clean.shape), 0, 255).astype(np.uint8)
    calmed = calm(grainy)
    plain = (slice(1000, 1500), slice(200, 1000))
    assert calmed[plain].std() < 0.5 * grainy[plain].std()
    assert np.percentile(calmed[150:380], 1) < 70


def test_print_that_runs_out_of_the_picture_is_counted() -> None:
    assert look_at(paper(), dpi=150).cut == 0
    assert look_at(paper()[172:], dpi=150).cut >= 4


def test_a_dark_desk_around_a_white_sheet_makes_no_glare() -> None:
    for level, burnt in ((252, False), (190, True)):
        picture = np.full((1000, 900, 3), 60, dtype=np.uint8)
        picture[150:750, 150:750] = level
        picture[300:450, 300:500] = 255
        assert (look_at(picture, dpi=100).glare > 0.02) is burnt
