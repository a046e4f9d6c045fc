"""The document: what a stage takes and what it returns, and the JSON of it that is promised to others."""

from __future__ import annotations

from typing import Any, Literal

from extractors.records import DocumentType, Field
from models.records import Box, Code, Line, Record, Seal, SeamSeal, Signature

Defect = Literal["blurry", "dark", "faint", "noisy", "glare", "low_resolution", "cut_off", "blank"]


ADVICE: dict[Defect, str] = {
    "blurry": "模糊，请重新扫描，拍照时请对准焦距、拿稳手机",
    "dark": "过暗，请在光线充足处重新扫描",
    "faint": "字迹过浅，请调深后重新扫描",
    "noisy": "杂点过多，请清洁扫描仪玻璃后重新扫描",
    "glare": "反光，请避开光源、取出塑料封套后重新拍摄",
    "low_resolution": "分辨率过低，请以 300 dpi 重新扫描",
    "cut_off": "画面不完整，请将整页放入画面后重新扫描",
    "blank": "是空白页，请确认是否漏扫",
}
"""What the applicant is told of a page with the defect, after 第n页."""


class Quality(Record):
    """``sharpness`` 0 … 1; ``dpi`` estimated from the page's size on the assumption of A4 when the file does not say."""

    sharpness: float
    dpi: int
    defects: tuple[Defect, ...] = ()


class Page(Record):
    """One upright page. ``rotation``: degrees clockwise that the upload was turned by to stand upright.
    ``image`` is the upright picture's file on disk; ``words`` the PDF's own lines (empty for pictures);
    ``lines`` what was read, in reading order; ``fingerprint`` 64 bits of its picture in hex, to find it again. These four stay
    inside Heyan. ``region``: the part of the page that a paper fills which shares it with others; None when the page is all the
    paper's."""

    index: int
    width: int
    height: int
    source: Literal["ocr", "text_layer"] = "ocr"
    rotation: int = 0
    colour: bool = True
    region: Box | None = None
    quality: Quality
    image: str = ""
    words: tuple[Line, ...] = ()
    lines: tuple[Line, ...] = ()
    fingerprint: str = ""


class Problem(Record):
    """Something a person must put right: ``code`` for machines, ``message`` in Chinese for the applicant, saying what to do."""

    code: str
    message: str
    page: int | None = None


class Standpoint(Record):
    """A place on earth, in degrees north and east."""

    latitude: float
    longitude: float


class Origin(Record):
    """What a file says of its making: the program it was made with, and where a camera stood. Anybody can write or remove it."""

    software: str | None = None
    place: Standpoint | None = None


class SignaturePlace(Record):
    """A place where the paper asks for a signature beside the label ``near``, and what it looks like: ``empty`` only when it is
    surely empty. Stays inside Heyan; those that are signed are the document's signatures."""

    page: int
    box: Box
    near: str
    state: Literal["signed", "empty", "unclear"]


class Document(Record):
    """One upload, from what it is called to what it says."""

    file: str
    sha256: str = ""
    slot: str = ""
    person: str | None = None
    type: DocumentType = "unknown"
    type_confidence: float = 0.0
    pages: tuple[Page, ...] = ()
    fields: dict[str, Field] = {}
    seals: tuple[Seal, ...] = ()
    seam_seals: tuple[SeamSeal, ...] = ()
    signatures: tuple[Signature, ...] = ()
    codes: tuple[Code, ...] = ()
    signature_places: tuple[SignaturePlace, ...] = ()
    unread_stamps: tuple[int, ...] = ()
    problems: tuple[Problem, ...] = ()
    origin: Origin | None = None
    """Stays inside Heyan."""
    parts: tuple[Document, ...] = ()
    """The other papers of a file that holds several; in a report each stands for itself."""

    @property
    def first_page(self) -> int:
        """The index of its first page within the file; 0 when it has none."""
        return self.pages[0].index if self.pages else 0

    @property
    def beginning(self) -> tuple[int, float, float]:
        """Where in the file it begins: the first page, and how far down and to the right on a page that holds several papers.
        Sorts papers as one reads them."""
        region = self.pages[0].region if self.pages else None
        return (self.first_page, region.y0, region.x0) if region else (self.first_page, 0.0, 0.0)

    @property
    def lines(self) -> list[Line]:
        """All lines in reading order, pages one after the other."""
        return [line for page in self.pages for line in page.lines]

    @property
    def text(self) -> str:
        return "\n".join(line.text for line in self.lines)

    @property
    def page_defects(self) -> tuple[Problem, ...]:
        """What is wrong with single pages, one for each page and defect. No part of ``problems``: a page that could be read in
        spite of its defect keeps no rule from being decided."""
        return tuple(
            Problem(code=defect, message=f"第{page.index + 1}页{ADVICE[defect]}", page=page.index)
            for page in self.pages
            for defect in page.quality.defects
        )

    def public(self) -> dict[str, Any]:
        """The contract's JSON: without pictures' places on disk, the lines and the places to sign; with the pages' defects
        among the problems; ``parts`` only of a file that holds several papers, ``region`` only of pages that do."""
        hidden = ("signature_places", "unread_stamps", "origin", "parts")
        stays = {"image", "words", "lines", "fingerprint"}
        pages = {at: stays if page.region else {*stays, "region"} for at, page in enumerate(self.pages)}
        inside: dict[str, Any] = {"pages": pages, **dict.fromkeys(hidden, True)}
        told = (*self.problems, *(defect for defect in self.page_defects if defect not in self.problems))
        own: dict[str, Any] = self.model_copy(update={"problems": told}).model_dump(mode="json", exclude=inside)
        return {**own, "parts": [part.public() for part in self.parts]} if self.parts else own
