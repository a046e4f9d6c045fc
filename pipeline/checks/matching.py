"""Matching: the rules that hold one stated value against one printed field, each a line of a table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.checks.check import Check, Compared
from pipeline.checks.dossier import Dossier, Someone
from pipeline.checks.masking import mask
from pipeline.checks.question import Question, place
from pipeline.checks.weighing import Weighed, held_against, settle, weigh_any
from pipeline.documents import Document
from pipeline.programme import Slot
from pipeline.rulebook import RuleName

WORDS = {"male": "男", "female": "女"}


@dataclass(frozen=True)
class Match:
    """One line: ``rule`` (``domain``: its row in the domain reference, e.g. CERT-05) compares the ``field`` of a ``material``
    as a ``kind`` of value, called ``label`` in sentences. ``every``: each paper must agree, not just one.
    ``optional``: not every edition prints it. ``masked``: the value may not stand in a sentence in full."""

    rule: RuleName
    domain: str
    material: Slot
    field: str
    kind: str
    label: str
    every: bool = False
    optional: bool = False
    masked: bool = False


def match_of(dossier: Dossier, match: Match, someone: Someone, *stated: str | None) -> Check:
    """The line asked of one person's own papers. ``stated``: values any of which is right."""
    question = dossier.ask_of(match.rule, someone, match.material)
    papers = dossier.papers_of(someone, match.material)
    if not papers and not is_due(dossier, match.material, someone):
        return question.not_applicable(f"{someone.called}未上传{title(dossier, match)}，按规定可不提交")
    return answer(question, match, stated, papers, f"{someone.called}的{title(dossier, match)}")


def match_unit(dossier: Dossier, match: Match, *stated: str | None) -> Check:
    """The line asked of the unit's papers."""
    question = dossier.ask(match.rule, "unit", material=match.material)
    return answer(question, match, stated, dossier.papers(match.material), title(dossier, match))


def answer(question: Question, match: Match, stated: Sequence[str | None], papers: Sequence[Document], called: str) -> Check:
    """``called``: the paper in a sentence."""
    values = [value for value in stated if value is not None]
    if not papers:
        return question.cannot_tell("missing_material", f"未收到{called}，无法核对{match.label}", expected=_first(values))
    if not values:
        return question.cannot_tell("not_on_form", f"申报表未填写{match.label}，无法与{called}核对")
    settled = settle((weigh_any(paper, match.field, values, match.kind) for paper in papers), every=match.every)
    assert settled is not None  # there are papers
    return say(question, match, values[0], settled, called)


def say(question: Question, match: Match, stated: str, weighed: Weighed, called: str) -> Check:
    """The outcome in a reviewer's words."""
    details: dict[str, object] = {
        "expected": stated,
        "found": weighed.found,
        "score": weighed.score,
        "evidence": place(weighed.document, weighed.field),
        "compared": compared(match, stated, weighed),
    }
    spot, shown, found = f"{called}上的{match.label}", _shown(match, stated, weighed.found), _shown(match, weighed.found, stated)
    if weighed.outcome == "absent" and match.optional:
        return question.not_applicable(f"{called}未载明{match.label}")
    if weighed.outcome in ("absent", "unreadable"):
        return question.cannot_tell("unreadable", f"{spot}未能清晰识别，请对照原件核对申报表填写的“{shown}”", **details)
    if weighed.outcome == "same":
        repaired = "（个别字符识别不清，已按校验位还原）" if weighed.field and weighed.field.repaired else ""
        return question.passes(f"{spot}与申报表一致{repaired}", **details)
    if weighed.outcome == "doubtful":
        message = f"{spot}读作“{found}”，与申报表填写的“{shown}”略有出入（{weighed.reason}），请对照原件核实"
        return question.doubts(message, **details)
    return question.flags(f"{spot}为“{found}”，与申报表填写的“{shown}”不一致", **details)


def compared(match: Match, stated: str, weighed: Weighed) -> Compared | None:
    """The normal forms that were compared; None when there was no second value."""
    return held_against(match.kind, stated, weighed.found, weighed.reason)


def is_due(dossier: Dossier, slot: Slot, someone: Someone) -> bool:
    """Whether the paper must be there for this person: one for each, or the leader's on a route that asks for it."""
    terms = dossier.programme.materials[slot]
    if terms.whose == "leader":
        return someone.is_leader and terms.severity_when_missing(dossier.route) == "blocking"
    return True


def title(dossier: Dossier, match: Match) -> str:
    return dossier.programme.materials[match.material].title


def _first(values: Sequence[str]) -> str | None:
    return values[0] if values else None


def _shown(match: Match, value: str | None, other: str | None) -> str:
    if value is None:
        return ""
    return mask(value, other) if match.masked else WORDS.get(value, value)
