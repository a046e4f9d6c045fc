"""Who asks and how often: a key in, the client out, or a refusal."""

from __future__ import annotations

from collections.abc import Callable

from fastapi import Request
from fastapi.security import HTTPBearer
from limits import RateLimitItemPerMinute
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter

from pipeline.api.problems import ApiProblem
from pipeline.store.clients import Client, Scope
from pipeline.store.store import Store

bearer = HTTPBearer(auto_error=False, description="A client's key: heyan clients add")


class Access:
    """Looks the key up in the store, so that a revoked one stops working at once. Requests are counted by this process."""

    def __init__(self, store: Store, requests: int) -> None:
        self._store = store
        self._limiter = MovingWindowRateLimiter(MemoryStorage())
        self._rate = RateLimitItemPerMinute(requests)

    def client(self, request: Request) -> Client:
        """Raises ``ApiProblem`` 401 without a key that is known, 429 when there were too many requests."""
        kind, _, key = request.headers.get("authorization", "").partition(" ")
        client = self._store.clients.known_by(key.strip()) if kind.lower() == "bearer" and key else None
        if client is None:
            raise ApiProblem(401, "unknown_key", "send a valid key as 'Authorization: Bearer …'; heyan clients add makes one")
        if not self._limiter.hit(self._rate, client.id):
            raise ApiProblem(429, "too_many_requests", "wait a moment and send the request again", retry_after=5)
        return client

    def needing(self, *scopes: Scope) -> Callable[[Request], Client]:
        """A dependency: the client, who has one of the scopes."""

        def allowed(request: Request) -> Client:
            client = self.client(request)
            if not any(client.may(scope) for scope in scopes):
                raise ApiProblem(403, "wrong_scope", f"the key lacks the scope {' or '.join(scopes)}")
            return client

        return allowed


def whose(client: Client) -> str | None:
    """Whose applications the client sees: its own, or all (None) for those who review."""
    return None if client.may("review") else client.id
