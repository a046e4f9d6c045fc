"""An exception in; words about it out that quote no paper, for stderr and for logs that others read."""

from __future__ import annotations

import os
import traceback
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PACKAGES = ("pipeline", "extractors", "models")


def described(error: BaseException) -> str:
    """Its class and our own line nearest to it. Not its text: that may hold what a paper says."""
    return f"{type(error).__name__} in {place_of(error)}"


def place_of(error: BaseException) -> str:
    folders = [ROOT / package for package in PACKAGES]
    places = [
        f"{Path(frame.filename).relative_to(ROOT)}:{frame.lineno}"
        for frame in traceback.extract_tb(error.__traceback__)
        if any(Path(frame.filename).is_relative_to(folder) for folder in folders)
    ]
    return places[-1] if places else "no code of ours"


def debugging() -> bool:
    """Whether somebody asked for stack traces."""
    return os.environ.get("HEYAN_DEBUG", "").lower() in ("1", "true", "yes", "on")
