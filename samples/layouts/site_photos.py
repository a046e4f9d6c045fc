"""场所照片: photographs of the place with captions on a sheet, stamped."""

from __future__ import annotations

from samples.ornaments import workshop
from samples.papers import SitePhotos
from samples.pen import Pen
from samples.sheet import Sheet
from samples.wording import plain

CAPTIONS = ("工作室全景", "技能攻关区", "培训教学区", "设备操作区", "工作室门牌", "实训设备", "师带徒现场")


def _caption(pen: Pen, sheet: Sheet, x: float, y: float, place: int) -> None:
    text = pen.rng.choice(("图{n} {c}", "图{n}：{c}", "{c}", "照片{n} {c}")).format(n=place, c=pen.rng.choice(CAPTIONS))
    sheet.text(x, y, text, pen.face("song", "hei"), 11.5, align="centre")


def two_on_a_page(facts: SitePhotos, pen: Pen) -> None:
    sheet, rng = pen.sheet(), pen.rng
    sheet.text(
        105,
        22,
        rng.choice(("技能大师工作室场所照片", "工作室场所照片", "场所照片", "工作场所及设备照片")),
        pen.face("title", "boldhei"),
        20,
        align="centre",
    )
    sheet.text(105, 34, facts.company_name, pen.face("song"), 13, align="centre")
    for place in (0, 1):
        y = 44 + place * 108
        sheet.paste(workshop(rng), 35, y, 140, 94)
        _caption(pen, sheet, 105, y + 97, place + 1)
    sheet.text(150, 266, plain(facts.taken_on), pen.face("song"), 12, align="centre")
    pen.stamp(facts.seal, 160, 254, sheet)
    pen.says("company_name")


def grid(facts: SitePhotos, pen: Pen) -> None:
    """Four small pictures in a table."""
    sheet, rng = pen.sheet(), pen.rng
    sheet.text(105, 26, f"{facts.studio}场所照片", pen.face("boldhei", "title"), 18, align="centre")
    for place in range(4):
        x, y = 20 + (place % 2) * 87, 44 + (place // 2) * 84
        sheet.rectangle(x, y, x + 85, y + 76)
        sheet.paste(workshop(rng, 760, 560), x + 3, y + 3, 79, 58)
        _caption(pen, sheet, x + 42, y + 66, place + 1)
    sheet.text(
        110,
        232,
        f"单位（公章）：{facts.company_name}" if len(facts.company_name) < 16 else facts.company_name,
        pen.face("song"),
        12,
        align="centre",
    )
    sheet.text(140, 244, plain(facts.taken_on), pen.face("song"), 12)
    pen.stamp(facts.seal, 148, 236, sheet)
    pen.says("company_name")


def full_page_each(facts: SitePhotos, pen: Pen) -> None:
    """One big picture a page, each stamped; the unit named by its seal alone on the pictures."""
    rng = pen.rng
    for place in range(rng.choice((2, 3))):
        sheet = pen.sheet(297, 210, tint=(255, 255, 255))
        sheet.paste(workshop(rng, 1200, 800), 24, 14, 249, 166)
        _caption(pen, sheet, 148, 184, place + 1)
        pen.stamp(facts.seal, 240, 176, sheet)
    if facts.seal:
        pen.says("company_name")


LAYOUTS = (two_on_a_page, grid, full_page_each)
