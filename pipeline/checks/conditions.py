"""What the management rules must speak of besides their named parts: goals, funds, systems of personnel."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.checks.check import Check
from pipeline.checks.dossier import Dossier
from pipeline.checks.material import all_read_well
from pipeline.knowledge import Described
from pipeline.programme import Slot
from pipeline.rulebook import RuleName

SLOT: Slot = "management_rules"


def ask_conditions(dossier: Dossier) -> Iterator[Check]:
    for rule, described in dossier.programme.described.items():
        yield _ask_described(dossier, rule, described)


def _ask_described(dossier: Dossier, rule: RuleName, described: Described) -> Check:
    """UNIT-05, -06, -07: a named part that is missing is another rule's matter; the file is looked at again when it is whole."""
    question, papers = dossier.ask(rule, "unit", material=SLOT), dossier.papers(SLOT)
    if not papers:
        return question.cannot_tell("missing_material", "未收到管理制度文件，无法核对内容")
    if set(dossier.programme.materials[SLOT].sections) - _sections(dossier):
        return question.not_applicable("管理制度的四个部分尚不齐全或未能识别，待补齐后核对")
    text = "".join(re.sub(r"\s", "", line.text) for paper in papers for line in paper.lines)
    if described.only_with and not re.search(described.only_with, text):
        return question.not_applicable("管理制度文件中没有相应的制度，办事指南也未要求写入该文件，请在评审时了解")
    found = [topic.name for topic in described.topics if re.search(topic.pattern, text)]
    missing = [topic.name for topic in described.topics if topic.name not in found]
    details: dict[str, object] = {
        "expected": "、".join(topic.name for topic in described.topics),
        "found": "、".join(found),
        "score": len(found) / len(described.topics),
    }
    if not missing:
        return question.passes(f"管理制度文件写有{'、'.join(found)}的内容", **details)
    if not all_read_well(papers):
        message = f"管理制度中未能识别出{'、'.join(missing)}的内容，部分页面不清晰，请人工核对"
        return question.cannot_tell("unreadable", message, **details)
    return question.flags(f"管理制度文件中未见{'、'.join(missing)}的内容，请核实或补充", **details)


def _sections(dossier: Dossier) -> set[str]:
    values = [paper.fields["sections"].value for paper in dossier.papers(SLOT) if "sections" in paper.fields]
    return {name for value in values if isinstance(value, list) for name in value}
