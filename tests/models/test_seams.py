"""Seals across the seam: their pieces on consecutive pages are one seal, and nothing else at an edge is one."""

from __future__ import annotations

import cv2
import numpy as np
import pytest

from models.records import Box, Seal
from models.seals.seams import find_pieces, seam_seals, without_pieces
from tests.models.seal_drawing import Picture, Spec, fonts, stamp

needs_font = pytest.mark.skipif(not fonts(), reason="no Chinese font is installed")
WIDTH, HEIGHT = 1240, 1754


def wide_paper(pages: int) -> Picture:
    return np.full((HEIGHT, pages * WIDTH, 3), 250, dtype=np.uint8)


def sheets(spread: Picture, *starts: int) -> list[Picture]:
    return [np.ascontiguousarray(spread[:, start : start + WIDTH]) for start in starts]


def drawn(x: float, y: float = 800) -> Picture:
    spread = wide_paper(2)
    stamp(spread, Spec(name="北京宏图机械制造有限公司", diameter=236), x, y, np.random.default_rng(1))
    return spread


def fanned(*widths: int) -> list[Picture]:
    """Pages fanned out to the right; each shows so many pixels of the seal at its right edge, from the seal's left on."""
    spread, left = drawn(1000), 1000 - 118 - 2
    pages = []
    for width in widths:
        page = wide_paper(1)
        page[:, WIDTH - width :] = spread[:, left : left + width]
        pages.append(page)
        left += width
    return pages


@needs_font
@pytest.mark.parametrize("x", [WIDTH - 60, WIDTH, WIDTH + 50])
def test_a_seal_over_two_facing_pages_is_one(x: float) -> None:
    pages = sheets(drawn(x), 0, WIDTH)
    (seal,) = seam_seals([piece for index, page in enumerate(pages) for piece in find_pieces(page, index)])
    assert [(piece.page, piece.edge) for piece in seal.pieces] == [(0, "right"), (1, "left")]
    assert seal.colour == "red"
    assert all(piece.box.y0 < 800 / HEIGHT < piece.box.y1 for piece in seal.pieces)


@needs_font
def test_a_seal_over_fanned_pages_is_one() -> None:
    pages = fanned(80, 60, 50)
    (seal,) = seam_seals([piece for index, page in enumerate(pages) for piece in find_pieces(page, index)])
    assert [(piece.page, piece.edge) for piece in seal.pieces] == [(0, "right"), (1, "right"), (2, "right")]


@needs_font
def test_the_rest_of_a_seal_lies_a_little_inside_the_last_page() -> None:
    pages = fanned(110, 130)
    pages[1] = np.roll(pages[1], -28, axis=1)
    (seal,) = seam_seals([piece for index, page in enumerate(pages) for piece in find_pieces(page, index)])
    assert [piece.page for piece in seal.pieces] == [0, 1]


@needs_font
def test_a_whole_seal_on_the_page_after_a_cut_one_stays_a_seal() -> None:
    pages = [sheets(drawn(WIDTH), 0)[0], sheets(drawn(WIDTH - 124 - 20), 0)[0]]
    assert seam_seals([piece for index, page in enumerate(pages) for piece in find_pieces(page, index)]) == []


@needs_font
def test_a_whole_seal_near_the_edge_and_a_cut_one_alone_are_not_across_a_seam() -> None:
    whole = [find_pieces(page, index) for index, page in enumerate(sheets(drawn(WIDTH - 124), 0, 0))]
    assert seam_seals([piece for pieces in whole for piece in pieces]) == []
    assert seam_seals(find_pieces(sheets(drawn(WIDTH), 0)[0], 0)) == []


def test_borders_and_bars_at_the_edge_of_every_page_are_no_seals() -> None:
    page = wide_paper(1)
    cv2.rectangle(page, (4, 4), (WIDTH - 5, HEIGHT - 5), (30, 30, 210), 8)
    bars = wide_paper(1)
    cv2.rectangle(bars, (0, 700), (60, 900), (30, 30, 210), -1)
    cv2.circle(bars, (WIDTH, 1200), 110, (30, 30, 210), -1)
    pieces = [piece for index, one in enumerate((page, page, bars, bars)) for piece in find_pieces(one, index)]
    assert seam_seals(pieces) == []


@needs_font
def test_a_piece_that_was_taken_for_a_seal_is_none_any_more() -> None:
    pages = sheets(drawn(WIDTH - 50), 0, WIDTH)
    across = seam_seals([piece for index, page in enumerate(pages) for piece in find_pieces(page, index)])
    piece, whole = (
        Seal(page=0, box=box, shape="round", colour="red") for box in (across[0].pieces[0].box, Box(0.2, 0.2, 0.4, 0.35))
    )
    assert without_pieces([piece, whole], across) == [whole]
