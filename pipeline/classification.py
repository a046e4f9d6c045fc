"""Which of the ten document types a paper is: lines in, type with confidence out."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from functools import cache

from extractors.declaration import Cue
from extractors.documents import FORMS
from extractors.layout import shares_height
from extractors.normalisation import simplify
from extractors.records import DocumentType
from models.records import Box, Line
from pipeline.documents import Document, Page

TITLE_LENGTH = 24  # characters; headings are shorter
TITLE_REACH = 0.45  # a title stands in this upper part of the first page, or is set larger than the page's usual print
LARGE = 1.25  # times the usual line height
FLOOR = 4.0  # score below which a paper is of no type we know: one strong heading or two usual labels exceed it
STEEPNESS = 0.7  # of the softmax that turns scores into confidence; guessed, to be calibrated on corrections
NOT_A_WORD = re.compile(r"[\s　·•*#_—\-]+")


def classify(document: Document) -> Document:
    """The document with its type. Unreadable and foreign papers are ``unknown``."""
    if not document.lines:
        return document
    type_, confidence = type_of(document.pages)
    return document.model_copy(update={"type": type_, "type_confidence": round(confidence, 3)})


def type_of(pages: Sequence[Page]) -> tuple[DocumentType, float]:
    """The best type and how far it leads the others, 0 … 1."""
    scores = scores_of(pages)
    best = max(scores, key=lambda name: scores[name])
    if scores[best] < FLOOR:
        return "unknown", round(1 - max(0.0, scores[best]) / FLOOR * 0.5, 3)
    total = sum(math.exp(STEEPNESS * (value - scores[best])) for value in scores.values())
    return FORMS[best].type, 1 / total * min(1.0, scores[best] / (1.5 * FLOOR))


def scores_of(pages: Sequence[Page]) -> dict[str, float]:
    """For each form the sum of its cues on the paper, each once."""
    titles = [text for number, page in enumerate(pages) for text in titles_of(page, opens=number == 0)]
    body = [bare(line) for page in pages for line in page.lines]
    return {
        name: sum(cue.weight for cue in form.cues if any(speaks(cue, text) for text in (titles if cue.title else body)))
        for name, form in FORMS.items()
    }


def speaks(cue: Cue, text: str) -> bool:
    return compiled(cue.pattern).search(text) is not None


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


def titles_of(page: Page, *, opens: bool) -> list[str]:
    """Short lines in large print, and those in the upper part of the page that ``opens`` a paper. A title set so wide that its
    characters were seen one by one, or in two lines, is put together again."""
    heights = sorted(line.box.height for line in page.lines if not line.vertical)
    if not heights:
        return []
    usual = heights[len(heights) // 2]
    prominent = [line for line in page.lines if line.box.height >= LARGE * usual or (opens and line.box.y0 < TITLE_REACH)]
    short = [bare(line) for line in prominent if 2 <= len(bare(line)) <= TITLE_LENGTH and not re.search(r"[，。；]", line.text)]
    large = [line for line in prominent if line.box.height >= LARGE * usual and not line.vertical]
    return [*short, *torn_titles(prominent), *stacked_titles(large)]


def stacked_titles(lines: Sequence[Line]) -> list[str]:
    """Short lines with the one right below that is set in the same size and middle, as one string each."""
    short = [line for line in lines if 2 <= len(bare(line)) <= TITLE_LENGTH // 2]
    return [bare(upper) + bare(lower) for upper in short for lower in short if is_second_line(lower.box, upper.box)]


def is_second_line(box: Box, upper: Box) -> bool:
    """Whether a title goes on below: as high, near, and in the same middle."""
    near = 0 < box.centre[1] - upper.centre[1] < 2 * max(box.height, upper.height)
    return near and 0.75 < box.height / upper.height < 1.33 and upper.x0 < box.centre[0] < upper.x1


def torn_titles(lines: Sequence[Line]) -> list[str]:
    """Neighbours of at most two characters on one height, as one string each."""
    rows: list[list[Line]] = []
    for line in (line for line in lines if 1 <= len(bare(line)) <= 2):
        if rows and shares_height(rows[-1][-1].box, line.box):
            rows[-1].append(line)
        else:
            rows.append([line])
    return ["".join(bare(line) for line in sorted(row, key=lambda line: line.box.x0)) for row in rows if len(row) > 1]


def bare(line: Line) -> str:
    return simplify(NOT_A_WORD.sub("", line.text))
