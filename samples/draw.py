"""Draws whole applications with truth: ``python -m samples.draw --seed 7 --out DIR``. Same seed, same fonts: same bytes."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from random import Random

from samples.defects import DEFECTS, NEEDS_ROUTE, CannotSpoil, spoil
from samples.fonts import FontsMissing, check_fonts
from samples.invention import KINDS, ROUTES, invent_application
from samples.rendering import Manner, render_application


def arguments(argv: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m samples.draw", description=__doc__)
    parser.add_argument("--seed", type=int, required=True)
    parser.add_argument("--out", type=Path, required=True, help="folder that the application folders go into")
    parser.add_argument("--count", type=int, default=1)
    parser.add_argument("--quality", choices=("scan", "phone", "poor", "mixed"), default="mixed")
    parser.add_argument("--route", choices=ROUTES, help="default: varied")
    parser.add_argument("--kind", choices=KINDS, help="default: mostly enterprises")
    parser.add_argument("--inconsistencies", type=int, default=0, metavar="N", help="how many, chosen by the seed")
    parser.add_argument(
        "--inconsistency", action="append", default=[], metavar="RULE", choices=sorted(DEFECTS), help="may be repeated"
    )
    parser.add_argument("--dpi", type=int, default=300, help="no page finer than this")
    parser.add_argument("--jpeg", type=int, metavar="QUALITY", help="one JPEG quality for all files")
    parser.add_argument(
        "--suffix", action="append", default=[], metavar="SUFFIX", help="only these file forms (pdf and jpg make small samples)"
    )
    parser.add_argument("--name", help="application_id of a single application, also its folder")
    return parser.parse_args(argv)


def draw(options: argparse.Namespace, place: int) -> Path:
    """Draws the application number ``place`` of the run; returns its folder."""
    seed = f"{options.seed}/{place}"
    rng = Random(seed)
    wanted = [NEEDS_ROUTE[rule] for rule in options.inconsistency if rule in NEEDS_ROUTE]
    route = options.route or (wanted or [rng.choice((*ROUTES, "catalogue_occupation"))])[0]
    kind = options.kind or rng.choice(("enterprise",) * 6 + ("institution", "association"))
    number = options.name or f"KFQ2026{options.seed % 1000:03d}{place:02d}"
    application = invent_application(rng, number, route, kind)
    spoil(application, Random(f"{seed}/defects"), rules=options.inconsistency, more=options.inconsistencies)
    manner = Manner(options.quality, options.dpi, options.jpeg, tuple(options.suffix))
    folder = Path(options.out) / number
    render_application(application, folder, seed, manner, {"seed": options.seed, "place": place, "quality": options.quality})
    return folder


def main(argv: Sequence[str] | None = None) -> int:
    options = arguments(argv)
    try:
        check_fonts()
    except FontsMissing as missing:
        print(f"samples.draw: {missing}", file=sys.stderr)
        return 2
    try:
        for place in range(options.count):
            print(draw(options, place))
    except CannotSpoil as wrong:
        print(f"samples.draw: {wrong}", file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
