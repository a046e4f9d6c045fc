"""Fields in any layout: papers typed as strangers print them, and what is read."""

from __future__ import annotations

import pytest

from tests.extractors.layouts import ABSENT, Paper
from tests.extractors.layouts.awards import AWARDS
from tests.extractors.layouts.certificates import CERTIFICATES
from tests.extractors.layouts.contracts import CONTRACTS
from tests.extractors.layouts.licences import LICENCES
from tests.extractors.layouts.patents import PATENTS
from tests.extractors.layouts.receipts import RECEIPTS
from tests.extractors.layouts.unit_papers import UNIT_PAPERS
from tests.extractors.papers import values

PAPERS = (*CERTIFICATES, *CONTRACTS, *LICENCES, *AWARDS, *PATENTS, *UNIT_PAPERS, *RECEIPTS)


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: f"{paper.type}: {paper.name}")
def test_a_strangers_layout_is_read(paper: Paper) -> None:
    read = values(paper.type, *paper.pages)
    assert {name: read.get(name, ABSENT) for name in paper.expected} == paper.expected
