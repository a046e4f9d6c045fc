"""What a file says of its making, from its own tags to the check: programs that change pictures, and where a camera stood."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some
from PIL import Image as Pillow
from PIL.PngImagePlugin import PngInfo
from PIL.TiffImagePlugin import IFDRational

from pipeline.documents import Document, Origin
from pipeline.intake import receive
from pipeline.limits import Limits
from pipeline.pages import open_pages, origin_of
from pipeline.pictures import standpoint
from pipeline.uploads import Upload
from tests.pipeline.checks.dossiers import answers, clean_papers, judged, with_parts
from tests.pipeline.test_pdf import contract

SOFTWARE, GPS = 0x0131, 0x8825
YIZHUANG = ("N", (39, 47, 42), "E", (116, 30, 21.6))
SHANGHAI = ("N", (31, 13, 48), "E", (121, 28, 12))


def photo(folder: Path, *, software: str | None = None, place: Any = None, name: str = "photo.jpg") -> Path:
    """A picture with these tags, as a camera or a program leaves them."""
    picture, tags = Pillow.new("RGB", (800, 600), "white"), Pillow.Exif()
    if software:
        tags[SOFTWARE] = software
    if place:
        north, latitude, east, longitude = place
        tags[GPS] = {1: north, 2: _angle(latitude), 3: east, 4: _angle(longitude)}
    picture.save(folder / name, exif=tags)
    return folder / name


def _angle(parts: Any) -> tuple[IFDRational, ...]:
    return tuple(IFDRational(Fraction(part).limit_denominator(1000)) for part in parts)


def printed(folder: Path, **told: str) -> Path:
    """A PDF whose information names the programs that made it."""
    paper = contract()
    for key, value in told.items():
        paper.pdf.docinfo[f"/{key}"] = value
    (folder / "paper.pdf").write_bytes(paper.bytes())
    return folder / "paper.pdf"


def opened(path: Path, slot: str) -> Document:
    limits = Limits()
    upload = receive(Upload(file=path.name, path=path, slot=slot), limits)
    return open_pages(upload, path, path.parent / "work", limits)


def edited(path: Path) -> list[str]:
    papers = with_parts(clean_papers(), "award_certificate", origin=opened(path, "award_certificate").origin)
    return answers(judged(papers), "authenticity.edited_file", "award_certificate")


PICTURES = [("Adobe Photoshop 25.0 (Windows)", "flag:info"), ("EPSON Scan 2", "pass"), (None, "not_applicable")]


@pytest.mark.parametrize(("software", "answer"), PICTURES)
def test_the_program_in_a_pictures_tags_reaches_the_check(tmp_path: Path, software: str | None, answer: str) -> None:
    assert edited(photo(tmp_path, software=software)) == [answer]


def test_a_png_names_its_program_in_a_text_of_its_own(tmp_path: Path) -> None:
    info = PngInfo()
    info.add_text("Software", "GIMP 2.10")
    Pillow.new("RGB", (800, 600), "white").save(tmp_path / "a.png", pnginfo=info)
    assert edited(tmp_path / "a.png") == ["flag:info"]


PDFS = [
    ({"Producer": "Adobe Photoshop for Windows -- Image Conversion Plug-in"}, "flag:info"),
    ({"Creator": "CorelDRAW 2021", "Producer": "Corel PDF Engine"}, "flag:info"),
    ({"Creator": "Canon iR-ADV C3530", "Producer": "Adobe PSL 1.3e for Canon"}, "pass"),
    ({"Creator": "WPS 文字", "Producer": ""}, "pass"),
    ({}, "not_applicable"),
]


@pytest.mark.parametrize(("told", "answer"), PDFS)
def test_the_program_that_a_pdf_names_reaches_the_check(tmp_path: Path, told: dict[str, str], answer: str) -> None:
    assert edited(printed(tmp_path, **told)) == [answer]


PLACES = [(YIZHUANG, "pass"), (SHANGHAI, "flag:info"), (None, "not_applicable")]


@pytest.mark.parametrize(("place", "answer"), PLACES)
def test_where_a_camera_stood_reaches_the_check(tmp_path: Path, place: Any, answer: str) -> None:
    path = photo(tmp_path, place=place)
    papers = with_parts(clean_papers(), "site_photos", origin=opened(path, "site_photos").origin)
    assert answers(judged(papers), "authenticity.taken_elsewhere") == [answer]


NOWHERE: list[dict[int, Any]] = [
    {},
    {1: "N", 2: (0, 0, 0), 3: "E", 4: (0, 0, 0)},
    {1: "N", 2: (91, 0, 0), 3: "E", 4: (116, 0, 0)},
    {1: "N", 2: (39, 47), 3: "E", 4: (116, 30, 0)},
    {1: "N", 2: ("?", 0, 0), 3: "E", 4: (116, 0, 0)},
    {1: "N", 2: (IFDRational(39, 0), 0, 0), 3: "E", 4: (116, 0, 0)},
    {1: "N", 2: 39.79, 3: "E", 4: 116.5},
    {1: b"N", 2: (39, 0, 0), 3: "E", 4: (116, 0, 0)},
]


@pytest.mark.parametrize("tags", NOWHERE)
def test_tags_that_make_no_place_on_earth_say_nothing(tags: dict[int, Any]) -> None:
    assert standpoint(tags) is None


@given(some.floats(-90, 90), some.floats(-180, 180))
def test_every_place_comes_back_from_its_tags(latitude: float, longitude: float) -> None:
    tags = {1: "S" if latitude < 0 else "N", 2: _parts(latitude), 3: "W" if longitude < 0 else "E", 4: _parts(longitude)}
    found = standpoint(tags)
    if found is None:
        assert abs(latitude) < 1e-6 and abs(longitude) < 1e-6
    else:
        assert (found.latitude, found.longitude) == pytest.approx((latitude, longitude), abs=1e-6)


def _parts(angle: float) -> tuple[float, float, float]:
    minutes = abs(angle) % 1 * 60
    return int(abs(angle)), int(minutes), minutes % 1 * 60


def test_a_file_that_cannot_be_opened_says_nothing_of_its_making(tmp_path: Path) -> None:
    for name, start in (("a.jpg", b"\xff\xd8\xff\xe0"), ("a.pdf", b"%PDF-1.7\n")):
        (tmp_path / name).write_bytes(start + bytes(200))
        assert origin_of(tmp_path / name) is None


def test_long_tales_are_cut_short(tmp_path: Path) -> None:
    origin = origin_of(photo(tmp_path, software="x" * 5000))
    assert origin == Origin(software="x" * 200)
