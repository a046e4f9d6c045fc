"""The API put together: store and settings in, a FastAPI application out.

What was answered with 202 is on disk and will be read; the same request again gives the same answer and starts nothing twice.
"""

from __future__ import annotations

from typing import Any

from fastapi import FastAPI
from fastapi.routing import APIRoute, RouteContext, iter_route_contexts

from pipeline.api import webhooks
from pipeline.api.access import Access, Needing, Rate, bearer
from pipeline.api.applications import application_routes
from pipeline.api.courier import delivering
from pipeline.api.documents import document_routes
from pipeline.api.operation import operation_routes
from pipeline.api.problems import install
from pipeline.api.requests import RequestLog
from pipeline.api.schemas import SCHEMAS
from pipeline.report import installed_version
from pipeline.settings import Settings
from pipeline.store.store import Store

PREFIX = "/api/v1"


class Api(FastAPI):
    """FastAPI, whose OpenAPI document also holds what our routes refer to by name, and which scopes open a route."""

    def openapi(self) -> dict[str, Any]:
        document = super().openapi()
        document["components"]["schemas"].update(SCHEMAS)
        for route in iter_route_contexts(self.routes):
            for needing in needed(route):
                for method in route.methods or ():
                    one_of = [{bearer.scheme_name: [scope]} for scope in needing.scopes]
                    document["paths"][route.path][method.lower()]["security"] = one_of
        return document


def needed(route: RouteContext) -> list[Needing]:
    """What the route asks of a key."""
    dependencies = route.dependant.dependencies if isinstance(route.original_route, APIRoute) else []
    return [one.call for one in dependencies if isinstance(one.call, Needing)]


def create_app(store: Store, settings: Settings) -> FastAPI:
    app = Api(
        title="Heyan 核验",
        version=installed_version(),
        description="Form and scans of an application in, a report out. Errors are application/problem+json.",
        openapi_url=f"{PREFIX}/openapi.json",
        docs_url=None,  # its page takes scripts from elsewhere
        redoc_url=None,
        redirect_slashes=False,
        lifespan=lambda _app: delivering(store.deliveries),
    )
    install(app)
    access = Access(store, Rate(settings.service.requests))
    app.include_router(application_routes(store, settings, access), prefix=PREFIX)
    app.include_router(document_routes(store, settings, access), prefix=PREFIX)
    app.include_router(operation_routes(store, access))
    webhooks.describe(app.webhooks)
    app.add_middleware(RequestLog)
    return app
