"""How much of one upload is read. The numbers are guesses with room to spare; settings may change each."""

from __future__ import annotations

from models.records import Record


class Limits(Record):
    """``file_bytes``: a larger file is refused. ``pages``: the first ones are read, the rest is named as a problem.
    ``pixels``: of one picture, told from its header before anything is decoded (A3 at 600 dpi has 70 million).
    ``seconds``: for the pages of one file, looked at between pages."""

    file_bytes: int = 50_000_000
    pages: int = 300
    pixels: int = 120_000_000
    seconds: float = 300.0
