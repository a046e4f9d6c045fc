"""A reading worker as a process of its own: ``python -m pipeline.service``; ``heyan serve`` starts as many as it was told."""

from __future__ import annotations

import os
import signal
import sys
from types import FrameType

import numpy as np

from models.imaging import compute_on_one_thread
from models.ocr import Engine
from pipeline import traces
from pipeline.logs import lines
from pipeline.quiet import quiet
from pipeline.service.desk import Desk
from pipeline.service.worker import History, NoHistory, ReadingWorker
from pipeline.settings import Settings, load_settings
from pipeline.store.store import Store


def main() -> int:
    settings = load_settings()
    with quiet(level=settings.log_level, debug=settings.debug, lines=lines(settings.log_format)):
        traces.begin(settings.otlp_endpoint, "worker")
        return work(engine_of_one_thread(settings), settings)


def engine_of_one_thread(settings: Settings) -> Engine:
    """Warm models for a process that computes on one thread, as the workers do that share the processors."""
    from models.ocr.engine import load_engine

    compute_on_one_thread()
    engine = load_engine(settings.ocr.model_copy(update={"threads": 1}))
    warm(engine)
    return engine


def work(engine: Engine, settings: Settings) -> int:
    """Works until it is asked to stop, or worn."""
    service = settings.service
    store = Store(service.folder, database=service.database, files=service.files)
    worker = ReadingWorker(Desk(store, engine, settings), history(settings))

    def stop(_number: int, _frame: FrameType | None) -> None:
        worker.stop()

    signal.signal(signal.SIGTERM, stop)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches all processes of a terminal; the supervisor asks
    worker.run()
    return 0


def warm(engine: Engine) -> None:
    """Loads the models by using them."""
    blank = np.full((1280, 960, 3), 255, dtype=np.uint8)
    engine.find(blank)
    engine.read([blank[:48, :320]])


def history(settings: Settings) -> History:
    """Prefect, told where its server is before it is imported; nothing of it leaves this machine."""
    url = settings.service.history
    if url is None:
        return NoHistory()
    os.environ.update(
        PREFECT_API_URL=url,
        PREFECT_HOME=str((settings.service.folder / "prefect").resolve()),
        PREFECT_SERVER_ALLOW_EPHEMERAL_MODE="false",
        PREFECT_SERVER_ANALYTICS_ENABLED="false",
        PREFECT_LOGGING_LEVEL="ERROR",
        DO_NOT_TRACK="1",
    )
    from pipeline.flows import PrefectHistory

    return PrefectHistory(url, settings.service.public_url)


if __name__ == "__main__":
    sys.exit(main())
