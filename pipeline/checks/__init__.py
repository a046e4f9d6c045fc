"""Checks: the form and all documents in, every rule's answers out. Each module holds the rules of one group, as tables."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.checks.application import ask_application
from pipeline.checks.authenticity import ask_authenticity
from pipeline.checks.award import ask_awards
from pipeline.checks.bank import ask_bank
from pipeline.checks.certificate import ask_certificates
from pipeline.checks.check import Check, Evidence, verdict
from pipeline.checks.codes import ask_codes
from pipeline.checks.commitment import ask_commitment
from pipeline.checks.completeness import ask_completeness
from pipeline.checks.conditions import ask_conditions
from pipeline.checks.contract import ask_contracts
from pipeline.checks.contract_dates import ask_contract_dates
from pipeline.checks.dossier import Dossier
from pipeline.checks.elsewhere import ask_elsewhere
from pipeline.checks.identity import ask_identity
from pipeline.checks.leader import ask_leader
from pipeline.checks.marks import ask_marks
from pipeline.checks.material import ask_materials
from pipeline.checks.patent import ask_patents
from pipeline.checks.team import ask_team
from pipeline.checks.unit import ask_unit
from pipeline.documents import Document
from pipeline.form import Form
from pipeline.index import Repeat
from pipeline.programme import Programme

GROUPS = (
    ask_application,
    ask_materials,
    ask_completeness,
    ask_marks,
    ask_commitment,
    ask_unit,
    ask_conditions,
    ask_identity,
    ask_certificates,
    ask_contracts,
    ask_contract_dates,
    ask_leader,
    ask_bank,
    ask_awards,
    ask_patents,
    ask_codes,
    ask_authenticity,
    ask_elsewhere,
)


def judge(
    form: Form, documents: Sequence[Document], programme: Programme, repeats: Sequence[Repeat] | None = None
) -> list[Check]:
    """Every rule of the programme, asked of everything that it concerns; what passed is listed beside what did not.
    ``repeats``: what other applications have too, where an index was asked."""
    dossier = Dossier(form, programme, tuple(documents), None if repeats is None else tuple(repeats))
    checks = [check for ask in GROUPS for check in ask(dossier)]
    return [check for check in (*checks, *ask_team(dossier, checks)) if check.rule in programme.rules]


__all__ = ["Check", "Evidence", "judge", "verdict"]
