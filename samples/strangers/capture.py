"""Scanners and telephones: a clean page in (RGB, uint8), what a person would hand in out."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

Picture = NDArray[np.uint8]
Plane = NDArray[np.float32]
Dice = np.random.Generator


def scan(page: Picture, dice: Dice) -> Picture:
    """A flat-bed: a little skew, a cast, dust, the lid's shadow at one edge."""
    height, width = page.shape[:2]
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), dice.normal(0, 0.45), 1)
    flat = cv2.warpAffine(page, turn, (width, height), flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    light = flat.astype(np.float32)
    light *= dice.choice(((1, 1, 1), (0.99, 0.98, 0.92), (0.96, 0.96, 0.97), (1, 0.98, 0.95)))
    light = (light - 128) * dice.uniform(0.86, 1.05) + 128 + dice.uniform(-6, 12)
    if dice.random() < 0.3:
        light *= _edge_shadow(width, dice)[None, :, None]
    if dice.random() < 0.5:
        light = _dusty(light, dice)
    light += dice.normal(0, dice.uniform(0.5, 3), (height, width, 1)).astype(np.float32)
    return _soft(light, dice.uniform(0.3, 0.8))


def phone(page: Picture, dice: Dice) -> Picture:
    """A photograph on a desk by daylight."""
    return _photograph(page, dice, curl=dice.uniform(0, 7), tilt=0.035, blur=dice.uniform(0.4, 0.9), grain=dice.uniform(1, 4))


def poor(page: Picture, dice: Dice) -> Picture:
    """What should not be handed in and is: dim and grainy, curled, shaken, off a screen, or a worn-out machine's copy."""
    ill = dice.choice(("dim", "shaken", "screen", "worn", "curled"))
    if ill == "worn":
        return _worn(scan(page, dice), dice)
    if ill == "curled":
        return _photograph(
            page, dice, curl=dice.uniform(10, 18), tilt=0.06, blur=dice.uniform(0.8, 1.2), grain=dice.uniform(3, 6)
        )
    photo = _photograph(page, dice, curl=dice.uniform(2, 9), tilt=0.05, blur=dice.uniform(0.6, 1.0), grain=dice.uniform(2, 5))
    if ill == "dim":
        dark = photo.astype(np.float32) * dice.uniform(0.3, 0.5) + dice.normal(0, dice.uniform(5, 10), photo.shape)
        return _bytes(dark.astype(np.float32))
    if ill == "shaken":
        return _shaken(photo, dice)
    return _moire(photo, dice)


def fed(page: Picture, dice: Dice) -> Picture:
    """An office machine's feeder: paper made white, print dark, colours strong, drawn a little long, at times a streak."""
    height, width = page.shape[:2]
    angle, slip = dice.normal(0, 0.006), dice.uniform(0.994, 1.006)
    way = np.array([[1, angle, -angle * height / 2], [-angle, slip, angle * width / 2 + (1 - slip) * height / 2]], np.float32)
    light = cv2.warpAffine(page, way, (width, height), flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE).astype(np.float32)
    light = _stronger(light, colour=dice.uniform(1.05, 1.35))
    light = (light - 30) * (255 / dice.uniform(200, 218))
    if dice.random() < 0.35:
        x = int(dice.integers(width))
        light[:, x : x + int(dice.integers(1, 3))] *= dice.uniform(0.55, 0.85)
    return _soft(light + dice.normal(0, dice.uniform(0.5, 2), (height, width, 1)).astype(np.float32), dice.uniform(0.3, 0.6))


def enhanced(page: Picture, dice: Dice) -> Picture:
    """A photograph that a scanner app cut out at the sheet's edges, lit evenly and sharpened; the sheet's waves stay."""
    height, width = page.shape[:2]
    bent = _page_places(width, height, width, height, dice.uniform(0, 6), 0.012, dice)
    seen = cv2.remap(page, *bent, cv2.INTER_LINEAR, borderMode=cv2.BORDER_CONSTANT, borderValue=(96, 88, 80)).astype(np.float32)
    seen = seen * _tint(dice) * _lighting(height, width, dice)[..., None] + dice.normal(0, dice.uniform(1, 4), (height, width, 1))
    seen = cv2.GaussianBlur(seen.astype(np.float32), (0, 0), dice.uniform(0.5, 0.9))
    small = cv2.resize(seen, (width // 8 + 1, height // 8 + 1), interpolation=cv2.INTER_AREA)
    paper = cv2.GaussianBlur(cv2.dilate(small, np.ones((9, 9), np.uint8)), (0, 0), 6)
    even = seen / np.maximum(cv2.resize(paper, (width, height)), 30) * 250
    light = _stronger((even - 128) * dice.uniform(1.05, 1.25) + 132, colour=dice.uniform(1.1, 1.4))
    sharp = light + dice.uniform(0.4, 1.0) * (light - cv2.GaussianBlur(light, (0, 0), 1.6))
    return _bytes(np.asarray(sharp, np.float32))


def recopied(page: Picture, dice: Dice) -> Picture:
    """A colour copy of a colour copy: strokes thick and ragged, colours out of register, the platen's edge dark, dirt."""
    copy = fed(page, dice).astype(np.float32)
    copy = cv2.GaussianBlur(copy, (0, 0), dice.uniform(0.7, 1.1)) + dice.normal(0, dice.uniform(4, 9), (*copy.shape[:2], 1))
    for plane in (0, 2):
        shift = np.array([[1, 0, dice.normal(0, 0.7)], [0, 1, dice.normal(0, 0.7)]], np.float32)
        size = (copy.shape[1], copy.shape[0])
        copy[..., plane] = cv2.warpAffine(np.ascontiguousarray(copy[..., plane]), shift, size, borderMode=cv2.BORDER_REPLICATE)
    copy = 255 / (1 + np.exp(-(copy - dice.uniform(120, 150)) / dice.uniform(26, 38)))
    copy *= _edge_shadow(copy.shape[1], dice)[None, :, None]
    return _soft(_dusty(np.asarray(copy, np.float32), dice), dice.uniform(0.5, 0.8))


def indoors(page: Picture, dice: Dice) -> Picture:
    """A photograph by a warm lamp with the shadow of the hand that holds the telephone, sent by a messenger that shrinks it."""
    photo = _photograph(page, dice, curl=dice.uniform(0, 6), tilt=0.03, blur=dice.uniform(0.4, 0.8), grain=dice.uniform(1, 3))
    height, width = photo.shape[:2]
    lamp = np.asarray((1, dice.uniform(0.9, 0.96), dice.uniform(0.72, 0.86)), np.float32)
    light = photo.astype(np.float32) * lamp * _hand_shadow(height, width, dice)[..., None]
    return _sent(_bytes(light), longest=int(dice.integers(1800, 2300)), strength=int(dice.integers(58, 78)))


def punched(page: Picture, dice: Dice) -> Picture:
    """A flat-bed with a sheet out of a binder: two holes at its left, a little askew, the sheet's edge before the open lid."""
    height, width = page.shape[:2]
    below, beside = int(height * dice.uniform(0.01, 0.04)), int(width * dice.uniform(0.01, 0.04))
    lid = np.asarray(dice.choice(((238, 238, 236), (212, 213, 214), (186, 188, 190))), np.float32)
    glass = np.empty((height + below, width + beside, 3), np.float32)
    glass[:] = lid
    holed = _holes(page.astype(np.float32), lid, dice)
    glass[height : height + 4, : width + 3], glass[: height + 3, width : width + 4] = lid * 0.62, lid * 0.62
    glass[:height, :width] = holed * dice.choice(((1, 1, 1), (1, 0.985, 0.955), (0.97, 0.98, 0.985)))
    size = (glass.shape[1], glass.shape[0])
    turn = cv2.getRotationMatrix2D((size[0] / 2, size[1] / 2), dice.normal(0, 0.7), 1)
    light = cv2.warpAffine(glass, turn, size, flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE).astype(np.float32)
    light = (light - 128) * dice.uniform(0.92, 1.06) + 128 + dice.normal(0, dice.uniform(0.5, 2.5), (*light.shape[:2], 1))
    return _soft(np.asarray(light, np.float32), dice.uniform(0.35, 0.7))


def forwarded(page: Picture, dice: Dice) -> Picture:
    """The same photograph by lamp-light, sent on and on: smaller, softer and coarser each time."""
    photo = indoors(page, dice)
    for longest in (1700, 1500):
        photo = _sent(photo, longest=longest, strength=int(dice.integers(38, 55)))
    return photo


def _hand_shadow(height: int, width: int, dice: Dice) -> Plane:
    """Light 0 … 1: a palm and its fingers reach in from below or from a side, soft at the edges."""
    small_h, small_w = height // 8 + 1, width // 8 + 1
    mask = np.zeros((small_h, small_w), np.float32)
    from_left = dice.random() < 0.5
    reach, unit = dice.uniform(0.1, 0.3), min(small_h, small_w)
    palm = np.array((small_w * (0.05 if from_left else 0.95), small_h * dice.uniform(0.5, 1.0)))
    cv2.circle(mask, tuple(int(v) for v in palm), int(unit * reach), 1, -1)
    for finger in range(4):
        angle = np.radians(dice.uniform(-8, 8) - 55 + 22 * finger)
        way = np.array((np.cos(angle) * (1 if from_left else -1), np.sin(angle))) * unit * reach * dice.uniform(1.5, 2.1)
        cv2.line(mask, tuple(int(v) for v in palm), tuple(int(v) for v in palm + way), 1, max(int(unit * reach * 0.3), 1))
    mask = cv2.GaussianBlur(mask, (0, 0), unit * dice.uniform(0.02, 0.05))
    return np.asarray(1 - dice.uniform(0.2, 0.45) * cv2.resize(mask, (width, height)), np.float32)


def _holes(light: Plane, lid: Plane, dice: Dice) -> Plane:
    """Two round holes near the left edge, the lid behind them, a shadow at their rims."""
    height, width = light.shape[:2]
    long = max(height, width)
    radius, x = long * 0.0095, int(long * dice.uniform(0.026, 0.034))
    for y in (height / 2 - long * 0.135, height / 2 + long * 0.135):
        cv2.circle(light, (x, int(y)), int(radius), (lid * 0.66).tolist(), -1, cv2.LINE_AA)
        cv2.circle(light, (x + 1, int(y) + 1), int(radius * 0.86), (lid * 0.93).tolist(), -1, cv2.LINE_AA)
    return light


def _sent(photo: Picture, *, longest: int, strength: int) -> Picture:
    """What a messenger makes of a picture: not longer than ``longest`` pixels, JPEG at ``strength``."""
    scale = min(1.0, longest / max(photo.shape[:2]))
    small = cv2.resize(photo, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    done, content = cv2.imencode(".jpg", small, [cv2.IMWRITE_JPEG_QUALITY, strength])
    assert done
    return np.asarray(cv2.imdecode(content, cv2.IMREAD_COLOR), np.uint8)


Machine = Callable[[Picture, Dice], Picture]
CAPTURES: dict[str, tuple[Machine, ...]] = {"scan": (scan,), "phone": (phone,), "poor": (poor,)}
OTHER_CAPTURES: dict[str, dict[str, tuple[Machine, ...]]] = {
    "e": {"scan": (scan, fed), "phone": (phone, enhanced), "poor": (poor, recopied)},
    "f": {"scan": (scan, punched), "phone": (phone, indoors), "poor": (poor, forwarded)},
}
"""The machines at hand for a group that has others than the ordinary; one of them takes all pages of a paper."""


def _bytes(light: Plane) -> Picture:
    return np.clip(light, 0, 255).astype(np.uint8)


def _stronger(light: Plane, *, colour: float) -> Plane:
    """Colours moved away from their grey by the factor."""
    grey = light.mean(axis=2, keepdims=True)
    return np.asarray(grey + (light - grey) * colour, np.float32)


def _soft(light: Plane, blur: float) -> Picture:
    return np.asarray(cv2.GaussianBlur(_bytes(light), (0, 0), blur), np.uint8)


def _clouds(height: int, width: int, cells: tuple[int, int], dice: Dice) -> Plane:
    """Smooth random values 0 … 1."""
    coarse = dice.random(cells, dtype=np.float32)
    return np.asarray(np.clip(cv2.resize(coarse, (width, height), interpolation=cv2.INTER_CUBIC), 0, 1), np.float32)


def _edge_shadow(width: int, dice: Dice) -> Plane:
    across = np.linspace(0, 1, width, dtype=np.float32)
    across = across if dice.random() < 0.5 else across[::-1]
    return np.asarray(1 - dice.uniform(0.1, 0.4) * np.exp(-across / dice.uniform(0.01, 0.04)), np.float32)


def _dusty(light: Plane, dice: Dice) -> Plane:
    height, width = light.shape[:2]
    for _ in range(int(dice.integers(10, 70))):
        spot = (int(dice.integers(width)), int(dice.integers(height)))
        cv2.circle(light, spot, int(dice.integers(1, 3)), (float(dice.uniform(60, 190)),) * 3, -1, cv2.LINE_AA)
    if dice.random() < 0.3:
        x = int(dice.integers(width))
        light[:, x : x + 2] -= dice.uniform(8, 30)
    return light


def _photograph(page: Picture, dice: Dice, *, curl: float, tilt: float, blur: float, grain: float) -> Picture:
    """``curl``: how far lines bend, in pixels; ``tilt``: how far the corners move, of the page's size."""
    height, width = page.shape[:2]
    out_w, out_h = (int(side * dice.uniform(1.06, 1.22)) for side in (width, height))
    where = _page_places(width, height, out_w, out_h, curl, tilt, dice)
    seen = cv2.remap(page, *where, cv2.INTER_LINEAR, borderMode=cv2.BORDER_CONSTANT)
    mask = cv2.remap(np.full((height, width), 255, np.uint8), *where, cv2.INTER_LINEAR)
    cover = mask.astype(np.float32)[..., None] / 255
    shade = cv2.GaussianBlur(mask, (0, 0), 9).astype(np.float32)[..., None] / 255
    desk = _desk(out_h, out_w, dice) * (1 - 0.45 * shade)
    light = seen.astype(np.float32) * _tint(dice) * cover + desk * (1 - cover)
    light *= _lighting(out_h, out_w, dice)[..., None]
    light = cv2.GaussianBlur(light, (0, 0), blur) + dice.normal(0, grain, (out_h, out_w, 1)).astype(np.float32)
    return _bytes(light)


def _tint(dice: Dice) -> Plane:
    return np.asarray(dice.choice(((1, 1, 1), (1, 0.97, 0.9), (0.93, 0.97, 1), (0.98, 0.99, 0.95))), np.float32)


def _page_places(width: int, height: int, out_w: int, out_h: int, curl: float, tilt: float, dice: Dice) -> tuple[Plane, Plane]:
    """For every pixel of the photograph the place on the page that is seen there."""
    margin_x, margin_y = (out_w - width) / 2, (out_h - height) / 2
    corners = np.array([(0, 0), (width, 0), (width, height), (0, height)], np.float32)
    moved = corners + (margin_x, margin_y) + dice.uniform(-tilt, tilt, (4, 2)) * min(width, height)
    middle = np.array((out_w / 2, out_h / 2))
    shrink = min(1.0, *(0.985 * middle / np.abs(moved - middle).max(axis=0)))
    moved = (middle + (moved - middle) * shrink).astype(np.float32)
    back = cv2.getPerspectiveTransform(moved, corners)
    x, y = np.meshgrid(np.arange(out_w, dtype=np.float32), np.arange(out_h, dtype=np.float32))
    scale = back[2, 0] * x + back[2, 1] * y + back[2, 2]
    page_x = (back[0, 0] * x + back[0, 1] * y + back[0, 2]) / scale
    page_y = (back[1, 0] * x + back[1, 1] * y + back[1, 2]) / scale
    u, v = page_x / width, page_y / height
    waves, phase = dice.uniform(0.5, 1.3), dice.uniform(0, 6.28)
    lift = curl * np.sin(2 * np.pi * (waves * u + dice.uniform(-0.4, 0.4) * v) + phase)
    sway = curl * 0.5 * np.sin(2 * np.pi * dice.uniform(0.3, 0.9) * v + phase)
    return np.asarray(page_x + sway, np.float32), np.asarray(page_y + lift, np.float32)


def _lighting(height: int, width: int, dice: Dice) -> Plane:
    """Vignetting, a fall of light to one side, at times the shadow of a hand or a telephone."""
    y, x = np.mgrid[0:height, 0:width].astype(np.float32)
    x, y = x / width - 0.5, y / height - 0.5
    angle = dice.uniform(0, 6.28)
    light = 1 - dice.uniform(0.05, 0.3) * (x * x + y * y) * 2 + dice.uniform(0, 0.3) * (x * np.cos(angle) + y * np.sin(angle))
    if dice.random() < 0.4:
        edge = x * np.cos(angle + 1) + y * np.sin(angle + 1) - dice.uniform(0.05, 0.35)
        light *= 1 - dice.uniform(0.15, 0.4) / (1 + np.exp(-edge * dice.uniform(18, 60)))
    return np.asarray(light * dice.uniform(0.82, 1.08), np.float32)


def _desk(height: int, width: int, dice: Dice) -> Plane:
    """Wood, stone, cloth or a plain mat."""
    small_h, small_w = height // 3 + 1, width // 3 + 1
    kind = dice.choice(("wood", "stone", "cloth", "mat"))
    if kind == "wood":
        colour, streaks = dice.choice(((150, 105, 65), (95, 62, 40), (196, 160, 118))), _clouds(small_h, small_w, (90, 4), dice)
        tone = 0.75 + 0.3 * streaks + 0.1 * _clouds(small_h, small_w, (6, 6), dice)
    elif kind == "stone":
        colour = dice.choice(((205, 202, 196), (120, 120, 124), (60, 62, 66)))
        tone = 0.8 + 0.25 * _clouds(small_h, small_w, (9, 9), dice) + dice.normal(0, 0.06, (small_h, small_w))
    elif kind == "cloth":
        colour = dice.choice(((70, 84, 112), (140, 128, 110), (48, 92, 70)))
        y, x = np.mgrid[0:small_h, 0:small_w]
        tone = 0.9 + 0.12 * np.sin(x * 1.1) * np.sin(y * 1.1) + dice.normal(0, 0.05, (small_h, small_w))
    else:
        colour = dice.choice(((36, 38, 42), (225, 226, 224), (88, 60, 50), (52, 74, 104)))
        tone = 0.92 + 0.1 * _clouds(small_h, small_w, (4, 4), dice)
    desk = np.asarray(tone, np.float32)[..., None] * np.asarray(colour, np.float32)
    return np.asarray(cv2.resize(desk, (width, height), interpolation=cv2.INTER_LINEAR), np.float32)


def _shaken(photo: Picture, dice: Dice) -> Picture:
    length = int(dice.integers(4, 8))
    kernel = np.zeros((length, length), np.float32)
    cv2.line(kernel, (0, int(dice.integers(length))), (length - 1, int(dice.integers(length))), 1, 1)
    return np.asarray(cv2.filter2D(photo, -1, kernel / kernel.sum()), np.uint8)


def _moire(photo: Picture, dice: Dice) -> Picture:
    """Two gratings almost alike: the screen's and the sensor's."""
    height, width = photo.shape[:2]
    y, x = np.mgrid[0:height, 0:width].astype(np.float32)
    stripes: Any = np.stack([np.sin(x * dice.uniform(0.05, 0.2) + y * dice.uniform(0.05, 0.4) + k) for k in range(3)], axis=-1)
    return _bytes(photo.astype(np.float32) * (1 + dice.uniform(0.04, 0.1) * stripes))


def _worn(page: Picture, dice: Dice) -> Picture:
    """Toner and light at their end: bands across, washed out, coarse."""
    height, width = page.shape[:2]
    bands = _clouds(height, 1, (int(dice.integers(6, 20)), 1), dice)
    fade = dice.uniform(0.35, 0.6) + 0.15 * bands
    light = 255 - (255 - page.astype(np.float32)) * (1 - fade[..., None] * 0.75)
    light += dice.normal(0, dice.uniform(2, 6), (height, width, 1))
    return _soft(np.asarray(light, np.float32), dice.uniform(0.5, 0.9))
