"""Citizen identity numbers (GB 11643-1999): 18 characters, the old 15 digits, and masked prints; found, checked, compared.

The check character is ISO 7064 MOD 11-2. stdnum's ``cn.ric.validate`` is not used: it also asks that the county code
existed in the year of birth, and so rejects genuine holders born before their county was renumbered.
"""

from __future__ import annotations

import re
from datetime import date

from stdnum.iso7064 import mod_11_2

from extractors.kinds.comparison import cannot_tell, different, lookalike, of_text, same, similarity
from extractors.kinds.kind import Found, Kind
from extractors.kinds.lookalikes import CROSSES, alike_characters, differ_by_lookalikes, digit_choices, repair
from extractors.normalisation import GAP, fold, number_form
from extractors.records import Comparison

_PROVINCES = re.compile("1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3]")
"""GB/T 2260: provinces, with 71 台湾, 81 香港, 82 澳门 and 83 (residence permit of 台湾居民)."""

_LIKE = r"[0-9OoDQ〇○◯Il|丨!iZz}AHSsbGB&gq]"
_EIGHTEEN = re.compile(rf"(?<![0-9])(?:[0-9]{GAP}){{17}}[0-9{CROSSES}](?![0-9])")
_EIGHTEEN_MISREAD = re.compile(rf"(?<![0-9])(?:{_LIKE}{GAP}){{17}}[K{CROSSES}{_LIKE[1:-1]}](?![0-9])")
_FIFTEEN = re.compile(rf"(?<![0-9A-Za-z])(?:[0-9]{GAP}){{14}}[0-9](?![0-9A-Za-z])")
_MASKED = re.compile(
    rf"(?<![0-9A-Za-z])(?:[0-9]{GAP}){{1,14}}(?:[*●•{CROSSES}]{GAP}){{3,16}}(?:[0-9]{GAP}){{0,5}}[0-9{CROSSES}*]?"
)


def id_check_character(first17: str) -> str:
    """The 18th character for the first 17 digits: ``11010519491231002`` → ``X``."""
    return str(mod_11_2.calc_check_digit(first17))


def id_birthdate(number: str) -> date | None:
    """The day of birth in an 18- or 15-character number; None when there is none such day, or it is masked."""
    digits = number[6:14] if len(number) == 18 else "19" + number[6:12]
    if not re.fullmatch(r"[0-9]{8}", digits):
        return None
    try:
        return date(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
    except ValueError:
        return None


def id_gender(number: str) -> str | None:
    """``male`` or ``female`` by the 17th digit (15th of old numbers): odd is male."""
    digit = number[16:17] if len(number) == 18 else number[14:15]
    if not digit.isdigit():
        return None
    return "male" if int(digit) % 2 else "female"


def id_problem(number: str, today: date | None = None) -> str | None:
    """Why ``number`` is no identity number: format, region, birthdate or check; None when nothing speaks against it.

    Only the first two digits of the region are tested: county codes change and old ones stay on cards."""
    if not re.fullmatch(r"[0-9]{17}[0-9X]|[0-9]{15}", number):
        return "format"
    if not _PROVINCES.fullmatch(number[:2]):
        return "region"
    born = id_birthdate(number)
    if born is None or not date(1850, 1, 1) <= born <= (today or date.today()):
        return "birthdate"
    if len(number) == 18 and id_check_character(number[:17]) != number[17]:
        return "check"
    return None


def eighteen(number: str) -> str:
    """An old 15-digit number in its 18-character form; anything else as it is."""
    if not re.fullmatch(r"[0-9]{15}", number):
        return number
    first17 = f"{number[:6]}19{number[6:]}"
    return first17 + id_check_character(first17)


def is_masked(number: str) -> bool:
    return "*" in number


def normalise_id(text: str) -> str:
    """Upper-case without spaces, the check character X however it was printed, ``*`` for masked places."""
    number = re.sub(f"[{CROSSES}]", "X", number_form(text))
    body, last = number[:-1], number[-1:]
    if len(re.findall(r"[*●•X]", body)) < 3:
        return number
    body = re.sub(r"[●•X]", "*", body)
    return body + ("*" if last in "●•" or (last == "X" and body.endswith("*")) else last)


def valid_id(number: str) -> bool | None:
    """Whether structure and check character agree; None for masked numbers, which have nothing to check."""
    return None if is_masked(number) else id_problem(number) is None


def find_id(text: str) -> Found | None:
    """The first identity number in ``text``: a valid one before a repaired one before a wrong, an old or a masked one."""
    folded = fold(text)
    printed = [_as_printed(match) for match in _EIGHTEEN.finditer(folded)]
    repaired = [_repaired(match) for match in _EIGHTEEN_MISREAD.finditer(folded)]
    older = [_as_printed(match) for pattern in (_FIFTEEN, _MASKED) for match in pattern.finditer(folded)]
    ranked = [
        *(found for found in printed if found.valid),
        *(found for found in repaired if found and found.valid),
        *printed,
        *(found for found in older if found.valid or (found.valid is None and len(str(found.value)) in (15, 18))),
        *(found for found in repaired if found),
    ]
    return ranked[0] if ranked else None


def _as_printed(match: re.Match[str]) -> Found:
    number = normalise_id(match.group())
    return Found(number, match.start(), match.end(), valid=valid_id(number))


def _repaired(match: re.Match[str]) -> Found | None:
    """A run of 18 characters with letters where digits belong: its one repair, or (too many letters) no value at all."""
    number = re.sub(GAP, "", match.group())
    number = number[:17] + re.sub(f"[{CROSSES}]", "X", number[17])
    if sum(char.isascii() and char.isdigit() for char in number) < 12:
        return None
    choices = digit_choices(number)
    if number[17] == "K":
        choices[17] = "X"
    repaired = repair(number, choices, lambda candidate: id_problem(candidate) is None)
    return Found(repaired, match.start(), match.end(), valid=repaired is not None, repaired=repaired is not None)


def _compare(stated: str, printed: str) -> Comparison:
    stated, printed = eighteen(normalise_id(stated)), eighteen(normalise_id(printed))
    if stated == printed:
        return same("身份证号一致")
    if is_masked(printed) or is_masked(stated):
        return _compare_visible(stated, printed)
    score = similarity(stated, printed)
    if id_problem(printed) is not None and differ_by_lookalikes(stated, printed, alike_characters):
        return lookalike("仅个别易混字符不同，且证件上读出的号码校验不通过，疑为识别误差", score)
    return different("身份证号不一致", score)


def _compare_visible(stated: str, printed: str) -> Comparison:
    if len(stated) != len(printed):
        return cannot_tell("号码部分遮盖，无法逐位比对")
    visible = [(a, b) for a, b in zip(stated, printed, strict=True) if "*" not in (a, b)]
    if any(a != b for a, b in visible):
        return different("身份证号未遮盖的数字不一致", sum(a == b for a, b in visible) / len(visible))
    return same("身份证号未遮盖部分一致") if len(visible) >= 6 else cannot_tell("号码遮盖过多，无法比对")


ID_NUMBER = Kind("id_number", find_id, normalise_id, of_text(_compare), valid_id)
