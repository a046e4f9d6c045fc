"""From a paper's lines and a type's declaration to field values: every witness says what it sees, then they are weighed."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

from extractors.declaration import DocumentForm, FieldForm
from extractors.kinds import kind
from extractors.kinds.comparison import similarity
from extractors.kinds.kind import Found, Kind
from extractors.layout import (
    SEPARATORS,
    Label,
    PageLines,
    Passage,
    Place,
    Span,
    by_columns,
    centred_under,
    find_labels,
    is_under,
    join_date_pieces,
    join_numbers,
    join_stacked,
    join_torn,
    shares_height,
    split_columns,
    with_white,
)
from extractors.normalisation import has_traditional_form, simplify
from extractors.occupations import look_up
from extractors.records import Field, FieldValue
from extractors.wholeness import looks_whole
from models.records import Line, Seal

# A witness's weight below which it only guesses, however often one way of looking says it (guess): both honours taken from the
# largest print of two papers were wrong.
WEAK = 0.45
GUESS = 0.74  # most for what only such a witness says: below what rules take for read
CHECKED = 0.97  # least confidence of a value whose check digits agree (domain §13.3)
REPAIRED = 0.89  # … and what it is at most when one of its characters was put right by them: never quite sure
GUESSED = 0.85  # most for a value with a character put right that no check digit confirms
TORN = 0.85  # factor for a value that does not end as such values do
RIVALLED = 0.8  # factor for a value beside which another stands that is nearly as likely
WRONG_CHECK = 0.85  # factor for a value whose check digits disagree
MAX_WRAPPED = 24  # lines that one value may run over, as business scopes in small print do
FAR_RIGHT = 16  # characters of white between a label and its value in a table
WIDEST = 40  # … in a wide one, where nothing else stands beside or below the label
LABEL_END = re.compile(r"[：:年月日]\s*$")
WAYS = {"inline": 1.0, "right": 0.98, "below": 0.93, "far": 0.8}


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
    """A document as the finders see it: lines by page, labels, running text and seals. Red print inside a seal is left out."""

    def __init__(self, form: DocumentForm, pages: Sequence[PageLines], seals: Sequence[Seal] = ()) -> None:
        self.form = form
        self.seals = tuple(seals)
        wordings = [wording for _, _, wording in form.wordings]
        self.pages = tuple(
            join_stacked(
                join_torn(join_numbers(join_date_pieces(with_white(split_columns(without_marks(page, self.seals))))), wordings),
                wordings,
            )
            for page in pages
        )

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
        return tuple(
            Passage([Span(page.index, line, 0, len(line.text))], spaces=False) for page in self.pages for line in page.lines
        )

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


SIMPLIFIED = 5
"""How many simplified characters must stand on a paper for each traditional one (guess)."""
REPEATED = 3  # times that one text of four characters or more stands on a page when it is a watermark


def without_marks(page: PageLines, seals: Sequence[Seal]) -> PageLines:
    """The page without what is laid over its print: slanting lines, repeated watermarks, and what a seal says."""
    repeats = Counter(line.text for line in page.lines if re.search(r"[\u4e00-\u9fff]{4}", line.text))
    marks = [text for text, times in repeats.items() if times >= REPEATED and not LABEL_END.search(text)]
    upright = [
        line for line in page.lines if not line.slanted and not any(line.text in mark for mark in marks if len(line.text) > 1)
    ]
    return without_seal_print(replace(page, lines=tuple(upright)), seals)


def without_seal_print(page: PageLines, seals: Sequence[Seal]) -> PageLines:
    """The page without what a seal says: red lines whose middle lies in one."""
    boxes = [seal.box for seal in seals if seal.page == page.index]

    def in_seal(line: Line) -> bool:
        x, y = line.box.centre
        return line.red and any(box.x0 <= x <= box.x1 and box.y0 <= y <= box.y1 for box in boxes)

    return replace(page, lines=tuple(line for line in page.lines if not in_seal(line)))


def find_fields(paper: Paper) -> dict[str, Field]:
    """Every field of the paper's type that is on it."""
    found = {form.name: settle(list(candidates(paper, form)), paper, form) for form in paper.form.fields}
    return {name: field for name, field in found.items() if field is not None}


def candidates(paper: Paper, form: FieldForm) -> Iterator[Candidate]:
    """All witnesses of one field."""
    yield from by_label(paper, form)
    yield from by_pattern(paper, form)
    if form.anywhere:
        yield from by_check_digit(paper, form)
    for finder in form.finders:
        yield from finder(paper)


def by_label(paper: Paper, form: FieldForm) -> Iterator[Candidate]:
    """Values beside or below the field's labels."""
    for label in paper.labels:
        if label.field != form.name:
            continue
        for way, passage in value_passages(paper, label, wraps=form.wraps, far=form.kind in UNMISTAKABLE):
            candidate = read_value(passage, kind(form.kind), method="layout")
            if candidate is None or (way == "inline" and in_a_sentence(label, passage, candidate)):
                continue
            if form.kind == "recipient" and heads_a_list(paper, label, candidate):
                break
            if form.name == "honour" and way == "below" and ORGANISATION.search(str(candidate.value)):
                break  # 荣誉称号 stands below the honour, and below it who signs
            yield replace(candidate, weight=WAYS[way] * label.strength * (1 - 0.02 * label.rank) * candidate.weight)
            break


def in_a_sentence(label: Label, passage: Passage, candidate: Candidate) -> bool:
    """Whether 甲方, 乙方 or 员工 is the subject of a sentence, as in 乙方应认真履行职责, rather than a label before a name."""
    printed = candidate.place.text
    goes_on = re.match(r"[\u4e00-\u9fff]", passage.text.partition(printed)[2]) is not None
    return label.span.text in ("甲方", "乙方", "员工", "职工", "劳动者") and passage.text.startswith(printed) and goes_on


def heads_a_list(paper: Paper, label: Label, candidate: Candidate) -> bool:
    """Whether 姓名 heads a column of names: then the first of them is no more the recipient than the others."""
    page = paper.page(label.span.page)
    return candidate.place.box.y0 > label.span.box.y1 and any(
        abs(line.box.centre[0] - candidate.place.box.centre[0]) < 2 * page.em(line.box)
        and read_value(Passage([Span(page.index, line, 0, len(line.text))]), kind("person_name"), method="layout") is not None
        for line in page.below(candidate.place.box)
    )


UNMISTAKABLE = ("uscc", "id_number", "patent_number", "bank_code", "certificate_number")
"""Numbers that nothing else looks like: other print beside their label does not keep them from standing below it."""


def value_passages(paper: Paper, label: Label, *, wraps: bool, far: bool = False) -> Iterator[tuple[str, Passage]]:
    """Where the label's value may stand, likeliest first: behind it, to its right, below it; each with its wrapped lines."""
    page = paper.page(label.span.page)
    inline = behind(paper, label)
    torn = torn_off(page, inline) if inline is not None else []
    if inline is not None and torn:
        yield from (("inline", passage) for passage in grown_passages(paper, page, label, [inline, *torn], wraps=wraps))
    if inline is not None:
        yield from (("inline", passage) for passage in grown_passages(paper, page, label, [inline], wraps=wraps))
    right = block_beside(paper, page, label) if wraps else beside(paper, page, label)
    if right:
        yield from (("right", passage) for passage in grown_passages(paper, page, label, right, wraps=wraps))
    under = beneath(paper, page, label)
    if under is not None and inline is None and (far or not right):
        yield from (("below", passage) for passage in grown_passages(paper, page, label, [under], wraps=wraps))
    if inline is None and not right and label.strength == 1:
        away = beside(paper, page, label, reach=WIDEST)
        if away:
            yield from (("far", passage) for passage in grown_passages(paper, page, label, away, wraps=wraps))


def grown_passages(paper: Paper, page: PageLines, label: Label, spans: Sequence[Span], *, wraps: bool) -> Iterator[Passage]:
    """The passage with all its wrapped lines first, then the bare one."""
    if wraps:
        more = wrapped_lines(paper, page, label, spans[-1])
        if more:
            yield Passage((*spans, *more))
    yield Passage(spans)


def behind(paper: Paper, label: Label) -> Span | None:
    """The rest of the label's own line, up to the next label."""
    line, end = label.span.line, len(label.span.line.text)
    for other in paper.labels_in(label.span.page, line):
        if other.span.start >= label.span.end:
            end = min(end, other.span.start)
    rest = line.text[label.span.end :]
    start = label.span.end + len(rest) - len(rest.lstrip(" \u3000】〕]"))
    english = ENGLISH_NOTE.match(line.text[start:end])
    start += english.end() if english else 0
    note = NOTE.match(line.text[start:end])
    if note and (note["colon"] or is_blank(line.text[start + note.end() : end])):
        start += note.end()
    return None if is_blank(line.text[start:end]) else Span(label.span.page, line, start, end)


def torn_off(page: PageLines, inline: Span) -> list[Span]:
    """What follows on the same height without white between, seen as a line of its own because a seal's rim crosses there."""
    spans: list[Span] = []
    edge = inline.line.box.x1
    for line in page.right_of(inline.line.box):
        if not -TOUCHING < (line.box.x0 - edge) / max(page.em(line.box), 1e-6) < TOUCHING or inline.end < len(inline.line.text):
            break
        spans.append(Span(page.index, line, 0, len(line.text)))
        edge = line.box.x1
    return spans


TOUCHING = 0.6
"""Of a character's size: white, or overlap, of two pieces of one line (guess)."""
ENGLISH_NOTE = re.compile(
    r"[\s(（]*(?:[A-Z][a-z]+\.?\s*(?:&|of|/)?\s*){1,4}[)）]?\s*[:：]?\s*(?=[\u4e00-\u9fff\d])"
    r"|[\s(（/]*[A-Z][A-Za-z.&/'’()（） ]{1,40}[:：]\s*(?=[\u4e00-\u9fff\d])"
)
"""A label's English beside the Chinese, before the value."""
NOTE = re.compile(r"\s*[（(][^）)]{1,14}[）)]\s*(?P<colon>[:：])?")
"""What a label says about itself in brackets, such as （以下简称甲方）： or （人民币）."""


def is_blank(text: str) -> bool:
    return not text.strip(SEPARATORS) or is_english(text)


def is_english(text: str) -> bool:
    """Print that only repeats a label in English, such as "Name" or "Certificate No."; an address on the web is a value."""
    return (
        "//" not in text
        and re.fullmatch(r"[A-Za-z&.,/()（） :：'’-]+", text.strip()) is not None
        and re.search(r"[a-z]", text) is not None
    )


def beside(paper: Paper, page: PageLines, label: Label, *, reach: float = FAR_RIGHT) -> list[Span]:
    """The lines to the right within ``reach`` characters, up to the next label; pieces close together belong together."""
    spans: list[Span] = []
    edge = label.span.line.box.x1
    for line in page.right_of(label.span.line.box):
        end = first_label(paper, page, line)
        if end == 0:
            break
        if is_english(line.text):
            continue
        if line.box.x0 - edge > (2.5 if spans else reach) * page.em(line.box):
            break
        spans.append(Span(page.index, line, 0, end))
        edge = line.box.x1
        if end < len(line.text):
            break
    return spans


def block_beside(paper: Paper, page: PageLines, label: Label) -> list[Span]:
    """A value of several lines in the cell beside a label that stands at half its height; else what stands level with it."""
    level = beside(paper, page, label)
    box = label.span.line.box
    near = [
        line
        for line in page.lines
        if line.box.x0 >= box.x1 - 0.5 * page.em(box)
        and abs(line.box.centre[1] - box.centre[1]) < 1.4 * box.height
        and first_label(paper, page, line) == len(line.text)
        and not is_english(line.text)
    ]
    above = [line for line in near if line.box.centre[1] < box.centre[1] and not shares_height(line.box, box)]
    above = [line for line in above if not any(paper.labels_in(page.index, other) for other in page.left_of(line.box))]
    if not above or (level and level[0].start > 0):
        return level
    head = top_of(page, paper, min(above, key=lambda line: line.box.x0))
    low = box.centre[1] + 1.4 * box.height
    block = [line for line in page.lines if head.box.centre[1] < line.box.centre[1] < low]
    rest = [line for line in block if abs(line.box.x0 - head.box.x0) < page.em(head.box)]
    if head.box.x0 - box.x1 > FAR_RIGHT * page.em(box) or (level and not rest):
        return level
    return [Span(page.index, line, 0, len(line.text)) for line in (head, *rest)]


def top_of(page: PageLines, paper: Paper, line: Line) -> Line:
    """The first line of the block that ``line`` is in: those right above it, as far left as it."""
    above = [
        other
        for other in page.lines
        if abs(other.box.x0 - line.box.x0) < page.em(line.box)
        and -0.5 * line.box.height < line.box.y0 - other.box.y1 < 0.8 * line.box.height
        and not paper.labels_in(page.index, other)
        and not has_label_left(paper, page, other)
    ]
    return top_of(page, paper, above[0]) if above else line


def first_label(paper: Paper, page: PageLines, line: Line) -> int:
    """Where the line's first label begins; its length when it has none."""
    starts = [label.span.start for label in paper.labels_in(page.index, line) if label.strength >= 0.6]
    start = min(starts, default=len(line.text))
    return 0 if not line.text[:start].strip(SEPARATORS) else start


def beneath(paper: Paper, page: PageLines, label: Label) -> Span | None:
    """The line below, when it holds no label of its own; English below a Chinese label is skipped."""
    box = label.span.box
    reach = box.y1 + 2.2 * box.height
    for line in page.below(box):
        if line.box.y0 > reach:
            return None
        if is_english(line.text):
            reach += line.box.height
            continue
        return Span(page.index, line, 0, len(line.text)) if first_label(paper, page, line) == len(line.text) else None
    return None


def wrapped_lines(paper: Paper, page: PageLines, label: Label, last: Span) -> list[Span]:
    """The lines on which the value goes on: close below, label-free, not beside another label, within the value's column."""
    spans: list[Span] = []
    gaps: list[float] = []
    previous = last.line.box
    value_left = last.box.x0
    em = page.em(last.line.box)
    for line in page.below(previous):
        aligned = abs(line.box.x0 - value_left) < em
        if is_english(line.text):
            break
        if len(spans) >= MAX_WRAPPED or line.box.y0 - previous.y1 > (1.6 if aligned else 1.25) * previous.height:
            break
        if line.box.centre[1] < previous.centre[1] + 0.5 * min(line.box.height, previous.height):
            continue
        left = min(value_left, label.span.box.x0)
        if (
            (first_label(paper, page, line) < len(line.text) and not completes(paper, label, last, line))
            or has_label_left(paper, page, line)
            or opens_another(paper, label, line.text)
        ):
            break
        in_column = left - 3 * em <= line.box.x0 <= value_left + 2.5 * em or ends_name(paper, page, label, spans or [last], line)
        if not in_column or not 0.45 < line.box.height / last.line.box.height < 1.8:
            break
        spans.append(Span(page.index, line, 0, len(line.text)))
        gaps.append(max(0.0, line.box.y0 - previous.y1))
        previous = line.box
    return spans[: same_block(gaps, last.line.box.height)]


def kind_of(paper: Paper, label: Label) -> str:
    """The kind of the field that a label is of; empty for a label of no field."""
    return next((form.kind for form in paper.form.fields if form.name == label.field), "")


def completes(paper: Paper, label: Label, value: Span, line: Line) -> bool:
    """Whether a line is the end that an organisation's name still lacks, although it begins with a word that labels have, as
    职业技能培训评价中心 does."""
    of = kind_of(paper, label)
    certain = any(other.strength == 1 for other in paper.labels_in(value.page, line))
    ends = ORGANISATION.search(line.text.strip()) is not None and ORGANISATION.search(value.text.strip()) is None
    return of in NAMES and ends and not certain


def ends_name(paper: Paper, page: PageLines, label: Label, before: Sequence[Span], line: Line) -> bool:
    """Whether a line set in the middle below an organisation's name has the end that the name still lacks."""
    lacks = kind_of(paper, label) in NAMES and ORGANISATION.search(before[-1].text.strip()) is None
    return lacks and ORGANISATION.search(line.text.strip()) is not None and centred_under(line.box, before[-1].line.box, page)


UNKNOWN_LABEL = re.compile(r"\s*[\u4e00-\u9fff][\u4e00-\u9fff（）()/\s]{1,11}[:：]")
"""A short beginning with a colon, such as 企业电话：, that no declaration names."""


def opens_another(paper: Paper, label: Label, text: str) -> bool:
    """A line that holds a date and nothing else, or begins with what looks like a label, is no rest of a value, and a sentence is
    none of a name. In a business scope it may be: there ； is often read as ：."""
    of = kind_of(paper, label)
    if of in (*NAMES, "occupation") and re.search(r"[，。]", text):
        return True
    if of in NAMES and REST_OF_DATE.fullmatch(text):
        return True
    return is_date(text) or (of != "scope" and UNKNOWN_LABEL.match(text) is not None)


REST_OF_DATE = re.compile(r"\s*\d{0,4}\s*年[\d\s]*月[\d\s]*日?\s*|\s*\d{0,2}\s*月[\d\s]*日?\s*")
"""A date whose beginning a seal hid."""


def is_date(text: str) -> bool:
    found = kind("date").find(text)
    return found is not None and not (text[: found.start] + text[found.end :]).strip()


def same_block(gaps: Sequence[float], height: float) -> int:
    """How many of the lines belong to the value: white that is much wider than what follows it parts two cells of a table."""
    for index in range(len(gaps) - 1):
        if gaps[index] > 1.6 * min(gaps[index + 1 :]) + 0.3 * height:
            return index
    return len(gaps)


def has_label_left(paper: Paper, page: PageLines, line: Line) -> bool:
    """Whether the next print on the left is a label still without its value, which this line then is."""
    return any(
        is_blank(NOTE.sub("", other.text[label.span.end :], count=1))
        for other in page.left_of(line.box)[:1]
        for label in paper.labels_in(page.index, other)
    )


def read_value(passage: Passage, of: Kind, *, method: str, offset: int = 0, end: int | None = None) -> Candidate | None:
    """The first value of the kind in ``passage.text[offset:end]``, with its place."""
    found = of.find(passage.text[offset:end])
    return None if found is None else candidate_of(passage, found, of, method=method, offset=offset)


def candidate_of(passage: Passage, found: Found, of: Kind, *, method: str, offset: int = 0) -> Candidate | None:
    place = passage.locate(offset + found.start, offset + found.end)
    if place is None or (of.name in PEOPLE and not re.search(r"[\u3400-\u9fff]", str(found.value))):
        return None
    if of.name in NAMES and END_OF_NAME.fullmatch(str(found.value)):
        return None
    weight = 1.0 if found.valid is not False else 0.6
    if passage_is_odd(found, of):
        weight *= 0.6
    if of.name == "bank_name" and re.match(r"[\u4e00-\u9fff]", passage.text[offset + found.end :]):
        weight *= 0.4  # the print goes on after the bank, but its branch does not end
    return Candidate(found.value, place, weight, method, found.valid, found.repaired)


END_OF_NAME = re.compile(r"[有限责任股份]{0,6}公司")
"""A legal form, or the end of one: what is left of a name that wrapped."""
PEOPLE = ("person_name", "recipient", "person_list")  # on these papers their names are in Chinese
ORGANISATION = re.compile(r"(?:公司|厂|店|社|部|院|所|中心|协会|学会|联合会|商会|会|集团|学校|大学|局|行|站|馆|园)$")


def passage_is_odd(found: Found, of: Kind) -> bool:
    """A name of a company that does not end like one, or an occupation that no catalogue knows, may be any print."""
    if of.name == "occupation":
        return look_up(str(found.value)) is None
    return of.name == "company" and ORGANISATION.search(str(found.value)) is None


@lru_cache(maxsize=1024)
def compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


def by_pattern(paper: Paper, form: FieldForm) -> Iterator[Candidate]:
    """Values where the running text says them; a pattern that begins with ^ speaks of single lines."""
    for rank, pattern in enumerate(form.patterns):
        for passage in paper.bare_lines if pattern.startswith("^") else (paper.prose,):
            for match in compiled(pattern).finditer(passage.text):
                candidate = read_value(
                    passage, kind(form.kind), method="prose", offset=match.start("value"), end=match.end("value")
                )
                if candidate is not None and not (form.kind == "recipient" and is_one_of_several(passage.text, match)):
                    yield replace(candidate, weight=(0.9 - 0.03 * rank) * candidate.weight)


ONE_OF_SEVERAL_BEFORE = re.compile(r"[\u4e00-\u9fff]{2}(?:、|和|及|与)$")
ONE_OF_SEVERAL_BEHIND = re.compile(
    r"(?:等|、|[两二三四五六七八九十\d]+[名位个]|(?:和|及|与)[\u4e00-\u9fff]{2,4}(?:、|等|同志|[两二三]))"
)


def is_one_of_several(text: str, found: re.Match[str]) -> bool:
    """Whether a name is one of a list's: who of them the paper was handed in for, it does not say."""
    before = ONE_OF_SEVERAL_BEFORE.search(text[: found.start("value")])
    behind = ONE_OF_SEVERAL_BEHIND.match(text[found.end("value") :])
    return before is not None or behind is not None


def by_check_digit(paper: Paper, form: FieldForm) -> Iterator[Candidate]:
    """Values anywhere whose check digits agree, line by line."""
    of = kind(form.kind)
    for page in paper.pages:
        for line in page.lines:
            passage = Passage([Span(page.index, line, 0, len(line.text))])
            for candidate in all_values(passage, of):
                if candidate.valid and not candidate.repaired:
                    yield replace(candidate, weight=0.7)


def all_values(passage: Passage, of: Kind, *, method: str = "pattern") -> Iterator[Candidate]:
    """Every value of the kind in the passage, from left to right."""
    offset = 0
    while offset < len(passage.text):
        found = of.find(passage.text[offset:])
        if found is None or found.end <= found.start:
            return
        candidate = candidate_of(passage, found, of, method=method, offset=offset)
        if candidate is not None:
            yield candidate
        offset += found.end


def settle(witnesses: Sequence[Candidate], paper: Paper, form: FieldForm) -> Field | None:
    """The field by the weightiest value; witnesses elsewhere on the paper that agree make it surer, equals that disagree less."""
    if not witnesses:
        return unread(paper, form)
    ranked = sorted(grouped(witnesses, form.kind), key=lambda group: -group_weight(group))
    best = max(ranked[0], key=lambda witness: (witness.weight, witness.certainty))
    confidence = settled_confidence(ranked, best, form.kind)
    odd = paper.is_simplified and is_traditional(best.value)
    return Field(
        value=simplified(best.value) if odd and best.certainty < CLEAR else best.value,
        text=best.place.text.strip(),
        confidence=round(min(confidence, DOUBTFUL) if odd else confidence, 4),
        page=best.place.page,
        box=best.place.box,
        method=best.method,
        repaired=best.repaired,
    )


CLEAR = 0.95
"""Certainty from which a traditional character among simplified ones stays as it was read (guess)."""
DOUBTFUL = 0.7
"""Most for a value with such a character: below what rules take for read."""


RESTORED = "昇頫蒐濛峯"
"""Variants that names are registered with today (most by 通用规范汉字表, 2013), although a table of simplified forms has them."""


def is_traditional(value: FieldValue) -> bool:
    """Whether a value has a traditional character; on a paper printed in simplified ones it is a misread of its simplified form,
    or the name that its bearer insists on."""
    return value is not None and simplified(value) != value


def simplified(value: FieldValue) -> FieldValue:
    def plain(text: str) -> str:
        return "".join(character if character in RESTORED else simplify(character) for character in text)

    return [plain(one) for one in value] if isinstance(value, list) else plain(value) if value else value


NAMES = ("company", "issuer", "authority", "owner", "bank_name")


def grouped(witnesses: Sequence[Candidate], of: str) -> list[list[Candidate]]:
    """Witnesses by value. Of names, the beginning of a longer one that is nearly as sure was cut off, and speaks for it."""
    groups: dict[str, list[Candidate]] = {}
    for witness in witnesses:
        groups.setdefault(repr(witness.value), []).append(witness)
    if of not in NAMES:
        return list(groups.values())
    ranked = sorted(groups.values(), key=lambda group: -len(str(group[0].value)))
    kept: list[list[Candidate]] = []
    for group in ranked:
        longer = [
            other
            for other in kept
            if (is_cut_off(group[0], other[0]) and trust(other) > 0.6 * trust(group)) or lost_its_place(group[0], other[0])
        ]
        if longer:
            longer[0].append(replace(longer[0][0], weight=trust(group)))
        else:
            kept.append(group)
    return kept


def is_cut_off(part: Candidate, whole: Candidate) -> bool:
    """Whether a name is the beginning of a longer one, or a short piece of its end that wrapped."""
    short, long = str(part.value), str(whole.value)
    return long.startswith(short) or (len(short) < 7 and long.endswith(short))


def lost_its_place(part: Candidate, whole: Candidate) -> bool:
    """Whether a name is another without the city that it begins with, or without a part of that, as a seal's rim hides it."""
    short, long = str(part.value), str(whole.value)
    return long.endswith(short) and long != short and PLACES.fullmatch(long[: -len(short)]) is not None


PLACES = re.compile("北京?市?|上海?市?|天津?市?|重庆?市?|中关?村?|中国?")


def trust(group: Sequence[Candidate]) -> float:
    return max(witness.weight for witness in group)


def group_weight(group: Sequence[Candidate]) -> float:
    """The best witness's weight and certainty, and a little for each other place that says the same."""
    best = max(witness.weight * (0.5 + 0.5 * witness.certainty) for witness in group)
    return best + 0.05 * min(3, len(places(group)) - 1)


def places(group: Iterable[Candidate]) -> set[tuple[int, int, int]]:
    """The different spots on the paper, by page and hundredths of it."""
    return {(w.place.page, round(100 * w.place.box.x0), round(100 * w.place.box.y0)) for w in group}


def settled_confidence(ranked: Sequence[Sequence[Candidate]], best: Candidate, of: str) -> float:
    """How sure the best witness's value is: read clearly, where it belongs, said twice or proved, whole, and without a rival."""
    confidence = best.certainty * (min(1.0, 0.72 + 0.4 * best.weight) if best.weight >= WEAK else GUESS)
    if is_proved(best, of):
        confidence = max(confidence, CHECKED)
    elif best.valid is False:
        confidence *= WRONG_CHECK
    if len(places(ranked[0])) > 1 and (best.weight >= WEAK or len({witness.method for witness in ranked[0]}) > 1):
        confidence = 1 - (1 - confidence) * 0.5
    if has_rival(ranked, best) or (of in NAMES and read_otherwise(ranked, best)):
        confidence *= RIVALLED
    if not looks_whole(of, best.value):
        confidence *= TORN
    if best.repaired:
        confidence = REPAIRED if best.valid and of in CHECK_DIGITS else min(confidence, GUESSED)
    return min(0.999, confidence)


CHECK_DIGITS = ("uscc", "id_number", "patent_number", "bank_code")


def is_proved(best: Candidate, of: str) -> bool:
    """Whether a check digit, or a level said twice, settles the value; the structure of a certificate's number does not."""
    digits = of in CHECK_DIGITS and not (of == "id_number" and len(str(best.value)) == 15)
    return best.valid is True and (digits or of == "skill_level")


def has_rival(ranked: Sequence[Sequence[Candidate]], best: Candidate) -> bool:
    """Whether another value is nearly as likely; of two numbers only one that proves as well can rival one that is proved."""
    rivals = [group for group in ranked[1:] if group_weight(group) > 0.93 * group_weight(ranked[0])]
    return any(not best.valid or any(witness.valid for witness in group) for group in rivals)


LABELLED = 0.8
"""Weight from which a label, or a sentence made for the value, vouches for it."""
ALIKE = 0.8
"""Similarity from which two names on one paper are two readings of one (guessed: one character in eight)."""


def read_otherwise(ranked: Sequence[Sequence[Candidate]], best: Candidate) -> bool:
    """Whether a seal or another line gives the same name with other characters, so that one of the readings is wrong; where a
    label or a second place speaks for the name, it is the other."""
    if best.weight >= LABELLED or len(places(ranked[0])) > 1:
        return False
    others = (str(group[0].value) for group in ranked[1:])
    name = str(best.value)
    return any(len(other) == len(name) and similarity(name, other) >= ALIKE for other in others)


EMPTY_FORM = re.compile(r"[\s年月日_＿/／\-—.:：一]*|.{0,4}(?:签字|盖章|签章).{0,3}")
"""What a form prints where nothing was filled in."""


def unread(paper: Paper, form: FieldForm) -> Field | None:
    """A field whose label stands on the paper with something behind it that is no value: present, but not read."""
    for label in paper.labels:
        if label.field != form.name or label.strength < 1 or label.rank > 1:
            continue
        for _, passage in value_passages(paper, label, wraps=False):
            place = passage.locate(0, len(passage.text))
            if place is not None and not EMPTY_FORM.fullmatch(place.text) and not is_date(place.text):
                return Field(
                    value=None, text=place.text.strip(), confidence=0.01, page=place.page, box=place.box, method="layout"
                )
    return None


__all__ = ["Candidate", "Paper", "all_values", "find_fields", "is_under", "read_value"]
