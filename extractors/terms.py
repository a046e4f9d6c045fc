"""The term of a contract: a paper in; its first and last day and the kind of its term out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date as date_type
from datetime import timedelta
from itertools import pairwise

from extractors.finders.dates import PrintedDate, dates_in
from extractors.finders.prose import said
from extractors.layout import whole_line
from extractors.normalisation import chinese_number
from extractors.paper import Candidate, Paper
from extractors.ticks import ticked

BETWEEN = re.compile(
    r"^(?:[（(][^）)\d试]{0,14}[）)])?(?:to/?)?(?:起|始|开始|生效|起生效|起算|开始生效)?[，,、]?(?:本合同|合同|劳动合同)?"
    r"(?:至|到|止于|起至|于|—|–|-|~|～|－|一)[自于]?[：:]?(?:终止日期[：:]?)?$"
)
NAMED_START = re.compile(r"(?:生效|起算)(?:日期|日|之日|时间)?(?:为|是|于|[：:])*$")
NAMED_END = re.compile(r"(?:终止|届满|期满|结束|截止)(?:日期|日|之日|时间)?(?:为|是|于|[：:])*$")
"""Words before a term's first and last day, as in 续订合同生效日期为."""
OPEN_START = re.compile(r"^(?:[（(]含[）)])?(?:起|始|开始|生效)")
PROBATION = re.compile(r"试用期?|见习期")
OPEN_WORDS = re.compile(r"无固定期限|无固定|长期|完成一定(?:的)?工作任务")
ENDLESS = re.compile(r"(?:起|始|开始|生效)?[，,]?(?:为|订立|签订|系)?(?:本合同为)?无固定")
LAWFUL_END = re.compile(
    r"(?:[（(]含[）)])?(?:起|始|开始|生效)?[，,、]?(?:直?至|到)[^，。；\d]{0,14}(?:终止条件|解除|终止|退休|届满)"
)
DONE = re.compile(r"(?:起|始|开始|生效)?[，,、]?(?:直?至|到)[^，。；]{0,40}?(?:任务|工作|项目)?(?:完成|结束|竣工|验收)")
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
    text, dates = paper.prose.plain, dates_in(paper.prose)
    terms: list[Term] = []
    taken: set[int] = set()
    for first, second in pairwise(dates):
        if BETWEEN.match(filled(text[first.end : second.start])) is None or first.start in taken:
            continue
        taken |= {first.start, second.start}
        if not is_probation(text, first.start) and not is_over(text, first, second) and first.value <= second.value:
            terms.append(Term(first, second, is_renewal(text, first)))
    free = [date for date in dates if date.start not in taken and not is_probation(text, date.start)]
    starts = [date for date in free if is_start(text, date)]
    ends = [date for date in free if is_end(text, date)]
    if not terms and starts and ends and starts[0].value < ends[-1].value:
        return [Term(starts[0], ends[-1])]
    renewed = ([date for date in some if is_renewal(text, date)] for some in (starts, ends))
    terms += [Term(first, last, renews=True) for first, last in zip(*renewed, strict=False) if first.value < last.value]
    return terms + [Term(date, None, is_renewal(text, date)) for date in starts if is_open(text, date)]


def filled(text: str) -> str:
    """Print without the underlines or brackets of the blanks that were filled in."""
    return re.sub(r"[_＿【】\[\]]", "", text)


def is_renewal(text: str, start: PrintedDate) -> bool:
    """Whether the words before a date speak of a term that follows another."""
    return RENEWAL.search(text[max(0, start.start - 30) : start.start]) is not None


def is_over(text: str, first: PrintedDate, last: PrintedDate) -> bool:
    """Whether a term is that of an earlier contract, which is cited: 期限自…至…，已经期满."""
    return EARLIER.search(text[max(0, first.start - 30) : first.start]) is not None or OVER.match(text[last.end :]) is not None


EARLIER = re.compile(r"(?:签订的|原|上一?份|前一?份)(?:劳动)?合同[^。；]{0,6}$")
OVER = re.compile(r"止?[）)]?[，,]?(?:现)?(?:已经?|业已|即将)(?:期满|届满|到期|终止|履行完毕|执行完毕)")


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
        or is_until_done(after)
    )


def is_start(text: str, date: PrintedDate) -> bool:
    """Whether the words around a date say that something begins on it."""
    before, after = filled(text[max(0, date.start - 12) : date.start]), filled(text[date.end : date.end + 20])
    return OPEN_START.match(after) is not None or NAMED_START.search(before) is not None


def is_end(text: str, date: PrintedDate) -> bool:
    """Whether the words around a date say that something ends on it."""
    before, after = filled(text[max(0, date.start - 12) : date.start]), filled(text[date.end : date.end + 4])
    ends = re.search(r"(?:[至到于]|合同|期限)$", before) and re.match(r"为?(?:止|终止|届满|期满|结束)", after)
    return ends is not None or NAMED_END.search(before) is not None


def is_probation(text: str, start: int) -> bool:
    """Whether the words just before a date, in its sentence, speak of probation rather than of the contract's term."""
    before = re.split(r"[。；;]", text[max(0, start - 16) : start])[-1]
    probation = [match.end() for match in PROBATION.finditer(before)]
    contract = [match.end() for match in re.finditer(r"合同期|固定期限|期限为", before)]
    return bool(probation) and max(probation) > max(contract, default=-1)


def contract_start(paper: Paper) -> Iterator[Candidate]:
    """First days, the contract's own before those of renewals."""
    terms = contract_terms(paper)
    for rank, term in enumerate(terms):
        yield from dated(paper, term.start, 0.92 - 0.1 * rank)
    yield from (first for first, _ in term_in_row(paper))
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
    yield from (last for _, last in term_in_row(paper))
    if not terms:
        for _, end in terms_in_years(paper):
            yield from dated(paper, end, IN_YEARS)


IN_YEARS = 0.4
"""Weight of a last day that is not printed but follows from a term in years."""


def terms_in_years(paper: Paper) -> Iterator[tuple[PrintedDate, PrintedDate]]:
    """A term such as 期限为三年，自2023年3月1日起: it ends the day before its last anniversary."""
    text = paper.prose.plain
    match = YEARS.search(text)
    years = int(match["years"]) if match and match["years"].isdigit() else chinese_number(match["years"]) if match else None
    starts = [date for date in dates_in(paper.prose) if match and OPEN_START.match(text[date.end :])]
    starts = [date for date in starts if not is_probation(text, date.start)]
    if match and years and starts:
        first = date_type.fromisoformat(starts[0].value)
        last = date_type(first.year + years, first.month, min(first.day, 28)) - timedelta(days=1)
        last += timedelta(days=first.day - min(first.day, 28))
        yield starts[0], PrintedDate(match.start(), match.end(), last.isoformat())


def term_in_row(paper: Paper) -> Iterator[tuple[Candidate, Candidate]]:
    """The first and the last day of a term that has a cell of a table to itself, beside 合同期限."""
    for page in paper.pages:
        for line in page.lines:
            passage = whole_line(page.index, line, spaces=False)
            dates = dates_in(passage)
            heads = [re.sub(r"\s", "", other.text) for other in page.left_of(line.box)[:1]]
            if len(dates) != 2 or not any(map(OF_THE_TERM.match, heads)):
                continue
            places = [passage.locate(date.start, date.end) for date in dates]
            between = filled(passage.plain[dates[0].end : dates[1].start])
            if BETWEEN.match(between) and places[0] and places[1]:
                first, last = (
                    Candidate(date.value, place, 0.9, "layout") for date, place in zip(dates, places, strict=True) if place
                )
                yield first, last


OF_THE_TERM = re.compile(r"(?:[\d一二三四五六七八九十]{1,2}[.、．]?)?(?:劳动)?合同(?:期限?|起止)")


def dated(paper: Paper, date: PrintedDate, weight: float) -> Iterator[Candidate]:
    return said(paper, date.start, date.end, date.value, weight)


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
    text = paper.prose.plain
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
    text = paper.prose.plain
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


def is_until_done(after: str) -> bool:
    """Whether print behind a first day says that the term lasts until some work is done, and not until the law ends it."""
    done = DONE.match(after) or re.match(r".{0,30}?(?:工作任务完成|任务完成|工作完成|完成时|完成之日)", after)
    return done is not None and not BY_LAW.search(done.group())


BY_LAW = re.compile(r"劳动关系|劳动合同|法定|法律|国家规定|退休")
NEXT_OPTION = r"[。；;□☐☑☒■]"
"""What ends the words of one option."""


def endless_type(text: str, start: PrintedDate) -> str:
    """Whether a term without a last day runs until a task is done or until the law ends it."""
    after = re.split(NEXT_OPTION, text[start.end : start.end + 40], maxsplit=1)[0]
    if is_until_done(after):
        return "task"
    before = text[max(0, start.start - 40) : start.start]
    return "task" if before.rfind("完成一定") > before.rfind("无固定") and not LAWFUL_END.match(after) else "open_ended"
