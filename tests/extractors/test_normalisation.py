"""Print made comparable."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractors.normalisation import chinese_number, fold, number_form, one_dot, organisation_form, simplify, squeeze


@settings(deadline=None)
@given(st.text(max_size=50))
def test_folded_text_is_as_long_as_the_print(text: str) -> None:
    assert len(fold(text)) == len(text)
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize(
    ("print_", "plain"),
    [
        ("Ａ１　（ｂ）", "A1(b)"),
        ("张\u3000伟", "张伟"),
        ("1\u00a02\u200b3", "123"),
        ("2023—01–02", "2023-01-02"),
        ("___张伟", "张伟"),
    ],
)
def test_width_spaces_and_dashes_are_made_one(print_: str, plain: str) -> None:
    assert squeeze(print_) == plain


def test_names_of_organisations_keep_full_width_brackets_and_lose_spaces() -> None:
    assert organisation_form("北京 星河(集团)有限公司") == "北京星河（集团）有限公司"
    assert organisation_form("生产、销售;安装") == "生产、销售；安装"
    assert number_form("ｙ0000 1100") == "Y00001100"
    assert one_dot("阿卜杜•买买提") == "阿卜杜·买买提"


def test_traditional_characters_are_simplified_unless_they_are_names_of_their_own() -> None:
    assert simplify("東方電氣") == "东方电气"
    assert simplify("乾一著名") == "乾一著名"


@pytest.mark.parametrize(
    ("numeral", "number"),
    [
        ("二〇二六", 2026), ("二O二六", 2026), ("十", 10), ("十二", 12), ("二十", 20), ("二十三", 23), ("廿三", 23), ("卅一", 31),
        ("三十", 30), ("壹仟零伍", 1005), ("二百一十", 210), ("元", 1), ("张", None), ("", None),
    ],
)  # fmt: skip
def test_chinese_numerals_are_numbers(numeral: str, number: int | None) -> None:
    assert chinese_number(numeral) == number
