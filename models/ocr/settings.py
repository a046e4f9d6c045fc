"""What may be chosen about reading print. Everything has a default that works offline after set-up."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Literal

from pydantic import Field

from models.records import Record

Runtime = Literal["auto", "openvino", "onnxruntime", "paddle"]


def default_weights() -> Path:
    """``HEYAN_WEIGHTS``, else the weights folder of a checkout, beside this package."""
    chosen = os.environ.get("HEYAN_WEIGHTS")
    return Path(chosen) if chosen else Path(__file__).resolve().parent.parent / "weights"


class OcrSettings(Record):
    """``runtime`` auto: OpenVINO where it loads, else plain onnxruntime. ``paddle`` needs paddlepaddle and weights in its format.
    ``detector`` and ``recogniser`` name any PP-OCR model; without a folder of that name in ``weights`` PaddleOCR fetches it from
    its hub when there is internet. ``side_limit``: longest side, in pixels, at which lines are looked for."""

    weights: Path = Field(default_factory=default_weights)
    detector: str = "PP-OCRv6_small_det"
    recogniser: str = "PP-OCRv6_small_rec"
    runtime: Runtime = "auto"
    device: str = "cpu"
    threads: int = Field(default=max(1, min(4, os.cpu_count() or 1)), ge=1)
    side_limit: int = Field(default=1280, ge=320)
