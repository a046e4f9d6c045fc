"""Characters that readers take for each other: candidates to repair a number, and glyphs that excuse one wrong character."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import combinations, product

# What a letter or sign in a place for digits may have been. Digits are never swapped for digits here: a number whose
# check digit fails with all places legible is a wrong number, and "repairing" 7 to 1 would hide it (one try in eleven
# passes a mod-11 check by chance).
MISREAD_DIGITS: dict[str, str] = {
    **dict.fromkeys("OoDQ〇○◯", "0"),
    **dict.fromkeys("Il|丨!i", "1"),
    **dict.fromkeys("Zz", "2"),
    "}": "3",
    **dict.fromkeys("AH", "4"),
    **dict.fromkeys("Ss", "5"),
    **dict.fromkeys("bG", "6"),
    **dict.fromkeys("B&", "8"),
    **dict.fromkeys("gq", "9"),
}

CROSSES = "Xx×χΧХх✕✖╳"
"""All that a printed check character X is read as."""

# Digits and letters that poor print makes alike; each group holds characters taken for each other.
_ALIKE_GROUPS = ("0ODQCU8", "1IL7JT", "2Z7", "38B", "4AH", "5S6", "6GB58", "8B3&", "9GQ", "XK", "UV", "VY", "MN", "EF", "PR")

# Chinese glyphs that differ by a stroke or a part. Collected by hand, not measured: they only soften "different" to "look again".
_GLYPH_GROUPS = (
    "己已巳", "未末", "日曰", "技枝", "师帅", "证征", "荣菜荥", "亦赤", "博搏", "经径", "限艰", "责贵", "资贷赀", "章童", "专传",
    "令今", "人入八", "工エ", "二ニ", "一—-", "口囗ロ", "士土", "伟炜玮", "晴睛", "杨扬", "琳淋", "浩洁", "清请情", "鑫淼",
    "干千于", "天夫", "大太犬", "王玉主", "刘刈", "冰水", "李季", "陈阵", "张弛", "朱宋", "孙逊", "徐涂", "何向", "郭敦",
    "林材", "高商", "唐康", "萧肖", "曹曾", "袁哀", "邓郑", "许讦", "傅博", "沈沉", "曾会", "彭影", "吕昌",
    "苏办", "卢户", "蒋将", "蔡葵", "贾贵", "丁了", "魏巍", "薛薜", "叶吐", "阎闫", "余佘", "潘播", "杜社", "戴载", "夏复",
    "钟种", "汪江", "田由甲申", "任仕", "姜美", "范苑", "方万", "石右", "姚桃", "谭潭", "廖寥", "邹邻", "熊态", "金全", "陆际",
    "郝赤", "孔扎", "白自百", "崔雀", "康庚", "毛手", "邱丘", "秦泰", "江汪", "史吏", "顾倾", "侯候", "邵部", "孟盂", "龙尤",
    "段叚", "雷霄", "钱线", "汤场", "尹伊", "黎藜", "易昜", "常带", "武式", "乔齐", "贺架", "赖懒", "龚袭", "文丈", "霞雾",
    "丽两", "艳绝", "娟捐", "芳劳", "敏每", "静净", "磊蠢", "洋样", "勇男", "超起", "强张", "军车", "明朋", "刚冈",
    "平乎", "辉晖", "鹏朋", "宇字", "浩诰", "凯剀", "健建", "俊浚", "帆帜", "波坡", "斌赋", "宏宠", "峰蜂锋", "琪淇", "莹萤",
    "颖颍", "洁浩", "雪雷", "科料", "枝技", "设没", "备各", "机杌", "械诫", "制剌", "造适", "电申", "气汽", "信倍", "息恩",
    "新祈", "源原", "能熊", "环坏", "保堡", "程桯", "建健", "筑巩", "集隼", "团困", "股般", "份分", "司可", "限恨", "有冇",
    "贸贺", "易昜", "咨资", "询洵", "服股", "务各", "京亰", "海诲", "汇江", "恒桓", "盛盈", "瑞端", "诚城", "亚业", "华毕",
    "昌冒", "鸿鸡", "兴共", "隆降", "达迭", "远运", "通迪", "利刊", "泰秦", "祥详", "裕格", "禾木", "星呈",
)  # fmt: skip


def _partners(groups: tuple[str, ...]) -> dict[str, set[str]]:
    partners: dict[str, set[str]] = {}
    for group in groups:
        for char in group:
            partners.setdefault(char, set()).update(set(group) - {char})
    return partners


_ALIKE = _partners(_ALIKE_GROUPS)
_GLYPHS = _partners(_GLYPH_GROUPS)


def alike_characters(one: str, other: str) -> bool:
    """Whether two characters of a number are easily taken for each other."""
    return one == other or other in _ALIKE.get(one, ())


def alike_glyphs(one: str, other: str) -> bool:
    """Whether two Chinese characters are easily taken for each other."""
    return one == other or other in _GLYPHS.get(one, ())


def differ_by_lookalikes(one: str, other: str, alike: Callable[[str, str], bool] = alike_glyphs, most: int = 2) -> bool:
    """Same length, at most ``most`` places differ, and each of them by characters that look alike."""
    if len(one) != len(other):
        return False
    places = [(a, b) for a, b in zip(one, other, strict=True) if a != b]
    return 0 < len(places) <= most and all(alike(a, b) for a, b in places)


def candidates(text: str, choices: list[str], *, most: int = 2) -> Iterator[str]:
    """Texts that differ from ``text`` in 1 to ``most`` places; ``choices[i]`` are the characters place i may have been."""
    places = [place for place, chars in enumerate(choices) if chars]
    for count in range(1, most + 1):
        for chosen in combinations(places, count):
            for chars in product(*(choices[place] for place in chosen)):
                letters = list(text)
                for place, char in zip(chosen, chars, strict=True):
                    letters[place] = char
                yield "".join(letters)


def repair(text: str, choices: list[str], passes: Callable[[str], bool], *, most: int = 2) -> str | None:
    """The one candidate that ``passes``; None when there is none, or more than one (then reading again beats guessing)."""
    passing = {candidate for candidate in candidates(text, choices, most=most) if passes(candidate)}
    return passing.pop() if len(passing) == 1 else None


def digit_choices(text: str) -> list[str]:
    """For each character of ``text`` the digits it may stand for; "" for real digits."""
    return [MISREAD_DIGITS.get(char, "") for char in text]
