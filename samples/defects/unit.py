"""Inconsistencies of the unit: licence, account, awards, patents, window. A case in; True when the defect could be brought in."""

from __future__ import annotations

from datetime import date

from samples.companies import BANKS, BRANCHES, invent_address, invent_company_name
from samples.defects.case import LEADER, Case, amend
from samples.numbers import USCC_ALPHABET, bank_code, other_digit, patent_check, uscc
from samples.papers import Award, BankAccount, Patent
from samples.people import MALE, SURNAMES
from samples.trades import LISTED_HONOURS, OTHER_HONOURS

ELSEWHERE = (
    "北京市海淀区上地信息路",
    "北京市朝阳区酒仙桥东路",
    "北京市昌平区回龙观西大街",
    "北京市丰台区南四环西路",
    "北京市顺义区顺强路",
)
ELSEWHERE_CODES = {"海淀": "110108", "朝阳": "110105", "昌平": "110114", "丰台": "110106", "顺义": "110113"}
CITY_BANK = "313"
UNTITLED_HONOURS = ("优秀员工", "年度先进工作者", "行业技术能手", "岗位标兵")


def unit_name_differs(case: Case) -> bool:
    """The licence is another company's by name."""
    if not case.claim("licence"):
        return False
    unit = case.form["unit"]
    amend(case.upload("business_license"), company_name=invent_company_name(case.rng, other_than=unit["name"]))
    return case.flag("unit.name_mismatch", "unit", "blocking")


def uscc_differs(case: Case) -> bool:
    """The licence shows another valid code; form and contracts agree."""
    if not case.claim("licence", "uscc"):
        return False
    code = case.form["unit"]["uscc"]
    amend(case.upload("business_license"), uscc=uscc(case.rng, code[:2], code[2:8]))
    return case.flag("unit.uscc_mismatch", "unit", "blocking")


def uscc_invalid(case: Case) -> bool:
    """One wrong digit in the subject code, on form and papers alike, so that both checks fail."""
    if not case.claim("uscc"):
        return False
    code = case.form["unit"]["uscc"]
    wrong = code[:14] + case.rng.choice([c for c in USCC_ALPHABET[:10] if c != code[14]]) + code[15:]
    case.everywhere(code, wrong)
    return case.flag("unit.uscc_invalid", "unit", "attention")


def representative_differs(case: Case) -> bool:
    if not case.claim("licence"):
        return False
    stated = case.form["unit"]["legal_representative"]
    other = stated
    while set(other) & set(stated):
        other = case.rng.choice(SURNAMES) + case.rng.choice(MALE) + case.rng.choice(MALE)
    amend(case.upload("business_license"), legal_representative=other)
    return case.flag("unit.legal_representative_mismatch", "unit", "attention")


def address_differs(case: Case) -> bool:
    """Another street of the zone."""
    if not case.claim("licence"):
        return False
    stated = case.form["unit"]["registered_address"]
    other = stated
    while other[-14:-8] == stated[-14:-8] or other[:18] == stated[:18]:
        other = invent_address(case.rng)
    amend(case.upload("business_license"), address=other)
    return case.flag("unit.address_mismatch", "unit", "attention")


def outside_area(case: Case) -> bool:
    """Address, registration code and registering authority of another district, everywhere the same."""
    if not case.claim("licence", "uscc"):
        return False
    unit, street = case.form["unit"], case.rng.choice(ELSEWHERE)
    district = street[3:5]
    case.everywhere(unit["registered_address"], f"{street}{case.rng.randrange(1, 90)}号院{case.rng.randrange(1, 9)}号楼")
    if unit["kind"] == "enterprise":
        case.everywhere(unit["uscc"], uscc(case.rng, "91", ELSEWHERE_CODES[district]))
        case.everywhere("北京经济技术开发区市场监督管理局", f"北京市{district}区市场监督管理局")
    return case.flag("unit.outside_area", "unit", "attention")


def licence_expired(case: Case) -> bool:
    if not case.claim("licence"):
        return False
    paper = case.upload("business_license")
    layout = {"enterprise": "portrait_licence", "institution": "institution_certificate"}.get(
        case.form["unit"]["kind"], "society_certificate"
    )
    amend(paper, term_to=date(2025, case.rng.randrange(2, 12), case.rng.randrange(1, 28)))
    paper.layout = layout
    return case.flag("unit.licence_expired", "unit", "attention")


def account_name_differs(case: Case) -> bool:
    if not case.claim("bank"):
        return False
    other = invent_company_name(case.rng, other_than=case.form["unit"]["name"])
    amend(case.upload("bank_account"), account_name=other)
    return case.flag("bank.account_name_mismatch", "unit", "blocking")


def account_number_differs(case: Case) -> bool:
    """One digit."""
    if not case.claim("bank"):
        return False
    number, place = case.form["bank"]["account_number"], case.rng.randrange(3, 9)
    amend(case.upload("bank_account"), account_number=number[:place] + other_digit(case.rng, number[place]) + number[place + 1 :])
    return case.flag("bank.account_number_mismatch", "unit", "blocking")


def bank_differs(case: Case) -> bool:
    """Another bank's branch, its code with it."""
    if not case.claim("bank"):
        return False
    stated = case.form["bank"]["bank_name"]
    bank = case.rng.choice([code for code, name in BANKS.items() if name[:4] != stated[:4]])
    branch = case.rng.choice([one for one in BRANCHES if one not in stated])
    amend(case.upload("bank_account"), bank_name=BANKS[bank].format(branch), bank_code=bank_code(case.rng, bank))
    return case.flag("bank.bank_name_mismatch", "unit", "attention")


def _award(case: Case) -> tuple[int, Award] | None:
    place = case.rng.randrange(len(case.form["awards"]))
    facts = case.uploads("award_certificate")[place].facts
    return (place, facts) if isinstance(facts, Award) else None


def award_recipient_differs(case: Case) -> bool:
    found = _award(case)
    if found is None or not case.claim("award"):
        return False
    place, facts = found
    other = facts.recipient_name
    while set(other) & set(facts.recipient_name):
        other = case.rng.choice(SURNAMES) + case.rng.choice(MALE) + case.rng.choice(MALE)
    amend(case.uploads("award_certificate")[place], recipient_name=other)
    return case.flag("award.recipient_mismatch", LEADER, "attention")


def award_honour_differs(case: Case) -> bool:
    """The form claims a greater honour than the certificate bears. Not on the route that lives by the honour."""
    found = _award(case)
    if found is None or case.route == "honour" or not case.claim("award"):
        return False
    place, _ = found
    claimed = case.rng.choice([line.split("|")[0] for line in LISTED_HONOURS])
    amend(case.uploads("award_certificate")[place], honour=case.rng.choice(UNTITLED_HONOURS))
    case.form["awards"][place]["honour"] = claimed
    return case.flag("award.honour_mismatch", LEADER, "attention")


def honour_not_listed(case: Case) -> bool:
    """The honour route with honours, on form and papers, that are not on the list."""
    if case.route != "honour" or not case.claim("award"):
        return False
    choices = case.rng.sample([line.split("|")[0] for line in OTHER_HONOURS], 2)
    for entry, upload, honour in zip(case.form["awards"], case.uploads("award_certificate"), choices, strict=False):
        entry["honour"] = honour
        amend(upload, honour=honour)
    case.flag("leader.route_unsupported", LEADER, "blocking")
    return case.flag("award.honour_not_listed", LEADER, "attention")


def _patent(case: Case) -> tuple[int, Patent]:
    place = case.rng.randrange(len(case.form["patents"]))
    facts = case.uploads("patent_certificate")[place].facts
    assert isinstance(facts, Patent)
    return place, facts


def patent_number_invalid(case: Case) -> bool:
    """A wrong check character on form and paper."""
    _, facts = _patent(case)
    if not case.claim("patent"):
        return False
    number = facts.patent_number
    wrong = number[:-1] + case.rng.choice([c for c in "0123456789" if c != number[-1]])
    case.everywhere(number, wrong)
    return case.flag("patent.number_invalid", LEADER, "attention")


def patent_number_differs(case: Case) -> bool:
    """Both numbers valid, two serial digits apart."""
    place, facts = _patent(case)
    if not case.claim("patent"):
        return False
    number = facts.patent_number[2:14]
    other = number[:8] + other_digit(case.rng, number[8]) + other_digit(case.rng, number[9]) + number[10:]
    case.form["patents"][place]["number"] = f"ZL{other}.{patent_check(other)}"
    return case.flag("patent.number_mismatch", LEADER, "attention")


def patent_of_another(case: Case) -> bool:
    place, _ = _patent(case)
    if not case.claim("patent"):
        return False
    owner = invent_company_name(case.rng, other_than=case.form["unit"]["name"])
    amend(case.uploads("patent_certificate")[place], patentee=owner)
    case.form["patents"][place]["patentee"] = owner
    return case.flag("patent.owner_mismatch", LEADER, "attention")


def outside_window(case: Case) -> bool:
    """Some days late."""
    if not case.claim("window"):
        return False
    case.form["submitted_at"] = f"2026-02-{case.rng.randrange(13, 28)}T10:12:00+08:00"
    return case.flag("application.outside_window", "application", "blocking")


def kind_unsupported(case: Case) -> bool:
    """A sole trader's code on form and papers alike."""
    unit = case.form["unit"]
    if unit["kind"] != "enterprise" or not case.claim("uscc"):
        return False
    case.everywhere(unit["uscc"], uscc(case.rng, "92", unit["uscc"][2:8]))
    return case.flag("unit.kind_unsupported", "unit", "attention")


def founded_too_late(case: Case) -> bool:
    """Founded after the application, by form and licence."""
    if not case.claim("licence"):
        return False
    founded = date(2026, case.rng.randrange(3, 12), case.rng.randrange(1, 28))
    case.form["unit"]["established_on"] = founded.isoformat()
    amend(case.upload("business_license"), established_on=founded, issued_on=founded)
    return case.flag("unit.established_on_implausible", "unit", "attention")


def leader_owns_the_unit(case: Case) -> bool:
    """The leader is the legal representative, on form and papers alike."""
    unit, leader = case.form["unit"], case.form["leader"]
    if not case.claim("licence", "commitment_letter", f"contract:{leader['name']}"):
        return False
    case.everywhere(unit["legal_representative"], leader["name"])
    return case.flag("leader.is_legal_representative", LEADER, "attention")


def committed_too_early(case: Case) -> bool:
    """A letter of the year before."""
    if not case.claim("commitment_letter"):
        return False
    amend(case.upload("commitment_letter"), committed_on=date(2025, case.rng.randrange(3, 12), case.rng.randrange(1, 28)))
    return case.flag("commitment.date_implausible", "unit", "attention")


def bank_code_of_another(case: Case) -> bool:
    """The account's bank with the code of another one; city banks share theirs."""
    stated = case.form["bank"]["bank_name"]
    if stated.startswith(BANKS[CITY_BANK][:4]) or not case.claim("bank"):
        return False
    bank = case.rng.choice([code for code, name in BANKS.items() if code != CITY_BANK and name[:4] != stated[:4]])
    amend(case.upload("bank_account"), bank_code=bank_code(case.rng, bank))
    return case.flag("bank.bank_code_conflict", "unit", "attention")


def bank_code_invalid(case: Case) -> bool:
    """A wrong check digit."""
    if not case.claim("bank"):
        return False
    facts = case.upload("bank_account").facts
    assert isinstance(facts, BankAccount)
    amend(case.upload("bank_account"), bank_code=facts.bank_code[:-1] + other_digit(case.rng, facts.bank_code[-1]))
    return case.flag("bank.bank_code_invalid", "unit", "attention")


def award_unproved(case: Case) -> bool:
    """One more honour on the form than there are certificates."""
    if not case.claim("award"):
        return False
    taken = {award["honour"] for award in case.form["awards"]}
    honour = case.rng.choice([one for one in UNTITLED_HONOURS if one not in taken])
    case.form["awards"].append({**case.form["awards"][0], "honour": honour})
    return case.flag("material.entry_unproved", "award_certificate", "attention")


def patent_of_another_kind(case: Case) -> bool:
    """The number of an invention on another certificate, or the other way round."""
    place, facts = _patent(case)
    if not case.claim("patent"):
        return False
    other = "utility_model" if facts.patent_type == "invention" else "invention"
    amend(case.uploads("patent_certificate")[place], patent_type=other)
    case.flag("patent.dates_implausible", LEADER, "info", required=False)
    return case.flag("patent.number_conflict", LEADER, "attention")


def patent_without_the_leader(case: Case) -> bool:
    """Others made the invention, on form and paper."""
    place, facts = _patent(case)
    if not case.claim("patent"):
        return False
    others = tuple(name for name in facts.inventors if name != case.form["leader"]["name"])
    makers = others or (case.rng.choice([member["name"] for member in case.form["members"]]),)
    amend(case.uploads("patent_certificate")[place], inventors=makers)
    case.form["patents"][place]["inventors"] = list(makers)
    return case.flag("patent.inventor_mismatch", LEADER, "attention")
