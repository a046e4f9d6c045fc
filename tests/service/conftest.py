"""What tests of the running service share."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import skip
from tests.postgres import programs, server
from tests.service.nursery import nursed
from tests.service.service import Service


@pytest.fixture
def postgres_of_its_own() -> Iterator[str]:
    """As ``postgres``, for a test that stops or kills it."""
    folder = programs()
    if folder is None:
        skip("PostgreSQL is not installed (Debian: apt-get install postgresql)")
    with server(folder) as url:
        yield url


@pytest.fixture
def serving(tmp_path: Path) -> Iterator[Callable[..., Service]]:
    """``serving(workers=1, …)`` starts a service of quick copies, which ends with the test."""
    services: list[Service] = []

    def begin(**settings: Any) -> Service:
        services.append(Service(tmp_path / f"service{len(services)}", **{"begin": nursed, **settings}))
        services[-1].start()
        return services[-1]

    yield begin
    for service in services:
        service.end()
