"""Who may ask what, and how often."""

from __future__ import annotations

from collections.abc import Iterator

import httpx
import pytest

from pipeline.api.access import Rate
from pipeline.store.store import Store
from tests.pipeline.api.portal import APPLICATION, DOCUMENTS, FORM, client_of, problem, served, upload, work

ID = "0" * 32
ROUTES = [
    ("PUT", APPLICATION),
    ("GET", APPLICATION),
    ("POST", f"{APPLICATION}/submit"),
    ("POST", f"{APPLICATION}/judge"),
    ("GET", f"{APPLICATION}/report"),
    ("GET", f"{APPLICATION}/report.html"),
    ("POST", DOCUMENTS),
    ("GET", DOCUMENTS),
    ("PUT", f"{DOCUMENTS}/{ID}"),
    ("GET", f"{DOCUMENTS}/{ID}"),
    ("DELETE", f"{DOCUMENTS}/{ID}"),
    ("GET", f"{DOCUMENTS}/{ID}/reading"),
    ("GET", f"{DOCUMENTS}/{ID}/pages/0"),
]
CHANGING = [(method, path) for method, path in ROUTES if method != "GET" and not path.endswith("judge")]


@pytest.fixture
def stranger(store: Store, address: str) -> Iterator[httpx.Client]:
    """Another client of the same kind."""
    with client_of(store, address, name="another portal") as client:
        yield client


@pytest.fixture
def reviewer(store: Store, address: str) -> Iterator[httpx.Client]:
    with client_of(store, address, "review", name="reviewer") as client:
        yield client


@pytest.mark.parametrize("header", ["", "Bearer", "Bearer hy_wrong", "Basic aGV5YW46", "hy_wrong", "Bearer \xe9"])
def test_without_a_valid_key_nothing_is_answered(portal: httpx.Client, header: str) -> None:
    for method, path in ROUTES:
        answer = portal.request(method, path, headers={b"Authorization": header.encode("latin-1")})
        assert problem(answer) == (401, "unknown_key")
        assert answer.headers["www-authenticate"] == "Bearer"


def test_a_revoked_key_stops_working_at_once(portal: httpx.Client, store: Store) -> None:
    assert portal.put(APPLICATION, json=FORM).status_code == 201
    store.clients.revoke("portal")
    assert problem(portal.get(APPLICATION)) == (401, "unknown_key")


def test_who_only_reviews_changes_nothing(portal: httpx.Client, reviewer: httpx.Client) -> None:
    upload(portal)
    for method, path in CHANGING:
        assert problem(reviewer.request(method, path)) == (403, "wrong_scope")


def test_who_operates_sees_no_application(store: Store, address: str) -> None:
    with client_of(store, address, "operate") as operator:
        for method, path in ROUTES:
            assert problem(operator.request(method, path)) == (403, "wrong_scope")


def test_who_reviews_sees_the_applications_of_all(portal: httpx.Client, reviewer: httpx.Client, store: Store) -> None:
    document = upload(portal).json()["id"]
    portal.put(APPLICATION, json=FORM)
    work(store)
    for path in ("", "/report", "/report.html", "/documents", f"/documents/{document}/reading", f"/documents/{document}/pages/0"):
        assert reviewer.get(f"{APPLICATION}{path}").content == portal.get(f"{APPLICATION}{path}").content
    assert reviewer.post(f"{APPLICATION}/judge").status_code == 202


def test_who_applies_and_reviews_means_its_own_application_first(portal: httpx.Client, store: Store, address: str) -> None:
    portal.put(APPLICATION, json=FORM)
    upload(portal)
    with client_of(store, address, "apply", "review", name="both") as both:
        assert len(both.get(DOCUMENTS).json()) == 1
        assert both.put(APPLICATION, json=FORM).json()["documents"] == []
        assert both.get(DOCUMENTS).json() == []


def test_anothers_application_looks_as_one_that_is_not_there(portal: httpx.Client, stranger: httpx.Client, store: Store) -> None:
    document = upload(portal).json()["id"]
    portal.put(APPLICATION, json=FORM)
    work(store)
    before = portal.get(APPLICATION).json()
    for method, path in ROUTES:
        if (method, path) in (("PUT", APPLICATION), ("POST", DOCUMENTS)):
            continue  # these make an application of the stranger's own
        theirs, nobodys = (
            stranger.request(method, path.replace(ID, document).replace(APPLICATION, f"/applications/{number}"))
            for number in ("KFQ202600001", "KFQ202600002")
        )
        assert problem(theirs)[0] == 404
        assert (theirs.content, theirs.headers.keys()) == (nobodys.content, nobodys.headers.keys())
    assert portal.get(APPLICATION).json() == before


def test_two_portals_may_use_the_same_number(portal: httpx.Client, stranger: httpx.Client) -> None:
    first, second = upload(portal).json(), upload(stranger).json()
    assert first["id"] != second["id"]
    assert [portal.get(DOCUMENTS).json(), stranger.get(DOCUMENTS).json()] == [[first], [second]]


def test_too_many_requests_are_refused_for_a_while_and_for_that_client_alone(store: Store) -> None:
    with served(store, requests=5) as address, client_of(store, address) as portal, client_of(store, address, name="b") as other:
        answers = [portal.get(APPLICATION) for _ in range(6)]
        assert [problem(answer)[0] for answer in answers] == [404] * 5 + [429]
        assert 1 <= int(answers[-1].headers["retry-after"]) <= 12
        assert problem(other.get(APPLICATION))[0] == 404


class Clock:
    now = 1000.0

    def __call__(self) -> float:
        return self.now


def test_a_minutes_worth_of_requests_may_come_at_once_and_then_as_many_as_fit_evenly() -> None:
    clock = Clock()
    rate = Rate(60, clock=clock)
    assert [rate.wait("portal") for _ in range(60)] == [0.0] * 60
    assert rate.wait("portal") == pytest.approx(1.0)
    clock.now += 2
    assert [rate.wait("portal") > 0 for _ in range(3)] == [False, False, True]
    clock.now += 3600
    assert sum(rate.wait("portal") == 0 for _ in range(100)) == 60
