"""Which software reads: version and digest of the code and its data, so that a changed line reads anew."""

from __future__ import annotations

import hashlib
import importlib.metadata
from functools import cache

from models.ocr.settings import OcrSettings
from models.ocr.weights import fingerprint, sha256_of
from pipeline.bugs import PACKAGES, ROOT
from pipeline.limits import Limits

CODE = (".py", ".yaml", ".csv", ".txt", ".j2")


@cache
def software() -> str:
    """Version and digest of the code and its data: a changed line reads anew."""
    digest = hashlib.sha256()
    for package in PACKAGES:
        for file in sorted(path for path in (ROOT / package).rglob("*") if path.suffix in CODE):
            digest.update(f"{file.relative_to(ROOT)} {sha256_of(file)}\n".encode())
    return f"{importlib.metadata.version('heyan')}+{digest.hexdigest()[:16]}"


def digest_of(*parts: str) -> str:
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()


@cache
def reading_digest(limits: Limits, ocr: OcrSettings) -> str:
    """What the reading of print depends on beside the file's bytes: the software, the settings and the models."""
    return digest_of(software(), limits.model_dump_json(), ocr.model_dump_json(), fingerprint(ocr))
