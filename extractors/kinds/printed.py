"""Plain print that only needs cutting out: titles, posts, bodies that issue papers, reference numbers, whole dates."""

from __future__ import annotations

import re

from extractors.kinds.comparison import different, of_text, same, similarity
from extractors.kinds.date import DATE, find_dates
from extractors.kinds.honour import without_event
from extractors.kinds.kind import Found, Kind
from extractors.kinds.person_name import PERSON_NAME
from extractors.kinds.text import TEXT, find_text, normalise_text
from extractors.normalisation import fold, simplify
from extractors.records import Comparison

_EDGE = " \t:：;；,，、。.·_＿—–-|丨/"
_BODY_END = (
    r"(?:委员会|办公室|管理局|人民政府|保障部|保障局|知识产权局|组委会|公司|集团|中心|协会|学会|联合会|商会|总会|总工会|工会|"
    r"研究院|研究所|学院|大学|学校|基金会|部|局|厅|院|所|处|委|(?<=共青团)中央)"
)
_BODY = re.compile(rf"[\u4e00-\u9fffA-Za-z（）()·]{{2,38}}{_BODY_END}(?![\u4e00-\u9fff])")
_REFERENCE = re.compile(
    r"[A-Za-z\u4e00-\u9fff（(〔\[【]{0,14}(?:(?<=[字第]) )?[0-9A-Za-z]"
    r"(?:[0-9A-Za-zⅠ-Ⅻ\-—–〔〕\[\]【】（）()/.年字第届]|(?<=[〕\]】）)])[· ](?=第)){2,34}(?:号)?"
)
"""White between a year's brackets and 第 may be read as a dot."""
_POST = re.compile(r"[\u4e00-\u9fffA-Za-z0-9/（）()、·+-]{2,24}")
_NOT_A_POST = re.compile(
    r"[一二三四五]级|^(?:初级工|中级工|高级工|技师|高级技师)$|^(?:相近|同等|指|照片|技能(?:等级|水平|要求|证书|类|$)|达到|甲方|乙方|的|[由按经）)]|根据|服从|正式|工作|岗位|地点|双方|职责|要求|内容|以下|下列|本|该|其|月?工资|待遇"
    r"|履行|完成|承担|任职|从事|担任|调整|变更|上述|相应|所任|所在)"
)
YEAR_BRACKETS = re.compile(r"[\[【〔](\d{4})[\]】〕]")
"""Official numbers have their year in 〔〕, which readers take for square brackets."""
_SEAL_WORDS = re.compile(r"(?<=[局部厅委院所司会心]).{0,6}专用章$")
_HONOUR_WORD = re.compile(r"的?\s*(?:荣誉\s*)?称\s*号\s*[。，]?\s*$")
_STAMP_NOTE = re.compile(r"\s*[（(]?(?:盖章|公章|签章)[）)]?\s*[:：]\s*")
_STAMP_WORD = re.compile(r"[（(](?:盖?章|公章|签章|印章?|盖印)[）)]$")


def trimmed(text: str) -> Found | None:
    """All of the print but white space and punctuation at its ends."""
    start = len(text) - len(text.lstrip(_EDGE))
    end = len(text.rstrip(_EDGE))
    return Found(as_printed(text[start:end]), start, end) if end > start else None


def find_title(text: str) -> Found | None:
    """An honour as print without its edition, as in 第十五届全国技术能手; that of a contest stays. In quotation marks it is
    whole, else a rank goes without its event."""
    found = unquoted(text)
    if found is None:
        return None
    whole = text[found.start : found.start + 1] in '“"「『【《'
    value = str(found.value) if whole else without_event(_RESULT.sub("", str(found.value)))
    return Found(_EDITION.sub("", value), found.start, found.end)


_RESULT = re.compile(r"的?(?:优异|优秀|良好|较好|好)的?成绩$")


_EDITION = re.compile(r"^第[一二三四五六七八九十百\d]+[届批](?=[^届]*(?:能手|大奖|工匠|标兵|奖章|模范|先进(?:个人|工作者))$)")


def unquoted(text: str) -> Found | None:
    """All of the print, without quotation marks around it."""
    found = trimmed(text)
    quoted = _QUOTED.fullmatch(str(found.value)) if found else None
    return Found(quoted[1], found.start, found.end) if found and quoted else found


_QUOTED = re.compile(r"[“\"「『【《]([^“”\"」』】》]{2,40})[”\"」』】》]")


def as_printed(text: str) -> str:
    """The contract's form of names and titles: no spaces, full-width brackets, simplified characters."""
    text = simplify(text)
    return re.sub(r"\s", "", text).replace("(", "（").replace(")", "）")


def find_owner(text: str) -> Found | None:
    """Whoever owns a patent, without the 为 of a sentence; behind a colon it begins a name, as in 为民科技."""
    found = trimmed(text)
    lead = re.match(r"[为是](?=.{4})", text) if found else None
    return Found(str(found.value)[1:], found.start + 1, found.end) if found and lead else found


def find_recipient(text: str) -> Found | None:
    """Who is honoured: a person, else a unit."""
    person, body = PERSON_NAME.find(text), find_body(text) or find_team(text)
    return body if body and (person is None or body.start <= person.start) else person


def find_team(text: str) -> Found | None:
    """A part of a unit that is all of the print, as 冷轧厂精整作业区酸洗二班."""
    found = trimmed(text)
    return found if found and _TEAM.fullmatch(str(found.value)) else None


_TEAM = re.compile(
    r"[\u4e00-\u9fffA-Za-z0-9（）·“”\"]{3,30}(?:班组|小组|车间|工段|[一二三四五六七八九十甲乙丙丁]班|[攻施作护抢救][关工业卫险援]队)"
)


def find_honour_line(text: str) -> Found | None:
    """An honour that has its line to itself, without the word for what it is."""
    found = unquoted(text)
    found = (unquoted(_HONOUR_WORD.sub("", text)) or found) if found else None
    return found if found and len(str(found.value)) > 1 else None


def find_scope(text: str) -> Found | None:
    """A business scope: its items are parted by ；, which readers of small print take for ：. Behind what is done, as in
    加工、销售：模具, that stays."""
    found = find_text(text)
    if found is None or _OF_A_SENTENCE.match(str(found.value)):
        return None
    value = _COLON.sub(lambda colon: colon.group() if _DEEDS.search(colon.string[: colon.start()]) else "；", str(found.value))
    unclosed = value.count("（") - value.count("）") == 1 and value.endswith("经营活动。")
    return Found(f"{value}）" if unclosed else value, found.start, found.end, repaired=unclosed)


_OF_A_SENTENCE = re.compile(r"[中内外](?=[，。的属未已有所规]|涉及|以外)|由(?=.{0,12}(?:登记|市场|审批|核准|确定))")
"""How print goes on behind 经营范围 that is of a sentence, as in 经营范围中属于…, rather than a label."""
_COLON = re.compile(r"[：:](?!$)")
_DEED = r"(?:研发|开发|设计|生产|制造|加工|组装|安装|维修|修理|销售|批发|零售|服务|施工|主营|兼营)"
_DEEDS = re.compile(rf"(?:项目|范围|(?:^|[；;。])(?:{_DEED}[、及和与]?)+)$")
"""What a colon stands behind in a scope: kinds of items, and what is done with those that follow."""


def find_body(text: str) -> Found | None:
    """The body that issues a paper: an office, an institution or a company."""
    match = _BODY.search(re.sub(r"\s", "\u3000", text)) or _BODY.search(text)
    if match is None:
        return None
    return Found(as_printed(match.group()), match.start(), match.end())


_DATED = re.compile(r"(?:19|20)\d{2}[年.\-/]")


def find_issuer(text: str) -> Found | None:
    """Whatever a label for the issuer is followed by, without (盖章) behind it."""
    stamp = _STAMP_NOTE.match(text)
    found = trimmed(text[stamp.end() :] if stamp else text)
    if stamp and found:
        found = Found(found.value, found.start + stamp.end(), found.end + stamp.end())
    if found is None or not re.search(r"[\u4e00-\u9fff]{3}", str(found.value)) or _DATED.match(str(found.value)):
        return None
    return Found(_STAMP_WORD.sub("", _SEAL_WORDS.sub("", str(found.value))), found.start, found.end)


def find_reference(text: str) -> Found | None:
    """A paper's own number as its issuer writes it, such as 2023-0456 or 京人社技能字〔2021〕18号."""
    lead = _NO.match(text)
    match = _REFERENCE.search(text, lead.end() if lead else 0)
    if match is None or not re.search(r"[0-9]", match.group()):
        return None
    printed = re.sub(r"[· ](?=第)", "", match.group())
    if not re.search(r"[（(]", printed):  # the bracket around label and number closes behind it
        printed = printed.rstrip("）)")
    number = YEAR_BRACKETS.sub(r"〔\1〕", as_printed(printed).upper())
    return Found(re.sub(r"^第([0-9A-Z\-]{4,})号$", r"\1", number), match.start(), match.end())


_NO = re.compile(r"[\s:：]*(?:No|NO|№)\s*[.:：]\s*(?=[A-Z0-9])")
"""What says again that a number follows."""


def find_post(text: str) -> Found | None:
    """A post or a trade in a few words; ``--`` says that there is none."""
    lead = _CHANGED.match(text)
    match = _POST.search(text, lead.end() if lead else 0)
    if match is None or (lead and _PERHAPS.search(lead.group())):
        return None
    post = _ASIDE.sub("", _NEXT_MATTER.split(match.group(), maxsplit=1)[0]).rstrip("（( ")
    if _SOME_DAY.search(post):
        return None
    if not re.search(r"[\u4e00-\u9fff]{2}", post) or post[0] in "/-+" or _NOT_A_POST.match(post):
        return None
    value = _UNDERLINED.sub("工", as_printed(post))
    return Found(value, match.start(), match.start() + len(post), repaired=value != as_printed(post))


_CHANGED = re.compile(
    r"(?:(?![后满]|合格|转正)[^，。；（(\s]){0,24}?(?:变更|调整|更改|改|转)为|\s*(?:仍旧?|现)?[为是]|[^，。；]{0,8}?(?:聘用|聘任|安排|录用|同意)[^，。；]{0,6}?(?:担任|从事)"
)
"""What stands before a post that a contract changes, keeps or gives, as in 由普通铣工变更为…, 仍为… and 公司聘用员工担任…."""
_PERHAPS = re.compile(r"[可若如]|有权|需要|指$|不")
"""How a contract speaks of a post that it may give some day."""
_ASIDE = re.compile(r"[（(](?:[^）)]*|[^（）()]*(?:改|转|调整|变更)为[^（）()]*[）)])$")
"""A bracket that is not closed, or says what the post was or will be."""
_SOME_DAY = re.compile(r"(?:改|转|调整|变更)为|的$")
_UNDERLINED = re.compile(r"(?<=[\u4e00-\u9fff])二(?=$|程师|艺|段长|长$)")
"""What 工 is read as where a line to fill in runs along its foot: no post ends in 二."""


_NEXT_MATTER = re.compile(r"[（(]\s*(?:工作)?(?:地点|部门|期限)|\s*[12]\d{3}\s*[-年./]\s*\d")
"""What a form says next to a post: where, and from when."""


def find_whole_date(text: str) -> Found | None:
    """The first date with year, month and day."""
    return next(iter(find_dates(text)), None)


def _compare(stated: str, printed: str) -> Comparison:
    one, other = as_printed(fold(stated)), as_printed(fold(printed))
    return same() if one == other else different("文字不一致", similarity(one, other))


WHOLE_DATE = Kind("whole_date", find_whole_date, DATE.normalise, DATE.compare)
PRINTED = (
    WHOLE_DATE,
    Kind("scope", find_scope, normalise_text, TEXT.compare),
    Kind("recipient", find_recipient, PERSON_NAME.normalise, PERSON_NAME.compare),
    Kind("title", find_title, as_printed, of_text(_compare)),
    Kind("honour_line", find_honour_line, as_printed, of_text(_compare)),
    Kind("owner", find_owner, as_printed, of_text(_compare)),
    Kind("authority", find_body, as_printed, of_text(_compare)),
    Kind("issuer", find_issuer, as_printed, of_text(_compare)),
    Kind("reference_number", find_reference, as_printed, of_text(_compare)),
    Kind("position", find_post, as_printed, of_text(_compare)),
    Kind("job_type", find_post, as_printed, of_text(_compare)),
)
