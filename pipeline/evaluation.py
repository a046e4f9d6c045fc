"""``heyan evaluate``: application folders with truth.json in, an ``Evaluation`` of their reports out.

A report is taken from where it lies, or made by a function that the caller gives; scoring itself touches no file.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import TypeVar

from pydantic import ValidationError, computed_field

from models.records import Record
from pipeline.form import FILE
from pipeline.problems import UsageError
from pipeline.report import Report
from pipeline.scoring import (
    FieldResult,
    FlagResult,
    SealTally,
    SignatureTally,
    TypeResult,
    pair_documents,
    score_fields,
    score_flags,
    score_seals,
    score_signatures,
    score_type,
)
from pipeline.truth import Loaded, Seen, SeenCheck, Truth

TRUTH, REPORT = "truth.json", "report.json"
BANDS = (0.0, 0.5, 0.75, 0.8, 0.9, 0.95, 0.99, 1.0)
"""Edges of the confidence bands: 0.75 is where rules stop trusting a value, 0.8 and 0.95 where a reviewer is asked to look."""

Loading = TypeVar("Loading", bound=Loaded)
Check = Callable[[Path], Report]
"""Checks one application folder."""


class Case(Record):
    """One application: its name, the truth and what its report says."""

    application: str
    truth: Truth
    seen: Seen


class Tally(Record):
    right: int
    total: int

    @computed_field  # type: ignore[prop-decorator]
    @property
    def rate(self) -> float | None:
        """None of nothing."""
        return self.right / self.total if self.total else None


class FieldTally(Record):
    """A field of a type, or all fields of a quality. Exact match is ``right`` of ``total``; ``spurious`` is outside of both."""

    type: str
    field: str
    right: int = 0
    wrong: int = 0
    unread: int = 0
    missed: int = 0
    spurious: int = 0

    @computed_field  # type: ignore[prop-decorator]
    @property
    def total(self) -> int:
        return self.right + self.wrong + self.unread + self.missed


class QualityTally(Record):
    quality: str
    types: Tally
    fields: FieldTally


class Band(Record):
    """Values that the report was this sure of (``low`` ≤ confidence < ``high``, the last band with its upper edge)."""

    low: float
    high: float
    right: int
    wrong: int


class FlagTally(Record):
    """``open``: expected, answered with cannot_tell. ``severity_right`` counts among the hits."""

    rule: str
    hit: int = 0
    missed: int = 0
    open: int = 0
    unexpected: int = 0
    severity_right: int = 0

    @computed_field  # type: ignore[prop-decorator]
    @property
    def recall(self) -> float | None:
        expected = self.hit + self.missed + self.open
        return self.hit / expected if expected else None

    @computed_field  # type: ignore[prop-decorator]
    @property
    def precision(self) -> float | None:
        raised = self.hit + self.unexpected
        return self.hit / raised if raised else None


class CaseTally(Record):
    """One application at a glance. ``clean``: nothing is expected of it; ``flags``: those hit, missed, open and unexpected."""

    application: str
    clean: bool
    types: Tally
    fields: Tally
    cannot_tell: int
    flags: tuple[FlagResult, ...]


class Evaluation(Record):
    """Everything that was counted. ``by_type`` has one line per document type, ``by_field`` per type and field, ``by_rule`` per
    rule; ``accusations`` are the unexpected flags that rest on a misread value; ``errors`` every field that is not right."""

    applications: int
    documents: Tally
    fields: FieldTally
    by_type: tuple[FieldTally, ...]
    by_field: tuple[FieldTally, ...]
    by_quality: tuple[QualityTally, ...]
    bands: tuple[Band, ...]
    seals: SealTally
    signatures: SignatureTally
    flags: FlagTally
    by_rule: tuple[FlagTally, ...]
    cannot_tell: dict[str, int]
    accusations: tuple[FlagResult, ...]
    cases: tuple[CaseTally, ...]
    type_errors: tuple[TypeResult, ...]
    errors: tuple[FieldResult, ...]


def find_applications(folder: Path) -> list[Path]:
    """``folder`` itself or its children with a truth.json; single papers without a form are no application. Raises
    ``UsageError`` when there is none."""
    children = sorted(file.parent for file in folder.glob(f"*/{TRUTH}"))
    found = [folder] if (folder / TRUTH).is_file() else [child for child in children if is_application(child)]
    if not found:
        raise UsageError(f"{folder}: neither it nor a folder in it holds a {TRUTH}; draw some with python -m samples.draw")
    return found


def is_application(folder: Path) -> bool:
    return (folder / FILE).is_file() or (folder / REPORT).is_file()


def load_cases(folders: Iterable[Path], *, reports: Path | None = None, check: Check | None = None) -> Iterator[Case]:
    """Truth and report of each folder. A report lies in ``reports``/<folder's name>/report.json or (without ``reports``) in the
    folder; where there is none, ``check`` makes it. Raises ``UsageError`` for files that cannot be used."""
    for folder in folders:
        truth = _load(folder / TRUTH, Truth)
        place = (reports / folder.name if reports else folder) / REPORT
        if place.is_file():
            seen = _load(place, Seen)
        elif check is not None:
            seen = Seen.model_validate(check(folder).model_dump(mode="json"))
        else:
            raise UsageError(f"{place}: is not there; check the application first")
        yield Case(application=folder.name, truth=truth, seen=seen)


def _load(file: Path, record: type[Loading]) -> Loading:
    try:
        return record.model_validate(json.loads(file.read_text("utf-8-sig")))
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        raise UsageError(f"{file}: {'.'.join(map(str, first['loc'])) or 'file'}: {first['msg']}") from None
    except (OSError, ValueError) as error:
        raise UsageError(f"{file}: is not readable JSON ({type(error).__name__})") from None


def evaluate(cases: Iterable[Case]) -> Evaluation:
    """The scores of all cases together."""
    scored = [_Scored(case) for case in cases]
    types = [result for one in scored for result in one.types]
    fields = [result for one in scored for result in one.fields]
    flags = [result for one in scored for result in one.flags]
    unanswered = [check for one in scored for check in one.unanswered]
    return Evaluation(
        applications=len(scored),
        documents=_type_tally(types),
        fields=_field_tally("", "", fields),
        by_type=tuple(_field_tally(name, "", group) for name, group in _grouped(fields, lambda one: one.type)),
        by_field=tuple(_field_tally(*name, group) for name, group in _grouped(fields, lambda one: (one.type, one.field))),
        by_quality=tuple(_by_quality(types, fields)),
        bands=tuple(_bands(fields)),
        seals=_summed(SealTally(), [tally for one in scored for tally in one.seals]),
        signatures=_summed(SignatureTally(), [tally for one in scored for tally in one.signatures]),
        flags=_flag_tally("", flags),
        by_rule=tuple(_flag_tally(name, group) for name, group in _grouped(flags, lambda one: one.rule)),
        cannot_tell={rule: len(group) for rule, group in _grouped(unanswered, lambda one: one.rule)},
        accusations=tuple(flag for flag in flags if flag.misread is not None),
        cases=tuple(one.tally() for one in scored),
        type_errors=tuple(one for one in types if one.truth != one.read),
        errors=tuple(one for one in fields if one.outcome != "right"),
    )


class _Scored:
    """One case with its results."""

    def __init__(self, case: Case) -> None:
        name, pairs = case.application, pair_documents(case.truth, case.seen)
        self.case = case
        self.types = [score_type(name, paper, document) for paper, document in pairs]
        self.fields = [result for paper, document in pairs for result in score_fields(name, paper, document)]
        self.seals = [score_seals(paper, document) for paper, document in pairs]
        self.signatures = [score_signatures(paper, document) for paper, document in pairs]
        self.flags = score_flags(name, case.truth, case.seen, self.fields)
        self.unanswered: list[SeenCheck] = [check for check in case.seen.checks if check.status == "cannot_tell"]

    def tally(self) -> CaseTally:
        fields = _field_tally("", "", self.fields)
        return CaseTally(
            application=self.case.application,
            clean=not self.case.truth.flags,
            types=_type_tally(self.types),
            fields=Tally(right=fields.right, total=fields.total),
            cannot_tell=len(self.unanswered),
            flags=tuple(self.flags),
        )


One = TypeVar("One")
Key = TypeVar("Key", str, tuple[str, str])
Counts = TypeVar("Counts", SealTally, SignatureTally)


def _grouped(results: Iterable[One], key: Callable[[One], Key]) -> list[tuple[Key, list[One]]]:
    """Groups by ``key``, in the order of the keys."""
    groups: dict[Key, list[One]] = {}
    for result in results:
        groups.setdefault(key(result), []).append(result)
    return sorted(groups.items(), key=lambda group: group[0])


def _type_tally(results: Sequence[TypeResult]) -> Tally:
    return Tally(right=sum(one.truth == one.read for one in results), total=len(results))


def _field_tally(type_: str, field: str, results: Sequence[FieldResult]) -> FieldTally:
    outcomes = [one.outcome for one in results]
    return FieldTally(
        type=type_,
        field=field,
        right=outcomes.count("right"),
        wrong=outcomes.count("wrong"),
        unread=outcomes.count("unread"),
        missed=outcomes.count("missed"),
        spurious=outcomes.count("spurious"),
    )


def _by_quality(types: Sequence[TypeResult], fields: Sequence[FieldResult]) -> Iterator[QualityTally]:
    read = dict(_grouped(fields, lambda one: one.quality))
    for quality, group in _grouped(types, lambda one: one.quality):
        yield QualityTally(quality=quality, types=_type_tally(group), fields=_field_tally("", "", read.get(quality, [])))


def _bands(fields: Sequence[FieldResult]) -> Iterator[Band]:
    """How often a value is right that the report was so sure of; a spurious value is a wrong one here."""
    stated = [one for one in fields if one.read is not None]
    for low, high in pairwise(BANDS):
        inside = [one for one in stated if low <= one.confidence < high or one.confidence == high == BANDS[-1]]
        right = sum(one.outcome == "right" for one in inside)
        yield Band(low=low, high=high, right=right, wrong=len(inside) - right)


def _summed(zero: Counts, tallies: Sequence[Counts]) -> Counts:
    names = type(zero).model_fields
    return type(zero)(**{name: sum(getattr(tally, name) for tally in tallies) for name in names})


def _flag_tally(rule: str, results: Sequence[FlagResult]) -> FlagTally:
    outcomes = [one.outcome for one in results]
    return FlagTally(
        rule=rule,
        hit=outcomes.count("hit"),
        missed=outcomes.count("missed"),
        open=outcomes.count("open"),
        unexpected=outcomes.count("unexpected"),
        severity_right=sum(one.severity_right for one in results if one.outcome == "hit"),
    )
