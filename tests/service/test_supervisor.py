"""The parts that ``heyan serve`` runs, as it would start them."""

from __future__ import annotations

import pytest

from pipeline.service.settings import ServiceSettings
from pipeline.service.supervisor import parts_of, prefect_server


def test_prefects_page_asks_the_server_that_it_came_from_and_shows_runs_without_a_flow() -> None:
    environment = prefect_server(ServiceSettings(prefect_port=4731)).environment or {}
    assert environment["PREFECT_SERVER_UI_API_URL"] == "/api"
    assert environment["PREFECT_SERVER_UI_V2_ENABLED"] == "false"


def test_what_the_environment_says_of_prefects_page_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PREFECT_SERVER_UI_API_URL", "https://runs.example/api")
    assert "PREFECT_SERVER_UI_API_URL" not in (prefect_server(ServiceSettings()).environment or {})


def test_without_a_history_or_with_one_elsewhere_no_prefect_server_is_run() -> None:
    for prefect in ("none", "http://runs:4200/api"):
        parts = parts_of(ServiceSettings(prefect=prefect, workers=2), ["api", "worker", "server"])
        assert [part.name for part in parts] == ["api", "worker 0", "worker 1"]
