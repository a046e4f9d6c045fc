"""劳动合同: the ministry's general model, the Beijing fixed-term form, the employer's own text; two to five pages."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from samples.layouts.flow import Flow, Ink
from samples.ornaments import tick_box
from samples.papers import GENDERS, LaborContract
from samples.pen import Pen
from samples.seals import press
from samples.sheet import BLUE, INK, Sheet
from samples.wording import in_numerals, padded, plain, spaced

ALWAYS = ("employer_name", "employee_name", "id_number", "contract_type", "starts_on", "position")
TERM_NAMES = {"fixed_term": "固定期限", "open_ended": "无固定期限", "task": "以完成一定工作任务为期限"}
ORDER = ("fixed_term", "open_ended", "task")

BODY = (
    "三、工作时间和休息休假|甲方安排乙方执行标准工时制度，乙方每日工作不超过八小时，每周工作不超过四十小时。甲方因生产经营需要延长工作时间的，依法安排补休或支付加班工资。|乙方依法享有法定节假日、带薪年休假等休息休假权利。",
    "四、劳动报酬|甲方每月15日前以货币形式支付乙方工资，月工资为{pay}元。乙方在试用期期间的工资不低于约定工资的百分之八十。|甲乙双方对工资的其他约定：按甲方薪酬管理办法执行。",
    "五、社会保险和福利待遇|甲乙双方依照国家和北京市规定参加社会保险，甲方为乙方办理社会保险手续，并承担相应义务。|乙方患病或者非因工负伤的医疗待遇，按国家和北京市有关规定执行。",
    "六、劳动保护、劳动条件和职业危害防护|甲方根据生产岗位的需要，按照劳动安全卫生的规定为乙方配备必要的安全防护措施，发放劳动防护用品。|甲方建立健全安全生产责任制度，对乙方进行必要的培训；乙方严格遵守操作规程。",
    "七、劳动合同的变更、解除和终止|甲乙双方变更、解除、终止、续订劳动合同，应当依照劳动合同法和有关规定执行。|甲方应当在解除或者终止劳动合同时出具证明，并在十五日内为乙方办理档案和社会保险关系转移手续。",
    "八、当事人约定的其他内容|乙方应当保守甲方的商业秘密和与知识产权有关的保密事项。|乙方同意甲方依法制定的规章制度作为本合同附件。",
    "九、劳动争议处理及其他|双方因履行本合同发生争议，可以协商解决，也可以依法申请调解、仲裁或提起诉讼。|本合同未尽事宜，按国家和北京市有关规定执行。本合同一式两份，甲乙双方各执一份，自双方签字盖章之日起生效。",
)


@dataclass(frozen=True)
class Style:
    """The inks of one contract: print, headings, and what was filled in."""

    print: Ink
    heading: Ink
    value: Ink
    size: float


def _style(pen: Pen) -> Style:
    rng = pen.rng
    body = Ink(pen.face("song", "fangsong"), INK)
    hand = rng.random() < 0.4
    value = (
        Ink(pen.face("kai", "hand"), rng.choice((BLUE, INK, (24, 40, 110))), True)
        if hand
        else Ink(pen.face("song", "hei"), INK, rng.random() < 0.6)
    )
    return Style(body, Ink(pen.face("boldhei", "hei", "boldsong"), INK), value, rng.choice((12, 12.5, 13)))


def _pad(text: str, ink: Ink) -> str:
    return f" {text} " if ink.rule else text


def _date_pieces(day: date, style: Style, pen: Pen) -> list[tuple[str, Ink]]:
    """年 月 日 printed, the numbers filled in between."""
    if not style.value.rule:
        return [(pen.rng.choice((plain, spaced, padded))(day), style.value)]
    if pen.rng.random() < 0.12:
        return [(in_numerals(day), style.value)]
    pieces: list[tuple[str, Ink]] = []
    for number, unit in ((day.year, "年"), (day.month, "月"), (day.day, "日")):
        pieces += [(f" {number} ", style.value), (unit, style.print)]
    return pieces


def _parties(flow: Flow, style: Style, rows: list[tuple[str, str]]) -> None:
    for label, value in rows:
        flow.line([(label + "：", style.print), (_pad(value, style.value), style.value)], style.size)


def _term_sentence(facts: LaborContract, style: Style, pen: Pen, kind: str) -> list[tuple[str, Ink]]:
    """The clause for one kind of term; blank unless it is the one chosen."""
    chosen = kind == facts.contract_type
    start = _date_pieces(facts.starts_on, style, pen) if chosen else [("    年  月  日", style.print)]
    end = _date_pieces(facts.ends_on, style, pen) if chosen and facts.ends_on else [("    年  月  日", style.print)]
    if kind == "fixed_term":
        return [("固定期限：自", style.print), *start, ("起至", style.print), *end, ("止。", style.print)]
    if kind == "open_ended":
        return [("无固定期限：自", style.print), *start, ("起至依法解除、终止劳动合同时止。", style.print)]
    task = ("设备技术改造项目" if chosen else "        ", style.value if chosen else style.print)
    return [
        ("以完成一定工作任务为期限：自", style.print),
        *start,
        ("起至", style.print),
        task,
        ("工作任务完成时止。", style.print),
    ]


def _options(facts: LaborContract, flow: Flow, style: Style, pen: Pen) -> None:
    """All three kinds with the chosen one ticked: box, tick, or a number filled in."""
    manner = pen.rng.choice(("box", "box", "number"))
    if manner == "number":
        number = pen.rng.choice(("123", "一二三", "①②③"))[ORDER.index(facts.contract_type)]
        text = pen.rng.choice(("甲乙双方约定按下列第", "本合同期限采用下列第"))
        flow.line(
            [(text, style.print), (f" {number} ", style.value), ("种方式确定本合同期限：", style.print)], style.size, indent=2
        )
    else:
        flow.line([("甲乙双方自用工之日起建立劳动关系，约定按下列方式确定劳动合同期限：", style.print)], style.size, indent=2)
    for place, kind in enumerate(ORDER, 1):
        if manner == "number":
            flow.line([(f"{place}、", style.print), *_term_sentence(facts, style, pen, kind)], style.size, indent=2)
            continue
        sheet = flow.room(9)
        em = style.size * 25.4 / 72
        tick_box(sheet, 30 + em, flow.y + em * 0.1, em * 0.85, ticked=kind == facts.contract_type)
        flow.line(_term_sentence(facts, style, pen, kind), style.size, indent=2.3)
    pen.says("contract_type", "starts_on", *(["ends_on"] if facts.ends_on else []))


def _single_term(facts: LaborContract, flow: Flow, style: Style, pen: Pen) -> None:
    """A form for one kind of term: no options."""
    name = TERM_NAMES[facts.contract_type]
    start = _date_pieces(facts.starts_on, style, pen)
    head = [
        (
            f"第一条  本合同为{name}劳动合同。"
            if facts.contract_type != "task"
            else "第一条  本合同期限以完成一定工作任务为期限。",
            style.print,
        )
    ]
    if facts.ends_on:
        pieces = [*head, ("本合同于", style.print), *start, ("生效，其中试用期至", style.print)]
        probation = date(
            facts.starts_on.year + (facts.starts_on.month + 3 > 12),
            (facts.starts_on.month + 2) % 12 + 1,
            min(facts.starts_on.day, 28),
        )
        pieces += [*_date_pieces(probation, style, pen), ("止。本合同于", style.print)]
        pieces += [*_date_pieces(facts.ends_on, style, pen), ("终止。", style.print)]
        pen.says("ends_on")
    else:
        pieces = [*head, ("本合同自", style.print), *start, ("起生效，至法定的终止条件出现时止。", style.print)]
    flow.line(pieces, style.size, indent=2)
    pen.says("contract_type", "starts_on")


def _work(facts: LaborContract, flow: Flow, style: Style) -> None:
    v = style.value
    pieces = [
        ("乙方同意根据甲方工作需要，担任", style.print),
        (_pad(facts.position, v), v),
        ("岗位（工种）工作，工作地点为", style.print),
    ]
    flow.line(
        [
            *pieces,
            (_pad(facts.work_place, v), v),
            ("。乙方应按照甲方的要求，按时完成规定的工作数量，达到规定的质量标准。", style.print),
        ],
        style.size,
        indent=2,
    )
    if facts.dispatched_to:
        text = f"乙方为被派遣劳动者，甲方安排乙方到用工单位{facts.dispatched_to}工作，派遣期限与本合同期限一致。"
        flow.line([(text, style.print)], style.size, indent=2)


def _clauses(facts: LaborContract, flow: Flow, style: Style, *, count: int) -> None:
    for block in BODY[:count]:
        title, *texts = block.format(pay=facts.monthly_pay).split("|")
        flow.line([(title, style.heading)], style.size + 0.5)
        for text in texts:
            flow.line([(text, style.print)], style.size, indent=2)


def _signatures(facts: LaborContract, flow: Flow, style: Style, pen: Pen) -> None:
    """Both parties side by side: seal and representative left, the employee right."""
    rng, face = pen.rng, style.print.face
    sheet = flow.room(58)
    y = flow.y + 8
    sheet.text(30, y, rng.choice(("甲方（盖章）", "甲方（公章）：", "甲方（盖章）：")), face, style.size)
    label = rng.choice(("乙方（签字）：", "乙方（签字）", "乙方（签名）："))
    after = sheet.text(116, y, label, face, style.size)
    if facts.signed:
        pen.sign(facts.employee_name, after + 2, y - 1, label.rstrip("："), size=style.size * 1.6, sheet=sheet)
    y += 16
    agent = rng.choice(("法定代表人（主要负责人）", "法定代表人或委托代理人"))
    sheet.text(30, y, agent, face, style.size)
    at = sheet.text(30, y + 7, "（签字或盖章）：", face, style.size)
    if facts.name_seal:
        pen.stamp(facts.name_seal, at + 14, y + 7, sheet)
    else:
        pen.sign(facts.legal_representative, at + 1, y + 4, "（签字或盖章）", size=style.size * 1.5, sheet=sheet)
    day = rng.choice((spaced, plain))(facts.signed_on)
    sheet.text(30, y + 21, day, face, style.size)
    sheet.text(116, y + 21, day, face, style.size)
    pen.stamp(facts.seal, 62, y + 2, sheet)
    pen.says("signed_on")


def _edge_seals(facts: LaborContract, pen: Pen) -> None:
    """骑缝章: one seal across the fanned edges, a sliver on every page."""
    if facts.seal is None or len(pen.sheets) < 2:
        return
    ink = press(facts.seal, pen.dpi, pen.rng)
    part, y = ink.width // len(pen.sheets), pen.rng.uniform(90, 180)
    for place, sheet in enumerate(pen.sheets):
        sliver = ink.crop((place * part, 0, (place + 1) * part, ink.height))
        sheet.ink(sliver, sheet.width - part * 25.4 / pen.dpi, y, facts.seal.colour)


def _finish(facts: LaborContract, flow: Flow, pen: Pen) -> None:
    flow.finish()
    if pen.rng.random() < 0.3:
        _edge_seals(facts, pen)
    pen.says("employer_name", "employee_name", "id_number", "position")


def general_model(facts: LaborContract, pen: Pen) -> None:
    """The ministry's 2019 model: a cover, then the articles."""
    flow, style, rng = Flow(pen, "第 {} 页 共 {} 页"), _style(pen), pen.rng
    sheet, face = flow.sheet, style.print.face
    sheet.text(105, 62, "劳 动 合 同", pen.face("title"), 34, align="centre", spacing=2)
    sheet.text(105, 82, "（通用）", face, 18, align="centre")
    for place, (name, value) in enumerate(
        (("甲方（用人单位）：", facts.employer_name), ("乙方（劳动者）：", facts.employee_name))
    ):
        after = sheet.text(40, 128 + place * 14, name, face, 14)
        end = sheet.text(after + 2, 128 + place * 14, value, style.value.face, 14, colour=style.value.colour)
        sheet.line(after, 134 + place * 14, max(end, after + 60), 134 + place * 14, width=0.2)
    after = sheet.text(40, 156, "签 订 日 期：", face, 14)
    sheet.text(after + 2, 156, spaced(facts.signed_on), style.value.face, 14, colour=style.value.colour)
    sheet.text(105, 250, "中华人民共和国人力资源和社会保障部编制", face, 12, align="centre")
    flow.y = 400
    rows = [("甲方（用人单位）", facts.employer_name), ("统一社会信用代码", facts.employer_uscc)]
    rows += [("法定代表人（主要负责人）或委托代理人", facts.legal_representative), ("注册地", facts.employer_address)]
    rows += [("乙方（劳动者）", facts.employee_name), ("居民身份证号码", facts.id_number)]
    rows += [("户籍地址", facts.home_address), ("联系电话", facts.phone)]
    _parties(flow, style, rows)
    intro = "根据《中华人民共和国劳动法》《中华人民共和国劳动合同法》等法律法规政策规定，甲乙双方遵循合法、公平、平等自愿、协商一致、诚实信用的原则订立本合同。"
    flow.line([(intro, style.print)], style.size, indent=2)
    flow.line([("一、劳动合同期限", style.heading)], style.size + 0.5)
    _options(facts, flow, style, pen)
    flow.line([("二、工作内容和工作地点", style.heading)], style.size + 0.5)
    _work(facts, flow, style)
    _clauses(facts, flow, style, count=rng.choice((4, 5, 7)))
    _signatures(facts, flow, style, pen)
    _finish(facts, flow, pen)
    pen.says("employer_uscc")


def beijing_form(facts: LaborContract, pen: Pen) -> None:
    """The Beijing bureau's form: particulars of both sides in numbered lines, one kind of term."""
    flow, style = Flow(pen, "— {} —"), _style(pen)
    name = TERM_NAMES[facts.contract_type]
    flow.heading("劳动合同书", pen.face("title"), 26, centre=True)
    flow.heading(f"（{name}）", style.print.face, 16, centre=True)
    _parties(
        flow,
        style,
        [("甲    方", facts.employer_name), ("法定代表人", facts.legal_representative), ("注册地址", facts.employer_address)],
    )
    person = [("乙    方：", style.print), (_pad(facts.employee_name, style.value), style.value), ("    性别：", style.print)]
    flow.line([*person, (_pad(GENDERS[facts.gender], style.value), style.value)], style.size)
    if pen.rng.random() < 0.4:
        _id_cells(facts, flow, style)
    else:
        _parties(flow, style, [("居民身份证号码", facts.id_number)])
    _parties(flow, style, [("户口所在地", facts.home_address), ("联系电话", facts.phone)])
    flow.line(
        [
            (
                "根据《中华人民共和国劳动法》《中华人民共和国劳动合同法》和有关法律、法规，甲乙双方经平等自愿、协商一致签订本合同，共同遵守本合同所列条款。",
                style.print,
            )
        ],
        style.size,
        indent=2,
    )
    flow.line([("一、劳动合同期限", style.heading)], style.size + 0.5)
    _single_term(facts, flow, style, pen)
    flow.line([("二、工作内容和工作地点", style.heading)], style.size + 0.5)
    _work(facts, flow, style)
    _clauses(facts, flow, style, count=pen.rng.choice((3, 5, 7)))
    _signatures(facts, flow, style, pen)
    flow.sheet.text(105, 274, "北京市人力资源和社会保障局监制", style.print.face, 9.5, align="centre")
    _finish(facts, flow, pen)


def _id_cells(facts: LaborContract, flow: Flow, style: Style) -> None:
    """The ID number, a digit to a cell."""
    sheet: Sheet = flow.room(11)
    at = sheet.text(30, flow.y, "居民身份证号码：", style.print.face, style.size) + 1
    for place, digit in enumerate(facts.id_number):
        x = at + place * 6.0
        sheet.rectangle(x, flow.y - 1.2, x + 6.0, flow.y + 6, width=0.2)
        sheet.text(x + 3.0, flow.y, digit, style.value.face, style.size, align="centre", colour=style.value.colour)
    flow.y += 10.5


def own_text(facts: LaborContract, pen: Pen) -> None:
    """The employer's own contract: a table of the parties, then short articles."""
    flow, style, rng = Flow(pen, "第{}页，共{}页"), _style(pen), pen.rng
    flow.sheet.text(30, 16, facts.employer_name, style.print.face, 9)
    flow.sheet.text(180, 16, f"编号：HT{facts.signed_on:%Y%m}{rng.randrange(100, 999)}", style.print.face, 9, align="right")
    flow.sheet.line(30, 21, 180, 21, width=0.2)
    flow.heading(rng.choice(("劳 动 合 同 书", "劳动合同", "员工劳动合同")), pen.face("title", "boldhei"), 24, centre=True)
    _party_table(facts, flow, style, pen)
    text = "甲乙双方根据国家法律法规，在平等自愿的基础上签订本劳动合同，并承诺共同遵守。"
    flow.line([(text, style.print)], style.size, indent=2)
    flow.line([("第一条 合同期限", style.heading)], style.size + 0.5)
    _options(facts, flow, style, pen)
    flow.line([("第二条 工作岗位", style.heading)], style.size + 0.5)
    _work(facts, flow, style)
    _clauses(facts, flow, style, count=rng.choice((2, 3, 4)))
    _signatures(facts, flow, style, pen)
    _finish(facts, flow, pen)
    pen.says("employer_uscc")


def _party_table(facts: LaborContract, flow: Flow, style: Style, pen: Pen) -> None:
    from samples.layouts.table import TableStyle, fill_table

    rows = [
        ("甲方（用人单位）", facts.employer_name),
        ("统一社会信用代码", facts.employer_uscc),
        ("法定代表人", facts.legal_representative),
    ]
    rows += [("住所", facts.employer_address), (pen.rng.choice(("乙方（劳动者）", "乙方姓名")), facts.employee_name)]
    rows += [(pen.rng.choice(("身份证号码", "公民身份号码", "身份证号")), facts.id_number), ("联系电话", facts.phone)]
    table = TableStyle(style.print.face, style.value.face, style.size, 9.5, (42, 108), colour=style.value.colour)
    flow.y = fill_table(flow.sheet, 30, flow.y + 2, rows, table) + 5


LAYOUTS = (general_model, beijing_form, own_text)
