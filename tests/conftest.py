"""What many tests share: engines, the samples, and skips that are failures where everything must be there."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import NoReturn

import pytest
from xdist.scheduler import LoadFileScheduling

from models.ocr import Engine
from tests import s3
from tests.postgres import emptied, new_database, programs, server

ROOT = Path(__file__).resolve().parent.parent
RECORDINGS = ROOT / "tests" / "recordings"

TOGETHER = ("tests/service/", "tests/pipeline/checks/")
"""Folders whose tests are left to one of several processes: two services at a time would keep each other waiting, and what rules
answered is noted for the last test. Elsewhere one process takes a file, for its tests share what they set up."""
LONGEST = ("tests/service/", "tests/samples/test_strangers.py", "tests/test_applications.py")
"""Where minutes go."""


class ByPlace(LoadFileScheduling):  # type: ignore[misc]
    """How pytest-xdist hands tests out; its own ways know no folders."""

    def _split_scope(self, nodeid: str) -> str:
        file: str = super()._split_scope(nodeid)
        return next((folder for folder in TOGETHER if file.startswith(folder)), file)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: object) -> ByPlace:
    return ByPlace(config, log)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Where several processes share the tests: what takes longest first, so that none is left alone with it in the end."""
    if hasattr(config, "workerinput"):
        items.sort(key=lambda item: not item.nodeid.startswith(LONGEST))


def skip(reason: str) -> NoReturn:
    """Skips the test; under ``HEYAN_CI=1``, where all that tests need is installed and all run, fails it."""
    if os.environ.get("HEYAN_CI"):
        pytest.fail(f"must not be skipped here: {reason}")
    pytest.skip(reason)


@pytest.fixture(scope="session")
def need() -> Callable[[bool, str], None]:
    """``need(condition, reason)`` skips unless the machine has what the test needs, or fails under HEYAN_CI=1."""

    def needed(fulfilled: bool, reason: str) -> None:
        if not fulfilled:
            skip(reason)

    return needed


@pytest.fixture(scope="session")
def samples() -> Path:
    return ROOT / "samples"


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """The URL of a PostgreSQL server, with ``{database}`` where a database is named."""
    folder = programs()
    if folder is None:
        skip("PostgreSQL is not installed (Debian: apt-get install postgresql)")
    with server(folder) as url:
        yield url


@pytest.fixture(scope="session")
def postgres_database(postgres: str) -> str:
    """The URL of a database that one test after another has to itself."""
    return new_database(postgres)


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The URL of an empty database; the test runs once with each kind."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'test.db'}"
    return emptied(request.getfixturevalue("postgres_database"))


@pytest.fixture(scope="session")
def s3_server() -> Iterator[dict[str, str]]:
    """The variables of an S3 server."""
    with s3.server() as variables:
        yield variables


@pytest.fixture
def bucket(s3_server: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> str:
    """The URL of a folder of an empty bucket, which this process and its children find."""
    for name, value in s3_server.items():
        monkeypatch.setenv(name, value)
    return f"{s3.new_bucket()}/heyan"


@pytest.fixture(scope="session")
def replay_engine() -> Callable[[str], Engine]:
    """``replay_engine("clean")`` answers from tests/recordings/clean.json.gz; see tests/README.md for recording anew."""
    from models.ocr.replay import ReplayEngine

    return cache(lambda name: ReplayEngine(RECORDINGS / f"{name}.json.gz"))


@pytest.fixture(scope="session")
def real_engine() -> Iterator[Engine]:
    """The engine of production, loaded once per run."""
    from models.ocr.engine import load_engine
    from models.ocr.settings import OcrSettings
    from models.ocr.weights import lacking

    settings = OcrSettings()
    missing = lacking(settings)
    if missing:
        skip(missing)
    yield load_engine(settings)
