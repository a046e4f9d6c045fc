"""A dry run of rules: stored readings judged again, without OCR, and what that would flag newly or no longer."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from typing import Any, NamedTuple

from pipeline.checks import judge
from pipeline.checks.check import Check, Verdict, verdict
from pipeline.programme import Programme, Severity
from pipeline.readings import FILE, load_readings
from pipeline.report import load_report
from pipeline.words import without_name

MANY = 100
"""Applications from which starting processes is worth its second."""


class Flag(NamedTuple):
    """One flag of an application. ``subject``: as ``without_name`` has it."""

    application: str
    rule: str
    subject: str
    severity: Severity


class Rejudged(NamedTuple):
    """One application judged again: flags that it did not have, flags that it has no more, and its verdicts."""

    application: str
    new: list[Flag]
    gone: list[Flag]
    before: Verdict
    after: Verdict

    def public(self) -> dict[str, Any]:
        """As JSON."""
        return {**self._asdict(), "new": [flag._asdict() for flag in self.new], "gone": [flag._asdict() for flag in self.gone]}


def report_folders(places: Iterable[Path]) -> Iterator[Path]:
    """Folders at or below ``places`` that hold a report with its readings, in the order of their names."""
    for place in places:
        yield from (file.parent for file in sorted(place.rglob(FILE)) if (file.parent / "report.json").is_file())


def rejudge_all(folders: Sequence[Path], programme: Programme) -> Iterator[Rejudged]:
    """Each of them in their order; many on all processors."""
    rejudged = partial(rejudge, programme=programme)
    if len(folders) < MANY:
        yield from map(rejudged, folders)
        return
    with ProcessPoolExecutor(mp_context=get_context("spawn")) as pool:  # a copy of a process that has read print may hang
        yield from pool.map(rejudged, folders, chunksize=16)


def rejudge(folder: Path, programme: Programme) -> Rejudged:
    """The stored report's flags against those that ``programme`` raises. Raises ``UsageError`` for files that cannot be used."""
    report, readings = load_report(folder), load_readings(folder)
    checks = judge(readings.form, readings.documents, programme, readings.repeats)
    before, after = _flags(report.application_id, report.checks), _flags(report.application_id, checks)
    return Rejudged(
        application=report.application_id,
        new=sorted((after - before).elements()),
        gone=sorted((before - after).elements()),
        before=report.summary.verdict,
        after=verdict(checks),
    )


def _flags(application: str, checks: Iterable[Check]) -> Counter[Flag]:
    return Counter(
        Flag(application, check.rule, without_name(check.subject), check.severity) for check in checks if check.status == "flag"
    )


def trial_table(tried: Sequence[Rejudged]) -> str:
    """For each rule whose flags change how many are new and gone, then the verdicts; no names and no numbers of people."""
    new = Counter((flag.rule, flag.severity) for one in tried for flag in one.new)
    gone = Counter((flag.rule, flag.severity) for one in tried for flag in one.gone)
    rows = sorted({*new, *gone})
    lines = [f"{'rule':42} {'severity':10} {'new':>6} {'gone':>6}"] if rows else ["no flag would change"]
    lines += [f"{rule:42} {severity:10} {new[rule, severity]:6} {gone[rule, severity]:6}" for rule, severity in rows]
    verdicts = Counter((one.before, one.after) for one in tried if one.before != one.after)
    lines += [f"verdict {before} -> {after}: {count}" for (before, after), count in sorted(verdicts.items())]
    touched = [one.application for one in tried if one.new or one.gone]
    lines.append(f"{len(touched)} of {len(tried)} applications would change")
    return "\n".join(lines)
