"""What is wrong with a page, from what it looks like: one line per defect."""

from __future__ import annotations

from collections.abc import Callable

from models.quality import Look
from pipeline.documents import Defect, Quality

BLANK = 0.00005  # share of the page that is inked; one 12-point character is 0.0001, three pale ones 0.0002 (drawn pages)
LOW_DPI = 90  # guess: 10-point print is then 12 pixels high; a photographed licence of 96 dpi could still be read
TALL = 16  # pixels: lines this high are read well, so a small picture of a slip or of a part of a page is none too coarse

DEFECTS: tuple[tuple[Defect, Callable[[Look], bool]], ...] = (
    ("blank", lambda look: look.ink_share < BLANK),
    # Gaussian blur of 3.5 pixels at 200 dpi; photographed licences that read well have 0.33 to 0.7. A coarse picture is
    # coarse, not blurry.
    ("blurry", lambda look: 0 < look.sharpness < 0.20 and look.dpi >= LOW_DPI),
    ("dark", lambda look: look.paper < 90),  # guess; a dim photograph that reads well has 160
    # Grey print has 85 and more, a legible carbon copy 50.
    ("faint", lambda look: look.paper >= 90 and look.paper - look.ink < 45),
    # Good pages have 0 to 2 dots of a thousand pixels; the dots of a coarse picture are its print.
    ("noisy", lambda look: look.noise > 8 or (look.specks > 6 and look.dpi >= LOW_DPI)),
    ("glare", lambda look: look.glare > 0.02),  # guess
    ("cut_off", lambda look: look.cut >= 4),  # clean pages 0 to 2, a page cut through its first line 74
    ("low_resolution", lambda look: look.dpi < LOW_DPI and look.print_height < TALL),
)


def judge_quality(look: Look, *, whole: bool = False) -> Quality:
    """The contract's quality of a page. A blank page is nothing but blank; ``whole``: all four edges of the sheet were seen."""
    found = tuple(name for name, applies in DEFECTS if applies(look) and not (whole and name == "cut_off"))
    return Quality(sharpness=look.sharpness, dpi=look.dpi, defects=("blank",) if "blank" in found else found)
