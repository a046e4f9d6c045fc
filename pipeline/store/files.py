"""Files by their content: bytes in, their SHA-256 out, which is their name. What was put is on disk, whole, or not there at all.

In a folder by default; in a bucket where a URL is set (``s3://…``, any that fsspec knows).
"""

from __future__ import annotations

import asyncio
import hashlib
import os
import re
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any, Protocol, TypeVar

from pipeline.problems import UsageError

NAME = re.compile(r"[0-9a-f]{64}\Z")
FRESH = 6 * 3600.0
"""Seconds for which what lies in a bucket counts as put lately; ``heyan purge`` leaves alone what was for a day."""
IN_USE = 3600.0
"""Seconds for which a copy stays after it was asked for: longer than anything reads it."""
PAUSES = (0.2, 1.0, 3.0)
"""Seconds before a bucket that does not answer is asked again."""
T = TypeVar("T")


class FilesAway(OSError):
    """The bucket does not answer, or not now: worth another try later."""


class Files(Protocol):
    """Where originals, page pictures, readings and reports lie."""

    def put(self, data: bytes) -> str:
        """Keeps the bytes; returns their name."""
        ...

    def adopt(self, file: Path, name: str) -> None:
        """Keeps a finished file of our own, whose SHA-256 is ``name``. The file may be gone afterwards."""
        ...

    def get(self, name: str) -> bytes:
        """Raises ``FileNotFoundError`` when it was never kept, or purged."""
        ...

    def local(self, name: str) -> Path:
        """Where it can be read on this machine, at least for the next hour; not to be changed."""
        ...

    def remove(self, name: str, *, unused_for: float = 0.0) -> bool:
        """Whether it was there and is gone; what was put within ``unused_for`` seconds stays."""
        ...

    def names(self) -> Iterator[tuple[str, float]]:
        """All that is kept, with the moment it was put last in seconds since 1970."""
        ...


class FolderFiles:
    """Below ``folder``: ``objects/ab/abcdef…`` and ``incoming`` for what is not whole yet. A lock makes one thing of finding a
    file and marking it as used, and of finding it unused and removing it, so that nobody loses what he was just told is there."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._objects = folder / "objects"
        for place in (folder, self._objects, folder / "incoming"):
            place.mkdir(parents=True, exist_ok=True, mode=0o700)

    def put(self, data: bytes) -> str:
        name = hashlib.sha256(data).hexdigest()
        if not self._used(name):
            with incoming(self.folder) as (file, path):
                file.write(data)
                settle(file)
                self.adopt(path, name)
        return name

    def adopt(self, file: Path, name: str) -> None:
        place = self._place(name)
        if self._used(name):
            sync_folder(place.parent)  # whoever put it there may not have come to that yet
            return
        made = not place.parent.exists()
        place.parent.mkdir(exist_ok=True, mode=0o700)
        file.replace(place)
        sync_folder(place.parent)
        if made:
            sync_folder(self._objects)

    def get(self, name: str) -> bytes:
        return self._place(name).read_bytes()

    def local(self, name: str) -> Path:
        place = self._place(name)
        if not place.is_file():
            raise FileNotFoundError(f"no file {name[:12]}… in the store")
        return place

    def lend(self, name: str) -> Path | None:
        """As ``local``, and marked as used; None when it is not there."""
        return self._place(name) if self._used(name) else None

    def remove(self, name: str, *, unused_for: float = 0.0) -> bool:
        place = self._place(name)
        with self._lock(alone=True):
            try:
                if unused_for and time.time() - place.stat().st_mtime < unused_for:
                    return False
                place.unlink()
            except FileNotFoundError:
                return False
        return True

    def names(self) -> Iterator[tuple[str, float]]:
        for place in self._objects.glob("??/*"):
            if NAME.match(place.name):
                try:
                    yield place.name, place.stat().st_mtime
                except FileNotFoundError:  # removed meanwhile
                    continue

    def _used(self, name: str) -> bool:
        """Whether it is there; then it counts as put now."""
        with self._lock(alone=False):
            try:
                os.utime(self._place(name))
            except FileNotFoundError:
                return False
        return True

    @contextmanager
    def _lock(self, *, alone: bool) -> Iterator[None]:
        """Held together by those who use files, alone by who removes one; across threads and processes."""
        if os.name == "nt":
            yield
            return
        import fcntl

        with (self.folder / "objects.lock").open("ab") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX if alone else fcntl.LOCK_SH)
            yield

    def _place(self, name: str) -> Path:
        return self._objects / checked(name)[:2] / name


class BucketFiles:
    """In a bucket, named the same way; what was asked for lately lies in ``cache`` too, about ``room`` bytes of it.

    A bucket cannot find and remove in one step: between the two lie some milliseconds in which ``remove`` would not see that the
    same bytes are put anew."""

    def __init__(self, url: str, cache: Path, *, room: int = 5_000_000_000) -> None:
        import fsspec

        self._system, self._root = fsspec.core.url_to_fs(url, use_listings_cache=False, **patience(url))
        self._cache = FolderFiles(cache)
        self._room = room
        self._fetched = room  # so that the first look counts what earlier processes left

    def put(self, data: bytes) -> str:
        name = hashlib.sha256(data).hexdigest()
        if not self._is_fresh(name):
            reaching(lambda: self._system.pipe_file(self._place(name), data))  # an object is there whole, or not at all
        return name

    def adopt(self, file: Path, name: str) -> None:
        if not self._is_fresh(name):
            reaching(lambda: self._system.put_file(str(file), self._place(name)))
        file.unlink()

    def get(self, name: str) -> bytes:
        data: bytes = reaching(lambda: self._system.cat_file(self._place(name)))
        return data

    def local(self, name: str) -> Path:
        kept = self._cache.lend(name)
        if kept is not None:
            return kept
        data = self.get(name)
        self._make_room(len(data))
        if self._cache.put(data) != name:
            raise FilesAway(f"the bucket gave other bytes for {name[:12]}…")
        return self._cache.local(name)

    def remove(self, name: str, *, unused_for: float = 0.0) -> bool:
        self._cache.remove(name)
        written = self._written(name)
        if written is None or (unused_for and time.time() - written < unused_for):
            return False
        reaching(lambda: self._system.rm_file(self._place(name)))
        return True

    def names(self) -> Iterator[tuple[str, float]]:
        found = reaching(lambda: self._system.find(f"{self._root}/objects", detail=True))
        for place, info in found.items():
            name = place.rsplit("/", 1)[-1]
            if NAME.match(name):
                yield name, moment_of(info)

    def _is_fresh(self, name: str) -> bool:
        """Whether it is there, put so lately that no purge is near; else it is put anew, which makes it fresh."""
        written = self._written(name)
        return written is not None and time.time() - written < FRESH

    def _written(self, name: str) -> float | None:
        try:
            return moment_of(reaching(lambda: self._system.info(self._place(name))))
        except FileNotFoundError:
            return None

    def _make_room(self, wanted: int) -> None:
        """Now and then the copies unused for longest go, until a fifth of the room is free; those in use stay, even beyond."""
        self._fetched += wanted
        if self._fetched < 0.1 * self._room:
            return
        self._fetched = used = 0
        for _, name in sorted(((at, name) for name, at in self._cache.names()), reverse=True):
            try:
                used += self._cache.local(name).stat().st_size
            except FileNotFoundError:  # another process made room
                continue
            if used + wanted > 0.8 * self._room:
                self._cache.remove(name, unused_for=IN_USE)

    def _place(self, name: str) -> str:
        return f"{self._root}/objects/{checked(name)[:2]}/{name}"


def reaching(call: Callable[[], T]) -> T:
    """The bucket's answer, asked for again a few times. Raises ``FilesAway`` when there is none; what is not there or not allowed
    is said at once."""
    for pause in (*PAUSES, None):
        try:
            return call()
        except (FileNotFoundError, PermissionError):
            raise
        except bucket_errors() as error:
            if pause is None:
                raise FilesAway(f"the bucket does not answer ({type(error).__name__})") from None
            time.sleep(pause)
    raise AssertionError("the last try returns or raises")


def bucket_errors() -> tuple[type[Exception], ...]:
    """What fsspec's systems raise when they cannot be reached."""
    try:
        from botocore.exceptions import BotoCoreError
    except ImportError:
        return (OSError, asyncio.TimeoutError)
    return (OSError, asyncio.TimeoutError, BotoCoreError)


def patience(url: str) -> dict[str, Any]:
    """S3's own waiting is cut short: by default a dead bucket would hold a caller for minutes."""
    if not url.startswith(("s3://", "s3a://")):
        return {}
    return {"config_kwargs": {"connect_timeout": 5, "read_timeout": 30, "retries": {"max_attempts": 2}}}


def moment_of(info: dict[str, Any]) -> float:
    """When an object was written, whatever its system calls that; 0 when it does not say."""
    at = info.get("LastModified") or info.get("mtime") or info.get("created") or 0.0
    return float(at.timestamp() if hasattr(at, "timestamp") else at)


def open_files(url: str, folder: Path) -> Files:
    """``url`` empty: in ``folder``; else the bucket, with ``folder`` as the place for copies."""
    if not url:
        return FolderFiles(folder)
    try:
        return BucketFiles(url, folder / "cache")
    except (ImportError, ValueError) as error:
        raise UsageError(
            f"setting files: {url.split('://', maxsplit=1)[0]} cannot be used ({error}); install 'heyan[s3]' for s3://"
        ) from None


@contextmanager
def incoming(folder: Path) -> Iterator[tuple[Any, Path]]:
    """A file that is being written, on the file system of ``folder``; gone afterwards unless it was adopted."""
    place = folder / "incoming"
    place.mkdir(exist_ok=True, mode=0o700)
    with NamedTemporaryFile(dir=place, delete=False) as file:
        path = Path(file.name)
        try:
            yield file, path
        finally:
            path.unlink(missing_ok=True)


def sweep_incoming(folder: Path, older_than: float) -> int:
    """Removes what was left half-written, by a process that was killed, for more seconds than that; how many."""
    left = [file for file in folder.glob("incoming/*") if time.time() - file.stat().st_mtime > older_than]
    for file in left:
        file.unlink(missing_ok=True)
    return len(left)


def settle(file: Any) -> None:
    """What was written is on disk when this returns."""
    file.flush()
    os.fsync(file.fileno())


def sync_folder(folder: Path) -> None:
    """A new name in a folder is only kept for certain once the folder is on disk too."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def checked(name: str) -> str:
    """A name that is a SHA-256 and therefore no path."""
    if not NAME.match(name):
        raise ValueError("not the name of a stored file")
    return name
