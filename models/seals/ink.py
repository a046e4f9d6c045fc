"""A page picture in; how much stamp ink of one colour lies on each pixel out."""

from __future__ import annotations

from typing import Literal

import cv2
import numpy as np
from numpy.typing import NDArray

from models.imaging import highest, lowest
from models.ocr import Image

Ink = NDArray[np.uint8]
"""Height x width; 0 is paper or black print, 255 the fullest ink."""

Colour = Literal["red", "blue", "grey"]

LEADING: dict[Colour, tuple[int, int, int]] = {"red": (2, 1, 0), "blue": (0, 2, 1)}
"""Channels (BGR) of a colour: the one that leads, the one that it must lead, the third. Red ink of every hue, magenta and orange
included, keeps green down; blue ink keeps red down."""

FAINT = 16  # below this share (of 255) of a page's white, a tint is cast or noise; the palest of 12 real seals had 30
FAINTEST = FAINT / 2  # ink that may be a seal's all the same, on a page whose seals are not clear (guess)
NOISE = 2.5  # times the noise, from which a tint is ink
COVERED = 40.0  # ink that no noise makes: of 40 pages of another hand the noisiest had 8 (guess)
PAPER_LEFT = 0.2  # share of a page that is paper beside its cover at least (guess)
PAPER = 0.5  # of the page's white, from which a pixel may be paper (guess)
GREY = 45  # of a copy's white: the palest of drawn faint seals had 70, shadows of photographed copies stay below (guess)
CHROMATIC, LIT = 30.0, 200.0  # difference between channels that is colour, and the white from which a page is lit well
SPECKLED = 12.0  # difference that the noise of dark photographs makes at most (guess)
LEAST_CAST, MOST_CAST, MOST_GREEN = 1.1, 2.2, 1.4  # red over blue and over green on paper by lamps of 2700 K and more (guess)
COARSE = 6  # times smaller, the picture of grounds
WINDOW = 0.1  # of the shorter side: where more than half is ground, though a seal lies there
DARK_GROUND, COLOURED_AREA = 0.85, 0.05  # of the page's white, and share of the page: a photograph printed on it (guess)
MOST_GAIN = 4.0  # where a ground gives back less than a quarter, ink cannot be told from noise (guess)
GOLD = 0.45  # (red - green) / (red - blue) below this is gold or brown: 0.3-0.4 on five photographed emblems and titles


def ink_of(image: Image, colour: Colour) -> Ink:
    """Ink of ``colour``, its strength relative to the page's white, so that dark photos and bright scans look alike."""
    if colour == "grey":
        return grey_ink(image)
    channels = cv2.split(image)
    lead, held, third = (channels[place] for place in LEADING[colour])
    tint = cv2.subtract(lead, held)
    strength = cv2.convertScaleAbs(cv2.subtract(tint, usual(tint)), alpha=255.0 / paper_white(image))
    towards_third = cv2.subtract(lead, third)
    if colour == "red":
        gold = cv2.subtract(cv2.convertScaleAbs(towards_third, alpha=GOLD), 6)
        own = cv2.bitwise_and(cv2.compare(strength, gold, cv2.CMP_GE), cv2.compare(channels[2], channels[0], cv2.CMP_GE))
    else:
        own = cv2.compare(towards_third, 0, cv2.CMP_GT)
    ink: Ink = cv2.bitwise_and(strength, own)
    return ink


def balanced(image: Image) -> Image:
    """The picture as white light shows it: the paper's cast taken off, which a yellow lamp throws on paper and ink alike. No lamp
    is blue or red: what looks so is a picture, or coloured paper, and stays."""
    blue, green, red = paper_colour(image)
    gains = (red / blue, red / green, 1.0)
    if not LEAST_CAST < gains[0] < MOST_CAST or not 1.0 <= gains[1] < min(gains[0], MOST_GREEN):
        return image
    channels = [cv2.convertScaleAbs(channel, alpha=gain) for channel, gain in zip(cv2.split(image), gains, strict=True)]
    plain: Image = cv2.merge(channels)
    return plain


def on_paper(image: Image) -> Image:
    """The picture as if stamps on printed photographs lay on paper: ink takes its share of whatever light its ground gives back,
    so the ground, which is the usual light of a place, is divided out. The picture itself where no such ground is."""
    white = paper_white(image)
    small = cv2.resize(image, None, fx=1 / COARSE, fy=1 / COARSE, interpolation=cv2.INTER_AREA)
    window = 2 * round(WINDOW * min(small.shape[:2]) / 2) + 1
    ground = cv2.medianBlur(small, window)
    dark = highest(ground) < DARK_GROUND * white
    if not dark.mean() > COLOURED_AREA:
        return image
    gain = np.clip(white / np.maximum(ground.astype(np.float32), 1.0), 1.0, MOST_GAIN)
    gain = cv2.resize(gain, (image.shape[1], image.shape[0]), interpolation=cv2.INTER_LINEAR)
    plain: Image = np.clip(image * gain, 0, 255).astype(np.uint8)
    return plain


def paper_colour(image: Image) -> tuple[float, float, float]:
    """The page's white in each channel (BGR): the 80th percentile, at least 1."""
    blue, green, red = (max(1.0, float(white)) for white in np.percentile(image[::4, ::4], 80, axis=(0, 1)))
    return blue, green, red


def usual(tint: Ink) -> int:
    """The page's cast: the tint that half of it has. A lamp's is on all of it; where paper is left without, it is a cover's."""
    part = tint[::4, ::4]
    middle = float(np.median(part))
    rest = part[part < middle / 3] if middle > COVERED else part[:0]
    return int(np.median(rest) if rest.size > PAPER_LEFT * part.size else middle)


def grey_ink(image: Image) -> Ink:
    """All that is darker than the paper around it, for copies without colour."""
    grey = cv2.cvtColor(image, cv2.COLOR_BGR2GRAY)
    white = paper_white(image)
    ink: Ink = cv2.convertScaleAbs(cv2.subtract(np.full_like(grey, int(white)), grey), alpha=255.0 / white)
    return ink


def paper_white(image: Image) -> float:
    """The page's white: the 80th percentile of each pixel's brightest channel, at least 40."""
    return max(40.0, float(np.percentile(highest(image[::4, ::4]), 80)))


def ink_mask(ink: Ink, colour: Colour, image: Image | None = None, *, faint: float = FAINT) -> NDArray[np.uint8]:
    """255 where there is ink, ``faint`` or more. The bound follows the page's own noise; a grey page's is set between print and
    paper. ``image``: what the ink is of, so that what is lit like paper is held to the paper's noise, not to a brown desk's."""
    if colour == "grey":
        return (ink > GREY).astype(np.uint8) * 255
    bound = noise_bound(ink[::4, ::4], faint)
    mask = ink > bound
    if image is not None and bound > faint:
        lit = highest(image) > PAPER * paper_white(image)
        mask |= lit & (ink > noise_bound(ink[::4, ::4][lit[::4, ::4]], faint))
    return mask.astype(np.uint8) * 255


def noise_bound(ink: Ink, faint: float) -> float:
    """The strength from which a tint is ink. Where a quarter of the page is coloured, as by a certificate's red cover, noise is
    what the rest of it has."""
    if not ink.size:
        return faint
    noise = float(np.percentile(ink, 75))
    if noise > COVERED:
        rest = ink[ink <= COVERED]
        noise = float(np.percentile(rest, 75)) if rest.size else noise
    return max(faint, NOISE * noise)


def has_colour(image: Image) -> bool:
    """Whether anything on the page is chromatic, for the light that fell on it; a copied or greyscale page is not."""
    part = balanced(image)[::4, ::4]
    spread = cv2.subtract(highest(part), lowest(part))
    least = max(SPECKLED, CHROMATIC * min(1.0, paper_white(image) / LIT))
    return float((spread > float(np.median(spread)) + least).mean()) > 0.0005
