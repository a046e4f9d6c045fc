"""Work on one claimed thing: an upload is read and an application judged, from the store and into it; Prefect-free.

Each stage's answer is in the store before the next begins, by the digest of bytes, software and settings: a reading that was cut
off goes on where it was, and the same bytes are never read twice.
"""

from __future__ import annotations

import gzip
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from models.ocr import Engine
from pipeline.documents import Document, Page, Problem
from pipeline.form import Form, Material, parse_form
from pipeline.parts import each_part
from pipeline.process import Tools, judge_application, read_print, understand
from pipeline.readings import FILE as READINGS
from pipeline.readings import save_readings
from pipeline.report import Report, build_report, write_report
from pipeline.settings import Settings
from pipeline.software import digest_of, reading_digest, software
from pipeline.store.applications import Judged, Judging, Paper
from pipeline.store.figures import FlagCount, Took
from pipeline.store.news import ToHandIn
from pipeline.store.store import Store
from pipeline.store.uploads import Claim, Read
from pipeline.traces import span
from pipeline.uploads import Upload

GIVEN_UP = "该文件多次读取失败，已转人工处理，请检查文件能否正常打开，必要时重新扫描后上传"


class Desk(NamedTuple):
    """What work is done with: the store, the engine, the settings."""

    store: Store
    engine: Engine
    settings: Settings

    def tools(self, work: str) -> Tools:
        return Tools(self.engine, self.settings, Path(work))


def read_upload(claim: Claim, desk: Desk) -> bool:
    """Reads the claimed upload to the end; False when it had been taken from this worker meanwhile."""
    with TemporaryDirectory(prefix="heyan-") as work:
        document = read_stages(claim, desk, desk.tools(work), Path(work))
        kept = keep(document, desk)
    read = Read(
        document=kept,
        software=software(),
        type=document.type,
        pages=len({page.index for part in each_part([document]) for page in part.pages}),
        problems=tuple(problem.code for problem in (*document.problems, *document.page_defects)),
    )
    return desk.store.uploads.finish(claim, read)


def read_stages(claim: Claim, desk: Desk, tools: Tools, work: Path) -> Document:
    """Print first, which depends on the bytes alone; then what is understood of it, which depends on what the upload is called
    too."""
    upload = Upload(file=claim.file, path=desk.store.files.local(claim.sha256), slot=claim.slot, person=claim.person)
    printed = digest_of(reading_digest(desk.settings.limits, desk.settings.ocr), claim.sha256)
    document = staged(printed, claim, desk, work, lambda: read_print(upload, tools), stage="print")
    named = document.model_copy(update={"file": claim.file, "slot": claim.slot, "person": claim.person})
    understood = digest_of(printed, claim.slot, claim.person or "", claim.file)
    return staged(understood, claim, desk, work, lambda: understand(named, tools), stage="understand")


def staged(key: str, claim: Claim, desk: Desk, work: Path, make: Callable[[], Document], *, stage: str) -> Document:
    """A stage's answer from the store, else made and kept."""
    began = time.monotonic()
    kept = desk.store.uploads.stage(key)
    if kept is not None:
        return fetch(kept, desk, work)
    with span(stage, upload=claim.id):
        document = make()
    kept = keep(document, desk)
    desk.store.uploads.keep_stage(key, claim.sha256, kept, Took(stage=stage, seconds=time.monotonic() - began))
    return document


def judge(judging: Judging, desk: Desk) -> Report:
    """The report of what was read, also into the store, unless the application has changed meanwhile: then it is judged anew."""
    began = time.monotonic()
    form = form_of(judging)
    with TemporaryDirectory(prefix="heyan-") as work:
        documents = list(each_part(document_of(paper, desk, Path(work)) for paper in judging.papers))
        repeats = desk.store.index.repeats(form, documents, client=judging.client)
        checks = judge_application(form, documents, repeats)
        report = build_report(form, documents, checks, engine=desk.engine.name, seconds=time.monotonic() - began)
        out = Path(work) / "out"
        save_readings(form, documents, repeats, out)
        write_report(report, documents, out)
        judged = Judged(
            verdict=report.summary.verdict,
            report=desk.store.files.put((out / "report.json").read_bytes()),
            page=desk.store.files.put((out / "report.html").read_bytes()),
            readings=desk.store.files.put((out / READINGS).read_bytes()),
            flags=tuple(flags_of(report)),
            seconds=time.monotonic() - began,
            to_hand_in_again=tuple(asked_again(judging.papers, documents)),
        )
    if desk.store.applications.finish(judging, judged):
        desk.store.index.record(form, documents, client=judging.client)
    return report


def form_of(judging: Judging) -> Form:
    """The form with the papers that the store holds in the place of any list that the portal made."""
    form = parse_form(judging.form)
    materials = tuple(Material(slot=paper.slot, file=paper.file, person=paper.person) for paper in judging.papers)
    return form.model_copy(update={"materials": materials})


def document_of(paper: Paper, desk: Desk, work: Path) -> Document:
    """What was read of the paper; one that was given up is a document with that problem."""
    if paper.document is not None:
        return fetch(paper.document, desk, work)
    problem = Problem(code=paper.reason or "reading_failed", message=GIVEN_UP)
    return Document(file=paper.file, sha256=paper.sha256, slot=paper.slot, person=paper.person, problems=(problem,))


def flags_of(report: Report) -> Iterator[FlagCount]:
    """For each rule and severity how often it flags."""
    counted = Counter((check.rule, check.severity) for check in report.checks if check.status == "flag")
    for (rule, severity), count in sorted(counted.items()):
        yield FlagCount(rule=rule, severity=severity, count=count)


def asked_again(papers: Sequence[Paper], documents: Sequence[Document]) -> Iterator[ToHandIn]:
    """What the applicant has to hand in anew: which papers, for which slots, and the codes of what is wrong with them."""
    for paper in papers:
        told = [
            problem.code
            for document in documents
            if (document.file, document.slot, document.person) == (paper.file, paper.slot, paper.person)
            for problem in document.problems
        ]
        if told:
            yield ToHandIn(document=paper.upload, slot=paper.slot, problems=tuple(sorted(set(told))))


def keep(document: Document, desk: Desk) -> str:
    """The document in the store's files, its pages' pictures by their names there; returns its own."""
    named = with_pictures(document, lambda page: desk.store.files.put(Path(page.image).read_bytes()))
    return desk.store.files.put(gzip.compress(named.model_dump_json(exclude_unset=True).encode(), compresslevel=6, mtime=0))


def fetch(name: str, desk: Desk, work: Path) -> Document:
    """A kept document with its pictures below ``work``, where stages may put changed ones beside them."""
    document = Document.model_validate_json(gzip.decompress(desk.store.files.get(name)))
    folder = work / name
    folder.mkdir(exist_ok=True)

    def linked(page: Page) -> str:
        place = folder / f"{page.index:04d}-{page.image[:12]}.jpg"
        if not place.exists():
            place.symlink_to(desk.store.files.local(page.image).resolve())
        return str(place)

    return with_pictures(document, linked)


def with_pictures(document: Document, place: Callable[[Page], str]) -> Document:
    pages = tuple(page.model_copy(update={"image": place(page)}) if page.image else page for page in document.pages)
    parts = tuple(with_pictures(part, place) for part in document.parts)
    return document.model_copy(update={"pages": pages, "parts": parts})
