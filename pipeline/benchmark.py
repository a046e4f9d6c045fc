"""``make bench``: seconds per page, character accuracy and memory of ``heyan check``, with what they are measured against.

    python -m pipeline.benchmark            everything
    python -m pipeline.benchmark speed      check against the bare models, same pages, same runtime, one run
    python -m pipeline.benchmark paddle     check against PaddleOCR's own pipeline, same pages, with character accuracy
    python -m pipeline.benchmark memory     resident memory over a 300-page application

Each part runs in a process of its own, so that none pays for another's libraries.
"""

from __future__ import annotations

import json
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import time
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import psutil
from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from models.ocr import Engine
from models.ocr.engine import load_engine
from models.ocr.reference import PaddlePipeline
from models.strips import cut_strip
from pipeline.documents import Document, Page
from pipeline.form import FILE, read_form
from pipeline.pages import load_image
from pipeline.process import Tools, check_application, read_print
from pipeline.quiet import quiet
from pipeline.settings import load_settings

SAMPLES = Path(__file__).resolve().parent.parent / "samples"
FOLDERS = (SAMPLES / "clean", SAMPLES / "flagged")
PAGES = 300
STEP = 50
FLAT_FROM = 50  # pages after which memory must not grow

AS_PRINTED = (
    "company_name",
    "uscc",
    "legal_representative",
    "address",
    "account_name",
    "account_number",
    "bank_name",
    "holder_name",
    "id_number",
    "certificate_number",
    "patent_title",
    "patentee",
    "employer_name",
    "employee_name",
)
"""Fields whose value stands on the paper as it stands in the truth file, but for spaces and the width of brackets."""


class Row(NamedTuple):
    """One line of the printed table."""

    what: str
    value: str
    wanted: str = ""


def main(arguments: Sequence[str]) -> int:
    """Without arguments each part runs in its own process; with one, that part runs here."""
    if arguments and arguments[0] in PARTS:
        show(arguments[0], PARTS[arguments[0]])
        return 0
    if arguments:
        print(f"benchmark: no part {arguments[0]}; there are {', '.join(PARTS)}", file=sys.stderr)
        return 2
    codes = [subprocess.run([sys.executable, "-m", "pipeline.benchmark", part], check=False).returncode for part in PARTS]
    return max(codes)


def show(part: str, measure: Callable[[Path], Iterator[Row]]) -> None:
    with quiet(), tempfile.TemporaryDirectory(prefix="heyan-bench-") as work:
        rows = list(measure(Path(work)))
    print(f"\n$ python -m pipeline.benchmark {part}")
    for row in rows:
        print(f"  {row.what:<64} {row.value:>12}  {row.wanted}".rstrip())


def tools_in(work: Path) -> Tools:
    settings = load_settings()
    return Tools(load_engine(settings.ocr), settings, work)


def read_samples(tools: Tools) -> list[tuple[Document, Path]]:
    """Every document of the samples with its folder, its pages' pictures on disk."""
    return [(read_print(upload, tools), folder) for folder in FOLDERS for upload in read_form(folder).uploads]


def ocr_pages(documents: Sequence[tuple[Document, Path]]) -> list[Page]:
    """The pages that a model has to read; a PDF's own words cost none."""
    return [page for document, _ in documents for page in document.pages if page.image and page.source == "ocr"]


def measure_speed(work: Path) -> Iterator[Row]:
    """Warm: models loaded and every shape seen once, for both sides alike. Detector and recogniser once per page is the floor."""
    tools = tools_in(work)
    pages = ocr_pages(read_samples(tools))
    checked = check_seconds(tools, work)
    finding, reading = model_seconds(pages, tools.engine)
    cold = cold_seconds(work)
    bare = finding + reading
    yield Row("pages read by OCR in samples/clean and samples/flagged", str(len(pages)))
    yield Row("heyan check, seconds per page", f"{checked / len(pages):.3f}")
    yield Row("detector alone, seconds per page", f"{finding / len(pages):.3f}")
    yield Row("recogniser alone, seconds per page", f"{reading / len(pages):.3f}")
    yield Row("heyan check / bare models", f"{checked / bare:.2f}", "wanted: at most 1.3")
    yield Row("heyan check from the shell, models loaded each time, s per page", f"{cold / len(pages):.3f}")


def check_seconds(tools: Tools, work: Path) -> float:
    began = time.perf_counter()
    for folder in FOLDERS:
        check_application(folder, work / "out" / folder.name, tools)
    return time.perf_counter() - began


def cold_seconds(work: Path) -> float:
    began = time.perf_counter()
    for folder in FOLDERS:
        command = [sys.executable, "-m", "pipeline", "check", str(folder), "--out", str(work / "cold" / folder.name)]
        subprocess.run(command, check=True, capture_output=True)
    return time.perf_counter() - began


def model_seconds(pages: Sequence[Page], engine: Engine) -> tuple[float, float]:
    """Seconds in the detector and in the recogniser, each page and each of its lines once; cutting strips is not counted."""
    finding = reading = 0.0
    for page in pages:
        image = load_image(page)
        began = time.perf_counter()
        quads = engine.find(image)
        finding += time.perf_counter() - began
        strips = [cut_strip(image, quad) for quad in quads]
        began = time.perf_counter()
        engine.read(strips)
        reading += time.perf_counter() - began
    return finding, reading


def measure_paddle(work: Path) -> Iterator[Row]:
    """PaddleOCR's defaults on onnxruntime's CPU provider, on the upright pictures that Heyan read; models loaded beforehand."""
    tools = tools_in(work)
    documents = read_samples(tools)
    pages = ocr_pages(documents)
    ours = check_seconds(tools, work)
    pipeline = PaddlePipeline(tools.settings.ocr)
    pipeline.read(load_image(pages[0]))
    began = time.perf_counter()
    texts = {page.image: "".join(pipeline.read(load_image(page))) for page in pages}
    theirs = time.perf_counter() - began
    here, there, total = accuracies(documents, texts)
    yield Row("PaddleOCR's own pipeline, seconds per page", f"{theirs / len(pages):.3f}")
    yield Row("heyan check, seconds per page", f"{ours / len(pages):.3f}")
    yield Row("how much faster heyan check is", f"{theirs / ours:.2f}", "wanted: at least 2.5")
    yield Row(f"characters right of {total} in truth values, Heyan", f"{here:.3%}", "wanted: no worse than PaddleOCR")
    yield Row(f"characters right of {total} in truth values, PaddleOCR", f"{there:.3%}")


def accuracies(documents: Sequence[tuple[Document, Path]], theirs: dict[str, str]) -> tuple[float, float, int]:
    """Shares of the truth's characters that Heyan and PaddleOCR read right, and how many characters there are."""
    missed_here = missed_there = total = 0
    for document, folder in documents:
        if any(page.source == "text_layer" for page in document.pages):
            continue
        other = "".join(theirs.get(page.image, "") for page in document.pages)
        for value in printed_values(folder, document.file):
            total += len(value)
            missed_here += missed(value, bare(document.text))
            missed_there += missed(value, bare(other))
    return 1 - missed_here / total, 1 - missed_there / total, total


def printed_values(folder: Path, file: str) -> list[str]:
    truth = json.loads((folder / "truth.json").read_text(encoding="utf-8"))
    fields: dict[str, object] = next((entry["fields"] for entry in truth["documents"] if entry["file"] == file), {})
    return [bare(value) for name, value in fields.items() if name in AS_PRINTED and isinstance(value, str)]


def bare(text: str) -> str:
    """One width, no spaces: what is left to compare is what was read."""
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", text))


def missed(value: str, text: str) -> int:
    """Edit distance of ``value`` to the place in ``text`` that is most like it."""
    place = fuzz.partial_ratio_alignment(value, text)
    found = text[place.dest_start : place.dest_end] if place else ""
    return min(len(value), Levenshtein.distance(value, found))


def measure_memory(work: Path) -> Iterator[Row]:
    """Resident memory of one process that checks one application of 300 pages, made of copies of the samples' files."""
    tools = tools_in(work / "pages")
    folder, pages = long_application(tools, work / "application")
    before = [sum(pages[:number]) for number in range(len(pages) + 1)]
    sampled: list[tuple[int, float]] = []

    def sample(message: str) -> None:
        done = before[int(message.split("/", maxsplit=1)[0]) - 1] if message[:1].isdigit() else before[-1]
        sampled.append((done, resident()))

    check_application(folder, work / "out", tools, sample)
    sampled.append((before[-1], resident()))
    for mark in range(0, before[-1] + 1, STEP):
        yield Row(f"resident at page {mark}", f"{next(size for done, size in sampled if done >= mark):.2f} GB")
    later = [size for done, size in sampled if done >= FLAT_FROM]
    yield Row(f"growth from page {FLAT_FROM} to the report", f"{later[-1] - later[0]:+.2f} GB", "wanted: flat")
    yield Row("peak", f"{peak():.2f} GB", "wanted: below 2.5 GB")


def long_application(tools: Tools, folder: Path) -> tuple[Path, list[int]]:
    """A folder with as many copies of the samples' files as make 300 pages, and the pages of each."""
    folder.mkdir()
    originals = [(document, home) for document, home in read_samples(tools) if document.pages]
    materials: list[dict[str, str | None]] = []
    pages: list[int] = []
    while sum(pages) < PAGES:
        document, home = originals[len(pages) % len(originals)]
        name = f"{len(pages):03}_{Path(document.file).name}"
        shutil.copyfile(home / document.file, folder / name)
        materials.append({"slot": document.slot, "file": name, "person": document.person})
        pages.append(len(document.pages))
    form = json.loads((FOLDERS[0] / FILE).read_text(encoding="utf-8"))
    (folder / FILE).write_text(json.dumps(form | {"materials": materials}, ensure_ascii=False), encoding="utf-8")
    return folder, pages


def resident() -> float:
    """Gigabytes of this process that are in memory now."""
    return float(psutil.Process().memory_info().rss) / 1e9


def peak() -> float:
    """The most gigabytes that this process ever had in memory (Linux counts in KiB)."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 / 1e9


PARTS: dict[str, Callable[[Path], Iterator[Row]]] = {
    "speed": measure_speed,
    "paddle": measure_paddle,
    "memory": measure_memory,
}

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
