"""Applications over HTTP: form in, state and report out."""

from typing import Annotated, Any

from fastapi import APIRouter, Depends, Path, Request, Response
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import HTMLResponse
from pydantic import BaseModel

from pipeline.api.access import Access
from pipeline.api.bodies import Allowance, sent_text
from pipeline.api.problems import ApiProblem, documented
from pipeline.api.schemas import FORM
from pipeline.form import parse_form, parse_json
from pipeline.problems import FormError
from pipeline.settings import Settings
from pipeline.store.applications import ApplicationStatus
from pipeline.store.clients import Client
from pipeline.store.store import Store
from pipeline.store.tables import APPLICATION_ID
from pipeline.store.uploads import UploadStatus

ApplicationId = Annotated[
    str,
    Path(
        max_length=APPLICATION_ID,
        pattern="^[^/\\x00-\\x1f\\x7f\ufffd]+$",  # U+FFFD: what the server makes of bytes that are no UTF-8
        description="The portal's number of the application.",
        examples=["KFQ202600001"],
    ),
]

HTML_HEADERS = {
    "Content-Security-Policy": "default-src 'none'; img-src data:; style-src 'unsafe-inline'; script-src 'none'; sandbox",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "private, no-store",
}


class ApplicationAnswer(BaseModel):
    """An application's state and that of each of its documents."""

    application: ApplicationStatus
    documents: list[UploadStatus]


def application_routes(store: Store, settings: Settings, access: Access) -> APIRouter:
    routes = APIRouter(tags=["applications"], responses=documented(401, 403, 422, 429, 503))
    applicant = Annotated[Client, Depends(access.needing("apply"))]
    reader = Annotated[Client, Depends(access.needing("apply", "review"))]
    allowance = Allowance(settings.service.form_bytes, settings.service.patience)

    def answer(owner: str | None, application_id: str) -> ApplicationAnswer:
        status = store.applications.status(owner, application_id)
        if status is None:
            raise no_application()
        return ApplicationAnswer(application=status, documents=store.uploads.of(owner, application_id))

    @routes.put(
        "/applications/{application_id}",
        openapi_extra=FORM,
        responses={201: {"model": ApplicationAnswer, "description": "It is new"}, **documented(408, 409, 413, 415)},
    )
    async def put_form(
        application_id: ApplicationId, client: applicant, request: Request, response: Response
    ) -> ApplicationAnswer:
        """Hand over the form, or replace it. The list of materials in it is ignored: documents are uploaded one by one."""
        text = await sent_text(request, allowance)

        def put() -> bool:
            return store.applications.put_form(client.id, application_id, form_of(text, application_id))

        if await run_in_threadpool(put):
            response.status_code = 201
        return await run_in_threadpool(answer, client.id, application_id)

    @routes.get("/applications/{application_id}", responses=documented(404))
    def get_application(application_id: ApplicationId, client: reader) -> ApplicationAnswer:
        """The state of the application and of each document."""
        return answer(access.whose(client, application_id), application_id)

    @routes.post("/applications/{application_id}/submit", status_code=202, responses=documented(404, 409))
    def submit(application_id: ApplicationId, client: applicant) -> ApplicationAnswer:
        """The applicant has submitted: what is complete is judged first. Again changes nothing."""
        if not store.applications.submit(client.id, application_id):
            answer(client.id, application_id)
            raise ApiProblem(409, "no_form", "hand over the form first: PUT /api/v1/applications/{application_id}")
        return answer(client.id, application_id)

    @routes.post("/applications/{application_id}/judge", status_code=202, responses=documented(404))
    def judge_again(application_id: ApplicationId, client: reader) -> ApplicationAnswer:
        """Judge anew what was read, for instance by changed rules."""
        owner = access.whose(client, application_id)
        if not store.applications.judge_again(owner, application_id):
            raise no_application()
        return answer(owner, application_id)

    def report_of(client: Client, application_id: str) -> Any:
        row = store.applications.report(access.whose(client, application_id), application_id)
        if row is None:
            raise no_application()
        if row.report is None or row.page is None:
            raise ApiProblem(
                409, "not_judged", "there is no report yet; ask for the application's state until it is judged", retry_after=2
            )
        return row

    @routes.get(
        "/applications/{application_id}/report",
        response_class=Response,
        responses={200: {"content": {"application/json": {"schema": {"type": "object"}}}}, **documented(404, 409)},
    )
    def report(application_id: ApplicationId, client: reader) -> Response:
        """The last report, report.json. The state says whether it is of the newest revision."""
        row = report_of(client, application_id)
        return Response(store.files.get(row.report), media_type="application/json", headers={"Heyan-Revision": str(row.judged)})

    @routes.get("/applications/{application_id}/report.html", response_class=HTMLResponse, responses=documented(404, 409))
    def report_page(application_id: ApplicationId, client: reader) -> HTMLResponse:
        """The last report as one self-contained page."""
        row = report_of(client, application_id)
        return HTMLResponse(store.files.get(row.page), headers={**HTML_HEADERS, "Heyan-Revision": str(row.judged)})

    return routes


def form_of(body: bytes, application_id: str) -> dict[str, Any]:
    """The body as a form that can be used. Raises ``FormError``."""
    try:
        text = body.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise FormError("body", "$", "is not UTF-8", "JSON in UTF-8") from None
    data = parse_json(text)
    if data.setdefault("application_id", application_id) != application_id:
        raise FormError("body", "$.application_id", "is another than in the address", "the same number")
    parse_form(data)
    return data


def no_application() -> ApiProblem:
    return ApiProblem(404, "no_such_application", "no application of yours has this number")
