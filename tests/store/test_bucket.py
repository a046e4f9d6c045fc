"""Files in a bucket: as in a folder, with copies for reading; a bucket that is away is told as such, soon."""

from __future__ import annotations

import hashlib
import os
import time
from pathlib import Path

import pytest

from pipeline.problems import UsageError
from pipeline.store.files import BucketFiles, FilesAway, incoming, open_files, reaching

HOUR = 3600.0


@pytest.fixture
def files(bucket: str, tmp_path: Path) -> BucketFiles:
    return BucketFiles(bucket, tmp_path / "cache")


def copies(folder: Path) -> set[str]:
    return {file.name for file in (folder / "objects").glob("??/*")}


def test_what_was_put_is_there_by_its_digest(files: BucketFiles) -> None:
    name = files.put(b"paper")
    assert name == hashlib.sha256(b"paper").hexdigest()
    assert files.get(name) == b"paper"
    assert files.local(name).read_bytes() == b"paper"
    ((found, at),) = files.names()
    assert found == name
    assert abs(at - time.time()) < 60


def test_another_machine_sees_it(files: BucketFiles, bucket: str, tmp_path: Path) -> None:
    name = files.put(b"paper")
    assert BucketFiles(bucket, tmp_path / "other").local(name).read_bytes() == b"paper"


def test_a_finished_file_is_adopted(files: BucketFiles, tmp_path: Path) -> None:
    with incoming(tmp_path) as (file, path):
        file.write(b"paper")
        file.flush()
        files.adopt(path, hashlib.sha256(b"paper").hexdigest())
    assert files.get(hashlib.sha256(b"paper").hexdigest()) == b"paper"


def test_what_is_removed_is_gone_here_and_there(files: BucketFiles, tmp_path: Path) -> None:
    name = files.put(b"paper")
    files.local(name)
    assert not files.remove(name, unused_for=HOUR)
    assert files.remove(name)
    assert not files.remove(name)
    assert copies(tmp_path / "cache") == set()
    for ask in (files.get, files.local):
        with pytest.raises(FileNotFoundError):
            ask(name)


def test_copies_unused_for_long_make_room_and_those_in_use_stay(bucket: str, tmp_path: Path) -> None:
    files = BucketFiles(bucket, tmp_path / "cache", room=1000)
    old, used, new = (files.put(letter * 500) for letter in (b"o", b"u", b"n"))
    for name in (old, used):
        copy = files.local(name)
        os.utime(copy, (0, 0))
    files.local(used)
    assert files.local(new).read_bytes() == b"n" * 500
    assert copies(tmp_path / "cache") == {used, new}
    assert files.local(old).read_bytes() == b"o" * 500


def test_a_store_that_keeps_files_in_a_bucket_takes_in_uploads(bucket: str, tmp_path: Path) -> None:
    from pipeline.store.store import Store

    store = Store(tmp_path / "service", files=bucket)
    with incoming(store.folder) as (file, path):
        file.write(b"paper")
        file.flush()
        store.files.adopt(path, hashlib.sha256(b"paper").hexdigest())
    assert len(list(store.files.names())) == 1


def test_a_bucket_that_does_not_answer_is_told_within_seconds(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    import fsspec

    fsspec.get_filesystem_class("s3").clear_instance_cache()
    monkeypatch.setenv("AWS_ENDPOINT_URL", "http://127.0.0.1:9")  # nobody listens there
    away = BucketFiles("s3://nobody/heyan", tmp_path / "cache")
    began = time.monotonic()
    with pytest.raises(FilesAway, match="does not answer"):
        away.put(b"paper")
    assert time.monotonic() - began < 40
    fsspec.get_filesystem_class("s3").clear_instance_cache()


def test_a_passing_failure_is_not_noticed() -> None:
    tries = []

    def call() -> str:
        tries.append(1)
        if len(tries) < 3:
            raise TimeoutError
        return "there"

    assert reaching(call) == "there"


def test_a_bucket_of_an_unknown_kind_is_refused_in_one_line(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="setting files"):
        open_files("nothing-like-that://bucket", tmp_path)
