"""Names of people, companies, banks and places: found in print and compared."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractors.kinds import bank_of_name, branch_of_name, kind


def found(name: str, text: str) -> object:
    one = kind(name).find(text)
    return None if one is None else one.value


@pytest.mark.parametrize(
    ("print_", "name"),
    [
        ("张伟", "张伟"),
        ("：张伟", "张伟"),
        ("张 伟 性别 男", "张伟"),
        ("张　　伟", "张伟"),
        ("Name 张伟", "张伟"),
        ("姓 名：欧阳 娜娜 性别 女", "欧阳娜娜"),
        ("王小 明 男", "王小明"),
        ("郝 多 多身份证号", "郝多多"),
        ("张  三   李四", "张三"),
        ("___张伟___", "张伟"),
        ("张伟 男", "张伟"),
        ("张伟男 1985年", "张伟"),
        ("张伟1985年6月7日", "张伟"),
        ("法定代表人（签字）：张伟 2026年1月12日", "张伟"),
        ("乙 方（劳动者）：王芳", "王芳"),
        ("张三同志：", "张三"),
        ("授予李四", "李四"),
        ("李庆国印", "李庆国"),
        ("李文章", "李文章"),
        ("睢四军", "睢四军"),
        ("万瑞桂号", "万瑞桂"),
        ("万瑞桂号：ZL201920125948.8", "万瑞桂"),
        ("李小梅名：", "李小梅"),
        ("张佳期", "张佳期"),
        ("䶮小明", "䶮小明"),
        ("艾力·吐尔逊同志", "艾力·吐尔逊"),
        ("艾力·吐尔逊 同志荣获", "艾力·吐尔逊"),
        ("阿卜杜·买买提 性别 男", "阿卜杜·买买提"),
        ("阿卜杜．买买提", "阿卜杜·买买提"),
        ("古丽娜尔•艾合买提•肉孜", "古丽娜尔·艾合买提·肉孜"),
        ("張偉", "張偉"),
        ("John Smith", "JohnSmith"),
    ],
)
def test_a_name_is_told_from_what_stands_around_it(print_: str, name: str) -> None:
    assert found("person_name", print_) == name


@pytest.mark.parametrize(
    "print_",
    [
        "",
        "性别 男",
        "身份证号码",
        "签字：",
        "营业执照",
        "荣誉证书",
        "法定代表人",
        "2023年3月1日",
        "Name",
        "____",
        "有限公司",
        "高级技师",
    ],
)
def test_a_label_is_no_name(print_: str) -> None:
    assert found("person_name", print_) is None


def test_the_span_of_a_name_is_that_of_its_print() -> None:
    text = "姓名：张  伟 性别"
    one = kind("person_name").find(text)
    assert one is not None
    assert text[one.start : one.end] == "张  伟"


@pytest.mark.parametrize(
    ("stated", "printed", "outcome"),
    [
        ("张伟", "张 伟", "same"),
        ("张伟", "張偉", "same"),
        ("张伟", "张炜", "lookalike"),
        ("张晓明", "张小明", "lookalike"),
        ("张伟", "张大伟", "lookalike"),
        ("张伟", "李四", "different"),
        ("张伟明", "王伟强", "different"),
        ("阿卜杜·买买提", "阿卜杜．买买提", "same"),
        ("阿卜杜·买买提", "阿卜杜买买提", "lookalike"),
        ("张伟", "", "cannot_tell"),
    ],
)
def test_names_are_compared_by_person(stated: str, printed: str, outcome: str) -> None:
    assert kind("person_name").compare(stated, printed).outcome == outcome


@pytest.mark.parametrize(
    ("print_", "names"),
    [
        ("张伟;李四;王芳", ["张伟", "李四", "王芳"]),
        ("：张 伟；李四", ["张伟", "李四"]),
        ("张伟、李四，王芳 专利号：ZL", ["张伟", "李四", "王芳"]),
        ("张伟  李四  王芳", ["张伟", "李四", "王芳"]),
        ("张伟\n李四", ["张伟", "李四"]),
        ("阿卜杜·买买提;张伟", ["阿卜杜·买买提", "张伟"]),
        ("张伟", ["张伟"]),
    ],
)
def test_a_list_of_names_is_taken_apart(print_: str, names: list[str]) -> None:
    assert found("person_list", print_) == names


@pytest.mark.parametrize(
    ("stated", "printed", "outcome"),
    [
        (["张伟", "李四"], ["李四", "张伟"], "same"),
        (["张伟", "李四"], ["张炜", "李四"], "lookalike"),
        (["张伟", "李四"], ["张伟"], "different"),
        (["张伟"], ["王芳"], "different"),
        ("张伟;李四", ["李四", "张伟"], "same"),
        ([], ["张伟"], "cannot_tell"),
        (["张伟"], None, "cannot_tell"),
    ],
)
def test_lists_of_names_are_compared_as_sets(stated: list[str], printed: list[str] | None, outcome: str) -> None:
    assert kind("person_list").compare(stated, printed).outcome == outcome


@pytest.mark.parametrize(
    ("print_", "name"),
    [
        ("北京星河科技有限公司 统一社会信用代码 91110400MAD1234570", "北京星河科技有限公司"),
        ("：北京市星河（集团）股份有限公司（盖章）", "北京市星河（集团）股份有限公司"),
        ("甲方（用人单位）：北京 星河 精密 制造 有限 公司", "北京星河精密制造有限公司"),
        ("北京星河(集团)有限公司", "北京星河（集团）有限公司"),
        ("北京星河科技有限公司承诺如下", "北京星河科技有限公司"),
        ("本单位北京星河科技有限公司郑重承诺", "北京星河科技有限公司"),
        ("名    称 北京星河职业技能培训中心", "北京星河职业技能培训中心"),
        ("Name of Enterprise 北京甲乙有限公司", "北京甲乙有限公司"),
        ("北京甲有限公司上海分公司 类型", "北京甲有限公司上海分公司"),
        ("北京中心城区建设有限公司", "北京中心城区建设有限公司"),
        ("北京银行卡服务有限公司", "北京银行卡服务有限公司"),
        ("北京星河会计师事务所（普通合伙） 类型", "北京星河会计师事务所（普通合伙）"),
        ("账户名称 北京星河科技有限公司 账号 0200001209200123456", "北京星河科技有限公司"),
        ("星河市东风压瓦机厂", "星河市东风压瓦机厂"),
        ("北京市星河行业协会", "北京市星河行业协会"),
        ("北京甲公司与张三签订", "北京甲公司"),
        ("星河小吃铺", "星河小吃铺"),
        ("张三技能大师工作室制度汇编为规范北京星河科技有限公司", "北京星河科技有限公司"),
        ("根据北京星河科技有限公司章程", "北京星河科技有限公司"),
        ("北京星河设计工作室", "北京星河设计工作室"),
        ("张三技能大师工作室 北京星河科技有限公司", "北京星河科技有限公司"),
    ],
)
def test_a_company_is_cut_out_of_its_line(print_: str, name: str) -> None:
    assert found("company", print_) == name


@pytest.mark.parametrize(
    "print_",
    ["", "法定代表人", "统一社会信用代码", "张三", "（盖章）", "2023年3月1日", "______", "工作室场所照片", "档案管理制度"],
)
def test_no_company_is_found_where_none_is(print_: str) -> None:
    assert found("company", print_) is None


@pytest.mark.parametrize(
    ("stated", "printed", "outcome"),
    [
        ("北京星河(集团)有限公司", "北京 星河（集团）有限公司", "same"),
        ("北京東方科技有限公司", "北京东方科技有限公司", "same"),
        ("北京星河科技有限公司", "北京市星河科技有限公司", "lookalike"),
        ("北京星河科技有限公司", "北京星河科枝有限公司", "lookalike"),
        ("北京星河集团有限公司", "北京星河（集团）有限公司", "lookalike"),
        ("北京星河科技有限公司", "北京星河科技有限公司上海分公司", "different"),
        ("北京星河科技有限公司", "北京星河科技有限责任公司", "different"),
        ("北京星河科技有限公司", "北京星河科技集团有限公司", "different"),
        ("北京星河科技有限公司", "北京星海科技有限公司", "different"),
        ("北京星河科技有限公司", "上海月亮贸易有限公司", "different"),
        ("乾一机械有限公司", "干一机械有限公司", "different"),
    ],
)
def test_companies_are_compared_as_legal_persons(stated: str, printed: str, outcome: str) -> None:
    assert kind("company").compare(stated, printed).outcome == outcome


@pytest.mark.parametrize(
    ("print_", "address"),
    [
        ("：北京市北京经济技术开发区科创十四街99号 法定代表人 张三", "北京市北京经济技术开发区科创十四街99号"),
        ("住    所 北京市大兴区(经开区)荣华中路1号院2号楼3层301室", "北京市大兴区（经开区）荣华中路1号院2号楼3层301室"),
        ("浦东新区环湖西二路888号C楼 注册资本 100万元", "浦东新区环湖西二路888号C楼"),
        ("北京市大兴区荣华中路1号 电话：010-67880000", "北京市大兴区荣华中路1号"),
    ],
)
def test_an_address_is_cut_out_of_its_line(print_: str, address: str) -> None:
    assert found("address", print_) == address


@pytest.mark.parametrize("print_", ["", "电话 010-67880000", "____", "法定代表人：张三"])
def test_no_address_is_found_where_none_is(print_: str) -> None:
    assert found("address", print_) is None


@pytest.mark.parametrize(
    ("stated", "printed", "outcome"),
    [
        ("北京市北京经济技术开发区科创十四街99号", "北京经济技术开发区科创十四街 99 号", "same"),
        ("北京市北京经济技术开发区科创十四街99号", "北京市大兴区经济技术开发区科创十四街99号", "same"),
        ("北京市北京经济技术开发区荣华中路1号院2号楼3层301室", "北京经济技术开发区荣华中路1号2栋三层301", "same"),
        ("北京市大兴区荣华中路一号", "北京市大兴区荣华中路1号", "same"),
        ("北京经济技术开发区科创十四街99号", "北京经济技术开发区科创十四街99号2幢", "lookalike"),
        ("北京经济技术开发区科创十四街99号", "北京经济技术开发区科创十四街98号", "different"),
        ("北京市大兴区荣华中路1号", "北京市通州区荣华中路1号", "different"),
        ("北京经济技术开发区科创十四街99号", "上海市浦东新区环湖西二路888号", "different"),
        ("北京经济技术开发区科创十四街99号", "北京", "cannot_tell"),
    ],
)
def test_addresses_are_compared_as_people_write_them(stated: str, printed: str, outcome: str) -> None:
    assert kind("address").compare(stated, printed).outcome == outcome


@pytest.mark.parametrize(
    ("print_", "name"),
    [
        ("开户银行：中国工商银行股份有限公司北京亦庄支行 账号 0200", "中国工商银行股份有限公司北京亦庄支行"),
        ("开 户 行 北京银行经济技术开发区支行", "北京银行经济技术开发区支行"),
        ("工行北京经济技术开发区支行", "工行北京经济技术开发区支行"),
        ("中国建设银行股份有限公司北京市分行营业部 行号 105100000017", "中国建设银行股份有限公司北京市分行营业部"),
    ],
)
def test_a_bank_is_cut_out_of_its_line(print_: str, name: str) -> None:
    assert found("bank_name", print_) == name


@pytest.mark.parametrize("print_", ["", "开户银行", "账号 0200001209200123456", "北京星河科技有限公司"])
def test_no_bank_is_found_where_none_is(print_: str) -> None:
    assert found("bank_name", print_) is None


def test_a_bank_and_its_branch_are_told_apart() -> None:
    assert bank_of_name("工行北京亦庄支行") == "中国工商银行"
    assert bank_of_name("上海浦东发展银行股份有限公司北京分行") == "浦发银行"
    assert bank_of_name("盛京银行股份有限公司北京支行") == "盛京银行"
    assert bank_of_name("北京星河科技有限公司") is None
    assert branch_of_name("中国工商银行股份有限公司北京亦庄支行") == "亦庄"
    assert branch_of_name("中国工商银行") == ""


@pytest.mark.parametrize(
    ("stated", "printed", "outcome"),
    [
        ("中国工商银行股份有限公司北京亦庄支行", "工商银行北京亦庄支行", "same"),
        ("北京农商银行亦庄支行", "北京农村商业银行股份有限公司亦庄支行", "same"),
        ("工商银行北京亦庄支行", "中国工商银行", "lookalike"),
        ("北京银行经济技术开发区支行", "北京银行股份有限公司开发区支行", "lookalike"),
        ("工商银行北京亦庄支行", "工商银行北京荣华支行", "different"),
        ("工商银行北京亦庄支行", "建设银行北京亦庄支行", "different"),
        ("中国银行北京亦庄支行", "中国工商银行北京亦庄支行", "different"),
    ],
)
def test_banks_are_compared_by_bank_and_branch(stated: str, printed: str, outcome: str) -> None:
    assert kind("bank_name").compare(stated, printed).outcome == outcome


NAMES = (
    ("person_name", "张晓明"),
    ("company", "北京星河精密制造有限公司"),
    ("address", "北京经济技术开发区科创十四街99号"),
    ("bank_name", "中国工商银行北京亦庄支行"),
)


@settings(deadline=None)
@given(st.sampled_from(NAMES), st.integers(1, 20))
def test_a_space_and_full_width_print_never_change_a_name(which: tuple[str, str], place: int) -> None:
    name, value = which
    place = min(place, len(value) - 1)
    printed = "".join(chr(ord(char) + 0xFEE0) if char.isascii() and char.isalnum() else char for char in value)
    printed = f"：{printed[:place]} {printed[place:]}"
    one = kind(name).find(printed)
    assert one is not None
    assert one.value == value
    assert kind(name).compare(value, printed[1:]).outcome == "same"


@settings(deadline=None)
@given(st.text(alphabet="北京市张伟李四有限公司银行支行路号男女姓名性别：（）() _·AaZ19", max_size=40))
def test_no_print_whatever_makes_a_name_kind_fail(text: str) -> None:
    for name in ("person_name", "person_list", "company", "address", "bank_name", "text"):
        one = kind(name).find(text)
        assert one is None or 0 <= one.start < one.end <= len(text)
        kind(name).compare(text, text[::-1])
