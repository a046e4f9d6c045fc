"""An application in which nothing is wrong, as records, and ways to change one thing in it. All people and firms are invented."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from extractors.records import Field, FieldValue
from models.records import Box, Line, Seal, Signature
from models.seals.kinds import kind_of
from pipeline.checks import Check, judge
from pipeline.documents import Document, Page, Problem, Quality
from pipeline.form import Form
from pipeline.programme import load_programme

PROGRAMME = load_programme("skill-master-studio-2026")
MINISTRY = "人力资源和社会保障部"
UNIT = "北京测试精密机械有限公司"
USCC = "91110400MAD1234570"
ADDRESS = "北京市北京经济技术开发区科创十四街99号"
BOX = Box(0.2, 0.2, 0.5, 0.25)

LEADER = {"name": "张建国", "id_number": "110101196801150039", "gender": "male", "birthdate": "1968-01-15"}
MEMBERS = (
    {"name": "李明", "id_number": "110115198506071239", "gender": "male", "birthdate": "1985-06-07"},
    {"name": "王芳", "id_number": "320583197705310020", "gender": "female", "birthdate": "1977-05-31"},
    {"name": "赵雪", "id_number": "370725199201188880", "gender": "female", "birthdate": "1992-01-18"},
)
TERM = {"starts_on": "2020-01-01", "ends_on": "2028-12-31"}
NUMBER = "Y000011000123232000456"

Changes = dict[str, Any]


def form_data() -> Changes:
    """application.json of the clean application."""
    return {
        "application_id": "KFQ202600001",
        "programme": PROGRAMME.name,
        "submitted_at": "2026-01-20T10:30:00+08:00",
        "unit": {
            "name": UNIT,
            "uscc": USCC,
            "kind": "enterprise",
            "legal_representative": "陈志远",
            "registered_address": ADDRESS,
            "established_on": "2010-05-06",
        },
        "leader": {
            **LEADER,
            "position_category": "worker",
            "occupation": "电工",
            "skill_level": "技师",
            "certificate_number": NUMBER,
            "position": "维修电工",
            "frontline_since": "2010-01-01",
            "route": "catalogue_occupation",
            "contract": {"starts_on": "2015-03-01", "ends_on": None},
        },
        "members": [
            {**member, "position": "装配钳工", "role": role, "contract": dict(TERM)}
            for member, role in zip(MEMBERS, ("skilled", "technical", "technical"), strict=True)
        ],
        "awards": [{"honour": "北京市技术能手", "recipient": "张建国"}],
        "patents": [{"title": "一种夹具", "number": "ZL201710601862.3", "patentee": UNIT}],
        "bank": {"account_name": UNIT, "account_number": "0200001234567890123", "bank_name": "中国工商银行北京亦庄支行"},
    }


def made(value: FieldValue, confidence: float = 0.98, *, text: str | None = None, repaired: bool = False) -> Field:
    printed = text if text is not None else str(value)
    return Field(value=value, text=printed, confidence=confidence, page=0, box=BOX, method="layout", repaired=repaired)


def page(
    index: int = 0,
    *,
    colour: bool = True,
    defects: Sequence[Any] = (),
    text: str = "",
    confidence: float = 0.97,
    source: Any = "ocr",
) -> Page:
    lines = tuple(Line(text=one, confidence=confidence, box=BOX) for one in text.splitlines())
    quality = Quality(sharpness=0.8, dpi=200, defects=tuple(defects))
    return Page(index=index, width=1654, height=2339, colour=colour, quality=quality, lines=lines, source=source)


def seal(name: str | None = UNIT, centre: str | None = None, confidence: float = 0.93) -> Seal:
    kind = kind_of("round", name, centre, plain=not centre)
    return Seal(page=0, box=BOX, shape="round", colour="red", name=name, centre_text=centre, confidence=confidence, kind=kind)


def paper(slot: Any, fields: Changes, *, person: str | None = None, file: str | None = None, **more: Any) -> Document:
    name = file or f"{slot}_{person or 'unit'}.pdf"
    known = {
        "file": name,
        "sha256": name,
        "slot": slot,
        "type": slot,
        "type_confidence": 0.98,
        "person": person,
        "pages": (page(text=PRINT),),
        "fields": {key: value if isinstance(value, Field) else made(value) for key, value in fields.items()},
        "seals": (seal(),),
    }
    return Document.model_validate({**known, **more})


RULES = "工作目标任务\n每年安排专项经费支持工作室\n本单位建立技能人才培养、评价、选拔、使用和激励制度\n2025年6月1日"
PRINT = "本单位承诺所提交材料真实有效\n遵守国家法律法规没有失信行为\n如有违反愿意承担相应责任"

LETTER = f"我单位申报2026年经开区技能大师工作室认定资助，郑重承诺：\n{PRINT}"


def contract(person: Changes, **fields: Any) -> Document:
    printed = {
        "employer_name": UNIT,
        "employee_name": person["name"],
        "id_number": person["id_number"],
        "contract_type": "fixed_term",
        "starts_on": TERM["starts_on"],
        "ends_on": TERM["ends_on"],
        "position": "装配钳工",
        **fields,
    }
    printed = {key: value for key, value in printed.items() if value is not ...}
    signature = Signature(page=0, box=BOX, near="乙方（签字）")
    return paper("labor_contract", printed, person=person["name"], signatures=(signature,))


def certificate(**fields: Any) -> Document:
    printed = {
        "holder_name": LEADER["name"],
        "id_number": LEADER["id_number"],
        "occupation": "电工",
        "skill_level": "技师",
        "certificate_number": NUMBER,
        "issued_on": "2023-06-30",
        **fields,
    }
    printed = {key: value for key, value in printed.items() if value is not ...}
    return paper("skill_certificate", printed, person="张建国", seals=(seal("某某评价中心"),))


def clean_papers() -> list[Document]:
    signed = (Signature(page=0, box=BOX, near="法定代表人（签字）"),)
    licence = {
        "company_name": UNIT,
        "uscc": USCC,
        "legal_representative": "陈志远",
        "address": ADDRESS,
        "established_on": "2010-05-06",
        "term_to": made(None, text="长期"),
    }
    bank = {"account_name": UNIT, "account_number": "0200001234567890123", "bank_name": "中国工商银行北京亦庄支行"}
    bank["bank_code"] = "102100099996"
    award = {"recipient_name": "张建国", "honour": "北京市技术能手", "issuer": MINISTRY, "awarded_on": "2020-05-01"}
    patent = {
        "patent_number": "ZL201710601862.3",
        "patent_type": "invention",
        "patent_title": "一种夹具",
        "patentee": UNIT,
        "inventors": ["张建国", "李明"],
        "applied_on": "2017-07-21",
        "granted_on": "2019-08-06",
    }
    sections = ["leader_duties", "funds", "archives", "work_rules"]
    return [
        paper("business_license", licence),
        paper(
            "commitment_letter",
            {"company_name": UNIT, "committed_on": "2026-01-15"},
            signatures=signed,
            pages=(page(text=LETTER),),
        ),
        paper("bank_account", bank),
        certificate(),
        paper("award_certificate", award, seals=(seal(MINISTRY),)),
        paper("management_rules", {"company_name": UNIT, "sections": sections}, pages=(page(text=RULES),)),
        paper("patent_certificate", patent, seals=(seal("国家知识产权局"),)),
        paper("site_photos", {"company_name": UNIT}),
        contract(LEADER, contract_type="open_ended", starts_on="2015-03-01", ends_on=..., position="维修电工"),
        *(contract(member) for member in MEMBERS),
    ]


def changed(data: Changes, changes: Changes) -> Changes:
    """``data`` with values at dotted paths replaced (``members.0.name``); ``...`` removes one."""
    for path, value in changes.items():
        *way, last = path.split(".")
        target: Any = data
        for step in way:
            target = target[int(step)] if step.isdigit() else target[step]
        key: Any = int(last) if last.isdigit() else last
        if value is ...:
            del target[key]
        else:
            target[key] = value
    return data


def form(**changes: Any) -> Form:
    """The clean form with changes; ``__`` in a name stands for a dot."""
    return Form.model_validate(changed(form_data(), {path.replace("__", "."): value for path, value in changes.items()}))


def with_fields(papers: Sequence[Document], slot: str, person: str | None = None, **fields: Any) -> list[Document]:
    """The papers with fields of one slot (of one person) replaced; ``...`` removes one, a Field stays as it is."""
    return [_changed_paper(one, fields) if one.slot == slot and person in (None, one.person) else one for one in papers]


def _changed_paper(document: Document, fields: Changes) -> Document:
    kept = {name: field for name, field in document.fields.items() if name not in fields}
    new = {name: value if isinstance(value, Field) else made(value) for name, value in fields.items() if value is not ...}
    return document.model_copy(update={"fields": {**kept, **new}})


def with_parts(papers: Sequence[Document], slot: str, person: str | None = None, **parts: Any) -> list[Document]:
    """The papers with records of one slot replaced: pages, seals, signatures, problems, type …"""
    return [one.model_copy(update=parts) if one.slot == slot and person in (None, one.person) else one for one in papers]


def without(papers: Sequence[Document], slot: str, person: str | None = None) -> list[Document]:
    return [one for one in papers if not (one.slot == slot and person in (None, one.person))]


def problem(code: str) -> tuple[Problem, ...]:
    return (Problem(code=code, message="请重新上传"),)


def judged(papers: Sequence[Document] | None = None, the_form: Form | None = None) -> list[Check]:
    return judge(the_form or form(), clean_papers() if papers is None else papers, PROGRAMME)


def answers(checks: Sequence[Check], rule: str, subject: str | None = None) -> list[str]:
    """How the rule was answered: flags with their severity, e.g. ``flag:blocking``; the rest by status and reason."""
    return [_short(check) for check in checks if check.rule == rule and subject in (None, check.subject)]


def _short(check: Check) -> str:
    if check.status == "flag":
        return f"flag:{check.severity}"
    return f"cannot_tell:{check.reason}" if check.status == "cannot_tell" else check.status


def flags(checks: Sequence[Check]) -> set[tuple[str, str]]:
    return {(check.rule, check.subject) for check in checks if check.status == "flag"}
