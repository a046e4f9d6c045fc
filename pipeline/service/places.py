"""Places where application folders are dropped: a folder or a bucket in; what lies there, at hand for reading, and reports back.

An application is whatever has an ``application.json`` directly below a folder of its own. What we write goes into its
``heyan-report``, which is never looked at as a part of it.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple, Protocol

from pipeline.form import FILE
from pipeline.problems import UsageError
from pipeline.store.files import patience, reaching

REPORTS = "heyan-report"
READY = ".ready"
"""Whoever puts a file of this name beside application.json says that the folder is complete."""


class Dropped(NamedTuple):
    """An application folder as it lies there now. ``state`` changes with any of its files; ``ready``: it is called complete."""

    name: str
    state: str
    ready: bool


class Place(Protocol):
    def dropped(self) -> list[Dropped]:
        """All application folders, by name."""
        ...

    def at_hand(self, name: str) -> AbstractContextManager[Path]:
        """The application folder on this machine, while the context lasts."""
        ...

    def get(self, name: str, file: str) -> bytes | None:
        """A file of ours in the application's folder; None when it is not there."""
        ...

    def put(self, name: str, file: str, data: bytes) -> None:
        """Writes a file of ours, whole or not at all."""
        ...

    def remove(self, name: str, file: str) -> None:
        """Nothing happens when it is not there."""
        ...

    def shown(self, name: str, file: str) -> str:
        """Where people find a file of ours."""
        ...


class FolderPlace:
    """Application folders directly below ``folder``."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def dropped(self) -> list[Dropped]:
        found = []
        for folder in sorted(self._folder.iterdir()):
            if not folder.name.startswith(".") and folder.is_dir() and not folder.is_symlink() and (folder / FILE).is_file():
                try:
                    found.append(as_dropped(folder.name, list(entries(folder))))
                except FileNotFoundError:  # somebody is moving files: another look will do
                    continue
        return found

    def at_hand(self, name: str) -> AbstractContextManager[Path]:
        return nullcontext(self._folder / name)

    def get(self, name: str, file: str) -> bytes | None:
        place = self._folder / name / REPORTS / file
        return place.read_bytes() if place.is_file() else None

    def put(self, name: str, file: str, data: bytes) -> None:
        place = self._folder / name / REPORTS / file
        if place.parent.is_symlink():  # whoever dropped the folder has no say in where we write
            place.parent.unlink()
        place.parent.mkdir(exist_ok=True)
        part = place.with_name(f".{file}.part")
        part.unlink(missing_ok=True)
        with part.open("xb") as opened:
            opened.write(data)
        part.replace(place)

    def remove(self, name: str, file: str) -> None:
        place = self._folder / name / REPORTS / file
        if place.is_file():
            place.unlink()

    def shown(self, name: str, file: str) -> str:
        return str(self._folder / name / REPORTS / file)


class BucketPlace:
    """Application folders below a bucket's prefix: ``s3://bucket/prefix/<folder>/application.json``."""

    def __init__(self, url: str, *, file_bytes: int) -> None:
        import fsspec

        try:
            self._system, root = fsspec.core.url_to_fs(url, use_listings_cache=False, **patience(url))
        except (ImportError, ValueError) as error:
            raise UsageError(
                f"{url.split('://', maxsplit=1)[0]} cannot be used ({error}); install 'heyan[s3]' for s3://"
            ) from None
        self._root = root.rstrip("/")
        self._file_bytes = file_bytes

    def dropped(self) -> list[Dropped]:
        folders: dict[str, list[tuple[str, str]]] = {}
        for place, info in self._listed(self._root).items():
            name, _, file = place[len(self._root) + 1 :].partition("/")
            if file and is_plain(name) and not file.startswith(f"{REPORTS}/"):
                version = info.get("ETag") or info.get("LastModified") or info.get("mtime")
                folders.setdefault(name, []).append((file, f"{info['size']} {version}"))
        return [as_dropped(name, files) for name, files in sorted(folders.items()) if any(file == FILE for file, _ in files)]

    @contextmanager
    def at_hand(self, name: str) -> Iterator[Path]:
        """A copy. Keys that would leave the folder are left out; of a file beyond the limit as much as shows that it is."""
        with TemporaryDirectory(prefix="heyan-") as work:
            home = f"{self._root}/{name}"
            for key in self._listed(home):
                file = PurePosixPath(key[len(home) + 1 :])
                if all(is_plain(part) for part in file.parts) and file.parts and file.parts[0] != REPORTS:
                    place = Path(work, *file.parts)
                    place.parent.mkdir(parents=True, exist_ok=True)
                    place.write_bytes(self._read(key, self._file_bytes + 1))
            yield Path(work)

    def get(self, name: str, file: str) -> bytes | None:
        try:
            data: bytes = reaching(lambda: self._system.cat_file(f"{self._root}/{name}/{REPORTS}/{file}"))
        except FileNotFoundError:
            return None
        return data

    def put(self, name: str, file: str, data: bytes) -> None:
        reaching(lambda: self._system.pipe_file(f"{self._root}/{name}/{REPORTS}/{file}", data))

    def remove(self, name: str, file: str) -> None:
        place = f"{self._root}/{name}/{REPORTS}/{file}"
        if reaching(lambda: self._system.exists(place)):
            reaching(lambda: self._system.rm_file(place))

    def shown(self, name: str, file: str) -> str:
        return self._system.unstrip_protocol(f"{self._root}/{name}/{REPORTS}/{file}")  # type: ignore[no-any-return]

    def _read(self, key: str, limit: int) -> bytes:
        data: bytes = reaching(lambda: self._system.cat_file(key, start=0, end=limit)) if self._size(key) else b""
        return data

    def _size(self, key: str) -> int:
        return int(reaching(lambda: self._system.info(key))["size"])

    def _listed(self, root: str) -> dict[str, Any]:
        found: dict[str, Any] = reaching(lambda: self._system.find(root, detail=True))
        return found


def open_place(place: str, *, file_bytes: int) -> Place:
    """A folder's path or a bucket's URL. Raises ``UsageError`` when it cannot be watched."""
    if "://" in place:
        return BucketPlace(place, file_bytes=file_bytes)
    folder = Path(place)
    if not folder.is_dir():
        raise UsageError(f"{place} is not a folder")
    if (folder / FILE).exists():
        raise UsageError(f"{place} is an application itself; name the folder into which applications are dropped")
    return FolderPlace(folder)


def entries(folder: Path) -> Iterator[tuple[str, str]]:
    """Each file below with what changes when it does; links are not followed."""
    for parent, folders, files in os.walk(folder):
        if Path(parent) == folder and REPORTS in folders:
            folders.remove(REPORTS)
        for file in files:
            path = Path(parent, file)
            status = path.lstat()
            yield str(path.relative_to(folder)), f"{status.st_size} {status.st_mtime_ns}"


def as_dropped(name: str, files: Iterable[tuple[str, str]]) -> Dropped:
    listed = sorted(files)
    state = hashlib.sha256(repr(listed).encode("utf-8", "surrogatepass")).hexdigest()
    return Dropped(name=name, state=state, ready=any(file == READY for file, _ in listed))


def is_plain(part: str) -> bool:
    """A part of a key that is no step out of a folder, here or on Windows."""
    return part not in ("", ".", "..") and not set(part) & set("\\:\0")
