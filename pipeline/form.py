"""The online form: application.json in, frozen records and safely resolved uploads out.

A value that is not stated is None and speaks against nobody; keys we do not know are kept and ignored; a value of the
wrong type makes the file unusable (``FormError``, exit code 2). An ID number that makes no sense is data, not an error.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, ConfigDict, Field, ValidationError
from pydantic.json_schema import SkipJsonSchema

from models.records import Record
from pipeline.knowledge import UnitKind
from pipeline.problems import FormError, FormPlace
from pipeline.programme import known_programmes
from pipeline.uploads import Upload, resolve_upload

FILE = "application.json"
SIZE_LIMIT = 5_000_000
"""Bytes. A real form is below 50 kB; ten thousand times that is a mistake or an attack."""
MATERIALS_LIMIT = 1_000
LEVELS_LIMIT = 50
"""Of lists and objects in each other; the form has four."""

BEIJING = timezone(timedelta(hours=8))

Gender = Literal["male", "female"]
PositionCategory = Literal["worker", "management_or_technical"]
Route = Literal["catalogue_occupation", "non_catalogue_occupation", "honour"]
Role = Literal["skilled", "technical"]


def _stated(value: object) -> object:
    """An empty box on the form is a value that was not stated."""
    return None if isinstance(value, str) and not value.strip() else value


def _day(value: object) -> object:
    """ISO 8601 day from text; a number is no date, although pydantic would take it for seconds since 1970."""
    value = _stated(value)
    if value is None or isinstance(value, date):
        return value
    if not isinstance(value, str):
        raise ValueError("not a date")
    return datetime.fromisoformat(value.strip()).date()


def _moment(value: object) -> object:
    """ISO 8601 moment; without an offset it is Beijing time."""
    value = _stated(value)
    if value is None:
        return None
    if not isinstance(value, str):
        raise ValueError("not a date and time")
    moment = datetime.fromisoformat(value.strip())
    if not 1900 <= moment.year <= 2200:  # the calendar's ends cannot be moved into another time zone
        raise ValueError("not a date of our time")
    return moment if moment.tzinfo else moment.replace(tzinfo=BEIJING)


def _listed(value: object) -> object:
    """null where a list is due: nothing stated."""
    return () if value is None else value


Text = Annotated[str | None, BeforeValidator(_stated)]
Day = Annotated[date | None, BeforeValidator(_day)]
Moment = Annotated[datetime | None, BeforeValidator(_moment)]


class FormRecord(Record):
    """A part of the form; keys that we do not know stay in it."""

    model_config = ConfigDict(extra="allow")


class Contract(FormRecord):
    """The labour contract as stated. ``ends_on`` null in the form: no fixed term; the key absent: not stated."""

    starts_on: Day = None
    ends_on: Day = None

    @property
    def open_ended(self) -> bool:
        return self.starts_on is not None and self.ends_on is None and "ends_on" in self.model_fields_set


class Unit(FormRecord):
    name: Text = None
    uscc: Text = None
    kind: Annotated[UnitKind | None, BeforeValidator(_stated)] = None
    legal_representative: Text = None
    registered_address: Text = None
    established_on: Day = None


class Person(FormRecord):
    """Leader or member, as stated. ``skill_level`` stays text: a technical member may state a title there."""

    name: Text = None
    id_number: Text = None
    gender: Annotated[Gender | None, BeforeValidator(_stated)] = None
    birthdate: Day = None
    position_category: Annotated[PositionCategory | None, BeforeValidator(_stated)] = None
    occupation: Text = None
    skill_level: Text = None
    certificate_number: Text = None
    position: Text = None
    contract: Contract | None = None


class Leader(Person):
    frontline_since: Day = None
    route: Annotated[Route | None, BeforeValidator(_stated)] = None


class Member(Person):
    role: Annotated[Role | None, BeforeValidator(_stated)] = None


class Award(FormRecord):
    honour: Text = None
    recipient: Text = None
    issuer: Text = None
    awarded_on: Day = None


class Patent(FormRecord):
    title: Text = None
    number: Text = None
    patentee: Text = None
    inventors: Annotated[tuple[str, ...], BeforeValidator(_listed)] = ()
    applied_on: Day = None


class Bank(FormRecord):
    account_name: Text = None
    account_number: Text = None
    bank_name: Text = None


class Material(FormRecord):
    """One line of the list of uploads. ``person``: the name of whom the paper is about, if the portal knows."""

    slot: str
    file: str
    person: Text = None


class PaperHandIn(FormRecord):
    """When the unit was told to hand the paper volume in, and when it did; the portal adds both."""

    notified_on: Day = None
    handed_in_on: Day = None


class Form(FormRecord):
    """application.json, and ``uploads``: its materials with their files found (or refused) inside the folder."""

    application_id: Annotated[str, Field(min_length=1, max_length=200)]
    programme: Annotated[str, Field(min_length=1)]
    submitted_at: Moment = None
    unit: Unit = Unit()
    leader: Leader = Leader()
    members: tuple[Member, ...] = ()
    awards: tuple[Award, ...] = ()
    patents: tuple[Patent, ...] = ()
    bank: Bank = Bank()
    paper_hand_in: PaperHandIn | None = None
    materials: Annotated[tuple[Material, ...], Field(max_length=MATERIALS_LIMIT)] = ()
    uploads: Annotated[tuple[Upload, ...], Field(exclude=True), SkipJsonSchema()] = ()

    @property
    def submitted_on(self) -> date | None:
        """The day of submission in Beijing."""
        return self.submitted_at.astimezone(BEIJING).date() if self.submitted_at else None


def read_form(folder: Path) -> Form:
    """``folder``/application.json with its uploads. Raises ``FormError`` when it cannot be used."""
    form = parse_form(parse_json(_text(folder / FILE)))
    return form.model_copy(update={"uploads": tuple(find_uploads(folder, form.materials))})


def parse_form(data: dict[str, Any]) -> Form:
    """The form without its uploads. Raises ``FormError`` when it cannot be used."""
    data = {name: value for name, value in data.items() if name != "uploads"}
    try:
        form = Form.model_validate({name: value for name, value in data.items() if value is not None})
    except ValidationError as error:
        raise _explained(error) from None
    if form.programme not in known_programmes():
        raise FormError(FILE, "$.programme", "is unknown", f"one of {', '.join(known_programmes())}")
    return form


def find_uploads(folder: Path, materials: tuple[Material, ...]) -> Iterator[Upload]:
    """One upload for each material; the same line written twice counts once."""
    seen: set[tuple[str, str, str | None]] = set()
    for material in materials:
        key = (material.slot, material.file, material.person)
        if key not in seen:
            seen.add(key)
            yield resolve_upload(folder, file=material.file, slot=material.slot, person=material.person)


def parse_json(text: str) -> dict[str, Any]:
    """The one object that ``text`` is. Raises ``FormError``."""
    try:
        data = json.loads(text, parse_float=_number, parse_constant=_number)
        levels = _levels(data)
    except json.JSONDecodeError as error:
        raise FormError(FILE, "$", f"is not JSON (line {error.lineno}, column {error.colno})", "one JSON object") from None
    except RecursionError:
        levels = LEVELS_LIMIT + 1
    except ValueError:  # Python refuses numbers of more than 4300 digits
        raise FormError(FILE, "$", "holds a number that is too long", "text for numbers such as IDs and accounts") from None
    if levels > LEVELS_LIMIT:
        raise FormError(FILE, "$", "is nested too deeply", "the form's few levels")
    if not isinstance(data, dict):
        raise FormError(FILE, "$", f"is {_type_name(data)}", "one JSON object")
    _refuse_broken_text(text)
    return data


def _number(text: str) -> float:
    """A number with a fraction; Python would also take NaN and Infinity, which JSON does not have and nobody can write back."""
    value = float(text)
    if not math.isfinite(value):
        raise FormError(FILE, "$", "holds a number that is none, or beyond all bounds", "numbers as JSON has them")
    return value


def _levels(value: object) -> int:
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return 1 + max(map(_levels, inner), default=0)


def _text(file: Path) -> str:
    """The file's text; a byte order mark is forgiven, any other encoding is not guessed at."""
    try:
        if not file.is_file():
            raise FormError(FILE, "$", "is not there", f"a file named {FILE} in the application folder")
        if file.stat().st_size > SIZE_LIMIT:
            raise FormError(FILE, "$", "is too large", f"at most {SIZE_LIMIT} bytes")
        return file.read_text("utf-8-sig")
    except UnicodeDecodeError:
        raise FormError(FILE, "$", "is not UTF-8", "JSON in UTF-8") from None
    except OSError as error:
        raise FormError(FILE, "$", f"cannot be opened ({error.strerror})", "a readable file") from None


def _refuse_broken_text(text: str) -> None:
    """A lone half of a surrogate pair (``\\ud83d``) can neither be written to a file nor shown."""
    pairless = re.sub(r"\\\\|\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}", "", text)
    if re.search(r"\\u[dD][89a-fA-F][0-9a-fA-F]{2}", pairless):
        raise FormError(FILE, "$", "holds half a character (a lone surrogate escape)", "whole characters")


EXPECTED = {
    "missing": "a value",
    "string_type": "text",
    "string_too_short": "text that is not empty",
    "string_too_long": "a shorter text",
    "tuple_type": "a list",
    "model_type": "an object",
    "too_long": f"at most {MATERIALS_LIMIT} entries",
}
DATES = {"submitted_at": "an ISO 8601 date and time, e.g. 2026-01-20T10:30:00+08:00"}


def _explained(error: ValidationError) -> FormError:
    """The first thing wrong, by its JSON path; values stay out of the message, since they may be personal."""
    first, *others = (_place(problem) for problem in error.errors(include_url=False))
    return FormError(FILE, *first, others=others)


def _place(problem: Any) -> FormPlace:
    wrong = "is missing" if problem["type"] == "missing" else f"is {_type_name(problem['input'])} that cannot be used"
    return FormPlace(_json_path(problem["loc"]), wrong, _expected(problem))


def _expected(problem: Any) -> str:
    if problem["type"] == "literal_error":
        return f"one of {problem['ctx']['expected']}"
    if problem["type"] == "value_error":
        return DATES.get(str(problem["loc"][-1]), "an ISO 8601 date, e.g. 2026-01-20")
    return EXPECTED.get(problem["type"], "another type")


def _json_path(location: tuple[str | int, ...]) -> str:
    return "$" + "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in location)


def _type_name(value: object) -> str:
    names = {bool: "a truth value", int: "a number", float: "a number", str: "a text", list: "a list", dict: "an object"}
    return names.get(type(value), "null")


__all__ = [
    "BEIJING",
    "Award",
    "Bank",
    "Contract",
    "Form",
    "Leader",
    "Material",
    "Member",
    "PaperHandIn",
    "Patent",
    "Person",
    "Unit",
    "Upload",
    "find_uploads",
    "parse_form",
    "parse_json",
    "read_form",
]
