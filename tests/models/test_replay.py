"""Recorded answers come back for the same pictures, and for no others."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from models.ocr import Image, Quad, Reading
from models.ocr.replay import RecordingEngine, RecordingMissing, ReplayEngine


class Scripted:
    """An engine that answers from a list."""

    name = "scripted"

    def __init__(self, texts: Sequence[str]) -> None:
        self.texts = list(texts)

    def find(self, image: Image) -> list[Quad]:
        height, width = image.shape[:2]
        return [np.array([[0, 0], [width, 0], [width, height], [0, height]], dtype=np.float32)]

    def read(self, strips: Sequence[Image]) -> list[Reading]:
        return [Reading(text=self.texts.pop(0), confidence=0.9) for _ in strips]


def picture(seed: int, width: int = 200, height: int = 30) -> Image:
    blocks = np.random.default_rng(seed).integers(0, 255, (height // 6, width // 8, 3), dtype=np.uint8)
    return np.repeat(np.repeat(blocks, 6, axis=0), 8, axis=1)


@pytest.fixture
def recording(tmp_path: Path) -> Path:
    recorder = RecordingEngine(Scripted(["一", "二", "三"]))
    recorder.find(picture(9, 400, 300))
    recorder.read([picture(1), picture(2), picture(3)])
    recorder.save(tmp_path / "answers.json.gz")
    return tmp_path / "answers.json.gz"


def test_the_same_pictures_get_the_same_answers_in_any_order(recording: Path) -> None:
    replay = ReplayEngine(recording)
    assert [reading.text for reading in replay.read([picture(3), picture(1)])] == ["三", "一"]
    assert replay.find(picture(9, 400, 300))[0].tolist() == [[0, 0], [400, 0], [400, 300], [0, 300]]
    assert replay.name == "scripted"


def test_a_picture_rounded_a_little_differently_is_known_again(recording: Path) -> None:
    wobbly = np.clip(picture(2).astype(int) + np.random.default_rng(0).integers(-2, 3, picture(2).shape), 0, 255).astype(np.uint8)
    assert ReplayEngine(recording).read([wobbly])[0].text == "二"


def test_a_picture_never_recorded_is_an_error(recording: Path) -> None:
    with pytest.raises(RecordingMissing):
        ReplayEngine(recording).read([picture(77)])


def test_a_recording_is_the_same_bytes_each_time(tmp_path: Path) -> None:
    for name in ("a", "b"):
        recorder = RecordingEngine(Scripted(["一"]))
        recorder.read([picture(1)])
        recorder.save(tmp_path / name)
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()
