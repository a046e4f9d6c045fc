"""PaddleOCR's own whole pipeline, as it comes, to be measured against; the benchmark is its only user."""

from __future__ import annotations

from typing import Any

from models.ocr import Image
from models.ocr.engine import quiet_paddleocr
from models.ocr.settings import OcrSettings


class PaddlePipeline:
    """Defaults throughout, on onnxruntime's CPU provider; only the orientation and unwarping models are off, as Heyan turns
    and straightens pages before anything is read."""

    def __init__(self, settings: OcrSettings) -> None:
        folder = settings.weights
        self._pipeline: Any = quiet_paddleocr().PaddleOCR(
            engine="onnxruntime",
            engine_config={"providers": ["CPUExecutionProvider"]},
            text_detection_model_name=settings.detector,
            text_detection_model_dir=str(folder / settings.detector),
            text_recognition_model_name=settings.recogniser,
            text_recognition_model_dir=str(folder / settings.recogniser),
            use_doc_orientation_classify=False,
            use_doc_unwarping=False,
            use_textline_orientation=False,
        )

    def read(self, image: Image) -> list[str]:
        """The page's lines, in PaddleOCR's order."""
        texts: list[str] = next(iter(self._pipeline.predict(image)))["rec_texts"]
        return texts
