"""Completeness beyond the list of materials: every page and every entry's proof, no copies, no stranger's contract."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from extractors.kinds import find_dates, kind
from extractors.normalisation import chinese_number
from pipeline.checks.check import Check
from pipeline.checks.dossier import SLOTS, Dossier
from pipeline.checks.marks import SEAL_CERTAIN, Group, bears_name, groups_of, sealed_at
from pipeline.checks.question import Question, places
from pipeline.checks.weighing import certain, held_against, readable, text_of
from pipeline.checks.wording import Spot, line_spots, print_of
from pipeline.documents import Document
from pipeline.programme import Slot

CONTRACT: Slot = "labor_contract"
RULES: Slot = "management_rules"


def ask_completeness(dossier: Dossier) -> Iterator[Check]:
    for slot in SLOTS:
        if dossier.programme.materials[slot].paged:
            yield from _ask_pages(dossier, slot)
        seal = dossier.programme.materials[slot].seal
        if seal and seal.of == "issuer":
            yield from _ask_copies(dossier, slot)
    yield _ask_entries(dossier, "award_certificate", "honour", [award.honour for award in dossier.form.awards])
    yield _ask_entries(dossier, "patent_certificate", "patent_number", [patent.number for patent in dossier.form.patents])
    yield _ask_strangers(dossier)
    yield _ask_rules_date(dossier)


NUMBER = "[0-9]{1,3}|[一二三四五六七八九十]{1,3}"
PAGE = f"第(?P<number>{NUMBER})页.{{0,2}}共(?P<count>{NUMBER})页|共(?P<whole>{NUMBER})页.{{0,2}}第(?P<place>{NUMBER})页"


def _ask_pages(dossier: Dossier, slot: Slot) -> Iterator[Check]:
    """MAT-13, CON-12: of papers that number their pages out of a whole; several files may hold one paper's pages."""
    question, groups = dossier.ask("material.pages_incomplete", slot, material=slot), list(groups_of(dossier, slot))
    answers = [_ask_page_numbers(question, group) for group in groups]
    yield from told(answers) or [question.not_applicable("没有相应文件")]


def told(answers: Sequence[Check]) -> list[Check]:
    """All that is wrong or open, else one answer for the slot."""
    wrong = [answer for answer in answers if answer.status in ("flag", "cannot_tell")]
    return wrong or [answer for answer in answers if answer.status == "pass"][:1] or list(answers[:1])


def _ask_page_numbers(question: Question, group: Group) -> Check:
    """Only what every read number agrees upon counts, and only pages that are really fewer are missing."""
    found = list(line_spots(group.papers, PAGE))
    if not found:
        return question.not_applicable(f"{group.called}未印页码总数，无法核对是否缺页")
    counts, evidence = {_count(one) for one in found}, tuple(place for one in found for place in one.evidence)
    there = len({(paper.file, page.index) for paper in group.papers for page in paper.pages})
    count = max(counts)
    details: dict[str, object] = {"expected": f"共{count}页", "found": f"{there}页", "evidence": evidence}
    if there >= count and _in_order(found):
        return question.passes(f"{group.called}的页码齐全", **details, score=1.0)
    if len(counts) > 1 or not all(one.surely for one in found):
        return question.cannot_tell("unreadable", f"{group.called}的页码未能清晰识别，请核对是否缺页", **details)
    if there < count:
        numbers = "、".join(str(number) for number in sorted({_number(one) for one in found}))
        return question.flags(
            f"{group.called}印有共{count}页，只收到{there}页（识别到第{numbers}页），请补齐", **details, score=0.0
        )
    return question.flags(f"{group.called}的页面顺序与页码不一致，请按顺序重新扫描", **details, score=0.5)


def _in_order(found: Sequence[Spot]) -> bool:
    """Page numbers rise within each file, unless it holds several papers that each begin with their first page."""
    by_file: dict[str, list[int]] = {}
    for one in found:
        by_file.setdefault(one.paper.file, []).append(_number(one))
    return all(numbers == sorted(numbers) or numbers.count(1) > 1 for numbers in by_file.values())


def _number(one: Spot) -> int:
    return _whole(one.match["number"] or one.match["place"])


def _count(one: Spot) -> int:
    return _whole(one.match["count"] or one.match["whole"])


def _whole(text: str) -> int:
    return int(text) if text.isdigit() else chinese_number(text) or 0


def _ask_copies(dossier: Dossier, slot: Slot) -> Iterator[Check]:
    """SCAN-02: a copy shows the unit's fresh seal where the issuer's has gone grey. Units may be issuers themselves."""
    question, title = dossier.ask("material.copy_suspected", slot, material=slot), dossier.programme.materials[slot].title
    answers = [_ask_copy(dossier, question, paper, title) for paper in dossier.papers(slot)]
    yield from told(answers) or [question.not_applicable("没有相应文件")]


def _ask_copy(dossier: Dossier, question: Question, paper: Document, title: str) -> Check:
    unit, called = dossier.form.unit.name, f"{title}{paper.file}"
    if not paper.seals or paper.type not in SLOTS or all(page.source == "text_layer" for page in paper.pages):
        return question.not_applicable(f"{called}不是盖有印章的证书扫描件")
    if unit is None:
        return question.cannot_tell("not_on_form", "申报表未填写单位名称，无法判断印章是否为发证机构所盖")
    issuer = text_of(certain(paper, "issuer"))
    if any(seal.name and not bears_name(seal, unit) for seal in paper.seals) or _is_same_unit(unit, issuer):
        return question.passes(f"{called}上有发证机构的印章", evidence=sealed_at(paper), score=1.0)
    if paper.unread_stamps or any(seal.name is None or seal.confidence < SEAL_CERTAIN for seal in paper.seals):
        return question.not_applicable(f"{called}的印章未能识别，由另一项核对")
    if issuer is None:
        message = f"{called}上只识别到本单位印章，发证机构未能清晰识别，请核对是否为原件"
        return question.cannot_tell("unreadable", message, evidence=sealed_at(paper))
    message = f"{called}由“{issuer}”颁发，却只见本单位的印章，疑为复印件加盖公章，请核对原件"
    compared = held_against("company", issuer, unit)
    return question.flags(message, expected=issuer, found=unit, evidence=sealed_at(paper), score=0.0, compared=compared)


def _is_same_unit(unit: str, issuer: str | None) -> bool:
    """The unit, or a department of it."""
    company = kind("company")
    if company.compare(unit, issuer).outcome in ("same", "lookalike"):
        return True
    return issuer is not None and company.normalise(unit) in company.normalise(issuer)


def _ask_entries(dossier: Dossier, slot: Slot, field: str, stated: Sequence[str | None]) -> Check:
    """MAT-16: more entries on the form than papers; which paper proves which entry is another rule's matter."""
    question, papers = dossier.ask("material.entry_unproved", slot, material=slot), dossier.papers(slot)
    title, entries = dossier.programme.materials[slot].title, [one for one in stated if one]
    if not papers or not entries:
        return question.not_applicable(f"申报表未列，或未上传{title}")
    printed = [text_of(readable(paper, field)) for paper in papers]
    details: dict[str, object] = {"expected": f"{len(entries)}项", "found": f"{len(papers)}份"}
    if len(papers) >= len(entries):
        return question.passes(f"申报表所列各项均有{title}", **details, score=1.0)
    if not all(printed):
        return question.cannot_tell("unreadable", f"有{title}未能清晰识别，无法确定申报表所列哪一项没有证书", **details)
    prints = [print_of(page) for paper in papers for page in paper.pages]
    left = [
        entry for entry in entries if not any(_proves(field, entry, one) for one in printed) and not _stands_in(entry, prints)
    ]
    if not left and len(set(entries)) == len(entries):
        return question.passes(f"申报表所列各项在{title}中均有载明", **details, score=1.0)
    left = left or entries[len(papers) :]
    named = "、".join(f"“{entry}”" for entry in left)
    return question.flags(
        f"申报表列有{len(entries)}项，只收到{len(papers)}份{title}，未见{named}的证书，请补充", **details, score=0.0
    )


def _proves(field: str, entry: str, printed: str | None) -> bool:
    return kind("honour" if field == "honour" else field).compare(entry, printed).outcome in ("same", "lookalike")


def _stands_in(entry: str, prints: Sequence[str]) -> bool:
    """Whether a page prints it besides: two certificates may lie on one page."""
    wanted = re.sub(r"\s", "", entry)
    return any(wanted in one for one in prints)


def _ask_strangers(dossier: Dossier) -> Check:
    """X-09: a contract of somebody who is not on the form; of one that names nobody the team's rules speak."""
    question, papers = dossier.ask("team.contract_of_stranger", "application", material=CONTRACT), dossier.unowned(CONTRACT)
    if not dossier.papers(CONTRACT):
        return question.cannot_tell("missing_material", "未收到劳动合同，无法与成员名单核对")
    named = [(paper, field) for paper in papers if (field := certain(paper, "employee_name"))]
    if named:
        found = "、".join(dict.fromkeys(text_of(field) or "" for _, field in named))
        message = f"有{found}的劳动合同，申报表却未列此人，请核对成员名单"
        return question.flags(message, found=found, evidence=places(named), score=0.0)
    doubtful = [paper for paper in papers if "employee_name" in paper.fields]
    if doubtful:
        return question.cannot_tell("unreadable", f"{doubtful[0].file}的乙方姓名未能清晰识别，无法与成员名单核对")
    return question.passes("劳动合同均属申报表所列人员", score=1.0)


def _is_of_term(spot: Spot) -> bool:
    """Whether the line says from when or until when the rules hold, which may be later than their issue."""
    return bool(re.search("[施执实]行|实施|[生有]效|至|止|起", spot.match[0]))


DATE_ALONE = "^.{0,8}[0-9〇○零一二三四五六七八九]{4}.{1,9}$"
"""A line that a date fills, with a label at most: no date within a sentence."""


def _ask_rules_date(dossier: Dossier) -> Check:
    """SYS-02: the last date that the rules print is that of their issue; for information."""
    question, papers = dossier.ask("material.rules_postdated", RULES, material=RULES), dossier.papers(RULES)
    last = dossier.form.submitted_on or dossier.programme.window.closes
    if not papers:
        return question.cannot_tell("missing_material", "未收到管理制度文件，无法核对发布日期")
    dated = [one for one in line_spots(papers, DATE_ALONE) if find_dates(one.line.text) and not _is_of_term(one)]
    if not dated:
        return question.not_applicable("管理制度文件未载明发布日期，或未能识别")
    spot = dated[-1]
    found = find_dates(spot.line.text)[-1]
    issued = date.fromisoformat(str(found.value))
    details: dict[str, object] = {"expected": f"不晚于{last}", "found": issued.isoformat(), "evidence": spot.evidence}
    if issued <= last:
        return question.passes(f"管理制度文件的日期（{issued}）不晚于申报日期", **details, score=1.0)
    if not spot.surely or found.repaired:
        return question.cannot_tell("unreadable", "管理制度文件的日期未能清晰识别，请对照原件", **details)
    return question.flags(f"管理制度文件的日期为{issued}，晚于申报日期{last}，供参考", **details, score=0.0)
