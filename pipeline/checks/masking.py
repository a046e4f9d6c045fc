"""Masking: an ID or account number as it may stand in a sentence."""

from __future__ import annotations

from difflib import SequenceMatcher

HEAD = {18: 6, 15: 6}
"""Identity numbers keep their region, as public lists do (110115********1239); other numbers keep four digits."""


def mask(value: str, other: str | None = None) -> str:
    """``value`` with its middle starred; characters that differ from ``other`` stay, for they are what the reader must see."""
    head = HEAD.get(len(value), 4)
    tail = 4 if len(value) > head + 4 else 0
    shown = {*range(min(head, len(value) // 2)), *range(len(value) - tail, len(value)), *_differing(value, other)}
    return "".join(character if place in shown else "*" for place, character in enumerate(value))


def _differing(value: str, other: str | None) -> set[int]:
    """Places of ``value`` that differ from ``other``; none when so many differ that the number would be shown whole."""
    if other is None:
        return set()
    edits = SequenceMatcher(None, value, other, autojunk=False).get_opcodes()
    differing = {place for kind, start, end, _, _ in edits if kind != "equal" for place in range(start, end)}
    return differing if len(differing) <= 4 else set()
