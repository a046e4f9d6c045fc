"""The index over all applications: papers by hash, picture and text, and key numbers, so that one used elsewhere is found.

It holds digests, not what papers say. An application is known by its number and its client ("" where there are none): two clients
may give the same number. Look-ups go through indexed columns only, so their time hardly grows with the number of pages: a picture
that differs in up to six of 64 bits shares one of its four 16-bit quarters but for one bit; a text that is nearly the same shares
one of four runs of six values of its signature.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

import numpy as np
from sqlalchemy import (
    BigInteger,
    Column,
    ColumnElement,
    Connection,
    Engine,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Select,
    String,
    Table,
    and_,
    delete,
    insert,
    select,
)

from models.fingerprints import NEAR, TextSignature, alike, bits_apart, text_signature
from models.records import Record
from pipeline.documents import Document, Page
from pipeline.form import Form
from pipeline.programme import Slot

SAME_TEXT = 0.92
"""Similarity from which two texts count as one: 0.95 (domain 13.2), less what signatures cannot tell."""
WORDY = 40
"""Characters from which a page's text says which page it is."""
QUARTERS = 4
RUNS, RUN = 4, 6

UNIQUE: frozenset[Slot] = frozenset({"skill_certificate", "award_certificate", "patent_certificate", "site_photos"})
"""Papers no two of which look or read the same; contracts, letters and rules are written after templates."""

metadata = MetaData()

pages = Table(
    "pages",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("application", String(200), nullable=False, index=True),
    Column("client", String(32), nullable=False),
    Column("programme", String(100), nullable=False),
    Column("unit", String(32)),
    Column("slot", String(40), nullable=False),
    Column("sha256", String(64), index=True),
    Column("picture", BigInteger),
    *(Column(f"q{number}", Integer) for number in range(QUARTERS)),
    Column("text", LargeBinary),
    *(Column(f"t{number}", Integer, index=True) for number in range(RUNS)),
    *(Index(f"pages_by_q{number}", f"q{number}", "picture", "id") for number in range(QUARTERS)),
)

numbers = Table(
    "numbers",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("application", String(200), nullable=False, index=True),
    Column("client", String(32), nullable=False),
    Column("programme", String(100), nullable=False),
    Column("unit", String(32)),
    Column("kind", String(30), nullable=False),
    Column("number", String(32), nullable=False),
    Column("holder", String(32)),
    Index("numbers_by_number", "number", "kind"),
)


class Repeat(Record):
    """Something of this application that another one has too. ``kind``: file · picture · text, or of what a number is the number
    (leader_id, member_id, certificate_number, patent_number, account_number, uscc). ``file`` and ``page`` where it stands here;
    ``value``: the number as printed or stated here."""

    kind: str
    application: str
    same_unit: bool
    same_holder: bool = True
    slot: str = ""
    file: str = ""
    page: int = 0
    value: str = ""


class KeyNumber(NamedTuple):
    """A number that belongs to one holder only."""

    kind: str
    value: str
    holder: str
    file: str = ""
    page: int = 0


class PaperIndex:
    """In one database of all applications: SQLite by default, any that SQLAlchemy knows."""

    def __init__(self, engine: Engine) -> None:
        metadata.create_all(engine, [pages, numbers])
        self._engine = engine
        self._writer = engine.execution_options(writes=True)

    def repeats(self, form: Form, documents: Sequence[Document], *, client: str = "") -> list[Repeat]:
        """What other applications have in common with this one; each application and kind once for a page or number."""
        found = dict.fromkeys((*self._papers(form, documents, client), *self._numbers(form, documents, client)))
        return list(found)

    def record(self, form: Form, documents: Sequence[Document], *, client: str = "") -> None:
        """Puts the application in, in the place of what it had before."""
        with self._writer.begin() as connection:
            forget(connection, form.application_id, client)
            if rows := [page_row(form, document, page, client) for document in documents for page in document.pages]:
                connection.execute(insert(pages), rows)
            if rows := [number_row(form, number, client) for number in key_numbers(form, documents)]:
                connection.execute(insert(numbers), rows)

    def record_rows(self, rows: Sequence[dict[str, Any]]) -> None:
        """Pages as ``page_row`` makes them, in bulk."""
        with self._writer.begin() as connection:
            connection.execute(insert(pages), rows)

    def pages_like(self, row: dict[str, Any]) -> list[tuple[str, Any]]:
        """Pages of other applications that are like the one of ``row``, with how they are."""
        with self._engine.connect() as connection:
            found = {one.id for query in near_pictures(row) for one in connection.execute(query) if is_near(row, one.picture)}
            found |= {one.id for query in same_keys(row) for one in connection.execute(query)}
            if not found:
                return []
            own = is_of(pages, row["application"], row["client"])
            others = connection.execute(select(pages).where(pages.c.id.in_(found), ~own))
            return [(kind, other) for other in others if (kind := how_alike(row, other))]

    def forget(self, application: str, *, client: str = "") -> None:
        with self._writer.begin() as connection:
            forget(connection, application, client)

    def _papers(self, form: Form, documents: Sequence[Document], client: str) -> Iterator[Repeat]:
        unit = unit_digest(form)
        for document in documents:
            for page in document.pages:
                for kind, other in self.pages_like(page_row(form, document, page, client)):
                    yield Repeat(
                        kind=kind,
                        application=other.application,
                        same_unit=other.unit == unit,
                        slot=document.slot,
                        file=document.file,
                        page=page.index,
                    )

    def _numbers(self, form: Form, documents: Sequence[Document], client: str) -> Iterator[Repeat]:
        unit = unit_digest(form)
        with self._engine.connect() as connection:
            for number in key_numbers(form, documents):
                for other in connection.execute(same_number(form, number, client)):
                    yield Repeat(
                        kind=number.kind,
                        application=other.application,
                        same_unit=other.unit == unit,
                        same_holder=other.holder == digest(number.holder),
                        file=number.file,
                        page=number.page,
                        value=number.value,
                    )


def is_of(table: Table, application: str, client: str) -> ColumnElement[bool]:
    """Rows of the client's application of this number."""
    return and_(table.c.application == application, table.c.client == client)


def forget(connection: Connection, application: str, client: str) -> None:
    """Takes the application out of the index."""
    for table in (pages, numbers):
        connection.execute(delete(table).where(is_of(table, application, client)))


def page_row(form: Form, document: Document, page: Page, client: str) -> dict[str, Any]:
    """One page as the table holds it. Only papers that are unique by nature are found by picture and text."""
    picture = text = None
    if document.slot in UNIQUE and "blank" not in page.quality.defects:
        picture = int(page.fingerprint, 16) if page.fingerprint else None
        words = "".join(line.text for line in page.lines)
        text = text_signature(words) if len(words) >= WORDY else None
    return {
        "application": form.application_id,
        "client": client,
        "programme": form.programme,
        "unit": unit_digest(form),
        "slot": document.slot,
        "sha256": document.sha256 or None,
        **looks_of(picture, text),
    }


def looks_of(picture: int | None, text: TextSignature | None) -> dict[str, Any]:
    """The columns by which a page's picture and text are found."""
    quartered = quarters(picture) if picture is not None else [None] * QUARTERS
    run = runs(text) if text is not None else [None] * RUNS
    return {
        "picture": None if picture is None else signed(picture),
        **{f"q{number}": quarter for number, quarter in enumerate(quartered)},
        "text": None if text is None else text.tobytes(),
        **{f"t{number}": value for number, value in enumerate(run)},
    }


def near_pictures(row: dict[str, Any]) -> Iterator[Select[Any]]:
    """Pages with a quarter of the picture but for one bit. Asks for no more than the quarters' indexes hold."""
    if row["picture"] is not None:
        for number in range(QUARTERS):
            yield select(pages.c.id, pages.c.picture).where(pages.c[f"q{number}"].in_(near_quarters(row[f"q{number}"])))


def is_near(row: dict[str, Any], picture: int) -> bool:
    return bits_apart(unsigned(row["picture"]), unsigned(picture)) <= NEAR


def same_keys(row: dict[str, Any]) -> Iterator[Select[Any]]:
    """Pages of the same bytes, or with a run of the text's values."""
    for name in ("sha256", *(f"t{number}" for number in range(RUNS))):
        if row[name] is not None:
            yield select(pages.c.id).where(pages.c[name] == row[name])


def how_alike(row: dict[str, Any], other: Any) -> str | None:
    """file · text · picture. Pages of print look much alike from afar, so where both have a text, the text decides."""
    if row["sha256"] and row["sha256"] == other.sha256:
        return "file"
    if row["text"] is not None and other.text is not None:
        ours, theirs = (np.frombuffer(one, dtype=np.uint32) for one in (row["text"], other.text))
        return "text" if alike(ours, theirs) >= SAME_TEXT else None
    if row["text"] is None and other.text is None and None not in (row["picture"], other.picture):
        return "picture" if is_near(row, other.picture) else None
    return None


def quarters(picture: int) -> list[int]:
    return [picture >> (16 * number) & 0xFFFF for number in range(QUARTERS)]


def near_quarters(quarter: int) -> list[int]:
    """The quarter, and those one bit away: of four quarters that differ in six bits together, one differs in at most one."""
    return [quarter, *(quarter ^ (1 << bit) for bit in range(16))]


def runs(signature: TextSignature) -> list[int]:
    """Each run of values as one number of 31 bits."""
    return [
        int.from_bytes(hashlib.sha256(signature[RUN * n : RUN * n + RUN].tobytes()).digest()[:4], "big") >> 1 for n in range(RUNS)
    ]


def signed(value: int) -> int:
    """64 bits as databases hold them."""
    return value - (1 << 64) if value >> 63 else value


def unsigned(value: int) -> int:
    return value & ((1 << 64) - 1)


def number_row(form: Form, number: KeyNumber, client: str) -> dict[str, Any]:
    return {
        "application": form.application_id,
        "client": client,
        "programme": form.programme,
        "unit": unit_digest(form),
        "kind": number.kind,
        "number": digest(number.value),
        "holder": digest(number.holder),
    }


def same_number(form: Form, number: KeyNumber, client: str) -> Select[Any]:
    """Other applications with the number. Who applies, leads or works may do so under two programmes."""
    same = [numbers.c.number == digest(number.value), numbers.c.kind.in_(kinds_of(number.kind))]
    if number.kind in (*PEOPLE, "uscc"):
        same.append(numbers.c.programme == form.programme)
    return select(numbers).where(*same, ~is_of(numbers, form.application_id, client))


PEOPLE = ("leader_id", "member_id")


def kinds_of(kind: str) -> tuple[str, ...]:
    """Kinds that are numbers of the same thing: a member here may be the leader there."""
    return PEOPLE if kind in PEOPLE else (kind,)


def unit_digest(form: Form) -> str:
    return digest(form.unit.uscc or form.unit.name or "")


def digest(value: str) -> str:
    """32 characters; empty for nothing. Numbers and names are held without spaces and in upper case."""
    plain = "".join(value.split()).upper()
    return hashlib.sha256(plain.encode()).hexdigest()[:32] if plain else ""


def key_numbers(form: Form, documents: Iterable[Document]) -> Iterator[KeyNumber]:
    """The form's numbers, and those of certificates and patents that were surely read."""
    unit, leader = form.unit.name or "", form.leader
    stated = [
        ("uscc", form.unit.uscc, unit),
        ("account_number", form.bank.account_number, unit),
        ("leader_id", leader.id_number, leader.name),
    ]
    stated += [("member_id", member.id_number, member.name) for member in form.members]
    for kind, value, holder in stated:
        if value:
            yield KeyNumber(kind, value, holder or "")
    for document in documents:
        for kind, number, holder in PRINTED.get(document.type, ()):
            field, owner = document.fields.get(number), document.fields.get(holder)
            if field and owner and min(field.confidence, owner.confidence) >= SURE and isinstance(field.value, str):
                name = owner.value if isinstance(owner.value, str) else ""
                if name:
                    yield KeyNumber(kind, field.value, name, document.file, field.page)


SURE = 0.9
"""Confidence from which a printed number and its holder may be held against another paper's."""
PRINTED = {
    "skill_certificate": (("certificate_number", "certificate_number", "holder_name"),),
    "patent_certificate": (("patent_number", "patent_number", "patentee"),),
    "award_certificate": (("award_number", "certificate_number", "recipient_name"),),
}
"""For each type of paper: kind of number, and the fields of number and holder."""
