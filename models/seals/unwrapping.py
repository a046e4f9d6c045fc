"""A seal on a page in; its ring as an upright strip, its lower arc, its inner field as pictures to read out.

Angles are degrees clockwise from the seal's own right side, as the picture shows it: 90 is below, 270 above.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import Literal

import cv2
import numpy as np
from numpy.typing import NDArray

from models.imaging import highest
from models.ocr import Image
from models.records import Record
from models.seals.ink import LEADING, Colour, ink_of
from models.seals.outline import Outline, polar

Grey = NDArray[np.uint8]

RADIUS = 220  # pixels of half size at which a seal is unwrapped: characters come out about 60 high
STRIP = 48  # height of strips, what the recogniser wants
CALM, COVERED = 0.05, 0.15  # share of the light that paper's own texture takes; that much more is print or shadow for sure
GROUND, UNEVEN = (
    31,
    0.65,
)  # pixels (at a quarter of the size) whose median is the ground; how much darker its dark part is (guess)
DEEPEST = 0.05  # light below which a share of it says nothing
BLACK = 8.0  # of 255: what the darkest print still gives back on scans
BINS = 360
INNERMOST, THINNEST = 38, 8  # hundredths of the radius: where rings of print may begin, how thin they are (guess)
FANS = 24  # sectors in which rings are looked at
INNER_LOWEST = 34  # hundredths of the radius: where an inner ring may begin
INNER_COVER = 0.25  # share of the fans opposite the gap that its print fills
INNER_HEIGHT = (0.5, 1.2)  # of the name's band
INNER_GAP, INNER_LEAST, INNER_ASIDE = 60, 40, 40  # degrees: open at least, long at least, turned from the name's at most
INNER_BREAK = 24  # degrees of paper between its characters at most
INNER_FILLED = 0.5  # share of its sector's directions that its characters fill
DARKER = 1.3  # times the rim's darkness, from which ink on a copy is print (60 drawn seals)
TORN = 0.01  # share of a copied seal's picture under print from which its characters may have lost strokes (guess)
LETTERS = 0.45  # of the radius: characters within the ring are lower; stars are 0.6 high
RIM, RIMMED, BARE = (94, 105), 0.25, 0.25  # hundredths of the radius; ink of a rim; share of it below which there is none (guess)
RADII = np.arange(0.0, 1.06, 0.01, dtype=np.float32)
AROUND = 151  # pixels whose median is what lies around a stroke: two characters and more, so that strokes are the minority
SPECKS, STROKE, SMOOTH = 7, 25, 51  # pixels: noise, wider than a stroke, wider than a character (151 unsure drawn rings)
SIDE = np.linspace(-1, 1, 2 * RADIUS, dtype=np.float32)
ACROSS, DOWN = np.meshgrid(SIDE, SIDE)  # places in a seal's own frame, on a picture of it
AWAY, DIRECTION = np.hypot(ACROSS, DOWN), np.rad2deg(np.arctan2(DOWN, ACROSS))  # from its middle
GRAIN = 1.5  # pixels over which grain is evened out (132 drawn rings)
STRETCH = 0.95  # width of a name's strip to its true one; characters read best, and fastest, a little narrowed (132 drawn rings)
CODE_STRETCH = 1.15  # digits stand close together
AIR = (0.035, 0.02)  # of the radius: paper left within and without a name's band (132 drawn rings)
GROUND_TONE = 150  # of 255: paper of a name's strip; on white, specks of ink count as strokes more often (132 drawn rings)


View = Literal["isolated", "tint", "everything", "on_photo", "coloured", "calm"]


class Face:
    """One seal cut out and brought to a known size: ``ink`` (255 full ink, print removed) and where the outline lies in
    it; ``uneven``: part of it lies on something dark; ``torn``: print was taken off a copy, and pieces of the seal with it."""

    def __init__(self, image: Image, outline: Outline, colour: Colour, *, view: View = "isolated") -> None:
        height, width = image.shape[:2]
        box = outline.box(width, height)
        margin = 0.1 * outline.size
        x0, y0 = max(0, int(box.x0 * width - margin)), max(0, int(box.y0 * height - margin))
        part = image[y0 : int(box.y1 * height + margin) + 1, x0 : int(box.x1 * width + margin) + 1]
        factor = RADIUS / outline.size
        method = cv2.INTER_AREA if factor < 1 else cv2.INTER_CUBIC
        part = cv2.resize(part, None, fx=factor, fy=factor, interpolation=method)
        self.part, self.colour, self.view = part, colour, view
        self.ink = VIEWS[view](part, colour)
        self.uneven = is_uneven(part)
        self.outline = outline.scaled(factor, -x0 * factor, -y0 * factor)
        self.torn = False
        if colour == "grey":
            self.ink, self.torn = without_darker(ink_of(part, colour), self.outline)
        self.rings = unrolled(self.ink, self.outline)

    @cached_property
    def shaded(self) -> NDArray[np.float32]:
        """As ``rings``, with the print that lies over the seal."""
        return unrolled(everything(self.part, self.colour), self.outline)


def unrolled(ink: Grey, outline: Outline) -> NDArray[np.float32]:
    """The ink, 0 … 1, per degree and per hundredth of the radius."""
    angles = np.deg2rad(np.arange(BINS, dtype=np.float32))
    return np.asarray(polar(ink, outline, angles, RADII), dtype=np.float32) / np.float32(255)


def is_uneven(part: Image) -> bool:
    """Whether the seal stands half on something dark, such as a photo; print and shadow are no such ground."""
    ground = cv2.medianBlur(cv2.resize(highest(part), None, fx=0.25, fy=0.25, interpolation=cv2.INTER_AREA), GROUND)
    dark, light = np.percentile(ground, (4, 90))
    return bool(dark < UNEVEN * light)


def without_darker(ink: Grey, outline: Outline) -> tuple[Grey, bool]:
    """A copy's ink without what is much darker than the rim, since a red seal turns grey and black print stays black; and whether
    there was any of that."""
    angles = np.deg2rad(np.arange(0, BINS, 2, dtype=np.float32))
    rim = polar(ink, outline, angles, np.linspace(0.94, 1.02, 9, dtype=np.float32)).max(axis=1)
    tone = float(np.percentile(rim, 30))
    lighter = np.clip(ink.astype(np.float32) * (255 / max(12.0, tone)), 0, 255).astype(np.uint8)
    darker = (ink > DARKER * tone + 12).astype(np.uint8)
    darker = cv2.dilate(cv2.morphologyEx(darker, cv2.MORPH_OPEN, np.ones((2, 2), np.uint8)), np.ones((5, 5), np.uint8))
    lighter[darker > 0] = 0
    return stretched(lighter), float(darker.mean()) > TORN


def everything(part: Image, colour: Colour) -> Grey:
    """All that is darker than what is around it, print as well: for ink without tint, and for strokes that print crosses."""
    shade = part[:, :, 1] if colour == "red" else cv2.cvtColor(part, cv2.COLOR_BGR2GRAY)
    return stretched(np.clip(255 * (1 - light_kept(shade)), 0, 255).astype(np.uint8))


class Band(Record):
    """The ring that the name stands in: from ``inner`` to ``outer`` (1 = rim), over the sector ``start`` … ``end`` in degrees."""

    inner: float
    outer: float
    start: float
    end: float

    @property
    def gap_middle(self) -> float:
        """The direction that the gap between the name's end and its beginning points to: down, on a seal that stands upright."""
        return ((self.start + self.end) / 2 + 180) % 360

    @property
    def gap(self) -> float:
        return 360 - (self.end - self.start)


def isolated(part: Image, colour: Colour) -> Grey:
    """The ink alone, parted from what it was stamped on. Print, shadow and photos darken the leading and the held channel alike,
    ink the held one only. Where the leading channel shows nothing but paper, the held one's darkness is taken as it is, sharper
    than the tint, since JPEG keeps colour at half the resolution; elsewhere only the share that the ink took of it."""
    if colour == "grey":
        return tint_only(part, colour)
    return stretched(np.clip(255 * ink_share(part, colour, light_kept), 0, 255).astype(np.uint8))


def ink_share(part: Image, colour: Colour, kept: Callable[[Grey], NDArray[np.float32]]) -> NDArray[np.float32]:
    """How much of the held channel's light the ink took, 0 … 1; ``kept``: how much of the light a channel gives back."""
    lead, held, _ = LEADING[colour]
    under, left = kept(part[:, :, lead]), kept(part[:, :, held])
    taken = 1 - left / np.maximum(under, DEEPEST)
    covered = np.clip((1 - under - CALM) / COVERED, 0, 1)
    share: NDArray[np.float32] = (1 - covered) * (1 - left) + covered * taken
    return share


def light_kept(channel: Grey) -> NDArray[np.float32]:
    """How much of the light around it each pixel gives back: 1 as what lies around, less where something darkens it."""
    around = cv2.medianBlur(np.ascontiguousarray(channel), AROUND).astype(np.float32)
    kept: NDArray[np.float32] = (channel.astype(np.float32) + BLACK) / (around + BLACK)
    return kept


def on_photo(part: Image, colour: Colour) -> Grey:
    """The ink alone where the ground changes under it, as at the edge of a dark photo, which a median over both sides mistakes:
    strokes are closed by what lies right beside them."""
    if colour == "grey":
        return tint_only(part, colour)
    return stretched(np.clip(255 * ink_share(part, colour, closed_light), 0, 255).astype(np.uint8))


def closed_light(channel: Grey) -> NDArray[np.float32]:
    calm = cv2.medianBlur(np.ascontiguousarray(channel), SPECKS)
    closed = cv2.morphologyEx(calm, cv2.MORPH_CLOSE, cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (STROKE, STROKE)))
    around = cv2.medianBlur(closed, SMOOTH).astype(np.float32)
    kept: NDArray[np.float32] = (channel.astype(np.float32) + BLACK) / (around + BLACK)
    return kept


def calm(part: Image, colour: Colour) -> Grey:
    """The ink alone without its grain, which a camera adds in poor light."""
    smooth: Grey = cv2.GaussianBlur(isolated(part, colour), (0, 0), GRAIN)
    return smooth


def tint_only(part: Image, colour: Colour) -> Grey:
    """The tint's own strength, without any look at darkness."""
    return stretched(ink_of(part, colour))


def stretched(ink: Grey) -> Grey:
    """The ink brought to 0 … 255: noise of the paper off, the full strokes to the top."""
    middle, full = np.percentile(ink[::3, ::3], (50, 95))
    low, high = float(middle), max(float(middle) + 12.0, float(full))
    return np.clip((ink.astype(np.float32) - low) * 255 / (high - low), 0, 255).astype(np.uint8)


VIEWS: dict[View, Callable[[Image, Colour], Grey]] = {
    "isolated": isolated,
    "on_photo": on_photo,
    "everything": everything,
    "tint": tint_only,
    "coloured": everything,
    "calm": calm,
}


def name_bands(face: Face) -> list[Band]:
    """The rings of print, the outermost first, and where on each of them it stands: nearly always a single one."""
    bands = []
    for inner, outer in ring_radii(face.rings):
        start, end = name_sector(face.rings, inner, outer)
        bands.append(Band(inner=inner, outer=outer, start=start, end=end))
    return bands


def ring_radii(rings: NDArray[np.float32]) -> list[tuple[float, float]]:
    """From where the characters' feet end to the trough inside the rim, or to the paper below the next ring. A radius counts by
    how many directions have ink there, so that a star's arms or a line below it, strong in few directions, do not pass for
    print; smoothed, since few characters leave some radii within them bare."""
    sectors = rings.reshape(24, 15, len(RADII)).mean(axis=1) > 0.10
    cover = np.convolve(sectors.mean(axis=0), np.ones(5) / 5, mode="same")
    mean = rings.mean(axis=0)
    rim = int(np.argmax(mean[90:103])) + 90
    trough = rim
    while trough > 80 and mean[trough - 1] < mean[trough] + 0.01:
        trough -= 1
    least = 0.45 * float(cover[60 : max(trough - 3, 66)].max())
    printed = [(low + INNERMOST, high + INNERMOST) for low, high in runs(cover[INNERMOST : trough - 2] > least, join=0)]
    found = [run for run in reversed(printed) if run[1] - run[0] >= THINNEST and run[1] > 60] or [(60, trough)]
    tops = [trough, *(high + 2 for _, high in found[1:])]
    return [(max(0.36, low / 100 - 0.02), min(0.97, top / 100)) for (low, _), top in zip(found, tops, strict=True)]


def inner_band(face: Face, band: Band) -> Band | None:
    """A second ring of print between the name's and the middle, if there is one: paper above and below it, about as high as the
    name's, opposite the name's gap, where no centre line stands. One that is not open is cut in the gap's middle (is_closed)."""
    printed = (face.rings.reshape(FANS, -1, len(RADII)).mean(axis=1) > 0.10)[fans_around(band.gap_middle + 180)].mean(axis=0)
    rows = [
        row
        for row in runs(printed[INNER_LOWEST : round(band.inner * 100) + 3] > INNER_COVER, join=0)
        if row[1] - row[0] >= THINNEST
    ]
    if not rows:
        return None
    inner, outer = (INNER_LOWEST + row for row in rows[-1])
    height = (outer - inner) / 100 / (band.outer - band.inner)
    if outer >= round(band.inner * 100) + 3 or not INNER_HEIGHT[0] < height < INNER_HEIGHT[1]:
        return None
    found = Band(inner=max(0.3, inner / 100 - 0.02), outer=outer / 100 + 0.02, start=0, end=0)
    filled = np.roll(filled_directions(face.rings, found.inner, found.outer), -round(band.gap_middle))
    start, end = min(runs(filled, join=INNER_BREAK), key=lambda run: abs(run[0] + run[1] - BINS), default=(0, 0))
    start, end = max(start, INNER_GAP // 2), min(end, BINS - INNER_GAP // 2)
    aside = abs(start + end - BINS) / 2
    is_ring = end - start > INNER_LEAST and aside < INNER_ASIDE and filled[start:end].mean() > INNER_FILLED
    first = (start + band.gap_middle) % BINS
    return found.model_copy(update={"start": first, "end": first + end - start}) if is_ring else None


def is_closed(inner: Band) -> bool:
    """Whether an inner ring fills all that it may, as a wreath does, and as a second line does whose gap holds a centre line."""
    return inner.gap <= INNER_GAP


def fans_around(angle: float) -> list[int]:
    """The fans within 60 degrees of a direction."""
    step = BINS // FANS
    return [round((angle - step / 2) / step + away) % FANS for away in range(-60 // step, 60 // step + 1)]


def crowded_gap(face: Face, band: Band) -> float:
    """Share of the gap's directions in which print stands where a name would, 0 … 1; a code on the lower arc does not count."""
    filled = filled_directions(face.rings, band.inner, band.outer)
    gap = [round(band.end + step) % BINS for step in range(8, round(band.gap) - 8)]
    return float(filled[gap].mean()) if len(gap) > 15 else 0.0


def print_beside(face: Face, band: Band, width: float) -> tuple[float, float]:
    """How densely the ``width`` degrees before and after the sector are printed, 1 as densely as the sector itself. Of four rings
    within the band the emptiest counts, since a centre line reaches into the inner ones and a code into the outer ones only."""
    rings = face.rings[:, round(band.inner * 100) + 1 : round(band.outer * 100) - 1] > 0.4
    named = densities(rings, band.start, band.end)
    before, after = densities(rings, band.start - width, band.start), densities(rings, band.end, band.end + width)
    return float((before / named).min()), float((after / named).min())


def lacks_rim(face: Face, band: Band, width: float) -> bool:
    """Whether the seal's rim is not there over the ``width`` degrees before or after the sector: the seal is cut off or its edge
    is worn away, so that characters may be lost with it."""
    rim = face.rings[:, RIM[0] : RIM[1]].max(axis=1) > RIMMED
    beside = ((band.start - width, band.start), (band.end, band.end + width))
    return any(float(rim[degrees(start, end)].mean()) < BARE for start, end in beside)


def degrees(start: float, end: float) -> list[int]:
    """Whole degrees from one angle to another, one at least."""
    return [angle % BINS for angle in range(round(start), max(round(end), round(start) + 1))]


def densities(rings: NDArray[np.bool_], start: float, end: float) -> NDArray[np.float64]:
    """Share of ink between two angles in each of four rings, from the inner to the outer."""
    return np.array([max(0.02, float(part.mean())) for part in np.array_split(rings[degrees(start, end)], 4, axis=1)])


def name_sector(rings: NDArray[np.float32], inner: float, outer: float) -> tuple[float, float]:
    """The sector that the name fills: all but the widest gap."""
    start, length = widest_gap(filled_directions(rings, inner, outer))
    return float((start + length) % BINS), float((start + length) % BINS + BINS - length)


def filled_directions(rings: NDArray[np.float32], inner: float, outer: float) -> NDArray[np.bool_]:
    """Per degree: whether a name's print stands there. Only the inner part of the band is asked, since a code on the lower arc
    is small and stands near the rim."""
    low, high = round(inner * 100) + 2, round((inner + 0.62 * (outer - inner)) * 100)
    ink = rings[:, low:high].mean(axis=1)
    ink = np.convolve(np.concatenate([ink[-3:], ink, ink[:3]]), np.ones(7) / 7, mode="valid")
    return np.asarray(ink > 0.3 * float(np.percentile(ink, 75)), dtype=np.bool_)


def widest_gap(filled: NDArray[np.bool_]) -> tuple[int, int]:
    """Start and length, in degrees, of the longest empty stretch on the way round; a nearly closed ring is cut below."""
    if filled.all() or not filled.any():
        return 75, 30
    first = int(np.argmax(filled))
    turned = np.roll(filled, -first)
    edges = np.diff(np.concatenate([turned, [True]]).astype(np.int8))
    starts, ends = np.flatnonzero(edges == -1) + 1, np.flatnonzero(edges == 1) + 1
    longest = int(np.argmax(ends - starts))
    return int((starts[longest] + first) % BINS), int(ends[longest] - starts[longest])


def name_strip(face: Face, band: Band, margin: float) -> Image:
    """The name's sector as an upright strip, dark on grey, with some of the paper around it; in the view ``coloured`` as the page
    shows it, for the recogniser tells print from ink where both cross."""
    inner, outer = AIR
    airy = band.model_copy(update={"inner": band.inner - inner, "outer": min(1.0, band.outer + outer)})
    if face.view == "coloured":
        return np.ascontiguousarray(sector_of(face.part, face, airy, margin=margin, stretch=STRETCH))
    strip = ring_strip(face, airy, margin=margin, stretch=STRETCH)
    toned: Image = cv2.convertScaleAbs(strip, alpha=GROUND_TONE / 255)
    return toned


def ring_strip(face: Face, band: Band, *, flip: bool = False, margin: float = 8.0, stretch: float = CODE_STRETCH) -> Image:
    """The sector's ink as an upright strip, dark on white, read clockwise; ``flip``: letters with their feet on the rim, read the
    other way round, as codes on the lower arc stand."""
    strip = sector_of(face.ink, face, band, margin=margin, stretch=stretch)
    return as_picture(strip[::-1, ::-1] if flip else strip)


def sector_of(picture: Grey, face: Face, band: Band, *, margin: float, stretch: float) -> Grey:
    """The sector of a picture of the seal, in grey or in colour, ``STRIP`` pixels high, its outer edge on top."""
    margin = min(margin, 0.5 * band.gap)
    start, end = band.start - margin, band.end + margin
    middle = (band.inner + band.outer) / 2
    mean_axis = (face.outline.a + face.outline.b) / 2 / face.outline.size
    width = np.deg2rad(end - start) * middle * mean_axis / max(0.05, band.outer - band.inner) / mean_axis * STRIP * stretch
    angles = even_steps(face.outline, start, end, max(STRIP, round(width)))
    radii = np.linspace(band.outer, band.inner, STRIP, dtype=np.float32)
    return polar(picture, face.outline, angles, radii).swapaxes(0, 1)


def even_steps(outline: Outline, start: float, end: float, count: int) -> NDArray[np.float32]:
    """Angles (radians) that advance evenly along the rim, which on an oval is not evenly in angle."""
    angles = np.deg2rad(np.linspace(start, end, 8 * count))
    speed = np.hypot(outline.a * np.sin(angles), outline.b * np.cos(angles))
    way = np.concatenate([[0.0], np.cumsum(speed[1:])])
    return np.asarray(np.interp(np.linspace(0, way[-1], count), way, angles), dtype=np.float32)


def as_picture(ink: Grey) -> Image:
    """Ink as the recogniser likes it: dark on white, three channels."""
    return np.ascontiguousarray(np.repeat(255 - ink[:, :, None], 3, axis=2))


def field_picture(face: Face, band: Band, upright: float) -> Grey:
    """The inner field with the gap's sector, without star, rim and name, turned by ``upright`` degrees to stand level."""
    direction = (DIRECTION - band.start) % 360
    in_gap = direction > (band.end - band.start) + 3
    allowed = (band.inner + 0.01 > AWAY) | (in_gap & (direction < 357) & (min(0.80, band.outer - 0.06) > AWAY))
    turn = np.deg2rad(upright)
    ink = cv2.remap(face.ink, *face.outline.places(ACROSS, DOWN), cv2.INTER_LINEAR, borderValue=0)
    ink[~allowed] = 0
    ink = without_large_pieces(ink)
    centre = (RADIUS - 0.5, RADIUS - 0.5)
    matrix = cv2.getRotationMatrix2D(centre, np.rad2deg(turn), 1.0)
    level: Grey = cv2.warpAffine(ink, matrix, (2 * RADIUS, 2 * RADIUS), borderValue=0)
    return level


def without_large_pieces(ink: Grey) -> Grey:
    """The field without pieces of ink higher than characters are: the star or emblem, the frame of a stamp set on the seal."""
    _, labels, stats, _ = cv2.connectedComponentsWithStats((ink > 90).astype(np.uint8))
    large = stats[:, cv2.CC_STAT_HEIGHT] > LETTERS * RADIUS
    large[0] = False
    cleaned = ink.copy()
    cleaned[cv2.dilate(large[labels].astype(np.uint8), np.ones((5, 5), np.uint8)) > 0] = 0
    return cleaned


def field_lines(field: Grey) -> list[Image]:
    """The lines of print in the inner field, from top to bottom, each cut close."""
    rows = (field > 90).sum(axis=1)
    lines = []
    for top, bottom in runs(rows > 2, join=4):
        if bottom - top < 0.09 * RADIUS:
            continue
        columns = np.flatnonzero((field[top:bottom] > 90).any(axis=0))
        left, right = columns[0], columns[-1] + 1
        if right - left < 0.16 * RADIUS or bottom - top > 0.75 * RADIUS:
            continue
        pad = max(3, (bottom - top) // 10)
        cut = field[max(0, top - pad) : bottom + pad, max(0, left - 2 * pad) : right + 2 * pad]
        lines.append(as_picture(cut))
    return lines


def runs(filled: NDArray[np.bool_], *, join: int) -> list[tuple[int, int]]:
    """Stretches of True, bridging gaps of up to ``join``."""
    where = np.flatnonzero(filled)
    if not len(where):
        return []
    breaks = np.flatnonzero(np.diff(where) > join + 1)
    starts = np.concatenate([[where[0]], where[breaks + 1]])
    ends = np.concatenate([where[breaks], [where[-1]]]) + 1
    return [(int(s), int(e)) for s, e in zip(starts, ends, strict=True)]
