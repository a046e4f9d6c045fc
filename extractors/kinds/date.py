"""Dates and terms: every form that Chinese papers print, to ISO 8601; found, compared, and ranges with their open ends."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from extractors.kinds.comparison import different, of_text, same, similarity
from extractors.kinds.kind import Found, Kind
from extractors.normalisation import GAP, any_of, chinese_number, fold
from extractors.records import Comparison

_EARLIEST, _LATEST = 1900, 2199
"""Years that a date on these papers can have; a licence's term may run for a century."""

_LETTERS = str.maketrans("OoDQ〇○◯Il|丨!Zz", "0000000111112" + "2")
_D = r"[0-9OoDQ〇○◯Il|丨!Zz]"
_C = r"[〇○◯零0OoＯ一二三四五六七八九壹贰叁肆伍陆柒捌玖元]"
_T = r"[一二三四五六七八九十廿卅元壹贰叁肆伍陆柒捌玖拾零〇○正]"
# Readers take 年 for 午, 月 for 用 or 目, 日 for 曰; bilingual booklets print Year Month Day beside or below.
_YEAR = rf"[.．·,，]?{GAP}[年午牟]{GAP}[.．·]?{GAP}(?:Year|Y)?"
_MONTH = rf"[月用目]{GAP}[.．·]?{GAP}(?:Month|M)?"
_DAY = r"(?:[.．·]?[日曰号])?"
_SEPARATOR = r" {0,2}[-./。·,，—~] {0,2}"

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NAMED = rf"(?P<m>{'|'.join(_MONTHS)})[a-z]*"

_FULL_FORMS = (
    rf"(?<![0-9])(?P<y>{_D}(?:{GAP}{_D}){{3}}){GAP}{_YEAR}{GAP}(?P<m>{_D}(?:{GAP}{_D})?){GAP}{_MONTH}{GAP}(?P<d>{_D}(?:{GAP}{_D})?)(?![0-9]){GAP}{_DAY}",
    rf"(?:(?<!{_C})|(?<=公元))(?P<y>{_C}(?:{GAP}{_C}){{2,3}}){GAP}{_YEAR}{GAP}(?P<m>{_T}(?:{GAP}{_T}){{0,2}}){GAP}{_MONTH}{GAP}(?P<d>{_T}(?:{GAP}{_T}){{0,3}}){GAP}[日曰号]",
    rf"(?<![0-9])(?P<y>{_D}(?:{GAP}{_D}){{3}}){GAP}{_YEAR}{GAP}(?P<m>{_T}(?:{GAP}{_T}){{0,2}}){GAP}{_MONTH}{GAP}(?P<d>{_T}(?:{GAP}{_T}){{0,3}}){GAP}[日曰号]",
    rf"(?<![0-9])(?P<y>[12]{_D}{{3}})(?P<s>{_SEPARATOR})(?P<m>{_D}{{1,2}})(?:{_SEPARATOR})(?P<d>{_D}{{1,2}})(?![0-9])",
    r"(?<![0-9A-Za-z])(?P<y>(?:19|20)[0-9]{2})(?:年(?=[0-9]{4}日))?(?P<m>[01][0-9])(?P<d>[0-3][0-9])(?![0-9A-Za-z])",
    rf"(?i:{_NAMED}\.? {{0,2}}(?P<d>[0-9]{{1,2}})(?:st|nd|rd|th)?,? {{0,2}}(?P<y>[12][0-9]{{3}}))",
    rf"(?i:(?<![0-9])(?P<d>[0-9]{{1,2}})(?:st|nd|rd|th)? {{0,2}}{_NAMED}\.?,? {{0,2}}(?P<y>[12][0-9]{{3}}))",
)
_MONTH_FORMS = (
    rf"(?<![0-9])(?P<y>{_D}(?:{GAP}{_D}){{3}}){GAP}{_YEAR}{GAP}(?P<m>{_D}(?:{GAP}{_D})?){GAP}{_MONTH}",
    rf"(?P<y>{_C}(?:{GAP}{_C}){{3}}){GAP}{_YEAR}{GAP}(?P<m>{_T}(?:{GAP}{_T}){{0,2}}){GAP}{_MONTH}",
    r"(?<![0-9.\-/])(?P<y>(?:19|20)[0-9]{2}) ?[.\-/] ?(?P<m>0?[1-9]|1[0-2])(?![0-9.\-/])",
)
_FULL = tuple(re.compile(form) for form in _FULL_FORMS)
_YEAR_MONTH = tuple(re.compile(form) for form in _MONTH_FORMS)

_ENDLESS = re.compile(any_of(["长期", "长久", "永久", "永续", "无固定期限", "无固定期", "不约定期限", "无期限"]))
DAY_IN_FIGURES = r"(?:19|20)\d\d[年.\-/]\d{1,2}[月.\-/]\d{1,2}日?"
"""A day as a sentence prints it, for patterns over text without white space."""
_TO = re.compile(r"[至到止~～—－-]")


@dataclass(frozen=True)
class DateRange:
    """A term: its first and its last day, each with its span in the text. ``ends_on`` None: left blank;
    ``ends_on.value`` None: 长期, no end."""

    starts_on: Found | None
    ends_on: Found | None


def find_date(text: str) -> Found | None:
    """The first possible date in ``text``, as YYYY-MM-DD; else the first year and month, as YYYY-MM; else None."""
    folded = _unboxed(fold(text))
    return next(_dates(folded), None) or next(_matches(folded, _YEAR_MONTH), None)


def find_dates(text: str) -> list[Found]:
    """All full dates in ``text``, in the order of print."""
    return list(_dates(_unboxed(fold(text))))


def _dates(folded: str) -> Iterator[Found]:
    return _matches(folded, _FULL)


_BOXED = re.compile(r"[\[【(（]([ _]*[0-9〇零一二三四五六七八九十]{1,4}[ _]*)[\]】)）](?=[ _]*[年月日])")


def _unboxed(folded: str) -> str:
    """The text without the brackets that contracts print around what is to be filled in, as in 【2022】年【10】月."""
    return _BOXED.sub(r" \1 ", folded)


def _matches(folded: str, forms: tuple[re.Pattern[str], ...]) -> Iterator[Found]:
    """Possible dates in the order of print; of two that overlap, the one that starts first, then the longer."""
    found = [one for form in forms for match in form.finditer(folded) if (one := _possible(match)) is not None]
    last = 0
    for one in sorted(found, key=lambda one: (one.start, -one.end)):
        if one.start >= last:
            last = one.end
            yield one


def _possible(match: re.Match[str]) -> Found | None:
    """The match as a date; None when the calendar has no such day."""
    parts = match.groupdict()
    year, month, day = _year(parts["y"]), _month(parts["m"]), _number(parts["d"]) if "d" in parts else 1
    if not year or not month or not day or not _EARLIEST <= year <= _LATEST:
        return None
    try:
        value = date(year, month, day).isoformat()
    except ValueError:
        return None
    end = match.start() + len(match.group().rstrip(" _"))
    repaired = (
        len(re.sub(GAP, "", parts["y"] or "")) == 3
        or re.search(r"[OoDQIl|!Zz]", re.sub(r"(?i)year|month|day", "", _digits_printed(parts))) is not None
        or re.search(r"[月用目][ _]*[0-9]{1,2}$", match.group().rstrip(" _"))
        is not None  # a lost 日 may have taken a figure along
    )
    return Found(value if "d" in parts else value[:7], match.start(), end, repaired=repaired)


def _year(text: str | None) -> int | None:
    """The year; 二一九 is 二〇一九, of which readers lose the small 〇, and 〇二一 is 二〇二一 that lost its head.
    二〇二 lost something between, so it is no year."""
    year = _number(text)
    if year and year < 100 and len(re.sub(GAP, "", text or "")) == 3:
        return 2000 + year
    return year + 1800 if year and 210 <= year < 300 else year


def _digits_printed(parts: dict[str, str | None]) -> str:
    """The numerals of a date printed in Arabic digits; "" for Chinese numerals, in which O is a usual zero."""
    numerals = "".join(parts.get(name) or "" for name in "yd") + ("" if _named_month(parts["m"] or "") else parts["m"] or "")
    return numerals if re.search(r"[0-9]", numerals) else ""


def _named_month(text: str) -> int | None:
    return _MONTHS.index(text[:3].lower()) + 1 if text[:3].lower() in _MONTHS else None


def _month(text: str | None) -> int | None:
    return _named_month(text or "") or _number(text)


def _number(text: str | None) -> int | None:
    plain = re.sub(GAP, "", text or "")
    if plain == "正":
        return 1
    if re.fullmatch(rf"{_D}+", plain) and re.search(r"[0-9]", plain):
        return int(plain.translate(_LETTERS))
    return chinese_number(plain)


def find_range(text: str) -> DateRange | None:
    """The first term in ``text``: ``自2023年3月1日起至2026年2月28日止``, ``2019年09月16日至长期``, ``自…起至  年  月  日``.

    None when there is no date at all; a lone date after 至 is an end, any other lone date a start."""
    folded = fold(text)
    dates = list(_dates(folded))
    if not dates:
        return None
    first = dates[0]
    if _is_end(folded, first):
        return DateRange(None, first)
    return DateRange(first, _end_after(folded, first, dates[1:]))


def _is_end(folded: str, found: Found) -> bool:
    return bool(re.search(r"(?:[至到]|截止)[ _:]*$", folded[: found.start]))


def _end_after(folded: str, first: Found, later: list[Found]) -> Found | None:
    """The end of a term that began with ``first``: the next date with a 至 between, or 长期; None when left blank."""
    endless = _ENDLESS.search(folded, first.end)
    if later and (not endless or later[0].start < endless.start()):
        return later[0] if _TO.search(folded, first.end, later[0].start) else None
    return Found(None, endless.start(), endless.end()) if endless else None


def find_term_end(text: str) -> Found | None:
    """The last day of a term, or a find with value None for 长期; None when the end is left blank."""
    folded = fold(text)
    endless = _ENDLESS.search(folded)
    term = find_range(text)
    if term is None:
        return Found(None, endless.start(), endless.end()) if endless else None
    if term.ends_on is not None:
        return term.ends_on
    start = term.starts_on
    begins_a_term = start is not None and re.match(r"[ _]*(?:起|至|到|-|~|—|开始)", folded[start.end :])
    return None if begins_a_term or (start and re.search(r"[自从][ _:]*$", folded[: start.start])) else start


def normalise_date(text: str) -> str:
    """ISO 8601 when ``text`` is a date in any form, else ``text`` without spaces."""
    found = find_date(text)
    return str(found.value) if found else re.sub(GAP, "", fold(text))


def _compare(stated: str, printed: str) -> Comparison:
    stated, printed = normalise_date(stated), normalise_date(printed)
    if stated == printed:
        return same("日期一致")
    short, long = sorted((stated, printed), key=len)
    if len(short) == 7 and long.startswith(short):
        return same("年月一致（材料未印到日）")
    return different("日期不一致", similarity(stated, printed))


DATE = Kind("date", find_date, normalise_date, of_text(_compare))
TERM_END = Kind("term_end", find_term_end, normalise_date, of_text(_compare))
