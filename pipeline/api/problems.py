"""Errors of the API as problem+json (RFC 9457): what happened and what to do next, without what was sent."""

from __future__ import annotations

import errno
import logging
from collections.abc import Sequence
from typing import Any

from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from pydantic import BaseModel, ValidationError
from sqlalchemy.exc import IntegrityError, InterfaceError, OperationalError
from sqlalchemy.exc import TimeoutError as NoConnection
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.routing import Match
from starlette.types import Message, Receive, Scope, Send

from pipeline.api.middleware import HttpMiddleware
from pipeline.bugs import described
from pipeline.logs import about
from pipeline.problems import FormError, FormPlace

LOG = logging.getLogger(__name__)

MEDIA_TYPE = "application/problem+json"
DATABASE_AWAY = (OperationalError, InterfaceError, NoConnection)
NO_ROOM = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
TITLES = {
    400: "Bad request",
    401: "Who are you?",
    403: "Not allowed",
    404: "Not found",
    405: "Method not allowed",
    408: "Too slow",
    409: "Not now",
    413: "Too large",
    415: "Another type is expected",
    422: "Cannot be used",
    429: "Too many requests",
    500: "A defect of ours",
    503: "Not available now",
    507: "No room left",
}
METHODS = ("DELETE", "GET", "HEAD", "PATCH", "POST", "PUT")
LAST = (401, 408, 413)
"""After these the connection ends: what else the client is sending is not waited for."""


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
        if status in LAST:
            self.headers["Connection"] = "close"


def problem_of(error: Exception) -> ApiProblem:
    """What the client is told of an error."""
    match error:
        case ApiProblem():
            return error
        case FormError():
            return ApiProblem(422, "form_unusable", "the form cannot be used; see errors", errors=error.places)
        case RequestValidationError():
            return unusable(error)
        case HTTPException():
            return unanswerable(error)
        case ClientDisconnect():
            return ApiProblem(400, "incomplete", "the body did not come whole; nothing was accepted, try again")
        case _:
            return failure(error)


def unanswerable(error: HTTPException) -> ApiProblem:
    """No route has this address or method."""
    code = {404: "no_such_address", 405: "method_not_allowed"}.get(error.status_code, "bad_request")
    return ApiProblem(error.status_code, code, "see the OpenAPI document at /api/v1/openapi.json")


def methods_of(request: Request) -> list[str]:
    """Those of an address: several routes may share it, and the framework names the first one's only."""
    scopes = ({**request.scope, "method": method} for method in METHODS)
    return [scope["method"] for scope in scopes if any(route.matches(scope)[0] is Match.FULL for route in request.app.routes)]


def failure(error: Exception) -> ApiProblem:
    """An error that is not the client's: logged by its place, without its text."""
    if isinstance(error, IntegrityError):
        return ApiProblem(409, "changed_meanwhile", "somebody changed the same thing; try again", retry_after=1)
    if isinstance(error, DATABASE_AWAY):
        LOG.error("database away", extra=about(reason=described(error)))
        return ApiProblem(503, "store_unavailable", "nothing was accepted; try again", retry_after=5)
    if isinstance(error, OSError):
        LOG.error("files away", extra=about(reason=f"{described(error)} ({error.strerror})"))
        if error.errno in NO_ROOM:
            return ApiProblem(507, "no_room", "there is no room for it, nothing was accepted; try again later", retry_after=60)
        return ApiProblem(503, "files_unavailable", "nothing was accepted; try again", retry_after=30)
    LOG.error("defect", extra=about(reason=described(error)))
    return ApiProblem(500, "defect", "a defect of ours; it has been logged")


def unusable(error: RequestValidationError | ValidationError, *, within: str = "") -> ApiProblem:
    """Which parts of a request cannot be used; pydantic's messages hold none of the values."""
    places = [
        FormPlace(".".join(str(part) for part in (*filter(None, [within]), *one["loc"])), str(one["type"]), str(one["msg"]))
        for one in error.errors()
    ]
    return ApiProblem(422, "request_unusable", "see errors, and the OpenAPI document", errors=places)


def answer(problem: ApiProblem) -> JSONResponse:
    return JSONResponse(
        problem.details.model_dump(), status_code=problem.details.status, headers=problem.headers, media_type=MEDIA_TYPE
    )


class Problems(HttpMiddleware):
    """Whatever goes wrong inside is answered with problem+json, and nothing of it reaches the server's log."""

    async def request(self, scope: Scope, receive: Receive, send: Send) -> None:
        begun = False

        async def noted(message: Message) -> None:
            nonlocal begun
            begun = True
            await send(message)

        try:
            await self.app(scope, receive, noted)
        except Exception as error:
            problem = problem_of(error)
            if not begun:
                await answer(problem)(scope, receive, send)


def install(app: FastAPI) -> None:
    """Every error leaves as problem+json, also those that FastAPI would answer itself."""

    async def told(request: Request, error: Exception) -> JSONResponse:
        problem = problem_of(error)
        if problem.details.status == 405:
            problem.headers["Allow"] = ", ".join(methods_of(request))
        return answer(problem)

    for kind in (HTTPException, RequestValidationError):
        app.add_exception_handler(kind, told)
    app.add_middleware(Problems)


def documented(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """What the OpenAPI document says of errors."""
    schema = {"$ref": "#/components/schemas/ProblemDetails"}
    return {status: {"description": TITLES[status], "content": {MEDIA_TYPE: {"schema": schema}}} for status in statuses}
