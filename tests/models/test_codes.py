"""QR codes on drawn pages: read through noise, at any angle and small; what they hold is bounded and cleaned."""

from __future__ import annotations

from collections.abc import Callable
from types import SimpleNamespace

import cv2
import numpy as np
import pytest
import segno

from models import codes
from models.codes import LONGEST, find_codes, is_patterned
from models.imaging import straighten, turn
from models.ocr import Image
from models.records import Box

LINK = "http://jndj.osta.org.cn/#/cert?no=Y000011000123232000456"


def drawn(content: str | bytes, *, side: int = 190, error: str = "m") -> Image:
    """A page of A4 at 200 dpi with print and a code of ``side`` pixels near its lower left corner; 8 pixels are a millimetre."""
    page = np.full((2339, 1654, 3), 244, dtype=np.uint8)
    for row in range(300, 1500, 60):
        cv2.putText(page, "Invented print of a page " * 3, (150, row), cv2.FONT_HERSHEY_SIMPLEX, 1, (30, 30, 30), 2)
    matrix = np.array([list(row) for row in segno.make(content, error=error, micro=False).matrix], dtype=np.uint8)
    code = cv2.resize((1 - np.pad(matrix, 4)) * 244, (side, side), interpolation=cv2.INTER_NEAREST)
    top = min(1900, 2300 - side)
    page[top : top + side, 200 : 200 + side] = code[..., None]
    return page


def noisy(page: Image, sigma: float) -> Image:
    noise = np.random.default_rng(7).normal(0, sigma, page.shape)
    return np.clip(page + noise, 0, 255).astype(np.uint8)


CHANGES: dict[str, Callable[[Image], Image]] = {
    "as drawn": lambda page: page,
    "noise": lambda page: noisy(page, 25),
    "blur": lambda page: cv2.GaussianBlur(page, (0, 0), 1.3),
    "crooked": lambda page: straighten(page, 8),
    "on its side": lambda page: turn(page, 90),
    "upside down": lambda page: turn(page, 180),
    "dark": lambda page: (page * 0.45).astype(np.uint8),
    "low resolution": lambda page: cv2.resize(page, None, fx=0.5, fy=0.5, interpolation=cv2.INTER_AREA),
}


@pytest.mark.parametrize("change", CHANGES)
def test_a_code_is_read_however_the_page_was_scanned(change: str) -> None:
    assert [code.text for code in find_codes(CHANGES[change](drawn(LINK)), 0)] == [LINK]


@pytest.mark.parametrize("side", [320, 130, 90])
def test_a_code_is_read_at_any_size(side: int) -> None:
    assert [code.text for code in find_codes(drawn(LINK, side=side), 0)] == [LINK]


def test_a_code_says_where_it_is_and_on_which_page() -> None:
    [code] = find_codes(drawn(LINK), 3)
    assert code.page == 3
    assert code.format == "qr"
    assert code.box == pytest.approx((220 / 1654, 1920 / 2339, 375 / 1654, 2075 / 2339), abs=0.01)


def test_several_codes_come_from_top_to_bottom() -> None:
    page = drawn("lower")
    page[100:290, 1200:1390] = drawn("upper")[1900:2090, 200:390]
    assert [code.text for code in find_codes(page, 0)] == ["upper", "lower"]


def test_a_code_that_is_seen_but_not_legible_has_no_text() -> None:
    page = drawn(LINK * 3, side=300)
    page[1975:2125, 275:425] = 0
    assert [code.text for code in find_codes(page, 0)] == [None]


def test_a_page_without_a_code_has_none() -> None:
    page = drawn(LINK)
    page[1800:] = 244
    assert find_codes(page, 0) == []


@pytest.mark.parametrize("size", [(1, 1), (3, 900), (40, 40)])
def test_a_picture_of_any_size_will_do(size: tuple[int, int]) -> None:
    assert find_codes(np.full((*size, 3), 128, dtype=np.uint8), 0) == []


def test_chinese_is_read_as_it_was_written() -> None:
    text = "统一社会信用代码：91110400MAD1234570；名称：北京测试精密机械有限公司"
    assert [code.text for code in find_codes(drawn(text, side=400), 0)] == [text]


def test_a_text_of_thousands_of_characters_is_cut() -> None:
    assert [code.text for code in find_codes(drawn("A" * 4000, side=1400, error="l"), 0)] == ["A" * LONGEST]


def test_what_would_command_a_terminal_or_turn_the_writing_is_left_out() -> None:
    text = "\x1b[31mred\x00\x07 \u202eevil\u200b\nnext"
    assert [code.text for code in find_codes(drawn(text), 0)] == ["[31mred evil next"]


def test_bytes_that_are_no_text_are_no_obstacle() -> None:
    [code] = find_codes(drawn(bytes(range(256)), side=500), 0)
    assert code.text is not None
    assert code.text.isprintable()


def test_a_doubtful_place_of_no_size_is_no_code(monkeypatch: pytest.MonkeyPatch) -> None:
    nowhere = SimpleNamespace(x=400, y=300)
    corners = dict.fromkeys(("top_left", "top_right", "bottom_right", "bottom_left"), nowhere)
    speck = SimpleNamespace(valid=False, text="", position=SimpleNamespace(**corners))
    monkeypatch.setattr(codes, "look", lambda _grey: [speck])
    assert find_codes(np.full((600, 800, 3), 255, dtype=np.uint8), 0) == []


def test_the_corner_of_a_border_is_no_code() -> None:
    corner = np.full((200, 200), 255, dtype=np.uint8)
    for at in range(0, 200, 20):
        corner[4:14, at : at + 12] = corner[at : at + 12, 4:14] = 0
    modules = np.random.default_rng(1).integers(0, 2, (25, 25), dtype=np.uint8) * 255
    code = np.kron(modules, np.ones((8, 8), dtype=np.uint8))
    whole = Box(0.0, 0.0, 1.0, 1.0)
    assert (is_patterned(whole, corner), is_patterned(whole, code)) == (False, True)
