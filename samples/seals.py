"""Seals: what a seal says in, the ink it leaves out (an L picture: 0 bare paper, 255 full ink)."""

from __future__ import annotations

import math
from dataclasses import dataclass
from random import Random

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFilter

from samples.fonts import NOTO_SANS, Family, families, family_for, load
from samples.sheet import Colour

REDS: tuple[Colour, ...] = ((206, 28, 40), (222, 44, 50), (188, 24, 52), (214, 30, 72), (230, 62, 52), (200, 20, 30))
"""Cinnabar, oil, magenta-ish pads."""


@dataclass(frozen=True)
class Seal:
    """A seal's face. ``diameter`` in mm (domain §9.1); an oval is three quarters as high as wide; a square carries a name."""

    name: str
    centre_text: str | None = None
    code: str | None = None
    shape: str = "round"
    diameter: float = 40
    star: bool = True
    emblem: bool = False
    colour: Colour = REDS[0]
    font: int = 0


def colour_name(colour: Colour) -> str:
    """The contract's word for an ink."""
    return "red" if colour[0] > colour[2] else "blue"


def face_text(seal: Seal) -> str:
    """What is engraved: a name seal fills up a short name with 印."""
    if seal.shape != "square":
        return seal.name
    name = seal.name.replace("·", "")[:4]
    return {2: name + "之印", 3: name + "印"}.get(len(name), name)


def press(seal: Seal, dpi: int, rng: Random) -> Image.Image:
    """One impression: tilted, unevenly inked."""
    scale = dpi / 25.4 * 2
    face = {"round": _round, "oval": _oval, "square": _square}[seal.shape](seal, scale)
    tilt = rng.uniform(-15, 15) if seal.shape != "square" else rng.uniform(-6, 6)
    face = face.rotate(tilt, Image.Resampling.BICUBIC, expand=True)
    face = face.resize((face.width // 2, face.height // 2), Image.Resampling.LANCZOS)
    return _inked(face, rng)


def _inked(face: Image.Image, rng: Random) -> Image.Image:
    """Ink is never even: pressure varies over the face, and the paper's grain leaves specks bare."""
    noise = np.random.default_rng(rng.getrandbits(32))
    pressure = _cloud(face.size, 5, noise) * rng.uniform(0.1, 0.4)
    grain = _cloud(face.size, max(face.width // 3, 8), noise)
    ink = np.asarray(face, np.float32) / 255
    strength = rng.uniform(0.72, 0.97)
    ink = ink * (strength - pressure) * (1 - rng.uniform(0.25, 0.6) * np.clip(grain - 0.62, 0, 1) / 0.38)
    soft = Image.fromarray((np.clip(ink, 0, 1) * 255).astype(np.uint8))
    return soft.filter(ImageFilter.GaussianBlur(rng.uniform(0.3, 0.7)))


def _cloud(size: tuple[int, int], cells: int, noise: np.random.Generator) -> NDArray[np.float32]:
    """Smooth random values 0 … 1 over a picture."""
    small = Image.fromarray((noise.random((cells, cells)) * 255).astype(np.uint8))
    return np.asarray(small.resize(size, Image.Resampling.BICUBIC), np.float32) / np.float32(255)


def _blank(width: float, height: float) -> tuple[Image.Image, ImageDraw.ImageDraw]:
    image = Image.new("L", (round(width), round(height)), 0)
    return image, ImageDraw.Draw(image)


def _round(seal: Seal, scale: float) -> Image.Image:
    radius = seal.diameter / 2 * scale
    image, draw = _blank(radius * 2 + 8, radius * 2 + 8)
    middle = radius + 4
    rim = (1.0 if seal.diameter <= 40 else 1.2) * scale
    draw.ellipse([4, 4, 4 + 2 * radius, 4 + 2 * radius], outline=255, width=round(rim))
    family = _family(seal)
    _ring_text(image, seal.name, family, middle, radius - rim - 0.7 * scale, has_code=bool(seal.code))
    if seal.emblem:
        _emblem(draw, middle, radius * 0.36)
    elif seal.star:
        _star(draw, middle, middle, radius * 0.31)
    if seal.centre_text:
        _line(image, seal.centre_text, family, middle, middle + radius * 0.5, radius * 0.95, radius * 0.22)
    if seal.code:
        _code(image, seal.code, middle, radius - rim - 0.5 * scale, scale)
    return image


def _oval(seal: Seal, scale: float) -> Image.Image:
    """Drawn as a circle and flattened: letters flatten with it, as on real oval seals with condensed letters."""
    tall = _round(Seal(seal.name, seal.centre_text, None, diameter=seal.diameter, star=False, font=seal.font), scale)
    if seal.code:
        _line(tall, seal.code, NOTO_SANS, tall.width / 2, tall.height / 2, tall.width * 0.62, tall.width * 0.085)
    return tall.resize((tall.width, round(tall.height * 0.75)), Image.Resampling.LANCZOS)


def _square(seal: Seal, scale: float) -> Image.Image:
    """A name seal: 2 x 2, read from the right, 印 filling up a two-character name."""
    side = seal.diameter * scale
    image, draw = _blank(side + 8, side + 8)
    draw.rectangle([4, 4, side + 4, side + 4], outline=255, width=round(0.9 * scale))
    name = face_text(seal)
    size = side * 0.4
    places = [(0.73, 0.29), (0.73, 0.73), (0.28, 0.29), (0.28, 0.73)]
    for character, (x, y) in zip(name, places, strict=False):
        font = load(family_for_seal(_family(seal), character), round(size))
        draw.text((4 + side * x, 4 + side * y), character, font=font, fill=255, anchor="mm")
    return image


def _family(seal: Seal) -> Family:
    choices = families("seal")
    return choices[seal.font % len(choices)]


def family_for_seal(family: Family, character: str) -> Family:
    """The seal's family, or another where it lacks the character."""
    from samples.fonts import Face

    return family_for(Face(family), character)


def _ring_text(image: Image.Image, name: str, family: Family, middle: float, outer: float, *, has_code: bool) -> None:
    """The name from lower left over the top to lower right; the longer, the wider its span and the narrower its letters."""
    count = len(name)
    widest = 258 if has_code else 292
    span = min(widest, 150 + count * 7.5)
    height = outer * (0.29 if count <= 16 else 0.26 if count <= 22 else 0.21)
    pitch = math.radians(span / max(count - 1, 1)) * (outer - height * 0.62)
    width = min(height * 0.94, pitch * 0.93)
    for position, character in enumerate(name):
        angle = -span / 2 + span * position / max(count - 1, 1)
        tile = _tile(character, family, width, height)
        _place(image, tile, middle, outer - height / 2, angle)


def _code(image: Image.Image, code: str, middle: float, outer: float, scale: float) -> None:
    """The 13 digits on the lower arc, left to right, feet outwards."""
    height = 1.55 * scale
    step = math.degrees(height * 0.78 / (outer - height / 2))
    for position, digit in enumerate(code):
        angle = (len(code) - 1) / 2 * step - position * step
        tile = _tile(digit, NOTO_SANS, height * 0.62, height)
        _place(image, tile, middle, -(outer - height / 2), angle)


def _tile(character: str, family: Family, width: float, height: float) -> Image.Image:
    """One letter filling width x height."""
    big = 96
    font = load(family_for_seal(family, character), big)
    box = font.getbbox(character, anchor="ls")
    em = Image.new("L", (big, round(big * 1.02)), 0)
    narrow = character.isascii()
    if narrow:
        em = Image.new("L", (max(round(box[2] - box[0]) + 6, 8), max(round(box[3] - box[1]) + 6, 8)), 0)
        ImageDraw.Draw(em).text((3 - box[0], 3 - box[1]), character, font=font, fill=255, anchor="ls")
    else:
        ImageDraw.Draw(em).text((0, big * 0.87), character, font=font, fill=255, anchor="ls")
    return em.resize((max(round(width), 2), max(round(height), 2)), Image.Resampling.LANCZOS)


def _place(image: Image.Image, tile: Image.Image, middle: float, radius: float, angle: float) -> None:
    """Puts a tile at ``angle`` degrees clockwise from the top; a negative radius puts it below, still upright."""
    turned = tile.rotate(-angle, Image.Resampling.BICUBIC, expand=True)
    x = middle + radius * math.sin(math.radians(angle))
    y = middle - radius * math.cos(math.radians(angle))
    at = (round(x - turned.width / 2), round(y - turned.height / 2))
    image.paste(255, at, turned)


def _line(image: Image.Image, text: str, family: Family, x: float, y: float, width: float, height: float) -> None:
    """A straight line of text around (x, y), at most ``width`` wide."""
    step = min(width / len(text), height * (0.62 if text.isascii() else 1.02))
    for position, character in enumerate(text):
        tile = _tile(character, family, step * 0.93, height)
        at = x + (position - (len(text) - 1) / 2) * step
        image.paste(255, (round(at - tile.width / 2), round(y - tile.height / 2)), tile)


def _star(draw: ImageDraw.ImageDraw, x: float, y: float, radius: float) -> None:
    draw.polygon(star_points(x, y, radius), fill=255)


def star_points(x: float, y: float, radius: float) -> list[tuple[float, float]]:
    """The ten corners of a five-pointed star standing upright."""
    inner = radius * math.sin(math.radians(18)) / math.cos(math.radians(36))
    points = []
    for corner in range(10):
        reach, angle = (radius, inner)[corner % 2], math.radians(36 * corner)
        points.append((x + reach * math.sin(angle), y - reach * math.cos(angle)))
    return points


def _emblem(draw: ImageDraw.ImageDraw, middle: float, radius: float) -> None:
    """The national emblem as a seal shows it: a wreath, stars, a gate."""
    box = [middle - radius, middle - radius, middle + radius, middle + radius]
    draw.ellipse(box, outline=255, width=max(round(radius * 0.13), 1))
    _star(draw, middle, middle - radius * 0.38, radius * 0.26)
    for angle in (-60, -28, 28, 60):
        x, y = middle + radius * 0.62 * math.sin(math.radians(angle)), middle - radius * 0.62 * math.cos(math.radians(angle))
        _star(draw, x, y + radius * 0.2, radius * 0.1)
    draw.rectangle([middle - radius * 0.5, middle + radius * 0.3, middle + radius * 0.5, middle + radius * 0.45], fill=255)
    draw.polygon(
        [
            (middle - radius * 0.38, middle + radius * 0.28),
            (middle + radius * 0.38, middle + radius * 0.28),
            (middle, middle + radius * 0.02),
        ],
        fill=255,
    )
