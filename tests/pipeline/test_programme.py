"""The programme's data file: complete, sound, and refused at start-up when it is not."""

from __future__ import annotations

import re

import pytest

from pipeline.problems import ProgrammeError
from pipeline.programme import FOLDER, known_programmes, load_programme, parse_programme
from pipeline.rulebook import rule_book
from pipeline.uploads import SLOTS

NAME = "skill-master-studio-2026"
PROGRAMME = load_programme(NAME)
TEXT = (FOLDER / f"{NAME}.yaml").read_text("utf-8")


def test_every_rule_and_every_slot_has_its_terms() -> None:
    assert set(PROGRAMME.rules) == set(rule_book())
    assert set(PROGRAMME.materials) == set(SLOTS)


def test_the_file_is_named_after_its_programme() -> None:
    assert PROGRAMME.name == NAME


BROKEN = [
    ("team.too_small:", "team.to_small:", "rules"),
    ("opens: 2026-01-12", "opens: 2026-03-12", "window"),
    ("'荣华街道'", "'荣华(街道'", "area"),
    ("honour_not_listed: {severity: attention", "honour_not_listed: {severity: fatal", "award.honour_not_listed"),
    (", honour: attention}", "}", "materials"),
    ("  team_size:", "  teamsize:", "thresholds"),
    ("name: skill", "name: [skill", "not YAML"),
]


@pytest.mark.parametrize(("right", "wrong", "named"), BROKEN)
def test_a_data_file_that_does_not_hold_together_is_refused(right: str, wrong: str, named: str) -> None:
    assert right in TEXT
    with pytest.raises(ProgrammeError, match=named) as error:
        parse_programme(TEXT.replace(right, wrong), file="x.yaml")
    assert "\n" not in str(error.value)


LINES = [
    ("  team_size: 3 ", "  team_size: three "),
    ("opens: 2026-01-12", "opens: 2026-01-32x"),
    ("honour_not_listed: {severity: attention", "honour_not_listed: {severity: fatal"),
    ("  - {key: heritage,", "  - {keys: heritage,"),
    ("bank.bank_name_mismatch: {", "bank.account_name_mismatch: {"),
    ("title: 承诺书", "title: [承诺书"),
]


@pytest.mark.parametrize(("right", "wrong"), LINES)
def test_an_error_says_in_which_line_it_is(right: str, wrong: str) -> None:
    line = next(number for number, text in enumerate(TEXT.splitlines(), 1) if right in text)
    with pytest.raises(ProgrammeError) as error:
        parse_programme(TEXT.replace(right, wrong, 1), file="x.yaml")
    assert re.match(rf"x\.yaml:({line}|{line + 1}): ", str(error.value))  # an open bracket shows on the line after it


def test_a_rule_must_be_asked_or_left_out_and_not_both() -> None:
    with pytest.raises(ProgrammeError, match=r"neither under rules nor under not_asked: bank\.bank_name_mismatch"):
        parse_programme(re.sub("  bank.bank_name_mismatch.*", "", TEXT), file="x.yaml")
    with pytest.raises(ProgrammeError, match=r"both under rules and under not_asked: team\.too_small"):
        parse_programme(f"{TEXT}\nnot_asked: [team.too_*]\n", file="x.yaml")


@pytest.mark.parametrize("name", known_programmes())
def test_every_programme_holds_together(name: str) -> None:
    programme = load_programme(name)
    assert programme.name == name
    assert set(programme.materials) == set(SLOTS)


def test_a_programme_based_on_another_takes_over_what_it_does_not_say() -> None:
    reward = load_programme("studio-title-reward-2026")
    assert reward.area == PROGRAMME.area
    assert {honour.key for honour in reward.honours} == {"national_studio", "beijing_studio"}
    assert "team.too_small" not in reward.rules
    with pytest.raises(ProgrammeError, match="nothing-2026 is unknown"):
        parse_programme("based_on: nothing-2026\n", file="x.yaml")


def test_an_unknown_programme_names_the_known_ones() -> None:
    with pytest.raises(ProgrammeError, match=NAME):
        load_programme("../secrets")


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("第十六届“全国技术能手”荣誉称号", "national_expert"),
        ("中华技能大奖", "grand_skill_award"),
        ("享受国务院政府特殊津贴", "state_council_allowance"),
        ("政府特殊津贴", "state_council_allowance"),
        ("北京市有突出贡献高技能人才", "beijing_contribution"),
        ("享受北京市政府技师特殊津贴人员", "beijing_allowance"),
        ("第46届世界技能大赛电工项目专家组组长", "worldskills_coach"),
        ("非物质遗产传承人", "heritage"),
        ("北京市级非物质文化遗产代表性项目代表性传承人", "heritage"),
        ("北京老字号工匠", "old_brand"),
        ("北京市技术能手", None),
        ("首都劳动奖章", None),
        ("北京大工匠", None),
    ],
)
def test_listed_honours_are_known_by_their_wordings(text: str, key: str | None) -> None:
    honour = PROGRAMME.listed_honour(text)
    assert (honour.key if honour else None) == key
