"""Patent numbers: ``ZL`` + application number + ``.`` + check character; found, checked, compared.

Since October 2003 four digits of year, one of kind, seven of serial; before, two, one and five."""

from __future__ import annotations

import re
from typing import Literal

from extractors.kinds.comparison import different, lookalike, of_text, same, similarity
from extractors.kinds.kind import Found, Kind
from extractors.kinds.lookalikes import CROSSES, alike_characters, differ_by_lookalikes, digit_choices, repair
from extractors.normalisation import GAP, fold, number_form
from extractors.records import Comparison

PatentKind = Literal["invention", "utility_model", "design"]

_KINDS: dict[str, PatentKind] = {"1": "invention", "2": "utility_model", "3": "design", "8": "invention", "9": "utility_model"}
_FORM = re.compile(r"(?:ZL)?((?:19|20)[0-9]{2}[12389][0-9]{7}|[89][0-9][12389][0-9]{5})\.?([0-9X])")

_DIGIT = r"[0-9OoDQ〇○Il|丨!Zz}AHSsbGB&gq]"
_PREFIX = rf"(?:[Z2z乙]{GAP}[.．]?{GAP}[L1lIi|])"
_DOT = rf"{GAP}[.。·•,，、:]{GAP}"
_CHECK = rf"[{CROSSES}0-9OoIl|ZzSsBKg]"
_WITH_PREFIX = re.compile(
    rf"{_PREFIX}[:.]?{GAP}((?:{_DIGIT}{GAP}){{12}}|(?:{_DIGIT}{GAP}){{8}}(?=[.。·,，、:]))(?:(?:{_DOT})?({_CHECK}))?(?![0-9A-Za-z])"
)
_BARE = re.compile(
    rf"(?<![0-9A-Za-z.])((?:[0-9]{GAP}){{12}}|(?:[0-9]{GAP}){{8}}(?=[.。·]))(?:{_DOT})?([0-9{CROSSES}])(?![0-9A-Za-z])"
)


def patent_check_character(digits: str) -> str:
    """The check character for 12 (or, before 2003, 8) digits: ``201710601862`` → ``3``."""
    total = sum(int(digit) * (2 + place % 8) for place, digit in enumerate(digits))
    return "0123456789X"[total % 11]


def patent_kind(number: str) -> PatentKind | None:
    """The kind of patent by its number's kind digit (8 and 9: applications by the PCT); None when it has none."""
    match = _FORM.fullmatch(number)
    return _KINDS[match[1][-8 if len(match[1]) == 12 else -6]] if match else None


def patent_year(number: str) -> int | None:
    """The year of application by the number; None when it is no patent number."""
    match = _FORM.fullmatch(number)
    if not match:
        return None
    return int(match[1][:4]) if len(match[1]) == 12 else 1900 + int(match[1][:2])


def valid_patent(number: str) -> bool:
    """Whether form, kind digit and check character agree; prefix and dot may be missing."""
    match = _FORM.fullmatch(number)
    return bool(match) and patent_check_character(match[1]) == match[2] if match else False


def normalise_patent(text: str) -> str:
    """``ZL`` + digits + ``.`` + check, whatever was left out or spaced; text of another form upper-case without spaces."""
    number = re.sub(f"[{CROSSES}]", "X", number_form(text))
    match = re.fullmatch(r"(?:ZL)?\.?([0-9]{12}|[0-9]{8})[.。·,，]?([0-9X])", number)
    return f"ZL{match[1]}.{match[2]}" if match else number


def find_patent(text: str) -> Found | None:
    """The first patent number in ``text``, with its prefix before one without."""
    folded = fold(text)
    found = [_judged(match) for pattern in (_WITH_PREFIX, _BARE) for match in pattern.finditer(folded)]
    ranked = [*(one for one in found if one.valid), *found]
    return ranked[0] if ranked else None


def _judged(match: re.Match[str]) -> Found:
    digits, check = re.sub(GAP, "", match[1]), match[2] or ""
    number = digits + re.sub(f"[{CROSSES}K]", "X", check)
    start, end = match.start(), match.end()
    if re.fullmatch(r"[0-9]+X?", number):
        value = f"ZL{digits}.{number[len(digits) :]}" if check else f"ZL{digits}"
        return Found(value, start, end, valid=valid_patent(value))
    repaired = repair(number, digit_choices(number), valid_patent)
    return Found(
        normalise_patent(repaired) if repaired else None, start, end, valid=repaired is not None, repaired=repaired is not None
    )


def _compare(stated: str, printed: str) -> Comparison:
    stated, printed = normalise_patent(stated), normalise_patent(printed)
    if stated == printed:
        return same("专利号一致")
    score = similarity(stated, printed)
    if not valid_patent(printed) and differ_by_lookalikes(stated, printed, alike_characters):
        return lookalike("仅个别易混字符不同，且证书上读出的专利号校验不通过，疑为识别误差", score)
    return different("专利号不一致", score)


PATENT_NUMBER = Kind("patent_number", find_patent, normalise_patent, of_text(_compare), valid_patent)
