"""For operators: whether it lives, whether it can take uploads, and figures for Prometheus. None of it holds personal data."""

from __future__ import annotations

from fastapi import APIRouter
from sqlalchemy import select

from pipeline.api.problems import documented
from pipeline.store.store import Store


def operation_routes(store: Store) -> APIRouter:
    routes = APIRouter(tags=["operation"])

    @routes.get("/healthz")
    async def healthz() -> dict[str, str]:
        """The process answers."""
        return {"state": "alive"}

    @routes.get("/readyz", responses=documented(503))
    def readyz() -> dict[str, str]:
        """Uploads can be taken: the database answers and files can be written."""
        with store.database.reading() as session:
            session.execute(select(1))
        store.files.put(b"heyan")
        return {"state": "ready"}

    return routes
