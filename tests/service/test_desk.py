"""What comes of work on one claimed thing."""

from __future__ import annotations

from pipeline.documents import Document, Problem
from pipeline.service.desk import asked_again
from pipeline.store.applications import Paper
from pipeline.store.news import ToHandIn

NAME = "欧阳试读"


def paper(upload: str, file: str, slot: str = "labor_contract") -> Paper:
    return Paper(upload=upload, slot=slot, person=NAME, file=file, sha256="a" * 64, document=None, reason=None)


def document(file: str, *codes: str, slot: str = "labor_contract") -> Document:
    problems = tuple(Problem(code=code, message=f"{NAME}: {code}") for code in codes)
    return Document(file=file, sha256="a" * 64, slot=slot, person=NAME, problems=problems)


def test_what_is_to_be_handed_in_again_is_told_by_the_papers_id_and_codes_alone() -> None:
    papers = [paper("u1", "a.pdf"), paper("u2", "b.pdf"), paper("u3", "a.pdf", "award_certificate")]
    documents = [
        document("a.pdf", "encrypted_pdf"),
        document("b.pdf"),
        document("a.pdf", "page_limit", slot="award_certificate"),
        document("a.pdf", "damaged", "page_limit", slot="award_certificate"),  # another paper in the same file
    ]
    assert list(asked_again(papers, documents)) == [
        ToHandIn(document="u1", slot="labor_contract", problems=("encrypted_pdf",)),
        ToHandIn(document="u3", slot="award_certificate", problems=("damaged", "page_limit")),
    ]
