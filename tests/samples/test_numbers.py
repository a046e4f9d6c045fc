"""Invented numbers against published vectors and against the readers' own arithmetic, which was written apart."""

from __future__ import annotations

from datetime import date
from random import Random

import pytest

from extractors.kinds import certificate_number_parts, kind, uscc_problem
from samples.numbers import (
    bank_code,
    certificate_number,
    id_check,
    id_number,
    organisation_check,
    patent_check,
    patent_number,
    uscc,
    uscc_check,
)


@pytest.mark.parametrize("number", ["11010519491231002X", "110115198506071239", "320583197705310020", "440306200109102565"])
def test_id_check_characters_follow_the_standard(number: str) -> None:
    assert id_check(number[:17]) == number[17]


@pytest.mark.parametrize("code", ["91110400MAD1234570", "91110302562134916R", "12110000400880019G", "51110000500300018W"])
def test_unit_codes_carry_both_check_characters(code: str) -> None:
    assert organisation_check(code[8:16]) == code[16]
    assert uscc_check(code[:17]) == code[17]


@pytest.mark.parametrize("number", ["201710601862.3", "201811234567.X", "202320123456.1", "202130987654.9"])
def test_patent_check_characters_follow_the_weights(number: str) -> None:
    assert patent_check(number[:12]) == number[-1]


def test_readers_find_every_invented_number_valid() -> None:
    rng, day = Random(3), date(1980, 2, 29)
    for _ in range(50):
        assert kind("id_number").valid(id_number(rng, "110105", day, "female"))
        assert uscc_problem(uscc(rng, rng.choice(("91", "12", "51", "52")), "110400")) is None
        assert kind("patent_number").valid(patent_number(rng, "invention", date(2018, 5, 1)))
        assert kind("bank_code").valid(bank_code(rng, "102"))


@pytest.mark.parametrize(
    ("family", "level", "digit"), [("new", "技师", 2), ("new", "高级技师", 1), ("old", "高级工", 3), ("old", "初级工", 5)]
)
def test_certificate_numbers_tell_year_and_level(family: str, level: str, digit: int) -> None:
    parts = certificate_number_parts(certificate_number(Random(5), family, level, date(2019, 6, 1)))
    assert parts is not None
    assert (parts.family, parts.level, parts.year) == (family, digit, 19)
