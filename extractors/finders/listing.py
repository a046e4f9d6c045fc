"""Papers that name several: a decision that honours a list of people is handed in for one of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from extractors.finding import read_value
from extractors.kinds import kind
from extractors.kinds.person_name import has_surname
from extractors.layout import whole_line
from extractors.paper import Candidate, Paper

SEVERAL = r"(?:下列|以下|如下)[^。]{0,8}(?:同志|人员|职工|个人|选手)|(?:获得者|获奖|人员|表彰|人选|[”」』])名单|名单予以公布"
"""How a decision says that it honours several."""
WEIGHT = 0.95
"""Above a number or a name found elsewhere on such a paper."""


def the_one_meant(paper: Paper) -> Iterator[Candidate]:
    """Of those whom a decision on several lists, the one for whom the paper was handed in."""
    name = re.sub(r"\s", "", paper.person or "")
    if not name or not re.search(SEVERAL, paper.prose.text):
        return
    for passage in paper.bare_lines:
        if name in passage.text and is_listed(name, passage.spans[0].line.text):
            start = passage.text.index(name)
            place = passage.locate(start, start + len(name))
            if place is not None:
                yield Candidate(name, place, WEIGHT, "list")


def number_of_the_one_meant(paper: Paper) -> Iterator[Candidate]:
    """The number in the row of the one meant, where the list says each one's."""
    for one in the_one_meant(paper):
        page = paper.page(one.place.page)
        for line in page.right_of(one.place.box):
            found = read_value(whole_line(page.index, line), kind("reference_number"), method="list")
            if found is not None and found.place.text == line.text.strip():
                yield replace(found, weight=WEIGHT)


def is_listed(name: str, line: str) -> bool:
    """Whether a line lists the name among others: between signs or white, or where the reader left that out beside nothing but
    names."""
    if re.search(r"联系|经办|电话|[：:]\s*$", line) or "：" in line.partition(name)[0]:
        return False
    neighbours = [part.partition(name)[::2] for part in re.split(r"[\s、，,；;。]+", line) if name in part]
    return any(all(not part or (len(part) > 1 and has_surname(part)) for part in both) for both in neighbours)
