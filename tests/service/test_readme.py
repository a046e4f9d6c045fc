"""README's curl lines, as they stand there, against a service that reads by a fake engine."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

from tests.conftest import ROOT, skip
from tests.service.papers import paper
from tests.service.service import free_port

HEYAN = f"""
heyan() {{
  if [ "$1" = serve ]; then exec {sys.executable} -m tests.service.serving; fi
  {sys.executable} -m pipeline "$@"
}}
"""


def small_samples(folder: Path) -> None:
    """The sample's form, and a small paper under each of its files' names."""
    (folder / "samples" / "clean").mkdir(parents=True)
    for number, file in enumerate(sorted((ROOT / "samples" / "clean").iterdir())):
        content = file.read_bytes() if file.suffix == ".json" else paper(number)
        (folder / "samples" / "clean" / file.name).write_bytes(content)


def test_the_curl_lines_bring_an_application_to_its_report(tmp_path: Path) -> None:
    if not (shutil.which("bash") and shutil.which("curl")):
        skip("bash and curl are not installed")
    found = re.search(r"<!-- curl -->\n```\nsource \S+\n(.*?)```", (ROOT / "README.md").read_text(encoding="utf-8"), re.DOTALL)
    assert found
    port = str(free_port())
    chosen = {"FOLDER": str(tmp_path / "service"), "PORT": port, "WORKERS": "1", "PREFECT": "none"}
    small_samples(tmp_path)
    run = subprocess.run(
        ["bash", "-e", "-c", f"{HEYAN}{found[1].replace('8000', port)}wait %1"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT), **{f"HEYAN_SERVICE_{name}": value for name, value in chosen.items()}},
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert run.returncode == 0, run.stdout + run.stderr
    assert run.stdout.count('"state":"received"') >= 14
    assert "</html>" in (tmp_path / "report.html").read_text(encoding="utf-8")
