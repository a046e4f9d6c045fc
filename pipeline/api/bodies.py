"""Bodies of requests are counted while they come: too much, too slow or endless ones are refused before anything is made of
them."""

from __future__ import annotations

import asyncio
import time

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from pipeline.api.problems import ApiProblem, answer

PAUSE = 30.0
"""Seconds that a client may take for the next piece of its body."""
WHOLE = 600.0
"""Seconds for all of it."""


class BodyLimit:
    """ASGI middleware. ``limit``: bytes of a body, the form's envelope included."""

    def __init__(self, app: ASGIApp, limit: int) -> None:
        self._app = app
        self._limit = limit

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        try:
            if stated_length(scope) > self._limit:
                raise self._too_large()
            await self._app(scope, self._counted(receive), send)
        except ApiProblem as problem:
            await answer(problem)(scope, receive, send)

    def _counted(self, receive: Receive) -> Receive:
        end = time.monotonic() + WHOLE
        came = 0
        over = False

        async def counted() -> Message:
            nonlocal came, over
            if over:  # whoever listens now waits for the client to leave
                return await receive()
            try:
                message = await asyncio.wait_for(receive(), max(0.0, min(PAUSE, end - time.monotonic())))
            except TimeoutError:
                raise ApiProblem(408, "too_slow", "the body did not come in time; nothing was accepted, try again") from None
            if message["type"] == "http.request":
                came += len(message.get("body", b""))
                over = not message.get("more_body", False)
                if came > self._limit:
                    raise self._too_large()
            return message

        return counted

    def _too_large(self) -> ApiProblem:
        return ApiProblem(
            413, "too_large", f"at most {self._limit} bytes are accepted; scan with 200 to 300 dpi, or split the file"
        )


def stated_length(scope: Scope) -> int:
    """What the client says that it sends; 0 when it does not say."""
    for name, value in scope["headers"]:
        if name == b"content-length" and value.isdigit():
            return int(value)
    return 0
