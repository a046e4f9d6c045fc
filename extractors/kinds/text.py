"""Plain text: trimmed of what forms print around it, compared by similarity."""

from __future__ import annotations

import re

from rapidfuzz import fuzz

from extractors.kinds.comparison import different, lookalike, of_text, same
from extractors.kinds.kind import Found, Kind
from extractors.normalisation import chinese_punctuation, fold, full_width_brackets, simplify
from extractors.records import Comparison

_ALMOST = 0.9
"""Share of equal characters from which two texts are worth a second look; guessed: one wrong character in twenty gives 0.95."""


def find_text(text: str) -> Found | None:
    """All of ``text`` but punctuation, underlines and spaces around it."""
    folded = fold(text)
    start = len(folded) - len(folded.lstrip(" _:;,.、，。；：-|\n☑√✓✔■●"))
    end = len(folded.rstrip(" _:;,，；：-|\n※*"))
    if end <= start or not re.search(r"\w", folded[start:end]):
        return None
    return Found(normalise_text(text[start:end]), start, end)


def normalise_text(text: str) -> str:
    """One width, full-width brackets, no spaces but those between Latin words."""
    plain = re.sub(r"(?<![A-Za-z]) +| +(?![A-Za-z])|\n", "", fold(text).strip(" _\n"))
    return chinese_punctuation(full_width_brackets(plain))


def _comparable(text: str) -> str:
    return re.sub(r"[^\w]|_", "", simplify(fold(text))).casefold()


def _compare(stated: str, printed: str) -> Comparison:
    one, other = _comparable(stated), _comparable(printed)
    if one == other:
        return same("文字一致")
    score = fuzz.ratio(one, other) / 100
    return lookalike("文字略有不同，请核对", score) if score >= _ALMOST else different("文字不一致", score)


TEXT = Kind("text", find_text, normalise_text, of_text(_compare))
