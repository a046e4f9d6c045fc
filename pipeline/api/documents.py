"""Documents of an application over HTTP: files in, state, readings and page pictures out."""

import gzip
import hashlib
from pathlib import PurePosixPath, PureWindowsPath
from typing import Annotated, Any, BinaryIO

from fastapi import APIRouter, Depends, Path, Request, Response
from fastapi.concurrency import run_in_threadpool

from pipeline.api.access import Access
from pipeline.api.applications import ApplicationId, no_application
from pipeline.api.bodies import Allowance, Sent, sent_file, too_large
from pipeline.api.problems import ApiProblem, documented
from pipeline.api.schemas import UPLOAD
from pipeline.documents import Document
from pipeline.settings import Settings
from pipeline.store.clients import Client
from pipeline.store.files import incoming, settle
from pipeline.store.store import Store
from pipeline.store.uploads import Arrival, UploadStatus

CHUNK = 1 << 20
NAME_LENGTH = 120

DocumentId = Annotated[str, Path(pattern="^[0-9a-f]{32}$")]
KNOWN_ALREADY: dict[int | str, dict[str, Any]] = {200: {"model": UploadStatus, "description": "It was handed over before"}}


def document_routes(store: Store, settings: Settings, access: Access) -> APIRouter:
    routes = APIRouter(tags=["documents"], responses=documented(401, 403, 422, 429, 503))
    taking = {**KNOWN_ALREADY, **documented(408, 409, 413, 415, 507)}
    applicant = Annotated[Client, Depends(access.needing("apply"))]
    reader = Annotated[Client, Depends(access.needing("apply", "review"))]
    allowance = Allowance(settings.limits.file_bytes, settings.service.patience)

    def accept(client: Client, application_id: str, sent: Sent, instead_of: str | None) -> tuple[UploadStatus, bool]:
        sha256, size = take_in(store, sent.file, allowance.limit)
        arrival = Arrival(
            slot=sent.said.slot,
            person=stated(sent.said.person),
            file=plain_name(sent.name),
            sha256=sha256,
            size=size,
            bulk=sent.said.bulk == "true",
        )
        return store.uploads.accept(client.id, application_id, arrival, instead_of=instead_of)

    @routes.post("/applications/{application_id}/documents", status_code=202, openapi_extra=UPLOAD, responses=taking)
    async def upload(application_id: ApplicationId, client: applicant, request: Request, response: Response) -> UploadStatus:
        """Hand over one scan. 202: it is on disk and will be read. The same file for the same slot and person again is the same
        document: 200, and nothing starts twice."""
        async with sent_file(request, allowance) as sent:
            status, new = await run_in_threadpool(accept, client, application_id, sent, None)
        response.status_code = 202 if new else 200
        return status

    @routes.put(
        "/applications/{application_id}/documents/{document}",
        status_code=202,
        openapi_extra=UPLOAD,
        responses={**taking, **documented(404)},
    )
    async def replace(
        application_id: ApplicationId, document: DocumentId, client: applicant, request: Request, response: Response
    ) -> UploadStatus:
        """Another scan in the place of an earlier one, which is withdrawn in the same moment. The new one has an id of its
        own."""
        if await run_in_threadpool(store.uploads.status, client.id, application_id, document) is None:
            raise no_document()
        async with sent_file(request, allowance) as sent:
            status, new = await run_in_threadpool(accept, client, application_id, sent, document)
        response.status_code = 202 if new else 200
        return status

    @routes.get("/applications/{application_id}/documents", responses=documented(404))
    def documents(application_id: ApplicationId, client: reader) -> list[UploadStatus]:
        """All documents of the application, in the order they came."""
        owner = access.whose(client, application_id)
        if store.applications.status(owner, application_id) is None:
            raise no_application()
        return store.uploads.of(owner, application_id)

    @routes.get("/applications/{application_id}/documents/{document}", responses=documented(404))
    def get_document(application_id: ApplicationId, document: DocumentId, client: reader) -> UploadStatus:
        """The state of one document: received, reading, read, or failed with a reason."""
        status = store.uploads.status(access.whose(client, application_id), application_id, document)
        if status is None:
            raise no_document()
        return status

    @routes.delete("/applications/{application_id}/documents/{document}", status_code=204, responses=documented(404))
    def withdraw(application_id: ApplicationId, document: DocumentId, client: applicant) -> None:
        """Withdraw it: it is read no more, and the next report is without it."""
        if not store.uploads.withdraw(client.id, application_id, document):
            raise no_document()

    def reading_of(client: Client, application_id: str, document: str) -> Document:
        owner = access.whose(client, application_id)
        if store.uploads.status(owner, application_id, document) is None:
            raise no_document()
        name = store.uploads.document(owner, application_id, document)
        if name is None:
            raise ApiProblem(409, "not_read", "it is not read yet; ask for its state until it is", retry_after=2)
        return Document.model_validate_json(gzip.decompress(store.files.get(name)))

    @routes.get("/applications/{application_id}/documents/{document}/reading", responses=documented(404, 409))
    def reading(application_id: ApplicationId, document: DocumentId, client: reader) -> dict[str, Any]:
        """What was read: type, fields, seals, signatures, problems, as ``heyan extract`` prints it."""
        return reading_of(client, application_id, document).public()

    @routes.get(
        "/applications/{application_id}/documents/{document}/pages/{page}",
        response_class=Response,
        responses={200: {"content": {"image/jpeg": {}}}, **documented(404, 409)},
    )
    def page_picture(
        application_id: ApplicationId, document: DocumentId, page: Annotated[int, Path(ge=0, le=100_000)], client: reader
    ) -> Response:
        """The upright picture of one page, counted from 0; boxes of readings are fractions of it."""
        read = reading_of(client, application_id, document)
        for part in (read, *read.parts):
            for one in part.pages:
                if one.index == page and one.image:
                    return Response(store.files.get(one.image), media_type="image/jpeg", headers={"Cache-Control": "private"})
        raise ApiProblem(404, "no_such_page", "the document has no such page")

    return routes


def take_in(store: Store, source: BinaryIO, limit: int) -> tuple[str, int]:
    """The file into the store, on disk when this returns; its SHA-256 and size. Raises ``ApiProblem`` for none or too much."""
    digest, size = hashlib.sha256(), 0
    with incoming(store.folder) as (file, path):
        while piece := source.read(CHUNK):
            size += len(piece)
            if size > limit:
                raise too_large(limit)
            digest.update(piece)
            file.write(piece)
        if not size:
            raise ApiProblem(422, "empty_file", "the file has no content; check it and upload it again")
        settle(file)
        store.files.adopt(path, digest.hexdigest())
    return digest.hexdigest(), size


def plain_name(name: str | None) -> str:
    """What the file is called, without folders and without what commands a terminal; it is shown, never opened."""
    last = PureWindowsPath(PurePosixPath(name or "").name).name
    shown = "".join(character for character in last if character.isprintable()).strip()
    stem, dot, suffix = shown.rpartition(".")
    if len(shown) > NAME_LENGTH and dot and len(suffix) < 10:
        shown = f"{stem[: NAME_LENGTH - len(suffix) - 1]}.{suffix}"
    return shown[:NAME_LENGTH] or "upload"


def stated(person: str) -> str | None:
    return "".join(character for character in person if character.isprintable()).strip() or None


def no_document() -> ApiProblem:
    return ApiProblem(404, "no_such_document", "the application has no such document, or it was withdrawn")
