"""Uploads: accepted once, read once, by one worker at a time, and tried three times at most."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import TypeVar

import pytest

from pipeline.store.applications import TRIES
from pipeline.store.store import Store
from pipeline.store.tables import FILE_NAME
from pipeline.store.uploads import CRASHED, UploadStatus, unused_name
from tests.store.conftest import APPLICATION, FORM, arrival, claimed, name_of, read, read_all, to_judge

T = TypeVar("T")


def at_once(calls: Sequence[Callable[[], T]]) -> list[T]:
    """All calls in threads that begin together."""
    gate = threading.Barrier(len(calls))

    def begin(call: Callable[[], T]) -> T:
        gate.wait()
        return call()

    with ThreadPoolExecutor(len(calls)) as pool:
        return list(pool.map(begin, calls))


def put_aside(store: Store, client: str) -> list[UploadStatus]:
    return [status for status in store.uploads.of(client, APPLICATION) if status.state == "failed"]


def test_the_same_file_again_is_the_same_upload(store: Store, portal: str) -> None:
    first, new = store.uploads.accept(portal, APPLICATION, arrival())
    again, anew = store.uploads.accept(portal, APPLICATION, arrival(file="another name.pdf"))
    assert (new, anew) == (True, False)
    assert again == first
    status = store.applications.status(portal, APPLICATION)
    assert status is not None
    assert status.revision == 1


@pytest.mark.parametrize("change", [{"slot": "bank_account"}, {"person": "张三"}, {"sha256": name_of("other")}])
def test_another_slot_person_or_content_is_another_upload(store: Store, portal: str, change: dict[str, str]) -> None:
    first, _ = store.uploads.accept(portal, APPLICATION, arrival())
    other, new = store.uploads.accept(portal, APPLICATION, arrival().model_copy(update=change))
    assert new
    assert other.id != first.id


def test_the_same_file_from_many_sides_at_once_is_taken_once(store: Store, portal: str) -> None:
    answers = at_once([lambda: store.uploads.accept(portal, APPLICATION, arrival())] * 8)
    assert len({status.id for status, _ in answers}) == 1
    assert sum(new for _, new in answers) == 1


def test_the_first_uploads_of_an_application_at_once_are_all_taken(store: Store, portal: str) -> None:
    calls = [partial(store.uploads.accept, portal, APPLICATION, arrival(str(number))) for number in range(8)]
    assert all(new for _, new in at_once(calls))
    assert len(store.uploads.of(portal, APPLICATION)) == 8


def test_form_and_first_upload_at_once_make_one_application(store: Store, portal: str) -> None:
    at_once(
        [
            lambda: store.applications.put_form(portal, APPLICATION, FORM),
            lambda: store.uploads.accept(portal, APPLICATION, arrival())[1],
        ]
    )
    status = store.applications.status(portal, APPLICATION)
    assert status is not None
    assert (status.has_form, status.revision, status.state) == (True, 2, "reading")


def test_files_of_one_name_get_names_of_their_own(store: Store, portal: str) -> None:
    taken = [store.uploads.accept(portal, APPLICATION, arrival(content))[0].file for content in "abc"]
    assert taken == ["a.pdf", "a (2).pdf", "a (3).pdf"]
    assert store.uploads.accept(portal, "another", arrival("d"))[0].file == "a.pdf"


def test_a_replacement_may_have_the_name_of_what_it_replaces(store: Store, portal: str) -> None:
    first, _ = store.uploads.accept(portal, APPLICATION, arrival("a"))
    second, _ = store.uploads.accept(portal, APPLICATION, arrival("b"), instead_of=first.id)
    assert second.file == "a.pdf"


@pytest.mark.parametrize(
    ("file", "taken", "unused"),
    [
        ("合同.pdf", {"合同.pdf", "合同 (2).pdf"}, "合同 (3).pdf"),
        ("scan", {"scan"}, "scan (2)"),
        (".pdf", {".pdf"}, ".pdf (2)"),
        ("a.tar.gz", {"a.tar.gz"}, "a.tar (2).gz"),
    ],
)
def test_a_number_makes_a_name_unused(file: str, taken: set[str], unused: str) -> None:
    assert unused_name(file, taken) == unused


@pytest.mark.parametrize("file", ["x" * FILE_NAME, "x" * (FILE_NAME - 4) + ".pdf", "x." + "y" * (FILE_NAME - 2)])
def test_a_long_name_with_a_number_still_fits(file: str) -> None:
    assert len(unused_name(file, {file})) <= FILE_NAME


def test_single_uploads_are_read_before_bulk_loads_and_the_oldest_first(store: Store, portal: str) -> None:
    for content, bulk in (("1", True), ("2", True), ("3", False), ("4", False)):
        store.uploads.accept(portal, APPLICATION, arrival(content, bulk=bulk))
    assert [claim.sha256 for claim in read_all(store)] == [name_of(content) for content in "3412"]


def test_many_workers_share_the_uploads_without_overlap(store: Store, portal: str) -> None:
    for number in range(40):
        store.uploads.accept(portal, APPLICATION, arrival(str(number)))
    shares = at_once([partial(read_all, store, f"w{number}") for number in range(6)])
    taken = sorted(claim.number for share in shares for claim in share)
    assert len(taken) == len(set(taken)) == 40
    assert {status.attempts for status in store.uploads.of(portal, APPLICATION)} == {1}


def test_an_answer_of_the_worker_that_holds_the_upload_counts(store: Store, portal: str) -> None:
    store.uploads.accept(portal, APPLICATION, arrival())
    assert store.uploads.finish(claimed(store), read())
    (status,) = store.uploads.of(portal, APPLICATION)
    assert (status.state, status.type, status.pages) == ("read", "labor_contract", 1)
    assert store.uploads.document(portal, APPLICATION, status.id) == read().document


def test_a_late_answer_of_a_buried_worker_changes_nothing(store: Store, portal: str) -> None:
    store.uploads.accept(portal, APPLICATION, arrival())
    worker = store.workers.enter()
    late = claimed(store, worker)
    store.workers.leave(worker)
    assert not store.uploads.finish(late, read("late"))
    store.uploads.fail(late, "late", again=False)
    store.uploads.hand_back(late)
    (status,) = store.uploads.of(portal, APPLICATION)
    assert (status.state, status.attempts, status.reason) == ("received", 1, None)
    assert store.uploads.finish(claimed(store, "other"), read())


def test_a_late_answer_does_not_pass_for_the_same_workers_second_try(store: Store, portal: str) -> None:
    store.uploads.accept(portal, APPLICATION, arrival())
    first = claimed(store)
    store.uploads.fail(first, "once", again=True)
    second = claimed(store)
    assert not store.uploads.finish(first, read("first"))
    assert store.uploads.finish(second, read("second"))


def test_what_ends_its_worker_is_tried_three_times_and_put_aside(store: Store, portal: str) -> None:
    store.uploads.accept(portal, APPLICATION, arrival())
    for _ in range(TRIES):
        worker = store.workers.enter()
        claimed(store, worker)
        assert store.workers.leave(worker) == 1
    assert store.uploads.claim("w") is None
    (status,) = put_aside(store, portal)
    assert (status.state, status.reason, status.attempts) == ("failed", CRASHED, TRIES)


def test_a_failure_that_will_not_pass_is_not_tried_again(store: Store, portal: str) -> None:
    store.uploads.accept(portal, APPLICATION, arrival())
    store.uploads.fail(claimed(store), "hopeless", again=False)
    assert [status.reason for status in put_aside(store, portal)] == ["hopeless"]


def test_what_is_handed_back_was_never_tried(store: Store, portal: str) -> None:
    store.uploads.accept(portal, APPLICATION, arrival())
    for _ in range(TRIES + 1):
        store.uploads.hand_back(claimed(store))
    (status,) = store.uploads.of(portal, APPLICATION)
    assert (status.state, status.attempts) == ("received", 0)


def test_a_poison_file_stops_no_other(store: Store, portal: str) -> None:
    for content in "ab":
        store.uploads.accept(portal, APPLICATION, arrival(content))
    for _ in range(TRIES):
        store.uploads.fail(claimed(store), "poison", again=True)
    assert [claim.sha256 for claim in read_all(store)] == [name_of("b")]


def test_what_is_withdrawn_while_it_is_read_counts_no_more(store: Store, portal: str) -> None:
    status, _ = store.uploads.accept(portal, APPLICATION, arrival())
    claim = claimed(store)
    assert store.uploads.withdraw(portal, APPLICATION, status.id)
    assert not store.uploads.finish(claim, read())
    assert store.uploads.of(portal, APPLICATION) == []
    assert not store.uploads.withdraw(portal, APPLICATION, status.id)


def test_what_was_withdrawn_may_be_handed_over_again(store: Store, portal: str) -> None:
    first, _ = store.uploads.accept(portal, APPLICATION, arrival())
    store.uploads.withdraw(portal, APPLICATION, first.id)
    second, new = store.uploads.accept(portal, APPLICATION, arrival())
    assert new
    assert second.id != first.id


def test_a_replacement_takes_the_place_in_one_step(store: Store, portal: str) -> None:
    first, _ = store.uploads.accept(portal, APPLICATION, arrival("a"))
    second, new = store.uploads.accept(portal, APPLICATION, arrival("b"), instead_of=first.id)
    assert new
    assert [status.id for status in store.uploads.of(portal, APPLICATION)] == [second.id]


def test_a_replacement_by_itself_changes_nothing(store: Store, portal: str) -> None:
    first, _ = store.uploads.accept(portal, APPLICATION, arrival("a"))
    same, new = store.uploads.accept(portal, APPLICATION, arrival("a"), instead_of=first.id)
    assert (same.id, new) == (first.id, False)


def test_a_replacement_by_another_that_is_there_withdraws_the_old_one(store: Store, portal: str) -> None:
    first, _ = store.uploads.accept(portal, APPLICATION, arrival("a"))
    second, _ = store.uploads.accept(portal, APPLICATION, arrival("b"))
    status, new = store.uploads.accept(portal, APPLICATION, arrival("b"), instead_of=first.id)
    assert (status.id, new) == (second.id, False)
    assert [one.id for one in store.uploads.of(portal, APPLICATION)] == [second.id]


def test_requeued_uploads_are_read_and_judged_anew(store: Store, portal: str) -> None:
    store.applications.put_form(portal, APPLICATION, FORM)
    store.uploads.accept(portal, APPLICATION, arrival())
    store.uploads.fail(claimed(store), "hopeless", again=False)
    before = to_judge(store).revision
    assert store.uploads.requeue() == 1
    assert store.uploads.requeue() == 0
    assert len(read_all(store)) == 1
    status = store.applications.status(portal, APPLICATION)
    assert status is not None
    assert status.revision == before + 1


def test_one_document_of_many_may_be_requeued(store: Store, portal: str) -> None:
    for content in "ab":
        store.uploads.accept(portal, APPLICATION, arrival(content))
    for _ in "ab":
        store.uploads.fail(claimed(store), "hopeless", again=False)
    first, second = put_aside(store, portal)
    assert store.uploads.requeue(second.id) == 1
    assert [status.id for status in put_aside(store, portal)] == [first.id]


def test_another_clients_application_of_the_same_number_is_another(store: Store, portal: str) -> None:
    other = store.clients.add("other", ["apply"]).id
    status, _ = store.uploads.accept(portal, APPLICATION, arrival())
    assert store.uploads.of(other, APPLICATION) == []
    assert store.uploads.status(other, APPLICATION, status.id) is None
    assert not store.uploads.withdraw(other, APPLICATION, status.id)
    assert store.uploads.accept(other, APPLICATION, arrival())[1]


def test_a_stage_is_kept_under_its_key_and_may_be_made_twice(store: Store) -> None:
    assert store.uploads.stage("k" * 64) is None
    for document in "ab":
        store.uploads.keep_stage("k" * 64, name_of("bytes"), name_of(document))
    assert store.uploads.stage("k" * 64) == name_of("b")


def test_a_stage_made_by_many_at_once_is_kept(store: Store) -> None:
    at_once([lambda: store.uploads.keep_stage("k" * 64, name_of("bytes"), name_of("a"))] * 6)
    assert store.uploads.stage("k" * 64) == name_of("a")
