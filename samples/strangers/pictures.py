"""What is on papers beside text, as SVG: portraits, workshops, emblems, backgrounds, codes, handwriting."""

from __future__ import annotations

import math
from random import Random

import segno
from markupsafe import Markup, escape

from samples.strangers.stamps import star

HANDS = ("AR PL KaitiM GB", "AR PL UKai CN")
INKS = ("#15171c", "#1b2a6b", "#20222a", "#26356f")


def qr(text: str, size: float) -> Markup:
    """A QR code ``size`` mm wide."""
    code = segno.make(text, error="m", micro=False)
    return Markup(
        code.svg_inline(scale=1, border=0, omitsize=True).replace("<svg", f'<svg style="width:{size}mm;height:{size}mm"', 1)
    )


def barcode(rng: Random, width: float, height: float) -> Markup:
    """Stripes like a linear code; nobody can read them."""
    bars, x = [], 0.0
    while x < width:
        bar = rng.choice((0.25, 0.25, 0.5, 0.75))
        bars.append(f'<rect x="{x:.2f}" width="{bar}" height="{height}"/>')
        x += bar + rng.choice((0.25, 0.5, 0.75))
    return Markup(f'<svg viewBox="0 0 {width} {height}" style="width:{width}mm;height:{height}mm">{"".join(bars)}</svg>')


def portrait(rng: Random, width: float = 25, height: float = 35) -> Markup:
    """An identity photograph of nobody."""
    ground = rng.choice(("#ffffff", "#f2f4f6", "#6fa3d8", "#3f78c0", "#c8242c"))
    skin, hair = rng.choice(("#e8bf9e", "#d9a982", "#f0cdb0")), rng.choice(("#17140f", "#2a211b", "#4a4a4c"))
    coat = rng.choice(("#1d2736", "#34495e", "#55606b", "#24364f", "#ececec"))
    long = rng.random() < 0.25
    mane = f'<path d="M7 14 Q12.5 3 18 14 L19 25 L6 25 Z" fill="{hair}"/>' if long else ""
    return Markup(
        f'<svg viewBox="0 0 25 35" preserveAspectRatio="none" style="width:{width}mm;height:{height}mm;background:{ground}">'
        f'<rect width="25" height="35" fill="{ground}" />{mane}'
        f'<path d="M1 35 Q2 26 9 25 L16 25 Q23 26 24 35 Z" fill="{coat}"/><path d="M10 25 L12.5 30 L15 25 Z" fill="#fff"/>'
        f'<rect x="10.4" y="20" width="4.2" height="6" fill="{skin}"/><ellipse cx="12.5" cy="15" rx="5" ry="6.5" fill="{skin}"/>'
        f'<path d="M7.2 14 Q7 6.5 12.5 6.5 Q18 6.5 17.8 14 Q16 10 12.5 10 Q9 10 7.2 14 Z" fill="{hair}"/>'
        f'<circle cx="10.6" cy="15" r=".55" fill="#222"/><circle cx="14.4" cy="15" r=".55" fill="#222"/>'
        f'<path d="M11 18.6 Q12.5 19.5 14 18.6" fill="none" stroke="#a8605a" stroke-width=".4"/></svg>'
    )


def emblem(size: float, colour: str | None = None) -> Markup:
    """A stand-in for the national emblem: red disc, gold wreath, gate and stars; in one ``colour`` where it is stamped."""
    red, gold = (colour or "#c4161c", colour or "#e0aa1e")
    inside = "none" if colour else red
    stars = "".join(star(x, y, 1.3) for x, y in ((-5, -3), (-3, -6), (3, -6), (5, -3)))
    return Markup(
        f'<svg viewBox="-16 -16 32 32" style="width:{size}mm;height:{size}mm" fill="{gold}">'
        f'<circle r="12" fill="{inside}" stroke="{gold}" stroke-width="1"/>'
        f'<circle r="14" fill="none" stroke="{gold}" stroke-width="2.4" stroke-dasharray="1.6 .5"/>'
        f'{star(0, -6.5, 2.8)}{stars}<path d="M-8 6 h16 v-3 h-16z M-6 3 L0 0 L6 3z"/>'
        f'<path d="M-6 15 Q0 10 6 15" fill="none" stroke="{red}" stroke-width="2"/></svg>'
    )


def guilloche(rng: Random, width: float, height: float, colour: str, opacity: float = 0.3) -> Markup:
    """Fine waves over the whole sheet, as security paper has."""
    lines = []
    count, waves, swing = round(height / rng.uniform(2.5, 7)), rng.uniform(3, 8), rng.uniform(3, 9)
    for k in range(count):
        base, phase = height * (k + 0.5) / count, k * rng.choice((0.25, 0.4, 0.7))
        points = " ".join(
            f"{width * t / 60:.1f},{base + swing * math.sin(waves * 2 * math.pi * t / 60 + phase):.1f}" for t in range(61)
        )
        lines.append(f'<polyline points="{points}"/>')
    return Markup(
        f'<svg class="under" viewBox="0 0 {width} {height}" style="width:{width}mm;height:{height}mm" fill="none" '
        f'stroke="{colour}" stroke-width=".25" opacity="{opacity}">{"".join(lines)}</svg>'
    )


def watermark(text: str, width: float, height: float, colour: str = "#888", opacity: float = 0.13) -> Markup:
    """A word across the sheet, again and again."""
    marks = "".join(
        f'<text x="{x}" y="{y}" transform="rotate(-30 {x} {y})">{escape(text)}</text>'
        for x in range(5, int(width), 70)
        for y in range(30, int(height) + 30, 55)
    )
    return Markup(
        f'<svg class="under soft" viewBox="0 0 {width} {height}" style="width:{width}mm;height:{height}mm" '
        f'fill="{colour}" opacity="{opacity}" font-size="9">{marks}</svg>'
    )


def handwriting(name: str, rng: Random) -> Markup:
    """A name signed: a brush face bent out of shape, or loops that only its owner can read."""
    ink = rng.choice(INKS)
    body = _bent(name, rng) if rng.random() < 0.55 else _loops(len(name), rng, ink)
    width = 7.5 * min(len(name), 6) + 4
    return Markup(
        f'<svg class="hand" viewBox="0 -8 {width} 14" style="width:{width}mm;height:14mm;filter:url(#pen)" fill="{ink}" '
        f'font-family="{rng.choice(HANDS)}"><g transform="rotate({rng.uniform(-6, 3):.1f})">{body}</g></svg>'
    )


def _bent(name: str, rng: Random) -> str:
    glyphs = []
    for place, character in enumerate(name[:6]):
        turn, lean, size = rng.uniform(-9, 9), rng.uniform(-22, -4), rng.uniform(7.5, 9.5)
        x, y = 1 + place * rng.uniform(6.2, 7), rng.uniform(1, 3)
        glyphs.append(
            f'<text font-size="{size:.1f}" transform="translate({x:.1f},{y:.1f}) rotate({turn:.0f}) skewX({lean:.0f})">'
            f"{character}</text>"
        )
    return "".join(glyphs)


def _loops(count: int, rng: Random, ink: str) -> str:
    path, x = f"M 1 {rng.uniform(-3, 1):.1f}", 1.0
    for _ in range(min(count, 5) * 3):
        points = [(x + rng.uniform(-3, 5), rng.uniform(-7, 5)) for _ in range(2)]
        x += rng.uniform(1.2, 2.8)
        ends = (*points, (x, rng.uniform(-4, 3)))
        path += " C " + " ".join(f"{px:.1f} {py:.1f}" for px, py in ends)
    return f'<path d="{path}" fill="none" stroke="{ink}" stroke-width="{rng.uniform(0.4, 0.8):.2f}" stroke-linecap="round"/>'


def workshop(rng: Random, width: float, height: float, plate: str) -> Markup:
    """A photograph of a room with machines and a plate on its wall (``plate`` may be empty)."""
    wall, floor = rng.choice((("#dfe3e4", "#8c9a94"), ("#e9e4d8", "#9b8f7e"), ("#cfd9e3", "#6f7f8d"))), rng.uniform(0.55, 0.7)
    horizon = 100 * floor
    tall = 100
    parts = [
        f'<rect width="150" height="{tall}" fill="{wall[0]}"/>',
        f'<polygon points="0,{tall} 150,{tall} 150,{horizon + 8} 110,{horizon} 40,{horizon} 0,{horizon + 8}" fill="{wall[1]}"/>',
        *(f'<polygon points="{x},2 {x + 18},2 {x + 15},7 {x + 3},7" fill="#fff" opacity=".9"/>' for x in (20, 66, 112)),
    ]
    if rng.random() < 0.6:
        left = rng.choice((6, 112))
        parts.append(f'<rect x="{left}" y="18" width="30" height="24" fill="#b9d7ee" stroke="#fff" stroke-width="1.5"/>')
        parts.append(f'<path d="M{left + 15} 18 v24" stroke="#fff"/>')
    for x in rng.sample((4, 34, 64, 92, 118), rng.choice((3, 4))):
        parts.append(_machine(rng, x, horizon))
    if plate:
        parts.append(_plate(rng, plate))
    parts.append(f'<rect width="150" height="100" fill="{rng.choice(("#ffb", "#9bf", "#000"))}" opacity=".08"/>')
    return Markup(
        f'<svg viewBox="0 0 150 100" preserveAspectRatio="none" style="width:{width}mm;height:{height}mm;filter:url(#lens)">'
        f"{''.join(parts)}</svg>"
    )


def _machine(rng: Random, x: float, horizon: float) -> str:
    wide, high = rng.uniform(18, 28), rng.uniform(18, 30)
    top, colour = (
        horizon - high + rng.uniform(6, 18),
        rng.choice(("#4f6f8f", "#3e7a6a", "#c9ccd0", "#d7a13b", "#7b838c", "#b8473c")),
    )
    lamp = rng.choice(("#e33", "#2c5", "#fb2"))
    return (
        f'<g transform="translate({x},{top:.1f})"><rect width="{wide:.1f}" height="{high:.1f}" rx="1" fill="{colour}"/>'
        f'<rect x="2" y="3" width="{wide * 0.55:.1f}" height="{high * 0.4:.1f}" fill="#27323b"/>'
        f'<rect x="{wide * 0.68:.1f}" y="4" width="{wide * 0.22:.1f}" height="{high * 0.25:.1f}" fill="#9fc3d8"/>'
        f'<circle cx="{wide * 0.8:.1f}" cy="{high * 0.55:.1f}" r="1" fill="{lamp}"/>'
        f'<polygon points="0,{high:.1f} {wide:.1f},{high:.1f} {wide + 5:.1f},{high + 3:.1f} 5,{high + 3:.1f}" opacity=".25"/></g>'
    )


def _plate(rng: Random, text: str) -> str:
    ground, letter = rng.choice((("#c9a24a", "#a0131b"), ("#b0171f", "#f6d77a"), ("#e6e8ea", "#1d2a44")))
    size = min(8.0, 92 / len(text))
    return (
        f'<rect x="27" y="12" width="96" height="15" rx="1" fill="{ground}" stroke="#6b5520" stroke-width=".5"/>'
        f'<text x="75" y="20" text-anchor="middle" dominant-baseline="central" font-family="Noto Sans CJK SC" font-weight="700" '
        f'font-size="{size:.1f}" fill="{letter}">{escape(text)}</text>'
    )
