"""Bodies and honours beside those of ``samples.invention``, and the stamps that belong on each kind of paper."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from samples.papers import (
    Application,
    Award,
    BankAccount,
    Certificate,
    Commitment,
    Facts,
    LaborContract,
    Licence,
    Patent,
    Rules,
    SitePhotos,
)
from samples.seals import Seal
from samples.strangers.stamps import MAKERS, Stamp, cut_by, invoice_stamp, name_stamp, stamp_of
from samples.trades import LISTED_HONOURS

LONG_BODIES = (
    "北京经济技术开发区智能制造产业职业技能培训评价中心",
    "北京亦创汇智职业技能等级认定与人力资源服务有限责任公司",
    "中国电子信息行业联合会职业技能鉴定指导中心北京经济技术开发区工作站",
    "北京市汽车维修行业协会职业技能等级认定考评中心",
    "北京数职技能人才评价院",
    "北京匠评中心",
)
OLD_BODIES = (
    "北京市职业技能鉴定管理中心",
    "北京市大兴区职业技能鉴定所",
    "机械工业职业技能鉴定指导中心",
    "中华人民共和国人力资源和社会保障部职业技能鉴定中心",
)
HONOURS = (
    "首都劳动奖章|北京市总工会",
    "优秀高技能人才|北京经济技术开发区管理委员会",
    "金牌班组长|北京市国防工业工会",
    "北京市职业技能大赛一等奖|北京市职业技能大赛组织委员会",
    "首席技师|北京市人力资源和社会保障局",
    "亦城工匠|北京经济技术开发区总工会",
    "全国电子信息行业技术能手|中国电子信息行业联合会",
    "北京市岗位练兵技术比武第一名|北京市职工技术协会",
)
"""Honours that open no route of their own | who grants them."""


def vary(application: Application, rng: Random) -> None:
    """Other issuers of certificates and other plain honours, on paper and form alike."""
    awards = 0
    for upload in application.uploads:
        facts = upload.facts
        if isinstance(facts, Certificate):
            upload.facts = _issued_by_others(facts, rng)
        if isinstance(facts, Award):
            upload.facts = _honoured_otherwise(facts, application.form["awards"], awards, rng)
            awards += 1


def _issued_by_others(facts: Certificate, rng: Random) -> Certificate:
    if facts.certificate_number.startswith("Y") or rng.random() < 0.4 or facts.seal is None:
        return facts
    issuer = rng.choice(OLD_BODIES if facts.family == "old" else LONG_BODIES)
    return replace(facts, issuer=issuer, seal=replace(facts.seal, name=issuer))


def _honoured_otherwise(facts: Award, stated: list[dict[str, str]], place: int, rng: Random) -> Award:
    if any(line.startswith(facts.honour + "|") for line in LISTED_HONOURS) or facts.seal is None:
        return facts
    used = {award["honour"] for award in stated}
    honour, issuer = rng.choice([line for line in HONOURS if line.split("|")[0] not in used]).split("|")
    stated[place] |= {"honour": honour, "issuer": issuer}
    seal = replace(facts.seal, name=issuer, emblem=issuer.endswith(("局", "管理委员会")))
    return replace(facts, honour=honour, issuer=issuer, seal=seal)


def stamps_for(facts: Facts, seed: str, rng: Random, group: str) -> dict[str, Stamp]:
    """The paper's stamps by their part in it. The same seal has the same face on every paper of an application; some groups
    have theirs from a maker of their own."""

    def face(seal: Seal | None) -> Stamp | None:
        return stamp_of(seal, Random(f"{seed}/{seal.name}/{seal.centre_text}")) if seal else None

    found: dict[str, Stamp | None] = {}
    if isinstance(facts, Licence | Certificate | Award | Patent):
        found = {"issuer": face(facts.seal)}
    elif isinstance(facts, LaborContract):
        found = {"unit": face(facts.seal), "name": face(facts.name_seal)}
    elif isinstance(facts, BankAccount):
        found = {"unit": face(facts.seal), "bank": face(facts.bank_seal)} | _cashiers(facts, rng)
    elif isinstance(facts, Commitment | Rules | SitePhotos):
        found = {"unit": face(facts.seal)}
    stamps = {part: stamp for part, stamp in found.items() if stamp}
    if group not in MAKERS:
        return stamps
    return {
        part: cut_by(MAKERS[group], one, Random(f"{seed}/{one.name}/{one.centre_text}/maker")) for part, one in stamps.items()
    }


def _cashiers(facts: BankAccount, rng: Random) -> dict[str, Stamp | None]:
    permit = Seal("中国人民银行营业管理部", "账户管理专用章", star=False)
    finance = Seal(facts.account_name, "财务专用章", star=True)
    return {
        "central_bank": stamp_of(permit, rng),
        "finance": stamp_of(finance, rng),
        "invoice": invoice_stamp(facts.account_name, facts.uscc, rng),
        "name": name_stamp(facts.legal_representative, rng, "#d3202c"),
    }
