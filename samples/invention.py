"""A whole application invented: a random source, a route and a kind of unit in; form and papers out, all in order."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random
from typing import Any

from samples.companies import Account, Unit, invent_account, invent_issuer, invent_seal, invent_unit
from samples.numbers import certificate_number, digits, patent_number
from samples.papers import (
    Application,
    Award,
    BankAccount,
    Certificate,
    Commitment,
    LaborContract,
    Licence,
    Patent,
    Rules,
    SitePhotos,
    Upload,
)
from samples.people import Person, invent_person, same_day_next_year
from samples.seals import Seal
from samples.trades import CRAFTS, GOVERNMENT, INVENTIONS, LISTED_HONOURS, OBJECTS, OTHER_HONOURS, TECHNICAL_POSTS, UNLISTED

OPENS = date(2026, 1, 12)
CLOSES = date(2026, 2, 11)

ROUTES = ("catalogue_occupation", "non_catalogue_occupation", "honour")
KINDS = ("enterprise", "institution", "association")


@dataclass(frozen=True)
class Cast:
    """Who and what the application is about."""

    unit: Unit
    account: Account
    leader: Person
    members: tuple[Person, ...]
    submitted: date


def invent_application(rng: Random, number: str, route: str, kind: str) -> Application:
    """An application without any inconsistency."""
    cast = _cast(rng, kind)
    application = Application(form=_form(rng, number, route, cast))
    application.uploads = [
        Upload("business_license", _licence(cast.unit)),
        Upload("commitment_letter", _commitment(rng, cast)),
        Upload("bank_account", _bank(rng, cast)),
    ]
    _add_leader(rng, application, route, cast)
    for place, member in enumerate(cast.members):
        _add_member(rng, application, cast, member, skilled=place == 0 or rng.random() < 0.5)
    for _ in range(rng.choice((1, 1, 2))):
        _add_award(rng, application, route, cast)
    for _ in range(rng.choice((1, 1, 2))):
        _add_patent(rng, application, cast)
    application.uploads += [Upload("management_rules", _rules(rng, cast)), Upload("site_photos", _photos(rng, cast))]
    return application


def _cast(rng: Random, kind: str) -> Cast:
    taken: set[str] = set()
    unit = invent_unit(rng, kind, invent_person(rng, date(1960, 1, 1), date(1985, 1, 1), taken=taken))
    gender = rng.choice(("male", "male", "male", "female"))
    earliest = {"male": date(1968, 6, 1), "female": date(1978, 6, 1)}[gender]
    leader = invent_person(rng, earliest, date(1988, 1, 1), taken=taken, gender=gender)
    members = [invent_person(rng, date(1979, 1, 1), date(1999, 1, 1), taken=taken) for _ in range(rng.choice((3, 3, 4, 5)))]
    submitted = OPENS + timedelta(days=rng.randrange(2, (CLOSES - OPENS).days))
    return Cast(unit, invent_account(rng), leader, tuple(members), submitted)


def _form(rng: Random, number: str, route: str, cast: Cast) -> dict[str, Any]:
    unit = cast.unit
    return {
        "application_id": number,
        "programme": "skill-master-studio-2026",
        "submitted_at": f"{cast.submitted}T{rng.randrange(9, 18):02d}:{rng.randrange(60):02d}:00+08:00",
        "unit": {
            "name": unit.name,
            "uscc": unit.uscc,
            "kind": unit.kind,
            "legal_representative": unit.representative.name,
            "registered_address": unit.address,
            "established_on": unit.established_on.isoformat(),
        },
        "leader": {"route": route},
        "members": [],
        "awards": [],
        "patents": [],
        "bank": {"account_name": unit.name, "account_number": cast.account.number, "bank_name": cast.account.bank_name},
        "materials": [],
    }


def _licence(unit: Unit) -> Licence:
    return Licence(
        unit.kind if not unit.uscc.startswith("52") else "service",
        unit.name,
        unit.uscc,
        unit.company_type,
        unit.representative.name,
        unit.capital,
        unit.established_on,
        unit.term_to,
        unit.address,
        unit.scope,
        unit.authority,
        unit.issued_on,
        Seal(unit.authority, colour=unit.seal.colour, font=unit.seal.font + 1, diameter=42, emblem=unit.kind != "enterprise"),
    )


def _commitment(rng: Random, cast: Cast) -> Commitment:
    on = OPENS + timedelta(days=rng.randrange(0, (cast.submitted - OPENS).days + 1))
    return Commitment(cast.unit.name, cast.unit.uscc, cast.unit.representative.name, on, cast.unit.seal)


def _bank(rng: Random, cast: Cast) -> BankAccount:
    bank_seal = invent_seal(rng, cast.account.bank_name, centre_text=rng.choice(("业务专用章", "业务公章", None)), diameter=42)
    return BankAccount(
        cast.unit.name,
        cast.unit.uscc,
        cast.unit.representative.name,
        cast.account.number,
        cast.account.bank_name,
        cast.account.bank_code,
        "J1000" + digits(rng, 9),
        rng.choice(cast.members).name,
        "010-" + rng.choice("68") + digits(rng, 7),
        cast.submitted - timedelta(days=rng.randrange(0, 3)),
        cast.unit.seal,
        bank_seal,
    )


def _rules(rng: Random, cast: Cast) -> Rules:
    studio = f"{cast.leader.name}技能大师工作室"
    return Rules(cast.unit.name, cast.leader.name, studio, date(2025, rng.randrange(3, 13), rng.randrange(1, 28)), cast.unit.seal)


def _photos(rng: Random, cast: Cast) -> SitePhotos:
    return SitePhotos(
        cast.unit.name, f"{cast.leader.name}技能大师工作室", cast.submitted - timedelta(days=rng.randrange(1, 9)), cast.unit.seal
    )


def _craft(rng: Random, route: str) -> tuple[str, str | None, str]:
    if route == "non_catalogue_occupation":
        name, post = rng.choice(UNLISTED).split("|")
        return name, None, post
    name, job_type, post = rng.choice(CRAFTS).split("|")
    return name, (job_type or None) if rng.random() < 0.6 else None, post


def _add_leader(rng: Random, application: Application, route: str, cast: Cast) -> None:
    leader, (occupation, job_type, post) = cast.leader, _craft(rng, route)
    level = rng.choice(("技师", "高级技师", "高级技师"))
    certificate = _certificate(rng, cast, leader, occupation, job_type, level, old=route != "non_catalogue_occupation")
    contract = _contract(rng, cast, leader, post, veteran=True)
    category = "worker" if rng.random() < 0.7 else "management_or_technical"
    stated = _stated(leader, category, occupation, certificate, contract)
    since = contract.starts_on if contract.starts_on < date(2021, 1, 1) else date(2019, 3, 1)
    application.form["leader"] = stated | {"frontline_since": since.isoformat(), "route": route}
    application.uploads.append(Upload("skill_certificate", certificate, leader.name))
    application.uploads.append(Upload("labor_contract", contract, leader.name))


def _add_member(rng: Random, application: Application, cast: Cast, member: Person, *, skilled: bool) -> None:
    occupation, job_type, post = _craft(rng, "catalogue_occupation")
    contract = _contract(rng, cast, member, post if skilled else rng.choice(TECHNICAL_POSTS), veteran=False)
    members = application.form["members"]
    if not skilled:
        stated = _stated(member, "management_or_technical", None, None, contract) | {"role": "technical"}
    else:
        level = rng.choice(("初级工", "中级工", "高级工", "高级工", "技师"))
        certificate = _certificate(rng, cast, member, occupation, job_type, level, old=member.birthdate.year < 1993)
        stated = _stated(member, "worker", occupation, certificate, contract) | {"role": "skilled"}
        application.uploads.append(Upload("skill_certificate", certificate, member.name))
    members.append(stated)
    application.uploads.append(Upload("labor_contract", contract, member.name))


def _stated(
    person: Person, category: str, occupation: str | None, certificate: Certificate | None, contract: LaborContract
) -> dict[str, Any]:
    """What the form says of a person."""
    return {
        "name": person.name,
        "id_number": person.id_number,
        "gender": person.gender,
        "birthdate": person.birthdate.isoformat(),
        "position_category": category,
        "occupation": occupation,
        "skill_level": certificate.skill_level if certificate else None,
        "certificate_number": certificate.certificate_number if certificate else None,
        "position": contract.position,
        "contract": {
            "starts_on": contract.starts_on.isoformat(),
            "ends_on": contract.ends_on.isoformat() if contract.ends_on else None,
        },
    }


def _certificate(
    rng: Random, cast: Cast, person: Person, occupation: str, job_type: str | None, level: str, *, old: bool
) -> Certificate:
    old = old and rng.random() < 0.45 and person.birthdate.year < 1990
    youngest = person.birthdate.year + (26 if level in ("技师", "高级技师") else 20)
    first, last = (max(youngest, 2006), 2020) if old else (max(youngest, 2020), 2025)
    year = rng.randint(min(first, last), last)
    issued = date(year, rng.randrange(1, 13), rng.randrange(1, 28))
    family, employer = "old" if old else "new", rng.random() < 0.5 and cast.unit.kind == "enterprise"
    issuer = invent_issuer(rng, family, cast.unit, employer=employer)
    centre = "职业技能鉴定专用章" if old else rng.choice((None, "职业技能等级认定专用章", "证书专用章"))
    return Certificate(
        "old" if old else "new",
        person.name,
        person.gender,
        person.birthdate,
        person.id_number,
        occupation,
        job_type,
        level,
        certificate_number(rng, family, level, issued, employer=employer),
        issued,
        issuer,
        invent_seal(rng, issuer, centre_text=centre, diameter=42 if old else 40),
    )


def _contract(rng: Random, cast: Cast, person: Person, post: str, *, veteran: bool) -> LaborContract:
    kind = rng.choice(
        ("fixed_term", "open_ended", "open_ended") if veteran else ("fixed_term", "fixed_term", "fixed_term", "open_ended")
    )
    if not veteran and rng.random() < 0.06:
        kind = "task"
    latest = max(cast.unit.established_on.year + 1, person.birthdate.year + 22)
    year = min(rng.randint(2022, 2025) if kind != "open_ended" else rng.randint(min(max(latest, 2008), 2021), 2022), 2025)
    starts = date(year, rng.randrange(1, 13), rng.choice((1, 1, 1, 5, 10, 15, 16, 20, 26)))
    ends = same_day_next_year(starts, rng.choice((5, 5, 6, 8))) - timedelta(days=1) if kind == "fixed_term" else None
    seal = cast.unit.seal if rng.random() < 0.5 else cast.unit.contract_seal
    return LaborContract(
        cast.unit.name,
        cast.unit.uscc,
        cast.unit.representative.name,
        cast.unit.address,
        person.name,
        person.gender,
        person.id_number,
        person.home,
        person.phone,
        kind,
        starts,
        ends,
        post,
        "北京经济技术开发区",
        rng.randrange(45, 160) * 100,
        starts - timedelta(days=rng.randrange(0, 10)),
        seal,
        cast.unit.name_seal if rng.random() < 0.4 else None,
    )


def _add_award(rng: Random, application: Application, route: str, cast: Cast) -> None:
    awards = application.form["awards"]
    used = {award["honour"] for award in awards}
    choices = LISTED_HONOURS if route == "honour" and not awards else OTHER_HONOURS
    honour, issuer = rng.choice([line for line in choices if line.split("|")[0] not in used]).split("|")
    on = date(rng.randint(2016, 2025), rng.randrange(1, 13), rng.randrange(1, 28))
    number = rng.choice((None, f"京技能〔{on.year}〕第{rng.randrange(1, 900):03d}号", f"{on.year}{rng.randrange(1, 9000):05d}"))
    seal = invent_seal(rng, issuer, diameter=42, emblem=issuer.endswith(GOVERNMENT))
    application.uploads.append(
        Upload("award_certificate", Award(cast.leader.name, honour, issuer, on, number, seal), cast.leader.name)
    )
    awards.append({"honour": honour, "recipient": cast.leader.name, "issuer": issuer, "awarded_on": on.isoformat()})


def _add_patent(rng: Random, application: Application, cast: Cast) -> None:
    patents = application.form["patents"]
    kind = rng.choice(("invention", "utility_model", "utility_model", "design"))
    applied = date(rng.randint(2013, 2023), rng.randrange(1, 13), rng.randrange(1, 28))
    if kind != "invention" and applied < date(2016, 3, 1):
        applied = applied.replace(year=applied.year + 6)  # the others run for ten years, which are not over yet
    granted = applied + timedelta(days=rng.randrange(200, 700))
    helpers = rng.sample([member.name for member in cast.members], rng.randrange(0, 3))
    letter = {"invention": "B", "utility_model": "U", "design": "S"}[kind]
    patent = Patent(
        rng.choice(INVENTIONS[kind]).format(rng.choice(OBJECTS)),
        kind,
        (cast.leader.name, *helpers),
        patent_number(rng, kind, applied),
        applied,
        cast.unit.name,
        granted,
        "10" + digits(rng, 4) + " " + cast.unit.address,
        str(rng.randrange(3_000_000, 19_000_000)),
        f"CN {rng.choice('12')}{digits(rng, 8)} {letter}",
        Seal(
            "国家知识产权局", colour=rng.choice(((206, 28, 40), (188, 24, 52))), diameter=42, emblem=True, font=rng.randrange(5)
        ),
    )
    application.uploads.append(Upload("patent_certificate", patent))
    patents.append(
        {
            "title": patent.patent_title,
            "number": patent.patent_number,
            "patentee": patent.patentee,
            "inventors": list(patent.inventors),
            "applied_on": applied.isoformat(),
        }
    )
