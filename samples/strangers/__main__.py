"""Draws applications by other hands, with truth: ``python -m samples.strangers --seed 7 --count 3 --out DIR``."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from samples.strangers.browser import BrowserMissing
from samples.strangers.folder import Manner, draw
from samples.strangers.layouts import GROUPS


def arguments(argv: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m samples.strangers", description=__doc__)
    parser.add_argument("--seed", type=int, required=True)
    parser.add_argument("--out", type=Path, required=True, help="folder that the application folders go into")
    parser.add_argument("--count", type=int, default=1)
    parser.add_argument("--group", choices=GROUPS, default="all", help="all: a and b")
    parser.add_argument("--quality", choices=("scan", "phone", "poor", "mixed"), default="mixed")
    parser.add_argument("--dpi", type=int, default=300, help="no page finer than this")
    return parser.parse_args(argv)


def main(argv: Sequence[str] | None = None) -> int:
    options = arguments(argv)
    manner = Manner(options.group, options.quality, options.dpi)
    try:
        for place in range(options.count):
            print(draw(options.seed, place, options.out, manner))
    except BrowserMissing as missing:
        print(f"samples.strangers: {missing}", file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
