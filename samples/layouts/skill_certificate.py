"""职业技能等级证书 (one page) and 国家职业资格证书 (the booklet's inner spread)."""

from __future__ import annotations

from samples.ornaments import border, emblem, portrait, qr
from samples.papers import GENDERS, Certificate
from samples.pen import Pen
from samples.seals import Seal
from samples.sheet import GREY, Colour, Sheet
from samples.wording import RANKS, dotted, new_level, old_level, padded, plain, spaced

ENGLISH = {
    "姓名": "Name",
    "性别": "Gender",
    "证件类型": "ID Type",
    "证件号码": "ID No.",
    "职业名称": "Occupation",
    "工种/职业方向": "Job/Specialization",
    "职业技能等级": "Skill Level",
    "证书编号": "Certificate No.",
    "发证日期": "Date of Issue",
    "评价机构": "Issued by",
}
OLD_ENGLISH = {
    "姓名": "Name",
    "性别": "Sex",
    "出生日期": "Birth Date",
    "文化程度": "Educational Level",
    "发证日期": "Issued on",
    "证书编号": "Certificate No.",
    "身份证号": "ID No.",
    "职业（工种）及等级": "Occupation & Skill Level",
    "理论知识考试成绩": "Result of Theoretical Knowledge Test",
    "操作技能考核成绩": "Result of Operational Skill Test",
    "评定成绩": "Result of Test",
}
FRAMES: tuple[Colour, ...] = ((196, 160, 96), (120, 150, 190), (190, 110, 100), (140, 170, 140))
BASICS = ("holder_name", "id_number", "occupation", "skill_level", "certificate_number", "issued_on", "issuer")


def _rows(facts: Certificate, pen: Pen) -> list[tuple[str, str]]:
    rows = [("姓名", _name(facts.holder_name, pen))]
    if pen.rng.random() < 0.3:
        rows.append(("性别", GENDERS[facts.gender]))
        pen.says("gender")
    rows += [
        ("证件类型", pen.rng.choice(("居民身份证", "身份证"))),
        ("证件号码", facts.id_number),
        ("职业名称", facts.occupation),
    ]
    job = pen.rng.choice(("工种/职业方向", "工种/职业方向", "工种（职业方向）", "职业方向"))
    rows += [(job, facts.work_type or "--"), (pen.rng.choice(("职业技能等级", "技能等级")), new_level(facts.skill_level))]
    rows.append(("证书编号", facts.certificate_number))
    pen.says("work_type", *BASICS)
    return rows


def _name(name: str, pen: Pen) -> str:
    """Two-character names are often set apart."""
    return f"{name[0]} {name[1]}" if len(name) == 2 and pen.rng.random() < 0.5 else name


def _foot(facts: Certificate, pen: Pen, sheet: Sheet, x: float, y: float) -> None:
    """Who issued it and when, under the seal."""
    song, label = pen.face("song", "fangsong"), pen.rng.choice(("评价机构", "发证机构", "评价机构（盖章）", "颁发机构"))
    y = sheet.paragraph(x, y, sheet.width - x - 22, f"{label}：{facts.issuer}", song, 12, leading=1.4)
    style = pen.rng.choice((plain, padded, spaced))
    sheet.text(x, y + 3, pen.rng.choice(("发证日期：", "发证日期: ", "颁发日期：")) + style(facts.issued_on), song, 12)
    pen.stamp(facts.seal, x + 42, y + 1, sheet)


def _queries(pen: Pen, sheet: Sheet, x: float, y: float) -> None:
    small = pen.face("song", "hei")
    sheet.text(x, y, "证书信息查询网址：http://jndj.osta.org.cn", small, 8.5, colour=GREY)
    sheet.text(x, y + 5, "机构信息查询网址：http://pjjg.osta.org.cn", small, 8.5, colour=GREY)


def level_portrait(facts: Certificate, pen: Pen) -> None:
    """A4 upright: title, photograph, body sentence, the list of fields, QR and seal."""
    sheet, rng = pen.sheet(tint=pen.rng.choice(((255, 255, 255), (253, 251, 244)))), pen.rng
    border(sheet, 9, 7, rng.choice(FRAMES))
    sheet.text(
        105,
        34,
        "职业技能等级证书",
        pen.face("title"),
        32,
        align="centre",
        spacing=1.5,
        colour=rng.choice(((30, 30, 30), (160, 30, 34))),
    )
    bilingual = rng.random() < 0.4
    if bilingual:
        sheet.text(105, 50, "Certificate of Vocational Skill Level", pen.face("song"), 13, align="centre")
    sheet.paste(portrait(rng), 88, 60, 30, 42)
    body = f"本证书持有人经{rng.choice(('本机构', '我单位', facts.issuer))}考核评价，达到{facts.occupation}职业{RANKS[facts.skill_level]}技能水平，特发此证。"
    y = sheet.paragraph(30, 108, 150, body, pen.face("fangsong", "song"), 13, leading=1.7, indent=2) + 6
    label, value = pen.face("hei", "song"), pen.face("fangsong", "kai", "song")
    for name, text in _rows(facts, pen):
        sheet.text(34, y, name + "：", label, 13)
        sheet.text(78, y, text, value, 13)
        if bilingual and name in ENGLISH:
            sheet.text(34, y + 5.2, ENGLISH[name], value, 8, colour=GREY)
        y += 12.4 if bilingual else 10.6
    sheet.paste(qr(f"http://jndj.osta.org.cn/#/cert?no={facts.certificate_number}"), 30, 236, 28, 28)
    _foot(facts, pen, sheet, 84, 240)
    _queries(pen, sheet, 30, 269)


def level_landscape(facts: Certificate, pen: Pen) -> None:
    """A4 across: photograph on one side, fields ruled beneath, English below each label."""
    sheet, rng = pen.sheet(297, 210, tint=(254, 252, 246)), pen.rng
    border(sheet, 10, 8, rng.choice(FRAMES))
    if rng.random() < 0.5:
        sheet.paste(emblem(), 138, 20, 20, 21.6)
    sheet.text(148, 44, "职业技能等级证书", pen.face("title"), 34, align="centre", spacing=3)
    sheet.text(148, 60, "Certificate of Occupational Skill Level", pen.face("song"), 12, align="centre")
    photo_left = rng.random() < 0.5
    sheet.paste(portrait(rng), 34 if photo_left else 230, 76, 32, 45)
    x, y = (80.0 if photo_left else 36.0), 76.0
    label, value, ruled = pen.face("song", "hei"), pen.face("fangsong", "kai"), rng.random() < 0.7
    rows = _rows(facts, pen)
    pitch = 81 / len(rows)
    for name, text in rows:
        sheet.text(x, y, name, label, 12.5)
        sheet.text(x, y + 4.8, ENGLISH.get(name, "Specialization"), value, 7.5, colour=GREY)
        sheet.text(x + 52, y + 1, text, value, 14)
        if ruled:
            sheet.line(x + 48, y + 7.6, x + 140, y + 7.6, colour=(150, 150, 150), width=0.2)
        y += pitch
    sheet.paste(
        qr(f"http://jndj.osta.org.cn/#/cert?no={facts.certificate_number}"),
        34 if not photo_left else 36,
        158 if not photo_left else 136,
        24,
        24,
    )
    _foot(facts, pen, sheet, 168, 160)
    _queries(pen, sheet, 62 if not photo_left else 36, 180)


def electronic_level(facts: Certificate, pen: Pen) -> None:
    """The certificate as a download: a PDF with text, fields as a table."""
    sheet, rng = pen.sheet(tint=(255, 255, 255)), pen.rng
    border(sheet, 10, 5, rng.choice(FRAMES))
    sheet.text(105, 36, "职业技能等级证书", pen.face("boldhei"), 30, align="centre", spacing=2)
    sheet.text(105, 52, "（电子证书）", pen.face("song"), 12, align="centre")
    label, value, y = pen.face("hei"), pen.face("song", "fangsong"), 70.0
    for name, text in _rows(facts, pen):
        sheet.rectangle(24, y, 70, y + 12, colour=(150, 150, 150))
        sheet.rectangle(70, y, 146, y + 12, colour=(150, 150, 150))
        sheet.text(47, y + 4, name, label, 11.5, align="centre")
        sheet.text(74, y + 4, text, value, 12)
        y += 12
    sheet.rectangle(146, 70, 186, y, colour=(150, 150, 150))
    sheet.paste(portrait(rng), 151, 80, 30, 42)
    sheet.paste(qr(f"http://jndj.osta.org.cn/#/cert?no={facts.certificate_number}"), 28, y + 14, 28, 28)
    _foot(facts, pen, sheet, 78, y + 22)
    _queries(pen, sheet, 28, 262)


def booklet_spread(facts: Certificate, pen: Pen) -> None:
    """The inner spread: statement and photograph on the left, the holder's particulars on the right, in both languages."""
    rng = pen.rng
    sheet = pen.sheet(250, 176, tint=rng.choice(((250, 248, 238), (246, 250, 244), (252, 246, 240))))
    sheet.line(125, 4, 125, 172, colour=(200, 196, 184), width=0.5)
    _statement(facts, pen, sheet, x=14, y=20)
    sheet.paste(portrait(rng), 48, 70, 30, 42)
    rows = _old_rows(facts, pen)
    label, english, value = pen.face("song"), pen.face("song"), pen.face("fangsong", "song", "hei")
    below, y, pitch = rng.random() < 0.6, 16.0, 126 / len(rows)
    for name, text in rows:
        sheet.text(133, y, name, label, 10)
        if below:
            sheet.text(133, y + 4.2, OLD_ENGLISH[name], english, 6.5, colour=GREY)
        elif name in ("姓名", "性别", "出生日期", "文化程度", "发证日期", "证书编号", "身份证号"):
            sheet.text(133 + sheet.measure(name, label, 10) + 1.5, y + 0.8, OLD_ENGLISH[name], english, 7.5, colour=GREY)
        start = 180 if len(name) > 6 or below else 176
        sheet.text(start, y, text, value, sheet.fitting(text, value, 10.5, 243 - start))
        sheet.line(start - 2, y + 5, 242, y + 5, colour=(170, 166, 156), width=0.15)
        y += pitch
    sheet.text(133, 148, "职业技能鉴定（指导）中心（印）", label, 9.5)
    sheet.text(133, 153, "Seal of Occupational Skill Testing Authority", english, 6.5, colour=GREY)
    pen.stamp(facts.seal, 212, 146, sheet, says="issuer")
    if rng.random() < 0.6:
        sheet.text(133, 164, f"No. {rng.randrange(10**9, 10**10)}", english, 8, colour=(170, 60, 50))


def booklet_pages(facts: Certificate, pen: Pen) -> None:
    """The booklet copied onto one upright sheet, a page above the other; labels with their English above or beside."""
    rng = pen.rng
    sheet = pen.sheet(176, 250, tint=rng.choice(((250, 248, 238), (248, 246, 250), (252, 246, 240))))
    sheet.line(4, 125, 172, 125, colour=(200, 196, 184), width=0.5)
    sheet.text(88, 12, "国家职业资格证书", pen.face("title"), 17, align="centre", spacing=1)
    sheet.text(88, 21, "Certificate of Occupational Qualification", pen.face("song"), 8.5, align="centre")
    sheet.paste(portrait(rng), 14, 34, 28, 39)
    rows, label, value = _old_rows(facts, pen), pen.face("song", "hei"), pen.face("fangsong", "kai", "hei")
    english, above = pen.face("song"), rng.random() < 0.5
    for place, (name, text) in enumerate(rows):
        x, y = (52.0, 32 + place * 12.4) if place < 7 else (14.0, 133 + (place - 7) * 11)
        if above:
            sheet.text(x, y - 3, OLD_ENGLISH[name], english, 6, colour=GREY)
        start = max(x + 30, sheet.text(x, y, name, label, 10.5) + 4)
        sheet.text(start, y, text, value, sheet.fitting(text, value, 11.5, 168 - start))
        sheet.line(start - 1, y + 5.6, 168, y + 5.6, colour=(170, 166, 156), width=0.15)
    _statement(facts, pen, sheet, x=14, y=178)
    sheet.text(104, 206, "职业技能鉴定（指导）中心（印）", label, 9.5)
    pen.stamp(facts.seal, 132, 220, sheet, says="issuer")


def _statement(facts: Certificate, pen: Pen, sheet: Sheet, *, x: float, y: float) -> None:
    """The ministry's sentence and seal."""
    song = pen.face("song", "fangsong")
    text = "本证书由中华人民共和国人力资源和社会保障部批准颁发，表明持证人具有从事本职业（工种）的资格。"
    y = sheet.paragraph(x, y, 84, text, song, 10.5, leading=1.6, indent=2)
    english = "This certificate is issued under the approval of the Ministry of Human Resources and Social Security."
    y = sheet.paragraph(x, y + 2, 84, english, song, 7.5, leading=1.4)
    low = max(y + 2, sheet.height - 50)
    sheet.text(x + 44, low, "中华人民共和国", song, 11, align="centre", spacing=1)
    sheet.text(x + 44, low + 7, "人力资源和社会保障部", song, 11, align="centre")
    ministry = Seal("中华人民共和国人力资源和社会保障部", emblem=True, colour=(206, 28, 40))
    pen.stamp(ministry if facts.seal else None, x + 46, low + 8, sheet)


def _old_rows(facts: Certificate, pen: Pen) -> list[tuple[str, str]]:
    rng = pen.rng
    born = rng.choice((plain, padded, dotted, spaced))(facts.birthdate)
    rows = [("姓名", _name(facts.holder_name, pen)), ("性别", GENDERS[facts.gender]), ("出生日期", born)]
    rows += [
        ("文化程度", rng.choice(("高中", "中专", "大专", "技校", "本科"))),
        ("发证日期", rng.choice((plain, spaced, padded))(facts.issued_on)),
    ]
    rows += [("证书编号", facts.certificate_number), ("身份证号", facts.id_number)]
    rows.append(("职业（工种）及等级", f"{facts.occupation}  {old_level(rng, facts.skill_level)}"))
    rows += [("理论知识考试成绩", str(rng.randrange(62, 96))), ("操作技能考核成绩", str(rng.randrange(65, 97)))]
    rows.append(("评定成绩", rng.choice(("合格", "良好"))))
    pen.says("gender", "birthdate", *[name for name in BASICS if name != "issuer"])
    return rows


LAYOUTS = (level_portrait, level_landscape, electronic_level, booklet_spread, booklet_pages)
FAMILY_LAYOUTS = {"new": ("level_portrait", "level_landscape", "electronic_level"), "old": ("booklet_spread", "booklet_pages")}


def suits(facts: Certificate, layout: str) -> bool:
    return layout in FAMILY_LAYOUTS[facts.family]
