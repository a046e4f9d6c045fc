"""Text that runs from page to page, and lines that mix print with filled-in values."""

from __future__ import annotations

from dataclasses import dataclass

from samples.fonts import Face, family_for, load
from samples.pen import Pen
from samples.sheet import NO_LINE_START, Colour, Sheet


@dataclass(frozen=True)
class Ink:
    """How a piece of a line is set; ``rule``: on a printed line, as values on forms are."""

    face: Face
    colour: Colour
    rule: bool = False


class Flow:
    """Text running from page to page."""

    def __init__(self, pen: Pen, footer: str) -> None:
        self.pen, self.footer = pen, footer
        self.sheet, self.y = pen.sheet(), 30.0
        self.number = pen.face("song")

    def room(self, height: float) -> Sheet:
        """The sheet on which the next ``height`` mm fit."""
        if self.y + height > 270:
            self.sheet, self.y = self.pen.sheet(), 28.0
        return self.sheet

    def heading(self, text: str, face: Face, size: float, *, centre: bool = False) -> None:
        sheet = self.room(24)
        sheet.text(105 if centre else 30, self.y + 4, text, face, size, align="centre" if centre else "left")
        self.y += size * 0.35 + 10

    def clause(self, text: str, face: Face, size: float) -> None:
        lines = len(self.sheet.wrap(text, 150, face, size, 2))
        self.y = self.room(lines * size * 0.6).paragraph(30, self.y, 150, text, face, size, leading=1.7, indent=2) + 1

    def finish(self) -> None:
        """Page numbers, once their total is known."""
        for place, sheet in enumerate(self.pen.sheets, 1):
            sheet.text(105, 282, self.footer.format(place, len(self.pen.sheets)), self.number, 9.5, align="centre")

    def line(self, pieces: list[tuple[str, Ink]], size: float, *, indent: float = 0, leading: float = 1.75) -> None:
        """A paragraph of pieces set in different inks."""
        letters = [(letter, ink) for text, ink in pieces for letter in text]
        em = size * 25.4 / 72
        rows: list[list[tuple[str, Ink]]] = [[]]
        used = indent * em
        for letter, ink in letters:
            advance = self._advance(letter, ink, size)
            if used + advance > 152 and letter not in NO_LINE_START:
                rows.append([])
                used = 0.0
            rows[-1].append((letter, ink))
            used += advance
        for place, row in enumerate(rows):
            sheet = self.room(em * leading)
            self._set(sheet, row, 30 + (indent * em if place == 0 else 0), size)
            self.y += em * leading

    def _advance(self, letter: str, ink: Ink, size: float) -> float:
        pixels = max(round(size * self.pen.dpi / 72), 5)
        return load(family_for(ink.face, letter), pixels).getlength(letter) * 25.4 / self.pen.dpi

    def _set(self, sheet: Sheet, row: list[tuple[str, Ink]], x: float, size: float) -> None:
        em = size * 25.4 / 72
        start = 0
        while start < len(row):
            end = start
            while end < len(row) and row[end][1] is row[start][1]:
                end += 1
            ink = row[start][1]
            text = "".join(letter for letter, _ in row[start:end])
            after = sheet.text(x, self.y, text, ink.face, size, colour=ink.colour)
            if ink.rule:
                sheet.line(x, self.y + em * 1.15, after, self.y + em * 1.15, width=0.18)
            x, start = after, end
