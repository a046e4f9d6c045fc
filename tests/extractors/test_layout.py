"""Labels and values by where they lie on the page."""

from __future__ import annotations

import pytest

from extractors.joining import join_date_pieces, join_numbers, join_stacked, join_torn, spaced, split_cells, split_columns
from extractors.labels import find_labels
from extractors.layout import PageLines, Passage, Span
from models.records import Box, Line

EM = 0.02


def line(text: str, x: float, y: float, *, height: float = 0.014, confidence: float = 0.99) -> Line:
    """A printed line; every character is as wide as a full-width one."""
    return Line(text=text, confidence=confidence, box=Box(x, y, x + EM * len(text), y + height))


def page(*lines: Line) -> PageLines:
    return PageLines(0, lines)


def test_a_label_torn_in_two_is_put_together() -> None:
    torn = page(line("名", 0.1, 0.1), line("称", 0.2, 0.1), line("北京远航科技有限公司", 0.25, 0.1))
    assert {entry.text for entry in join_torn(torn, ["名称", "住所"]).lines} == {"名 称", "北京远航科技有限公司"}


def test_neighbours_that_spell_no_label_stay_apart() -> None:
    torn = page(line("名", 0.1, 0.1), line("单", 0.2, 0.1))
    assert [entry.text for entry in join_torn(torn, ["名称"]).lines] == ["名", "单"]


def test_a_column_of_first_characters_is_taken_apart_and_joined_with_the_second_ones() -> None:
    column = Line(text="名住", confidence=0.99, box=Box(0.1, 0.1, 0.12, 0.15), vertical=True)
    parts = split_columns(page(column, line("称", 0.2, 0.105), line("所", 0.2, 0.13)))
    assert {entry.text for entry in join_torn(parts, ["名称", "住所"]).lines} == {"名 称", "住 所"}


def across(left: str, right: str, at: float, y: float) -> Line:
    """Two cells of a row, the second beginning at ``at``, read as one line."""
    text, start = left + right, 0.1
    places = [start + EM * (i + 0.5) for i in range(len(left))] + [at + EM * (i + 0.5) for i in range(len(right))]
    box = Box(start, y, at + EM * len(right), y + 0.014)
    centres = tuple((x - box.x0) / box.width for x in places)
    return Line(text=text, confidence=0.99, box=box, centres=centres, confidences=(0.99,) * len(text))


def test_a_line_across_two_cells_is_taken_apart_where_labelled_cells_above_begin() -> None:
    labels = (line("甲方（单位）名称：", 0.1, 0.1), line("乙方（劳动者）姓名：", 0.5, 0.1))
    values = across("北京远航科技有限公司", "金祎江", 0.5, 0.12)
    left, right = split_cells(page(*labels, values)).lines[2:]
    assert (left.text, right.text) == ("北京远航科技有限公司", "金祎江")
    assert right.box.x0 == pytest.approx(0.5, abs=EM)
    assert left.box.x1 < 0.5


def test_a_line_with_white_elsewhere_or_beside_other_print_stays_whole() -> None:
    values = across("北京远航科技有限公司", "金祎江", 0.5, 0.12)
    for right in (line("乙方（劳动者）姓名：", 0.6, 0.1), line("贰仟万元", 0.5, 0.1)):
        above = (line("甲方（单位）名称：", 0.1, 0.1), right)
        assert split_cells(page(*above, values)).lines == (*above, values)


def test_a_number_in_boxes_seen_in_pieces_is_one_number() -> None:
    pieces = page(line("身份证号：15010219810", 0.1, 0.1), line("7214111", 0.45, 0.101), line("89", 0.8, 0.1))
    assert [entry.text for entry in join_numbers(pieces).lines] == ["身份证号：15010219810 7214111", "89"]


def test_names_set_apart_without_a_mark_are_told_apart() -> None:
    centres = (0.05, 0.15, 0.25, 0.45, 0.55, 0.65)
    names = Line(text="冯一峤朱宝山", confidence=0.99, box=Box(0.1, 0.1, 0.3, 0.12), centres=centres, confidences=(0.9,) * 6)
    assert spaced(names).text == "冯一峤 朱宝山"


def test_figures_between_printed_year_month_day_become_one_date() -> None:
    printed = Line(text="年月", confidence=0.99, box=Box(0.58, 0.8, 0.70, 0.815), centres=(0.05, 0.95))
    pieces = page(line("2016", 0.50, 0.801), printed, line("10", 0.62, 0.802), line("08日", 0.72, 0.801))
    assert [entry.text for entry in join_date_pieces(pieces).lines] == ["2016年10月08日"]


def test_a_year_sign_that_a_seal_hid_is_guessed_between_the_figures() -> None:
    (date,) = join_date_pieces(page(line("2022", 0.50, 0.801), line("6月8日", 0.60, 0.802))).lines
    assert date.text == "2022年6月8日"
    assert date.certainty(4, 5) < 0.75
    parts = join_date_pieces(page(line("2022", 0.50, 0.801), line("月8日", 0.60, 0.802))).lines
    assert [part.text for part in parts] == ["2022月8日"]


def test_why_a_licence_is_of_its_day_does_not_part_its_date() -> None:
    pieces = page(line("2016", 0.50, 0.801), line("年10月18日新发", 0.56, 0.802))
    assert [entry.text for entry in join_date_pieces(pieces).lines] == ["2016年10月18日新发"]


def test_figures_filled_in_above_their_signs_make_one_date() -> None:
    figures = [line("2016", 0.51, 0.785), line("5", 0.64, 0.785), line("10", 0.71, 0.785)]
    signs = [line("年", 0.60, 0.801), line("月", 0.68, 0.801), line("日", 0.76, 0.801)]
    assert [entry.text for entry in join_date_pieces(page(*figures, *signs)).lines] == ["2016年5月10日"]


def test_figures_a_whole_line_above_a_date_are_none_of_it() -> None:
    lines = [line("2016", 0.51, 0.775), line("年", 0.60, 0.801), line("5", 0.64, 0.801), line("月", 0.68, 0.801)]
    assert [entry.text for entry in join_date_pieces(page(*lines)).lines] == ["2016", "年5月"]


@pytest.mark.parametrize(
    ("text", "strengths"),
    [
        ("姓名：张三", [1.0]),
        ("姓名（Name）：张三", [1.0]),
        ("姓名张三", [0.6]),
        ("其姓名张三", []),
        ("注：姓名：张三", [1.0]),
        ("乙方姓名", []),
    ],
)
def test_a_label_begins_a_cell_and_ends_before_a_colon(text: str, strengths: list[float]) -> None:
    labels = find_labels(page(line(text, 0.1, 0.1)), [("holder_name", 0, "姓名")])
    assert [label.strength for label in labels] == strengths


def test_of_overlapping_labels_the_longest_is_meant() -> None:
    labels = find_labels(page(line("银行账号：6222", 0.1, 0.1)), [(None, 0, "账号"), ("account_number", 0, "银行账号")])
    assert [label.field for label in labels] == ["account_number"]


def test_a_passage_knows_the_place_of_a_value_that_wraps() -> None:
    first, second = line("北京经济技术开发区", 0.3, 0.1), line("科创十四街9号", 0.3, 0.12)
    passage = Passage([Span(0, first, 0, len(first.text)), Span(0, second, 0, len(second.text))])
    start = passage.text.index("开发区")
    place = passage.locate(start, len(passage.text))
    assert place is not None
    assert place.text == "开发区科创十四街9号"
    assert place.box == pytest.approx((0.3, 0.1, 0.48, 0.134))


def test_the_certainty_of_a_value_is_that_of_its_weakest_character() -> None:
    weak = Line(text="张三", confidence=0.9, box=Box(0, 0, 1, 1), confidences=(0.99, 0.41))
    place = Passage([Span(0, weak, 0, 2)]).locate(0, 2)
    assert place is not None
    assert place.certainty == 0.41


def test_a_label_that_a_narrow_cell_sets_in_two_lines_is_put_together() -> None:
    upper, lower, date = line("出生", 0.1, 0.10), line("日期", 0.1, 0.12), line("1983.11.30", 0.2, 0.11)
    joined = join_stacked(page(upper, date, lower), ["出生日期", "日期"])
    assert [entry.text for entry in joined.lines] == ["出生日期", "1983.11.30"]
    assert joined.right_of(joined.lines[0].box) == [date]


def test_a_title_down_the_side_stays_one_when_its_last_character_was_seen_alone() -> None:
    title = Line(text="职业技能等级证", confidence=0.99, box=Box(0.1, 0.2, 0.12, 0.5), vertical=True)
    last = line("书", 0.1, 0.51)
    wordings = ["职业技能等级证书"]
    (joined,) = join_stacked(join_torn(page(title, last), wordings), wordings).lines
    assert (joined.text, joined.vertical) == ("职业技能等级证书", True)


def test_lines_one_below_another_that_spell_no_label_stay_apart() -> None:
    for second in (line("地点", 0.1, 0.12), line("日期", 0.3, 0.12), line("日期", 0.1, 0.16)):
        assert len(join_stacked(page(line("出生", 0.1, 0.10), second), ["出生日期"]).lines) == 2
    assert len(join_stacked(page(line("甲方", 0.1, 0.10), line("名称", 0.1, 0.12)), ["甲方", "甲方名称"]).lines) == 2
