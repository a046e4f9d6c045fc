"""The dossier: form and papers sorted for the rules: who is who, which paper serves as what, whose it is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import get_args

from extractors.kinds import kind
from pipeline.checks.person import birth_of
from pipeline.checks.question import Question
from pipeline.checks.weighing import READABLE, readable, text_of
from pipeline.documents import Document
from pipeline.form import Form, Leader, Member
from pipeline.index import Repeat
from pipeline.programme import Programme, RouteName, RuleTerms, Slot
from pipeline.rulebook import RuleName

SURE_OF_TYPE = 0.8
ABSENT = ("file_missing", "path_refused")
"""Problems that say that there is no file at all."""

NAME_FIELDS = {"skill_certificate": "holder_name", "labor_contract": "employee_name", "award_certificate": "recipient_name"}
SLOTS: tuple[Slot, ...] = get_args(Slot)

UNASKED = RuleTerms(severity="info", clause="")
"""Terms of a rule that the programme does not ask; its answers go nowhere."""

Beginning = tuple[int, float, float]
Line = tuple[str, str, str | None, Beginning]
"""File, slot and person of an upload, and the page on which the paper begins."""


@dataclass(frozen=True)
class Someone:
    """Leader or member. ``subject`` as in checks; ``called`` as in sentences."""

    subject: str
    called: str
    stated: Leader | Member
    is_leader: bool


@dataclass(frozen=True)
class Dossier:
    form: Form
    programme: Programme
    documents: tuple[Document, ...]
    repeats: tuple[Repeat, ...] | None = None
    """What other applications have too; None when nobody looked."""

    def ask(self, rule: RuleName, subject: str, *, of: Someone | None = None, material: Slot | None = None) -> Question:
        """The rule as a question, with the severity and clause that hold for this person and material."""
        terms = self.programme.rules.get(rule, UNASKED)
        severity = terms.member if terms.member and of and not of.is_leader else terms.severity
        if material:
            severity = terms.materials.get(material, severity)
        clause = self._clause(terms, of) or (self.programme.materials[material].clause if material else "")
        return Question(rule, subject, severity, terms.doubt, clause)

    def _clause(self, terms: RuleTerms, of: Someone | None) -> str:
        """The routes of the leader have conditions of their own, of which many say the same."""
        if of and not of.is_leader and terms.member_clause is not None:
            return terms.member_clause
        return terms.routes.get(self.route, terms.clause) if self.route else terms.clause

    def ask_of(self, rule: RuleName, someone: Someone, material: Slot | None = None) -> Question:
        return self.ask(rule, someone.subject, of=someone, material=material)

    @cached_property
    def leader(self) -> Someone:
        return Someone("leader", "领办人", self.form.leader, is_leader=True)

    @cached_property
    def members(self) -> tuple[Someone, ...]:
        return tuple(
            Someone(member.name or f"members[{number}]", f"成员{member.name or number + 1}", member, is_leader=False)
            for number, member in enumerate(self.form.members)
        )

    @property
    def people(self) -> tuple[Someone, ...]:
        return (self.leader, *self.members)

    @property
    def route(self) -> RouteName | None:
        """The route by which the leader applies; None when the form does not say."""
        return self.programme.only_route or self.form.leader.route

    def papers(self, slot: Slot) -> list[Document]:
        """Documents that serve as ``slot``, wherever they were uploaded."""
        return self._papers[slot]

    @cached_property
    def _papers(self) -> dict[Slot, list[Document]]:
        """Asked hundreds of times for one application."""
        kept = [(document, serving_as(document)) for document in self.documents if _line(document) not in self._spare]
        return {slot: [document for document, served in kept if served == slot] for slot in SLOTS}

    def papers_of(self, someone: Someone, slot: Slot) -> list[Document]:
        owners = self.owners[slot]
        return [paper for paper in self.papers(slot) if same_person(owners.get(_line(paper)), someone)]

    def unowned(self, slot: Slot) -> list[Document]:
        return [paper for paper in self.papers(slot) if _line(paper) not in self.owners[slot]]

    @cached_property
    def _spare(self) -> set[Line]:
        """Copies of a paper out of a stack that several people hand in: it counts once, for whom it names, else for the first."""
        kept: dict[tuple[str, str, Beginning], Document] = {}
        for document in self.documents:
            place = (document.file, document.slot, document.beginning)
            if place not in kept or (names_its_person(document, self.people) and not names_its_person(kept[place], self.people)):
                kept[place] = document
        copies = (document for document in self.documents if self.is_stacked(document))
        return {_line(one) for one in copies if kept[one.file, one.slot, one.beginning] is not one}

    def is_stacked(self, document: Document) -> bool:
        """Whether its file holds several papers of its type."""
        stack = {
            one.beginning
            for one in self.documents
            if one.file == document.file and one.slot == document.slot and serving_as(one) == serving_as(document)
        }
        return len(stack) > 1

    def uploaded(self, slot: str) -> list[Document]:
        """Documents uploaded into the slot, whatever they are."""
        return [document for document in self.documents if document.slot == slot]

    @cached_property
    def owners(self) -> dict[Slot, dict[Line, Someone]]:
        """Whose certificates and contracts they are."""
        return {slot: self._owners(slot) for slot in SLOTS}

    def _owners(self, slot: Slot) -> dict[Line, Someone]:
        papers = self.papers(slot)
        owners = {_line(paper): someone for paper in papers if (someone := self._owner(paper)) is not None}
        for paper in papers:
            named = _only(list(_named(paper.person, self.people)))
            if named and _line(paper) not in owners and not any(same_person(named, other) for other in owners.values()):
                owners[_line(paper)] = named
        heir = self._heir(slot, list(owners.values()))
        return owners if heir is None else {**{_line(paper): heir for paper in papers}, **owners}

    def _owner(self, paper: Document) -> Someone | None:
        """Of a stack the paper itself says whose it is: the upload names one person for all of it."""
        return reads_of(paper, self.people) if self.is_stacked(paper) else owner_of(paper, self.people)

    def _heir(self, slot: Slot, served: Sequence[Someone]) -> Someone | None:
        """To whom papers of nobody belong: the leader, if a certificate is wanted of him; the last person without a contract."""
        whose = self.programme.materials[slot].whose
        wanted = {"unit": (), "leader": (self.leader,), "each": self.people}[whose]
        without = [someone for someone in wanted if not any(same_person(someone, other) for other in served)]
        return _only(without)


def _line(document: Document) -> Line:
    """One line of the form's list of materials: the same file may serve two people."""
    return document.file, document.slot, document.person, document.beginning


def same_person(one: Someone | None, other: Someone | None) -> bool:
    """By ID number where both state one, else by name, unless they were born on different days: the form may list a person
    twice."""
    if one is None or other is None:
        return False
    if one.stated.id_number and other.stated.id_number:
        return plain(one.stated.id_number).upper() == plain(other.stated.id_number).upper()
    if one.stated.name and other.stated.name:
        born = {day for day in (birth_of(one.stated), birth_of(other.stated)) if day}
        return plain(one.stated.name) == plain(other.stated.name) and len(born) < 2
    return one == other


def surely_same(one: Someone, other: Someone) -> bool:
    """The same person by more than a name, which two people may share."""
    by_id = one.stated.id_number and other.stated.id_number
    by_birth = birth_of(one.stated) and birth_of(other.stated)
    return same_person(one, other) and bool(by_id or by_birth)


def serving_as(document: Document) -> str | None:
    """The type it surely is, else the slot it was uploaded to; None for a file that is not there."""
    if any(problem.code in ABSENT for problem in document.problems):
        return None
    sure = document.type != "unknown" and document.type_confidence >= SURE_OF_TYPE
    return document.type if sure or document.slot not in SLOTS else document.slot


def owner_of(document: Document, people: Sequence[Someone]) -> Someone | None:
    """The person the upload names, else the one whose ID or name was read; None when that is nobody or not settled."""
    named = list(_named(document.person, people))
    return _only(named) or _only(_by_id(document, named or people)) or (None if named else _only(_by_name(document, people)))


def reads_of(document: Document, people: Sequence[Someone]) -> Someone | None:
    """The person whose ID or name was read."""
    return _only(_by_id(document, people)) or _only(_by_name(document, people))


def names_its_person(document: Document, people: Sequence[Someone]) -> bool:
    """Whether the paper itself says that it is of the person whom the upload names."""
    named = _only(list(_named(document.person, people)))
    return named is not None and same_person(reads_of(document, people), named)


def _only(candidates: Sequence[Someone]) -> Someone | None:
    """The one person among them, who may be listed twice."""
    first = candidates[0] if candidates else None
    return first if all(same_person(first, other) for other in candidates) else None


def _named(person: str | None, people: Sequence[Someone]) -> Iterator[Someone]:
    if not person:
        return
    for someone in people:
        is_leader_word = someone.is_leader and person.strip() in ("leader", "领办人")
        if is_leader_word or (someone.stated.name and plain(someone.stated.name) == plain(person)):
            yield someone


def _by_id(document: Document, people: Sequence[Someone]) -> list[Someone]:
    printed = text_of(readable(document, "id_number"))
    return [someone for someone in people if printed and _same("id_number", someone.stated.id_number, printed)]


def _by_name(document: Document, people: Sequence[Someone]) -> list[Someone]:
    """Who bears the printed name; else who bears one that looks like it, for a misread name still tells whose paper it is."""
    field = document.fields.get(NAME_FIELDS.get(serving_as(document) or "", ""))
    printed = text_of(field)
    if not printed or not field or field.confidence < READABLE / 2:
        return []
    outcomes = [(someone, kind("person_name").compare(someone.stated.name, printed).outcome) for someone in people]
    exact = [someone for someone, outcome in outcomes if outcome == "same"]
    return exact or [someone for someone, outcome in outcomes if outcome == "lookalike"]


def _same(kind_name: str, stated: str | None, printed: str) -> bool:
    return stated is not None and kind(kind_name).compare(stated, printed).outcome == "same"


def plain(name: str) -> str:
    """A name without spaces and middle dots, to hold two spellings of it together."""
    return re.sub(r"[\s·•．.・]", "", name)
