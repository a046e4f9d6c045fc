"""Scoring: what the truth says of one application and what its report says in, results and tallies out. Pure functions."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from difflib import SequenceMatcher
from typing import Literal, TypeVar

from models.records import Record
from pipeline.truth import Seen, SeenCheck, SeenDocument, SeenField, TrueDocument, TrueFlag, TrueSeal, TrueSignature, Truth, Value

Outcome = Literal["right", "wrong", "unread", "missed", "spurious"]
"""``wrong``: another value · ``unread``: on the paper, honestly given up (null) · ``missed``: not in the report at all ·
``spurious``: in the report although the paper does not print it."""

UNORDERED = frozenset({"sections"})
Mark = TypeVar("Mark", TrueSeal, TrueSignature)


class FieldResult(Record):
    """One field of one paper. ``read`` and ``confidence`` are those of the report."""

    application: str
    file: str
    type: str
    quality: str
    field: str
    outcome: Outcome
    truth: Value = None
    read: Value = None
    confidence: float = 0.0
    page: int = 0
    box: tuple[float, ...] = ()


class TypeResult(Record):
    application: str
    file: str
    quality: str
    truth: str
    read: str


class SealTally(Record):
    """``false``: seen where there is none. Names, centre texts and codes are counted over seals found that really have one."""

    total: int = 0
    found: int = 0
    false: int = 0
    names: int = 0
    names_right: int = 0
    centres: int = 0
    centres_right: int = 0
    codes: int = 0
    codes_right: int = 0


class SignatureTally(Record):
    total: int = 0
    found: int = 0
    false: int = 0


class FlagResult(Record):
    """One flag, by rule and subject. ``hit`` · ``missed`` · ``open`` (expected, answered with cannot_tell) · ``unexpected``
    (blocking or attention, and nobody expects it). ``misread``: the unexpected flag rests on a value that was read wrongly, with
    this confidence; None when it rests on anything else."""

    application: str
    rule: str
    subject: str
    severity: str
    outcome: Literal["hit", "missed", "open", "unexpected"]
    severity_right: bool = True
    misread: float | None = None


def pair_documents(truth: Truth, seen: Seen) -> list[tuple[TrueDocument, SeenDocument | None]]:
    """Each true paper with its document: by file; where one was uploaded more than once or holds several papers, by slot,
    person, type and what was read."""
    left = list(seen.documents)
    pairs: list[tuple[TrueDocument, SeenDocument | None]] = []
    for paper in truth.documents:
        candidates = [document for document in left if document.file == paper.file]
        best = max(candidates, key=lambda one: likeness(paper, one), default=None)
        if best is not None:
            left.remove(best)
        pairs.append((paper, best))
    return pairs


def likeness(paper: TrueDocument, document: SeenDocument) -> tuple[bool, bool, bool, int]:
    agreeing = sum(name in document.fields and document.fields[name].value == value for name, value in paper.fields.items())
    return document.slot == paper.slot, document.person == paper.person, document.type == paper.type, agreeing


def score_type(application: str, paper: TrueDocument, document: SeenDocument | None) -> TypeResult:
    read = document.type if document else "missing"
    return TypeResult(application=application, file=paper.file, quality=paper.quality, truth=paper.type, read=read)


def score_fields(application: str, paper: TrueDocument, document: SeenDocument | None) -> list[FieldResult]:
    """A result for each field on the paper or in the report."""
    seen = document.fields if document else {}
    names = [*paper.fields, *(name for name in seen if name not in paper.fields)]
    return [_score_field(application, paper, name, seen.get(name)) for name in names]


def _score_field(application: str, paper: TrueDocument, name: str, field: SeenField | None) -> FieldResult:
    return FieldResult(
        application=application,
        file=paper.file,
        type=paper.type,
        quality=paper.quality,
        field=name,
        outcome=_outcome(paper, name, field),
        truth=paper.fields.get(name),
        read=field.value if field else None,
        confidence=field.confidence if field else 0.0,
        page=field.page if field else 0,
        box=field.box if field else (),
    )


def _outcome(paper: TrueDocument, name: str, field: SeenField | None) -> Outcome:
    if name not in paper.fields:
        return "spurious"
    if field is None:
        return "missed"
    truth = paper.fields[name]
    if _comparable(name, truth) == _comparable(name, field.value):
        return "right"
    return "unread" if field.value is None else "wrong"


def _comparable(name: str, value: Value) -> Value:
    return sorted(value) if name in UNORDERED and isinstance(value, list) else value


def score_seals(paper: TrueDocument, document: SeenDocument | None) -> SealTally:
    """Seals matched on their page, the most alike names first."""
    pairs = match_on_page(paper.seals, document.seals if document else (), lambda seal: seal.name or "")
    names = [(true.name, read.name) for true, read in pairs if true.name]
    centres = [(true.centre_text, read.centre_text) for true, read in pairs if true.centre_text]
    codes = [(true.code, read.code) for true, read in pairs if true.code]
    return SealTally(
        total=len(paper.seals),
        found=len(pairs),
        false=(len(document.seals) if document else 0) - len(pairs),
        names=len(names),
        names_right=_equal(names),
        centres=len(centres),
        centres_right=_equal(centres),
        codes=len(codes),
        codes_right=_equal(codes),
    )


def score_signatures(paper: TrueDocument, document: SeenDocument | None) -> SignatureTally:
    seen = document.signatures if document else ()
    pairs = match_on_page(paper.signatures, seen, lambda signature: signature.near)
    return SignatureTally(total=len(paper.signatures), found=len(pairs), false=len(seen) - len(pairs))


def match_on_page(true: Sequence[Mark], seen: Sequence[Mark], words: Callable[[Mark], str]) -> list[tuple[Mark, Mark]]:
    """Pairs of marks on the same page, each mark in one pair at most; the pair whose ``words`` are most alike goes first."""
    likeness = {
        (i, j): SequenceMatcher(None, words(one), words(other), autojunk=False).ratio()
        for i, one in enumerate(true)
        for j, other in enumerate(seen)
        if one.page == other.page
    }
    pairs: dict[int, int] = {}
    for i, j in sorted(likeness, key=lambda pair: (-likeness[pair], pair)):
        if i not in pairs and j not in pairs.values():
            pairs[i] = j
    return [(true[i], seen[j]) for i, j in sorted(pairs.items())]


def _equal(pairs: Iterable[tuple[str | None, str | None]]) -> int:
    return sum(true == read for true, read in pairs)


def score_flags(application: str, truth: Truth, seen: Seen, fields: Sequence[FieldResult]) -> list[FlagResult]:
    """Expected flags first, then unexpected ones; several flags of one rule about one subject count once.
    ``fields``: the application's field results, to tell which accusations come from misreading."""
    raised = _by_question(check for check in seen.checks if check.status == "flag")
    unanswered = _by_question(check for check in seen.checks if check.status == "cannot_tell")
    expected = {(flag.rule, flag.subject): flag for flag in truth.flags}
    tolerated = {(flag.rule, flag.subject) for flag in truth.tolerated}
    results = [_expected(application, flag, raised.get(key), key in unanswered) for key, flag in expected.items()]
    for key, checks in raised.items():
        weighty = [check for check in checks if check.severity != "info"]
        if weighty and key not in expected and key not in tolerated:
            results.append(_unexpected(application, weighty, fields))
    return results


def _by_question(checks: Iterable[SeenCheck]) -> dict[tuple[str, str], list[SeenCheck]]:
    asked: dict[tuple[str, str], list[SeenCheck]] = {}
    for check in checks:
        asked.setdefault((check.rule, check.subject), []).append(check)
    return asked


def _expected(application: str, flag: TrueFlag, raised: Sequence[SeenCheck] | None, unanswered: bool) -> FlagResult:
    return FlagResult(
        application=application,
        rule=flag.rule,
        subject=flag.subject,
        severity=flag.severity,
        outcome="hit" if raised else "open" if unanswered else "missed",
        severity_right=not raised or not flag.severity or any(check.severity == flag.severity for check in raised),
    )


def _unexpected(application: str, checks: Sequence[SeenCheck], fields: Sequence[FieldResult]) -> FlagResult:
    misread = [field.confidence for field in fields if any(_rests_on(check, field) for check in checks)]
    return FlagResult(
        application=application,
        rule=checks[0].rule,
        subject=checks[0].subject,
        severity="blocking" if any(check.severity == "blocking" for check in checks) else "attention",
        outcome="unexpected",
        misread=max(misread, default=None),
    )


def _rests_on(check: SeenCheck, field: FieldResult) -> bool:
    """Whether the check's evidence is a field that was read wrongly."""
    if field.outcome not in ("wrong", "spurious"):
        return False
    return any((one.file, one.page, one.box) == (field.file, field.page, field.box) for one in check.evidence)
