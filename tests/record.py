"""Records what the real engine answers for whole applications, for tests without a model.

``python -m tests.record`` records every application folder of ``samples/`` anew to ``tests/recordings/<folder>.json.gz``, and
the hard cases; folders named after it are recorded alone.
"""

from __future__ import annotations

import json
import sys
import tempfile
from pathlib import Path

from models.ocr.engine import load_engine
from models.ocr.replay import RecordingEngine
from pipeline.form import FILE
from pipeline.process import Tools, check_application, read_document
from pipeline.settings import load_settings
from pipeline.uploads import Upload

ROOT = Path(__file__).resolve().parent.parent
RECORDINGS = ROOT / "tests" / "recordings"


def record(folder: Path) -> Path:
    """Reads one application, or the single papers of a folder without a form, with the real engine and keeps its answers."""
    settings = load_settings()
    engine = RecordingEngine(load_engine(settings.ocr))
    with tempfile.TemporaryDirectory() as work:
        tools = Tools(engine, settings, Path(work) / "pages")
        if (folder / FILE).is_file():
            check_application(folder, Path(work) / "out", tools)
        else:
            for paper in papers_of(folder):
                read_document(paper, tools)
    RECORDINGS.mkdir(exist_ok=True)
    place = RECORDINGS / f"{folder.name}.json.gz"
    engine.save(place)
    return place


def papers_of(folder: Path) -> list[Upload]:
    """The files that the folder's truth.json lists."""
    documents = json.loads((folder / "truth.json").read_text(encoding="utf-8"))["documents"]
    return [Upload(file=one["file"], path=folder / one["file"], slot=one["slot"]) for one in documents]


def main() -> None:
    for truth in sorted((ROOT / "samples").glob("*/truth.json")):
        if sys.argv[1:] and truth.parent.name not in sys.argv[1:]:
            continue
        place = record(truth.parent)
        print(f"{place.relative_to(ROOT)} {place.stat().st_size // 1000} kB", file=sys.stderr)


if __name__ == "__main__":
    main()
