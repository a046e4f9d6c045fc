"""``heyan watch``: every folder that is dropped gets its report, once, whatever happens meanwhile."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from pipeline.problems import UsageError
from pipeline.service.desk import Desk, judge, read_upload
from pipeline.service.places import BucketPlace, FolderPlace, Place, open_place
from pipeline.service.watch import QUIET, Watch
from pipeline.settings import Settings
from pipeline.store.store import Store
from tests.service.blank_engine import BlankEngine

FORM = {"application_id": "KFQ202600001", "programme": "skill-master-studio-2026"}


class Clock:
    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


class Scene:
    """A dropping place, a store, a watcher, and workers that work when they are told to."""

    def __init__(self, place: Place, folder: Path) -> None:
        self.place = place
        self.store = Store(folder)
        self.desk = Desk(self.store, BlankEngine(), Settings())
        self.reads = self.judgings = 0
        self.begin()

    def begin(self) -> None:
        """A watcher that knows nothing of the one before."""
        self.clock, self.lines = Clock(), list[str]()
        self.watch = Watch(self.place, self.store, self.desk.settings.limits, say=self.lines.append, clock=self.clock)

    def look(self, seconds: float = 0.0) -> bool:
        self.clock.now += seconds
        return self.watch.look()

    def settle(self) -> bool:
        """Long enough for a folder to be taken, read, judged and reported."""
        self.look()
        self.look(QUIET)
        self.work()
        return self.look(1.0)

    def work(self) -> None:
        while claim := self.store.uploads.claim("w"):
            self.reads += read_upload(claim, self.desk)
        while judging := self.store.applications.claim("w"):
            self.judgings += 1
            judge(judging, self.desk)


@pytest.fixture
def drop(tmp_path: Path) -> Path:
    (tmp_path / "drop").mkdir()
    return tmp_path / "drop"


@pytest.fixture
def scene(drop: Path, tmp_path: Path) -> Scene:
    return Scene(FolderPlace(drop), tmp_path / "service")


def scan(colour: str) -> bytes:
    buffer = io.BytesIO()
    Image.new("RGB", (60, 80), colour).save(buffer, "PNG")
    return buffer.getvalue()


def files_of(*colours: str, **changes: Any) -> dict[str, bytes]:
    """An application folder's files: one picture for each colour, and the form that lists them."""
    materials = [{"slot": "site_photos", "file": f"{colour}.png", "person": None} for colour in colours]
    form = {**FORM, "materials": materials, **changes}
    return {"application.json": json.dumps(form).encode(), **{f"{colour}.png": scan(colour) for colour in colours}}


def put(drop: Path, name: str, files: dict[str, bytes]) -> Path:
    folder = drop / name
    folder.mkdir(exist_ok=True)
    for file, data in files.items():
        (folder / file).write_bytes(data)
    return folder


def report(folder: Path) -> Any:
    return json.loads((folder / "heyan-report" / "report.json").read_text("utf-8"))


def test_a_dropped_folder_gets_its_report(scene: Scene, drop: Path) -> None:
    folder = put(drop, "a", files_of("red", "blue"))
    assert not scene.settle()
    assert [document["file"] for document in report(folder)["documents"]] == ["red.png", "blue.png"]
    assert "<html" in (folder / "heyan-report" / "report.html").read_text("utf-8")
    assert scene.lines[0] == "a: taken, 2 files"
    assert len(scene.lines) == 2


def test_a_folder_that_is_still_being_copied_is_left_alone(scene: Scene, drop: Path) -> None:
    files = files_of("red", "blue")
    put(drop, "a", {name: files[name] for name in ("application.json", "red.png")})
    scene.look()
    scene.look(QUIET - 1)
    put(drop, "a", {"blue.png": files["blue.png"]})
    scene.look(QUIET - 1)
    scene.look(QUIET - 1)
    assert scene.lines == []
    scene.look(2)
    assert scene.lines == ["a: taken, 2 files"]


def test_a_folder_that_is_said_to_be_ready_is_taken_at_once(scene: Scene, drop: Path) -> None:
    put(drop, "a", {**files_of("red"), ".ready": b""})
    scene.look()
    assert scene.lines == ["a: taken, 1 files"]


def test_a_folder_without_a_form_is_none_of_ours(scene: Scene, drop: Path) -> None:
    put(drop, "a", {"red.png": scan("red")})
    (drop / "application.json.txt").write_text("", encoding="utf-8")
    assert not scene.settle()
    assert scene.lines == []


def test_a_restart_reads_judges_and_writes_nothing_twice(scene: Scene, drop: Path) -> None:
    folder = put(drop, "a", files_of("red"))
    scene.settle()
    written = (folder / "heyan-report" / "report.json").stat().st_mtime_ns
    scene.begin()
    scene.settle()
    assert (scene.reads, scene.judgings) == (1, 1)
    assert (folder / "heyan-report" / "report.json").stat().st_mtime_ns == written


def test_a_watcher_that_ends_before_the_report_is_there_leaves_it_to_the_next(scene: Scene, drop: Path) -> None:
    folder = put(drop, "a", files_of("red"))
    scene.look()
    scene.look(QUIET)
    scene.begin()
    assert not scene.settle()
    assert report(folder)
    assert (scene.reads, scene.judgings) == (1, 1)


def test_a_watcher_killed_while_it_hands_a_folder_in_leaves_the_rest_to_the_next(
    scene: Scene, drop: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = put(drop, "a", {**files_of("red", "blue"), ".ready": b""})
    accept = scene.store.uploads.accept

    def killed(*arguments: Any, **options: Any) -> Any:
        accept(*arguments, **options)
        raise KeyboardInterrupt

    monkeypatch.setattr(scene.store.uploads, "accept", killed)
    with pytest.raises(KeyboardInterrupt):
        scene.look()
    monkeypatch.undo()
    scene.work()
    assert not (folder / "heyan-report").exists()
    scene.begin()
    assert not scene.settle()
    assert len(report(folder)["documents"]) == 2
    assert (scene.reads, scene.judgings) == (2, 1)


def test_a_changed_folder_is_taken_anew(scene: Scene, drop: Path) -> None:
    folder = put(drop, "a", files_of("red", "blue"))
    scene.settle()
    (folder / "blue.png").unlink()
    put(drop, "a", files_of("red", "green"))
    assert not scene.settle()
    assert [document["file"] for document in report(folder)["documents"]] == ["red.png", "green.png"]
    assert scene.reads == 3


def test_a_file_replaced_under_its_name_is_read_under_its_name(scene: Scene, drop: Path) -> None:
    folder = put(drop, "a", files_of("red"))
    scene.settle()
    (folder / "red.png").write_bytes(scan("white"))
    scene.settle()
    (document,) = report(folder)["documents"]
    assert document["file"] == "red.png"
    assert scene.reads == 2


def test_a_report_waits_until_everything_is_read(scene: Scene, drop: Path) -> None:
    folder = put(drop, "a", files_of("red", "blue"))
    scene.look()
    scene.look(QUIET)
    claim = scene.store.uploads.claim("w")
    assert claim
    read_upload(claim, scene.desk)
    assert scene.look(1.0)
    assert not (folder / "heyan-report").exists()


def test_a_form_that_cannot_be_used_is_answered_in_its_folder_until_it_is_put_right(scene: Scene, drop: Path) -> None:
    folder = put(drop, "a", {"application.json": b"{}"})
    assert not scene.settle()
    assert "application_id" in (folder / "heyan-report" / "problem.txt").read_text("utf-8")
    put(drop, "a", files_of("red"))
    scene.settle()
    assert report(folder)
    assert not (folder / "heyan-report" / "problem.txt").exists()


def test_a_second_folder_of_the_same_application_is_refused(scene: Scene, drop: Path) -> None:
    first, second = (put(drop, name, files_of("red")) for name in "ab")
    assert not scene.settle()
    assert report(first)
    assert "folder a" in (second / "heyan-report" / "problem.txt").read_text("utf-8")


def test_a_broken_folder_stops_no_other(scene: Scene, drop: Path) -> None:
    put(drop, "a", {"application.json": b"\xff"})
    folder = put(drop, "b", files_of("red"))
    scene.settle()
    assert report(folder)


def test_a_folder_that_cannot_be_written_to_stops_no_other_and_is_told_once(scene: Scene, drop: Path) -> None:
    for name, number in (("a", "KFQ1"), ("b", "KFQ2")):
        put(drop, name, files_of("red", application_id=number))
    in_the_way = drop / "a" / "heyan-report"
    in_the_way.write_text("", encoding="utf-8")
    for _ in range(3):
        assert not scene.settle()
    assert report(drop / "b")
    assert len([line for line in scene.lines if "cannot be written" in line]) == 1
    in_the_way.unlink()
    scene.settle()
    assert report(drop / "a")


def test_a_link_in_the_place_of_our_folder_leads_us_nowhere(scene: Scene, drop: Path, tmp_path: Path) -> None:
    folder, elsewhere = put(drop, "a", files_of("red")), tmp_path / "elsewhere"
    elsewhere.mkdir()
    (folder / "heyan-report").symlink_to(elsewhere)
    scene.settle()
    assert report(folder)
    assert list(elsewhere.iterdir()) == []


def test_listed_files_that_are_not_there_are_told(scene: Scene, drop: Path, tmp_path: Path) -> None:
    (tmp_path / "secret.png").write_bytes(scan("black"))
    materials = [{"slot": "site_photos", "file": file} for file in ("red.png", "missing.png", "../../secret.png")]
    put(drop, "a", {**files_of("red"), "application.json": json.dumps({**FORM, "materials": materials}).encode()})
    scene.settle()
    assert scene.lines[0] == "a: taken, 1 files, 2 listed files are not there"
    assert scene.reads == 1


def test_a_purged_application_is_not_taken_again_by_itself(scene: Scene, drop: Path) -> None:
    from pipeline.store.purge import called, purge

    put(drop, "a", files_of("red"))
    scene.settle()
    purge(scene.store, called(FORM["application_id"]))
    assert not scene.settle()
    assert "was purged" in scene.lines[-1]
    assert scene.reads == 1


def test_what_is_no_place_for_folders_is_refused(drop: Path) -> None:
    put(drop, "a", files_of("red"))
    for place in (drop / "a", drop / "nowhere"):
        with pytest.raises(UsageError):
            open_place(str(place), file_bytes=1)


def test_a_scheduled_pass_takes_what_is_complete_and_the_next_reports_it(
    scene: Scene, drop: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    flows = pytest.importorskip("pipeline.flows", reason="prefect is an extra: pip install 'heyan[service]'")
    monkeypatch.setattr(flows, "QUIET", 0.0)
    monkeypatch.setenv("HEYAN_SERVICE_FOLDER", str(tmp_path / "service"))
    folder = put(drop, "a", {**files_of("red"), ".ready": b""})
    for _ in range(2):
        flows.take_in_dropped_flow.fn(str(drop))
        scene.work()
    flows.take_in_dropped_flow.fn(str(drop))
    assert report(folder)
    assert (scene.reads, scene.judgings) == (1, 1)


@pytest.fixture
def put_object(bucket: str) -> Callable[[str, bytes], None]:
    import fsspec

    system, root = fsspec.core.url_to_fs(bucket)
    return lambda key, data: system.pipe_file(f"{root}/{key}", data)


def test_a_bucket_is_watched_like_a_folder(bucket: str, put_object: Callable[[str, bytes], None], tmp_path: Path) -> None:
    scene = Scene(open_place(bucket, file_bytes=1000), tmp_path / "service")
    for file, data in files_of("red", "blue").items():
        put_object(f"a/{file}", data)
    put_object("a/empty.png", b"")
    put_object("a/sub/large.png", b"x" * 5000)
    assert not scene.settle()
    written = scene.place.get("a", "report.json")
    assert written
    assert len(json.loads(written)["documents"]) == 2
    scene.begin()
    scene.settle()
    assert (scene.reads, scene.judgings) == (2, 1)
    put_object("a/red.png", scan("white"))
    scene.settle()
    assert scene.reads == 3
    with scene.place.at_hand("a") as folder:
        assert (folder / "sub" / "large.png").stat().st_size == 1001
        assert not (folder / "heyan-report").exists()


def test_two_watchers_of_one_bucket_take_an_application_once(
    bucket: str, put_object: Callable[[str, bytes], None], tmp_path: Path
) -> None:
    for file, data in {**files_of("red"), ".ready": b""}.items():
        put_object(f"a/{file}", data)
    scenes = [Scene(BucketPlace(bucket, file_bytes=10_000), tmp_path / "service") for _ in range(2)]
    for scene in scenes:
        scene.look()
        scene.work()
        scene.look()
    assert [sum(scene.reads for scene in scenes), sum(scene.judgings for scene in scenes)] == [1, 1]
