"""report.html: a report and its documents in, one self-contained page for the reviewer out.

What the page shows is first put into plain views (words, masked values, pictures); the template only lays them out. Everything
a paper contains is escaped, and the page's policy allows no script, no connection and no picture from elsewhere.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from functools import cache
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template
from markupsafe import Markup

from models.records import Box
from pipeline.checks.check import Check, Evidence
from pipeline.crops import Pictures, Spot, draw_pictures
from pipeline.document_view import DocumentView, Mark, document_views
from pipeline.documents import Document
from pipeline.programme import known_programmes, load_programme
from pipeline.redaction import Piece, Redactor, is_sensitive
from pipeline.rulebook import rule_of
from pipeline.words import MATERIALS, REASONS, SEVERITIES, SUBJECTS, VERDICTS, subject_words, value_words

if TYPE_CHECKING:
    from pipeline.report import Report

TEMPLATES = Path(__file__).parent / "templates"
ORDER = {"blocking": 0, "attention": 1, "info": 2}
CROPS_PER_CHECK = 4


class Shown(NamedTuple):
    """One of the two values of a check, in pieces; ``label`` says whose it is."""

    label: str
    pieces: list[Piece]


class Place(NamedTuple):
    """One piece of evidence: ``where`` in words, ``href`` of the page below, what is printed there, and its picture."""

    where: str
    href: str
    text: str
    picture: str | None
    width: int
    height: int


class CheckView(NamedTuple):
    """One check as the reviewer sees it. ``how``: how to repeat it by hand, and what to tell the applicant, as labelled lines."""

    anchor: str
    status: str
    severity: str
    title: str
    subject: str
    message: str
    clause: str
    expected: Shown | None
    found: Shown | None
    reason: tuple[str, str] | None
    places: list[Place]
    how: list[tuple[str, str]]

    @property
    def pictured(self) -> bool:
        """Whether there is something to look at: such a check is shown as a card."""
        return any(place.picture for place in self.places)


class MaterialState(NamedTuple):
    """A chip of the overview: ``state`` is ok · look · attention · blocking · none."""

    title: str
    state: str
    words: str
    href: str


def render(report: Report, documents: Sequence[Document]) -> str:
    """The whole HTML file."""
    return _Sheet(report, documents).html()


class _Sheet:
    """One report on its way to HTML: the redactor, the pictures and the anchors that its parts share."""

    def __init__(self, report: Report, documents: Sequence[Document]) -> None:
        self.report = report
        self.documents = documents
        self.redactor = Redactor(documents, report.checks)
        self.numbers: dict[tuple[str, int], int] = {}
        for number, document in enumerate(documents):
            for page in document.pages:
                self.numbers.setdefault((document.file, page.index), number)
        self.raised = sorted(
            (check for check in report.checks if check.status == "flag"), key=lambda check: ORDER[check.severity]
        )
        self.open = [check for check in report.checks if check.status == "cannot_tell"]
        self.anchors = {id(check): f"c{number}" for number, check in enumerate(report.checks)}
        self.pictures = self._pictures()

    def html(self) -> str:
        style = (TEMPLATES / "report.css").read_text("utf-8")
        report, words = self.report, VERDICTS[self.report.summary.verdict]
        unanswered = [self._check(check) for check in self.open]
        return _template().render(
            report=report,
            style=Markup(style),
            style_hash=base64.b64encode(hashlib.sha256(style.encode()).digest()).decode(),
            verdict=words[0],
            advice=words[1],
            title=_programme_title(report.programme),
            unit=self._plain(report.unit or "申报单位未填写"),
            leader=self._plain(report.leader or ""),
            application=self._plain(report.application_id),
            made=_moment(report.generated_at),
            severities=SEVERITIES,
            flags=[self._check(check) for check in self.raised],
            pictured=[check for check in unanswered if check.pictured],
            unanswered=[check for check in unanswered if not check.pictured],
            reasons=[words for reason, words in REASONS.items() if any(check.reason == reason for check in self.open)],
            passed=self._by_subject("pass"),
            skipped=self._by_subject("not_applicable"),
            counts={status: sum(check.status == status for check in report.checks) for status in ("pass", "not_applicable")},
            materials=self._materials(),
            documents=self._documents(),
        )

    def _plain(self, text: str) -> str:
        return self.redactor.text(text)

    def _pictures(self) -> Pictures:
        spots = [spot for check in (*self.raised, *self.open) for spot in _spots(check)]
        marked = {(spot.file, spot.page) for spot in spots}
        for document in self.documents:
            marked |= {(document.file, field.page) for field in document.fields.values()}
            marked |= {(document.file, seal.page) for seal in document.seals}
        return draw_pictures(self.documents, spots, marked=marked)

    def _check(self, check: Check) -> CheckView:
        words = rule_of(check.rule)
        expected, found = self._values(check)
        return CheckView(
            anchor=self.anchors[id(check)],
            status=check.status,
            severity=check.severity,
            title=words.title,
            subject=self._plain(subject_words(check.subject)),
            message=self._plain(check.message),
            clause=check.clause,
            expected=Shown(words.expected, expected) if expected else None,
            found=Shown(words.found, found) if found else None,
            reason=REASONS.get(check.reason) if check.reason else None,
            places=list(self._places(check)),
            how=list(self._how(check)),
        )

    def _how(self, check: Check) -> Iterator[tuple[str, str]]:
        rule, compared, sensitive = rule_of(check.rule), check.compared, is_sensitive(check.rule)
        if rule.reviewer:
            yield "核对方法", rule.reviewer
        if compared and (compared.expected, compared.found) != (check.expected, check.found):
            normal = (self.redactor.value(value_words(text), sensitive=sensitive) for text in (compared.expected, compared.found))
            yield "规范后比较", " ／ ".join(normal)
        if compared and compared.reason:
            yield "比较结果", self._plain(compared.reason)
        if check.status == "flag" and rule.applicant:
            yield "可告知申报单位", rule.applicant

    def _values(self, check: Check) -> tuple[list[Piece], list[Piece]]:
        """The two values in pieces; an empty list when there is none to show."""
        sensitive = is_sensitive(check.rule)
        if check.expected and check.found and rule_of(check.rule).alike:
            return self.redactor.pair(value_words(check.expected), value_words(check.found), sensitive=sensitive)
        return self._alone(check.expected, sensitive), self._alone(check.found, sensitive)

    def _alone(self, value: str | None, sensitive: bool) -> list[Piece]:
        return [Piece(self.redactor.value(value_words(value), sensitive=sensitive), False)] if value else []

    def _places(self, check: Check) -> Iterator[Place]:
        """The check's evidence; a flag without any (no seal, no signature) leads to the papers that it is about."""
        if not check.evidence:
            yield from islice(self._papers_spoken_of(check), CROPS_PER_CHECK)
        sensitive = is_sensitive(check.rule)
        for evidence in check.evidence:
            picture = self.pictures.spots.get(_spot(evidence)) if check.status in ("flag", "cannot_tell") else None
            yield Place(
                where=self._where(evidence),
                href=self._href(evidence.file, evidence.page),
                text=self.redactor.value(evidence.text, sensitive=sensitive),
                picture=picture.uri if picture else None,
                width=picture.width if picture else 0,
                height=picture.height if picture else 0,
            )

    def _papers_spoken_of(self, check: Check) -> Iterator[Place]:
        """Papers of the slot that the check is about, of the person whom its message names."""
        for number, document in enumerate(self.documents):
            named = SUBJECTS["leader"] if document.person == self.report.leader else document.person
            if document.slot == check.subject and document.pages and (named or "") in check.message:
                yield Place(self._paper(document), f"#d{number}", "", None, 0, 0)

    def _where(self, evidence: Evidence) -> str:
        number = self.numbers.get((evidence.file, evidence.page))
        if number is None:
            return self._plain(evidence.file)
        return f"{self._paper(self.documents[number])}第{evidence.page + 1}页"

    def _paper(self, document: Document) -> str:
        name = MATERIALS.get(document.slot) or MATERIALS[document.type]
        return f"{name}（{self._plain(document.person)}）" if document.person else name

    def _href(self, file: str, page: int) -> str:
        number = self.numbers.get((file, page))
        return "" if number is None else f"#d{number}p{page}"

    def _by_subject(self, status: str) -> dict[str, list[CheckView]]:
        groups: dict[str, list[CheckView]] = {}
        for check in self.report.checks:
            if check.status == status:
                groups.setdefault(self._plain(subject_words(check.subject)), []).append(self._check(check))
        return groups

    def _materials(self) -> list[MaterialState]:
        slots = [*(slot for slot in MATERIALS if slot != "unknown")]
        return [self._material(slot) for slot in slots]

    def _material(self, slot: str) -> MaterialState:
        numbers = [number for number, document in enumerate(self.documents) if document.slot == slot]
        files = {self.documents[number].file for number in numbers}
        flags = [check for check in self.raised if _concerns(check, slot, files)]
        state, words = "ok", f"{sum(len(self.documents[n].pages) for n in numbers)} 页，未发现问题"
        if not numbers:
            state, words = (flags[0].severity if flags else "none"), "未提交"
        elif flags:
            state, words = flags[0].severity, f"{len(flags)} 处{SEVERITIES[flags[0].severity]}"
            words = words if len({check.severity for check in flags}) == 1 else f"{len(flags)} 处问题"
        elif any(_concerns(check, slot, files) for check in self.open):
            state, words = "look", "有看不清之处"
        href = f"#{self.anchors[id(flags[0])]}" if flags else f"#d{numbers[0]}" if numbers else ""
        return MaterialState(MATERIALS[slot], state, words, href)

    def _documents(self) -> list[DocumentView]:
        marks: dict[tuple[str, int], list[Mark]] = {}
        for check in (*self.open, *reversed(self.raised)):
            for evidence in check.evidence:
                title, kind = self._plain(check.message), "look" if check.status == "cannot_tell" else check.severity
                mark = Mark(kind, title, f"#{self.anchors[id(check)]}", _spot(evidence).box)
                marks.setdefault((evidence.file, evidence.page), []).append(mark)
        return document_views(self.documents, self.redactor, self.pictures, marks)


def _concerns(check: Check, slot: str, files: set[str]) -> bool:
    return check.subject == slot or any(evidence.file in files for evidence in check.evidence)


def _spots(check: Check) -> Iterable[Spot]:
    return (_spot(evidence) for evidence in check.evidence[:CROPS_PER_CHECK])


def _spot(evidence: Evidence) -> Spot:
    return Spot(evidence.file, evidence.page, Box(*evidence.box))


def _moment(generated_at: str) -> str:
    moment = datetime.fromisoformat(generated_at)
    return f"{moment.year}年{moment.month}月{moment.day}日 {moment:%H:%M}"


def _programme_title(name: str) -> str:
    return load_programme(name).title if name in known_programmes() else name


@cache
def _template() -> Template:
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    return environment.get_template("report.html.j2")
