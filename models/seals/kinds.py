"""What a seal says and its shape in; which kind of seal it is out, or ``None`` where that cannot be told (domain 9.1)."""

from __future__ import annotations

import re

from models.records import SealKind

WORDS: tuple[tuple[str, SealKind], ...] = (
    (r"[部科处室]$", "department"),
    (r"发票", "invoice"),
    (r"财务|收款|收讫|结算|对账", "finance"),
    (r"人事|人力资源|劳资", "personnel"),
    (r"合同", "contract"),
    (r"公章", "official"),
    (r"专用|业务章|受理章|电子印章", "special"),
)
"""What the line within the ring says, from the particular to the general: 人事合同专用章 is a personnel seal."""

RING = re.compile(r"(?<=公司|中心|学院|学校|协会|集团)(?P<rest>.{0,12}(?:专用章|[部科处室]))$")
"""Some seals carry their purpose or the department at the end of the ring, behind the unit's name."""


def kind_of(shape: str, name: str | None, centre_text: str | None, *, plain: bool) -> SealKind | None:
    """``plain``: nothing but a star or an emblem stands within the ring. A name that could not be read, or a line that was seen
    there but not read, leaves the kind open; so does an oval without words: some are official seals of foreign owned units."""
    if shape in ("square", "rectangular"):
        return "person" if shape == "square" else None
    if centre_text:
        return kind_of_words(centre_text)
    ring = RING.search(name or "")
    if ring:
        return kind_of_words(ring["rest"])
    return "official" if name and plain and shape == "round" else None


def kind_of_words(words: str) -> SealKind | None:
    return next((kind for pattern, kind in WORDS if re.search(pattern, words)), None)
