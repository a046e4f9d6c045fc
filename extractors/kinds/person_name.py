"""Names of persons: told from labels and titles in raw print, made comparable, compared; and lists of them.

A name is two to four Chinese characters, or the transliteration of a minority or foreign name with its middle dots
(阿卜杜·买买提), or Latin words. It may be printed apart (张  伟) and be followed by whatever the form prints next."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

from extractors.kinds.comparison import cannot_tell, different, distance, lookalike, of_text, same, similarity
from extractors.kinds.kind import Found, Kind
from extractors.kinds.lookalikes import differ_by_lookalikes
from extractors.normalisation import GAP, HAN, any_of, fold, one_dot, simplify, squeeze, words
from extractors.records import Comparison, FieldValue

# Words that never belong to a name: what stands before one, and what ends it.
_LABELS = words(
    """
    姓名 性别 出生 民族 籍贯 国籍 身份证 身份 证件 公民 居民 文化程度 学历 职务 职位 职称 岗位 签字 签名 签章 盖章 公章 印章
    手机 联系 电话 住址 住所 地址 户籍 户口 工种 职业 等级 级别 证书 编号 号码 发证 颁发 统一 社会 信用 代码 法定 代表人
    负责人 经营者 投资人 注册 成立 类型 日期 时间 甲方 乙方 丙方 用人单位 单位 公司 劳动者 劳动 合同 委托 代理人 申报 领办人
    成员 企业 机构 名称 专利 发明人 设计人 申请 授权 公告 承诺 本人 同志 先生 女士 师傅 荣获 被评 授予 获得 参加 年龄 照片
    备注 工作 部门 开户 账号 账户 银行 或者 以及 如下 上述 持证 获奖 监制 印制 鉴定 评价 考核 成绩 中心 委员会 管理 制度
    有限 主要 邮编 邮政 经营 范围 营业 期限 长期 资本 其他 有效 年月 担任 从事 高级 中级 技师
    """
)
# Words that begin like a surname and are as long as a name.
_NO_NAMES = words(
    """
    荣誉 营业 高级 中级 初级 技师 安全 经济 成都 北京 上海 天津 重庆 国家 中华 全国 华人 关于 任何 向阳 相关 相应 应当 有关
    符合 经过 通过 金额 万元 时候 方式 方法 明确 平均 常见 水平 和平 支付 支持 计算 程序 文件 文书 花园 车间 车工 钳工 焊工
    电工 钟表 石油 金属 房屋 安装 安徽 江苏 江西 云南 湖南 湖北 贵州 广东 山东 山西 河北 河南 海南 黄金 白银 白天 周期 周年
    元整 元月 和其 及其 以及 为止 起至 至今 充分 严格 严重 项目 路东 路南 应急 强制 毛重 余额 宣传 贡献 万源 荣华 博兴
    科创 经海 景园 文昌 永昌 宏达 同济 谢谢 祝贺 顾问 查询 查验 荣昌 名单 通知 决定 公告 公示 通报 附件
    下列 以下 上列 上述 各位 全体 广大 多名 数名 等人
    """
)
_BEFORE = words(
    """
    姓名 法定代表人 负责人 经营者 投资人 执行事务合伙人 法人代表 持证人 获奖人 获奖者 发明人 设计人 乙方 劳动者 员工 职工
    甲方 委托代理人 代理人 签字 签名 签章 授予 兹授予 授予给 聘任 聘用 领办人 兹有 本人 Name Holder
    """
)
_LATIN_LABELS = (
    r"(?i:full|name|holder|sex|gender|birth|date|of|id|no|number|type|photo|signature|seal|occupation|level|issued|on)"
)

_STOP = re.compile(any_of(_LABELS))
_LEAD = re.compile(
    rf"(?:{any_of(_BEFORE)}|(?:Mr|Mrs|Ms|Miss|Dr)\b\.?|{_LATIN_LABELS}\b|[\s:;,.、，。；\-_/|()（）\[\]【】\"'“”‘’*#]+)"
)
_PIECE = re.compile(rf"[{HAN}]+")
_DOTTED = re.compile(rf"(?:[A-Z](?={GAP}[·•・‧∙⋅●])|[{HAN}]{{1,8}})(?:{GAP}[·•・‧∙⋅．.●]{GAP}[{HAN}]{{1,8}}){{1,3}}")
_LATIN = re.compile(r"[A-Z][A-Za-z'’.\-]+(?:[ ,]+[A-Z][A-Za-z'’.\-]*){1,4}")
_TITLE = re.compile(r"(?:同志|先生|女士|小姐|师傅|老师)$")
_NO_NAME_ENDS = "号码址"
_LABEL_ENDS = f"{_NO_NAME_ENDS}日期人名"
_GENDERS = ("男", "女")
_BEGINS_NO_NAME = "的了之等被在为与对按"


@cache
def _surnames() -> tuple[frozenset[str], frozenset[str]]:
    """The frequent surnames of one character, and those of two."""
    single, compound = (files("extractors") / "data" / "surnames.txt").read_text("utf-8").splitlines()
    return frozenset(single), frozenset(compound.split())


def has_surname(name: str) -> bool:
    """Whether ``name`` begins with a frequent Chinese surname."""
    single, compound = _surnames()
    plain = simplify(name)
    return plain[:2] in compound or plain[:1] in single


def looks_like_a_name(name: str) -> bool:
    """Whether ``name`` is built as nearly all are: a surname, and one or two characters more; four have a surname of two, or the
    surnames of both parents. What is longer has most likely caught a character of its neighbours."""
    single, compound = _surnames()
    plain = simplify(name)
    return has_surname(name) and (len(name) < 4 or plain[:2] in compound or plain[1] in single)


def find_person(text: str) -> Found | None:
    """The first name in ``text``, which is the print after a label or a line that holds nothing else before the name."""
    folded = fold(text)
    start = _skip_lead(folded)
    rest = folded[start:]
    dotted = _DOTTED.match(rest)
    if dotted:
        return _dotted_name(dotted.group(), start)
    latin = _LATIN.match(rest)
    if latin and not re.search(rf"(?i)\b{_LATIN_LABELS}\b", latin.group()):
        return Found(normalise_person(latin.group()), start, start + latin.end())
    return _find_han(folded, start)


def _dotted_name(printed: str, start: int) -> Found | None:
    """A name with middle dots, up to a title or a label behind it; None when that leaves no dot: a part of it is another name."""
    stop = _STOP.search(printed)
    name = printed[: stop.start()] if stop else printed
    whole = _DOTTED.fullmatch(name)
    return Found(normalise_person(name), start, start + len(name)) if whole else None


def _skip_lead(folded: str) -> int:
    """Where print that is neither punctuation nor a label begins."""
    start = 0
    while match := _LEAD.match(folded, start):
        start = match.end()
    return start


def _find_han(folded: str, start: int) -> Found | None:
    """A name of Chinese characters that begins at ``start``, printed in one piece or apart."""
    stop = _STOP.search(folded, start)
    pieces = list(_pieces(folded, start, stop.start() if stop else len(folded)))
    if not pieces:
        return None
    used = _joined(pieces)
    rest = re.sub(r"^\W*[男女]\W*$", "", folded[_end_of(used, 99) :])
    alone = not re.search(r"[^\W_]", rest)
    run = "".join(piece for piece, _ in used)
    name = _name_in(_without_label_end(run, folded[_end_of(used, len(run)) :]), alone=alone)
    if name is None:
        return None
    end = _end_of(used, len(name))
    return Found(normalise_person(name), pieces[0][1], end)


def _pieces(folded: str, start: int, stop: int) -> list[tuple[str, int]]:
    """Runs of Chinese characters with only gaps between them, and where each begins."""
    pieces: list[tuple[str, int]] = []
    for match in _PIECE.finditer(folded, start, stop):
        before = pieces[-1][1] + len(pieces[-1][0]) if pieces else start
        if re.sub(GAP, "", folded[before : match.start()]):
            break
        pieces.append((match.group(), match.start()))
    return pieces


def _joined(pieces: list[tuple[str, int]]) -> list[tuple[str, int]]:
    """The pieces that make one name: single characters printed apart, or a compound surname and what follows it."""
    first = pieces[0][0]
    used = [pieces[0]]
    wanted = 3 if len(first) == 1 else 4 if first in _surnames()[1] else len(first) + 1 if len(first) == 2 else 0
    for piece, start in pieces[1:]:
        length = sum(len(text) for text, _ in used)
        lone = len(piece) == 1 and len(first) <= 2 and length < 3
        if piece in _GENDERS and length >= 2:
            break
        if not (lone or (len(piece) <= 2 and length + len(piece) <= wanted)):
            break
        if len(first) == 2 and first not in _surnames()[1] and (len(piece) > 1 or start - used[-1][1] - len(used[-1][0]) > 1):
            break
        used.append((piece, start))
    return used


def _name_in(run: str, *, alone: bool) -> str | None:
    """The name that ``run`` begins with. One without a frequent surname counts only when nothing else is printed (``alone``)."""
    name = _TITLE.sub("", run)
    if len(name) == 4 and name[-1] in "印章":
        name = name[:3]
    # 亚男 and 胜男 are given names: a gender glued to a name of three is cut off only when more print follows.
    if name[-1:] in _GENDERS and ((len(name) == 4 and name[:2] not in _surnames()[1]) or (len(name) == 3 and not alone)):
        name = name[:-1]
    if not 2 <= len(name) <= 4 or name in _NO_NAMES or name[0] in _BEGINS_NO_NAME:
        return None
    return name if has_surname(name) or (alone and (len(name) < 4 or _OF_A_MINORITY.search(name))) else None


# Of which Tibetan, Mongolian and Uyghur names of four characters are made, as 次仁央宗 and 满都拉图: they have no surname.
_OF_A_MINORITY = re.compile(
    any_of(
        words(
            """
            次仁 扎西 丹增 旦增 旺堆 央宗 卓玛 多吉 尼玛 达瓦 平措 索朗 格桑 洛桑 德吉 拉姆 白玛 益西 仁青 贡布 顿珠 曲珍 边巴
            普布 巴桑 土登 强巴 阿旺 群培 加措 才让 才旦 卓嘎 巴特 巴图 乌兰 木格 格日 勒图 朝鲁 宝音 苏日 斯琴 敖登 满都 哈斯
            布和 孟和 额尔 呼和 娜仁 萨仁 图雅 高娃 塔娜 力格 拉图 米拉 迪力 木江 买提 艾合 吐尔 古丽 热合 努尔 艾山 艾力 玉素
            """
        )
    )
)


def _without_label_end(run: str, after: str) -> str:
    """The run without the last character of a label beside it, as in 张小明号：ZL2019… where a seal hid 专利: 号 ends no given
    name, and what stands right before a colon is no name at all."""
    ends = _LABEL_ENDS if re.match(rf"{GAP}:", after) else _NO_NAME_ENDS
    return run[:-1] if len(run) >= 3 and run[-1] in ends else run


def _end_of(pieces: list[tuple[str, int]], length: int) -> int:
    """The raw position after the ``length``-th character of the joined pieces."""
    for piece, start in pieces:
        if length <= len(piece):
            return start + length
        length -= len(piece)
    return pieces[-1][1] + len(pieces[-1][0])


def normalise_person(text: str) -> str:
    """Without spaces, with the one middle dot; a full stop between Chinese characters is one too."""
    name = one_dot(squeeze(text))
    return re.sub(rf"(?<=[{HAN}])\.(?=[{HAN}])", "·", name)


def _comparable(name: str) -> str:
    return simplify(normalise_person(name)).casefold()


def _compare(stated: str, printed: str) -> Comparison:
    one, other = _comparable(stated), _comparable(printed)
    if one == other:
        return same("姓名一致")
    if one.replace("·", "") == other.replace("·", ""):
        return lookalike("姓名仅间隔号不同", 0.95)
    score = similarity(one, other)
    if differ_by_lookalikes(one, other, most=1):
        return lookalike("姓名仅有一个形近字不同，请核对原件", score)
    if distance(one, other) == 1 and min(len(one), len(other)) >= 2:
        return lookalike("姓名相差一个字，请核对原件", score)
    return different("姓名不一致", score)


def find_people(text: str) -> Found | None:
    """A list of names: 张伟;李四、王芳, or names with nothing but wide gaps between them."""
    folded = fold(text)
    start = _skip_lead(folded)
    names: list[str] = []
    end = start
    for match in re.finditer(r"[^;,、/|\n]+", folded[start:]):
        group = match.group()
        found = [one for part, at in _parts(group) if (one := _shift(find_person(part), start + match.start() + at)) is not None]
        names += [str(one.value) for one in found]
        end = max([end, *(one.end for one in found)])
        if not found or _STOP.search(folded, found[-1].end, start + match.end()):
            break
    return Found(names, start, end) if names else None


def _parts(group: str) -> list[tuple[str, int]]:
    """A group without separators, cut where a gap stands between two whole names: ``张伟  李四``, but not ``张  伟``."""
    pieces = [(match.group(), match.start()) for match in _PIECE.finditer(group)]
    pieces = [part for piece, at in pieces for part in two_names(piece, at) if not _PERSONS.fullmatch(part[0])]
    named = sum(has_surname(piece) for piece, _ in pieces)
    whole = len(pieces) > 1 and named >= max(2, len(pieces) - 1) and all(2 <= len(piece) <= 4 for piece, _ in pieces)
    return pieces if whole and not _DOTTED.search(group) else [(group, 0)]


_PERSONS = re.compile(r"(?:教授|老师|先生|女士|同志|博士|院士|主任|厂长|经理|小组|班组|团队)$")


def two_names(run: str, at: int) -> list[tuple[str, int]]:
    """A run that can be read as two names in one way alone, as where a list goes on in the next line; else as it is. What is a
    person is no second name, and a name without a surname is none twice."""
    if _PERSONS.search(run) or _OF_A_MINORITY.search(run):
        return [(run, at)]
    cuts = [i for i in (2, 3) if has_surname(run[:i]) and 2 <= len(run) - i <= 3 and has_surname(run[i:])]
    return [(run[: cuts[0]], at), (run[cuts[0] :], at + cuts[0])] if len(run) > 4 and len(cuts) == 1 else [(run, at)]


def _shift(found: Found | None, by: int) -> Found | None:
    return Found(found.value, found.start + by, found.end + by) if found else None


def normalise_people(text: str) -> str:
    found = find_people(text)
    return ";".join(found.value) if found and isinstance(found.value, list) else normalise_person(text)


def _as_names(value: FieldValue) -> list[str]:
    if isinstance(value, str):
        found = find_people(value)
        value = found.value if found else [value]
    return [_comparable(name) for name in value or [] if name.strip()]


def compare_people(stated: FieldValue, printed: FieldValue) -> Comparison:
    """As sets of names: the order counts for nothing; a look-alike name makes the list a look-alike."""
    one, other = set(_as_names(stated)), set(_as_names(printed))
    if not one:
        return cannot_tell("申报表未填写")
    if not other:
        return cannot_tell("材料上未能读出")
    if one == other:
        return same("名单一致")
    missing, extra = sorted(one - other), sorted(other - one)
    score = len(one & other) / len(one | other)
    paired = len(missing) == len(extra) and all(any(_compare(a, b).outcome == "lookalike" for b in extra) for a in missing)
    if paired:
        return lookalike("名单中有形近姓名，请核对原件", score)
    return different("名单不一致", score)


PERSON_NAME = Kind("person_name", find_person, normalise_person, of_text(_compare))
PERSON_LIST = Kind("person_list", find_people, normalise_people, compare_people)
