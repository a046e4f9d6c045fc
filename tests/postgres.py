"""A PostgreSQL server of the tests' own: Debian's programs, a throw-away folder, a Unix socket and no network."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4

from sqlalchemy import create_engine, text

DEBIAN = Path("/usr/lib/postgresql")
ACCOUNT = "postgres"
"""The server refuses to run as root; Debian's package makes this account."""


def programs() -> Path | None:
    """The folder of ``initdb`` and ``pg_ctl``; None where PostgreSQL is not installed."""
    beside = shutil.which("pg_ctl")
    folders = [Path(beside).resolve().parent] if beside else sorted(DEBIAN.glob("*/bin"), key=lambda path: int(path.parent.name))
    return folders[-1] if folders and (folders[-1] / "initdb").exists() else None


@contextmanager
def server(folder: Path) -> Iterator[str]:
    """A running server; its URL for SQLAlchemy, less the database's name."""
    with tempfile.TemporaryDirectory(prefix="pg") as short:
        base = Path(short)
        if os.geteuid() == 0:
            shutil.chown(base, ACCOUNT)
        run([folder / "initdb", "--pgdata", base / "data", "--username", ACCOUNT, "--auth", "trust", "--no-sync"])
        start(folder, base)
        try:
            yield f"postgresql+psycopg://{ACCOUNT}@/{{database}}?host={base}"
        finally:
            if runs(folder, base):
                stop(folder, base)


def start(folder: Path, base: Path) -> None:
    """Also once it was stopped or killed. It waits for no disk: what a killed process wrote is there unless the machine fails."""
    options = f"-c listen_addresses='' -c unix_socket_directories='{base}' -c fsync=off -c full_page_writes=off"
    run([folder / "pg_ctl", "--pgdata", base / "data", "--log", base / "log", "--wait", "--options", options, "start"])


def runs(folder: Path, base: Path) -> bool:
    """Not when it was killed and never started again."""
    try:
        run([folder / "pg_ctl", "--pgdata", base / "data", "status"])
    except subprocess.CalledProcessError:
        return False
    return True


def stop(folder: Path, base: Path) -> None:
    """As a crash would, but whole."""
    run([folder / "pg_ctl", "--pgdata", base / "data", "--wait", "--mode", "immediate", "stop"])


def new_database(url: str) -> str:
    """The URL of an empty database of the server at ``url``."""
    name = f"test_{uuid4().hex}"
    with create_engine(url.format(database="postgres"), isolation_level="AUTOCOMMIT").connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name}"))
    return url.format(database=name)


def emptied(database: str) -> str:
    """The database at that URL without anything that was in it; who is still connected is thrown out."""
    with create_engine(database, isolation_level="AUTOCOMMIT").connect() as connection:
        connection.execute(
            text(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                " WHERE datname = current_database() AND pid <> pg_backend_pid()"
            )
        )
        connection.execute(text("DROP SCHEMA public CASCADE"))
        connection.execute(text("CREATE SCHEMA public"))
    return database


def run(command: Sequence[str | Path]) -> None:
    as_account = ["runuser", "-u", ACCOUNT, "--"] if os.geteuid() == 0 else []
    subprocess.run([*as_account, *map(str, command)], check=True, stdout=subprocess.DEVNULL, cwd="/")
