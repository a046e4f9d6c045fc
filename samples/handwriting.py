"""Handwriting: a name in, the ink of a signature out (an L picture). Type set letter by letter, slanted, joined and bent."""

from __future__ import annotations

from random import Random

import numpy as np
from PIL import Image, ImageDraw, ImageFilter

from samples.fonts import Face, families, family_for, load


def write(text: str, pixels: float, rng: Random) -> Image.Image:
    """The text as a hurried hand writes it, letters about ``pixels`` high."""
    size = max(round(pixels), 8)
    face = Face(rng.choice(families("hand")))
    sheet = Image.new("L", (round(size * (len(text) * 1.1 + 2)), size * 3), 0)
    x, drift = size * 0.6, rng.uniform(-0.06, 0.06)
    for place, character in enumerate(text):
        letter = _letter(character, face, round(size * rng.uniform(0.85, 1.2)), rng)
        y = size + drift * place * size + rng.uniform(-0.08, 0.08) * size
        sheet.paste(255, (round(x), round(y)), letter)
        x += size * rng.uniform(0.72, 0.95)
    if rng.random() < 0.5:
        _flourish(sheet, x, size, rng)
    bent = _bend(sheet, size, rng)
    box = bent.getbbox()
    return bent.crop(box) if box else bent


def _letter(character: str, face: Face, size: int, rng: Random) -> Image.Image:
    font = load(family_for(face, character), size)
    tile = Image.new("L", (round(size * 1.6), round(size * 1.6)), 0)
    ImageDraw.Draw(tile).text(
        (size * 0.3, size * 1.2), character, font=font, fill=255, anchor="ls", stroke_width=max(size // 60, 0)
    )
    slant = rng.uniform(0.05, 0.3)
    leaned = tile.transform(tile.size, Image.Transform.AFFINE, (1, slant, -slant * size, 0, 1, 0), Image.Resampling.BICUBIC)
    return leaned.rotate(rng.uniform(-6, 9), Image.Resampling.BICUBIC)


def _flourish(sheet: Image.Image, x: float, size: int, rng: Random) -> None:
    """The pen leaving the last letter."""
    points = [
        (x - size * 0.5, size * 1.9),
        (x + size * 0.2, size * rng.uniform(1.7, 2.1)),
        (x + size * 0.8, size * rng.uniform(1.2, 1.6)),
    ]
    ImageDraw.Draw(sheet).line(points, fill=230, width=max(size // 22, 1), joint="curve")


def _bend(sheet: Image.Image, size: int, rng: Random) -> Image.Image:
    """A smooth random displacement, so that no two letters are alike."""
    noise = np.random.default_rng(rng.getrandbits(32))
    ink = np.asarray(sheet)
    height, width = ink.shape
    rows, columns = np.mgrid[0:height, 0:width]
    shifts = []
    for _ in range(2):
        cells = noise.uniform(-1, 1, (5, max(width // size * 2, 3))).astype(np.float32)
        field = Image.fromarray(cells).resize((width, height), Image.Resampling.BICUBIC)
        shifts.append(np.asarray(field) * size * 0.09)
    moved = ink[
        np.clip(rows + shifts[0].round().astype(int), 0, height - 1),
        np.clip(columns + shifts[1].round().astype(int), 0, width - 1),
    ]
    return Image.fromarray(moved).filter(ImageFilter.GaussianBlur(0.6))
