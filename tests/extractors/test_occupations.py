"""The catalogue of occupations and the words that mean its entries."""

from __future__ import annotations

import pytest

from extractors.occupations import ALIASES, catalogue, look_up


def test_the_catalogue_is_whole() -> None:
    assert len(catalogue()) == 1669
    assert catalogue()["6-18-01-01"].name == "车工"
    assert catalogue()["6-18-01-01"].job_types == ("数控车工", "普通车工")


@pytest.mark.parametrize(
    ("words", "code", "matched_by"),
    [
        ("电工", "6-31-01-03", "name"),
        ("车 工", "6-18-01-01", "name"),
        ("工业机器人系统操作员", "6-31-07-03", "name"),
        ("数控车工", "6-18-01-01", "job_type"),
        ("煤矿井下防爆电工", "6-31-01-03", "job_type"),
        ("锅炉（承压）设备焊工", "6-18-02-04", "job_type"),
        ("电工（二级/技师）", "6-31-01-03", "stripped"),
        ("高级电工", "6-31-01-03", "stripped"),
        ("电工高级技师", "6-31-01-03", "stripped"),
        ("焊工（电焊工）", "6-18-02-04", "stripped"),
        ("维修电工", "6-31-01-03", "alias"),
        ("维修电工（高级）", "6-31-01-03", "alias"),
        ("加工中心操作员", "6-18-01-07", "alias"),
        ("汽车修理工", "4-12-01-01", "alias"),
        ("装配电工", "6-24-02-02", "alias"),
        ("化学检验工", "6-31-03-01", "alias"),
        ("药物制剂工", "6-12-03-00", "name"),
        ("制冷工", "6-11-01-04", "name"),
        ("计算机程序设计员", "4-04-05-01", "name"),
        ("数控研磨工", "6-18-01-04", "glued"),
        ("电工（6-31-01-03）", "6-31-01-03", "name"),
    ],
)
def test_the_words_of_a_certificate_mean_an_occupation(words: str, code: str, matched_by: str) -> None:
    found = look_up(words)
    assert found is not None
    assert found.occupation is not None
    assert (found.occupation.code, found.matched_by) == (code, matched_by)


def test_an_ambiguous_name_is_left_to_a_person() -> None:
    found = look_up("钳工")
    assert found is not None
    assert found.occupation is None
    assert {occupation.name for occupation in found.occupations} == {"装配钳工", "机修钳工", "工具钳工"}
    assert found.is_skill_class == "yes"


@pytest.mark.parametrize("words", ["", "--", "星际导航员", "操作工", "高级技师"])
def test_words_outside_the_catalogue_mean_nothing(words: str) -> None:
    assert look_up(words) is None


@pytest.mark.parametrize(
    ("words", "answer"), [("车工", "yes"), ("汽车维修工", "yes"), ("消防员", "unclear"), ("文职人员", "no"), ("义务兵", "no")]
)
def test_the_class_tells_whether_it_is_an_occupation_of_skill(words: str, answer: str) -> None:
    found = look_up(words)
    assert found is not None
    assert found.is_skill_class == answer


def test_every_alias_points_into_the_catalogue() -> None:
    assert {code for codes in ALIASES.values() for code in codes} <= set(catalogue())
