"""What a layout draws with: sheets, typefaces and stamps at hand, and the truth of what was really put on paper."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from samples.fonts import LATIN, Face, families
from samples.handwriting import write
from samples.seals import Seal, press
from samples.sheet import BLUE, INK, Colour, Sheet

A4 = (210.0, 297.0)
TINTS: tuple[Colour, ...] = ((255, 255, 255), (255, 255, 255), (253, 252, 247), (250, 250, 252), (252, 249, 240))


@dataclass(frozen=True)
class SealMark:
    page: int
    seal: Seal


@dataclass(frozen=True)
class SignatureMark:
    page: int
    near: str


class Pen:
    """One paper being drawn. ``layered`` keeps text apart for PDFs with a text layer."""

    def __init__(self, rng: Random, dpi: int, *, layered: bool = False) -> None:
        self.rng, self.dpi, self.layered = rng, dpi, layered
        self.sheets: list[Sheet] = []
        self.printed: set[str] = set()
        self.seals: list[SealMark] = []
        self.signatures: list[SignatureMark] = []

    def sheet(self, width: float = A4[0], height: float = A4[1], *, tint: Colour | None = None) -> Sheet:
        """A new page."""
        tint = tint or (self.sheets[-1].image.getpixel((2, 2)) if self.sheets else self.rng.choice(TINTS))  # type: ignore[assignment]
        self.sheets.append(Sheet(width, height, self.dpi, tint=tint, layered=self.layered))  # type: ignore[arg-type]
        return self.sheets[-1]

    def face(self, *roles: str) -> Face:
        """One typeface of the roles; for a paper with a text layer one that PDFs can embed."""
        choices = families(self.rng.choice(roles))
        if self.layered:
            choices = tuple(f for f in choices if f.embeds) or tuple(f for f in families("kai") if f.embeds)
        return Face(self.rng.choice(choices), self.rng.choice(LATIN))

    def says(self, *fields: str) -> None:
        """Notes that these fields of the contract are on the paper."""
        self.printed.update(fields)

    def stamp(self, seal: Seal | None, x: float, y: float, sheet: Sheet | None = None, *, says: str | None = None) -> None:
        """Presses the seal with its middle at (x, y), give or take; ``says``: the field its name states."""
        if seal is None:
            return
        sheet = sheet or self.sheets[-1]
        ink = press(seal, self.dpi, self.rng)
        x += self.rng.uniform(-3, 3) - ink.width * 12.7 / self.dpi
        y += self.rng.uniform(-3, 3) - ink.height * 12.7 / self.dpi
        sheet.ink(ink, max(x, 1), y, seal.colour)
        self.seals.append(SealMark(self.sheets.index(sheet), seal))
        if says:
            self.says(says)

    def sign(self, name: str, x: float, y: float, near: str, *, size: float = 20, sheet: Sheet | None = None) -> None:
        """Signs ``name`` by hand with its left end at (x, y); ``near`` is the printed label it belongs to."""
        sheet = sheet or self.sheets[-1]
        ink = write(name, size * self.dpi / 72, self.rng)
        colour = self.rng.choice((INK, INK, BLUE, (20, 30, 70)))
        sheet.ink(ink, x, y - size * 0.12, colour)
        self.signatures.append(SignatureMark(self.sheets.index(sheet), near))
