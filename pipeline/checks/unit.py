"""The unit: its name, code, representative and address on the papers; its kind and age; whether it sits in the area."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date

from extractors.kinds import kind, uscc_problem
from extractors.records import Field
from pipeline.checks.check import Check
from pipeline.checks.dossier import Dossier
from pipeline.checks.matching import Match, match_unit
from pipeline.checks.question import Question, place
from pipeline.checks.retirement import add_months
from pipeline.checks.weighing import CERTAIN, READABLE, certain, day_of, readable, text_of
from pipeline.documents import Document
from pipeline.form import Unit
from pipeline.knowledge import Area, Units

MATCHES = (
    Match("unit.name_mismatch", "LIC-02 X-04", "business_license", "company_name", "company", "单位名称"),
    Match("unit.name_mismatch", "COM-01 X-04", "commitment_letter", "company_name", "company", "承诺单位名称"),
    Match("unit.name_mismatch", "SYS-01 X-04", "management_rules", "company_name", "company", "单位名称", optional=True),
    Match("unit.name_mismatch", "VEN-02", "site_photos", "company_name", "company", "单位名称", optional=True),
    Match("unit.uscc_mismatch", "LIC-02 X-05", "business_license", "uscc", "uscc", "统一社会信用代码"),
    Match("unit.legal_representative_mismatch", "LIC-02 X-06", "business_license", "legal_representative", "person_name",
          "法定代表人（负责人）"),
    Match("unit.address_mismatch", "X-10", "business_license", "address", "address", "住所"),
)  # fmt: skip

ENDLESS = re.compile("长期|永久|永续|无固定|不约定|无期限")

CODE_PROBLEMS = {
    "mod31": "末位校验码不符（早年试点赋码单位可能如此，请查询核实）",
    "organisation_code": "其中的组织机构代码校验不符",
    "registration_number": "是15位旧注册号，不是18位统一社会信用代码",
}


def ask_unit(dossier: Dossier) -> Iterator[Check]:
    stated = _stated(dossier.form.unit)
    for match in MATCHES:
        yield match_unit(dossier, match, stated[match.field])
    yield _ask_code(dossier.ask("unit.uscc_invalid", "unit"), dossier.form.unit.uscc)
    yield _ask_area(dossier)
    yield _ask_term(dossier)
    yield _ask_kind(dossier)
    yield _ask_age(dossier)


def _stated(unit: Unit) -> dict[str, str | None]:
    return {
        "company_name": unit.name,
        "uscc": unit.uscc,
        "legal_representative": unit.legal_representative,
        "address": unit.registered_address,
    }


def _ask_code(question: Question, code: str | None) -> Check:
    """LIC-01: both check characters of the stated code."""
    if code is None:
        return question.cannot_tell("not_on_form", "申报表未填写统一社会信用代码")
    normal = kind("uscc").normalise(code)
    problem = uscc_problem(normal)
    if problem is None:
        return question.passes("统一社会信用代码校验无误", expected=normal)
    reason = CODE_PROBLEMS.get(problem, "校验不通过或格式不对")
    return question.flags(f"申报表填写的统一社会信用代码{normal}{reason}", found=normal, score=0.0)


def _ask_area(dossier: Dossier) -> Check:
    """UNIT-02: only the address counts as a signal of where a unit operates; the code and the authority say who registered it,
    and settle it where the address names no more than the district."""
    question, area = dossier.ask("unit.outside_area", "unit"), dossier.programme.area
    licences = dossier.papers("business_license")
    licence = next((paper for paper in licences if readable(paper, "address")), licences[0] if licences else None)
    address, details = _address(dossier, licence)
    if address is None:
        return question.cannot_tell(
            "unreadable" if licence else "missing_material", f"未能读到住所，无法判断是否位于{area.title}", **details
        )
    strength = area_strength(address, area)
    if strength == "strong" or (strength in ("around", "silent") and _registered_inside(dossier, licence)):
        return question.passes(f"住所位于{area.title}范围内", **details)
    if strength == "nearby":
        message = f"住所“{address}”临近{area.title}，不能据此认定在区内，请核实是否在区内实际经营"
    else:
        message = f"住所“{address}”未显示位于{area.title}，请核实是否在区内实际经营"
    return question.flags(message, **details)


def _address(dossier: Dossier, licence: Document | None) -> tuple[str | None, dict[str, object]]:
    """The address to judge by: the form's where the licence bears it out or cannot be read, else the licence's."""
    stated, field = dossier.form.unit.registered_address, readable(licence, "address") if licence else None
    printed = text_of(field)
    evidence = place(licence, field) if licence else ()
    agree = stated and printed and kind("address").compare(stated, printed).outcome in ("same", "lookalike")
    address = stated if agree or not printed else printed
    return address, {"expected": dossier.programme.area.title, "found": address, "evidence": evidence}


def area_strength(address: str, area: Area) -> str:
    """elsewhere · strong · nearby · around · silent (the address names no district at all)."""
    plain = re.sub(r"\s", "", address)
    signals = (("elsewhere", area.elsewhere), ("strong", area.strong), ("nearby", area.nearby), ("around", area.around))
    for strength, patterns in signals:
        if any(re.search(pattern, plain) for pattern in patterns):
            return strength
    return "silent"


def _registered_inside(dossier: Dossier, licence: Document | None) -> bool:
    area, code = dossier.programme.area, dossier.form.unit.uscc or ""
    authority = text_of(readable(licence, "registration_authority")) if licence else None
    by_authority = authority and any(re.search(pattern, authority) for pattern in area.authorities)
    return bool(by_authority) or kind("uscc").normalise(code)[2:8] in area.registration_codes


def _ask_term(dossier: Dossier) -> Check:
    """LIC-03: the licence's term; newer prints leave it out, 长期 has no end."""
    question = dossier.ask("unit.licence_expired", "unit")
    licences = dossier.papers("business_license")
    if not licences:
        return question.cannot_tell("missing_material", "未收到营业执照，无法核对营业期限")
    licence = next((paper for paper in licences if "term_to" in paper.fields), licences[0])
    field = licence.fields.get("term_to")
    if field is None:
        return question.not_applicable("营业执照未载明营业期限（新版执照不再列示）")
    details: dict[str, object] = {"found": text_of(field), "evidence": place(licence, field)}
    if field.value is None and (ENDLESS.search(field.text) or field.confidence >= READABLE):
        return question.passes("营业期限为长期", **details)
    return _say_term(question, field, dossier.form.submitted_on or dossier.programme.window.closes, details)


def _say_term(question: Question, field: Field, applied: date, details: Mapping[str, object]) -> Check:
    end, last = text_of(field), applied.isoformat()
    if end is None or field.confidence < READABLE:
        return question.cannot_tell("unreadable", "营业期限未能清晰识别，请对照营业执照核对", **details)
    if end >= last:
        return question.passes(f"营业期限至{end}，申报时有效", **details, expected=last)
    if field.confidence < CERTAIN:
        return question.cannot_tell("unreadable", f"营业期限读作{end}，字迹不够清晰，请核对是否已届满", **details)
    return question.flags(f"营业期限于{end}届满，申报时（{last}）已过期", **details, expected=last, score=0.0)


def _ask_kind(dossier: Dossier) -> Check:
    """UNIT-01, LIC-06: by the code's first characters and the stated kind; a firm's branches are no legal persons."""
    question, unit, terms = dossier.ask("unit.kind_unsupported", "unit"), dossier.form.unit, dossier.programme.units
    printed = [one for name in ("company_name", "company_type") for one in _printed(dossier, name)]
    names = [(unit.name, ()), *((text_of(field), place(paper, field)) for paper, field in printed)]
    branch = next(((name, evidence) for name, evidence in names if name and re.search(terms.branches, name)), None)
    codes = [unit.uscc, *(text_of(field) for _, field in _printed(dossier, "uscc"))]
    code = next((normal for one in codes if one and uscc_problem(normal := kind("uscc").normalise(one)) is None), None)
    if branch and not _is_legal_person(code, terms):
        message = f"“{branch[0]}”为分支机构，不具备法人资格，请核实由谁签章、由谁收款"
        return question.flags(message, found=branch[0], evidence=branch[1], score=0.0)
    if code is None:
        return question.cannot_tell("not_on_form", "申报表和营业执照上没有有效的统一社会信用代码，无法判断单位性质")
    details: dict[str, object] = {"expected": "企事业单位、社会团体、行业组织", "found": code[:2]}
    if not any(code.startswith(heads) for heads in terms.codes.values()):
        return question.flags(
            f"统一社会信用代码以{code[:2]}开头，不是企事业单位或社会团体，请核定是否符合条件", **details, score=0.0
        )
    if unit.kind and not code.startswith(terms.codes[unit.kind]):
        return question.flags(f"统一社会信用代码以{code[:2]}开头，与申报表填写的单位性质不符，请核实", **details, score=0.5)
    return question.passes("单位性质符合要求", **details, score=1.0)


def _is_legal_person(code: str | None, terms: Units) -> bool:
    """Branches of firms have a code like any firm; an institution or a society with a code of its own is a legal person."""
    others = tuple(head for kind_of_unit, heads in terms.codes.items() if kind_of_unit != "enterprise" for head in heads)
    return code is not None and code.startswith(others)


def _printed(dossier: Dossier, name: str) -> list[tuple[Document, Field]]:
    """The licence's field where it was read for certain."""
    return [(paper, field) for paper in dossier.papers("business_license") if (field := certain(paper, name)) is not None]


def _ask_age(dossier: Dossier) -> Check:
    """LIC-03, LIC-07: the licence's date of foundation, else the form's."""
    question, months = dossier.ask("unit.established_on_implausible", "unit"), dossier.programme.thresholds.unit_months
    licences, applied = dossier.papers("business_license"), dossier.form.submitted_on or dossier.programme.window.closes
    printed = next(((day, paper, field) for paper, field in _printed(dossier, "established_on") if (day := day_of(field))), None)
    founded = printed[0] if printed else dossier.form.unit.established_on
    if founded is None:
        smudged = any("established_on" in paper.fields for paper in licences)
        message = "营业执照的成立日期未能清晰识别，请对照原件核对"
        return question.cannot_tell("unreadable", message) if smudged else question.not_applicable("未载明成立日期")
    details: dict[str, object] = {
        "expected": f"不晚于{applied}",
        "found": founded.isoformat(),
        "evidence": place(printed[1], printed[2]) if printed else (),
    }
    if founded > applied:
        return question.flags(f"单位成立日期为{founded}，晚于申报日期{applied}，请核实", **details, score=0.0)
    if add_months(founded, months) > applied:
        return question.informs(f"单位于{founded}成立，至申报时不满{months}个月，请了解实际经营情况", **details)
    return question.passes(f"单位于{founded}成立，早于申报日期", **details, score=1.0)
