"""A page picture in; how much stamp ink of one colour lies on each pixel out."""

from __future__ import annotations

from typing import Literal

import cv2
import numpy as np
from numpy.typing import NDArray

from models.ocr import Image

Ink = NDArray[np.uint8]
"""Height x width; 0 is paper or black print, 255 the fullest ink."""

Colour = Literal["red", "blue", "grey"]

LEADING = {"red": (2, 1, 0), "blue": (0, 2, 1)}
"""Channels (BGR) of a colour: the one that leads, the one that it must lead, the third. Red ink of every hue, magenta and orange
included, keeps green down; blue ink keeps red down."""

FAINT = 16  # below this share (of 255) of a page's white, a tint is cast or noise; the palest of 12 real seals had 30
GOLD = 0.45  # (red - green) / (red - blue) below this is gold or brown: 0.3-0.4 on five photographed emblems and titles


def ink_of(image: Image, colour: Colour) -> Ink:
    """Ink of ``colour``, its strength relative to the page's white, so that dark photos and bright scans look alike."""
    if colour == "grey":
        return grey_ink(image)
    lead, held, third = LEADING[colour]
    strength = cv2.subtract(image[:, :, lead], image[:, :, held])
    white = paper_white(image)
    cast = int(np.median(strength[::4, ::4]))
    strength = cv2.convertScaleAbs(cv2.subtract(strength, np.full_like(strength, cast)), alpha=255.0 / white)
    towards_third = cv2.subtract(image[:, :, lead], image[:, :, third])
    if colour == "red":
        strength[strength < GOLD * towards_third.astype(np.float32) - 6] = 0
        strength[image[:, :, 2] < image[:, :, 0]] = 0
    else:
        strength[towards_third == 0] = 0
    ink: Ink = strength
    return ink


def grey_ink(image: Image) -> Ink:
    """All that is darker than the paper around it, for copies without colour."""
    grey = cv2.cvtColor(image, cv2.COLOR_BGR2GRAY)
    white = paper_white(image)
    ink: Ink = cv2.convertScaleAbs(cv2.subtract(np.full_like(grey, int(white)), grey), alpha=255.0 / white)
    return ink


def paper_white(image: Image) -> float:
    """The page's white: the 80th percentile of each pixel's brightest channel, at least 40."""
    return float(max(40.0, np.percentile(image[::4, ::4].max(axis=2), 80)))


def ink_mask(ink: Ink, colour: Colour) -> NDArray[np.uint8]:
    """255 where there is ink. The bound follows the page's own noise; a grey page's is set between print and paper."""
    if colour == "grey":
        return (ink > 90).astype(np.uint8) * 255
    noise = float(np.percentile(ink[::4, ::4], 75))
    return (ink > max(FAINT, 2.5 * noise)).astype(np.uint8) * 255


def has_colour(image: Image) -> bool:
    """Whether anything on the page is chromatic; a copied or greyscale page is not."""
    part = image[::4, ::4].astype(np.int16)
    spread = part.max(axis=2) - part.min(axis=2)
    return float((spread - np.median(spread) > 30).mean()) > 0.0005
