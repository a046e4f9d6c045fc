"""A page out of which one region is looked at as if it were a page of its own, and back again. Boxes in, boxes out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

from models.records import Box, Line
from pipeline.documents import Document, Page

WHOLE = Box(0.0, 0.0, 1.0, 1.0)
SHRINK = 0.15
"""Of a line's height that its box may overlap the next row's, as seen boxes are taller than print."""
NARROWEST = 0.008
"""Of the page: white from which two papers may lie apart."""
HEAD, FOOT = 0.08, 0.95
"""Above and below, a line across the page heads or ends the whole sheet (guess)."""
FEWEST = 4
"""Lines of print on either side of a gutter."""

SEEN_ON_PAGES = ("seals", "signatures", "signature_places", "codes")
"""What a document keeps of single pages, each with ``page`` and ``box``."""


@dataclass(frozen=True)
class Gutter:
    """White from edge to edge of a page with its middle at ``at``: ``across`` x when papers lie side by side, y when one lies
    above the other. ``white``: its width."""

    across: Literal["x", "y"]
    at: float
    white: float

    @property
    def sides(self) -> tuple[Box, Box]:
        """The two regions: left and right, or upper and lower."""
        if self.across == "x":
            return Box(0.0, 0.0, self.at, 1.0), Box(self.at, 0.0, 1.0, 1.0)
        return Box(0.0, 0.0, 1.0, self.at), Box(0.0, self.at, 1.0, 1.0)


def gutters(page: Page) -> list[Gutter]:
    """Every strip of white that parts the page's print into two."""
    printed = [line for line in page.lines if not line.slanted]
    inner = [line for line in printed if HEAD < line.box.centre[1] < FOOT]
    beside = [Gutter("x", at, white) for at, white in gaps([(line.box.x0, line.box.x1) for line in inner])]
    trimmed = [(line.box.y0 + SHRINK * line.box.height, line.box.y1 - SHRINK * line.box.height) for line in printed]
    return [*beside, *(Gutter("y", at, white) for at, white in gaps(trimmed))]


def gaps(extents: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    """Middle and width of the white between the extents, where enough of them lie on either side."""
    found = []
    reach = 0.0
    for before, (start, end) in enumerate(sorted(extents)):
        if start - reach > NARROWEST and FEWEST <= before <= len(extents) - FEWEST:
            found.append(((start + reach) / 2, start - reach))
        reach = max(reach, end)
    return found


def into(box: Box, region: Box) -> Box:
    """A place on the page as fractions of the region; what reaches beyond it is cut."""

    def share(value: float, start: float, length: float) -> float:
        return round(min(1.0, max(0.0, (value - start) / max(length, 1e-6))), 5)

    return Box(
        share(box.x0, region.x0, region.width), share(box.y0, region.y0, region.height),
        share(box.x1, region.x0, region.width), share(box.y1, region.y0, region.height),
    )  # fmt: skip


def out_of(box: Box, region: Box) -> Box:
    """A place in the region as fractions of the page."""
    return Box(
        round(region.x0 + box.x0 * region.width, 5), round(region.y0 + box.y0 * region.height, 5),
        round(region.x0 + box.x1 * region.width, 5), round(region.y0 + box.y1 * region.height, 5),
    )  # fmt: skip


def lies_in(box: Box, region: Box) -> bool:
    x, y = box.centre
    return region.x0 <= x < region.x1 and region.y0 <= y < region.y1


def cropped(page: Page, region: Box) -> Page:
    """The part of a page, its lines as fractions of that part."""
    lines = tuple(placed(line, into(line.box, region)) for line in page.lines if lies_in(line.box, region))
    return page.model_copy(update={"lines": lines, "region": out_of(region, page.region or WHOLE)})


def placed(line: Line, box: Box) -> Line:
    return line.model_copy(update={"box": box})


def seen_on(things: Sequence[Any], pages: Sequence[Page]) -> list[Any]:
    """Those of the seals, signatures or codes that lie on the pages, or on their regions as fractions of these."""
    regions = {page.index: page.region for page in pages}
    found = []
    for one in things:
        region = regions.get(one.page)
        if one.page in regions and (region is None or lies_in(one.box, region)):
            found.append(one if region is None else one.model_copy(update={"box": into(one.box, region)}))
    return found


def put_back(document: Document) -> Document:
    """The document with every box as fractions of the page again."""
    regions = {page.index: page.region for page in document.pages if page.region is not None}
    if not regions:
        return document

    def back(one: Any) -> Any:
        region = regions.get(one.page)
        return one if region is None else one.model_copy(update={"box": out_of(one.box, region)})

    def page_back(page: Page) -> Page:
        lines = [placed(line, out_of(line.box, page.region or WHOLE)) for line in page.lines]
        return page.model_copy(update={"lines": tuple(lines)})

    return document.model_copy(
        update={
            "pages": tuple(page_back(page) for page in document.pages),
            "fields": {name: back(field) for name, field in document.fields.items()},
            **{name: tuple(back(one) for one in getattr(document, name)) for name in SEEN_ON_PAGES},
        }
    )
