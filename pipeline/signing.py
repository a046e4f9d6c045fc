"""Lines of print in; the places beside labels where somebody should sign out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from models.records import Box, Line

WHO = (
    "法定代表人|法人代表|法人|主要负责人|单位负责人|负责人|委托代理人|授权代理人|代理人|授权代表|授权人|代表人|代表|经办人|承诺人|申请人|申报人|领办人|"
    "甲方|乙方|丙方|用人单位|用工单位|聘用单位|聘用方|受聘人|受聘方|劳动者|员工|职工|本人|签约人|签字人|签署人|当事人|单位"
)
JOINT = "或者|或|、|及|和|/|，|其"
SIGN = (
    "(?:亲笔|本人|电子)?(?:签\\s*字|签\\s*名|签\\s*章|签\\s*署|签(?=或|、|/))"
    "(?:(?:或者|或|、|和|及|/)?(?:盖\\s*章|加盖名章|名章|印章|手印|捺印|按手印|指印|签章))*"
    "(?:[（(](?:盖章|公章|章|手印|捺印|按手印)[）)]|处|栏)?"
)
ENGLISH = (
    r"(?:(?:authori[sz]ed|legal|representative|signature|signed|sign|seal|stamp|party|[ab]|of|the|and|or|by|employee|employer|"
    r"signatory|person|in|charge)[\s./&()]*)+"
)
"""What bilingual papers say beside the Chinese label; a pen that signs in Latin letters writes other words."""
OTHERS = f"(?:[（(](?:{WHO}|{JOINT})+[）)])?"
LABEL = re.compile(
    f"(?P<who>(?:{WHO}){OTHERS}(?:(?:{JOINT})*(?:{WHO}){OTHERS})*)?\\s*"
    f"(?:(?P<bracket>(?:[：:]\\s*)?[（(]\\s*{SIGN}\\s*(?:[）)]|$))|(?P<plain>{SIGN}))\\s*(?:{ENGLISH})?(?P<colon>[：:])?",
    re.IGNORECASE,
)
BARE = re.compile(
    f"^(?:承诺人|签约人|申请人|申报人|法定代表人|负责人|授权代表|委托代理人|劳动者|本人)(?:{OTHERS}[：:]|[（(]\\s*签?$)"
)
"""Labels that do not ask in so many words, and those whose second half is covered by what was written over it."""
REPRESENTATIVE = "(?:代表人?|授权签字人|(?:法定代表人或)?(?:授权代表|(?:委托|授权)?代理人))"
AT_FOOT = re.compile(
    f"^(?:(?:[甲乙丙]方(?:代表)?|法定代表人|{REPRESENTATIVE})[：:]|{REPRESENTATIVE}\\s*(?:{ENGLISH})?[：:]?)\\s*$", re.IGNORECASE
)
"""Parties and their representatives with nothing behind them: where a contract ends, that is where they sign. What is written
there may have taken the representative's colon along."""
WRITTEN_BEHIND = re.compile(
    f"^(?:法定代表人|{REPRESENTATIVE}|(?:{WHO}){OTHERS}{SIGN})\\s*(?:{ENGLISH})?[：:]?(?=\\s*[\u4e00-\u9fff]{{2,4}}\\s*$)",
    re.IGNORECASE,
)
"""The same with what a reader made of the signature; a typed name is no higher than the label."""
PEN_HEIGHT = 1.35  # times the label's own height from which a line holds more than print (guess)
DIRECTOR = re.compile(r"^局\s*长[：:]?\s*(?:[\u4e00-\u9fff]{2,4})?$")
"""Patents are signed by the office's head, beside his printed name."""
PRINTED_NAME = re.compile(r"^[\u4e00-\u9fff](?:\s*[\u4e00-\u9fff]){1,3}$")
FOOT = 0.45  # of the page's height: above it the same words stand before names …
BLOCK = 8.0  # … unless somebody is asked to sign within so many line heights
RULES = " _＿"
PRINTED = re.compile(
    r"^[\s_＿—\-.…·:：（）()]*$|[0-9〇零一二三四五六七八九十○\s]*年|盖\s*章|公\s*章|签\s*字|签\s*名|签\s*章|[：:]|日期|电话|地址"
)
DOTTED_NAME = re.compile(r"[\u4e00-\u9fff]{2,8}\s*[·•・.]\s*[\u4e00-\u9fff]{2,10}")
"""艾力·吐尔逊: long names are signed as well as printed."""
PROSE = re.compile(r"[，。；、]|后生效|之日|双方")

WHOLE = re.compile(f"(?:{WHO}){OTHERS}(?:(?:{JOINT})*(?:{WHO}){OTHERS})*")
"""A label of its own, which the next line does not go on with."""
LINE_STEP = 2.6  # line heights from a line to the next of the same cell at most
INDENT = 3.0  # line heights (a little over two characters) that a label's first line may be indented

REACH = 0.30  # of the page's width to the right of a label: where signatures are; long ones on A4 take 0.25
LINE_HEIGHT = 1.25 / 1.414  # height of a line over the width of its characters, on a page of A4's proportions
BRACKETS = str.maketrans("()", "（）")
NARROW = 0.07  # of the page's width: less room than this and people sign below the label
ABOVE, BELOW = 0.9, 0.9  # label heights that signatures reach beyond the label's line
UNDER = 2.6  # label heights below a label that must be free for a signature to stand there
FAR_UNDER = 5.0  # label heights below a label that signatures there reach, up to the next print
DEEP = 18.0  # … and in a tall cell, or above a date at the page's foot
MARGIN = 0.93  # of the page's height: below stand its number and whoever printed it (guess)
ASIDE = 0.15  # of the page's width beyond a label that signatures below it reach
WIDE = 1.6  # label heights around a place within which unexplained ink makes "empty" doubtful


class SigningPlace(NamedTuple):
    """A label and where its signature belongs; ``under``: the second place, below, when there is room; ``deep``: what is free
    further below, where few sign; ``height``: of the label's print; ``explicit``: the label asks for a signature in so many
    words."""

    near: str
    label: Box
    beside: Box
    under: Box | None
    height: float
    explicit: bool
    deep: Box | None = None

    @property
    def around(self) -> Box:
        height = self.height * WIDE
        box = self.label.union(self.beside)
        return Box(box.x0, max(0.0, box.y0 - height / 2), box.x1, min(1.0, box.y1 + height))


def signing_places(lines: Sequence[Line]) -> list[SigningPlace]:
    """All places on one page, in reading order."""
    upright = [line for line in lines if not line.vertical]
    places = [place_of(line, label, lines) for line in upright for label in labels_of(line, lines)]
    asked = [place for place in places if place.explicit or AT_FOOT.match(place.near + "：")]
    return asked if any(place.explicit for place in places) else places


class Label(NamedTuple):
    """Where in its line a label stands, what it says, and whether it asks for a signature in so many words."""

    start: int
    end: int
    words: str
    explicit: bool


def labels_of(line: Line, lines: Sequence[Line]) -> list[Label]:
    """The line's labels; the first may have begun in the line above."""
    wrapped = label_from_above(line, lines)
    if wrapped:
        later = [label for label in labels_in(line.text[wrapped.end :]) if label.explicit]
        return [wrapped, *(label._replace(start=label.start + wrapped.end, end=label.end + wrapped.end) for label in later)]
    found = list(labels_in(line.text))
    if not found and (written := WRITTEN_BEHIND.match(line.text)):
        label = Label(written.start(), written.end(), written[0], explicit="签" in written[0])
        print_ = print_height(line, label.start, label.end, whole_label(line, label.start, label.end))
        found = [label] if line.box.height > PEN_HEIGHT * print_ else []
    return [label for label in found if label.explicit or BARE.fullmatch(line.text.strip(RULES)) or is_at_end(line, lines)]


def is_at_end(line: Line, lines: Sequence[Line]) -> bool:
    """Whether a line stands where papers are signed: low on the page, or near a label that asks for it."""
    near = (one for one in lines if abs(one.box.centre[1] - line.box.centre[1]) < BLOCK * min(one.box.height, line.box.height))
    return line.box.y0 > FOOT or any(label.explicit for one in near if one is not line for label in labels_in(one.text))


def labels_in(text: str) -> Iterator[Label]:
    """The labels in a line's text. Prose that speaks of signing is no label."""
    found = [match for match in LABEL.finditer(text) if is_label(text, match)]
    yield from (Label(match.start(), match.end(), match[0], explicit=True) for match in found)
    if not found and (bare := BARE.match(text) or AT_FOOT.match(text) or DIRECTOR.match(text)):
        yield Label(bare.start(), bare.end(), bare[0], explicit=False)


def label_from_above(line: Line, lines: Sequence[Line]) -> Label | None:
    """The label that fills the line above and ends in this one: 法定代表人（主要负责人）或委托代 / 理人（签字或盖章）."""
    above = line_above(line, lines)
    if above is None:
        return None
    words, cut = above.text.rstrip() + line.text, len(above.text.rstrip())
    match = LABEL.match(words)
    if not match or not match["who"] or match.end() <= cut or not is_label(words, match):
        return None
    own = LABEL.match(line.text)
    if WHOLE.fullmatch(above.text.strip()) and own and own["who"]:
        return None
    return Label(0, match.end() - cut, match[0], explicit=True)


def line_above(line: Line, lines: Sequence[Line]) -> Line | None:
    """The nearest line above that begins where this one begins, as lines of one cell or one paragraph do."""
    box = line.box
    near = [
        other
        for other in lines
        if 0 < box.centre[1] - other.box.centre[1] < LINE_STEP * box.height
        and other.box.x0 - INDENT * box.height < box.x0 < other.box.x1
        and box.x0 - other.box.x0 < INDENT * box.height
    ]
    return max(near, key=lambda other: other.box.centre[1], default=None)


def is_label(text: str, match: re.Match[str]) -> bool:
    rest = text[match.end() :].lstrip(RULES)
    before = text[: match.start()].rstrip()
    if PROSE.search(before[-6:]) or (match["plain"] and before and not match["who"]):
        return False
    if match["colon"]:
        return True
    if match["bracket"]:
        return bool(match["who"] or not before) and not PROSE.search(rest[:8])
    return not rest and (bool(match["who"]) or not before)


def place_of(line: Line, words: Label, lines: Sequence[Line]) -> SigningPlace:
    start, end = words.start, words.end
    label = whole_label(line, start, end)
    height = print_height(line, start, end, label)
    if DIRECTOR.match(line.text):
        return beside_name(line, label, height, lines)
    right = min(label.x1 + REACH, next_start(line, end, lines))
    middle = label.centre[1]
    top, bottom = middle - (0.5 + ABOVE) * height, middle + (0.5 + BELOW) * height
    beside = Box(label.x1 + 0.2 * height, max(0.0, top), right, min(1.0, bottom))
    under = deep = None
    if is_free(below(label, line, height), lines, line):
        low = below(label, line, height, reach=FAR_UNDER)
        wide = low._replace(x1=max(low.x1, min(right, label.x1 + ASIDE)))
        under = max((down_to_print(low, lines, line), down_to_print(wide, lines, line)), key=lambda box: box.area)
        deep = deeper(under, down_to_print(wide._replace(y1=min(MARGIN, label.y1 + DEEP * height)), lines, line))
    elif right - label.x1 < NARROW:
        under = below(label, line, height)
    near = with_line_above(line, words, lines).translate(BRACKETS)
    return SigningPlace(near, label, beside, under, height, words.explicit, deep)


def deeper(under: Box, all_: Box) -> Box | None:
    """What of a place lies below the one that was looked at first."""
    return all_._replace(y0=under.y1) if all_.y1 > under.y1 else None


def beside_name(line: Line, label: Box, height: float, lines: Sequence[Line]) -> SigningPlace:
    """The place beside a title and the printed name, which may stand in a line of its own below it."""
    names = [other.box for other in lines if line_above(other, lines) is line and PRINTED_NAME.match(other.text.strip())]
    label = label.union(names[0]) if names else label
    beside = Box(label.x1 + 0.2 * height, label.y0 - height, label.x1 + REACH, label.y1 + height)
    return SigningPlace("局长", label, beside, None, height, explicit=False)


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


def print_height(line: Line, start: int, end: int, label: Box) -> float:
    """Height of the characters of the label at ``label``: a line in which a signature was read along is higher than its print."""
    widths = sum(0.5 if character.isascii() else 1.0 for character in line.text[start:end])
    return min(label.height, LINE_HEIGHT * label.width / max(1.0, widths))


def below(label: Box, line: Line, height: float, *, reach: float = UNDER) -> Box:
    foot = label.centre[1] + 0.5 * height
    return Box(label.x0, foot + 0.1 * height, max(label.x1, line.box.x0 + 0.1), min(1.0, foot + reach * height))


def down_to_print(box: Box, lines: Sequence[Line], own: Line) -> Box:
    """A place below a label down to the first print in it."""
    tops = [other.box.y0 for other in lines if other is not own and is_print(other) and meets(box, other.box)]
    return Box(box.x0, box.y0, box.x1, min([box.y1, *tops]))


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
    text = line.text.strip(RULES)
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


def with_line_above(line: Line, label: Label, lines: Sequence[Line]) -> str:
    """The label's words; one that only says （签字） takes the words before it in its line or in the line above it."""
    own = re.sub(f"\\s*{ENGLISH}$", "", label.words.strip().rstrip("：:").strip(), flags=re.IGNORECASE)
    if re.search(WHO, own):
        return own
    before = line.text[: label.start].strip()
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
