"""Characters that readers take for each other: candidates to repair a number, and glyphs that excuse one wrong character."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from importlib.resources import files
from itertools import combinations, product

from extractors.normalisation import words

# What a letter or sign in a place for digits may have been. Digits are never swapped for digits here: a number whose
# check digit fails with all places legible is a wrong number, and "repairing" 7 to 1 would hide it (one try in eleven
# passes a mod-11 check by chance).
MISREAD_DIGITS: dict[str, str] = {
    **dict.fromkeys("OoDQ〇○◯", "0"),
    **dict.fromkeys("Il|丨!i", "1"),
    **dict.fromkeys("Zz", "2"),
    "}": "3",
    **dict.fromkeys("AH", "4"),
    **dict.fromkeys("Ss", "5"),
    **dict.fromkeys("bG", "6"),
    **dict.fromkeys("B&", "8"),
    **dict.fromkeys("gq", "9"),
}

CROSSES = "Xx×χΧХх✕✖╳"
"""All that a printed check character X is read as."""

# Digits and letters that poor print makes alike; each group holds characters taken for each other.
_ALIKE_GROUPS = ("0ODQCU8", "1IL7JT", "2Z7", "38B", "4AH", "5S6", "6GB58", "8B3&", "9GQ", "XK", "UV", "VY", "MN", "EF", "PR")

# Chinese glyphs that readers are known to mix up; the many more whose shapes are alike are measured in data/lookalikes.txt.
_GLYPH_GROUPS = words(
    """
    己已巳 未末 日曰 技枝 师帅 证征 荣菜 亦赤 博搏 经径 限艰 责贵 资贷赀 章童 专传 令今
    人入八 士土 工エ 二ニ 一—- 口囗ロ 曜耀 科料 渔鱼 张弛 砺励 新薪 瀚翰
    """
)


def _partners(groups: tuple[str, ...]) -> dict[str, set[str]]:
    partners: dict[str, set[str]] = {}
    for group in groups:
        for char in group:
            partners.setdefault(char, set()).update(set(group) - {char})
    return partners


_ALIKE = _partners(_ALIKE_GROUPS)


@cache
def _glyphs() -> dict[str, set[str]]:
    """For each Chinese character those that look like it. Each line of the table holds one and, behind it, its look-alikes."""
    measured = (files("extractors") / "data" / "lookalikes.txt").read_text("utf-8").split()
    return _partners((*_GLYPH_GROUPS, *(line[0] + other for line in measured for other in line[1:])))


def alike_characters(one: str, other: str) -> bool:
    """Whether two characters of a number are easily taken for each other."""
    return one == other or other in _ALIKE.get(one, ())


def alike_glyphs(one: str, other: str) -> bool:
    """Whether two Chinese characters are easily taken for each other."""
    return one == other or other in _glyphs().get(one, ())


def differ_by_lookalikes(one: str, other: str, alike: Callable[[str, str], bool] = alike_glyphs, most: int = 2) -> bool:
    """Same length, at most ``most`` places differ, and each of them by characters that look alike."""
    if len(one) != len(other):
        return False
    places = [(a, b) for a, b in zip(one, other, strict=True) if a != b]
    return 0 < len(places) <= most and all(alike(a, b) for a, b in places)


def candidates(text: str, choices: list[str], *, most: int = 2) -> Iterator[str]:
    """Texts that differ from ``text`` in 1 to ``most`` places; ``choices[i]`` are the characters place i may have been."""
    places = [place for place, chars in enumerate(choices) if chars]
    for count in range(1, most + 1):
        for chosen in combinations(places, count):
            for chars in product(*(choices[place] for place in chosen)):
                letters = list(text)
                for place, char in zip(chosen, chars, strict=True):
                    letters[place] = char
                yield "".join(letters)


def repair(text: str, choices: list[str], passes: Callable[[str], bool], *, most: int = 2) -> str | None:
    """The one candidate that ``passes``; None when there is none, or more than one (then reading again beats guessing)."""
    passing = {candidate for candidate in candidates(text, choices, most=most) if passes(candidate)}
    return passing.pop() if len(passing) == 1 else None


def digit_choices(text: str) -> list[str]:
    """For each character of ``text`` the digits it may stand for; "" for real digits."""
    return [MISREAD_DIGITS.get(char, "") for char in text]
