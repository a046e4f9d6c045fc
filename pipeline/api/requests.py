"""Requests in the log: each gets an id, which its answer bears as X-Request-Id, and so does every line logged meanwhile.

A request is logged by its route with placeholders: the address itself holds what somebody sent. An id that came with a request is
not taken over, for the same reason.
"""

from __future__ import annotations

import logging
import time

from opentelemetry.trace import SpanKind
from starlette.datastructures import Headers, MutableHeaders
from starlette.types import Message, Receive, Scope, Send

from pipeline.api.middleware import HttpMiddleware
from pipeline.logs import REQUEST, about
from pipeline.store.tables import new_id
from pipeline.traces import span

LOG = logging.getLogger(__name__)
HEADER = "X-Request-Id"
METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS")
"""A sender may call a method anything."""


class RequestLog(HttpMiddleware):
    """Outside of all other middleware."""

    async def request(self, scope: Scope, receive: Receive, send: Send) -> None:
        began, status = time.monotonic(), 500
        request, sender = new_id(), Headers(scope=scope).get("traceparent")
        method = scope["method"] if scope["method"] in METHODS else "-"
        token = REQUEST.set(request)

        async def noted(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                MutableHeaders(scope=message)[HEADER] = request
            await send(message)

        try:
            with span(method, within=sender, kind=SpanKind.SERVER) as made:
                await self.app(scope, receive, noted)
                made.update_name(f"{method} {route_of(scope)}")
                made.set_attribute("http.response.status_code", status)
        finally:
            seconds = round(time.monotonic() - began, 4)
            facts = about(method=method, route=route_of(scope), status=status, seconds=seconds)
            LOG.info("request answered", extra=facts)
            REQUEST.reset(token)


def route_of(scope: Scope) -> str:
    """``/applications/{application_id}``; ``-`` where there is none."""
    return getattr(scope.get("route"), "path", "-")
