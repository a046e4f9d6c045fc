"""Errors of the API as problem+json (RFC 9457): what happened and what to do next, without what was sent."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from pydantic import BaseModel
from sqlalchemy.exc import DBAPIError, IntegrityError
from starlette.exceptions import HTTPException

from pipeline.bugs import described
from pipeline.logs import about
from pipeline.problems import FormError, FormPlace
from pipeline.store.files import FilesAway

LOG = logging.getLogger(__name__)


class Place(BaseModel):
    """Something wrong with what was sent, by its JSON path."""

    path: str
    wrong: str
    expected: str


class ProblemDetails(BaseModel):
    """RFC 9457. ``code`` for machines; ``errors``: all places that are wrong."""

    type: str = "about:blank"
    title: str
    status: int
    code: str
    detail: str
    errors: list[Place] = []


class ApiProblem(Exception):
    """A request that is not carried out. ``detail`` says what to do next; it never holds what was sent."""

    def __init__(self, status: int, code: str, detail: str, *, errors: Sequence[FormPlace] = (), retry_after: int = 0) -> None:
        super().__init__(code)
        self.details = ProblemDetails(
            title=TITLES.get(status, "Error"),
            status=status,
            code=code,
            detail=detail,
            errors=[Place(**place._asdict()) for place in errors],
        )
        self.headers = {"Retry-After": str(retry_after)} if retry_after else {}
        if status == 401:
            self.headers["WWW-Authenticate"] = "Bearer"


TITLES = {
    400: "Bad request",
    401: "Who are you?",
    403: "Not allowed",
    404: "Not found",
    405: "Method not allowed",
    408: "Too slow",
    409: "Not now",
    411: "Length required",
    413: "Too large",
    415: "Another type is expected",
    422: "Cannot be used",
    429: "Too many requests",
    500: "A defect of ours",
    503: "Not available now",
    507: "No room left",
}


def answer(problem: ApiProblem) -> JSONResponse:
    return JSONResponse(
        problem.details.model_dump(),
        status_code=problem.details.status,
        headers=problem.headers,
        media_type="application/problem+json",
    )


def install(app: FastAPI) -> None:
    """Every error leaves as problem+json."""

    @app.exception_handler(ApiProblem)
    async def ours(_request: Request, error: ApiProblem) -> JSONResponse:
        return answer(error)

    @app.exception_handler(FormError)
    async def form(_request: Request, error: FormError) -> JSONResponse:
        return answer(ApiProblem(422, "form_unusable", "the form cannot be used; see errors", errors=error.places))

    @app.exception_handler(RequestValidationError)
    async def validation(_request: Request, error: RequestValidationError) -> JSONResponse:
        places = [
            FormPlace(".".join(str(part) for part in one["loc"]), str(one["type"]), str(one["msg"])) for one in error.errors()
        ]
        return answer(ApiProblem(422, "request_unusable", "see errors, and the OpenAPI document", errors=places))

    @app.exception_handler(HTTPException)
    async def http(_request: Request, error: HTTPException) -> JSONResponse:
        code = {404: "no_such_address", 405: "method_not_allowed"}.get(error.status_code, "bad_request")
        problem = ApiProblem(error.status_code, code, "see the OpenAPI document at /api/v1/openapi.json")
        problem.headers.update(error.headers or {})
        return answer(problem)

    @app.exception_handler(IntegrityError)
    async def raced(_request: Request, _error: IntegrityError) -> JSONResponse:
        return answer(
            ApiProblem(409, "changed_meanwhile", "somebody changed the same thing; send the request again", retry_after=1)
        )

    @app.exception_handler(DBAPIError)
    async def database(_request: Request, error: DBAPIError) -> JSONResponse:
        LOG.error("database away", extra=about(reason=described(error)))
        return answer(ApiProblem(503, "store_unavailable", "nothing was accepted; try again", retry_after=5))

    @app.exception_handler(FilesAway)
    async def bucket(_request: Request, _error: FilesAway) -> JSONResponse:
        LOG.error("bucket away")
        return answer(ApiProblem(503, "files_unavailable", "nothing was accepted; try again", retry_after=30))

    @app.exception_handler(OSError)
    async def disk(_request: Request, error: OSError) -> JSONResponse:
        LOG.error("files away", extra=about(reason=f"{described(error)} ({error.strerror})"))
        return answer(
            ApiProblem(507, "no_room", "the file could not be stored, nothing was accepted; try again later", retry_after=60)
        )

    @app.exception_handler(Exception)
    async def defect(_request: Request, error: Exception) -> JSONResponse:
        LOG.error("defect", extra=about(reason=described(error)))
        return answer(ApiProblem(500, "defect", "a defect of ours; it has been logged"))


def documented(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """What the OpenAPI document says of errors."""
    return {
        status: {
            "description": TITLES[status],
            "content": {"application/problem+json": {"schema": ProblemDetails.model_json_schema()}},
        }
        for status in statuses
    }
