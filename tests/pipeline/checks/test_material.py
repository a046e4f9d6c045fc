"""Materials: missing, misplaced, unreadable, grey, twice; letters and rules that do not say what they must."""

from __future__ import annotations

from typing import Any

import pytest

from pipeline.checks import verdict
from pipeline.documents import Document
from tests.pipeline.checks.dossiers import (
    MEMBERS,
    answers,
    clean_papers,
    contract,
    flags,
    form,
    judged,
    made,
    page,
    paper,
    problem,
    with_fields,
    with_parts,
    without,
)

MISSING = [
    ("business_license", "catalogue_occupation", "flag:blocking"),
    ("commitment_letter", "honour", "flag:blocking"),
    ("bank_account", "non_catalogue_occupation", "flag:blocking"),
    ("skill_certificate", "catalogue_occupation", "flag:blocking"),
    ("skill_certificate", "non_catalogue_occupation", "flag:attention"),
    ("skill_certificate", "honour", "flag:attention"),
    ("skill_certificate", None, "flag:attention"),
    ("award_certificate", "catalogue_occupation", "flag:attention"),
    ("award_certificate", "honour", "flag:blocking"),
    ("patent_certificate", "catalogue_occupation", "flag:attention"),
    ("labor_contract", "honour", "flag:blocking"),
    ("labor_contract", None, "flag:blocking"),
]


@pytest.mark.parametrize(("slot", "route", "answer"), MISSING)
def test_what_is_missing_weighs_by_the_route(slot: str, route: str | None, answer: str) -> None:
    checks = judged(without(clean_papers(), slot), form(leader__route=route))
    assert answers(checks, "material.missing", slot) == [answer]
    assert verdict(checks) == ("incomplete" if answer == "flag:blocking" else "needs_review")
    assert [rule for rule, subject in flags(checks) if rule == "material.missing"] == ["material.missing"]


def test_a_members_certificate_is_not_the_leaders() -> None:
    members = paper("skill_certificate", {"holder_name": "李明", "id_number": MEMBERS[0]["id_number"]}, person="李明")
    checks = judged([*without(clean_papers(), "skill_certificate"), members])
    assert answers(checks, "material.missing", "skill_certificate") == ["flag:blocking"]


def test_a_paper_in_the_wrong_slot_serves_as_what_it_is() -> None:
    moved = [one.model_copy(update={"slot": "award_certificate"}) for one in clean_papers() if one.slot == "skill_certificate"]
    checks = judged([*without(clean_papers(), "skill_certificate"), *moved])
    assert answers(checks, "material.wrong_type", "award_certificate") == ["flag:attention"]
    assert answers(checks, "material.missing", "skill_certificate") == ["pass"]
    assert answers(checks, "certificate.level_mismatch", "leader") == ["pass"]


WRONG_TYPE = [
    ("bank_account", {"type": "commitment_letter", "type_confidence": 0.9}, "flag:attention"),
    ("bank_account", {"type": "commitment_letter", "type_confidence": 0.6}, "cannot_tell:unreadable"),
    ("bank_account", {"type": "unknown", "type_confidence": 0.2}, "cannot_tell:unreadable"),
    ("bank_account", {"type": "bank_account", "type_confidence": 0.5}, "pass"),
    ("site_photos", {"type": "unknown", "type_confidence": 0.2}, "pass"),
    ("patent_certificate", {"type": "unknown", "type_confidence": 0.0}, "pass"),
    ("bank_account", {"pages": (), "type": "unknown", "problems": problem("broken_file")}, "not_applicable"),
]


@pytest.mark.parametrize(("slot", "parts", "answer"), WRONG_TYPE)
def test_only_a_sure_type_speaks_against_a_slot(slot: str, parts: dict[str, Any], answer: str) -> None:
    assert answers(judged(with_parts(clean_papers(), slot, **parts)), "material.wrong_type", slot) == [answer]


def test_an_unknown_slot_is_named() -> None:
    checks = judged([*clean_papers(), paper("unknown", {}).model_copy(update={"slot": "selfie"})])
    assert ("material.wrong_type", "selfie") in flags(checks)


BAD_FILES = [
    ("broken_file", "flag:attention", "pass"),
    ("encrypted_pdf", "flag:attention", "pass"),
    ("too_many_pages", "flag:attention", "pass"),
    ("unsupported_format", "not_applicable", "flag:attention"),
    ("ofd_not_supported", "not_applicable", "flag:attention"),
]


@pytest.mark.parametrize(("code", "unreadable", "unsupported"), BAD_FILES)
def test_a_file_that_cannot_be_read_is_a_flag_and_the_rest_is_judged(code: str, unreadable: str, unsupported: str) -> None:
    papers = with_parts(clean_papers(), "bank_account", problems=problem(code), pages=(), fields={}, seals=(), type="unknown")
    checks = judged(papers)
    assert answers(checks, "material.unreadable", "bank_account") == [unreadable]
    assert answers(checks, "material.unsupported_format", "bank_account") == [unsupported]
    assert answers(checks, "material.missing", "bank_account") == ["pass"]
    assert answers(checks, "bank.account_number_mismatch") == ["cannot_tell:unreadable"]
    assert {subject for _, subject in flags(checks)} == {"bank_account"}


@pytest.mark.parametrize("code", ["file_missing", "path_refused"])
def test_a_file_that_is_not_there_is_missing(code: str) -> None:
    papers = with_parts(clean_papers(), "bank_account", problems=problem(code), pages=(), fields={}, seals=(), type="unknown")
    checks = judged(papers)
    assert answers(checks, "material.missing", "bank_account") == ["flag:blocking"]
    assert answers(checks, "bank.account_number_mismatch") == ["cannot_tell:missing_material"]
    second = [*clean_papers(), *[one.model_copy(update={"file": "b.pdf"}) for one in papers if one.slot == "bank_account"]]
    assert answers(judged(second), "material.missing", "bank_account") == ["flag:attention"]


LONG = "本单位承诺所提交材料真实有效遵守国家法律法规愿意承担相应责任"
PAGES = [
    ((page(defects=["blurry"], text=LONG),), "pass"),
    ((page(defects=["blurry"], text=LONG, confidence=0.5),), "flag:attention"),
    ((page(defects=["dark"], text="字"),), "flag:attention"),
    ((page(text=LONG, confidence=0.5),), "pass"),
    ((page(defects=["blank"]),), "flag:attention"),
    ((page(text=LONG), page(1, defects=["blank"])), "flag:info"),
    ((page(),), "pass"),
]


@pytest.mark.parametrize(("pages", "answer"), PAGES)
def test_a_poor_picture_counts_only_when_it_could_not_be_read(pages: tuple[Any, ...], answer: str) -> None:
    checks = judged(with_parts(clean_papers(), "management_rules", pages=pages))
    assert answers(checks, "material.unreadable", "management_rules") == [answer]


COLOURS = [
    ((page(colour=False),), "flag:attention"),
    ((page(colour=False), page(1, colour=True)), "pass"),
    ((page(colour=False, source="text_layer"),), "pass"),
    ((page(colour=False, defects=["blank"]),), "not_applicable"),
    ((), "not_applicable"),
]


@pytest.mark.parametrize(("pages", "answer"), COLOURS)
def test_a_grey_scan_is_one_without_any_page_in_colour(pages: tuple[Any, ...], answer: str) -> None:
    checks = judged(with_parts(clean_papers(), "management_rules", pages=pages))
    assert answers(checks, "material.not_colour", "management_rules") == [answer]


def test_a_licence_need_not_be_in_colour() -> None:
    checks = judged(with_parts(clean_papers(), "business_license", pages=(page(colour=False),)))
    assert answers(checks, "material.not_colour", "business_license") == ["not_applicable"]


def twin(document: Document, **parts: Any) -> Document:
    return document.model_copy(update={"file": "twin.pdf", **parts})


def test_the_same_bytes_twice_are_a_duplicate_of_the_later_one() -> None:
    papers = clean_papers()
    award = next(one for one in papers if one.slot == "award_certificate")
    assert answers(judged([*papers, twin(award)]), "material.duplicate", "award_certificate") == ["flag:attention"]
    checks = judged([*papers, twin(award, slot="site_photos")])
    assert ("material.duplicate", "site_photos") in flags(checks)
    assert ("material.duplicate", "award_certificate") not in flags(checks)


def test_one_contract_may_serve_two_people() -> None:
    papers = clean_papers()
    shared = next(one for one in papers if one.person == "李明")
    assert ("material.duplicate", "labor_contract") not in flags(judged([*papers, twin(shared, person="王芳")]))
    assert ("material.duplicate", "labor_contract") in flags(judged([*papers, twin(shared)]))


def test_files_that_could_not_be_hashed_are_no_duplicates() -> None:
    papers = [one.model_copy(update={"sha256": ""}) for one in clean_papers()]
    assert not any(rule == "material.duplicate" for rule, _ in flags(judged(papers)))


LETTERS = [
    ("本公司承诺：所报材料真实、准确、完整\n严格遵守法律法规，无失信行为\n如有不实，愿承担一切法律责任", 0.97, "pass"),
    ("本公司承诺：所报材料真实、准确、完整\n严格守法诚信经营，并接受监督检查", 0.97, "flag:attention"),
    ("本公司承诺：所报材料真实、准确、完整\n严格守法诚信经营，并接受监督检查", 0.6, "cannot_tell:unreadable"),
    ("", 0.97, "cannot_tell:unreadable"),
]


@pytest.mark.parametrize(("text", "confidence", "answer"), LETTERS)
def test_a_letter_without_one_of_the_promises_is_for_a_person(text: str, confidence: float, answer: str) -> None:
    papers = with_parts(clean_papers(), "commitment_letter", pages=(page(text=text, confidence=confidence),))
    assert answers(judged(papers), "material.template_altered") == [answer]


SECTIONS = [
    ({"sections": ["leader_duties", "funds", "archives", "work_rules"]}, 0.97, "pass"),
    ({"sections": ["leader_duties", "funds", "work_rules"]}, 0.97, "flag:blocking"),
    ({"sections": made([])}, 0.97, "flag:blocking"),
    ({"sections": made(["work_rules"], confidence=0.7)}, 0.97, "cannot_tell:unreadable"),
    ({"sections": made(["leader_duties", "funds", "work_rules"], confidence=0.7)}, 0.97, "flag:blocking"),
    ({"sections": ...}, 0.97, "flag:blocking"),
    ({"sections": ["leader_duties", "funds", "work_rules"]}, 0.6, "cannot_tell:unreadable"),
    ({"sections": ...}, 0.6, "cannot_tell:unreadable"),
]


@pytest.mark.parametrize(("fields", "confidence", "answer"), SECTIONS)
def test_the_four_parts_of_the_rules_are_named_when_missing(fields: dict[str, Any], confidence: float, answer: str) -> None:
    papers = with_fields(clean_papers(), "management_rules", **fields)
    papers = with_parts(papers, "management_rules", pages=(page(text=LONG, confidence=confidence),))
    assert answers(judged(papers), "material.sections_missing") == [answer]


@pytest.mark.parametrize(
    ("heading", "confidence", "answer"),
    [
        ("3 新步人联炎", 0.64, "cannot_tell:unreadable"),
        ("第二章 总则", 0.95, "flag:blocking"),
        ("京东方厂", 0.64, "flag:blocking"),
    ],
    ids=["unread", "of another part", "no heading"],
)
def test_a_heading_that_nobody_could_read_may_be_the_missing_part(heading: str, confidence: float, answer: str) -> None:
    papers = with_fields(clean_papers(), "management_rules", sections=["funds", "archives", "work_rules"])
    read, blurred = page(text=LONG, confidence=0.97), page(text=heading, confidence=confidence)
    rules = read.model_copy(update={"lines": (*read.lines, *blurred.lines)})
    papers = with_parts(papers, "management_rules", pages=(rules,))
    assert answers(judged(papers), "material.sections_missing") == [answer]


def test_parts_may_be_spread_over_several_files() -> None:
    papers = with_fields(clean_papers(), "management_rules", sections=["leader_duties", "funds"])
    rest = paper("management_rules", {"sections": ["archives", "work_rules"]}, file="rest.pdf")
    assert answers(judged([*papers, rest]), "material.sections_missing") == ["pass"]


def test_a_renamed_person_on_an_upload_is_found_by_what_is_printed() -> None:
    stray = contract(MEMBERS[0]).model_copy(update={"person": "不在名单"})
    checks = judged([*without(clean_papers(), "labor_contract", "李明"), stray])
    assert answers(checks, "team.member_without_contract", "李明") == ["pass"]
