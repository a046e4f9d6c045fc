"""Decisions that name several, read for the one for whom they were handed in."""

from __future__ import annotations

import pytest

from extractors.finders.listing import is_listed
from tests.extractors.papers import read

DECISION = (
    "关于表彰“首都劳动奖章”的决定\n经研究决定，授予下列同志“首都劳动奖章”：\n杨志刚 许文静 唐建平\n联系人：钱程\n2017年12月8日"
)
TABLE = (
    "关于公布“首都劳动奖章”名单的通知\n附件：“首都劳动奖章”名单\n"
    "序号\t姓名\t职业\n1\t杨志刚\t电工\n2\t许文静\t焊工\n2017年12月8日"
)


SENTENCE = "关于命名“大兴工匠”的决定\n总工会决定，命名杨志刚、耿宝山、许文静等5名同志\n为2023年度“大兴工匠”。\n2023年4月26日"


@pytest.mark.parametrize("text", [DECISION, TABLE, SENTENCE])
@pytest.mark.parametrize("person", ["杨志刚", "许文静"])
def test_the_one_meant_is_found_where_the_list_names_them(text: str, person: str) -> None:
    field = read("award_certificate", text, person=person)["recipient_name"]
    assert (field.value, field.text, field.method) == (person, person, "list")


@pytest.mark.parametrize("text", [DECISION, TABLE])
@pytest.mark.parametrize("person", ["许文", "赵一", "钱程", "", None])
def test_whoever_is_not_listed_is_not_read(text: str, person: str | None) -> None:
    assert "recipient_name" not in read("award_certificate", text, person=person)


def test_one_persons_certificate_says_whose_it_is_whoever_hands_it_in() -> None:
    text = "荣誉证书\n杨志刚同志：\n荣获“首都劳动奖章”，许文静同志荐。\n北京市总工会\n2017年12月8日"
    assert read("award_certificate", text, person="许文静")["recipient_name"].value == "杨志刚"


NUMBERED = (
    "关于公布“首都劳动奖章”名单的通知\n附件：“首都劳动奖章”名单\n"
    "姓名\t职业\t证书编号\n杨志刚\t电工\t201904307\n许文静\t焊工\t201904333\n唐建平\t钳工\t201904340"
)


@pytest.mark.parametrize(("person", "number"), [("杨志刚", "201904307"), ("许文静", "201904333")])
def test_the_number_is_that_of_the_ones_row(person: str, number: str) -> None:
    assert read("award_certificate", NUMBERED, person=person)["certificate_number"].value == number


def test_an_id_number_or_a_neighbours_number_is_no_certificates() -> None:
    people = "关于公布“首都劳动奖章”名单的通知\n附件：“首都劳动奖章”名单\n姓名\t身份证号\n许文静\t110105198004159254"
    columns = "关于公布“首都劳动奖章”名单的通知\n附件：“首都劳动奖章”名单\n姓名\t编号\t姓名\t编号\n许文静\t\t唐建平\t201904340"
    for text in (people, columns):
        field = read("award_certificate", text, person="许文静").get("certificate_number")
        assert field is None or field.method != "list"


@pytest.mark.parametrize(
    ("rows", "name"),
    [
        ("杨志刚\t201904307\n\n授予“首都劳动奖章”\n\n主席\n王建国\t20171208", "杨志刚"),
        ("杨志刚\t201904307\n许文静\t201904333", None),
        ("杨志刚\t201904307\n\n许文静\t201904333", None),
    ],
    ids=["one, signed below", "two", "two with one between that was not read"],
)
def test_who_signs_far_below_is_no_row_of_a_list(rows: str, name: str | None) -> None:
    found = read("award_certificate", f"荣誉证书\n姓名\t证书编号\n{rows}")
    assert (found["recipient_name"].value if "recipient_name" in found else None) == name


@pytest.mark.parametrize(
    ("name", "line", "listed"),
    [
        ("张伟", "张 伟 李明 王芳", True),
        ("王强", "王强同志、李明同志", True),
        ("王强", "1.王强（电工）", True),
        ("王强", "审核: 王强", False),
        ("李明", "李明华王芳", False),
        ("李明华", "李明华王芳", True),
    ],
)
def test_a_name_is_listed_only_whole(name: str, line: str, listed: bool) -> None:
    assert is_listed(name, line) is listed


RANKED = (
    "2023年职业技能竞赛获奖名单\n数控车工（职工组）\n一等奖： 杨志刚（北京远航公司）\n二等奖： 许文静（北京大海公司）\n"
    "唐建平（北京远大有限公司）\n三等奖： 秦勇（北京新华有限公司）\n2023年12月1日"
)
COLUMN = (
    "关于公布第五届大工匠选树结果的通报\n序号\t姓名\t等次\n1\t杨志刚\t北京大工匠\n2\t许文静\t北京大工匠提名人选\n2023年4月20日"
)


@pytest.mark.parametrize(
    ("text", "person", "honour"),
    [
        (RANKED, "杨志刚", "一等奖"),
        (RANKED, "许文静", "二等奖"),
        (RANKED, "唐建平", "二等奖"),
        (RANKED, "秦勇", "三等奖"),
        (COLUMN, "杨志刚", "北京大工匠"),
        (COLUMN, "许文静", "北京大工匠提名人选"),
    ],
)
def test_the_honour_is_that_of_the_ones_row(text: str, person: str, honour: str) -> None:
    found = read("award_certificate", text, person=person)
    assert (found["recipient_name"].value, found["honour"].value) == (person, honour)


def test_a_unit_in_a_crooked_column_is_no_honour() -> None:
    text = "关于公布大工匠选树结果的通报\n姓名\t等次\n杨志刚\t北京远航科技有限公司\t北京大工匠\n2023年4月20日"
    assert read("award_certificate", text, person="杨志刚")["honour"].value != "北京远航科技有限公司"
