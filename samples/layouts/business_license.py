"""营业执照 of 2019 in landscape, as scan or portrait photograph, the electronic licence, and what institutions and societies hold."""

from __future__ import annotations

from samples.ornaments import border, emblem, qr
from samples.papers import Licence
from samples.pen import Pen
from samples.sheet import GREY, Sheet
from samples.wording import padded, plain, spaced

CREAM = (253, 252, 246)
GILT = (150, 118, 44)
OLIVE = (176, 170, 132)


def _term(facts: Licence, pen: Pen) -> str:
    pen.says("term_to")
    style = pen.rng.choice((padded, spaced, plain))
    if facts.term_to:
        return f"{style(facts.established_on)}至{style(facts.term_to)}"
    return pen.rng.choice((f"{style(facts.established_on)}至长期", "长期", f"{style(facts.established_on)}至无固定期限"))


def _rows(sheet: Sheet, pen: Pen, rows: list[tuple[str, str]], x: float, y: float, width: float, size: float) -> float:
    """Labels justified to one width, values beside them, wrapped."""
    label, value = pen.face("hei", "song"), pen.face("song", "fangsong")
    em = size * 25.4 / 72
    box = max(em * pen.rng.choice((5, 5.4)), *(sheet.measure(name, label, size) for name, _ in rows))
    for name, text in rows:
        sheet.spread(x, y, name, box, label, size)
        y = sheet.paragraph(x + box + em * 1.1, y, width - box - em * 1.1, text, value, size * 0.92, leading=1.35) + em * 0.75
    return y


def landscape_duplicate(facts: Licence, pen: Pen) -> None:
    """The 2019 edition: emblem, gilt title, two columns, code top left, QR top right, authority's seal lower right."""
    _landscape(facts, pen, pen.sheet(297, 210, tint=CREAM))


def landscape_original(facts: Licence, pen: Pen) -> None:
    """正本, 420 x 297 mm, usually reduced by the scanner."""
    _landscape(facts, pen, pen.sheet(297, 210, tint=(255, 255, 253)), original=True)


def _landscape(facts: Licence, pen: Pen, sheet: Sheet, *, original: bool = False) -> None:
    rng, title = pen.rng, pen.face("title")
    border(sheet, 13, 8, OLIVE)
    sheet.paste(emblem(), 135, 10, 27, 29)
    for place, letter in enumerate("营业执照"):
        sheet.text(104 + place * 30, 43, letter, title, 46, colour=GILT, align="centre")
    song, hei = pen.face("song"), pen.face("hei")
    if not original:
        sheet.text(148, 62, "（副   本）", song, 15, align="centre")
        sheet.text(176, 63, rng.choice(("（1-1）", "（2-1）", "1-1", "(3-2)")), song, 11)
    sheet.text(36, 46, "统一社会信用代码", hei, 11)
    sheet.text(36, 52.5, facts.uscc, pen.face("hei"), 13)
    if not original and rng.random() < 0.4:
        sheet.text(36, 36, f"编号：{rng.randrange(10_000_000, 99_999_999)}", song, 8.5, colour=GREY)
    sheet.paste(qr("http://www.gsxt.gov.cn/index.html?uniscid=" + facts.uscc), 222, 40, 26, 26)
    sheet.paragraph(
        250, 41, 24, "扫描二维码登录“国家企业信用信息公示系统”了解更多登记、备案、许可、监管信息", song, 6.5, leading=1.35
    )
    left = [("名称", facts.company_name), ("类型", facts.company_type)]
    left += [(rng.choice(("法定代表人", "法定代表人", "负责人")), facts.legal_representative), ("经营范围", facts.business_scope)]
    right = [("注册资本", facts.registered_capital), ("成立日期", rng.choice((padded, spaced, plain))(facts.established_on))]
    if rng.random() < 0.6:
        right.append(("营业期限", _term(facts, pen)))
    right.append(("住所", facts.address))
    size = rng.choice((11.5, 12, 12.5))
    _rows(sheet, pen, left, 36, 79, 120, size)
    _rows(sheet, pen, right, 168, 79, 94, size)
    _authority(facts, pen, sheet, 196, 160)
    sheet.text(70, 181, "http://www.gsxt.gov.cn", song, 9)
    sheet.text(20, 193, "国家企业信用信息公示系统网址：", song, 8, colour=GREY)
    sheet.text(277, 193, "国家市场监督管理总局监制", song, 8, colour=GREY, align="right")
    if not original:
        note = "市场主体应当于每年1月1日至6月30日通过国家企业信用信息公示系统报送公示年度报告"
        sheet.paragraph(126, 176, 62, note, song, 7.5, leading=1.3)
    pen.says("company_name", "uscc", "company_type", "legal_representative", "registered_capital")
    pen.says("established_on", "address", "business_scope", "issued_on")


def _authority(facts: Licence, pen: Pen, sheet: Sheet, x: float, y: float) -> None:
    """登记机关 with its seal across the date."""
    sheet.spread(x, y, "登记机关", 28, pen.face("hei", "song"), 13)
    sheet.text(x + 32, y + 17, spaced(facts.issued_on), pen.face("song"), 12.5)
    pen.stamp(facts.seal, x + 52, y + 12, sheet, says="registration_authority")


def portrait_licence(facts: Licence, pen: Pen) -> None:
    """The 2014 to 2018 edition in portrait: one column."""
    rng = pen.rng
    sheet = pen.sheet(tint=CREAM)
    border(sheet, 10, 9, (190, 160, 150))
    sheet.paste(emblem(), 92, 22, 26, 28)
    title, song, hei = pen.face("title"), pen.face("song"), pen.face("hei")
    for place, letter in enumerate("营业执照"):
        sheet.text(57 + place * 32, 55, letter, title, 48, align="centre")
    sheet.text(105, 76, "（副    本）", song, 16, align="centre")
    sheet.text(105, 87, "统一社会信用代码  " + facts.uscc, hei, 12.5, align="centre")
    rows = [("名称", facts.company_name), ("类型", facts.company_type), ("住所", facts.address)]
    rows += [("法定代表人", facts.legal_representative), ("注册资本", facts.registered_capital)]
    rows += [("成立日期", spaced(facts.established_on)), ("营业期限", _term(facts, pen)), ("经营范围", facts.business_scope)]
    _rows(sheet, pen, rows, 32, 103, 148, rng.choice((12.5, 13)))
    sheet.paste(qr("http://www.gsxt.gov.cn/" + facts.uscc), 30, 232, 28, 28)
    _authority(facts, pen, sheet, 112, 232)
    sheet.text(24, 276, "企业信用信息公示系统网址：http://www.gsxt.gov.cn", song, 8)
    sheet.text(186, 276, "国家工商行政管理总局监制", song, 8, align="right")
    pen.says("company_name", "uscc", "company_type", "legal_representative", "registered_capital")
    pen.says("established_on", "address", "business_scope", "issued_on")


def electronic_licence(facts: Licence, pen: Pen) -> None:
    """电子营业执照: a PDF with its text, a watermark, no authority's seal."""
    sheet = pen.sheet(297, 210, tint=(255, 255, 255))
    rng, title, song, hei = pen.rng, pen.face("title"), pen.face("song"), pen.face("hei")
    border(sheet, 12, 7, OLIVE)
    sheet.paste(emblem(), 135, 14, 26, 28)
    for y in (70, 120, 165):
        for x in (50, 150, 240):
            sheet.text(x, y, "电子营业执照", hei, 22, colour=(232, 234, 236), align="centre")
    sheet.text(148, 45, "营业执照", title, 42, colour=GILT, align="centre", spacing=8)
    sheet.text(148, 63, "（电子副本）" if rng.random() < 0.5 else "（副本）", song, 13, align="centre")
    sheet.text(32, 44, "统一社会信用代码", hei, 10.5)
    sheet.text(32, 50, facts.uscc, hei, 12.5)
    sheet.paste(qr("https://zzapp.gsxt.gov.cn/scan?c=" + facts.uscc), 232, 40, 28, 28)
    left = [("名称", facts.company_name), ("类型", facts.company_type)]
    left += [("法定代表人", facts.legal_representative), ("经营范围", facts.business_scope)]
    right = [("注册资本", facts.registered_capital), ("成立日期", padded(facts.established_on)), ("住所", facts.address)]
    _rows(sheet, pen, left, 32, 80, 122, 11.5)
    _rows(sheet, pen, right, 168, 80, 98, 11.5)
    sheet.text(176, 162, "登记机关：" + facts.registration_authority, song, 11)
    sheet.text(176, 171, padded(facts.issued_on), song, 11)
    sheet.text(24, 184, "本电子营业执照由电子营业执照系统签发，与纸质营业执照具有同等法律效力", song, 8, colour=GREY)
    sheet.text(273, 184, "国家市场监督管理总局监制", song, 8, colour=GREY, align="right")
    pen.says("company_name", "uscc", "company_type", "legal_representative", "registered_capital")
    pen.says("established_on", "address", "business_scope", "issued_on", "registration_authority")


def institution_certificate(facts: Licence, pen: Pen) -> None:
    """事业单位法人证书."""
    sheet = pen.sheet(297, 210, tint=(252, 250, 242)) if pen.rng.random() < 0.6 else pen.sheet(tint=(252, 250, 242))
    rows = [("名称", facts.company_name), ("宗旨和业务范围", facts.business_scope), ("住所", facts.address)]
    rows += [
        ("法定代表人", facts.legal_representative),
        ("经费来源", pen.rng.choice(("财政补助", "经费自理", "财政补助收入、事业收入"))),
    ]
    rows += [("开办资金", facts.registered_capital), ("举办单位", "北京经济技术开发区管理委员会")]
    _body_certificate(facts, pen, sheet, "事业单位法人证书", rows, "登记管理机关", "国家事业单位登记管理局监制")


def society_certificate(facts: Licence, pen: Pen) -> None:
    """社会团体法人登记证书 or 民办非企业单位登记证书."""
    sheet = pen.sheet(297, 210, tint=(253, 251, 244)) if pen.rng.random() < 0.5 else pen.sheet(tint=(253, 251, 244))
    service = facts.kind == "service"
    title = "民办非企业单位登记证书" if service else "社会团体法人登记证书"
    rows = [("名称", facts.company_name), ("业务范围", facts.business_scope), ("住所", facts.address)]
    rows += [("法定代表人", facts.legal_representative), ("开办资金" if service else "注册资金", facts.registered_capital)]
    rows += [("业务主管单位", "北京经济技术开发区管理委员会")]
    _body_certificate(facts, pen, sheet, title, rows, "发证机关", "中华人民共和国民政部制")


def _body_certificate(
    facts: Licence, pen: Pen, sheet: Sheet, title: str, rows: list[tuple[str, str]], authority: str, maker: str
) -> None:
    rng, song, hei = pen.rng, pen.face("song"), pen.face("hei")
    middle, narrow = sheet.width / 2, sheet.width < 250
    border(sheet, 11, 6, (184, 92, 84))
    sheet.paste(emblem(), middle - 10, 18, 20, 21.6)
    sheet.text(middle, 43, title, pen.face("title"), 30 if narrow else 34, align="centre", spacing=1.5)
    sheet.text(middle, 59, rng.choice(("（副 本）", "（正 本）")), song, 13, align="centre")
    sheet.text(middle, 68, "统一社会信用代码：" + facts.uscc, hei, 12.5, align="centre")
    y = _rows(sheet, pen, rows, 34, 82, sheet.width - 68, 12.5)
    if facts.term_to:
        style = rng.choice((padded, plain))
        term = f"自{style(facts.issued_on)}至{style(facts.term_to)}"
        sheet.text(34, y + 2, "有效期：" + term if rng.random() < 0.5 else "有效期限  " + term, hei, 12)
        pen.says("term_to")
    low = sheet.height - 52
    sheet.text(middle + 12, low, authority, hei, 13)
    sheet.text(middle + 30, low + 17, spaced(facts.issued_on), song, 12.5)
    pen.stamp(facts.seal, middle + 50, low + 11, sheet, says="registration_authority")
    sheet.text(24, sheet.height - 24, maker, song, 8.5, colour=GREY)
    pen.says("company_name", "uscc", "legal_representative", "registered_capital", "address", "business_scope", "issued_on")


LAYOUTS = (
    landscape_duplicate,
    landscape_original,
    portrait_licence,
    electronic_licence,
    institution_certificate,
    society_certificate,
)
FOR_KIND = {
    "enterprise": ("landscape_duplicate", "landscape_original", "portrait_licence", "electronic_licence"),
    "institution": ("institution_certificate",),
    "association": ("society_certificate",),
    "service": ("society_certificate",),
}


def suits(facts: Licence, layout: str) -> bool:
    return layout in FOR_KIND[facts.kind]
