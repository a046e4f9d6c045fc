"""The outline of a seal on a page: an ellipse or a rectangle, and how to sample the picture along it."""

from __future__ import annotations

from typing import Literal

import cv2
import numpy as np
from numpy.typing import NDArray

from models.records import Box, Record

Shape = Literal["round", "oval", "square", "rectangular"]
OVAL = 0.85  # axis ratio below which a seal is called oval (domain: 40 x 30 and 45 x 30 mm); photos squeeze round ones to 0.9


class Outline(Record):
    """``x``, ``y``: centre in pixels; ``a``, ``b``: half axes (half sides of a rectangle) in pixels, ``a`` along ``angle``
    (degrees, clockwise on the picture, -90 … 90). ``rim`` 0 … 1: how much clearer the rim is than what lies on both sides of
    it; ``texture``: changes between ink and paper on the way round inside the rim, as print makes them; ``star``: whether ink
    fills the middle and ends before the ring of characters begins; ``over``: a frame found on
    a seal (overlaid.py)."""

    x: float
    y: float
    a: float
    b: float
    angle: float = 0.0
    shape: Shape = "round"
    rim: float = 0.0
    texture: float = 0.0
    star: bool = False
    over: bool = False

    def scaled(self, factor: float, dx: float = 0.0, dy: float = 0.0) -> Outline:
        """The same outline after the picture was enlarged by ``factor`` and then moved."""
        place = {"x": self.x * factor + dx, "y": self.y * factor + dy, "a": self.a * factor, "b": self.b * factor}
        return self.model_copy(update=place)

    @property
    def size(self) -> float:
        return max(self.a, self.b)

    def beyond(self, width: int, height: int) -> float:
        """Share of its half size that it reaches over the edge of a picture."""
        turn = np.deg2rad(self.angle)
        across, down = (
            np.hypot(self.a * np.cos(turn), self.b * np.sin(turn)),
            np.hypot(self.a * np.sin(turn), self.b * np.cos(turn)),
        )
        over = max(across - self.x, self.x + across - width, down - self.y, self.y + down - height)
        return max(0.0, float(over) / self.size)

    def away_from(self, other: Outline) -> float:
        """Pixels between the two middles."""
        return float(np.hypot(self.x - other.x, self.y - other.y))

    def corners(self) -> NDArray[np.float32]:
        """4 x 2: the corners of the rectangle around it, clockwise from the upper left of its own frame."""
        signs = np.array([[-1, -1], [1, -1], [1, 1], [-1, 1]], dtype=np.float32)
        return self.to_picture(signs[:, 0], signs[:, 1])

    def to_picture(self, u: NDArray[np.float32], v: NDArray[np.float32]) -> NDArray[np.float32]:
        """Pixels of points given in the seal's own frame (-1 … 1 along its axes); the last dimension holds x and y."""
        return np.stack(self.places(u, v), axis=-1)

    def places(self, u: NDArray[np.float32], v: NDArray[np.float32]) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
        """The same, x and y apart."""
        turn = np.deg2rad(self.angle)
        cos, sin = np.cos(turn), np.sin(turn)
        along, across = u * self.a, v * self.b
        x, y = self.x + along * cos - across * sin, self.y + along * sin + across * cos
        return x.astype(np.float32), y.astype(np.float32)

    def box(self, width: int, height: int) -> Box:
        """The upright box around it as fractions of a picture of that size."""
        turn = np.deg2rad(self.angle)
        if self.shape in ("round", "oval"):
            dx = np.hypot(self.a * np.cos(turn), self.b * np.sin(turn))
            dy = np.hypot(self.a * np.sin(turn), self.b * np.cos(turn))
        else:
            dx, dy = np.abs(self.corners() - np.array([self.x, self.y])).max(axis=0)
        sides = ((self.x - dx) / width, (self.y - dy) / height, (self.x + dx) / width, (self.y + dy) / height)
        return Box(*(round(float(min(1.0, max(0.0, side))), 4) for side in sides))


def sample(picture: NDArray[np.uint8], outline: Outline, u: NDArray[np.float32], v: NDArray[np.float32]) -> NDArray[np.uint8]:
    """The picture's values at points of the seal's own frame; beyond the picture's edge 0."""
    value: NDArray[np.uint8] = cv2.remap(picture, *outline.places(u, v), cv2.INTER_LINEAR, borderValue=0)
    return value


def polar(
    picture: NDArray[np.uint8], outline: Outline, angles: NDArray[np.float32], radii: NDArray[np.float32]
) -> NDArray[np.uint8]:
    """len(angles) x len(radii): the values at ``angles`` (radians, clockwise from the seal's own right) and ``radii`` (1 = rim).
    A radius below 1 lies that share of the shorter axis within the rim, along its normal, since print keeps an even distance
    to the rim of an oval too."""
    a, b = outline.a, outline.b
    shorter = min(a, b)
    cos, sin = np.cos(angles)[:, None], np.sin(angles)[:, None]
    normal = np.hypot(b * cos, a * sin)
    inwards = (radii[None, :] - 1) * shorter
    u = cos + inwards * b * cos / normal / a
    v = sin + inwards * a * sin / normal / b
    return sample(picture, outline, u.astype(np.float32), v.astype(np.float32))
