"""Inconsistencies on request (table below): an application without any in, one with the wanted ones and their flags out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from random import Random

from samples.papers import Application

Defect = Callable[[Application, Random], bool]
DEFECTS: dict[str, Defect] = {}


def spoil(application: Application, rng: Random, *, rules: Sequence[str], more: int) -> None:
    """Brings in the named inconsistencies, and ``more`` that the seed chooses."""
