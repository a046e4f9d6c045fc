"""Where the value of a label may stand: behind it, beside it or below it, with the lines that it wraps to."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from extractors.kinds import kind
from extractors.labels import Label, looks_labelled
from extractors.layout import SEPARATORS, PageLines, Passage, Span, centred_under, shares_height
from extractors.paper import Paper
from models.records import Box, Line

MAX_WRAPPED = 24  # lines that one value may run over, as business scopes in small print do
FAR_RIGHT = 16  # characters of white between a label and its value in a table
WIDEST = 40  # … in a wide one, where nothing else stands beside or below the label


NAMES = ("company", "issuer", "authority", "owner", "bank_name")
ORGANISATION = re.compile(r"(?:司|厂|店|社|部|院|所|中心|会|集团|校|大学|局|行|站|馆|园)$")
"""How names of organisations end; the last of it alone may have a line to itself, as 司 of 公司."""


def value_passages(paper: Paper, label: Label, *, wraps: bool, far: bool = False) -> Iterator[tuple[str, Passage]]:
    """Where the label's value may stand, likeliest first: behind it, to its right, below it; each with its wrapped lines."""
    page = paper.page(label.span.page)
    for way, spans in value_beginnings(paper, page, label, wraps=wraps, far=far):
        yield from ((way, passage) for passage in grown_passages(paper, page, label, spans, wraps=wraps))


def value_beginnings(
    paper: Paper, page: PageLines, label: Label, *, wraps: bool, far: bool
) -> Iterator[tuple[str, Sequence[Span]]]:
    """The value's print down to the line that may wrap, by its way: inline · right · below · far."""
    inline = behind(paper, label)
    if inline is not None:
        if torn := torn_off(paper, page, inline):
            yield "inline", [inline, *torn]
        if wraps and (above := lines_before(paper, page, label, [inline])):
            yield "inline", [*above, without_separators(inline)]
        yield "inline", [inline]
    right = block_beside(paper, page, label) if wraps else beside(paper, page, label)
    if inline is None and right and wraps and right[0].start == 0 and (above := lines_before(paper, page, label, right)):
        yield "right", [*above, *right]
    if right:
        yield "right", right
    if inline is not None or heads_a_sentence(paper, label):
        return
    chinese = repeated_above(paper, page, label)
    under = beneath(paper, page, label) if chinese is None or behind(paper, chinese) is None else None
    if under is not None and (far or not right):
        yield "below", [under, *torn_off(paper, page, under)]
    if not right and under is None and (rest := run_on(paper, page, label)) is not None:
        yield "below", [rest]
    if not right and label.strength == 1 and (away := beside(paper, page, label, reach=WIDEST)):
        yield "far", away


def heads_a_sentence(paper: Paper, label: Label) -> bool:
    """Whether a sentence about another label's matter follows the label and its colon, as in 工作岗位：乙方在技术部担任…"""
    text = label.span.line.text
    colon = re.match(r"\s*[:：]\s*", text[label.span.end :])
    begins = label.span.end + colon.end() if colon else -1
    return any(other.span.start == begins and other.strength < 1 for other in paper.labels_in(label.span.page, label.span.line))


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


def lines_before(paper: Paper, page: PageLines, label: Label, level: Sequence[Span]) -> list[Span]:
    """The first lines of a value whose label stands at half the height of its cell, or at its foot, before the lines ``level``
    with it: set apart from what stands above. Only values of several full lines are so long."""
    spans = lines_above(paper, page, without_separators(level[0])) if kind_of(paper, label) in SEVERAL_LINES else []
    below = len(wrapped_lines(paper, page, label, level[-1])) if spans else 0
    return spans if below == 0 or abs(len(spans) - below) <= 1 else []


SEVERAL_LINES = ("scope", "address", "text")


def lines_above(paper: Paper, page: PageLines, value: Span) -> list[Span]:
    """The lines close above, that begin where the value does and have no label; none when what is above them is as close."""
    spans: list[Span] = []
    first, gap = value.box, 0.0
    for line in sorted(page.lines, key=lambda line: -line.box.y1):
        aside = min(line.box.x1, value.line.box.x1) < max(line.box.x0, value.box.x0)
        if aside or line.box.centre[1] > first.y0 or is_english(line.text):
            continue
        white = first.y0 - line.box.y1
        if white > 0.8 * value.box.height or is_of_another(paper, page, line, value):
            return spans if white > gap + SET_APART * value.box.height else []
        spans = [Span(page.index, line, 0, len(line.text)), *spans]
        first, gap = line.box, max(gap, white)
    return spans


UNPLACED = 5.0
"""Characters by which a value behind a label spread with white may begin later than where its line's length tells (guess)."""


def without_separators(span: Span) -> Span:
    """The span without the colon that stands between a label and its value."""
    return Span(span.page, span.line, span.end - len(span.text.lstrip(SEPARATORS)), span.end)


SET_APART = 0.2
"""Line heights by which the white between two cells exceeds that within one at least (guess)."""


def is_of_another(paper: Paper, page: PageLines, line: Line, value: Span) -> bool:
    """Whether a line above a value begins elsewhere, is not full, of another size, a label or the value of one."""
    em = page.em(value.box)
    indent = (line.box.x0 - value.box.x0) / max(em, 1e-6)
    aligned = -1.2 < indent < (1.2 if value.line.centres else UNPLACED) and line.box.x1 > value.box.x1 - 3 * em
    aligned = aligned and 0.7 < line.box.height / value.box.height < 1.4
    labelled = first_label(paper, page, line) < len(line.text) or has_label_left(paper, page, line)
    return not aligned or labelled or is_date(line.text)


def torn_off(paper: Paper, page: PageLines, inline: Span) -> list[Span]:
    """What follows on the same height without white between, seen as a line of its own because a seal's rim crosses there."""
    spans: list[Span] = []
    edge = inline.line.box.x1
    for line in page.right_of(inline.line.box):
        gap = (line.box.x0 - edge) / max(page.em(line.box), 1e-6)
        touches = -TOUCHING < gap < TOUCHING or (gap < SPREAD and is_lone(inline.text) and is_lone(line.text))
        if not touches or inline.end < len(inline.line.text) or first_label(paper, page, line) == 0:
            break
        spans.append(Span(page.index, line, 0, len(line.text)))
        edge = line.box.x1
    return spans


def is_lone(text: str) -> bool:
    """One Chinese character: half of a name of two, set as wide as one of three."""
    return re.fullmatch(r"[\u4e00-\u9fff]", text.strip(SEPARATORS)) is not None


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
    if any(lies_over(one.box, other.box) for one, other in pairwise(level)):
        level = sorted(level, key=lambda span: span.box.y0)
    box = label.span.line.box
    near = [
        line
        for line in page.lines
        if line.box.x0 >= box.x1 - 0.5 * page.em(box)
        and abs(line.box.centre[1] - box.centre[1]) < 1.4 * box.height
        and first_label(paper, page, line) == len(line.text)
        and not is_english(line.text)
    ]
    apart = [line for line in near if not shares_height(line.box, box)]
    free = [line for line in apart if not any(is_in_column(paper, page, other, box) for other in page.left_of(line.box))]
    above = [line for line in free if line.box.centre[1] < box.centre[1]]
    begins_here = level and (level[0].start > 0 or re.match(r"\s*[:：]", level[0].text))  # with the label's own colon
    if not above or begins_here:
        return level
    if level and len(above) == len(free) and abs(level[0].box.centre[1] - box.centre[1]) < LEVEL * box.height:
        return level  # a cell of two lines has its label between them
    head = top_of(page, paper, min(above, key=lambda line: line.box.x0))
    low = box.centre[1] + 1.4 * box.height
    block = [line for line in page.lines if head.box.centre[1] < line.box.centre[1] < low]
    own = [line for line in block if shares_height(line.box, box) or not has_label_left(paper, page, line, of=label.field)]
    rest = [line for line in own if abs(line.box.x0 - head.box.x0) < page.em(head.box)]
    if head.box.x0 - box.x1 > FAR_RIGHT * page.em(box) or (level and not rest):
        return level
    return [Span(page.index, line, 0, len(line.text)) for line in (head, *rest)]


LEVEL = 0.2
"""Line heights by which the middles of a label and of a value level with it differ at most (guess)."""


def is_in_column(paper: Paper, page: PageLines, line: Line, label: Box) -> bool:
    """Whether a line left of a value is a label, or stands in the label's column, so that the value is of another row."""
    return bool(paper.labels_in(page.index, line)) or min(line.box.x1, label.x1) > max(line.box.x0, label.x0)


def lies_over(box: Box, other: Box) -> bool:
    """Whether two pieces on a label's height are lines of one cell rather than parts of one line."""
    return min(box.x1, other.x1) - max(box.x0, other.x0) > 0.5 * min(box.width, other.width)


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
    if not starts:
        return len(line.text)
    return min(starts) if line.text[: min(starts)].strip(SEPARATORS) else 0


def beneath(paper: Paper, page: PageLines, label: Label) -> Span | None:
    """The line below, when it holds no label of its own and is not the value of one. English below a Chinese label is skipped; it
    may be the wider of the two, but what begins beyond the label is of another column."""
    box = label.span.box
    reach = box.y1 + 2.2 * box.height
    english = [line for line in page.below(box)[:1] if is_english(line.text)]
    further = [line for note in english for line in page.below(note.box) if line.box.x0 < box.x1]
    for line in sorted({id(one): one for one in (*page.below(box), *further)}.values(), key=lambda one: one.box.y0):
        if line.box.y0 > reach:
            return None
        if is_english(line.text):
            reach += line.box.height
            continue
        end = before_next(paper, page, line, label)
        others = end == 0 or has_label_left(paper, page, line) or is_sentence(paper, label, line.text)
        return None if others else Span(page.index, line, 0, end)
    return None


def run_on(paper: Paper, page: PageLines, label: Label) -> Span | None:
    """The line below when a label with its colon ends a line behind another one, as in 部门：生产部 岗位：, so that the value
    stands where that line began."""
    line = label.span.line
    others = [other for other in paper.labels_in(label.span.page, line) if other.span.end <= label.span.start]
    if not others or "，" in line.text or label.strength < 1 or not re.search(r"[:：]\s*$", line.text):
        return None
    if line.box.x1 < max(one.box.x1 for one in page.lines) - ROOM * page.em(line.box):
        return None
    for other in page.below(line.box)[:1]:
        free = first_label(paper, page, other) == len(other.text) and not is_sentence(paper, label, other.text)
        near = other.box.y0 - line.box.y1 < 1.6 * line.box.height and abs(other.box.x0 - line.box.x0) < 3 * page.em(line.box)
        return Span(page.index, other, 0, len(other.text)) if free and near else None
    return None


ROOM = 8
"""Characters of white behind a label in which its value would have been printed (guess)."""


def before_next(paper: Paper, page: PageLines, line: Line, label: Label) -> int:
    """Where the value that a line below a label begins with ends: before the line's own label, as in 侯昊江性别：男. Nowhere when
    that is of a column of its own, unless the value begins where the label does."""
    first = first_label(paper, page, line)
    if first < len(line.text) and abs(line.box.x0 - label.span.box.x0) > page.em(line.box):
        return 0
    return min([first, *(other.span.start for other in paper.labels_in(page.index, line))])


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
            or has_label_left(paper, page, line, of=label.field)
            or opens_another(paper, label, line.text)
            or begins_torn_label(page, line)
            or is_of_another_row(page, label, line)
        ):
            break
        in_column = left - 3 * em <= line.box.x0 <= value_left + 2.5 * em or ends_name(paper, page, label, spans or [last], line)
        if not in_column or not 0.45 < line.box.height / last.line.box.height < 1.8:
            break
        spans.append(Span(page.index, line, 0, len(line.text)))
        gaps.append(max(0.0, line.box.y0 - previous.y1))
        previous = line.box
    return spans[: same_block(gaps, last.line.box.height)]


def is_of_another_row(page: PageLines, label: Label, line: Line) -> bool:
    """Whether print stands left of a line in the label's own column, which makes the line the value of another row, whatever its
    label may be. A label that wraps goes on close below itself."""
    box, em = label.span.box, page.em(label.span.box)
    return any(
        abs(other.box.x0 - box.x0) < em
        and other.box.x1 < line.box.x0 - 0.5 * em
        and re.match(r"\s*[\u4e00-\u9fff]{2}", other.text) is not None
        and abs(other.box.x1 - box.x1) < 3 * em
        and (other.box.centre[1] - box.centre[1] > WRAPPED * box.height or OF_A_LABEL.search(other.text))
        for other in page.left_of(line.box)[:1]
        if other is not label.span.line
    )


OF_A_LABEL = re.compile(r"(?:单位|机构|机关|部门|日期|时间|编号|号码|名称|电话|备注|状态|联系人)\s*[：:]?\s*$")
"""How labels of the next row end, however close they stand."""
WRAPPED = 1.8
"""Line heights from a label's first line down to which it may go on itself (guess)."""


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
    fits = centred_under(line.box, before[-1].line.box, page) or runs_on(page, before[-1].line, line)
    return lacks and fits and ORGANISATION.search(line.text.strip()) is not None


def runs_on(page: PageLines, line: Line, other: Line) -> bool:
    """Whether a line ends at the right edge of the print, and the other below it begins at the left edge."""
    em = page.em(line.box)
    left, right = min(one.box.x0 for one in page.lines), max(one.box.x1 for one in page.lines)
    return line.box.x1 > right - 2 * em and other.box.x0 < left + 3 * em and 0 < other.box.y0 - line.box.y0 < 4 * line.box.height


def opens_another(paper: Paper, label: Label, text: str) -> bool:
    """A line that holds a date and nothing else, or begins with what looks like a label, is no rest of a value, and a sentence is
    none of a name. In a business scope it may be: there ； is often read as ：."""
    of = kind_of(paper, label)
    if is_sentence(paper, label, text) or (of in ISSUERS and ANOTHER_BODY.match(text)):
        return True
    if (of in NAMES and (REST_OF_DATE.fullmatch(text) or TITLE.search(text.strip()))) or ITEM_CODE.match(text):
        return True
    if (of in NAMES and OF_A_STAMP.fullmatch(text.strip())) or (of == "scope" and SCOPE_NOTE.search(text)):
        return True
    if PAGE.fullmatch(text.strip()) or (of not in SEVERAL_LINES and NEXT_ITEM.match(text)):
        return True
    return is_date(text) or (of != "scope" and looks_labelled(text))


def begins_torn_label(page: PageLines, line: Line) -> bool:
    """Whether a character or two are what was seen of a label spread with white, whose end with the colon stands beside them."""
    seen = line.text.strip()
    beside = page.right_of(line.box)[:1] if len(seen) < 3 and not ORGANISATION.search(seen) else []
    near = [other for other in beside if other.box.x0 - line.box.x1 < SPREAD * page.em(line.box)]
    return any(looks_labelled(seen + other.text, longest=6) for other in near)


SPREAD = 4
"""Characters of white within a label that is spread over its cell (guess)."""


def is_sentence(paper: Paper, label: Label, text: str) -> bool:
    """Whether a line is of a sentence, and so no name as the label stands before."""
    return kind_of(paper, label) in (*NAMES, "occupation") and re.search(r"[，。]", text) is not None


ISSUERS = ("issuer", "authority")
ANOTHER_BODY = re.compile(
    r"(?:中华人民共和国|北京|天津|上海|重庆|[\u4e00-\u9fff]{2,3}(?:省|自治区))[\u4e00-\u9fff]{2,}[部局厅会院]$"
)
"""A body that begins anew with its place, as the next row of a table or the second of those who sign."""
OF_A_STAMP = re.compile(r"[（(][^（）()]*[章印][）)]")
SCOPE_NOTE = re.compile(r"^\s*(?:商事主体|市场主体应当|企业信用)|扫.{0,6}码.{0,4}查询")
"""What a form says of the seal under a name, and to those who read the licence."""
PAGE = re.compile(r"[（(—-]*第\s*[一二三四五\d]+\s*页.*")
NEXT_ITEM = re.compile(r"\s*[一二三四五六七八九十]{1,3}、\s*[\u4e00-\u9fff]{2}")
"""A page's number, and the number of the next item on a paper."""
ITEM_CODE = re.compile(r"\s*[（(]\d{2}[）)]\s*[\u4e00-\u9fff]")
"""How the front page of a patent numbers its items."""
TITLE = re.compile(r"(?:证书|执照|合同书?|承诺书)$")
"""How titles of papers end, and no names."""
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


ROWS = 3
"""Heights of a line from which print that runs down its side is a title beside many rows, and no label of one."""


def has_label_left(paper: Paper, page: PageLines, line: Line, *, of: str | None = None) -> bool:
    """Whether the next print on the left is a label still without its value, which this line then is. ``of``: a field whose label
    may be repeated in English, which claims nothing of its own."""
    return any(
        is_blank(NOTE.sub("", other.text[label.span.end :], count=1))
        and not (of and label.field == of and is_english(other.text))
        and not repeated_above(paper, page, label)
        and not (other.vertical and other.box.height > ROWS * line.box.height)
        for other in page.left_of(line.box)[:1]
        for label in paper.labels_in(page.index, other)
    )


def repeated_above(paper: Paper, page: PageLines, label: Label) -> Label | None:
    """The label of the same field right above, which this one only repeats in English."""
    line = label.span.line
    if not is_english(line.text):
        return None
    return next(
        (
            other
            for upper in page.lines
            if upper.box.y1 <= line.box.centre[1] < upper.box.y1 + 2 * upper.box.height
            and abs(upper.box.x0 - line.box.x0) < 2 * page.em(line.box)
            for other in paper.labels_in(page.index, upper)
            if other.field == label.field
        ),
        None,
    )
