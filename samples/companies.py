"""Invented units of 经开区, their banks, and the bodies that certify and honour: a random source in, records out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from samples.numbers import account_number, bank_code, seal_code, uscc
from samples.people import Person
from samples.seals import REDS, Seal

BRANDS = [
    "澄钧",
    "砺衡",
    "昱桉",
    "沅铎",
    "擎曜",
    "朗晏",
    "颂岚",
    "瑾衡",
    "祺骏",
    "泓锐",
    "曦辰科",
    "恒砺",
    "凌溯",
    "博淇",
    "卓垣",
    "铭骁",
    "启澜",
    "驭合",
    "诚砺",
    "宏桉",
    "瀚砚",
    "锐衡",
    "远桢",
    "合曜",
    "天砚",
    "中砺恒",
    "新澜驰",
    "安溯",
    "汇砚",
    "京曜",
    "亦澄",
    "盛珩",
    "维铎",
    "普桉",
    "光砺",
    "德溯",
    "华珩",
    "星骁",
    "海桢",
    "万衡",
]
TRADES = (
    "精密机械|数控机床、精密零部件的制造、销售；机械设备维修",
    "汽车零部件|汽车零部件及配件制造；汽车电子装置制造、销售",
    "生物医药|药品生产；医学研究和试验发展；第二类医疗器械销售",
    "电子科技|电子专用设备制造；集成电路芯片及产品制造、销售",
    "智能装备|智能基础制造装备制造；工业机器人制造、安装、维修",
    "新能源科技|电池制造、销售；充电桩销售；新能源汽车电附件销售",
    "医疗器械|第二类医疗器械生产；第一类医疗器械销售；货物进出口",
    "自动化技术|工业自动控制系统装置制造、销售；信息系统集成服务",
    "航空设备|民用航空器零部件设计和生产；通用设备修理；金属加工机械制造",
    "光电显示技术|显示器件制造、销售；光电子器件制造；技术进出口",
    "食品|食品生产；餐饮服务；保健食品（预包装）销售",
    "电力工程|电气安装服务；建设工程施工；输配电及控制设备制造",
)
GENERAL_SCOPE = (
    "技术服务、技术开发、技术咨询、技术交流、技术转让、技术推广",
    "货物进出口",
    "技术进出口",
    "机械设备租赁",
    "五金产品批发",
    "仪器仪表销售",
    "普通机械设备安装服务",
    "专业设计服务",
    "软件开发",
    "非居住房地产租赁",
    "企业管理咨询",
    "劳务服务（不含劳务派遣）",
)
SCOPE_TAIL = (
    "（除依法须经批准的项目外，凭营业执照依法自主开展经营活动）（不得从事国家和本市产业政策禁止和限制类项目的经营活动。）",
    "（依法须经批准的项目，经相关部门批准后方可开展经营活动）",
    "（市场主体依法自主选择经营项目，开展经营活动；依法须经批准的项目，经相关部门批准后依批准的内容开展经营活动；不得从事国家和本市产业政策禁止和限制类项目的经营活动。）",
)
SUFFIXES = ("有限公司", "有限公司", "有限公司", "有限责任公司", "股份有限公司")
COMPANY_TYPES = {
    "股份有限公司": ("股份有限公司(非上市、自然人投资或控股)", "其他股份有限公司(非上市)"),
    "有限公司": (
        "有限责任公司(自然人投资或控股)",
        "有限责任公司(法人独资)",
        "其他有限责任公司",
        "有限责任公司(自然人独资)",
        "有限责任公司(外商投资、非独资)",
    ),
}
INSTITUTIONS = ("技能人才公共实训中心", "职业技术研究所", "检验检测中心", "产业技术促进中心", "疾病预防研究所")
ASSOCIATIONS = ("机器人产业协会", "智能制造行业协会", "生物医药产业促进会", "汽车零部件行业协会", "电子信息产业联合会")
STREETS = [
    "荣华南路",
    "荣华中路",
    "荣京东街",
    "宏达北路",
    "永昌中路",
    "科创十四街",
    "科创六街",
    "经海四路",
    "经海五路",
    "地盛北街",
    "地盛西路",
    "西环南路",
    "东环北路",
    "天华街",
    "兴盛街",
    "运成街",
    "隆庆街",
    "建安街",
    "博兴六路",
    "博兴八路",
    "泰河一街",
    "凉水河一街",
    "瑞合西二路",
    "融兴北一街",
    "景园北街",
    "文昌大道",
    "同济南路",
]
ADDRESS_HEADS = (
    "北京市北京经济技术开发区",
    "北京经济技术开发区",
    "北京市大兴区北京经济技术开发区",
    "北京市大兴区经济技术开发区",
    "北京市北京经济技术开发区（北京自贸试验区高端产业片区亦庄组团）",
)
CAPITALS = ("{w}万元", "{w}万元", "{w}万元人民币", "人民币{w}万元", "{w}.000000万人民币", "{c}万元整", "人民币{c}万元整")
CHINESE_AMOUNTS = {
    100: "壹佰",
    300: "叁佰",
    500: "伍佰",
    800: "捌佰",
    1000: "壹仟",
    1200: "壹仟贰佰",
    2000: "贰仟",
    3000: "叁仟",
    5000: "伍仟",
    6800: "陆仟捌佰",
}
BANKS = {
    "102": "中国工商银行股份有限公司北京{}支行",
    "103": "中国农业银行股份有限公司北京{}支行",
    "104": "中国银行股份有限公司北京{}支行",
    "105": "中国建设银行股份有限公司北京{}支行",
    "301": "交通银行股份有限公司北京{}支行",
    "308": "招商银行股份有限公司北京{}支行",
    "302": "中信银行股份有限公司北京{}支行",
    "313": "北京银行股份有限公司{}支行",
    "310": "上海浦东发展银行股份有限公司北京{}支行",
    "309": "兴业银行股份有限公司北京{}支行",
}
BRANCHES = ("经济技术开发区", "亦庄", "经海路", "荣华", "科创街", "博兴路", "西环路", "永昌", "旧宫", "亦庄开发区")
SKILL_BODIES = (
    "北京{}职业技能鉴定中心",
    "北京{}职业培训学校",
    "北京市{}行业协会",
    "北京{}人才服务有限公司",
    "中关村{}职业技能培训学校",
)
OLD_ISSUERS = (
    "北京市职业技能鉴定管理中心",
    "北京市人力资源和社会保障局",
    "北京市职业技能鉴定指导中心",
    "北京市劳动和社会保障局",
)


@dataclass(frozen=True)
class Unit:
    name: str
    kind: str
    uscc: str
    company_type: str
    capital: str
    established_on: date
    term_to: date | None
    address: str
    scope: str
    authority: str
    issued_on: date
    representative: Person
    seal: Seal
    contract_seal: Seal
    name_seal: Seal
    trade: str


@dataclass(frozen=True)
class Account:
    number: str
    bank_name: str
    bank_code: str


AUTHORITIES = {
    "enterprise": ("北京经济技术开发区市场监督管理局",),
    "institution": ("北京市事业单位登记管理局", "北京市机构编制委员会办公室"),
    "association": ("北京市民政局", "北京经济技术开发区社会事业局"),
}
USCC_PREFIXES = {"enterprise": ("91",), "institution": ("12",), "association": ("51", "51", "52")}


def invent_unit(rng: Random, kind: str, representative: Person) -> Unit:
    brand, (trade, trade_scope) = rng.choice(BRANDS), rng.choice(TRADES).split("|")
    prefix = rng.choice(USCC_PREFIXES[kind])
    name = _unit_name(rng, kind, prefix, brand, trade)
    founded = date(rng.randrange(2000, 2021), rng.randrange(1, 13), rng.randrange(1, 28))
    authority = rng.choice(AUTHORITIES[kind])
    region = rng.choice(("110302", "110400")) if kind == "enterprise" else "110000"
    seal = invent_seal(rng, name, diameter=42 if "股份" in name else rng.choice((38, 40, 40, 42)))
    return Unit(
        name=name,
        kind=kind,
        uscc=uscc(rng, prefix, region),
        company_type=_company_type(rng, kind, name),
        capital=invent_capital(rng),
        established_on=founded,
        term_to=rng.choice((None, None, date(founded.year + 30, founded.month, founded.day) - timedelta(days=1))),
        address=invent_address(rng),
        scope=_scope(rng, kind, trade, trade_scope),
        authority=authority,
        issued_on=date(rng.randrange(max(founded.year, 2019), 2026), rng.randrange(1, 13), rng.randrange(1, 28)),
        representative=representative,
        seal=seal,
        contract_seal=Seal(
            name,
            rng.choice(("合同专用章", "劳动合同专用章", "人力资源专用章")),
            seal.code,
            star=rng.random() < 0.6,
            colour=seal.colour,
        ),
        name_seal=Seal(
            representative.name[:4], shape="square", diameter=rng.choice((18, 20, 22)), colour=seal.colour, font=rng.randrange(5)
        ),
        trade=trade,
    )


def _unit_name(rng: Random, kind: str, prefix: str, brand: str, trade: str) -> str:
    if kind == "institution":
        return f"北京{rng.choice(('', '市'))}{brand}{rng.choice(INSTITUTIONS)}"
    if kind == "association" and prefix == "52":
        return f"北京{brand}{rng.choice(('职业技能培训学校', '科技创新服务中心'))}"
    if kind == "association":
        return f"北京经济技术开发区{brand}{rng.choice(ASSOCIATIONS)}"
    pattern = rng.choice(
        ("北京{b}{t}{s}", "北京{b}{t}{s}", "{b}（北京）{t}{s}", "{b}{t}（北京）{s}", "北京市{b}{t}{s}", "北京{b}{t}集团{s}")
    )
    return pattern.format(b=brand, t=trade, s=rng.choice(SUFFIXES))


def _company_type(rng: Random, kind: str, name: str) -> str:
    if kind != "enterprise":
        return {"institution": "事业单位", "association": "社会团体"}[kind]
    return rng.choice(COMPANY_TYPES["股份有限公司" if "股份" in name else "有限公司"])


def invent_capital(rng: Random) -> str:
    amount = rng.choice(list(CHINESE_AMOUNTS))
    return rng.choice(CAPITALS).format(w=amount, c=CHINESE_AMOUNTS[amount])


def invent_address(rng: Random) -> str:
    tail = rng.choice(
        ("{n}号", "{n}号院{b}号楼{r}室", "{n}号{b}幢{f}层{r}", "{n}号{b}号楼{f}层", "{n}号院{b}号楼{u}单元{r}", "{n}号A座{r}室")
    )
    place = tail.format(
        n=rng.randrange(1, 99), b=rng.randrange(1, 12), r=rng.randrange(101, 1208), f=rng.randrange(1, 9), u=rng.randrange(1, 4)
    )
    return rng.choice(ADDRESS_HEADS) + rng.choice(STREETS) + place


def _scope(rng: Random, kind: str, trade: str, trade_scope: str) -> str:
    extra = rng.sample(GENERAL_SCOPE, rng.randrange(3, 7))
    if kind == "enterprise":
        return trade_scope + "；" + "；".join(extra) + "。" + rng.choice(SCOPE_TAIL)
    return f"开展{trade}领域技能人才培训、评价与交流；承担政府委托的公共服务；" + "；".join(extra[:2]) + "。"


def invent_seal(rng: Random, name: str, *, centre_text: str | None = None, diameter: float = 40, emblem: bool = False) -> Seal:
    return Seal(
        name,
        centre_text,
        seal_code(rng) if rng.random() < 0.5 else None,
        diameter=diameter,
        emblem=emblem,
        colour=rng.choice(REDS),
        font=rng.randrange(5),
    )


def invent_account(rng: Random) -> Account:
    bank = rng.choice(list(BANKS))
    return Account(account_number(rng, bank), BANKS[bank].format(rng.choice(BRANCHES)), bank_code(rng, bank))


def invent_company_name(rng: Random, *, other_than: str) -> str:
    """Another company, plainly not the given one."""
    while True:
        trade = rng.choice(TRADES).split("|")[0]
        name = f"北京{rng.choice(BRANDS)}{trade}{rng.choice(SUFFIXES)}"
        if name[2:4] not in other_than and trade not in other_than:
            return name


def invent_issuer(rng: Random, family: str, unit: Unit, *, employer: bool) -> str:
    """Who issues a certificate: the employer itself (Y numbers), a training body (S), or the city's centre (old family)."""
    if family == "old":
        return rng.choice(OLD_ISSUERS)
    return unit.name if employer else rng.choice(SKILL_BODIES).format(rng.choice(BRANDS))
