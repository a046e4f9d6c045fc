"""A ruled table of label and value cells, shared by the layouts that fill in forms."""

from __future__ import annotations

from dataclasses import dataclass

from samples.fonts import Face
from samples.sheet import INK, Colour, Sheet


@dataclass(frozen=True)
class TableStyle:
    """``widths`` in mm: of labels and of values. ``shade``: what label cells are filled with."""

    label: Face
    value: Face
    size: float
    height: float
    widths: tuple[float, float]
    shade: Colour | None = None
    colon: str = ""
    centred: bool = False
    colour: Colour = INK


def fill_table(sheet: Sheet, x: float, y: float, rows: list[tuple[str, str]], style: TableStyle) -> float:
    """Draws the table with its top left at (x, y); a value too long for its cell wraps and the row grows. Returns the bottom."""
    em = style.size * 25.4 / 72
    left, right = style.widths
    for name, text in rows:
        lines = sheet.wrap(text, right - 5, style.value, style.size) or [""]
        names = sheet.wrap(name + style.colon, left - 4, style.label, style.size)
        height = max(style.height, max(len(lines), len(names)) * em * 1.45 + em * 0.9)
        sheet.rectangle(x, y, x + left, y + height, fill=style.shade)
        sheet.rectangle(x + left, y, x + left + right, y + height)
        top = y + (height - len(names) * em * 1.4) / 2 + em * 0.15
        for line in names:
            sheet.text(x + left / 2, top, line, style.label, style.size, align="centre")
            top += em * 1.4
        top = y + (height - len(lines) * em * 1.45) / 2 + em * 0.15
        for line in lines:
            place = (x + left + right / 2, "centre") if style.centred else (x + left + 2.5, "left")
            sheet.text(place[0], top, line, style.value, style.size, align=place[1], colour=style.colour)
            top += em * 1.45
        y += height
    return y


def stacked_cells(sheet: Sheet, x: float, y: float, rows: list[tuple[str, str]], style: TableStyle, *, columns: int = 2) -> float:
    """Cells with a small label above the value, side by side in columns. Returns the bottom."""
    width, em = sum(style.widths) / columns, style.size * 25.4 / 72
    for start in range(0, len(rows), columns):
        group = rows[start : start + columns]
        lines = [sheet.wrap(text, width - 6, style.value, style.size) for _, text in group]
        height = max(style.height * 1.3, max(len(part) for part in lines) * em * 1.4 + em * 2.6)
        for place, ((name, _), part) in enumerate(zip(group, lines, strict=True)):
            left = x + place * width
            sheet.rectangle(left, y, left + width, y + height)
            sheet.text(left + 2.5, y + 2, name + style.colon, style.label, style.size * 0.78, colour=(80, 80, 84))
            top = y + em * 1.7
            for line in part:
                sheet.text(left + 2.5, top, line, style.value, style.size, colour=style.colour)
                top += em * 1.4
        y += height
    return y
