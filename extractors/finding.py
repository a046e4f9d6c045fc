"""From a paper's lines and a type's declaration to field values: every witness says what it sees, then they are weighed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from extractors.declaration import FieldForm
from extractors.kinds import kind
from extractors.kinds.kind import Found, Kind
from extractors.labels import Label
from extractors.layout import Passage, whole_line
from extractors.occupations import look_up
from extractors.paper import Candidate, Paper
from extractors.records import Field
from extractors.settling import PEOPLE, settle
from extractors.value_places import NAMES, ORGANISATION, value_passages

WAYS = {"inline": 1.0, "right": 0.98, "below": 0.93, "far": 0.8}


def find_fields(paper: Paper) -> dict[str, Field]:
    """Every field of the paper's type that is on it."""
    found = {form.name: settle(list(candidates(paper, form)), paper, form) for form in paper.form.fields}
    return {name: field for name, field in found.items() if field is not None}


def candidates(paper: Paper, form: FieldForm) -> Iterator[Candidate]:
    """All witnesses of one field."""
    yield from by_label(paper, form)
    yield from by_pattern(paper, form)
    if form.anywhere:
        yield from by_check_digit(paper, form)
    for finder in form.finders:
        yield from finder(paper)


def by_label(paper: Paper, form: FieldForm) -> Iterator[Candidate]:
    """Values beside or below the field's labels."""
    for label in paper.labels:
        if label.field != form.name:
            continue
        for way, passage in value_passages(paper, label, wraps=form.wraps, far=form.kind in UNMISTAKABLE):
            candidate = read_value(passage, kind(form.kind), method="layout")
            if candidate is None or (way == "inline" and in_a_sentence(label, passage, candidate)):
                continue
            if form.kind in ONE_OF_A_KIND and heads_a_list(paper, label, candidate, kind(form.kind)):
                break
            if form.name == "account_name" and A_BANK.search(str(candidate.value)):
                continue
            if form.name == "honour" and way == "below" and NO_HONOUR.search(str(candidate.value)):
                break  # 荣誉称号 stands below the honour, and below it who signs
            yield replace(candidate, weight=WAYS[way] * label.strength * (1 - 0.02 * label.rank) * candidate.weight)
            break


def in_a_sentence(label: Label, passage: Passage, candidate: Candidate) -> bool:
    """Whether 甲方, 乙方 or 员工 is the subject of a sentence, as in 乙方应认真履行职责, rather than a label before a name."""
    printed = candidate.place.text
    goes_on = re.match(r"[\u4e00-\u9fff]", passage.text.partition(printed)[2]) is not None
    return label.span.text in ("甲方", "乙方", "员工", "职工", "劳动者") and passage.text.startswith(printed) and goes_on


A_BANK = re.compile(r"银行|信用社")
"""What no applicant's name holds: a label without a value stands over the bank's."""
NO_HONOUR = re.compile(rf"{ORGANISATION.pattern}|^(?:特[此发颁]|以资|此证)")
ONE_OF_A_KIND = ("recipient", "reference_number")
"""What an award has one of."""


def heads_a_list(paper: Paper, label: Label, candidate: Candidate, of: Kind) -> bool:
    """Whether 姓名 or 编号 heads a column: then what stands first in it is no more the award's than the others. Whoever signs far
    below is no row of it."""
    of = kind("person_name") if of.name == "recipient" else of
    page, first = paper.page(label.span.page), candidate.place.box
    row = first.centre[1] - label.span.box.centre[1]
    return first.y0 > label.span.box.y1 and any(
        abs(line.box.centre[0] - first.centre[0]) < 2 * page.em(line.box)
        and line.box.centre[1] - first.centre[1] < SECOND_ROW * row
        and read_value(whole_line(page.index, line), of, method="layout") is not None
        for line in page.below(first)
    )


SECOND_ROW = 3.0
"""Distances from a column's head to its first row within which a second one follows, though one may be unread (guess)."""
UNMISTAKABLE = ("uscc", "id_number", "patent_number", "bank_code", "certificate_number")
"""Numbers that nothing else looks like: other print beside their label does not keep them from standing below it."""


def read_value(passage: Passage, of: Kind, *, method: str, offset: int = 0, end: int | None = None) -> Candidate | None:
    """The first value of the kind in ``passage.text[offset:end]``, with its place."""
    found = of.find(passage.text[offset:end])
    return None if found is None else candidate_of(passage, found, of, method=method, offset=offset)


def candidate_of(passage: Passage, found: Found, of: Kind, *, method: str, offset: int = 0) -> Candidate | None:
    place = passage.locate(offset + found.start, offset + found.end)
    if place is None or (of.name in PEOPLE and not re.search(r"[\u3400-\u9fff]", str(found.value))):
        return None
    if of.name in NAMES and END_OF_NAME.fullmatch(str(found.value)):
        return None
    weight = 1.0 if found.valid is not False else 0.6
    if passage_is_odd(found, of):
        weight *= 0.6
    if of.name == "bank_name" and re.match(r"[\u4e00-\u9fff]", passage.text[offset + found.end :]):
        weight *= 0.4  # the print goes on after the bank, but its branch does not end
    if of.name == "certificate_number" and kind("id_number").valid(str(found.value)):
        weight *= 0.4  # the holder's own number, as behind 证件号码 / ID No.
    if of.name == "company" and re.match(r"有限|股份|责任", passage.text[offset + found.end :]):
        weight *= 0.4  # its legal form is on the next line
    if of.name == "company" and is_part_of_a_sentence(passage.text, offset + found.end):
        weight *= 0.4
    return Candidate(found.value, place, weight, method, found.valid, found.repaired)


def is_part_of_a_sentence(text: str, end: int) -> bool:
    """Whether a name that ends in a bare 公司 goes on as a sentence does, as in 承担公司重大项目."""
    return BARE_COMPANY.search(text[:end]) is not None and re.match(r"[\u4e00-\u9fff]", text[end:]) is not None


BARE_COMPANY = re.compile(r"(?<!有限|责任|股份|集团)(?<![总分])公司$")
END_OF_NAME = re.compile(r"[有限责任股份]{0,6}公司")
"""A legal form, or the end of one: what is left of a name that wrapped."""


def passage_is_odd(found: Found, of: Kind) -> bool:
    """A name of a company that does not end like one, or an occupation that no catalogue knows, may be any print."""
    if of.name == "occupation":
        return look_up(str(found.value)) is None
    return of.name == "company" and ORGANISATION.search(str(found.value)) is None


@lru_cache(maxsize=1024)
def compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


def by_pattern(paper: Paper, form: FieldForm) -> Iterator[Candidate]:
    """Values where the running text says them; a pattern that begins with ^ speaks of single lines."""
    for rank, pattern in enumerate(form.patterns):
        for passage in paper.bare_lines if pattern.startswith("^") else (paper.prose,):
            for match in compiled(pattern).finditer(passage.plain):
                candidate = read_value(
                    passage, kind(form.kind), method="prose", offset=match.start("value"), end=match.end("value")
                )
                if candidate is not None and not (form.kind == "recipient" and is_one_of_several(passage.text, match)):
                    yield replace(candidate, weight=(0.9 - 0.03 * rank) * candidate.weight)


ONE_OF_SEVERAL_BEFORE = re.compile(r"[\u4e00-\u9fff]{2}(?:、|和|及|与)$")
ONE_OF_SEVERAL_BEHIND = re.compile(
    r"(?:等|、|[两二三四五六七八九十\d]+[名位个]|(?:和|及|与)[\u4e00-\u9fff]{2,4}(?:、|等|同志|[两二三]))"
)


def is_one_of_several(text: str, found: re.Match[str]) -> bool:
    """Whether a name is one of a list's: who of them the paper was handed in for, it does not say."""
    before = ONE_OF_SEVERAL_BEFORE.search(text[: found.start("value")])
    behind = ONE_OF_SEVERAL_BEHIND.match(text[found.end("value") :])
    return before is not None or behind is not None


def by_check_digit(paper: Paper, form: FieldForm) -> Iterator[Candidate]:
    """Values anywhere whose check digits agree, line by line, but for those behind another field's label."""
    of = kind(form.kind)
    for page in paper.pages:
        for line in page.lines:
            passage = whole_line(page.index, line)
            others = [label for label in paper.labels_in(page.index, line) if label.field != form.name and label.strength == 1]
            for candidate in all_values(passage, of):
                anothers = any(label.span.box.x1 <= candidate.place.box.centre[0] for label in others)
                if candidate.valid and not candidate.repaired and not anothers:
                    yield replace(candidate, weight=0.7)


def all_values(passage: Passage, of: Kind, *, method: str = "pattern") -> Iterator[Candidate]:
    """Every value of the kind in the passage, from left to right."""
    offset = 0
    while offset < len(passage.text):
        found = of.find(passage.text[offset:])
        if found is None or found.end <= found.start:
            return
        candidate = candidate_of(passage, found, of, method=method, offset=offset)
        if candidate is not None:
            yield candidate
        offset += found.end
