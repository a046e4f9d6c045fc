"""What an uploaded paper, its name, whom it is about and the form say never comes into logs, figures or error messages."""

from __future__ import annotations

import json
from collections.abc import Callable

import httpx
import pytest

from tests.service.papers import NAME, paper
from tests.service.service import Service, wait_until

Serving = Callable[..., Service]

PERSON, FILE, UNIT, ID_NUMBER = "欧阳试读", "欧阳试读的劳动合同.png", "北京试读机械有限公司", "110101199003070000"
MARKS = (NAME, PERSON, FILE, UNIT, ID_NUMBER, "试读")
APPLICATION = "KFQ202600001"


def form() -> dict[str, object]:
    return {
        "application_id": APPLICATION,
        "programme": "skill-master-studio-2026",
        "unit": {"name": UNIT},
        "leader": {"name": PERSON, "id_number": ID_NUMBER},
    }


def refused(client: httpx.Client) -> list[str]:
    """Bodies of errors, made by sending what cannot be used."""
    address = f"/applications/{APPLICATION}"
    wrong = form() | {"leader": {"name": PERSON, "id_number": ID_NUMBER, "birthdate": PERSON}}
    file = {"file": (FILE, paper(9))}
    answers = [
        client.put(address, json=wrong),
        client.put(address, content=json.dumps(form(), ensure_ascii=False)[:-1].encode()),
        client.put(f"/applications/{UNIT}", json=form()),
        client.post(f"{address}/documents", data={"slot": PERSON}, files=file),
        client.post(f"{address}/documents", data={"slot": "labor_contract", "person": PERSON * 200}, files=file),
        client.post(f"{address}/documents", data={"slot": "labor_contract", "person": PERSON}),
        client.get(f"/applications/{PERSON}"),
        client.get(f"/applications/{APPLICATION}/documents/{PERSON}"),
        client.get(f"/{PERSON}"),
        client.request(ID_NUMBER, address),
        client.get(address, headers={"Authorization": f"Bearer {ID_NUMBER}"}),
    ]
    assert {answer.status_code // 100 for answer in answers} == {4}
    return [answer.text for answer in answers]


@pytest.mark.parametrize("log_format", ["text", "json"])
def test_nothing_personal_comes_out_but_by_the_api(serving: Serving, log_format: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HEYAN_LOG_FORMAT", log_format)
    service = serving(workers=1)
    wait_until(service.answers, 60, "the API answers")
    with service.client() as client:
        address = f"/applications/{APPLICATION}"
        client.put(address, json=form()).raise_for_status()
        for scan in (paper(1), paper(2, "defective"), paper(3, "deadly")):
            sent = {"file": (FILE, scan)}
            client.post(f"{address}/documents", data={"slot": "labor_contract", "person": PERSON}, files=sent).raise_for_status()
        client.post(f"{address}/submit").raise_for_status()
        bodies = refused(client)
        wait_until(service.judged, 60, "the application is judged")
        assert NAME in client.get(f"{address}/documents").text or PERSON in client.get(f"{address}/documents").text
    key = service.store.clients.add("prometheus", ["operate"]).key
    figures = httpx.get(f"http://127.0.0.1:{service.port}/metrics", headers={"Authorization": f"Bearer {key}"}).raise_for_status()
    service.stop()
    log = service.log.read_text(encoding="utf-8")
    for mark in MARKS:
        for told in (log, figures.text, *bodies):
            assert mark not in told
            assert json.dumps(mark)[1:-1] not in told
    lines = log.splitlines()
    if log_format == "json":
        events = [json.loads(line)["event"] for line in lines]
        assert {"request answered", "upload read", "upload not read", "part ended", "application judged"} <= set(events)
    assert not [line for line in lines if "alembic" in line]


def test_every_request_has_an_id_that_is_not_the_senders(serving: Serving) -> None:
    service = serving(workers=1)
    wait_until(service.answers, 60, "the API answers")
    with service.client() as client:
        answers = [client.get(f"/applications/{PERSON}", headers={"X-Request-Id": ID_NUMBER}) for _ in range(2)]
    ids = {answer.headers["X-Request-Id"] for answer in answers}
    assert len(ids) == 2
    service.stop()
    log = service.log.read_text(encoding="utf-8")
    for one in ids:
        assert "method=GET route=/applications/{application_id} status=404" in next(
            line for line in log.splitlines() if one in line
        )
