"""Which of several printed options is ticked: text without white space and the options' wordings in, the ticked ones out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

TICKS = "✓✔√"
FULL = f"☑☒{TICKS}■●◉▣◆⊠Vv"
EMPTY = "□☐○◯〇◇口囗O×"
LIKE_FULL = "回図囚凶区团田因"
"""What readers make of a box with a tick in it; one only where the other options have empty boxes."""

_OPEN, _CLOSE = r"[（(\[【〔〖]", r"[）)\]】〕〗]"
_SIGN = rf"(?:{_OPEN}?[{FULL}{EMPTY}{LIKE_FULL}]{{1,2}}{_CLOSE}?|{_OPEN}{_CLOSE})"
_ORDINAL = rf"(?:{_OPEN}?[一二三四123４4ABCabc]{_CLOSE}|[一二三四1-4A-Ca-c①-④⑴-⑷][.、．，,:：]?)?"
_BEFORE = re.compile(rf"(?P<sign>{_SIGN}){_ORDINAL}$")
_BEHIND_ORDINAL = re.compile(rf"{_ORDINAL}(?P<sign>{_SIGN})$")
_AFTER = re.compile(rf"^[:：]?(?P<sign>{_SIGN})")
_OVER_WORDS = re.compile(rf"[\u4e00-\u9fff][{TICKS}](?=[\u4e00-\u9fff])")
NEAR = 14  # characters between two options of one row


@dataclass(frozen=True)
class Option:
    """An option as printed at ``start:end``, with the signs that stand before and after it ("" for none). ``inferred``: no tick
    was seen, but it alone of its row lacks the empty box that the others have."""

    value: str
    start: int
    end: int
    before: str
    after: str
    inferred: bool = False


def ticked(text: str, wordings: Mapping[str, str]) -> list[Option]:
    """The ticked options of each row of options; ``wordings``: {value: regular expression}."""
    return [option for row in _rows(_options(text, wordings)) for option in _ticked_of(row)]


def _options(text: str, wordings: Mapping[str, str]) -> list[Option]:
    """A tick that lies over the words, as in 无√固定期限, is the words' own."""
    places = [at for at in range(len(text)) if not _OVER_WORDS.match(text, max(0, at - 1))]
    words_only = "".join(text[at] for at in places)
    found = sorted(
        (places[match.start()], places[match.end() - 1] + 1, value)
        for value, words in wordings.items()
        for match in re.finditer(words, words_only)
    )
    options = []
    for start, end, value in found:
        over = "".join(sign for sign in text[start:end] if sign in TICKS)
        head, tail = text[max(0, start - 8) : start], text[end : end + 5]
        before, after = _BEFORE.search(head) or _BEHIND_ORDINAL.search(head), _AFTER.match(tail)
        options.append(
            Option(value, start, end, (before["sign"] if before else "") + over, (after["sign"] if after else "") + over)
        )
    return options


def _rows(options: Sequence[Option]) -> Iterator[list[Option]]:
    """Options that stand close together, in the order of print."""
    row: list[Option] = []
    for option in options:
        if row and option.start - row[-1].end > NEAR:
            yield row
            row = []
        row.append(option)
    if row:
        yield row


def _ticked_of(row: Sequence[Option]) -> list[Option]:
    """A row's signs stand before its options, unless the first has none before it and the last has one behind it."""
    behind = not row[0].before and bool(row[-1].after or (len(row) > 1 and row[0].after and not row[-1].before))
    signs = [option.after if behind else option.before for option in row]
    full = [option for option, sign in zip(row, signs, strict=True) if set(sign) & set(FULL)]
    if full or not any(set(sign) & set(EMPTY) for sign in signs):
        return full
    like = [option for option, sign in zip(row, signs, strict=True) if set(sign) & set(LIKE_FULL)]
    return like or _lone_of(row, signs)


def _lone_of(row: Sequence[Option], signs: Sequence[str]) -> list[Option]:
    """The one option without any sign, where each of the others has an empty box: readers pass over boxes filled with ink."""
    bare = [option for option, sign in zip(row, signs, strict=True) if not sign]
    rest_empty = all(set(sign) & set(EMPTY) for sign in signs if sign)
    return [replace(bare[0], inferred=True)] if len(row) > 1 and len(bare) == 1 and rest_empty else []
