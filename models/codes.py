"""A page picture in, its QR codes out: where they are and what they hold, as bounded text that is never followed or run.

zxing-cpp read 84 of 108 drawn codes (8 to 28 mm at 200 dpi; noise, blur, darkness, any angle) and 10 of the 11 on photographed
licences and samples, in 2 to 21 ms a page; OpenCV's own detector read 27 and 4 of them, in 60 to 420 ms.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from typing import Protocol

import cv2
import zxingcpp

from models.imaging import Grey
from models.ocr import Image
from models.records import Box, Code

LONGEST = 1000
"""Characters kept of one code. Links on papers hold 40 to 150; a code can hold 7,000."""
MOST = 8
"""Codes of one page, and doubtful places looked at again: more is a picture of something else."""
FEWEST = 21
"""Pixels across the smallest code there is: one for each module. zxing-cpp also reports places of no size at all."""
MARGIN = 0.25
"""Of a place's longer side, kept around it when it is looked at again: the quiet zone."""
CELLS, CELL, BARE, PATTERNED = 4, 16, 0.2, 11
"""Patterned is a place where so many of its 4 x 4 cells are neither bare nor filled but for a fifth; a code that
stands on its corner has four bare ones (guess)."""
ENLARGED = (2.0, 3.0)
"""Where a code is seen but not read, its crop is enlarged: small modules blur into each other (12 mm at 200 dpi and below)."""
ENLARGED_SIDE = 1600


def find_codes(image: Image, page: int) -> list[Code]:
    """The QR codes of a page, from top to bottom. One that is there but could not be read has no text."""
    grey: Grey = cv2.cvtColor(image, cv2.COLOR_BGR2GRAY)
    seen = [(place_of(one, grey), one) for one in look(grey)[:MOST]]
    found = [
        (box, one.text if one.valid else look_again(grey, box))
        for box, one in seen
        if one.valid or (legible(box, grey) and is_patterned(box, grey))
    ]
    codes = [Code(page=page, box=box, text=None if text is None else clean(text)) for box, text in found]
    return sorted(distinct(codes), key=lambda code: (code.box.y0, code.box.x0))


def legible(box: Box, grey: Grey) -> bool:
    """Whether a code fits into the place at all."""
    height, width = grey.shape
    return bool(min(box.width * width, box.height * height) >= FEWEST)


def is_patterned(box: Box, grey: Grey) -> bool:
    """Whether dark and light change all over the place, as they do on a code; the corner of a border is bare within."""
    height, width = grey.shape
    place = grey[int(box.y0 * height) : int(box.y1 * height) + 1, int(box.x0 * width) : int(box.x1 * width) + 1]
    _, dark = cv2.threshold(cv2.resize(place, (CELL * CELLS, CELL * CELLS)), 0, 1, cv2.THRESH_BINARY_INV | cv2.THRESH_OTSU)
    shares = cv2.resize(dark.astype("float32"), (CELLS, CELLS), interpolation=cv2.INTER_AREA)
    return int(((shares > BARE) & (shares < 1 - BARE)).sum()) >= PATTERNED


class Barcode(Protocol):
    """What zxing-cpp answers, as far as it is used here."""

    valid: bool
    text: str
    position: zxingcpp.Position


def look(grey: Grey) -> list[Barcode]:
    """Codes, with those that were seen but could not be read."""
    return zxingcpp.read_barcodes(  # type: ignore[no-any-return]
        grey, formats=zxingcpp.BarcodeFormat.QRCode, try_invert=False, text_mode=zxingcpp.TextMode.Plain, return_errors=True
    )


def look_again(grey: Grey, box: Box) -> str | None:
    """What the enlarged place holds; None when it still cannot be read."""
    height, width = grey.shape
    pad = MARGIN * max(box.width * width, box.height * height)
    left, right = max(0, int(box.x0 * width - pad)), min(width, int(box.x1 * width + pad))
    top, bottom = max(0, int(box.y0 * height - pad)), min(height, int(box.y1 * height + pad))
    crop = grey[top:bottom, left:right]
    for scale in ENLARGED:
        factor = min(scale, ENLARGED_SIDE / max(crop.shape))
        enlarged = cv2.resize(crop, None, fx=factor, fy=factor, interpolation=cv2.INTER_CUBIC)
        read = next((one.text for one in look(enlarged) if one.valid), None)
        if read is not None:
            return read
    return None


def place_of(barcode: Barcode, grey: Grey) -> Box:
    """The upright box around the code's corners, within the page."""
    height, width = grey.shape
    position = barcode.position
    corners = (position.top_left, position.top_right, position.bottom_right, position.bottom_left)
    across = [min(max(corner.x / width, 0.0), 1.0) for corner in corners]
    down = [min(max(corner.y / height, 0.0), 1.0) for corner in corners]
    return Box(*(round(side, 4) for side in (min(across), min(down), max(across), max(down))))


def distinct(codes: Iterable[Code]) -> Iterator[Code]:
    """Codes without those seen at a place of another; what was read goes before what was not."""
    kept: list[Code] = []
    for code in sorted(codes, key=lambda code: code.text is None):
        if not any(code.box.intersection(other.box).area > 0.3 * min(code.box.area, other.box.area) for other in kept):
            kept.append(code)
            yield code


def clean(text: str) -> str:
    """At most ``LONGEST`` characters without those that command a terminal, hide, or turn the direction of writing."""
    shown = (" " if character.isspace() else character for character in text[: 4 * LONGEST])
    plain = "".join(character for character in shown if unicodedata.category(character) not in ("Cc", "Cf", "Cs"))
    return plain[:LONGEST].strip()
