"""The declarations at work: papers typed line by line, and what is read from them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from extractors.documents import FORMS
from extractors.finding import find_fields
from extractors.kinds import KINDS
from extractors.layout import PageLines
from extractors.paper import Paper
from extractors.records import Field
from extractors.terms import contract_terms
from models.records import Box, Line, Seal
from tests.extractors.papers import read, typed, values


def seal(name: str, confidence: float = 0.95) -> Seal:
    return Seal(page=0, box=Box(0.6, 0.7, 0.8, 0.9), shape="round", colour="red", name=name, confidence=confidence)


@pytest.mark.parametrize("form", FORMS.values(), ids=lambda form: form.type)
def test_every_field_is_of_a_kind_that_exists(form: object) -> None:
    assert all(field.kind in KINDS for field in form.fields)  # type: ignore[attr-defined]


def test_a_licence_in_two_columns() -> None:
    found = values(
        "business_license",
        """
统一社会信用代码 91110400MAD1234570
名 称\t北京远航精密机械有限公司\t注册资本 伍佰万元整
类 型\t有限责任公司(自然人独资)\t成立日期 2018年05月06日
法定代表人\t周明远\t营业期限 2018年05月06日至长期
住 所\t北京市北京经济技术开发区荣华南路8号
\t登记机关\t北京经济技术开发区市场监督管理局
\t\t2023年03月09日
""",
    )
    assert found == {
        "uscc": "91110400MAD1234570",
        "company_name": "北京远航精密机械有限公司",
        "registered_capital": "伍佰万元整",
        "company_type": "有限责任公司（自然人独资）",
        "established_on": "2018-05-06",
        "legal_representative": "周明远",
        "term_to": None,
        "address": "北京市北京经济技术开发区荣华南路8号",
        "registration_authority": "北京经济技术开发区市场监督管理局",
        "issued_on": "2023-03-09",
    }


def test_a_bilingual_certificate() -> None:
    found = values(
        "skill_certificate",
        """
职业技能等级证书
姓名\t王建国
Name
证件号码\t110115198506071239
ID No.
职业名称\t电工
Occupation
工种/职业方向\t--
职业技能等级\t二级/技师
证书编号\tY000011000123232000456
\t\t北京远航技能评价有限公司
\t\t2023年06月30日
""",
    )
    assert found == {
        "holder_name": "王建国",
        "id_number": "110115198506071239",
        "occupation": "电工",
        "skill_level": "技师",
        "certificate_number": "Y000011000123232000456",
        "issuer": "北京远航技能评价有限公司",
        "issued_on": "2023-06-30",
    }


def test_an_award_in_prose() -> None:
    found = values(
        "award_certificate",
        """
荣誉证书
李文博同志：
    在第十六届高技能人才评选表彰活动中，荣获“全国技术能手”荣誉称号。
特发此证。
\t\t人力资源和社会保障部
\t\t二〇二三年三月一日
""",
    )
    assert found["recipient_name"] == "李文博"
    assert found["honour"] == "全国技术能手"
    assert found["issuer"] == "人力资源和社会保障部"
    assert found["awarded_on"] == "2023-03-01"


def test_a_seal_names_the_issuer_when_print_does_not() -> None:
    found = values("award_certificate", "荣誉证书\n授予张伟“北京大工匠”称号\n2021年5月", seal("北京市总工会"))
    assert found["issuer"] == "北京市总工会"


TERMS = [
    ("自2023年3月1日起至2026年2月28日止", [("2023-03-01", "2026-02-28")]),
    ("从 2023 年 3 月 1 日起到 2026 年 2 月 28 日止", [("2023-03-01", "2026-02-28")]),
    ("合同期限：2023.03.01-2026.02.28", [("2023-03-01", "2026-02-28")]),
    ("自二〇二三年三月一日至二〇二六年二月二十八日", [("2023-03-01", "2026-02-28")]),
    ("无固定期限：自2020年1月1日起至法定终止条件出现时止", [("2020-01-01", None)]),
    ("自2023年3月1日起至2026年2月28日止，其中试用期自2023年3月1日起至2023年5月31日止", [("2023-03-01", "2026-02-28")]),
    ("试用期为2023年3月1日至2023年5月31日", []),
    ("本合同于2023年3月1日生效，于2026年2月28日终止", [("2023-03-01", "2026-02-28")]),
    ("签订日期：2023年3月1日", []),
    ("自2019年5月1日起，至法定的终止条件出现时止", [("2019-05-01", None)]),
    ("本合同于2025年3月10日生效，至钢结构安装工作完成时终止", [("2025-03-10", None)]),
]


@pytest.mark.parametrize(("text", "expected"), TERMS)
def test_a_contract_says_its_term_and_probation_is_not_it(text: str, expected: list[tuple[str, str | None]]) -> None:
    terms = contract_terms(Paper(FORMS["labor_contract"], [typed(text)]))
    assert [(term.start.value, term.end.value if term.end else None) for term in terms] == expected


def test_a_renewed_contract_ends_with_its_last_renewal() -> None:
    found = values(
        "labor_contract",
        "自2019年7月1日起至2022年6月30日止。\n双方同意续订劳动合同，续订期限自2022年7月1日起至2025年6月30日止。",
    )
    assert (found["starts_on"], found["ends_on"]) == ("2019-07-01", "2025-06-30")


def test_a_term_in_years_gives_a_last_day_that_is_not_sure() -> None:
    fields = read("labor_contract", "本合同期限为三年，自2023年3月1日起。")
    assert fields["starts_on"].value == "2023-03-01"
    assert fields["ends_on"].value == "2026-02-28"
    assert fields["ends_on"].confidence < 0.9


TYPES = [
    ("☑固定期限 □无固定期限 □以完成一定工作任务为期限", "fixed_term"),
    ("□固定期限 ☑无固定期限 □以完成一定工作任务为期限", "open_ended"),
    ("甲乙双方约定按下列第3种方式确定劳动合同期限：1.固定期限 2.无固定期限 3.以完成一定工作任务为期限", "task"),
    ("合同类型：无固定期限", "open_ended"),
    ("以完成一定工作任务为期限：自2022年2月10日起至生产线安装工作任务完成时止", "task"),
    ("固定期限：自2023年3月1日起至2026年2月28日止。无固定期限：自  年  月  日起", "fixed_term"),
]


@pytest.mark.parametrize(("text", "expected"), TYPES)
def test_a_contract_says_its_kind_of_term(text: str, expected: str) -> None:
    assert values("labor_contract", text)["contract_type"] == expected


def test_a_contract_of_the_ministrys_model() -> None:
    found = values(
        "labor_contract",
        """
劳动合同
甲方（用人单位）：北京远航精密机械有限公司
统一社会信用代码：91110400MAD1234570
法定代表人（主要负责人）或委托代理人：周明远
乙方（劳动者）：王建国
居民身份证号码：110115198506071239
第一条 自2023年3月1日起至2026年2月28日止。
第二条 乙方工作岗位是维修电工。
甲方（盖章）\t\t乙方（签字）
2023年2月20日\t\t2023年2月20日
""",
    )
    assert found == {
        "employer_name": "北京远航精密机械有限公司",
        "employer_uscc": "91110400MAD1234570",
        "employee_name": "王建国",
        "id_number": "110115198506071239",
        "contract_type": "fixed_term",
        "starts_on": "2023-03-01",
        "ends_on": "2026-02-28",
        "position": "维修电工",
        "signed_on": "2023-02-20",
    }


def test_a_patent_with_wrapped_title_and_several_inventors() -> None:
    found = values(
        "patent_certificate",
        """
证书号第1234567号
实用新型专利证书
实用新型名称：一种用于精密零件加工的自动
    定位夹具
发明人：王建国;李文博;赵敏
专利号：ZL 2023 2 0123456.1
专利申请日：2023年01月18日
专利权人：北京远航精密机械有限公司
授权公告日：2023年08月11日
""",
    )
    assert found == {
        "patent_title": "一种用于精密零件加工的自动定位夹具",
        "patent_type": "utility_model",
        "inventors": ["王建国", "李文博", "赵敏"],
        "patent_number": "ZL202320123456.1",
        "applied_on": "2023-01-18",
        "patentee": "北京远航精密机械有限公司",
        "granted_on": "2023-08-11",
    }


def test_rules_name_the_topics_they_cover() -> None:
    found = values(
        "management_rules",
        "北京远航精密机械有限公司技能大师工作室管理制度\n一、领办人岗位职责\n二、经费管理使用制度\n三、档案管理制度",
    )
    assert found["company_name"] == "北京远航精密机械有限公司"
    assert set(found["sections"] or []) == {"leader_duties", "funds", "archives"}


def test_a_label_with_unreadable_print_behind_it_gives_no_value_but_a_place() -> None:
    fields = find_fields(Paper(FORMS["skill_certificate"], [typed("姓名：#%")]))
    assert fields["holder_name"].value is None
    assert fields["holder_name"].confidence < 0.1


def test_a_field_that_is_not_on_the_paper_is_absent() -> None:
    assert "certificate_number" not in values("skill_certificate", "职业技能等级证书\n姓名：王建国")


def test_two_places_that_agree_make_a_value_surer() -> None:
    once = find_fields(Paper(FORMS["bank_account"], [typed("户名：北京远航精密机械有限公司", confidence=0.9)]))
    twice = find_fields(
        Paper(
            FORMS["bank_account"], [typed("户名：北京远航精密机械有限公司\n单位名称：北京远航精密机械有限公司", confidence=0.9)]
        )
    )
    assert twice["account_name"].confidence > once["account_name"].confidence


def line_at(text: str, x0: float, x1: float, y: float) -> Line:
    return Line(text=text, confidence=0.99, box=Box(x0, y, x1, y + 0.014))


def certificate_of(*lines: Line) -> dict[str, Field]:
    return find_fields(Paper(FORMS["skill_certificate"], [PageLines(0, lines)]))


def test_a_name_torn_by_a_seals_rim_is_put_together() -> None:
    torn = certificate_of(line_at("颁发机构：北", 0.1, 0.22, 0.5), line_at("京恒岳机床集团有限公司", 0.222, 0.44, 0.5))
    assert torn["issuer"].value == "北京恒岳机床集团有限公司"


def test_the_seal_gives_back_the_city_that_its_rim_hides() -> None:
    seal = Seal(
        page=0, box=Box(0.3, 0.4, 0.5, 0.6), shape="round", colour="red", name="北京恒岳机床集团有限公司", confidence=0.97
    )
    paper = "职业技能等级证书\n评价机构：恒岳机床集团有限公司\n发证日期：2022年11月18日"
    assert values("skill_certificate", paper, seal)["issuer"] == "北京恒岳机床集团有限公司"


def test_the_rest_of_a_date_is_no_part_of_the_name_above_it() -> None:
    paper = certificate_of(line_at("评价机构：北京驭合职业培训学校", 0.1, 0.4, 0.5), line_at("23年01月03日", 0.22, 0.36, 0.52))
    assert paper["issuer"].value == "北京驭合职业培训学校"


def test_an_occupation_is_one_of_the_catalogue_before_any_other_print() -> None:
    paper = certificate_of(
        line_at("Certificate of Occupational Qualification", 0.1, 0.5, 0.1),
        line_at("覃淑", 0.25, 0.3, 0.125),
        line_at("职业（工种）及等级", 0.1, 0.28, 0.3),
        line_at("装配钳工初级技能（国家职业资格五级）", 0.32, 0.66, 0.3),
    )
    assert paper["occupation"].value == "装配钳工"


def test_who_was_honoured_stands_above_the_verb_and_with_what_below_it() -> None:
    found = values(
        "award_certificate", "荣誉证书\n编号：202204104\n蔡文远\n获评\n亦城工匠\n北京经济技术开发区总工会\n2022年10月21日"
    )
    assert (found["recipient_name"], found["honour"], found["issuer"]) == ("蔡文远", "亦城工匠", "北京经济技术开发区总工会")


def test_the_first_of_many_who_are_honoured_is_named_without_the_rest() -> None:
    found = values(
        "award_certificate",
        "某部文件\n关于授予司马文远等同志“全国技术能手”称号的决定\n各有关单位：\n决定授予司马文远、钱立等36名同志称号。",
    )
    assert found["recipient_name"] == "司马文远"


def test_a_date_below_the_label_of_another_is_not_the_papers() -> None:
    found = values("business_license", "营业执照\n成立日期\n2018年07月19日\n登记机关\n北京经济技术开发区市场监督管理局")
    assert found["established_on"] == "2018-07-19"
    assert "issued_on" not in found


def test_brackets_around_a_whole_name_are_no_part_of_it() -> None:
    found = values(
        "commitment_letter", "承诺书\n本单位（朗润新材料（北京）有限公司，统一社会信用代码：91110400MAD1234570）郑重承诺："
    )
    assert found["company_name"] == "朗润新材料（北京）有限公司"


def test_rules_are_told_by_their_headings_whatever_they_call_themselves() -> None:
    found = values("management_rules", "工作室领办人职责\n1.主持工作。\n二、经费使用与管理\n工作室档案管理\n（四）工作纪律")
    assert found["sections"] == ["leader_duties", "funds", "archives", "work_rules"]


@pytest.mark.parametrize(("text", "sure"), [("经费管理制度\n领办人职责", True), ("经费管理制度\n档案由专人保管。", False)])
def test_a_part_that_is_only_mentioned_leaves_the_list_of_parts_unsure(text: str, sure: bool) -> None:
    assert (read("management_rules", text)["sections"].confidence >= 0.75) == sure


def test_figures_filled_in_within_a_sentence_are_read_where_they_stand() -> None:
    found = values("labor_contract", "劳动合同\n合同期限自2024年\t1\t月\t1 日起\n至2029年12月31日止。")
    assert (found["starts_on"], found["ends_on"]) == ("2024-01-01", "2029-12-31")


def test_an_empty_box_before_the_only_option_on_a_line_chooses_nothing() -> None:
    assert "contract_type" not in {k: v for k, v in values("labor_contract", "合同类型\t□固定期限").items() if v is not None}


def test_a_post_ends_before_what_the_form_says_next() -> None:
    text = "劳动合同\n工作岗位：研发工程师（工作地点：北京经济技术开发区）"
    assert values("labor_contract", text)["position"] == "研发工程师"


def test_labels_may_have_their_english_in_the_middle() -> None:
    found = values(
        "labor_contract", "劳动合同\n甲方 Party A（用人单位）\t\t乙方 Party B（劳动者）\n朗润（北京）有限公司\t\t黎文平"
    )
    assert (found["employer_name"], found["employee_name"]) == ("朗润（北京）有限公司", "黎文平")


def test_one_caption_after_another_makes_no_name() -> None:
    found = values("site_photos", "场所照片\n朗润（北京）有限公司\n实训操作区\n朗润（北京）有限公司\n工作室门牌")
    assert found["company_name"] == "朗润（北京）有限公司"


def test_the_end_of_a_legal_form_is_no_name() -> None:
    assert values("skill_certificate", "职业技能等级证书\n评价机构：\t任公司\n发证日期：2025年02月25日").get("issuer") is None


def test_an_issuer_goes_on_in_a_line_that_begins_like_a_label() -> None:
    found = values(
        "skill_certificate", "颁证机构：北京经济技术开发区智能制造产业\n     职业技能培训评价中心\n颁发日期：2025年02月25日"
    )
    assert found["issuer"] == "北京经济技术开发区智能制造产业职业技能培训评价中心"


@pytest.mark.parametrize("text", ["名\t朗润新材料（北京）有限公司", "名 称\t朗润新材料（北京）有限公司"])
def test_a_spread_label_may_lose_its_second_character(text: str) -> None:
    assert values("business_license", f"营业执照\n{text}")["company_name"] == "朗润新材料（北京）有限公司"


@pytest.mark.parametrize(
    ("text", "name", "honour"),
    [
        ("荣誉证书\n阿依古丽·买买提同志：\n经评审，授予“全国技术能手”称号，特颁此证。", "阿依古丽·买买提", "全国技术能手"),
        ("荣誉证书\n邵文德同志：\n成绩突出，被评为【金牌班组长】称号，特发此证。", "邵文德", "金牌班组长"),
    ],
)
def test_long_names_and_honours_in_square_brackets(text: str, name: str, honour: str) -> None:
    found = values("award_certificate", text)
    assert (found["recipient_name"], found["honour"]) == (name, honour)


SCOPE = (
    "开展数控加工领域技能人才培养、评价与技术交流；承担",
    "政府委托的公共服务；组织行业技能竞赛；机床维修服",
    "务；企业管理咨询；会议及展览服务；技术推广服务。",
)


def close_lines(*texts: str, x0: float, y0: float) -> list[Line]:
    return [line_at(text, x0, x0 + 0.02 * len(text), y0 + 0.019 * row) for row, text in enumerate(texts)]


@pytest.mark.parametrize("level", [0, 1, 2])
@pytest.mark.parametrize("joined", [True, False])
def test_a_scope_is_whole_whichever_of_its_lines_the_label_is_level_with(level: int, joined: bool) -> None:
    scope = close_lines(*SCOPE, x0=0.3, y0=0.3)
    address = close_lines("住所：北京市大兴区旧宫镇旧桥路6号华曜科技园", "二号楼三层", x0=0.2, y0=0.2)
    address[1] = line_at("二号楼三层", 0.26, 0.36, 0.219)
    if joined:
        scope[level] = line_at(f"业务范围：{SCOPE[level]}", 0.2, 0.3 + 0.02 * len(SCOPE[level]), 0.3 + 0.019 * level)
    else:
        scope.append(line_at("业务范围", 0.2, 0.28, 0.3 + 0.019 * level))
    fields = find_fields(Paper(FORMS["business_license"], [PageLines(0, (*address, *scope))]))
    assert fields["business_scope"].value == "".join(SCOPE)
    assert fields["address"].value == "北京市大兴区旧宫镇旧桥路6号华曜科技园二号楼三层"


def test_the_end_of_one_value_is_not_the_beginning_of_the_next() -> None:
    address = [line_at("住所：北京市大兴区旧宫镇旧桥路6号", 0.2, 0.56, 0.2), line_at("二号楼三层三〇一室", 0.26, 0.44, 0.219)]
    name = [line_at("名称：北京曜城机床有限公司", 0.2, 0.46, 0.238), line_at("亦庄分公司", 0.26, 0.36, 0.257)]
    fields = find_fields(Paper(FORMS["business_license"], [PageLines(0, (*address, *name))]))
    assert fields["company_name"].value == "北京曜城机床有限公司亦庄分公司"


def test_a_date_goes_on_behind_its_label_in_pieces() -> None:
    pieces = (("签署日期：2026年", 0.16, 0.36), ("1", 0.39, 0.4), ("月", 0.42, 0.44), ("22", 0.48, 0.51), ("日", 0.55, 0.57))
    row = (line_at(text, x0, x1, 0.6) for text, x0, x1 in pieces)
    fields = find_fields(Paper(FORMS["commitment_letter"], [PageLines(0, (line_at("承诺书", 0.4, 0.6, 0.1), *row))]))
    assert fields["committed_on"].value == "2026-01-22"


def test_the_number_of_a_receipt_is_no_code_of_a_bank() -> None:
    assert "bank_code" not in values("bank_account", "电子回单\n回单编号：260147281930\n户名：北京曜城机床有限公司")
    assert values("bank_account", "账户信息\n户名：北京曜城机床有限公司\n102100099996")["bank_code"] == "102100099996"


@pytest.mark.parametrize("text", ["合同终止日期：无", "合同终止日期：—\n二、工作内容"])
def test_a_last_day_that_there_is_not_is_absent(text: str) -> None:
    assert "ends_on" not in values("labor_contract", f"劳动合同\n{text}")


def test_a_name_begins_behind_the_code_of_a_paper() -> None:
    found = values("management_rules", "管理制度\n文件编号：QM/HR-021\n北京曜城机床有限公司\n一、经费管理制度")
    assert found["company_name"] == "北京曜城机床有限公司"


def test_what_was_seen_of_a_label_spread_with_white_is_no_rest_of_the_value_above() -> None:
    page = typed("发明专利证书\n发 明 人：曾文旭;毛璟明;彭喆兰\n\n专利申请日：2014年04月21日")
    row = page.lines[1].box.y1 + 0.015
    torn = tuple(
        Line(text=text, confidence=0.99, box=Box(x, row, x + 0.02 * len(text), row + 0.014))
        for text, x in (("利", 0.15), ("号：ZL201411424058.5", 0.19))
    )
    page = replace(page, lines=(*page.lines[:2], *torn, *page.lines[2:]))
    assert find_fields(Paper(FORMS["patent_certificate"], [page]))["inventors"].value == ["曾文旭", "毛璟明", "彭喆兰"]


@pytest.mark.parametrize(("clause", "post"), [("在研发工程师从事工作", "研发工程师"), ("在机加工车间从事工作", None)])
def test_a_post_stands_between_in_and_working_but_a_place_is_none(clause: str, post: str | None) -> None:
    assert values("labor_contract", f"劳动合同\n2.1 甲方聘用乙方{clause}，乙方直接上级为车间主任。").get("position") == post


def test_the_verb_before_a_name_is_no_part_of_it() -> None:
    letter = "聘  书\n    兹聘任 石宝成 同志为本公司首席技师，聘期三年。\n北京首研精密机械集团有限公司\n2021年12月30日"
    assert values("award_certificate", letter)["recipient_name"] == "石宝成"


@pytest.mark.parametrize("place", ["北京市北京经济技术开发区博兴七路1号院5号楼", "技术开发区"])
def test_a_post_within_a_sentence_is_not_looked_for_below_its_label(place: str) -> None:
    clause = f"二、工作岗位：乙方在甲方售后维保部担任制冷设备维修工，工作地点为\n{place}。"
    assert values("labor_contract", f"劳动合同\n{clause}")["position"] == "制冷设备维修工"


def test_a_post_whose_last_character_runs_into_the_line_below_it_is_put_right_and_never_sure() -> None:
    field = read("labor_contract", "劳动合同\n工作岗位：装配钳二")["position"]
    assert (field.value, field.repaired) == ("装配钳工", True)
    assert field.confidence < 0.9


@pytest.mark.parametrize(
    ("lines", "name", "honour"),
    [
        ("授予：卢振海\n在“第四届全国机械行业职业技能竞赛装配钳工赛\n项”中荣获一等奖。", "卢振海", "一等奖"),
        ("授予\t齐守业\n北京大工匠称号，以表彰其在新能源汽车产线电气\n改造方面的突出业绩。", "齐守业", "北京大工匠"),
        ("易长青同志：\n被评为第十五届全国技术能手。", "易长青", "全国技术能手"),
        ("经社会公示，确定邵永康等6名同志为姑苏首席技师，现予以公布。", None, "姑苏首席技师"),
    ],
)
def test_a_contest_an_edition_and_a_reason_are_no_honours(lines: str, name: str | None, honour: str) -> None:
    found = values("award_certificate", f"荣誉证书\n{lines}")
    assert found["honour"] == honour
    assert name is None or found["recipient_name"] == name


def test_a_copys_stamp_and_a_banks_name_no_issuer() -> None:
    stamp = Seal(page=0, box=Box(0.4, 0.8, 0.6, 0.86), shape="rectangular", colour="red", name="与原件一致", confidence=0.99)
    assert "issuer" not in values("skill_certificate", "职业技能等级证书\n姓名：韩立群", stamp)


def test_a_scopes_bracket_that_was_not_seen_is_closed() -> None:
    field = read("business_license", "营业执照\n经营范围：餐饮服务。（依法须经批准的项目，经批准后开展经营活动。")[
        "business_scope"
    ]
    assert (str(field.value)[-2:], field.repaired) == ("。）", True)


def test_the_end_of_a_name_is_no_torn_label() -> None:
    account = "开户许可证\n账户名称：北京远航智能装备科技有限\n公司\t账号：0200049609200012345"
    assert values("bank_account", account)["account_name"] == "北京远航智能装备科技有限公司"


@pytest.mark.parametrize(
    ("clause", "post"),
    [
        ("乙方受聘于甲方从事钳工工作。", "钳工"),
        ("乙方受聘实习指导教师岗位。", "实习指导教师"),
        ("第九条 乙方担任负责人，应当遵守竞业限制。", None),
    ],
)
def test_a_post_is_not_where_or_if_somebody_works(clause: str, post: str | None) -> None:
    assert values("labor_contract", f"劳动合同\n{clause}").get("position") == post


@pytest.mark.parametrize("place", ["黑龙江省", "北京市", "全国"])
@pytest.mark.parametrize("name", ["李明", "王建国"])
def test_a_name_ends_before_the_place_of_the_honour(name: str, place: str) -> None:
    found = values("award_certificate", f"荣誉证书\n授予{name}{place}技术能手称号。")
    assert (found["recipient_name"], found["honour"]) == (name, f"{place}技术能手")


@pytest.mark.parametrize("scope", ["中药饮片加工；中餐服务。", "外贸代理；内衣制造。"])
def test_a_scope_may_begin_like_a_sentence(scope: str) -> None:
    assert values("business_license", f"营业执照\n经营范围 {scope}")["business_scope"] == scope


def test_a_count_is_no_date() -> None:
    assert "awarded_on" not in values("award_certificate", "荣誉证书\n李明同志：\n在2023年1015人参加的竞赛中荣获一等奖。")


def test_a_traditional_character_does_not_hide_where_an_honour_ends() -> None:
    award = "荣誉证书\n罗平\n荣获全国技术能手荣誉称號，特发此证。\n颁发单位：人力资源和社会保障部"
    assert values("award_certificate", award)["honour"] == "全国技术能手"


def test_a_decision_is_known_by_its_number_and_an_award_by_its_verb() -> None:
    decision = "北京市大兴区总工会\n京兴工〔2021〕18号\n关于授予薛宛宁同志“首席工匠”称号的决定"
    assert values("award_certificate", decision)["certificate_number"] == "京兴工〔2021〕18号"
    award = values("award_certificate", "荣誉证书\n薛宛宁\n获颁 is presented with\n首席工匠")
    assert (award["recipient_name"], award["honour"]) == ("薛宛宁", "首席工匠")


def test_a_name_goes_on_below_when_its_legal_form_does_not_end() -> None:
    found = values(
        "management_rules",
        "北京曜城机床集团有限责任\t薛宛宁技能大师工作室\n     公司\t   管理制度\n一、经费管理制度\n二、档案管理制度",
    )
    assert found["company_name"] == "北京曜城机床集团有限责任公司"


@pytest.mark.parametrize(
    "text",
    [
        "应聘人（乙方）：李国庆",
        "应聘者（乙方）\n姓名：李国庆",
        "受雇人（乙方）：李国庆",
        "劳方（乙方）：李国庆",
        "应聘人员（乙方） 李国庆",
    ],
)
def test_what_a_party_is_is_not_its_name(text: str) -> None:
    assert values("labor_contract", f"劳动合同\n{text}").get("employee_name") in (None, "李国庆")


@pytest.mark.parametrize("role", ["招聘单位", "雇佣单位", "雇用单位", "用人企业"])
def test_what_an_employer_is_is_not_its_name(role: str) -> None:
    read = values("labor_contract", f"劳动合同\n{role}（甲方）：北京宏图机械有限公司")
    assert read.get("employer_name") in (None, "北京宏图机械有限公司")


@pytest.mark.parametrize(
    "line", ["试用期 结束日期：2015年6月30日", "居住证到期日期：2026年1月1日", "试用期截止日期：2015年6月30日"]
)
def test_the_end_of_something_else_is_not_the_contracts(line: str) -> None:
    read = values("labor_contract", f"劳动合同\n本合同为无固定期限劳动合同，自2015年1月1日起。\n{line}")
    assert read.get("ends_on") is None


def test_a_place_won_accuses_nobody_of_another_honour() -> None:
    award = read("award_certificate", "荣誉证书\n张建国同志：\n在2020年北京市职业技能大赛中荣获金牌。\n特发此证。")
    assert award["honour"].value == "金牌"
    assert award["honour"].confidence < 0.75


def test_a_title_down_the_side_labels_no_row() -> None:
    title = Line(text="职业技能等级证书", confidence=0.99, box=Box(0.02, 0.05, 0.06, 0.4), vertical=True)
    page = typed("姓名 Name\t证件号码\n肖堃峰\t370102198811196130\n职业名称 Occupation\t工种\n机床装调维修工")
    moved = replace(page, lines=(*page.lines, title))
    found = find_fields(Paper(FORMS["skill_certificate"], [moved]))
    assert (found["holder_name"].value, found["occupation"].value) == ("肖堃峰", "机床装调维修工")


def test_a_heading_of_two_matters_is_no_label() -> None:
    found = values(
        "labor_contract", "劳动合同\n2 工作岗位与地点\n2.1 甲方聘用乙方在机器人操作岗从事工作，乙方直接上级为车间主任。"
    )
    assert found["position"] == "机器人操作岗"


def test_lines_of_a_page_that_leans_are_no_watermarks() -> None:
    page = typed("荣誉证书\n许文静同志：\n荣获“首都劳动奖章”。\n北京市总工会\n2017年12月8日")
    leaning = replace(page, lines=tuple(line.model_copy(update={"slanted": True}) for line in page.lines))
    assert find_fields(Paper(FORMS["award_certificate"], [leaning]))["recipient_name"].value == "许文静"


def test_what_a_reader_made_of_an_emblem_is_no_print() -> None:
    page = typed("荣誉证书\n兹授予您“北京市有突出贡献的高技能\n人才”荣誉称号。\n特颁此证。")
    emblem = Line(text="五", confidence=0.13, box=Box(0.02, 0.06, 0.08, 0.12))
    found = find_fields(Paper(FORMS["award_certificate"], [replace(page, lines=(*page.lines, emblem))]))
    assert found["honour"].value == "北京市有突出贡献的高技能人才"


@pytest.mark.parametrize("confidence", [0.5, 0.99])
def test_a_label_is_known_without_a_character_that_was_not_clear(confidence: float) -> None:
    page = typed("收款账户信息\n户名\n北京远航有限公司\n开户行名梅\n招商银行股份有限公司亦庄支行")
    unclear = {"confidences": (0.99,) * 4 + (confidence,)}
    lines = [line.model_copy(update=unclear) if line.text == "开户行名梅" else line for line in page.lines]
    found = find_fields(Paper(FORMS["bank_account"], [replace(page, lines=tuple(lines))]))
    assert (found["bank_name"].value == "招商银行股份有限公司亦庄支行") is (confidence < 0.9)


def test_who_pays_is_not_taken_for_who_is_paid_by_an_unclear_character() -> None:
    page = typed("电子回单\n付款人全称\n北京远航有限公司")
    unclear = {"confidences": (0.85, *(0.99,) * 4)}
    lines = [line.model_copy(update=unclear) if line.text == "付款人全称" else line for line in page.lines]
    labels = Paper(FORMS["bank_account"], [replace(page, lines=tuple(lines))]).labels
    assert [label.field for label in labels if label.span.line.text == "付款人全称"] == [None]


def test_watermarks_that_repeat_are_no_print_however_many() -> None:
    page = typed("荣誉证书\n许文静同志：\n荣获“首都劳动奖章”。\n仅供申报使用\n仅供申报使用1\n仅供申报使用2\n仅供申报使用3")
    lines = [line.model_copy(update={"slanted": "仅供" in line.text}) for line in page.lines]
    assert [line.text for line in Paper(FORMS["award_certificate"], [replace(page, lines=tuple(lines))]).pages[0].lines] == [
        "荣誉证书",
        "许文静同志：",
        "荣获“首都劳动奖章”。",
    ]
