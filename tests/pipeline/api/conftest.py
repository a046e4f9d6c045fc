from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from pipeline.store.store import Store
from tests.pipeline.api.portal import client_of, served


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "service")


@pytest.fixture
def address(store: Store) -> Iterator[str]:
    with served(store) as address:
        yield address


@pytest.fixture
def portal(store: Store, address: str) -> Iterator[httpx.Client]:
    with client_of(store, address) as client:
        yield client
