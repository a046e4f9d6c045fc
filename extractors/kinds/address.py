"""Addresses: cut out of raw print, and compared as people write them: with or without 市, 号楼 or 栋, 三层 or 3层."""

from __future__ import annotations

import re

from extractors.kinds.comparison import cannot_tell, different, lookalike, of_text, same, similarity
from extractors.kinds.kind import Found, Kind
from extractors.normalisation import HAN, any_of, chinese_number, fold, organisation_form, simplify, words
from extractors.records import Comparison

_BEFORE = words(
    """
    住所 营业场所 经营场所 主要经营场所 注册地址 注册地 经营地 实际经营地址 通讯地址 通信地址 联系地址 单位地址 企业住所
    户籍地址 住址 地址 工作地点 工作室地址
    """
)
_LABELS = words(
    """
    法定代表人 负责人 注册资本 注册号 统一社会信用代码 经营范围 成立日期 营业期限 登记机关 联系电话 电话 邮编 邮政编码
    联系人 乙方 甲方 委托代理人 类型 名称 户籍 经常居住地 传真 电子邮箱 邮箱 开户 账号 登记状态 核准日期 经营地 身份证 副本
    业务范围 发照
    """
)
_LEAD = re.compile(rf"(?:{any_of(_BEFORE)}(?=\s*[:() ]|\s*[{HAN}]{{4}})|(?i:address|add)\b|[\s:;,.、，。；\-_/|]+)")
_STOP = re.compile(rf"{any_of(_LABELS)}|[;；。]|1[3-9][0-9]{{9}}|[0-9]{{3,4}}-[0-9]{{7,8}}")
_PLACE = re.compile(r"[省市区县镇乡村街路道巷弄号楼栋座层室园里幢厂院]")


def find_address(text: str) -> Found | None:
    """The address that ``text`` begins with, up to the next label; None when nothing in it names a place."""
    folded = fold(text)
    start = 0
    while match := _LEAD.match(folded, start):
        start = match.end()
    stop = _STOP.search(folded, start)
    printed = folded[start : stop.start() if stop else len(folded)].rstrip(" _-,，、:：*※.·")
    value = normalise_address(printed)
    if len(re.findall(f"[{HAN}]", value)) < 4 or not _PLACE.search(value):
        return None
    return Found(value, start, start + len(printed))


def normalise_address(text: str) -> str:
    return organisation_form(text)


# Ways of writing the same, applied in this order to both sides.
_SAME = (
    (r"[（(][^（）()]*(?:集群注册|住所申报|自主申报|经营场所|一址多照)[^（）()]*[）)]", ""),
    (r"[（()）·.,，、\"“”#＃]", ""),
    (r"(?:号)?(?:楼|栋|幢|座)(?=[0-9A-Z]|$)", "栋"),
    (r"号(?:院|大院)", "号"),
    (r"(?:楼层|层|楼)(?=[0-9A-Z]|$)", "层"),
    (r"房间|室|房$", "室"),
    (r"室$", ""),
    (r"单元", "单元"),
    (r"北京市|北京(?=[^市经]{2,3}区|经济技术)", "北京"),
    (r"经济技术开发区|经济开发区|经开区", "经开区"),
    (r"(?:中国)?北京自由贸易试验区|自贸试验区高端产业片区亦庄组团|高端产业片区亦庄组团", ""),
)


def _comparable(address: str) -> str:
    text = simplify(organisation_form(address)).upper()
    text = re.sub(r"[〇零一二三四五六七八九十百]+(?=号|层|楼|栋|幢|座|室|单元|区|院|门)", _arabic, text)
    for pattern, plain in _SAME:
        text = re.sub(pattern, plain, text)
    return re.sub(r"-+", "-", text)


def _arabic(match: re.Match[str]) -> str:
    number = chinese_number(match.group())
    return match.group() if number is None else str(number)


def _without_districts(address: str) -> str:
    """Without province, city and district in front: what is left is street and number."""
    text = re.sub(r"^(?:[^省市区县]{2,8}(?:省|自治区))?(?:北京|[^省市区县]{2,8}市)?(?:北京)?", "", address)
    return re.sub(r"^[^省市区县街路]{1,6}(?:新区|区|县|市)(?!域)", "", text)


def compare_addresses(stated: str, printed: str) -> Comparison:
    """The same when street and numbers agree and neither names another district; a part of the other: look again."""
    one, other = _comparable(stated), _comparable(printed)
    if one == other:
        return same("地址一致")
    score = similarity(one, other)
    districts = _districts(one), _districts(other)
    core, other_core = _core(one), _core(other)
    compatible = not districts[0] or not districts[1] or districts[0] <= districts[1] or districts[1] <= districts[0]
    if core == other_core and compatible:
        return same("地址一致（行政区划写法不同）")
    if min(len(core), len(other_core)) < 4:
        return cannot_tell("地址过于简略，无法比对")
    if compatible and (core.startswith(other_core) or other_core.startswith(core)):
        return lookalike("地址详略不同，请核对", max(score, 0.8))
    if compatible and score >= 0.85 and _numbers(one) == _numbers(other):
        return lookalike("地址文字略有不同，门牌号一致", score)
    return different("地址不一致", score)


def _core(address: str) -> str:
    """Street and numbers, without the names of city, district and development zone."""
    before = ""
    while before != address:
        before, address = address, re.sub(r"^经开区", "", _without_districts(address))
    return address


def _districts(address: str) -> set[str]:
    return set(re.findall(r"(?:^|[省市京])([^省市区县街路0-9]{2,5}(?:区|县))", re.sub(r"经开区", "", address[:24])))


def _numbers(address: str) -> list[str]:
    return re.findall(r"[0-9A-Z]+", address)


ADDRESS = Kind("address", find_address, normalise_address, of_text(compare_addresses))
