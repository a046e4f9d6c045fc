"""Hard seals for measuring: a page of one to four with what they say, by seed. Long and short names, turned ring starts, English
below the name, ovals, name stamps, every ink, copies without colour, print and photographs beneath, seals over each other."""

from __future__ import annotations

import math
import random
from dataclasses import replace

import cv2
import numpy as np

from tests.models.seal_drawing import (
    ENDS,
    GIVEN,
    HEADS,
    RED,
    SURNAMES,
    TRADES,
    WORDS,
    Drawn,
    Picture,
    Spec,
    printed_page,
    stamp,
)

INKS = {
    "red": RED,
    "dark": (176, 22, 40),
    "magenta": (214, 30, 110),
    "orange": (230, 80, 60),
    "faint": (238, 150, 150),
    "blue": (40, 60, 190),
}
OFFICES = ("市场监督管理局", "人力资源和社会保障局", "科技创新局", "知识产权局", "行政审批局", "总工会", "职业技能鉴定中心")
PLACES = ("北京市大兴区", "天津市滨海新区", "河北省廊坊市", "北京经济技术开发区", "上海市浦东新区")
SPECIAL = ("合同专用章", "财务专用章", "人事专用章", "劳动合同专用章", "业务专用章")
LONGEST = 32  # characters of a ring that is still engraved


def name_of_length(rng: random.Random, length: int) -> str:
    """A company's or an office's name of about ``length`` characters."""
    if length <= 8 or rng.random() < 0.2:
        return rng.choice(PLACES) + rng.choice(OFFICES) if length > 8 else rng.choice(WORDS) + rng.choice(WORDS) + "公司"
    name = rng.choice(HEADS) + rng.choice(WORDS)
    while len(name) < length - 6:
        name += rng.choice(TRADES) if rng.random() < 0.8 else "（" + rng.choice(("集团", "北京", "中国")) + "）"
    return (name + rng.choice(ENDS))[:LONGEST] if len(name) < LONGEST - 6 else name[: LONGEST - 4] + "有限公司"


def hard_spec(rng: random.Random, ink: str) -> Spec:
    shape = rng.choice(["round"] * 8 + ["oval"] * 2 + ["square"] * 2)
    base = Spec(colour=INKS[ink], font=rng.randint(0, 20), fade=rng.choice([0, 0.2, 0.5]), shape=shape, tilt=rng.uniform(-40, 40))
    if shape == "square":
        name = rng.choice(SURNAMES) + "".join(rng.sample(GIVEN, 2)) + "印"
        return replace(base, name=name, diameter=rng.randint(140, 200), tilt=rng.uniform(-8, 8))
    length = rng.choice((6, 9, 11, 13, 13, 15, 17, 20, 24, 28, 32))
    name = name_of_length(rng, length if shape == "round" else min(length, 17))
    arc = min(300.0, 170 + 5.5 * len(name)) + rng.uniform(-10, 10)
    if shape == "oval":
        return replace(base, name=name, diameter=345, centre="发票专用章", arc=min(arc, 235), tilt=rng.uniform(-15, 15))
    special = rng.choice(SPECIAL) if rng.random() < 0.35 else None
    code = "".join(rng.choice("0123456789") for _ in range(13)) if rng.random() < 0.5 and arc < 285 else None
    return replace(base, name=name, arc=arc, centre=special, code=code, star=not special or rng.random() < 0.5, diameter=336)


def hard_page(seed: int) -> Drawn:
    """Seals on print, one in four pages over a photograph, one in eight without colour. Their centres are in pixels."""
    rng, noise = random.Random(seed), np.random.default_rng(seed)
    image = printed_page(rng) if rng.random() < 0.7 else np.full((2339, 1654, 3), 248, dtype=np.uint8)
    if rng.random() < 0.25:
        photograph(image, noise, rng)
    drawn = Drawn(image)
    ink = rng.choice(list(INKS))
    overlap = rng.choice((1.0, 1.0, 0.85))
    for _ in range(rng.choice((1, 1, 2, 2, 4))):
        for _ in range(60):
            spec, x, y = hard_spec(rng, ink), rng.uniform(200, 1450), rng.uniform(250, 2090)
            if all(math.hypot(x - u, y - v) > overlap * 0.5 * (spec.diameter + s.diameter) for s, u, v in drawn.seals):
                stamp(image, spec, x, y, noise)
                drawn.seals.append((spec, x, y))
                break
    blurred = cv2.GaussianBlur(image, (0, 0), rng.uniform(0.3, 1.3)).astype(np.float32)
    scanned = np.clip(blurred + noise.normal(0, rng.uniform(1, 7), image.shape), 0, 255).astype(np.uint8)
    if rng.random() < 0.125:
        scanned = cv2.cvtColor(cv2.cvtColor(scanned, cv2.COLOR_BGR2GRAY), cv2.COLOR_GRAY2BGR)
    packed = cv2.imencode(".jpg", scanned, [cv2.IMWRITE_JPEG_QUALITY, rng.randint(55, 92)])[1]
    drawn.image = cv2.imdecode(packed, cv2.IMREAD_COLOR)
    return drawn


def photograph(image: Picture, noise: np.random.Generator, rng: random.Random) -> None:
    """Soft blotches of muted colour over part of the page."""
    height, width = 900, 1200
    small = noise.integers(70, 230, (9, 12, 3)).astype(np.uint8)
    picture = cv2.resize(small, (width, height), interpolation=cv2.INTER_CUBIC)
    grey = cv2.cvtColor(cv2.cvtColor(picture, cv2.COLOR_BGR2GRAY), cv2.COLOR_GRAY2BGR)
    x, y = rng.randint(50, 400), rng.randint(100, 1300)
    image[y : y + height, x : x + width] = cv2.addWeighted(picture, 0.25, grey, 0.75, 0)
