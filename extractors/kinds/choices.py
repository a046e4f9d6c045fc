"""Kinds with a few fixed values: gender, type of contract, type of patent, the parts of a studio's rules."""

from __future__ import annotations

import re

from extractors.kinds.comparison import cannot_tell, different, of_text, same
from extractors.kinds.kind import Found, Kind
from extractors.normalisation import GAP, any_of, fold, gapped, squeeze, words
from extractors.records import Comparison, FieldValue

_GENDER = re.compile(r"(?<![A-Za-z])(?:(?P<female>(?i:female)|女|F)|(?P<male>(?i:male)|男|M))(?![A-Za-z])")
_TICKED = r"[☑☒✓✔√■●◉⊠Vv]"
_UNTICKED = r"[□☐○◯◇口囗]"
_CONTRACT_TYPES = {
    "open_ended": rf"{gapped('无固定')}{GAP}期?{GAP}限?",
    "task": rf"{gapped('完成一定')}{GAP}(?:的{GAP})?{gapped('工作任务')}|{gapped('完成一定任务')}",
    "fixed_term": rf"(?<!无)(?<!非)(?:{gapped('固定期限')}|{gapped('有固定期')})",
}
_ORDINALS = {"fixed_term": "1一①A", "open_ended": "2二②B", "task": "3三③C"}
"""The order in which the ministry's model contract prints the three kinds of term."""
_CHOSEN = re.compile(
    r"(?:第|选择?|按|按照|采用|执行)[ _]*[(（\[]?[ _]*(?P<which>[123一二三①②③ABC])[ _]*[)）\]]?[ _]*(?:种|项|款|类|条)?"
)
_PATENT_TYPES = {"utility_model": gapped("实用新型"), "design": gapped("外观设计"), "invention": gapped("发明")}

# Wordings under which rules of studios print the four parts that the guide asks for (五（一）7).
SECTIONS: dict[str, tuple[str, ...]] = {
    "leader_duties": words(
        """
        领办人岗位职责 领办人职责 领办人工作职责 领办人的职责 负责人岗位职责 负责人职责 带头人岗位职责 带头人职责 领衔人岗位职责
        领衔人职责 技能大师职责 技能大师岗位职责 大师岗位职责 主持人职责 领办人岗位责任
        """
    ),
    "funds": words("经费管理 经费使用 资金管理 资金使用 专项经费 财务管理 经费的管理 经费保障"),
    "archives": words("档案管理 档案制度 资料管理 档案资料 档案的管理 档案工作"),
    "work_rules": words(
        "工作规章 规章制度 工作制度 日常管理制度 工作管理制度 运行管理制度 管理规章 学习培训制度 例会制度 工作守则"
    ),
}
_SECTION_PATTERNS = {name: re.compile(any_of(wordings)) for name, wordings in SECTIONS.items()}


def find_gender(text: str) -> Found | None:
    match = _GENDER.search(fold(text))
    if not match:
        return None
    return Found("male" if match["male"] else "female", match.start(), match.end())


def find_contract_type(text: str) -> Found | None:
    """The one kind of term named, ticked, or chosen by its number; None when several are printed and none is marked."""
    folded = fold(text)
    named = _named_terms(folded)
    for name, match in named.items():
        if re.search(rf"{_TICKED}[ _]*[(（]?[一二三123①②③ABC]?[)）]?[、.． ]*(?:以{GAP})?$", folded[: match.start()]):
            return Found(name, match.start(), match.end())
    chosen = _CHOSEN.search(folded)
    if chosen and (len(named) != 1 or squeeze(folded).endswith(("种", "项"))):
        name = next(name for name, marks in _ORDINALS.items() if chosen["which"] in marks)
        return Found(name, chosen.start(), chosen.end())
    if len(named) == 1:
        name, match = next(iter(named.items()))
        unticked = re.search(rf"{_UNTICKED}[ _]*(?:[123一二三①②③ABC][、.． ]*)?(?:以{GAP})?$", folded[: match.start()])
        return None if unticked else Found(name, match.start(), match.end())
    return None


def _named_terms(folded: str) -> dict[str, re.Match[str]]:
    """Where each kind of term is named; 无固定期限, also printed apart, names no 固定期限."""
    rest = re.sub(_CONTRACT_TYPES["open_ended"], lambda match: " " * len(match.group()), folded)
    texts = {"open_ended": folded, "task": folded, "fixed_term": rest}
    return {name: match for name, text in texts.items() if (match := re.search(_CONTRACT_TYPES[name], text))}


def find_patent_type(text: str) -> Found | None:
    folded = fold(text)
    for name, pattern in _PATENT_TYPES.items():
        match = re.search(pattern, folded)
        if match:
            return Found(name, match.start(), match.end())
    return None


def find_sections(text: str) -> Found | None:
    """Which of the four parts ``text`` names, as a list in the guide's order."""
    folded = fold(text)
    matches = {name: match for name, pattern in _SECTION_PATTERNS.items() if (match := pattern.search(folded))}
    if not matches:
        return None
    first = min(matches.values(), key=lambda match: match.start())
    return Found(list(matches), first.start(), first.end())


def _compare(stated: str, printed: str) -> Comparison:
    return same() if stated == printed else different("内容不一致")


def normalise_gender(text: str) -> str:
    found = find_gender(text)
    return str(found.value) if found else squeeze(text)


def normalise_contract_type(text: str) -> str:
    return _known(text, tuple(_CONTRACT_TYPES), find_contract_type(text))


def normalise_patent_type(text: str) -> str:
    return _known(text, tuple(_PATENT_TYPES), find_patent_type(text))


def _known(text: str, names: tuple[str, ...], found: Found | None) -> str:
    plain = squeeze(text) if "_" not in text else text.strip()
    return plain if plain in names or not found else str(found.value)


def compare_sections(stated: FieldValue, printed: FieldValue) -> Comparison:
    """As sets: what is stated has to be among what is printed."""
    if not isinstance(stated, list) or not isinstance(printed, list):
        return cannot_tell("制度内容未能读出")
    missing = set(stated) - set(printed)
    return different(f"缺少{len(missing)}项制度", 1 - len(missing) / len(stated)) if missing else same("各项制度齐全")


def _gender_words(stated: str, printed: str) -> Comparison:
    return same("性别一致") if normalise_gender(stated) == normalise_gender(printed) else different("性别不一致")


GENDER = Kind("gender", find_gender, normalise_gender, of_text(_gender_words))
CONTRACT_TYPE = Kind("contract_type", find_contract_type, normalise_contract_type, of_text(_compare))
PATENT_TYPE = Kind("patent_type", find_patent_type, normalise_patent_type, of_text(_compare))
SECTION_LIST = Kind("sections", find_sections, squeeze, compare_sections)
