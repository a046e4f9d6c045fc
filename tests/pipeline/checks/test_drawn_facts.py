"""Applications as samples invents them, read without a mistake: none has a flag, whatever its route and its kind of unit."""

from __future__ import annotations

from random import Random
from typing import Any

import pytest

from models.records import Seal, Signature
from pipeline.checks import judge
from pipeline.documents import Document
from pipeline.form import Form
from samples.invention import KINDS, ROUTES, invent_application
from samples.papers import Application, Upload
from tests.pipeline.checks.dossiers import BOX, LETTER, PROGRAMME, RULES, made, page, paper


def read_well(upload: Upload) -> Document:
    """The paper as a reader without fault would give it back."""
    facts: Any = upload.facts
    slot = upload.slot
    fields = {name: made(value) for name, value in facts.truth().items() if value is not None}
    text = {"commitment_letter": LETTER, "management_rules": RULES}.get(slot, "本页文字清楚，盖章签字齐全，供审核人员核对。")
    stamp = facts.seal
    seals = (
        Seal(page=0, box=BOX, shape="round", colour="red", name=stamp.name, centre_text=stamp.centre_text, confidence=0.95,
             kind="contract" if "合同" in (stamp.centre_text or "") else "official"),
    ) if stamp else ()  # fmt: skip
    near = {"commitment_letter": "法定代表人（签字）", "labor_contract": "乙方（签字）"}.get(slot)
    signatures = (Signature(page=0, box=BOX, near=near),) if near else ()
    return paper(
        slot, fields, person=upload.person, file=f"{slot}_{id(facts)}.pdf", seals=seals, signatures=signatures,
        pages=(page(text=text),),
    )  # fmt: skip


def judged(application: Application) -> list[Any]:
    form = Form.model_validate(application.form)
    return judge(form, [read_well(upload) for upload in application.uploads], PROGRAMME, [])


@pytest.mark.parametrize("route", ROUTES)
@pytest.mark.parametrize("kind", [*KINDS, "industry_body"])
def test_a_drawn_application_that_is_in_order_has_no_flag(route: str, kind: str) -> None:
    """An industry body is a registered association of another name."""
    for seed in range(12):
        application = invent_application(Random(seed), "X", route, kind if kind in KINDS else "association")
        application.form["unit"]["kind"] = kind
        checks = judged(application)
        assert [(seed, check.rule, check.message) for check in checks if check.status == "flag"] == []
