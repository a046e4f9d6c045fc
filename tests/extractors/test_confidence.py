"""How sure a value is: what is ambiguous, torn or put right never counts as certain; what is plain does."""

from __future__ import annotations

from dataclasses import replace

import pytest

from extractors.documents import FORMS
from extractors.finding import find_fields
from extractors.paper import Paper
from extractors.records import FieldValue
from extractors.wholeness import looks_whole
from models.records import Box, Seal
from tests.extractors.papers import read, typed

SURE = 0.9

PLAIN = [
    ("business_license", "名称 北京朗润新材料有限公司", "company_name"),
    ("business_license", "住所 北京市大兴区旧宫镇旧桥路6号", "address"),
    ("business_license", "经营范围 新材料技术研发；合成材料销售。", "business_scope"),
    ("skill_certificate", "姓名：陈立", "holder_name"),
    ("skill_certificate", "证件号码：110105197912031016", "id_number"),
    ("skill_certificate", "发证日期：2022年11月18日", "issued_on"),
    ("skill_certificate", "职业技能等级证书\n北京恒岳机床集团有限公司\n2022年11月18日", "issued_on"),
    ("bank_account", "开户银行：中国农业银行北京亦庄支行营业部", "bank_name"),
    ("patent_certificate", "专利权人：北京朗润新材料有限公司;陈立", "patentee"),
]


@pytest.mark.parametrize(("type_", "text", "field"), PLAIN)
def test_a_plain_value_is_sure(type_: str, text: str, field: str) -> None:
    assert read(type_, text)[field].confidence >= SURE


DOUBTFUL = [
    ("business_license", "名称 北京朗润新材料有限", "company_name"),
    ("business_license", "住所 北京市大兴区旧宫镇旧桥路6号（自贸试", "address"),
    ("business_license", "住所 北京市北京经济技术开发区科创十四", "address"),
    ("business_license", "住所 北京市北京经济技术开发区荣华南路1", "address"),
    ("business_license", "经营范围 新材料技术研发；销售合成材料（不含", "business_scope"),
    ("business_license", "经营范围 新材料技术研发；技术咨询、", "business_scope"),
    ("business_license", "统一社会信用代码 9111O302MA01ABCD5E", "uscc"),
    ("skill_certificate", "姓名：陈立\n姓名：孙晓梅", "holder_name"),
    ("skill_certificate", "姓名：仄平", "holder_name"),
    ("skill_certificate", "证件号码：11O105197912031016", "id_number"),
    ("skill_certificate", "证件号码：110105197912031016\n证件号码：370923199101051519", "id_number"),
    ("skill_certificate", "证件号码：110105197912031017", "id_number"),
    ("skill_certificate", "职业技能等级证书\n2021年5月6日\n2022年11月18日", "issued_on"),
    ("skill_certificate", "评价机构：京海桢人才服务有限公司", "issuer"),
    ("skill_certificate", "评价机构：北京华珩人才服务有公司", "issuer"),
    ("award_certificate", "获奖日期：〇二二年八月二十二日", "awarded_on"),
    ("bank_account", "开户银行：中国农业银行北京亦庄", "bank_name"),
    ("bank_account", "账号：12345678", "account_number"),
]


@pytest.mark.parametrize(("type_", "text", "field"), DOUBTFUL)
def test_an_ambiguous_or_torn_value_is_not_sure(type_: str, text: str, field: str) -> None:
    assert read(type_, text)[field].confidence < SURE


def test_a_name_that_the_seal_reads_otherwise_is_not_sure() -> None:
    text = "荣誉证书\n授予张伟“北京大工匠”称号\n北京市大力资源和社会保障局\n2021年5月6日"
    seal = Seal(
        page=0, box=Box(0.5, 0.1, 0.7, 0.3), shape="round", colour="red", name="北京市人力资源和社会保障局", confidence=0.9
    )
    assert read("award_certificate", text)["issuer"].confidence >= SURE
    assert read("award_certificate", text, seal)["issuer"].confidence < SURE


def test_a_name_under_a_seal_that_gives_one_character_more_accuses_nobody() -> None:
    text = "承诺书\n北京祺骏机器产业协会（公章）\n2026年1月15日"
    far = text.replace("祺骏机器产业", "远洋渔业")
    over, apart = Box(0.2, 0.04, 0.4, 0.2), Box(0.2, 0.4, 0.4, 0.6)
    seals = [
        Seal(page=0, box=box, shape="round", colour="red", name="北京祺骏机器人产业协会", confidence=0.99)
        for box in (over, apart)
    ]
    under, beside = (read("commitment_letter", text, seal)["company_name"] for seal in seals)
    assert (under.value, beside.value) == ("北京祺骏机器产业协会", "北京祺骏机器产业协会")
    assert under.confidence < 0.75 <= beside.confidence
    assert read("commitment_letter", far, seals[0])["company_name"].confidence >= 0.75


WHOLE = [
    ("company", "北京金轮轴承有限公司"),
    ("company", "北京星火创新投资中心（有限合伙）"),
    ("company", "北京亦庄金桥五金加工店"),
    ("issuer", "中华人民共和国国务院"),
    ("issuer", "北京市人民政府"),
    ("issuer", "中华全国总工会"),
    ("bank_name", "招商银行股份有限公司北京亦庄支行"),
    ("bank_name", "北京农商银行旧宫分理处"),
    ("address", "北京市北京经济技术开发区经海四路156号院9号楼2层201"),
    ("address", "北京市大兴区采育镇凤河营村"),
    ("owner", "北京金轮轴承有限公司;慕容晴"),
    ("person_name", "阿卜杜·买买提"),
    ("person_name", "欧阳娜娜"),
    ("person_name", "张李欣怡"),
    ("person_list", ["王芳", "阿卜杜·买买提"]),
    ("certificate_number", "BJJN-2022-0187"),
]


@pytest.mark.parametrize(("of", "value"), WHOLE)
def test_a_whole_value_looks_whole(of: str, value: FieldValue) -> None:
    assert looks_whole(of, value)


@pytest.mark.parametrize(("of", "value"), [("person_name", "王芳桂权"), ("person_list", ["王芳", "万瑞桂利"])])
def test_a_name_longer_than_names_are_looks_torn(of: str, value: FieldValue) -> None:
    assert not looks_whole(of, value)


def test_a_certificates_number_is_as_sure_as_its_print() -> None:
    """Its structure proves nothing: there is no check digit."""
    faint = typed("证书编号：Y000011000123223000456", confidence=0.7)
    assert find_fields(Paper(FORMS["skill_certificate"], [faint]))["certificate_number"].confidence < SURE


@pytest.mark.parametrize(("certainty", "sure"), [(0.985, True), (0.97, False)])
def test_a_persons_name_is_sure_only_when_each_character_is_clear_however_often_it_is_read(certainty: float, sure: bool) -> None:
    page = typed("姓名：朱森德\n证书编号：Y000011000123223000456\n姓名：朱森德\n性别：男", confidence=certainty)
    fields = find_fields(Paper(FORMS["skill_certificate"], [page]))
    assert (fields["holder_name"].confidence >= SURE) == sure
    assert fields["holder_name"].confidence >= 0.75
    assert fields["gender"].confidence >= SURE


def test_one_clear_reading_of_a_persons_name_bears_out_a_doubtful_one() -> None:
    pages = [typed("姓名：朱森德", confidence=certainty, index=index) for index, certainty in enumerate((0.95, 0.99))]
    assert find_fields(Paper(FORMS["skill_certificate"], pages))["holder_name"].confidence >= SURE


SIMPLIFIED = "职业技能等级证书\n职业名称：电工\n评价机构：北京恒岳机床集团有限公司\n发证日期：2022年11月18日\n姓名：{}"


@pytest.mark.parametrize(("sure", "name"), [(0.99, "蔣开元"), (0.9, "蒋开元")], ids=["clear", "doubtful"])
def test_a_lone_traditional_character_is_a_doubt(sure: float, name: str) -> None:
    page = typed(SIMPLIFIED.format("蔣开元"))
    lines = tuple(line.model_copy(update={"confidence": sure}) if "蔣" in line.text else line for line in page.lines)
    field = find_fields(Paper(FORMS["skill_certificate"], [replace(page, lines=lines)]))["holder_name"]
    assert field.value == name
    assert field.confidence < 0.75


def test_a_paper_in_traditional_characters_is_read_as_it_is() -> None:
    field = read("award_certificate", "榮譽證書\n姓名：蔣開元\n榮譽稱號：勞動模範\n頒發單位：總工會\n獲獎時間：2021年5月6日")
    assert field["recipient_name"].value == "蔣開元"
    assert field["recipient_name"].confidence >= SURE


def test_the_one_whom_a_decision_about_many_names_first_is_not_sure() -> None:
    text = (
        "关于授予陈立等20名同志“北京市技术能手”称号的决定\n"
        "经评审，决定授予陈立等20名同志“北京市技术能手”称号。\n北京市人力资源和社会保障局\n2022年9月8日"
    )
    field = read("award_certificate", text)["recipient_name"]
    assert (field.value, field.confidence < 0.75) == ("陈立", True)
