"""The programme: everything that this year's grant prescribes, read from ``programmes/<name>.yaml`` into frozen records.

Next year's grant is a new data file. A file that does not hold together fails at start-up (``ProgrammeError``), never when
a document arrives.
"""

from __future__ import annotations

import re
from datetime import date
from fnmatch import fnmatchcase
from functools import cache
from pathlib import Path
from typing import Any, Literal, Self, get_args

from pydantic import Field, TypeAdapter, field_validator, model_validator

from models.records import SealKind
from pipeline.knowledge import (
    Anchor,
    Area,
    Calendar,
    Certificates,
    Data,
    Described,
    Dispatch,
    Domain,
    Honour,
    Occupations,
    PatentTerm,
    Pattern,
    Posts,
    Probation,
    Suspicious,
    Units,
)
from pipeline.problems import ProgrammeError
from pipeline.rulebook import RuleName, rule_book
from pipeline.words import MATERIALS
from pipeline.yaml_data import checked_yaml

FOLDER = Path(__file__).parent / "programmes"

Severity = Literal["blocking", "attention", "info"]
RouteName = Literal["catalogue_occupation", "non_catalogue_occupation", "honour"]
Slot = Literal[
    "business_license",
    "commitment_letter",
    "bank_account",
    "skill_certificate",
    "award_certificate",
    "management_rules",
    "patent_certificate",
    "site_photos",
    "labor_contract",
]


class Window(Data):
    """When applications are accepted: both days count, in Beijing time."""

    opens: date
    closes: date

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.opens > self.closes:
            raise ValueError("the window closes before it opens")
        return self


class Thresholds(Data):
    """``long_frontline_months``: what 长期 may mean; ``technician_age``: years of age below which 技师 is rare;
    ``unit_months``: age below which a unit is noted as new; ``contract_months``: how long after the window a contract should
    still run; ``paper_days``: working days from the notice to the paper hand-in."""

    team_size: int
    frontline_months: int
    long_frontline_months: int
    retirement_months: int
    minimum_level: str
    minimum_age_at_issue: int
    technician_age: int
    unit_months: int
    contract_months: int
    paper_days: int


class SealDemand(Data):
    """``of``: whose seal. ``electronic_exempt``: files that were born electronic carry none. ``refused``: kinds of seal that do
    not do where the guide says 公章."""

    of: Literal["unit", "employer", "issuer"]
    missing: Severity
    electronic_exempt: bool = False
    refused: tuple[SealKind, ...] = ()


class SignatureDemand(Data):
    """``labels``: the words beside which the signature is due; ``who`` is how a message names the signer."""

    labels: Pattern
    who: str
    missing: Severity


class MaterialTerms(Data):
    """What the guide asks of one material. ``listed``: whether the programme lists it at all.
    ``missing``: how bad its absence is, by the leader's route.
    ``whose``: the unit's, the leader's own (members may add theirs), or one for each person.
    ``paged``: whether all its numbered pages are due."""

    title: str
    clause: str
    missing: dict[RouteName, Severity]
    listed: bool = True
    whose: Literal["unit", "leader", "each"] = "unit"
    colour: bool = False
    any_content: bool = False
    paged: bool = False
    seal: SealDemand | None = None
    signature: SignatureDemand | None = None
    anchors: tuple[Anchor, ...] = ()
    sections: dict[str, str] = Field(default={})

    @model_validator(mode="after")
    def _every_route(self) -> Self:
        if missing := set(get_args(RouteName)) - set(self.missing):
            raise ValueError(f"no severity for the routes {sorted(missing)}")
        return self

    def severity_when_missing(self, route: RouteName | None) -> Severity:
        """An unstated route is taken kindly: only what every route demands is blocking."""
        if route is not None:
            return self.missing[route]
        return "blocking" if set(self.missing.values()) == {"blocking"} else "attention"


def unlisted(slot: Slot) -> MaterialTerms:
    """The terms of a material that the programme does not ask for: what is handed in all the same is read, no more."""
    return MaterialTerms(title=MATERIALS[slot], clause="", missing=dict.fromkeys(get_args(RouteName), "info"), listed=False)


class RuleTerms(Data):
    """How a flag of the rule weighs and where the guide says so. ``member``: the severity for a member instead of the leader;
    ``materials``: for particular materials; ``doubt``: when a look-alike or a mixed answer is for a person to settle.
    ``routes`` and ``member_clause``: where the guide says so for another route of the leader, and for members."""

    severity: Severity
    clause: str
    doubt: Severity = "attention"
    member: Severity | None = None
    materials: dict[Slot, Severity] = Field(default={})
    routes: dict[RouteName, str] = Field(default={})
    member_clause: str | None = None


class Programme(Data):
    """``only_route``: where leaders have no choice of routes. ``code_hosts``: where the QR codes of a genuine paper lead, hosts
    below these included; of other materials nobody knows. ``project``: the grant's name with the year before it as group 1;
    ``not_granted``: titles of papers about patents that are none yet; ``renewed``: words of a renewed contract;
    ``seal_codes``: how the code on a unit's seal begins. ``not_asked``: rules of the book that this programme has no use for,
    by name or group (``team.*``)."""

    name: str
    based_on: str | None = None
    title: str
    only_route: RouteName | None = None
    window: Window
    thresholds: Thresholds
    materials: dict[Slot, MaterialTerms]
    area: Area
    honours: tuple[Honour, ...]
    dispatch: Dispatch
    units: Units
    posts: Posts
    certificates: Certificates
    described: dict[RuleName, Described]
    occupations: Occupations
    code_hosts: dict[Slot, tuple[Domain, ...]]
    project: Pattern
    patent_terms: tuple[PatentTerm, ...]
    not_granted: Pattern
    probation: tuple[Probation, ...]
    renewed: Pattern
    calendar: Calendar
    suspicious: Suspicious
    seal_codes: str
    rules: dict[RuleName, RuleTerms]
    not_asked: tuple[str, ...] = ()

    @field_validator("materials")
    @classmethod
    def _every_slot(cls, listed: dict[Slot, MaterialTerms]) -> dict[Slot, MaterialTerms]:
        return {slot: listed.get(slot) or unlisted(slot) for slot in get_args(Slot)}

    @model_validator(mode="after")
    def _every_rule(self) -> Self:
        left_out = {name for name in rule_book() if any(fnmatchcase(name, pattern) for pattern in self.not_asked)}
        if missing := [name for name in rule_book() if name not in self.rules and name not in left_out]:
            raise ValueError(f"rules neither under rules nor under not_asked: {', '.join(missing)}")
        if both := [name for name in self.rules if name in left_out]:
            raise ValueError(f"rules both under rules and under not_asked: {', '.join(both)}")
        return self

    def listed_honour(self, text: str) -> Honour | None:
        """The listed honour that ``text`` names, if any."""
        plain = re.sub(r"[\s“”\"'《》「」『』〝〞]", "", text)
        return next((honour for honour in self.honours if re.search(honour.pattern, plain)), None)


@cache
def known_programmes() -> tuple[str, ...]:
    """Names of the programmes that there is a data file for."""
    return tuple(sorted(file.stem for file in FOLDER.glob("*.yaml")))


@cache
def load_programme(name: str) -> Programme:
    """The programme by its name. Raises ``ProgrammeError`` when it is unknown or its file does not hold together."""
    if name not in known_programmes():
        raise ProgrammeError(f"programme is unknown; known: {', '.join(known_programmes())}")
    return parse_programme((FOLDER / f"{name}.yaml").read_text("utf-8"), file=f"{name}.yaml")


def parse_programme(text: str, *, file: str) -> Programme:
    """A programme from the text of its data file; ``file`` is named in errors. One that is ``based_on`` another takes over that
    one's sections which it does not have itself."""
    data = checked_yaml(text, TypeAdapter(dict[str, Any]), file=file)
    base = data.get("based_on")
    if base is None:
        return checked_yaml(text, TypeAdapter(Programme), file=file)
    if base not in known_programmes():
        raise ProgrammeError(f"{file}: based_on: {base} is unknown; known: {', '.join(known_programmes())}")
    base_file = FOLDER / f"{base}.yaml"
    return checked_yaml(
        text,
        TypeAdapter(Programme),
        file=file,
        defaults=checked_yaml(base_file.read_text("utf-8"), TypeAdapter(dict[str, Any]), file=base_file.name),
    )
