"""Ways of finding a value that no label stands beside: dates at the foot, terms of contracts, ticked boxes, seals, headings.
A paper in, candidates out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date as date_type
from datetime import timedelta
from itertools import pairwise

from extractors.declaration import Finder
from extractors.finding import WIDEST, Candidate, Paper, all_values, read_value
from extractors.kinds import kind
from extractors.kinds.date import find_dates
from extractors.layout import SEPARATORS, Label, PageLines, Passage, Place, Span, centred_under, is_under
from extractors.normalisation import chinese_number
from extractors.ticks import ticked
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
    """Dates that no date label claims, the later on the paper the likelier: a paper is dated at its foot."""
    found = [
        candidate
        for page in paper.pages
        for line in page.lines
        for candidate in all_values(Passage([Span(page.index, line, 0, len(line.text))]), kind("whole_date"), method="layout")
        if len(line.text) - len(candidate.place.text) <= BESIDE
        and not within_term(line.text, candidate.place.text)
        and not claimed(paper, page.index, line, candidate.place)
    ]
    last = found[-1] if found else None
    several = any(one.value != last.value and one.place.page == last.place.page for one in found if last)
    for distance, candidate in enumerate(reversed(found)):
        yield replace(candidate, weight=(SEVERAL_DATES if several else 0.75) * 0.8**distance)


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
    kinds = {form.name: form.kind for form in paper.form.fields}
    return kinds.get(label.field or "") in ("date", "whole_date", "term_end") or DATE_WORDS.search(label.span.text) is not None


# ---- terms -------------------------------------------------------------------------------------------------------------------

BETWEEN = re.compile(
    r"^(?:[（(][^）)]{0,6}[）)])?(?:起|始|开始|生效|起生效|起算|开始生效)?[，,、]?(?:本合同|合同|劳动合同)?"
    r"(?:至|到|止于|起至|于|—|–|-|~|～|－|一)[自于]?[：:]?(?:终止日期[：:]?)?$"
)
OPEN_START = re.compile(r"^(?:[（(]含[）)])?(?:起|始|开始|生效)")
PROBATION = re.compile(r"试用期?|见习期")
OPEN_WORDS = re.compile(r"无固定期限|无固定|长期|完成一定(?:的)?工作任务")
ENDLESS = re.compile(r"(?:起|始|开始|生效)?[，,]?(?:为|订立|签订|系)?(?:本合同为)?无固定")
LAWFUL_END = re.compile(
    r"(?:[（(]含[）)])?(?:起|始|开始|生效)?[，,、]?(?:直?至|到)[^，。；\d]{0,14}(?:终止条件|解除|终止|退休|届满)"
)
DONE = re.compile(r"(?:起|始|开始|生效)?[，,、]?(?:直?至|到)[^，。；]{0,40}?(?:任务|工作|项目)?(?:完成|结束|竣工)")
RENEWAL = re.compile(r"续订|续签|延续|延长|变更")
YEARS = re.compile(r"期限为?[：:]?[（(]?(?P<years>[1-9]\d?|[一二三四五六七八九十]{1,2})[）)]?年")


@dataclass(frozen=True)
class Term:
    """A contract's term: its first and its last day, None when it has none. ``renews``: it follows an earlier term."""

    start: PrintedDate
    end: PrintedDate | None
    renews: bool = False


def contract_terms(paper: Paper) -> list[Term]:
    """Every term that the running text fills in, probation left out.
    Where no two dates stand side by side, a date from which the contract is in force and one at which it ends make a term."""
    text, dates = paper.prose.text, dates_in(paper.prose)
    terms: list[Term] = []
    taken: set[int] = set()
    for first, second in pairwise(dates):
        if BETWEEN.match(filled(text[first.end : second.start])) is None or first.start in taken:
            continue
        taken |= {first.start, second.start}
        if not is_probation(text, first.start) and first.value <= second.value:
            terms.append(Term(first, second, is_renewal(text, first)))
    free = [date for date in dates if date.start not in taken and not is_probation(text, date.start)]
    starts = [date for date in free if OPEN_START.match(filled(text[date.end : date.end + 20]))]
    ends = [date for date in free if is_end(text, date)]
    if not terms and starts and ends and starts[0].value < ends[-1].value:
        return [Term(starts[0], ends[-1])]
    return terms + [Term(date, None, is_renewal(text, date)) for date in starts if is_open(text, date)]


def filled(text: str) -> str:
    """Print without the underlines of the blanks that were filled in."""
    return re.sub(r"[_＿]", "", text)


def is_renewal(text: str, start: PrintedDate) -> bool:
    return RENEWAL.search(text[max(0, start.start - 30) : start.start]) is not None


def latest_first(terms: Sequence[Term]) -> list[Term]:
    """The terms with renewals in front, the last of them first: what holds now."""
    renewals = sorted((term for term in terms if term.renews), key=lambda term: term.start.value, reverse=True)
    return [*renewals, *(term for term in terms if not term.renews)]


def is_open(text: str, start: PrintedDate) -> bool:
    """Whether a term that begins on a date is said to have no last day."""
    after = filled(text[start.end :])
    return bool(
        OPEN_WORDS.search(text[max(0, start.start - 40) : start.start])
        or LAWFUL_END.match(after)
        or ENDLESS.match(after)
        or DONE.match(after)
    )


def is_end(text: str, date: PrintedDate) -> bool:
    """Whether the words around a date say that something ends on it."""
    before, after = text[max(0, date.start - 3) : date.start], text[date.end : date.end + 4]
    return re.search(r"[至到于]$", before) is not None and re.match(r"为?(?:止|终止|届满|期满|结束)", after) is not None


def is_probation(text: str, start: int) -> bool:
    """Whether the words just before a date speak of probation rather than of the contract's term."""
    before = text[max(0, start - 16) : start]
    probation = [match.end() for match in PROBATION.finditer(before)]
    contract = [match.end() for match in re.finditer(r"合同期|固定期限|期限为", before)]
    return bool(probation) and max(probation) > max(contract, default=-1)


def contract_start(paper: Paper) -> Iterator[Candidate]:
    """First days, the contract's own before those of renewals."""
    terms = contract_terms(paper)
    for rank, term in enumerate(terms):
        yield from dated(paper, term.start, 0.92 - 0.1 * rank)
    if not terms:
        for start, _ in terms_in_years(paper):
            yield from dated(paper, start, 0.8)


def contract_end(paper: Paper) -> Iterator[Candidate]:
    """Last days, the last renewal's before the contract's own; none when what holds now has no end."""
    terms = latest_first(contract_terms(paper))
    for rank, term in enumerate(terms):
        if term.end is not None:
            yield from dated(paper, term.end, 0.92 - 0.1 * rank)
        elif rank == 0:
            return
    if not terms:
        for _, end in terms_in_years(paper):
            yield from dated(paper, end, IN_YEARS)


IN_YEARS = 0.4
"""Weight of a last day that is not printed but follows from a term in years."""


def terms_in_years(paper: Paper) -> Iterator[tuple[PrintedDate, PrintedDate]]:
    """A term such as 期限为三年，自2023年3月1日起: it ends the day before its last anniversary."""
    text = paper.prose.text
    match = YEARS.search(text)
    years = int(match["years"]) if match and match["years"].isdigit() else chinese_number(match["years"]) if match else None
    starts = [date for date in dates_in(paper.prose) if match and OPEN_START.match(text[date.end :])]
    starts = [date for date in starts if not is_probation(text, date.start)]
    if match and years and starts:
        first = date_type.fromisoformat(starts[0].value)
        last = date_type(first.year + years, first.month, min(first.day, 28)) - timedelta(days=1)
        last += timedelta(days=first.day - min(first.day, 28))
        yield starts[0], PrintedDate(match.start(), match.end(), last.isoformat())


def dated(paper: Paper, date: PrintedDate, weight: float) -> Iterator[Candidate]:
    place = paper.prose.locate(date.start, date.end)
    if place is not None:
        yield Candidate(date.value, place, weight, "prose")


TERM_TYPES = {
    "fixed_term": r"(?<!无)(?<!非)有?固定期限?(?:的?劳动合同|合同)?",
    "open_ended": r"无固定期限?(?:的?劳动合同|合同)?",
    "task": r"以?完成一定(?:的)?(?:工作|任务)(?:任务)?(?:为期限)?(?:的?劳动合同|合同)?",
}
"""In the order in which the ministry's model contract prints them."""
NUMERALS = dict(zip("123一二三①②③⑴⑵⑶ⅠⅡⅢABC", [0, 1, 2] * 6, strict=True))
CHOSEN = re.compile(
    r"(?:按照?|采用|采取|选择|选定|约定|适用|执行|为|以|下列|以下)第?[_＿]*[（(【\[]?[_＿]*(?P<which>[123一二三①②③⑴⑵⑶ⅠⅡⅢABC])[_＿]*[）)】\]]?[_＿]*"
    r"(?:种|项|款|类)"
)
ABOUT_TERMS = re.compile(r"期限")


def contract_type(paper: Paper) -> Iterator[Candidate]:
    """The kind of term: what is ticked, which option's number is written, which option is filled in, what the title says."""
    text = paper.prose.text
    for option in ticked(text, TERM_TYPES):
        yield from said(paper, option.start, option.end, option.value, 0.35 if option.inferred else 0.95)
    for name, words in TERM_TYPES.items():
        for match in re.finditer(
            rf"(?:合同类型|合同期限类型|期限类型|合同性质|本(?:劳动)?合同(?:期限)?)(?:[：:]|为|是|属于?)+{words}", text
        ):
            yield from said(paper, match.start(), match.end(), name, 0.9)
    yield from chosen_type(paper)
    for term in latest_first(contract_terms(paper))[:1]:
        name = "fixed_term" if term.end is not None else endless_type(text, term.start)
        yield from said(paper, term.start.start, term.start.end, name, FILLED_IN)
    for name, words in TERM_TYPES.items():
        match_ = re.search(rf"劳动合同书?[（(]?{words}|{words}劳动合同书?(?!法)", text[:200])
        if match_ is not None:
            yield from said(paper, match_.start(), match_.end(), name, 0.8)


FILLED_IN = 0.9
"""Weight of the option whose dates are filled in: near enough to a tick's for a contradiction between the two to be seen."""


def chosen_type(paper: Paper) -> Iterator[Candidate]:
    """The option whose number is written into a sentence about the term, by the order in which the options follow."""
    text = paper.prose.text
    for chosen in CHOSEN.finditer(text):
        if not ABOUT_TERMS.search(text[max(0, chosen.start() - 30) : chosen.end() + 30]):
            continue
        listed = sorted(
            (match.start(), name) for name, words in TERM_TYPES.items() if (match := re.search(words, text[chosen.end() :]))
        )
        names = [name for _, name in listed] if len(listed) == len(TERM_TYPES) else list(TERM_TYPES)
        if listed:
            yield from said(paper, chosen.start(), chosen.end(), names[NUMERALS[chosen["which"]]], 0.93)
            return


def endless_type(text: str, start: PrintedDate) -> str:
    """Whether a term without a last day runs until a task is done or until the law ends it."""
    after = text[start.end : start.end + 40]
    if re.match(r".{0,30}?(?:工作任务完成|任务完成|工作完成|完成时|完成之日)", after):
        return "task"
    before = text[max(0, start.start - 40) : start.start]
    return "task" if before.rfind("完成一定") > before.rfind("无固定") and not LAWFUL_END.match(after) else "open_ended"


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


def beside_verb(verb: str, of: str, *, below: bool, weight: float = 0.85) -> Finder:
    """The line above (or ``below``) one that says nothing but a verb such as 荣获: who was honoured stands over it, with what
    under it, on certificates set in the middle of the page."""

    def find(paper: Paper) -> Iterator[Candidate]:
        for page in paper.pages:
            for line in page.lines:
                if not re.fullmatch(verb, re.sub(r"\s", "", line.text)):
                    continue
                near = (
                    page.below(line.box) if below else [other for other in reversed(page.lines) if is_under(line.box, other.box)]
                )
                for other in near[:1]:
                    candidate = read_value(Passage([Span(page.index, other, 0, len(other.text))]), kind(of), method="layout")
                    if candidate is not None:
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
                    candidate = read_value(whole_line(page, under), kind(of), method="layout")
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
            candidate = read_value(Passage([Span(index, line, 0, len(line.text))]), kind(of), method="layout")
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
            for candidate in all_values(Passage([Span(page.index, line, 0, len(line.text))]), kind(of), method=method)
            if re.search(like, str(candidate.value))
        ]
        for rank, candidate in enumerate(reversed(found) if last else found):
            yield replace(candidate, weight=weight * 0.95**rank * candidate.weight)

    return find


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
    """Who signs a certificate: the body whose name stands in the lower part, just above or beside the date."""
    foot = list(last_free_date(paper))[:1]
    for date in foot:
        page = paper.page(date.place.page)
        for line in page.lines:
            if not near_above(line.box, date.place.box) or is_labelled(paper, page.index, line):
                continue
            whole, single = whole_name(page, line), whole_line(page, line)
            passage = next((one for one in (whole, single) if is_body(re.sub(r"\s", "", one.text))), None)
            place = passage.locate(0, len(passage.text)) if passage else None
            if place is not None:
                name = kind("company").normalise(strip_body(re.sub(r"\s", "", place.text)))
                yield Candidate(name, place, 0.7, "layout")


def whole_line(page: PageLines, line: Line) -> Passage:
    return Passage([Span(page.index, line, 0, len(line.text))])


def is_body(text: str) -> bool:
    return BODY.search(text) is not None and NOT_A_BODY.search(text) is None


def whole_name(page: PageLines, line: Line) -> Passage:
    """The line with the one above it, when a name that does not end there goes on in this one: it is set in the middle of the
    other, or begins where that begins, and is no longer."""
    if OF_A_PLACE.match(line.text):
        return whole_line(page, line)
    above = [
        other
        for other in page.lines
        if is_under(line.box, other.box)
        and line.box.y0 - other.box.y1 < CLOSE * line.box.height
        and BEGINNING.fullmatch(re.sub(r"\s", "", other.text))
        and not BODY.search(re.sub(r"\s", "", other.text))
        and line.box.width <= other.box.width
        and (centred_under(line.box, other.box, page) or abs(line.box.x0 - other.box.x0) < page.em(line.box))
    ]
    return Passage([Span(page.index, part, 0, len(part.text)) for part in (*above[-1:], line)], spaces=False)


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
    r"(?:承诺书|承诺函|证书|合同书|为|规范|根据|结合|按照|关于|适用于|制度|工作室|办法|承诺|名称|[本我]单位|[本我]公司|承诺人|授予|[：:“《，。；、])$"
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
                passage = Passage([Span(page.index, line, 0, len(line.text))], spaces=False)
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
