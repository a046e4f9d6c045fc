"""Levels, choices, honours, capital, occupations as kinds, and plain text."""

from __future__ import annotations

from decimal import Decimal

import pytest

from extractors.kinds import KINDS, capital_amount, honour_key, kind, level_of_digit, level_rank
from extractors.kinds.skill_level import LEVELS


def found(name: str, text: str) -> object:
    one = kind(name).find(text)
    return None if one is None else one.value


@pytest.mark.parametrize(
    ("print_", "level", "agree"),
    [
        ("二级/技师", "技师", True),
        ("一级／高级技师", "高级技师", True),
        ("三级 / 高级工", "高级工", True),
        ("五级/初级工", "初级工", True),
        ("技师（二级）", "技师", True),
        ("二级技师", "技师", True),
        ("二级/高级技师", "高级技师", False),
        ("国家职业资格二级", "技师", None),
        ("四级", "中级工", None),
        ("贰级", "技师", None),
        ("高级技能", "高级工", None),
        ("维修电工 高级", "高级工", None),
        ("维修电工 中级", "中级工", None),
        ("高 级 技 师", "高级技师", None),
        ("技帅", "技师", None),
        ("特级技师", "特级技师", None),
        ("首席技师", "首席技师", None),
        ("学徒工", "学徒工", None),
        ("职业技能等级 Skill Level 三级/高级工", "高级工", True),
    ],
)
def test_a_level_is_found_in_every_wording(print_: str, level: str, agree: bool | None) -> None:
    one = kind("skill_level").find(print_)
    assert one is not None
    assert (one.value, one.valid) == (level, agree)


@pytest.mark.parametrize("print_", ["", "高级工程师", "第二级别", "国家级", "一级建造师", "等级"])
def test_no_level_is_found_where_none_is(print_: str) -> None:
    assert found("skill_level", print_) is None


def test_levels_have_an_order_over_both_systems() -> None:
    assert [level_rank(level) for level in LEVELS] == list(range(8))
    wordings = ["学徒工", "五级/初级工", "四级", "高级技能", "二级/技师", "国家职业资格一级", "特级技师", "首席技师"]
    assert [level_rank(wording) for wording in wordings] == list(range(8))
    assert level_rank("工程师") is None
    assert [level_of_digit(digit) for digit in (5, 4, 3, 2, 1)] == ["初级工", "中级工", "高级工", "技师", "高级技师"]


@pytest.mark.parametrize(
    ("stated", "printed", "outcome"),
    [
        ("高级工", "三级/高级工", "same"),
        ("技师", "二级", "same"),
        ("高级技师", "二级/技师", "different"),
        ("技师", "", "cannot_tell"),
    ],
)
def test_levels_are_compared_over_both_systems(stated: str, printed: str, outcome: str) -> None:
    assert kind("skill_level").compare(stated, printed).outcome == outcome


@pytest.mark.parametrize(
    ("print_", "gender"),
    [("男", "male"), ("性 别 女 民族 汉", "female"), ("Female", "female"), ("Sex M", "male"), ("未填", None)],
)
def test_a_gender_is_found(print_: str, gender: str | None) -> None:
    assert found("gender", print_) == gender


def test_genders_are_compared_in_any_wording() -> None:
    assert kind("gender").compare("male", "男").outcome == "same"
    assert kind("gender").compare("male", "female").outcome == "different"


@pytest.mark.parametrize(
    ("print_", "contract_type"),
    [
        ("固定期限", "fixed_term"),
        ("无固定期限劳动合同", "open_ended"),
        ("无 固 定 期 限", "open_ended"),
        ("以完成一定工作任务为期限", "task"),
        ("☑固定期限 □无固定期限 □以完成一定工作任务为期限", "fixed_term"),
        ("□固定期限 ☑无固定期限 □以完成一定工作任务为期限", "open_ended"),
        ("□固定期限 □无固定期限 √以完成一定工作任务为期限", "task"),
        ("双方选择下列第（ 二 ）种方式", "open_ended"),
        ("固定期限、无固定期限", None),
        ("", None),
    ],
)
def test_a_type_of_contract_is_found(print_: str, contract_type: str | None) -> None:
    assert found("contract_type", print_) == contract_type


@pytest.mark.parametrize(
    ("print_", "patent_type"),
    [("发 明 专 利 证 书", "invention"), ("实用新型专利证书", "utility_model"), ("外观设计专利证书", "design"), ("证书", None)],
)
def test_a_type_of_patent_is_found(print_: str, patent_type: str | None) -> None:
    assert found("patent_type", print_) == patent_type


def test_the_parts_of_the_rules_are_found_by_their_headings() -> None:
    text = "一、领办人岗位职责\n二、经费管理使用制度\n三、档 案 管 理 制度\n四、工作规章制度"
    assert found("sections", text) == ["leader_duties", "funds", "archives", "work_rules"]
    assert found("sections", "三、档案管理制度") == ["archives"]
    assert found("sections", "考勤办法") is None
    assert kind("sections").compare(["funds", "archives"], ["archives"]).outcome == "different"
    assert kind("sections").compare(["archives"], ["funds", "archives"]).outcome == "same"


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("中华技能大奖", "中华技能大奖"),
        ("第十六届中华技能大奖获得者", "中华技能大奖"),
        ("第十五届全国技术能手", "全国技术能手"),
        ("全国技术能手荣誉称号", "全国技术能手"),
        ("享受国务院政府特殊津贴", "享受国务院政府特殊津贴"),
        ("国务院政府特殊津贴专家", "享受国务院政府特殊津贴"),
        ("政府特殊津贴", "享受国务院政府特殊津贴"),
        ("北京市有突出贡献高技能人才", "北京市有突出贡献的高技能人才"),
        ("北京市有突出贡献的高技能人才", "北京市有突出贡献的高技能人才"),
        ("北京市政府技师特殊津贴", "享受北京市政府技师特殊津贴"),
        ("享受北京市政府技师特殊津贴人员", "享受北京市政府技师特殊津贴"),
        ("第46届世界技能大赛焊接项目中国技术指导专家组组长", "世界技能大赛专家组长、教练组长、主教练"),
        ("世界技能大赛数控车项目主教练", "世界技能大赛专家组长、教练组长、主教练"),
        ("国家级非物质文化遗产代表性传承人", "非物质文化遗产代表性传承人"),
        ("非遗传承人", "非物质文化遗产代表性传承人"),
        ("非物质遗产传承人", "非物质文化遗产代表性传承人"),
        ("北京老字号工匠", "北京老字号工匠"),
        ("老字号工匠", "北京老字号工匠"),
        ("北京市技术能手", None),
        ("首都劳动奖章", None),
        ("全国五一劳动奖章", None),
        ("北京大工匠", None),
        ("世界技能大赛参赛选手", None),
        ("上海市政府特殊津贴", None),
    ],
)
def test_a_listed_honour_is_known_in_every_wording(text: str, key: str | None) -> None:
    assert honour_key(text) == key


@pytest.mark.parametrize(
    ("print_", "honour"),
    [
        ("荣获“全国技术能手”称号", "全国技术能手"),
        ("张三同志荣获第十五届全国技术能手荣誉称号，特发此证。", "全国技术能手"),
        ("被评为北京市劳动模范", "北京市劳动模范"),
        ("首都劳动奖章", "首都劳动奖章"),
        ("荣获2023年北京市职工技能大赛一等奖", "北京市职工技能大赛一等奖"),
        ("", None),
        ("特发此证，以资鼓励", None),
    ],
)
def test_an_honour_is_found_in_prose(print_: str, honour: str | None) -> None:
    assert found("honour", print_) == honour


@pytest.mark.parametrize(
    ("stated", "printed", "outcome"),
    [
        ("享受国务院政府特殊津贴", "国务院政府特殊津贴", "same"),
        ("全国技术能手", "第十五届全国技术能手荣誉称号", "same"),
        ("非物质遗产传承人", "国家级非物质文化遗产代表性传承人", "lookalike"),
        ("市级非物质文化遗产代表性传承人", "国家级非物质文化遗产代表性传承人", "different"),
        ("全国技术能手", "北京市技术能手", "different"),
        ("技能大赛一等奖", "技能大赛二等奖", "different"),
        ("首都劳动奖章", "首都劳动奖章", "same"),
    ],
)
def test_honours_are_compared_by_what_they_mean(stated: str, printed: str, outcome: str) -> None:
    assert kind("honour").compare(stated, printed).outcome == outcome


@pytest.mark.parametrize(
    ("print_", "value", "amount"),
    [
        ("1000万元人民币", "1000万元人民币", 10_000_000),
        ("人民币 1000.0000 万元整", "人民币1000.0000万元整", 10_000_000),
        ("壹佰万元整", "壹佰万元整", 1_000_000),
        ("壹仟贰佰伍拾万元整", "壹仟贰佰伍拾万元整", 12_500_000),
        ("伍仟万圆整", "伍仟万圆整", 50_000_000),
        ("1,000,000元", "1,000,000元", 1_000_000),
        ("50万元 成立日期", "50万元", 500_000),
        ("500万美元", "500万美元", 5_000_000),
    ],
)
def test_a_capital_is_found_as_printed(print_: str, value: str, amount: int) -> None:
    assert found("capital", print_) == value
    assert capital_amount(value) == Decimal(amount)


def test_a_misread_figure_of_a_capital_is_put_right_and_said_to_be() -> None:
    read = kind("capital").find("人民币伍任捌佰万元整")
    assert read is not None
    assert (read.value, read.repaired) == ("人民币伍仟捌佰万元整", True)


def test_capitals_are_compared_by_amount() -> None:
    assert kind("capital").compare("1000万元", "壹仟万元整").outcome == "same"
    assert kind("capital").compare("1000万元", "1000万美元").outcome == "different"
    assert kind("capital").compare("1000万元", "100万元").outcome == "different"
    assert found("capital", "2023年3月1日") is None


@pytest.mark.parametrize(
    ("print_", "occupation"),
    [
        ("职业名称 汽车装调工P", "汽车装调工"),
        ("职业名称 汽车维修工甲", "汽车维修工"),
        ("职业及等级 汽車裝调工初級技能", "汽车装调工"),
        ("维修电工 高级技师", "维修电工"),
        ("电工（二级/技师）", "电工"),
        ("车工高级工", "车工"),
        ("职业名称 Occupation 工业机器人系统操作员 工种", "工业机器人系统操作员"),
        ("焊工(电焊工)", "焊工"),
        ("6-31-01-03 电工", "电工"),
        ("--", None),
        ("", None),
    ],
)
def test_an_occupation_is_cut_out_of_its_line(print_: str, occupation: str | None) -> None:
    assert found("occupation", print_) == occupation


@pytest.mark.parametrize(
    ("stated", "printed", "outcome"),
    [
        ("电工", "维修电工", "same"),
        ("车工", "数控车工", "same"),
        ("电工", "电工（技师）", "same"),
        ("焊工", "焊工（电焊工）", "same"),
        ("装配钳工", "钳工", "lookalike"),
        ("电工", "车工", "different"),
        ("古建彩绘技艺", "古建彩绘技艺", "same"),
        ("古建彩绘技艺", "古建彩绘", "lookalike"),
    ],
)
def test_occupations_are_compared_through_the_catalogue(stated: str, printed: str, outcome: str) -> None:
    assert kind("occupation").compare(stated, printed).outcome == outcome


def test_text_is_trimmed_and_compared_by_similarity() -> None:
    assert found("text", "： 机械设备及配件生产、销售;安装 ") == "机械设备及配件生产、销售；安装"
    assert found("text", "——") is None
    compare = kind("text").compare
    assert compare("一种 USB Type C 接口", "一种USB Type C接口").outcome == "same"
    assert compare("一种可调节的数控车床夹具装置", "一种可调节的数控车床夹具装罝").outcome == "lookalike"
    assert compare("一种可调节的数控车床夹具装置", "光伏板清洗机器人").outcome == "different"


@pytest.mark.parametrize("name", KINDS)
def test_every_kind_answers_for_missing_values(name: str) -> None:
    assert kind(name).name == name
    assert kind(name).compare(None, None).outcome == "cannot_tell"
    assert kind(name).find("") is None


@pytest.mark.parametrize(
    ("text", "post"),
    [
        ("仍为座椅装配工", "座椅装配工"),
        ("由普通铣工变更为五轴加工中心操作工", "五轴加工中心操作工"),
        ("公司聘用员工担任质检员", "质检员"),
        ("可调整为相近岗位", None),
        ("根据工作需要可变更为销售", None),
        ("调整为其他岗位", None),
        ("是指从事一线生产的岗位", None),
        ("/方向", None),
    ],
)
def test_a_post_that_a_contract_keeps_changes_or_gives_is_read_and_one_that_it_may_give_is_not(
    text: str, post: str | None
) -> None:
    found = kind("position").find(text)
    assert (found and found.value) == post


@pytest.mark.parametrize(
    ("text", "honour"),
    [
        ("职工组金奖", "金奖"),
        ("个人一等奖", "一等奖"),
        ("全国技能大赛团体第一名", "全国技能大赛团体第一名"),
        ("“优秀员工”", "优秀员工"),
    ],
)
def test_an_honour_is_its_rank_without_the_group_and_without_quotation_marks(text: str, honour: str) -> None:
    found = kind("title").find(text)
    assert found is not None
    assert found.value == honour


@pytest.mark.parametrize(
    ("one", "other", "outcome"),
    [
        ("钳工项目一等奖", "一等奖", "same"),
        ("一等奖", "职工组一等奖", "same"),
        ("职工组一等奖", "学生组一等奖", "different"),
        ("钳工项目一等奖", "二等奖", "different"),
    ],
)
def test_a_rank_may_be_stated_without_its_event(one: str, other: str, outcome: str) -> None:
    assert kind("honour").compare(one, other).outcome == outcome
