"""The index: what one application has and another has too, however often it is recorded."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from models.fingerprints import NEAR
from models.records import Box, Line
from pipeline.documents import Document
from pipeline.form import Form
from pipeline.index import PaperIndex, digest, near_quarters, quarters, signed, unsigned
from pipeline.store.database import open_database
from tests.pipeline.checks.dossiers import LEADER, clean_papers, form_data, made, page, paper

OTHER_UNIT = {"name": "北京另家科技有限公司", "uscc": "91110302MA00000004"}
PICTURE = 0xF0E1D2C3B4A59687


@pytest.fixture
def index(database: str) -> PaperIndex:
    return PaperIndex(open_database(database))


def form_of(application: str, **changes: Any) -> Form:
    return Form.model_validate({**form_data(), "application_id": application, **changes})


def photo(bits: int, **changes: Any) -> Document:
    picture = page(text="").model_copy(update={"fingerprint": f"{bits:016x}"})
    return paper("site_photos", {}, pages=(picture,), **changes)


def kinds(index: PaperIndex, form: Form, documents: Sequence[Document]) -> set[tuple[str, str]]:
    return {(repeat.kind, repeat.application) for repeat in index.repeats(form, documents)}


def test_an_application_does_not_repeat_itself(index: PaperIndex) -> None:
    for _ in range(2):
        index.record(form_of("A"), clean_papers())
        assert index.repeats(form_of("A"), clean_papers()) == []


def test_the_same_file_is_found_wherever_it_lies(index: PaperIndex) -> None:
    index.record(form_of("A", unit=OTHER_UNIT), [paper("labor_contract", {}, sha256="ab" * 32)])
    found = index.repeats(form_of("B"), [paper("site_photos", {}, sha256="ab" * 32, file="x.pdf")])
    repeat = next(one for one in found if one.kind == "file")
    assert (repeat.application, repeat.same_unit, repeat.file, repeat.page) == ("A", False, "x.pdf", 0)


@pytest.mark.parametrize("flipped", [0, 0b1, 0b111111, 1 << 63, sum(1 << 11 * bit for bit in range(NEAR))])
def test_a_picture_up_to_six_bits_away_is_found(index: PaperIndex, flipped: int) -> None:
    index.record(form_of("A"), [photo(PICTURE, sha256="a")])
    assert ("picture", "A") in kinds(index, form_of("B"), [photo(PICTURE ^ flipped, sha256="b")])


def test_a_picture_seven_bits_away_is_another(index: PaperIndex) -> None:
    index.record(form_of("A"), [photo(PICTURE, sha256="a")])
    assert ("picture", "A") not in kinds(index, form_of("B"), [photo(PICTURE ^ 0b1111111, sha256="b")])


def written(text: str, slot: str = "award_certificate") -> Document:
    lines = (Line(text=text, confidence=0.9, box=Box(0, 0, 1, 1)),)
    return paper(slot, {}, sha256=digest(text), pages=(page().model_copy(update={"lines": lines, "fingerprint": "0" * 16}),))


WORDS = "兹授予张建国同志北京市技术能手荣誉称号，以资鼓励。北京市人力社保局，二〇二三年六月三十日。证书编号第二〇二三一一号。"


def test_the_same_text_in_another_scan_is_found_and_another_text_in_the_same_frame_is_not(index: PaperIndex) -> None:
    index.record(form_of("A"), [written(WORDS)])
    assert ("text", "A") in kinds(index, form_of("B"), [written(WORDS[:-1] + "；")])
    assert (
        kinds(index, form_of("B"), [written(WORDS.replace("张建国同志北京市技术能手", "李大海等五人先进工作者"))])
        & {("text", "A"), ("picture", "A")}
        == set()
    )


def test_papers_written_after_templates_are_compared_by_their_bytes_alone(index: PaperIndex) -> None:
    index.record(form_of("A"), [written(WORDS, "labor_contract")])
    assert ("text", "A") not in kinds(index, form_of("B"), [written(WORDS + "甲", "labor_contract")])


def test_numbers_are_found_with_whose_they_are(index: PaperIndex) -> None:
    index.record(form_of("A", unit=OTHER_UNIT), clean_papers())
    found = {one.kind: one for one in index.repeats(form_of("B"), clean_papers())}
    assert {"leader_id", "member_id", "account_number", "certificate_number", "patent_number"} <= set(found)
    assert "uscc" not in found
    assert found["certificate_number"].same_holder
    assert not found["leader_id"].same_unit


def test_a_member_here_may_be_the_leader_there(index: PaperIndex) -> None:
    index.record(form_of("A", unit=OTHER_UNIT), [])
    members = [{"name": LEADER["name"], "id_number": LEADER["id_number"]}]
    form = form_of("B", leader={"name": "别人"}, members=members)
    assert ("member_id", "A") in kinds(index, form, [])


def test_people_and_units_may_apply_under_two_programmes(index: PaperIndex) -> None:
    index.record(form_of("A", programme="studio-title-reward-2026"), [])
    assert not {"uscc", "leader_id", "member_id"} & {kind for kind, _ in kinds(index, form_of("B"), [])}


def test_a_doubtful_number_is_no_evidence(index: PaperIndex) -> None:
    index.record(form_of("A"), clean_papers())
    unsure = [
        paper("skill_certificate", {"certificate_number": made("Y000011000123232000456", 0.8), "holder_name": "别人"}, sha256="z")
    ]
    assert ("certificate_number", "A") not in kinds(index, form_of("B"), unsure)


def test_what_was_replaced_or_forgotten_is_gone(index: PaperIndex) -> None:
    index.record(form_of("A"), clean_papers())
    index.record(form_of("A", leader={}, members=[], bank={}, unit=OTHER_UNIT), [])
    assert index.repeats(form_of("B"), clean_papers()) == []
    index.record(form_of("A"), clean_papers())
    index.forget("A")
    assert index.repeats(form_of("B"), clean_papers()) == []


def test_applications_of_two_clients_by_one_number_are_two(index: PaperIndex) -> None:
    one, other = form_of("A"), form_of("A", unit=OTHER_UNIT)
    index.record(one, clean_papers(), client="c")
    assert index.repeats(one, clean_papers(), client="c") == []
    assert {"leader_id", "certificate_number"} <= {repeat.kind for repeat in index.repeats(other, clean_papers(), client="d")}
    index.record(other, [photo(PICTURE, sha256="b")], client="d")
    assert ("picture", "A") in kinds(index, form_of("B"), [photo(PICTURE, sha256="c")])
    index.forget("A", client="d")
    assert ("certificate_number", "A") in kinds(index, form_of("B"), clean_papers())


def test_the_index_says_nothing_of_people(index: PaperIndex, tmp_path: Path) -> None:
    index.record(form_of("A"), [one.model_copy(update={"sha256": digest(one.file)}) for one in clean_papers()])
    stored = b"".join(file.read_bytes() for file in tmp_path.iterdir())
    for value in (LEADER["id_number"], "0200001234567890123", LEADER["name"]):
        assert value.encode() not in stored


def test_quarters_and_signs_fit_what_databases_hold() -> None:
    assert sum(quarter << (16 * number) for number, quarter in enumerate(quarters(PICTURE))) == PICTURE
    assert len(set(near_quarters(7))) == 17
    assert -(1 << 63) <= signed(PICTURE) < 1 << 63
    assert unsigned(signed(PICTURE)) == PICTURE
