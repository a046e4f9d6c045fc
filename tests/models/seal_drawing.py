"""Draws seals for tests, and scores the reading of them: ``python -m tests.models.seal_drawing [count]``."""

from __future__ import annotations

import math
import random
import subprocess
import sys
import time
from dataclasses import dataclass, field, replace
from functools import lru_cache

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont

Picture = NDArray[np.uint8]
RED = (214, 32, 38)
SUPER = 2  # drawn this much larger, then reduced, for soft edges

HEADS = ["北京", "北京亦庄", "北京经开", "天津滨海", "河北", "上海浦东"]
WORDS = [
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
]
ENDS = ["有限公司", "有限责任公司", "股份有限公司"]
PURPOSES = ["合同专用章", "财务专用章", "人事专用章", "业务专用章", "劳动合同专用章", None, None, None, None]
SURNAMES, GIVEN = "李王张刘陈杨赵黄周吴", "国庆伟芳明建华志强秀英海涛文斌晓东"


@dataclass
class Spec:
    """What to draw. ``diameter`` in pixels; ``tilt`` degrees clockwise; ``fade`` 0 … 1 share of ink lost; ``second``: a ring of
    Chinese within the name's; ``english``: Latin letters on the outer ring, the name, if there is one, within it; ``height`` of
    the name's characters as a share of the diameter: long names are as high as others, but narrow; ``double``: a thin line within
    the rim; ``rows``: the two characters of a name stamp one below the other."""

    name: str = "北京宏图机械制造有限公司"
    centre: str | None = None
    code: str | None = None
    shape: str = "round"
    diameter: int = 330
    tilt: float = 0.0
    colour: tuple[int, int, int] = RED
    star: bool = True
    fade: float = 0.0
    arc: float = 250.0
    font: int = 0
    emblem: bool = False
    second: str | None = None
    english: str | None = None
    height: float | None = None
    double: bool = False
    rows: bool = False


@dataclass
class Drawn:
    """A page with the seals on it: centre x, y in pixels beside each spec."""

    image: Picture
    seals: list[tuple[Spec, float, float]] = field(default_factory=list)


OF_CI = ("NotoSansCJK", "NotoSerifCJK", "ukai", "uming", "wqy-zenhei")
"""How the files of the fonts that ``.ci/run`` installs begin."""


@lru_cache
def fonts() -> list[str]:
    """Files of the installed Chinese fonts: those of CI's packages where they are, so that others change no drawing."""
    try:
        listed = subprocess.run(["fc-list", ":lang=zh-cn", "file"], capture_output=True, text=True, check=False).stdout
    except FileNotFoundError:
        return []
    files = sorted({line.split(":")[0].strip() for line in listed.splitlines() if line.strip()})
    return [file for file in files if file.rpartition("/")[2].startswith(OF_CI)] or files


@lru_cache(maxsize=256)
def font(size: int, which: int = 0) -> ImageFont.FreeTypeFont:
    names = fonts()
    return ImageFont.truetype(names[which % len(names)], size)


def glyph(text: str, size: int, width: float, which: int) -> Image.Image:
    """One character as a mask ``size`` high, narrowed to ``width`` of its breadth."""
    canvas = Image.new("L", (2 * size, 2 * size), 0)
    ImageDraw.Draw(canvas).text((size, size), text, font=font(size, which), fill=255, anchor="mm")
    box = (size // 2, size // 2, size // 2 + size, size // 2 + size)
    return canvas.crop(box).resize((max(1, int(size * width)), size), Image.Resampling.LANCZOS)


def place(mask: Image.Image, piece: Image.Image, x: float, y: float, turn: float) -> None:
    """Adds ``piece``, turned clockwise by ``turn`` degrees, with its middle at x, y."""
    turned = piece.rotate(-turn, expand=True, resample=Image.Resampling.BICUBIC)
    corner = (round(x - turned.width / 2), round(y - turned.height / 2))
    mask.paste(255, corner, turned)


def seal_mask(spec: Spec) -> Picture:
    """The seal's ink, 0 … 255, on a square a little larger than the seal."""
    d = spec.diameter * SUPER
    side = round(d * 1.12)
    mask = Image.new("L", (side, side), 0)
    if spec.shape == "square":
        draw_square(mask, spec, d)
    else:
        draw_round(mask, spec, d)
    turned = mask.rotate(-spec.tilt, resample=Image.Resampling.BICUBIC)
    return np.asarray(turned.resize((side // SUPER, side // SUPER), Image.Resampling.LANCZOS))


def draw_square(mask: Image.Image, spec: Spec, d: int) -> None:
    draw, c, h = ImageDraw.Draw(mask), mask.width / 2, d / 2
    draw.rectangle((c - h, c - h, c + h, c + h), outline=255, width=max(2, d // 16))
    for letter, (x, y, width, height) in zip(spec.name, cells_of(spec), strict=False):
        piece = glyph(letter, round(d * 0.4 * height), width / height, spec.font)
        place(mask, piece, c + (x - 0.5) * d * 0.42, c + (y - 0.5) * d * 0.42, 0)


def cells_of(spec: Spec) -> list[tuple[float, float, float, float]]:
    """Where the characters of a name stamp stand, 0 … 1 from left and top, and how wide and high they are: two columns, the right
    one first; a surname as high as the two characters beside it; two characters beside each other, or one below the other."""
    if len(spec.name) > 3:
        return [(x, y, 1, 1) for x in (1, 0) for y in (0, 1)]
    if len(spec.name) == 3:
        return [(1, 0.5, 1, 1.8), (0, 0, 1, 1), (0, 1, 1, 1)]
    return [(0.5, 0, 1, 1), (0.5, 1, 1, 1)] if spec.rows else [(1, 0.5, 1, 1.8), (0, 0.5, 1, 1.8)]


def draw_round(mask: Image.Image, spec: Spec, d: int) -> None:
    draw, c, a = ImageDraw.Draw(mask), mask.width / 2, d / 2
    b = a * 0.75 if spec.shape == "oval" else a
    draw.ellipse((c - a, c - b, c + a, c + b), outline=255, width=max(2, round(d / 40)))
    mid = edge = a * 0.92 if spec.double else a
    if spec.double:
        draw.ellipse((c - edge, c - b + a - edge, c + edge, c + b - a + edge), outline=255, width=max(2, round(d / 130)))
    if spec.english:
        size = round(0.105 * d)
        ring_of_latin(mask, spec.english, c, mid * 0.94 - size / 2, size, spec.font)
        edge = mid = mid - size
    count = max(1, len(spec.name))
    size = round(min(0.165, 2.35 / count * 0.75) * d) if spec.shape == "round" else round(0.13 * d)
    size = round(spec.height * d) if spec.height else size
    size = round(0.8 * size) if spec.second or spec.english else size
    mid = mid * 0.93 - size / 2
    if spec.name:
        ring(mask, spec.name, c, mid, b - a + mid, size, spec.arc, spec.font)
    if spec.second:
        ring(mask, spec.second, c, mid - 1.15 * size, b - a + mid - 1.15 * size, round(0.85 * size), 0.8 * spec.arc, spec.font)
    if spec.code:
        ring_below(mask, spec.code, c, edge - a * 0.12, b - a + edge - a * 0.12, round(d * 0.055), spec.font)
    crowded = bool(spec.second) or (bool(spec.english) and bool(spec.name))
    if spec.emblem:
        draw_emblem(draw, c, a * 0.36)
    elif spec.star and spec.shape == "round":
        draw_star(draw, c, c, a * (0.2 if crowded else 0.32))
    if spec.centre:
        size = round(min(0.115, 0.62 / len(spec.centre)) * d)
        y = c + (b * 0.52 if spec.star or spec.shape == "oval" else 0)
        for i, letter in enumerate(spec.centre):
            place(mask, glyph(letter, size, 0.9, spec.font), c + (i - (len(spec.centre) - 1) / 2) * size * 1.0, y, 0)


def draw_star(draw: ImageDraw.ImageDraw, x: float, y: float, reach: float) -> None:
    points = [
        (x + r * math.sin(math.pi * k / 5), y - r * math.cos(math.pi * k / 5))
        for k in range(10)
        for r in [reach if k % 2 == 0 else 0.39 * reach]
    ]
    draw.polygon(points, fill=255)


def draw_emblem(draw: ImageDraw.ImageDraw, c: float, reach: float) -> None:
    """A wreath with five stars and a gate, as the seals of offices have."""
    draw.ellipse((c - reach, c - reach, c + reach, c + reach), outline=255, width=max(2, round(0.13 * reach)))
    draw_star(draw, c, c - 0.38 * reach, 0.26 * reach)
    for angle in (-60, -28, 28, 60):
        x, y = c + 0.6 * reach * math.sin(math.radians(angle)), c - 0.6 * reach * math.cos(math.radians(angle))
        draw_star(draw, x, y + 0.2 * reach, 0.1 * reach)
    draw.rectangle((c - 0.5 * reach, c + 0.3 * reach, c + 0.5 * reach, c + 0.45 * reach), fill=255)


def ring_of_latin(mask: Image.Image, text: str, c: float, mid: float, size: int, which: int) -> None:  # noqa: PLR0917
    """Latin letters as far apart as they are wide, over at most 320 degrees."""
    face = font(size, which)
    widths = [face.getlength(letter) * 1.06 for letter in text]
    scale = min(1.0, math.radians(320) * mid / sum(widths))
    way = -sum(widths) * scale / 2
    for letter, width in zip(text, widths, strict=True):
        t = (way + width * scale / 2) / mid
        piece = glyph(letter, size, scale, which)
        place(mask, piece, c + mid * math.sin(t), c - mid * math.cos(t), math.degrees(t))
        way += width * scale


def ring(  # noqa: PLR0917
    mask: Image.Image, text: str, c: float, a: float, b: float, size: int, arc: float, which: int
) -> None:
    step = min(arc / len(text), 30.0)
    narrow = min(1.0, math.radians(step) * min(a, b) * 0.95 / size)
    for i, letter in enumerate(text):
        t = math.radians((i - (len(text) - 1) / 2) * step)
        normal = math.degrees(math.atan2(math.sin(t) * b, math.cos(t) * a))
        place(mask, glyph(letter, size, narrow, which), c + a * math.sin(t), c - b * math.cos(t), normal)


def ring_below(  # noqa: PLR0917
    mask: Image.Image, text: str, c: float, a: float, b: float, size: int, which: int
) -> None:
    step = math.degrees(size * 0.62 / a)
    for i, letter in enumerate(text):
        t = math.radians((i - (len(text) - 1) / 2) * step)
        place(mask, glyph(letter, size, 0.9, which), c + a * math.sin(t), c + b * math.cos(t), -math.degrees(t))


def stamp(image: Picture, spec: Spec, x: float, y: float, rng: np.random.Generator) -> None:
    """Multiplies the seal's ink into ``image`` (BGR) with its centre at x, y."""
    mask = seal_mask(spec).astype(np.float32) / 255
    if spec.fade:
        wear = cv2.resize(rng.random((mask.shape[0] // 3, mask.shape[1] // 3)).astype(np.float32), mask.shape[::-1])
        mask *= np.clip((wear - spec.fade * 0.5) * 4, 0.25, 1) * (1 - 0.5 * spec.fade)
    x0, y0 = round(x - mask.shape[1] / 2), round(y - mask.shape[0] / 2)
    left, top = max(0, -x0), max(0, -y0)
    part = image[max(0, y0) : y0 + mask.shape[0], max(0, x0) : x0 + mask.shape[1]]
    mask = mask[top : top + part.shape[0], left : left + part.shape[1]]
    tint = np.array(spec.colour[::-1], dtype=np.float32) / 255
    part[:] = (part * (1 - mask[:, :, None] * (1 - tint))).astype(np.uint8)


def printed_page(rng: random.Random, width: int = 1654, height: int = 2339) -> Picture:
    """White paper with lines of black print."""
    page = Image.new("RGB", (width, height), (252, 252, 250))
    draw, size = ImageDraw.Draw(page), 36
    for y in range(200, height - 200, 72):
        count = rng.randint(8, 34)
        text = "".join(rng.choice("".join(TRADES + ENDS + WORDS)) for _ in range(count))
        draw.text((200, y), text, font=font(size, rng.randint(0, 9)), fill=(20, 20, 20))
    return np.ascontiguousarray(np.asarray(page)[:, :, ::-1])


def random_spec(rng: random.Random) -> Spec:
    kind = rng.choice(["round"] * 7 + ["oval", "square"])
    colour = rng.choice([RED, (225, 40, 60), (200, 20, 30), (214, 30, 110), (235, 120, 120), (230, 80, 60)])
    base = Spec(tilt=rng.uniform(-25, 25), colour=colour, font=rng.randint(0, 20), fade=rng.choice([0, 0, 0.3, 0.6]))
    if kind == "square":
        name = rng.choice(SURNAMES) + rng.choice(GIVEN) + rng.choice(GIVEN) + "印"
        return replace(base, name=name, shape=kind, diameter=rng.randint(130, 200), tilt=rng.uniform(-8, 8))
    name = rng.choice(HEADS) + rng.choice(WORDS) + rng.choice(TRADES) + rng.choice(ENDS)
    if kind == "oval":
        return replace(base, name=name, shape=kind, diameter=330, centre="发票专用章", arc=200, tilt=rng.uniform(-15, 15))
    code = "1101" + "".join(rng.choice("0123456789") for _ in range(9)) if rng.random() < 0.6 else None
    round_one = replace(base, name=name, code=code, centre=rng.choice(PURPOSES), star=rng.random() < 0.85)
    return replace(round_one, diameter=rng.randint(270, 350), arc=rng.uniform(225, 265))


def random_page(seed: int) -> Drawn:
    """Print with one to four seals, apart or touching, then scan noise."""
    rng, noise = random.Random(seed), np.random.default_rng(seed)
    image = printed_page(rng)
    drawn = Drawn(image)
    for _ in range(rng.choice([1, 1, 2, 3, 4])):
        for _ in range(50):
            spec = random_spec(rng)
            x, y = rng.uniform(200, 1450), rng.uniform(250, 2090)
            if all(math.hypot(x - u, y - v) > (spec.diameter + s.diameter) * 0.46 for s, u, v in drawn.seals):
                stamp(image, spec, x, y, noise)
                drawn.seals.append((spec, x, y))
                break
    blurred = cv2.GaussianBlur(image, (0, 0), rng.uniform(0.3, 1.2))
    grained = np.clip(blurred.astype(np.int16) + noise.normal(0, rng.uniform(1, 6), image.shape), 0, 255).astype(np.uint8)
    drawn.image = cv2.imdecode(
        cv2.imencode(".jpg", grained, [cv2.IMWRITE_JPEG_QUALITY, rng.randint(60, 92)])[1], cv2.IMREAD_COLOR
    )
    return drawn


def score(count: int, first: int = 1000) -> None:
    from models.ocr.engine import load_engine
    from models.ocr.settings import OcrSettings
    from models.seals import find_seals

    engine = load_engine(OcrSettings())
    tally = {
        "seals": 0,
        "found": 0,
        "false": 0,
        "name": 0,
        "wrong name": 0,
        "centres": 0,
        "centre": 0,
        "codes": 0,
        "code": 0,
        "wrong code": 0,
    }
    spent = 0.0
    for seed in range(first, first + count):
        drawn = random_page(seed)
        began = time.perf_counter()
        found = find_seals(drawn.image, engine)
        spent += time.perf_counter() - began
        height, width = drawn.image.shape[:2]
        left = list(found)
        for spec, x, y in drawn.seals:
            tally["seals"] += 1
            near = [
                s for s in left if math.hypot(s.box.centre[0] * width - x, s.box.centre[1] * height - y) < spec.diameter * 0.1
            ]
            if not near:
                print(seed, "missed", spec)
                continue
            seal = near[0]
            left.remove(seal)
            tally["found"] += 1
            tally["name"] += seal.name == spec.name
            tally["wrong name"] += seal.name not in (None, spec.name)
            tally["centres"] += spec.centre is not None
            tally["centre"] += spec.centre is not None and seal.centre_text == spec.centre
            tally["codes"] += spec.code is not None
            tally["code"] += spec.code is not None and seal.code == spec.code
            tally["wrong code"] += seal.code not in (None, spec.code)
            if (seal.name, seal.centre_text, seal.code, seal.shape) != (spec.name, spec.centre, spec.code, spec.shape):
                print(seed, spec, "\n      ->", seal.shape, seal.name, seal.centre_text, seal.code, seal.confidence)
        tally["false"] += len(left)
        for seal in left:
            print(seed, "false", seal)
    print(tally, f"{1000 * spent / max(1, tally['seals']):.0f} ms per seal, {1000 * spent / count:.0f} ms per page")


if __name__ == "__main__":
    score(int(sys.argv[1]) if len(sys.argv) > 1 else 10, int(sys.argv[2]) if len(sys.argv) > 2 else 1000)
