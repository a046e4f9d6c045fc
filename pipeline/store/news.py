"""What clients are told, as the ``data`` of a message: ids and states, no personal data; the API has the rest."""

from __future__ import annotations

from typing import ClassVar, Literal

from models.records import Record

Event = Literal["document.read", "document.failed", "report.ready", "materials.to_hand_in_again"]


class Told(Record):
    event: ClassVar[Event]
    application_id: str


class DocumentRead(Told):
    """A document is read. ``problems``: codes of what is wrong with the file or its pages."""

    event: ClassVar[Event] = "document.read"
    document: str
    slot: str
    type: str
    pages: int
    problems: tuple[str, ...]


class DocumentFailed(Told):
    """A document was put aside after its last try; the application is judged without it."""

    event: ClassVar[Event] = "document.failed"
    document: str
    slot: str
    reason: str


class ReportReady(Told):
    """The application was judged, as it was at this revision."""

    event: ClassVar[Event] = "report.ready"
    revision: int
    verdict: str


class ToHandIn(Record):
    document: str
    slot: str
    problems: tuple[str, ...]


class MaterialsToHandInAgain(Told):
    """Documents of a judged application that could not be used as they are. ``problems``: codes."""

    event: ClassVar[Event] = "materials.to_hand_in_again"
    materials: tuple[ToHandIn, ...]


KINDS: tuple[type[Told], ...] = (DocumentRead, DocumentFailed, ReportReady, MaterialsToHandInAgain)
