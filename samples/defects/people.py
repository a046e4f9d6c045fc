"""Inconsistencies of people: identity, contracts, team. A case in; True when the defect could be brought in."""

from __future__ import annotations

import copy
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from samples.companies import invent_company_name, invent_seal
from samples.defects.case import LEADER, Case, amend, contract_of, pick
from samples.numbers import id_check, other_digit, uscc
from samples.papers import Upload
from samples.people import MALE, RARE, SURNAMES, reborn

WHOLE_YEARS = {"male": (1963, 1966), "female": (1969, 1971)}
"""Births so early that less than two years remain by every reading (domain §4), whatever a woman's category."""


def name_differs(case: Case) -> bool:
    """The certificate is somebody else's by name, with a plainly different name."""
    person = pick(case.rng, case.certified())
    if person is None or not case.claim(f"certificate:{person['name']}"):
        return False
    other = person["name"]
    while set(other) & set(person["name"]):
        other = case.rng.choice(SURNAMES) + case.rng.choice(MALE) + case.rng.choice(RARE)
    amend(case.certificate(person), holder_name=other)
    return case.flag("identity.name_mismatch", case.subject(person), "blocking")


def _other_id(case: Case, number: str) -> str:
    """Valid, of the same day and sex: the sequence differs in two digits."""
    tens = case.rng.choice([digit for digit in "0123456789" if digit != number[15]])
    first = number[:14] + other_digit(case.rng, number[14]) + tens + number[16]
    return first + id_check(first)


def id_number_differs(case: Case) -> bool:
    person = pick(case.rng, case.people)
    if not case.claim(f"id:{person['name']}"):
        return False
    papers = [case.contract(person)] + ([case.certificate(person)] if person in case.certified() else [])
    amend(case.rng.choice(papers), id_number=_other_id(case, person["id_number"]))
    return case.flag("identity.id_number_mismatch", case.subject(person), "blocking")


def id_number_invalid(case: Case) -> bool:
    """The same wrong check character on the form and on every paper."""
    person = pick(case.rng, case.people)
    if not case.claim(f"id:{person['name']}"):
        return False
    number = person["id_number"]
    subject = case.subject(person)
    case.everywhere(number, number[:17] + other_digit(case.rng, number[17]))
    return case.flag("identity.id_number_invalid", subject, "attention")


def birthdate_differs(case: Case) -> bool:
    """The form's birthdate is some days off the ID number's."""
    person = pick(case.rng, case.people)
    if not case.claim(f"birth:{person['name']}", f"id:{person['name']}"):
        return False
    born = date.fromisoformat(person["birthdate"]) + timedelta(days=case.rng.choice((-9, 3, 10, 11, 20)))
    person["birthdate"] = born.isoformat()
    return case.flag("identity.birthdate_mismatch", case.subject(person), "attention")


def gender_differs(case: Case) -> bool:
    """Of a member, since a leader's would move the retirement age as well."""
    person = pick(case.rng, case.form["members"])
    if not case.claim(f"gender:{person['name']}"):
        return False
    person["gender"] = {"male": "female", "female": "male"}[person["gender"]]
    return case.flag("identity.gender_mismatch", person["name"], "attention")


def employer_differs(case: Case) -> bool:
    """The contract is with another company, which stamped it."""
    person = pick(case.rng, case.people)
    if not case.claim(f"contract:{person['name']}", "team"):
        return False
    other = invent_company_name(case.rng, other_than=case.form["unit"]["name"])
    code = _foreign_code(case)
    amend(case.contract(person), employer_name=other, employer_uscc=code, seal=invent_seal(case.rng, other), name_seal=None)
    _fewer(case, person)
    case.flag("material.seal_mismatch", "labor_contract", "attention", required=False)
    return case.flag("contract.employer_mismatch", case.subject(person), _of_leader_or_member(case, person))


def _foreign_code(case: Case) -> str:
    return uscc(case.rng, "91", "110302")


def _of_leader_or_member(case: Case, person: dict[str, Any]) -> str:
    """A contract that does not do excludes the leader; of a member it leaves open whether he counts."""
    return "blocking" if person is case.form["leader"] else "attention"


def _fewer(case: Case, person: dict[str, Any]) -> None:
    """A member whose contract is in doubt may leave too few."""
    if person is not case.form["leader"] and len(case.form["members"]) <= 3:
        case.flag("team.too_small", "application", "attention")


def contract_expired(case: Case) -> bool:
    """Ended before the window, on form and paper."""
    person = pick(case.rng, case.people)
    if not case.claim(f"contract:{person['name']}", "team"):
        return False
    starts, ends = date(2020, case.rng.randrange(1, 9), 1), date(2025, case.rng.randrange(3, 12), 28)
    amend(case.contract(person), contract_type="fixed_term", starts_on=starts, ends_on=ends, signed_on=starts)
    person["contract"] = {"starts_on": starts.isoformat(), "ends_on": ends.isoformat()}
    _fewer(case, person)
    return case.flag("contract.expired", case.subject(person), _of_leader_or_member(case, person))


def contract_not_started(case: Case) -> bool:
    """Begins only after the window has closed."""
    person = pick(case.rng, case.people)
    if not case.claim(f"contract:{person['name']}", "team"):
        return False
    starts, ends = date(2026, case.rng.randrange(3, 7), 1), date(2029, 2, 28)
    amend(case.contract(person), contract_type="fixed_term", starts_on=starts, ends_on=ends, signed_on=date(2026, 1, 8))
    person["contract"] = {"starts_on": starts.isoformat(), "ends_on": ends.isoformat()}
    _fewer(case, person)
    return case.flag("contract.not_started", case.subject(person), _of_leader_or_member(case, person))


def term_differs(case: Case) -> bool:
    """The form gives the contract one year more than it has."""
    person = pick(case.rng, [one for one in case.people if one["contract"]["ends_on"]])
    if person is None or not case.claim(f"contract:{person['name']}"):
        return False
    ends = date.fromisoformat(person["contract"]["ends_on"])
    person["contract"]["ends_on"] = ends.replace(year=ends.year + case.rng.choice((1, 2)), day=min(ends.day, 28)).isoformat()
    return case.flag("contract.term_mismatch", case.subject(person), "attention")


def position_differs(case: Case) -> bool:
    """A desk on paper, the workshop on the form."""
    leader = case.form["leader"]
    if not case.claim(f"contract:{leader['name']}"):
        return False
    amend(case.contract(leader), position=case.rng.choice(("行政专员", "办公室主任", "销售经理", "采购专员", "人事主管")))
    return case.flag("contract.position_mismatch", LEADER, "attention")


def dispatched(case: Case) -> bool:
    """The contract is a dispatch agency's."""
    person = pick(case.rng, case.form["members"])
    if not case.claim(f"contract:{person['name']}", "team"):
        return False
    agency = (
        "北京"
        + case.rng.choice(("众诚汇才", "聚英联合", "广纳贤"))
        + case.rng.choice(("劳务派遣有限公司", "人力资源服务有限公司"))
    )
    seal = invent_seal(case.rng, agency, centre_text=case.rng.choice((None, "合同专用章")))
    amend(
        case.contract(person),
        employer_name=agency,
        employer_uscc=_foreign_code(case),
        seal=seal,
        name_seal=None,
        dispatched_to=case.form["unit"]["name"],
    )
    _fewer(case, person)
    case.flag("material.seal_mismatch", "labor_contract", "attention", required=False)
    case.flag("contract.employer_mismatch", person["name"], "attention")
    return case.flag("contract.dispatched_worker", person["name"], "attention")


def near_retirement(case: Case) -> bool:
    """Born so early that less than two years remain; every paper agrees."""
    leader = case.form["leader"]
    if case.route == "honour" or not case.claim(f"birth:{leader['name']}", f"id:{leader['name']}", f"gender:{leader['name']}"):
        return False
    first, last = WHOLE_YEARS[leader["gender"]]
    born = date(case.rng.randint(first, last), case.rng.randrange(1, 13), case.rng.randrange(1, 28))
    case.everywhere(leader["id_number"], reborn(case.rng, leader["id_number"], born, leader["gender"]))
    leader = case.form["leader"]
    leader["birthdate"] = born.isoformat()
    for upload in case.uploads("skill_certificate", leader["name"]):
        amend(upload, birthdate=born)
    return case.flag("leader.near_retirement", LEADER, "blocking")


def frontline_short(case: Case) -> bool:
    if case.route != "non_catalogue_occupation" or not case.claim("frontline"):
        return False
    case.form["leader"]["frontline_since"] = date(2024, case.rng.randrange(1, 13), 1).isoformat()
    return case.flag("leader.frontline_too_short", LEADER, "blocking")


def team_too_small(case: Case) -> bool:
    """Only two members, with their papers."""
    if not case.claim("team"):
        return False
    gone = [person for person in case.form["members"][2:] if not _touched(case, person["name"])]
    if len(case.form["members"]) - len(gone) != 2:
        return False
    for person in gone:
        case.form["members"].remove(person)
        case.application.uploads = [one for one in case.application.uploads if one.person != person["name"]]
    return case.flag("team.too_small", "application", "blocking")


def _touched(case: Case, name: str) -> bool:
    return any(key.endswith(":" + name) for key in case.application.touched)


def member_without_contract(case: Case) -> bool:
    person = pick(case.rng, case.form["members"])
    if not case.claim(f"contract:{person['name']}", "team"):
        return False
    case.application.uploads.remove(case.contract(person))
    _fewer(case, person)
    return case.flag("team.member_without_contract", person["name"], "blocking")


def member_twice(case: Case) -> bool:
    person = pick(case.rng, case.form["members"])
    if not case.claim("team") or _touched(case, person["name"]):
        return False
    case.form["members"].append(copy.deepcopy(person))
    case.application.touched |= {f"{what}:{person['name']}" for what in ("certificate", "contract", "id", "birth", "gender")}
    return case.flag("team.duplicate_member", person["name"], "attention")


def leader_counted(case: Case) -> bool:
    """The leader also stands among the members."""
    leader = case.form["leader"]
    if not case.claim("team") or _touched(case, leader["name"]):
        return False
    extra = {key: value for key, value in leader.items() if key not in ("frontline_since", "route")}
    case.form["members"].append(copy.deepcopy(extra) | {"role": "skilled"})
    case.application.touched |= {f"{what}:{leader['name']}" for what in ("certificate", "contract", "id", "birth", "gender")}
    return case.flag("team.leader_counted", leader["name"], "blocking")


def leader_at_a_desk(case: Case) -> bool:
    """A post in an office on form and contract."""
    leader = case.form["leader"]
    if case.route == "honour" or not case.claim(f"contract:{leader['name']}"):
        return False
    leader["position"] = case.rng.choice(("办公室主任", "行政经理", "人事主管"))
    amend(case.contract(leader), position=leader["position"])
    return case.flag("leader.post_not_frontline", LEADER, "attention")


def ends_before_it_starts(case: Case) -> bool:
    """A member's term whose last day lies before its first one, on the contract alone."""
    person = pick(case.rng, [one for one in case.form["members"] if one["contract"]["ends_on"]])
    if person is None or not case.claim(f"contract:{person['name']}", "team"):
        return False
    contract = contract_of(case.contract(person))
    amend(case.contract(person), ends_on=contract.starts_on - timedelta(days=case.rng.randrange(200, 900)))
    _fewer(case, person)
    case.flag("contract.expired", person["name"], "attention", required=False)
    case.flag("contract.term_mismatch", person["name"], "attention", required=False)
    return case.flag("contract.dates_implausible", person["name"], "attention")


def contract_of_stranger(case: Case) -> bool:
    """One more contract, of somebody whom the form does not list."""
    person = pick(case.rng, case.form["members"])
    if not case.claim("contract:stranger"):
        return False
    name, contract = person["name"], contract_of(case.contract(person))
    while any(set(name) & set(one["name"]) for one in case.people):
        name = case.rng.choice(SURNAMES) + case.rng.choice(MALE) + case.rng.choice(RARE)
    number = _other_id(case, contract.id_number)
    case.application.uploads.append(Upload("labor_contract", replace(contract, employee_name=name, id_number=number), name))
    return case.flag("team.contract_of_stranger", "application", "attention")
