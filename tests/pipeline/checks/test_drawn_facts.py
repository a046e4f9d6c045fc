"""Applications as samples invents them, read without a mistake: none has a flag, whatever its route and its kind of unit."""

from __future__ import annotations

from random import Random
from typing import Any

import pytest

from models.records import Seal, Signature
from models.seals.kinds import kind_of
from pipeline.checks import judge
from pipeline.documents import Document
from pipeline.form import Form
from samples.defects import DEFECTS, NEEDS_ROUTE, CannotSpoil, spoil
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
             kind=kind_of("round", stamp.name, stamp.centre_text, plain=not stamp.centre_text)),
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


DRAWN_OTHERWISE = {
    "material.missing",
    "material.wrong_type",
    "material.unreadable",
    "material.unsupported_format",
    "material.not_colour",
    "material.duplicate",
    "material.signature_missing",
    "material.template_altered",
}
"""Faults of the picture or the file, which the facts do not tell."""  # fmt: skip


@pytest.mark.parametrize("rule", sorted(set(DEFECTS) - DRAWN_OTHERWISE))
def test_what_is_spoiled_on_purpose_is_flagged_and_nothing_else(rule: str) -> None:
    spoiled = 0
    for seed in range(6):
        application = invent_application(Random(seed), "X", NEEDS_ROUTE.get(rule, "catalogue_occupation"), "enterprise")
        try:
            spoil(application, Random(seed), rules=[rule], more=0)
        except CannotSpoil:
            continue
        spoiled += 1
        found = {(check.rule, check.subject) for check in judged(application) if check.status == "flag"}
        required = {(flag.rule, flag.subject) for flag in application.flags if flag.required}
        assert required <= found <= {(flag.rule, flag.subject) for flag in application.flags}
    assert spoiled
