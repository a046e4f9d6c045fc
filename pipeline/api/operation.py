"""For operators: whether it lives, whether it can take uploads, and figures for Prometheus. None of it holds personal data."""

from typing import Annotated

from fastapi import APIRouter, Depends, Response
from sqlalchemy import select

from pipeline.api.access import Access
from pipeline.api.metrics import CONTENT_TYPE, exposition
from pipeline.api.problems import documented
from pipeline.store.clients import Client
from pipeline.store.store import Store


def operation_routes(store: Store, access: Access) -> APIRouter:
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

    @routes.get(
        "/metrics", response_class=Response, responses={200: {"content": {"text/plain": {}}}, **documented(401, 403, 429, 503)}
    )
    def metrics(_client: Annotated[Client, Depends(access.needing("operate"))]) -> Response:
        """Figures of the whole service for Prometheus, whichever process is asked."""
        return Response(exposition(store), media_type=CONTENT_TYPE)

    return routes
