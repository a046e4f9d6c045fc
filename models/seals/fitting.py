"""A rough outline and the ink in; the outline drawn to the rim that is really there, with how clear that rim is, out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import cv2
import numpy as np
from numpy.typing import NDArray

from models.seals.outline import Outline, polar, sample

Mask = NDArray[np.uint8]

ANGLES = np.linspace(0, 2 * np.pi, 240, endpoint=False, dtype=np.float32)
RADII = np.arange(0.50, 1.25, 0.0125, dtype=np.float32)


class Step(NamedTuple):
    """Between which radii (1 = the outline) rim ink is looked for, and the nearest to which of them is taken."""

    low: float
    high: float
    aim: float


NEAREST = tuple(Step(1 - 0.8 * reach, 1 + 1.2 * reach, 1 + 0.2 * reach) for reach in (0.14, 0.08, 0.05, 0.03))
OUTERMOST = (Step(0.83, 1.17, 1.2), Step(0.83, 1.17, 1.2), *NEAREST[1:])
CLEAN = 0.75  # clearness of a rim beside which no better one is looked for


def fit_ellipse(part: Mask, seed: Outline) -> Outline:
    """The ellipse through the rim ink nearest to ``seed``, in ever narrower reach. Where that is no clear rim, as when
    a small seed stuck to the feet of the characters, the outermost ink in reach is tried instead."""
    nearest = ellipse_through(part, seed, NEAREST)
    if nearest.rim >= CLEAN:
        return nearest
    return max(nearest, ellipse_through(part, seed, OUTERMOST), key=lambda outline: outline.rim)


def ellipse_through(part: Mask, seed: Outline, steps: Sequence[Step]) -> Outline:
    outline = seed
    for step in steps:
        rounder = ellipse_near(part, outline, step)
        if rounder is None:
            break
        outline = rounder
    return measured(part, outline)


def ellipse_near(part: Mask, outline: Outline, step: Step) -> Outline | None:
    """One step of the fit; ``None`` when too little ink lies near the outline to say more."""
    grid = polar(part, outline, ANGLES, RADII) > 100
    looked_at = (step.low < RADII) & (step.high > RADII)
    distance = np.where(grid & looked_at, np.abs(RADII - step.aim), 9.0)
    nearest = distance.argmin(axis=1)
    hit = distance[np.arange(len(ANGLES)), nearest] < 9
    if hit.mean() < 0.3:
        return None
    rho, angles = RADII[nearest[hit]], ANGLES[hit]
    points = outline.to_picture(rho * np.cos(angles), rho * np.sin(angles))
    (x, y), (width, height), angle = cv2.fitEllipseDirect(points.reshape(-1, 1, 2))
    if not np.isfinite([x, y, width, height]).all() or min(width, height) < 0.4 * max(width, height):
        return None
    if np.hypot(x - outline.x, y - outline.y) > 0.3 * outline.size:
        return None
    return lying(x, y, width / 2, height / 2, angle)


def lying(x: float, y: float, a: float, b: float, angle: float) -> Outline:
    """The ellipse with its longer axis as ``a`` and the angle within -90 … 90; nearly round ones get angle 0."""
    if b > a:
        a, b, angle = b, a, angle + 90
    angle = (angle + 90) % 180 - 90
    if b > 0.97 * a:
        a, b, angle = (a + b) / 2, (a + b) / 2, 0.0
    return Outline(x=x, y=y, a=a, b=b, angle=angle)


def measured(part: Mask, outline: Outline) -> Outline:
    """The outline with its rim's clearness and the texture within."""
    grid: NDArray[np.bool_] = polar(part, outline, ANGLES, RADII) > 100
    inside = in_picture(part, outline)
    if inside.mean() < 0.6:
        return outline.model_copy(update={"rim": 0.0})
    cover = grid[inside].mean(axis=0)
    near = (RADII > 0.955) & (RADII < 1.045)
    rim = float(grid[inside][:, near].any(axis=1).mean()) if cover[near].max() > 0.25 else 0.0
    trough = float(cover[(RADII > 0.78) & (RADII < 0.975)].min())
    outside = float(cover[(RADII > 1.06) & (RADII < 1.16)].mean())
    spread = rim_quarters(grid, inside, near)
    clearness = max(0.0, rim - max(trough, outside)) * min(1.0, spread / 0.3)
    found = {"rim": round(clearness, 3), "texture": texture(grid), "star": has_star(part, outline)}
    return outline.model_copy(update=found)


def has_star(part: Mask, outline: Outline) -> bool:
    core = polar(part, outline, ANGLES, np.linspace(0.02, 0.12, 6, dtype=np.float32)) > 100
    around = polar(part, outline, ANGLES, np.linspace(0.22, 0.50, 15, dtype=np.float32)) > 100
    return float(core.mean()) > 0.8 and float(around.mean(axis=0).min()) < 0.25


def in_picture(part: Mask, outline: Outline) -> NDArray[np.bool_]:
    """Per angle: whether the rim there lies within the picture at all."""
    points = outline.to_picture(np.cos(ANGLES), np.sin(ANGLES))
    low, high = np.array([-2, -2]), np.array(part.shape[::-1]) + 2
    return np.asarray(((points > low) & (points < high)).all(axis=1))


def rim_quarters(grid: NDArray[np.bool_], inside: NDArray[np.bool_], near: NDArray[np.bool_]) -> float:
    """Cover of the rim's second-worst quarter: a seal may lack one side, an arc of something else lacks two."""
    hit: NDArray[np.bool_] = np.asarray(grid[:, near].max(axis=1), dtype=np.bool_)
    parts = [slice(start, start + 60) for start in range(0, len(ANGLES), 60)]
    quarters = sorted(float(hit[part][inside[part]].mean()) for part in parts if inside[part].any())
    return quarters[min(1, len(quarters) - 1)]


def texture(grid: NDArray[np.bool_]) -> float:
    """Changes between ink and paper along the busiest of the circles where names stand."""
    band = grid[:, (RADII > 0.58) & (RADII < 0.92)]
    return float((band != np.roll(band, 1, axis=0)).sum(axis=0).max())


def fit_rectangle(part: Mask, seed: Outline) -> Outline:
    """The rectangle drawn to its four sides: turned a little each way, its sides moved to where ink is, the clearest kept."""
    turned = [seed.model_copy(update={"angle": seed.angle + turn}) for turn in TURNS]
    best = max((measured_rectangle(part, shifted_sides(part, one)) for one in turned), key=lambda one: one.rim)
    return max(best, measured_rectangle(part, shifted_sides(part, best)), key=lambda one: one.rim)


STEPS = np.linspace(-0.9, 0.9, 60, dtype=np.float32)
OFFSETS = np.arange(-0.16, 0.161, 0.02, dtype=np.float32)
TURNS = (0.0, -3.0, 3.0, -6.0, 6.0)  # degrees
SIDES = ((1, 0), (-1, 0), (0, 1), (0, -1))


def side_profile(part: Mask, outline: Outline, side: tuple[int, int]) -> NDArray[np.float32]:
    """len(STEPS) x len(OFFSETS): ink along one side, from within the rectangle to beyond it."""
    reach = 1 + OFFSETS[None, :] + 0 * STEPS[:, None]
    along = STEPS[:, None] + 0 * OFFSETS[None, :]
    u, v = (side[0] * reach, along) if side[0] else (along, side[1] * reach)
    return (sample(part, outline, u.astype(np.float32), v.astype(np.float32)) > 100).astype(np.float32)


def shifted_sides(part: Mask, outline: Outline) -> Outline:
    """Each side moved to its best cover by ink."""
    right, left, bottom, top = (best_offset(side_profile(part, outline, side)) for side in SIDES)
    du, dv = (right - left) / 2, (bottom - top) / 2
    centre = outline.to_picture(np.float32(du), np.float32(dv))  # type: ignore[arg-type]
    a, b = outline.a * (1 + (right + left) / 2), outline.b * (1 + (bottom + top) / 2)
    return outline.model_copy(update={"x": float(centre[0]), "y": float(centre[1]), "a": a, "b": b})


def best_offset(profile: NDArray[np.float32]) -> float:
    """Where along its normal a side is best covered; of equal places the outermost."""
    cover = profile.mean(axis=0)
    return float(OFFSETS[np.flatnonzero(cover >= cover.max() - 0.05)[-1]])


def measured_rectangle(part: Mask, outline: Outline) -> Outline:
    """Clearness of the frame: ink on all four sides, paper beyond them, and print, not solid ink, within."""
    profiles = [side_profile(part, outline, side) for side in SIDES]
    at_side = [float(profile[:, np.abs(OFFSETS) < 0.05].max(axis=1).mean()) for profile in profiles]
    beyond = [float(profile[:, OFFSETS > 0.09].mean()) for profile in profiles]
    u, v = np.meshgrid(np.linspace(-0.8, 0.8, 60, dtype=np.float32), np.linspace(-0.8, 0.8, 60, dtype=np.float32))
    inner = sample(part, outline, u, v) > 100
    rim = min(at_side) - max(float(np.mean(beyond)), sorted(beyond)[2])
    if not 0.12 < inner.mean() < 0.9:
        rim = 0.0
    rows = float(
        (inner != np.roll(inner, 1, axis=1)).sum(axis=1).mean() + (inner != np.roll(inner, 1, axis=0)).sum(axis=0).mean()
    )
    return outline.model_copy(update={"rim": round(max(0.0, rim), 3), "texture": 1.5 * rows})
