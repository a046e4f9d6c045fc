"""Bank account numbers: digits, usually 9 to 25, without a public check; found and compared."""

from __future__ import annotations

import re
from collections.abc import Iterator

from stdnum import luhn

from extractors.kinds.comparison import different, lookalike, of_text, same, similarity
from extractors.kinds.kind import Found, Kind
from extractors.kinds.lookalikes import MISREAD_DIGITS, alike_characters, differ_by_lookalikes
from extractors.normalisation import fold, number_form
from extractors.records import Comparison

_LIKE = r"[0-9OoQ〇○Il|丨!]"
_GROUP = re.compile(rf"(?<![A-Za-z]){_LIKE}+(?![A-Za-z])")
_SHORTEST, _LONGEST = 8, 32


def looks_like_personal_card(number: str) -> bool:
    """Whether this is a personal card rather than a corporate account: 16 or 19 digits, from 62, passing Luhn's check."""
    return len(number) in (16, 19) and number.startswith("62") and bool(luhn.is_valid(number))


def find_account(text: str) -> Found | None:
    """The first run of 8 to 32 digits. With no check digit a letter is repaired only where it can be one digit alone."""
    folded = fold(text)
    for start, end in _runs(folded):
        printed = re.sub(r"[ _\-]", "", folded[start:end])
        digits = "".join(MISREAD_DIGITS.get(char, char) for char in printed)
        changed = sum(a != b for a, b in zip(printed, digits, strict=True))
        if _SHORTEST <= len(digits) <= _LONGEST and changed <= 2:
            return Found(digits, start, end, repaired=changed > 0)
    return None


def _runs(folded: str) -> Iterator[tuple[int, int]]:
    """Spans of groups that make one number: one space or dash between them, or a wider gap between short groups only,
    for two numbers may share a line."""
    start, last = None, (0, 0)
    for group in (match.span() for match in _GROUP.finditer(folded)):
        if start is not None and not _joined(folded, last, group):
            yield start, last[1]
            start = None
        start, last = group[0] if start is None else start, group
    if start is not None:
        yield start, last[1]


def _joined(folded: str, one: tuple[int, int], other: tuple[int, int]) -> bool:
    short = max(one[1] - one[0], other[1] - other[0]) <= 5
    return bool(re.fullmatch(r"[ _\-]{0,4}" if short else r"[ _\-]?", folded[one[1] : other[0]]))


def normalise_account(text: str) -> str:
    return re.sub(r"-", "", number_form(text))


def _compare(stated: str, printed: str) -> Comparison:
    stated, printed = normalise_account(stated), normalise_account(printed)
    if stated == printed:
        return same("账号一致")
    score = similarity(stated, printed)
    if differ_by_lookalikes(stated, printed, alike_characters):
        return lookalike("仅个别易混字符不同，账号无校验位，请核对原件", score)
    return different("账号不一致", score)


ACCOUNT_NUMBER = Kind("account_number", find_account, normalise_account, of_text(_compare))
