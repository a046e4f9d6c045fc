"""A whole service with workers that read by a fake engine: ``python -m tests.service.serving``; settings as for ``heyan serve``.

``python -m tests.service.serving worker`` is one of its workers.
"""

from __future__ import annotations

import sys
from dataclasses import replace

from pipeline.logs import begin, lines
from pipeline.quiet import quiet
from pipeline.service.__main__ import work
from pipeline.service.supervisor import parts_of, serve
from pipeline.settings import load_settings
from pipeline.store.store import Store
from tests.service.papers import FakeEngine

WORKER = (sys.executable, "-m", "tests.service.serving", "worker")


def main(arguments: list[str]) -> int:
    settings = load_settings()
    if arguments:
        with quiet(level=settings.log_level, lines=lines(settings.log_format)):
            return work(FakeEngine(), settings)
    begin(settings.log_level, settings.log_format)
    service = settings.service
    store = Store(service.folder, database=service.database, files=service.files)
    parts = [replace(part, command=WORKER) if part.reads else part for part in parts_of(service, ["api", "worker"])]
    serve(store, service, parts, longest=1.0)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
