"""Names of banks with their branches: cut out of raw print, taken apart into bank and branch, compared part by part."""

from __future__ import annotations

import re

from extractors.kinds.comparison import different, lookalike, of_text, same, similarity
from extractors.kinds.kind import Found, Kind
from extractors.kinds.lookalikes import differ_by_lookalikes
from extractors.normalisation import GAP, HAN, any_of, fold, organisation_form, simplify, words
from extractors.records import Comparison

# Banks whose short and long names differ by more than 中国 and 股份有限公司; the contract's BANKS use the first spelling.
_SPELLINGS: dict[str, tuple[str, ...]] = {
    "中国工商银行": ("中国工商银行", "工商银行", "工行", "ICBC"),
    "中国农业银行": ("中国农业银行", "农业银行", "农行", "ABC"),
    "中国建设银行": ("中国建设银行", "建设银行", "建行", "CCB"),
    "中国邮政储蓄银行": ("中国邮政储蓄银行", "邮政储蓄银行", "邮储银行", "邮储"),
    "交通银行": ("交通银行", "交行"),
    "招商银行": ("招商银行", "招行"),
    "中信银行": ("中信银行", "中信实业银行"),
    "中国光大银行": ("中国光大银行", "光大银行"),
    "华夏银行": ("华夏银行",),
    "中国民生银行": ("中国民生银行", "民生银行"),
    "广发银行": ("广发银行", "广东发展银行"),
    "平安银行": ("平安银行", "深圳发展银行"),
    "兴业银行": ("兴业银行",),
    "浦发银行": ("上海浦东发展银行", "浦东发展银行", "浦发银行", "浦发"),
    "北京农村商业银行": ("北京农村商业银行", "北京农商银行", "北京农商行", "北京农商"),
    "中国银行": ("中国银行", "中行"),
}  # fmt: skip
_BY_SPELLING = {spelling: name for name, spellings in _SPELLINGS.items() for spelling in spellings}
_KNOWN = re.compile("|".join(sorted(_BY_SPELLING, key=len, reverse=True)))
_ANY = re.compile(rf"^[{HAN}]{{2,12}}?(?:银行|信用合作联社|信用社|信用联社)")
_LEGAL_FORM = re.compile(r"股份有限公司|有限责任公司|有限公司|股份公司")
_BRANCH_FORM = re.compile(r"分行|支行|营业部|营业室|分理处|储蓄所|网点")

_BEFORE = words(
    """
    开户银行全称 开户银行名称 开户银行 开户行全称 开户行名称 开户行 开户网点 银行名称 收款银行 银行全称 收款人开户行
    开户机构 名称 全称
    """
)
_LABELS = words(
    """
    账号 帐号 账户 帐户 银行账号 联行号 行号 户名 单位 电话 统一社会信用代码 法定代表人 日期 编号 核准号 地址 公章 盖章
    收款人 联系人 备注 税号
    """
)
_LEAD = re.compile(
    rf"(?:{any_of(_BEFORE)}(?={GAP}[:() ]|{GAP}[{HAN}]{{3}})|[为是系](?=[{HAN}]{{4}})"
    r"|(?i:bank|name|of)\b|[\s:;,.、，。；\-_/|()（）]+)"
)
_STOP = re.compile(rf"{any_of(_LABELS)}|[;；。\n]|[0-9]{{6,}}")
_END = re.compile(
    any_of(words("银行 支行 分行 营业部 营业室 分理处 储蓄所 信用社 联社 工行 农行 建行 中行 交行 招行 有限公司 农商行"))
)


def find_bank_name(text: str) -> Found | None:
    """The bank that ``text`` begins with, down to its branch; None when no bank is named."""
    folded = fold(text)
    start = 0
    while match := _LEAD.match(folded, start):
        start = match.end()
    stop = _STOP.search(folded, start)
    ends = [match.end() for match in _END.finditer(folded, start, stop.start() if stop else len(folded))]
    if not ends:
        return None
    value = organisation_form(folded[start : ends[-1]])
    closes = folded[ends[-1] : ends[-1] + 1] == ")" and value.count("（") > value.count("）")
    end = ends[-1] + closes
    value = organisation_form(folded[start:end])
    if value in _BEFORE:
        return None
    return Found(value, start, end) if re.search(r"银行|信用|[工农建中交招商]行", value) and 3 <= len(value) <= 50 else None


def bank_of_name(name: str) -> str | None:
    """The bank in one spelling: ``工行北京亦庄支行`` → ``中国工商银行``; banks outside the table by their own names."""
    plain = _plain(name)
    known = _KNOWN.search(plain)
    if known and known.start() <= 4:
        return _BY_SPELLING[known.group()]
    other = _ANY.match(plain)
    return other.group().replace("农商银行", "农村商业银行") if other else None


def branch_of_name(name: str) -> str:
    """What tells the branch apart: ``中国工商银行股份有限公司北京亦庄支行`` → ``亦庄``; "" when none is named."""
    plain = _plain(name)
    match = _KNOWN.search(plain) or _ANY.match(plain)
    rest = plain[match.end() :] if match else plain
    return _BRANCH_FORM.sub("", re.sub(r"^(?:股份|北京市?分行|北京市?)+", "", rest))


def _plain(name: str) -> str:
    text = simplify(organisation_form(name)).upper().replace("（", "").replace("）", "")
    return _LEGAL_FORM.sub("", text)


def _compare(stated: str, printed: str) -> Comparison:
    one, other = _plain(stated), _plain(printed)
    if one == other:
        return same("开户银行一致")
    score = similarity(one, other)
    if bank_of_name(stated) != bank_of_name(printed):
        return (
            lookalike("银行名称仅有形近字不同", score) if differ_by_lookalikes(one, other) else different("不是同一家银行", score)
        )
    return _compare_branches(branch_of_name(stated), branch_of_name(printed), score)


def _compare_branches(one: str, other: str, score: float) -> Comparison:
    if one == other:
        return same("开户银行一致（全称与简称）")
    if not one or not other:
        return lookalike("同一家银行，一处未写明支行", max(score, 0.8))
    if one in other or other in one or differ_by_lookalikes(one, other):
        return lookalike("同一家银行，支行名称写法略有不同，请核对", max(score, 0.8))
    return different("同一家银行，但不是同一支行", score)


BANK_NAME = Kind("bank_name", find_bank_name, organisation_form, of_text(_compare))
