"""The OpenAPI document promises what the API does: requests made from it, good ones and bad, are answered as it says."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from pipeline.store.store import Store
from tests.pipeline.api.portal import APPLICATION, FORM, client_of, served, upload, work

EXAMPLES = 10
"""Random requests for each route, beside those that try every border of it."""


def test_every_answer_is_as_the_openapi_document_promises(store: Store, tmp_path: Path) -> None:
    with served(store) as address, client_of(store, address, "apply", "review", "operate") as portal:
        portal.put(APPLICATION, json=FORM)
        (tmp_path / "schemathesis.toml").write_text(there_is("KFQ202600001", upload(portal).json()["id"]), encoding="utf-8")
        work(store)
        run = subprocess.run(
            [
                *(sys.executable, "-m", "schemathesis.cli", "run", f"{address}/api/v1/openapi.json"),
                f"--header=Authorization: {portal.headers['Authorization']}",
                *("--generation-deterministic", f"--max-examples={EXAMPLES}", "--no-shrink", "--continue-on-failure"),
            ],
            capture_output=True,
            text=True,
            cwd=tmp_path,
            check=False,
        )
    assert run.returncode == 0, run.stdout + run.stderr


def there_is(application: str, document: str) -> str:
    """Schemathesis' settings: half of the requests ask for these, since hardly any would find them."""
    return f"""
[dictionaries.applications]
values = ["{application}"]
[dictionaries.documents]
values = ["{document}"]
[parameters]
"path.application_id" = {{ dictionary = "applications", probability = 0.5 }}
"path.document" = {{ dictionary = "documents", probability = 0.5 }}
"""
