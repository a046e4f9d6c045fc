"""Picture files in, plain 8-bit colour pictures out, one at a time: any depth, palette, transparency, CMYK, several pages."""

from __future__ import annotations

import math
import warnings
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import numpy as np
import pillow_heif
from PIL import Image as Pillow
from PIL import ImageOps, TiffImagePlugin

from models.ocr import Image
from pipeline.documents import Origin, Problem, Standpoint
from pipeline.limits import Limits
from pipeline.originals import TOLD, Original, problem

Pillow.init()  # all plugins by name, also those that Pillow would load only on demand
pillow_heif.register_heif_opener()
Pillow.MAX_IMAGE_PIXELS = None  # our own limit is checked on the header, before anything is decoded

PILLOW_FORMATS = ("JPEG", "PNG", "TIFF", "BMP", "DIB", "WEBP", "HEIF")
DECODE_ERRORS = (
    OSError,
    ValueError,
    SyntaxError,
    EOFError,
    IndexError,
    KeyError,
    TypeError,
    MemoryError,
    OverflowError,
    RuntimeError,
)
"""What Pillow and its plugins were seen to raise for damaged files; SyntaxError is its word for a broken PNG."""

REDUCED = 1  # bit of the TIFF tag NewSubfileType: a thumbnail of another page
EXIF_ORIENTATION = 0x0112
EXIF_TURNS = {3: 180, 4: 180, 5: 90, 6: 90, 7: 270, 8: 270}
"""Degrees clockwise; 2, 4, 5 and 7 are mirrored as well (TIFF 6.0, Orientation)."""

EXIF_SOFTWARE = 0x0131
EXIF_GPS = 0x8825


def open_picture(path: Path) -> Pillow.Image:
    """The file, its header read. Raises one of DECODE_ERRORS when that is impossible."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # Pillow warns about odd metadata, which is no matter here
        return Pillow.open(path, formats=PILLOW_FORMATS)


def picture_pages(path: Path, limits: Limits, *, wanted: int) -> Iterator[Original | Problem]:
    """The pages of a TIFF without its thumbnails; of other formats the first picture only. ``wanted``: pixels that are of
    use, so that a much larger JPEG need not be decoded in full."""
    try:
        picture = open_picture(path)
    except DECODE_ERRORS:
        yield problem("broken_file")
        return
    with picture:
        for index, _ in enumerate(frames_of(picture)):
            if index == limits.pages:
                yield problem("too_many_pages", limit=limits.pages)
                return
            yield original_of(picture, index, limits, wanted=wanted)


def picture_origin(path: Path) -> Origin:
    """The program and the place that the picture's EXIF tags name."""
    try:
        with open_picture(path) as picture:
            tags = picture.getexif()
            software = str(tags.get(EXIF_SOFTWARE) or picture.info.get("Software") or "").replace("\0", "").strip()
            return Origin(software=software[:TOLD] or None, place=standpoint(tags.get_ifd(EXIF_GPS)))
    except DECODE_ERRORS:
        return Origin()


def standpoint(tags: Mapping[int, Any]) -> Standpoint | None:
    """The place by the GPS tags (EXIF 2.32, 4.6.6): a letter for the hemisphere, then degrees, minutes, seconds. None where they
    are missing or make no place on earth; 0, 0 is what a camera writes that does not know."""
    try:
        north, east = (in_degrees(tags[angle], negative=tags[letter] in "SW") for letter, angle in ((1, 2), (3, 4)))
    except (KeyError, *DECODE_ERRORS, ZeroDivisionError):
        return None
    there = abs(north) <= 90 and abs(east) <= 180 and (north, east) != (0, 0)
    return Standpoint(latitude=north, longitude=east) if there else None


def in_degrees(angle: Iterable[Any], *, negative: bool) -> float:
    degrees, minutes, seconds = (float(part) for part in angle)
    size = degrees + minutes / 60 + seconds / 3600
    return -size if negative else size


def original_of(picture: Pillow.Image, index: int, limits: Limits, *, wanted: int) -> Original | Problem:
    """The current frame decoded, or why it could not be."""
    width, height = picture.size
    if width * height > limits.pixels:
        return problem("too_many_pixels", page=index, limit=limits.pixels // 1_000_000)
    try:
        dpi = stated_dpi(picture)
        rotation = EXIF_TURNS.get(orientation_of(picture), 0)
        return Original(image=decode(picture, wanted=wanted), rotation=rotation, dpi=dpi)
    except DECODE_ERRORS as error:
        return problem("truncated_file" if "truncated" in str(error) else "page_unreadable", page=index)


def frames_of(picture: Pillow.Image) -> Iterator[int]:
    """Numbers of the frames that are pages; the picture stands at the one named last, so decode it before going on."""
    number = 0
    while True:
        if not is_thumbnail(picture):
            yield number
        number += 1
        if picture.format != "TIFF" or not has_frame(picture, number):
            return


def has_frame(picture: Pillow.Image, number: int) -> bool:
    try:
        picture.seek(number)
    except DECODE_ERRORS:
        return False
    return True


def is_thumbnail(picture: Pillow.Image) -> bool:
    tags = getattr(picture, "tag_v2", None)
    kind = tags.get(254, 0) if isinstance(tags, TiffImagePlugin.ImageFileDirectory_v2) else 0
    return isinstance(kind, int) and bool(kind & REDUCED)


def stated_dpi(picture: Pillow.Image) -> int | None:
    """The resolution the file states, when it makes a believable sheet of paper (13 to 45 cm long); cameras write 72."""
    try:
        across, down = (float(value) for value in picture.info.get("dpi", (0, 0)))
    except (TypeError, ValueError, ZeroDivisionError):
        return None
    dpi = min(across, down)
    return round(dpi) if 75 < dpi <= 2400 and 5.0 <= max(picture.size) / dpi <= 17.7 else None


def decode(picture: Pillow.Image, *, wanted: int) -> Image:
    """The current frame as BGR, upright by its EXIF tag. Raises one of DECODE_ERRORS."""
    width, height = picture.size
    factor = math.sqrt(width * height / wanted)
    if picture.format in {"JPEG", "MPO"} and factor >= 2:
        picture.draft("RGB", (round(width / factor), round(height / factor)))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        square = with_square_pixels(picture)
        upright = as_rgb(square if orientation_of(picture) == 1 else ImageOps.exif_transpose(square))
        pixels = np.frombuffer(upright.tobytes("raw", "BGR"), dtype=np.uint8)
        return pixels.reshape(upright.height, upright.width, 3)


def orientation_of(picture: Pillow.Image) -> int:
    """The EXIF or TIFF tag, 1 when there is none or it makes no sense."""
    value = picture.getexif().get(EXIF_ORIENTATION, 1)
    return value if value in range(1, 9) else 1


def with_square_pixels(picture: Pillow.Image) -> Pillow.Image:
    """Fax machines scan 204 x 98 or 204 x 196 dpi: the coarser direction is stretched."""
    try:
        across, down = (float(value) for value in picture.info.get("dpi", (0, 0)))
    except (TypeError, ValueError, ZeroDivisionError):
        return picture
    if min(across, down) < 50 or max(across, down) > 1200 or not 1.1 < max(across, down) / min(across, down) < 2.5:
        return picture
    width, height = picture.size
    dpi = max(across, down)
    return picture.convert("RGB").resize((round(width * dpi / across), round(height * dpi / down)))


def as_rgb(picture: Pillow.Image) -> Pillow.Image:
    """8-bit RGB; what is transparent becomes white paper."""
    if picture.mode == "RGB" and "transparency" not in picture.info:
        picture.load()
        return picture
    if picture.mode in {"I", "F"} or picture.mode.startswith("I;16"):
        return as_8_bit(picture).convert("RGB")
    if picture.mode in {"RGBA", "LA", "PA", "RGBa", "La"} or "transparency" in picture.info:
        over = picture.convert("RGBA")
        return Pillow.alpha_composite(Pillow.new("RGBA", over.size, "white"), over).convert("RGB")
    return picture.convert("RGB")


def as_8_bit(picture: Pillow.Image) -> Pillow.Image:
    """Grey pictures of 16 or 32 bits; Pillow's own conversion would cut at 255 instead of scaling."""
    values = np.nan_to_num(np.asarray(picture, dtype=np.float32))
    highest = float(values.max(initial=0.0))
    full = 1.0 if highest <= 1 and picture.mode == "F" else 255.0 if highest <= 255 else max(65535.0, highest)
    return Pillow.fromarray(np.clip(values * (255.0 / full), 0, 255).astype(np.uint8))
