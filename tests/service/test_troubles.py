"""One file, one worker or the database in trouble: the service goes on, and nothing is lost."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import psutil
import pytest
from sqlalchemy import select
from sqlalchemy.exc import OperationalError

from pipeline.flows import Defect, discreet
from pipeline.service.worker import passes
from pipeline.store import tables
from tests import postgres
from tests.service.papers import NAME, paper
from tests.service.service import Service, fresh, wait_until

Serving = Callable[..., Service]


def test_a_file_that_ends_its_worker_is_tried_three_times_and_put_aside_and_others_are_read(serving: Serving) -> None:
    service = serving()
    deadly, *others = service.upload(paper(1, "deadly"), paper(2), paper(3), paper(4))
    wait_until(service.judged, 60, "the application is judged")
    aside = service.status(deadly)
    assert (aside.state, aside.reason, aside.attempts) == ("failed", "reading_crashed", 3)
    assert {service.status(other).state for other in others} == {"read"}
    with service.client() as client:
        documents = client.get("/applications/KFQ202600001/report").json()["documents"]
    problems = [[problem["code"] for problem in document["problems"]] for document in documents]
    assert ["reading_crashed" in codes for codes in problems] == [True, False, False, False]


def test_a_defect_in_a_files_reading_is_told_without_what_the_paper_says(serving: Serving) -> None:
    service = serving(workers=1)
    (defective,) = service.upload(paper(1, "defective"))
    wait_until(service.judged, 60, "the application is judged")
    aside = service.status(defective)
    assert (aside.state, aside.attempts) == ("failed", 3)
    assert (aside.reason or "").startswith("reading_failed: ValueError in ")
    assert NAME not in (aside.reason or "")
    assert NAME not in service.log.read_text(encoding="utf-8")


def test_a_reading_that_takes_too_long_ends_its_worker_alone(serving: Serving) -> None:
    service = serving(seconds=1)
    slow, good = service.upload(paper(1, "slow"), paper(2))
    apis = service.numbers("api")
    wait_until(service.judged, 60, "the application is judged")
    assert (service.status(slow).state, service.status(slow).reason) == ("failed", "reading_crashed")
    assert service.status(good).state == "read"
    assert service.numbers("api") == apis


def test_asked_to_stop_a_worker_finishes_what_it_reads(serving: Serving) -> None:
    service = serving(workers=1)
    (unhurried,) = service.upload(paper(1, "unhurried"))
    wait_until(lambda: service.status(unhurried).state == "reading", 30, "it is being read")
    assert service.stop() == 0
    assert service.status(unhurried).state == "read"
    assert nobody_works(service)


def test_asked_to_stop_a_worker_hands_back_what_takes_longer_than_the_grace(serving: Serving) -> None:
    service = serving(workers=1, grace=0.5)
    (slow,) = service.upload(paper(1, "slow"))
    wait_until(lambda: service.status(slow).state == "reading", 30, "it is being read")
    began = time.monotonic()
    assert service.stop() == 0
    assert time.monotonic() - began < 8
    assert (service.status(slow).state, service.status(slow).attempts) == ("received", 0)
    assert nobody_works(service)


def test_a_worker_is_replaced_after_so_many_files(serving: Serving) -> None:
    service = serving(workers=1, documents=2)
    seen: set[int] = set()

    def judged() -> bool:
        seen.update(service.numbers("worker"))
        return service.judged()

    uploads = service.upload(*(paper(number) for number in range(7)))
    wait_until(judged, 60, "the application is judged")
    assert len(seen) >= 3
    assert {service.status(upload).attempts for upload in uploads} == {1}


def test_a_worker_is_replaced_when_it_holds_too_much_memory(serving: Serving) -> None:
    service = serving(workers=1, memory=700_000_000)
    wait_until(lambda: service.numbers("worker"), 30, "a worker is there")
    before = service.numbers("worker")
    greedy, good = service.upload(paper(1, "greedy"), paper(2))
    wait_until(service.judged, 60, "the application is judged")
    assert not before & service.numbers("worker")
    assert [(service.status(upload).state, service.status(upload).attempts) for upload in (greedy, good)] == [("read", 1)] * 2


def test_what_comes_while_the_database_is_away_is_refused_and_what_was_accepted_is_read_later(
    serving: Serving, postgres_of_its_own: str
) -> None:
    programs, base = postgres.programs(), Path(postgres_of_its_own.rsplit("host=", maxsplit=1)[1])
    assert programs is not None
    service = serving(workers=1, database=postgres.new_database(postgres_of_its_own))
    unhurried, good = service.upload(paper(1, "unhurried"), paper(2))
    wait_until(lambda: service.status(unhurried).state == "reading", 30, "it is being read")
    postgres.stop(programs, base)
    with service.client() as client:
        assert client.get("/applications/KFQ202600001").status_code == 503
    time.sleep(5)
    postgres.start(programs, base)
    wait_until(service.judged, 60, "the application is judged")
    assert [(service.status(upload).state, service.status(upload).attempts) for upload in (unhurried, good)] == [("read", 1)] * 2


def test_what_a_killed_supervisor_leaves_behind_ends_by_itself_and_the_next_one_serves(serving: Serving) -> None:
    service = serving(begin=fresh, workers=1)
    wait_until(service.answers, 60, "the API answers")
    children = service.processes()
    assert service.process is not None
    psutil.Process(service.process.pid).kill()
    service.process.wait(10)
    service.start()
    wait_until(lambda: not any(lives(child) for child in children), 60, "the others end, too")
    (good,) = service.upload(paper(1))
    wait_until(service.judged, 90, "the application is judged")
    assert service.status(good).state == "read"


def test_an_outage_is_told_from_a_defect_also_through_a_historys_words() -> None:
    assert passes(OperationalError("select", {}, Exception("gone")))
    assert passes(OSError(28, "no space left"))
    assert not passes(ValueError("a defect"))
    assert not passes(OSError(2, "no such file"))
    with pytest.raises(Defect) as caught, discreet():
        raise OperationalError("select", {}, Exception("gone"))
    assert passes(caught.value)


def lives(process: psutil.Process) -> bool:
    return bool(process.is_running() and process.status() != psutil.STATUS_ZOMBIE)


def nobody_works(service: Service) -> bool:
    with service.store.database.reading() as session:
        return not session.scalars(select(tables.Worker.id)).all()
