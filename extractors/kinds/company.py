"""Names of organisations: cut out of raw print, made comparable, compared as the law tells legal persons apart."""

from __future__ import annotations

import re

from extractors.kinds.comparison import different, lookalike, of_text, same, similarity
from extractors.kinds.kind import Found, Kind
from extractors.kinds.lookalikes import differ_by_lookalikes
from extractors.normalisation import GAP, HAN, any_of, fold, organisation_form, simplify, words
from extractors.records import Comparison

_ENDS = words(
    """
    有限责任公司 股份有限公司 有限公司 集团公司 公司 合伙企业 研究院 研究所 研究中心 事务所 合作社 联合社 委员会 协会 学会
    商会 联合会 促进会 基金会 总工会 工会 医院 卫生院 学校 学院 大学 中学 幼儿园 中心 总厂 工厂 厂 集团 商店 商行 经营部
    服务部 工作室 博物馆 图书馆 纪念馆 出版社 报社 设计院 勘察院 农场 林场 酒店 饭店 宾馆 餐厅 餐馆 超市 药店 加工部 门市部
    维修部 联盟 俱乐部 总站 管理处 办事处 管理局 银行
    """
)
# What may follow the name of a legal person and make it another one, or a part of it.
_PARTS = words(
    """
    分公司 分厂 分店 分院 分校 分中心 分所 支公司 分行 支行 营业部 办事处 项目部 分社 研究院 研究所
    """
)
_LABELS = words(
    """
    统一社会信用代码 社会信用代码 信用代码 注册号 法定代表人 法人代表 负责人 经营者 住所 营业场所 经营场所 注册地 地址 类型
    注册资本 成立日期 成立时间 营业期限 经营范围 登记机关 电话 联系人 联系方式 开户银行 开户行 开户名 账号 帐号 账户 乙方
    邮编 邮政编码 日期 副本 正本 性质 以下简称 下称 简称 证照编号 委托代理人 劳动者 授权公告 专利权人 发明人 盖章 公章 印章
    签章 签字 年月日 职务 证书编号
    """
)
_BEFORE = words(
    """
    单位名称 企业名称 公司名称 机构名称 用人单位名称 申报单位名称 申报单位 用人单位 账户名称 户名 开户名称 开户单位 收款单位
    收款人 承诺单位 承诺人 承诺方 专利权人 名称 甲方 乙方 单位 全称 工作单位 颁发单位 发证单位 评价机构 发证机构 颁发机构
    本单位 本公司 我单位 我公司 我司 兹有 由 致 与 经 系 为 是 字号 企业 承诺主体 制定单位
    """
)
_LATIN_LABELS = (
    r"(?i:company|name|of|enterprise|employer|unit|party|account|holder|issued|by|organization|organisation|address|legal)"
)

_LEAD = re.compile(
    rf"(?:{any_of(_BEFORE)}(?={GAP}[:()、, ]|{GAP}[{HAN}]{{4}})|{_LATIN_LABELS}\b"
    r"|[\s:;,.、，。；\-_/|()（）\[\]【】\"'“”‘’*#]+)"
)
_STOP = re.compile(rf"{any_of(_LABELS)}|[;；。！!?？:：]|[,，](?!{GAP}有限)|[\[［【<《]|[0-9]{{8,}}|\n")
_END = re.compile(any_of(_ENDS))
_PART = re.compile(rf"{GAP}[(（]?[{HAN}A-Za-z0-9{GAP[1:-2]}]{{0,16}}?[)）]?{GAP}{any_of(_PARTS)}")
_TAIL = re.compile(rf"{GAP}[(（]{GAP}(?:普{GAP}通{GAP}合{GAP}伙|有{GAP}限{GAP}合{GAP}伙|特殊普通合伙|集团|筹){GAP}[)）]")
_VERBS = re.compile(r"郑重|承诺|位于|系|现|将|已|自愿|申请|保证|同意|聘用|录用|共同|签订|制定|颁发|与|在|于|员工|职工|的")
# Print of other matters, in no organisation's name: a name begins behind it.
_OTHER_MATTER = words(
    """
    制度 汇编 为规范 为加强 为了 为进一步 根据 按照 依据 承诺书 证书 合同 照片 声明 通知 关于 授予 兹证明 特此 附件 办法 细则 规定
    职责 技能大师工作室 营业执照 第[一二三四五六七八九十0-9]+[章条页] 月[_]?[一二三四五六七八九十廿0-9]{1,3}[_]?日
    """
)
_BEFORE_NAME = re.compile("|".join(_OTHER_MATTER))
# Print without a form of organisation that holds one of these is a heading or a caption.
_NO_NAME = re.compile(
    "|".join((*_OTHER_MATTER, *words("场所 信息 情况 设备 展示 公示 期限 目录 申报 说明 证明 工作室 日期 签名 名称")))
)
_BARE_NAME = re.compile(rf"[{HAN}A-Za-z0-9()·&\- ]{{4,40}}")
_SHORTEST, _LONGEST = 4, 60


def find_company(text: str) -> Found | None:
    """The organisation that ``text`` begins with (after labels and punctuation), up to its last part; None when there is none."""
    folded = fold(text)
    start = _skip_lead(folded)
    stop = _STOP.search(folded, start)
    printed = folded[start : stop.start() if stop else len(folded)]
    end = _end_of_name(printed)
    if end is None:
        return None
    begin = _begin_of_name(printed, end)
    name = organisation_form(printed[begin:end])
    if not re.search(rf"[{HAN}]{{2}}", name) or not _SHORTEST <= len(name) <= _LONGEST:
        return None
    return Found(name, start + begin, start + end)


def _begin_of_name(printed: str, end: int) -> int:
    """Behind the last words of other matter and the space that follows them."""
    begins = [match.end() for match in _BEFORE_NAME.finditer(printed, 0, end) if end - match.end() >= _SHORTEST]
    if not begins:
        return len(printed) - len(printed.lstrip(" _"))
    begin = begins[-1] + _skip_lead(printed[begins[-1] :])
    return begin if end - begin >= _SHORTEST else begins[-1]


def _skip_lead(folded: str) -> int:
    start = 0
    while match := _LEAD.match(folded, start):
        start = match.end()
    return start


def _end_of_name(printed: str) -> int | None:
    """Where the name ends: after its first form of organisation and what still belongs to it; else, with no such form, at
    the end of a short print that is nothing else."""
    first = next((match for match in _END.finditer(printed) if _whole(printed, match)), None)
    if first is None:
        bare = printed.rstrip(" _-()（）、,，.·")
        return len(bare) if _BARE_NAME.fullmatch(bare) and not (_VERBS.search(bare) or _NO_NAME.search(bare)) else None
    end = first.end()
    while more := _TAIL.match(printed, end) or _following_part(printed, end):
        end = more.end()
    return end


def _whole(printed: str, match: re.Match[str]) -> bool:
    """Whether a form of organisation ends the name here: not 中心 in 中心城区…有限公司, nor 银行 before 股份有限公司."""
    if match.start() == 0:
        return False
    rest = printed[match.end() :]
    later = _END.search(rest)
    return not later or bool(_VERBS.search(rest[: later.start()])) or re.sub(GAP, "", match.group()).endswith("公司")


def _following_part(printed: str, end: int) -> re.Match[str] | None:
    match = _PART.match(printed, end)
    return match if match and not _VERBS.search(match.group()) else None


def normalise_company(text: str) -> str:
    return organisation_form(text)


def _comparable(name: str) -> str:
    """What makes a name: no quotes or full stops, simplified characters, one case."""
    return re.sub(r"[\"'“”‘’。.,，;；:：]", "", simplify(organisation_form(name))).upper()


def _without_city(name: str) -> str:
    """北京市X → 北京X: registers and letterheads differ in it, but it may be another company."""
    return re.sub(r"^(.{2,3}?)[市省]", r"\1", name)


def _branch(name: str) -> str:
    match = re.search(rf"公司(?P<part>.+?(?:{'|'.join(_PARTS)}))$", name)
    return match["part"] if match else ""


def compare_companies(stated: str, printed: str) -> Comparison:
    """Equal after normalisation of width, brackets, dots and traditional characters; never by leaving out parts of a name."""
    one, other = _comparable(stated), _comparable(printed)
    if one == other:
        return same("单位名称一致")
    score = similarity(one, other)
    if _branch(one) != _branch(other) and (one.startswith(other) or other.startswith(one)):
        return different("一方为分支机构，不是同一主体", score)
    if one.replace("（", "").replace("）", "") == other.replace("（", "").replace("）", ""):
        return lookalike("单位名称仅括号不同", score)
    if _without_city(one) == _without_city(other):
        return lookalike("单位名称仅差一个“市”或“省”字，请核对是否同一单位", score)
    if differ_by_lookalikes(one, other):
        return lookalike("单位名称仅有形近字不同，请核对原件", score)
    return different("单位名称不一致", score)


COMPANY = Kind("company", find_company, normalise_company, of_text(compare_companies))
