"""The account's numbers in themselves: bank code, personal cards, permit number."""

from __future__ import annotations

from typing import Any

import pytest

from tests.pipeline.checks.dossiers import answers, clean_papers, form, judged, made, page, with_fields, with_parts

CODES = [
    ("102100099996", "pass", "pass"),
    ("313100000013", "pass", "not_applicable"),
    ("105100000017", "pass", "flag:attention"),
    (made("105100000017", 0.6), "pass", "cannot_tell:unreadable"),
    ("102100099995", "flag:attention", "cannot_tell:unreadable"),
    ("10210009999", "flag:attention", "cannot_tell:unreadable"),
    (made("102100099995", 0.8), "cannot_tell:unreadable", "cannot_tell:unreadable"),
    (made(None, 0.1), "cannot_tell:unreadable", "cannot_tell:unreadable"),
    (..., "not_applicable", "not_applicable"),
]


@pytest.mark.parametrize(("code", "valid", "fits"), CODES)
def test_a_bank_code_has_its_check_digit_and_names_the_bank(code: Any, valid: str, fits: str) -> None:
    checks = judged(with_fields(clean_papers(), "bank_account", bank_code=code))
    assert answers(checks, "bank.bank_code_invalid") == [valid]
    assert answers(checks, "bank.bank_code_conflict") == [fits]


CARDS: list[tuple[Any, Any, str]] = [
    ("0200001234567890123", "0200001234567890123", "pass"),
    ("6222020200112233445", "0200001234567890123", "pass"),  # fails Luhn's check
    ("6222021234567890128", "0200001234567890123", "flag:attention"),
    (None, "6222021234567890128", "flag:attention"),
    (None, made("6222021234567890128", 0.8), "cannot_tell:unreadable"),
    (None, ..., "cannot_tell:not_on_form"),
]


@pytest.mark.parametrize(("stated", "printed", "answer"), CARDS)
def test_a_personal_card_is_for_a_person(stated: Any, printed: Any, answer: str) -> None:
    papers = with_fields(clean_papers(), "bank_account", account_number=printed)
    checks = judged(papers, form(bank__account_number=stated))
    assert answers(checks, "bank.personal_account") == [answer]
    assert all("6222021234567890128" not in check.message for check in checks)


PERMITS = [
    ("核准号：J1000012345601", 0.97, "pass"),
    ("基本存款账户编号：L1000012345601", 0.97, "pass"),
    ("核准号：U1000012345601", 0.97, "pass"),  # a J misread
    ("核准号：J10000123456", 0.97, "flag:info"),
    ("核准号：J10000123456", 0.6, "cannot_tell:unreadable"),
    ("开户银行：中国工商银行", 0.97, "not_applicable"),
]


@pytest.mark.parametrize(("text", "confidence", "answer"), PERMITS)
def test_a_permit_number_is_a_letter_and_thirteen_digits(text: str, confidence: float, answer: str) -> None:
    papers = with_parts(clean_papers(), "bank_account", pages=(page(text=text, confidence=confidence),))
    assert answers(judged(papers), "bank.permit_number_invalid") == [answer]
