"""What scanners and phones do to a page: a clean picture in, the picture as uploaded out. Pillow and numpy only."""

from __future__ import annotations

import math
from random import Random
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageFilter

Pixels = NDArray[np.float32]


def scan(page: Image.Image, rng: Random, *, grey: bool = False) -> Image.Image:
    """A flatbed or feeder: slight skew, specks, mild blur, tinted or grey-white paper."""
    page = page.rotate(rng.gauss(0, 0.55), Image.Resampling.BICUBIC, fillcolor=(250, 250, 248))
    page = page.filter(ImageFilter.GaussianBlur(rng.uniform(0.25, 0.75) * page.width / 1654))
    pixels = _tinted(np.asarray(page, np.float32), rng)
    pixels += random_source(rng).normal(0, rng.uniform(0.8, 3.0), pixels.shape[:2]).astype(np.float32)[..., None]
    page = picture_of(_specked(pixels, rng, rng.randrange(0, 40)))
    page = page.convert("L").convert("RGB") if grey else page
    return page.rotate(rng.choice((90, 180, 270)), expand=True) if rng.random() < 0.05 else page


def phone(page: Image.Image, rng: Random, *, grey: bool = False) -> Image.Image:
    """A photograph by phone: the sheet in perspective on a desk, uneven light, a shadow, a soft lens."""
    return _photograph(page, rng, tilt=0.035, shade=0.22, blur=(0.3, 0.9), grain=(2, 5), grey=grey)


def poor(page: Image.Image, rng: Random, *, grey: bool = False) -> Image.Image:
    """A bad photograph: more of everything, still legible to a person."""
    return _photograph(page, rng, tilt=0.06, shade=0.4, blur=(0.8, 1.5), grain=(4, 9), grey=grey)


def _photograph(
    page: Image.Image,
    rng: Random,
    *,
    tilt: float,
    shade: float,
    blur: tuple[float, float],
    grain: tuple[float, float],
    grey: bool,
) -> Image.Image:
    scale = 1.0 if page.width < 2000 else 2000 / page.width
    sheet = page.resize((round(page.width * scale), round(page.height * scale)), Image.Resampling.LANCZOS) if scale < 1 else page
    photo = _on_desk(sheet, rng, tilt)
    photo = photo.filter(ImageFilter.GaussianBlur(rng.uniform(*blur) * sheet.width / 1654))
    if rng.random() < 0.25:
        photo = _shaken(photo, rng)
    pixels = _lit(np.asarray(photo, np.float32), rng, shade)
    pixels += random_source(rng).normal(0, rng.uniform(*grain), pixels.shape).astype(np.float32)
    photo = picture_of(pixels)
    return photo.convert("L").convert("RGB") if grey else photo


def random_source(rng: Random) -> np.random.Generator:
    """numpy's source, seeded by ours."""
    return np.random.default_rng(rng.getrandbits(32))


def picture_of(pixels: NDArray[np.floating[Any]]) -> Image.Image:
    return Image.fromarray(np.clip(pixels, 0, 255).astype(np.uint8))


def _tinted(pixels: Pixels, rng: Random) -> Pixels:
    """Paper is rarely pure white: a tint, and black that is not quite black."""
    tint = np.array(rng.choice(((1, 1, 1), (0.995, 0.99, 0.97), (0.985, 0.99, 0.995), (0.98, 0.975, 0.955))), np.float32)
    return pixels * tint * rng.uniform(0.95, 1.0) + rng.uniform(0, 9)


def _specked(pixels: Pixels, rng: Random, count: int) -> Pixels:
    height, width = pixels.shape[:2]
    for _ in range(count):
        x, y, size = rng.randrange(width - 4), rng.randrange(height - 4), rng.choice((1, 1, 2, 2, 3))
        pixels[y : y + size, x : x + size] = rng.uniform(60, 190)
    return pixels


def _on_desk(sheet: Image.Image, rng: Random, tilt: float) -> Image.Image:
    """Lays the sheet on a desk, seen from a hand: four corners moved and turned a little."""
    margin = rng.uniform(0.02, 0.09)
    width, height = round(sheet.width * (1 + 2 * margin)), round(sheet.height * (1 + 2 * margin))
    desk = _desk(width, height, rng)
    left, top = sheet.width * margin, sheet.height * margin
    corners = [(left, top), (left + sheet.width, top), (left + sheet.width, top + sheet.height), (left, top + sheet.height)]
    angle, middle = math.radians(rng.gauss(0, 1.4)), (width / 2, height / 2)
    reach = min(tilt, margin * 0.9)
    seen = [
        _turned(c, middle, angle, rng.uniform(-reach, reach) * sheet.width, rng.uniform(-reach, reach) * sheet.height)
        for c in corners
    ]
    source: list[tuple[float, float]] = [(0, 0), (sheet.width, 0), (sheet.width, sheet.height), (0, sheet.height)]
    how = perspective(seen, source)
    warped = sheet.transform((width, height), Image.Transform.PERSPECTIVE, how, Image.Resampling.BICUBIC)
    mask = Image.new("L", sheet.size, 255).transform((width, height), Image.Transform.PERSPECTIVE, how, Image.Resampling.BILINEAR)
    shadow = mask.filter(ImageFilter.GaussianBlur(width / 90))
    desk = Image.composite(Image.new("RGB", desk.size, (18, 16, 16)), desk, shadow.point(lambda value: value * 0.5))
    desk.paste(warped, (0, 0), mask)
    return desk


def _turned(corner: tuple[float, float], middle: tuple[float, float], angle: float, dx: float, dy: float) -> tuple[float, float]:
    x, y = corner[0] - middle[0], corner[1] - middle[1]
    return (
        middle[0] + x * math.cos(angle) - y * math.sin(angle) + dx / 2,
        middle[1] + x * math.sin(angle) + y * math.cos(angle) + dy / 2,
    )


def perspective(seen: list[tuple[float, float]], source: list[tuple[float, float]]) -> list[float]:
    """Pillow's eight coefficients: from a point of the photo to one of the sheet."""
    rows, values = [], []
    for (x, y), (u, v) in zip(seen, source, strict=True):
        rows += [[x, y, 1, 0, 0, 0, -u * x, -u * y], [0, 0, 0, x, y, 1, -v * x, -v * y]]
        values += [u, v]
    return [float(value) for value in np.linalg.solve(np.array(rows), np.array(values))]


def _desk(width: int, height: int, rng: Random) -> Image.Image:
    """Wood, grey office board or cloth, with a grain."""
    base = np.array(rng.choice(((92, 66, 44), (58, 56, 58), (120, 98, 74), (40, 46, 56), (142, 140, 138))), np.float32)
    grain = random_source(rng).normal(0, 1, (max(height // 3, 2), 6)).astype(np.float32)
    field = Image.fromarray(grain).resize((width, height), Image.Resampling.BICUBIC)
    return picture_of(base + np.asarray(field)[..., None] * 7)


def _lit(pixels: Pixels, rng: Random, shade: float) -> Pixels:
    """Light from one side, a soft shadow across, the camera's white balance."""
    height, width = pixels.shape[:2]
    corners = np.array([[1 - rng.uniform(0, shade) for _ in range(3)] for _ in range(3)], np.float32)
    light = np.asarray(Image.fromarray(corners).resize((width, height), Image.Resampling.BICUBIC))[..., None]
    balance = np.array(rng.choice(((1, 1, 1), (1.02, 1.0, 0.94), (0.96, 0.99, 1.03), (1.03, 1.0, 0.9))), np.float32)
    lit: Pixels = pixels * light * balance
    if rng.random() < 0.35:
        lit *= _shadow(width, height, rng)
    return lit


def _shadow(width: int, height: int, rng: Random) -> Pixels:
    """The hand that holds the phone: darker beyond a slanting soft edge."""
    slope, offset, depth = rng.uniform(-0.8, 0.8), rng.uniform(0.35, 0.9), rng.uniform(0.12, 0.32)
    x, y = np.arange(width, dtype=np.float32)[None, :] / width, np.arange(height, dtype=np.float32)[:, None] / height
    edge = np.float32(1) / (1 + np.exp(-(x + slope * (y - 0.5) - offset) * 22))
    dimmed: Pixels = np.asarray((1 - depth * edge)[..., None], np.float32)
    return dimmed


def _shaken(photo: Image.Image, rng: Random) -> Image.Image:
    """Motion blur: the average of the picture with itself moved by a few pixels."""
    reach, angle = max(photo.width / 1400, 1), rng.uniform(0, math.pi)
    moved = photo.transform(
        photo.size,
        Image.Transform.AFFINE,
        (1, 0, reach * math.cos(angle), 0, 1, reach * math.sin(angle)),
        Image.Resampling.BILINEAR,
    )
    return Image.blend(photo, moved, 0.5)


QUALITIES = {"scan": scan, "phone": phone, "poor": poor}
