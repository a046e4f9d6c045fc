"""The rule book, read from ``rulebook.yaml``: every rule that Heyan knows, its rows of the checklist, needs and explanations.

A programme says which of them it asks and how a flag weighs; what a rule computes stands in ``pipeline/checks``.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Annotated

from pydantic import AfterValidator, ConfigDict, TypeAdapter

from models.records import Record
from pipeline.yaml_data import checked_yaml

FILE = Path(__file__).parent / "rulebook.yaml"
UNCHECKED = Path(__file__).parent / "unchecked.yaml"

GROUPS = {
    "material": "材料",
    "identity": "身份",
    "unit": "单位",
    "certificate": "证书",
    "contract": "劳动合同",
    "leader": "领办人条件",
    "team": "团队",
    "bank": "银行账户",
    "commitment": "承诺书",
    "award": "获奖",
    "patent": "专利",
    "application": "申报",
    "authenticity": "真伪",
}


class Rule(Record):
    """One rule. ``heads``: what the value that was wanted and the value that was found are called; ``alike``: whether they should
    be the same; ``rows``: of the checklist; ``needs``: parts of the form and fields of papers; ``reviewer`` and ``applicant``:
    how it is computed, and what to do about a flag."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    title: str
    heads: tuple[str, str] = ("申报表填写", "材料所载")
    alike: bool = True
    rows: tuple[str, ...]
    needs: tuple[str, ...]
    reviewer: str
    applicant: str

    @property
    def expected(self) -> str:
        return self.heads[0]

    @property
    def found(self) -> str:
        return self.heads[1]


@cache
def rule_book() -> dict[str, Rule]:
    """Every rule by its name, in the order of the book. Raises ``ProgrammeError`` when the file does not hold together."""
    return checked_yaml(FILE.read_text("utf-8"), TypeAdapter(dict[str, Rule]), file=FILE.name)


@cache
def unchecked_rows() -> dict[str, str]:
    """Rows of the checklist that no rule carries out, with why."""
    return checked_yaml(UNCHECKED.read_text("utf-8"), TypeAdapter(dict[str, str]), file=UNCHECKED.name)


def _known(name: str) -> str:
    if name not in rule_book():
        raise ValueError("is no rule of pipeline/rulebook.yaml")
    return name


RuleName = Annotated[str, AfterValidator(_known)]


def rule_of(name: str) -> Rule:
    """The rule; one out of a report of another version, which this book does not hold, is shown by its group."""
    known = rule_book().get(name)
    group = GROUPS.get(name.partition(".")[0], name)
    return known or Rule(title=group, rows=(), needs=(), reviewer="", applicant="")
