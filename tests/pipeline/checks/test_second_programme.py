"""Another grant with other materials and grounds, judged by the same rules: the reward for national and Beijing studio titles."""

from __future__ import annotations

from typing import Any

from extractors.records import Field
from pipeline.checks import Check, judge
from pipeline.documents import Document
from pipeline.form import Form
from pipeline.programme import load_programme
from tests.pipeline.checks.dossiers import UNIT, clean_papers, form_data, made, page, paper, seal

REWARD = load_programme("studio-title-reward-2026")
MATERIALS = ("business_license", "commitment_letter", "bank_account")


def judged(*titles: Document, **form: Any) -> dict[str, Check]:
    data = {**form_data(), "programme": REWARD.name, "members": [], "patents": [], **form}
    papers = [one for one in clean_papers() if one.slot in MATERIALS]
    return {check.rule: check for check in judge(Form.model_validate(data), [*papers, *titles], REWARD)}


def title(honour: str | Field) -> Document:
    return paper("award_certificate", {"recipient_name": UNIT, "honour": honour}, seals=(seal("某某人力资源和社会保障局"),))


AWARD = {"awards": [{"honour": "国家级技能大师工作室", "recipient": UNIT}]}


def test_a_unit_with_a_national_title_is_clear_without_team_certificates_or_contracts() -> None:
    checks = judged(title("国家级技能大师工作室"), **AWARD)
    assert set(checks) <= set(REWARD.rules)
    assert [check.rule for check in checks.values() if check.status == "flag"] == []
    assert checks["award.honour_not_listed"].status == "pass"


def test_another_title_is_flagged_and_one_that_cannot_be_read_is_left_open() -> None:
    assert judged(title("先进集体"), **AWARD)["award.honour_not_listed"].status == "flag"
    assert judged(title(made(None, 0.1)), **AWARD)["award.honour_not_listed"].status == "cannot_tell"


def test_its_own_materials_are_missed_and_no_others() -> None:
    data = Form.model_validate({**form_data(), "programme": REWARD.name, "members": []})
    missing = {check.subject for check in judge(data, [], REWARD) if check.rule == "material.missing" and check.status == "flag"}
    assert missing == {*MATERIALS, "award_certificate"}


def test_a_letter_may_name_the_year_in_which_the_title_was_won() -> None:
    def answer(text: str) -> str:
        papers = [
            one.model_copy(update={"pages": (page(text=text),)}) for one in clean_papers() if one.slot == "commitment_letter"
        ]
        checks = judge(Form.model_validate({**form_data(), "programme": REWARD.name}), papers, REWARD)
        return next(check.status for check in checks if check.rule == "commitment.wrong_project")

    assert answer("我单位2023年度获得北京市级技能大师工作室认定，现申请资助") == "not_applicable"
    assert answer("我单位申报2026年国家级、北京市级技能大师工作室称号奖励") == "pass"
    assert answer("我单位申报2025年国家级、北京市级技能大师工作室称号奖励") == "flag"
