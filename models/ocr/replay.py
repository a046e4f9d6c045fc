"""Recorded answers: a real engine's readings kept in a file, given back to tests without any model.

A picture is known again by a thumbnail, not by its bytes: another processor may round a rotated page's pixels differently,
and the answer is still the right one. The nearest recorded picture answers; one that is nowhere near is an error, never a
guess.
"""

from __future__ import annotations

import base64
import gzip
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from models.ocr import Engine, Image, Quad, Reading

PAGE_THUMB = (24, 32)
STRIP_THUMB = (48, 8)
FAR = 20.0  # mean grey levels between thumbnails: re-rounded pictures stay below 1, strips cut a little otherwise below (guess)


class RecordingMissing(LookupError):
    """The picture is not among the recorded ones: the code before reading changed; record anew (see tests/README.md)."""


class RecordingEngine:
    """Passes everything on to ``engine`` and keeps its answers until ``save``."""

    def __init__(self, engine: Engine) -> None:
        self.name = engine.name
        self._engine = engine
        self._pages: list[dict[str, Any]] = []
        self._strips: list[dict[str, Any]] = []

    def find(self, image: Image) -> list[Quad]:
        quads = self._engine.find(image)
        self._pages.append({"key": packed(image, PAGE_THUMB), "quads": [np.round(quad, 1).tolist() for quad in quads]})
        return quads

    def read(self, strips: Sequence[Image]) -> list[Reading]:
        readings = self._engine.read(strips)
        for strip, reading in zip(strips, readings, strict=True):
            self._strips.append({"key": packed(strip, STRIP_THUMB), "reading": reading.model_dump(mode="json")})
        return readings

    def save(self, path: Path) -> None:
        recorded = {"name": self.name, "pages": self._pages, "strips": self._strips}
        path.write_bytes(gzip.compress(json.dumps(recorded, ensure_ascii=False).encode(), mtime=0))


class ReplayEngine:
    """Answers from a recording only."""

    def __init__(self, path: Path) -> None:
        recorded = json.loads(gzip.decompress(path.read_bytes()))
        self.name: str = recorded["name"]
        self._page_keys = keys(recorded["pages"], PAGE_THUMB)
        self._quads = [entry["quads"] for entry in recorded["pages"]]
        self._strip_keys = keys(recorded["strips"], STRIP_THUMB)
        self._readings = [Reading.model_validate(entry["reading"]) for entry in recorded["strips"]]

    def find(self, image: Image) -> list[Quad]:
        quads = self._quads[nearest(self._page_keys, feature(image, PAGE_THUMB))]
        return [np.asarray(quad, dtype=np.float32) for quad in quads]

    def read(self, strips: Sequence[Image]) -> list[Reading]:
        return [self._readings[nearest(self._strip_keys, feature(strip, STRIP_THUMB))] for strip in strips]


def feature(image: Image, size: tuple[int, int]) -> NDArray[np.uint8]:
    """A grey thumbnail, and the picture's shape, as one row of bytes."""
    grey = cv2.cvtColor(image, cv2.COLOR_BGR2GRAY)
    thumb = cv2.resize(grey, size, interpolation=cv2.INTER_AREA).ravel()
    height, width = image.shape[:2]
    shape = np.clip(np.array([20 * np.log2(max(1, side)) for side in (height, width)]), 0, 255)
    return np.concatenate([thumb, shape.astype(np.uint8)])


def packed(image: Image, size: tuple[int, int]) -> str:
    return base64.b85encode(feature(image, size).tobytes()).decode()


def keys(entries: Sequence[dict[str, Any]], size: tuple[int, int]) -> NDArray[np.int16]:
    rows = [np.frombuffer(base64.b85decode(entry["key"]), dtype=np.uint8) for entry in entries]
    return np.array(rows, dtype=np.int16).reshape(len(rows), size[0] * size[1] + 2)


def nearest(known: NDArray[np.int16], wanted: NDArray[np.uint8]) -> int:
    """Index of the recorded picture most like the wanted one."""
    if not len(known):
        raise RecordingMissing("nothing is recorded")
    distances = np.abs(known - wanted.astype(np.int16)).mean(axis=1)
    best = int(distances.argmin())
    if distances[best] > FAR:
        raise RecordingMissing(f"the nearest recorded picture is {distances[best]:.1f} grey levels away")
    return best
