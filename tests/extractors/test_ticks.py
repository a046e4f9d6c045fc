"""Ticked boxes in all the forms in which readers give them."""

from __future__ import annotations

import pytest

from extractors.terms import TERM_TYPES
from extractors.ticks import ticked
from tests.extractors.papers import read, values

ROWS = [
    ("☑固定期限□无固定期限□以完成一定工作任务为期限", ["fixed_term"]),
    ("√固定期限无固定期限以完成一定工作任务为期限", ["fixed_term"]),
    ("□固定期限√无固定期限□以完成一定工作任务为期限", ["open_ended"]),
    ("□固定期限■无固定期限", ["open_ended"]),
    ("○固定期限○无固定期限●以完成一定工作任务为期限", ["task"]),
    ("[√]固定期限[]无固定期限[]以完成一定工作任务为期限", ["fixed_term"]),
    ("（）固定期限（√）无固定期限（）以完成一定的工作任务为期限", ["open_ended"]),
    ("（√）1.固定期限（）2.无固定期限", ["fixed_term"]),
    ("1.☑固定期限2.□无固定期限3.□以完成一定工作任务为期限", ["fixed_term"]),
    ("固定期限☑无固定期限□以完成一定工作任务为期限□", ["fixed_term"]),
    ("固定期限□、无固定期限☑、以完成一定工作任务为期限□", ["open_ended"]),
    ("固定期限（）无固定期限（）完成一定工作任务（√）", ["task"]),
    ("口√固定期限口无固定期限口以完成一定工作任务为期限", ["fixed_term"]),
    ("√口固定期限口无固定期限口以完成一定工作任务为期限", ["fixed_term"]),
    ("回固定期限口无固定期限口以完成一定工作任务为期限", ["fixed_term"]),
    ("□固定期限☒无固定期限", ["open_ended"]),
    ("V固定期限口无固定期限", ["fixed_term"]),
    ("固定期限□无固定期限□以完成一定工作任务为期限", ["fixed_term"]),
    ("□固定期限无固定期限□以完成一定工作任务为期限", ["open_ended"]),
    ("□1.固定期限□2.无√固定期限□3.以完成一定工作任务为期限", ["open_ended"]),
    ("□固定√期限□无固定期限□以完成一定工作任务为期限", ["fixed_term"]),
    ("固定期限√无固定期限以完成一定工作任务为期限", ["fixed_term"]),
    ("□固定期限无固定期限以完成一定工作任务为期限", []),
    ("□固定期限□无固定期限□以完成一定工作任务为期限", []),
    ("固定期限、无固定期限和以完成一定工作任务为期限", []),
]


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_the_ticked_option_is_found(text: str, expected: list[str]) -> None:
    assert [option.value for option in ticked(text, TERM_TYPES)] == expected


CHOSEN = [
    ("双方选择以下第 1 种方式确定劳动合同期限：（1）固定期限（2）无固定期限（3）以完成一定工作任务为期限", "fixed_term"),
    ("合同期限采取下列第（二）种形式：（一）固定期限（二）无固定期限（三）以完成一定工作任务为期限", "open_ended"),
    ("合同期限按第③项执行：①固定期限②无固定期限③以完成一定的工作任务为期限", "task"),
    ("合同期限为以下第__2__种：1、无固定期限2、固定期限3、以完成一定工作任务为期限", "fixed_term"),
    ("本合同为无固定期限劳动合同。工时按下列第 1 种制度执行", "open_ended"),
    ("固定期限：自2023年3月1日起至2026年2月28日止。第五条 乙方执行第 3 种工时制度，加班费按法律计算", "fixed_term"),
]


@pytest.mark.parametrize(("text", "expected"), CHOSEN)
def test_the_option_whose_number_is_written_is_found(text: str, expected: str) -> None:
    assert values("labor_contract", text)["contract_type"] == expected


def test_a_tick_that_contradicts_the_dates_filled_in_is_no_sure_answer() -> None:
    text = "√固定期限：自  年  月  日起。□无固定期限：自2022年5月1日起至依法解除、终止劳动合同时止。"
    assert read("labor_contract", text)["contract_type"].confidence < 0.9
