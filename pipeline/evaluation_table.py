"""An ``Evaluation`` as text for a terminal: tables without values, so that it may be kept; wrong values only on request."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from pipeline.evaluation import CaseTally, Evaluation, FieldTally, FlagTally, QualityTally
from pipeline.scoring import FieldResult
from pipeline.words import without_name

Cells = Sequence[object]


def evaluation_table(evaluation: Evaluation) -> str:
    """The scores; people appear as ``member``."""
    documents, fields, flags = evaluation.documents, evaluation.fields, evaluation.flags
    parts = [
        f"{evaluation.applications} applications, {documents.total} documents, {fields.total} fields",
        f"document type {_share(documents.right, documents.total)} · fields exact {_share(fields.right, fields.total)}"
        f" · flags precision {_rate(flags.precision)} recall {_rate(flags.recall)}",
        _section(
            "Quality", ("quality", "documents", "type", "fields", "exact", "spurious"), map(_quality, evaluation.by_quality)
        ),
        _section("Document type", ("type", *_FIELD_HEAD), ((one.type, *_field(one)) for one in evaluation.by_type)),
        _section("Field", ("type", "field", *_FIELD_HEAD), ((one.type, one.field, *_field(one)) for one in evaluation.by_field)),
        _section(
            "Reliability",
            ("confidence", "values", "right"),
            ((f"{b.low:.2f} … {b.high:.2f}", b.right + b.wrong, _share(b.right, b.right + b.wrong)) for b in evaluation.bands),
        ),
        _section("Seals and signatures", ("what", "right", "of", "share"), _marks(evaluation)),
        _section("Flags", ("rule", *_FLAG_HEAD), ((one.rule, *_flag(one)) for one in (*evaluation.by_rule, _all(flags)))),
        _section("Cannot tell", ("rule", "answers"), evaluation.cannot_tell.items()),
        _section(
            "Applications", ("application", "type", "exact", "cannot tell", "not as expected"), map(_case, evaluation.cases)
        ),
        f"Accusations caused by misreading: {len(evaluation.accusations)}",
        *(
            f"  {one.application}  {one.rule}  {without_name(one.subject)}  confidence {one.misread:.2f}"
            for one in evaluation.accusations
        ),
    ]
    return "\n".join(part for part in parts if part)


def error_lines(evaluation: Evaluation) -> Iterator[str]:
    """Every wrong type and field with its values: for engineers, on samples."""
    for wrong in evaluation.type_errors:
        yield f"{wrong.application}/{wrong.file} [{wrong.quality}] type: {wrong.truth} read as {wrong.read}"
    yield from map(_error, evaluation.errors)


def _error(one: FieldResult) -> str:
    return (
        f"{one.application}/{one.file} [{one.quality}] {one.type}.{one.field} {one.outcome}:"
        f" {one.truth!r} read as {one.read!r} ({one.confidence:.2f})"
    )


_FIELD_HEAD = ("exact", "right", "of", "wrong", "unread", "missed", "spurious")
_FLAG_HEAD = ("precision", "recall", "hit", "missed", "open", "unexpected", "severity right")


def _field(one: FieldTally) -> Cells:
    return (_share(one.right, one.total), one.right, one.total, one.wrong, one.unread, one.missed, one.spurious)


def _quality(one: QualityTally) -> Cells:
    fields = one.fields
    types = _share(one.types.right, one.types.total)
    return (one.quality, one.types.total, types, fields.total, _share(fields.right, fields.total), fields.spurious)


def _flag(one: FlagTally) -> Cells:
    return (_rate(one.precision), _rate(one.recall), one.hit, one.missed, one.open, one.unexpected, one.severity_right)


def _all(flags: FlagTally) -> FlagTally:
    return flags.model_copy(update={"rule": "all"})


def _marks(evaluation: Evaluation) -> Iterator[Cells]:
    seals, signatures = evaluation.seals, evaluation.signatures
    for name, right, total in (
        ("seals found", seals.found, seals.total),
        ("seal names exact", seals.names_right, seals.names),
        ("seal centre texts exact", seals.centres_right, seals.centres),
        ("seal codes exact", seals.codes_right, seals.codes),
        ("signatures found", signatures.found, signatures.total),
    ):
        yield (name, right, total, _share(right, total))
    yield ("false seals", seals.false, "", "")
    yield ("false signatures", signatures.false, "", "")


def _case(one: CaseTally) -> Cells:
    surprises = [f"{flag.outcome} {flag.rule} ({without_name(flag.subject)})" for flag in one.flags if flag.outcome != "hit"]
    name = f"{one.application} (clean)" if one.clean else one.application
    types, fields = _share(one.types.right, one.types.total), _share(one.fields.right, one.fields.total)
    return (name, types, fields, one.cannot_tell, "; ".join(surprises))


def _share(right: int, total: int) -> str:
    return _rate(right / total if total else None)


def _rate(rate: float | None) -> str:
    """Cut off, not rounded: 99.96 % is not 100 %."""
    return "–" if rate is None else f"{int(rate * 1000) / 10:.1f}%"


def _section(title: str, head: Cells, rows: Iterable[Cells]) -> str:
    """A heading and aligned columns, numbers to the right; nothing at all without rows."""
    body = [[str(cell) for cell in row] for row in rows]
    if not body:
        return ""
    table = [[str(cell) for cell in head], *body]
    widths = [max(len(row[column]) for row in table) for column in range(len(head))]
    lines = ["  ".join(_aligned(cell, width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in table]
    return "\n".join(["", title, *(f"  {line}" for line in lines)])


def _aligned(cell: str, width: int) -> str:
    return cell.rjust(width) if cell[:1].isdigit() or cell == "–" else cell.ljust(width)
