"""Ways of finding a value that no label stands beside: dates at the foot, words, headings, the largest print, seals, who signs.
A paper in, candidates out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from extractors.declaration import Finder
from extractors.finding import END_OF_NAME, all_values, read_value
from extractors.kinds import kind
from extractors.kinds.date import find_dates
from extractors.labels import Label
from extractors.layout import SEPARATORS, PageLines, Passage, Place, Span, centred_under, is_under, whole_line
from extractors.paper import Candidate, Paper
from extractors.value_places import WIDEST, has_label_left, kind_of, value_passages
from models.records import Box, Line

DATE_WORDS = re.compile(r"日期|期限|时间|有效期|年月|日$|[出诞]生")


BESIDE = 14  # characters that may stand on the line of a paper's date: it is no date within a sentence


@dataclass(frozen=True)
class PrintedDate:
    """A date in a passage: ``text[start:end]`` says ``value`` (ISO 8601)."""

    start: int
    end: int
    value: str


def dates_in(passage: Passage) -> list[PrintedDate]:
    """Every whole date of a passage, from left to right."""
    return [PrintedDate(found.start, found.end, str(found.value)) for found in find_dates(passage.text)]


def last_free_date(paper: Paper) -> Iterator[Candidate]:
    """Dates that no date label claims, the later on the paper the likelier: a paper is dated at its foot. The day it was printed
    on only guesses at a date that cannot be read."""
    printed: list[Candidate] = []
    found: list[Candidate] = []
    for page in paper.pages:
        for line in page.lines:
            for candidate in all_values(whole_line(page.index, line), kind("whole_date"), method="layout"):
                free = len(line.text) - len(candidate.place.text) <= BESIDE and not within_term(line.text, candidate.place.text)
                if free and not claimed(paper, page.index, line, candidate.place):
                    (printed if is_printers(page, line) else found).append(candidate)
    if printed and not found:
        yield replace(printed[-1], weight=PRINTED_ON)
    last = found[-1] if found else None
    several = any(one.value != last.value and one.place.page == last.place.page for one in found if last)
    for distance, candidate in enumerate(reversed(found)):
        yield replace(candidate, weight=(SEVERAL_DATES if several else 0.75) * 0.8**distance)


PRINTED_ON = 0.3
"""Weight of the day on which a document was printed: often, but not always, the day it is of."""
SEVERAL_DATES = 0.4
"""Weight of the last of several dates on a page, none of which has a label: any of them may be the paper's."""


def within_term(line: str, date: str) -> bool:
    """Whether the print around a date on its line says that something runs from it or until it."""
    before, _, after = line.partition(date)
    return bool(
        re.search(r"[自从至到]\s*$", before)
        or re.match(r"\s*日?\s*(?:[（(]含[）)])?\s*(?:起|止|至|到|生效|终止|届满|期满|出生|生[，,])", after)
    )


def claimed(paper: Paper, index: int, line: object, place: Place) -> bool:
    """Whether a label about dates stands before the place, on its line or just left of it."""
    page = paper.page(index)
    if any(TERM_GOES_ON.search(other.text) for other in page.lines if just_above(other.box, place.box)):
        return True
    labels = [label for label in paper.labels if label.span.line is line and label.span.box.x0 < place.box.x0]
    if not labels:
        left = [other for other in page.left_of(place.box) if other is not line][:1]
        near = [other for other in left if place.box.x0 - other.box.x1 < WIDEST * page.em(place.box)]
        above = [other for other in page.lines if is_label_above(paper, index, other, place.box)]
        labels = [label for other in (*near, *above) for label in paper.labels_in(index, other)]
    return any(about_dates(paper, label) for label in labels)


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


def just_above(box: Box, lower: Box) -> bool:
    return 0 < lower.centre[1] - box.centre[1] < 2.5 * lower.height


def about_dates(paper: Paper, label: Label) -> bool:
    return kind_of(paper, label) in ("date", "whole_date", "term_end") or DATE_WORDS.search(label.span.text) is not None


def said(paper: Paper, start: int, end: int, value: str, weight: float) -> Iterator[Candidate]:
    place = paper.prose.locate(start, end)
    if place is not None:
        yield Candidate(value, place, weight, "prose")


# ---- words and headings --------------------------------------------------------------------------------------------------------


def by_words(words: dict[str, str], *, weight: float = 0.8) -> Finder:
    """A finder that gives a value wherever its words stand: {value: regular expression}; the first on the paper weighs most."""

    def find(paper: Paper) -> Iterator[Candidate]:
        hits = [(match, value) for value, pattern in words.items() for match in re.finditer(pattern, paper.prose.text)]
        for rank, (match, value) in enumerate(sorted(hits, key=lambda hit: hit[0].start())):
            yield from said(paper, match.start(), match.end(), value, weight * 0.9**rank)

    return find


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
        unsure = any(re.search(topic.mention, paper.prose.text) for name, topic in known.items() if name not in places)
        if present:
            yield Candidate(present, places[present[0]], 0.3 if unsure else 0.9, "prose")

    return find


def in_prose(pattern: str, of: str, *, weight: float) -> Finder:
    """A value that the running text says, where the pattern is too weak a witness to be one of the field's own."""

    def find(paper: Paper) -> Iterator[Candidate]:
        for match in re.finditer(pattern, paper.prose.text):
            candidate = read_value(paper.prose, kind(of), method="prose", offset=match.start("value"), end=match.end("value"))
            if candidate is not None:
                yield replace(candidate, weight=weight)

    return find


def topic_place(paper: Paper, topic: Topic) -> Place | None:
    """Where the paper first deals with a topic."""
    heading = rf"^{ORDINAL}(?:{topic.heading})$"
    searches = (
        *((passage, topic.words) for passage in (paper.prose, *headings(paper))),
        *((line, heading) for line in paper.bare_lines),
    )
    for passage, pattern in searches:
        match = re.search(pattern, passage.text)
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


def whole_values(of: str, *, method: str = "layout", weight: float = 0.5, last: bool = False, like: str = "") -> Finder:
    """A finder for values of a kind on lines of their own, the first (or the last) on the paper weighing most; ``like``: what
    the value must look like."""

    def find(paper: Paper) -> Iterator[Candidate]:
        found = [
            candidate
            for page in paper.pages
            for line in page.lines
            for candidate in all_values(
                to_its_end(page, line) if of == "company" else whole_line(page.index, line), kind(of), method=method
            )
            if re.search(like, str(candidate.value))
        ]
        for rank, candidate in enumerate(reversed(found) if last else found):
            yield replace(candidate, weight=weight * 0.95**rank * candidate.weight)

    return find


def to_its_end(page: PageLines, line: Line) -> Passage:
    """The line, with the one below it when that is the rest of a company's legal form, as a narrow cell wraps it."""
    under = page.below(line.box)[:1] if re.search(r"[有限责任股份]$", line.text) else []
    rest = [other for other in under if END_OF_NAME.fullmatch(other.text.strip()) and just_above(line.box, other.box)]
    return Passage([Span(page.index, part, 0, len(part.text)) for part in (line, *rest)])


# ---- seals ---------------------------------------------------------------------------------------------------------------------


def seal_name(of: str = "company", *, weight: float = 0.45, pattern: str = "") -> Finder:
    """The name on a seal as a witness; ``pattern`` restricts which names may be it."""

    def find(paper: Paper) -> Iterator[Candidate]:
        for seal in paper.seals:
            if seal.name and (not pattern or re.search(pattern, seal.name)):
                place = Place(seal.page, seal.box, seal.confidence, seal.name)
                yield Candidate(kind(of).normalise(seal.name), place, weight, "seal")

    return find


def signed_above_date(paper: Paper) -> Iterator[Candidate]:
    """Who signs a certificate: the body whose name stands in the lower part, just above or beside the date; the nearest first."""
    free = list(last_free_date(paper))[:1]
    for date in free or list(labelled_dates(paper))[-1:]:
        page, rank = paper.page(date.place.page), 0
        for line in sorted(page.lines, key=lambda line: -line.box.y1):
            if not near_above(line.box, date.place.box) or is_claimed(paper, page, line):
                continue
            whole, single = whole_name(page, line), whole_line(page.index, line)
            passage = next((one for one in (whole, single) if is_body(re.sub(r"\s", "", one.text))), None)
            place = passage.locate(0, len(passage.text)) if passage else None
            if place is not None:
                name = kind("company").normalise(strip_body(re.sub(r"\s", "", place.text)))
                yield Candidate(name, place, (0.7 if free else 0.6) * 0.97**rank, "layout")
                rank += 1


def labelled_dates(paper: Paper) -> Iterator[Candidate]:
    """The dates behind the paper's own date labels, from the top."""
    for label in paper.labels:
        if label.strength == 1 and kind_of(paper, label) == "whole_date":
            found = (
                read_value(passage, kind("whole_date"), method="layout")
                for _, passage in value_passages(paper, label, wraps=False)
            )
            yield from (candidate for candidate in found if candidate is not None)


def stamped_body(paper: Paper) -> Iterator[Candidate]:
    """A body on a line of its own that ends with the word for its seal, as （盖章）."""
    for page in paper.pages:
        for line in page.lines:
            text = re.sub(r"\s", "", line.text)
            place = whole_line(page.index, line).locate(0, len(line.text))
            if place is not None and STAMPED.search(text) and is_body(text) and not is_claimed(paper, page, line):
                yield Candidate(kind("company").normalise(STAMPED.sub("", text)), place, 0.6, "layout")


STAMPED = re.compile(r"[（(](?:盖?章|印章?|公章)[）)]$")


def is_claimed(paper: Paper, page: PageLines, line: Line) -> bool:
    """Whether a line is a label's or a label's value, or of whoever printed the paper, and so signs nothing."""
    own = any(label.span.start == 0 and kind_of(paper, label) == "issuer" for label in paper.labels_in(page.index, line))
    return own or is_labelled(paper, page.index, line) or has_label_left(paper, page, line) or is_printers(page, line)


def is_printers(page: PageLines, line: Line) -> bool:
    """Whether a line stands in the foot of an official document, where the office that had it printed says so."""
    return any(re.search(r"印[发制]\s*$", other.text) for other in (line, *page.right_of(line.box)))


def is_body(text: str) -> bool:
    return BODY.search(text) is not None and NOT_A_BODY.search(text) is None


def whole_name(page: PageLines, line: Line) -> Passage:
    """The line with the one above it, when a name that does not end there goes on in this one: it is set in the middle of the
    other, or begins where that begins, and is no longer."""
    if OF_A_PLACE.match(line.text):
        return whole_line(page.index, line)
    above = [
        other
        for other in page.lines
        if is_under(line.box, other.box)
        and line.box.y0 - other.box.y1 < CLOSE * line.box.height
        and BEGINNING.fullmatch(re.sub(r"\s", "", other.text))
        and (is_part(line) or (not BODY.search(re.sub(r"\s", "", other.text)) and line.box.width <= other.box.width))
        and (centred_under(line.box, other.box, page) or abs(line.box.x0 - other.box.x0) < page.em(line.box))
    ]
    return Passage([Span(page.index, part, 0, len(part.text)) for part in (*above[-1:], line)], spaces=False)


def is_part(line: Line) -> bool:
    """Whether a line names a part of an organisation by what it does, so that the organisation stands above it."""
    return re.match(r"(?:职业|技能|培训|考评|鉴定|评价|认定)\S*(?:中心|机构|站|所|部)$", re.sub(r"\s", "", line.text)) is not None


BEGINNING = re.compile(r"[\u4e00-\u9fff（）()]{6,}")
OF_A_PLACE = re.compile(r"北京|天津|上海|重庆|中国|中华|国家|[\u4e00-\u9fff]{2,3}(?:省|市|自治区)")
"""How names of organisations begin; what begins so goes on with none."""
CLOSE = 1.2
"""Line heights of white between the lines of one name at most (guess)."""


def is_labelled(paper: Paper, index: int, line: Line) -> bool:
    """Whether a line begins with a label of the paper or is one, such as 职业技能鉴定（指导）中心（印）."""
    return any(label.span.start == 0 and label.strength == 1 for label in paper.labels_in(index, line))


BODY = re.compile(
    r"(?:部|局|委员会|委|政府|厅|协会|学会|联合会|商会|总会|工会|公司|集团|中心|院|所|处|办公室|大学|学校|学院|组委会|厂|社|馆)[）)]?[（(]?[章盖印]*[）)]?$"
)
NOT_A_BODY = re.compile(r"[：:。，,；;]|同志|荣获|授予|特发|此证|证书|编号")


def strip_body(text: str) -> str:
    """A signing body's name without (盖章) behind it."""
    return re.sub(r"[（(](?:盖?章|印章|公章)[）)]$", "", text)


def near_above(box: Box, date: Box) -> bool:
    """Within seven line heights above the date, or on its height, and overlapping its width or right of the page's middle."""
    gap = date.y0 - box.y1
    aligned = min(box.x1, date.x1) - max(box.x0, date.x0) > -0.1
    return -1.2 * date.height < gap < 7 * date.height and aligned


LEGAL_FORMS = r"(?:有限责任公司|有限公司|公司|协会|学会|联合会|商会|促进会|研究院|研究所|中心|学校|大学|医院|集团|厂|事务所)"
COMPANY = rf"^(?!.*(?:承诺|法定代表|签字|盖章|日期|管理委员会|管委会|人力资源和社会保障|营商环境|制度|工作室)).*{LEGAL_FORMS}$"
"""What the name of an applicant unit looks like; the offices that letters are addressed to are none."""
COMPANY_END = re.compile(rf"{LEGAL_FORMS}(?:[^，。；：:、的]{{0,12}}分公司)?")
BEFORE_COMPANY = re.compile(
    r"(?:承诺书|承诺函|证书|合同书|为|规范|根据|结合|按照|关于|适用于|制度|工作室|办法|承诺|名称|[本我]单位|[本我]公司|承诺人|授予|[：:“《，。；、]|[月0-9一二三四五六七八九十廿][0-9一二三四五六七八九十]日|[A-Z]-\d{2}|-\d{3})$"
)


def companies_in_prose(*, weight: float = 0.5) -> Finder:
    """A finder for companies named within sentences: the print before a legal form, back to a word that cannot be part of a
    name. Each place a name is printed at counts."""

    def find(paper: Paper) -> Iterator[Candidate]:
        text, before = paper.prose.text, 0
        for end in COMPANY_END.finditer(text):
            start, before = max(before, name_start(text, end.start())), end.end()
            if end.end() - start >= 6 and re.search(COMPANY, text[start : end.end()]):
                yield from said(paper, start, end.end(), kind("company").normalise(text[start : end.end()]), weight)

    return find


def name_start(text: str, end: int) -> int:
    """Where the name that ends at ``end`` begins: after punctuation or a word such as 为 or 根据, at most 30 characters back."""
    start = end
    while start > max(0, end - 30) and not BEFORE_COMPANY.search(text[max(0, start - 4) : start]):
        start -= 1
    opened = re.match(r"[（(](?=[^（）()]*(?:[（(][^（）()]*[）)][^（）()]*)*$)", text[start:end])
    return start + 1 if opened else start  # a bracket around the whole name, as in 本单位（…）


def from_title(pattern: str, of: str, *, weight: float = 0.6) -> Finder:
    """A value that is part of a heading: ``pattern``'s group ``value`` on a single line without white space."""

    def find(paper: Paper) -> Iterator[Candidate]:
        for page in paper.pages:
            for line in page.lines:
                passage = whole_line(page.index, line, spaces=False)
                match = re.search(pattern, passage.text)
                place = passage.locate(match.start("value"), match.end("value")) if match else None
                if match and place is not None:
                    yield Candidate(kind(of).normalise(match["value"]), place, weight, "layout")

    return find


def first_of(finders: Sequence[Finder]) -> Finder:
    """The first finder that finds anything speaks alone."""

    def find(paper: Paper) -> Sequence[Candidate]:
        return next((found for finder in finders if (found := list(finder(paper)))), [])

    return find
