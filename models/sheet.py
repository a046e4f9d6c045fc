"""The sheet of paper on a photographed desk: found by its four edges, cut out and brought back to a rectangle.

A sheet is only cut out when everything speaks for one (bright plain paper inside, something else outside, an edge all
round); in doubt the picture stays whole, since a wrong cut loses print and a missed one costs little.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from models.imaging import reduce
from models.ocr import Image, Quad

SIDE = 700  # long side in pixels on which the sheet is looked for
A4 = math.sqrt(2)

# Bounds below: guessed, then tried on drawn sheets (tests) and on five photographed licences.
AREA = (0.30, 0.985)  # share of the picture
FULL_HULL = 0.93  # how much of the four-cornered outline the paper fills
ANGLES = (60.0, 120.0)
LONGEST = 2.3  # long over short side
PAPER_LIGHTNESS = 80  # of 255
PAPER_CHROMA = 40
EDGE = 10.0  # Lab distance between the two sides of an edge
EDGE_SUPPORT = 0.75  # share of each side along which the edge is seen
PAPER_INSIDE = 0.5  # share of the sheet that looks like its paper, in light or shadow
BEYOND = 0.03  # of a side's length: how far beyond it a band is looked for (guess)
BAND_PLACES = (
    [0.1 + 0.05 * step for step in range(17)],
    [-0.08, -0.07, -0.06, -0.05, -0.04, -0.03],
    [1.03, 1.04, 1.05, 1.06, 1.07, 1.08],
)  # along a side from 0 to 1: between its ends, and past each of them
EVEN, OTHER_COLOUR = 20.0, 25.0  # Lab distances: within a band, and to what lies beside it (guess)
PAPER_OUTSIDE = 0.30  # share of the surroundings that may look like the paper


def find_sheet(image: Image) -> Quad | None:
    """The sheet's corners in pixels, clockwise from its upper left; None when no sheet stands out from its surroundings."""
    small = reduce(image, side=SIDE)
    lab = cv2.cvtColor(cv2.GaussianBlur(small, (5, 5), 0), cv2.COLOR_BGR2LAB).astype(np.float32)
    if rim_is_paper(lab):
        return None
    for mask in paper_masks(lab):
        quad = quad_around(mask)
        if quad is not None and is_sheet(quad, lab) and not goes_on(quad, lab):
            return scaled(inset(quad), image.shape[1] / small.shape[1])
    return None


def goes_on(quad: Quad, lab: NDArray[np.float32]) -> bool:
    """Whether beyond one of the quad's sides lies something exactly as wide: a coloured band that the sheet begins or ends with.
    A desk, or a shadow upon it, goes on past at least one of the side's ends."""
    return any(has_band(quad[i], quad[(i + 1) % 4], quad.mean(axis=0), lab) for i in range(4))


def has_band(start: NDArray[np.float32], end: NDArray[np.float32], middle: NDArray[np.float32], lab: NDArray[np.float32]) -> bool:
    """Whether what lies just beyond the side from ``start`` to ``end`` differs from what lies beyond both of its ends."""
    along = end - start
    outward = (start + end) / 2 - middle
    offset = BEYOND * outward / max(float(np.linalg.norm(outward)), 1.0) * float(np.linalg.norm(along))
    strip, *ends = (colours_at([start + t * along + offset for t in places], lab) for places in BAND_PLACES)
    if any(len(found) < 3 for found in (strip, *ends)):
        return False
    colour = np.median(strip, axis=0)
    even = float(np.median(np.linalg.norm(strip - colour, axis=1))) < EVEN
    return even and all(float(np.linalg.norm(colour - np.median(found, axis=0))) > OTHER_COLOUR for found in ends)


def colours_at(points: Sequence[NDArray[np.floating[Any]]], lab: NDArray[np.float32]) -> NDArray[np.float32]:
    """The Lab colours at those of the points that lie in the picture."""
    height, width = lab.shape[:2]
    inside = [
        (round(float(x)), round(float(y))) for x, y in points if 0 <= round(float(x)) < width and 0 <= round(float(y)) < height
    ]
    return np.array([lab[y, x] for x, y in inside], dtype=np.float32).reshape(-1, 3)


def scaled(quad: Quad, factor: float) -> Quad:
    corners: Quad = (quad * factor).astype(np.float32)
    return corners


def inset(quad: Quad) -> Quad:
    """The corners drawn in by two pixels of the reduced picture, so that no sliver of the desk stays along the edges."""
    inward = quad.mean(axis=0) - quad
    corners: Quad = (quad + 2 * np.sign(inward)).astype(np.float32)
    return corners


def cut_sheet(image: Image, quad: Quad, *, pixels: int | None = None) -> Image:
    """The sheet as a rectangle of at most ``pixels`` pixels; sides within an eighth of A4's proportion get exactly that."""
    width, height = sheet_size(quad)
    scale = min(1.0, math.sqrt(pixels / (width * height))) if pixels else 1.0
    width, height = round(width * scale), round(height * scale)
    corners = np.array([[0, 0], [width, 0], [width, height], [0, height]], dtype=np.float32)
    matrix = cv2.getPerspectiveTransform(quad, corners)
    finer = cv2.INTER_LINEAR if scale < 1 else cv2.INTER_CUBIC
    sheet: Image = cv2.warpPerspective(image, matrix, (width, height), flags=finer, borderMode=cv2.BORDER_REPLICATE)
    return sheet


def sheet_size(quad: Quad) -> tuple[int, int]:
    """Width and height in pixels: the longer of each two opposite sides, since the shorter one was farther away."""
    sides = np.linalg.norm(quad - np.roll(quad, -1, axis=0), axis=1)
    width, height = float(max(sides[0], sides[2])), float(max(sides[1], sides[3]))
    longer, shorter = max(width, height), min(width, height)
    if abs(longer / shorter / A4 - 1) < 1 / 8:
        shorter, longer = (shorter, shorter * A4) if longer < shorter * A4 else (longer / A4, longer)
    return (round(longer), round(shorter)) if width > height else (round(shorter), round(longer))


def paper_masks(lab: NDArray[np.float32]) -> Iterator[NDArray[np.uint8]]:
    """Guesses (255 = paper) in the order of how often they are right: bright; like the middle; unlike the rim; colourless."""
    lightness = lab[:, :, 0]
    yield otsu(lightness)
    yield 255 - otsu(distance(lab, middle_colour(lab)))
    yield otsu(distance(lab, np.median(rim_pixels(lab), axis=0)))
    yield 255 - otsu(np.abs(lab[:, :, 1:] - middle_colour(lab)[1:]).sum(axis=2))


def otsu(values: NDArray[np.float32]) -> NDArray[np.uint8]:
    _, mask = cv2.threshold(np.clip(values, 0, 255).astype(np.uint8), 0, 255, cv2.THRESH_BINARY + cv2.THRESH_OTSU)
    return mask  # type: ignore[no-any-return]


def distance(lab: NDArray[np.float32], colour: NDArray[np.float32]) -> NDArray[np.float32]:
    return np.sqrt(((lab - colour) ** 2).sum(axis=2))  # type: ignore[no-any-return]


def middle_colour(lab: NDArray[np.float32]) -> NDArray[np.float32]:
    """The paper's colour if a sheet fills the middle: the median of its brighter half, 3 values."""
    height, width = lab.shape[:2]
    pixels = lab[height // 4 : -height // 4, width // 4 : -width // 4].reshape(-1, 3)
    return np.median(pixels[pixels[:, 0] >= np.median(pixels[:, 0])], axis=0)  # type: ignore[no-any-return]


def rim_is_paper(lab: NDArray[np.float32]) -> bool:
    """A scan: the rim looks like the middle nearly everywhere, so no desk is to be seen. Saves the search."""
    return bool((distance(rim_pixels(lab)[None], middle_colour(lab)) < 15).mean() > 0.9)


def rim_pixels(lab: NDArray[np.float32]) -> NDArray[np.float32]:
    return np.concatenate(
        [lab[:4].reshape(-1, 3), lab[-4:].reshape(-1, 3), lab[:, :4].reshape(-1, 3), lab[:, -4:].reshape(-1, 3)]
    )


def quad_around(mask: NDArray[np.uint8]) -> Quad | None:
    """Four corners around the mask's largest shape, None when four straight sides do not describe it."""
    kernel = cv2.getStructuringElement(cv2.MORPH_RECT, (7, 7))
    tidy = cv2.morphologyEx(cv2.morphologyEx(mask, cv2.MORPH_CLOSE, kernel), cv2.MORPH_OPEN, kernel)
    contours, _ = cv2.findContours(tidy, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_NONE)
    if not contours:
        return None
    outline = cv2.convexHull(max(contours, key=cv2.contourArea))
    quad = four_corners(outline)
    if quad is None:
        return None
    quad = fitted_to(quad, dense(outline.reshape(-1, 2).astype(np.float32)))
    area = cv2.contourArea(quad)
    if area <= 0 or cv2.contourArea(outline) / area < FULL_HULL:
        return None
    return from_upper_left(quad)


def four_corners(outline: NDArray[np.int32]) -> Quad | None:
    """The outline simplified until four corners are left; cut or rounded corners make it five or six on the way."""
    around = cv2.arcLength(outline, True)
    for tolerance in np.arange(0.01, 0.10, 0.005):
        corners = cv2.approxPolyDP(outline, float(tolerance) * around, True)
        if len(corners) == 4:
            return np.asarray(corners, dtype=np.float32).reshape(4, 2)
        if len(corners) < 4:
            return None
    return None


def dense(outline: NDArray[np.float32]) -> NDArray[np.float32]:
    """Points along the outline, one per pixel or so."""
    parts = []
    for start, end in zip(outline, np.roll(outline, -1, axis=0), strict=True):
        steps = max(1, int(np.linalg.norm(end - start)))
        parts.append(start + (end - start) * (np.arange(steps) / steps)[:, None])
    points: NDArray[np.float32] = np.concatenate(parts).astype(np.float32)
    return points


def fitted_to(quad: Quad, outline: NDArray[np.float32]) -> Quad:
    """Each side laid through the outline's points beside it, corners where neighbouring sides meet."""
    lines = [side_line(quad[i], quad[(i + 1) % 4], outline) for i in range(4)]
    corners = [crossing(lines[i - 1], lines[i]) for i in range(4)]
    fitted = np.array([corner if corner is not None else quad[i] for i, corner in enumerate(corners)], dtype=np.float32)
    moved = np.linalg.norm(fitted - quad, axis=1).max()
    return fitted if moved < 0.08 * SIDE else quad


def side_line(start: NDArray[np.float32], end: NDArray[np.float32], outline: NDArray[np.float32]) -> NDArray[np.float32]:
    """Direction and a point (vx, vy, x, y) of the line along one side, without its ends, where corners may be bent."""
    length = max(1.0, float(np.linalg.norm(end - start)))
    along = (outline - start) @ (end - start) / length**2
    across = np.abs((outline - start) @ np.array([-(end - start)[1], (end - start)[0]])) / length
    near = outline[(along > 0.08) & (along < 0.92) & (across < 0.03 * length + 2)]
    if len(near) < 10:
        return np.array([*(end - start) / length, *start], dtype=np.float32)
    return cv2.fitLine(near, cv2.DIST_HUBER, 0, 0.01, 0.01).reshape(4)  # type: ignore[no-any-return]


def crossing(one: NDArray[np.float32], other: NDArray[np.float32]) -> NDArray[np.float32] | None:
    matrix = np.array([[one[0], -other[0]], [one[1], -other[1]]], dtype=np.float64)
    if abs(np.linalg.det(matrix)) < 0.1:  # sides nearly in one line meet nowhere useful
        return None
    step = np.linalg.solve(matrix, (other[2:] - one[2:]).astype(np.float64))
    point: NDArray[np.float32] = (one[2:] + step[0] * one[:2]).astype(np.float32)
    return point


def from_upper_left(quad: Quad) -> Quad:
    """The corners clockwise, beginning with the one nearest to the picture's upper left."""
    middle = quad.mean(axis=0)
    ordered = quad[np.argsort(np.arctan2(quad[:, 1] - middle[1], quad[:, 0] - middle[0]))]
    return np.roll(ordered, -int(ordered.sum(axis=1).argmin()), axis=0)


def is_sheet(quad: Quad, lab: NDArray[np.float32]) -> bool:
    """Whether a four-cornered outline is a sheet of paper that lies on something else. What costs most is asked last."""
    return is_sheet_shaped(quad, lab.shape[1], lab.shape[0]) and has_edges(quad, lab) and is_paper_on_desk(quad, lab)


def is_sheet_shaped(quad: Quad, width: int, height: int) -> bool:
    share = cv2.contourArea(quad) / (width * height)
    before, after = np.roll(quad, 1, axis=0) - quad, np.roll(quad, -1, axis=0) - quad
    lengths = np.linalg.norm(after, axis=1)
    cosines = (before * after).sum(axis=1) / np.maximum(1e-6, np.linalg.norm(before, axis=1) * lengths)
    angles = np.degrees(np.arccos(np.clip(cosines, -1, 1)))
    across, down = (lengths[0] + lengths[2]) / 2, (lengths[1] + lengths[3]) / 2
    return bool(
        AREA[0] <= share <= AREA[1]
        and angles.min() >= ANGLES[0]
        and angles.max() <= ANGLES[1]
        and max(across, down) <= LONGEST * min(across, down)
    )


def is_paper_on_desk(quad: Quad, lab: NDArray[np.float32]) -> bool:
    """Bright and nearly colourless inside; outside something else, and not brighter."""
    inside = cv2.fillConvexPoly(np.zeros(lab.shape[:2], np.uint8), quad.round().astype(np.int32), 1).astype(bool)
    if inside.all():
        return False
    sheet, desk = lab[inside], lab[~inside]
    paper = np.median(sheet, axis=0)
    bright = paper[0] >= PAPER_LIGHTNESS and np.median(desk[:, 0]) <= paper[0] + 5
    plain = np.hypot(paper[1] - 128, paper[2] - 128) <= PAPER_CHROMA
    if not (bright and plain):
        return False
    near = np.sqrt(((desk - paper) ** 2).sum(axis=1)) < 25
    return bool(near.mean() <= PAPER_OUTSIDE and shaded(sheet, paper).mean() >= PAPER_INSIDE)


def shaded(pixels: NDArray[np.float32], paper: NDArray[np.float32]) -> NDArray[np.bool_]:
    """Which pixels (n x 3) are the paper, be it in shadow."""
    tint = np.abs(pixels[:, 1:] - paper[1:]).max(axis=1)
    alike: NDArray[np.bool_] = (tint < 15) & (pixels[:, 0] > 0.45 * paper[0])
    return alike


def has_edges(quad: Quad, lab: NDArray[np.float32]) -> bool:
    """Whether colour changes across each side, all along it. A side on the picture's rim needs no edge, two of them may be so."""
    support = [edge_support(quad[i], quad[(i + 1) % 4], quad.mean(axis=0), lab) for i in range(4)]
    seen = [share for share in support if share is not None]
    return len(seen) >= 2 and min(seen) >= EDGE_SUPPORT


def edge_support(
    start: NDArray[np.float32], end: NDArray[np.float32], middle: NDArray[np.float32], lab: NDArray[np.float32]
) -> float | None:
    """Share of the side along which paper differs from what lies beside it and a little farther out: beyond a printed frame
    there is paper again. None for a side that lies on the picture's rim."""
    height, width = lab.shape[:2]
    points = start + (end - start) * np.linspace(0.05, 0.95, 60)[:, None]
    normal = np.array([-(end - start)[1], (end - start)[0]]) / max(1e-6, float(np.linalg.norm(end - start)))
    if normal @ (middle - start) < 0:
        normal = -normal
    inner = sample(lab, points + 6 * normal)
    beside, seen = sample(lab, points - 6 * normal), is_within(points - 6 * normal, width, height)
    beyond, known = sample(lab, points - 25 * normal), is_within(points - 25 * normal, width, height)
    if seen.mean() < 0.3:
        return None
    differs = np.linalg.norm(inner - beside, axis=1) > EDGE
    goes_on = ~known | (np.linalg.norm(inner - beyond, axis=1) > EDGE)
    return float((differs & goes_on)[seen].mean())


def is_within(points: NDArray[np.float64], width: int, height: int) -> NDArray[np.bool_]:
    x, y = points[:, 0], points[:, 1]
    return (x >= 0) & (y >= 0) & (x < width) & (y < height)


def sample(lab: NDArray[np.float32], points: NDArray[np.float64]) -> NDArray[np.float32]:
    """Colours at points (x, y) that lie within the picture, or the nearest within."""
    x = np.clip(points[:, 0].round().astype(int), 0, lab.shape[1] - 1)
    y = np.clip(points[:, 1].round().astype(int), 0, lab.shape[0] - 1)
    colours: NDArray[np.float32] = lab[y, x]
    return colours
