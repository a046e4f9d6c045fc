"""/metrics: for those who may, what Prometheus can read, and nothing of a person in it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from prometheus_client.parser import text_string_to_metric_families

from pipeline.api.app import create_app
from pipeline.settings import Settings
from pipeline.store.figures import FlagCount, Took
from pipeline.store.store import Store
from tests.conftest import ROOT
from tests.store.conftest import APPLICATION, FORM, arrival, claimed, judged, name_of, read, to_judge

PERSON, FILE = "欧阳试读", "欧阳试读的身份证.pdf"


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "service")


def ask(store: Store, key: str) -> tuple[int, str]:
    answer = TestClient(create_app(store, Settings())).get("/metrics", headers={"Authorization": f"Bearer {key}"})
    return answer.status_code, answer.text


def samples(text: str) -> dict[tuple[str, ...], float]:
    """Values by name and labels' values, in the order of the labels' names."""
    return {
        (sample.name, *(value for _, value in sorted(sample.labels.items()))): sample.value
        for family in text_string_to_metric_families(text)
        for sample in family.samples
    }


def test_figures_are_for_those_who_operate(store: Store) -> None:
    assert ask(store, "nobody's")[0] == 401
    assert ask(store, store.clients.add("portal", ["apply", "review"]).key)[0] == 403
    assert ask(store, store.clients.add("prometheus", ["operate"]).key)[0] == 200


def test_figures_are_what_prometheus_reads(store: Store) -> None:
    portal = store.clients.add("portal", ["apply"], webhook="https://portal.example").id
    store.applications.put_form(portal, APPLICATION, FORM)
    for content in "ab":
        store.uploads.accept(portal, APPLICATION, arrival(content).model_copy(update={"person": PERSON, "file": FILE}))
    store.uploads.finish(claimed(store), read())
    store.uploads.fail(claimed(store), "reading_failed: ValueError in x.py:1", again=False)
    for number, seconds in enumerate((0.3, 3.0, 1000.0)):
        store.uploads.keep_stage(name_of(str(number)), name_of("a"), name_of("b"), Took(stage="print", seconds=seconds))
    flag = FlagCount(rule="material.seal_missing", severity="blocking", count=2)
    store.applications.finish(to_judge(store), judged().model_copy(update={"flags": (flag,), "seconds": 0.2}))
    store.uploads.accept(portal, APPLICATION, arrival("c"))
    store.workers.beat(store.workers.enter(), 1000, 7)
    store.deeds.note("backup", "3 files")
    _, text = ask(store, store.clients.add("prometheus", ["operate"]).key)
    found = samples(text)
    assert {name: value for name, value in found.items() if name[0] in ("heyan_documents", "heyan_failures", "heyan_flags")} == {
        ("heyan_documents", "read", "labor_contract"): 1,
        ("heyan_documents", "failed", ""): 1,
        ("heyan_documents", "received", ""): 1,
        ("heyan_failures", "reading_failed"): 1,
        ("heyan_flags", "material.seal_missing", "blocking"): 2,
    }
    assert found["heyan_waiting", "single"] == 1
    assert found["heyan_waiting", "news"] == 3
    assert 0 < found["heyan_waiting_oldest_seconds", "single"] < 60
    assert [found["heyan_stage_seconds_bucket", below, "print"] for below in ("0.25", "0.5", "4.0", "300.0", "+Inf")] == [
        0, 1, 2, 2, 3,
    ]  # fmt: skip
    assert (found["heyan_stage_seconds_count", "print"], found["heyan_stage_seconds_sum", "print"]) == (3, 1003.3)
    assert found["heyan_workers",] == 1
    assert [value for name, value in found.items() if name[0] == "heyan_worker_readings"] == [7]
    assert ("heyan_last_deed_timestamp_seconds", "backup") in found
    assert found["heyan_disk_bytes",] > found["heyan_disk_free_bytes",] > 0
    for private in (PERSON, FILE, APPLICATION, portal):
        assert private not in text


def test_readme_names_every_figure_and_no_other(store: Store) -> None:
    _, text = ask(store, store.clients.add("prometheus", ["operate"]).key)
    told = {line.split()[2] for line in text.splitlines() if line.startswith("# TYPE")}
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert set(re.findall(r"`(heyan_\w+)", readme)) == told
