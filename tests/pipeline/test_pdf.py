"""PDFs become pages; their own words are believed only when the picture bears them out.

The papers here are drawn with a Type 3 font whose characters are little grids of strokes: no font file is needed, and the
text layer says whatever the test wants it to say.
"""

from __future__ import annotations

import io
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Pdf
from PIL import Image as Pillow
from PIL import ImageDraw

from models.records import Box, Line
from pipeline.documents import Document
from pipeline.intake import receive
from pipeline.limits import Limits
from pipeline.pages import load_image, open_pages
from pipeline.textlayer import is_readable
from pipeline.uploads import Upload

A4 = (595, 842)
TEXT = (
    "甲方根据中华人民共和国劳动合同法的有关规定",
    "与乙方在平等自愿协商一致的基础上订立本合同",
    "合同期限自二零二三年三月一日起至二零二六年",
    "工作地点为北京经济技术开发区工作内容为电工",
)
WATERMARK = "电子营业执照"
Change = Callable[[Pdf], None]


class Paper:
    """One PDF page: strings at places in points from the upper left, in a font that maps its codes to their characters."""

    def __init__(self, *, says: Callable[[str], str] = lambda character: character, size: tuple[int, int] = A4) -> None:
        self.pdf = Pdf.new()
        self.size = size
        self.says = says
        self.codes: dict[str, int] = {}
        self.content: list[str] = []
        self.resources = Dictionary()

    def write(
        self, text: str, x: float, y: float, *, size: float = 14, mode: int = 0, grey: float = 0, pitch: float = 1.0
    ) -> Paper:
        for number, character in enumerate(text):
            if character == " ":
                continue
            code = self.codes.setdefault(character, len(self.codes) + 1)
            at = f"1 0 0 1 {x + number * size * pitch:.2f} {self.size[1] - y:.2f} Tm"
            self.content.append(f"BT /F {size} Tf {mode} Tr {grey} g {at} <{code:02X}> Tj ET")
        return self

    def draw(self, code: str) -> Paper:
        self.content.append(code)
        return self

    def picture(self, image: Pillow.Image, x: float, y: float, width: float, height: float) -> Paper:
        name = f"/I{len(self.resources)}"
        data = io.BytesIO()
        image.save(data, "JPEG", quality=85)
        stream = self.pdf.make_stream(data.getvalue())
        stream.update(
            Dictionary(
                Type=Name.XObject, Subtype=Name.Image, Width=image.width, Height=image.height, BitsPerComponent=8,
                ColorSpace=Name.DeviceRGB, Filter=Name.DCTDecode,
            )
        )  # fmt: skip
        self.resources[name] = stream
        return self.draw(f"q {width} 0 0 {height} {x} {self.size[1] - y - height} cm {name} Do Q")

    def font(self) -> Dictionary:
        strokes = "1000 0 0 0 800 900 d1 100 0 60 800 re 640 0 60 800 re 100 0 600 60 re 100 740 600 60 re 100 370 600 60 re f"
        glyphs = {f"/g{code}": self.pdf.make_stream(strokes.encode()) for code in self.codes.values()}
        rows = "\n".join(f"<{code:02X}> <{self.says(char).encode('utf-16-be').hex()}>" for char, code in self.codes.items())
        to_unicode = (
            "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def /CMapType 2 def\n"
            f"1 begincodespacerange <00> <FF> endcodespacerange\n{len(self.codes)} beginbfchar\n{rows}\nendbfchar\n"
            "endcmap CMapName currentdict /CMap defineresource pop end end"
        )
        names = [item for code in self.codes.values() for item in (code, Name(f"/g{code}"))]
        return Dictionary(
            Type=Name.Font, Subtype=Name.Type3, FontBBox=Array([0, 0, 1000, 1000]), FontMatrix=Array([0.001, 0, 0, 0.001, 0, 0]),
            FirstChar=1, LastChar=max(1, len(self.codes)), Widths=Array([1000] * max(1, len(self.codes))),
            Encoding=Dictionary(Type=Name.Encoding, Differences=Array(names)), CharProcs=Dictionary(glyphs),
            Resources=Dictionary(), ToUnicode=self.pdf.make_stream(to_unicode.encode()),
        )  # fmt: skip

    def page(self, **entries: object) -> pikepdf.Page:
        page = Dictionary(
            Type=Name.Page, MediaBox=Array([0, 0, *self.size]), Contents=self.pdf.make_stream("\n".join(self.content).encode()),
            Resources=Dictionary(Font=Dictionary(F=self.pdf.make_indirect(self.font())), XObject=self.resources), **entries,
        )  # fmt: skip
        self.pdf.pages.append(pikepdf.Page(self.pdf.make_indirect(page)))
        return self.pdf.pages[-1]

    def bytes(self, **options: object) -> bytes:
        if not len(self.pdf.pages):
            self.page()
        buffer = io.BytesIO()
        self.pdf.save(buffer, **options)
        return buffer.getvalue()


def contract(**options: object) -> Paper:
    paper = Paper(**options)  # type: ignore[arg-type]
    for number, line in enumerate(TEXT):
        paper.write(line, 80, 100 + 30 * number)
    return paper


def opened(folder: Path, data: bytes, limits: Limits | None = None) -> Document:
    limits = limits or Limits()
    path = folder / "upload.pdf"
    path.write_bytes(data)
    document = receive(Upload(file="upload.pdf", path=path, slot="labor_contract"), limits)
    return open_pages(document, path, folder / "work", limits)


def codes(document: Document) -> list[str]:
    return [problem.code for problem in document.problems]


def words(document: Document) -> list[str]:
    return [line.text for page in document.pages for line in page.words]


def scan(size: tuple[int, int]) -> Pillow.Image:
    image = Pillow.new("RGB", size, (248, 246, 240))
    draw = ImageDraw.Draw(image)
    for row in range(20):
        for column in range(30):
            x, y = (0.1 + column * 0.026) * size[0], (0.1 + row * 0.035) * size[1]
            draw.rectangle((x, y, x + 0.018 * size[0], y + 0.012 * size[1]), outline=(20, 20, 20), width=max(1, size[0] // 400))
    return image


def test_a_good_text_layer_is_taken_with_its_places(tmp_path: Path) -> None:
    (page,) = opened(tmp_path, contract().bytes()).pages
    assert page.source == "text_layer"
    assert [line.text for line in page.words] == list(TEXT)
    assert max(page.width, page.height) == pytest.approx(2339, abs=3)
    assert page.quality.dpi == 200
    image = load_image(page)
    line: Line = page.words[0]
    assert line.box.x0 == pytest.approx(80 / 595, abs=0.005)
    third = line.part(2, 3)
    assert third.centre[0] == pytest.approx((80 + 2.5 * 14) / 595, abs=0.004)
    assert ink_in(image, line.box) > 0.1
    assert ink_in(image, Box(line.box.x0, line.box.y0 - 0.05, line.box.x1, line.box.y0 - 0.03)) == 0


def ink_in(image: np.ndarray, box: Box) -> float:
    height, width = image.shape[:2]
    part = image[int(box.y0 * height) : int(box.y1 * height), int(box.x0 * width) : int(box.x1 * width)]
    return float((part.min(axis=2) < 128).mean())


def test_columns_stay_apart_and_spaced_labels_stay_together(tmp_path: Path) -> None:
    paper = contract().write("法定代表人", 80, 300, pitch=1.6).write("成立日期", 350, 300).write("ZL 2019 X", 80, 340, pitch=0.9)
    assert words(opened(tmp_path, paper.bytes()))[-3:] == ["法定代表人", "成立日期", "ZL 2019 X"]


def test_spread_labels_are_put_together_again(tmp_path: Path) -> None:
    paper = contract().write("名称", 80, 300, pitch=3).write("北京某某公司", 200, 300)
    paper.write("发明", 80, 340, pitch=2.4).write("人：某某", 80 + 4.8 * 14, 340)
    assert words(opened(tmp_path, paper.bytes()))[-3:] == ["名称", "北京某某公司", "发明人：某某"]


def test_bold_by_printing_twice_is_read_once(tmp_path: Path) -> None:
    paper = contract()
    for number, line in enumerate(TEXT):
        paper.write(line, 80.3, 100 + 30 * number)
    assert words(opened(tmp_path, paper.bytes())) == list(TEXT)


def test_kangxi_radicals_become_the_characters_they_look_like(tmp_path: Path) -> None:
    paper = contract(says=lambda character: {"工": "⼯", "一": "⼀"}.get(character, character))
    assert words(opened(tmp_path, paper.bytes())) == list(TEXT)


DISTRUSTED = {
    "replacement characters": contract(says=lambda character: "\ufffd" if character == "合" else character),
    "private use": contract(says=lambda character: "\ue123" if character == "合" else character),
    "latin for chinese": contract(says=lambda character: chr(65 + ord(character) % 50)),
    "shifted code table": contract(says=lambda character: chr(0x6C00 + ord(character) % 0x1F00)),
    "too little": Paper().write("第一页", 280, 800),
    "invisible": Paper().write("".join(TEXT), 80, 100, mode=3, size=5),
    "white on white": Paper().write("".join(TEXT), 80, 100, grey=1, size=5),
    "beside the page": Paper().write("".join(TEXT), 700, 100),
    "hidden behind a scan": contract().picture(scan((827, 1169)), 0, 0, *A4),
    "over a scan": Paper().picture(scan((827, 1169)), 0, 0, *A4).write("".join(TEXT), 80, 60, mode=3, size=6),
    "caption beside photographs": contract().picture(scan((600, 600)), 60, 300, 450, 450),
    "labels drawn as curves": Paper()
    .draw("\n".join(f"{80 + 14 * column} {500 - 20 * row} 10 10 re S" for row in range(20) for column in range(20)))
    .write("".join(TEXT), 40, 60, size=6),
}


@pytest.mark.parametrize("paper", DISTRUSTED.values(), ids=DISTRUSTED)
def test_words_that_the_picture_does_not_bear_out_are_left_to_ocr(tmp_path: Path, paper: Paper) -> None:
    (page,) = opened(tmp_path, paper.bytes()).pages
    assert page.source == "ocr"
    assert page.words == ()
    assert page.image


def test_a_font_without_a_character_table_is_left_to_ocr(tmp_path: Path) -> None:
    paper = contract()
    page = paper.page()
    del page.obj.Resources.Font.F.ToUnicode
    assert opened(tmp_path, paper.bytes()).pages[0].source == "ocr"


def test_a_seal_and_a_diagonal_watermark_do_not_spoil_the_text_layer(tmp_path: Path) -> None:
    seal = Pillow.new("RGB", (300, 300), "white")
    ImageDraw.Draw(seal).ellipse((10, 10, 290, 290), outline=(210, 30, 40), width=12)
    paper = contract().picture(seal, 380, 600, 110, 110).write("电", 90, 700)
    code = paper.codes["电"]
    paper.draw(f"BT /F 40 Tf 0.85 g 0.7 0.7 -0.7 0.7 200 300 Tm <{code:02X}{code:02X}{code:02X}> Tj ET")
    (page,) = opened(tmp_path, paper.bytes()).pages
    assert page.source == "text_layer"
    assert [line.text for line in page.words] == [*TEXT, "电"]
    assert page.colour


def test_pale_words_count_on_a_dark_band_and_nowhere_else(tmp_path: Path) -> None:
    paper = contract().picture(Pillow.new("RGB", (600, 60), (40, 90, 160)), 0, 20, A4[0], 50)
    paper.write("劳动合同", 90, 40, grey=1.0).write("劳动合同", 90, 700, grey=1.0)
    (page,) = opened(tmp_path, paper.bytes()).pages
    assert [line.text for line in page.words] == ["劳动合同", *TEXT]


def test_a_pale_watermark_that_print_stands_on_is_no_word(tmp_path: Path) -> None:
    paper = contract()
    for left in (0, 7, 14, 21):
        paper.write("劳动合同", 80 + left, 100, grey=0.9)
    (page,) = opened(tmp_path, paper.bytes()).pages
    assert [line.text for line in page.words] == list(TEXT)


def ornament(*, label: bool = False) -> Pillow.Image:
    """The ground of an electronic certificate: a frame and faint waves, and on request labels that are part of the picture."""
    ground = Pillow.new("RGB", (827, 1169), (252, 250, 244))
    draw = ImageDraw.Draw(ground)
    draw.rectangle((30, 30, 797, 1139), outline=(190, 160, 90), width=14)
    for row in range(60, 1100, 12):
        draw.line((50, row, 777, row + 4), fill=(246, 240, 226), width=1)
    for row in range(20 if label else 0):
        for column in range(8):
            x, y = 500 + column * 26, 300 + row * 36
            draw.rectangle((x, y, x + 17, y + 17), outline=(20, 20, 20), width=3)
    return ground


def over(ground: Pillow.Image) -> Paper:
    paper = Paper().picture(ground, 0, 0, *A4)
    for number, line in enumerate(TEXT):
        paper.write(line, 80, 100 + 30 * number)
    return paper


def test_print_over_an_ornamental_ground_is_taken(tmp_path: Path) -> None:
    paper = over(ornament()).write(WATERMARK, 85, 131, size=30, grey=0.85)
    (page,) = opened(tmp_path, paper.bytes()).pages
    assert [line.text for line in page.words] == list(TEXT)
    assert page.quality.dpi == 200


def test_labels_that_are_part_of_the_ground_are_not_lost(tmp_path: Path) -> None:
    assert opened(tmp_path, over(ornament(label=True)).bytes()).pages[0].source == "ocr"


def test_an_ocr_result_painted_transparent_over_a_scan_is_not_taken(tmp_path: Path) -> None:
    paper = Paper().picture(ornament(label=True), 0, 0, *A4).draw("/Clear gs")
    for row in range(10):
        paper.write(TEXT[0][:8], 360, 229 + row * 25.9, size=16, pitch=1.17)
    page = paper.page()
    page.obj.Resources.ExtGState = Dictionary(Clear=Dictionary(Type=Name.ExtGState, ca=0))
    assert opened(tmp_path, paper.bytes()).pages[0].source == "ocr"


def test_what_was_typed_into_form_fields_needs_ocr(tmp_path: Path) -> None:
    paper = contract()
    page = paper.page()
    note = Dictionary(
        Type=Name.Annot, Subtype=Name.FreeText, Rect=Array([100, 100, 300, 130]), Contents="x", DA="/Helv 12 Tf 0 g"
    )
    page.obj.Annots = Array([paper.pdf.make_indirect(note)])
    assert opened(tmp_path, paper.bytes()).pages[0].source == "ocr"


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
@pytest.mark.parametrize("crop", [None, (40, 300, 560, 800)])
def test_rotated_and_cropped_pages_have_words_where_the_picture_has_them_or_none(
    tmp_path: Path, turn: int, crop: tuple[int, int, int, int] | None
) -> None:
    paper = contract()
    page = paper.page(Rotate=turn)
    if crop:
        page.obj.CropBox = Array(crop)
    (found,) = opened(tmp_path, paper.bytes()).pages
    image = load_image(found)
    width, height = (520, 500) if crop else A4
    assert image.shape[1] / image.shape[0] == pytest.approx(width / height if turn % 180 == 0 else height / width, rel=0.01)
    assert all(ink_in(image, line.box) > 0.05 for line in found.words)
    assert (found.source == "text_layer") == (turn == 0)


def test_a_media_box_away_from_the_origin_keeps_words_in_place(tmp_path: Path) -> None:
    paper = contract()
    page = paper.page()
    page.obj.MediaBox = Array([30, 50, 595, 842])
    (found,) = opened(tmp_path, paper.bytes()).pages
    assert found.source == "text_layer"
    assert found.words[0].box.x0 == pytest.approx(50 / 565, abs=0.006)


def test_a_scan_is_rendered_as_fine_as_it_was_scanned(tmp_path: Path) -> None:
    sizes = {dpi: (round(8.27 * dpi), round(11.69 * dpi)) for dpi in (100, 240, 600)}
    found = {dpi: opened(tmp_path, Paper().picture(scan(size), 0, 0, *A4).bytes()).pages[0] for dpi, size in sizes.items()}
    assert found[100].quality.dpi == pytest.approx(100, abs=2)
    assert found[240].quality.dpi == pytest.approx(240, abs=3)
    assert found[240].height == pytest.approx(2806, rel=0.01)
    assert found[600].height == pytest.approx(3200, rel=0.01)


@pytest.mark.parametrize("size", [(14_400, 14_400), (20, 28), (100, 14_000), (595, 842)])
def test_page_boxes_of_any_size_give_pictures_of_a_useful_size(tmp_path: Path, size: tuple[int, int]) -> None:
    (page,) = opened(tmp_path, Paper(size=size).draw(f"{size[0] // 4} {size[1] // 4} 5 5 re f").bytes()).pages
    assert max(page.width, page.height) >= 1_300
    assert page.width * page.height <= 3200 * 2263 * 1.02


LOCKED = pikepdf.Encryption(owner="geheim", user="geheim")
OPEN_TO_READ = pikepdf.Encryption(owner="geheim", user="")


def test_a_pdf_with_a_password_is_a_problem(tmp_path: Path) -> None:
    document = opened(tmp_path, contract().bytes(encryption=LOCKED))
    assert codes(document) == ["encrypted_pdf"]
    assert document.pages == ()
    assert "密码" in document.problems[0].message


def test_a_pdf_that_only_forbids_printing_is_read(tmp_path: Path) -> None:
    document = opened(tmp_path, contract().bytes(encryption=OPEN_TO_READ))
    assert codes(document) == []
    assert words(document) == list(TEXT)


def with_script(pdf: Pdf) -> None:
    script = pdf.make_indirect(Dictionary(S=Name.JavaScript, JS="app.alert(1)"))
    pdf.Root.Names = Dictionary(JavaScript=Dictionary(Names=Array(["a", script])))
    pdf.Root.OpenAction = script


def with_attachment(pdf: Pdf) -> None:
    pdf.attachments["材料.txt"] = b"hello"


@pytest.mark.parametrize("change", [with_script, with_attachment])
def test_scripts_and_attachments_are_named_and_the_page_is_read_all_the_same(tmp_path: Path, change: Change) -> None:
    paper = contract()
    paper.page()
    change(paper.pdf)
    document = opened(tmp_path, paper.bytes())
    assert codes(document) == ["active_content"]
    assert words(document) == list(TEXT)


def test_three_thousand_pages_are_read_as_far_as_allowed_and_soon(tmp_path: Path) -> None:
    paper = Paper().draw("100 100 50 50 re f")
    first = paper.page()
    for _ in range(2_999):
        paper.pdf.pages.append(first)
    began = time.monotonic()
    document = opened(tmp_path, paper.bytes(), Limits(pages=4))
    assert [page.index for page in document.pages] == [0, 1, 2, 3]
    assert codes(document) == ["too_many_pages"]
    assert time.monotonic() - began < 30


BROKEN = {
    "only a header": (b"%PDF-1.7\n", ["broken_file"]),
    "noise behind a header": (b"%PDF-1.4\n" + bytes(range(256)) * 40, ["broken_file"]),
    "a text that is none": (b"%PDF-1.4\n1 0 obj <</Type/Catalog>> endobj\n%%EOF", ["broken_file"]),
}


@pytest.mark.parametrize(("data", "expected"), BROKEN.values(), ids=BROKEN)
def test_a_damaged_pdf_is_a_problem(tmp_path: Path, data: bytes, expected: list[str]) -> None:
    document = opened(tmp_path, data)
    assert codes(document) == expected
    assert document.pages == ()


def test_a_pdf_cut_short_says_so_whatever_can_still_be_read(tmp_path: Path) -> None:
    data = contract().bytes()
    document = opened(tmp_path, data[: len(data) * 2 // 3])
    assert {"truncated_file", "broken_file"} & set(codes(document))


def test_a_broken_page_keeps_its_place(tmp_path: Path) -> None:
    paper = contract()
    for _ in range(3):
        paper.page()
    paper.pdf.pages[1].obj.MediaBox = Array([0, 0, 0, 0])
    del paper.pdf.pages[1].obj["/Contents"]
    document = opened(tmp_path, paper.bytes())
    assert [page.index for page in document.pages] == [0, 1, 2]
    assert [page.source for page in document.pages] == ["text_layer", "ocr", "text_layer"]


@pytest.mark.parametrize("seed", range(20))
def test_random_damage_never_raises(tmp_path: Path, seed: int) -> None:
    chance = np.random.default_rng(seed)
    data = bytearray(contract().bytes(compress_streams=False, object_stream_mode=pikepdf.ObjectStreamMode.disable))
    for place in chance.integers(10, len(data), 60):
        data[place] = int(chance.integers(32, 126))
    document = opened(tmp_path, bytes(data))
    assert document.pages or document.problems


READABLE = {
    "".join(TEXT): True,
    "北京某某科技有限公司，统一社会信用代码：91110302MA0000000X": True,
    "labour contract between the parties hereto": False,
    "甲方(cid:12)与乙方在平等自愿协商一致的基础上订立本合同": False,
    "短": False,
}


@pytest.mark.parametrize(("text", "expected"), READABLE.items())
def test_readable_print_is_told_from_font_leavings(text: str, expected: bool) -> None:
    assert is_readable(text) is expected
