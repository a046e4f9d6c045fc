"""A person as the form states him: day of birth and sex, by the ID number where that is valid."""

from __future__ import annotations

from datetime import date

from extractors.kinds import id_birthdate, id_gender, id_problem, kind
from pipeline.form import Person


def birth_of(person: Person) -> date | None:
    """The day of birth, by the ID number where it is valid, else as stated."""
    return born_by_id(person) or person.birthdate


def sex_of(person: Person) -> str | None:
    return sex_by_id(person) or person.gender


def valid_id(person: Person) -> str | None:
    number = kind("id_number").normalise(person.id_number) if person.id_number else ""
    return number if number and id_problem(number) is None else None


def born_by_id(person: Person) -> date | None:
    number = valid_id(person)
    return id_birthdate(number) if number else None


def sex_by_id(person: Person) -> str | None:
    number = valid_id(person)
    return id_gender(number) if number else None
