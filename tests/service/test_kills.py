"""A few kills at random, where ``python -m tests.service.kills --kills 1000`` makes many."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from tests.service.kills import run, victims

KILLS = 15


@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
def test_nothing_accepted_is_lost_doubled_or_torn_by_kills(kind: str, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    server: str = request.getfixturevalue("postgres_of_its_own") if kind == "postgresql" else ""
    chance = random.Random(5)
    with victims(tmp_path / "service", chance, database=server) as (service, blow):
        outcome = run(service, KILLS, chance, blow, within=120)
        assert not outcome.losses
        assert outcome.kills.total() == KILLS
        assert outcome.submitted
        assert set(outcome.states) <= {"read", "failed"}
