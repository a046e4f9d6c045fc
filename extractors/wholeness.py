"""Whether a value looks whole: kind and value in, yes or no out. What a seal, a fold or the page's edge cut is not."""

from __future__ import annotations

import re
from collections.abc import Callable

from extractors.kinds.person_name import looks_like_a_name

_BODY_END = re.compile(
    r"(?:公司|集团|合伙|合伙企业|工作室|分部|总部|[厂店所社行院校馆会部局厅委府署台站处库队组科室堂坊铺场园城楼吧屋轩阁户网座])$"
    r"|中心$|大学$|企业$|联盟$|俱乐部$|基地$|[）)]$"
)
_LOST_START = re.compile(r"[市省县](?!政)|[京津海庆]市|关村|京(?![东城津都沪港粤西北投能煤运华])")
"""市 at a name's beginning: the city before it was lost; 京市, 关村, 京: half of it (but 京东, 京城 and the like are names)."""
_LOST_WITHIN = re.compile(r"有公司$")
"""有限公司 without 限."""
_BANK_END = re.compile(r"(?:银行|[支分]行|营业部|营业室|营业厅|分理处|储蓄所|信用社|联社|网点|公司|[工农中建交招]行)[）)]?$")
_ADDRESS_END = re.compile(
    r"[号室层座楼栋幢院内外街路巷里村庄园区镇乡县市厦场元门口厂店铺侧处段库苑]$|中心$|大厦$|[0-9A-Za-z]$|[）)]$"
)
_NUMBERED = re.compile(r"[号楼栋幢座院层室]")
_GOES_ON = re.compile(r"[，,、；;：:（(的和及与或]$")
_SHORT_ACCOUNT = 12  # digits; the accounts of one bank in use today are shorter (domain §6.3)


def _closed(value: str) -> bool:
    return value.count("（") + value.count("(") == value.count("）") + value.count(")")


def _organisation(value: str) -> bool:
    torn = _LOST_START.match(value) or _LOST_WITHIN.search(value)
    return _closed(value) and _BODY_END.search(value) is not None and not torn


def _owner(value: str) -> bool:
    """Patents belong to organisations and persons, several of them parted by ；."""
    return all(_organisation(one) or (len(one) <= 4 and looks_like_a_name(one)) for one in re.split(r"[;；、，,]", value) if one)


def _address(value: str) -> bool:
    ends = _ADDRESS_END.search(value) is not None
    return _closed(value) and ends and not (value[-1].isascii() and value[-1].isdigit() and not _NUMBERED.search(value))


def _text(value: str) -> bool:
    return _closed(value) and not _GOES_ON.search(value)


def _bank(value: str) -> bool:
    return _closed(value) and _BANK_END.search(value) is not None


def _account(value: str) -> bool:
    return len(value) >= _SHORT_ACCOUNT


_WHOLE: dict[str, Callable[[str], bool]] = {
    "company": _organisation,
    "issuer": _organisation,
    "authority": _organisation,
    "owner": _owner,
    "bank_name": _bank,
    "address": _address,
    "scope": _text,
    "title": _text,
    "text": _text,
    "account_number": _account,
    "person_name": looks_like_a_name,
}


def looks_whole(of: str, value: object) -> bool:
    """Whether a value of the kind called ``of`` ends, and is as long, as such values are; True for kinds without a shape."""
    if isinstance(value, list):
        return of != "person_list" or all(looks_whole("person_name", one) for one in value)
    test = _WHOLE.get(of)
    return test is None or not isinstance(value, str) or "·" in value or test(value)
