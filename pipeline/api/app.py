"""The API put together: store and settings in, a FastAPI application out.

What was answered with 202 is on disk and will be read; the same request again gives the same answer and starts nothing twice.
"""

from __future__ import annotations

from fastapi import FastAPI

from pipeline.api.access import Access
from pipeline.api.applications import application_routes
from pipeline.api.bodies import BodyLimit
from pipeline.api.courier import delivering
from pipeline.api.documents import document_routes
from pipeline.api.operation import operation_routes
from pipeline.api.problems import install
from pipeline.api.requests import RequestLog
from pipeline.report import installed_version
from pipeline.settings import Settings
from pipeline.store.store import Store

PREFIX = "/api/v1"
ENVELOPE = 100_000
"""Bytes that a multipart body may have beside its file."""


def create_app(store: Store, settings: Settings) -> FastAPI:
    app = FastAPI(
        title="Heyan 核验",
        version=installed_version(),
        openapi_url=f"{PREFIX}/openapi.json",
        docs_url=None,  # its page takes scripts from elsewhere
        redoc_url=None,
        lifespan=lambda _app: delivering(store.deliveries),
    )
    install(app)
    access = Access(store, settings.service.requests)
    app.include_router(application_routes(store, settings, access), prefix=PREFIX)
    app.include_router(document_routes(store, settings, access), prefix=PREFIX)
    app.include_router(operation_routes(store, access))
    app.add_middleware(BodyLimit, limit=max(settings.limits.file_bytes, settings.service.form_bytes) + ENVELOPE)
    app.add_middleware(RequestLog)
    return app
