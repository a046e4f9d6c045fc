"""Receipts name two accounts: which is whose, and when nobody can tell."""

from __future__ import annotations

from extractors.documents import FORMS
from extractors.finding import find_fields
from extractors.layout import PageLines
from extractors.paper import Paper
from extractors.records import Field
from models.records import Box, Line, Seal
from tests.extractors.papers import read

SURE = 0.75  # confidence from which rules take a value for read
PAYER, PAYEE = "32250198863600001234", "0200059019200118273"


def receipt(*rows: str, title: str = "电子回单", seals: tuple[str, ...] = ()) -> dict[str, Field]:
    stamps = [
        Seal(page=0, box=Box(0.6, 0.7, 0.8, 0.9), shape="round", colour="red", name=name, confidence=0.95) for name in seals
    ]
    return read("bank_account", "\n".join((f"\t{title}", *rows)), *stamps)


BLOCKS = (
    f"户名\t苏州澄湖贸易有限公司\t户名\t北京曜城机床有限公司\n账号\t{PAYER}\t账号\t{PAYEE}",
    "开户行\t建设银行苏州分行\t开户行\t中国工商银行北京亦庄支行",
)


def test_two_accounts_of_nobody_are_never_sure() -> None:
    fields = receipt(*BLOCKS)
    assert all(fields[name].confidence < SURE for name in ("account_name", "account_number", "bank_name"))


def test_one_party_that_was_seen_tells_the_other_but_is_not_sure() -> None:
    fields = receipt("\t\t  收款人", *BLOCKS)
    assert (fields["account_name"].value, fields["account_number"].value) == ("北京曜城机床有限公司", PAYEE)
    assert fields["account_number"].confidence < SURE
    assert receipt("  收款人", *BLOCKS)["account_number"].value == PAYER


def test_a_receipt_of_the_payers_bank_may_be_the_payers() -> None:
    fields = receipt("  付款人\t\t  收款人", *BLOCKS, title="建设银行电子回单")
    assert fields["account_number"].value == PAYER
    assert fields["account_number"].confidence < SURE


def test_a_bank_that_keeps_the_payees_account_gives_the_receipt_to_the_payee() -> None:
    fields = receipt("  付款人\t\t  收款人", *BLOCKS, seals=("中国工商银行北京亦庄支行",))
    assert fields["account_number"].value == PAYEE
    assert fields["account_number"].confidence >= SURE


def test_the_seal_of_a_bank_is_nobodys_account() -> None:
    fields = receipt("账号：0200059019200118273", seals=("中国工商银行股份有限公司北京亦庄支行",))
    assert "account_name" not in fields


def test_who_pays_the_grant_is_a_line_of_the_form_and_not_a_second_account() -> None:
    fields = receipt("收款单位\t北京曜城机床有限公司", f"账号\t{PAYEE}", "付款单位\t苏州澄湖贸易有限公司", title="银行账户信息")
    assert (fields["account_name"].value, fields["account_number"].value) == ("北京曜城机床有限公司", PAYEE)
    assert fields["account_name"].confidence >= SURE


def line_at(text: str, x0: float, y0: float) -> Line:
    return Line(text=text, confidence=0.99, box=Box(x0, y0, x0 + 0.015 * len(text), y0 + 0.035))


def test_a_name_in_two_lines_is_read_beside_a_label_level_with_both() -> None:
    lines = (
        line_at("付款人", 0.05, 0.25),
        line_at("户名", 0.12, 0.25),
        line_at("苏州澄湖贸易有限公司", 0.2, 0.25),
        line_at("收款人", 0.5, 0.25),
        line_at("制造技术有限公司", 0.64, 0.27),
        line_at("北京曜城航空发动机精密", 0.642, 0.233),
        line_at("户名", 0.57, 0.25),
        line_at("账号", 0.12, 0.34),
        line_at(PAYER, 0.2, 0.34),
        line_at("账号", 0.57, 0.34),
        line_at(PAYEE, 0.64, 0.34),
    )
    fields = find_fields(Paper(FORMS["bank_account"], [PageLines(0, lines, 0.6)]))
    assert fields["account_name"].value == "北京曜城航空发动机精密制造技术有限公司"


def test_a_receipts_side_is_read_downwards() -> None:
    sides = [
        Line(text=text, confidence=0.99, box=Box(x0, 0.28, x0 + 0.02, 0.4), vertical=True)
        for text, x0 in (("付款人", 0.07), ("收款人", 0.51))
    ]
    rows = [
        line_at(text, x0, y0)
        for y0, cells in (
            (0.25, ("户名", "苏州澄湖贸易有限公司", "户名", "北京曜城机床有限公司")),
            (0.34, ("账号", PAYER, "账号", PAYEE)),
        )
        for text, x0 in zip(cells, (0.11, 0.2, 0.55, 0.64), strict=True)
    ]
    fields = find_fields(Paper(FORMS["bank_account"], [PageLines(0, (*sides, *rows), 0.6)]))
    assert (fields["account_name"].value, fields["account_number"].value) == ("北京曜城机床有限公司", PAYEE)
