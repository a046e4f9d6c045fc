"""The application as a whole: the paper hand-in, counted in working days."""

from __future__ import annotations

from typing import Any

import pytest

from tests.pipeline.checks.dossiers import answers, form, judged

HAND_INS: list[tuple[Any, str]] = [
    ({"notified_on": "2026-02-12", "handed_in_on": "2026-02-24"}, "pass"),
    ({"notified_on": "2026-02-12", "handed_in_on": "2026-02-25"}, "flag:blocking"),
    ({"handed_in_on": "2026-02-25"}, "cannot_tell:not_on_form"),
    ({"notified_on": "2026-02-12"}, "not_applicable"),
    (None, "not_applicable"),
]


@pytest.mark.parametrize(("stated", "answer"), HAND_INS)
def test_paper_is_handed_in_within_three_working_days(stated: Any, answer: str) -> None:
    assert answers(judged(None, form(paper_hand_in=stated)), "application.paper_late") == [answer]
