"""Awards, patents, and the leader's route and years on the front line."""

from __future__ import annotations

from typing import Any

import pytest

from tests.pipeline.checks.dossiers import (
    UNIT,
    answers,
    clean_papers,
    flags,
    form,
    judged,
    made,
    page,
    paper,
    seal,
    with_fields,
    with_parts,
    without,
)

AWARDS = [
    ("award.recipient_mismatch", {"recipient_name": "张建国"}, "pass"),
    ("award.recipient_mismatch", {"recipient_name": "刘长江"}, "flag:attention"),
    ("award.recipient_mismatch", {"recipient_name": made("刘长江", 0.6)}, "cannot_tell:unreadable"),
    ("award.recipient_mismatch", {"recipient_name": ...}, "cannot_tell:unreadable"),
    ("award.recipient_mismatch", {"recipient_name": UNIT}, "pass"),
    ("award.honour_mismatch", {"honour": "北京市技术能手"}, "pass"),
    ("award.honour_mismatch", {"honour": "首都劳动奖章"}, "flag:attention"),
    ("award.honour_mismatch", {"honour": made("首都劳动奖章", 0.6)}, "cannot_tell:unreadable"),
    ("award.honour_mismatch", {"honour": made(None, 0.1)}, "cannot_tell:unreadable"),
]


@pytest.mark.parametrize(("rule", "fields", "answer"), AWARDS)
def test_what_an_award_says(rule: str, fields: dict[str, Any], answer: str) -> None:
    assert answers(judged(with_fields(clean_papers(), "award_certificate", **fields)), rule) == [answer]


@pytest.mark.parametrize(
    ("names", "confidence", "answer"),
    [
        ("杨志刚张建国 许文静", 0.95, "pass"),
        ("杨志刚、张建国、许文静", 0.95, "pass"),
        ("杨志刚 许文静", 0.95, "cannot_tell:unreadable"),
        ("杨志刚 张建国强", 0.95, "cannot_tell:unreadable"),
        ("联系人：张建国", 0.95, "cannot_tell:unreadable"),
        ("杨志刚张建国 许文静", 0.6, "cannot_tell:unreadable"),
    ],
)
def test_a_decision_on_several_names_the_leader_among_them(names: str, confidence: float, answer: str) -> None:
    decision = page(text=f"经研究决定，授予下列同志“北京市技术能手”：\n{names}", confidence=confidence)
    papers = with_parts(clean_papers(), "award_certificate", pages=(decision,))
    assert answers(judged(with_fields(papers, "award_certificate", recipient_name=...)), "award.recipient_mismatch") == [answer]


def test_each_award_is_held_against_its_own_entry() -> None:
    second = paper("award_certificate", {"recipient_name": "张建国", "honour": "首都劳动奖章"}, file="second.pdf")
    entries = [{"honour": "首都劳动奖章", "recipient": "张建国"}, {"honour": "北京市技术能手", "recipient": "张建国"}]
    assert flags(judged([*clean_papers(), second], form(awards=entries))) == set()


def test_awards_that_the_form_does_not_list_are_left_open_and_none_at_all_is_no_matter() -> None:
    assert answers(judged(None, form(awards=[])), "award.honour_mismatch") == ["cannot_tell:not_on_form"]
    papers = without(clean_papers(), "award_certificate")
    assert answers(judged(papers), "award.honour_mismatch") == ["cannot_tell:missing_material"]
    assert answers(judged(papers, form(awards=[])), "award.honour_mismatch") == ["not_applicable"]


HONOURS = [
    ("全国技术能手", "pass", "pass"),
    ("第十六届全国技术能手", "pass", "pass"),
    (made("全国技术能手", 0.6), "cannot_tell:unreadable", "cannot_tell:unreadable"),
    ("北京大工匠", "flag:attention", "flag:blocking"),
    (made("北京大工匠", 0.8), "cannot_tell:unreadable", "cannot_tell:unreadable"),
    (made("主教练", text="代表北京市参加第46届世界技能大赛获奖项目主教练"), "pass", "pass"),
]


@pytest.mark.parametrize(("printed", "listed", "route"), HONOURS)
def test_the_honour_route_needs_a_listed_honour_on_paper(printed: Any, listed: str, route: str) -> None:
    papers = with_fields(clean_papers(), "award_certificate", honour=printed)
    checks = judged(papers, form(leader__route="honour", awards=[{"honour": "全国技术能手"}]))
    assert answers(checks, "award.honour_not_listed") == [listed]
    assert answers(checks, "leader.route_unsupported") == [route]


def test_one_listed_honour_among_several_is_enough() -> None:
    second = paper("award_certificate", {"recipient_name": "张建国", "honour": "全国技术能手"}, file="second.pdf")
    checks = judged([*clean_papers(), second], form(leader__route="honour", awards=[]))
    assert answers(checks, "leader.route_unsupported") == ["pass"]


def test_an_honour_route_without_papers() -> None:
    papers = without(clean_papers(), "award_certificate")
    checks = judged(papers, form(leader__route="honour", awards=[{"honour": "全国技术能手"}]))
    assert answers(checks, "leader.route_unsupported") == ["cannot_tell:missing_material"]
    assert answers(checks, "award.honour_not_listed") == ["cannot_tell:missing_material"]
    unlisted = judged(papers, form(leader__route="honour", awards=[{"honour": "北京大工匠"}]))
    assert answers(unlisted, "award.honour_not_listed") == ["flag:attention"]


ROUTES = [
    ({"leader__route": "catalogue_occupation"}, "not_applicable"),
    ({"leader__route": None}, "cannot_tell:not_on_form"),
    ({"leader__route": "non_catalogue_occupation"}, "flag:attention"),
    ({"leader__route": "non_catalogue_occupation", "leader__occupation": "星际航线引导员"}, "pass"),
    ({"leader__route": "non_catalogue_occupation", "leader__occupation": None}, "cannot_tell:not_on_form"),
]


@pytest.mark.parametrize(("changes", "answer"), ROUTES)
def test_the_route_must_fit_the_catalogue(changes: dict[str, Any], answer: str) -> None:
    assert answers(judged(None, form(**changes)), "leader.route_unsupported") == [answer]


FRONTLINE = [
    ({"leader__route": "non_catalogue_occupation", "leader__frontline_since": "2023-01-20"}, "pass"),
    ({"leader__route": "non_catalogue_occupation", "leader__frontline_since": "2023-01-21"}, "flag:blocking"),
    ({"leader__route": "non_catalogue_occupation", "leader__frontline_since": None}, "cannot_tell:not_on_form"),
    ({"leader__route": "catalogue_occupation", "leader__frontline_since": "2021-01-20"}, "pass"),
    ({"leader__route": "catalogue_occupation", "leader__frontline_since": "2021-01-21"}, "flag:info"),
    ({"leader__route": "catalogue_occupation", "leader__frontline_since": None}, "not_applicable"),
    ({"leader__route": "catalogue_occupation", "leader__frontline_since": "2026-01-21"}, "flag:attention"),
    ({"leader__route": "honour", "leader__frontline_since": "1984-01-14"}, "flag:attention"),
    ({"leader__route": "honour", "leader__frontline_since": "1984-01-15"}, "not_applicable"),
    ({"leader__route": "honour", "leader__frontline_since": None}, "not_applicable"),
]


@pytest.mark.parametrize(("changes", "answer"), FRONTLINE)
def test_three_years_on_the_front_line_include_the_third(changes: dict[str, Any], answer: str) -> None:
    assert answers(judged(None, form(**changes)), "leader.frontline_too_short") == [answer]


PATENTS = [
    ("patent.number_mismatch", {"patent_number": "ZL201811234567.X"}, "flag:attention"),
    ("patent.number_mismatch", {"patent_number": made("ZL201811234567.X", 0.8)}, "cannot_tell:unreadable"),
    ("patent.number_mismatch", {"patent_number": ...}, "cannot_tell:unreadable"),
    ("patent.number_invalid", {"patent_number": "ZL201710601862.3"}, "pass"),
    ("patent.number_invalid", {"patent_number": "ZL201710601862.5"}, "flag:attention"),
    ("patent.number_invalid", {"patent_number": made("ZL201710601862.5", 0.8)}, "cannot_tell:unreadable"),
    ("patent.number_invalid", {"patent_number": made(None, 0.1)}, "cannot_tell:unreadable"),
    ("patent.owner_mismatch", {"patentee": UNIT}, "pass"),
    ("patent.owner_mismatch", {"patentee": f"北京某某大学；{UNIT}"}, "pass"),
    ("patent.owner_mismatch", {"patentee": "张建国"}, "pass"),
    ("patent.owner_mismatch", {"patentee": "天津海河造船有限公司"}, "flag:attention"),
    ("patent.owner_mismatch", {"patentee": made("天津海河造船有限公司", 0.8)}, "cannot_tell:unreadable"),
    ("patent.owner_mismatch", {"patentee": ...}, "cannot_tell:unreadable"),
]


@pytest.mark.parametrize(("rule", "fields", "answer"), PATENTS)
def test_what_a_patent_certificate_says(rule: str, fields: dict[str, Any], answer: str) -> None:
    assert answers(judged(with_fields(clean_papers(), "patent_certificate", **fields)), rule) == [answer]


def test_a_wrong_number_on_the_form_is_flagged_where_the_paper_cannot_be_read() -> None:
    papers = with_fields(clean_papers(), "patent_certificate", patent_number=made(None, 0.1))
    checks = judged(papers, form(patents__0__number="ZL201710601862.5"))
    assert answers(checks, "patent.number_invalid") == ["flag:attention"]


def test_patents_are_matched_to_their_entries_by_number_or_title() -> None:
    second = {"patent_number": "ZL201811234567.X", "patentee": UNIT, "patent_title": "一种量具"}
    papers = [*clean_papers(), paper("patent_certificate", second, file="second.pdf")]
    entries = [{"title": "一种量具", "number": "ZL201811234567.X"}, {"title": "一种夹具", "number": "ZL201710601862.3"}]
    assert flags(judged(papers, form(patents=entries))) == set()


def test_an_innovation_that_is_no_patent_is_left_to_a_person() -> None:
    papers = with_parts(clean_papers(), "patent_certificate", type="unknown", type_confidence=0.1, fields={})
    checks = judged(papers, form(patents=[]))
    assert answers(checks, "patent.number_invalid") == ["not_applicable"]
    assert answers(checks, "material.wrong_type", "patent_certificate") == ["pass"]


def test_patents_that_nobody_mentions_are_no_matter() -> None:
    papers = without(clean_papers(), "patent_certificate")
    assert answers(judged(papers, form(patents=[])), "patent.owner_mismatch") == ["not_applicable"]
    assert answers(judged(papers), "patent.owner_mismatch") == ["cannot_tell:missing_material"]


POSTS: list[tuple[dict[str, Any], Any, str]] = [
    ({}, "维修电工", "pass"),
    ({"leader__position": "总经理"}, "总经理", "flag:attention"),
    ({"leader__position": "总经理"}, "维修电工", "pass"),
    ({"leader__position": "生产总监"}, made("维修电工", 0.6), "flag:attention"),
    ({"leader__position": "技术骨干"}, "技术骨干", "not_applicable"),
    ({"leader__position": "销售员"}, ..., "flag:attention"),
    ({"leader__position": "营销员"}, ..., "pass"),
    ({"leader__position": "前台"}, "前厅服务员", "pass"),
    ({"leader__position": None}, "办公室主任", "flag:attention"),
    ({"leader__position": None}, made("办公室主任", 0.8), "cannot_tell:unreadable"),
    ({"leader__position": None}, ..., "cannot_tell:not_on_form"),
    ({"leader__position": "总经理", "leader__route": "honour"}, "总经理", "not_applicable"),
]


@pytest.mark.parametrize(("stated", "printed", "answer"), POSTS)
def test_the_words_of_a_post_tell_the_front_line_from_the_office(stated: dict[str, Any], printed: Any, answer: str) -> None:
    papers = with_fields(clean_papers(), "labor_contract", "张建国", position=printed)
    assert answers(judged(papers, form(**stated)), "leader.post_not_frontline") == [answer]


COACH = "张建国同志代表北京市参加第46届世界技能大赛，\n任移动机器人项目主教练，所带选手获得金牌"
PROOFS = [
    (COACH, 0.97, "pass"),
    (COACH.replace("第46届", ""), 0.97, "flag:attention"),
    (COACH.replace("代表北京市", ""), 0.97, "flag:attention"),
    (COACH.replace("第46届", ""), 0.6, "cannot_tell:unreadable"),
    ("张建国同志被授予全国技术能手称号", 0.97, "not_applicable"),
]


@pytest.mark.parametrize(("text", "confidence", "answer"), PROOFS)
def test_worldskills_opens_the_route_with_everything_the_guide_names(text: str, confidence: float, answer: str) -> None:
    papers = with_fields(clean_papers(), "award_certificate", honour="主教练")
    papers = with_parts(papers, "award_certificate", pages=(page(text=text, confidence=confidence),))
    checks = judged(papers, form(leader__route="honour", awards=[]))
    assert answers(checks, "leader.honour_unproved") == [answer]
    assert answers(judged(papers), "leader.honour_unproved") == ["not_applicable"]


def test_another_listed_honour_needs_no_such_proof() -> None:
    coach = paper("award_certificate", {"honour": "主教练"}, file="b.pdf", pages=(page(text="世界技能大赛主教练"),))
    other = with_fields(clean_papers(), "award_certificate", honour="全国技术能手")
    by_honour = form(leader__route="honour", awards=[])
    assert answers(judged([*other, coach], by_honour), "leader.honour_unproved") == ["not_applicable"]
    assert answers(judged([*clean_papers(), coach], by_honour), "leader.honour_unproved") == ["flag:attention"]


OWNERS: list[tuple[dict[str, Any], Any, str]] = [
    ({}, "陈志远", "pass"),
    ({"unit__legal_representative": "张建国"}, "张建国", "flag:attention"),
    ({"unit__legal_representative": None}, "张建国", "flag:attention"),
    ({"unit__legal_representative": None}, made("张建国", 0.8), "cannot_tell:not_on_form"),
    ({"leader__name": None}, "陈志远", "cannot_tell:not_on_form"),
]


@pytest.mark.parametrize(("stated", "printed", "answer"), OWNERS)
def test_a_leader_who_represents_the_unit_is_for_a_person(stated: dict[str, Any], printed: Any, answer: str) -> None:
    papers = with_fields(clean_papers(), "business_license", legal_representative=printed)
    assert answers(judged(papers, form(**stated)), "leader.is_legal_representative") == [answer]


ISSUERS: list[tuple[dict[str, Any], Any, str]] = [
    ({"honour": "全国技术能手", "issuer": "人力资源和社会保障部"}, "某某", "pass"),
    ({"honour": "全国技术能手", "issuer": "某某协会"}, "中华人民共和国人力资源和社会保障部", "pass"),
    ({"honour": "全国技术能手", "issuer": "某某协会"}, "某某协会", "flag:attention"),
    ({"honour": "全国技术能手", "issuer": made("某某协会", 0.6)}, "某某协会", "cannot_tell:unreadable"),
    ({"honour": "全国技术能手", "issuer": "某某协会"}, None, "cannot_tell:unreadable"),
    ({"honour": made("全国技术能手", 0.8), "issuer": "某某协会"}, "某某协会", "cannot_tell:unreadable"),
    ({"honour": "享受北京市政府技师特殊津贴", "issuer": "北京市人力资源和社会保障局"}, "某某", "pass"),
    ({"honour": "北京大工匠", "issuer": "某某协会"}, "某某协会", "not_applicable"),
]


@pytest.mark.parametrize(("fields", "mark", "answer"), ISSUERS)
def test_a_listed_honour_comes_from_who_may_give_it(fields: dict[str, Any], mark: str | None, answer: str) -> None:
    papers = with_fields(clean_papers(), "award_certificate", **fields)
    checks = judged(with_parts(papers, "award_certificate", seals=(seal(mark),)))
    assert answers(checks, "award.issuer_mismatch") == [answer]


AWARDED: list[tuple[Any, str, str]] = [
    ("2026-01-20", "", "pass"),
    ("2026-01-21", "", "flag:info"),
    (made("2026-01-21", 0.8), "", "cannot_tell:unreadable"),
    (..., "", "not_applicable"),
    ("2022-11-30", "第46届世界技能大赛主教练", "pass"),
    ("2021-11-30", "第四十六届世界技能大赛主教练", "flag:info"),
    ("2021-11-30", "聘为第46届世界技能大赛移动机器人项目主教练", "pass"),
]


@pytest.mark.parametrize(("day", "text", "answer"), AWARDED)
def test_an_award_is_given_after_the_contest_and_before_the_application(day: Any, text: str, answer: str) -> None:
    papers = with_fields(clean_papers(), "award_certificate", awarded_on=day, **({"honour": text} if text else {}))
    if text:
        papers = with_parts(papers, "award_certificate", pages=(page(text=text),))
    assert answers(judged(papers), "award.awarded_on_implausible") == [answer]


WITHIN: list[tuple[str, dict[str, Any], str]] = [
    ("patent.number_conflict", {}, "pass"),
    ("patent.number_conflict", {"patent_type": "design"}, "flag:attention"),
    ("patent.number_conflict", {"applied_on": "2018-07-21"}, "flag:attention"),
    ("patent.number_conflict", {"applied_on": "2016-07-21"}, "flag:info"),  # a divisional application keeps the first day
    ("patent.number_conflict", {"applied_on": made("2018-07-21", 0.8)}, "pass"),
    ("patent.number_conflict", {"patent_type": ..., "applied_on": ...}, "cannot_tell:unreadable"),
    ("patent.number_conflict", {"patent_number": "ZL201890001234.X", "patent_type": "utility_model", "applied_on": ...}, "pass"),
    ("patent.dates_implausible", {}, "pass"),
    ("patent.dates_implausible", {"granted_on": "2017-07-20"}, "flag:info"),
    ("patent.dates_implausible", {"granted_on": "2026-01-21"}, "flag:info"),
    ("patent.dates_implausible", {"applied_on": "2006-01-19", "granted_on": "2008-05-01"}, "flag:info"),
    ("patent.dates_implausible", {"applied_on": "2006-01-20", "granted_on": "2008-05-01"}, "pass"),
    ("patent.dates_implausible", {"patent_type": "utility_model", "applied_on": "2015-06-01", "granted_on": ...}, "flag:info"),
    ("patent.dates_implausible", {"patent_type": "design", "applied_on": "2021-06-01", "granted_on": ...}, "pass"),
    ("patent.dates_implausible", {"applied_on": made(None, 0.1), "granted_on": made(None, 0.1)}, "cannot_tell:unreadable"),
    ("patent.inventor_mismatch", {}, "pass"),
    ("patent.inventor_mismatch", {"inventors": ["李明", "王芳"]}, "flag:attention"),
    ("patent.inventor_mismatch", {"inventors": made(["李明", "王芳"], 0.8)}, "cannot_tell:unreadable"),
    ("patent.inventor_mismatch", {"inventors": ...}, "cannot_tell:unreadable"),
    ("patent.innovation_unproved", {}, "not_applicable"),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "fields", "answer"), WITHIN)
def test_a_patent_certificate_agrees_with_itself_and_names_the_leader(rule: str, fields: dict[str, Any], answer: str) -> None:
    assert answers(judged(with_fields(clean_papers(), "patent_certificate", **fields)), rule) == [answer]


NOTICES = [
    ("专利申请受理通知书", 0.97, "flag:attention"),
    ("受理通知书", 0.8, "cannot_tell:unreadable"),
    ("发明专利证书\n受理通知书", 0.97, "pass"),
    ("本工艺已于2024年5月提交专利申请，收到受理通知书后继续改进", 0.97, "pass"),
]


@pytest.mark.parametrize(("text", "confidence", "answer"), NOTICES)
def test_a_notice_of_receipt_is_no_patent(text: str, confidence: float, answer: str) -> None:
    notice: dict[str, Any] = {"type": "unknown", "type_confidence": 0.1, "fields": {}}
    pages = (page(text=text, confidence=confidence),)
    checks = judged(with_parts(clean_papers(), "patent_certificate", pages=pages, **notice))
    assert answers(checks, "patent.not_granted") == [answer]


INNOVATIONS = [
    ("证明\n张建国同志主持完成自动装夹装置的改进\n北京测试精密机械有限公司\n2024年5月8日", 0.97, "pass"),
    ("证明\n我单位完成自动装夹装置的改进\n北京测试精密机械有限公司\n2024年5月8日", 0.97, "flag:attention"),
    ("证明\n张建国同志主持完成自动装夹装置的改进\n北京测试精密机械有限公司", 0.97, "flag:attention"),
    ("证明\n张 建 国同志主持完成自动装夹装置的改进\n北京测试精密机械有限公司\n2024.5.8", 0.97, "pass"),
    ("证明\n我单位完成自动装夹装置的改进", 0.6, "cannot_tell:unreadable"),
]


@pytest.mark.parametrize(("text", "confidence", "answer"), INNOVATIONS)
def test_another_innovation_is_proved_by_name_date_and_body(text: str, confidence: float, answer: str) -> None:
    proof: dict[str, Any] = {"type": "unknown", "type_confidence": 0.1, "fields": {}, "seals": ()}
    papers = with_parts(clean_papers(), "patent_certificate", pages=(page(text=text, confidence=confidence),), **proof)
    checks = judged(papers, form(patents=[]))
    assert answers(checks, "patent.innovation_unproved") == [answer]
    assert answers(judged(papers, form(leader__name=None)), "patent.innovation_unproved") == ["cannot_tell:not_on_form"]


def test_an_innovation_is_proved_by_all_its_papers_together() -> None:
    proof: dict[str, Any] = {"type": "unknown", "type_confidence": 0.1, "fields": {}, "seals": ()}
    report = page(text="自动装夹装置使用说明\n夹具由气缸推动，行程三十毫米")
    papers = with_parts(clean_papers(), "patent_certificate", pages=(page(text=INNOVATIONS[0][0]),), **proof)
    proved = next(one for one in papers if one.slot == "patent_certificate")
    second = proved.model_copy(update={"pages": (report,), "file": "second.pdf", "sha256": "second"})
    rule = "patent.innovation_unproved"
    assert answers(judged([*papers, second], form(patents=[])), rule) == ["pass"]
    assert answers(judged([*without(papers, "patent_certificate"), second], form(patents=[])), rule) == ["flag:attention"]


def test_one_smudged_line_may_hold_the_leaders_name() -> None:
    proof: dict[str, Any] = {"type": "unknown", "type_confidence": 0.1, "fields": {}, "seals": ()}
    clear, smudged = page(text="证明\n主持完成自动装夹装置的改进\n2024年5月8日"), page(1, text="张廷国同志", confidence=0.5)
    pages = (clear.model_copy(update={"lines": (*clear.lines, *smudged.lines)}),)
    papers = with_parts(clean_papers(), "patent_certificate", pages=pages, **proof)
    assert answers(judged(papers, form(patents=[])), "patent.innovation_unproved") == ["cannot_tell:unreadable"]
