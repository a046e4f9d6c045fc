"""The bank account: holder, number and bank on the paper against the form and the unit, and its numbers in themselves."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.kinds import bank_code_valid, bank_of_code, bank_of_name, kind, looks_like_personal_card
from extractors.records import Field
from pipeline.checks.check import Check, Compared, Evidence, Reason
from pipeline.checks.dossier import Dossier
from pipeline.checks.masking import mask
from pipeline.checks.matching import Match, match_unit
from pipeline.checks.question import Question, place
from pipeline.checks.weighing import CERTAIN, certain, held_against, readable, text_of
from pipeline.checks.wording import line_spots
from pipeline.documents import Document
from pipeline.programme import Slot
from pipeline.rulebook import RuleName

SLOT: Slot = "bank_account"

NAME = Match("bank.account_name_mismatch", "BANK-01 X-04", SLOT, "account_name", "company", "户名")
NUMBER = Match("bank.account_number_mismatch", "BANK-02", SLOT, "account_number", "account_number", "账号", masked=True)
BANK = Match("bank.bank_name_mismatch", "BANK-02", SLOT, "bank_name", "bank_name", "开户银行")


def ask_bank(dossier: Dossier) -> Iterator[Check]:
    bank = dossier.form.bank
    yield match_unit(dossier, NAME, bank.account_name or dossier.form.unit.name)
    yield _ask_holder(dossier)
    yield match_unit(dossier, NUMBER, bank.account_number)
    yield match_unit(dossier, BANK, bank.bank_name)
    yield _ask_code(dossier)
    yield _ask_bank_of_code(dossier)
    yield _ask_card(dossier)
    yield _ask_permit(dossier)


def _ask_holder(dossier: Dossier) -> Check:
    """BANK-01: the account stated on the form is the unit's own."""
    question, unit, holder = dossier.ask(NAME.rule, "unit", material=SLOT), dossier.form.unit.name, dossier.form.bank.account_name
    if unit is None or holder is None:
        return question.cannot_tell("not_on_form", "申报表未填写单位名称或收款户名，无法核对")
    compared = kind("company").compare(unit, holder)
    details: dict[str, object] = {
        "expected": unit,
        "found": holder,
        "score": compared.score,
        "compared": held_against("company", unit, holder, compared.reason),
    }
    if compared.outcome == "same":
        return question.passes("申报表填写的户名与单位名称一致", **details)
    message = f"申报表填写的户名“{holder}”与单位名称“{unit}”不一致"
    return question.doubts(message, **details) if compared.outcome == "lookalike" else question.flags(message, **details)


def _code(dossier: Dossier, rule: RuleName) -> tuple[Question, Document | None, Field | None]:
    """The rule, and the paper that prints a bank code, else the first."""
    papers = dossier.papers(SLOT)
    paper = next((one for one in papers if "bank_code" in one.fields), papers[0] if papers else None)
    return dossier.ask(rule, "unit", material=SLOT), paper, paper.fields.get("bank_code") if paper else None


def _ask_code(dossier: Dossier) -> Check:
    """BANK-03: twelve digits with their check digit. Whoever reads a wrong one has mostly misread it."""
    question, paper, field = _code(dossier, "bank.bank_code_invalid")
    if paper is None:
        return question.cannot_tell("missing_material", "未收到银行账户信息，无法核对联行号")
    if field is None:
        return question.not_applicable("银行账户信息未载明联行号")
    code, evidence = text_of(field), place(paper, field)
    if code and bank_code_valid(code):
        return question.passes(f"联行号{code}校验无误", found=code, evidence=evidence, score=1.0)
    if code is None or certain(paper, "bank_code") is None:
        return question.cannot_tell("unreadable", "联行号未能清晰识别，请对照原件核对", found=code, evidence=evidence)
    return question.flags(f"联行号{code}不是12位或校验位不符，请核对", found=code, evidence=evidence, score=0.0)


def _ask_bank_of_code(dossier: Dossier) -> Check:
    """BANK-04: the code's first three digits name the bank, unless they stand for many (city and rural banks)."""
    question, paper, field = _code(dossier, "bank.bank_code_conflict")
    if paper is None:
        return question.cannot_tell("missing_material", "未收到银行账户信息，无法核对联行号所属银行")
    if field is None:
        return question.not_applicable("银行账户信息未载明联行号")
    printed = readable(paper, "bank_name")
    code, name = text_of(readable(paper, "bank_code")), text_of(printed) or dossier.form.bank.bank_name
    if not code or not bank_code_valid(code) or not name:
        return question.cannot_tell("unreadable", "联行号或开户银行未能清晰识别，无法核对两者", evidence=place(paper, field))
    sure = certain(paper, "bank_code") is not None and (printed is None or certain(paper, "bank_name") is not None)
    return _compare_banks(question, code, name, (*place(paper, field), *place(paper, printed)), sure=sure)


def _compare_banks(question: Question, code: str, name: str, evidence: tuple[Evidence, ...], *, sure: bool) -> Check:
    """``sure``: both were read so well that a difference may be held against someone."""
    by_code, by_name = bank_of_code(code), bank_of_name(name)
    if by_code is None or by_name is None:
        return question.not_applicable(f"联行号{code}或“{name}”不能确定为哪一家银行，不作比较")
    reason = f"联行号前3位{code[:3]}表示{by_code}，开户银行名称表示{by_name}"
    details: dict[str, object] = {
        "expected": by_code,
        "found": name,
        "evidence": evidence,
        "compared": Compared(kind="bank", expected=by_code, found=by_name, reason=reason),
    }
    if by_code == by_name:
        return question.passes(f"联行号{code}属于开户银行", **details, score=1.0)
    if not sure:
        return question.cannot_tell("unreadable", "联行号或开户银行未能清晰识别，请对照原件核对两者", **details)
    return question.flags(f"联行号{code}属于{by_code}，开户银行却为“{name}”，请核对", **details, score=0.0)


def _ask_card(dossier: Dossier) -> Check:
    """BANK-05: by Luhn's check, which corporate accounts do not follow."""
    question, stated = dossier.ask("bank.personal_account", "unit", material=SLOT), dossier.form.bank.account_number
    fields = [(paper, field) for paper in dossier.papers(SLOT) if (field := certain(paper, "account_number"))]
    numbers = [(stated, ()), *((text_of(field), place(paper, field)) for paper, field in fields)]
    known = [(kind("account_number").normalise(number), evidence) for number, evidence in numbers if number]
    if not known:
        smudged = any("account_number" in paper.fields for paper in dossier.papers(SLOT))
        reason: Reason = "unreadable" if smudged else "not_on_form"
        return question.cannot_tell(reason, "申报表未填写账号，材料上也未能清晰识别，无法判断是否为个人账户")
    for number, evidence in known:
        if looks_like_personal_card(number):
            message = f"账号{mask(number)}符合个人银行卡的编号规则，请核实是否为本单位对公账户"
            return question.flags(message, found=number, evidence=evidence, score=0.0)
    return question.passes("账号不是个人银行卡号", score=1.0)


PERMIT = r"(?:核准号|存款账户编号)[:：]?([0-9A-Za-z\]\[|]{6,20})$"


def _ask_permit(dossier: Dossier) -> Check:
    """BANK-06: J (L, Z) and 13 digits; a letter that was misread is none of the applicant's doing."""
    question = dossier.ask("bank.permit_number_invalid", "unit", material=SLOT)
    papers = dossier.papers(SLOT)
    if not papers:
        return question.cannot_tell("missing_material", "未收到银行账户信息，无法核对核准号")
    found = next(line_spots(papers, PERMIT), None)
    if found is None:
        return question.not_applicable("银行账户信息未载明核准号或基本存款账户编号")
    number = found.match[1]
    details: dict[str, object] = {"found": number, "evidence": found.evidence}
    if re.fullmatch(r"[^0-9]?[0-9]{13}", number):
        return question.passes("核准号（基本存款账户编号）格式无误", **details, score=1.0)
    if found.line.confidence < CERTAIN or not number.isalnum():
        return question.cannot_tell("unreadable", "核准号（基本存款账户编号）未能清晰识别，请对照原件", **details)
    return question.flags(f"核准号（基本存款账户编号）{number}不是字母加13位数字，供参考", **details, score=0.0)
