"""The dates of a paper: those that no date label claims, and those behind its own. A paper in, candidates out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from extractors.finding import all_values, read_value
from extractors.kinds import kind
from extractors.kinds.date import find_dates
from extractors.labels import Label
from extractors.layout import SEPARATORS, PageLines, Passage, Place, just_above, whole_line
from extractors.paper import Candidate, Paper
from extractors.value_places import WIDEST, kind_of, value_passages
from models.records import Box, Line

BESIDE = 14  # characters that may stand on the line of a paper's date: it is no date within a sentence
PRINTED_ON = 0.3
"""Weight of the day on which a document was printed: often, but not always, the day it is of."""
SEVERAL_DATES = 0.4
"""Weight of the last of several dates on a page, none of which has a label: any of them may be the paper's."""


def last_free_date(paper: Paper) -> Iterator[Candidate]:
    """Dates that no date label claims, the later on the paper the likelier: a paper is dated at its foot. The day it was printed
    on only guesses at a date that cannot be read."""
    lines = [(page, line) for page in paper.pages for line in page.lines]
    dates = [(date, is_printers(page, line)) for page, line in lines for date in free_dates(paper, page, line)]
    found = [date for date, printers in dates if not printers]
    if not found:
        yield from (replace(date, weight=PRINTED_ON) for date, _ in dates[-1:])
        return
    last = found[-1]
    several = any(date.value != last.value and date.place.page == last.place.page for date in found)
    for distance, date in enumerate(reversed(found)):
        yield replace(date, weight=(SEVERAL_DATES if several else 0.75) * 0.8**distance)


def free_dates(paper: Paper, page: PageLines, line: Line) -> list[Candidate]:
    """The dates of a line that no label claims, and that no sentence or term is around."""
    dates = all_values(whole_line(page.index, line), kind("whole_date"), method="layout")
    alone = [date for date in dates if len(line.text) - len(date.place.text) <= BESIDE]
    free = [date for date in alone if not within_term(line.text, date.place.text)]
    return [date for date in free if not claimed(paper, page.index, line, date.place)]


def within_term(line: str, date: str) -> bool:
    """Whether the print around a date on its line says that something runs from it or until it."""
    before, _, after = line.partition(date)
    return bool(
        re.search(r"[自从至到]\s*$", before)
        or re.match(r"\s*日?\s*(?:[（(]含[）)])?\s*(?:起|止|至|到|生效|终止|届满|期满|出生|生[，,])", after)
    )


def claimed(paper: Paper, index: int, line: object, place: Place) -> bool:
    """Whether a label about dates stands before the place, on its line or just left of it, or one of a number on its line."""
    page = paper.page(index)
    if any(TERM_GOES_ON.search(other.text) for other in page.lines if just_above(other.box, place.box)):
        return True
    labels = [label for label in paper.labels if label.span.line is line and label.span.box.x0 < place.box.x0]
    if not labels:
        left = [other for other in page.left_of(place.box) if other is not line][:1]
        near = [other for other in left if place.box.x0 - other.box.x1 < WIDEST * page.em(place.box) and not has_its_own(other)]
        above = [other for other in page.lines if is_label_above(paper, index, other, place.box)]
        labels = [label for other in (*near, *above) for label in paper.labels_in(index, other)]
    return any(about_dates(paper, label) or is_number_behind(paper, label, line) for label in labels)


def is_number_behind(paper: Paper, label: Label, line: object) -> bool:
    """Whether what stands behind the label is a number, although its eight figures may be read as a date."""
    return label.span.line is line and kind_of(paper, label) in ("reference_number", "certificate_number", "account_number")


def has_its_own(line: Line) -> bool:
    """Whether a line ends with a date, so that its label needs none beside it."""
    *_, last = (None, *find_dates(line.text))
    return last is not None and not line.text[last.end :].strip(SEPARATORS.replace("-", ""))


def is_label_above(paper: Paper, index: int, line: Line, box: Box) -> bool:
    """Whether a label without a value of its own stands right above a place, beginning where it begins."""
    page = paper.page(index)
    aligned = abs(line.box.x0 - box.x0) < page.em(box)
    alone = any(
        label.strength == 1 and not line.text[label.span.end :].strip(SEPARATORS) for label in paper.labels_in(index, line)
    )
    return aligned and alone and just_above(line.box, box)


TERM_GOES_ON = re.compile(r"\d\s*[年月日.\-/]?\s*起?\s*[至到—–~～-]\s*$")
"""A line that ends within a term, whose last day stands on the next."""
DATE_WORDS = re.compile(r"日期|期限|时间|有效期|年月|日$|[出诞]生")


def about_dates(paper: Paper, label: Label) -> bool:
    return kind_of(paper, label) in ("date", "whole_date", "term_end") or DATE_WORDS.search(label.span.text) is not None


def is_printers(page: PageLines, line: Line) -> bool:
    """Whether a line stands in the foot of an official document, where the office that had it printed says so."""
    return any(re.search(r"印[发制]\s*$", other.text) for other in (line, *page.right_of(line.box)))


def labelled_dates(paper: Paper) -> Iterator[Candidate]:
    """The dates behind the paper's own date labels, from the top. A day of birth is of another kind, and none of them."""
    for label in paper.labels:
        if label.strength == 1 and kind_of(paper, label) == "whole_date":
            found = (
                read_value(passage, kind("whole_date"), method="layout")
                for _, passage in value_passages(paper, label, wraps=False)
            )
            yield from (candidate for candidate in found if candidate is not None)


@dataclass(frozen=True)
class PrintedDate:
    """A date in a passage: ``text[start:end]`` says ``value`` (ISO 8601)."""

    start: int
    end: int
    value: str


def dates_in(passage: Passage) -> list[PrintedDate]:
    """Every whole date of a passage, from left to right."""
    return [PrintedDate(found.start, found.end, str(found.value)) for found in find_dates(passage.text)]
