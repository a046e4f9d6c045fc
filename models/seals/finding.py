"""A page's ink of one colour in; the outlines of its seals out, whatever they touch and at any scale.

Ink that hangs together is tried as one seal first. Where several seals merge, or a heading touches the rim, outlines of all
sizes are laid over the cluster (matching.py) and the best ones are kept. Each is then fitted to the ink (fitting.py) and judged:
a seal has a clear rim with paper on both sides of it and print within, which no emblem, blot or red headline has.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

import cv2
import numpy as np
from numpy.typing import NDArray

from models.ocr import Image
from models.seals.fitting import fit_ellipse, fit_rectangle
from models.seals.ink import FAINT, FAINTEST, Colour, Ink, balanced, ink_mask, ink_of, on_paper
from models.seals.matching import Sizes, match_outlines
from models.seals.outline import OVAL, Outline
from models.seals.overlaid import frames_on

Mask = NDArray[np.uint8]

WORK_SIDE = 1200  # pixels of the longest side at which seals are looked for
SMALLEST = 0.045  # of the page's shorter side; a 12 mm name stamp on A4 is 0.057
LEAST = {
    "red": 0.025,
    "blue": 0.04,
    "grey": 0.1,
}  # of the shorter side: how high and wide ink hangs together; lines of black print do not
LEAST_FRAME = 0.03  # the same for the frame of a name stamp beside a seal: 7 mm on A4 (guess)
GAP = 0.008  # of the shorter side: breaks in worn rims that are bridged to make a cluster
MOST_PIECES = 40  # looked at, the largest; a page of red print, or a photographed screen, has hundreds (guess)
LEAST_INK = 0.0002  # share of ink below which a page is not looked at: a 12 mm stamp leaves 0.0004
STROKE = 0.008  # of the shorter side: half as wide as the widest strokes of a seal are, but for its star (1.7 mm on A4)
SOLID = 0.62  # share of ink in its own hull above which a cluster is a blot, an emblem or a picture
RIM = {"red": 0.33, "blue": 0.45, "grey": 0.55}  # least clearness of the rim; stricter where print has the same colour
CERTAIN = 0.85  # a rim this clear makes it needless to try the cluster as another shape
FILLED = 0.6  # share of ink in its box from which a piece may be a stamp with white characters (guess)
FULL = 0.65  # of a piece's full ink: what thin white strokes let through is more than half (guess)
UNDER = 0.45  # clearness of a round seal's rim from which a name stamp is looked for on it, which makes it less clear (guess)
SPANNED = 0.85  # share of an oval's length that two seals within it must reach to be what it is made of (guess)
BEYOND = 1.1  # times its size, from which ink is not a seal's own
CORNER = 0.02  # share of such ink from which there is more (guess)
CLEAR = 0.6  # a rim this clear makes it needless to look for other outlines in the same cluster
SMALL, SMALL_RIM = 0.11, 0.6  # seals smaller than this (23 mm on A4) need a rim this clear: large red characters look like them
NARROW = 0.07  # of the shorter side: clusters narrower than 15 mm on A4 that are no seals themselves are lines of print
LARGEST_FRAME = 0.2  # of the shorter side: the largest square; name stamps are 18-25 mm, 0.12 on A4 (domain 9.1)
LONGEST_FRAME = 3.0  # width to height of a rectangular stamp at most (guess)
HIGHEST_FRAME = 3.2  # height to width of a column of characters at most (guess)
WHOLE_RIM = 0.85  # a rim as clear as this is a seal's even around 国务院, and a frame's around a name of two characters (guess)
WITHIN = 1.35  # times the size of the line within a seal's characters, from which an outline is the rim around both (guess)
COLUMN = 0.5  # width to height of a stamp that is a column of characters at most (guess)
ON_PAPER = 1.1  # times as bright as it is, a seal's place may be with the ground divided out (guess)
UPRIGHT = 0.85  # width to height of a stamp below which a part of it is missing (guess)
DIAGONAL = 1.5  # half a square's diagonal over half its side, and a little white
BITTEN_RIM = 0.7  # the same of a frame which a seal's rim crosses (guess)
SPARSE = 8.0  # changes between ink and paper that so few characters make (guess)
TEXTURE = 14.0  # least changes between ink and paper on the way round: four characters make 16 or more (60 drawn seals)


def find_outlines(image: Image, colour: Colour, *, apart_only: bool = False) -> list[Outline]:
    """Seals of ``colour`` in pixels of ``image``, the clearest first; in yellow light, unless a unit's seal is clear, once more
    as white light shows them, which makes pale ink stronger and strong ink coarser, and then in half as strong ink, of which only
    what touches nothing else may be a seal. Where photographs are printed on the page, once more with their light divided out.
    ``apart_only``: those that touch nothing else, which costs next to nothing where
    pictures have that colour."""
    factor = min(1.0, WORK_SIDE / max(image.shape[:2]))
    small = reduced(image, factor)
    kept = outlines_on(small, colour, apart_only=apart_only)
    white = balanced(small)
    if colour == "red" and white is not small and not any(is_clear_seal(one) for one in kept):
        kept = distinct([*kept, *outlines_on(white, colour, apart_only=apart_only)])
        if not any(is_clear_seal(one) for one in kept):
            kept = distinct([*kept, *outlines_on(white, colour, apart_only=True, faint=FAINTEST)])
    if colour == "red" and not apart_only:
        plain = on_paper(small)
        if plain is not small and not any(is_clear_seal(one) and lies_on_paper(one, small, plain) for one in kept):
            kept = distinct([*kept, *outlines_on(plain, colour, apart_only=False)])
    return [outline.scaled(1 / factor) for outline in kept]


def lies_on_paper(outline: Outline, image: Image, plain: Image) -> bool:
    """Whether a seal lies on paper rather than on a picture: ``plain``, where the ground is divided out, is the same there."""
    x, y, half = round(outline.x), round(outline.y), round(outline.size)
    place = slice(max(0, y - half), y + half + 1), slice(max(0, x - half), x + half + 1)
    return float(plain[place].mean()) < ON_PAPER * float(image[place].mean())


def outlines_on(small: Image, colour: Colour, *, apart_only: bool, faint: float = FAINT) -> list[Outline]:
    """Seals of ``colour`` in pixels of a page reduced to ``WORK_SIDE``."""
    ink = ink_of(small, colour)
    mask = ink_mask(ink, colour, small, faint=faint)
    if cv2.countNonZero(mask) < LEAST_INK * mask.size:
        return []
    side = min(mask.shape)
    found = outlines_of(mask, colour, apart_only=apart_only)
    pieces = [] if apart_only and colour != "red" else list(clusters(mask, LEAST_FRAME, side))
    if not apart_only:
        large = [piece for piece in pieces if min(piece.width, piece.height) >= SMALL * side]
        found += outlines_of(strokes_on_pictures(ink, mask, side, colour, large), colour)
    if colour == "red" and (full := full_ink(ink, mask, side, pieces)).any():
        found += [one for one in outlines_of(full, colour, apart_only=True) if is_frame(one)]
    sound = [one for one in found if plausible(one, side, colour)]
    clear = [one for one in sound if is_clear_seal(one)]
    bitten = [one for one in found if colour == "red" and leans_on(one, clear) and plausible_beside(one, side)]
    kept = distinct([*sound, *bitten])
    if colour != "red" or apart_only:
        return kept
    return distinct([*(frame for seal in kept if may_lie_under(seal) for frame in frames_on(mask, seal)), *kept])


def outlines_of(mask: Mask, colour: Colour, *, apart_only: bool = False) -> list[Outline]:
    """Outlines of all that hangs together on a mask of ink, good or bad, the largest piece first."""
    found: list[Outline] = []
    pieces = clusters(mask, LEAST[colour], min(mask.shape))
    for cluster in sorted(pieces, key=lambda cluster: -max(cluster.width, cluster.height))[:MOST_PIECES]:
        if not any(is_within(cluster, outline) for outline in found):
            found += outlines_in(mask, cluster, colour, whole_only=apart_only)
    return found


def strokes_on_pictures(ink: Ink, mask: Mask, side: int, colour: Colour, pieces: Sequence[Cluster]) -> Mask:
    """255 where strokes of ``colour`` stand out of areas of that colour as large as a seal, such as the floor on a photograph
    that a seal lies half on."""
    strokes = np.zeros_like(mask)
    kernel = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (size := 2 * round(STROKE * side) + 1, size))
    for cluster in pieces:
        place = cluster.place
        if solid(mask[place]):
            strokes[place] |= ink_mask(cv2.morphologyEx(ink[place], cv2.MORPH_TOPHAT, kernel), colour)
    return strokes


def full_ink(ink: Ink, mask: Mask, side: int, pieces: Sequence[Cluster]) -> Mask:
    """255 where ink is nearly as strong as the fullest of a filled piece of a name stamp's size: white characters on red are
    narrow, and blur fills them with a tint that passes for ink."""
    full = np.zeros_like(mask)
    for cluster in pieces:
        place = cluster.place
        if max(cluster.width, cluster.height) < LARGEST_FRAME * side and (mask[place] > 0).mean() > FILLED:
            part = ink[place]
            full[place] = (part > FULL * np.percentile(part, 90)).astype(np.uint8) * 255
    return full


def reduced(image: Image, factor: float) -> Image:
    """The picture at ``factor`` of its size. Bilinear down to a half, which is ten times as fast as by area and as smooth."""
    if factor == 1:
        return image
    method = cv2.INTER_LINEAR if factor > 0.45 else cv2.INTER_AREA
    small: Image = cv2.resize(image, None, fx=factor, fy=factor, interpolation=method)
    return small


class Cluster(NamedTuple):
    """The box of ink that hangs together, in pixels of the mask; it may reach a little beyond it."""

    x: int
    y: int
    width: int
    height: int

    @property
    def place(self) -> tuple[slice, slice]:
        """Its rows and columns on the mask, with a little paper around."""
        return slice(max(0, self.y - 2), self.y + self.height + 2), slice(max(0, self.x - 2), self.x + self.width + 2)


def is_within(cluster: Cluster, seal: Outline) -> bool:
    """Whether the ink is the star, the emblem or a worn piece of a clear seal that was found already."""
    if not is_clear_seal(seal):
        return False
    x, y = cluster.x + cluster.width / 2 - seal.x, cluster.y + cluster.height / 2 - seal.y
    return bool(abs(x) + cluster.width / 2 < seal.size and abs(y) + cluster.height / 2 < seal.size)


def clusters(mask: Mask, least: float, side: int) -> Iterator[Cluster]:
    """Ink that hangs together and reaches ``least`` of the page's shorter ``side`` both ways."""
    kernel = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (size := 2 * max(1, round(GAP * side / 2)) + 1, size))
    joined = cv2.morphologyEx(cv2.copyMakeBorder(mask, size, size, size, size, cv2.BORDER_CONSTANT), cv2.MORPH_CLOSE, kernel)
    count, _labels, stats, _ = cv2.connectedComponentsWithStats(joined)
    for x, y, width, height, _area in stats[1:count]:
        if max(width, height) >= SMALLEST * side and min(width, height) >= least * side:
            yield Cluster(int(x) - size, int(y) - size, int(width), int(height))


def outlines_in(mask: Mask, cluster: Cluster, colour: Colour, *, whole_only: bool = False) -> Iterator[Outline]:
    """Fitted outlines of one cluster: the cluster as a whole if that is a clear seal, else the best that lie over it."""
    rows, columns = cluster.place
    part = np.ascontiguousarray(mask[rows, columns])
    if solid(part):
        return
    whole = outlines_of_whole(part)
    found = whole[-1:]
    looked_into = not whole_only and reaches(part, side := min(mask.shape))
    if looked_into and (not is_settled(whole[-1]) or has_more_beside(part, whole[-1])):
        sizes = Sizes(SMALLEST * side / 2, SMALL * side / 2, LARGEST_FRAME * side / 2 if colour != "grey" else 0.0)
        parts = [fitted(part, seed) for seed in match_outlines(part, sizes)]
        found = parts if is_made_of(whole[-1], parts) else [*whole, *parts]
        found += [frame for seal in found if is_clear_seal(seal) for frame in frames_beside(part, seal, side)]
    yield from (outline.scaled(1, columns.start, rows.start) for outline in found)


def is_settled(whole: Outline) -> bool:
    """Whether a cluster is one seal for sure. One oval is easily drawn round two seals that touch."""
    return whole.rim >= (CERTAIN if whole.shape == "oval" else CLEAR)


def has_more_beside(part: Mask, whole: Outline) -> bool:
    """Whether ink beyond a clear round seal may be the corner of a name stamp that was set on its rim."""
    if is_frame(whole):
        return False
    ys, xs = np.nonzero(part)
    outside = np.hypot((xs - whole.x) / whole.a, (ys - whole.y) / whole.b) > BEYOND
    return float(outside.mean()) > CORNER


def frames_beside(part: Mask, seal: Outline, side: int) -> list[Outline]:
    """Frames of name stamps, of any proportions, that touch a clear round seal: the ink without the seal's own. What is left of a
    square one may be higher than wide, though not as high as a column of characters."""
    rest = part.copy()
    axes = (2 * BEYOND * seal.a, 2 * BEYOND * seal.b)
    cv2.ellipse(rest, ((seal.x, seal.y), axes, seal.angle), 0, -1)
    frames = []
    for piece in clusters(rest, LEAST_FRAME, side):
        x0, y0 = max(0, piece.x), max(0, piece.y)
        alone = np.ascontiguousarray(rest[y0 : piece.y + piece.height, x0 : piece.x + piece.width])
        if alone.any():
            frame = fitted(part, whole_cluster(alone)[-1].scaled(1, x0, y0))
            frames.append(squared(frame, seal) if COLUMN < frame.a / frame.b < UPRIGHT else frame)
    return frames


def squared(frame: Outline, seal: Outline) -> Outline:
    """A frame as wide as it is high, what it lacks lying under the seal."""
    aside = (frame.b - frame.a) / frame.a
    middles = frame.to_picture(np.array([-aside, aside], np.float32), np.zeros(2, np.float32))
    either = [frame.model_copy(update={"x": float(x), "y": float(y), "a": frame.b, "shape": "square"}) for x, y in middles]
    return min(either, key=lambda one: one.away_from(seal))


def is_made_of(whole: Outline, parts: Sequence[Outline]) -> bool:
    """Whether two clear seals beside each other explain an oval drawn round both."""
    clear = [part for part in parts if part.rim >= max(CLEAR, whole.rim)]
    return whole.shape == "oval" and any(apart(one, other) and spans(one, other, whole) for one, other in combinations(clear, 2))


def spans(one: Outline, other: Outline, whole: Outline) -> bool:
    """Whether two outlines together are about as long as a third."""
    return one.away_from(other) + one.size + other.size > SPANNED * 2 * whole.size


def outlines_of_whole(part: Mask) -> list[Outline]:
    """The ellipse and the rectangle that the cluster would be if it were one seal, the clearest last; a single one if it is
    clear enough."""
    tried: list[Outline] = []
    for seed in whole_cluster(part):
        tried.append(fitted(part, seed))
        if tried[-1].rim >= CERTAIN:
            return tried[-1:]
    return sorted(tried, key=lambda outline: outline.rim)


def reaches(part: Mask, side: int) -> bool:
    """Whether a cluster that is no clear seal itself is large enough to hold one beside something else."""
    return bool(max(part.shape) >= SMALL * side and min(part.shape) >= NARROW * side)


def solid(part: Mask) -> bool:
    points = cv2.findNonZero(part)
    hull = max(1.0, cv2.contourArea(cv2.convexHull(points)))
    return len(points) > SOLID * hull and not filled_frame(part)


def filled_frame(part: Mask) -> bool:
    """A name stamp with white characters on red, or one that is small beside the strokes of its characters: solid, but a frame
    filled with something."""
    height, width = part.shape
    return 1 / HIGHEST_FRAME < width / height < LONGEST_FRAME and bool((part[2:-2, 2:-2] > 0).mean() < 0.88)


def whole_cluster(part: Mask) -> list[Outline]:
    """The ellipses and the rectangle around all of the cluster."""
    hull = cv2.convexHull(cv2.findNonZero(part))
    (x, y), (width, height), angle = cv2.minAreaRect(hull)
    box = rectangle(x, y, width / 2, height / 2, angle)
    bounds = cv2.boundingRect(hull)
    middle = (bounds[0] + bounds[2] / 2, bounds[1] + bounds[3] / 2)
    upright = Outline(x=middle[0], y=middle[1], a=bounds[2] / 2, b=bounds[3] / 2)
    return [upright, upright.model_copy(update={"angle": box.angle, "a": box.a, "b": box.b}), box]


def rectangle(x: float, y: float, a: float, b: float, angle: float) -> Outline:
    """A rectangle whose angle lies within 45 degrees of upright: nobody stamps a name on its side."""
    while angle > 45:
        angle, a, b = angle - 90, b, a
    while angle < -45:
        angle, a, b = angle + 90, b, a
    shape = "square" if 0.8 < a / max(b, 1e-6) < 1.25 else "rectangular"
    return Outline(x=x, y=y, a=a, b=b, angle=angle, shape=shape)


def fitted(part: Mask, seed: Outline) -> Outline:
    if min(seed.a, seed.b) < 4:
        return seed
    if seed.shape in ("square", "rectangular"):
        return fit_rectangle(part, seed)
    outline = fit_ellipse(part, seed)
    ratio = min(outline.a, outline.b) / max(outline.a, outline.b)
    return outline.model_copy(update={"shape": "oval" if ratio < OVAL else "round"})


def leans_on(frame: Outline, seals: Sequence[Outline]) -> bool:
    """Whether a frame lies across the rim of a clear seal, as the stamp of whoever signs beside the seal does."""
    return is_frame(frame) and any(abs(frame.away_from(seal) - seal.size) < DIAGONAL * frame.size for seal in seals)


def plausible(outline: Outline, side: int, colour: Colour) -> bool:
    """Whether the rim is clear, with enough print within it, and the outline has a seal's size and proportions."""
    may_be_sparse = outline.shape == "rectangular" or (outline.shape == "round" and colour == "red")
    least = SPARSE if may_be_sparse and outline.rim >= WHOLE_RIM else TEXTURE
    return outline.rim >= RIM[colour] and outline.texture >= least and is_sized(outline, side)


def plausible_beside(frame: Outline, side: int) -> bool:
    """The same of a frame that a seal's rim crosses: little of it may be left, and two characters within."""
    return frame.rim >= BITTEN_RIM and frame.texture >= SPARSE and is_sized(frame, side)


def is_sized(outline: Outline, side: int) -> bool:
    """Whether an outline is large enough for its clearness, and neither too large nor too long for its shape."""
    ratio = outline.b / max(outline.a, 1e-6)
    if outline.size < (SMALLEST if outline.rim >= SMALL_RIM else SMALL) * side / 2:
        return False
    if is_frame(outline):
        return outline.rim >= 0.5 and 0.25 <= ratio <= HIGHEST_FRAME and outline.size < 0.2 * side + 20
    return 0.5 <= ratio <= 2.0


def distinct(outlines: list[Outline]) -> list[Outline]:
    """The clearest of those that claim one place; seals that overlap by a third stay apart."""
    kept: list[Outline] = []
    for outline in sorted(outlines, key=lambda outline: -outline.rim):
        if all(apart(outline, other) for other in kept) and not any(encloses(other, outline) for other in outlines):
            kept.append(outline)
    return kept


def encloses(outer: Outline, inner: Outline) -> bool:
    """Whether ``inner`` is the ring around the emblem in the middle of a seal as clear as itself, or a character, which may look
    like a frame, within a frame."""
    if is_frame(outer) != is_frame(inner) or outer.rim <= 0.7 * inner.rim:
        return False
    distance = outer.away_from(inner)
    if is_frame(outer):
        return outer.size > 1.4 * inner.size and distance < 0.95 * outer.size
    return outer.size > WITHIN * inner.size and distance < 0.25 * outer.size


def apart(one: Outline, other: Outline) -> bool:
    """Whether two outlines are two seals. Name stamps are often set right on the unit's seal, so those may lie further in."""
    distance = one.away_from(other)
    if is_frame(one) != is_frame(other) and (one.over or other.over):
        return True
    if distance > 0.55 * (one.size + other.size):
        return True
    smaller, larger = sorted((one.size, other.size))
    both_clear = min(one.rim, other.rim) > 0.5
    stamp_on_seal = is_frame(one) != is_frame(other) and smaller < 0.7 * larger
    return both_clear and distance > (0.4 if stamp_on_seal else 0.75) * larger


def is_clear_seal(outline: Outline) -> bool:
    """Whether it is a unit's seal for sure; a name stamp, however clear, stands beside one."""
    return outline.rim >= CLEAR and not is_frame(outline)


def may_lie_under(outline: Outline) -> bool:
    """Whether it is a unit's seal, as far as may be seen with a name stamp on it."""
    return outline.rim >= UNDER and not is_frame(outline)


def is_frame(outline: Outline) -> bool:
    return outline.shape in ("square", "rectangular")
