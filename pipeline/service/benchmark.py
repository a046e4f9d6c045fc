"""``make bench``, the service: how fast it takes, reads and keeps, what it takes of the machine, and what gives way first.

    python -m pipeline.service.benchmark                   everything, short
    python -m pipeline.service.benchmark latency           one scan on an idle service against the bare models
    python -m pipeline.service.benchmark batch             30 pages at once on one and two workers, bare models, heyan check
    python -m pipeline.service.benchmark acceptance        answers to uploads under 20 parallel clients
    python -m pipeline.service.benchmark soak --count N    memory over many documents, by an engine that answers at once
    python -m pipeline.service.benchmark real --count N    the same by the real engine
    python -m pipeline.service.benchmark store             accepted, claimed, finished per second; --database URL
    python -m pipeline.service.benchmark history           what Prefect's server takes per second, costs, and costs idle

Everything goes the way of production: ``heyan serve`` as processes, files over HTTP.
"""

from __future__ import annotations

import argparse
import http.client
import io
import json
import os
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from contextlib import contextmanager
from functools import partial
from itertools import count, islice
from multiprocessing import get_context
from pathlib import Path
from typing import Any, NamedTuple
from uuid import uuid4

import httpx
import numpy as np
import psutil
from PIL import Image as Picture
from sqlalchemy import func, select

from models.ocr import Engine, Image, Quad, Reading
from pipeline.benchmark import SAMPLES, Row, print_rows, run_models, tools_in
from pipeline.documents import Page
from pipeline.process import check_application, read_print
from pipeline.quiet import quiet
from pipeline.service.__main__ import engine_of_one_thread, history, work
from pipeline.service.settings import ServiceSettings
from pipeline.service.supervisor import prefect_server, start
from pipeline.settings import load_settings
from pipeline.store import tables
from pipeline.store.store import Store
from pipeline.store.uploads import Arrival, Read
from pipeline.uploads import Upload

APPLICATION = "KFQ202600001"
SCANS = tuple(sorted((SAMPLES / "clean").glob("*.jpg")))
PAGES = 30
CLIENTS = 20
FLAT_FROM = 500
IDLE = 60.0
"""Seconds for which Prefect's server is watched doing nothing, once it has started."""


class Options(NamedTuple):
    number: int
    database: str


class Service:
    """A running service in a folder of its own, and a client of it."""

    def __init__(self, folder: Path, **settings: Any) -> None:
        chosen = {"folder": folder, "port": free_port(), "prefect": "none", "requests": 10_000_000, **settings}
        self.settings = ServiceSettings.model_validate(chosen)
        self.environment = {**os.environ, **{f"HEYAN_SERVICE_{name.upper()}": str(value) for name, value in chosen.items()}}
        self.store = Store(folder, database=self.settings.database)
        self.key = self.store.clients.add("benchmark", ["apply"]).key
        self.address = f"http://127.0.0.1:{self.settings.port}"

    @contextmanager
    def running(self, command: Sequence[str], *, api: bool = True, workers: int = 0) -> Iterator[None]:
        """Once it answers, and so many workers are warm; ended afterwards."""
        process = subprocess.Popen([sys.executable, "-m", *command], env=self.environment, stdout=subprocess.DEVNULL)
        try:
            until(lambda: not api or self._answers())
            until(lambda: len(self.workers()) >= workers)
            yield
        finally:
            process.terminate()
            process.wait()

    def _answers(self) -> bool:
        try:
            return bool(httpx.get(f"{self.address}/healthz").is_success)
        except httpx.HTTPError:
            return False

    def workers(self) -> list[int]:
        """Their process numbers."""
        with self.store.database.reading() as session:
            return list(session.scalars(select(tables.Worker.process)))

    def upload(self, content: bytes) -> str:
        answer = httpx.post(
            f"{self.address}/api/v1/applications/{APPLICATION}/documents",
            headers={"Authorization": f"Bearer {self.key}"},
            data={"slot": "skill_certificate"},
            files={"file": ("scan.jpg", content)},
            timeout=60,
        )
        upload: str = answer.raise_for_status().json()["id"]
        return upload

    def read(self) -> int:
        """How many uploads are read or given up."""
        with self.store.database.reading() as session:
            ended = tables.Upload.state.in_(("read", "failed"))
            return session.scalar(select(func.count()).select_from(tables.Upload).where(ended)) or 0


SERVE = ("pipeline", "serve", "--only", "api", "--only", "worker")
API = ("pipeline", "serve", "--only", "api")


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def until(true: Callable[[], object], *, step: float = 0.02) -> None:
    while not true():
        time.sleep(step)


def seconds_of(do: Callable[[], object]) -> float:
    began = time.perf_counter()
    do()
    return time.perf_counter() - began


def scans() -> Iterator[bytes]:
    """A4 scans without end, each with bytes of its own behind the picture, so that nothing is known already."""
    for number in count():
        yield SCANS[number % len(SCANS)].read_bytes() + uuid4().bytes


def measure_latency(_options: Options, place: Path) -> Iterator[Row]:
    pages = [page_of(scan, place) for scan in SCANS]
    load_bare()
    bare = seconds_of(lambda: list(map(read_bare, pages))) / len(pages)
    service = Service(place / "service")
    with service.running(SERVE, workers=service.settings.workers):
        taken = [seconds_of(partial(upload_and_wait, service, [content])) for content in islice(scans(), 2 * len(SCANS))]
    yield Row(f"bare models of one thread, seconds per page ({len(pages)} scans)", f"{bare:.2f}")
    yield Row(
        "upload to read on an idle service, seconds: mean", f"{np.mean(taken):.2f}", f"wanted: at most {1.5 * bare + 1:.2f}"
    )
    yield Row("  the slowest", f"{max(taken):.2f}")


def upload_and_wait(service: Service, contents: Sequence[bytes]) -> None:
    """Until all are read."""
    wanted = service.read() + len(contents)
    for content in contents:
        service.upload(content)
    until(lambda: service.read() >= wanted)


def page_of(scan: Path, place: Path) -> Page:
    """The scan's page as the models get it, upright."""
    tools = tools_in(place / scan.stem)
    (page,) = read_print(Upload(file=scan.name, path=scan, slot="skill_certificate", person=None), tools).pages
    return page


_bare: list[Engine] = []


def load_bare() -> None:
    """This process' models, of one thread and warm."""
    with quiet():
        _bare[:] = [engine_of_one_thread(load_settings())]


def read_bare(page: Page) -> None:
    run_models([page], _bare[0])


def measure_batch(_options: Options, place: Path) -> Iterator[Row]:
    folder = place / "application"
    folder.mkdir()
    files = [folder / f"{number:02}.jpg" for number in range(PAGES)]
    for file, content in zip(files, scans(), strict=False):
        file.write_bytes(content)
    bare = bare_seconds([page_of(scan, place) for scan in SCANS])
    taken = {workers: service_seconds(place / f"service{workers}", workers, files) for workers in (1, 2)}
    tools = tools_in(place / "check")
    check = seconds_of(lambda: check_application(form_beside(files), place / "out", tools))
    yield Row("bare models in two processes of one thread, pages per second", f"{PAGES / bare:.2f}")
    yield Row("service, two workers, pages per second", f"{PAGES / taken[2]:.2f}")
    yield Row("  share of the bare models", f"{bare / taken[2]:.0%}", "wanted: at least 85%")
    yield Row("service, one worker, pages per second", f"{PAGES / taken[1]:.2f}")
    yield Row("  two workers against one", f"{taken[1] / taken[2]:.2f}", "wanted: at least 1.7")
    yield Row("heyan check on the same files, pages per second", f"{PAGES / check:.2f}")


def bare_seconds(pages: Sequence[Page]) -> float:
    """What two warm processes take that do nothing but run the models on as many pages."""
    many = [pages[number % len(pages)] for number in range(PAGES)]
    with ProcessPoolExecutor(2, mp_context=get_context("spawn"), initializer=load_bare) as processes:
        list(processes.map(read_bare, many[:4]))
        return seconds_of(lambda: list(processes.map(read_bare, many)))


def service_seconds(place: Path, workers: int, files: Sequence[Path]) -> float:
    """From the first upload to the last reading."""
    service = Service(place, workers=workers)
    with service.running(SERVE, workers=service.settings.workers):
        return seconds_of(lambda: upload_and_wait(service, [file.read_bytes() for file in files]))


def form_beside(files: Sequence[Path]) -> Path:
    form = json.loads((SAMPLES / "clean/application.json").read_text(encoding="utf-8"))
    materials = [{"slot": "skill_certificate", "file": file.name} for file in files]
    folder = files[0].parent
    (folder / "application.json").write_text(json.dumps({**form, "materials": materials}), encoding="utf-8")
    return folder


def measure_acceptance(_options: Options, place: Path) -> Iterator[Row]:
    """By 20 clients: each as fast as it is answered, and each one upload a second."""
    service = Service(place / "service")
    with service.running(API):
        for what, pause in (("as fast as answered", 0.0), ("one a second each", 1.0)):
            began = time.perf_counter()
            with ThreadPoolExecutor(CLIENTS) as clients:
                taken = [one for many in clients.map(partial(upload_often, service, pause), range(CLIENTS)) for one in many]
            rate = len(taken) / (time.perf_counter() - began)
            yield Row(f"acceptance, {CLIENTS} clients, {what}: uploads per second", f"{rate:.0f}")
            yield Row("  ms: median", f"{1000 * np.median(taken):.0f}")
            yield Row("  ms: 95 of 100 below", f"{1000 * np.percentile(taken, 95):.0f}", "wanted: below 100")


def upload_often(service: Service, pause: float, client: int) -> list[float]:
    """Seconds until the answer of each of ten uploads, over one connection, without a client library's own time."""
    connection = http.client.HTTPConnection("127.0.0.1", service.settings.port, timeout=60)
    time.sleep(pause * client / CLIENTS)
    taken = []
    for content in islice(scans(), 10):
        head = '--b\r\nContent-Disposition: form-data; name="slot"\r\n\r\nskill_certificate\r\n--b\r\n'
        head += 'Content-Disposition: form-data; name="file"; filename="a.jpg"\r\n\r\n'
        body = head.encode() + content + b"\r\n--b--\r\n"
        headers = {"Authorization": f"Bearer {service.key}", "Content-Type": "multipart/form-data; boundary=b"}
        began = time.perf_counter()
        connection.request("POST", f"/api/v1/applications/LOAD{client:03}/documents", body, headers)
        answer = connection.getresponse()
        answer.read()
        taken.append(time.perf_counter() - began)
        if answer.status != 202:
            raise RuntimeError(f"an upload was answered {answer.status}")
        time.sleep(max(0.0, pause - taken[-1]))
    return taken


class PlainEngine:
    """Finds one line on every page and reads the same words in it, at once."""

    name = "plain"

    def find(self, image: Image) -> list[Quad]:
        height, width = image.shape[:2]
        x0, y0, x1, y1 = 0.1 * width, 0.1 * height, 0.5 * width, 0.15 * height
        return [np.array([[x0, y0], [x1, y0], [x1, y1], [x0, y1]], dtype=np.float32)]

    def read(self, strips: Sequence[Image]) -> list[Reading]:
        return [Reading(text="姓名：龙永春", confidence=0.99) for _ in strips]


def plain_worker() -> None:
    with quiet():
        work(PlainEngine(), load_settings())


def slips(number: int) -> Iterator[bytes]:
    """So many small pages, each another."""
    chance = np.random.default_rng(1)
    for _ in range(number):
        page = np.full((500, 360, 3), 255, dtype=np.uint8)
        page[50:75, 36:180] = 0
        page[200:232, 30:286] = np.kron(chance.integers(0, 2, (4, 32, 1)), np.ones((8, 8, 1))) * 200
        out = io.BytesIO()
        Picture.fromarray(page).save(out, "PNG")
        yield out.getvalue()


def measure_soak(options: Options, place: Path) -> Iterator[Row]:
    yield from memory_over(slips(options.number), options.number, place, ["pipeline.service.benchmark", "plain-worker"])


def measure_real(options: Options, place: Path) -> Iterator[Row]:
    yield from memory_over(islice(scans(), options.number), options.number, place, ["pipeline.service"])


def memory_over(contents: Iterable[bytes], number: int, place: Path, command: Sequence[str]) -> Iterator[Row]:
    """Two workers, never replaced, over so many documents."""
    service = Service(place / "service", workers=2, documents=10**9, memory=10**12)
    client = service.store.clients.all()[0].id
    for content in contents:
        keep_upload(service.store, client, content)
    sampled: list[tuple[int, float]] = []
    began = time.perf_counter()
    with service.running(command, api=False, workers=1), service.running(command, api=False, workers=2):
        while (done := service.read()) < number:
            sampled.append((done, sum(psutil.Process(process).memory_info().rss for process in service.workers()) / 2**20))
            time.sleep(0.5)
    taken = time.perf_counter() - began
    for share in range(11):
        at = next(size for done, size in sampled if done >= sampled[-1][0] * share / 10)
        yield Row(f"resident after about {number * share // 10} documents, two workers", f"{at:.0f} MB")
    later = [size for done, size in sampled if done >= min(FLAT_FROM, number // 2)]
    base = later[0]
    spread = f"{min(later) / base - 1:+.1%} {max(later) / base - 1:+.1%}"
    yield Row(f"since document {min(FLAT_FROM, number // 2)}: least and most", spread, "wanted: within 10%")
    yield Row("documents per second", f"{number / taken:.1f}")


def keep_upload(store: Store, client: str, content: bytes, application: str = APPLICATION) -> None:
    arrival = Arrival(slot="other", person=None, file="a.jpg", sha256=store.files.put(content), size=len(content))
    store.uploads.accept(client, application, arrival)


def measure_store(options: Options, place: Path) -> Iterator[Row]:
    """One process, one thing at a time, as each worker does it."""
    store = Store(place / "store", database=options.database)
    client = store.clients.add(uuid4().hex, ["apply"]).id
    worker = store.workers.enter()
    name = store.database.engine.dialect.name
    content = SCANS[0].read_bytes()
    files = seconds_of(lambda: [store.files.put(content + uuid4().bytes) for _ in range(options.number)])
    arrivals = [
        Arrival(slot="other", person=None, file="a.jpg", sha256=f"{number:064x}", size=1) for number in range(options.number)
    ]
    accepted = seconds_of(lambda: [store.uploads.accept(client, f"A{arrival.sha256[-6:-1]}", arrival) for arrival in arrivals])
    read = Read(document="0" * 64, software="", type="unknown", pages=1)

    def finish_all() -> None:
        while claim := store.uploads.claim(worker):
            store.uploads.finish(claim, read)

    yield Row(f"files of {len(content) // 1000} KB kept, per second", f"{options.number / files:.0f}")
    yield Row(f"uploads accepted, per second, {name}", f"{options.number / accepted:.0f}")
    yield Row(f"uploads claimed and finished, per second, {name}", f"{options.number / seconds_of(finish_all):.0f}")


def measure_history(options: Options, place: Path) -> Iterator[Row]:
    """Runs of no work, from two processes, as workers report theirs."""
    settings = Service(place / "service", prefect="", prefect_port=free_port()).settings
    process = start(prefect_server(settings))
    try:
        server = psutil.Process(process.pid)
        yield Row("Prefect's server answers after, seconds", f"{seconds_of(lambda: until_answers(str(settings.history))):.1f}")
        time.sleep(30)
        before = used(server)
        time.sleep(IDLE)
        yield Row("Prefect's server idle, share of a processor", f"{(used(server) - before) / IDLE:.1%}")
        before = used(server)
        environment = {"HEYAN_SERVICE_PREFECT_PORT": str(settings.prefect_port), "HEYAN_SERVICE_FOLDER": str(settings.folder)}
        command = [sys.executable, "-m", "pipeline.service.benchmark", "runs", "--count", str(options.number)]
        clients = [
            subprocess.Popen(command, env={**os.environ, **environment}, stdout=subprocess.PIPE, text=True) for _ in range(2)
        ]
        told = [json.loads(client.communicate()[0].splitlines()[-1]) for client in clients]
        time.sleep(5)  # the server writes some of it later
        runs = 2 * options.number
        yield Row(
            "task runs per second, two workers that do nothing else", f"{sum(options.number / one['wall'] for one in told):.1f}"
        )
        yield Row("  first line of work after, ms: median", f"{np.median([one['first'] for one in told]):.0f}")
        yield Row("  processor ms per run, worker", f"{1000 * sum(one['processor'] for one in told) / runs:.0f}")
        yield Row("  processor ms per run, server", f"{1000 * (used(server) - before) / runs:.0f}")
    finally:
        process.terminate()
        process.wait()


def until_answers(url: str) -> None:
    def answers() -> bool:
        try:
            return bool(httpx.get(f"{url}/health").is_success)
        except httpx.HTTPError:
            return False

    until(answers, step=0.2)


def used(process: psutil.Process) -> float:
    """Processor seconds of it and its children."""
    times = [one.cpu_times() for one in (process, *process.children(recursive=True))]
    return float(sum(one.user + one.system for one in times))


def report_runs(options: Options) -> None:
    """One worker's runs; prints seconds and processor seconds."""
    runs = history(load_settings())
    runs.read("warm", lambda: None)
    waited: list[float] = []
    wall, processor = time.perf_counter(), time.process_time()
    for _ in range(options.number):
        began = time.perf_counter()
        runs.read("nothing", lambda began=began: waited.append(time.perf_counter() - began))  # type: ignore[misc]
    taken = {"wall": time.perf_counter() - wall, "processor": time.process_time() - processor}
    print(json.dumps({**taken, "first": 1000 * float(np.median(waited))}))


Measure = Callable[[Options, Path], Iterator[Row]]
PARTS: dict[str, tuple[Measure, int]] = {
    "latency": (measure_latency, 0),
    "batch": (measure_batch, 0),
    "acceptance": (measure_acceptance, 0),
    "soak": (measure_soak, 1000),
    "real": (measure_real, 100),
    "store": (measure_store, 1000),
    "history": (measure_history, 100),
}
"""How it is measured, and with how many when nobody says."""
INSIDE = ("plain-worker", "runs")
"""Processes that parts start."""


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("part", nargs="?", choices=(*PARTS, *INSIDE))
    parser.add_argument("--count", type=int)
    parser.add_argument("--database", default="", help="for store: another than SQLite")
    chosen = parser.parse_args(arguments)
    if chosen.part is None:
        codes = [subprocess.run([sys.executable, "-m", __spec__.name, part], check=False).returncode for part in PARTS]
        return max(codes)
    if chosen.part == "plain-worker":
        plain_worker()
        return 0
    if chosen.part == "runs":
        report_runs(Options(chosen.count, ""))
        return 0
    measure, usual = PARTS[chosen.part]
    with tempfile.TemporaryDirectory(prefix="heyan-bench-") as place:
        rows = list(measure(Options(chosen.count or usual, chosen.database), Path(place)))
    print_rows(f"python -m pipeline.service.benchmark {' '.join(arguments)}", rows)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
