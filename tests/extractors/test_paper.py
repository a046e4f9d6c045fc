"""What is laid over a paper's print, and what is not."""

from __future__ import annotations

from extractors.layout import PageLines
from extractors.paper import without_marks
from models.records import Box, Line, Seal

SEAL = Seal(page=0, box=Box(0.5, 0.7, 0.8, 0.9), shape="round", colour="red", name=None, confidence=0.5)


def line(text: str, x: float, y: float, *, height: float = 0.014, red: bool = False, slanted: bool = False) -> Line:
    box = Box(x, y, x + height * len(text), y + height)
    return Line(text=text, confidence=0.99, box=box, red=red, slanted=slanted)


def kept(*lines: Line) -> list[str]:
    return [one.text for one in without_marks(PageLines(0, lines), [SEAL]).lines]


def test_a_red_line_in_a_seal_is_the_seals_unless_it_is_a_day_in_full() -> None:
    words = line("合同专用章", 0.6, 0.8, red=True)
    assert kept(words, line("2025年7月16日", 0.55, 0.82, red=True)) == ["2025年7月16日"]
    assert kept(words, line("二〇二五年七月十六日", 0.55, 0.82, red=True)) == ["二〇二五年七月十六日"]
    assert kept(line("2025.07.16", 0.6, 0.82, red=True)) == []


def test_a_doubtful_character_as_high_as_a_photograph_is_none() -> None:
    print_ = [line(text, 0.1, 0.1 + 0.02 * row) for row, text in enumerate(("姓名", "性别", "出生日期"))]
    photo = Line(text="女", confidence=0.5, box=Box(0.6, 0.1, 0.9, 0.35))
    assert kept(*print_, photo) == [one.text for one in print_]
    assert "女" in kept(*print_, line("女", 0.6, 0.12).model_copy(update={"confidence": 0.5}))


def test_a_character_of_a_slanting_mark_seen_by_itself_is_the_marks() -> None:
    print_ = [
        line(text, 0.1, 0.1 + 0.02 * row) for row, text in enumerate(("名称：远航公司", "类型：有限公司", "经营范围：电池销售"))
    ]
    mark = line("仅用于项目申报", 0.3, 0.3, height=0.04, slanted=True)
    alone = line("目", 0.5, 0.2, height=0.04)
    assert kept(*print_, mark, alone) == [one.text for one in print_]
    assert "目" in kept(*print_, alone)
    assert "目" in kept(*print_, mark, line("目", 0.5, 0.2))


def test_a_name_that_stands_behind_a_label_and_on_two_stamps_is_no_watermark() -> None:
    bank = "交通银行亦庄支行"
    label = line("开户银行：", 0.1, 0.3)
    rows = [line(bank, 0.5, 0.1 * row) for row in (4, 5)]
    assert kept(label, line(bank, 0.2, 0.3), *rows).count(bank) == 3
    tiles = [line(bank, 0.5, 0.1 * row) for row in (4, 5, 6)]
    assert kept(*tiles) == []
    assert kept(label, line(bank, 0.2, 0.3), *tiles, line(bank, 0.5, 0.75), line(bank, 0.5, 0.85)) == [label.text]
