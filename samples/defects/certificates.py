"""Inconsistencies of certificates: level, number, occupation, date. A case in; True when the defect could be brought in."""

from __future__ import annotations

from datetime import date
from typing import Any

from samples.defects.case import LEADER, Case, amend, certificate_of, pick
from samples.numbers import LEVEL_DIGITS, certificate_number, other_digit
from samples.trades import CRAFTS, UNLISTED


def _renumber(case: Case, person: dict[str, Any], number: str) -> None:
    case.everywhere(str(person["certificate_number"]), number)


def _with_level(number: str, digit: str) -> str:
    """The number with another level digit (position 11 of 16, 16 of 22)."""
    place = 10 if len(number) == 16 else 15
    return number[:place] + digit + number[place + 1 :]


def level_differs(case: Case) -> bool:
    """The form claims one level more than the certificate; the number is the certificate's."""
    person = pick(case.rng, [one for one in case.certified() if one["skill_level"] != "高级技师"])
    if person is None or not case.claim(f"certificate:{person['name']}"):
        return False
    ladder = list(LEVEL_DIGITS)
    person["skill_level"] = ladder[ladder.index(person["skill_level"]) + 1]
    return case.flag(
        "certificate.level_mismatch", case.subject(person), "blocking" if person is case.form["leader"] else "attention"
    )


def level_too_low(case: Case) -> bool:
    """高级工 on form, certificate and in the number, where 技师 is asked for."""
    leader = case.form["leader"]
    if case.route != "catalogue_occupation" or not case.claim(f"certificate:{leader['name']}"):
        return False
    number = _with_level(leader["certificate_number"], LEVEL_DIGITS["高级工"])
    _renumber(case, leader, number)
    case.form["leader"]["skill_level"] = "高级工"
    amend(case.certificate(case.form["leader"]), skill_level="高级工")
    return case.flag("certificate.level_too_low", LEADER, "blocking")


def number_differs(case: Case) -> bool:
    """One digit of the serial."""
    person = pick(case.rng, case.certified())
    if person is None or not case.claim(f"certificate:{person['name']}"):
        return False
    number, place = person["certificate_number"], case.rng.choice((-2, -3))
    person["certificate_number"] = number[:place] + other_digit(case.rng, number[place]) + number[place + 1 :]
    return case.flag("certificate.number_mismatch", case.subject(person), "attention")


def number_contradicts_level(case: Case) -> bool:
    person = pick(case.rng, case.certified())
    if person is None or not case.claim(f"certificate:{person['name']}"):
        return False
    subject, digit = case.subject(person), LEVEL_DIGITS[person["skill_level"]]
    wrong = case.rng.choice([other for other in "12345" if other != digit])
    _renumber(case, person, _with_level(person["certificate_number"], wrong))
    return case.flag("certificate.number_level_conflict", subject, "attention")


def number_contradicts_year(case: Case) -> bool:
    person = pick(case.rng, case.certified())
    if person is None or not case.claim(f"certificate:{person['name']}"):
        return False
    number, subject = person["certificate_number"], case.subject(person)
    place = 0 if len(number) == 16 else 13
    year = (int(number[place : place + 2]) - case.rng.choice((2, 3))) % 100
    if len(number) == 22:
        year = max(year, 19) if year != int(number[place : place + 2]) else year
    if abs(year - int(number[place : place + 2])) < 2:
        year = int(number[place : place + 2]) + 3
    _renumber(case, person, f"{number[:place]}{year:02d}{number[place + 2 :]}")
    return case.flag("certificate.number_year_conflict", subject, "attention")


def number_impossible(case: Case) -> bool:
    """A level digit that no level has."""
    person = pick(case.rng, case.certified())
    if person is None or not case.claim(f"certificate:{person['name']}"):
        return False
    subject = case.subject(person)
    _renumber(case, person, _with_level(person["certificate_number"], case.rng.choice("789")))
    case.flag("certificate.number_level_conflict", subject, "attention", required=False)
    return case.flag("certificate.number_invalid", subject, "attention")


def occupation_differs(case: Case) -> bool:
    """The certificate is for another trade altogether."""
    person = pick(case.rng, case.certified())
    if person is None or not case.claim(f"certificate:{person['name']}"):
        return False
    letters = set(person["occupation"])
    others = [line.split("|")[0] for line in CRAFTS if not (set(line.split("|")[0]) - set("工员")) & letters]
    amend(case.certificate(person), occupation=case.rng.choice(others), work_type=None)
    return case.flag("certificate.occupation_mismatch", case.subject(person), "attention")


def occupation_unlisted(case: Case) -> bool:
    """The catalogue route with an occupation that the catalogue does not know, on form and certificate."""
    leader = case.form["leader"]
    if case.route != "catalogue_occupation" or not case.claim(f"certificate:{leader['name']}"):
        return False
    name = case.rng.choice(UNLISTED).split("|")[0]
    leader["occupation"] = name
    amend(case.certificate(leader), occupation=name, work_type=None)
    return case.flag("certificate.occupation_not_in_catalogue", LEADER, "attention")


def issued_in_future(case: Case) -> bool:
    """A date of issue after the submission, the number's year with it."""
    person = pick(case.rng, case.certified())
    if person is None or not case.claim(f"certificate:{person['name']}"):
        return False
    paper, subject, issued = case.certificate(person), case.subject(person), date(2026, case.rng.randrange(3, 12), 16)
    amend(paper, issued_on=issued, family="new")
    employer = certificate_of(paper).issuer == case.form["unit"]["name"]
    _renumber(case, person, certificate_number(case.rng, "new", person["skill_level"], issued, employer=employer))
    return case.flag("certificate.issued_on_implausible", subject, "attention")
