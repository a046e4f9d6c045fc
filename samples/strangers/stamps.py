"""Stamps as ink on paper: an invented seal in, its face as SVG out (millimetres, the middle at 0, 0)."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from random import Random
from typing import Any

from samples.seals import Seal

REDS = ("#d3202c", "#c8102e", "#e03a3e", "#b5172f", "#dd2a5b", "#e8462f", "#c21d3c")
BLUES = ("#24439a", "#1f3f8f")
OTHER_REDS = ("#b81d2c", "#e2452f", "#d63a55", "#cf1f1f", "#a81c30")
FACES = ("Noto Serif CJK SC", "AR PL UMing CN", "Noto Sans CJK SC", "WenQuanYi Zen Hei", "AR PL SungtiL GB")
ENGLISH_WORDS = (
    "BEIJING",
    "HENGLI",
    "AUTO",
    "PARTS",
    "PRECISION",
    "MACHINERY",
    "TECHNOLOGY",
    "MEDICAL",
    "ELECTRONICS",
    "CO., LTD.",
)


@dataclass(frozen=True)
class Stamp:
    """One stamp. ``rim`` single, double, thick or fine; ``middle`` star, emblem or nothing; ``english`` an outer ring above the
    name; ``inner``: how many of the name's last characters stand on a second, inner ring; ``tall``, ``slim``: how the ring's
    characters are cut, ``reach``: how far round they go, ``star``: the star's size, each as a share of the ordinary;
    ``arched``: the line below the star follows the rim; ``inner_ring``: a fine ring inside the name; ``worn``: the share of ink
    that one side of the face has lost; ``tilt``: degrees to either side."""

    name: str
    centre_text: str | None
    code: str | None
    shape: str = "round"
    width: float = 40
    rim: str = "single"
    middle: str = "star"
    colour: str = REDS[0]
    face: str = FACES[0]
    weight: int = 600
    english: str | None = None
    inner: int = 0
    tall: float = 1
    slim: float = 1
    reach: float = 1
    star: float = 1
    arched: bool = False
    inner_ring: bool = False
    worn: float = 0
    tilt: float = 22

    def truth(self, page: int) -> dict[str, Any]:
        colour = "blue" if self.colour in BLUES else "red"
        code = self.code if self.shape == "round" else None
        return {
            "page": page,
            "shape": self.shape,
            "colour": colour,
            "name": self.name,
            "centre_text": self.centre_text,
            "code": code,
        }


def stamp_of(seal: Seal, rng: Random) -> Stamp:
    """A face for the seal: what it says is the seal's, how it looks is drawn from ``rng``."""
    colour = rng.choice(BLUES) if rng.random() < 0.04 else rng.choice(REDS)
    face, weight = rng.choice(FACES), rng.choice((500, 600, 700))
    if seal.shape == "square":
        return name_stamp(seal.name, rng, colour)
    middle = "emblem" if seal.emblem else "star" if seal.star else "nothing"
    if seal.centre_text and not seal.emblem and rng.random() < 0.35:
        middle = "nothing"
    long = len(seal.name) > 17
    english = " ".join(rng.sample(ENGLISH_WORDS[1:-1], 3)) if seal.name.endswith("公司") and rng.random() < 0.07 else None
    return Stamp(
        seal.name,
        seal.centre_text,
        seal.code,
        width=rng.choice((38, 40, 42, 42, 45)) if not english else 45,
        rim=rng.choices(("single", "thick", "double"), (6, 2, 2))[0],
        middle=middle,
        colour=colour,
        face=face,
        weight=weight,
        english=f"BEIJING {english} CO., LTD." if english else None,
        inner=len(seal.name) // 3 if long and not english and rng.random() < 0.3 else 0,
    )


def name_stamp(name: str, rng: Random, colour: str) -> Stamp:
    """A personal stamp: square with the name filled up to four characters, or a flat one with the name in a row."""
    short = name.replace("·", "")[:4]
    if rng.random() < 0.35:
        return Stamp(short, None, None, "rectangular", width=rng.choice((18, 22)), colour=colour, face=rng.choice(FACES))
    full = {2: short + "之印", 3: short + "印"}.get(len(short), short)
    return Stamp(full, None, None, "square", width=rng.choice((16, 18, 20)), colour=colour, face=rng.choice(FACES))


@dataclass(frozen=True)
class Maker:
    """How one workshop cuts and inks the words that are asked of it: what it chooses from, by the names of ``Stamp``;
    ``one_ring``: it sets a long name on one ring wherever a line stands in the middle."""

    reds: tuple[str, ...]
    rims: tuple[str | None, ...]
    tall: tuple[float, ...]
    slim: tuple[float, ...]
    reach: tuple[float, ...]
    star: tuple[float, ...]
    faces: tuple[str | None, ...] = (None,)
    weights: tuple[int | None, ...] = (None,)
    arched: tuple[bool, ...] = (False,)
    inner_ring: tuple[bool, ...] = (False,)
    worn: tuple[float, ...] = (0,)
    one_ring: bool = False
    tilt: float = 22


MAKERS = {
    "e": Maker(OTHER_REDS, (None, "fine"), (0.92, 1, 1.1, 1.18), (0.74, 0.86, 1), (0.86, 0.94, 1), (0.88, 1, 1.12, 1.22)),
    "f": Maker(
        reds=("#c4242f", "#e3314a", "#d8422b", "#ad2336", "#cc1e57"),
        rims=(None, "fine", "heavy", "double"),
        tall=(0.86, 0.95, 1.05, 1.14),
        slim=(0.8, 0.92, 1),
        reach=(0.8, 0.9, 1, 1),
        star=(0.75, 0.9, 1, 1.3),
        faces=(None, "AR PL KaitiM GB", "WenQuanYi Micro Hei", "AR PL UMing CN"),
        weights=(None, 400, 800),
        arched=(False, True),
        inner_ring=(False, False, True),
        worn=(0, 0, 0, 0.25, 0.4),
        one_ring=True,
        tilt=38,
    ),
}
"""The workshops of the groups that do not keep to the ordinary one."""


def cut_by(maker: Maker, stamp: Stamp, rng: Random) -> Stamp:
    """The same words cut by another hand; English words, an inner ring of characters or a line in the middle keep their room."""
    plain = not stamp.english and not stamp.inner
    return replace(
        stamp,
        colour=stamp.colour if stamp.colour in BLUES else rng.choice(maker.reds),
        rim=rng.choice(maker.rims) or stamp.rim if not stamp.english else stamp.rim,
        tall=rng.choice(maker.tall),
        slim=rng.choice(maker.slim),
        reach=rng.choice(maker.reach),
        star=rng.choice(maker.star) if not stamp.centre_text else 1,
        face=rng.choice(maker.faces) or stamp.face,
        weight=rng.choice(maker.weights) or stamp.weight,
        arched=rng.choice(maker.arched) and stamp.middle != "nothing",
        inner_ring=rng.choice(maker.inner_ring) and plain and not stamp.centre_text,
        worn=rng.choice(maker.worn),
        inner=0 if maker.one_ring and stamp.centre_text else stamp.inner,
        tilt=maker.tilt,
    )


def invoice_stamp(name: str, tax_number: str, rng: Random) -> Stamp:
    """发票专用章: 40 × 30 mm, oval, the tax number in the middle."""
    return Stamp(name, "发票专用章", tax_number, "oval", 40, colour=rng.choice(REDS), face=rng.choice(FACES))


def svg(stamp: Stamp, rng: Random) -> str:
    """One impression: tilted, inked unevenly by one of the sheet's ``ink`` filters, at times faint."""
    body = {"round": _round, "oval": _oval, "square": _square, "rectangular": _rectangular}[stamp.shape](stamp)
    tilt = rng.uniform(-stamp.tilt, stamp.tilt) if stamp.shape in ("round", "oval") else rng.uniform(-7, 7)
    opacity = rng.choice((0.95, 0.9, 0.85, 0.8, 0.7, 0.6))
    half = stamp.width / 2 + 2
    worn = _worn_on_one_side(stamp.worn, rng) if stamp.worn else ""
    return (
        f'<svg viewBox="{-half} {-half} {2 * half} {2 * half}" style="width:{2 * half}mm;height:{2 * half}mm;'
        f'filter:url(#ink{rng.randrange(6)});opacity:{opacity}{worn}" font-family="{stamp.face}" font-weight="{stamp.weight}" '
        f'fill="{stamp.colour}" stroke="none"><g transform="rotate({tilt:.1f})">{body}</g></svg>'
    )


def _worn_on_one_side(share: float, rng: Random) -> str:
    """CSS for a face that was pressed harder on one side."""
    return f";mask-image:linear-gradient({rng.randrange(360)}deg,#000 45%,rgba(0,0,0,{1 - share}) 85%)"


def _glyph(character: str, size: float, transform: str, squeeze: float = 1) -> str:
    return (
        f'<text text-anchor="middle" dominant-baseline="central" font-size="{size:.2f}" '
        f'transform="{transform} scale({squeeze:.3f},1)">{character}</text>'
    )


def _ring(text: str, radius: float, size: float, span: float, slim: float = 1) -> str:
    """Characters along the upper arc, narrowed where there are many of them or the seal's are ``slim``."""
    step = span / max(len(text) - 1, 1)
    room = math.radians(step) * (radius - size * 0.25)
    squeeze = min(slim, 0.94 * room / size)
    angles = [(place - (len(text) - 1) / 2) * step for place in range(len(text))]
    return "".join(
        _glyph(c, size, f"rotate({angle:.2f}) translate(0,{-radius:.2f})", squeeze) for c, angle in zip(text, angles, strict=True)
    )


def _span(count: int, stamp: Stamp) -> float:
    """How far round the name goes, in degrees: not where a code or a line below the star stands."""
    low_line = stamp.centre_text and stamp.middle != "nothing"
    return min(50 + 19 * count, 222 if low_line else 250 if stamp.code else 284) * stamp.reach


def _round(stamp: Stamp) -> str:
    radius = stamp.width / 2
    rim = {"single": 1.0, "thick": 1.5, "double": 0.9, "fine": 0.6, "heavy": 2.0}[stamp.rim]
    parts = [f'<circle r="{radius - rim / 2}" fill="none" stroke="{stamp.colour}" stroke-width="{rim}"/>']
    edge = radius - rim
    if stamp.rim == "double":
        edge -= 0.9
        parts.append(f'<circle r="{edge}" fill="none" stroke="{stamp.colour}" stroke-width="0.3"/>')
    if stamp.english:
        parts.append(_along_path(stamp.english, edge - 2.6))
        edge -= 3.1
    size = stamp.tall * radius * (0.27 if len(stamp.name) < 15 else 0.235 if len(stamp.name) < 24 else 0.2)
    outer, inner = stamp.name[: len(stamp.name) - stamp.inner], stamp.name[len(stamp.name) - stamp.inner :]
    parts.append(_ring(outer, edge - 0.7 - size / 2, size, _span(len(outer), stamp), stamp.slim))
    if inner:
        parts.append(_ring(inner, edge - 1.3 - size * 1.5, size * 0.92, min(40 + 22 * len(inner), 230)))
    if stamp.code:
        parts.append(_code(stamp.code, edge - 1.5))
    if stamp.inner_ring:
        parts.append(f'<circle r="{edge - 1.4 - size:.2f}" fill="none" stroke="{stamp.colour}" stroke-width="0.3"/>')
    parts.append(_middle(stamp, radius, small=bool(inner)))
    return "".join(parts)


def _middle(stamp: Stamp, radius: float, *, small: bool) -> str:
    room = radius * (0.85 if small else 0.95 if stamp.middle != "nothing" else 1.1)
    parts = []
    if stamp.middle == "star":
        parts.append(star(0, 0 if not stamp.centre_text else -radius * 0.06, radius * (0.24 if small else 0.33) * stamp.star))
    if stamp.middle == "emblem":
        parts.append(_emblem(radius * 0.38, stamp.colour))
    if stamp.centre_text and stamp.arched:
        parts.append(_below(stamp.centre_text, radius * 0.56, radius * 0.2))
    elif stamp.centre_text:
        size = min(radius * 0.24, room / len(stamp.centre_text) * 1.15)
        y = radius * 0.47 if stamp.middle != "nothing" else radius * 0.05
        squeeze = min(1.0, room / (size * len(stamp.centre_text)))
        parts.append(_glyph(stamp.centre_text, size, f"translate(0,{y:.2f})", squeeze))
    return "".join(parts)


def _below(text: str, radius: float, size: float) -> str:
    """Characters along the lower arc, left to right, heads to the middle."""
    step = min(math.degrees(size * 1.1 / radius), 130 / len(text))
    angles = [((len(text) - 1) / 2 - place) * step for place in range(len(text))]
    squeeze = min(1.0, math.radians(step) * radius / size * 0.95)
    return "".join(
        _glyph(c, size, f"rotate({angle:.2f}) translate(0,{radius:.2f})", squeeze) for c, angle in zip(text, angles, strict=True)
    )


def _along_path(text: str, radius: float) -> str:
    name = f"arc{len(text)}x{round(radius * 100)}"
    length = math.radians(286) * radius
    a = math.radians(143)
    x, y = radius * math.sin(a), -radius * math.cos(a)
    return (
        f'<path id="{name}" fill="none" d="M {-x:.2f} {y:.2f} A {radius} {radius} 0 1 1 {x:.2f} {y:.2f}"/>'
        f'<text font-family="DejaVu Sans" font-size="2.1" textLength="{length:.1f}" lengthAdjust="spacingAndGlyphs">'
        f'<textPath href="#{name}">{text}</textPath></text>'
    )


def _code(code: str, radius: float) -> str:
    """Digits along the lower arc, left to right, heads to the middle."""
    step = min(6.2, 80 / len(code))
    angles = [((len(code) - 1) / 2 - place) * step for place in range(len(code))]
    return "".join(
        f'<text font-family="DejaVu Sans" text-anchor="middle" font-size="1.9" '
        f'transform="rotate({angle:.2f}) translate(0,{radius + 0.6:.2f})">{digit}</text>'
        for digit, angle in zip(code, angles, strict=True)
    )


def star(x: float, y: float, radius: float) -> str:
    points = [
        (x + r * math.sin(math.pi * k / 5), y - r * math.cos(math.pi * k / 5)) for k, r in enumerate([radius, radius * 0.382] * 5)
    ]
    return f'<polygon points="{" ".join(f"{px:.2f},{py:.2f}" for px, py in points)}"/>'


def _emblem(radius: float, colour: str) -> str:
    """A stand-in for the national emblem: wreath, gate and five stars in line."""
    wreath = f'<circle r="{radius}" fill="none" stroke="{colour}" stroke-width="{radius * 0.16}" stroke-dasharray="0.9 0.35"/>'
    gate = f'<path d="M {-radius * 0.55} {radius * 0.45} h {radius * 1.1} v {-radius * 0.22} h {-radius * 1.1} z"/>'
    roof = f'<path d="M {-radius * 0.4} {radius * 0.2} L 0 {-radius * 0.02} L {radius * 0.4} {radius * 0.2} z"/>'
    small = "".join(
        star(x * radius, y * radius, radius * 0.11) for x, y in ((-0.5, -0.2), (-0.3, -0.42), (0.3, -0.42), (0.5, -0.2))
    )
    return wreath + gate + roof + small + star(0, -radius * 0.45, radius * 0.24)


def _oval(stamp: Stamp) -> str:
    a, b = stamp.width / 2, stamp.width * 0.375
    size = 3.9 if len(stamp.name) < 16 else 3.2
    ra, rb = a - 1.4 - size / 2, b - 1.4 - size / 2
    limit = math.radians(min(118, 40 + 7 * len(stamp.name)))
    parts = [f'<ellipse rx="{a - 0.5}" ry="{b - 0.5}" fill="none" stroke="{stamp.colour}" stroke-width="1"/>']
    step = 2 * limit / max(len(stamp.name) - 1, 1)
    squeeze = min(1.0, step * (ra + rb) / 2 / size * 0.92)
    for place, character in enumerate(stamp.name):
        t = -limit + place * step
        x, y = ra * math.sin(t), -rb * math.cos(t)
        turn = math.degrees(math.atan2(rb * math.sin(t), ra * math.cos(t)))
        parts.append(_glyph(character, size, f"translate({x:.2f},{y:.2f}) rotate({turn:.2f})", squeeze))
    if stamp.code:
        parts.append(_glyph(stamp.code, 3.1, "translate(0,0.6)", min(1.0, a * 1.45 / (len(stamp.code) * 1.9))))
    parts.append(_glyph(stamp.centre_text or "", 3.9, f"translate(0,{b * 0.52:.2f})"))
    return "".join(parts)


def _frame(width: float, height: float, colour: str, line: float) -> str:
    return (
        f'<rect x="{-width / 2}" y="{-height / 2}" width="{width}" height="{height}" rx="0.6" fill="none" '
        f'stroke="{colour}" stroke-width="{line}"/>'
    )


def _square(stamp: Stamp) -> str:
    """Read from the top of the right column, as name seals are."""
    size, quarter = stamp.width * 0.43, stamp.width * 0.225
    places = ((quarter, -quarter), (quarter, quarter), (-quarter, -quarter), (-quarter, quarter))
    glyphs = "".join(_glyph(c, size, f"translate({x},{y})") for c, (x, y) in zip(stamp.name, places, strict=False))
    return _frame(stamp.width, stamp.width, stamp.colour, 0.9) + glyphs


def _rectangular(stamp: Stamp) -> str:
    height = stamp.width * 0.42
    size = min(height * 0.72, stamp.width * 0.9 / len(stamp.name))
    step = stamp.width * 0.9 / len(stamp.name)
    middle = (len(stamp.name) - 1) / 2
    glyphs = "".join(_glyph(c, size, f"translate({(place - middle) * step:.2f},0)") for place, c in enumerate(stamp.name))
    return _frame(stamp.width, height, stamp.colour, 0.7) + glyphs
