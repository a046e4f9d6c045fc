"""What stands on seals: usual purposes, endings of names, and the cleaning of what a recogniser made of them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rapidfuzz.distance import Levenshtein

from models.ocr import Reading

UNSURE = 0.74
"""What the confidence of a doubtful name is held to: nothing is held against anyone below 0.75."""

PURPOSES = (
    "合同专用章",
    "财务专用章",
    "人事专用章",
    "业务专用章",
    "发票专用章",
    "行政专用章",
    "报关专用章",
    "公章专用章",
    "劳动合同专用章",
    "人事劳资专用章",
    "人力资源专用章",
    "投标专用章",
    "项目专用章",
    "技术专用章",
    "质检专用章",
    "检验专用章",
    "检测专用章",
    "资料专用章",
    "档案专用章",
    "备案专用章",
    "审核专用章",
    "证书专用章",
    "证件专用章",
    "鉴定专用章",
    "培训专用章",
    "采购专用章",
    "销售专用章",
    "结算专用章",
    "收款专用章",
    "收费专用章",
    "收讫专用章",
    "对账专用章",
    "查询专用章",
    "开户专用章",
    "专利专用章",
    "执照专用章",
    "登记专用章",
    "许可专用章",
    "企业登记专用章",
    "行政审批专用章",
    "业务受理专用章",
    "业务办讫专用章",
    "出入境专用章",
    "职称评审专用章",
    "专业技术资格专用章",
    "职业技能鉴定专用章",
    "职业技能等级认定专用章",
    "技能人才评价专用章",
    "电子印章",
    "业务公章",
    "业务章",
    "财务章",
    "现金收讫",
    "转账收讫",
    "银行收讫",
    "年检",
    "人事部",
    "办公室",
    "财务部",
)
"""Words below the star (domain 9.1, and own knowledge of offices, banks and assessment centres)."""

ENDINGS = (
    "公司",
    "中心",
    "大学",
    "学校",
    "中学",
    "小学",
    "集团",
    "政府",
    "办公室",
    "经营部",
    "营业部",
    "营业管理部",
    "社会保障部",
    "教育部",
    "工业和信息化部",
    *"局厅委处科所站院厂店行社会馆园场队",
)
"""How names of organisations end."""

TAILS = ("有限责任公司", "有限公司")
"""Endings that are made whole when one of their characters is missing or misread: 有公司 and 有限贵任公司 are on no register."""

BRANCH = re.compile(r"(?:分.{1,2}|支行|营业部|营业所|储蓄所|办事处)$")
USE = re.compile(r"章$|专用|^第.+部$|[科室]$")
"""Second lines within a name: of a branch, and of a department or a use of the seal."""

BRACKETS = str.maketrans("()[]【】〔〕", "（）（）（）（）")
NAME_CHARACTER = re.compile(r"[\u3400-\u9fff（）·A-Za-z0-9&\-]")
CHINESE = re.compile(r"[\u3400-\u9fff]")
DIGITS = str.maketrans("OoCDQIilBSZ", "00000111852")
"""Letters that engraved digits are read as (domain 0)."""
CODE = re.compile(r"\d{13,14}")


LATIN = 8
"""Letters of the shortest Latin name: smudges are read as a few of them."""
MOSTLY_LATIN = 0.8
LATIN_LEGIBLE = 0.7


def is_chinese(character: str) -> bool:
    return bool(CHINESE.match(character))


def clean(text: str) -> str:
    """Full-width brackets, no spaces, nothing that cannot stand in a name."""
    return "".join(c for c in text.translate(BRACKETS) if NAME_CHARACTER.match(c))


def is_latin(reading: Reading | None) -> bool:
    """Whether a ring says something in Latin letters and next to nothing in Chinese."""
    letters = [character for character in reading.text if character.isalpha()] if reading else []
    return len(letters) >= LATIN and sum(map(str.isascii, letters)) >= MOSTLY_LATIN * len(letters)


def latin_name(reading: Reading) -> tuple[str | None, float]:
    """A name in Latin letters as it is printed, and how sure it is: never quite, since spaces are lost and J is read as I."""
    name = " ".join(re.sub(r"\.\.(?=\w)|\.?,", lambda comma: "., " if "." in comma[0] else ", ", reading.text).split()).strip(
        " ,-·"
    )
    weakest = min(
        (sure for letter, sure in zip(reading.text, reading.confidences, strict=False) if letter.isalnum()), default=0.0
    )
    confidence = 0.5 * (reading.confidence + weakest)
    return (name, min(confidence, UNSURE)) if confidence >= LATIN_LEGIBLE else (None, min(confidence, 0.5))


def has_ending(name: str) -> bool:
    return any(name.endswith(ending) for ending in ENDINGS)


def continues(name: str, second: str) -> bool:
    """Whether the words on a second ring belong to the name: it has no end yet, or they name a branch, or, unless the first is a
    company, an organisation; a company's departments and what a seal is for do not."""
    if USE.search(second):
        return False
    if not has_ending(name) or BRANCH.search(second):
        return True
    return not name.endswith("公司") and has_ending(second)


def legal_ending(name: str) -> str:
    """The ending that says what a company is in law; empty for other organisations."""
    return next((tail for tail in TAILS if name.endswith(tail)), "")


def is_mere_ending(name: str) -> bool:
    """Whether hardly anything stands before the usual ending, so that the beginning must have been lost."""
    return any(name.endswith(tail) and len(name) < len(tail) + 2 for tail in ("股份有限公司", "有限责任公司", "有限公司", "公司"))


def whole_tail(name: str) -> str:
    """The name with its ending made whole where a single character of it was lost or misread."""
    if name.endswith(TAILS):
        return name
    for tail in TAILS:
        for length in (len(tail), len(tail) - 1):
            end = name[-length:]
            if len(name) > len(tail) and Levenshtein.distance(end, tail) == 1 and end[0] in "有限" and set(end) & set("公司"):
                return name[:-length] + tail
    return name


def usual_purpose(text: str) -> str | None:
    """The purpose that ``text`` is a slightly misread form of, or ``None``."""
    word = clean(text)
    if len(word) < 2:
        return None
    best = min(PURPOSES, key=lambda purpose: (Levenshtein.distance(word, purpose), purpose))
    allowed = 0 if len(best) < 5 else (1 if len(best) < 7 else 2)
    return best if Levenshtein.distance(word, best) <= allowed else None


def only_code(text: str) -> str | None:
    """The 13 (some regions 14) digits when there is nothing else (domain 9.2); two of them may have been read as letters."""
    digits = text.translate(DIGITS)
    foreign = sum(letter != digit for letter, digit in zip(text, digits, strict=True))
    return digits if CODE.fullmatch(digits) and foreign <= 2 else None


def chinese_share(characters: Sequence[str]) -> float:
    return sum(map(is_chinese, characters)) / max(1, len(characters))
