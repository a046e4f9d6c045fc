"""Labels on a page: their wordings found in its lines, and how much each looks like one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from extractors.layout import PageLines, Span
from extractors.normalisation import simplify
from models.records import Line

CJK = r"\u3400-\u9fff"
GAP = 0.9  # character widths of white from which two characters of one line belong to different cells


@dataclass(frozen=True)
class Label:
    """A label found on a page. ``field`` is None for a label that only ends another's value."""

    field: str | None
    span: Span
    rank: int
    """Place of the wording in its field's list: earlier ones are more telling."""
    strength: float
    """1 for a label that stands alone or before a colon, less for one inside other print."""


@lru_cache(maxsize=4096)
def label_pattern(wording: str) -> re.Pattern[str]:
    """A label's wording as a pattern that allows white space, or the dot that readers see in it, between any two of its
    characters, English before a bracket as in 甲方 Party A（用人单位）, and either kind of bracket. English ones begin a word,
    No. not that of another number, as in ID No."""
    wording = re.sub(r"\s", "", wording)
    pieces = (either_bracket(character) for character in wording)
    pattern = r"[\s_＿·．・.]*".join(pieces).replace(r"[\s_＿·．・.]*[（(]", r"[\s_＿·．・.]*(?:[A-Za-z][A-Za-z.& ]{0,24})?[（(]")
    alone = r"(?<![A-Za-z])(?<!ID )(?<!Card )" if re.fullmatch(r"(?i)no\.?", wording) else r"(?<![A-Za-z])"
    whole = re.sub(r"^(?=[A-Za-z])", alone, pattern)
    return re.compile(whole, re.IGNORECASE)


def either_bracket(character: str) -> str:
    brackets = {"（": "[（(]", "(": "[（(]", "）": "[）)]", ")": "[）)]", "：": "[：:]", ":": "[：:]"}
    return brackets.get(character, re.escape(character))


def find_labels(page: PageLines, wordings: Sequence[tuple[str | None, int, str]]) -> list[Label]:
    """Every label on the page; ``wordings`` holds (field or None, rank, wording). Where labels overlap the longest stays."""
    found: list[Label] = []
    for line in page.lines:
        plain = simplify(line.text)  # readers take 专 for 專
        hits = [hit for wording in wordings for hit in hits_in(page.index, line, plain, wording)]
        found += longest_only([*hits, *misread(page.index, line, plain, wordings)])
    return found


def hits_in(page: int, line: Line, plain: str, of: tuple[str | None, int, str]) -> list[Label]:
    """One wording's labels in a line; ``plain``: its text in simplified characters."""
    field, rank, wording = of
    hits = []
    for match in label_pattern(wording).finditer(plain):
        strength = label_strength(line, match.start(), match.end())
        if strength == 1 or (strength and len(wording) > 1):
            hits.append(Label(field, Span(page, line, match.start(), match.end()), rank, strength))
    return hits


def misread(page: int, line: Line, plain: str, wordings: Sequence[tuple[str | None, int, str]]) -> list[Label]:
    """Labels that are all of a line but for one character, which the reader was not sure of; none where it may be either of two
    labels, as of who pays and who is paid."""
    if len(plain) < LONG or len(line.confidences) != len(plain) or min(line.confidences) >= CLEAR:
        return []
    doubtful = {index for index, confidence in enumerate(line.confidences) if confidence < CLEAR}
    fitting = [
        Label(field, Span(page, line, 0, len(plain)), rank, 1.0)
        for field, rank, wording in wordings
        if len(wording) == len(plain)
        and len(wrong := {index for index, pair in enumerate(zip(wording, plain, strict=True)) if len(set(pair)) > 1}) == 1
        and wrong <= doubtful
    ]
    said = any(wording == plain for _, _, wording in wordings)
    return fitting if not said and len({label.field for label in fitting}) == 1 else []


LONG, CLEAR = 5, 0.9
"""Characters of a label that is known without one of them, and the confidence below which that one may be misread (guess)."""
ENGLISH_BEFORE = re.compile(r"[A-Za-z][A-Za-z.&()（）/ ]*")
"""A label's English in front of the Chinese, as in "Name 姓名" and "Sex/性别"."""


def looks_labelled(text: str, longest: int = 12) -> bool:
    """Whether print begins with a few characters and a colon, as 企业电话：does, whether a declaration names that or not."""
    head = UNKNOWN_LABEL.match(text)
    return head is not None and len(head[1]) <= longest


UNKNOWN_LABEL = re.compile(rf"\s*([{CJK}][{CJK}（）()/\s]*)[:：]")


WITHIN_TITLE = re.compile(r"《[^》]*$")
"""What stands before a word of a title in 《》, which labels nothing."""
ANOTHER_TOO = re.compile(rf"[与及][{CJK}]{{2,4}}$")
NUMBERED = re.compile(r"\s*(?:第?[0-9一二三四五六七八九十]+[条章节]?[.．、\s]*)+")
"""How the heading of a paragraph begins and goes on, as in 2 工作岗位与地点."""


def label_strength(line: Line, start: int, end: int) -> float:
    """How much print at ``start:end`` looks like a label: it begins a cell, and a colon, white or the line's end follows it."""
    text = line.text
    begins = (
        start == 0
        or not re.search(rf"[{CJK}A-Za-z0-9（(〔\[/”\"」』]\s*$", text[:start])
        or white_before(line, start) > GAP
        or ENGLISH_BEFORE.fullmatch(text[:start]) is not None
        or (text[:start].strip() in ("（", "(") and re.match(r"\s*[:：\s]", text[end:]) is not None)
    )
    after = text[end:]
    if WITHIN_TITLE.search(text[:start]):
        return 0.0
    if ANOTHER_TOO.match(after) and NUMBERED.fullmatch(text[:start]):
        return 0.0
    if OF_A_HEADING.fullmatch(after):
        return 0.0
    closes = not after.strip() or CLOSED.match(after) is not None
    gap_follows = end < len(text) and white_before(line, end) > GAP
    if begins and (closes or gap_follows):
        return 1.0
    if begins:
        return 0.6
    return 0.5 if re.match(r"\s*[:：]", after) else 0.0


OF_A_HEADING = re.compile(r"\s*(?:[（(][^）)]{1,10}[）)])?\s*(?:基本|有关|相关)?(?:信息|情况|资料|概况)\s*[：:]?\s*")
"""What makes a heading of a label, as in 甲方（用人单位）信息."""
CLOSED = re.compile(r"\s*[（(][^）)]{1,14}[）)]?\s*[:：]?|\s*[:：;；】〕\]]|\s*[A-Z][A-Za-z.&/'’ ]{0,30}[:：]")
"""What follows a label: a note in brackets, a colon, the label in English and a colon."""


def white_before(line: Line, index: int) -> float:
    """White before character ``index``, in widths of the line's usual step between characters beyond the usual step."""
    if index <= 0 or index >= len(line.text) or len(line.centres) != len(line.text):
        return 2.0 if index < len(line.text) and line.text[index - 1 : index].isspace() else 0.0
    if line.text[index - 1].isspace():
        return 2.0
    steps = sorted(b - a for a, b in pairwise(line.centres))
    usual = max(steps[len(steps) // 2], 1e-6)
    return (line.centres[index] - line.centres[index - 1]) / usual - 1


def longest_only(hits: Sequence[Label]) -> list[Label]:
    kept: list[Label] = []
    for hit in sorted(hits, key=lambda hit: (-(hit.span.end - hit.span.start), hit.rank)):
        if all(apart(hit.span, other.span) or same_print(hit, other) for other in kept):
            kept.append(hit)
    return sorted(kept, key=lambda hit: hit.span.start)


def apart(span: Span, other: Span) -> bool:
    return span.end <= other.start or span.start >= other.end


def same_print(label: Label, other: Label) -> bool:
    """One wording may label two fields, as 职业及等级 does."""
    return (label.span.start, label.span.end) == (other.span.start, other.span.end) and label.field != other.field
