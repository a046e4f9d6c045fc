"""Chromium as a typesetter: HTML in, a PDF with the same pages out; all pages of an application in one start."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome")
SWITCHES = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--no-pdf-header-footer",
)
SECONDS = 300


class BrowserMissing(Exception):
    """No Chromium here, or it did not print."""


def find_browser() -> str:
    """The path of a Chromium. Raises BrowserMissing."""
    for name in NAMES:
        if path := shutil.which(name):
            return path
    raise BrowserMissing("Chromium is not installed (Debian: apt-get install chromium)")


def print_pdf(html: str) -> bytes:
    """The pages as a PDF; sizes come from the CSS. Raises BrowserMissing."""
    browser = find_browser()
    with tempfile.TemporaryDirectory(prefix="strangers-") as place:
        page, pdf = Path(place, "pages.html"), Path(place, "pages.pdf")
        page.write_text(html, encoding="utf-8")
        command = [browser, *SWITCHES, f"--user-data-dir={place}/profile", f"--print-to-pdf={pdf}", page.as_uri()]
        done = subprocess.run(command, capture_output=True, timeout=SECONDS, check=False)
        if not pdf.is_file():
            raise BrowserMissing(f"{browser} printed nothing (exit code {done.returncode})")
        return pdf.read_bytes()
