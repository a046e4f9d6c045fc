"""The two parties of a payment: a receipt's page in, the page without the party whose account it does not prove out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal

from extractors.layout import SEPARATORS, PageLines, shares_height
from extractors.normalisation import simplify
from models.records import Box, Line

Party = Literal["payer", "payee"]

MARKS: dict[Party, str] = {
    "payer": r"(?:付款|汇款|支付|转出|出票|汇出|付)(?:单位|账户|人|方|户)?(?:账户)?(?:信息|资料|栏)?",
    "payee": r"(?:收款|收|转入|汇入)(?:单位|账户|人|方|户)?(?:账户)?(?:信息|资料|栏)?",
}
"""What a cell says of whose account stands beside or below it."""
PIECE = re.compile(r"[付收汇款人方单位]{1,3}")
"""Of such a cell, set in a column."""
ACCOUNT_LABELS = {
    "name": re.compile(r"(?:全称|户名|名称|账户名|单位名称|客户名称|全名)"),
    "number": re.compile(r"(?:[账帐]号|[账帐]户号|卡号|[账帐]户$)"),
    "bank": re.compile(r"(?:开户|行名|汇[入出]行|银行(?:名称)?$|所属行)"),
}
"""How the rows of a party's block begin."""
ROW = 5.0
"""Line heights between two rows of one block at most (guess)."""
NEAR_BEGINNING = 0.3
"""Of the way from one block's first label to the other's (guess): a head in the middle above a block is half of it away."""
RECEIPT_OF: dict[Party, re.Pattern[str]] = {
    "payer": re.compile(r"(?:付款|借记|支出|往账|转出|支付)(?:业务|客户|交易)?(?:电子)?(?:回单|通知|凭证|回执)"),
    "payee": re.compile(
        r"(?:收款|贷记|收入|来账|转入|进账|入账|收账|到账)(?:业务|客户|交易)?(?:电子)?(?:回单|通知|凭证|回执|单)"
    ),
}
TITLE = 20
"""Characters; what a receipt is good for stands in longer lines."""
BANK = re.compile(r"[\u4e00-\u9fff]{2,8}?银行")


@dataclass(frozen=True)
class OwnSide:
    """A page without the other party's account; ``sure``: whether print said whose account is whose."""

    page: PageLines
    sure: bool = True


@dataclass(frozen=True)
class Mark:
    """A cell that names a party, put together of the ``pieces`` it was seen in."""

    party: Party
    box: Box
    pieces: tuple[Line, ...]


@dataclass(frozen=True)
class Block:
    """Where one party's account stands on the page."""

    party: Party
    lines: tuple[Line, ...]


def own_side(page: PageLines, seals: Sequence[str] = ()) -> OwnSide:
    """The page of a receipt without the account of whoever paid or was paid there; ``seals``: the names on its seals. Any other
    page stays as it is, and one on which the two cannot be told apart stays whole and unsure."""
    marks = marks_on(page)
    labels = account_labels(page)
    both = {mark.party for mark in marks} == {"payer", "payee"}
    if not both and not is_repeated(labels):
        return OwnSide(page)
    blocks = blocks_of(page, marks, labels)
    if blocks is None:
        return OwnSide(page, sure=not is_repeated(labels))
    own = owner(page, blocks, seals)
    foreign = {id(line) for block in blocks if block.party != own for line in block.lines}
    foreign |= {id(piece) for mark in marks for piece in mark.pieces if mark.party != own or len(mark.pieces) > 1}
    rest = replace(page, lines=tuple(line for line in page.lines if id(line) not in foreign))
    return OwnSide(rest, sure=both and own == "payee")


# ---- what is printed -----------------------------------------------------------------------------------------------------------


def bare(line: Line) -> str:
    return simplify(re.sub(r"\s", "", line.text)).strip(SEPARATORS)


def marks_on(page: PageLines) -> list[Mark]:
    """The first cell that names each party."""
    found: dict[Party, Mark] = {}
    for pieces in (*((line,) for line in page.lines), *columns(page)):
        text = "".join(map(bare, pieces))
        for party, pattern in MARKS.items():
            if len(text) > 1 and party not in found and re.fullmatch(pattern, text):
                found[party] = Mark(party, around(pieces), tuple(pieces))
    return list(found.values())


def columns(page: PageLines) -> list[tuple[Line, ...]]:
    """Short pieces one below another, as the narrow cell at a block's side sets 付, 款 and 人."""
    pieces = sorted((line for line in page.lines if PIECE.fullmatch(bare(line))), key=lambda line: line.box.y0)
    found = []
    for first in (piece for piece in pieces if bare(piece)[0] in "付收汇"):
        column = [first]
        for piece in pieces:
            last = column[-1].box
            below = 0 < piece.box.centre[1] - last.centre[1] < ROW * last.height
            if below and abs(piece.box.centre[0] - last.centre[0]) < page.em(last) and bare(piece)[0] not in "付收汇":
                column.append(piece)
        found.append(tuple(column))
    return found


def account_labels(page: PageLines) -> dict[str, list[Line]]:
    """The lines that begin with a label of an account, by what it labels, from the top."""
    lines = sorted(page.lines, key=lambda line: (line.box.y0, line.box.x0))
    return {of: [line for line in lines if pattern.match(bare(line))] for of, pattern in ACCOUNT_LABELS.items()}


def is_repeated(labels: dict[str, list[Line]]) -> bool:
    """Whether two accounts stand on the page: both a name and a number are labelled twice."""
    return all(len(labels[of]) == 2 for of in ("name", "number"))


def around(lines: Iterable[Line]) -> Box:
    first, *rest = (line.box for line in lines)
    for box in rest:
        first = first.union(box)
    return first


# ---- whose print is whose ------------------------------------------------------------------------------------------------------


def blocks_of(page: PageLines, marks: Sequence[Mark], labels: dict[str, list[Line]]) -> list[Block] | None:
    """Both parties' print; None when their places are not told apart."""
    if len(marks) == 2:
        first, second = sorted(marks, key=lambda mark: mark.box.x0)
        if shares_height(first.box, second.box):
            return side_by_side(page, first, second, labels)
        first, second = sorted(marks, key=lambda mark: mark.box.y0)
        return one_below_another(page, first, second, labels)
    return beside_one_mark(page, marks[0], labels) if marks else None


def beside_one_mark(page: PageLines, mark: Mark, labels: dict[str, list[Line]]) -> list[Block]:
    """Two blocks of which only one's mark was seen: it is the second's when it stands near that one's beginning."""
    first, second = labels["name"]
    rows = block_rows(page, (mark,), labels)
    across = 0 if shares_height(first.box, second.box) else 1
    first, second = sorted((first, second), key=lambda line: line.box[across])
    edge = second.box[across] - 0.3 * page.em(second.box)
    step = second.box[across] - first.box[across]
    other: Party = "payee" if mark.party == "payer" else "payer"
    is_second = mark.box.centre[across] > second.box[across] - NEAR_BEGINNING * step
    before = tuple(line for line in rows if line.box.centre[across] < edge)
    behind = tuple(line for line in rows if line.box[across] >= edge)
    return [Block(other if is_second else mark.party, before), Block(mark.party if is_second else other, behind)]


def side_by_side(page: PageLines, left: Mark, right: Mark, labels: dict[str, list[Line]]) -> list[Block]:
    """Two columns. Where the right one repeats the labels of the left it begins with them or its mark; else each value stands
    below the head that it is nearer to, and the labels at the left are of both."""
    rows = block_rows(page, (left, right), labels)
    repeated = [
        second.box.x0
        for lines in labels.values()
        for first, second in pairwise(sorted(lines, key=lambda line: line.box.x0))
        if first.box.x1 < second.box.x0 and any(shares_height(second.box, other.box) for other in lines if other is not second)
    ]
    if repeated:
        edge = min(*repeated, right.box.x0) - 0.3 * page.em(rows[0].box if rows else left.box)
        of_right = [line for line in rows if line.box.x0 >= edge]
        of_left = [line for line in rows if line.box.x1 <= edge or (line.box.x0 < edge and line.box.centre[0] < edge)]
    else:
        heads = {id(line) for lines in labels.values() for line in lines if line.box.x0 < left.box.x0}
        values = [line for line in rows if id(line) not in heads]
        of_right = [line for line in values if distance(line.box, right.box) < distance(line.box, left.box)]
        of_left = [line for line in values if distance(line.box, right.box) >= distance(line.box, left.box)]
    return [Block(left.party, tuple(of_left)), Block(right.party, tuple(of_right))]


def distance(box: Box, head: Box) -> float:
    """How far a value is from standing under a head: from its beginning or its middle."""
    return min(abs(box.x0 - head.x0), abs(box.centre[0] - head.centre[0]))


def block_rows(page: PageLines, marks: Sequence[Mark], labels: dict[str, list[Line]]) -> list[Line]:
    """The lines on the height of the parties' blocks: from the marks, or labels a little above them, to the last label of an
    unbroken run of rows, and what its value wraps to."""
    top, bottom = min(mark.box.y0 for mark in marks), max(mark.box.y1 for mark in marks)
    heads = max(mark.box.height for mark in marks if len(mark.pieces) == 1) if any(len(m.pieces) == 1 for m in marks) else 0.0
    for label in sorted((line for lines in labels.values() for line in lines), key=lambda line: line.box.y0):
        near = label.box.y0 - bottom < ROW * label.box.height and top - label.box.y1 < max(heads, 3 * label.box.height)
        if near:
            top, bottom = min(top, label.box.y0 - 0.6 * label.box.height), max(bottom, label.box.y1 + 0.9 * label.box.height)
    return [line for line in page.lines if top - 0.001 <= line.box.centre[1] <= bottom]


def one_below_another(page: PageLines, upper: Mark, lower: Mark, labels: dict[str, list[Line]]) -> list[Block]:
    """Two blocks, the second of which begins with its mark or with the first label that comes again."""
    again = [
        line.box.y0
        for lines in labels.values()
        for line in lines[1:]
        if upper.box.y1 < line.box.centre[1] < lower.box.y1 and not shares_height(line.box, lines[0].box)
    ]
    edge = min((lower.box.y0, *again)) - 0.001
    rows = block_rows(page, (upper, lower), labels)
    return [
        Block(upper.party, tuple(line for line in rows if line.box.centre[1] < edge)),
        Block(lower.party, tuple(line for line in rows if line.box.centre[1] >= edge)),
    ]


def owner(page: PageLines, blocks: Sequence[Block], seals: Sequence[str]) -> Party:
    """Whose account the receipt proves: the payee's, unless it calls itself one for payments made, or comes from the payer's bank
    and not from the payee's. A bank gives a receipt to its own customer."""
    inside = {id(line) for block in blocks for line in block.lines}
    outside = [bare(line) for line in page.lines if id(line) not in inside]
    titles = [text for text in outside if len(text) < TITLE]
    said = {party for party, pattern in RECEIPT_OF.items() if any(pattern.search(text) for text in titles)}
    if len(said) == 1:
        return said.pop()
    issuers = {bank for text in (*outside, *seals) for bank in BANK.findall(text)}
    banks = {block.party: "".join(map(bare, block.lines)) for block in blocks}
    issued = {party for party, text in banks.items() if any(bank in text for bank in issuers)}
    return "payer" if issued == {"payer"} and BANK.search(banks.get("payee", "")) else "payee"
