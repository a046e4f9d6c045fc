"""``heyan doctor``: this machine in, what is there, what is missing and how to get it out."""

from __future__ import annotations

import importlib.metadata
import importlib.util
import os
import platform
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Literal

from packaging.requirements import Requirement

from models.ocr.weights import WEIGHTS, state
from models.records import Record
from pipeline.settings import Settings

PYTHON = (3, 11)
MEMORY = 2_500_000_000  # bytes that one `heyan check` may take (contract of the 300-page application)
CJK_FONT = ":lang=zh-cn"
SIGNS = {"ok": "✓", "optional": "–", "missing": "✗"}


class Finding(Record):
    """``optional``: absent, but no check needs it. ``advice``: how to get it; empty when it is there."""

    name: str
    state: Literal["ok", "optional", "missing"]
    detail: str
    advice: str = ""

    def __str__(self) -> str:
        line = f"{SIGNS[self.state]} {self.name:<12} {self.detail}"
        return f"{line}\n  → {self.advice}" if self.advice else line


def examine(settings: Settings) -> Iterator[Finding]:
    """Everything a check needs first, then what only some commands need."""
    yield python()
    yield packages()
    yield from weights(settings)
    yield runtime(settings)
    yield memory()
    yield room(settings)
    yield prefect()
    yield fonts()
    yield program("chromium", "rendering a report to a picture", "apt-get install chromium")
    yield program("pdftoppm", "looking at PDFs in development", "apt-get install poppler-utils")


def found(name: str, detail: str) -> Finding:
    return Finding(name=name, state="ok", detail=detail)


def lacking(name: str, detail: str, advice: str) -> Finding:
    return Finding(name=name, state="missing", detail=detail, advice=advice)


def spare(name: str, detail: str, advice: str) -> Finding:
    return Finding(name=name, state="optional", detail=detail, advice=advice)


def python() -> Finding:
    detail = f"{platform.python_version()} ({platform.machine()}, {platform.system()})"
    if sys.version_info >= PYTHON:
        return found("python", detail)
    return lacking("python", detail, "Python 3.11 or newer is needed: make PYTHON=python3.11 demo")


def packages() -> Finding:
    """Every requirement of the main job, by the installed package's own metadata."""
    try:
        required = importlib.metadata.requires("heyan") or []
    except importlib.metadata.PackageNotFoundError:
        return lacking("packages", "heyan itself is not installed here", "make install")
    wrong = [problem for line in required if (problem := unmet(Requirement(line)))]
    if wrong:
        return lacking("packages", "; ".join(wrong), "make install")
    return found("packages", f"heyan {importlib.metadata.version('heyan')} with all that it requires")


def unmet(requirement: Requirement) -> str | None:
    """What is wrong with one requirement here; extras and other platforms' lines do not count."""
    if requirement.marker and not requirement.marker.evaluate({"extra": ""}):
        return None
    try:
        version = importlib.metadata.version(requirement.name)
    except importlib.metadata.PackageNotFoundError:
        return f"{requirement.name} is not installed"
    if requirement.specifier.contains(version, prereleases=True):
        return None
    return f"{requirement.name} is {version}, wanted {requirement.specifier}"


def weights(settings: Settings) -> Iterator[Finding]:
    """The pinned models by SHA-256, and models of other names by their folder."""
    known = {weights.name: weights for weights in WEIGHTS}
    for name in (settings.ocr.detector, settings.ocr.recogniser):
        if name in known:
            yield pinned(name, state(known[name], settings.ocr.weights), settings.ocr.weights)
        elif (settings.ocr.weights / name).is_dir():
            yield found("weights", f"{name} (your own choice, not checked)")
        else:
            yield spare("weights", f"{name} is not in {settings.ocr.weights}", "PaddleOCR fetches it when there is internet")


def pinned(name: str, how: str, folder: Path) -> Finding:
    if how == "ready":
        return found("weights", f"{name}, SHA-256 as pinned")
    return lacking("weights", f"{name} is {how} in {folder}", "make weights")


def runtime(settings: Settings) -> Finding:
    """Which runtime will read print."""
    if settings.ocr.runtime == "paddle":
        there = importlib.util.find_spec("paddle") is not None
        return found("runtime", "paddlepaddle") if there else lacking("runtime", "no paddlepaddle", "pip install paddlepaddle")
    import onnxruntime

    providers = onnxruntime.get_available_providers()
    detail = f"onnxruntime {onnxruntime.__version__}: {', '.join(name.removesuffix('ExecutionProvider') for name in providers)}"
    if settings.ocr.runtime == "openvino" and "OpenVINOExecutionProvider" not in providers:
        return lacking("runtime", detail, "pip install onnxruntime-openvino, or set HEYAN_OCR_RUNTIME=auto")
    if "OpenVINOExecutionProvider" in providers or settings.ocr.runtime == "onnxruntime":
        return found("runtime", detail)
    return spare(
        "runtime", detail, "on Intel and AMD processors onnxruntime-openvino is faster: pip install onnxruntime-openvino"
    )


def memory() -> Finding:
    try:
        total = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    except (AttributeError, ValueError, OSError):
        return spare("memory", "unknown on this system", "a check takes up to 2.5 GB")
    detail = f"{total / 1e9:.1f} GB, {os.cpu_count()} processors"
    return found("memory", detail) if total >= MEMORY else lacking("memory", detail, "a check takes up to 2.5 GB")


def room(settings: Settings) -> Finding:
    """Whether page pictures and reports can be written where they go."""
    places = [settings.work, Path(tempfile.gettempdir())] if settings.work else [Path.cwd(), Path(tempfile.gettempdir())]
    for place in filter(None, places):
        try:
            with tempfile.TemporaryFile(dir=place):
                pass
        except OSError as error:
            return lacking("disk", f"{place}: {error.strerror}", "choose another folder with --out and HEYAN_WORK")
    free = min(shutil.disk_usage(place).free for place in filter(None, places))
    return found("disk", f"{free / 1e9:.1f} GB free where page pictures lie")


def prefect() -> Finding:
    try:
        return found("prefect", importlib.metadata.version("prefect"))
    except importlib.metadata.PackageNotFoundError:
        return spare("prefect", "not installed; only flows need it", "pip install 'heyan[service]'")


def fonts() -> Finding:
    """Chinese fonts: only drawing samples needs them."""
    advice = "apt-get install fonts-noto-cjk fonts-wqy-zenhei fonts-arphic-ukai fonts-arphic-uming"
    if not shutil.which("fc-list"):
        return spare("fonts", "cannot be listed (no fc-list); only samples need them", f"apt-get install fontconfig; {advice}")
    listed = subprocess.run(["fc-list", CJK_FONT, "family"], capture_output=True, text=True, check=False).stdout
    families = {line.split(",")[0] for line in listed.splitlines() if line.strip()}
    if not families:
        return spare("fonts", "no Chinese ones; only samples need them", advice)
    return found("fonts", f"{len(families)} Chinese families for drawing samples")


def program(name: str, purpose: str, advice: str, which: Callable[[str], str | None] = shutil.which) -> Finding:
    place = which(name)
    return found(name, place) if place else spare(name, f"not installed; only for {purpose}", advice)
