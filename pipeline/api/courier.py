"""Tells clients their news: messages out of the store's queue, to each client's webhook, signed as Standard Webhooks says.

Each message comes at least once: when an answer was lost it comes again, with the same ``webhook-id``. Where a webhook leads an
operator chose on the command line, so that addresses of the own network are lawful; a redirect is not followed, for that would be
the receiver's choice.
"""

from __future__ import annotations

import asyncio
import base64
import hashlib
import hmac
import logging
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

import httpx
from sqlalchemy.exc import SQLAlchemyError

from pipeline.bugs import described
from pipeline.logs import about
from pipeline.report import installed_version
from pipeline.store.deliveries import Deliveries, News

LOG = logging.getLogger(__name__)

AT_ONCE = 8
"""Clients that are told something at the same time."""
IDLE = 0.5
"""Seconds between two looks at an empty queue."""
WHOLE = 10.0
"""Seconds that a receiver may take to answer, from its name being looked up to the head of its answer."""
AWAY = 5.0
"""Seconds to wait when the database cannot be asked."""
LAST = 5.0
"""Seconds for what is under way when the process is asked to stop."""
BUSY = (408, 425, 429)
"""Answers that concern not the message but the moment, as all from 500 on do."""


class Courier:
    """``run`` delivers until ``stop``. ``whole``: seconds that a receiver may take."""

    def __init__(self, deliveries: Deliveries, *, whole: float = WHOLE) -> None:
        self._deliveries = deliveries
        self._whole = whole
        self._under_way: set[asyncio.Task[None]] = set()
        self._wake = asyncio.Event()
        self._stopping = False

    async def run(self) -> None:
        headers = {"User-Agent": f"Heyan/{installed_version()}", "Content-Type": "application/json"}
        async with httpx.AsyncClient(follow_redirects=False, timeout=None, headers=headers) as http:
            while not self._stopping:
                self._wake.clear()
                news = await self._next() if len(self._under_way) < AT_ONCE else None
                if news is None:
                    with suppress(TimeoutError):
                        await asyncio.wait_for(self._wake.wait(), IDLE)
                else:
                    self._begin(news, http)
            await self._end()

    def stop(self) -> None:
        self._stopping = True
        self._wake.set()

    async def _next(self) -> News | None:
        try:
            return await asyncio.to_thread(self._deliveries.claim)
        except SQLAlchemyError as error:
            LOG.warning("database away", extra=about(reason=described(error)))
            with suppress(TimeoutError):
                await asyncio.wait_for(self._wake.wait(), AWAY)
            return None

    def _begin(self, news: News, http: httpx.AsyncClient) -> None:
        task = asyncio.create_task(self._deliver(news, http))
        self._under_way.add(task)
        task.add_done_callback(self._done)

    def _done(self, task: asyncio.Task[None]) -> None:
        self._under_way.discard(task)
        self._wake.set()

    async def _deliver(self, news: News, http: httpx.AsyncClient) -> None:
        try:
            await self._tell(news, http)
        except SQLAlchemyError as error:  # it comes again when the store's lease has run out
            LOG.warning("answer to news not noted", extra=about(news=news.id, reason=described(error)))

    async def _tell(self, news: News, http: httpx.AsyncClient) -> None:
        try:
            async with asyncio.timeout(self._whole):
                status = await post(news, http)
        except asyncio.CancelledError:
            await asyncio.to_thread(self._deliveries.refused, news, "stopped")
            raise
        except TimeoutError:
            await self._refused(news, "no answer in time", away=True)
        except Exception as error:  # whatever an address or its answer makes of us must not stop other news
            await self._refused(news, type(error).__name__, away=True)
        else:
            if 200 <= status < 300:
                await asyncio.to_thread(self._deliveries.taken, news, str(status))
                LOG.info("news taken", extra=about(news=news.id, attempt=news.attempts))
            else:
                await self._refused(news, str(status), away=status >= 500 or status in BUSY)

    async def _refused(self, news: News, answer: str, *, away: bool) -> None:
        LOG.warning("news not taken", extra=about(news=news.id, attempt=news.attempts, reason=answer))
        await asyncio.to_thread(self._deliveries.refused, news, answer, away=away)

    async def _end(self) -> None:
        """Waits a moment for what is under way; the rest is told by whoever comes next."""
        if self._under_way:
            _, late = await asyncio.wait(set(self._under_way), timeout=LAST)
            for task in late:
                task.cancel()
            await asyncio.gather(*late, return_exceptions=True)


async def post(news: News, http: httpx.AsyncClient) -> int:
    """Hands the message over; the status of the answer, whose body is not read."""
    body = news.body.encode()
    moment = str(int(time.time()))
    headers = {"webhook-id": news.id, "webhook-timestamp": moment, "webhook-signature": signature(news, moment, body)}
    async with http.stream("POST", news.url, content=body, headers=headers) as response:
        return response.status_code


def signature(news: News, moment: str, body: bytes) -> str:
    """HMAC-SHA256 over id, timestamp and body, by the secret's bytes; ``v1`` is the scheme."""
    key = base64.b64decode(news.secret.removeprefix("whsec_"))
    signed = b".".join((news.id.encode(), moment.encode(), body))
    return f"v1,{base64.b64encode(hmac.digest(key, signed, hashlib.sha256)).decode()}"


@asynccontextmanager
async def delivering(deliveries: Deliveries) -> AsyncIterator[None]:
    """News are delivered inside."""
    courier = Courier(deliveries)
    running = asyncio.create_task(courier.run())
    try:
        yield
    finally:
        courier.stop()
        with suppress(asyncio.CancelledError):
            await running
