"""Values that the running text says, whatever line they stand on: words, topics. A paper in, candidates out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from extractors.declaration import Finder
from extractors.finding import read_value
from extractors.kinds import kind
from extractors.layout import Passage, Place, Span
from extractors.paper import Candidate, Paper


def by_words(words: dict[str, str], *, weight: float = 0.8) -> Finder:
    """A finder that gives a value wherever its words stand: {value: regular expression}; the first on the paper weighs most."""

    def find(paper: Paper) -> Iterator[Candidate]:
        hits = [(match, value) for value, pattern in words.items() for match in re.finditer(pattern, paper.prose.plain)]
        for rank, (match, value) in enumerate(sorted(hits, key=lambda hit: hit[0].start())):
            yield from said(paper, match.start(), match.end(), value, weight * 0.9**rank)

    return find


def in_prose(pattern: str, of: str, *, weight: float) -> Finder:
    """A value that the running text says, where the pattern is too weak a witness to be one of the field's own."""

    def find(paper: Paper) -> Iterator[Candidate]:
        for match in re.finditer(pattern, paper.prose.plain):
            candidate = read_value(paper.prose, kind(of), method="prose", offset=match.start("value"), end=match.end("value"))
            if candidate is not None:
                yield replace(candidate, weight=weight)

    return find


def said(paper: Paper, start: int, end: int, value: str, weight: float) -> Iterator[Candidate]:
    place = paper.prose.locate(start, end)
    if place is not None:
        yield Candidate(value, place, weight, "prose")


@dataclass(frozen=True)
class Topic:
    """``words``: print that says the topic is dealt with; ``heading``: a whole line, but for its number, that does;
    ``mention``: words that speak of it, so that without the others nobody knows."""

    words: str
    heading: str
    mention: str


def topics(known: dict[str, Topic]) -> Finder:
    """A finder for a list of topics, of which each counts once. Where one is left out that is mentioned, the list is unsure."""

    def find(paper: Paper) -> Iterator[Candidate]:
        places = {name: place for name, topic in known.items() if (place := topic_place(paper, topic))}
        present = [name for name in known if name in places]
        unsure = any(re.search(topic.mention, paper.prose.plain) for name, topic in known.items() if name not in places)
        if present:
            yield Candidate(present, places[present[0]], 0.3 if unsure else 0.9, "prose")

    return find


def topic_place(paper: Paper, topic: Topic) -> Place | None:
    """Where the paper first deals with a topic."""
    heading = rf"^{ORDINAL}(?:{topic.heading})$"
    searches = (
        *((passage, topic.words) for passage in (paper.prose, *headings(paper))),
        *((line, heading) for line in paper.bare_lines),
    )
    for passage, pattern in searches:
        match = re.search(pattern, passage.plain)
        place = passage.locate(match.start(), match.end()) if match else None
        if place is not None:
            return place
    return None


ORDINAL = r"(?:第?[一二三四五六七八九十\d]+[章节条、.．，,]?|[（(][一二三四五六七八九十\d]+[）)])?"
"""What may stand before a heading."""


def headings(paper: Paper) -> Iterator[Passage]:
    """Short lines with the short line right below them: a heading in a narrow cell wraps."""
    for page in paper.pages:
        short = [line for line in page.lines if len(line.text) < 16]
        for line in short:
            for under in short:
                close = 0 < under.box.centre[1] - line.box.centre[1] < 2 * line.box.height
                if close and line.box.x0 < under.box.centre[0] < line.box.x1:
                    yield Passage([Span(page.index, part, 0, len(part.text)) for part in (line, under)], spaces=False)
