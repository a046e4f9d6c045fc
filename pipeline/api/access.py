"""Who asks and how often: a key in, the client out, or a refusal."""

from __future__ import annotations

import math
import time
from collections.abc import Callable
from dataclasses import dataclass
from threading import Lock
from typing import Annotated

from fastapi import Depends
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer

from pipeline.api.problems import ApiProblem
from pipeline.store.clients import Client, Scope
from pipeline.store.store import Store

bearer = HTTPBearer(scheme_name="key", auto_error=False, description="A client's key, as heyan clients add shows it once")
Credentials = Annotated[HTTPAuthorizationCredentials | None, Depends(bearer)]

MINUTE = 60.0


class Rate:
    """So many requests of each client in a minute: a minute's worth at once, then evenly. By a clock that never jumps."""

    def __init__(self, a_minute: int, *, clock: Callable[[], float] = time.monotonic) -> None:
        self._gap = MINUTE / a_minute
        self._clock = clock
        self._lock = Lock()
        self._spent: dict[str, float] = {}

    def wait(self, client: str) -> float:
        """Seconds until it may ask again; 0 when it may now, which counts as having asked."""
        now = self._clock()
        with self._lock:
            spent = max(self._spent.get(client, now), now) + self._gap
            if spent <= now + MINUTE + self._gap / 2:  # half a gap for rounding
                self._spent[client] = spent
                return 0.0
        return spent - now - MINUTE


class Access:
    """Looks the key up in the store, so that a revoked one stops working at once. Requests are counted by this process."""

    def __init__(self, store: Store, rate: Rate) -> None:
        self._store = store
        self._rate = rate

    def client(self, credentials: HTTPAuthorizationCredentials | None) -> Client:
        """Raises ``ApiProblem`` 401 without a key that is known, 429 when there were too many requests."""
        client = self._store.clients.known_by(credentials.credentials) if credentials else None
        if client is None:
            raise ApiProblem(401, "unknown_key", "send a valid key as 'Authorization: Bearer …'; heyan clients add makes one")
        wait = self._rate.wait(client.id)
        if wait:
            raise ApiProblem(429, "too_many_requests", "wait, then send the request again", retry_after=math.ceil(wait))
        return client

    def needing(self, *scopes: Scope) -> Needing:
        return Needing(self, scopes)

    def whose(self, client: Client, application_id: str) -> str | None:
        """Whose application the client means: its own, or for those who review, when it has none of that number, anybody's."""
        if client.may("review") and self._store.applications.status(client.id, application_id) is None:
            return None
        return client.id


@dataclass(frozen=True)
class Needing:
    """A dependency of routes: the client, who has one of the scopes."""

    access: Access
    scopes: tuple[Scope, ...]

    def __call__(self, credentials: Credentials) -> Client:
        client = self.access.client(credentials)
        if not any(client.may(scope) for scope in self.scopes):
            raise ApiProblem(403, "wrong_scope", f"the key lacks the scope {' or '.join(self.scopes)}")
        return client
