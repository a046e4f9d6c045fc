"""The API as a process of its own: ``python -m pipeline.api``."""

from __future__ import annotations

import uvicorn

from pipeline import traces
from pipeline.api.app import create_app
from pipeline.logs import begin
from pipeline.settings import load_settings
from pipeline.store.store import Store


def main() -> None:
    settings = load_settings()
    begin(settings.log_level, settings.log_format)
    traces.begin(settings.otlp_endpoint, "api")
    service = settings.service
    store = Store(service.folder, database=service.database, files=service.files)
    uvicorn.run(
        create_app(store, settings),
        host=service.host,
        port=service.port,
        log_config=None,  # ours
        access_log=False,  # addresses hold numbers of applications
        server_header=False,
        timeout_keep_alive=30,
        timeout_graceful_shutdown=20,
    )


if __name__ == "__main__":
    main()
