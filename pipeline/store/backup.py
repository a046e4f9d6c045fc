"""Backup and restore: a store in, a folder out that holds one state of it, whole; and back into an empty store.

The database's state comes first, as of one moment; then the files that it names, which are on disk before any row names them and
never change. So the service may go on meanwhile. A second backup into the same folder copies only what is new, and takes out what
is no longer named: what was purged is gone from the backup, too.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import sqlite3
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path
from typing import Literal

from pydantic import ValidationError
from sqlalchemy import URL, Engine, create_engine, inspect, make_url, text
from sqlalchemy.orm import Session

from models.records import Record
from pipeline.problems import UsageError
from pipeline.store import tables
from pipeline.store.files import Files, FolderFiles, incoming, open_files, settle, sync_folder
from pipeline.store.references import all_named
from pipeline.store.store import Store, database_url

ABOUT = "backup.json"
DUMPS: dict[str, str] = {"sqlite": "heyan.db", "postgresql": "heyan.pgdump"}
CHUNK = 1 << 20


class Backup(Record):
    """What a backup says of itself, written when all the rest is there. ``dump``: SHA-256 of the database's file."""

    format: Literal[1] = 1
    database: Literal["sqlite", "postgresql"]
    dump: str
    files: int
    made_at: datetime


class Done(Record):
    """``files`` the backup holds, ``new`` of them copied now; ``missing``: what the store names and neither has."""

    files: int
    new: int
    missing: int


def back_up(store: Store, target: Path) -> Done:
    """The store as it is now, into ``target``. Raises ``UsageError`` when that is no place for it."""
    with alone(store.folder):
        place = prepared(target, store)
        kind = store.database.engine.dialect.name
        part = target / f"{DUMPS[kind]}.part"
        names = dump_sqlite(store, part) if kind == "sqlite" else dump_postgresql(store, part)
        new, missing = copy_all(names, store.files, place)
        part.replace(target / DUMPS[kind])
        about = Backup(database=kind, dump=sha256_of(target / DUMPS[kind]), files=len(names) - missing, made_at=tables.now())
        write_whole(target / ABOUT, about.model_dump_json(indent=2))
        for name in {name for name, _ in place.names()} - names:
            place.remove(name)
        store.deeds.note("backup", f"{len(names)} files, {new} of them new")
        return Done(files=len(names) - missing, new=new, missing=missing)


def restore(source: Path, folder: Path, *, database: str = "", files: str = "") -> Backup:
    """The backup as the store of these settings, which must be empty. Every file is compared with its name."""
    backup = read_about(source)
    url = make_url(database_url(folder, database))
    if url.get_backend_name() != backup.database:
        raise UsageError(f"the backup is of {backup.database}, the setting service.database names {url.get_backend_name()}")
    dump = source / DUMPS[backup.database]
    if not dump.is_file() or sha256_of(dump) != backup.dump:
        raise UsageError(f"{dump} is damaged or missing; nothing was restored")
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    with alone(folder):
        target = open_files(files, folder)
        refuse_unless_empty(url, target)
        damaged = copy_back(FolderFiles(source), target, folder)
        if damaged:
            raise UsageError(f"{damaged} files of the backup are damaged; no database was restored, so that nothing names them")
        load_sqlite(dump, Path(url.database or "")) if backup.database == "sqlite" else load_postgresql(dump, url)
        store = Store(folder, database=database, files=files)
        with store.database.reading() as session:
            missing = all_named(session, store.files) - {name for name, _ in store.files.names()}
        if missing:
            raise UsageError(f"restored, but {len(missing)} files that the backup names are not in it")
        store.deeds.note("restore", f"{backup.files} files, backup of {backup.made_at.isoformat(timespec='seconds')}")
    return backup


def prepared(target: Path, store: Store) -> FolderFiles:
    """The folder for a backup: new, empty, or one that holds a backup."""
    if target.resolve() == store.folder.resolve():
        raise UsageError(f"{target} is the store itself; choose another folder")
    if target.exists() and not target.is_dir():
        raise UsageError(f"{target} is not a folder")
    if target.is_dir() and any(target.iterdir()) and not ((target / "objects").is_dir() or (target / ABOUT).exists()):
        raise UsageError(f"{target} holds something else than a backup; choose an empty folder")
    return FolderFiles(target)


def read_about(source: Path) -> Backup:
    try:
        return Backup.model_validate_json((source / ABOUT).read_text("utf-8"))
    except (OSError, ValidationError, UnicodeDecodeError):
        raise UsageError(f"{source} holds no whole backup: {ABOUT} is missing or cannot be used") from None


def dump_sqlite(store: Store, part: Path) -> set[str]:
    """The database as of now into ``part``; what its rows name."""
    part.unlink(missing_ok=True)
    part.touch(mode=0o600)
    with closing(sqlite3.connect(store.database.engine.url.database or "")) as source, closing(sqlite3.connect(part)) as copy:
        source.backup(copy)  # all pages in one step: one state, while writers go on
        copy.execute("PRAGMA journal_mode=DELETE")  # one file, without a log beside it
    sync_file(part)
    engine = create_engine(f"sqlite:///{part}")
    with Session(engine) as session:
        names = all_named(session, store.files)
    engine.dispose()
    return names


def dump_postgresql(store: Store, part: Path) -> set[str]:
    """The same; ``pg_dump`` and we look at one snapshot."""
    engine = store.database.engine
    with engine.connect().execution_options(isolation_level="REPEATABLE READ") as connection:
        snapshot = str(connection.scalar(text("SELECT pg_export_snapshot()")))
        run_tool("pg_dump", engine.url, ["--format=custom", f"--snapshot={snapshot}", f"--file={part}"])
        part.chmod(0o600)
        sync_file(part)
        with Session(connection) as session:
            return all_named(session, store.files)


def load_sqlite(dump: Path, place: Path) -> None:
    part = place.with_name(place.name + ".part")
    shutil.copyfile(dump, part)
    part.chmod(0o600)
    sync_file(part)
    part.replace(place)
    sync_folder(place.parent)


def load_postgresql(dump: Path, url: URL) -> None:
    run_tool("pg_restore", url, ["--no-owner", "--no-privileges", "--single-transaction", "--exit-on-error", str(dump)])


def run_tool(name: str, url: URL, arguments: Sequence[str]) -> None:
    """One of PostgreSQL's own programs on our database; the password goes by the environment, where no list of processes shows
    it."""
    program = shutil.which(name)
    if program is None:
        raise UsageError(f"{name} is not installed; PostgreSQL's client programs are needed (Debian: postgresql-client)")
    address = url.set(drivername="postgresql")._replace(password=None).render_as_string()
    environment = {**os.environ, **({"PGPASSWORD": str(url.password)} if url.password else {})}
    done = subprocess.run(
        [program, f"--dbname={address}", *arguments], env=environment, capture_output=True, text=True, check=False
    )
    if done.returncode:
        lines = done.stderr.strip().splitlines() or ["no message"]
        raise UsageError(f"{name} failed: {lines[0]}")


def copy_all(names: set[str], source: Files, target: FolderFiles) -> tuple[int, int]:
    """How many were new, and how many are missing in ``source``."""
    there = {name for name, _ in target.names()}
    new = missing = 0
    for name in sorted(names - there):
        try:
            copy(source, name, target)
            new += 1
        except FileNotFoundError:
            missing += 1
    return new, missing


def copy(source: Files, name: str, target: FolderFiles) -> None:
    """Linked where both lie on one file system: what is kept by its content never changes."""
    if not isinstance(source, FolderFiles):
        target.put(source.get(name))
        return
    file = source.local(name)
    with incoming(target.folder) as (part, path):
        try:
            link = path.with_suffix(".link")
            link.hardlink_to(file)
            link.replace(path)
        except OSError:
            with file.open("rb") as content:
                shutil.copyfileobj(content, part, CHUNK)
            settle(part)
        target.adopt(path, name)


def copy_back(source: FolderFiles, target: Files, folder: Path) -> int:
    """Copies, never links, so that store and backup share no disk block; how many were not what their names say."""
    damaged = 0
    for name, _ in source.names():
        with incoming(folder) as (part, path), source.local(name).open("rb") as content:
            digest = hashlib.sha256()
            while piece := content.read(CHUNK):
                digest.update(piece)
                part.write(piece)
            settle(part)
            if digest.hexdigest() == name:
                target.adopt(path, name)
            else:
                damaged += 1
    return damaged


def refuse_unless_empty(url: URL, files: Files) -> None:
    if next(files.names(), None) is not None:
        raise UsageError("there are files in the store already; restore goes into an empty one only")
    if url.get_backend_name() == "sqlite" and not Path(url.database or "").exists():
        return
    engine: Engine = create_engine(url)
    with engine.connect() as connection:
        filled = bool(inspect(connection).get_table_names())
    engine.dispose()
    if filled:
        raise UsageError("there are tables in the database already; restore goes into an empty one only")


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Backup, restore and purge of one store, one at a time on this machine. Raises ``UsageError`` when another one runs."""
    if os.name == "nt":
        yield
        return
    import fcntl

    with (folder / "operator.lock").open("ab") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise UsageError("a backup, restore or purge of this store is running; try again later") from None
        yield


def write_whole(place: Path, content: str) -> None:
    part = place.with_name(place.name + ".part")
    part.write_text(content, encoding="utf-8")
    sync_file(part)
    part.replace(place)
    sync_folder(place.parent)


def sync_file(file: Path) -> None:
    with file.open("rb+") as opened:
        os.fsync(opened.fileno())


def sha256_of(file: Path) -> str:
    with file.open("rb") as content:
        return hashlib.file_digest(content, "sha256").hexdigest()
