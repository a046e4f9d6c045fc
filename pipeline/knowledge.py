"""What a programme knows besides its demands: places, honours, units, titles of papers, words that matter, terms of the law.

Each part is one section of the data file; what is unknown to it is a misspelt key.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated, Literal

from pydantic import AfterValidator, ConfigDict, Field, field_validator

from models.records import Record

UnitKind = Literal["enterprise", "institution", "association", "industry_body"]


def _compilable(pattern: str) -> str:
    try:
        re.compile(pattern)
    except re.error as error:
        raise ValueError(f"is no regular expression: {error}") from None
    return pattern


Pattern = Annotated[str, AfterValidator(_compilable)]


def _domain(name: str) -> str:
    if not re.fullmatch(r"[a-z0-9-]+(\.[a-z0-9-]+)+", name):
        raise ValueError("is no domain in lower case, e.g. osta.org.cn")
    return name


Domain = Annotated[str, AfterValidator(_domain)]


class Data(Record):
    """A part of the data file: an unknown key is a misspelt one."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Anchor(Data):
    """Something that a paper must say, in any of its usual wordings."""

    name: str
    pattern: Pattern


class Ground(Data):
    """A rectangle on the map around the area, in degrees."""

    south: float
    north: float
    west: float
    east: float


class Area(Data):
    """Signals of the area where a unit must operate: ``elsewhere`` speaks against it, ``strong`` supports it, ``nearby`` is for a
    person to judge, ``around`` (its districts) supports it if the unit is registered inside. ``ground``: where it all lies."""

    title: str
    strong: tuple[Pattern, ...]
    nearby: tuple[Pattern, ...]
    around: tuple[Pattern, ...]
    elsewhere: tuple[Pattern, ...]
    registration_codes: tuple[str, ...]
    authorities: tuple[Pattern, ...]
    ground: Ground


class Honour(Data):
    """A title that opens the honour route; ``pattern`` matches its wordings without spaces and quotes. ``proof``: what the papers
    must say of it besides; ``issuers``: who gives it; ``editions``: the year of its nth time."""

    key: str
    name: str
    pattern: Pattern
    issuers: Pattern | None = None
    editions: dict[int, int] = Field(default={})
    proof: tuple[Anchor, ...] = ()


class Dispatch(Data):
    """Words that show that a contract is not one of direct, full employment."""

    employers: Pattern
    titles: Pattern
    user_unit: Pattern


class Units(Data):
    """Which units may apply. ``codes``: how the credit code of each kind begins; ``branches``: names and types of those that are
    no legal persons."""

    codes: dict[UnitKind, tuple[str, ...]]
    branches: Pattern


class Posts(Data):
    """Words in the name of a post: ``office`` speaks first, so that 生产总监 is no post on the front line."""

    office: Pattern
    frontline: Pattern


class Certificates(Data):
    """Titles of certificates that do (``accepted``) and that do not. ``organisations``: bodies that surely evaluate others than
    their own staff; ``evaluators``: those that may. ``old_until``: the last day of the 16-digit family, but for the occupations
    ``old_still``."""

    accepted: Pattern
    refused: Pattern
    organisations: Pattern
    evaluators: Pattern
    old_until: date
    old_still: Pattern


class Described(Data):
    """What the management rules must speak of; ``only_with``: if they set out to do so at all."""

    topics: tuple[Anchor, ...]
    only_with: Pattern | None = None


class PatentTerm(Data):
    """How many years a patent of the ``type`` runs from its application, if that was made on ``since`` or later."""

    type: Literal["invention", "utility_model", "design"]
    years: int
    since: date | None = None


class Probation(Data):
    """A fixed term of at least ``from_months`` allows at most ``allowed`` months of probation (劳动合同法 art. 19)."""

    from_months: int
    allowed: int


class Calendar(Data):
    """Days that are off besides Saturdays and Sundays, and those of these that are worked: both ends of a span count."""

    holidays: tuple[tuple[date, date], ...]
    worked: tuple[date, ...]

    @field_validator("holidays")
    @classmethod
    def _in_order(cls, spans: tuple[tuple[date, date], ...]) -> tuple[tuple[date, date], ...]:
        if any(first > last for first, last in spans):
            raise ValueError("a span of days off ends before it begins")
        return spans


class Suspicious(Data):
    """Words that say that a paper is not what it is handed in for. ``void`` and ``purpose`` are asked of a line by itself;
    ``our_purpose``: what a paper that is 仅供… may be for; ``instructions``: sentences that speak to software, not to people;
    ``editors``: programs that change pictures."""

    void: Pattern
    purpose: Pattern
    our_purpose: Pattern
    instructions: Pattern
    editors: Pattern


class Occupations(Data):
    """Major groups (first digit of the occupation code) that are skill occupations, and those a person must judge."""

    skill: tuple[str, ...]
    unclear: tuple[str, ...]
