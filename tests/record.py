"""Records what the real engine answers for whole applications, for tests without a model.

``python -m tests.record`` records every application folder of ``samples/`` anew to ``tests/recordings/<folder>.json.gz``.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from models.ocr.engine import load_engine
from models.ocr.replay import RecordingEngine
from pipeline.process import Tools, check_application
from pipeline.settings import load_settings

ROOT = Path(__file__).resolve().parent.parent
RECORDINGS = ROOT / "tests" / "recordings"


def record(folder: Path) -> Path:
    """Checks one application with the real engine and keeps its answers."""
    settings = load_settings()
    engine = RecordingEngine(load_engine(settings.ocr))
    with tempfile.TemporaryDirectory() as work:
        check_application(folder, Path(work) / "out", Tools(engine, settings, Path(work) / "pages"))
    RECORDINGS.mkdir(exist_ok=True)
    place = RECORDINGS / f"{folder.name}.json.gz"
    engine.save(place)
    return place


def main() -> None:
    for form in sorted((ROOT / "samples").glob("*/application.json")):
        place = record(form.parent)
        print(f"{place.relative_to(ROOT)} {place.stat().st_size // 1000} kB", file=sys.stderr)


if __name__ == "__main__":
    main()
