"""Files in a folder: named by their content, whole or not there, and never removed from under whoever was told they are there."""

from __future__ import annotations

import hashlib
import os
import threading
import time
from pathlib import Path

import pytest

from pipeline.store.files import FolderFiles, incoming, settle, sweep_incoming

HOUR = 3600.0


@pytest.fixture
def files(tmp_path: Path) -> FolderFiles:
    return FolderFiles(tmp_path / "store")


def place_of(files: FolderFiles, name: str) -> Path:
    return files.folder / "objects" / name[:2] / name


def aged(files: FolderFiles, data: bytes, seconds: float = 2 * HOUR) -> str:
    """Put so long ago."""
    name = files.put(data)
    then = time.time() - seconds
    os.utime(place_of(files, name), (then, then))
    return name


def test_what_was_put_is_there_by_its_digest(files: FolderFiles) -> None:
    name = files.put(b"paper")
    assert name == hashlib.sha256(b"paper").hexdigest()
    assert files.get(name) == b"paper"
    assert files.local(name).read_bytes() == b"paper"
    assert [one for one, _ in files.names()] == [name]


def test_the_same_bytes_are_kept_once(files: FolderFiles) -> None:
    first = place_of(files, files.put(b"paper")).stat().st_ino
    assert place_of(files, files.put(b"paper")).stat().st_ino == first


def test_a_finished_file_is_adopted(files: FolderFiles) -> None:
    for _ in range(2):
        with incoming(files.folder) as (file, path):
            file.write(b"paper")
            settle(file)
            files.adopt(path, hashlib.sha256(b"paper").hexdigest())
    assert files.get(hashlib.sha256(b"paper").hexdigest()) == b"paper"
    assert list((files.folder / "incoming").iterdir()) == []


def test_what_is_not_finished_is_not_there(files: FolderFiles) -> None:
    with pytest.raises(RuntimeError), incoming(files.folder) as (file, _):
        file.write(b"half a pap")
        raise RuntimeError
    assert list(files.names()) == []
    assert list((files.folder / "incoming").iterdir()) == []


def test_a_file_is_on_disk_before_it_has_its_name(files: FolderFiles, monkeypatch: pytest.MonkeyPatch) -> None:
    done: list[str] = []
    sync, rename = os.fsync, Path.replace

    def noted_sync(descriptor: int) -> None:
        done.append("sync")
        sync(descriptor)

    def noted_rename(path: Path, target: Path) -> Path:
        done.append("rename")
        return rename(path, target)

    monkeypatch.setattr(os, "fsync", noted_sync)
    monkeypatch.setattr(Path, "replace", noted_rename)
    files.put(b"paper")
    assert done == ["sync", "rename", "sync", "sync"]  # the bytes; then the folder, and the new folder's


def test_what_a_killed_process_left_half_written_is_swept(files: FolderFiles) -> None:
    left = files.folder / "incoming" / "tmp1"
    left.write_bytes(b"half")
    assert sweep_incoming(files.folder, HOUR) == 0
    os.utime(left, (0, 0))
    assert sweep_incoming(files.folder, HOUR) == 1
    assert not left.exists()


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such permissions")
def test_nobody_else_may_look(files: FolderFiles) -> None:
    name = files.put(b"paper")
    place = place_of(files, name)
    folders = {folder for folder in (place.parent, *place.parent.parents) if folder.is_relative_to(files.folder)}
    assert {folder.stat().st_mode & 0o777 for folder in (*folders, files.folder / "incoming")} == {0o700}
    assert place.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("name", ["", "../../etc/passwd", "a" * 63, "A" * 64, "a" * 64 + "\n", "a" * 65, "a" * 60 + "/../"])
def test_only_digests_are_names(files: FolderFiles, name: str) -> None:
    for ask in (files.get, files.local, files.remove):
        with pytest.raises(ValueError, match="not the name"):
            ask(name)


def test_what_is_not_there_is_told_as_such(files: FolderFiles) -> None:
    for ask in (files.get, files.local):
        with pytest.raises(FileNotFoundError):
            ask("a" * 64)
    assert not files.remove("a" * 64)


def test_what_was_put_lately_is_not_removed_as_unused(files: FolderFiles) -> None:
    name = files.put(b"paper")
    assert not files.remove(name, unused_for=HOUR)
    assert files.remove(name)


def test_what_is_put_again_counts_as_put_now(files: FolderFiles) -> None:
    old, again = aged(files, b"old"), aged(files, b"again")
    files.put(b"again")
    assert files.remove(old, unused_for=HOUR)
    assert not files.remove(again, unused_for=HOUR)


def test_what_is_put_again_while_it_is_purged_stays(files: FolderFiles, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever was told that a file is there finds it, also when a purge has just found it old."""
    name = aged(files, b"paper")
    putting = threading.Thread(target=files.put, args=(b"paper",))
    unlink = Path.unlink

    def slow_unlink(path: Path, missing_ok: bool = False) -> None:
        if path.name == name:
            putting.start()
            putting.join(0.3)
        unlink(path, missing_ok)

    monkeypatch.setattr(Path, "unlink", slow_unlink)
    files.remove(name, unused_for=HOUR)
    putting.join()
    assert files.get(name) == b"paper"
