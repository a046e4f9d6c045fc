"""What stands around the whole application and sees each HTTP request."""

from __future__ import annotations

from abc import ABC, abstractmethod

from starlette.types import ASGIApp, Receive, Scope, Send


class HttpMiddleware(ABC):
    """ASGI middleware; start-up, shut-down and all else that is no HTTP request passes by it."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        around = self.request if scope["type"] == "http" else self.app
        await around(scope, receive, send)

    @abstractmethod
    async def request(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Hands the request to ``self.app``, with whatever is to be done around that."""
