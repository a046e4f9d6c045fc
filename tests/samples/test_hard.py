"""The hard cases as drawn: complete, small, and the same each time."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from samples.fonts import FontsMissing, check_fonts
from samples.hard import CASES, SEED, draw

LARGEST = 3_500_000


def test_every_case_is_committed_with_its_truth(samples: Path) -> None:
    folder = samples / "hard"
    truth = json.loads((folder / "truth.json").read_text(encoding="utf-8"))
    assert [one["file"] for one in truth["documents"]] == [case.file for case in CASES]
    assert {file.name for file in folder.iterdir()} == {*(case.file for case in CASES), "truth.json"}
    assert sum(file.stat().st_size for file in folder.iterdir()) <= LARGEST


def test_a_case_says_what_it_shows_and_nothing_is_doubtful_that_is_not_printed(samples: Path) -> None:
    for one in json.loads((samples / "hard" / "truth.json").read_text(encoding="utf-8"))["documents"]:
        assert one["shows"]
        assert set(one["doubtful"]) <= set(one["fields"])


@pytest.mark.parametrize("name", ["low_resolution.jpg", "carbon_copy.jpg", "cut_off.jpg"])
def test_the_same_seed_draws_the_same_bytes(name: str, need: Callable[[bool, str], None]) -> None:
    try:
        check_fonts()
    except FontsMissing as missing:
        need(False, str(missing))
    case = next(case for case in CASES if case.file == name)
    assert draw(case, SEED) == draw(case, SEED)
    assert draw(case, SEED)[0] != draw(case, SEED + 1)[0]
