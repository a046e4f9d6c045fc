"""The API as a process of its own: ``python -m pipeline.api``."""

from __future__ import annotations

import asyncio

import uvicorn
from fastapi import FastAPI
from uvicorn.protocols.http.h11_impl import H11Protocol

from pipeline import traces
from pipeline.api.app import create_app
from pipeline.logs import begin
from pipeline.service.settings import ServiceSettings
from pipeline.settings import load_settings
from pipeline.store.store import Store


def main() -> None:
    settings = load_settings()
    begin(settings.log_level, settings.log_format)
    traces.begin(settings.otlp_endpoint, "api")
    service = settings.service
    store = Store(service.folder, database=service.database, files=service.files)
    server(create_app(store, settings), service).run()


def server(app: FastAPI, service: ServiceSettings) -> uvicorn.Server:
    class Hurried(H11Protocol):
        """Ends connections that do not come to the point of a first request."""

        def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
            super().connection_made(transport)
            self.loop.call_later(service.patience, self.hurry)

        def hurry(self) -> None:
            if self.cycle is None:
                self.transport.close()

    return uvicorn.Server(
        uvicorn.Config(
            app,
            http=Hurried,
            host=service.host,
            port=service.port,
            log_config=None,  # ours
            access_log=False,  # addresses hold numbers of applications
            server_header=False,
            timeout_keep_alive=30,
            timeout_graceful_shutdown=20,
        )
    )


if __name__ == "__main__":
    main()
