"""Honours: found as titles in prose, and compared by the honour they mean rather than by their wording."""

from __future__ import annotations

import re

from extractors.kinds.comparison import different, lookalike, of_text, same, similarity
from extractors.kinds.kind import Found, Kind
from extractors.normalisation import HAN, any_of, fold, organisation_form, simplify, squeeze, words
from extractors.records import Comparison

# The honours that the guide (三（二）3) names, by canonical name, with every wording that means them.
_HONOURS: tuple[tuple[str, str], ...] = (
    ("中华技能大奖", r"中华技能大奖"),
    ("全国技术能手", r"全国技术能手"),
    ("享受北京市政府技师特殊津贴", r"(?:享受)?北京市?(?:人民)?政府技师特殊津贴|(?:享受)?北京市?技师特殊津贴"),
    ("享受国务院政府特殊津贴", r"(?:享受)?国务院(?:政府)?(?:颁发的?)?(?:政府)?特殊津贴|(?:享受)?(?<![市省区民])政府特殊津贴"),
    ("北京市有突出贡献的高技能人才", r"北京市有?突出贡献的?高技能人才"),
    (
        "世界技能大赛专家组长、教练组长、主教练",
        r"世界技能大赛.{0,40}?(?:专家组(?:组)?长|教练组(?:组)?长|主教练|首席专家)|(?:专家组(?:组)?长|教练组(?:组)?长|主教练).{0,20}?世界技能大赛",
    ),
    (
        "非物质文化遗产代表性传承人",
        r"(?:(?:国家级|省级|市级|区级|县级|北京市级?|[^\W\d_]{2,5}区级?)?非物质(?:文化)?遗产|非遗)[^，。；“”]{0,24}?传承人|代表性传承人",
    ),
    ("北京老字号工匠", r"(?:北京)?老字号工匠"),
)
_PATTERNS = tuple((name, re.compile(pattern)) for name, pattern in _HONOURS)

_QUOTED = re.compile(r"[“\"「『《〈]([^”\"」』》〉]{3,34})[”\"」』》〉]")
_TITLE_END = any_of(
    words(
        """
        能手 标兵 工匠 奖章 模范 先进工作者 先进个人 等奖 金奖 银奖 铜奖 优秀奖 大奖 状元 冠军 亚军 季军 人才 传承人 大师 带头人
        技师 员工 职工 工作者 骨干 专家 津贴 奖
        """
    )
)
_TITLE = re.compile(rf"[{HAN}A-Za-z0-9·（）()]{{2,36}}?{_TITLE_END}(?![{HAN}]{{0,6}}{_TITLE_END})")
_LEAD = re.compile(
    r"^.{0,60}?(?:荣获|授予(?:其|该同志)?|被授予|被评为|评为|评定为|认定为|命名为|获得|获评|当选为?|被?选为|获|颁发)(?:[你您]?为)?"
)
_FRILLS = re.compile(
    r"^(?:第[一二三四五六七八九十百0-9]+[届批]|[12][0-9]{3}年?度?|光荣)+|(?:的?荣誉)?称号$|荣誉$|获得者$|证书$|人员$"
)


def honour_key(text: str) -> str | None:
    """The canonical name of the listed honour that ``text`` means; None when it is none of them."""
    plain = simplify(squeeze(text))
    matches = [(match.start(), -match.end(), name) for name, pattern in _PATTERNS if (match := pattern.search(plain))]
    return min(matches)[2] if matches else None


def find_honour(text: str) -> Found | None:
    """The title in ``text``: what stands in quotation marks, else a listed honour, else a title behind 荣获, 授予 …"""
    folded = _same_length_marks(fold(text))
    quoted = _QUOTED.search(folded)
    if quoted:
        return _found(folded, quoted.start(1), quoted.end(1))
    for _, pattern in _PATTERNS:
        match = pattern.search(folded)
        if match:
            return _found(folded, match.start(), match.end())
    lead = _LEAD.match(folded)
    title = _TITLE.search(folded, lead.end() if lead else 0)
    return _found(folded, title.start(), title.end()) if title else None


def _same_length_marks(folded: str) -> str:
    return re.sub(r"[＂〝〞]", '"', folded)


def _found(folded: str, start: int, end: int) -> Found | None:
    printed = folded[start:end]
    value = normalise_honour(printed)
    start += len(printed) - len(printed.lstrip(" _:,，、."))
    return Found(value, start, end) if len(value) >= 2 else None


def normalise_honour(text: str) -> str:
    """The title alone: no quotation marks, edition, year, 荣誉称号."""
    title = re.sub(r"[“”\"「」『』《》]", "", organisation_form(text)).strip("：:，,。.；;、-")
    while (plain := _FRILLS.sub("", title)) != title and len(plain) >= 3:
        title = plain
    return title


def without_event(title: str) -> str:
    """A rank of a contest without the event and the group that it was given in: 一等奖 of 钳工项目职工组一等奖."""
    return _EVENT.sub("", title)


_EVENT = re.compile(
    r"^(?:[^赛杯武]{0,10}?赛项)?(?:[^赛杯武]{0,6}?(?:组|个人|团体|单人|双人|项目))?"
    r"(?=(?:[特一二三]等|特?[金银铜]|优秀|优胜)奖$|第[一二三四五六七八九十]名$)"
)


def _rank(text: str) -> str | None:
    match = re.search(r"国家级|省级|市级|区级|县级|[一二三]等奖|[金银铜]奖|特等奖|优秀奖", text)
    return match.group() if match else None


def _compare(stated: str, printed: str) -> Comparison:
    one, other = simplify(normalise_honour(stated)), simplify(normalise_honour(printed))
    if other in (one, without_event(one)) or one == without_event(other):  # one of them may leave the event out
        return same("荣誉名称一致")
    score = similarity(one, other)
    keys = honour_key(stated), honour_key(printed)
    ranks = _rank(one), _rank(other)
    if ranks[0] and ranks[1] and ranks[0] != ranks[1]:
        return different("荣誉级别或奖次不一致", score)
    if keys[0] and keys[0] == keys[1]:
        return (
            same("荣誉名称一致（写法不同）") if ranks[0] == ranks[1] else lookalike("同一荣誉，一处未写明级别", max(score, 0.8))
        )
    if keys[0] != keys[1]:
        return different("荣誉名称不一致", score)
    if one in other or other in one or score >= 0.9:
        return lookalike("荣誉名称写法略有不同，请核对", max(score, 0.8))
    return different("荣誉名称不一致", score)


HONOUR = Kind("honour", find_honour, normalise_honour, of_text(_compare))
