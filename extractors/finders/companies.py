"""The names of companies and other units: within sentences and on seals. A paper in, candidates out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.declaration import Finder
from extractors.finders.prose import said
from extractors.finding import is_part_of_a_sentence
from extractors.kinds import kind
from extractors.layout import Place
from extractors.paper import Candidate, Paper

LEGAL_FORMS = r"(?:有限责任公司|有限公司|公司|协会|学会|联合会|商会|促进会|研究院|研究所|中心|学校|大学|医院|集团|厂|事务所)"
COMPANY = (
    rf"^(?!.*(?:承诺|法定代表|签字|盖章|日期|管理委员会|管委会|人力资源和社会保障|营商环境|制度|工作室|\d号)).*{LEGAL_FORMS}$"
)
"""What the name of an applicant unit looks like; the offices that letters are addressed to are none."""
COMPANY_END = re.compile(rf"{LEGAL_FORMS}(?:[^，。；：:、的]{{0,12}}分公司)?")
BEFORE_COMPANY = re.compile(
    r"(?:承诺书|承诺函|证书|合同书|为|规范|根据|结合|按照|关于|适用于|制度|工作室|办法|承诺|名称|[本我]单位|[本我]公司|承诺人|授予|[：:“《，。；、]|[月0-9一二三四五六七八九十廿][0-9一二三四五六七八九十]日|[A-Z]-\d{2}|-\d{3})$"
)


def companies_in_prose(*, weight: float = 0.5) -> Finder:
    """A finder for companies named within sentences: the print before a legal form, back to a word that cannot be part of a
    name. Each place a name is printed at counts."""

    def find(paper: Paper) -> Iterator[Candidate]:
        text, before = paper.prose.text, 0
        for end in COMPANY_END.finditer(text):
            start, before = max(before, name_start(text, end.start())), end.end()
            of_a_sentence = is_part_of_a_sentence(text, end.end())
            if end.end() - start >= 6 and re.search(COMPANY, text[start : end.end()]) and not of_a_sentence:
                yield from said(paper, start, end.end(), kind("company").normalise(text[start : end.end()]), weight)

    return find


def name_start(text: str, end: int) -> int:
    """Where the name that ends at ``end`` begins: after punctuation or a word such as 为 or 根据, at most 30 characters back."""
    start = end
    while start > max(0, end - 30) and not BEFORE_COMPANY.search(text[max(0, start - 4) : start]):
        start -= 1
    opened = re.match(r"[（(](?=[^（）()]*(?:[（(][^（）()]*[）)][^（）()]*)*$)", text[start:end])
    return start + 1 if opened else start  # a bracket around the whole name, as in 本单位（…）


OF_NOBODY = re.compile(r"与?原件(?:一致|相符|核对)|核对无误|复印件|复印属实|再次复印|(?:清|收|付|转|核)讫$|作废")
"""What stamps say that are no one's seal, as a bank's 业务清讫 and a copy's 与原件一致."""


def seal_name(of: str = "company", *, weight: float = 0.45, pattern: str = "") -> Finder:
    """The name on a seal as a witness; ``pattern`` restricts which names may be it."""

    def find(paper: Paper) -> Iterator[Candidate]:
        for seal in paper.seals:
            if seal.name and not OF_NOBODY.search(seal.name) and (not pattern or re.search(pattern, seal.name)):
                place = Place(seal.page, seal.box, seal.confidence, seal.name)
                yield Candidate(kind(of).normalise(seal.name), place, weight, "seal")

    return find
