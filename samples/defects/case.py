"""An application being spoiled: finding its papers, changing form or paper, and noting the flags that follow."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields, is_dataclass, replace
from random import Random
from typing import Any

from samples.papers import Application, Certificate, Flag, LaborContract, Upload

LEADER = "leader"


@dataclass
class Case:
    application: Application
    rng: Random

    @property
    def form(self) -> dict[str, Any]:
        return self.application.form

    @property
    def route(self) -> str:
        return str(self.form["leader"]["route"])

    @property
    def people(self) -> list[dict[str, Any]]:
        """The form's leader and members."""
        return [self.form["leader"], *self.form["members"]]

    def subject(self, person: dict[str, Any]) -> str:
        return LEADER if person is self.form["leader"] else str(person["name"])

    def claim(self, *keys: str) -> bool:
        """Whether nobody has touched these yet; if so they are this defect's."""
        if self.application.touched & set(keys):
            return False
        self.application.touched |= set(keys)
        return True

    def uploads(self, slot: str, person: str | None = None) -> list[Upload]:
        return [one for one in self.application.uploads if one.slot == slot and person in (None, one.person)]

    def upload(self, slot: str, person: str | None = None) -> Upload:
        return self.uploads(slot, person)[0]

    def certified(self, *, leader: bool | None = None) -> list[dict[str, Any]]:
        """People with a certificate; ``leader`` True for the leader alone."""
        people = self.people[:1] if leader else self.people
        return [person for person in people if person["certificate_number"] and self.uploads("skill_certificate", person["name"])]

    def certificate(self, person: dict[str, Any]) -> Upload:
        return self.upload("skill_certificate", person["name"])

    def contract(self, person: dict[str, Any]) -> Upload:
        return self.upload("labor_contract", person["name"])

    def flag(self, rule: str, subject: str, severity: str, *, required: bool = True) -> bool:
        """Notes what a correct checker says. Always True, so that a defect can end with it."""
        self.application.flags.append(Flag(rule, subject, severity, required))
        return True

    def everywhere(self, old: str, new: str) -> None:
        """The same print on the form and on every paper."""
        self.application.form = _swapped(self.form, old, new)
        for upload in self.application.uploads:
            upload.facts = _swapped(upload.facts, old, new)
            upload.person = new if upload.person == old else upload.person


def amend(upload: Upload, **changes: Any) -> None:
    """Changes what the paper says."""
    upload.facts = replace(upload.facts, **changes)


def certificate_of(upload: Upload) -> Certificate:
    assert isinstance(upload.facts, Certificate)
    return upload.facts


def contract_of(upload: Upload) -> LaborContract:
    assert isinstance(upload.facts, LaborContract)
    return upload.facts


def _swapped(value: Any, old: str, new: str) -> Any:
    if value == old:
        return new
    if isinstance(value, dict):
        return {key: _swapped(one, old, new) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return type(value)(_swapped(one, old, new) for one in value)
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{one.name: _swapped(getattr(value, one.name), old, new) for one in fields(value)})
    return value


def pick(rng: Random, choices: Iterable[Any]) -> Any:
    """One of them, or None."""
    listed = list(choices)
    return rng.choice(listed) if listed else None
