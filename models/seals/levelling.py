"""A name stamp on a page in; its characters out, level, as strokes of ink on paper, without its frame.

What lies on a stamp, or under it, is told from it by what it does to light: print takes as much of every channel, and a seal's
rim takes again where it lies across a stroke what it takes beside it. So the ink is measured as what it took of the light, on a
scale on which two inks add up.
"""

from __future__ import annotations

from collections.abc import Sequence

import cv2
import numpy as np
from numpy.typing import NDArray

from models.ocr import Image
from models.seals.ink import LEADING, Colour, Ink, paper_colour
from models.seals.outline import Outline, polar
from models.seals.unwrapping import Face

Density = NDArray[np.float32]
"""Height x width: how much more of one channel's light than of another's is missing, as a natural logarithm; 0: paper, print."""

SIDE = 200  # pixels of a stamp's longer side when it is read
DARK, DEEPEST = 8.0, 0.03  # of 255, what the darkest ink gives back on scans; share of light below which there is no telling
SMOOTH = 1.0  # pixels over which the colour of JPEG pictures is evened out
CORNER = 1.3  # times its half side: how far from its middle a stamp reaches at its corners, or nearly
WIDEST = 33  # pixels: wider than a stroke of characters, narrower than a star
BETWEEN = (0.82, 0.9)  # of the half side: within a frame's line, where paper is if characters are red, and ink if they are white
WHITE = 0.5  # share of ink there from which they are: 0.53-0.99 on 29 of 34 drawn stamps, 0.49 or less on 48 with red ones
FILLED = 0.4  # … and of ink in all of the stamp, which a thick line around two small characters does not reach (guess)
FRAME = 0.045  # of a stamp's side: the ink around white characters that is cut off
SPREAD = (8, 93)  # percentiles of a stamp's density that are its paper and its ink
RADII = np.arange(0.86, 1.12, 0.01, dtype=np.float32)  # of a seal's half size: where its rim is looked for
ANGLES = np.linspace(0, 2 * np.pi, 180, endpoint=False, dtype=np.float32)


def characters_of(image: Image, outline: Outline, colour: Colour, *, again: bool = False, beneath: Sequence[Outline] = ()) -> Ink:
    """The characters, bright, on nothing. ``beneath``: seals that the stamp lies across, whose rims and stars are taken off.
    ``again``: in another view."""
    if colour == "grey":
        return without_frame(level_ink(Face(image, outline, colour)))
    density = level_density(image, outline, colour)
    white = is_white(density)
    if not white and not beneath and not again:
        return without_frame(level_ink(Face(image, outline, colour, view="on_photo")))
    for seal in beneath:
        density -= rim_beneath(image, outline, seal, colour)
    density = cv2.GaussianBlur(density, (0, 0), SMOOTH)
    strokes = relief(density, white=white) if bool(beneath) != again else np.negative(density) if white else density
    ink = between(strokes, SPREAD)
    return within_ink(ink) if white else without_frame(ink)


def reached_by(outline: Outline, seals: Sequence[Outline]) -> list[Outline]:
    """The seals that a stamp may lie across."""
    return [seal for seal in seals if outline.away_from(seal) < seal.size + CORNER * outline.size]


def level_places(outline: Outline) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Where on the page the pixels of a stamp turned level lie."""
    width, height = round(SIDE * outline.a / outline.size), round(SIDE * outline.b / outline.size)
    u, v = np.meshgrid(np.linspace(-1, 1, width, dtype=np.float32), np.linspace(-1, 1, height, dtype=np.float32))
    return outline.places(u, v)


def level_ink(face: Face) -> Ink:
    ink: Ink = cv2.remap(face.ink, *level_places(face.outline), cv2.INTER_LINEAR, borderValue=0)
    return ink


def level_density(image: Image, outline: Outline, colour: Colour) -> Density:
    part = cv2.remap(image, *level_places(outline), cv2.INTER_CUBIC, borderMode=cv2.BORDER_REPLICATE)
    return density_of(part, paper_colour(image), colour)


def density_of(part: Image, paper: Sequence[float], colour: Colour) -> Density:
    lead, held, _ = LEADING[colour]
    logs = [
        np.log(np.maximum((part[:, :, channel].astype(np.float32) + DARK) / (paper[channel] + DARK), DEEPEST))
        for channel in (lead, held)
    ]
    return np.asarray(logs[0] - logs[1], dtype=np.float32)


def has_white_characters(image: Image, outline: Outline, colour: Colour) -> bool:
    return colour != "grey" and is_white(level_density(image, outline, colour))


def is_white(density: Density) -> bool:
    """Whether characters are white on red: there is ink between them and the stamp's edge."""
    height, width = density.shape
    shorter = min(height, width)
    across = (width - np.abs(np.linspace(1 - width, width - 1, width))) / shorter
    down = (height - np.abs(np.linspace(1 - height, height - 1, height))) / shorter
    edge = 1 - np.minimum(across[None, :], down[:, None])
    ring = (edge > BETWEEN[0]) & (edge < BETWEEN[1])
    ink = between(density, SPREAD) > 127
    return bool(ink[ring].mean() > WHITE and ink.mean() > FILLED)


def between(density: Density, percentiles: tuple[int, int]) -> Ink:
    low, high = np.percentile(density[::2, ::2], percentiles)
    ink: Ink = np.clip((density - low) * (255 / max(float(high - low), 1e-3)), 0, 255).astype(np.uint8)
    return ink


def rim_beneath(image: Image, outline: Outline, seal: Outline, colour: Colour) -> Density:
    """The density that a seal's rim adds to a stamp: what it has where nothing else lies on it."""
    around = density_of(polar(image, seal, ANGLES, RADII), paper_colour(image), colour)
    usual = np.percentile(around, 45, axis=0)
    added = np.maximum(usual - np.percentile(usual, 30), 0)
    x, y = level_places(outline)
    turn, dx, dy = np.deg2rad(seal.angle), x - seal.x, y - seal.y
    away = np.hypot((dx * np.cos(turn) + dy * np.sin(turn)) / seal.a, (dy * np.cos(turn) - dx * np.sin(turn)) / seal.b)
    beneath: Density = np.interp(away, RADII, added, left=0, right=0).astype(np.float32)
    return beneath


def relief(density: Density, *, white: bool) -> Density:
    """Strokes by how they stand out of what lies around them: a star is wider."""
    kernel = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (WIDEST, WIDEST))
    kind = cv2.MORPH_BLACKHAT if white else cv2.MORPH_TOPHAT
    strokes: Density = cv2.morphologyEx(np.maximum(density, np.percentile(density, SPREAD[0])), kind, kernel)
    return strokes


def within_ink(ink: Ink) -> Ink:
    cut = round(FRAME * min(ink.shape))
    return np.ascontiguousarray(ink[cut:-cut, cut:-cut])


def without_frame(ink: Ink) -> Ink:
    """The ink with the frame cut off: on each side the rows that are nearly full, at most 15 % of the stamp."""
    full = ink > 110
    top, bottom = frame_depth(full.mean(axis=1)), frame_depth(full.mean(axis=1)[::-1])
    left, right = frame_depth(full.mean(axis=0)), frame_depth(full.mean(axis=0)[::-1])
    return np.ascontiguousarray(ink[top : len(ink) - bottom, left : ink.shape[1] - right])


def frame_depth(cover: NDArray[np.float64]) -> int:
    """How many rows the frame takes from this edge on: the first that are nearly full, not the strokes beyond them."""
    near = cover[: max(3, round(0.15 * len(cover)))] > 0.6
    if not near.any():
        return 1
    first = int(near.argmax())
    rest = ~near[first:]
    return first + (int(rest.argmax()) if rest.any() else len(rest)) + 1
