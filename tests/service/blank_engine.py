"""An engine that sees no print, so that tests of the service need no models; run as a program it is a reading worker with it."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from models.ocr import Image, Quad, Reading, no_reading


class BlankEngine:
    name = "blank"

    def find(self, image: Image) -> list[Quad]:  # noqa: ARG002 - the interface's name
        return []

    def read(self, strips: Sequence[Image]) -> list[Reading]:
        return [no_reading() for _ in strips]


if __name__ == "__main__":
    from pipeline.service.__main__ import work
    from pipeline.settings import load_settings

    sys.exit(work(BlankEngine(), load_settings()))
