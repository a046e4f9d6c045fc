"""How print lies on a page: rows, labels and the values beside or below them. Lines in, places of values out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from extractors.normalisation import simplify
from models.records import Box, Line

SEPARATORS = " \t:：;；·.。,，、_＿—-–|丨/／〔[【（(）)】]〕"
CJK = r"\u3400-\u9fff"
GAP = 0.9  # character widths of white from which two characters of one line belong to different cells


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
class Label:
    """A label found on a page. ``field`` is None for a label that only ends another's value."""

    field: str | None
    span: Span
    rank: int
    """Place of the wording in its field's list: earlier ones are more telling."""
    strength: float
    """1 for a label that stands alone or before a colon, less for one inside other print."""


@lru_cache(maxsize=4096)
def label_pattern(wording: str) -> re.Pattern[str]:
    """A label's wording as a pattern that allows white space, or the dot that readers see in it, between any two of its
    characters, English before a bracket as in 甲方 Party A（用人单位）, and either kind of bracket."""
    wording = re.sub(r"\s", "", wording)
    pieces = (either_bracket(character) for character in wording)
    pattern = r"[\s_＿·]*".join(pieces).replace(r"[\s_＿·]*[（(]", r"[\s_＿·]*(?:[A-Za-z][A-Za-z.& ]{0,24})?[（(]")
    return re.compile(pattern, re.IGNORECASE)


def either_bracket(character: str) -> str:
    brackets = {"（": "[（(]", "(": "[（(]", "）": "[）)]", ")": "[）)]", "：": "[：:]", ":": "[：:]"}
    return brackets.get(character, re.escape(character))


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


def centred_under(box: Box, upper: Box, page: PageLines) -> bool:
    """Whether a line stands in the middle below another, as the last line of what is set in the middle does."""
    return is_under(box, upper) and abs(box.centre[0] - upper.centre[0]) < page.em(box)


def shares_height(box: Box, other: Box) -> bool:
    common = min(box.y1, other.y1) - max(box.y0, other.y0)
    return common > 0.4 * min(box.height, other.height)


DATE_PIECE = re.compile(r"[\d\s〇○零一二三四五六七八九十年月日]+")
WHOLE_DATE = re.compile(
    r"[\d〇○零一二三四五六七八九]{4}\s*年.*[\d一二三四五六七八九十]\s*月.*[\d一二三四五六七八九十]\s*日|\d{4}\D\d{1,2}\D\d{1,2}"
)


def join_date_pieces(page: PageLines) -> PageLines:
    """Figures filled in between a printed 年, 月 and 日 are often seen as lines of their own: pieces of a date on one height
    become one line, their characters in the order in which they stand."""
    pieces = [line for line in page.lines if is_date_piece(line.text)]
    rows: list[list[Line]] = []
    for piece in sorted(pieces, key=lambda line: line.box.x0):
        near = [
            row
            for row in rows
            if shares_height(row[-1].box, piece.box) and piece.box.x0 - row[-1].box.x1 < 4 * page.em(piece.box)
        ]
        if near and not LABELLED.match(piece.text):
            near[0].append(piece)
        else:
            rows.append([piece])
    torn = [row for row in rows if len(row) > 1 and re.search(r"[年月日]", "".join(line.text for line in row))]
    return with_joined(page, [(interleaved(row), row) for row in torn])


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


def nearly_level(box: Box, other: Box) -> bool:
    """Filled-in figures hang up to a line's height above or below the printed characters."""
    return abs(box.centre[1] - other.centre[1]) < 1.1 * max(box.height, other.height)


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


def is_han(character: str) -> bool:
    return "\u3400" <= character <= "\u9fff"


def join_torn(page: PageLines, wordings: Iterable[str]) -> PageLines:
    """Lines with labels such as 名  称, which were seen as two lines each, put together again."""
    known = {plain for wording in wordings if len(plain := re.sub(r"\s", "", wording)) > 1}
    longest = max((len(wording) for wording in known), default=0)
    joined: list[tuple[Line, Sequence[Line]]] = []
    used: set[int] = set()
    for line in page.lines:
        head = line.text.strip()
        if id(line) in used or head in known or not 0 < len(head) < longest or not any(w.startswith(head) for w in known):
            continue
        label, pieces = grown(
            line, [other for other in page.lines if id(other) not in used and other is not line], known, page.aspect
        )
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
    return Line(text=head + tail, confidence=min(upper.confidence, lower.confidence), box=upper.box.union(lower.box))


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
            and -0.5 <= (line.box.x0 - current.box.x1) / (current.box.height * aspect) < 6
            and not any(line is other for other in used)
        ]
        if not beside:
            return best
        neighbour = min(beside, key=lambda line: line.box.x0)
        text = re.sub(r"\s", "", current.text) + re.sub(r"\s", "", neighbour.text)
        bare = text.rstrip("：:")
        if not any(wording.startswith(bare) or bare.startswith(wording) for wording in known):
            return best
        current = glued(current, neighbour)
        used = [*used, neighbour]
        if any(bare.startswith(wording) for wording in known):
            return current, used


def glued(left: Line, right: Line) -> Line:
    """Two neighbours as one line, the white between them kept as a space."""
    box = left.box.union(right.box)
    text = f"{left.text} {right.text}"
    width = max(box.width, 1e-6)

    def placed(line: Line) -> list[float]:
        count = len(line.text)
        centres = line.centres if len(line.centres) == count else tuple((i + 0.5) / max(count, 1) for i in range(count))
        return [(line.box.x0 + centre * line.box.width - box.x0) / width for centre in centres]

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


def find_labels(page: PageLines, wordings: Sequence[tuple[str | None, int, str]]) -> list[Label]:
    """Every label on the page; ``wordings`` holds (field or None, rank, wording). Where labels overlap the longest stays."""
    found: list[Label] = []
    for line in page.lines:
        plain = simplify(line.text)  # readers take 专 for 專
        hits = [hit for wording in wordings for hit in hits_in(page.index, line, plain, wording)]
        found += longest_only(hits)
    return found


def hits_in(page: int, line: Line, plain: str, of: tuple[str | None, int, str]) -> list[Label]:
    """One wording's labels in a line; ``plain``: its text in simplified characters."""
    field, rank, wording = of
    hits = []
    for match in label_pattern(wording).finditer(plain):
        strength = label_strength(line, match.start(), match.end())
        if strength == 1 or (strength and len(wording) > 1):
            hits.append(Label(field, Span(page, line, match.start(), match.end()), rank, strength))
    return hits


ENGLISH_BEFORE = re.compile(r"[A-Za-z][A-Za-z.&()（）/ ]*")
"""A label's English in front of the Chinese, as in "Name 姓名" and "Sex/性别"."""


def label_strength(line: Line, start: int, end: int) -> float:
    """How much print at ``start:end`` looks like a label: it begins a cell, and a colon, white or the line's end follows it."""
    text = line.text
    begins = (
        start == 0
        or not re.search(rf"[{CJK}A-Za-z0-9（(〔\[/]\s*$", text[:start])
        or white_before(line, start) > GAP
        or ENGLISH_BEFORE.fullmatch(text[:start]) is not None
    )
    after = text[end:]
    closes = not after.strip() or re.match(r"\s*[（(][^）)]{1,14}[）)]?\s*[:：]?|\s*[:：;；】〕\]]", after) is not None
    gap_follows = end < len(text) and white_before(line, end) > GAP
    if begins and (closes or gap_follows):
        return 1.0
    if begins:
        return 0.6
    return 0.5 if re.match(r"\s*[:：]", after) else 0.0


def white_before(line: Line, index: int) -> float:
    """White before character ``index``, in widths of the line's usual step between characters beyond the usual step."""
    if index <= 0 or index >= len(line.text) or len(line.centres) != len(line.text):
        return 2.0 if index < len(line.text) and line.text[index - 1 : index].isspace() else 0.0
    if line.text[index - 1].isspace():
        return 2.0
    steps = sorted(b - a for a, b in pairwise(line.centres))
    usual = max(steps[len(steps) // 2], 1e-6)
    return (line.centres[index] - line.centres[index - 1]) / usual - 1


def longest_only(hits: Sequence[Label]) -> list[Label]:
    kept: list[Label] = []
    for hit in sorted(hits, key=lambda hit: (-(hit.span.end - hit.span.start), hit.rank)):
        if all(apart(hit.span, other.span) or same_print(hit, other) for other in kept):
            kept.append(hit)
    return sorted(kept, key=lambda hit: hit.span.start)


def apart(span: Span, other: Span) -> bool:
    return span.end <= other.start or span.start >= other.end


def same_print(label: Label, other: Label) -> bool:
    """One wording may label two fields, as 职业及等级 does."""
    return (label.span.start, label.span.end) == (other.span.start, other.span.end) and label.field != other.field


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
