"""Text as it may stand in report.html: identity and account numbers masked, control characters gone.

``Redactor`` learns the numbers that the application's own fields and checks hold, so that a line of print that repeats one
is masked as well; numbers nobody extracted are known by their form or by the label before them.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from pipeline.checks.check import Check
from pipeline.checks.masking import mask
from pipeline.documents import Document

SENSITIVE_FIELDS = frozenset({"id_number", "account_number"})
SENSITIVE_RULES = ("identity.id_number_", "bank.account_number_", "bank.personal_account")
SHORTEST = 8
"""Characters. A shorter number says nothing about a person, and would be found by chance inside other numbers."""

IDENTITY = re.compile(r"(?<![0-9A-Za-z])[1-8]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])[0-3]\d{4}[0-9Xx×](?![0-9A-Za-z])")
LABELLED = re.compile(
    r"(?:身份证|身份号|公民身份|证件号|账\s*号|帐\s*号|账户号|卡\s*号)[^0-9A-Za-z]{0,12}"
    r"([0-9A-Za-z](?:[\s\-]?[0-9A-Za-z×*]){7,34})"
)
RUN = re.compile(r"[0-9A-Za-z](?:[\s\-]?[0-9A-Za-z×*]){5,34}")


class Piece(NamedTuple):
    """A part of a value; ``differs`` when the other value has something else there."""

    text: str
    differs: bool


class Redactor:
    """Masks one application's texts."""

    def __init__(self, documents: Iterable[Document], checks: Iterable[Check]) -> None:
        numbers = {_plain(number) for number in (*_from_documents(documents), *_from_checks(checks))}
        spelt = sorted((number for number in numbers if len(number) >= SHORTEST), key=len, reverse=True)
        spaced = (r"[\s\-]*".join(map(re.escape, number)) for number in spelt)
        self._known = re.compile("|".join(spaced), re.IGNORECASE) if spelt else None

    def text(self, text: str) -> str:
        """``text`` with every number of a person masked."""
        text = printable(text)
        if self._known:
            text = self._known.sub(lambda match: mask(match[0]), text)
        text = IDENTITY.sub(lambda match: mask(match[0]), text)
        return LABELLED.sub(lambda match: match[0].replace(match[1], mask(match[1])), text)

    def value(self, text: str, *, sensitive: bool) -> str:
        """A value; a sensitive one is masked whatever it looks like, for it may be misread."""
        if not sensitive:
            return self.text(text)
        return RUN.sub(lambda match: mask(match[0]), printable(text))

    def pair(self, expected: str, found: str, *, sensitive: bool) -> tuple[list[Piece], list[Piece]]:
        """Two values side by side, cut where they differ; of a sensitive one only the characters that differ stay readable."""
        if not sensitive:
            return differences(self.text(expected), self.text(found))
        ours, theirs = printable(expected), printable(found)
        left, right = differences(ours, theirs)
        return _laid_over(mask(ours, theirs), left), _laid_over(mask(theirs, ours), right)


def is_sensitive(rule: str) -> bool:
    return rule.startswith(SENSITIVE_RULES)


def printable(text: str) -> str:
    """Without control characters and without marks that turn the direction of writing: a paper must not disguise a value."""
    return "".join(
        character for character in text if character == "\n" or unicodedata.category(character) not in ("Cc", "Cf", "Cs")
    )


def differences(left: str, right: str) -> tuple[list[Piece], list[Piece]]:
    """Both texts in pieces. Two texts with little in common are two different values: then nothing is marked."""
    matcher = SequenceMatcher(None, left, right, autojunk=False)
    if matcher.ratio() < 0.3:
        return [Piece(left, False)], [Piece(right, False)]
    edits = matcher.get_opcodes()
    return (
        [Piece(left[a:b], kind != "equal") for kind, a, b, _, _ in edits if a < b],
        [Piece(right[c:d], kind != "equal") for kind, _, _, c, d in edits if c < d],
    )


def _laid_over(masked: str, pieces: Sequence[Piece]) -> list[Piece]:
    """``masked`` cut where ``pieces`` are cut; masking keeps the length."""
    cut, start = [], 0
    for piece in pieces:
        cut.append(Piece(masked[start : start + len(piece.text)], piece.differs))
        start += len(piece.text)
    return cut


def _plain(number: str) -> str:
    return re.sub(r"[^0-9A-Za-z×]", "", number)


def _from_documents(documents: Iterable[Document]) -> Iterable[str]:
    for document in documents:
        for name in SENSITIVE_FIELDS & document.fields.keys():
            field = document.fields[name]
            yield from RUN.findall(field.text)
            if isinstance(field.value, str):
                yield field.value


def _from_checks(checks: Iterable[Check]) -> Iterable[str]:
    for check in checks:
        if is_sensitive(check.rule):
            yield from (value for value in (check.expected, check.found) if value)
