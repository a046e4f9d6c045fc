"""Picture files become page pictures on disk, whatever their depth, orientation or number of pages."""

from __future__ import annotations

import io
import random
import struct
import zlib
from pathlib import Path
from typing import get_args

import numpy as np
import pillow_heif
import pytest
from PIL import Image as Pillow
from PIL import ImageDraw, ImageFilter, ImageFont, TiffImagePlugin

from pipeline import pages
from pipeline.defects import DEFECTS
from pipeline.documents import ADVICE, Defect, Document, Problem
from pipeline.intake import receive
from pipeline.limits import Limits
from pipeline.pages import load_image, open_pages, turn_page
from pipeline.process import READERS
from pipeline.uploads import Upload

A4 = (827, 1169)  # at 100 dpi


def sheet(size: tuple[int, int] = A4, *, lines: int = 25) -> Pillow.Image:
    """A page of print with a dark square in its upper left corner, that shows which way up it is, and a red ring."""
    chance = random.Random(5)
    page = Pillow.new("RGB", size, (250, 249, 247))
    draw = ImageDraw.Draw(page)
    font = ImageFont.load_default(size=16)
    for number in range(lines):
        words = "".join(chance.choices("abdeghk mnopqrs tuvwxyz", k=chance.randint(40, 64)))
        draw.text((90, 180 + number * 30), words, font=font, fill=(20, 20, 20))
    if lines:
        draw.rectangle((40, 40, 140, 140), fill=(40, 40, 40))
        draw.ellipse((500, 900, 650, 1050), outline=(205, 30, 40), width=5)
    return page


def opened(folder: Path, data: bytes, limits: Limits | None = None) -> Document:
    limits = limits or Limits()
    path = folder / "upload"
    path.write_bytes(data)
    document = receive(Upload(file="upload", path=path, slot="bank_account"), limits)
    return open_pages(document, path, folder / "work", limits)


def saved(image: Pillow.Image, form: str, **options: object) -> bytes:
    buffer = io.BytesIO()
    image.save(buffer, form, **options)
    return buffer.getvalue()


def heif(image: Pillow.Image) -> bytes:
    buffer = io.BytesIO()
    pillow_heif.from_pillow(image).save(buffer, quality=90)
    return buffer.getvalue()


def codes(document: Document) -> list[str]:
    return [problem.code for problem in document.problems]


def wide_grey(image: Pillow.Image) -> Pillow.Image:
    return Pillow.fromarray(np.asarray(image.convert("L")).astype(np.uint16) * 257)


def see_through(image: Pillow.Image) -> Pillow.Image:
    """Print on nothing: black where transparent."""
    ink = np.asarray(image.convert("L"))
    return Pillow.fromarray(np.dstack([np.zeros((*ink.shape, 3), np.uint8), 255 - ink]), "RGBA")


PICTURES = {
    "jpg": saved(sheet(), "JPEG", quality=90),
    "progressive jpg": saved(sheet(), "JPEG", quality=90, progressive=True),
    "cmyk jpg": saved(sheet().convert("CMYK"), "JPEG", quality=90),
    "grey jpg": saved(sheet().convert("L"), "JPEG", quality=90),
    "png": saved(sheet(), "PNG"),
    "palette png": saved(sheet().convert("P", palette=Pillow.Palette.ADAPTIVE), "PNG"),
    "transparent png": saved(see_through(sheet()), "PNG"),
    "16-bit png": saved(wide_grey(sheet()), "PNG"),
    "1-bit png": saved(sheet().convert("1", dither=Pillow.Dither.NONE), "PNG"),
    "bmp": saved(sheet(), "BMP"),
    "webp": saved(sheet(), "WEBP", quality=90),
    "heic": heif(sheet()),
    "tif": saved(sheet(), "TIFF"),
    "jpeg in tif": saved(sheet(), "TIFF", compression="jpeg"),
    "fax tif": saved(sheet().convert("1", dither=Pillow.Dither.NONE), "TIFF", compression="group4"),
    "16-bit tif": saved(wide_grey(sheet()), "TIFF"),
    "cmyk tif": saved(sheet().convert("CMYK"), "TIFF"),
}


@pytest.mark.parametrize("data", PICTURES.values(), ids=PICTURES)
def test_every_picture_becomes_a_page_of_the_same_look(tmp_path: Path, data: bytes) -> None:
    document = opened(tmp_path, data)
    assert document.problems == ()
    (page,) = document.pages
    assert (page.index, page.width, page.height, page.rotation, page.source) == (0, *A4, 0, "ocr")
    image = load_image(page)
    assert image.shape == (1169, 827, 3)
    assert image[90, 90].max() < 80, "the dark square"
    assert image[90, 400].min() > 225, "paper"
    assert Path(page.image).is_relative_to(tmp_path / "work" / document.sha256)


COLOURLESS = {"grey jpg", "1-bit png", "transparent png", "16-bit png", "fax tif", "16-bit tif"}


@pytest.mark.parametrize("name", PICTURES)
def test_colour_survives_every_format_and_channels_are_not_swapped(tmp_path: Path, name: str) -> None:
    (page,) = opened(tmp_path, PICTURES[name]).pages
    assert page.colour is (name not in COLOURLESS)
    if page.colour:
        blue, green, red = (int(value) for value in load_image(page)[902, 575])
        assert red > green + 60
        assert red > blue + 60


def with_orientation(tag: int) -> bytes:
    """The sheet stored so that the tag turns it upright (TIFF 6.0: what the first row and column show)."""
    undo = {
        2: Pillow.Transpose.FLIP_LEFT_RIGHT,
        3: Pillow.Transpose.ROTATE_180,
        4: Pillow.Transpose.FLIP_TOP_BOTTOM,
        5: Pillow.Transpose.TRANSPOSE,
        6: Pillow.Transpose.ROTATE_90,
        7: Pillow.Transpose.TRANSVERSE,
        8: Pillow.Transpose.ROTATE_270,
    }
    image = sheet().transpose(undo[tag]) if tag in undo else sheet()
    exif = Pillow.Exif()
    exif[0x0112] = tag
    return saved(image, "JPEG", quality=92, exif=exif)


@pytest.mark.parametrize(
    ("tag", "rotation"), [(0, 0), (1, 0), (2, 0), (3, 180), (4, 180), (5, 90), (6, 90), (7, 270), (8, 270), (99, 0)]
)
def test_exif_orientation_brings_the_page_upright(tmp_path: Path, tag: int, rotation: int) -> None:
    (page,) = opened(tmp_path, with_orientation(tag)).pages
    image = load_image(page)
    assert (page.width, page.height) == A4
    assert image[90, 90].max() < 90
    assert image[90, -90].min() > 220
    assert page.rotation == rotation


def test_a_tiff_gives_all_its_pages_but_no_thumbnails(tmp_path: Path) -> None:
    small = sheet((200, 280), lines=0)
    ifd = TiffImagePlugin.ImageFileDirectory_v2()
    ifd[254] = 1
    small.encoderinfo = {"tiffinfo": ifd}
    buffer = io.BytesIO()
    sheet().save(buffer, "TIFF", save_all=True, append_images=[small, sheet((600, 800), lines=3)])
    document = opened(tmp_path, buffer.getvalue())
    assert [(page.index, page.width) for page in document.pages] == [(0, 827), (1, 600)]
    assert len({page.image for page in document.pages}) == 2


def test_a_tiff_of_too_many_pages_is_read_as_far_as_allowed(tmp_path: Path) -> None:
    buffer = io.BytesIO()
    sheet().save(buffer, "TIFF", save_all=True, append_images=[sheet()] * 4)
    document = opened(tmp_path, buffer.getvalue(), Limits(pages=3))
    assert len(document.pages) == 3
    assert codes(document) == ["too_many_pages"]
    assert "3" in document.problems[0].message


def huge_png(width: int, height: int) -> bytes:
    """A valid PNG header of any size with next to no data behind it."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(bytes(1000))) + chunk(b"IEND", b"")


def test_fifty_thousand_pixels_square_are_refused_before_decoding(tmp_path: Path) -> None:
    document = opened(tmp_path, huge_png(50_000, 50_000))
    assert codes(document) == ["too_many_pixels"]
    assert document.pages == ()
    assert "dpi" in document.problems[0].message


BROKEN = {
    "truncated jpg": (PICTURES["jpg"][:20_000], "truncated_file"),
    "truncated png": (PICTURES["png"][: len(PICTURES["png"]) // 2], "truncated_file"),
    "png without data": (huge_png(800, 600), "truncated_file"),
    "only a jpg header": (b"\xff\xd8\xff\xe0" + bytes(40), "broken_file"),
    "only a tif header": (b"II*\x00\x08\x00\x00\x00", "broken_file"),
    "only a webp header": (b"RIFF\x10\x00\x00\x00WEBPVP8 ", "broken_file"),
    "only a heic header": (b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic" + bytes(40), "broken_file"),
    "bmp of wrong size": (PICTURES["bmp"][:5000], "truncated_file"),
}


@pytest.mark.parametrize(("data", "code"), BROKEN.values(), ids=BROKEN)
def test_a_damaged_picture_is_a_problem_and_no_page(tmp_path: Path, data: bytes, code: str) -> None:
    document = opened(tmp_path, data)
    assert codes(document) == [code]
    assert "重新" in document.problems[0].message
    assert document.pages == ()


@pytest.mark.parametrize("seed", range(25))
def test_random_damage_never_raises(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    data = bytearray(PICTURES[chance.choice(list(PICTURES))])
    for _ in range(40):
        data[chance.randrange(20, len(data))] = chance.randrange(256)
    document = opened(tmp_path, bytes(data))
    assert document.pages or document.problems


def test_a_lost_page_keeps_its_place(tmp_path: Path) -> None:
    buffer = io.BytesIO()
    sheet().save(buffer, "TIFF", save_all=True, append_images=[sheet(), sheet()], compression="tiff_adobe_deflate")
    data = buffer.getvalue()
    third = len(data) // 3
    damaged = data[:third] + data[third : third + 200][::-1] + bytes(4000) + data[third + 4200 :]
    document = opened(tmp_path, damaged)
    lost = [page for page in document.pages if not page.image]
    assert [page.index for page in document.pages] == [0, 1, 2]
    assert len(lost) == 1
    assert [problem.page for problem in document.problems] == [lost[0].index]
    assert load_image(lost[0]).min() == 255


def test_a_refused_document_is_returned_as_it_is(tmp_path: Path) -> None:
    refused = Document(file="x", problems=(Problem(code="too_large", message="请缩小"),))
    path = tmp_path / "x"
    path.write_bytes(PICTURES["png"])
    assert open_pages(refused, path, tmp_path / "work", Limits()) is refused
    assert open_pages(refused, None, tmp_path / "work", Limits()) is refused


def test_a_file_that_takes_too_long_is_read_in_part(tmp_path: Path) -> None:
    buffer = io.BytesIO()
    sheet().save(buffer, "TIFF", save_all=True, append_images=[sheet()] * 3)
    document = opened(tmp_path, buffer.getvalue(), Limits(seconds=0))
    assert len(document.pages) == 1
    assert codes(document) == ["took_too_long"]


def test_a_fax_of_unequal_resolution_is_stretched(tmp_path: Path) -> None:
    data = saved(sheet().resize((827, 585)), "TIFF", dpi=(200, 100))
    (page,) = opened(tmp_path, data).pages
    assert page.height / page.width == pytest.approx(2 * 585 / 827, rel=0.01)


@pytest.mark.parametrize(("degrees", "corner"), [(90, (0, 1)), (180, (1, 1)), (270, (1, 0)), (450, (0, 1))])
def test_a_page_turns_on_disk(tmp_path: Path, degrees: int, corner: tuple[int, int]) -> None:
    (page,) = opened(tmp_path, PICTURES["png"]).pages
    turned = turn_page(page, degrees)
    image = load_image(turned)
    y, x = (90 if place == 0 else -90 for place in corner)
    assert image[y, x].max() < 90
    assert image.shape[:2] == (turned.height, turned.width)
    assert turned.rotation == degrees % 360
    assert turn_page(turned, 360) is turned
    assert turn_page(turned, -degrees).rotation == 0
    assert load_image(page)[90, 90].max() < 90, "the page as it was is still there"


def test_only_a_page_for_each_reader_is_kept_in_memory(tmp_path: Path) -> None:
    buffer = io.BytesIO()
    sheet().save(buffer, "TIFF", save_all=True, append_images=[sheet()] * 2)
    first, second, third = opened(tmp_path, buffer.getvalue()).pages
    assert load_image(first) is load_image(first)
    for page in (second, third):
        load_image(page)
    assert pages.picture_at.cache_info().currsize == READERS
    with pytest.raises(ValueError, match="read-only"):
        load_image(first)[0, 0] = 0


def test_resolution_is_stated_or_estimated(tmp_path: Path) -> None:
    stated = opened(tmp_path, saved(sheet(), "JPEG", dpi=(100, 100))).pages[0]
    camera = opened(tmp_path, saved(sheet(), "JPEG", dpi=(72, 72))).pages[0]
    a5 = opened(tmp_path, saved(sheet(), "JPEG", dpi=(141, 141))).pages[0]
    assert (stated.quality.dpi, camera.quality.dpi, a5.quality.dpi) == (100, 100, 141)


def test_a_blank_page_is_blank_and_a_small_seal_is_not(tmp_path: Path) -> None:
    blank = sheet(lines=0)
    stamped = sheet(lines=0)
    ImageDraw.Draw(stamped).ellipse((500, 900, 580, 980), outline=(200, 90, 90), width=3)
    assert opened(tmp_path, saved(blank, "JPEG", quality=70)).pages[0].quality.defects == ("blank",)
    assert "blank" not in opened(tmp_path, saved(stamped, "JPEG", quality=70)).pages[0].quality.defects


def spoiled(name: str) -> Pillow.Image:
    page = np.asarray(sheet((1240, 1754), lines=40)).astype(np.float32)
    chance = np.random.default_rng(0)
    if name == "dark":
        page *= 0.25
    elif name == "faint":
        page = 255 - (255 - page) * 0.12
    elif name == "noisy":
        page[chance.random(page.shape[:2]) < 0.02] = 0
    elif name == "cut_off":
        page = page[188:]
    elif name == "low_resolution":
        page = np.asarray(Pillow.fromarray(page.astype(np.uint8)).resize((500, 707))).astype(np.float32)
    elif name == "blurry":
        page = np.asarray(Pillow.fromarray(page.astype(np.uint8)).filter(ImageFilter.GaussianBlur(4))).astype(np.float32)
    elif name == "glare":
        page *= 0.75
        page[300:700, 400:800] = 255
    return Pillow.fromarray(np.clip(page, 0, 255).astype(np.uint8))


@pytest.mark.parametrize("name", ["dark", "faint", "noisy", "cut_off", "low_resolution", "blurry", "glare"])
def test_each_defect_is_named(tmp_path: Path, name: str) -> None:
    (page,) = opened(tmp_path, saved(spoiled(name), "JPEG", quality=92)).pages
    assert name in page.quality.defects


def test_a_good_page_has_no_defect(tmp_path: Path) -> None:
    (page,) = opened(tmp_path, saved(spoiled("nothing"), "JPEG", quality=85)).pages
    assert page.quality.defects == ()
    assert page.quality.sharpness > 0.4


@pytest.mark.parametrize(
    ("name", "words"),
    [("blurry", "第1页模糊，请重新扫描"), ("dark", "第1页过暗"), ("faint", "第1页字迹过浅"), ("cut_off", "第1页画面不完整")],
)
def test_the_applicant_is_told_of_each_defect_and_its_page(tmp_path: Path, name: str, words: str) -> None:
    document = opened(tmp_path, saved(spoiled(name), "JPEG", quality=92))
    told = [problem["message"] for problem in document.public()["problems"] if problem["code"] == name]
    assert len(told) == 1
    assert told[0].startswith(words)
    assert document.problems == (), "a defect alone keeps no rule from being decided"


def test_nobody_is_told_of_a_good_page(tmp_path: Path) -> None:
    assert opened(tmp_path, saved(spoiled("nothing"), "JPEG", quality=85)).public()["problems"] == []


def test_every_defect_has_its_words() -> None:
    assert set(ADVICE) == set(get_args(Defect)) == {name for name, _ in DEFECTS}
