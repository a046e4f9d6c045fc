"""Files by their content: bytes in, their SHA-256 out, which is their name. What was put is on disk, whole, or not there at all.

In a folder by default; in a bucket where a URL is set (``s3://…``, any that fsspec knows).
"""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any, Protocol

from pipeline.problems import UsageError

NAME = re.compile(r"[0-9a-f]{64}\Z")


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
        """Where it can be read on this machine; not to be changed."""
        ...

    def remove(self, name: str) -> None:
        """Nothing happens when it is not there."""
        ...

    def names(self) -> Iterator[tuple[str, float]]:
        """All that is kept, with the moment it was written in seconds since 1970."""
        ...


class FolderFiles:
    """Below ``folder``: ``objects/ab/abcdef…`` and ``incoming`` for what is not whole yet."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._objects = folder / "objects"
        for place in (self._objects, folder / "incoming"):
            place.mkdir(parents=True, exist_ok=True, mode=0o700)

    def put(self, data: bytes) -> str:
        name = hashlib.sha256(data).hexdigest()
        if not self._place(name).exists():
            with incoming(self.folder) as (file, path):
                file.write(data)
                settle(file)
                self.adopt(path, name)
        return name

    def adopt(self, file: Path, name: str) -> None:
        place = self._place(name)
        if place.exists():
            place.touch()  # a sweep for files that nobody names looks at the time
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

    def remove(self, name: str) -> None:
        self._place(name).unlink(missing_ok=True)

    def names(self) -> Iterator[tuple[str, float]]:
        for place in self._objects.glob("??/*"):
            if NAME.match(place.name):
                try:
                    yield place.name, place.stat().st_mtime
                except FileNotFoundError:  # removed meanwhile
                    continue

    def _place(self, name: str) -> Path:
        return self._objects / checked(name)[:2] / name


class BucketFiles:
    """In a bucket, named the same way; what was read lately lies in ``cache`` too, at most ``room`` bytes of it."""

    def __init__(self, url: str, cache: Path, *, room: int = 5_000_000_000) -> None:
        import fsspec

        self._system, self._root = fsspec.core.url_to_fs(url, use_listings_cache=False)
        self._cache = FolderFiles(cache)
        self._room = room

    def put(self, data: bytes) -> str:
        name = hashlib.sha256(data).hexdigest()
        if not self._system.exists(self._place(name)):
            self._system.pipe_file(self._place(name), data)  # an object is there whole, or not at all
        return name

    def adopt(self, file: Path, name: str) -> None:
        self._system.put_file(str(file), self._place(name))
        file.unlink()

    def get(self, name: str) -> bytes:
        data: bytes = self._system.cat_file(self._place(name))
        return data

    def local(self, name: str) -> Path:
        try:
            return self._cache.local(name)
        except FileNotFoundError:
            self._make_room()
            self._cache.put(self.get(name))
            return self._cache.local(name)

    def remove(self, name: str) -> None:
        self._cache.remove(name)
        if self._system.exists(self._place(name)):
            self._system.rm_file(self._place(name))

    def names(self) -> Iterator[tuple[str, float]]:
        for place, info in self._system.find(f"{self._root}/objects", detail=True).items():
            name = place.rsplit("/", 1)[-1]
            if NAME.match(name):
                yield name, moment_of(info)

    def _make_room(self) -> None:
        """The oldest go first, until a tenth of the room is free."""
        kept = sorted(((at, name) for name, at in self._cache.names()), reverse=True)
        used = 0
        for _, name in kept:
            used += self._cache.local(name).stat().st_size
            if used > 0.9 * self._room:
                self._cache.remove(name)

    def _place(self, name: str) -> str:
        return f"{self._root}/objects/{checked(name)[:2]}/{name}"


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
    with NamedTemporaryFile(dir=folder / "incoming", delete=False) as file:
        path = Path(file.name)
        try:
            yield file, path
        finally:
            path.unlink(missing_ok=True)


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
