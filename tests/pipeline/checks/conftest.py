"""Notes every answer that a rule gives while the tests of this folder run, for the test that asks whether each gave all three."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from pipeline.checks.check import Check, Status
from pipeline.checks.question import Question

LAST = "test_three_answers.py"


@pytest.fixture(scope="session")
def answers_seen() -> set[tuple[str, Status]]:
    return set()


@pytest.fixture(scope="session")
def files_run() -> set[str]:
    """Names of this folder's files of which a test has run in this process."""
    return set()


@pytest.fixture(autouse=True)
def _note_file(request: pytest.FixtureRequest, files_run: set[str]) -> None:
    files_run.add(request.path.name)


@pytest.fixture(scope="session", autouse=True)
def _note_answers(answers_seen: set[tuple[str, Status]]) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        answer = Question._answer

        def noted(self: Question, status: Status, message: str, severity: object, details: object) -> Check:
            answers_seen.add((self.rule, status))
            return answer(self, status, message, severity, details)  # type: ignore[arg-type]

        patch.setattr(Question, "_answer", noted)
        yield


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The test that looks at all answers comes after those that ask for them."""
    items.sort(key=lambda item: item.path.name == LAST)
