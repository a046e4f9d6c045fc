"""Papers that name several: a decision that honours a list of people is handed in for one of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from extractors.finders.signers import is_body
from extractors.finding import read_value
from extractors.kinds import kind
from extractors.kinds.person_name import has_surname
from extractors.layout import PageLines, whole_line
from extractors.paper import Candidate, Paper
from models.records import Line

SEVERAL = (
    r"等\d+[名位]|(?:能手|工匠|标兵|奖章|先进个人|先进工作者)名单"
    r"|(?:下列|以下|如下)[^。]{0,8}(?:同志|人员|职工|个人|选手)"
    r"|(?:获得者|获奖|人员|表彰|人选|[”」』])名单|名单予以公布|(?:选树|评选|评审|竞赛|大赛|比赛)结果的(?:决定|通报|通知|公告|公示)"
)
"""How a decision says that it honours several."""
NUMBERS = r"证书编?号|编号|证号"
"""What heads a column of the numbers of certificates."""
WEIGHT = 0.95
"""Above a number or a name found elsewhere on such a paper."""


def the_one_meant(paper: Paper) -> Iterator[Candidate]:
    """Of those whom a decision on several lists, the one for whom the paper was handed in."""
    name = re.sub(r"\s", "", paper.person or "")
    if not name or not re.search(SEVERAL, paper.prose.plain):
        return
    for passage in paper.bare_lines:
        if name in passage.text and is_listed(name, passage.spans[0].line.text):
            start = passage.text.index(name)
            place = passage.locate(start, start + len(name))
            if place is not None:
                yield Candidate(name, place, WEIGHT, "list")


def number_of_the_one_meant(paper: Paper) -> Iterator[Candidate]:
    """The number in the row of the one meant, where the list says each one's."""
    for one in the_one_meant(paper) if re.search(NUMBERS, paper.prose.plain) else ():
        page = paper.page(one.place.page)
        for line in page.right_of(one.place.box):
            passage = whole_line(page.index, line)
            found = read_value(passage, kind("reference_number"), method="list")
            persons_own = read_value(passage, kind("id_number"), method="list") is not None
            if found is not None and found.place.text == line.text.strip() and not persons_own:
                yield replace(found, weight=WEIGHT)
            if found is not None or read_value(passage, kind("person_name"), method="list") is not None:
                break


def honour_of_the_one_meant(paper: Paper) -> Iterator[Candidate]:
    """What the one meant is honoured with, where a list tells several apart: the cell of that column in the row, else the rank
    that stands before the names."""
    for one in the_one_meant(paper):
        page, box = paper.page(one.place.page), one.place.box
        row = [line for line in (*page.left_of(box), *page.right_of(box)) if under_head(page, line)]
        ranks = [line for line in page.lines if RANK.match(line.text) and line.box.y0 < box.y1]
        for line in (row or ranks[-1:])[:1]:
            whole = whole_line(page.index, line)
            end = len(whole.text) if row else RANK.match(whole.text).end("value")  # type: ignore[union-attr]
            found = read_value(whole, kind("honour_line"), method="list", end=end)
            if found is not None:
                yield replace(found, weight=WEIGHT)


def under_head(page: PageLines, line: Line) -> bool:
    """Whether a cell stands in the column of honours, and names no unit."""
    return not is_body(line.text) and any(
        OF_HONOURS.fullmatch(re.sub(r"\s", "", head.text))
        and head.box.y1 <= line.box.y0
        and min(head.box.x1, line.box.x1) > max(head.box.x0, line.box.x0)
        for head in page.lines
    )


OF_HONOURS = re.compile(r"(?:获奖|奖项|荣誉|授予|表彰)?(?:等次|等级|名次|奖项|奖次|称号|荣誉|名称)|荣誉称号")
RANK = re.compile(r"\s*(?P<value>[特一二三]等奖|[金银铜]奖|优秀奖|优胜奖|第[一二三四五六]名)(?=\s*(?:[：:（(]|$))")
"""What stands before those who won it, or over them."""


def official_number(paper: Paper) -> Iterator[Candidate]:
    """The number that an office gave the paper, alone on its line, as 京技能〔2022〕第144号: a certificate's own, a guess on a
    decision, which may number its certificates otherwise."""
    decision = any(DECISION.search(passage.plain) for passage in paper.bare_lines)
    for passage in paper.bare_lines:
        found = read_value(passage, kind("reference_number"), method="prose") if OFFICIAL.fullmatch(passage.plain) else None
        if found is not None:
            yield replace(found, weight=UNSURE if decision else BY_SHAPE)


OFFICIAL = re.compile(r"[\u4e00-\u9fff]{0,10}[〔\[（(]\d{4}[〕\]）)]第?\d{1,6}号")
DECISION = re.compile(r"的(?:决定|通报|通知|公告|公示)$")
UNSURE = 0.4
"""Weight of a number that is the document's rather than the certificate's."""
BY_SHAPE = 0.84
"""Weight of a number that no label names, below those of labels and sentences."""


def is_listed(name: str, line: str) -> bool:
    """Whether a line lists the name among others: between signs or white, or where the reader left that out beside nothing but
    names. A shorter name that may be the beginning of a longer one is not listed."""
    line = RANK_BEFORE.sub("", AROUND.sub("、", SPREAD.sub(r"\1\2", line)))
    if re.search(r"联系|经办|电话|[：:]\s*$", line) or re.search(r"[：:]", line.partition(name)[0]):
        return False
    parts = re.split(r"(?:同志|先生|女士)?(?:[（(][^（）()]*[）)])?(?:[\s、，,；;。]+|$)", ORDINAL.sub("", line))
    neighbours = [part.partition(name)[::2] for part in parts if name in part]
    return any(may_be_names(before) and may_be_names(after) and not goes_on(name, after) for before, after in neighbours)


SPREAD = re.compile(r"(?<![\u4e00-\u9fff])([\u4e00-\u9fff])[ \u3000]+([\u4e00-\u9fff])(?![\u4e00-\u9fff])")
"""A name of two characters, set as wide as one of three."""
AROUND = re.compile(r"命名|授予|表彰|表扬|认定|等\d+[余多]?[名位]?(?:同志|人)?")
"""What stands before the first and behind the last of those whom a sentence lists."""
RANK_BEFORE = re.compile(rf"^{RANK.pattern}\s*[：:]\s*")
ORDINAL = re.compile(r"^\s*\d+\s*[.．、]\s*")


def may_be_names(text: str) -> bool:
    return not text or (len(text) > 1 and has_surname(text))


def goes_on(name: str, after: str) -> bool:
    """Whether what follows a short name without white may begin with its last character."""
    return len(name) < 4 and len(after) > 2 and has_surname(after[1:])
