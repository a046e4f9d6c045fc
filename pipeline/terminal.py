"""A stranger's words as a terminal may show them."""

from __future__ import annotations


def harmless(text: str) -> str:
    """``?`` instead of each character that would command the terminal."""
    return "".join(character if character.isprintable() else "?" for character in text)
