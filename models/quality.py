"""How good a page picture is: colour or grey, how sharp, and what is wrong with it.

Pictures are upright pages, height x width x 3, uint8, BGR. Everything is measured on paper brought to white, so that a
yellowish lamp or a shadow is neither colour nor ink.
"""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from models.imaging import Grey, highest, lowest, reduce
from models.ocr import Image
from models.records import Record

SPECK = 6  # pixels at 100 dpi: a full stop of 9 point print has about that many
DOT = 4  # pixels at 100 dpi, across: what is no larger is dust or a dot of print
LINES = 8  # of print, at least, for their height to say anything
SIDE = 1170  # long side in pixels on which all but sharpness is measured: A4 at 100 dpi
A4_LONG = 11.69  # inches


class Look(Record):
    """What a page picture looks like. ``paper``, ``ink``: grey levels 0 … 255 of the paper and of its darkest print;
    ``ink_share``: of the page's area; ``noise``: standard deviation in grey levels on plain paper; ``glare``: share of
    the area that is burnt out; ``cut``: strokes of print that run out of the picture, of the worst edge; ``specks``: dots too
    small for print, per thousand pixels; ``print_height``: of lines in pixels of the picture, 0 where there are too few, and for
    pictures so large that nobody asks."""

    dpi: int
    colour: bool
    sharpness: float
    paper: float
    ink: float
    ink_share: float
    noise: float
    glare: float
    cut: int
    specks: float
    print_height: float


def look_at(image: Image, *, dpi: int) -> Look:
    """Measures one page, whose resolution the caller knows; about 40 ms for A4 at 200 dpi."""
    small = reduce(image, side=SIDE)
    levelled = on_white(small)
    grey = cv2.cvtColor(small, cv2.COLOR_BGR2GRAY)
    noise = noise_of(grey)
    mask, specks = ink_mask(levelled, noise)
    marked = grey[mask > 0]
    return Look(
        dpi=dpi,
        colour=has_colour(small, levelled),
        sharpness=sharpness_of(image),
        paper=float(np.percentile(grey[::3, ::3], 80)),
        ink=float(np.percentile(marked, 5)) if marked.size else 255.0,
        ink_share=float(mask.mean()),
        noise=noise,
        glare=glare_of(small),
        cut=cut_of(levelled),
        specks=1000 * specks / mask.size,
        print_height=print_height_of(mask) if small is image else 0.0,
    )


def on_white(image: Image) -> Image:
    """Each channel divided by the paper's own, which is taken as the bright level of the neighbourhood, far smoothed."""
    tiny = cv2.resize(image, (48, 48), interpolation=cv2.INTER_AREA)
    paper = cv2.GaussianBlur(cv2.dilate(tiny, np.ones((9, 9), np.uint8)), (0, 0), 5)
    paper = cv2.resize(paper, (image.shape[1], image.shape[0]), interpolation=cv2.INTER_LINEAR)
    return cv2.divide(image, cv2.max(paper, 1), scale=255)  # type: ignore[no-any-return]


CHROMA = 32  # difference between the highest and the lowest channel of what counts as coloured; grey copies stay below 15
COLOURED = 0.0004  # share of the page: the rim of a 38 mm seal alone is 0.0019 of A4 (domain knowledge: 1 mm wide)


def has_colour(small: Image, levelled: Image) -> bool:
    """Whether the page shows any colour of its own. Equal channels are a certain grey; a tint over all of it is none."""
    if not cv2.subtract(highest(small), lowest(small)).any():
        return False
    smooth = cv2.blur(levelled, (3, 3))  # coloured fringes beside black print are one pixel wide
    return bool((cv2.subtract(highest(smooth), lowest(smooth)) > CHROMA).mean() > COLOURED)


def sharpness_of(image: Image) -> float:
    """0 … 1 from the width of the steepest edges of print: the step's slope over its height. 1 is an edge of one pixel at
    200 dpi; measured on drawn A4 pages at 200 dpi, Gaussian blur of 0, 1, 2, 3, 4 pixels gives 1.0, 0.7, 0.37, 0.25, 0.19."""
    grey = cv2.cvtColor(image, cv2.COLOR_BGR2GRAY)
    parts = [edge_slopes(part) for part in inked_parts(grey)]
    slopes = np.concatenate(parts)
    if len(slopes) < 50:
        return 0.0
    per_pixel = float(np.median(slopes))
    relative: float = per_pixel * max(grey.shape) / (A4_LONG * 200)
    return round(min(1.0, 1.6 * relative), 3)


def inked_parts(grey: Grey) -> list[Grey]:
    """The six of the page's tiles with the most contrast: print is sharp or not there, paper says nothing."""
    size = max(64, max(grey.shape) // 9)
    tiles = [
        grey[y : y + size, x : x + size]
        for y in range(0, max(1, grey.shape[0] - size // 2), size)
        for x in range(0, max(1, grey.shape[1] - size // 2), size)
    ]
    return sorted(tiles, key=lambda tile: -float(tile[::3, ::3].std()))[:6]


def edge_slopes(part: Grey) -> NDArray[np.float32]:
    """Slope over height, per pixel, of the part's strongest edges."""
    kernel = np.ones((15, 15), np.uint8)
    calm = cv2.medianBlur(np.ascontiguousarray(part), 3)
    height = cv2.subtract(cv2.dilate(calm, kernel), cv2.erode(calm, kernel)).astype(np.float32)
    across = cv2.Sobel(calm, cv2.CV_32F, 1, 0, ksize=3) / 8
    down = cv2.Sobel(calm, cv2.CV_32F, 0, 1, ksize=3) / 8
    slope = cv2.magnitude(across, down)
    steep = (slope >= np.percentile(slope[::2, ::2], 97)) & (slope > 0.02 * height)  # on bare paper the percentile is 0
    edges = steep & (height > 30)
    return (slope[edges] / height[edges]).astype(np.float32)  # type: ignore[no-any-return]


def noise_of(grey: Grey) -> float:
    """Standard deviation of grey levels on plain areas (median of the Laplacian, Immerkaer 1996)."""
    laplace = cv2.filter2D(grey, cv2.CV_16S, np.array([[1, -2, 1], [-2, 4, -2], [1, -2, 1]], np.float32))
    return float(np.median(np.abs(laplace[::3, ::3]))) / (6 * 0.6745)


def ink_mask(levelled: Image, noise: float) -> tuple[Grey, int]:
    """1 where something is on the paper, in whatever colour, and how many dots there are. Specks and the outermost rim are left
    out."""
    mask = (lowest(levelled) < 255 - max(16.0, 8 * noise)).astype(np.uint8)
    rim = max(1, round(0.01 * max(mask.shape)))
    mask[:rim] = mask[-rim:] = 0
    mask[:, :rim] = mask[:, -rim:] = 0
    _, labels, stats, _ = cv2.connectedComponentsWithStats(mask, connectivity=8)
    keep = stats[:, cv2.CC_STAT_AREA] >= SPECK
    dots = stats[:, [cv2.CC_STAT_WIDTH, cv2.CC_STAT_HEIGHT]].max(axis=1) <= DOT
    keep[0] = False
    return keep[labels].astype(np.uint8), int(dots.sum())


def print_height_of(mask: Grey) -> float:
    """Median height of what looks like a line: ink that is much wider than high once its gaps are closed."""
    joined = cv2.morphologyEx(mask, cv2.MORPH_CLOSE, np.ones((1, 9), np.uint8))
    _, _, stats, _ = cv2.connectedComponentsWithStats(joined, connectivity=8)
    width, height = stats[1:, cv2.CC_STAT_WIDTH], stats[1:, cv2.CC_STAT_HEIGHT]
    lines = height[(width >= 3 * height) & (height >= DOT)]
    return float(np.median(lines)) if len(lines) >= LINES else 0.0


def glare_of(image: Image) -> float:
    """Share of the page in burnt-out patches within it. Only where the paper itself is clearly below white: a scan is white
    all over, a bright patch at the rim is sky or desk, and a dark desk around the sheet says nothing of its paper."""
    least = lowest(image)
    levels = least[::3, ::3]
    if np.median(levels[levels >= 0.5 * np.percentile(levels, 95)]) > 225:
        return 0.0
    burnt = cv2.morphologyEx((least >= 250).astype(np.uint8), cv2.MORPH_OPEN, np.ones((9, 9), np.uint8))
    height, width = burnt.shape
    _, _, stats, _ = cv2.connectedComponentsWithStats(burnt, connectivity=8)
    x, y, w, h, area = stats[1:].T
    within = (x > 0) & (y > 0) & (x + w < width) & (y + h < height)
    return float(area[within].sum() / burnt.size)


def cut_of(levelled: Image) -> int:
    """Strokes of print that run out of the picture, of the worst edge. An edge that is not mostly paper says nothing (desk,
    scanner, photograph); red at the edge is a seal across the pages, as it should be; dust does not reach far enough in."""
    dark: NDArray[np.bool_] = highest(levelled) < 150
    sides = [dark, dark[::-1], dark.T, dark.T[::-1]]
    return max(strokes_on(side) for side in sides)


def strokes_on(side: NDArray[np.bool_]) -> int:
    """Dark runs along a mostly white edge (the first row); none when a run is longer than a character is wide (2 % of A4's
    width)."""
    edge: NDArray[np.bool_] = np.logical_and.reduce(side[:2])
    lengths = runs_of(edge)
    if edge.mean() > 0.3 or (lengths > 0.02 * len(edge)).any():
        return 0
    return len(runs_of(np.logical_and.reduce(side[: DOT + 1])))


def runs_of(edge: NDArray[np.bool_]) -> NDArray[np.int64]:
    """Lengths of the dark runs."""
    bounds = np.flatnonzero(np.diff(np.concatenate([[0], edge.astype(np.int8), [0]])))
    return np.asarray(bounds[1::2] - bounds[::2], dtype=np.int64)
