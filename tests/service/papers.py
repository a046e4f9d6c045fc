"""Small invented scans, each with bytes of its own, and what a reading of them does to the process that reads.

The colour of the bar on the paper tells the fake engine what to do: black ones are read, the others are trouble.
"""

from __future__ import annotations

import io
import os
import signal
import time
from collections.abc import Sequence
from typing import Literal

import numpy as np
from PIL import Image as Picture
from PIL import ImageDraw

from models.ocr import Image, Quad, Reading

Paper = Literal["good", "deadly", "defective", "slow", "unhurried", "greedy"]
"""good: is read; deadly: ends whoever reads it, as a crash in a library does; defective: raises; slow: takes a minute;
unhurried: two seconds; greedy: takes 600 MB and keeps them."""

SIZE = (360, 500)
BARS: dict[Paper, tuple[int, int, int]] = {
    "good": (0, 0, 0),
    "deadly": (0, 160, 0),
    "defective": (0, 0, 200),
    "slow": (0, 150, 150),
    "unhurried": (120, 120, 120),
    "greedy": (150, 150, 0),
}
NAME = "龙永春"
KEPT: list[Image] = []


def paper(number: int, kind: Paper = "good") -> bytes:
    """A PNG; another number gives other bytes."""
    picture = Picture.new("RGB", SIZE, "white")
    draw = ImageDraw.Draw(picture)
    draw.rectangle((30, 60, 330, 90), fill=BARS[kind])
    for bit in range(32):
        shade = (40, 40, 40) if number >> bit & 1 else (190, 190, 190)
        draw.rectangle((30 + 9 * bit, 200, 36 + 9 * bit, 230), fill=shade)
    out = io.BytesIO()
    picture.save(out, "PNG")
    return out.getvalue()


class FakeEngine:
    """Finds the bar and reads the same words in it, at once; or does what the bar's colour says."""

    name = "fake"

    def find(self, image: Image) -> list[Quad]:
        height, width = image.shape[:2]
        act(bar_of(image))
        x0, y0, x1, y1 = 0.08 * width, 0.1 * height, 0.92 * width, 0.19 * height
        return [np.array([[x0, y0], [x1, y0], [x1, y1], [x0, y1]], dtype=np.float32)]

    def read(self, strips: Sequence[Image]) -> list[Reading]:
        return [Reading(text=f"姓名：{NAME}", confidence=0.99) for _ in strips]


def bar_of(image: Image) -> Paper:
    """The kind whose bar's colour is nearest to that of the picture, which is BGR."""
    height, width = image.shape[:2]
    seen = image[int(0.14 * height) : int(0.16 * height), int(0.3 * width) : int(0.7 * width)].mean(axis=(0, 1))
    return min(BARS, key=lambda kind: float(np.abs(seen[::-1] - np.array(BARS[kind])).sum()))


def act(kind: Paper) -> None:
    if kind == "deadly":
        os.kill(os.getpid(), signal.SIGKILL)
    if kind == "defective":
        raise ValueError(f"{NAME} cannot be read")  # errors of libraries quote papers; no log may
    if kind == "slow":
        time.sleep(60)
    if kind == "unhurried":
        time.sleep(2)
    if kind == "greedy":
        KEPT.append(np.ones(600_000_000, dtype=np.uint8))
