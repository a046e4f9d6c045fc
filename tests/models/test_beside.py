"""Print beside lines that the first look left out: cut off ends, and lone characters."""

from __future__ import annotations

from collections.abc import Sequence

import cv2
import numpy as np
import pytest

from models.beside import Piece, Spot, box_quad, mended, print_beside
from models.ocr import Image, Quad, Reading
from models.strips import cut_strip

HEIGHT = 30
ROW = 400
WORD = (("2", 100), ("0", 130), ("2", 160), ("6", 190))
GREYS = {"2": 20, "0": 24, "6": 28, "年": 32, "1": 36, "月": 40, "x": 44, "口": 48}


def page(*characters: tuple[str, int], top: int = ROW) -> Image:
    """Characters as blocks, each kind of its own grey, at the given places of one row."""
    image = np.full((1000, 900, 3), 250, dtype=np.uint8)
    for character, x in characters:
        image[top + 4 : top + HEIGHT - 4, x : x + 22] = GREYS[character]
    return image


class BlockEngine:
    """Reads blocks by their greys, those that it sees whole; ``confidence`` of all that it reads."""

    name = "blocks"

    def __init__(self, confidence: float = 0.99) -> None:
        self.confidence, self.asked, self.calls = confidence, 0, 0

    def find(self, _: Image) -> list[Quad]:
        raise NotImplementedError

    def read(self, strips: Sequence[Image]) -> list[Reading]:
        self.asked += len(strips)
        self.calls += bool(strips)
        return [self.reading(strip) for strip in strips]

    def reading(self, strip: Image) -> Reading:
        row = strip[strip.shape[0] // 2, :, 0].astype(int)
        edges = np.flatnonzero(np.diff(np.concatenate([[0], (row < 100).astype(int), [0]])))
        names = {grey: name for name, grey in GREYS.items()}
        blocks = [(names[int(np.median(row[a:b]))], b - a) for a, b in zip(edges[::2], edges[1::2], strict=True)]
        text = "".join(name for name, width in blocks if width >= 20)
        return Reading(text=text, confidence=self.confidence, confidences=tuple(self.confidence for _ in text))


def line(x0: int, x1: int, top: int = ROW) -> Quad:
    return box_quad(x0, top, x1, top + HEIGHT)


def texts(image: Image, known: dict[str, Quad], engine: BlockEngine) -> list[str]:
    return [piece.reading.text for piece in lines(image, known, engine)]


def lines(image: Image, known: dict[str, Quad], engine: BlockEngine) -> list[Piece]:
    pieces = [Piece(quad, cut_strip(image, quad), Reading(text=text, confidence=0.99)) for text, quad in known.items()]
    return mended(image, pieces, print_beside(image, list(known.values())), engine)


def test_a_lone_character_between_the_pieces_of_a_row_is_a_line_of_its_own() -> None:
    image = page(*WORD, ("年", 260), ("1", 330), ("月", 400))
    assert texts(image, {"2026": line(96, 216), "月": line(396, 426)}, BlockEngine())[2:] == ["1", "年"]


@pytest.mark.parametrize(("known", "cut"), [("026", line(112, 216)), ("202", line(96, 198))], ids=["first", "last"])
def test_a_line_is_drawn_out_to_the_character_that_its_end_cuts(known: str, cut: Quad) -> None:
    assert texts(page(*WORD), {known: cut}, BlockEngine()) == ["2026"]


def test_a_line_is_drawn_out_at_both_ends() -> None:
    assert texts(page(*WORD), {"02": line(112, 184)}, BlockEngine()) == ["2026"]


def test_cut_off_ends_and_lone_characters_are_read_in_one_call_and_only_where_they_are() -> None:
    image = page(*WORD, ("年", 260))
    image[600:700] = page(*WORD, top=40)[:100]
    known = {"026": line(112, 216), "202": line(96, 198, 640), "2026": line(96, 216, 800)}
    engine = BlockEngine()
    pieces = lines(image, known, engine)
    assert [piece.reading.text for piece in pieces] == ["2026", "2026", "2026", "年"]
    assert (engine.calls, engine.asked) == (1, 3)
    assert all(np.array_equal(piece.strip, cut_strip(image, piece.quad)) for piece in pieces)


def test_a_line_stays_as_it_is_where_the_longer_reading_is_not_surer_or_not_the_same_text() -> None:
    assert texts(page(*WORD), {"026": line(112, 216)}, BlockEngine(confidence=0.9)) == ["026"]
    assert texts(page(*WORD), {"0年6": line(112, 216)}, BlockEngine()) == ["0年6"]


@pytest.mark.parametrize(
    ("beside", "confidence"),
    [(("年", 260), 0.9), (("x", 260), 0.99), (("口", 260), 0.99), (("1", 260), 0.99), (("年", 500), 0.99)],
    ids=["doubtful", "no character", "an empty box", "a stroke that no row goes on behind", "too far away"],
)
def test_what_may_be_no_character_is_left_out(beside: tuple[str, int], confidence: float) -> None:
    assert texts(page(*WORD, beside), {"2026": line(96, 216)}, BlockEngine(confidence)) == ["2026"]


def test_a_long_number_in_the_column_of_values_is_a_line_of_its_own() -> None:
    number = [(one, 460 + 28 * place) for place, one in enumerate("2026120062")]
    assert texts(page(*WORD, *number), {"2026": line(96, 216)}, BlockEngine()) == ["2026", "2026120062"]
    assert texts(page(*WORD, *number), {"2026": line(96, 216)}, BlockEngine(confidence=0.9)) == ["2026"]


@pytest.mark.parametrize(("text", "more"), [("20262026", []), ("1111", ["2026"])], ids=["said", "not said"])
def test_print_that_a_bending_line_says_already_is_not_said_twice(text: str, more: list[str]) -> None:
    bent = np.array([[90, ROW - 60], [720, ROW + 20], [720, ROW + 60], [90, ROW - 20]], dtype=np.float32)
    image = page(*[(one, 430 + 30 * place) for place, (one, _) in enumerate(WORD)])
    spot = Spot(quad=line(426, 546), line=0, side=1, gap=1.0, between=True)
    known = [Piece(bent, cut_strip(image, bent), Reading(text=text, confidence=0.99))]
    assert [piece.reading.text for piece in mended(image, known, [spot], BlockEngine())] == [text, *more]


def test_print_above_a_line_and_rules_are_none_of_its_row() -> None:
    image = page(*WORD)
    image[ROW - 30 : ROW - 4, 260:282] = GREYS["年"]
    cv2.line(image, (240, ROW + 15), (420, ROW + 15), (20, 20, 20), 12)
    engine = BlockEngine()
    assert texts(image, {"2026": line(96, 216)}, engine) == ["2026"]
    assert engine.asked == 0


def test_a_speckled_page_costs_no_more_than_others() -> None:
    image = np.full((1000, 900, 3), 250, dtype=np.uint8)
    known = {}
    for top in range(60, 900, 60):
        image[top : top + HEIGHT] = page(*WORD, *(("x", x) for x in range(260, 860, 60)))[ROW : ROW + HEIGHT]
        known[f"2026{top}"] = line(96, 216, top)
    engine = BlockEngine()
    texts(image, known, engine)
    assert 0 < engine.asked <= 16


def test_a_page_without_lines_is_left_alone() -> None:
    assert print_beside(page(*WORD), []) == []
