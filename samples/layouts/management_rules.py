"""工作室管理制度及工作职责文件: several pages, the four topics under headings of many wordings."""

from __future__ import annotations

from samples.fonts import Face
from samples.layouts.flow import Flow
from samples.papers import Rules
from samples.pen import Pen
from samples.sheet import RED
from samples.wording import in_numerals, numeral, plain

HEADINGS = {
    "leader_duties": ("领办人岗位职责", "领办人岗位职责", "领办人工作职责", "技能大师岗位职责", "工作室领办人职责"),
    "funds": ("经费管理使用制度", "经费管理使用制度", "经费管理与使用办法", "专项经费使用管理规定", "经费使用管理制度"),
    "archives": ("档案管理制度", "档案管理制度", "档案资料管理办法", "工作室档案管理规定"),
    "work_rules": ("工作规章制度", "工作规章制度", "日常工作制度", "工作室工作制度"),
}
CLAUSES = {
    "leader_duties": (
        "负责制定工作室年度工作计划和培养目标，组织实施并定期总结。",
        "带领团队开展技术攻关、技术革新和工艺改进，每年完成不少于两项攻关任务。",
        "采取师带徒方式培养青年技能人才，每年签订带徒协议不少于三份。",
        "总结推广绝技绝活和先进操作法，组织技能交流与培训。",
        "负责团队成员的日常管理与考核，对工作室成果的真实性负责。",
    ),
    "funds": (
        "资助资金实行专款专用、单独核算，不得挪作他用。",
        "资金主要用于设备购置、技术攻关、人才培养、技术交流等支出。",
        "单笔支出五千元以上的，须经领办人和财务负责人共同审批。",
        "每年末编制使用决算，接受财务、审计部门的监督检查。",
    ),
    "archives": (
        "安排专人负责资料的收集、整理、归档和保管。",
        "归档范围包括工作计划、活动记录、攻关成果、带徒协议、经费台账等。",
        "档案实行一事一档，纸质与电子资料同步保存，保存期限不少于五年。",
        "借阅资料应办理登记手续，按期归还，不得涂改和损毁。",
    ),
    "work_rules": (
        "每月至少召开一次工作例会，研究解决生产现场的技术难题。",
        "严格遵守安全操作规程，正确佩戴劳动防护用品，做到人走机停。",
        "设备实行定人定机，按要求做好点检与维护保养并填写记录。",
        "每季度开展一次集中培训或技术交流活动，建立签到与考核记录。",
        "工作场所保持整洁有序，实行6S管理。",
    ),
}
TITLES = ("{s}管理制度", "{s}管理制度及工作职责", "{s}制度汇编", "技能大师工作室管理制度")


def _title(facts: Rules, pen: Pen) -> str:
    return pen.rng.choice(TITLES).format(s=facts.studio)


def _close(facts: Rules, pen: Pen, flow: Flow, face: Face) -> None:
    sheet = flow.room(46)
    y = flow.y + 14
    sheet.text(178, y, facts.company_name, face, 14, align="right")
    sheet.text(170, y + 9, pen.rng.choice((plain, in_numerals))(facts.issued_on), face, 14, align="right")
    pen.stamp(facts.seal, 150, y + 5, sheet)
    flow.finish()
    pen.says("company_name", "sections")


def chapters(facts: Rules, pen: Pen) -> None:
    """第一章 … 第一条 …"""
    flow, rng = Flow(pen, "第 {} 页 共 {} 页"), pen.rng
    body, bold = pen.face("fangsong", "song"), pen.face("boldhei", "title")
    flow.heading(_title(facts, pen), pen.face("title"), 20, centre=True)
    flow.clause(
        f"为规范{facts.company_name}{facts.studio}的建设与运行，充分发挥高技能人才作用，结合本单位实际，制定本制度。", body, 13.5
    )
    article = 1
    for chapter, section in enumerate(facts.sections, 1):
        flow.heading(f"第{numeral(chapter)}章 {rng.choice(HEADINGS[section])}", bold, 15, centre=True)
        for text in CLAUSES[section]:
            flow.clause(f"第{numeral(article)}条 {text}", body, 13.5)
            article += 1
    flow.clause(f"第{numeral(article)}条 本制度自发布之日起施行。", body, 13.5)
    _close(facts, pen, flow, body)


def separate_rules(facts: Rules, pen: Pen) -> None:
    """A rule per page or so, each with its own title."""
    flow, rng = Flow(pen, "- {} -"), pen.rng
    body, bold = pen.face("song", "kai"), pen.face("title", "boldhei")
    flow.heading(_title(facts, pen), bold, 22, centre=True)
    flow.heading(facts.company_name, body, 13, centre=True)
    for place, section in enumerate(facts.sections, 1):
        if place in (2, 4):
            flow.y = 400
        flow.heading(f"{numeral(place)}、{rng.choice(HEADINGS[section])}", bold, 16)
        for number, text in enumerate(CLAUSES[section], 1):
            flow.clause(f"{number}.{text}", body, 13.5)
    _close(facts, pen, flow, body)


def red_head(facts: Rules, pen: Pen) -> None:
    """The unit's red-headed document that issues the rules, with them attached."""
    flow, rng = Flow(pen, "{}"), pen.rng
    body, bold = pen.face("fangsong", "song"), pen.face("hei", "boldsong")
    size = min(34.0, 165 / len(facts.company_name + "文件") / 0.36)
    flow.sheet.text(105, 34, facts.company_name + "文件", pen.face("title"), size, align="centre", colour=RED)
    flow.sheet.text(105, 56, f"司发〔{facts.issued_on.year}〕{rng.randrange(1, 60)}号", body, 13, align="centre")
    flow.sheet.line(26, 65, 184, 65, colour=RED, width=0.7)
    flow.y = 72
    flow.heading(f"关于印发《{facts.studio}管理制度》的通知", pen.face("title"), 17, centre=True)
    flow.clause(f"各部门：现将《{facts.studio}管理制度》印发给你们，请认真遵照执行。", body, 14)
    for place, section in enumerate(facts.sections, 1):
        flow.heading(f"（{numeral(place)}）{rng.choice(HEADINGS[section])}", bold, 14.5)
        for number, text in enumerate(CLAUSES[section], 1):
            flow.clause(f"{number}. {text}", body, 14)
    _close(facts, pen, flow, body)


LAYOUTS = (chapters, separate_rules, red_head)
