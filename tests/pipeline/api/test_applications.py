"""Applications over HTTP: the form comes in, the state and the report go out."""

from __future__ import annotations

import re
from pathlib import Path

import httpx
import pytest

from pipeline.store.store import Store
from tests.pipeline.api.portal import APPLICATION, FORM, SCAN, places, problem, sample_form, upload, work
from tests.service.papers import paper


def test_a_form_is_new_once_and_then_replaced(portal: httpx.Client) -> None:
    first = portal.put(APPLICATION, json=FORM)
    assert (first.status_code, first.json()["application"]["revision"]) == (201, 1)
    same = portal.put(APPLICATION, json=FORM)
    assert (same.status_code, same.json()["application"]["revision"]) == (200, 1)
    other = portal.put(APPLICATION, json={**FORM, "unit": {"name": "北京示例科技有限公司"}})
    assert (other.status_code, other.json()["application"]["revision"]) == (200, 2)


def test_everything_wrong_with_a_form_is_told_by_its_json_path_and_without_the_values(portal: httpx.Client) -> None:
    members = [{"name": "龙永春"}, {"id_number": 110101199001011234, "birthdate": "昨天"}]
    answer = portal.put(APPLICATION, json={**FORM, "members": members, "leader": {"route": "龙永春"}})
    assert problem(answer) == (422, "form_unusable")
    assert sorted(places(answer)) == ["$.leader.route", "$.members[1].birthdate", "$.members[1].id_number"]
    assert not any(value in answer.text for value in ("龙永春", "11010119", "昨天"))
    assert problem(portal.get(APPLICATION)) == (404, "no_such_application")


@pytest.mark.parametrize(
    ("body", "path"),
    [
        (b"", "$"),
        (b"{", "$"),
        (b"[]", "$"),
        (b"\xff\xfe{}", "$"),
        (b"{}", "$.programme"),
        (b'{"programme": "another"}', "$.programme"),
        (b'{"programme": null}', "$.programme"),
        (b'{"programme": "skill-master-studio-2026", "application_id": "KFQ202600002"}', "$.application_id"),
        (b'{"programme": "skill-master-studio-2026", "more": NaN}', "$"),
        (b'{"programme": "skill-master-studio-2026", "more": -Infinity}', "$"),
        (b'{"programme": "skill-master-studio-2026", "more": 1e999}', "$"),
        (b'{"programme": "skill-master-studio-2026", "more": ' + b"9" * 5000 + b"}", "$"),
        (b'{"programme": "skill-master-studio-2026", "more": "\\ud83d"}', "$"),
        (b'{"programme": "skill-master-studio-2026", "more": ' + b"[" * 100 + b"]" * 100 + b"}", "$"),
        (b'{"programme": "skill-master-studio-2026", "more": ' + b'{"a":' * 100_000 + b"1" + b"}" * 100_001, "$"),
        (b'{"programme": "skill-master-studio-2026", "members": {}}', "$.members"),
    ],
)
def test_a_form_that_cannot_be_used_is_refused(portal: httpx.Client, body: bytes, path: str) -> None:
    answer = portal.put(APPLICATION, content=body, headers={"Content-Type": "application/json"})
    assert problem(answer) == (422, "form_unusable")
    assert places(answer) == [path]


def test_odd_values_that_mean_nothing_are_kept_and_judged(portal: httpx.Client, store: Store) -> None:
    odd = {"nul": "a\0b", "huge": 10**4000, "deep": [[[[{"a": [None, True, 1.5, "\U0001f600"]}]]]], "": "", "uploads": 1}
    form = {**FORM, **odd, "leader": {"name": "张\0三", "id_number": "\u202e11"}, "unit": {"headcount": -(10**300)}}
    assert portal.put(APPLICATION, json=form).status_code == 201
    upload(portal)
    work(store)
    assert portal.get(APPLICATION).json()["application"]["state"] == "judged"
    assert portal.get(f"{APPLICATION}/report").status_code == 200


def test_a_form_is_json(portal: httpx.Client) -> None:
    answer = portal.put(APPLICATION, content=b"{}", headers={"Content-Type": "application/x-www-form-urlencoded"})
    assert problem(answer) == (415, "wrong_content_type")
    assert portal.put(APPLICATION, json=FORM, headers={"Content-Type": "Application/JSON; charset=utf-8"}).status_code == 201


@pytest.mark.parametrize("number", ["a" * 201, "a%00b", "a%0Ab", "%FF", "%C3%28"])
def test_a_number_that_no_application_can_have_is_refused(portal: httpx.Client, number: str) -> None:
    assert problem(portal.put(f"/applications/{number}", json=FORM)) == (422, "request_unusable")
    assert problem(portal.get(f"/applications/{number}")) == (422, "request_unusable")


@pytest.mark.parametrize("number", ["a" * 200, "京开-1（2）", "...", "%2E%2E", "a b", "'; DROP TABLE uploads;--", "%3Cscript%3E"])
def test_any_other_number_is_only_a_name(portal: httpx.Client, number: str) -> None:
    address = f"/applications/{number}"
    if number == "%2E%2E":  # httpx would walk up; a proxy that does gives another address, which is none of ours
        address = "/applications/%252E%252E"
    made = portal.put(address, json=FORM)
    assert made.status_code == 201
    assert portal.get(address).json() == made.json()


@pytest.mark.parametrize("path", ["/applications/a/b", "/applications/", "/applications/a%2Fb", "/../../etc/passwd", "/nothing"])
def test_an_address_that_is_none_is_not_found(portal: httpx.Client, path: str) -> None:
    assert problem(portal.get(path)) == (404, "no_such_address")


def test_a_method_that_is_none_is_answered_with_those_that_are(portal: httpx.Client) -> None:
    for path, methods in (("", "GET, PUT"), ("/submit", "POST"), ("/documents", "GET, POST")):
        answer = portal.patch(f"{APPLICATION}{path}", json=FORM)
        assert problem(answer) == (405, "method_not_allowed")
        assert answer.headers["allow"] == methods


def test_an_application_goes_from_open_through_reading_to_its_report(portal: httpx.Client, store: Store, samples: Path) -> None:
    def state() -> str:
        answer = portal.get(APPLICATION).json()
        return "/".join([answer["application"]["state"], *(document["state"] for document in answer["documents"])])

    upload(portal)
    assert state() == "reading/received"
    assert problem(portal.post(f"{APPLICATION}/submit")) == (409, "no_form")
    portal.put(APPLICATION, json=sample_form(samples))
    assert problem(portal.get(f"{APPLICATION}/report")) == (409, "not_judged")
    submitted = portal.post(f"{APPLICATION}/submit")
    assert (submitted.status_code, submitted.json()["application"]["submitted_at"] is None) == (202, False)
    work(store)
    assert state() == "judged/read"
    again = portal.post(f"{APPLICATION}/submit").json()["application"]
    assert (again["submitted_at"], again["revision"]) == (
        submitted.json()["application"]["submitted_at"],
        again["judged_revision"],
    )

    report = portal.get(f"{APPLICATION}/report")
    assert report.headers["content-type"] == "application/json"
    assert report.json()["application_id"] == "KFQ202600001"
    assert report.json()["summary"]["verdict"] == again["verdict"] == "incomplete"
    assert report.headers["heyan-revision"] == str(again["judged_revision"])


def test_the_page_of_a_report_can_neither_run_nor_fetch_anything(portal: httpx.Client, store: Store) -> None:
    portal.put(APPLICATION, json={**FORM, "unit": {"name": "<script>alert(1)</script>"}})
    work(store)
    page = portal.get(f"{APPLICATION}/report.html")
    assert page.headers["content-type"] == "text/html; charset=utf-8"
    assert page.headers["content-security-policy"].startswith("default-src 'none'")
    assert "no-store" in page.headers["cache-control"]
    assert "<script>alert" not in page.text
    assert not re.search(r"(src|href)=\"https?://", page.text)


def test_a_report_holds_for_a_revision_and_is_made_anew_after_each_change(portal: httpx.Client, store: Store) -> None:
    portal.put(APPLICATION, json=FORM)
    first = upload(portal, SCAN).json()["id"]

    def reported() -> tuple[int, list[str]]:
        work(store)
        report = portal.get(f"{APPLICATION}/report")
        return int(report.headers["heyan-revision"]), [document["file"] for document in report.json()["documents"]]

    revision, files = reported()
    assert files == ["a.png"]
    assert portal.get(APPLICATION).json()["application"]["judged_revision"] == revision
    upload(portal, paper(2), name="b.png")
    after, files = reported()
    assert (after > revision, files) == (True, ["a.png", "b.png"])
    portal.delete(f"{APPLICATION}/documents/{first}")
    withdrawn, files = reported()
    assert (withdrawn > after, files) == (True, ["b.png"])
    judged = portal.post(f"{APPLICATION}/judge")
    assert (judged.status_code, judged.json()["application"]["state"]) == (202, "judging")
    again, files = reported()
    assert (again > withdrawn, files) == (True, ["b.png"])


def test_an_application_that_is_not_there_is_not_found(portal: httpx.Client) -> None:
    for method, path in (("GET", ""), ("POST", "/submit"), ("POST", "/judge"), ("GET", "/report"), ("GET", "/documents")):
        assert problem(portal.request(method, f"/applications/nothing{path}")) == (404, "no_such_application")
