"""Invented applications: in order unless spoiled, and spoiled just as noted."""

from __future__ import annotations

from datetime import date
from random import Random

import pytest

from extractors.kinds import id_birthdate, id_gender, kind
from extractors.occupations import look_up
from samples.defects import DEFECTS, NEEDS_ROUTE, CannotSpoil, spoil
from samples.invention import KINDS, ROUTES, invent_application
from samples.papers import Application, Certificate, LaborContract, Licence
from samples.trades import CRAFTS, UNLISTED


def invented(seed: int, route: str = "catalogue_occupation", kind_of_unit: str = "enterprise") -> Application:
    return invent_application(Random(seed), "X", route, kind_of_unit)


@pytest.mark.parametrize("route", ROUTES)
@pytest.mark.parametrize("kind_of_unit", KINDS)
def test_form_and_papers_of_an_application_in_order_agree(route: str, kind_of_unit: str) -> None:
    for seed in range(25):
        application = invented(seed, route, kind_of_unit)
        people = {person["name"]: person for person in (application.form["leader"], *application.form["members"])}
        assert application.flags == []
        assert len(people) >= 4
        for upload in application.uploads:
            facts = upload.facts
            if isinstance(facts, Certificate):
                assert facts.certificate_number == people[facts.holder_name]["certificate_number"]
                assert facts.issued_on < date(2026, 1, 12)
            if isinstance(facts, LaborContract):
                assert facts.id_number == people[facts.employee_name]["id_number"]
                assert facts.starts_on < date(2026, 1, 12)
                assert facts.ends_on is None or facts.ends_on > date(2026, 3, 1)
            if isinstance(facts, Licence):
                assert facts.company_name == application.form["unit"]["name"]


def test_people_are_what_their_id_numbers_say() -> None:
    for seed in range(40):
        form = invented(seed).form
        for person in (form["leader"], *form["members"]):
            assert kind("id_number").valid(person["id_number"])
            assert str(id_birthdate(person["id_number"])) == person["birthdate"]
            assert id_gender(person["id_number"]) == person["gender"]


def test_listed_crafts_are_in_the_catalogue_and_unlisted_ones_are_not() -> None:
    for line in CRAFTS:
        name, job_type, _ = line.split("|")
        found = look_up(name)
        assert found and any(occupation.code[0] in "456" for occupation in found.occupations), name
        assert not job_type or look_up(job_type), job_type
    assert [line for line in UNLISTED if look_up(line.split("|")[0])] == []


@pytest.mark.parametrize("rule", sorted(DEFECTS))
def test_every_inconsistency_can_be_drawn_and_changes_form_or_papers(rule: str) -> None:
    spoiled = 0
    for seed in range(8):
        route = NEEDS_ROUTE.get(rule, "catalogue_occupation")
        application, untouched = invented(seed, route), invented(seed, route)
        try:
            spoil(application, Random(seed), rules=[rule], more=0)
        except CannotSpoil:
            continue
        spoiled += 1
        assert rule in [flag.rule for flag in application.flags]
        assert application.form != untouched.form or application.uploads != untouched.uploads
    assert spoiled >= 4


def test_the_seed_chooses_as_many_inconsistencies_as_asked_for() -> None:
    application = invented(11)
    spoil(application, Random(11), rules=[], more=6)
    assert len({flag.rule for flag in application.flags if flag.required}) >= 6
