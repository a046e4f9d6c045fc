"""What befalls single pages beyond the ordinary: a picture in, the picture as it arrives out. Pillow and numpy only.

Ordinary scans and photographs are drawn by ``noise.py``. Lengths are shares of the picture's width unless said otherwise.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from random import Random

import cv2
import numpy as np
from PIL import Image, ImageDraw, ImageFilter

from samples.noise import Pixels, perspective, picture_of, random_source

Point = tuple[float, float]
Box = tuple[float, float, float, float]

STRAIGHT: tuple[Point, ...] = ((0.05, 0.05), (0.95, 0.045), (0.955, 0.95), (0.045, 0.955))
ASLANT: tuple[Point, ...] = ((0.21, 0.08), (0.80, 0.10), (0.97, 0.94), (0.03, 0.91))
TURNED: tuple[Point, ...] = ((0.12, 0.03), (0.97, 0.09), (0.89, 0.97), (0.035, 0.90))
OUT_OF_FRAME: tuple[Point, ...] = ((-0.03, 0.05), (0.93, 0.02), (0.95, 0.96), (-0.05, 0.98))
"""Where a sheet's corners lie in the photograph, from its upper left clockwise, as shares of width and height."""


def pixels_of(image: Image.Image) -> Pixels:
    return np.asarray(image.convert("RGB"), np.float32)


def cloud(size: tuple[int, int], cells: int, rng: Random) -> Pixels:
    """Smooth random values 0 … 1, height x width x 1."""
    small = Image.fromarray((random_source(rng).random((cells, cells)) * 255).astype(np.uint8))
    return np.asarray(small.resize(size, Image.Resampling.BICUBIC), np.float32)[..., None] / np.float32(255)


def grainy(image: Image.Image, rng: Random, strength: float) -> Image.Image:
    """A camera's noise, in grey levels: of the eye's grain, and half as much colour."""
    pixels, source = pixels_of(image), random_source(rng)
    pixels = pixels + source.normal(0, strength, pixels.shape[:2])[..., None].astype(np.float32)
    return picture_of(pixels + source.normal(0, strength / 2, pixels.shape).astype(np.float32))


# desks


def dark_wood(size: tuple[int, int], rng: Random) -> Image.Image:
    """A dark table top with its grain along it, and the lamp's reflection."""
    _, height = size
    fibres = np.asarray(
        Image.fromarray(random_source(rng).random((height // 3, 9)).astype(np.float32)).resize(size, Image.Resampling.BICUBIC)
    )[..., None]
    return picture_of(np.array((52, 36, 28), np.float32) * (0.75 + 0.5 * fibres) + 30 * cloud(size, 3, rng) ** 3)


def white_desk(size: tuple[int, int], rng: Random) -> Image.Image:
    """Office laminate, nearly the paper's own white."""
    return picture_of(np.array((231, 231, 229), np.float32) - 5 * cloud(size, 4, rng) - 2 * cloud(size, size[0] // 6, rng))


def tablecloth(size: tuple[int, int], rng: Random) -> Image.Image:
    """Blue and white checks as large as a thumb, slightly crooked."""
    y, x = np.mgrid[0 : size[1], 0 : size[0]].astype(np.float32)
    step, lean = size[0] / 13, rng.uniform(-0.1, 0.1)
    across = ((x + lean * y) / step % 1 < 0.5).astype(np.float32)[..., None]
    down = ((y - lean * x) / step % 1 < 0.5).astype(np.float32)[..., None]
    white, blue = np.array((222, 224, 226), np.float32), np.array((44, 74, 130), np.float32)
    weave = 8 * cloud(size, size[0] // 4, rng)
    return picture_of(white + (blue - white) * (across + down) / 2 - weave)


def on_desk(page: Image.Image, desk: Image.Image, corners: Sequence[Point], *, cover: Image.Image | None = None) -> Image.Image:
    """The page laid on the desk with its four corners at ``corners``, and its own soft shadow. ``cover``: where there is page
    (an L picture), all over when None."""
    width, height = desk.size
    seen = [(x * width, y * height) for x, y in corners]
    source: list[Point] = [(0, 0), (page.width, 0), (page.width, page.height), (0, page.height)]
    how = perspective(seen, source)
    warped = page.transform(desk.size, Image.Transform.PERSPECTIVE, how, Image.Resampling.BICUBIC)
    whole = cover or Image.new("L", page.size, 255)
    mask = whole.transform(desk.size, Image.Transform.PERSPECTIVE, how, Image.Resampling.BILINEAR)
    shadow = mask.filter(ImageFilter.GaussianBlur(width / 130)).transform(
        desk.size, Image.Transform.AFFINE, (1, 0, -width / 200, 0, 1, -width / 160)
    )
    dark = picture_of(pixels_of(desk) * 0.45)
    seen_from_above = Image.composite(dark, desk, shadow.point(lambda value: value * 0.7))
    seen_from_above.paste(warped, (0, 0), mask)
    return seen_from_above


def curled(page: Image.Image, *, rise: float, waves: float = 1.0) -> tuple[Image.Image, Image.Image]:
    """A sheet that does not lie flat: arched across its width, ``rise`` high in the middle, lit from the left. The picture and
    where the page is in it."""
    room = round(page.width * rise)
    size = (page.width, page.height + room)
    strips = 48
    mesh = []
    for number in range(strips):
        left, right = (page.width * number // strips, page.width * (number + 1) // strips)
        up0, up1 = (room * (1 - math.sin(math.pi * waves * x / page.width)) for x in (left, right))
        quad = (left, -up0, left, size[1] - up0, right, size[1] - up1, right, -up1)
        mesh.append(((left, 0, right, size[1]), quad))
    bent = page.transform(size, Image.Transform.MESH, mesh, Image.Resampling.BICUBIC, fillcolor=(0, 0, 0))
    cover = Image.new("L", page.size, 255).transform(size, Image.Transform.MESH, mesh, Image.Resampling.BILINEAR, fillcolor=0)
    x = np.linspace(0, 1, page.width, dtype=np.float32)
    light = (0.86 + 0.13 * np.sin(2 * math.pi * waves * x + 0.6))[None, :, None]
    return picture_of(pixels_of(bent) * light.astype(np.float32)), cover


def bent_to_fold(page: Image.Image, *, rise: float) -> Image.Image:
    """A page of a thick booklet, seen from above: towards the fold at its left its lines run up by ``rise`` of its width, its
    print closes up, and it darkens. Beyond the paper is the dark desk."""
    pixels = np.asarray(page.convert("RGB"))
    height, width = pixels.shape[:2]
    room = round(rise * width)
    y, x = np.mgrid[0 : height + room, 0:width].astype(np.float32)
    near = np.exp(-x / (0.18 * width)).astype(np.float32)
    across, down = x + 0.3 * rise * width * near, y - room * (1 - near)
    bent = cv2.remap(
        pixels,
        across.astype(np.float32),
        down.astype(np.float32),
        cv2.INTER_CUBIC,
        borderMode=cv2.BORDER_CONSTANT,
        borderValue=(40, 32, 26),
    )
    shade = 1 - 0.45 * np.exp(-x / (0.08 * width))
    return picture_of(bent.astype(np.float32) * shade[..., None].astype(np.float32))


# light


def shadowed(photo: Image.Image, *, depth: float) -> Image.Image:
    """The shadow of hand and telephone under a ceiling lamp: a rounded block and an arm, the rim the softer the higher."""
    width, height = photo.size
    shade = Image.new("L", photo.size, 0)
    draw = ImageDraw.Draw(shade)
    phone = [width * 0.34, height * 0.30, width * 0.74, height * 0.66]
    draw.rounded_rectangle(phone, radius=width * 0.05, fill=255)
    draw.ellipse([width * 0.56, height * 0.42, width * 0.84, height * 0.82], fill=255)
    draw.polygon([(width * x, height * y) for x, y in ((0.62, 0.72), (0.83, 0.62), (1.15, 1.1), (0.86, 1.1))], fill=255)
    soft = np.asarray(shade.rotate(-14).filter(ImageFilter.GaussianBlur(width / 38)), np.float32)[..., None] / 255
    return picture_of(pixels_of(photo) * (1 - depth * soft) * np.array((1.0, 1.0, 0.985), np.float32))


def lamp_lit(photo: Image.Image, *, at: Point, darkest: float) -> Image.Image:
    """A desk lamp's warm circle on one side, the room's darkness on the other."""
    width, height = photo.size
    y, x = np.mgrid[0:height, 0:width].astype(np.float32)
    far = np.hypot(x / width - at[0], (y / height - at[1]) * height / width)
    light = (darkest + (1.05 - darkest) * np.exp(-((far / 0.75) ** 2)))[..., None].astype(np.float32)
    return picture_of(pixels_of(photo) * light * np.array((1.02, 0.97, 0.86), np.float32))


def glared(photo: Image.Image, *, at: Point, reach: float) -> Image.Image:
    """The lamp mirrored in a plastic sleeve: a burnt-out patch with a glow around it, and the whole page a little dimmer."""
    width, height = photo.size
    y, x = np.mgrid[0:height, 0:width].astype(np.float32)
    far = np.hypot((x / width - at[0]) / 1.8, (y / height - at[1]) * height / width) / reach
    glow = (1.6 / (1 + far**6) + 0.08 * np.exp(-((far / 2.0) ** 2)))[..., None].astype(np.float32)
    return picture_of(pixels_of(photo) * np.float32(0.7) + 255 * glow)


def dim(photo: Image.Image, rng: Random, *, light: float, grain: float) -> Image.Image:
    """Taken in the dark: little light, much amplification."""
    return grainy(picture_of(pixels_of(photo) * light), rng, grain)


def finger(photo: Image.Image, *, at: Point, size: float = 0.1) -> Image.Image:
    """A thumb that holds the sheet down, coming in from below."""
    width, height = photo.size
    half, x, top = size * width / 2, at[0] * width, at[1] * height
    outline = Image.new("L", photo.size, 0)
    draw = ImageDraw.Draw(outline)
    draw.ellipse([x - half, top, x + half, top + 2.6 * half], fill=255)
    draw.polygon(
        [(x - half, top + 1.3 * half), (x + half, top + 1.3 * half), (x + 2.1 * half, height * 1.1), (x, height * 1.1)], fill=255
    )
    outline = outline.filter(ImageFilter.GaussianBlur(width / 500))
    round_ = np.asarray(outline.filter(ImageFilter.GaussianBlur(half / 2.5)), np.float32)[..., None] / 255
    skin = picture_of(np.array((214, 164, 138), np.float32) * (0.55 + 0.45 * round_))
    nail = Image.new("L", photo.size, 0)
    ImageDraw.Draw(nail).ellipse([x - half * 0.62, top + half * 0.16, x + half * 0.62, top + half * 1.5], fill=210)
    skin.paste((232, 194, 178), (0, 0), nail.filter(ImageFilter.GaussianBlur(width / 300)))
    shadow = outline.filter(ImageFilter.GaussianBlur(width / 90)).point(lambda value: value * 0.5)
    held = Image.composite(picture_of(pixels_of(photo) * 0.5), photo, shadow)
    held.paste(skin, (0, 0), outline)
    return held


# lens and file


def out_of_focus(photo: Image.Image, *, reach: float) -> Image.Image:
    return photo.filter(ImageFilter.GaussianBlur(reach * photo.width))


def shaken(photo: Image.Image, *, reach: float, degrees: float) -> Image.Image:
    """The camera moved while the shutter was open: each point becomes a stroke, ``reach`` long."""
    steps, total = 12, pixels_of(photo) * 0
    for step in range(steps):
        way = reach * photo.width * (step / (steps - 1) - 0.5)
        dx, dy = way * math.cos(math.radians(degrees)), way * math.sin(math.radians(degrees))
        moved = photo.transform(photo.size, Image.Transform.AFFINE, (1, 0, dx, 0, 1, dy), Image.Resampling.BILINEAR)
        total = total + pixels_of(moved)
    return picture_of(total / steps)


def of_a_screen(page: Image.Image, *, pitch: float = 2.35, degrees: float = 1.3) -> Image.Image:
    """A photograph of a page on a monitor: its pixels are stripes of red, green and blue, which the camera's own grid meets
    aslant. The stripes are drawn three to a pixel and sampled like a sensor does, so the moiré comes about by itself."""
    cells = page.resize((round(page.width / 1.45), round(page.height / 1.45)), Image.Resampling.LANCZOS)
    lit = np.kron((pixels_of(cells) / 255) ** 2.2, np.ones((3, 3, 1), np.float32))
    height, width = lit.shape[:2]
    lamps = np.eye(3, dtype=np.float32)[np.arange(width) % 3][None]
    gaps = np.where(np.arange(height) % 3 == 2, 0.35, 1.0).astype(np.float32)[:, None, None]
    screen = picture_of(255 * (lit * (0.25 + 2.05 * lamps) * gaps / 1.05).clip(0, 1) ** (1 / 2.2))
    screen = screen.filter(ImageFilter.GaussianBlur(0.7))
    cos, sin = pitch * math.cos(math.radians(degrees)), pitch * math.sin(math.radians(degrees))
    size = (round(width / pitch), round(height / pitch))
    seen = screen.transform(size, Image.Transform.AFFINE, (cos, -sin, 0, sin, cos, 0), Image.Resampling.BILINEAR)
    return picture_of(pixels_of(seen) * np.array((0.93, 0.99, 1.08), np.float32))


def cut_off(page: Image.Image, box: Box) -> Image.Image:
    """Only this part of the page (shares of width and height) is in the picture."""
    left, top, right, bottom = box
    width, height = page.size
    return page.crop((round(left * width), round(top * height), round(right * width), round(bottom * height)))


# paper and machines


def bled_through(page: Image.Image, back: Image.Image, *, strength: float) -> Image.Image:
    """Thin paper: the print on its back shows, mirrored and soft."""
    seen = back.transpose(Image.Transpose.FLIP_LEFT_RIGHT).resize(page.size).filter(ImageFilter.GaussianBlur(page.width / 900))
    behind = 1 - strength * (1 - pixels_of(seen) / 255)
    return picture_of(pixels_of(page) * behind * np.array((0.98, 0.97, 0.93), np.float32))


def thermal(page: Image.Image, rng: Random) -> Image.Image:
    """Thermal paper after a year in a drawer: grey-violet print, unevenly faded, a burnt streak of the printer missing."""
    ink = 1 - np.asarray(page.convert("L"), np.float32)[..., None] / 255
    fade = 0.20 + 0.22 * cloud(page.size, 4, rng)
    fade[:, round(page.width * 0.58) : round(page.width * 0.583)] = 0.02
    paper = np.array((240, 234, 222), np.float32) - 8 * cloud(page.size, 3, rng)
    return grainy(picture_of(paper - ink * fade * np.array((215, 225, 175), np.float32)), rng, 1.2)


def carbon_copy(page: Image.Image, rng: Random) -> Image.Image:
    """The third sheet of a set: blue-violet, soft, unevenly pressed, with smears of the carbon paper, on pale pink."""
    soft = page.convert("L").filter(ImageFilter.GaussianBlur(page.width / 1100))
    ink = 1 - np.asarray(soft, np.float32)[..., None] / 255
    pressed = 0.35 + 0.4 * cloud(page.size, 7, rng)
    broken = 1 - 0.5 * (cloud(page.size, page.width // 4, rng) > 0.62)
    smear = 0.10 * cloud(page.size, 9, rng) ** 3
    paper = np.array((248, 226, 226), np.float32)
    return grainy(picture_of(paper - (ink * pressed * broken + smear) * np.array((190, 170, 95), np.float32)), rng, 1.5)


def photocopied(page: Image.Image, rng: Random) -> Image.Image:
    """A copy of a copy in black and white, bilevel: specks, a dark edge where the lid stood open."""
    grey = np.asarray(page.convert("L").filter(ImageFilter.GaussianBlur(page.width / 1500)), np.float32)[..., None]
    grey = grey + 26 * (cloud(page.size, page.width // 3, rng) - 0.5)
    specks = random_source(rng).random(grey.shape) < 0.00035
    grey[specks] = 0
    grey[:, : round(page.width * 0.012)] -= 200 * cloud((round(page.width * 0.012), page.height), 5, rng)
    return Image.fromarray(((grey[..., 0] > 158) * 255).astype(np.uint8)).convert("1")


def faded(page: Image.Image, *, strength: float) -> Image.Image:
    """Toner at its end: ``strength`` of the ink is left."""
    return picture_of(255 - (255 - pixels_of(page)) * strength)


def specked(page: Image.Image, rng: Random, *, share: float) -> Image.Image:
    """Dust on the scanner's glass and in the copier: dots of one to three pixels."""
    pixels, source = pixels_of(page), random_source(rng)
    for _ in range(round(share * page.width * page.height)):
        x, y, size = source.integers(page.width), source.integers(page.height), source.integers(1, 4)
        pixels = pixels if pixels.flags.writeable else pixels.copy()
        pixels[y : y + size, x : x + size] = source.integers(20, 150)
    return picture_of(pixels)


def spread(pages: Sequence[Image.Image]) -> Image.Image:
    """Two pages side by side, as an open booklet or an A3 copy, with the shade of the fold between them."""
    first, second = pages
    both = Image.new("RGB", (first.width + second.width, max(first.height, second.height)), (250, 249, 246))
    both.paste(first, (0, 0))
    both.paste(second, (first.width, 0))
    x = np.arange(both.width, dtype=np.float32)
    fold = 1 - 0.38 * np.exp(-(((x - first.width) / (both.width * 0.012)) ** 2))
    return picture_of(pixels_of(both) * fold[None, :, None].astype(np.float32))


def stacked(pages: Sequence[Image.Image]) -> Image.Image:
    """Pages one above another on one sheet, each at two thirds of its size, as a copier puts two across onto one upright."""
    small = [page.resize((round(page.width * 0.66), round(page.height * 0.66)), Image.Resampling.LANCZOS) for page in pages]
    width = round(max(page.width for page in small) * 1.06)
    both = Image.new("RGB", (width, round(width * math.sqrt(2))), (251, 250, 247))
    for place, page in enumerate(small):
        both.paste(page, ((width - page.width) // 2, round(both.height * (place + 0.5) / len(small) - page.height / 2)))
    return both
