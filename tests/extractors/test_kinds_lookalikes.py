"""Characters that readers take for each other."""

from __future__ import annotations

import pytest

from extractors.kinds.lookalikes import alike_characters, alike_glyphs, differ_by_lookalikes, repair


@pytest.mark.parametrize("pair", ["己已", "未末", "技枝", "师帅", "晴睛", "华毕", "伟炜", "博搏", "二ニ", "工エ", "钧钓", "亦赤"])
def test_glyphs_of_like_shape_are_alike_both_ways(pair: str) -> None:
    assert alike_glyphs(pair[0], pair[1])
    assert alike_glyphs(pair[1], pair[0])


@pytest.mark.parametrize("pair", ["张李", "东西", "甲乙", "南北", "一十", "星辰", "药械"])
def test_glyphs_of_other_shape_are_not(pair: str) -> None:
    assert not alike_glyphs(pair[0], pair[1])


def test_two_texts_differ_by_lookalikes_only_in_few_places_of_like_shape() -> None:
    assert differ_by_lookalikes("北京技师协会", "北京枝帅协会")
    assert not differ_by_lookalikes("北京技师协会", "北京枝帅协会", most=1)
    assert not differ_by_lookalikes("北京技师协会", "北京技师协会")
    assert not differ_by_lookalikes("北京技师协会", "上海技师协会")
    assert not differ_by_lookalikes("北京技师协会", "北京技师")
    assert alike_characters("0", "O")
    assert not alike_characters("4", "7")


def test_a_repair_is_made_only_when_one_candidate_passes() -> None:
    assert repair("1O", ["", "0"], lambda text: text == "10") == "10"
    assert repair("VO", ["YU", "0"], lambda text: text.endswith("0")) is None
    assert repair("OOO", ["0", "0", "0"], lambda text: text == "000") is None
