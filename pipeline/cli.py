"""``heyan``: what people type. Results go to stdout, progress and errors to stderr; README.md lists the exit codes.

Heavy imports stand inside the commands, so that ``heyan --help`` costs nothing.
"""

from __future__ import annotations

import errno
import json
import os
import sys
import traceback
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Annotated, Any, NamedTuple, TextIO

import typer

from extractors.records import DocumentType
from pipeline.bugs import debugging, described
from pipeline.problems import NothingRead, UsageError, UserError, needs
from pipeline.service.commands import commands as operators
from pipeline.terminal import harmless

if TYPE_CHECKING:
    from models.ocr import Engine
    from models.ocr.settings import OcrSettings
    from pipeline.documents import Document
    from pipeline.process import Tools
    from pipeline.programme import Programme
    from pipeline.report import Report
    from pipeline.uploads import Upload

DEFECT = 70
DEFAULT_PROGRAMME = "skill-master-studio-2026"
FULL = (errno.ENOSPC, errno.EDQUOT)

app = typer.Typer(
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    help="Heyan 核验 reads the scans of a grant application, compares them with the online form and reports what does not fit.",
)

Folder = Annotated[Path, typer.Argument(metavar="DIR", help="Application folder: application.json and the files it names.")]
Scan = Annotated[Path, typer.Argument(metavar="FILE", help="One scan: PDF or picture.")]


@app.command()
def check(
    folder: Folder,
    out: Annotated[Path | None, typer.Option(help="Where the report goes; default: out/<name of DIR>.")] = None,
) -> None:
    """Check one application: report.json and report.html go to OUT."""
    needs(folder.is_dir(), f"{folder} is not a folder")
    from pipeline.form import read_form

    read_form(folder)  # before anything is made or loaded: an unusable form is the usual mistake
    out = usable(out or Path("out") / (folder.resolve().name or "application"))
    from pipeline.process import check_application

    with session(beside=out) as (tools, progress):
        report = check_application(folder, out, tools, progress)
    print("\n".join(summary_lines(report)))
    print(f"report: {out / 'report.html'}")
    if report.documents and nothing_read(report.documents):
        raise NothingRead(f"none of the {len(report.documents)} files could be read; the report says why for each")


PICTURE_HELP = (
    "Also draw the pages with the boxes of what was read into this PNG. Chinese values are drawn with any Chinese font of this "
    "machine; without one, fields are named by their keys and such values left out."
)


@app.command()
def extract(
    file: Scan,
    type_: Annotated[DocumentType | None, typer.Option("--type", help="Take the paper for this type.")] = None,
    picture: Annotated[Path | None, typer.Option(metavar="OUT.png", help=PICTURE_HELP)] = None,
) -> None:
    """Read one scan: prints its type, fields, seals, signatures and QR codes as JSON."""
    upload = upload_of(file)
    needs(picture is None or picture.suffix.lower() == ".png", f"{picture} must end in .png")
    needs(picture is None or picture.resolve().parent.is_dir(), f"there is no folder for {picture}")
    from pipeline.process import read_document

    with session() as (tools, _):
        document = read_document(upload, tools, known_type=type_)
        if picture:
            save_overview(document, picture)
    print_json(document.public())
    refuse_unread(document)


@app.command()
def ocr(file: Scan) -> None:
    """Read one scan: prints pages and lines only, as JSON."""
    upload = upload_of(file)
    from pipeline.process import read_print

    with session() as (tools, _):
        document = read_print(upload, tools)
    print_json({"pages": [page.model_dump(mode="json", include=OCR_KEYS) for page in document.pages]})
    refuse_unread(document)


OCR_KEYS: Any = {
    "index": True,
    "width": True,
    "height": True,
    "source": True,
    "lines": {"__all__": {"text", "confidence", "box"}},
}


@app.command()
def evaluate(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="Application folders with truth.json, as in samples/.")],
    reports: Annotated[Path | None, typer.Option(help="Folder of reports; those that are not there are made there.")] = None,
    json_file: Annotated[Path | None, typer.Option("--json", help="Write the JSON here instead of the last line.")] = None,
    errors: Annotated[bool, typer.Option("--errors", help="List every field that is not right.")] = False,
) -> None:
    """Score reports against truth: a table, then all counts as one line of JSON."""
    needs(folder.is_dir(), f"{folder} is not a folder")
    from pipeline.evaluation import evaluate as score
    from pipeline.evaluation import find_applications, load_cases
    from pipeline.evaluation_table import error_lines, evaluation_table

    folders = find_applications(folder)
    with session() as (tools, progress):
        scores = score(load_cases(folders, reports=reports, check=checking(tools, progress, reports)))
    print(evaluation_table(scores))
    if errors:
        print("\n".join(error_lines(scores)))
    if json_file:
        json_file.write_text(scores.model_dump_json(indent=2), encoding="utf-8")
    else:
        print(scores.model_dump_json())


rules_app = typer.Typer(no_args_is_help=False, rich_markup_mode=None)
app.add_typer(rules_app, name="rules")

ProgrammeChoice = Annotated[
    str, typer.Option("--programme", metavar="NAME|FILE", help="A programme's name, or a data file of one that is being written.")
]


@rules_app.callback(invoke_without_command=True)
def rules(context: typer.Context, programme: ProgrammeChoice = DEFAULT_PROGRAMME) -> None:
    """List the rules of a programme: severity, clause, rows of the checklist, what each needs."""
    if context.invoked_subcommand:
        return
    from pipeline.rulebook import rule_book

    terms = chosen_programme(programme).rules
    for name, rule in rule_book().items():
        if name in terms:
            print(
                "\t".join((name, terms[name].severity, terms[name].clause or "-", " ".join(rule.rows), rule.title, rule.reviewer))
            )


@rules_app.command("try")
def try_rules(
    folders: Annotated[list[Path], typer.Argument(metavar="DIR...", help="Folders of reports, or folders of such folders.")],
    programme: ProgrammeChoice,
    json_file: Annotated[Path | None, typer.Option("--json", help="Write every new and gone flag here.")] = None,
) -> None:
    """Judge stored reports again by another programme, without OCR: what it would flag newly, and no longer."""
    for folder in folders:
        needs(folder.is_dir(), f"{folder} is not a folder")
    chosen = chosen_programme(programme)
    from pipeline.rejudging import rejudge_all, report_folders, trial_table

    found = list(report_folders(folders))
    needs(bool(found), f"no reports below {', '.join(map(str, folders))}; heyan check writes them")
    progress = Progress(sys.stderr)
    tried = []
    for one in rejudge_all(found, chosen):
        tried.append(one)
        if len(tried) % 20 == 0 or len(tried) == len(found):
            progress(f"{len(tried)}/{len(found)} applications")
    progress.end()
    print(trial_table(tried))
    if json_file:
        json_file.write_text(json.dumps([one.public() for one in tried], ensure_ascii=False, indent=2), encoding="utf-8")


def chosen_programme(choice: str) -> Programme:
    """By name, or from a file."""
    from pipeline.programme import load_programme, parse_programme

    file = Path(choice)
    if file.suffix not in (".yaml", ".yml"):
        return load_programme(choice)
    needs(file.is_file(), f"{file} is not a file")
    return parse_programme(file.read_text(encoding="utf-8"), file=file.name)


@app.command()
def doctor() -> None:
    """Say what is there, what is missing and how to get it."""
    from pipeline.doctor import examine
    from pipeline.settings import load_settings

    findings = list(examine(load_settings()))
    print("\n".join(str(finding) for finding in findings))
    if any(finding.state == "missing" for finding in findings):
        raise NothingRead("something that every check needs is missing; see above")


app.add_typer(operators)


class Progress:
    """One line per step on stderr; on a terminal one line that is written over."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._live = stream.isatty()

    def __call__(self, message: str) -> None:
        self._stream.write(f"\r\x1b[K{bar(message)}{message}" if self._live else f"{message}\n")
        self._stream.flush()

    def end(self) -> None:
        if self._live:
            self._stream.write("\r\x1b[K")


def bar(message: str, width: int = 24) -> str:
    """A bar for messages that begin with a counter, ``3/12 …``; nothing for others."""
    done, _, total = message.partition(" ")[0].partition("/")
    if not (done.isdigit() and total.isdigit() and int(total)):
        return ""
    filled = width * int(done) // int(total)
    return "█" * filled + "░" * (width - filled) + " "


class Session(NamedTuple):
    tools: Tools
    progress: Progress


@contextmanager
def session(*, beside: Path | None = None) -> Iterator[Session]:
    """The tools of one run, with libraries kept silent, and a folder for page pictures that is gone afterwards."""
    from pipeline.quiet import quiet
    from pipeline.settings import load_settings

    settings = load_settings()
    with quiet(level=settings.log_level, debug=settings.debug) as terminal:
        from models.ocr.weights import lacking
        from pipeline.process import Tools

        missing = lacking(settings.ocr)
        needs(missing is None, str(missing))
        with TemporaryDirectory(prefix=".pages-", dir=settings.work or beside) as work:
            progress = Progress(terminal)
            yield Session(Tools(engine_of(settings.ocr), settings, Path(work)), progress)
            progress.end()


def checking(tools: Tools, progress: Progress, reports: Path | None) -> Callable[[Path], Report]:
    """A check of one folder among many, whose page pictures are gone when it ends."""
    from pipeline.process import check_application

    def checked(folder: Path) -> Report:
        with TemporaryDirectory(dir=tools.work) as work:
            out = usable(reports / folder.name) if reports else Path(work) / "report"
            return check_application(folder, out, replace(tools, work=Path(work)), progress)

    return checked


@cache
def engine_of(settings: OcrSettings) -> Engine:
    """Loaded once, however many commands a process runs."""
    from models.ocr.engine import load_engine

    return load_engine(settings)


def upload_of(file: Path) -> Upload:
    """A scan named on the command line, as if a form had named it. Links are followed: the user chose the file."""
    needs(file.is_file(), f"{file} is not a file")
    from pipeline.uploads import Upload

    name = os.fsencode(file.name).decode("utf-8", "replace")  # whatever the locale made of it
    return Upload(file=name, path=file.resolve(), slot="", person=None, problem=None)


def save_overview(document: Document, place: Path) -> None:
    """The document's overview as a PNG."""
    from pipeline.overview import draw_overview

    try:
        draw_overview(document).save(place, "PNG")
    except PermissionError as error:
        raise UsageError(f"{place} cannot be written: {error.strerror}; choose another place with --picture") from None


def usable(out: Path) -> Path:
    """The output folder, made if need be."""
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UsageError(f"{out} cannot be made: {error.strerror}; choose another folder with --out") from None
    needs(os.access(out, os.W_OK | os.X_OK), f"{out} cannot be written to; choose another folder with --out")
    return out


def summary_lines(report: Report) -> list[str]:
    """What the report says, in two lines for the operator; names and numbers of people stay in the report."""
    summary = report.summary
    flags = ", ".join(f"{count} {severity}" for severity, count in dict(summary.flags).items())
    return [
        f"{harmless(report.application_id)}: {summary.verdict}",
        f"flags: {flags} · cannot tell: {summary.cannot_tell} · checks: {summary.checks}"
        f" · pages: {summary.pages} · {summary.seconds:.1f} s",
    ]


def nothing_read(documents: Sequence[Any]) -> bool:
    """Not one page of any document is there to look at."""
    return not any(document.pages for document in documents)


def refuse_unread(document: Document) -> None:
    if nothing_read([document]):
        reasons = "; ".join(problem.code for problem in document.problems) or "it has no pages"
        raise NothingRead(f"{document.file} could not be read: {reasons}")


def print_json(value: object) -> None:
    print(json.dumps(value, ensure_ascii=False, indent=2))


def main(arguments: Sequence[str] | None = None, *, run: Callable[..., Any] = app) -> int:
    """Runs the command that was typed (or ``arguments``) and returns its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        run(arguments)
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else 0
    except UserError as error:
        return say(str(error), error.exit_code)
    except Exception as error:
        reason = outside(error)
        return say(reason, 2) if reason else defect(error)
    return 0


def outside(error: Exception) -> str | None:
    """What is amiss with the disk, the bucket or the database; None when it is not they."""
    from sqlalchemy.exc import InterfaceError, OperationalError

    from pipeline.store.files import FilesAway

    if isinstance(error, OSError) and error.errno in FULL:
        return f"{error.strerror}; free some space or choose another folder"
    if isinstance(error, FilesAway):
        return f"{error}; see setting service.files, and try again"
    if isinstance(error, OperationalError | InterfaceError):
        return "the database cannot be reached or used; see settings service.database and service.folder, and try again"
    return None


def say(message: str, code: int) -> int:
    print(f"heyan: {message}", file=sys.stderr)
    return code


def defect(error: Exception) -> int:
    """One line; the whole stack with HEYAN_DEBUG=1."""
    if debugging():
        traceback.print_exception(error)
    advice = "please report it as README.md says under 'Reporting a defect'; HEYAN_DEBUG=1 shows more"
    return say(f"a defect of ours ({described(error)}); {advice}", DEFECT)
