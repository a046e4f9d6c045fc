"""README's tables of types, rules, unchecked rows and the API. ``python -m tests.documentation`` writes them into README.md."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from extractors.documents import FORMS
from pipeline.api.app import create_app
from pipeline.programme import RuleTerms, load_programme
from pipeline.rulebook import rule_book, unchecked_rows
from pipeline.settings import Settings
from pipeline.store.store import Store

README = Path(__file__).resolve().parent.parent / "README.md"
PROGRAMME = "skill-master-studio-2026"
OF_ALL = {"401", "403", "422", "429", "503"}
"""Answers that every request with a key may get."""


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


def api_table() -> str:
    with TemporaryDirectory() as folder:
        document = create_app(Store(Path(folder)), Settings()).openapi()
    rows = (
        (f"`{method.upper()} {path}`", scopes_of(route), purpose(route), answers_of(route))
        for path, routes in document["paths"].items()
        for method, route in routes.items()
    )
    return table(("request", "scope", "does", "answers"), rows)


def answers_of(route: dict[str, Any]) -> str:
    return " ".join(sorted({*route["responses"]} - (OF_ALL if "security" in route else set())))


def purpose(route: dict[str, Any]) -> str:
    """The first sentence of its description."""
    return " ".join(route["description"].split()).partition(". ")[0].rstrip(".").replace("``", "`")


def scopes_of(route: dict[str, Any]) -> str:
    """One of these a key needs."""
    return ", ".join(scope for one in route.get("security", ()) for scopes in one.values() for scope in scopes) or "—"


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


TABLES: dict[str, Callable[[], str]] = {
    "types": types_table,
    "rules": rules_table,
    "unchecked": unchecked_table,
    "api": api_table,
}


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
