"""银行账户信息: the filled template as table, list or letter; the bank's 基本存款账户信息; the older 开户许可证."""

from __future__ import annotations

from samples.layouts.table import TableStyle, fill_table, stacked_cells
from samples.ornaments import border
from samples.papers import BankAccount
from samples.pen import Pen
from samples.seals import Seal
from samples.sheet import BLUE, INK, Sheet
from samples.wording import plain, spaced

ALL = ("account_name", "account_number", "bank_name", "bank_code")
TITLES = ("银行账户信息", "银行账户信息表", "收款账户信息", "单位银行账户信息", "收款单位账户信息表")
ACCOUNT_NAME = ("账户名称", "单位名称", "户名", "收款单位名称", "开户名称")
NUMBER = ("银行账号", "账号", "账户号码", "收款账号")
BANK = ("开户银行", "开户行全称", "开户银行全称", "开户行名称", "开户行")
CODE = ("联行号", "银行联行号", "开户行行号", "大额支付行号", "支付系统行号")


def _grouped(number: str, pen: Pen) -> str:
    """Account numbers are often written in groups of four."""
    if pen.rng.random() < 0.7:
        return number
    return " ".join(number[start : start + 4] for start in range(0, len(number), 4))


def _rows(facts: BankAccount, pen: Pen, *, more: bool) -> list[tuple[str, str]]:
    choose = pen.rng.choice
    rows = [(choose(ACCOUNT_NAME), facts.account_name), (choose(NUMBER), _grouped(facts.account_number, pen))]
    rows += [(choose(BANK), facts.bank_name), (choose(CODE), facts.bank_code)]
    if choose((True, False)):
        rows[1], rows[2] = rows[2], rows[1]
    if more:
        rows.insert(1, ("统一社会信用代码", facts.uscc))
        rows += [("联系人", facts.contact), ("联系电话", facts.phone)]
    pen.says(*ALL)
    return rows


def _foot(facts: BankAccount, pen: Pen, sheet: Sheet, y: float) -> None:
    song = pen.face("song", "fangsong", "hei")
    label = pen.rng.choice(("单位（公章）：", "单位（盖章）：", "申报单位（公章）", "单位名称（盖章）："))
    sheet.text(110, y, label, song, 13)
    sheet.text(118, y + 12, pen.rng.choice((plain, spaced))(facts.filled_on), song, 13)
    pen.stamp(facts.seal, 148, y + 8, sheet)
    if facts.seal:
        _other_seals(facts, pen, sheet, y)


def _other_seals(facts: BankAccount, pen: Pen, sheet: Sheet, y: float) -> None:
    """Some add the representative's name seal, or stamp the invoice seal as well."""
    roll = pen.rng.random()
    if roll < 0.2:
        pen.stamp(Seal(facts.legal_representative, shape="square", diameter=20, font=pen.rng.randrange(5)), 96, y + 18, sheet)
    elif roll < 0.28:
        pen.stamp(Seal(facts.account_name, "发票专用章", facts.uscc, shape="oval", font=pen.rng.randrange(5)), 62, y + 12, sheet)


def template_table(facts: BankAccount, pen: Pen) -> None:
    sheet, rng = pen.sheet(), pen.rng
    if rng.random() < 0.4:
        sheet.text(25, 22, rng.choice(("附件2", "附件：", "附件3")), pen.face("hei"), 13)
    sheet.text(105, 38, rng.choice(TITLES), pen.face("title", "boldhei"), 22, align="centre", spacing=1)
    style = TableStyle(
        pen.face("song", "hei"),
        pen.face("song", "kai", "fangsong"),
        rng.choice((12, 13, 14)),
        rng.choice((13, 15, 17)),
        (46, 118),
        shade=rng.choice((None, (238, 240, 244))),
        colon=rng.choice(("", "", "：")),
        centred=rng.random() < 0.35,
        colour=rng.choice((INK, INK, BLUE)),
    )
    y = fill_table(sheet, 23, 58, _rows(facts, pen, more=rng.random() < 0.7), style)
    if rng.random() < 0.6:
        note = "注：请准确填写上述账户信息，因账户信息填写错误导致资金无法拨付的，由申报单位自行承担责任。"
        y = sheet.paragraph(23, y + 5, 164, note, style.label, 10.5, leading=1.5)
    _foot(facts, pen, sheet, max(y + 16, 176))


def stacked_form(facts: BankAccount, pen: Pen) -> None:
    """Labels above values in cells."""
    sheet, rng = pen.sheet(), pen.rng
    sheet.text(105, 34, rng.choice(TITLES), pen.face("boldhei", "title"), 20, align="centre")
    sheet.text(105, 46, "北京经济技术开发区技能大师工作室认定资助", pen.face("song"), 11, align="centre")
    style = TableStyle(pen.face("hei"), pen.face("hei", "song"), 12.5, 15, (82, 82), colon=rng.choice(("", "：")))
    y = stacked_cells(sheet, 23, 60, _rows(facts, pen, more=True), style, columns=rng.choice((1, 2)))
    _foot(facts, pen, sheet, y + 22)


def underlined_list(facts: BankAccount, pen: Pen) -> None:
    """Label, colon, and the value on a line."""
    sheet, rng = pen.sheet(), pen.rng
    sheet.text(105, 42, rng.choice(TITLES), pen.face("title"), 24, align="centre", spacing=2)
    label, value, y = pen.face("fangsong", "song"), pen.face("kai", "song"), 74.0
    sheet.text(28, 62, "北京经济技术开发区人力资源和社会保障服务中心：", label, 14)
    ink = rng.choice((INK, BLUE))
    for name, text in _rows(facts, pen, more=rng.random() < 0.3):
        at = sheet.text(36, y, name + "：", label, 15) + 2
        end = y
        for line in sheet.wrap(text, 182 - at, value, 15):
            sheet.text(at, end, line, value, 15, colour=ink)
            sheet.line(at - 1, end + 6.2, 184, end + 6.2, width=0.2)
            end += 9
        y = max(end, y + 9) + 6
    _foot(facts, pen, sheet, y + 18)


def letter(facts: BankAccount, pen: Pen) -> None:
    """A letter that names the account in its text and lists it."""
    sheet, rng = pen.sheet(), pen.rng
    sheet.text(
        105,
        40,
        rng.choice(("收款账户说明", "银行账户信息确认函", "关于收款账户信息的说明")),
        pen.face("title"),
        22,
        align="centre",
    )
    body = pen.face("fangsong", "song")
    sheet.text(28, 64, "北京经济技术开发区人力资源和社会保障服务中心：", body, 14)
    y = sheet.paragraph(
        28,
        74,
        154,
        "现将我单位用于接收2026年经开区技能大师工作室认定资助资金的银行账户信息提供如下：",
        body,
        14,
        leading=1.7,
        indent=2,
    )
    for name, text in _rows(facts, pen, more=False):
        y = sheet.paragraph(38, y + 2, 146, f"{name}：{text}", body, 14, leading=1.6)
    y = sheet.paragraph(28, y + 5, 154, "以上信息真实、准确，如有变更将及时书面告知。特此说明。", body, 14, leading=1.7, indent=2)
    _foot(facts, pen, sheet, y + 22)


def basic_deposit_account(facts: BankAccount, pen: Pen) -> None:
    """基本存款账户信息, printed and sealed by the bank, and stamped by the unit."""
    sheet, rng = pen.sheet(210, 148) if pen.rng.random() < 0.5 else pen.sheet(), pen.rng
    sheet.text(105, 24, "基本存款账户信息", pen.face("boldhei", "title"), 20, align="centre", spacing=1)
    face, y = pen.face("song", "fangsong"), 46.0
    rows = [("账户名称", facts.account_name), ("账户号码", facts.account_number), ("开户银行", facts.bank_name)]
    rows += [("法定代表人", facts.legal_representative), ("（单位负责人）", ""), ("基本存款账户编号", facts.permit_number)]
    for name, text in rows:
        sheet.text(30, y, name + ("：" if text else ""), face, 13)
        sheet.text(78, y, text, face, 13)
        y += 7 if name == "法定代表人" else 11
    sheet.text(128, y + 6, spaced(facts.filled_on), face, 12)
    pen.stamp(facts.bank_seal, 150, y + 2, sheet)
    pen.stamp(facts.seal, 74, y + 4, sheet)
    pen.says("account_name", "account_number", "bank_name")
    if rng.random() < 0.3:
        sheet.text(30, sheet.height - 14, "本信息由银行通过人民币银行结算账户管理系统打印", face, 8.5)


def opening_permit(facts: BankAccount, pen: Pen) -> None:
    """开户许可证, issued until 2019."""
    sheet = pen.sheet(230, 160, tint=(252, 246, 240))
    border(sheet, 8, 6, (200, 140, 120))
    sheet.text(115, 26, "开户许可证", pen.face("title"), 30, align="centre", spacing=3)
    song, kai = pen.face("song"), pen.face("kai", "song")
    sheet.text(24, 46, f"核准号：{facts.permit_number}", song, 12)
    sheet.text(206, 46, f"编号：{pen.rng.randrange(1000, 9999)}-0{pen.rng.randrange(1000000, 9999999)}", song, 12, align="right")
    text = f"经审核，{facts.account_name}符合开户条件，准予开立基本存款账户。"
    y = sheet.paragraph(24, 60, 182, text, kai, 14, leading=1.7, indent=2) + 3
    columns = (
        ("法定代表人（单位负责人）", facts.legal_representative),
        ("开户银行", facts.bank_name),
        ("账    号", facts.account_number),
    )
    for name, value in columns:
        at = sheet.text(30, y, name + "  ", song, 13)
        sheet.text(at, y, value, kai, 13)
        y += 11
    sheet.text(150, y + 4, "发证机关（盖章）", song, 12)
    sheet.text(150, y + 12, plain(facts.filled_on.replace(year=2016)), song, 12)
    pbc = type(facts.seal)("中国人民银行营业管理部", "账户管理专用章", star=False, diameter=38) if facts.seal else None
    pen.stamp(pbc, 172, y + 8, sheet)
    pen.stamp(facts.seal, 84, y + 6, sheet)
    pen.says("account_name", "account_number", "bank_name")


LAYOUTS = (template_table, stacked_form, underlined_list, letter, basic_deposit_account, opening_permit)
ONLY_COMPANIES = {"opening_permit", "basic_deposit_account"}


def suits(facts: BankAccount, layout: str) -> bool:
    return layout not in ONLY_COMPANIES or facts.uscc.startswith("91")
