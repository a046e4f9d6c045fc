"""Every rule flags, passes and cannot tell in some test of this folder; run after them all, and skipped where few of them ran."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.checks.check import Status
from pipeline.rulebook import rule_book
from tests.conftest import skip

NEVER_OPEN = {
    "authenticity.code_host": "a code that could not be read leads nowhere that could be judged",
    "authenticity.edited_file": "what a file says of its making is exact, or there is nothing",
    "authenticity.instructions_in_text": "words that were hardly read give no orders",
    "authenticity.seal_code_implausible": "a code that was not read twice alike is not judged",
    "authenticity.taken_elsewhere": "a place that a camera noted is exact, or there is none",
    "material.duplicate": "two files are the same bytes or they are not",
    "material.missing": "a file was handed in or it was not; whose it is or whether it can be read other rules ask",
    "material.not_colour": "a picture has colour in its pixels or it has none, read or unread",
    "material.unreadable": "this rule itself says what cannot be read",
    "material.unsupported_format": "the file's first bytes say what it is",
    "team.counts_incoherent": "two numbers of the form, or it is not asked",
}
"""Rules that always have what they need, or have nothing to ask, and why."""


@pytest.fixture
def all_ran(request: pytest.FixtureRequest, files_run: set[str]) -> None:
    missing = {file.name for file in Path(__file__).parent.glob("test_*.py")} - files_run
    if missing or request.config.option.keyword:
        skip(f"only when the whole folder runs; without {missing}")  # a whole run of the tests asks it


@pytest.mark.usefixtures("all_ran")
@pytest.mark.parametrize("rule", rule_book())
def test_each_rule_flags_passes_and_cannot_tell(rule: str, answers_seen: set[tuple[str, Status]]) -> None:
    wanted: set[Status] = {"flag", "pass"} if rule in NEVER_OPEN else {"flag", "pass", "cannot_tell"}
    assert {status for status in wanted if (rule, status) not in answers_seen} == set()
    assert rule not in NEVER_OPEN or (rule, "cannot_tell") not in answers_seen


def test_only_rules_of_the_book_are_excused() -> None:
    assert set(NEVER_OPEN) <= set(rule_book())
