"""Wording: papers and a pattern in, the places out where their print matches it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from models.records import Line
from pipeline.checks.check import Evidence
from pipeline.checks.weighing import CERTAIN
from pipeline.documents import Document, Page


class Spot(NamedTuple):
    """A match within the print of one page; ``line`` is where it begins, ``surely``: whether that line was read for certain."""

    paper: Document
    page: int
    line: Line
    match: re.Match[str]

    @property
    def surely(self) -> bool:
        return self.line.confidence >= CERTAIN

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
                yield Spot(paper, page.index, _line_at(page, match.start()), match)


def line_spots(papers: Iterable[Document], pattern: str) -> Iterator[Spot]:
    """The first match of every line by itself; ``^`` and ``$`` are the line's ends."""
    for paper in papers:
        for page in paper.pages:
            for line in page.lines:
                if match := re.search(pattern, _plain(line)):
                    yield Spot(paper, page.index, line, match)


def _plain(line: Line) -> str:
    return re.sub(r"\s", "", line.text)


def _line_at(page: Page, place: int) -> Line:
    for line in page.lines:
        place -= len(_plain(line))
        if place < 0:
            return line
    return page.lines[-1]
