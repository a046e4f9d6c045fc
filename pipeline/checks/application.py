"""The application as a whole: submitted within the window."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.checks.check import Check
from pipeline.checks.dossier import Dossier


def ask_application(dossier: Dossier) -> Iterator[Check]:
    """PROC-01: both days of the window count, in Beijing time."""
    question, window = dossier.ask("application.outside_window", "application"), dossier.programme.window
    submitted = dossier.form.submitted_on
    if submitted is None:
        yield question.cannot_tell("not_on_form", "申报表未载明提交时间，无法核对申报期限")
        return
    details: dict[str, object] = {"expected": f"{window.opens}至{window.closes}", "found": submitted.isoformat()}
    if window.opens <= submitted <= window.closes:
        yield question.passes(f"提交日期{submitted}在申报期内", **details, score=1.0)
    else:
        yield question.flags(f"提交日期{submitted}不在申报期（{window.opens}至{window.closes}）内", **details, score=0.0)
