"""Lines that are pieces of one: dates filled in between 年, 月 and 日, numbers in boxes, labels set wide, stacked or downwards.
Lines of a page in, fewer and whole ones out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from extractors.labels import looks_labelled
from extractors.layout import PageLines, centred_under, shares_height
from extractors.normalisation import simplify
from models.records import Box, Line

DATE_PIECE = re.compile(r"[\d\s〇○零一二三四五六七八九十年月日]+")
WHOLE_DATE = re.compile(
    r"[\d〇○零一二三四五六七八九]{4}\s*年.*[\d一二三四五六七八九十]\s*月.*[\d一二三四五六七八九十]\s*日|\d{4}\D\d{1,2}\D\d{1,2}"
)


def join_date_pieces(page: PageLines) -> PageLines:
    """Figures filled in between a printed 年, 月 and 日 are often seen as lines of their own: pieces of a date on one height
    become one line, their characters in the order in which they stand. A printer that fills in a form may miss its height."""
    pieces = [line for line in page.lines if is_date_piece(line.text)]
    rows: list[list[Line]] = []
    for piece in sorted(pieces, key=lambda line: line.box.x0):
        near = [
            row
            for row in rows
            if (shares_height(row[-1].box, piece.box) or is_filled_in_beside(row[-1], piece))
            and piece.box.x0 - row[-1].box.x1 < 4 * page.em(piece.box)
        ]
        if near and not LABELLED.match(piece.text):
            near[0].append(piece)
        else:
            rows.append([piece])
    torn = [row for row in rows if len(row) > 1 and re.search(r"[年月日]", "".join(line.text for line in row))]
    return with_joined(page, [(interleaved(with_year_sign(row)), row) for row in torn])


def is_filled_in_beside(left: Line, right: Line) -> bool:
    """Whether figures and a bare 年, 月 or 日 beside them stand a little higher or lower than each other."""
    one, other = left.text.strip(), right.text.strip()
    apart = max(left.box.y0, right.box.y0) - min(left.box.y1, right.box.y1)
    near = apart < OFF * min(left.box.height, right.box.height)
    return near and any(SIGNS.fullmatch(sign) and FIGURES.fullmatch(figures) for sign, figures in ((one, other), (other, one)))


SIGNS = re.compile(r"年|月|日|年\s*月\s*日")
FIGURES = re.compile(r"\d{1,2}|(?:19|20)\d\d(?:\s*\d{1,2}\s*\d{1,2})?")
OFF = 0.5
"""Heights between figures and signs of one date, where a printer missed the form's line (guess)."""


def with_year_sign(row: Sequence[Line]) -> Sequence[Line]:
    """A date's pieces with the 年 that a seal hid between a year and the figures that follow it, as a guess."""
    year, rest = row[0], row[1]
    if not re.fullmatch(r"(?:19|20)\d\d", year.text.strip()) or not re.match(r"\s*\d{1,2}(?!\d)", rest.text):
        return row
    if any("年" in line.text for line in row):
        return row
    middle = (year.box.x1 + rest.box.x0) / 2
    sign = Line(text="年", confidence=GUESS, box=year.box._replace(x0=middle, x1=middle))
    return (year, sign, *row[1:])


GUESS = 0.6
"""Certainty of a sign that is not there to be read: below what rules take for read."""


LABELLED = re.compile(r"[^：:\d]{0,12}日期\s*[：:]|[^：:\d]{0,12}时间\s*[：:]")
"""What a line begins with whose date goes on in others."""
OCCASION = re.compile(r"(?<=日)\s*[（(]?(?:新发|换发|补发|变更)[)）]?\s*$")
"""Why a licence is of that day, printed behind it."""


def is_date_piece(text: str) -> bool:
    """Whether print is a part of a date, with a label before it or without, and no whole one."""
    rest = OCCASION.sub("", LABELLED.sub("", text, count=1))
    return DATE_PIECE.fullmatch(rest) is not None and not WHOLE_DATE.search(rest)


def with_joined(page: PageLines, joined: Sequence[tuple[Line, Sequence[Line]]]) -> PageLines:
    """The page with each joined line where the first of its pieces stood, so that the order of reading stays."""
    place = {id(piece): number for number, (_, pieces) in enumerate(joined) for piece in pieces}
    lines: list[Line] = []
    placed: set[int] = set()
    for line in page.lines:
        number = place.get(id(line))
        if number is None:
            lines.append(line)
        elif number not in placed:
            placed.add(number)
            lines.append(joined[number][0])
    return replace(page, lines=tuple(lines)) if joined else page


def interleaved(lines: Sequence[Line]) -> Line:
    """One line of all the lines' characters, ordered by where each stands."""
    box = lines[0].box
    for line in lines[1:]:
        box = box.union(line.box)
    placed = [
        (line.part(i, i + 1).centre[0], line.text[i], line.certainty(i, i + 1)) for line in lines for i in range(len(line.text))
    ]
    placed = sorted(entry for entry in placed if not entry[1].isspace())
    return Line(
        text="".join(text for _, text, _ in placed),
        confidence=min(line.confidence for line in lines),
        box=box,
        centres=tuple((x - box.x0) / max(box.width, 1e-6) for x, _, _ in placed),
        confidences=tuple(sure for _, _, sure in placed),
    )


def split_columns(page: PageLines) -> PageLines:
    """Lines that were read downwards, taken apart into their characters: labels set in a column begin rows of their own."""
    return replace(page, lines=tuple(part for line in page.lines for part in characters_of(line)))


def characters_of(line: Line) -> list[Line]:
    if not line.vertical or len(line.text) > 6:
        return [line]
    return [
        Line(text=character, confidence=line.certainty(i, i + 1), box=line.part(i, i + 1), red=line.red)
        for i, character in enumerate(line.text)
        if not character.isspace()
    ]


NUMBER_PIECE = re.compile(r"[\dXx\s]{1,30}")
NEAR = 2.2  # characters of white that may part two pieces of one number, as boxes for each digit do (guess)


def join_numbers(page: PageLines) -> PageLines:
    """Numbers that were seen in pieces, put together again: a line that ends in a figure with the figures right behind it."""
    lines = sorted(page.lines, key=lambda line: line.box.x0)
    whole: list[Line] = []
    for line in lines:
        left = next((other for other in whole if continues(other, line, page)), None)
        if left is None:
            whole.append(line)
        else:
            whole[next(i for i, other in enumerate(whole) if other is left)] = glued(left, line)
    order = {id(line): rank for rank, line in enumerate(page.lines)}
    return replace(page, lines=tuple(sorted(whole, key=lambda line: order.get(id(line), 0)))) if len(whole) < len(lines) else page


def continues(left: Line, right: Line, page: PageLines) -> bool:
    """Whether ``right`` is the rest of the number that ``left`` ends with."""
    gap = (right.box.x0 - left.box.x1) / max(page.em(left.box), 1e-6)
    return (
        re.search(r"\d\s*$", left.text) is not None
        and NUMBER_PIECE.fullmatch(right.text) is not None
        and shares_height(left.box, right.box)
        and -0.5 < gap < NEAR
    )


WIDE_STEP = 1.55  # usual steps between characters from which white stands between them that the reader left out (guess)


def with_white(page: PageLines) -> PageLines:
    """The lines with a space wherever two Chinese characters stand clearly further apart than the line's others."""
    return replace(page, lines=tuple(spaced(line) for line in page.lines))


def spaced(line: Line) -> Line:
    """The line with a space for each wide step; unchanged when its characters' places are not known."""
    pairs = [i for i, (a, b) in enumerate(pairwise(line.text)) if is_han(a) and is_han(b)]
    if len(line.centres) != len(line.text) or len(line.confidences) != len(line.text) or len(pairs) < 3:
        return line
    steps = sorted(line.centres[i + 1] - line.centres[i] for i in pairs)
    wide = [i for i in pairs if line.centres[i + 1] - line.centres[i] > WIDE_STEP * steps[len(steps) // 2]]
    for i in reversed(wide):
        line = opened(line, i + 1)
    return line


def opened(line: Line, at: int) -> Line:
    """The line with a space before character ``at``."""
    middle = (line.centres[at - 1] + line.centres[at]) / 2
    return line.model_copy(
        update={
            "text": f"{line.text[:at]} {line.text[at:]}",
            "centres": (*line.centres[:at], middle, *line.centres[at:]),
            "confidences": (*line.confidences[:at], 1.0, *line.confidences[at:]),
        }
    )


def split_cells(page: PageLines) -> PageLines:
    """Lines that were read across two cells of a row, taken apart at the white where the row above or below has two cells, each
    with a label, the one beginning where the line does and the other behind that white."""
    return replace(page, lines=tuple(part for line in page.lines for part in cells_of(page, line)))


def cells_of(page: PageLines, line: Line) -> tuple[Line, ...]:
    if line.vertical or len(line.centres) != len(line.text) or len(line.confidences) != len(line.text):
        return (line,)
    printed = [i for i, character in enumerate(line.text) if not character.isspace()]
    steps = {i: line.centres[i] - line.centres[before] for before, i in pairwise(printed)}
    usual = sorted(steps.values())[len(steps) // 2] if steps else 0.0
    for at in (i for i, step in steps.items() if step > WIDE_STEP * usual):
        start = line.box.x0 + (line.centres[at] - usual / 2) * line.box.width
        if any(begins_second_cell(page, other, line, start) for other in page.lines):
            return (cut_out(line, 0, at, usual), *cells_of(page, cut_out(line, at, len(line.text), usual)))
    return (line,)


def begins_second_cell(page: PageLines, other: Line, line: Line, start: float) -> bool:
    """Whether ``other``, in the row above or below, begins at ``start``, behind a cell that begins where the line does."""
    em = page.em(line.box)
    away = abs(other.box.centre[1] - line.box.centre[1]) / line.box.height
    return (
        0.6 < away < NEXT_ROW
        and abs(other.box.x0 - start) < em
        and looks_labelled(other.text)
        and any(abs(left.box.x0 - line.box.x0) < em and looks_labelled(left.text) for left in page.left_of(other.box)[:1])
    )


NEXT_ROW = 2.6
"""Heights of a line within which the middle of the next row lies (guess)."""


def cut_out(line: Line, start: int, end: int, step: float) -> Line:
    """A part of a line, without white at its ends, as a line of its own; ``step``: between characters, of the line's width."""
    end = start + len(line.text[start:end].rstrip())
    low, high = max(0.0, line.centres[start] - step / 2), min(1.0, line.centres[end - 1] + step / 2)
    return line.model_copy(
        update={
            "text": line.text[start:end],
            "box": line.box._replace(x0=line.box.x0 + low * line.box.width, x1=line.box.x0 + high * line.box.width),
            "centres": tuple((centre - low) / (high - low) for centre in line.centres[start:end]),
            "confidences": line.confidences[start:end],
            "confidence": min(line.confidences[start:end]),
        }
    )


def is_han(character: str) -> bool:
    return "\u3400" <= character <= "\u9fff"


def join_torn(page: PageLines, wordings: Iterable[str]) -> PageLines:
    """Lines with labels such as 名  称, which were seen as two lines each, put together again."""
    known = {plain for wording in wordings if len(plain := re.sub(r"\s", "", wording)) > 1}
    longest = max((len(wording) for wording in known), default=0)
    joined: list[tuple[Line, Sequence[Line]]] = []
    used: set[int] = set()
    for line in page.lines:
        head = simplify(line.text.strip())
        begins = 0 < len(head) < longest and head not in known and any(wording.startswith(head) for wording in known)
        if id(line) in used or line.vertical or not begins:
            continue
        others = [other for other in page.lines if id(other) not in used and other is not line and not other.vertical]
        label, pieces = grown(line, others, known, page.aspect)
        if pieces:
            joined.append((label, (line, *pieces)))
            used |= {id(line), *(id(piece) for piece in pieces)}
    return with_joined(page, joined)


def join_stacked(page: PageLines, wordings: Iterable[str]) -> PageLines:
    """Lines with labels such as 出生 / 日期, which a narrow cell sets in two lines, as one line each of both lines' height."""
    known = {re.sub(r"\s", "", wording) for wording in wordings}
    joined: list[tuple[Line, Sequence[Line]]] = []
    used: set[int] = set()
    for line in page.lines:
        head = re.sub(r"\s", "", line.text)
        if id(line) in used or len(head) < 2 or head in known:
            continue
        for under in page.below(line.box)[:1]:
            tail = re.sub(r"\s", "", under.text)
            if (head + tail).rstrip("：:") in known and is_stacked(page, line.box, under.box):
                joined.append((stacked(line, head, under, tail), (line, under)))
                used |= {id(line), id(under)}
    return with_joined(page, joined)


def is_stacked(page: PageLines, upper: Box, lower: Box) -> bool:
    close = lower.y0 - upper.y1 < upper.height
    return close and (centred_under(lower, upper, page) or abs(lower.x0 - upper.x0) < 0.5 * page.em(upper))


def stacked(upper: Line, head: str, lower: Line, tail: str) -> Line:
    box = upper.box.union(lower.box)
    return Line(text=head + tail, confidence=min(upper.confidence, lower.confidence), box=box, vertical=upper.vertical)


def grown(first: Line, others: Sequence[Line], known: set[str], aspect: float) -> tuple[Line, list[Line]]:
    """``first`` with its right neighbours for as long as they spell a label, or alone when they do not."""
    best: tuple[Line, list[Line]] = (first, [])
    current = first
    used: list[Line] = []
    while True:
        beside = [
            line
            for line in others
            if shares_height(line.box, current.box)
            and -0.5 <= (line.box.x0 - current.box.x1) / (current.box.height * aspect) < SET_WIDE
            and not any(line is other for other in used)
        ]
        if not beside:
            return best
        neighbour = min(beside, key=lambda line: line.box.x0)
        text = re.sub(r"\s", "", current.text) + re.sub(r"\s", "", neighbour.text)
        bare = simplify(text.rstrip("：:"))
        if not any(wording.startswith(bare) or bare.startswith(wording) for wording in known):
            return best
        current = glued(current, neighbour)
        used = [*used, neighbour]
        if any(bare.startswith(wording) for wording in known):
            return current, used


SET_WIDE = 9
"""Characters of white between the two of a label such as 名　　称 at most (guess)."""


def glued(left: Line, right: Line) -> Line:
    """Two neighbours as one line, the white between them kept as a space."""
    box = left.box.union(right.box)
    text = f"{left.text} {right.text}"
    width = max(box.width, 1e-6)

    def placed(line: Line) -> list[float]:
        return [(line.box.x0 + place * line.box.width - box.x0) / width for place in line.places]

    middle = ((left.box.x1 + right.box.x0) / 2 - box.x0) / width
    sure = [
        *(left.certainty(i, i + 1) for i in range(len(left.text))),
        1.0,
        *(right.certainty(i, i + 1) for i in range(len(right.text))),
    ]
    return Line(
        text=text,
        confidence=min(left.confidence, right.confidence),
        box=box,
        centres=(*placed(left), middle, *placed(right)),
        confidences=tuple(sure),
        red=left.red and right.red,
    )
