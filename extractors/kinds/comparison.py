"""The four outcomes of holding a stated value against a printed one, and the comparisons most kinds share."""

from __future__ import annotations

from collections.abc import Callable

from rapidfuzz.distance import Levenshtein

from extractors.records import Comparison, FieldValue

Compare = Callable[[FieldValue, FieldValue], Comparison]


def same(reason: str = "一致") -> Comparison:
    return Comparison(outcome="same", score=1.0, reason=reason)


def lookalike(reason: str, score: float) -> Comparison:
    return Comparison(outcome="lookalike", score=round(score, 3), reason=reason)


def different(reason: str, score: float = 0.0) -> Comparison:
    return Comparison(outcome="different", score=round(score, 3), reason=reason)


def cannot_tell(reason: str) -> Comparison:
    return Comparison(outcome="cannot_tell", score=0.0, reason=reason)


def similarity(one: str, other: str) -> float:
    """Share of characters that stay when one text is edited into the other, 0 … 1."""
    return Levenshtein.normalized_similarity(one, other)


def distance(one: str, other: str) -> int:
    """Characters to insert, delete or replace."""
    return Levenshtein.distance(one, other)


def of_text(compare: Callable[[str, str], Comparison]) -> Compare:
    """Guard a comparison of two texts: a value that is missing, or is a list, cannot be told."""

    def guarded(stated: FieldValue, printed: FieldValue) -> Comparison:
        if not isinstance(stated, str) or not stated.strip():
            return cannot_tell("申报表未填写")
        if not isinstance(printed, str) or not printed.strip():
            return cannot_tell("材料上未能读出")
        return compare(stated, printed)

    return guarded
