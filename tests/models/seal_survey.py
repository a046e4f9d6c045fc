"""Seals of every kind, drawn by seed, and how their names are read: ``python -m tests.models.seal_survey [count] [first seed]``.

One seal a page, so that each kind has a figure of its own; how many seals share a page is the other sets' affair (hard_seals.py).
"""

from __future__ import annotations

import random
import re
import sys
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace

import cv2
import numpy as np

from tests.models.seal_drawing import RED, Picture, Spec, fonts, printed_page, stamp

PLACES = ("北京", "北京市", "天津", "河北", "上海", "江苏", "深圳市", "山东省", "广州", "北京经济技术开发区", "泰安市", "廊坊")
BRANDS = [
    "宏图",
    "锐进",
    "华泰",
    "新源",
    "博兴",
    "科创",
    "荣华",
    "精工",
    "瑞丰",
    "同济",
    "云帆",
    "禾木",
    "鼎盛",
    "恒信",
    "卓越",
    "星河",
    "天砚",
    "昱桉",
    "砺锋",
    "澜擎",
    "钰洁",
    "璟铄",
    "臻邦",
    "骁驰",
    "铭轩",
    "旻天",
    "沣泽",
    "珩玉",
    "麒麟",
    "翌展",
    "晟世",
    "蓝焰",
    "睿芯",
    "衡川",
    "启明",
    "众合",
    "誉衡",
    "奥思",
    "康弘",
    "百川",
    "金盾",
    "大壮",
    "方舟",
    "远景",
    "匠心",
    "仁和",
    "海纳",
]
TRADES = [
    "机械制造",
    "电子科技",
    "精密仪器",
    "生物医药",
    "汽车零部件",
    "信息技术",
    "智能装备",
    "检测技术",
    "物业管理",
    "新材料科技",
    "建筑工程",
    "环保设备",
    "医疗器械",
    "网络科技",
    "文化传播",
    "餐饮管理",
    "航空发动机",
    "轨道交通",
    "数控机床",
    "职业培训",
    "人力资源服务",
    "商贸",
    "技术",
    "半导体",
    "新能源汽车",
    "软件开发",
]
ENDS = ("有限公司", "有限公司", "有限公司", "有限责任公司", "股份有限公司")
OFFICES = [
    "市场监督管理局",
    "人力资源和社会保障局",
    "科学技术委员会",
    "知识产权局",
    "行政审批服务局",
    "总工会",
    "职业技能鉴定中心",
    "教育委员会",
    "应急管理局",
    "民政局",
    "国家税务局",
    "公证处",
    "经济和信息化局",
    "职业技术学院",
    "技师学院",
    "第一中学",
    "人民医院",
    "机械工程学会",
    "职业培训协会",
    "律师事务所",
]
DISTRICTS = ("北京市大兴区", "天津市滨海新区", "廊坊市", "北京市", "上海市浦东新区", "南康区", "山东省聊城市东阿县", "深圳市")
CENTRES = ("合同专用章", "财务专用章", "人事专用章", "劳动合同专用章", "业务专用章", "检测专用章", "业务受理专用章", "人力资源部")
LATIN = [
    "BEIJING",
    "TIANJIN",
    "HONGTU",
    "RUIJIN",
    "XINGHE",
    "PRECISION",
    "MACHINERY",
    "ELECTRONICS",
    "TECHNOLOGY",
    "SERVICE",
    "MEDICAL",
    "INSTRUMENT",
    "TRADE",
]
REDS = (RED, (225, 40, 60), (200, 20, 30), (214, 30, 110), (230, 80, 60), (190, 25, 50))
UNUSUAL = ("Thin", "ExtraLight")
"""Weights of typefaces that no seal is cut in."""


@dataclass
class Case:
    """One seal on a page: its ``name`` as it should be read."""

    image: Picture
    spec: Spec
    x: float
    y: float
    name: str


def usable_fonts() -> list[int]:
    return [place for place, file in enumerate(fonts()) if not any(word in file for word in UNUSUAL)]


def company(rng: random.Random) -> str:
    place = rng.choice(PLACES)
    if rng.random() < 0.12:
        return f"{rng.choice(BRANDS)}（{place[:2]}）{rng.choice(TRADES)}{rng.choice(ENDS)}"
    return place + rng.choice(BRANDS) + rng.choice(TRADES) + rng.choice(ENDS)


def office(rng: random.Random) -> str:
    return rng.choice(DISTRICTS) + rng.choice(OFFICES)


def long_name(rng: random.Random) -> str:
    """20 to 32 characters."""
    wanted, name = rng.randint(20, 32), rng.choice(PLACES) + rng.choice(BRANDS)
    end = rng.choice(ENDS)
    while len(name) + len(end) < wanted - 3:
        name += rng.choice(TRADES)
    if rng.random() < 0.3:
        return (name + end)[:28] if len(name + end) <= 28 else name[:26] + "有限公司"
    name += end
    return name if len(name) <= 32 else name[:28] + "有限公司"


def short_name(rng: random.Random) -> str:
    """6 or 7 characters."""
    return rng.choice(
        (
            rng.choice(BRANDS) + "有限公司",
            rng.choice(BRANDS) + rng.choice(("商贸", "技术", "科技")) + "公司",
            "北京市总工会",
            "大兴区教育局",
        )
    )


def height_of(rng: random.Random, count: int) -> float:
    """Height of a name's characters as a share of the diameter."""
    return (0.135 if count <= 16 else 0.12 if count <= 22 else 0.1) * rng.uniform(0.9, 1.15)


def usual(rng: random.Random) -> Spec:
    """A round seal of a company or an office in red."""
    is_office = rng.random() < 0.3
    name = office(rng) if is_office else company(rng)
    centre = rng.choice(CENTRES) if rng.random() < 0.3 else None
    arc = min(295.0, 175 + 5.2 * len(name)) + rng.uniform(-12, 12)
    code = "".join(rng.choice("0123456789") for _ in range(13)) if rng.random() < 0.45 and arc < 280 else None
    return Spec(
        name=name,
        centre=centre,
        code=code,
        diameter=rng.choice((190, 230, 270, 310, 350, 420, 500)),
        tilt=rng.choice((rng.uniform(-15, 15), rng.uniform(-60, 60))),
        colour=rng.choice(REDS),
        star=rng.random() < (0.5 if centre else 0.85),
        emblem=is_office and centre is None and rng.random() < 0.5,
        arc=arc,
        height=height_of(rng, len(name)),
        fade=rng.choice((0, 0, 0.2, 0.4)),
        font=rng.choice(usable_fonts()),
    )


def of_length(rng: random.Random, name: str) -> Spec:
    one = replace(usual(rng), name=name, arc=min(305.0, 165 + 6 * len(name)), emblem=False, code=None)
    return replace(one, height=height_of(rng, len(name)), diameter=max(one.diameter, 230))


def latin(rng: random.Random) -> str:
    return " ".join(rng.sample(LATIN, rng.randint(2, 3))) + rng.choice((" CO LTD", " CO., LTD."))


def oval(rng: random.Random) -> Spec:
    return replace(
        usual(rng),
        name=company(rng)[-17:],
        shape="oval",
        centre="发票专用章",
        code=None,
        emblem=False,
        arc=rng.uniform(190, 230),
        height=None,
    )


def english(rng: random.Random) -> Spec:
    """English around the Chinese name."""
    one = replace(usual(rng), english=latin(rng), centre=None, code=None, emblem=False, name=company(rng)[-14:], arc=230)
    return replace(one, diameter=max(270, one.diameter))


def only_english(rng: random.Random) -> Spec:
    return replace(usual(rng), english=latin(rng), name="", centre=None, code=None, emblem=False)


def two_lines(rng: random.Random) -> Spec:
    second = rng.choice(("工程质量检测专用", "北京分公司", "第一项目经理部", "技术服务中心", "合同业务专用"))
    one = replace(usual(rng), second=second, centre=None, code=None, emblem=False)
    return replace(one, diameter=max(230, one.diameter))


def square(rng: random.Random) -> Spec:
    name = rng.choice("李王张刘陈杨赵黄周吴") + "".join(rng.sample("国庆伟芳明建华志强秀英海涛文斌晓东", 2)) + "印"
    one = usual(rng)
    return replace(
        one, name=name, shape="square", diameter=round(0.52 * one.diameter), tilt=rng.uniform(-8, 8), centre=None, code=None
    )


CATEGORIES: dict[str, Callable[[random.Random], Spec]] = {
    "plain": usual,
    "print": usual,
    "short": lambda rng: of_length(rng, short_name(rng)),
    "long": lambda rng: of_length(rng, long_name(rng)),
    "long on print": lambda rng: of_length(rng, long_name(rng)),
    "small": lambda rng: replace(usual(rng), diameter=rng.randint(90, 130), code=None, name=company(rng)[-12:]),
    "worn": lambda rng: replace(usual(rng), fade=rng.uniform(0.4, 0.7)),
    "faint": lambda rng: replace(usual(rng), colour=rng.choice(((238, 150, 150), (240, 170, 165), (236, 140, 160)))),
    "blue": lambda rng: replace(usual(rng), colour=rng.choice(((40, 60, 190), (60, 80, 200), (30, 50, 150)))),
    "grey": usual,
    "faint grey": lambda rng: replace(usual(rng), colour=(238, 150, 150)),
    "oval": oval,
    "english": english,
    "only english": only_english,
    "two lines": two_lines,
    "square": square,
    "stamp on it": usual,
}
PRINTED = ("print", "long on print", "grey", "faint", "worn", "two lines", "stamp on it")
WITHOUT_COLOUR = ("grey", "faint grey")


def case(kind: str, seed: int) -> Case:
    rng, noise = random.Random(f"{kind} {seed}"), np.random.default_rng(seed)
    spec = CATEGORIES[kind](rng)
    whole = spec.diameter / (0.52 if spec.shape == "square" else 1)
    width = round(whole / rng.uniform(0.18, 0.24))
    height = round(1.414 * width)
    x, y = rng.uniform(0.2, 0.8) * width, rng.uniform(0.2, 0.85) * height
    page = printed_page(rng) if kind in PRINTED else np.full((2339, 1654, 3), 248, dtype=np.uint8)
    image = cv2.resize(page, (width, height), interpolation=cv2.INTER_AREA)
    stamp(image, spec, x, y, noise)
    if kind == "stamp on it":
        other = replace(square(rng), diameter=round(0.45 * spec.diameter), colour=spec.colour)
        away = 0.4 * spec.diameter
        stamp(image, other, x + rng.uniform(-away, away), y + rng.uniform(0, away), noise)
    if kind in WITHOUT_COLOUR:
        image = cv2.cvtColor(cv2.cvtColor(image, cv2.COLOR_BGR2GRAY), cv2.COLOR_GRAY2BGR)
    return Case(scanned(image, rng, noise, width / 1654), spec, x, y, whole_name(spec))


def whole_name(spec: Spec) -> str:
    """A branch on the second ring, or an office's centre, is a part of the name; what else stands there is not."""
    goes_on = spec.second == "北京分公司" or (spec.second == "技术服务中心" and not spec.name.endswith("公司"))
    return spec.name + (spec.second or "") if goes_on else spec.name or spec.english or ""


def scanned(image: Picture, rng: random.Random, noise: np.random.Generator, scale: float) -> Picture:
    """Blur, grain and JPEG; small pages are blurred less, as a scanner of that resolution does."""
    blurred = cv2.GaussianBlur(image, (0, 0), max(0.25, rng.uniform(0.3, 1.2) * min(1.2, scale))).astype(np.float32)
    grained = np.clip(blurred + noise.normal(0, rng.uniform(1, 6), image.shape), 0, 255).astype(np.uint8)
    packed = cv2.imencode(".jpg", grained, [cv2.IMWRITE_JPEG_QUALITY, rng.randint(60, 92)])[1]
    picture: Picture = cv2.imdecode(packed, cv2.IMREAD_COLOR)
    return picture


def letters_only(name: str) -> str:
    return re.sub(r"[\s.,]", "", name)


def survey(count: int, first: int, kinds: list[str]) -> None:
    """Prints, for each kind, how many of the names are exact, unread, wrong, and wrong with a confidence that accuses."""
    from models.ocr.engine import load_engine
    from models.ocr.settings import OcrSettings
    from models.seals import find_seals

    engine = load_engine(OcrSettings())
    total: Counter[str] = Counter()
    for kind in kinds:
        tally: Counter[str] = Counter()
        for seed in range(first, first + count):
            one = case(kind, seed)
            began = time.process_time()
            seals = find_seals(one.image, engine)
            tally["seconds"] += round(1000 * (time.process_time() - began))
            height, width = one.image.shape[:2]
            near = [
                seal
                for seal in seals
                if abs(seal.box.centre[0] * width - one.x) + abs(seal.box.centre[1] * height - one.y) < 0.15 * one.spec.diameter
            ]
            near.sort(key=lambda seal: (seal.shape == "square") != (one.spec.shape == "square"))
            tally["false"] += len(seals) - (2 if kind == "stamp on it" else 1) if len(seals) > 1 else 0
            if not near:
                verdict, said = "missed", None
            else:
                said = near[0]
                right = letters_only(said.name or "") == letters_only(one.name)
                verdict = (
                    "exact" if right else "unread" if said.name is None else "accused" if said.confidence >= 0.75 else "wrong"
                )
            tally[verdict] += 1
            if verdict != "exact":
                print(f"  {kind} {seed} {verdict}: {one.name} -> {said and (said.name, said.confidence, said.shape)}", flush=True)
        total += tally
        print(line(kind, tally), flush=True)
    print(line("all", total))


def line(kind: str, tally: Counter[str]) -> str:
    seals = sum(tally[verdict] for verdict in ("exact", "unread", "wrong", "accused", "missed"))
    parts = [f"{verdict} {tally[verdict]}" for verdict in ("exact", "unread", "wrong", "accused", "missed", "false")]
    return f"{kind:14} {100 * tally['exact'] / seals:5.1f} %  {', '.join(parts)}; {tally['seconds'] / seals:.0f} ms each"


if __name__ == "__main__":
    survey(
        int(sys.argv[1]) if len(sys.argv) > 1 else 10,
        int(sys.argv[2]) if len(sys.argv) > 2 else 5000,
        sys.argv[3].split(",") if len(sys.argv) > 3 else list(CATEGORIES),
    )
