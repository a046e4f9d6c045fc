"""Regions of a page: where papers may lie apart, and places carried into a region and back."""

from __future__ import annotations

import pytest

from models.records import Box, Line
from pipeline.documents import Page, Quality
from pipeline.regions import cropped, gutters, into, out_of


def page(*boxes: Box, slanted: int | None = None) -> Page:
    lines = tuple(Line(text="字样", confidence=1.0, box=box, slanted=number == slanted) for number, box in enumerate(boxes))
    return Page(index=0, width=1000, height=1000, quality=Quality(sharpness=0.9, dpi=100), lines=lines)


def column(x0: float, x1: float) -> list[Box]:
    return [Box(x0, y, x1, y + 0.05) for y in (0.2, 0.3, 0.4, 0.5)]


def test_a_place_comes_back_from_its_region() -> None:
    region, place = Box(0.5, 0.25, 1.0, 0.75), Box(0.6, 0.3, 0.9, 0.4)
    assert into(place, region) == pytest.approx((0.2, 0.1, 0.8, 0.3))
    assert out_of(into(place, region), region) == pytest.approx(place)


def test_a_gutter_runs_between_columns_of_print() -> None:
    (between,) = [gutter for gutter in gutters(page(*column(0.1, 0.4), *column(0.6, 0.9))) if gutter.across == "x"]
    assert (between.at, between.white) == pytest.approx((0.5, 0.2))


def test_a_line_across_is_no_gutter_but_a_watermark_or_the_sheets_own_heading_hides_none() -> None:
    columns = [*column(0.1, 0.4), *column(0.6, 0.9)]

    def beside(*boxes: Box, slanted: int | None = None) -> bool:
        return any(gutter.across == "x" for gutter in gutters(page(*boxes, slanted=slanted)))

    assert not beside(*columns, Box(0.2, 0.6, 0.8, 0.65))
    assert beside(*columns, Box(0.2, 0.6, 0.8, 0.9), slanted=8)
    assert beside(*columns, Box(0.2, 0.02, 0.8, 0.06))


def test_a_region_of_a_region_knows_its_place_on_the_page() -> None:
    right = cropped(page(*column(0.6, 0.9)), Box(0.5, 0.0, 1.0, 1.0))
    assert cropped(right, Box(0.0, 0.5, 1.0, 1.0)).region == pytest.approx((0.5, 0.5, 1.0, 1.0))
    assert right.lines[0].box == pytest.approx((0.2, 0.2, 0.8, 0.25))
