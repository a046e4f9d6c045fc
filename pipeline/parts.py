"""Files that hold several papers: a document whose pages were read in, one document for each paper out.

Papers copied side by side or one above another onto one page are parted first, along the white between them; while their
types and fields are looked for, each stands on a page of its own. A page begins another paper only when nothing speaks against
it: it has the heading of one and its usual labels, is no annex, and is either of another type or names another holder or
number. In doubt the pages stay together."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from statistics import median, median_low

from extractors.documents import FORMS
from extractors.finding import find_fields
from extractors.kinds import kind
from extractors.records import DocumentType, Field
from models.records import Line, Seal
from pipeline.classification import LARGE, TITLE_LENGTH, bare, scores_of, speaks, titles_of, type_of
from pipeline.documents import Document, Page
from pipeline.extraction import paper_of
from pipeline.regions import SEEN_ON_PAGES, Gutter, cropped, gutters, put_back, seen_on

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
    """The papers of a file as one reads them; a file with one paper is returned as it is. Pages keep their indices, and of a
    page that holds several papers each has its own region until all are gathered."""
    parted = document.model_copy(update={"pages": tuple(paper for page in document.pages for paper in papers_on(page))})
    begins = first_pages(parted)
    if len(begins) == 1:
        return [document]
    ends = [*begins[1:], len(parted.pages)]
    return [part_of(parted, begin, end) for begin, end in zip(begins, ends, strict=True)]


def gathered(parts: Sequence[Document]) -> Document:
    """The main part with the others listed in it: the first that is what its slot asks for, else the first of a known type.
    Whatever was looked for on a region stands in its place on the page again."""
    parts = [put_back(part) for part in parts]
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
    return sorted((document.model_copy(update={"parts": ()}), *document.parts), key=lambda part: part.beginning)


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
    if page.index == running[-1].index:
        return True
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
    scores = scores_of([page])
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
    ours, theirs = fields_of(pages[begin:at], of, document.seals), fields_of(pages[at:reach], of, document.seals)
    return any(differ(of, name, ours.get(name), theirs.get(name)) for name in names)


def fields_of(pages: Sequence[Page], of: DocumentType, seals: Sequence[Seal] = ()) -> dict[str, Field]:
    return find_fields(paper_of(FORMS[of], pages, seen_on(seals, pages)))


def differ(of: DocumentType, name: str, ours: Field | None, theirs: Field | None) -> bool:
    return compared(of, name, ours, theirs) == "different"


def agree(of: DocumentType, name: str, ours: Field | None, theirs: Field | None) -> bool:
    return compared(of, name, ours, theirs) in ("same", "lookalike")


def compared(of: DocumentType, name: str, ours: Field | None, theirs: Field | None) -> str:
    """The outcome of holding two fields of one name against each other; ``cannot_tell`` where either is missing or unsure."""
    if ours is None or theirs is None or min(ours.confidence, theirs.confidence) < SURE_OF_HOLDER:
        return "cannot_tell"
    form = next(field for field in FORMS[of].fields if field.name == name)
    return kind(form.kind).compare(ours.value, theirs.value).outcome


def part_of(document: Document, begin: int, end: int) -> Document:
    """The pages from ``begin`` up to ``end`` with what was seen on them; problems of the whole file stay with its first part."""
    pages = document.pages[begin:end]
    indices = {page.index for page in pages}
    return document.model_copy(
        update={
            "pages": pages,
            **{name: tuple(seen_on(getattr(document, name), pages)) for name in SEEN_ON_PAGES},
            "unread_stamps": tuple(page for page in document.unread_stamps if page in indices),
            "seam_seals": tuple(seal for seal in document.seam_seals if any(piece.page in indices for piece in seal.pieces)),
            "problems": tuple(
                problem for problem in document.problems if problem.page in indices or (problem.page is None and begin == 0)
            ),
        }
    )


# Papers that share a page

SHARING: tuple[DocumentType, ...] = (
    "skill_certificate",
    "award_certificate",
    "patent_certificate",
    "business_license",
    "bank_account",
)
"""Papers of one page, of which several may be copied onto one sheet."""
REPEATED = 3
"""Labels that stand on both sides of the white between two papers of a type (guess)."""
TOP_MARGIN = 0.5
"""How much of the white between two papers the way from there to the lower one's heading may outweigh (guess)."""


def papers_on(page: Page) -> list[Page]:
    """The page, or its regions where several papers share it."""
    if not page.lines or not may_hold_several(page):
        return [page]
    for gutter in sorted(gutters(page), key=lambda gutter: rank(page, gutter), reverse=True)[:TRIES]:
        one, other = (cropped(page, side) for side in gutter.sides)
        if are_two(one, other):
            return [*papers_on(one), *papers_on(other)]
    return [page]


TRIES = 4
"""Gutters that are looked at more closely, the likeliest first."""


def may_hold_several(page: Page) -> bool:
    """A cheap look: two headings, or the labels of the page's type more than once."""
    if len(headings_on(page)) > 1:
        return True
    of, _ = type_of([page])
    return of in SHARING and sum(times > 1 for times in labels_on(page, of).values()) >= REPEATED


def headings_on(page: Page) -> list[Line]:
    """Lines in large print that could be the heading of a paper which shares a page."""
    large = LARGE * median([line.box.height for line in page.lines if not line.vertical] or [1.0])
    prominent = [line for line in page.lines if line.box.height >= large and 2 <= len(bare(line)) <= TITLE_LENGTH]
    short = [line for line in prominent if not WITHIN_A_PAPER.search(bare(line))]
    cues = [cue for of in SHARING for cue in FORMS[of].cues if cue.title and cue.weight >= HEADING]
    return [line for line in short if any(speaks(cue, bare(line)) for cue in cues)]


def labels_on(page: Page, of: DocumentType) -> Counter[str]:
    """The fields of a type and how often a label of theirs stands on the page, in Chinese."""
    labels = [label for label in paper_of(FORMS[of], [page], ()).labels if label.strength >= BEGINS and label.rank < LESS_TELLING]
    return Counter(label.field for label in labels if label.field and not label.span.text.isascii())


BEGINS = 0.6
"""Strength of a label that begins a line or a cell, whatever follows it."""
LESS_TELLING = 6
"""Rank of a label's wording from which other papers bear it as well (guess)."""


def rank(page: Page, gutter: Gutter) -> tuple[int, int, float]:
    """How likely papers, one or more, lie on either side: headings on both; of every label as many more on one side than on the
    other; much white close above the lower heading."""
    one, other = (cropped(page, side) for side in gutter.sides)
    headings = headings_on(other)
    headed = 2 if headings and headings_on(one) else 0
    of, same = type_of([one])[0], type_of([other])[0]
    ours, theirs = (labels_on(side, of) if of == same and of in SHARING else Counter[str]() for side in (one, other))
    more = {name: ours[name] - theirs[name] for name in ours | theirs}
    usual = median_low(more.values()) if more else 0
    even = sum(min(ours[name], theirs[name]) - abs(lead - usual) for name, lead in more.items())
    below = min((line.box.y0 for line in headings), default=0.0) * (1 - gutter.at) if gutter.across == "y" else 0.0
    return headed, even, gutter.white - TOP_MARGIN * below


def are_two(one: Page, other: Page) -> bool:
    """Whether two regions of a page are papers of their own. In doubt they are one."""
    first, second = opened_by(one), opened_by(other)
    if first in SHARING and second in SHARING and first != second:
        return True
    of = first or second or type_of([one])[0]
    if of not in SHARING or of not in HOLDERS or not both_are(of, one, other):
        return False
    alike = len(labels_on(one, of) & labels_on(other, of)) >= REPEATED
    ours, theirs = fields_of([one], of), fields_of([other], of)
    if any(differ(of, name, ours.get(name), theirs.get(name)) for name in HOLDERS[of]):
        return alike or first == second == of
    return alike and not any(agree(of, name, ours.get(name), theirs.get(name)) for name in HOLDERS[of])


def both_are(of: DocumentType, one: Page, other: Page) -> bool:
    return all(opened_by(page) == of or (of in HEADLESS and type_of([page])[0] == of) for page in (one, other))
