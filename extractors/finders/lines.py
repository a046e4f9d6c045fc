"""Values on a line of their own: by what stands above or below it, by its size, by its look. A paper in, candidates out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from extractors.declaration import Finder
from extractors.finders.dates import DATE_WORDS
from extractors.finders.signers import is_body
from extractors.finding import END_OF_NAME, all_values, read_value
from extractors.kinds import kind
from extractors.layout import PageLines, Passage, Span, is_under, just_above, whole_line
from extractors.paper import Candidate, Paper
from models.records import Line


def whole_values(of: str, *, method: str = "layout", weight: float = 0.5, last: bool = False, like: str = "") -> Finder:
    """A finder for values of a kind on lines of their own, the first (or the last) on the paper weighing most; ``like``: what
    the value must look like. What stands beside a label of no field is none."""

    def find(paper: Paper) -> Iterator[Candidate]:
        found = [
            candidate
            for page in paper.pages
            for line in page.lines
            if not is_of_no_field(paper, page, line)
            for candidate in all_values(
                to_its_end(page, line) if of == "company" else whole_line(page.index, line), kind(of), method=method
            )
            if re.search(like, str(candidate.value))
        ]
        for rank, candidate in enumerate(reversed(found) if last else found):
            yield replace(candidate, weight=weight * 0.95**rank * candidate.weight)

    return find


def is_of_no_field(paper: Paper, page: PageLines, line: Line) -> bool:
    """Whether the next print on the left is a label of something that is not read, as 业务主管单位."""
    return any(
        label.field is None and label.strength == 1
        for other in page.left_of(line.box)[:1]
        for label in paper.labels_in(page.index, other)
    )


def to_its_end(page: PageLines, line: Line) -> Passage:
    """The line, with the one below it when that is the rest of a company's legal form, as a narrow cell wraps it."""
    under = page.below(line.box)[:1] if re.search(r"[有限责任股份]$", line.text) else []
    rest = [other for other in under if END_OF_NAME.fullmatch(other.text.strip()) and just_above(line.box, other.box)]
    return Passage([Span(page.index, part, 0, len(part.text)) for part in (line, *rest)])


def beside_verb(verb: str, of: str, *, below: bool, like: str = "", past: str = "", weight: float = 0.85) -> Finder:
    """The line above (or ``below``) one that says nothing but a verb such as 荣获: who was honoured stands over it, with what
    under it, on certificates set in the middle of the page. ``like``: what the line must look like; ``past``: a line that may
    stand between."""

    def find(paper: Paper) -> Iterator[Candidate]:
        for page in paper.pages:
            for line in page.lines:
                if not re.fullmatch(verb, re.sub(r"[\sA-Za-z]", "", line.text)):
                    continue
                near = (
                    page.below(line.box) if below else [other for other in reversed(page.lines) if is_under(line.box, other.box)]
                )
                if past and near and re.fullmatch(past, re.sub(r"\s", "", near[0].text)):
                    near = near[1:]
                for other in near[:1]:
                    candidate = read_value(whole_line(page.index, other), kind(of), method="layout")
                    if candidate is not None and re.search(like, re.sub(r"\s", "", other.text)):
                        yield replace(candidate, weight=weight)

    return find


def below_line(above: str, of: str, *, but: str, weight: float = 0.7) -> Finder:
    """The line below one that is all ``above``, such as 授予：张三同志 over an honour; ``but``: print that never is the value."""

    def find(paper: Paper) -> Iterator[Candidate]:
        for page in paper.pages:
            for line in page.lines:
                if not re.fullmatch(above, re.sub(r"\s", "", line.text)):
                    continue
                for under in page.below(line.box)[:1]:
                    text = re.sub(r"\s", "", under.text)
                    candidate = read_value(whole_line(page.index, under), kind(of), method="layout")
                    if candidate is not None and not re.search(but, text) and not is_body(text) and not DATE_WORDS.search(text):
                        yield replace(candidate, weight=weight)

    return find


def tallest_line(of: str, *, but: str = "", weight: float = 0.35) -> Finder:
    """The line in the largest print, which on plaques is what the paper is about; ``but``: print that never is."""

    def find(paper: Paper) -> Iterator[Candidate]:
        lines = [(page.index, line) for page in paper.pages[:1] for line in page.lines if not line.vertical]
        known = [(index, line) for index, line in lines if not (but and re.search(but, re.sub(r"\s", "", line.text)))]
        if known:
            index, line = max(known, key=lambda entry: entry[1].box.height)
            candidate = read_value(whole_line(index, line), kind(of), method="layout")
            if candidate is not None:
                yield replace(candidate, weight=weight)

    return find


def from_title(pattern: str, of: str, *, weight: float = 0.6) -> Finder:
    """A value that is part of a heading: ``pattern``'s group ``value`` on a single line without white space."""

    def find(paper: Paper) -> Iterator[Candidate]:
        for page in paper.pages:
            for line in page.lines:
                passage = whole_line(page.index, line, spaces=False)
                match = re.search(pattern, passage.plain)
                place = passage.locate(match.start("value"), match.end("value")) if match else None
                if match and place is not None:
                    yield Candidate(kind(of).normalise(match["value"]), place, weight, "layout")

    return find
