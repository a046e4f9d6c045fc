"""How print lies on a page: places, passages over several lines, what is beside and below, columns of running text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from extractors.normalisation import simplify
from models.records import Box, Line

SEPARATORS = " \t:：;；·.。,，、_＿—-–|丨/／〔[【（(）)】]〕"


@dataclass(frozen=True)
class Place:
    """Where print lies and how surely it was read."""

    page: int
    box: Box
    certainty: float
    text: str


@dataclass(frozen=True)
class Span:
    """Print in a line: ``line.text[start:end]`` on a page."""

    page: int
    line: Line
    start: int
    end: int

    @property
    def text(self) -> str:
        return self.line.text[self.start : self.end]

    @property
    def box(self) -> Box:
        return self.line.part(self.start, self.end)


class Passage:
    """Print that runs over several lines as one string, each of whose characters knows its place."""

    def __init__(self, spans: Iterable[Span], *, spaces: bool = True) -> None:
        self.spans = tuple(spans)
        self._where = [
            (span, index)
            for span in self.spans
            for index in range(span.start, span.end)
            if spaces or not span.line.text[index].isspace()
        ]
        self.text = "".join(span.line.text[index] for span, index in self._where)

    @cached_property
    def plain(self) -> str:
        """The text in simplified characters, one for one, as patterns are written: readers take 号 for 號."""
        return simplify(self.text)

    def __add__(self, other: Passage) -> Passage:
        return Passage((*self.spans, *other.spans))

    def locate(self, start: int, end: int) -> Place | None:
        """The place of ``text[start:end]``; of a value that runs over a page's end, the part on its first page."""
        runs: dict[int, list[int]] = {}
        spans: dict[int, Span] = {}
        for span, index in self._where[start:end]:
            runs.setdefault(id(span), []).append(index)
            spans[id(span)] = span
        if not runs:
            return None
        first = next(iter(spans.values()))
        parts = [(spans[key], min(indices), max(indices) + 1) for key, indices in runs.items()]
        boxes = [span.line.part(low, high) for span, low, high in parts if span.page == first.page]
        box = boxes[0]
        for other in boxes[1:]:
            box = box.union(other)
        certainty = min(span.line.certainty(low, high) for span, low, high in parts)
        return Place(first.page, box, certainty, self.text[start:end])


def whole_line(page: int, line: Line, *, spaces: bool = True) -> Passage:
    """All of one line as a passage; ``spaces``: with its white space."""
    return Passage([Span(page, line, 0, len(line.text))], spaces=spaces)


@dataclass(frozen=True)
class PageLines:
    """The lines of one page with the questions that finding a value asks. ``aspect``: the page's height over its width."""

    index: int
    lines: tuple[Line, ...]
    aspect: float = 1.414

    def em(self, box: Box) -> float:
        """The size of a character as high as ``box``, as a fraction of the page's width."""
        return box.height * self.aspect

    def right_of(self, box: Box) -> list[Line]:
        """Lines on the same height that begin to the right of ``box``, nearest first."""
        edge = box.x1 - 1.2 * self.em(box)
        return sorted(
            (line for line in self.lines if shares_height(line.box, box) and line.box.x0 >= edge and line.box.centre[0] > box.x1),
            key=lambda line: line.box.x0,
        )

    def left_of(self, box: Box) -> list[Line]:
        """Lines on the same height that end to the left of ``box``, nearest first."""
        edge = box.x0 + 0.5 * self.em(box)
        return sorted(
            (line for line in self.lines if shares_height(line.box, box) and line.box.x1 <= edge), key=lambda line: -line.box.x1
        )

    def below(self, box: Box) -> list[Line]:
        """Lines under ``box`` that share some of its width, nearest first."""
        return sorted((line for line in self.lines if is_under(line.box, box)), key=lambda line: line.box.y0)


def is_under(box: Box, upper: Box) -> bool:
    common = min(box.x1, upper.x1) - max(box.x0, upper.x0)
    return box.centre[1] > upper.y1 and common > 0.3 * min(box.width, upper.width)


def just_above(box: Box, lower: Box) -> bool:
    return 0 < lower.centre[1] - box.centre[1] < 2.5 * lower.height


def centred_under(box: Box, upper: Box, page: PageLines) -> bool:
    """Whether a line stands in the middle below another, as the last line of what is set in the middle does."""
    return is_under(box, upper) and abs(box.centre[0] - upper.centre[0]) < page.em(box)


def shares_height(box: Box, other: Box) -> bool:
    common = min(box.y1, other.y1) - max(box.y0, other.y0)
    return common > 0.4 * min(box.height, other.height)


GUTTERS = [0.35 + 0.01 * step for step in range(31)]
LONG = 0.22  # share of the page's width from which a line is running text rather than a label or a value
ENOUGH = 5  # such lines on each side of a gutter make two columns of text


def by_columns(page: PageLines) -> tuple[Line, ...]:
    """The lines in the order in which running text is read: where two columns of text stand side by side, one after the other."""
    gutters = [x for x in GUTTERS if is_gutter(page, x)]
    if not gutters:
        return page.lines
    gutter = min(gutters, key=lambda x: crossing(page, x))
    across = [line for line in page.lines if line.box.x0 < gutter < line.box.x1]
    top = min(line.box.y0 for line in page.lines if line not in across)
    left = [line for line in page.lines if line.box.x1 <= gutter]
    right = [line for line in page.lines if line.box.x0 >= gutter]
    above = [line for line in across if line.box.y1 < top]
    return (*above, *left, *right, *(line for line in across if line.box.y1 >= top))


def is_gutter(page: PageLines, x: float) -> bool:
    """Whether hardly any line crosses ``x`` and running text stands on both sides."""
    left = sum(line.box.x1 <= x and line.box.width > LONG for line in page.lines)
    right = sum(line.box.x0 >= x and line.box.width > LONG for line in page.lines)
    return left >= ENOUGH and right >= ENOUGH and crossing(page, x) <= 0.15 * len(page.lines)


def crossing(page: PageLines, x: float) -> int:
    return sum(line.box.x0 < x < line.box.x1 for line in page.lines)
