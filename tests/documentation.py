"""README's tables of types, rules and unchecked rows. ``python -m tests.documentation`` writes them into README.md."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from pathlib import Path

from extractors.documents import FORMS
from pipeline.programme import RuleTerms, load_programme
from pipeline.rulebook import rule_book, unchecked_rows

README = Path(__file__).resolve().parent.parent / "README.md"
PROGRAMME = "skill-master-studio-2026"


def types_table() -> str:
    rows = ((f"`{form.type}`", form.title, " · ".join(field.name for field in form.fields)) for form in FORMS.values())
    return table(("type", "paper", "fields"), rows)


def rules_table() -> str:
    terms = load_programme(PROGRAMME).rules
    rows = (
        (f"`{name}`", rule.title, " ".join(rule.rows), weight(terms[name]), clauses(terms[name]))
        for name, rule in rule_book().items()
    )
    return table(("rule", "in the report", "rows", "severity", "clause"), rows)


def unchecked_table() -> str:
    return table(("row", "why"), unchecked_rows().items())


def weight(terms: RuleTerms) -> str:
    """The severity, and where it differs."""
    others = {"members": terms.member} if terms.member else {}
    parts = [terms.severity, *(f"{who}: {severity}" for who, severity in (others | terms.materials).items())]
    return ", ".join(parts)


def clauses(terms: RuleTerms) -> str:
    """The clause, and where another one holds."""
    others = [f"{route}: {clause}" for route, clause in terms.routes.items()]
    members = [f"members: {terms.member_clause}"] if terms.member_clause else []
    return ", ".join([terms.clause or "—", *others, *members])


def table(heads: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    lines = [heads, ("---",) * len(heads), *rows]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


TABLES: dict[str, Callable[[], str]] = {"types": types_table, "rules": rules_table, "unchecked": unchecked_table}


def block(name: str) -> re.Pattern[str]:
    """Where README keeps the table ``name``."""
    return re.compile(rf"(?<=<!-- table: {name} -->\n)(.*?)(?=<!-- end -->)", re.DOTALL)


def main() -> None:
    text = README.read_text(encoding="utf-8")
    for name, written in TABLES.items():
        place = block(name).search(text)
        assert place, f"README.md has no table {name}"
        text = f"{text[: place.start()]}{written()}\n{text[place.end() :]}"
    README.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
