"""Applications in the store: judged when nothing is unread, anew when something changed, and only the newest report kept."""

from __future__ import annotations

import threading
import time

from pipeline.store.applications import TRIES, ApplicationStatus, Paper
from pipeline.store.store import Store
from tests.store.conftest import APPLICATION, FORM, arrival, claimed, judged, name_of, read, read_all, to_judge


def status_of(store: Store, application: str = APPLICATION) -> ApplicationStatus:
    status = store.applications.status(None, application)
    assert status is not None
    return status


def test_the_same_form_again_changes_nothing(store: Store, portal: str) -> None:
    assert store.applications.put_form(portal, APPLICATION, FORM)
    assert not store.applications.put_form(portal, APPLICATION, dict(reversed(FORM.items())))
    assert status_of(store).revision == 1


def test_nothing_is_judged_without_a_form(store: Store, portal: str) -> None:
    store.uploads.accept(portal, APPLICATION, arrival())
    read_all(store)
    assert store.applications.claim("w") is None
    assert status_of(store).state == "open"


def test_nothing_is_judged_while_a_paper_is_unread(store: Store, portal: str) -> None:
    store.applications.put_form(portal, APPLICATION, FORM)
    store.uploads.accept(portal, APPLICATION, arrival())
    assert store.applications.claim("w") is None
    claim = claimed(store)
    assert store.applications.claim("w") is None
    assert status_of(store).state == "reading"
    store.uploads.finish(claim, read())
    assert [paper.document for paper in to_judge(store).papers] == [read().document]


def test_a_paper_that_was_given_up_is_judged_as_such(store: Store, portal: str) -> None:
    store.applications.put_form(portal, APPLICATION, FORM)
    store.uploads.accept(portal, APPLICATION, arrival())
    store.uploads.fail(claimed(store), "hopeless", again=False)
    (paper,) = to_judge(store).papers
    assert (paper.document, paper.reason) == (None, "hopeless")


def test_one_worker_at_a_time_judges_an_application(store: Store, portal: str) -> None:
    store.applications.put_form(portal, APPLICATION, FORM)
    to_judge(store)
    assert store.applications.claim("other") is None


def test_submitted_applications_are_judged_first_and_then_the_oldest(store: Store, portal: str) -> None:
    for application in "abc":
        store.applications.put_form(portal, application, {**FORM, "application_id": application})
    store.applications.submit(portal, "c")
    assert [to_judge(store, f"w{number}").form["application_id"] for number in range(3)] == ["c", "a", "b"]


def test_a_report_is_kept_with_what_it_was_made_of(store: Store, portal: str) -> None:
    store.applications.put_form(portal, APPLICATION, FORM)
    assert store.applications.finish(to_judge(store), judged())
    status = status_of(store)
    assert (status.state, status.verdict, status.judged_revision) == ("judged", "clear", status.revision)
    row = store.applications.report(portal, APPLICATION)
    assert row is not None
    assert (row.report, row.page) == (judged().report, judged().page)


def test_a_change_while_judging_makes_the_report_void(store: Store, portal: str) -> None:
    store.applications.put_form(portal, APPLICATION, FORM)
    judging = to_judge(store)
    store.uploads.accept(portal, APPLICATION, arrival())
    assert not store.applications.finish(judging, judged("old"))
    read_all(store)
    again = to_judge(store)
    assert len(again.papers) == 1
    assert store.applications.finish(again, judged("new"))
    row = store.applications.report(portal, APPLICATION)
    assert row is not None
    assert row.report == name_of("new")


def test_a_withdrawn_paper_is_not_judged(store: Store, portal: str) -> None:
    store.applications.put_form(portal, APPLICATION, FORM)
    status, _ = store.uploads.accept(portal, APPLICATION, arrival())
    read_all(store)
    store.applications.finish(to_judge(store), judged())
    store.uploads.withdraw(portal, APPLICATION, status.id)
    assert to_judge(store).papers == ()


def test_a_late_report_of_a_buried_worker_changes_nothing(store: Store, portal: str) -> None:
    store.applications.put_form(portal, APPLICATION, FORM)
    worker = store.workers.enter()
    late = to_judge(store, worker)
    store.workers.leave(worker)
    assert store.applications.finish(to_judge(store, "other"), judged("new"))
    assert not store.applications.finish(late, judged("late"))
    store.applications.fail(late, "late")
    store.applications.hand_back(late)
    assert status_of(store).state == "judged"


def test_what_cannot_be_judged_is_tried_three_times_and_waits_for_a_change(store: Store, portal: str) -> None:
    store.applications.put_form(portal, APPLICATION, FORM)
    for _ in range(TRIES):
        store.applications.fail(to_judge(store), "broken")
    assert store.applications.claim("w") is None
    assert (status_of(store).state, status_of(store).reason) == ("failed", "broken")
    store.applications.judge_again(portal, APPLICATION)
    assert store.applications.finish(to_judge(store), judged())
    assert status_of(store).reason is None


def test_what_ends_its_worker_while_judging_is_tried_three_times(store: Store, portal: str) -> None:
    store.applications.put_form(portal, APPLICATION, FORM)
    for _ in range(TRIES):
        worker = store.workers.enter()
        to_judge(store, worker)
        store.workers.leave(worker)
    assert status_of(store).reason == "judging_crashed"


def test_a_judging_that_is_handed_back_was_never_tried(store: Store, portal: str) -> None:
    store.applications.put_form(portal, APPLICATION, FORM)
    for _ in range(TRIES + 1):
        store.applications.hand_back(to_judge(store))
    store.applications.fail(to_judge(store), "once")
    assert status_of(store).state == "judging"


def test_submission_is_noted_once_and_needs_a_form(store: Store, portal: str) -> None:
    assert not store.applications.submit(portal, APPLICATION)
    store.uploads.accept(portal, APPLICATION, arrival())
    assert not store.applications.submit(portal, APPLICATION)
    store.applications.put_form(portal, APPLICATION, FORM)
    assert store.applications.submit(portal, APPLICATION)
    first = status_of(store)
    assert store.applications.submit(portal, APPLICATION)
    assert status_of(store) == first


def test_the_moment_of_submission_stands_in_where_the_form_states_none(store: Store, portal: str) -> None:
    store.applications.put_form(portal, APPLICATION, FORM)
    store.applications.submit(portal, APPLICATION)
    stated = {**FORM, "application_id": "b", "submitted_at": "2026-01-20T10:30:00+08:00"}
    store.applications.put_form(portal, "b", stated)
    store.applications.submit(portal, "b")
    assert to_judge(store).form["submitted_at"].endswith("+00:00")
    assert to_judge(store, "other").form["submitted_at"] == stated["submitted_at"]


def test_another_client_sees_and_changes_nothing(store: Store, portal: str) -> None:
    store.applications.put_form(portal, APPLICATION, FORM)
    other = store.clients.add("other", ["apply"]).id
    assert store.applications.status(other, APPLICATION) is None
    assert not store.applications.submit(other, APPLICATION)
    assert not store.applications.judge_again(other, APPLICATION)


def test_no_judging_ever_sees_an_unread_paper_while_uploads_go_on(store: Store, portal: str) -> None:
    store.applications.put_form(portal, APPLICATION, FORM)
    uploads, readers, stop = 120, 3, threading.Event()
    unread: list[Paper] = []

    def hand_over() -> None:
        for number in range(uploads):
            store.uploads.accept(portal, APPLICATION, arrival(str(number)))
            time.sleep(0.002)

    def work(worker: str) -> None:
        while not stop.is_set():
            judging = store.applications.claim(worker)
            if judging is not None:
                unread.extend(paper for paper in judging.papers if paper.document is None)
                store.applications.finish(judging, judged(str(judging.revision)))
            claim = store.uploads.claim(worker)
            if claim is not None:
                store.uploads.finish(claim, read(claim.sha256))

    workers = [threading.Thread(target=work, args=(f"w{number}",)) for number in range(readers)]
    for worker in workers:
        worker.start()
    hand_over()
    end = time.monotonic() + 60
    while status_of(store).state != "judged" and time.monotonic() < end:
        time.sleep(0.02)
    stop.set()
    for worker in workers:
        worker.join()
    assert unread == []
    status = status_of(store)
    assert (status.state, status.judged_revision) == ("judged", uploads + 1)
