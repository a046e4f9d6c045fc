"""专利证书: the older one with 证书号第…号, the newer one with 授权公告号 and 地址, the electronic one."""

from __future__ import annotations

from samples.ornaments import barcode, border, qr
from samples.papers import Patent
from samples.pen import Pen
from samples.sheet import Sheet
from samples.wording import PATENT_KINDS, plain, spaced

FIELDS = ("patent_title", "patent_type", "inventors", "patent_number", "applied_on", "patentee", "granted_on")
MAKERS = {"invention": "发明人", "utility_model": "发明人", "design": "设计人"}
STATEMENTS = {
    "invention": "国家知识产权局依照中华人民共和国专利法进行审查，决定授予专利权，颁发发明专利证书并在专利登记簿上予以登记。专利权自授权公告之日起生效。专利权期限为二十年，自申请日起算。",
    "utility_model": "国家知识产权局依照中华人民共和国专利法经过初步审查，决定授予专利权，颁发实用新型专利证书并在专利登记簿上予以登记。专利权自授权公告之日起生效。专利权期限为十年，自申请日起算。",
    "design": "国家知识产权局依照中华人民共和国专利法经过初步审查，决定授予专利权，颁发外观设计专利证书并在专利登记簿上予以登记。专利权自授权公告之日起生效。",
}


def _number(patent: Patent, pen: Pen) -> str:
    """``ZL 2017 1 0601862.3`` as printed, or unspaced."""
    n = patent.patent_number
    return f"ZL {n[2:6]} {n[6]} {n[7:]}" if pen.rng.random() < 0.7 else n


def _rows(facts: Patent, pen: Pen, *, new: bool) -> list[tuple[str, str]]:
    kind, style = PATENT_KINDS[facts.patent_type], pen.rng.choice((spaced, plain))
    inventors = pen.rng.choice((";", "；", "、")).join(facts.inventors)
    title, people = (f"{kind}名称", facts.patent_title), (MAKERS[facts.patent_type], inventors)
    if not new:
        rows = [title, people, ("专利号", _number(facts, pen)), ("专利申请日", style(facts.applied_on))]
        rows += [("专利权人", facts.patentee), ("授权公告日", style(facts.granted_on))]
        return rows
    rows = [title, ("专利权人", facts.patentee), ("地址", facts.address), people, ("专利号", _number(facts, pen))]
    rows += [("授权公告号", facts.announcement), ("专利申请日", style(facts.applied_on)), ("授权公告日", style(facts.granted_on))]
    return rows


def _fill(sheet: Sheet, pen: Pen, rows: list[tuple[str, str]], y: float, pitch: float, size: float) -> float:
    label, value = pen.face("hei", "song"), pen.face("song", "hei")
    width = max(sheet.measure(name, label, size) for name, _ in rows)
    aligned = pen.rng.random() < 0.5
    for name, text in rows:
        if aligned:
            sheet.spread(32, y, name, width, label, size)
            at = sheet.text(32 + width, y, "：", label, size)
        else:
            at = sheet.text(32, y, name + "：", label, size)
        y = sheet.paragraph(at, y, 182 - at, text, value, size, leading=1.5) + pitch
    return y


def _foot(facts: Patent, pen: Pen, sheet: Sheet, y: float) -> None:
    sheet.text(34, y + 6, "局长", pen.face("song"), 13)
    sheet.text(34, y + 13, "申长雨", pen.face("song"), 13)
    pen.sign("申长雨", 56, y + 4, "局长", size=24, sheet=sheet)
    sheet.text(150, y + 16, spaced(facts.granted_on), pen.face("song"), 12, align="centre")
    pen.stamp(facts.seal, 148, y + 8, sheet)
    sheet.text(105, 281, "第 1 页（共 2 页）" if pen.rng.random() < 0.5 else "第1页 (共1页)", pen.face("song"), 9, align="centre")


def older(facts: Patent, pen: Pen) -> None:
    sheet = pen.sheet(tint=(253, 252, 248))
    border(sheet, 9, 6, (120, 160, 150))
    sheet.text(32, 32, f"证书号第{facts.serial}号", pen.face("song"), 12)
    sheet.text(105, 52, f"{PATENT_KINDS[facts.patent_type]}专利证书", pen.face("title"), 34, align="centre", spacing=2)
    y = _fill(sheet, pen, _rows(facts, pen, new=False), 84, 5.5, 13)
    y = sheet.paragraph(32, y + 4, 148, STATEMENTS[facts.patent_type], pen.face("song", "fangsong"), 11, leading=1.6, indent=2)
    note = "专利证书记载专利权登记时的法律状况。专利权的转移、质押、无效、终止、恢复和专利权人的姓名或名称、国籍、地址变更等事项记载在专利登记簿上。"
    y = sheet.paragraph(32, y + 2, 148, note, pen.face("song", "fangsong"), 11, leading=1.6, indent=2)
    sheet.paste(barcode(pen.rng), 32, y + 4, 60, 9)
    _foot(facts, pen, sheet, max(y + 16, 232))
    pen.says(*FIELDS)


def newer(facts: Patent, pen: Pen) -> None:
    _new(facts, pen)


def electronic_patent(facts: Patent, pen: Pen) -> None:
    """The electronic certificate: the newer form as a PDF with its text."""
    _new(facts, pen)


def _new(facts: Patent, pen: Pen) -> None:
    sheet = pen.sheet(tint=(255, 255, 255))
    border(sheet, 9, 4, (200, 120, 110), waves=3)
    sheet.text(30, 28, f"证书号 第{facts.serial}号", pen.face("hei"), 11)
    sheet.paste(qr("https://www.cnipa.gov.cn/c?" + facts.serial), 160, 24, 22, 22)
    sheet.text(105, 54, "专利证书", pen.face("title"), 34, align="centre", spacing=5)
    sheet.text(
        105,
        72,
        f"（{PATENT_KINDS[facts.patent_type]}）" if pen.rng.random() < 0.3 else f"{PATENT_KINDS[facts.patent_type]}专利证书",
        pen.face("hei"),
        16,
        align="centre",
    )
    y = _fill(sheet, pen, _rows(facts, pen, new=True), 90, 4.2, 12)
    y = sheet.paragraph(32, y + 3, 148, STATEMENTS[facts.patent_type], pen.face("song"), 10.5, leading=1.6, indent=2)
    _foot(facts, pen, sheet, max(y + 10, 228))
    pen.says(*FIELDS)


LAYOUTS = (older, newer, electronic_patent)
