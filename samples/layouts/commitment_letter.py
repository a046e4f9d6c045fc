"""承诺书: addressee, who promises what, signature of the legal representative, seal, date."""

from __future__ import annotations

from samples.papers import Commitment
from samples.pen import Pen
from samples.sheet import Sheet
from samples.wording import in_numerals, numeral, plain, spaced

ADDRESSEES = (
    "北京经济技术开发区管理委员会：",
    "北京经济技术开发区人力资源和社会保障服务中心：",
    "经开区人力资源和社会保障服务中心：",
)
PROMISES = (
    "严格遵守国家和北京市有关法律、法规、规章及行业规范，近三年内无重大违法违规行为，未被列入严重失信主体名单。",
    "所提交的全部申报材料真实、准确、完整、合法、有效，复印件与原件一致，不存在弄虚作假行为。",
    "领办人及团队成员均为本单位在职职工，劳动关系真实有效。",
    "如获得资助，将按照有关规定专款专用，建立台账，接受主管部门及审计部门的监督检查和绩效评价。",
    "同意主管部门对申报信息进行核验，并按规定向社会公示。",
    "如违反上述承诺，愿意退回全部资助资金，承担相应法律责任，并接受按有关规定作出的处理。",
)
TITLES = ("承 诺 书", "承诺书", "申报承诺书", "信用承诺书", "申报单位承诺书")


def _promises(facts: Commitment) -> tuple[str, ...]:
    return PROMISES if facts.promises is None else PROMISES[: facts.promises]


def _foot(facts: Commitment, pen: Pen, sheet: Sheet, y: float, *, seal_first: bool) -> None:
    face, rng = pen.face("fangsong", "song", "kai"), pen.rng
    signer = rng.choice(("法定代表人（签字）：", "法定代表人（签字）：", "法定代表人（签名）：", "法定代表人或负责人（签字）："))
    unit = rng.choice(("单位（公章）：", "申报单位（盖章）：", "承诺单位（公章）：", "单位名称（公章）："))
    style = rng.choice((plain, spaced, in_numerals))
    rows = [(unit, "seal"), (signer, "sign")] if seal_first else [(signer, "sign"), (unit, "seal")]
    x = rng.choice((84.0, 92.0, 100.0))
    for label, what in rows:
        at = sheet.text(x, y, label, face, 14.5)
        if what == "sign" and facts.signed:
            pen.sign(facts.legal_representative, at + 1, y - 2, label.rstrip("："), size=24)
        if what == "sign" and rng.random() < 0.3:
            sheet.line(at, y + 6, at + 40, y + 6, width=0.2)
        if what == "seal":
            seal_at = (at + 14, y + 4)
        y += 15
    sheet.text(x + rng.choice((0, 14)), y, ("日期：" if rng.random() < 0.3 else "") + style(facts.committed_on), face, 14.5)
    pen.stamp(facts.seal, min(seal_at[0], 172), seal_at[1] + 2, sheet)
    pen.says("company_name", "committed_on")


def numbered(facts: Commitment, pen: Pen) -> None:
    sheet, rng = pen.sheet(), pen.rng
    face = pen.face("fangsong", "song")
    sheet.text(105, 34, rng.choice(TITLES), pen.face("title"), 26, align="centre", spacing=2)
    sheet.text(28, 56, rng.choice(ADDRESSEES), face, 14.5)
    intro = rng.choice((
        "我单位{n}（统一社会信用代码：{u}）自愿申报2026年经开区技能大师工作室认定资助，现郑重承诺如下：",
        "{n}申报2026年经开区技能大师工作室认定资助项目，作出如下承诺：",
        "我单位（{n}）就申报2026年经开区技能大师工作室认定资助事项，郑重承诺：",
    )).format(n=facts.company_name, u=facts.uscc)  # fmt: skip
    y = sheet.paragraph(28, 67, 154, intro, face, 14.5, leading=1.65, indent=2)
    mark = rng.choice(("{}、", "（{}）"))
    for place, promise in enumerate(_promises(facts), 1):
        y = sheet.paragraph(28, y + 1, 154, mark.format(numeral(place)) + promise, face, 14.5, leading=1.6, indent=2)
    _foot(facts, pen, sheet, max(y + 14, 214), seal_first=rng.random() < 0.5)


def filled_template(facts: Commitment, pen: Pen) -> None:
    """A form with the unit's particulars on lines, then the promises."""
    sheet, rng = pen.sheet(), pen.rng
    face, value = pen.face("song", "hei"), pen.face("kai", "song")
    sheet.text(26, 22, "附件1", pen.face("hei"), 13)
    sheet.text(105, 36, rng.choice(TITLES), pen.face("boldhei", "title"), 24, align="centre")
    y = 56.0
    for name, text in (
        ("单位名称", facts.company_name),
        ("统一社会信用代码", facts.uscc),
        ("项目名称", "2026年经开区技能大师工作室认定资助"),
    ):
        at = sheet.text(28, y, name + "：", face, 13.5) + 1
        sheet.text(at, y, text, value, 13.5)
        sheet.line(at - 1, y + 5.8, 182, y + 5.8, width=0.2)
        y += 11
    y = sheet.paragraph(28, y + 4, 154, "本单位现就申报事项郑重承诺：", face, 13.5, leading=1.6, indent=2)
    for place, promise in enumerate(_promises(facts), 1):
        y = sheet.paragraph(28, y + 1, 154, f"{place}.{promise}", face, 13.5, leading=1.6, indent=2)
    _foot(facts, pen, sheet, max(y + 14, 212), seal_first=rng.random() < 0.3)


def prose(facts: Commitment, pen: Pen) -> None:
    """One paragraph without numbers; the unit's name only where it is stamped and printed at the end."""
    sheet, rng = pen.sheet(), pen.rng
    face = pen.face("fangsong", "kai", "song")
    sheet.text(105, 40, rng.choice(TITLES), pen.face("title"), 28, align="centre", spacing=3)
    text = "为做好2026年经开区技能大师工作室认定资助申报工作，本单位郑重承诺：" + "".join(_promises(facts))
    y = sheet.paragraph(28, 66, 154, text, face, 15.5, leading=1.75, indent=2)
    y = sheet.paragraph(28, y, 154, "特此承诺。", face, 15.5, leading=1.75, indent=2)
    sheet.text(182, y + 8, facts.company_name, face, 15, align="right")
    _foot(facts, pen, sheet, max(y + 24, 214), seal_first=True)


LAYOUTS = (numbered, filled_template, prose)
