"""Fingerprints: what tells that two pages are the same picture, or hold the same text, however they were compressed since."""

from __future__ import annotations

import re
import zlib
from functools import cache

import cv2
import numpy as np
from numpy.typing import NDArray

from models.ocr import Image

NEAR = 6
"""Bits of 64 by which two pictures of one page may differ (domain 13.2)."""
SHINGLE = 5
"""Characters of one shingle (domain 13.2)."""
SIGNATURE = 64
"""Values of a text's signature: the share of equal ones is its Jaccard similarity, give or take 0.03 near 0.95."""
PRIME = (1 << 31) - 1
NOTHING = re.compile(r"[^\w]|_")

TextSignature = NDArray[np.uint32]
"""``SIGNATURE`` values."""


def picture_hash(image: Image) -> int:
    """64 bits of the picture's coarse frequencies, of an upright page."""
    packed = cv2.img_hash.pHash(image)
    return int.from_bytes(packed.tobytes(), "big")


def bits_apart(one: int, other: int) -> int:
    return (one ^ other).bit_count()


def text_signature(text: str) -> TextSignature | None:
    """MinHash of the text's shingles, signs and spaces left out; None for a text of fewer characters than one shingle."""
    plain = NOTHING.sub("", text)
    shingles = {plain[start : start + SHINGLE] for start in range(len(plain) - SHINGLE + 1)}
    if not shingles:
        return None
    hashes = np.array([zlib.crc32(shingle.encode()) % PRIME for shingle in shingles], dtype=np.uint64)
    factors, offsets = _permutations()
    least: TextSignature = ((hashes[:, None] * factors + offsets) % PRIME).min(axis=0).astype(np.uint32)
    return least


@cache
def _permutations() -> tuple[NDArray[np.uint64], NDArray[np.uint64]]:
    """The same ones for ever: stored signatures must stay comparable."""
    values = np.random.RandomState(20260112).randint(1, PRIME, size=(2, SIGNATURE)).astype(np.uint64)
    return values[0], values[1]


def alike(one: TextSignature, other: TextSignature) -> float:
    """Jaccard similarity of two texts' shingles, 0 … 1, as their signatures tell it."""
    return float(np.mean(one == other))
