"""Wording: papers and a pattern in, the places out where their print matches it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import accumulate
from typing import NamedTuple

from models.records import Line
from pipeline.checks.check import Evidence
from pipeline.checks.weighing import CERTAIN
from pipeline.documents import Document, Page


class Spot(NamedTuple):
    """A match within the print of one page; ``line`` is where it begins, ``confidence`` that of the worst line it runs over."""

    paper: Document
    page: int
    line: Line
    match: re.Match[str]
    confidence: float

    @property
    def surely(self) -> bool:
        return self.confidence >= CERTAIN

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        return (Evidence(file=self.paper.file, page=self.page, box=self.line.box, text=self.line.text),)


def print_of(page: Page) -> str:
    """All that the page prints, without spaces and line breaks."""
    return "".join(_plain(line) for line in page.lines)


def spots(papers: Iterable[Document], pattern: str) -> Iterator[Spot]:
    """Every match on every page; sentences run on over the ends of lines."""
    for paper in papers:
        for page in paper.pages:
            for match in re.finditer(pattern, print_of(page)):
                lines = _lines_between(page, match.start(), match.end())
                yield Spot(paper, page.index, lines[0], match, min(line.confidence for line in lines))


def line_spots(papers: Iterable[Document], pattern: str) -> Iterator[Spot]:
    """The first match of every line by itself; ``^`` and ``$`` are the line's ends."""
    for paper in papers:
        for page in paper.pages:
            for line in page.lines:
                if match := re.search(pattern, _plain(line)):
                    yield Spot(paper, page.index, line, match, line.confidence)


def _plain(line: Line) -> str:
    return re.sub(r"\s", "", line.text)


def _lines_between(page: Page, start: int, end: int) -> list[Line]:
    """The lines that hold the characters from ``start`` to before ``end`` of the page's print."""
    ends = list(accumulate(len(_plain(line)) for line in page.lines))
    begins = [0, *ends]
    return [line for line, first, last in zip(page.lines, begins, ends, strict=False) if first < end and start < last]
