"""Print made comparable: raw OCR text in, text of one width, one kind of space, bracket and dot out.

``fold`` keeps the length of its input, so that a span found in folded text is a span of the raw print.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import cache
from importlib.resources import files

GAP = r"[\s_\u2026\uff3f]*"
"""What may stand between two printed characters of one value: spaces and the underline of a form to be filled in."""
_GAPS = re.compile(GAP.replace("*", "+"))

HAN = r"\u3005-\u3007\u3400-\u9fff\uf900-\ufaff\U00020000-\U000323af"
"""Character class (without brackets) of Chinese characters, rare name characters and 〇 included."""

_INVISIBLE = "\u200b\u200c\u200d\u2060\ufeff\u00ad"
_DASHES = "‐‑‒–—―−﹣－"
_MIDDLE_DOTS = "·•・‧∙⋅．･●"
_FOLDED = (
    {ord(char): " " for char in _INVISIBLE} | {ord(char): "-" for char in _DASHES} | {ord(char): " " for char in "\u3000\u00a0\t"}
)


def fold(text: str) -> str:
    """One width for letters, digits and brackets, one dash, one space; as long as ``text``. Case stays."""
    return "".join(map(_fold_character, text))


@cache
def _fold_character(char: str) -> str:
    if ord(char) in _FOLDED:
        return _FOLDED[ord(char)]
    plain = unicodedata.normalize("NFKC", char)
    return plain if len(plain) == 1 else char


def squeeze(text: str) -> str:
    """Folded, without any spaces or underlines."""
    return _GAPS.sub("", fold(text))


def gapped(word: str) -> str:
    """A pattern for ``word`` as it is printed on forms: ``姓    名`` is 姓名."""
    return GAP.join(re.escape(char) for char in word)


def any_of(wordings: Iterable[str]) -> str:
    """A pattern for any of ``wordings``, the longest first, each possibly printed with gaps."""
    return "(?:" + "|".join(gapped(word) for word in sorted(wordings, key=len, reverse=True)) + ")"


def words(table: str) -> tuple[str, ...]:
    """A table of words: ``words("甲 乙")`` is ``("甲", "乙")``."""
    return tuple(table.split())


def full_width_brackets(text: str) -> str:
    """The contract's brackets: （）."""
    return re.sub(r"[(（〔［\[【﹙]", "（", re.sub(r"[)）〕］\]】﹚]", "）", text))


def one_dot(text: str) -> str:
    """The one middle dot · of minority and foreign names."""
    return re.sub(f"[{re.escape(_MIDDLE_DOTS)}]", "·", text)


def chinese_punctuation(text: str) -> str:
    """Full-width , ; : ? ! behind a Chinese character or a closing bracket, where readers often give half-width ones."""
    return re.sub(rf"(?<=[{HAN}）”』」])[,;:?!]", lambda match: chr(ord(match.group()) + 0xFEE0), text)


_RADICALS = str.maketrans(
    {chr(code): unicodedata.normalize("NFKC", chr(code)) for code in range(0x2F00, 0x2FD6)}
    | dict(
        zip(
            "⺁⺌⺒⺟⺠⺩⺪⺼⻁⻄⻅⻆⻉⻋⻓⻔⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻬⻮⻰⻳",
            "厂小巳母民王疋肉虎西见角贝车长门青韦页风飞食马骨鬼鱼鸟卤麦黄齐齿龙龟",
            strict=True,
        )
    )
)
"""Radicals that the fonts of some PDFs give for the characters they look like (Unicode blocks 2E80 and 2F00)."""


def without_radicals(text: str) -> str:
    """Characters in the place of the radicals that look like them; as long as before."""
    return text.translate(_RADICALS)


def regulated(text: str) -> str:
    """Simplified characters for those outside GB 2312, in which firms' names and addresses must be written."""
    return "".join(simplify(char) if not _in_gb2312(char) else char for char in text).replace("車", "车")


@cache
def _in_gb2312(char: str) -> bool:
    try:
        return bool(char.encode("gb2312"))
    except UnicodeEncodeError:
        return False


def organisation_form(text: str) -> str:
    """A name of an organisation, or an address, in the contract's form: no spaces, full-width brackets, one middle dot."""
    return chinese_punctuation(full_width_brackets(one_dot(regulated(squeeze(text)))))


def number_form(text: str) -> str:
    """A number in the contract's form: half-width, upper-case, no spaces."""
    return squeeze(text).upper()


@cache
def _simplified() -> dict[int, int]:
    traditional, simplified = (files("extractors") / "data" / "traditional.txt").read_text("utf-8").split()
    return {ord(old): ord(new) for old, new in zip(traditional, simplified, strict=True)}


def simplify(text: str) -> str:
    """Traditional characters replaced by their one simplified form (those with several stay)."""
    return text.translate(_simplified())


@cache
def _simplified_forms() -> frozenset[str]:
    return frozenset(map(chr, _simplified().values()))


def has_traditional_form(character: str) -> bool:
    """Whether a character is the simplified form of another."""
    return character in _simplified_forms()


_NUMERALS = {"0": 0, "〇": 0, "○": 0, "零": 0, "O": 0, "o": 0, "Ｏ": 0, "◯": 0, "０": 0} | {
    char: value
    for row in ("一二三四五六七八九", "壹贰叁肆伍陆柒捌玖", "壹貳參肆伍陸柒捌玖")
    for value, char in enumerate(row, start=1)
}
_NUMERALS |= {"两": 2, "弍": 2, "元": 1}
_UNITS = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}


def chinese_number(text: str) -> int | None:
    """``二〇二六`` → 2026, ``二十三`` → 23, ``廿三`` → 23, ``壹仟零伍`` → 1005; None when it is no number below 10 000."""
    text = text.replace("廿", "二十").replace("卅", "三十")
    if not text or any(char not in _NUMERALS and char not in _UNITS for char in text):
        return None
    if not any(char in _UNITS for char in text):
        return int("".join(str(_NUMERALS[char]) for char in text))
    total, digit = 0, 0
    for char in text:
        if char in _UNITS:
            total, digit = total + (digit or 1) * _UNITS[char], 0
        else:
            digit = _NUMERALS[char]
    return total + digit
