"""PP-OCR through paddleocr: pictures in, places and text of print out.

paddleocr loads the models, chooses the runtime and finds the lines. The recogniser's network is called strip by strip, each
at its own width, on one-thread streams: on a 38-line A4 page at 200 dpi (2-core AMD EPYC) that took 1.5 s, against 2.6 s for
paddleocr's own padded batches, and it keeps what those throw away: where each character stands and how sure the network is.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cached_property
from threading import Lock
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from models.ocr import Alternative, Image, Quad, Reading, no_reading
from models.ocr.settings import OcrSettings

HEIGHT = 48  # the recogniser's input height (inference.yml, RecResizeImg)
STRIDE = 8  # pixels of strip per output column
WIDTH_STEP = 32  # widths are rounded up to this, so that runtimes which compile per shape see few shapes
MAX_WIDTH = 3200  # PaddleOCR's own bound; longer lines are squeezed
MIN_WIDTH = 64  # paddleocr pads to 320; 260 drawn lines read the same (93.8 % exact) without
THOUGHT_OF = 0.05  # chance from which a character that was not chosen is kept as an alternative
# Squeezing long strips to 0.7 of their width would save a third of the time, and read drawn lines as well; on a photographed
# licence it lost zeros of narrow numbers (150000002017… became 15000020…), so strips keep their proportions.


def load_engine(settings: OcrSettings) -> PaddleEngine:
    """The engine for this machine; models are loaded at the first use of each."""
    return PaddleEngine(settings)


class PaddleEngine:
    """The ``Engine`` of production. One per process: it owns the models and its own small pool of threads."""

    def __init__(self, settings: OcrSettings) -> None:
        self.settings = settings
        self.name = settings.recogniser.removesuffix("_rec")
        self._detecting = Lock()  # paddleocr keeps a batch's state in the detector; the recogniser's network bears threads
        self._pool = ThreadPoolExecutor(settings.threads, thread_name_prefix="ocr")

    def find(self, image: Image) -> list[Quad]:
        """Corner points of each line of print, in pixels of ``image``."""
        with self._detecting:
            found = next(iter(self._detector.predict(image)))
        return [np.asarray(quad, dtype=np.float32) for quad in found["dt_polys"]]

    def read(self, strips: Sequence[Image]) -> list[Reading]:
        """Texts of the strips, in their order."""
        return list(self._pool.map(self._read_strip, strips))

    def _read_strip(self, strip: Image) -> Reading:
        if min(strip.shape[:2]) < 2:
            return no_reading()
        tensor, used = strip_tensor(strip)
        output = self._recogniser.paddlex_predictor.runner(x=[tensor])[0][0]
        return decode(output, self._characters, used=used)

    @cached_property
    def _characters(self) -> list[str]:
        characters: list[str] = self._recogniser.paddlex_predictor.post_op.character
        return characters

    @cached_property
    def _detector(self) -> Any:
        paddleocr = quiet_paddleocr()
        return paddleocr.TextDetection(
            limit_side_len=self.settings.side_limit,
            limit_type="max",
            **self._model_arguments(self.settings.detector, threads=self.settings.threads, openvino=self._detects_by_openvino),
        )

    @cached_property
    def _recogniser(self) -> Any:
        paddleocr = quiet_paddleocr()
        return paddleocr.TextRecognition(
            **self._model_arguments(self.settings.recogniser, threads=1, openvino=self.settings.runtime == "openvino")
        )

    def _model_arguments(self, model: str, *, threads: int, openvino: bool) -> dict[str, Any]:
        folder = self.settings.weights / model
        arguments: dict[str, Any] = {"model_name": model, "device": self.settings.device}
        if folder.is_dir():
            arguments["model_dir"] = str(folder)
        if self.settings.runtime == "paddle":
            return arguments
        if self.settings.device != "cpu":
            return arguments | {"engine": "onnxruntime"}
        return arguments | {"engine": "onnxruntime", "engine_config": cpu_config(threads, openvino=openvino)}

    @property
    def _detects_by_openvino(self) -> bool:
        """``auto`` takes OpenVINO for the detector, where it is several times faster on Intel processors, and plain onnxruntime
        for the recogniser, where it is no faster and keeps memory for each width of strip that it has seen."""
        if self.settings.runtime != "auto":
            return self.settings.runtime == "openvino"
        import onnxruntime

        return "OpenVINOExecutionProvider" in onnxruntime.get_available_providers()


def cpu_config(threads: int, *, openvino: bool) -> dict[str, Any]:
    """paddleocr's engine_config for a network on ``threads`` threads."""
    if not openvino:
        return {"providers": ["CPUExecutionProvider"], "intra_op_num_threads": threads}
    options = {"device_type": "CPU", "num_of_threads": str(threads)}
    return {"providers": ["OpenVINOExecutionProvider", "CPUExecutionProvider"], "provider_options": [options, {}]}


def quiet_paddleocr() -> Any:
    """paddleocr, imported without its look for model hubs and without its chatter."""
    os.environ.setdefault("PADDLE_PDX_DISABLE_MODEL_SOURCE_CHECK", "True")
    import paddleocr

    for name in ("paddleocr", "paddlex", "ppocr"):
        logging.getLogger(name).setLevel(logging.ERROR)
    return paddleocr


def strip_tensor(strip: Image) -> tuple[NDArray[np.float32], int]:
    """The recogniser's input for one strip (1 x 3 x 48 x width) and the width in pixels that the strip itself fills."""
    height, width = strip.shape[:2]
    used = min(MAX_WIDTH, max(8, round(HEIGHT * width / height)))
    padded = max(MIN_WIDTH, -(-used // WIDTH_STEP) * WIDTH_STEP)
    scaled = cv2.resize(strip, (used, HEIGHT), interpolation=cv2.INTER_AREA if height > 2 * HEIGHT else cv2.INTER_LINEAR)
    tensor = np.zeros((1, 3, HEIGHT, padded), dtype=np.float32)
    tensor[0, :, :, :used] = scaled.transpose(2, 0, 1).astype(np.float32) / 127.5 - 1.0
    return tensor, used


def decode(output: NDArray[np.float32], characters: Sequence[str], *, used: int) -> Reading:
    """CTC: the best character of each column, repeats and blanks (index 0) dropped."""
    best = output.argmax(axis=1)
    keep = best != 0
    keep[1:] &= best[1:] != best[:-1]
    columns = np.flatnonzero(keep)
    if not len(columns):
        return no_reading()
    chances = output[columns, best[columns]]
    centres = np.clip((columns + 0.5) * STRIDE / used, 0.0, 1.0)
    return Reading(
        text="".join(characters[i] for i in best[columns]),
        confidence=float(chances.mean()),
        centres=tuple(round(float(x), 4) for x in centres),
        confidences=tuple(round(float(x), 3) for x in chances),
        alternatives=alternatives(output, characters, used=used),
    )


def alternatives(output: NDArray[np.float32], characters: Sequence[str], *, used: int) -> tuple[Alternative, ...]:
    """The characters that come up beside the best ones, each where its chance is highest."""
    unsure = np.flatnonzero(output.max(axis=1) < 1 - THOUGHT_OF)
    rows, found = np.nonzero(output[unsure] >= THOUGHT_OF)
    columns, last = unsure[rows], len(output) - 1
    chances = output[columns, found]
    peak = (chances >= output[np.maximum(columns - 1, 0), found]) & (chances >= output[np.minimum(columns + 1, last), found])
    second = peak & (found != 0) & (found != output[columns].argmax(axis=1))
    centres = np.clip((columns + 0.5) * STRIDE / used, 0.0, 1.0)
    return tuple(
        Alternative(text=characters[found[i]], centre=round(float(centres[i]), 4), confidence=round(float(chances[i]), 3))
        for i in np.flatnonzero(second)
    )
