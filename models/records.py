"""What the models see, as frozen typed records; boxes are fractions of the upright page."""

from __future__ import annotations

from itertools import accumulate
from typing import Literal, NamedTuple

from pydantic import BaseModel, ConfigDict


class Record(BaseModel):
    """Base of everything that is saved or crosses a stage: frozen, no unknown keys."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Box(NamedTuple):
    """A place on a page: fractions of the upright page's width and height, origin top left."""

    x0: float
    y0: float
    x1: float
    y1: float

    @property
    def width(self) -> float:
        return self.x1 - self.x0

    @property
    def height(self) -> float:
        return self.y1 - self.y0

    @property
    def centre(self) -> tuple[float, float]:
        return (self.x0 + self.x1) / 2, (self.y0 + self.y1) / 2

    @property
    def area(self) -> float:
        return max(0.0, self.width) * max(0.0, self.height)

    def union(self, other: Box) -> Box:
        """The smallest box around both."""
        return Box(min(self.x0, other.x0), min(self.y0, other.y0), max(self.x1, other.x1), max(self.y1, other.y1))

    def intersection(self, other: Box) -> Box:
        """The common part; its area is 0 when the two do not meet."""
        return Box(max(self.x0, other.x0), max(self.y0, other.y0), min(self.x1, other.x1), min(self.y1, other.y1))


class Line(Record):
    """One line of print. ``centres`` holds, per character of ``text``, where along the line's longer side
    its middle lies (0 … 1) and ``confidences`` how sure the reader was of it; both may be empty (text layers).
    ``red``: printed or stamped in red alone, as headings and seals are; ``slanted``: across the page, as watermarks are."""

    text: str
    confidence: float
    box: Box
    centres: tuple[float, ...] = ()
    confidences: tuple[float, ...] = ()
    vertical: bool = False
    red: bool = False
    slanted: bool = False

    @property
    def places(self) -> tuple[float, ...]:
        """``centres``, or where they usually are: Latin characters and figures are half as wide as Chinese ones."""
        if len(self.centres) == len(self.text):
            return self.centres
        ends = tuple(accumulate(1 if character < "\u2000" else 2 for character in self.text))
        return tuple((end + before) / 2 / ends[-1] for before, end in zip((0, *ends), ends, strict=False))

    def part(self, start: int, end: int) -> Box:
        """The box of ``text[start:end]``, by the characters' places."""
        centres = self.places
        if start >= end or start >= len(centres):
            return self.box
        end = min(end, len(centres))
        low = 0.0 if start == 0 else (centres[start - 1] + centres[start]) / 2
        high = 1.0 if end == len(centres) else (centres[end - 1] + centres[end]) / 2
        box = self.box
        if self.vertical:
            return Box(box.x0, box.y0 + low * box.height, box.x1, box.y0 + high * box.height)
        return Box(box.x0 + low * box.width, box.y0, box.x0 + high * box.width, box.y1)

    def certainty(self, start: int, end: int) -> float:
        """The reader's confidence in ``text[start:end]``: its weakest character, white apart, else the line's."""
        if len(self.confidences) != len(self.text):
            return self.confidence
        sure = [
            chance
            for chance, character in zip(self.confidences[start:end], self.text[start:end], strict=True)
            if character.strip()
        ]
        return min(sure, default=self.confidence)


SealKind = Literal["official", "contract", "finance", "personnel", "invoice", "department", "special", "person"]
"""公章, 合同, 财务, 人事 and 发票专用章, a department's seal, one for any other purpose, a person's name stamp."""


class Seal(Record):
    """A stamp on a page; ``None`` means that the part is not there or could not be read, and of ``kind`` that it is unsure."""

    page: int
    box: Box
    shape: Literal["round", "oval", "square", "rectangular"]
    colour: str
    name: str | None = None
    centre_text: str | None = None
    code: str | None = None
    confidence: float = 0.0
    kind: SealKind | None = None


Edge = Literal["left", "right", "top", "bottom"]


class SeamPiece(Record):
    """What one page shows, at its ``edge``, of a seal set across several."""

    page: int
    box: Box
    edge: Edge


class SeamSeal(Record):
    """A seal across the seam of consecutive pages (骑缝章), with its pieces in the order of the pages."""

    colour: str
    pieces: tuple[SeamPiece, ...]


class Signature(Record):
    """Handwriting (or a name stamp) beside the label ``near``; says that somebody signed, never who."""

    page: int
    box: Box
    near: str


class Code(Record):
    """A QR code on a page. ``text`` is what it holds, cleaned and cut to a bounded length; ``None`` when it could not be read.
    Whoever drew the code chose the text: it is data to compare and to show, never to follow."""

    page: int
    box: Box
    format: Literal["qr"] = "qr"
    text: str | None = None
