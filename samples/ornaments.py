"""What papers carry beside text: emblem, border, QR code, barcode, portrait, photographs. A random source in, pictures out."""

from __future__ import annotations

import math
from random import Random

import numpy as np
import segno
from PIL import Image, ImageDraw, ImageFilter

from samples.seals import star_points
from samples.sheet import Colour, Sheet

GOLD: Colour = (222, 178, 70)
EMBLEM_RED: Colour = (222, 40, 36)


def emblem(pixels: int = 400) -> Image.Image:
    """The national emblem, roughly: gold wreath and stars on red, a gate below."""
    image = Image.new("RGBA", (pixels, round(pixels * 1.08)), (0, 0, 0, 0))
    draw = ImageDraw.Draw(image)
    middle, radius = pixels / 2, pixels * 0.48
    draw.ellipse([middle - radius, middle - radius, middle + radius, middle + radius], fill=(*GOLD, 255))
    inner = radius * 0.86
    draw.ellipse([middle - inner, middle - inner, middle + inner, middle + inner], fill=(*EMBLEM_RED, 255))
    draw.polygon(star_points(middle, middle - radius * 0.38, radius * 0.26), fill=(*GOLD, 255))
    for angle in (-66, -30, 30, 66):
        x = middle + radius * 0.58 * math.sin(math.radians(angle))
        y = middle - radius * 0.46 * math.cos(math.radians(angle)) + radius * 0.12
        draw.polygon(star_points(x, y, radius * 0.1), fill=(*GOLD, 255))
    gate = [middle - radius * 0.55, middle + radius * 0.28, middle + radius * 0.55, middle + radius * 0.46]
    draw.rectangle(gate, fill=(*GOLD, 255))
    draw.polygon([(gate[0] + 20, gate[1] - 4), (gate[2] - 20, gate[1] - 4), (middle, gate[1] - radius * 0.22)], fill=(*GOLD, 255))
    for notch in range(-2, 3):
        x = middle + notch * radius * 0.2
        draw.rectangle([x - radius * 0.04, gate[1] + 12, x + radius * 0.04, gate[3]], fill=(*EMBLEM_RED, 255))
    draw.rectangle([middle - radius * 0.5, middle + radius * 0.78, middle + radius * 0.5, pixels * 1.05], fill=(*EMBLEM_RED, 255))
    return image


def qr(content: str, pixels: int = 300) -> Image.Image:
    """A real QR code of the content."""
    matrix = np.array([list(row) for row in segno.make(content, error="m", micro=False).matrix], np.uint8)
    picture = Image.fromarray(((1 - np.pad(matrix, 2)) * 255).astype(np.uint8)).convert("RGB")
    return picture.resize((pixels, pixels), Image.Resampling.NEAREST)


def barcode(rng: Random, width: int = 400, height: int = 60) -> Image.Image:
    """Bars as of a Code 128 label."""
    image = Image.new("RGB", (width, height), (255, 255, 255))
    draw, x = ImageDraw.Draw(image), 4
    while x < width - 6:
        bar = rng.choice((2, 2, 4, 6))
        draw.rectangle([x, 0, x + bar - 1, height], fill=(20, 20, 20))
        x += bar + rng.choice((2, 2, 4, 6))
    return image


def portrait(rng: Random) -> Image.Image:
    """A one-inch photograph: a head and shoulders on a plain background."""
    back = rng.choice(((255, 255, 255), (238, 242, 248), (66, 134, 214), (204, 40, 44), (120, 170, 220)))
    image = Image.new("RGB", (250, 350), back)
    draw = ImageDraw.Draw(image)
    skin = rng.choice(((236, 200, 172), (224, 184, 152), (210, 170, 138)))
    coat = rng.choice(((40, 44, 60), (30, 60, 110), (90, 94, 100), (240, 240, 240), (110, 30, 34)))
    draw.polygon([(0, 350), (18, 292), (90, 262), (160, 262), (232, 292), (250, 350)], fill=coat)
    draw.polygon([(92, 262), (125, 310), (158, 262)], fill=(246, 246, 246))
    draw.rectangle([104, 215, 146, 276], fill=skin)
    draw.ellipse([68, 70, 182, 240], fill=skin)
    draw.chord([58, 48, 192, 190], 178, 362, fill=(28, 24, 24))
    for eye in (100, 150):
        draw.ellipse([eye - 9, 148, eye + 9, 158], fill=(40, 30, 28))
        draw.line([eye - 14, 136, eye + 14, 134], fill=(40, 30, 28), width=4)
    draw.line([125, 160, 120, 190, 129, 192], fill=(180, 140, 116), width=3)
    draw.arc([106, 190, 146, 218], 20, 160, fill=(160, 70, 66), width=4)
    return image.filter(ImageFilter.GaussianBlur(1.6))


def border(sheet: Sheet, inset: float, depth: float, colour: Colour, *, waves: int = 4) -> None:
    """A guilloche frame: sine waves shifted against each other, between two rules."""
    width, height = sheet.width - 2 * inset, sheet.height - 2 * inset
    for strand in range(waves):
        phase = math.pi * 2 * strand / waves
        sheet.path([(inset + t, inset + depth / 2 * (1 + math.sin(t * 0.9 + phase))) for t in _steps(width)], colour=colour)
        bottom = sheet.height - inset - depth
        sheet.path([(inset + t, bottom + depth / 2 * (1 + math.sin(t * 0.9 + phase))) for t in _steps(width)], colour=colour)
        sheet.path([(inset + depth / 2 * (1 + math.sin(t * 0.9 + phase)), inset + t) for t in _steps(height)], colour=colour)
        right = sheet.width - inset - depth
        sheet.path([(right + depth / 2 * (1 + math.sin(t * 0.9 + phase)), inset + t) for t in _steps(height)], colour=colour)
    sheet.rectangle(inset, inset, sheet.width - inset, sheet.height - inset, colour=colour, width=0.4)
    inner = inset + depth
    sheet.rectangle(inner, inner, sheet.width - inner, sheet.height - inner, colour=colour, width=0.3)


def _steps(length: float) -> list[float]:
    return [step * 0.7 for step in range(int(length / 0.7) + 1)]


def tick_box(sheet: Sheet, x: float, y: float, size: float, *, ticked: bool) -> float:
    """A box with or without its tick, drawn because few fonts have ☑; returns where text goes on."""
    sheet.rectangle(x, y, x + size, y + size, width=0.25)
    if ticked:
        sheet.path(
            [(x + size * 0.15, y + size * 0.5), (x + size * 0.42, y + size * 0.85), (x + size * 1.0, y - size * 0.05)], width=0.45
        )
    return x + size * 1.35


def workshop(rng: Random, width: int = 900, height: int = 600) -> Image.Image:
    """A photograph of a workshop: floor, wall, windows, machines, people now and then; no text in it."""
    wall, floor = rng.choice(
        (((214, 220, 222), (120, 128, 126)), ((226, 222, 210), (96, 122, 108)), ((200, 212, 224), (140, 140, 144)))
    )
    image = Image.new("RGB", (width, height), wall)
    draw = ImageDraw.Draw(image)
    horizon = height * rng.uniform(0.52, 0.64)
    draw.rectangle([0, horizon, width, height], fill=floor)
    for lane in range(-6, 14):
        draw.line(
            [width * 0.5 + lane * 30, horizon, width * 0.5 + lane * 160, height], fill=tuple(c - 10 for c in floor), width=2
        )
    _windows(draw, rng, width, horizon)
    for place in range(rng.randrange(3, 6)):
        _machine(draw, rng, width * (place + 0.2) / 5.2, horizon, width / 6.4)
    for _ in range(rng.randrange(0, 3)):
        _worker(draw, rng, rng.uniform(0.15, 0.85) * width, horizon + height * 0.12, height * 0.3)
    grain = np.random.default_rng(rng.getrandbits(32)).normal(0, 5, (height, width, 1))
    light = np.linspace(rng.uniform(0.8, 1.1), rng.uniform(0.8, 1.1), width)[None, :, None]
    lit = np.clip(np.asarray(image.filter(ImageFilter.GaussianBlur(1.4)), np.float32) * light + grain, 0, 255)
    return Image.fromarray(lit.astype(np.uint8))


def _windows(draw: ImageDraw.ImageDraw, rng: Random, width: int, horizon: float) -> None:
    count = rng.randrange(3, 7)
    for place in range(count):
        left = width * (place + 0.15) / count
        draw.rectangle(
            [left, horizon * 0.12, left + width * 0.7 / count, horizon * 0.5],
            fill=(232, 242, 250),
            outline=(150, 156, 160),
            width=4,
        )
        draw.line(
            [left + width * 0.35 / count, horizon * 0.12, left + width * 0.35 / count, horizon * 0.5],
            fill=(150, 156, 160),
            width=4,
        )


def _machine(draw: ImageDraw.ImageDraw, rng: Random, x: float, horizon: float, size: float) -> None:
    body = rng.choice(((58, 92, 140), (84, 128, 104), (182, 184, 186), (206, 148, 48), (70, 74, 82)))
    top, foot = horizon - size * rng.uniform(0.5, 1.0), horizon + size * rng.uniform(0.25, 0.8)
    draw.rectangle([x, top, x + size, foot], fill=body, outline=tuple(max(c - 40, 0) for c in body), width=3)
    draw.rectangle([x + size * 0.14, top + size * 0.15, x + size * 0.62, top + size * 0.55], fill=(40, 52, 60))
    draw.rectangle([x + size * 0.72, top + size * 0.18, x + size * 0.9, top + size * 0.5], fill=(220, 224, 226))
    for button in range(3):
        y = top + size * (0.22 + button * 0.1)
        draw.ellipse(
            [x + size * 0.77, y, x + size * 0.82, y + size * 0.05], fill=rng.choice(((40, 160, 70), (200, 150, 30), (60, 60, 66)))
        )


def _worker(draw: ImageDraw.ImageDraw, rng: Random, x: float, foot: float, height: float) -> None:
    coat = rng.choice(((40, 70, 130), (70, 74, 82), (214, 120, 30)))
    draw.rectangle([x - height * 0.12, foot - height * 0.72, x + height * 0.12, foot - height * 0.3], fill=coat)
    draw.rectangle([x - height * 0.1, foot - height * 0.3, x + height * 0.1, foot], fill=(40, 44, 56))
    draw.ellipse([x - height * 0.08, foot - height * 0.9, x + height * 0.08, foot - height * 0.72], fill=(224, 186, 156))
    draw.chord([x - height * 0.09, foot - height * 0.94, x + height * 0.09, foot - height * 0.74], 180, 360, fill=(236, 196, 40))
