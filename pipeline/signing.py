"""Lines of print in; the places beside labels where somebody should sign out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from models.records import Box, Line

WHO = (
    "法定代表人|法人代表|法人|主要负责人|单位负责人|负责人|委托代理人|代理人|授权代表|授权人|代表人|代表|经办人|承诺人|申请人|申报人|领办人|"
    "甲方|乙方|丙方|用人单位|劳动者|员工|职工|本人|签约人|当事人|单位"
)
JOINT = "或者|或|、|及|和|/|，|其"
SIGN = (
    "(?:亲笔|本人)?(?:签\\s*字|签\\s*名|签\\s*章|签\\s*署)"
    "(?:(?:或者|或|、|和|及|/)?(?:盖\\s*章|加盖名章|名章|印章|手印|捺印|按手印|指印|签章))*"
)
OTHERS = f"(?:[（(](?:{WHO}|{JOINT})+[）)])?"
LABEL = re.compile(
    f"(?P<who>(?:{WHO}){OTHERS}(?:(?:{JOINT})*(?:{WHO}){OTHERS})*)?\\s*"
    f"(?:(?P<bracket>[（(]\\s*{SIGN}\\s*(?:[）)]|$))|(?P<plain>{SIGN}))\\s*(?P<colon>[：:])?"
)
BARE = re.compile(
    f"^(?:承诺人|签约人|申请人|申报人|法定代表人|负责人|授权代表|委托代理人|劳动者|本人)(?:{OTHERS}[：:]|[（(]\\s*签?$)"
)
"""Labels that do not ask in so many words, and those whose second half is covered by what was written over it."""
AT_FOOT = re.compile(r"^(?:[甲乙丙]方(?:代表)?|代表人?|(?:法定代表人或)?(?:授权代表|委托代理人|代理人))[：:]\s*$")
"""Parties and their representatives with nothing behind them: where a contract ends, that is where they sign."""
FOOT = 0.45  # of the page's height: above it the same words stand before names
PRINTED = re.compile(
    r"^[\s_＿—\-.…·:：（）()]*$|[0-9〇零一二三四五六七八九十○\s]*年|盖\s*章|公\s*章|签\s*字|签\s*名|签\s*章|[：:]|日期|电话|地址"
)
DOTTED_NAME = re.compile(r"[\u4e00-\u9fff]{2,8}\s*[·•・.]\s*[\u4e00-\u9fff]{2,10}")
"""艾力·吐尔逊: long names are signed as well as printed."""
PROSE = re.compile(r"[，。；、]|后生效|之日|双方")

REACH = 0.30  # of the page's width to the right of a label: where signatures are; long ones on A4 take 0.25
LINE_HEIGHT = 1.25 / 1.414  # height of a line over the width of its characters, on a page of A4's proportions
BRACKETS = str.maketrans("()", "（）")
NARROW = 0.07  # of the page's width: less room than this and people sign below the label
ABOVE, BELOW = 0.9, 0.9  # label heights that signatures reach beyond the label's line
UNDER = 2.6  # label heights below a label that has no room beside it
WIDE = 1.6  # label heights around a place within which unexplained ink makes "empty" doubtful


class SigningPlace(NamedTuple):
    """A label and where its signature belongs; ``under``: the second place, below, when there is room; ``height``: of
    the label's print; ``explicit``: the label asks for a signature in so many words."""

    near: str
    label: Box
    beside: Box
    under: Box | None
    height: float
    explicit: bool

    @property
    def around(self) -> Box:
        height = self.height * WIDE
        box = self.label.union(self.beside)
        return Box(box.x0, max(0.0, box.y0 - height / 2), box.x1, min(1.0, box.y1 + height))


def signing_places(lines: Sequence[Line]) -> list[SigningPlace]:
    """All places on one page, in reading order."""
    places = [
        place_of(line, start, end, lines, explicit=explicit)
        for line in lines
        if not line.vertical
        for start, end, explicit in labels_in(line.text)
        if explicit or BARE.match(line.text) or line.box.y0 > FOOT
    ]
    asked = [place for place in places if place.explicit or AT_FOOT.match(place.near + "：")]
    return asked if any(place.explicit for place in places) else places


def labels_in(text: str) -> Iterator[tuple[int, int, bool]]:
    """Where in a line's text labels stand, and whether they ask for a signature. Prose that speaks of signing is no label."""
    found = [match for match in LABEL.finditer(text) if is_label(text, match)]
    yield from ((match.start(), match.end(), True) for match in found)
    if not found and (bare := BARE.match(text) or AT_FOOT.match(text)):
        yield bare.start(), bare.end(), False


def is_label(text: str, match: re.Match[str]) -> bool:
    rest = text[match.end() :].lstrip(" _＿")
    before = text[: match.start()].rstrip()
    if PROSE.search(before[-6:]) or (match["plain"] and before and not match["who"]):
        return False
    if match["colon"]:
        return True
    if match["bracket"]:
        return bool(match["who"] or not before) and not PROSE.search(rest[:8])
    return not rest and (bool(match["who"]) or not before)


def place_of(line: Line, start: int, end: int, lines: Sequence[Line], *, explicit: bool) -> SigningPlace:
    label = whole_label(line, start, end)
    height = print_height(line, start, end)
    right = min(label.x1 + REACH, next_start(line, end, lines))
    middle = label.centre[1]
    top, bottom = middle - (0.5 + ABOVE) * height, middle + (0.5 + BELOW) * height
    beside = Box(label.x1 + 0.2 * height, max(0.0, top), right, min(1.0, bottom))
    under = None
    if right - label.x1 < NARROW or is_free(below(label, line, height), lines, line):
        under = below(label, line, height)
    near = with_line_above(line, start, end, lines).translate(BRACKETS)
    return SigningPlace(near, label, beside, under, height, explicit)


def whole_label(line: Line, start: int, end: int) -> Box:
    """The label's place: no more of its line than its own characters, since the rest may be a signature that nobody could read,
    but with the closing bracket and the colon that a seal tore off, which would pass for strokes of a pen."""
    label = line.part(start, end)
    if len(line.centres) == len(line.text) and end - start > 1:
        pitch = (line.centres[end - 1] - line.centres[start]) / (end - 1 - start)
        printed_to = line.box.x0 + (line.centres[end - 1] + 0.8 * pitch) * line.box.width
        label = label._replace(x1=min(label.x1, printed_to))
    if re.search(r"[（(][^）)]*$", line.text[start:end]):
        label = label._replace(x1=min(1.0, label.x1 + 1.5 * label.width / (end - start)))
    return label


def print_height(line: Line, start: int, end: int) -> float:
    """Height of the label's characters: a line in which a signature was read along is higher than its print, but not wider."""
    label = line.part(start, end)
    widths = sum(0.5 if character.isascii() else 1.0 for character in line.text[start:end])
    return min(label.height, LINE_HEIGHT * label.width / max(1.0, widths))


def below(label: Box, line: Line, height: float) -> Box:
    return Box(label.x0, label.y1 + 0.1 * height, max(label.x1, line.box.x0 + 0.1), min(1.0, label.y1 + UNDER * height))


def next_start(line: Line, end: int, lines: Sequence[Line]) -> float:
    """Where the next print on the same row begins: another label in this line, or a printed line to its right."""
    starts = [1.0]
    later = LABEL.search(line.text, end)
    if later:
        starts.append(line.part(later.start(), later.end()).x0)
    label = line.part(0, end)
    for other in lines:
        level = abs(other.box.centre[1] - label.centre[1]) < 0.6 * label.height
        if other is not line and level and other.box.x0 > label.x1 and is_print(other):
            starts.append(other.box.x0)
    return min(starts)


def is_print(line: Line) -> bool:
    """Whether a line near a label is surely the form's own print: dates, labels, rules, longer text. Two to four characters may
    be a signature that the reader made out, so they are not."""
    text = line.text.strip(" _＿")
    text = text.lstrip("：: _＿") or text  # a label's colon may have been read along with the signature behind it
    if DOTTED_NAME.fullmatch(text):
        return False
    return bool(PRINTED.search(text)) or (len(text) >= 6 and line.confidence >= 0.9)


def is_free(box: Box, lines: Sequence[Line], own: Line) -> bool:
    """Whether no print begins in the place below a label."""
    return not any(other is not own and is_print(other) and meets(box, other.box) for other in lines)


def meets(one: Box, other: Box) -> bool:
    common = one.intersection(other)
    return common.width > 0 and common.height > 0.25 * other.height


def with_line_above(line: Line, start: int, end: int, lines: Sequence[Line]) -> str:
    """The label's words; one that only says （签字） takes the words before it in its line or in the line above it."""
    own = line.text[start:end].strip().rstrip("：:").strip()
    if re.search(WHO, own):
        return own
    before = line.text[:start].strip()
    if before:
        return (before[-16:] + own).strip()
    box = line.box
    above = [
        other
        for other in lines
        if other is not line
        and 0 < box.centre[1] - other.box.centre[1] < 3.0 * box.height
        and other.box.x0 < box.x1
        and other.box.x1 > box.x0
        and re.search(WHO, other.text)
    ]
    nearest = max(above, key=lambda other: other.box.centre[1], default=None)
    return f"{nearest.text.strip().rstrip('：:')[-16:]}{own}" if nearest else own
