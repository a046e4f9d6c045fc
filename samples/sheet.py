"""The paper: one clean page that text, rules and pictures are drawn on, in millimetres from its top left."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import groupby

import numpy as np
from PIL import Image, ImageDraw

from samples.fonts import Face, family_for, load

Colour = tuple[int, int, int]
INK: Colour = (26, 26, 28)
GREY: Colour = (110, 110, 112)
RED: Colour = (196, 30, 38)
BLUE: Colour = (28, 52, 140)

BASELINE = 0.86
"""Baseline below the top of the em box, as a share of the size: close to it in all fonts of fonts.py."""
NO_LINE_START = "，。；：、）》”！？%．,;:)"


@dataclass(frozen=True)
class Run:
    """A piece of text as it was set: for PDFs that keep their text."""

    text: str
    x: float
    baseline: float
    size: float
    face: Face
    colour: Colour
    spacing: float


class Sheet:
    """``size`` in points, places in millimetres. With ``layered`` the picture without text is kept beside the whole (``art``)."""

    def __init__(self, width: float, height: float, dpi: int, *, tint: Colour = (255, 255, 255), layered: bool = False) -> None:
        self.width, self.height, self.dpi = width, height, dpi
        self.image = Image.new("RGB", (self.px(width), self.px(height)), tint)
        self.art = self.image.copy() if layered else None
        self.runs: list[Run] = []

    def px(self, mm: float) -> int:
        return round(mm * self.dpi / 25.4)

    def _layers(self) -> list[Image.Image]:
        return [self.image] if self.art is None else [self.image, self.art]

    def _draw(self, act: Callable[[ImageDraw.ImageDraw], None]) -> None:
        for layer in self._layers():
            act(ImageDraw.Draw(layer))

    def measure(self, text: str, face: Face, size: float, spacing: float = 0) -> float:
        """Width in mm of the text as ``text`` would set it."""
        pixels = self._pixels(size)
        width = sum(load(family, pixels).getlength(part) for family, part in _parts(text, face))
        return width * 25.4 / self.dpi + spacing * max(len(text) - 1, 0)

    def _pixels(self, size: float) -> int:
        return max(round(size * self.dpi / 72), 5)

    def text(
        self,
        x: float,
        y: float,
        text: str,
        face: Face,
        size: float,
        *,
        colour: Colour = INK,
        spacing: float = 0,
        align: str = "left",
    ) -> float:
        """Sets one line whose em box begins at (x, y); returns where it ends. ``align`` says what x is: left, centre or right."""
        width = self.measure(text, face, size, spacing)
        x -= {"left": 0.0, "centre": width / 2, "right": width}[align]
        baseline = y + size * 25.4 / 72 * BASELINE
        self.runs.append(Run(text, x, baseline, size, face, colour, spacing))
        draw = ImageDraw.Draw(self.image)
        pixels, at = self._pixels(size), x * self.dpi / 25.4
        for family, part in _parts(text, face):
            font = load(family, pixels)
            pieces = part if spacing else [part]
            for piece in pieces:
                draw.text((at, baseline * self.dpi / 25.4), piece, font=font, fill=colour, anchor="ls")
                at += font.getlength(piece) + spacing * self.dpi / 25.4 * len(piece) * bool(spacing)
        return x + width

    def fitting(self, text: str, face: Face, size: float, room: float) -> float:
        """The size at which the text takes no more than ``room`` mm: the given one, or smaller."""
        return min(size, size * room / max(self.measure(text, face, size), 0.1) * 0.985)

    def spread(self, x: float, y: float, text: str, width: float, face: Face, size: float, *, colour: Colour = INK) -> None:
        """Sets the text justified to ``width``, as in the labels 名    称."""
        natural = self.measure(text, face, size)
        self.text(x, y, text, face, size, colour=colour, spacing=max(width - natural, 0) / max(len(text) - 1, 1))

    def wrap(self, text: str, width: float, face: Face, size: float, indent: float = 0) -> list[str]:
        """The lines that the text breaks into; ``indent`` in characters shortens the first."""
        pixels = self._pixels(size)
        room = width * self.dpi / 25.4
        lines, line, used = [], "", indent * pixels
        for character in text:
            advance = load(family_for(face, character), pixels).getlength(character)
            if line and used + advance > room and character not in NO_LINE_START:
                lines.append(line)
                line, used = "", 0.0
            line += character
            used += advance
        return [*lines, line] if line else lines

    def paragraph(
        self,
        x: float,
        y: float,
        width: float,
        text: str,
        face: Face,
        size: float,
        *,
        leading: float = 1.6,
        indent: float = 0,
        colour: Colour = INK,
    ) -> float:
        """Sets a paragraph; returns where the next line begins."""
        em = size * 25.4 / 72
        for number, line in enumerate(self.wrap(text, width, face, size, indent)):
            self.text(x + (indent * em if number == 0 else 0), y, line, face, size, colour=colour)
            y += em * leading
        return y

    def line(self, x0: float, y0: float, x1: float, y1: float, *, colour: Colour = INK, width: float = 0.25) -> None:
        ends = [(self.px(x0), self.px(y0)), (self.px(x1), self.px(y1))]
        self._draw(lambda draw: draw.line(ends, fill=colour, width=max(self.px(width), 1)))

    def path(self, points: Sequence[tuple[float, float]], *, colour: Colour = INK, width: float = 0.2) -> None:
        places = [(x * self.dpi / 25.4, y * self.dpi / 25.4) for x, y in points]
        self._draw(lambda draw: draw.line(places, fill=colour, width=max(self.px(width), 1), joint="curve"))

    def rectangle(
        self,
        x0: float,
        y0: float,
        x1: float,
        y1: float,
        *,
        colour: Colour | None = INK,
        fill: Colour | None = None,
        width: float = 0.25,
    ) -> None:
        box = [self.px(x0), self.px(y0), self.px(x1), self.px(y1)]
        self._draw(lambda draw: draw.rectangle(box, outline=colour, fill=fill, width=max(self.px(width), 1)))

    def paste(self, picture: Image.Image, x: float, y: float, width: float, height: float) -> None:
        """Puts a picture (its alpha respected) into the given place."""
        small = picture.resize((self.px(width), self.px(height)), Image.Resampling.LANCZOS)
        mask = small if small.mode == "RGBA" else None
        for layer in self._layers():
            layer.paste(small, (self.px(x), self.px(y)), mask)

    def ink(self, coverage: Image.Image, x: float, y: float, colour: Colour) -> None:
        """Lets ink of a colour soak in: ``coverage`` is an L picture at the sheet's own resolution, (x, y) its top left."""
        for layer in self._layers():
            _soak(layer, coverage, (self.px(x), self.px(y)), colour)


def _parts(text: str, face: Face) -> list[tuple[object, str]] | list:  # type: ignore[type-arg]
    return [(family, "".join(part)) for family, part in groupby(text, key=lambda character: family_for(face, character))]


def _soak(page: Image.Image, coverage: Image.Image, at: tuple[int, int], colour: Colour) -> None:
    left, top = max(at[0], 0), max(at[1], 0)
    right, bottom = min(at[0] + coverage.width, page.width), min(at[1] + coverage.height, page.height)
    if right <= left or bottom <= top:
        return
    strength = np.asarray(coverage.crop((left - at[0], top - at[1], right - at[0], bottom - at[1])), np.float32)[..., None] / 255
    below = np.asarray(page.crop((left, top, right, bottom)), np.float32)
    mixed = below * (1 - strength * (1 - np.array(colour, np.float32) / 255))
    page.paste(Image.fromarray(mixed.astype(np.uint8)), (left, top))
