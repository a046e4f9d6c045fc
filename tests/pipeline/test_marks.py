"""Marks of a document: its seals, its signatures, and places that are surely empty, from pictures on disk."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

import cv2
import numpy as np
import pytest
import segno

from models.ocr import Image, Quad, Reading, no_reading
from models.records import Box, Line, Seal
from models.signatures import State
from pipeline.documents import Defect, Document, Page, Quality
from pipeline.marks import doubted, find_marks, organisations, short_names
from pipeline.signing import signing_places

WIDTH, HEIGHT = 1240, 1754
ROW = 30 / HEIGHT


class Blind:
    """An engine that finds and reads nothing: these tests are about places, not about words on seals."""

    name = "blind"

    def find(self, image: Image) -> list[Quad]:  # noqa: ARG002
        return []

    def read(self, strips: Sequence[Image]) -> list[Reading]:
        return [no_reading() for _ in strips]


def line(text: str, x: float, y: float, *, confidence: float = 0.99) -> Line:
    """A printed line of 30 pixels' height whose characters are as wide as high."""
    width = 30 * len(text) / WIDTH
    return Line(text=text, confidence=confidence, box=Box(x, y, x + width, y + ROW))


def scrawl(image: Image, x: float, y: float) -> None:
    """Pen strokes that begin at the fractions x, y."""
    left, top = int(x * WIDTH), int(y * HEIGHT)
    for offset in (0, 40, 75):
        points = np.array([[0, 40], [12, -6], [22, 38], [30, 8], [38, 40]]) + np.array([left + offset, top])
        cv2.polylines(image, [points], isClosed=False, color=(60, 40, 30), thickness=3, lineType=cv2.LINE_AA)


def low_scrawl(image: Image, x: float, y: float) -> None:
    """Pen strokes no higher than a line of print."""
    left, top = int(x * WIDTH), int(y * HEIGHT)
    points = np.array([[0, 20], [15, 0], [25, 24], [40, 2], [52, 22], [75, 4]]) + np.array([left, top])
    cv2.polylines(image, [points], isClosed=False, color=(30, 30, 30), thickness=4, lineType=cv2.LINE_AA)


def document(tmp_path: Path, image: Image, lines: Sequence[Line], *, defects: tuple[Defect, ...] = ()) -> Document:
    place = tmp_path / "page.png"
    cv2.imwrite(str(place), image)
    quality = Quality(sharpness=0.8, dpi=150, defects=defects)
    page = Page(index=0, width=WIDTH, height=HEIGHT, quality=quality, image=str(place), lines=tuple(lines))
    return Document(file="paper.pdf", pages=(page,))


@pytest.fixture
def sheet() -> Image:
    return np.full((HEIGHT, WIDTH, 3), 250, dtype=np.uint8)


LABELS = [line("法定代表人（签字）：", 0.5, 0.70), line("2026年1月12日", 0.5, 0.80)]


def signature_state(document: Document, labels: str) -> State | None:
    """How the places whose label matches ``labels`` stand: signed if any is, empty if all surely are, else unclear; ``None``
    when the paper has no such label."""
    states = [one.state for one in document.signature_places if re.search(labels, re.sub(r"\s", "", one.near))]
    if not states:
        return None
    if "signed" in states:
        return "signed"
    return "empty" if all(state == "empty" for state in states) else "unclear"


def test_a_hand_beside_the_label_is_a_signature(tmp_path: Path, sheet: Image) -> None:
    scrawl(sheet, 0.76, 0.695)
    marked = find_marks(document(tmp_path, sheet, LABELS), Blind())
    assert [(one.near, one.page) for one in marked.signatures] == [("法定代表人（签字）", 0)]
    assert marked.signatures[0].box.x0 == pytest.approx(0.76, abs=0.01)
    assert signature_state(marked, "法定代表人") == "signed"


def test_a_signature_read_along_with_the_labels_colon_is_no_print(tmp_path: Path, sheet: Image) -> None:
    scrawl(sheet, 0.42, 0.50)
    lines = [line("法定代表人（签字）", 0.1, 0.5), line("：唐春浩", 0.40, 0.5, confidence=0.89)]
    assert signature_state(find_marks(document(tmp_path, sheet, lines), Blind()), "法定代表人") == "signed"


def test_a_place_left_free_is_empty_and_its_absence_is_not(tmp_path: Path, sheet: Image) -> None:
    marked = find_marks(document(tmp_path, sheet, LABELS), Blind())
    assert marked.signatures == ()
    assert signature_state(marked, "法定代表人") == "empty"
    assert signature_state(marked, "乙方") is None


@pytest.mark.parametrize("defect", ["blurry", "faint", "glare"])
def test_a_bad_scan_leaves_no_place_surely_empty(tmp_path: Path, sheet: Image, defect: Defect) -> None:
    marked = find_marks(document(tmp_path, sheet, LABELS, defects=(defect,)), Blind())
    assert signature_state(marked, "法定代表人") == "unclear"


def test_each_party_signs_for_itself(tmp_path: Path, sheet: Image) -> None:
    lines = [line("甲方（签字）：", 0.1, 0.7), line("乙方（签字）：", 0.55, 0.7), line("年  月  日", 0.1, 0.78)]
    scrawl(sheet, 0.74, 0.695)
    marked = find_marks(document(tmp_path, sheet, lines), Blind())
    assert signature_state(marked, "乙方") == "signed"
    assert signature_state(marked, "甲方") == "empty"


def test_two_labels_read_as_one_line_are_two_places(tmp_path: Path, sheet: Image) -> None:
    lines = [line("甲方（签字）：          乙方（签字）：", 0.05, 0.7)]
    scrawl(sheet, 0.67, 0.695)
    marked = find_marks(document(tmp_path, sheet, lines), Blind())
    assert [(one.near, one.state) for one in marked.signature_places] == [("甲方（签字）", "empty"), ("乙方（签字）", "signed")]


def test_a_typed_name_is_neither_a_signature_nor_an_accusation(tmp_path: Path, sheet: Image) -> None:
    typed = line("李建国", 0.76, 0.70)
    left, top = int(typed.box.x0 * WIDTH), int(typed.box.y0 * HEIGHT)
    for i in range(3):
        cv2.rectangle(sheet, (left + 30 * i + 3, top + 3), (left + 30 * i + 26, top + 27), (20, 20, 20), 2)
    marked = find_marks(document(tmp_path, sheet, [*LABELS, typed]), Blind())
    assert signature_state(marked, "法定代表人") == "unclear"


def test_a_signature_below_a_label_at_the_edge_counts(tmp_path: Path, sheet: Image) -> None:
    lines = [line("委托代理人（签字）", 0.76, 0.7)]
    scrawl(sheet, 0.8, 0.728)
    marked = find_marks(document(tmp_path, sheet, lines), Blind())
    assert signature_state(marked, "委托代理人") == "signed"


def test_a_signature_some_lines_below_its_label_counts(tmp_path: Path, sheet: Image) -> None:
    scrawl(sheet, 0.59, 0.64 + 3.6 * ROW)
    lines = [line("乙方（签字或盖章）", 0.57, 0.64), line("2025年3月15日", 0.57, 0.64 + 10 * ROW)]
    document_ = find_marks(document(tmp_path, sheet, lines), Blind())
    assert [signature.near for signature in document_.signatures] == ["乙方（签字或盖章）"]


def test_a_signature_at_the_foot_of_a_tall_cell_counts(tmp_path: Path, sheet: Image) -> None:
    label, date = line("乙方（签名）", 0.55, 0.50), line("日期：2024年4月30日", 0.55, 0.72)
    scrawl(sheet, 0.60, 0.66)
    assert [(one.near, one.state) for one in find_marks(document(tmp_path, sheet, [label, date]), Blind()).signature_places] == [
        ("乙方（签名）", "signed")
    ]


def test_a_name_typed_far_below_a_label_is_no_reason_to_accuse(tmp_path: Path, sheet: Image) -> None:
    label, name = line("乙方（签名）", 0.55, 0.50), line("李小明", 0.60, 0.62)
    left, top, right, bottom = (int(side * size) for side, size in zip(name.box, (WIDTH, HEIGHT) * 2, strict=True))
    sheet[top + 6 : bottom - 6, left:right:8] = 30
    (place,) = find_marks(document(tmp_path, sheet, [label, name]), Blind()).signature_places
    assert place.state == "unclear"


def test_a_signature_below_its_label_and_aside_counts_for_that_label_alone(tmp_path: Path, sheet: Image) -> None:
    lines = [line("甲方（签字）：", 0.1, 0.64), line("乙方（签字）：", 0.57, 0.64), line("2025年3月15日", 0.1, 0.64 + 10 * ROW)]
    scrawl(sheet, lines[1].box.x1 + 0.02, 0.64 + 3 * ROW)
    document_ = find_marks(document(tmp_path, sheet, lines), Blind())
    assert [signature.near for signature in document_.signatures] == ["乙方（签字）"]


def test_print_aside_of_a_signature_below_its_label_hides_it_not(tmp_path: Path, sheet: Image) -> None:
    label = line("乙方（签字）：", 0.3, 0.64)
    scrawl(sheet, 0.31, 0.64 + 3.4 * ROW)
    document_ = find_marks(document(tmp_path, sheet, [label, line("联系电话：", label.box.x1 + 0.02, 0.64 + 2 * ROW)]), Blind())
    assert [signature.near for signature in document_.signatures] == ["乙方（签字）"]


def test_a_representative_whose_colon_was_written_over_signs_too(tmp_path: Path, sheet: Image) -> None:
    scrawl(sheet, 0.36, 0.76)
    for label in ("法定代表人或授权代表", "法定代表人或授权代理人"):
        document_ = find_marks(document(tmp_path, sheet, [line(label, 0.1, 0.76)]), Blind())
        assert [signature.near for signature in document_.signatures] == [label]


def test_the_colon_read_behind_a_label_is_no_typed_name(tmp_path: Path, sheet: Image) -> None:
    low_scrawl(sheet, 0.36, 0.762)
    label = line("法定代表人（签字）：", 0.1, 0.76)
    centres = tuple((index + 0.5) / 15 for index in range(10))
    read_along = label.model_copy(update={"box": label.box._replace(x1=0.1 + 15 * 30 / WIDTH), "centres": centres})
    document_ = find_marks(document(tmp_path, sheet, [read_along]), Blind())
    assert [signature.near for signature in document_.signatures] == ["法定代表人（签字）"]


def test_electronic_signatures_are_asked_for_by_name(tmp_path: Path, sheet: Image) -> None:
    lines = [line("甲方（电子签章）：", 0.1, 0.7), line("乙方（电子签名）：", 0.55, 0.7)]
    scrawl(sheet, 0.6, 0.728)
    marked = find_marks(document(tmp_path, sheet, lines), Blind())
    assert [one.near for one in marked.signatures] == ["乙方（电子签名）"]


def test_a_name_stamp_signs_too(tmp_path: Path, sheet: Image) -> None:
    x, y, side = int(0.8 * WIDTH), int(0.70 * HEIGHT), 90
    cv2.rectangle(sheet, (x - side // 2, y - side // 2), (x + side // 2, y + side // 2), (40, 30, 210), 6)
    for dx in (-20, 20):
        for dy in (-20, 20):
            for step in (-9, 0, 9):
                cv2.line(sheet, (x + dx - 13, y + dy + step), (x + dx + 13, y + dy + step), (40, 30, 210), 3)
            cv2.line(sheet, (x + dx, y + dy - 13), (x + dx, y + dy + 13), (40, 30, 210), 3)
    marked = find_marks(document(tmp_path, sheet, LABELS), Blind())
    assert [seal.shape for seal in marked.seals] == ["square"]
    assert signature_state(marked, "法定代表人") == "signed"


def test_places_to_sign_stay_inside(tmp_path: Path, sheet: Image) -> None:
    marked = find_marks(document(tmp_path, sheet, LABELS), Blind())
    assert marked.signature_places
    assert "signature_places" not in marked.public()


@pytest.mark.parametrize(
    ("text", "near"),
    [
        ("法定代表人（签字）：", ["法定代表人（签字）"]),
        ("法定代表人或委托代理人（签字或盖章）：", ["法定代表人或委托代理人（签字或盖章）"]),
        ("乙方（劳动者）签名：王小明", ["乙方（劳动者）签名"]),
        ("乙方签字：", ["乙方签字"]),
        ("法定代表人（签字", ["法定代表人（签字"]),
        ("承诺人：", ["承诺人"]),
        ("签名：", ["签名"]),
        ("本合同经甲乙双方签字盖章后生效", []),
        ("第三条 双方签字之日起生效。", []),
        ("单位（公章）：", []),
        ("甲方（用人单位）：北京宏图机械制造有限公司", []),
        ("姓名：王小明", []),
        ("法定代表人或授权代表：", ["法定代表人或授权代表"]),
        ("乙方：", ["乙方"]),
        ("乙方：王小明", []),
        ("负责人签名（盖章）：", ["负责人签名（盖章）"]),
        ("受聘人（签字处）", ["受聘人（签字处）"]),
        ("乙方签字Signature of Party B", ["乙方签字"]),
        ("授权代表 Authorized Representative", ["授权代表"]),
        ("乙方：（签字）王小明", ["乙方：（签字）"]),
        ("联系方式：（签字）", []),
    ],
)
def test_labels_ask_for_signatures_and_prose_does_not(text: str, near: list[str]) -> None:
    assert [place.near for place in signing_places([line(text, 0.1, 0.5)])] == near


def test_parties_named_at_the_head_of_a_page_do_not_sign_there() -> None:
    assert signing_places([line("乙方：", 0.1, 0.2)]) == []
    places = signing_places([line("乙方：", 0.1, 0.6), line("甲方（签字）：", 0.6, 0.6)])
    assert [place.near for place in places] == ["乙方", "甲方（签字）"]


@pytest.mark.parametrize(
    ("text", "height", "near"),
    [
        ("乙方签字王小明", 0.05, ["乙方签字"]),
        ("乙方签字王小明", 0.02, []),
        ("授权签字人 Authorized Signatory王小明", 0.05, ["授权签字人"]),
    ],
    ids=["by hand", "in print", "behind English"],
)
def test_a_label_whose_colon_was_written_over_asks_for_a_signature_too(text: str, height: float, near: list[str]) -> None:
    written = Line(text=text, confidence=0.99, box=Box(0.1, 0.5, 0.1 + 0.02 * len(text), 0.5 + height))
    assert [place.near for place in signing_places([written])] == near


def test_a_label_on_its_own_takes_the_words_above() -> None:
    lines = [line("法定代表人（主要负责人）", 0.1, 0.50), line("（签字或盖章）：", 0.1, 0.524)]
    assert [place.near for place in signing_places(lines)] == ["法定代表人（主要负责人）（签字或盖章）"]


@pytest.mark.parametrize(
    ("above", "below", "near"),
    [
        ("法定代表人（主要负责人）或委托代", "理人（签字或盖章）", ["法定代表人（主要负责人）或委托代理人（签字或盖章）"]),
        ("法定代表人或授权", "代理人（签字）：", ["法定代表人或授权代理人（签字）"]),
        ("法定代表人", "或委托代理人（签字）：", ["法定代表人或委托代理人（签字）"]),
        ("法定代表人或委托", "代理人（签字）：", ["法定代表人或委托代理人（签字）"]),
        ("甲方", "乙方（签字）：", ["乙方（签字）"]),
        ("甲方（盖章）：", "乙方（签字）：", ["乙方（签字）"]),
        ("本合同一式两份，由甲方和乙方签", "字盖章后生效。", []),
    ],
)
def test_a_label_may_go_on_in_the_next_line(above: str, below: str, near: list[str]) -> None:
    lines = [line(above, 0.1, 0.50), line(below, 0.1, 0.524)]
    assert [place.near for place in signing_places(lines)] == near


def test_a_wrapped_label_is_signed_behind_its_last_line(tmp_path: Path, sheet: Image) -> None:
    lines = [line("法定代表人（主要负责人）或委托代", 0.1, 0.70), line("理人（签字或盖章）", 0.1, 0.722)]
    scrawl(sheet, 0.36, 0.72)
    assert signature_state(find_marks(document(tmp_path, sheet, lines), Blind()), "法定代表人") == "signed"


@pytest.mark.parametrize(("x", "near"), [(0.24, ["局长"]), (0.14, []), (0.7, [])])
def test_the_head_of_the_patent_office_signs_beside_his_printed_name(
    x: float, near: list[str], tmp_path: Path, sheet: Image
) -> None:
    lines = [line("局长", 0.14, 0.83), line("申长雨", 0.14, 0.853)]
    scrawl(sheet, x, 0.84)
    assert [one.near for one in find_marks(document(tmp_path, sheet, lines), Blind()).signatures] == near


def test_a_printed_name_behind_a_label_of_a_form_is_no_signature(tmp_path: Path, sheet: Image) -> None:
    blurred = line("法定代表人（单位负责人）：武怡", 0.1, 0.7, confidence=0.8)
    left, top = int(blurred.box.x0 * WIDTH), int(blurred.box.y0 * HEIGHT)
    for i in (13, 14):
        cv2.rectangle(sheet, (left + 30 * i + 3, top + 3), (left + 30 * i + 26, top + 27), (150, 60, 40), 3)
    assert signature_state(find_marks(document(tmp_path, sheet, [blurred]), Blind()), "法定代表人") == "unclear"
    assert signing_places([line("法定代表人（单位负责人）：武怡", 0.1, 0.4)]) == []


def test_a_name_typed_into_the_place_is_no_reason_to_accuse(tmp_path: Path, sheet: Image) -> None:
    paper = document(tmp_path, sheet, [line("乙方（签字）：王小明", 0.5, 0.7)])
    electronic = paper.pages[0].model_copy(update={"source": "text_layer"})
    for page in (paper.pages[0], electronic):
        assert signature_state(find_marks(paper.model_copy(update={"pages": (page,)}), Blind()), "乙方") == "unclear"


def test_a_bracket_that_a_seal_tore_off_still_belongs_to_the_label() -> None:
    whole, torn = (signing_places([line(text, 0.1, 0.5)])[0] for text in ("法定代表人（签字）", "法定代表人（签字"))
    assert torn.beside.x0 > whole.beside.x0


def test_a_code_on_the_page_is_a_mark_of_the_document(tmp_path: Path, sheet: Image) -> None:
    matrix = np.array([list(row) for row in segno.make("http://jndj.osta.org.cn/x", micro=False).matrix], dtype=np.uint8)
    sheet[1400:1590, 100:290] = cv2.resize((1 - np.pad(matrix, 4)) * 250, (190, 190), interpolation=cv2.INTER_NEAREST)[..., None]
    assert [code.text for code in find_marks(document(tmp_path, sheet, []), Blind()).codes] == ["http://jndj.osta.org.cn/x"]


def test_what_was_not_read_behind_a_label_in_its_line_is_no_part_of_the_label() -> None:
    text = "法定代表人（签字"
    centres = tuple(0.04 + 0.07 * place for place in range(len(text)))
    read_with_ink = Line(text=text, confidence=0.98, box=Box(0.1, 0.5, 0.6, 0.53), centres=centres)
    assert signing_places([read_with_ink])[0].beside.x0 < 0.46


@pytest.mark.parametrize(
    ("defects", "trusted"), [((), True), (("glare",), True), (("noisy",), False), (("faint", "dark"), False)]
)
def test_a_name_on_a_ring_is_not_trusted_where_a_defect_hides_print(
    defects: tuple[Defect, ...], trusted: bool, tmp_path: Path, sheet: Image
) -> None:
    page = document(tmp_path, sheet, [], defects=defects).pages[0]
    seal = Seal(page=0, box=Box(0.6, 0.6, 0.8, 0.8), shape="round", colour="red", name="北京凌溯有限公司", confidence=0.99)
    assert (doubted(seal, page).confidence >= 0.75) == trusted


def test_a_seal_across_the_seam_is_recorded_once_and_is_no_seal_of_any_page(tmp_path: Path, sheet: Image) -> None:
    first, second = sheet, sheet.copy()
    for image, x in ((first, WIDTH), (second, 0)):
        cv2.circle(image, (x, 800), 118, (40, 30, 210), 5, cv2.LINE_AA)
    pages = [document(tmp_path / name, image, []).pages[0] for name, image in folders(tmp_path, first, second)]
    paper = Document(file="paper.pdf", pages=tuple(page.model_copy(update={"index": i}) for i, page in enumerate(pages)))
    marked = find_marks(paper, Blind())
    assert [[(piece.page, piece.edge) for piece in seal.pieces] for seal in marked.seam_seals] == [[(0, "right"), (1, "left")]]
    assert marked.seals == ()
    assert marked.public()["seam_seals"][0]["colour"] == "red"


def folders(tmp_path: Path, *images: Image) -> list[tuple[str, Image]]:
    """Each picture with the name of a new folder of its own."""
    for number in range(len(images)):
        (tmp_path / str(number)).mkdir()
    return [(str(number), image) for number, image in enumerate(images)]


def test_red_ink_of_a_seals_size_that_no_seal_explains_is_remembered(tmp_path: Path, sheet: Image) -> None:
    cv2.rectangle(sheet, (700, 1300), (950, 1550), (40, 30, 210), 6)
    cv2.line(sheet, (700, 1300), (950, 1550), (40, 30, 210), 6)
    paper = document(tmp_path, sheet, [])
    assert find_marks(paper, Blind()).unread_stamps == (0,)
    assert "unread_stamps" not in find_marks(paper, Blind()).public()


def test_a_long_name_signed_beside_the_label_leaves_no_empty_place(tmp_path: Path, sheet: Image) -> None:
    lines = [line("乙方（签字）：", 0.5, 0.70), line("艾力·吐尔逊", 0.66, 0.70), line("2026年1月12日", 0.5, 0.80)]
    scrawl(sheet, 0.67, 0.695)
    assert signature_state(find_marks(document(tmp_path, sheet, lines), Blind()), "乙方") != "empty"


def test_names_of_people_are_found_between_signs_and_behind_labels() -> None:
    found = short_names(["法定代表人：李国庆", "法定代表人王小明", "负责人 李 明", "甲方委托欧阳建华先生办理本合同一切事宜"])
    assert {"李国庆", "王小明"} <= set(found)
    assert not any("先生" in name or "办理" in name for name in found)


def test_names_of_organisations_are_found_after_labels_within_sentences_and_across_lines() -> None:
    found = organisations(
        [
            "甲方（用人单位）：北京宏图机械制造有限公司",
            "兹证明张三系北京锐进科技中心员工",
            "中华人民共和国",
            "人力资源和社会保障部",
        ]
    )
    assert {"北京宏图机械制造有限公司", "北京锐进科技中心", "中华人民共和国人力资源和社会保障部"} <= set(found)


@pytest.mark.parametrize(
    ("first", "rows", "near"),
    [
        ("法定代表人：", 1, ["法定代表人", "乙方（签字）"]),
        ("法定代表人或授权代表：吴秋菊", 2, ["法定代表人或授权代表", "乙方（签字）"]),
        ("法定代表人或授权代表：吴秋菊", 1, ["乙方（签字）"]),
    ],
)
def test_whoever_signs_for_the_other_party_signs_near_a_label_that_asks_for_it(first: str, rows: int, near: list[str]) -> None:
    above = line(first, 0.5, 0.26)
    higher = above.model_copy(update={"box": above.box._replace(y1=above.box.y0 + rows * above.box.height)})
    assert [place.near for place in signing_places([higher, line("乙方（签字）：", 0.5, 0.34)])] == near


def test_a_name_high_on_a_page_where_nobody_is_asked_to_sign_is_no_signature() -> None:
    above = line("法定代表人：吴秋菊", 0.5, 0.26)
    assert signing_places([above.model_copy(update={"box": above.box._replace(y1=above.box.y0 + 2 * above.box.height)})]) == []


def test_a_label_is_known_though_a_seal_hid_one_of_its_characters() -> None:
    assert [place.near for place in signing_places([line("法定代表人（签或盖章）", 0.5, 0.7)])] == ["法定代表人（签或盖章）"]
