"""获奖证书: honour certificates in prose, the conferring decision, the table form."""

from __future__ import annotations

from samples.ornaments import border, emblem
from samples.papers import Award
from samples.pen import Pen
from samples.sheet import RED, Sheet
from samples.wording import in_numerals, plain, spaced

FIELDS = ("recipient_name", "honour", "issuer", "awarded_on")
GILT = (196, 150, 60)


def _foot(facts: Award, pen: Pen, sheet: Sheet, x: float, y: float, size: float) -> None:
    """Issuer above date, lower right, the seal over both."""
    face = pen.face("song", "kai", "fangsong")
    sheet.text(x, y, facts.issuer, face, size, align="centre")
    sheet.text(x, y + size * 0.62, pen.rng.choice((plain, in_numerals, spaced))(facts.awarded_on), face, size, align="centre")
    pen.stamp(facts.seal, x, y + size * 0.4, sheet)


def _number(facts: Award, pen: Pen, sheet: Sheet, x: float, y: float, align: str) -> None:
    if not facts.certificate_number:
        return
    label = pen.rng.choice(("证书编号：", "编号：", "证书编号: ", "NO："))
    sheet.text(x, y, label + facts.certificate_number, pen.face("song"), 11, align=align)
    pen.says("certificate_number")


def honour_landscape(facts: Award, pen: Pen) -> None:
    """荣誉证书: X同志：荣获…, 特发此证."""
    rng = pen.rng
    sheet = pen.sheet(297, 210, tint=(254, 250, 238))
    border(sheet, 12, 9, GILT)
    sheet.text(
        148,
        34,
        rng.choice(("荣誉证书", "荣誉证书", "获奖证书", "证书")),
        pen.face("title"),
        46,
        align="centre",
        spacing=9,
        colour=RED,
    )
    kai = pen.face("kai", "song", "fangsong")
    size = rng.choice((19, 20, 22))
    sheet.text(40, 74, f"{facts.recipient_name}同志{rng.choice(('：', '：', ':'))}", kai, size)
    body = rng.choice((
        "在{y}年度技能人才工作中成绩突出，荣获“{h}”称号。",
        "荣获{y}年“{h}”荣誉称号，特发此证，以资鼓励。",
        "被评为“{h}”。",
        "经评审，您被授予“{h}”称号。",
    )).format(y=facts.awarded_on.year, h=facts.honour)  # fmt: skip
    y = sheet.paragraph(40, 92, 218, body, kai, size, leading=1.75, indent=2)
    if "特发此证" not in body:
        sheet.text(40 + size * 0.7, y + 2, rng.choice(("特发此证，以资鼓励。", "特发此证。", "特颁此证。")), kai, size)
    _foot(facts, pen, sheet, 206, 146, 16)
    _number(facts, pen, sheet, 40, 178, "left")
    pen.says(*FIELDS)


def conferring(facts: Award, pen: Pen) -> None:
    """授予 X 同志 … 称号, upright with the emblem."""
    rng = pen.rng
    sheet = pen.sheet(tint=(254, 252, 244))
    border(sheet, 12, 7, (200, 60, 50))
    sheet.paste(emblem(), 90, 34, 30, 32)
    sheet.text(105, 78, rng.choice(("荣 誉 证 书", "证    书", "奖励证书")), pen.face("title"), 38, align="centre", colour=RED)
    song = pen.face("song", "kai")
    body = rng.choice((
        "为表彰在技能岗位上作出的突出贡献，经研究决定，授予{n}同志“{h}”荣誉称号。特颁此证。",
        "授予{n}同志“{h}”称号，特发此证。",
        "兹授予 {n} 同志“{h}”称号，特发此证，以资鼓励。",
    )).format(n=facts.recipient_name, h=facts.honour)  # fmt: skip
    sheet.paragraph(34, 116, 142, body, song, 20, leading=1.8, indent=2)
    _number(facts, pen, sheet, 105, 104, "centre")
    _foot(facts, pen, sheet, 136, 218, 16)
    pen.says(*FIELDS)


def table_form(facts: Award, pen: Pen) -> None:
    """A certificate filled in as a list of fields."""
    rng = pen.rng
    sheet = pen.sheet(297, 210, tint=(255, 253, 247))
    border(sheet, 10, 6, (120, 150, 190))
    sheet.text(148, 32, rng.choice(("获奖证书", "荣誉证书")), pen.face("title"), 36, align="centre", spacing=6)
    label, value = pen.face("hei", "song"), pen.face("kai", "song")
    rows = [
        (rng.choice(("获奖者", "获奖人", "姓名")), facts.recipient_name),
        (rng.choice(("荣誉称号", "奖项名称", "获奖项目")), facts.honour),
    ]
    rows.append((rng.choice(("颁发单位", "授予单位", "颁奖单位")), facts.issuer))
    rows.append((rng.choice(("颁发日期", "授予日期", "获奖日期")), plain(facts.awarded_on)))
    if facts.certificate_number:
        rows.append(("证书编号", facts.certificate_number))
        pen.says("certificate_number")
    y = 66.0
    for name, text in rows:
        sheet.text(64, y, name + "：", label, 17)
        sheet.text(108, y, text, value, 17)
        sheet.line(106, y + 8, 250, y + 8, colour=(140, 140, 140))
        y += 19
    pen.stamp(facts.seal, 214, 150, sheet)
    pen.says(*FIELDS)


LAYOUTS = (honour_landscape, conferring, table_form)
