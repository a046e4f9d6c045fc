"""Materials: there, in their slot, readable, in colour, not twice; and what the commitment letter and the rules must say."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from statistics import median

from pipeline.checks.check import Check, Evidence
from pipeline.checks.dossier import ABSENT, SLOTS, SURE_OF_TYPE, Dossier
from pipeline.checks.question import Question, place
from pipeline.checks.weighing import CERTAIN, READABLE
from pipeline.documents import Document, Page
from pipeline.programme import MaterialTerms, Slot
from pipeline.rulebook import RuleName

UNSUPPORTED = ("unsupported_format", "ofd_not_supported")
HARMLESS = ("active_content", "attachments", "mislabelled", "unknown_slot")
"""Problems worth noting that do not keep anybody from reading the paper."""

LEGIBLE = 0.7
"""Median confidence of a page's lines below which a defective page counts as unread (guessed)."""
FEWEST_CHARACTERS = 20
"""A page with less print shows nothing to read (MAT-12)."""

ADVICE = {
    "blurry": "画面模糊，请重新扫描或对焦后拍摄",
    "dark": "画面过暗，请在光线充足处重新扫描",
    "faint": "字迹过浅，请调高对比度重新扫描",
    "noisy": "杂点过多，请清洁扫描仪后重新扫描",
    "glare": "有反光，请避开光源重新拍摄",
    "low_resolution": "分辨率过低，请以300dpi彩色重新扫描",
    "cut_off": "画面不完整，请完整扫描整页",
    "blank": "为空白页，请确认是否漏扫",
}


def ask_materials(dossier: Dossier) -> Iterator[Check]:
    for slot in SLOTS:
        yield _ask_missing(dossier, slot)
        for rule, test in _upload_tests(dossier.programme.materials, slot):
            documents = dossier.uploaded(slot)
            yield from _ask_each(dossier, rule, slot, test, _meant(documents) if rule == "material.wrong_type" else documents)
        colour = partial(_test_colour, dossier)
        yield from _ask_each(dossier, "material.not_colour", slot, colour, _papers_in_colour(dossier, slot))
        yield from _ask_duplicates(dossier, slot)
    for unknown in sorted({document.slot for document in dossier.documents} - set(SLOTS)):
        question = dossier.ask("material.wrong_type", unknown)
        yield question.flags(f"上传栏目“{unknown}”不在本项目材料清单之内，请改传到对应栏目")
    yield _ask_anchors(dossier)
    yield _ask_sections(dossier)


def _ask_missing(dossier: Dossier, slot: Slot) -> Check:
    """MAT-01 … 10, by the decision table of the programme; the leader's own certificate and contract must be among them."""
    question, terms = dossier.ask("material.missing", slot, material=slot), dossier.programme.materials[slot]
    if not terms.listed:
        return question.not_applicable("本项目不要求提交该材料")
    severity = terms.severity_when_missing(dossier.route)
    papers, absent = dossier.papers(slot), [paper for paper in dossier.uploaded(slot) if _is_absent(paper)]
    named = f"（申报表列出的{'、'.join(paper.file for paper in absent)}未收到）" if absent else ""
    if not papers:
        return question.flags(f"未提交{terms.title}{named}，请补充", severity=severity, score=0.0)
    if terms.whose in ("leader", "each") and not _leader_has(dossier, slot):
        return question.flags(f"未提交领办人的{terms.title}{named}，请补充", severity=severity, score=0.0)
    if absent:
        return question.doubts(f"{terms.title}中有文件未收到{named}，请补充上传", score=0.5)
    return question.passes(f"{terms.title}已提交（{len(papers)}份）", score=1.0)


def _is_absent(document: Document) -> bool:
    return any(problem.code in ABSENT for problem in document.problems)


def _leader_has(dossier: Dossier, slot: Slot) -> bool:
    """Papers that could not be given to anyone may be the leader's: only what is surely others' is not."""
    return bool(dossier.papers_of(dossier.leader, slot) or dossier.unowned(slot))


Test = Callable[[Question, Document], Check]


def _ask_each(dossier: Dossier, rule: RuleName, slot: Slot, test: Test, documents: Sequence[Document]) -> Iterator[Check]:
    """One answer for the slot when nothing is wrong, else one for each document that something is wrong with."""
    question = dossier.ask(rule, slot, material=slot)
    answers = [test(question, document) for document in documents if not _is_absent(document)]
    wrong = [answer for answer in answers if answer.status in ("flag", "cannot_tell")]
    passed = [answer for answer in answers if answer.status == "pass"]
    if wrong or passed:
        yield from wrong or passed[:1]
    else:
        yield answers[0] if answers else question.not_applicable("无需核对或没有相应文件")


def _test_type(materials: Mapping[Slot, MaterialTerms], slot: Slot, question: Question, document: Document) -> Check:
    """MAT-11: only a type that is sure speaks against the slot."""
    terms = materials[slot]
    if not document.pages:
        return question.not_applicable(f"{document.file}未能打开，不作类型核对")
    if document.type == slot or (document.type == "unknown" and terms.any_content):
        return question.passes(f"{terms.title}栏目的材料类型相符", found=document.type, score=document.type_confidence)
    if document.type == "unknown" or document.type_confidence < SURE_OF_TYPE:
        message = f"{document.file}未能确认是否为{terms.title}，请人工核对"
        return question.cannot_tell("unreadable", message, expected=slot, evidence=_first_line(document))
    found = materials[document.type].title
    message = f"{document.file}上传在“{terms.title}”栏目，内容却是{found}，请改传到对应栏目"
    return question.flags(message, expected=slot, found=document.type, score=0.0, evidence=_first_line(document))


def _first_line(document: Document) -> tuple[Evidence, ...]:
    for page in document.pages:
        for line in page.lines:
            return (Evidence(file=document.file, page=page.index, box=line.box, text=line.text),)
    return ()


def _test_format(question: Question, document: Document) -> Check:
    for problem in document.problems:
        if problem.code in UNSUPPORTED:
            return question.flags(f"{document.file}：{problem.message}", found=problem.code)
    return question.passes("文件格式均可读取")


def _test_readable(question: Question, document: Document) -> Check:
    """MAT-12, SCAN-03: what kept the paper from being read; a poor picture that could be read is none."""
    serious = [problem for problem in document.problems if problem.code not in (*UNSUPPORTED, *HARMLESS)]
    if serious:
        return question.flags(f"{document.file}：{serious[0].message}", found=serious[0].code)
    if not document.pages:
        return question.not_applicable(f"{document.file}没有可读的页面")
    if all("blank" in page.quality.defects for page in document.pages):
        return question.flags(f"{document.file}全部为空白页，请重新扫描上传", found="blank")
    for page in document.pages:
        defects = [defect for defect in page.quality.defects if defect in ADVICE]
        if "blank" in defects:
            return question.informs(f"{document.file}第{page.index + 1}页{ADVICE['blank']}", found="blank")
        if defects and not _is_legible(page):
            return question.flags(f"{document.file}第{page.index + 1}页{ADVICE[defects[0]]}", found=defects[0])
    return question.passes("文件均可打开，页面可读")


def _is_legible(page: Page) -> bool:
    confidences = [line.confidence for line in page.lines]
    enough = sum(len(line.text) for line in page.lines) >= FEWEST_CHARACTERS
    return enough and median(confidences) >= LEGIBLE


def _upload_tests(materials: Mapping[Slot, MaterialTerms], slot: Slot) -> tuple[tuple[RuleName, Test], ...]:
    return (
        ("material.wrong_type", partial(_test_type, materials, slot)),
        ("material.unsupported_format", _test_format),
        ("material.unreadable", _test_readable),
    )


def _meant(documents: Sequence[Document]) -> list[Document]:
    """Of a file that holds several papers, those of the slot's type, else the first: it was handed in for them."""
    files = {(document.file, document.person): _of_file(documents, document) for document in documents}
    return [one for parts in files.values() for one in ([part for part in parts if part.type == part.slot] or parts[:1])]


def _of_file(documents: Iterable[Document], document: Document) -> list[Document]:
    return [one for one in documents if (one.file, one.person) == (document.file, document.person)]


def _papers_in_colour(dossier: Dossier, slot: Slot) -> list[Document]:
    return dossier.papers(slot) if dossier.programme.materials[slot].colour else []


def _test_colour(dossier: Dossier, question: Question, document: Document) -> Check:
    """SCAN-01: a page of plain text is grey in a colour scan too, so one page of the file in colour shows that the scan is."""
    papers = _of_file(dossier.documents, document)
    pages = [page for paper in papers for page in paper.pages if "blank" not in page.quality.defects]
    if not pages:
        return question.not_applicable(f"{document.file}没有可核对的页面")
    if any(page.colour for page in pages) or all(page.source == "text_layer" for page in pages):
        return question.passes("为彩色扫描件或电子原件", score=1.0)
    return question.flags(f"{document.file}为黑白或灰度扫描件，请按要求提交原件彩色扫描件", score=0.0)


def _ask_duplicates(dossier: Dossier, slot: Slot) -> Iterator[Check]:
    """AUTH-01 within the application: the same bytes twice; one contract may serve two people."""
    question, uploaded = dossier.ask("material.duplicate", slot, material=slot), dossier.uploaded(slot)
    pairs = [(document, twin) for document in uploaded if (twin := _twin(dossier, document)) is not None]
    for document, twin in pairs:
        where = "同一栏目" if twin.slot == document.slot else f"“{_slot_title(dossier, twin.slot)}”栏目"
        yield question.flags(
            f"{document.file}与{where}的{twin.file}内容完全相同，请核对是否误传", found=document.sha256, expected=None
        )
    if not pairs:
        read = [document for document in uploaded if document.sha256]
        yield question.passes("没有重复上传的文件") if read else question.not_applicable("没有相应文件")


FIRST = (0, 0.0, 0.0)
"""Where the first paper of a file begins."""


def _twin(dossier: Dossier, document: Document) -> Document | None:
    """An earlier upload of the same bytes."""
    for other in dossier.documents:
        if other is document:
            return None
        shared = document.slot == other.slot == "labor_contract" and document.person != other.person
        shared = shared or (document.person != other.person and dossier.is_stacked(document))
        if document.sha256 and other.sha256 == document.sha256 and document.beginning == other.beginning == FIRST and not shared:
            return other
    return None


def _slot_title(dossier: Dossier, slot: str) -> str:
    return next((terms.title for name, terms in dossier.programme.materials.items() if name == slot), slot)


def _ask_anchors(dossier: Dossier) -> Check:
    """COM-02: every promise of the template is found in some wording. The template itself is not public, so presence is all
    that can be asked, and only of a letter that was read well."""
    slot: Slot = "commitment_letter"
    question, papers = dossier.ask("material.template_altered", slot, material=slot), dossier.papers(slot)
    if not papers:
        return question.cannot_tell("missing_material", "未收到承诺书，无法核对模板内容")
    lines = [line for paper in papers for line in paper.lines]
    text = "".join(re.sub(r"\s", "", line.text) for line in lines)
    missing = [anchor.name for anchor in dossier.programme.materials[slot].anchors if not re.search(anchor.pattern, text)]
    if not missing:
        return question.passes("承诺书载有模板的各项承诺", score=1.0)
    if len(text) < FEWEST_CHARACTERS or median(line.confidence for line in lines) < CERTAIN:
        return question.cannot_tell("unreadable", "承诺书文字未能清晰识别，无法核对模板内容")
    return question.flags(
        f"承诺书中未见“{'”“'.join(missing)}”的内容，疑与下载模板不一致，请核对", found="、".join(missing), score=0.0
    )


def _ask_sections(dossier: Dossier) -> Check:
    """MAT-14: the four named parts, over all files of the rules. Where most are spoken of without a heading that was read, the
    headings may be what was not."""
    slot: Slot = "management_rules"
    question, papers = dossier.ask("material.sections_missing", slot, material=slot), dossier.papers(slot)
    if not papers:
        return question.cannot_tell("missing_material", "未收到管理制度文件，无法核对内容")
    fields = [(paper, paper.fields["sections"]) for paper in papers if "sections" in paper.fields]
    found = {name for _, field in fields if isinstance(field.value, list) for name in field.value}
    wanted = dossier.programme.materials[slot].sections
    missing = [title for name, title in wanted.items() if name not in found]
    evidence = tuple(one for paper, field in fields for one in place(paper, field))
    details: dict[str, object] = {
        "expected": "、".join(wanted.values()),
        "found": "、".join(t for n, t in wanted.items() if n in found),
        "evidence": evidence,
    }
    if not missing:
        return question.passes("管理制度四个部分齐全", **details, score=1.0)
    if not all_read_well(papers) or any(map(has_unread_heading, papers)):
        return question.cannot_tell(
            "unreadable", f"管理制度中未能识别出{'、'.join(missing)}，部分页面不清晰，请人工核对", **details
        )
    unsure = any(field.confidence < READABLE for _, field in fields)
    if unsure and len(missing) > len(wanted) / 2:
        message = f"管理制度中提到但未识别出{'、'.join(missing)}的标题，请人工核对"
        return question.cannot_tell("unreadable", message, **details)
    return question.flags(f"管理制度缺少{'、'.join(missing)}，请补充", **details, score=1 - len(missing) / len(wanted))


def has_unread_heading(paper: Document) -> bool:
    """Whether a short numbered line, as headings are, could not be read."""
    return any(line.confidence < READABLE and HEADING.fullmatch(line.text) for line in paper.lines)


HEADING = re.compile(
    r"\s*(?:第?[一二三四五六七八九十\d]{1,3}\s*[章条、.．，,]?|[（(][一二三四五六七八九十\d]{1,2}[）)])\s*[\u4e00-\u9fff]{2,14}.{0,2}"
)


def all_read_well(papers: Sequence[Document]) -> bool:
    """Whether every page of the papers was read so well that what was not found is not there."""
    pages = [page for paper in papers for page in paper.pages if "blank" not in page.quality.defects]
    whole = not any(problem.code not in HARMLESS for paper in papers for problem in paper.problems)
    return (
        whole and bool(pages) and all(page.lines and median(line.confidence for line in page.lines) >= READABLE for page in pages)
    )
