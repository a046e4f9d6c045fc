"""What an operator may choose about the service; the defaults run it on one machine with nothing else to install."""

from __future__ import annotations

import os
from pathlib import Path

from pydantic import Field

from models.records import Record


def default_workers() -> int:
    """One for each processor: a page keeps one busy, and two processes of one thread read more than one of two."""
    return max(1, os.cpu_count() or 1)


class ServiceSettings(Record):
    """``folder``: where everything lies. ``database``: a URL instead of SQLite in the folder. ``files``: a bucket's URL instead
    of the folder. ``host`` and ``port`` of the API. ``workers``: processes that read, each about 1.2 GB. ``prefect``: URL of a
    Prefect API that keeps the history; empty: the one that ``heyan serve`` starts on ``prefect_port``; ``none``: without history.
    ``documents`` and ``memory``: after so many files, or above so many bytes, a worker is replaced by a fresh one. ``seconds``:
    for one file; a worker that takes longer is ended, and the file has had one of its three tries. ``grace``: seconds to end a
    reading after SIGTERM before it is handed back. ``requests``: accepted per client and minute. ``form_bytes``: of a form.
    ``patience``: seconds that the next piece of a body may take to come; all of it 20 times that. ``public_url``: the
    API's address for people, for links to reports in Prefect; without it there are none. ``keep_days``: how long an application
    without changes is kept by ``heyan purge``."""

    folder: Path = Path("heyan-data")
    database: str = ""
    files: str = ""
    host: str = "127.0.0.1"
    port: int = Field(default=8000, ge=0, le=65535)
    workers: int = Field(default_factory=default_workers, ge=1)
    prefect: str = ""
    prefect_port: int = Field(default=4200, ge=1, le=65535)
    documents: int = Field(default=1000, ge=1)
    memory: int = Field(default=3_000_000_000, ge=500_000_000)
    seconds: float = Field(default=900.0, gt=0)
    grace: float = Field(default=20.0, ge=0)
    requests: int = Field(default=1200, ge=1)
    form_bytes: int = Field(default=5_000_000, ge=1)
    patience: float = Field(default=30.0, gt=0)
    public_url: str = ""
    keep_days: int = Field(default=1825, ge=1)

    @property
    def history(self) -> str | None:
        """URL of the Prefect API; None without one."""
        if self.prefect == "none":
            return None
        return self.prefect or f"http://127.0.0.1:{self.prefect_port}/api"
