"""Unified social credit codes (GB 32100-2015) with the organisation code inside (GB 11714); found, checked, compared."""

from __future__ import annotations

import re
from typing import Literal

from stdnum.cn import uscc as standard

from extractors.kinds.comparison import different, lookalike, of_text, same, similarity
from extractors.kinds.id_number import id_problem
from extractors.kinds.kind import Found, Kind
from extractors.kinds.lookalikes import MISREAD_DIGITS, alike_characters, differ_by_lookalikes, repair
from extractors.normalisation import GAP, fold, number_form
from extractors.records import Comparison

USCCProblem = Literal["format", "registration_number", "both", "mod31", "organisation_code"]

_FORM = re.compile(r"[1-9ANY][0-9Y][0-9]{6}[0-9A-HJ-NP-RTUWXY]{8}[0-9X][0-9A-HJ-NP-RTUWXY]")
_WEIGHTS = (3, 7, 9, 10, 5, 8, 4, 2)

# GB 32100 never uses I O S V Z: printed in a code they are always misreadings.
_NEVER = {"I": "1", "O": "0", "S": "5", "V": "YU", "Z": "2"}
# Letters and digits of the alphabet that print alike, for the places where both may stand (10th to 16th).
_EITHER = {"0": "DQ", "D": "0", "Q": "0", "8": "B", "B": "8", "2": "", "U": "0", "G": "6", "6": "G", "A": "4", "4": "A"}
_SIGNS = str.maketrans({"〇": "O", "○": "O", "◯": "O", "|": "I", "丨": "I", "!": "I", "×": "X", "Χ": "X", "Х": "X", "¥": "Y"})

_CODE = rf"[0-9A-Za-z〇○◯|丨!×ΧХ¥](?:{GAP}[0-9A-Za-z〇○◯|丨!×ΧХ¥]){{17}}"
_EIGHTEEN = re.compile(rf"(?<![0-9A-Za-z]){_CODE}(?![0-9A-Za-z])")
_REGISTRATION = re.compile(rf"(?<![0-9A-Za-z])[0-9](?:{GAP}[0-9]){{14}}(?![0-9A-Za-z])")


def organisation_check_character(first8: str) -> str:
    """The 9th character of an organisation code (GB 11714) for its first 8: ``MAD12345`` → ``7``."""
    total = sum(weight * int(char, 36) for weight, char in zip(_WEIGHTS, first8, strict=True))
    return "0X987654321"[total % 11]


def uscc_check_character(first17: str) -> str:
    """The 18th character (mod 31) for the first 17."""
    return str(standard.calc_check_digit(first17 + "0"))


def uscc_problem(code: str) -> USCCProblem | None:
    """What is wrong with ``code``; None when nothing is.

    ``format`` · ``registration_number`` (the 15-digit number of licences before 2015) · ``both`` checks fail · ``mod31`` alone
    fails (genuine pilot-time codes do: for human attention, no proof) · ``organisation_code`` alone fails (looks forged)."""
    if re.fullmatch(r"[0-9]{15}", code):
        return "registration_number"
    if not _FORM.fullmatch(code):
        return "format"
    outer = uscc_check_character(code[:17]) == code[17]
    inner = organisation_check_character(code[8:16]) == code[16]
    if outer and inner:
        return None
    if inner:
        return "mod31"
    return "organisation_code" if outer else "both"


def valid_uscc(code: str) -> bool:
    return uscc_problem(code) is None


def find_uscc(text: str) -> Found | None:
    """The first code in ``text``, a valid one before a repaired one before a wrong one; an old 15-digit number last."""
    folded = fold(text)
    found = [one for match in _EIGHTEEN.finditer(folded) if (one := _judged(match)) is not None]
    ranked = [
        *(one for one in found if one.valid and not one.repaired),
        *(one for one in found if one.valid),
        *found,
        *(Found(number_form(m.group()), m.start(), m.end(), valid=False) for m in _REGISTRATION.finditer(folded)),
    ]
    return ranked[0] if ranked else None


def _judged(match: re.Match[str]) -> Found | None:
    code = re.sub(GAP, "", match.group()).upper().translate(_SIGNS)
    if sum(char.isdigit() for char in code) < 6:
        return None
    if id_problem(code) is None:
        return None  # one ID number in 31 passes for a credit code; a credit code hardly ever passes for an ID number
    problem = uscc_problem(code)
    if problem in (None, "mod31"):
        return Found(code, match.start(), match.end(), valid=problem is None)
    repaired = _repair(code)
    if repaired:
        return Found(repaired, match.start(), match.end(), valid=True, repaired=True)
    return Found(code, match.start(), match.end(), valid=False)


def _repair(code: str) -> str | None:
    """Letters that cannot stand where they do, and beside them one exchange of a letter and a digit that print alike.

    The exchange is safe only here: both checks together let a wrong candidate through once in 341. (Of 4 627 drawn codes with one
    character changed, 86 were repaired to another code.)"""
    forced = [_forced(place, char) for place, char in enumerate(code)]
    either = [_EITHER.get(char, "") if 8 <= place < 16 else "" for place, char in enumerate(code)]
    choices = [must or may for must, may in zip(forced, either, strict=True)]
    return repair(code, choices, valid_uscc, most=2 if any(forced) else 1)


def _forced(place: int, char: str) -> str:
    letters_here = {0: "ANY", 1: "Y", 16: "X"}.get(place, "")
    if (place < 8 or place == 16) and char not in letters_here:
        return MISREAD_DIGITS.get(char, _NEVER.get(char, "1" if char == "L" else ""))
    return _NEVER.get(char, "")


def _compare(stated: str, printed: str) -> Comparison:
    stated, printed = normalise_uscc(stated), normalise_uscc(printed)
    if stated == printed:
        return same("统一社会信用代码一致")
    score = similarity(stated, printed)
    if len(printed) == 15 and len(stated) == 18:
        return different("证照上是15位旧注册号，不是18位统一社会信用代码", score)
    if uscc_problem(printed) is not None and differ_by_lookalikes(stated, printed, alike_characters):
        return lookalike("仅个别易混字符不同，且证照上读出的代码校验不通过，疑为识别误差", score)
    return different("统一社会信用代码不一致", score)


def normalise_uscc(text: str) -> str:
    return number_form(text).translate(_SIGNS)


USCC = Kind("uscc", find_uscc, normalise_uscc, of_text(_compare), valid_uscc)
