"""Bank codes (联行号): 12 digits, 3 bank + 4 area + 4 branch + 1 check; found, checked, compared.

That the check is ISO 7064 MOD 11,10 is in no document at hand: 419 of 420 codes of a public list satisfy it."""

from __future__ import annotations

import re

from stdnum.iso7064 import mod_11_10

from extractors.kinds.comparison import different, lookalike, of_text, same, similarity
from extractors.kinds.kind import Found, Kind
from extractors.kinds.lookalikes import alike_characters, differ_by_lookalikes, digit_choices, repair
from extractors.normalisation import GAP, fold, number_form
from extractors.records import Comparison

BANKS = {
    "102": "中国工商银行", "103": "中国农业银行", "104": "中国银行", "105": "中国建设银行", "301": "交通银行", "302": "中信银行",
    "303": "中国光大银行", "304": "华夏银行", "305": "中国民生银行", "306": "广发银行", "307": "平安银行", "308": "招商银行",
    "309": "兴业银行", "310": "浦发银行", "403": "中国邮政储蓄银行",
}  # fmt: skip
"""Bank codes that stand for one bank; 313 (city banks), 314 and 402 (rural banks), 320 (village banks) stand for many."""

_LIKE = r"[0-9OoDQ〇○Il|丨!Zz}SsbGB&gq]"
_TWELVE = re.compile(rf"(?<![0-9A-Za-z]){_LIKE}(?:{GAP}{_LIKE}){{11}}(?![0-9A-Za-z])")


def bank_code_valid(code: str) -> bool:
    """Whether ``code`` has 12 digits and its check digit agrees."""
    return bool(re.fullmatch(r"[0-9]{12}", code)) and bool(mod_11_10.is_valid(code))


def bank_of_code(code: str) -> str | None:
    """The bank that the first three digits stand for; None when they stand for many banks or for none known."""
    return BANKS.get(code[:3])


def find_bank_code(text: str) -> Found | None:
    """The first 12-digit code in ``text``, a valid one before a repaired one before a wrong one."""
    found = [one for match in _TWELVE.finditer(fold(text)) if (one := _judged(match)) is not None]
    ranked = [*(one for one in found if one.valid and not one.repaired), *(one for one in found if one.valid), *found]
    return ranked[0] if ranked else None


def _judged(match: re.Match[str]) -> Found | None:
    code = re.sub(GAP, "", match.group())
    if code.isascii() and code.isdigit():
        return Found(code, match.start(), match.end(), valid=bank_code_valid(code))
    if sum(char.isdigit() for char in code) < 8:
        return None
    repaired = repair(code, digit_choices(code), bank_code_valid)
    return Found(repaired, match.start(), match.end(), valid=repaired is not None, repaired=repaired is not None)


def _compare(stated: str, printed: str) -> Comparison:
    stated, printed = number_form(stated), number_form(printed)
    if stated == printed:
        return same("联行号一致")
    score = similarity(stated, printed)
    if not bank_code_valid(printed) and differ_by_lookalikes(stated, printed, alike_characters):
        return lookalike("仅个别易混数字不同，且读出的联行号校验不通过，疑为识别误差", score)
    return different("联行号不一致", score)


BANK_CODE = Kind("bank_code", find_bank_code, number_form, of_text(_compare), bank_code_valid)
