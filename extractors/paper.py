"""A paper as the finders see it: lines, labels, running text and seals; and the candidate, one witness's word for a field."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from statistics import median

from extractors.declaration import DocumentForm
from extractors.joining import join_date_pieces, join_numbers, join_stacked, join_torn, split_cells, split_columns, with_white
from extractors.labels import Label, find_labels
from extractors.layout import PageLines, Passage, Place, Span, by_columns, whole_line
from extractors.normalisation import has_traditional_form, simplify
from extractors.parties import OwnSide, own_side
from extractors.records import FieldValue
from models.records import Line, Seal

LABEL_END = re.compile(r"[：:年月日]\s*$")


@dataclass(frozen=True)
class Candidate:
    """One witness's word for a field. ``weight`` ranks it among the others; ``certainty`` is how surely it was read."""

    value: FieldValue
    place: Place
    weight: float
    method: str
    valid: bool | None = None
    repaired: bool = False

    @property
    def certainty(self) -> float:
        return self.place.certainty


class Paper:
    """A document as the finders see it: lines by page, labels, running text and seals. Red print inside a seal is left out.
    ``person`` is for whom it was handed in, if that was said: it chooses among several names, and is never taken for print."""

    def __init__(
        self, form: DocumentForm, pages: Sequence[PageLines], seals: Sequence[Seal] = (), person: str | None = None
    ) -> None:
        self.form = form
        self.seals = tuple(seals)
        self.person = person
        wordings = [wording for _, _, wording in form.wordings]
        prepared = [whole_lines(without_marks(page, self.seals), wordings) for page in pages]
        sides = [own_side(page, [seal.name or "" for seal in seals]) if form.two_parties else OwnSide(page) for page in prepared]
        self.pages = tuple(side.page for side in sides)
        self.is_anothers = not all(side.sure for side in sides)
        """Whether it may be another's account that the fields are read from."""

    @cached_property
    def labels(self) -> tuple[Label, ...]:
        return tuple(label for page in self.pages for label in find_labels(page, self.form.wordings))

    @cached_property
    def is_simplified(self) -> bool:
        """Whether the paper is printed in simplified characters: far more of them have a traditional form than are one."""
        text = "".join(line.text for page in self.pages for line in page.lines)
        traditional = sum(simplify(character) != character for character in text)
        return sum(map(has_traditional_form, text)) > SIMPLIFIED * max(1, traditional)

    @cached_property
    def prose(self) -> Passage:
        """All print in reading order, without white space."""
        return Passage(
            (Span(page.index, line, 0, len(line.text)) for page in self.pages for line in by_columns(page)), spaces=False
        )

    @cached_property
    def bare_lines(self) -> tuple[Passage, ...]:
        """Each line by itself, without white space."""
        return tuple(whole_line(page.index, line, spaces=False) for page in self.pages for line in page.lines)

    def page(self, index: int) -> PageLines:
        return next(page for page in self.pages if page.index == index)

    def labels_in(self, page: int, line: Line) -> list[Label]:
        return self._labels_by_line.get((page, id(line)), [])

    @cached_property
    def _labels_by_line(self) -> dict[tuple[int, int], list[Label]]:
        result: dict[tuple[int, int], list[Label]] = {}
        for label in self.labels:
            result.setdefault((label.span.page, id(label.span.line)), []).append(label)
        return result


def whole_lines(page: PageLines, wordings: Sequence[str]) -> PageLines:
    """The page with its lines as they were printed: columns and cells apart, dates, numbers and labels put together."""
    apart = split_cells(with_white(split_columns(page)))
    joined = join_numbers(join_date_pieces(apart))
    return join_stacked(join_torn(joined, wordings), wordings)


SIMPLIFIED = 5
"""How many simplified characters must stand on a paper for each traditional one (guess)."""
LARGE = 1.5  # of the usual line's height, from which a character of a slanting mark that was seen by itself is one (guess)
HUGE = 4.0  # of the usual line's height, which one character of print hardly has (guess) …
BLOT = 0.7  # … so that less confidence makes it none (guess)
SPECK = 0.3  # confidence below which one character alone is no print (guess)
REPEATED = 3  # times that one text of four characters or more stands on a page when it is a watermark …
TILED = 6  # … or where it stands once behind a label, as a bank's name does that is stamped below, too (guess)


def without_marks(page: PageLines, seals: Sequence[Seal]) -> PageLines:
    """The page without what is laid over its print: slanting lines, repeated watermarks, and what a seal says."""
    repeats = Counter(line.text for line in page.lines if re.search(r"[\u4e00-\u9fff]{4}", line.text))
    often = {text: times for text, times in repeats.items() if times >= REPEATED and not LABEL_END.search(text)}
    marks = [text for text, times in often.items() if times >= TILED or not stands_behind_a_label(page, text)]
    leaning = leans(page)
    slanted = "" if leaning else "".join(line.text for line in page.lines if line.slanted)
    usual = median(line.box.height for line in page.lines) if page.lines else 0.0
    upright = [
        line
        for line in page.lines
        if (leaning or not line.slanted)
        and not is_speck(line, usual)
        and not (len(line.text) < 3 and line.text in slanted and line.box.height > LARGE * usual)
        and not any(line.text in mark for mark in marks if len(line.text) > 1)
    ]
    return without_seal_print(replace(page, lines=tuple(upright)), seals)


def stands_behind_a_label(page: PageLines, text: str) -> bool:
    """Whether one of the lines that say ``text`` has a label right before it."""
    return any(LABEL_END.search(left.text) for line in page.lines if line.text == text for left in page.left_of(line.box)[:1])


def leans(page: PageLines) -> bool:
    """Whether the page itself leans, rather than what is laid over it: most of its lines do, and none repeats another."""
    slanted = [line.text for line in page.lines if line.slanted]
    pieces = Counter(piece for text in slanted for piece in {text[at : at + 4] for at in range(len(text) - 3)})
    return 2 * len(slanted) > len(page.lines) and max(pieces.values(), default=1) == 1


def is_speck(line: Line, usual: float) -> bool:
    """Whether a reader made a character of what is none: of an emblem, a fold, a finger; or, many lines high, of a photograph."""
    return len(line.text.strip()) == 1 and line.confidence < (BLOT if line.box.height > HUGE * usual else SPECK)


PRINTED_DAY = re.compile(r"\s*[12]\d{3}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日\s*|[〇○零一二三四五六七八九十年月]{8,12}日")


def without_seal_print(page: PageLines, seals: Sequence[Seal]) -> PageLines:
    """The page without what a seal says: red lines whose middle lies in one, unless they are a day in 年, 月 and 日."""
    boxes = [seal.box for seal in seals if seal.page == page.index]

    def in_seal(line: Line) -> bool:
        x, y = line.box.centre
        return (
            line.red
            and not PRINTED_DAY.fullmatch(line.text)
            and any(box.x0 <= x <= box.x1 and box.y0 <= y <= box.y1 for box in boxes)
        )

    return replace(page, lines=tuple(line for line in page.lines if not in_seal(line)))
