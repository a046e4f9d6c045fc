"""Files that hold several papers: a document whose pages were read in, one document for each paper out.

A page begins another paper only when nothing speaks against it: it has the heading of one and its usual labels, is no annex,
and is either of another type or names another holder or number. In doubt the pages stay together."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from extractors.documents import FORMS
from extractors.finding import find_fields
from extractors.kinds import kind
from extractors.records import DocumentType, Field
from pipeline.classification import bare, score, speaks, titles_of, type_of
from pipeline.documents import Document, Page
from pipeline.extraction import paper_of

STRONG = 8.0
"""Score from which a page alone is a paper of its own: a heading and some usual labels (guessed; twice the floor of a type)."""
LEAD = 4.0
"""By how much it must lead every other type on that page, the one before it included (guessed)."""
HEADING = 3.0
"""Least weight of a cue that is a paper's heading."""
UPPER_HALF = 0.5
SURE_OF_HOLDER = 0.6

HOLDERS: dict[DocumentType, tuple[str, ...]] = {
    "skill_certificate": ("id_number", "holder_name", "certificate_number"),
    "award_certificate": ("recipient_name", "honour", "certificate_number"),
    "patent_certificate": ("patent_number",),
    "labor_contract": ("id_number", "employee_name"),
    "business_license": ("uscc",),
}
"""Types that come in stacks, and the fields that tell two papers of the type apart."""

WITHIN_A_PAPER = re.compile(r"^[（(]?(?:[一二三四五六七八九十]+|\d+)[）)]?[、.．，]|^第.{1,4}[条章节页]|专用章|[：:].|^[甲乙]方")
"""Print that has a heading's words but stands within a paper: numbered headings, labels with values, words of seals."""
HEADLESS: dict[DocumentType, tuple[str, ...]] = {"skill_certificate": ("id_number", "certificate_number")}
"""Types whose papers may bear no heading on the page, as old booklets laid open, and the numbers that tell them apart."""

ANNEX = re.compile(r"^附[件录表：:]|^附\d")
LETTERS: tuple[DocumentType, ...] = ("commitment_letter", "management_rules")
"""Papers that contracts and rules also hold as annexes; one on its own speaks of the application."""
OF_THE_APPLICATION = re.compile(r"申报|申请|资助|技能大师|工作室")


def split(document: Document) -> list[Document]:
    """The papers of a file in the order of their pages, which keep their indices; a file with one paper is returned as it is."""
    begins = first_pages(document)
    if len(begins) == 1:
        return [document]
    ends = [*begins[1:], len(document.pages)]
    return [part_of(document, begin, end) for begin, end in zip(begins, ends, strict=True)]


def gathered(parts: Sequence[Document]) -> Document:
    """The main part with the others listed in it: the first that is what its slot asks for, else the first of a known type."""
    main = next(
        (part for part in parts if part.type == part.slot),
        next((part for part in parts if part.type != "unknown"), parts[0]),
    )
    return main.model_copy(update={"parts": tuple(part for part in parts if part is not main)})


def each_part(documents: Iterable[Document]) -> list[Document]:
    """Every paper as a document of its own, those of one file in the order of their pages."""
    return [part for document in documents for part in in_order(document)]


def in_order(document: Document) -> list[Document]:
    if not document.parts:
        return [document]
    return sorted((document.model_copy(update={"parts": ()}), *document.parts), key=lambda part: part.first_page)


def first_pages(document: Document) -> list[int]:
    """Where in ``document.pages`` each paper begins."""
    begins = [0]
    for at in range(1, len(document.pages)):
        if begins_another(document, begins[-1], at):
            begins.append(at)
    return begins


def begins_another(document: Document, begin: int, at: int) -> bool:
    """Whether the page ``at`` begins another paper than the one that runs from page ``begin``."""
    page, running = document.pages[at], document.pages[begin:at]
    opened, (before, _) = opened_by(page), type_of(running)
    if before == "unknown" or is_annex(page):
        return False
    if opened is None:
        return (
            before in HEADLESS and type_of([page])[0] == before and names_another(document, begin, at, before, HEADLESS[before])
        )
    if opened != before:
        return not may_belong(page, opened, before)
    return opened in HOLDERS and names_another(document, begin, at, opened, HOLDERS[opened])


def opened_by(page: Page) -> DocumentType | None:
    """The type of paper of which this page, looked at alone, is surely the first; None when it is none's."""
    scores = {name: score(form, [page]) for name, form in FORMS.items()}
    best, second = sorted(scores, key=lambda name: -scores[name])[:2]
    if scores[best] < STRONG or scores[best] - scores[second] < LEAD:
        return None
    upper = page.model_copy(update={"lines": tuple(line for line in page.lines if line.box.y0 < UPPER_HALF)})
    headings = [cue for cue in FORMS[best].cues if cue.title and cue.weight >= HEADING]
    titles = [title for title in titles_of(upper, opens=True) if not WITHIN_A_PAPER.search(title)]
    spoken = any(speaks(cue, title) for title in titles for cue in headings)
    return FORMS[best].type if spoken else None


def is_annex(page: Page) -> bool:
    top = sorted(page.lines, key=lambda line: line.box.y0)[:3]
    return any(ANNEX.search(bare(line)) for line in top)


def may_belong(page: Page, opened: DocumentType, before: DocumentType) -> bool:
    """Whether a letter or rules may be an annex of the contract or the rules before it."""
    if opened not in LETTERS or before not in ("labor_contract", "management_rules"):
        return False
    return not any(OF_THE_APPLICATION.search(bare(line)) for line in page.lines)


def names_another(document: Document, begin: int, at: int, of: DocumentType, names: Sequence[str]) -> bool:
    """Whether a page of the same type has another holder or number than the pages before it, by the fields ``names``. A
    contract's first page may be a cover: then the next page is asked as well."""
    pages = document.pages
    reach = at + 2 if of == "labor_contract" and at + 1 < len(pages) and opened_by(pages[at + 1]) is None else at + 1
    ours, theirs = fields_of(document, pages[begin:at], of), fields_of(document, pages[at:reach], of)
    return any(differ(of, name, ours.get(name), theirs.get(name)) for name in names)


def fields_of(document: Document, pages: Sequence[Page], of: DocumentType) -> dict[str, Field]:
    indices = {page.index for page in pages}
    return find_fields(paper_of(FORMS[of], pages, [seal for seal in document.seals if seal.page in indices]))


def differ(of: DocumentType, name: str, ours: Field | None, theirs: Field | None) -> bool:
    if ours is None or theirs is None or min(ours.confidence, theirs.confidence) < SURE_OF_HOLDER:
        return False
    form = next(field for field in FORMS[of].fields if field.name == name)
    return kind(form.kind).compare(ours.value, theirs.value).outcome == "different"


SEEN_ON_PAGES = ("seals", "signatures", "signature_places", "codes")
"""What a document keeps of single pages."""


def part_of(document: Document, begin: int, end: int) -> Document:
    """The pages from ``begin`` up to ``end`` with what was seen on them; problems of the whole file stay with its first part."""
    pages = document.pages[begin:end]
    indices = {page.index for page in pages}
    return document.model_copy(
        update={
            "pages": pages,
            **{name: tuple(one for one in getattr(document, name) if one.page in indices) for name in SEEN_ON_PAGES},
            "unread_stamps": tuple(page for page in document.unread_stamps if page in indices),
            "seam_seals": tuple(seal for seal in document.seam_seals if any(piece.page in indices for piece in seal.pieces)),
            "problems": tuple(
                problem for problem in document.problems if problem.page in indices or (problem.page is None and begin == 0)
            ),
        }
    )
