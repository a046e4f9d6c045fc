"""Reading print: one small interface, whatever engine does it. Images are numpy arrays, height x width x 3, uint8, BGR."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from models.records import Record

Image = NDArray[np.uint8]
"""Height x width x 3, BGR."""

Quad = NDArray[np.float32]
"""4 x 2 corner points in pixels, clockwise from the text's own top left."""


class Alternative(Record):
    """A character that the reader thought of and did not choose; ``centre`` as in ``Reading``."""

    text: str
    centre: float
    confidence: float


class Reading(Record):
    """The text of one strip. ``centres`` (0 … 1 along the strip) and ``confidences`` hold one value per character;
    ``alternatives`` what else may stand there, or where nothing was chosen, from left to right."""

    text: str
    confidence: float
    centres: tuple[float, ...] = ()
    confidences: tuple[float, ...] = ()
    alternatives: tuple[Alternative, ...] = ()


class Engine(Protocol):
    """Finds and reads print. ``name`` goes into reports and cache keys, e.g. ``PP-OCRv6_small``."""

    name: str

    def find(self, image: Image) -> list[Quad]:
        """Where lines of print lie in the picture, in no particular order."""
        ...

    def read(self, strips: Sequence[Image]) -> list[Reading]:
        """The text of upright one-line pictures, in their order; an unreadable strip gives an empty text."""
        ...


def no_reading() -> Reading:
    return Reading(text="", confidence=0.0)


__all__ = ["Alternative", "Engine", "Image", "Quad", "Reading", "no_reading"]
