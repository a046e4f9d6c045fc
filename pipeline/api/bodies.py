"""Bodies of requests in, a form's text or an uploaded file out; counted and timed while they come, so that what is too
much, too slow or endless is refused before anything is made of it. Nothing is read before the key is known."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import asynccontextmanager
from typing import BinaryIO, Literal, NamedTuple

from fastapi import Request
from pydantic import BaseModel, Field, ValidationError
from starlette.datastructures import FormData, UploadFile
from starlette.formparsers import MultiPartException, MultiPartParser

from pipeline.api.problems import ApiProblem, unusable
from pipeline.problems import FormPlace
from pipeline.uploads import SLOTS

ENVELOPE = 100_000
"""Bytes that a multipart body may have beside its file."""
FIELDS = 20
FIELD_BYTES = 10_000
WHOLE = 20
"""All pieces of a body may take as often the seconds of one."""
PERSON_LENGTH = 100


class Allowance(NamedTuple):
    """Bytes that are taken of what is sent, and seconds that the next piece of it may take."""

    limit: int
    seconds: float


class Said(BaseModel):
    """What comes with an uploaded file."""

    slot: str = Field(json_schema_extra={"enum": list(SLOTS)}, description="The slot of the form that the file is for.")
    person: str = Field("", max_length=PERSON_LENGTH, description="The name of whom the paper is about, if the portal knows.")
    bulk: Literal["true", "false"] = Field("false", description="One of many that nobody waits for: read after single uploads.")


class Sent(NamedTuple):
    file: BinaryIO
    name: str | None
    said: Said


async def sent_text(request: Request, allowance: Allowance) -> bytes:
    """A JSON body, not yet decoded."""
    expect(request, "application/json")
    return b"".join([piece async for piece in pieces(request, allowance)])


@asynccontextmanager
async def sent_file(request: Request, allowance: Allowance) -> AsyncIterator[Sent]:
    """The one file of a multipart body, on disk when it is large, gone afterwards."""
    expect(request, "multipart/form-data")
    body = pieces(request, allowance, beside=ENVELOPE)
    parser = MultiPartParser(request.headers, body, max_files=1, max_fields=FIELDS, max_part_size=FIELD_BYTES)
    try:
        form = await parser.parse()
    except MultiPartException as error:  # its messages are fixed
        raise ApiProblem(422, "multipart_unusable", f"{error.message.rstrip('.')}; send one file and its fields") from None
    try:
        yield understood(form)
    finally:
        await form.close()


def understood(form: FormData) -> Sent:
    file = form.get("file")
    if not isinstance(file, UploadFile) or any(len(form.getlist(name)) > 1 for name in ("file", *Said.model_fields)):
        place = FormPlace("body.file", "is missing, or a part came twice", "one file, and each field once")
        raise ApiProblem(422, "request_unusable", "see errors, and the OpenAPI document", errors=[place])
    try:
        said = Said.model_validate(dict(form))
    except ValidationError as error:
        raise unusable(error, within="body") from None
    if said.slot not in SLOTS:
        place = FormPlace("body.slot", "is unknown", f"one of {', '.join(SLOTS)}")
        raise ApiProblem(422, "unknown_slot", "see errors", errors=[place])
    return Sent(file.file, file.filename, said)


async def pieces(request: Request, allowance: Allowance, *, beside: int = 0) -> AsyncGenerator[bytes, None]:
    """The body as it comes. ``beside``: bytes that are taken beyond the limit. Raises ``ApiProblem`` 413 when it is too much, 408
    when it does not come."""
    limit = allowance.limit + beside
    if stated_length(request) > limit:
        raise too_large(allowance.limit)
    end = time.monotonic() + WHOLE * allowance.seconds
    stream = request.stream()
    came = 0
    while True:
        try:
            async with asyncio.timeout(min(allowance.seconds, end - time.monotonic())):
                piece = await anext(stream, None)
        except TimeoutError:
            raise ApiProblem(408, "too_slow", "the body did not come in time; nothing was accepted, try again") from None
        if piece is None:
            return
        came += len(piece)
        if came > limit:
            raise too_large(allowance.limit)
        yield piece


def stated_length(request: Request) -> int:
    """What the client says that it sends; 0 when it does not say."""
    length = request.headers.get("content-length", "")
    return int(length[:20]) if length.isascii() and length.isdigit() else 0


def expect(request: Request, media_type: str) -> None:
    if request.headers.get("content-type", "").partition(";")[0].strip().lower() != media_type:
        raise ApiProblem(415, "wrong_content_type", f"the body is expected as Content-Type {media_type}")


def too_large(limit: int) -> ApiProblem:
    return ApiProblem(413, "too_large", f"at most {limit} bytes are accepted; split it, or scan with no more than 300 dpi")
