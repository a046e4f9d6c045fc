"""A store on each kind of database, with one client, and what most tests put into it."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from pipeline.store.applications import Judged, Judging
from pipeline.store.store import Store
from pipeline.store.uploads import Arrival, Claim, Read

APPLICATION = "KFQ202600001"
FORM = {"application_id": APPLICATION, "programme": "skill-master-studio-2026"}


@pytest.fixture
def store(database: str, tmp_path: Path) -> Store:
    return Store(tmp_path / "service", database=database)


@pytest.fixture
def portal(store: Store) -> str:
    """The id of a client that hands applications over."""
    return store.clients.add("portal", ["apply"]).id


def name_of(content: str) -> str:
    return hashlib.sha256(content.encode()).hexdigest()


def arrival(content: str = "a", *, slot: str = "labor_contract", file: str = "a.pdf", bulk: bool = False) -> Arrival:
    return Arrival(slot=slot, person=None, file=file, sha256=name_of(content), size=len(content), bulk=bulk)


def read(content: str = "a") -> Read:
    return Read(document=name_of(f"read {content}"), software="test", type="labor_contract", pages=1)


def judged(content: str = "report") -> Judged:
    return Judged(
        verdict="clear", report=name_of(content), page=name_of(f"{content} page"), readings=name_of(f"{content} readings")
    )


def claimed(store: Store, worker: str = "w") -> Claim:
    claim = store.uploads.claim(worker)
    assert claim is not None
    return claim


def read_all(store: Store, worker: str = "w") -> list[Claim]:
    """Reads what is there to read; in which order."""
    claims = []
    while claim := store.uploads.claim(worker):
        store.uploads.finish(claim, read(claim.sha256))
        claims.append(claim)
    return claims


def to_judge(store: Store, worker: str = "w") -> Judging:
    judging = store.applications.claim(worker)
    assert judging is not None
    return judging
