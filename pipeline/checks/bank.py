"""The bank account: holder, number and bank on the paper against the form, and the holder against the unit."""

from __future__ import annotations

from collections.abc import Iterator

from extractors.kinds import kind
from pipeline.checks.check import Check
from pipeline.checks.dossier import Dossier
from pipeline.checks.matching import Match, match_unit
from pipeline.programme import Slot

SLOT: Slot = "bank_account"

NAME = Match("bank.account_name_mismatch", "BANK-01 X-04", SLOT, "account_name", "company", "户名")
NUMBER = Match("bank.account_number_mismatch", "BANK-02", SLOT, "account_number", "account_number", "账号", masked=True)
BANK = Match("bank.bank_name_mismatch", "BANK-02", SLOT, "bank_name", "bank_name", "开户银行")


def ask_bank(dossier: Dossier) -> Iterator[Check]:
    bank = dossier.form.bank
    yield match_unit(dossier, NAME, bank.account_name or dossier.form.unit.name)
    yield _ask_holder(dossier)
    yield match_unit(dossier, NUMBER, bank.account_number)
    yield match_unit(dossier, BANK, bank.bank_name)


def _ask_holder(dossier: Dossier) -> Check:
    """BANK-01: the account stated on the form is the unit's own."""
    question, unit, holder = dossier.ask(NAME.rule, "unit", material=SLOT), dossier.form.unit.name, dossier.form.bank.account_name
    if unit is None or holder is None:
        return question.cannot_tell("not_on_form", "申报表未填写单位名称或收款户名，无法核对")
    compared = kind("company").compare(unit, holder)
    details: dict[str, object] = {"expected": unit, "found": holder, "score": compared.score}
    if compared.outcome == "same":
        return question.passes("申报表填写的户名与单位名称一致", **details)
    message = f"申报表填写的户名“{holder}”与单位名称“{unit}”不一致"
    return question.doubts(message, **details) if compared.outcome == "lookalike" else question.flags(message, **details)
