"""How each type of paper can look: the table of layouts. A layout takes the facts and a pen, and draws them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from samples.layouts import (
    award_certificate,
    bank_account,
    business_license,
    commitment_letter,
    labor_contract,
    management_rules,
    patent_certificate,
    site_photos,
    skill_certificate,
)
from samples.papers import TYPES, Facts
from samples.pen import Pen

Layout = Callable[[Any, Pen], None]

LAYOUTS: dict[str, tuple[Layout, ...]] = {
    "business_license": business_license.LAYOUTS,
    "commitment_letter": commitment_letter.LAYOUTS,
    "bank_account": bank_account.LAYOUTS,
    "skill_certificate": skill_certificate.LAYOUTS,
    "award_certificate": award_certificate.LAYOUTS,
    "management_rules": management_rules.LAYOUTS,
    "patent_certificate": patent_certificate.LAYOUTS,
    "site_photos": site_photos.LAYOUTS,
    "labor_contract": labor_contract.LAYOUTS,
}

ELECTRONIC = frozenset({"electronic_licence", "electronic_patent", "electronic_level"})
"""Layouts that come as PDFs with their own text, never through a scanner."""

SUITS: dict[str, Callable[[Any, str], bool]] = {
    "business_license": business_license.suits,
    "skill_certificate": skill_certificate.suits,
    "bank_account": bank_account.suits,
}
"""Types whose layouts fit only some facts (a booklet is of the old family …)."""


def layouts_for(facts: Facts) -> list[Layout]:
    """The layouts in which these facts can appear."""
    type_ = TYPES[type(facts)]
    suits = SUITS.get(type_)
    return [layout for layout in LAYOUTS[type_] if suits is None or suits(facts, layout.__name__)]
