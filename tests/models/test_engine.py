"""The parts of the engine around its networks."""

from __future__ import annotations

import numpy as np
import pytest

from models.ocr.engine import decode, strip_tensor

CHARACTERS = ["blank", "张", "三", "丰"]


def columns(*best: int) -> np.ndarray:
    """Network output in which column i is sure of ``best[i]``."""
    output = np.full((len(best), len(CHARACTERS)), 0.01, dtype=np.float32)
    output[np.arange(len(best)), best] = 0.97
    return output


def test_repeats_fall_together_unless_a_blank_parts_them() -> None:
    reading = decode(columns(1, 1, 0, 2, 0, 2, 3), CHARACTERS, used=56)
    assert reading.text == "张三三丰"
    assert reading.confidence == pytest.approx(0.97)


def test_each_character_says_where_it_stands() -> None:
    reading = decode(columns(0, 1, 0, 0, 2, 0), CHARACTERS, used=48)
    assert reading.centres == pytest.approx((0.25, 0.75))


def test_what_was_thought_of_and_not_chosen_stays_with_the_reading() -> None:
    output = (0.9 * columns(1, 0, 2)).astype(np.float32)
    output[0, 2], output[1, 3] = 0.1, 0.2
    output[2, 3] = 0.03
    reading = decode(output, CHARACTERS, used=24)
    thought_of = [(one.text, one.centre) for one in reading.alternatives]
    assert thought_of == [(CHARACTERS[2], pytest.approx(1 / 6, abs=1e-3)), (CHARACTERS[3], 0.5)]
    assert CHARACTERS[3] not in reading.text


def test_nothing_but_blanks_is_no_text() -> None:
    assert decode(columns(0, 0, 0), CHARACTERS, used=24).text == ""


def test_a_tensor_is_padded_to_a_step_and_says_how_much_is_strip() -> None:
    tensor, used = strip_tensor(np.full((48, 100, 3), 255, dtype=np.uint8))
    assert tensor.shape == (1, 3, 48, 128)
    assert used == 100
    assert tensor[0, :, :, :100].min() == pytest.approx(1.0)
    assert tensor[0, :, :, 100:].max() == 0.0
