"""The application as a whole: submitted within the window, handed in on paper in time."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.checks.check import Check
from pipeline.checks.dossier import Dossier
from pipeline.working_days import working_days_after


def ask_application(dossier: Dossier) -> Iterator[Check]:
    yield _ask_window(dossier)
    yield _ask_paper(dossier)


def _ask_window(dossier: Dossier) -> Check:
    """PROC-01: both days of the window count, in Beijing time."""
    question, window = dossier.ask("application.outside_window", "application"), dossier.programme.window
    submitted = dossier.form.submitted_on
    if submitted is None:
        return question.cannot_tell("not_on_form", "申报表未载明提交时间，无法核对申报期限")
    details: dict[str, object] = {"expected": f"{window.opens}至{window.closes}", "found": submitted.isoformat()}
    if window.opens <= submitted <= window.closes:
        return question.passes(f"提交日期{submitted}在申报期内", **details, score=1.0)
    return question.flags(f"提交日期{submitted}不在申报期（{window.opens}至{window.closes}）内", **details, score=0.0)


def _ask_paper(dossier: Dossier) -> Check:
    """PROC-02: within so many working days of the notice; the portal adds both days to the form once they are known."""
    question, paper = dossier.ask("application.paper_late", "application"), dossier.form.paper_hand_in
    if paper is None or (paper.notified_on is None and paper.handed_in_on is None):
        return question.not_applicable("尚未通知提交纸质材料")
    if paper.notified_on is None:
        return question.cannot_tell("not_on_form", "未载明通知提交纸质材料的日期，无法计算提交期限")
    days = dossier.programme.thresholds.paper_days
    due = working_days_after(paper.notified_on, days, dossier.programme.calendar)
    if paper.handed_in_on is None:
        return question.not_applicable(f"纸质材料应于{due}前（含当日）提交，尚未提交")
    details: dict[str, object] = {"expected": f"不晚于{due}", "found": paper.handed_in_on.isoformat()}
    if paper.handed_in_on <= due:
        return question.passes(f"纸质材料于{paper.handed_in_on}提交，在通知后{days}个工作日内", **details, score=1.0)
    return question.flags(f"纸质材料于{paper.handed_in_on}提交，晚于通知后第{days}个工作日（{due}）", **details, score=0.0)
