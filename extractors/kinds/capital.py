"""Amounts of capital: found as printed (1000万元人民币, 壹仟万元整), compared by amount."""

from __future__ import annotations

import re
from decimal import Decimal

from extractors.kinds.comparison import cannot_tell, different, of_text, same
from extractors.kinds.kind import Found, Kind
from extractors.normalisation import GAP, any_of, chinese_number, fold, organisation_form, squeeze, words
from extractors.records import Comparison

_CURRENCIES = any_of(words("人民币 美元 欧元 港元 港币 日元 英镑 新加坡元 澳元 加元"))
_FIGURE = r"[0-9OolI](?:[,， ]?[0-9OolI])*(?: ?\. ?[0-9](?: ?[0-9])*)?"
_HAN_DIGIT = "[零〇壹贰叁肆伍陆柒捌玖拾佰仟萬万亿一二三四五六七八九十百千两任什件]"
_MISREAD = str.maketrans("任什件", "仟仟仟")
"""Readers take these for 仟; no other figure looks like them."""
_HAN_FIGURE = rf"{_HAN_DIGIT}(?:{GAP}{_HAN_DIGIT})*"
_AMOUNT = re.compile(
    rf"(?:(?:{_CURRENCIES}){GAP}[:：(（]?{GAP})?(?:(?P<figure>{_FIGURE}){GAP}[)）]?{GAP}(?P<unit>[万萬亿]?)|(?P<han>{_HAN_FIGURE}))"
    rf"{GAP}[(（]?{GAP}(?:元{GAP}|圆{GAP})?[)）]?{GAP}(?:整{GAP}|正{GAP})?[(（]?(?:{_CURRENCIES})?[)）]?(?:元)?(?:整)?"
)
_UNITS = {"": 1, "万": 10_000, "萬": 10_000, "亿": 100_000_000}


def find_capital(text: str) -> Found | None:
    """The first amount in ``text`` that names a unit of money, as printed without spaces."""
    folded = fold(text)
    for match in _AMOUNT.finditer(folded):
        printed = match.group().rstrip(" _(（")
        if re.search(rf"[元圆万萬亿]|{_CURRENCIES}", printed) and capital_amount(printed) is not None:
            meant = printed.translate(_MISREAD)
            return Found(normalise_capital(meant), match.start(), match.start() + len(printed), repaired=meant != printed)
    return None


def normalise_capital(text: str) -> str:
    return organisation_form(text)


def capital_amount(text: str) -> Decimal | None:
    """The amount in units of its currency: ``1000万元人民币`` → 10 000 000; None when there is none."""
    match = _AMOUNT.search(fold(text))
    if not match:
        return None
    if match["figure"]:
        figure = re.sub(r"[,， ]", "", match["figure"]).translate(str.maketrans("OolI", "0011"))
        return Decimal(figure) * _UNITS[match["unit"]]
    return _han_amount(squeeze(match["han"]).translate(_MISREAD))


def _han_amount(text: str) -> Decimal | None:
    """``壹仟贰佰万`` → 12 000 000."""
    total, rest = 0, text.replace("萬", "万")
    for unit in ("亿", "万"):
        if unit in rest:
            head, rest = rest.rsplit(unit, 1)
            number = chinese_number(head)
            if number is None:
                return None
            total += number * _UNITS[unit]
    last = chinese_number(rest) if rest else 0
    return None if last is None else Decimal(total + last)


def _currency(text: str) -> str:
    match = re.search(_CURRENCIES, squeeze(text))
    return match.group().replace("港币", "港元") if match else "人民币"


def _compare(stated: str, printed: str) -> Comparison:
    one, other = capital_amount(stated), capital_amount(printed)
    if one is None or other is None:
        return same("金额一致") if normalise_capital(stated) == normalise_capital(printed) else cannot_tell("金额无法换算比较")
    if one == other and _currency(stated) == _currency(printed):
        return same("金额一致")
    return different("金额不一致", 0.0)


CAPITAL = Kind("capital", find_capital, normalise_capital, of_text(_compare))
