"""``make bench``: seconds per page, character accuracy and memory of ``heyan check``, with what they are measured against.

    python -m pipeline.benchmark                  everything, on samples/clean and samples/flagged
    python -m pipeline.benchmark speed [DIR ...]  check against the bare models, same pages, same runtime, one run
    python -m pipeline.benchmark paddle [DIR ...] check against PaddleOCR's own pipeline, with character accuracy
    python -m pipeline.benchmark memory [DIR ...] resident memory over a 300-page application made of copies
    python -m pipeline.benchmark rules [DIR ...]  stored readings of 1,000 applications (copies) judged again
    python -m pipeline.benchmark index            look-ups among up to 1,000,000 synthetic pages of other applications

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
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import NamedTuple

import numpy as np
import psutil
from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from models.ocr import Engine, Image, Quad, Reading
from models.ocr.engine import load_engine
from models.ocr.reference import PaddlePipeline
from models.strips import cut_strip
from pipeline.documents import Document, Page
from pipeline.form import FILE, read_form
from pipeline.index import PaperIndex, looks_of
from pipeline.pages import load_image
from pipeline.process import Tools, check_application, read_print
from pipeline.programme import load_programme
from pipeline.quiet import quiet
from pipeline.rejudging import rejudge_all
from pipeline.report import Report
from pipeline.settings import load_settings
from pipeline.store.database import open_database

SAMPLES = Path(__file__).resolve().parent.parent / "samples"
FOLDERS = (SAMPLES / "clean", SAMPLES / "flagged")
PAGES = 300
STEP = 50
APPLICATIONS = 1000
INDEXED = (10_000, 100_000, 1_000_000)
BATCH = 10_000
LOOKUPS = 200
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
        show(arguments, [Path(folder) for folder in arguments[1:]] or list(FOLDERS))
        return 0
    if arguments:
        print(f"benchmark: no part {arguments[0]}; there are {', '.join(PARTS)}", file=sys.stderr)
        return 2
    codes = [subprocess.run([sys.executable, "-m", "pipeline.benchmark", part], check=False).returncode for part in PARTS]
    return max(codes)


def show(arguments: Sequence[str], folders: Sequence[Path]) -> None:
    with quiet(), tempfile.TemporaryDirectory(prefix="heyan-bench-") as work:
        rows = list(PARTS[arguments[0]](folders, Path(work)))
    print_rows(f"python -m pipeline.benchmark {' '.join(arguments)}", rows)


def print_rows(command: str, rows: Iterable[Row]) -> None:
    print(f"\n$ {command}")
    for row in rows:
        print(f"  {row.what:<64} {row.value:>12}  {row.wanted}".rstrip())


class Spent(NamedTuple):
    """``wall`` seconds pass for everyone; ``processor`` seconds are ours alone, whatever else the machine does meanwhile."""

    wall: float
    processor: float

    def __add__(self, other: object) -> Spent:
        assert isinstance(other, Spent)
        return Spent(self.wall + other.wall, self.processor + other.processor)


def spent(work: Callable[[], object]) -> Spent:
    wall, processor = time.perf_counter(), time.process_time()
    work()
    return Spent(time.perf_counter() - wall, time.process_time() - processor)


def tools_in(work: Path) -> Tools:
    settings = load_settings()
    return Tools(load_engine(settings.ocr), settings, work)


def read_samples(folders: Sequence[Path], tools: Tools) -> list[tuple[Document, Path]]:
    """Every document with its folder, its pages' pictures on disk."""
    return [(read_print(upload, tools), folder) for folder in folders for upload in read_form(folder).uploads]


def ocr_pages(documents: Iterable[Document]) -> list[Page]:
    """The pages that a model has to read; a PDF's own words cost none."""
    return [page for document in documents for page in document.pages if page.image and page.source == "ocr"]


class CountingEngine:
    """Passes everything on, and counts how much was asked for."""

    def __init__(self, engine: Engine) -> None:
        self.name = engine.name
        self._engine = engine
        self.looks = self.strips = 0

    def find(self, image: Image) -> list[Quad]:
        self.looks += 1
        return self._engine.find(image)

    def read(self, strips: Sequence[Image]) -> list[Reading]:
        self.strips += len(strips)
        return self._engine.read(strips)


def measure_speed(folders: Sequence[Path], work: Path) -> Iterator[Row]:
    """Warm: models loaded and every shape seen once, for both sides alike. The floor is the detector once for each page and the
    recogniser once for each of its lines."""
    plain = tools_in(work)
    pages = len(ocr_pages(document for document, _ in read_samples(folders, plain)))
    asked, bare = CountingEngine(plain.engine), CountingEngine(plain.engine)
    checked, floor = in_turns(folders, replace(plain, engine=asked), lambda document: run_models(ocr_pages([document]), bare))
    yield Row(f"pages read by OCR in {', '.join(folder.name for folder in folders)}", str(pages))
    yield Row("heyan check, seconds per page", f"{checked.wall / pages:.3f}")
    yield Row("  looks for lines per page; strips read per page", f"{asked.looks / pages:.2f}; {asked.strips / pages:.1f}")
    yield Row("bare models, seconds per page", f"{floor.wall / pages:.3f}")
    yield Row("  looks for lines per page; strips read per page", f"{bare.looks / pages:.2f}; {bare.strips / pages:.1f}")
    yield Row("heyan check / bare models", f"{checked.wall / floor.wall:.2f}", "wanted: at most 1.3")
    yield Row("heyan check / bare models, in processor seconds", f"{checked.processor / floor.processor:.2f}")


def in_turns(folders: Sequence[Path], tools: Tools, other: Callable[[Document], object]) -> tuple[Spent, Spent]:
    """What ``heyan check`` takes, and what ``other`` takes on all its documents; application by application, so that whatever
    else the machine does slows both."""
    checked = others = Spent(0.0, 0.0)
    reports: list[Report] = []
    for folder in folders:
        checked += spent(partial(check_into, reports, folder, tools))
        others += spent(partial(each, reports[-1].documents, other))
    return checked, others


def check_into(reports: list[Report], folder: Path, tools: Tools) -> None:
    reports.append(check_application(folder, tools.work / "out" / folder.name, tools))


def each(documents: Iterable[Document], work: Callable[[Document], object]) -> None:
    for document in documents:
        work(document)


def run_models(pages: Sequence[Page], engine: Engine) -> None:
    """The detector on each page, the recogniser on each of its lines: what the job cannot do without."""
    for page in pages:
        image = load_image(page)
        engine.read([cut_strip(image, quad) for quad in engine.find(image)])


def measure_paddle(folders: Sequence[Path], work: Path) -> Iterator[Row]:
    """PaddleOCR's defaults on onnxruntime's CPU provider, on the upright pictures that Heyan read; models loaded beforehand."""
    tools = tools_in(work)
    documents = read_samples(folders, tools)
    pages = ocr_pages([document for document, _ in documents])
    pipeline = PaddlePipeline(tools.settings.ocr)
    pipeline.read(load_image(pages[0]))
    texts: dict[str, str] = {}

    def read_otherwise(document: Document) -> None:
        texts.update((page.image, "".join(pipeline.read(load_image(page)))) for page in ocr_pages([document]))

    ours, theirs = in_turns(folders, tools, read_otherwise)
    here, there, total = accuracies(documents, texts)
    yield Row("PaddleOCR's own pipeline, seconds per page", f"{theirs.wall / len(pages):.3f}")
    yield Row("heyan check, seconds per page", f"{ours.wall / len(pages):.3f}")
    yield Row("how much faster heyan check is", f"{theirs.wall / ours.wall:.2f}", "wanted: at least 2.5")
    yield Row("how much faster, in processor seconds", f"{theirs.processor / ours.processor:.2f}")
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


def measure_memory(folders: Sequence[Path], work: Path) -> Iterator[Row]:
    """Resident memory of one process that checks one application of 300 pages, made of copies of the samples' files."""
    tools = tools_in(work / "pages")
    folder, pages = long_application(folders, tools, work / "application")
    before = [sum(pages[:number]) for number in range(len(pages) + 1)]
    sampled: list[tuple[int, float]] = []

    def sample(message: str) -> None:
        done = before[int(message.split("/", maxsplit=1)[0])] if message[:1].isdigit() else before[-1]
        sampled.append((done, resident()))

    check_application(folder, work / "out", tools, sample)
    sampled.append((before[-1], resident()))
    for mark in range(0, before[-1] + 1, STEP):
        yield Row(f"resident at page {mark}", f"{next(size for done, size in sampled if done >= mark):.2f} GB")
    later = [size for done, size in sampled if done >= FLAT_FROM]
    yield Row(f"growth from page {FLAT_FROM} to the report", f"{later[-1] - later[0]:+.2f} GB", "wanted: flat")
    yield Row("peak", f"{peak():.2f} GB", "wanted: below 2.5 GB")


def long_application(folders: Sequence[Path], tools: Tools, folder: Path) -> tuple[Path, list[int]]:
    """A folder with as many copies of the samples' files as make 300 pages, and the pages of each."""
    folder.mkdir()
    originals = [(document, home) for document, home in read_samples(folders, tools) if document.pages]
    materials: list[dict[str, str | None]] = []
    pages: list[int] = []
    while sum(pages) < PAGES:
        document, home = originals[len(pages) % len(originals)]
        name = f"{len(pages):03}_{Path(document.file).name}"
        shutil.copyfile(home / document.file, folder / name)
        materials.append({"slot": document.slot, "file": name, "person": document.person})
        pages.append(len(document.pages))
    form = json.loads((folders[0] / FILE).read_text(encoding="utf-8"))
    (folder / FILE).write_text(json.dumps(form | {"materials": materials}, ensure_ascii=False), encoding="utf-8")
    return folder, pages


def measure_rules(folders: Sequence[Path], work: Path) -> Iterator[Row]:
    """Stored reports judged again, as ``heyan rules try`` does it."""
    outs = [work / f"out-{folder.name}" for folder in folders]
    forms = [read_form(folder) for folder in folders]
    for folder, out in zip(folders, outs, strict=True):
        check_application(folder, out, tools_in(work))
    programme = load_programme(forms[0].programme)
    many = (outs * APPLICATIONS)[:APPLICATIONS]
    taken = spent(lambda: list(rejudge_all(many, programme)))
    yield Row("applications judged again", str(len(many)))
    yield Row("seconds", f"{taken.wall:.1f}", "below 30")


def measure_index(_folders: Sequence[Path], work: Path) -> Iterator[Row]:
    """Look-ups of a page among invented ones: pictures and texts at random, as many certificates as pages."""
    chance = np.random.default_rng(1)
    index = PaperIndex(open_database(f"sqlite:///{work / 'index.db'}"))
    there = 0
    for size in INDEXED:
        while there < size:
            index.record_rows([random_page(chance, number) for number in range(there, there + BATCH)])
            there += BATCH
        taken = []
        for number in range(LOOKUPS):
            page = random_page(chance, size + number)
            began = time.perf_counter()
            index.pages_like(page)
            taken.append(1000 * (time.perf_counter() - began))
        wanted = "below 20" if size == INDEXED[-1] else ""
        yield Row(f"ms for a page among {size:,}: median", f"{np.median(taken):.1f}")
        yield Row(f"ms for a page among {size:,}: 95 of 100", f"{np.percentile(taken, 95):.1f}", wanted)


def random_page(chance: np.random.Generator, number: int) -> dict[str, object]:
    """A row of the index: a page with a picture and a text of its own."""
    picture = int(chance.integers(0, 1 << 64, dtype=np.uint64))
    signature = chance.integers(0, 1 << 31, 64, dtype=np.uint32)
    return {
        **looks_of(picture, signature),
        "application": f"X{number // 30}",
        "client": "",
        "programme": "",
        "unit": f"{number // 30:032x}",
        "slot": "award_certificate",
        "sha256": f"{number:064x}",
    }


def resident() -> float:
    """Gigabytes of this process that are in memory now."""
    return float(psutil.Process().memory_info().rss) / 1e9


def peak() -> float:
    """The most gigabytes that this process ever had in memory (Linux counts in KiB)."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 / 1e9


PARTS: dict[str, Callable[[Sequence[Path], Path], Iterator[Row]]] = {
    "speed": measure_speed,
    "paddle": measure_paddle,
    "memory": measure_memory,
    "rules": measure_rules,
    "index": measure_index,
}

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
