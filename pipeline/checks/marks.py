"""Seals and signatures: on the materials that need them, of the right unit, beside the right label."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from extractors.finders.companies import OF_NOBODY
from extractors.kinds import kind
from extractors.kinds.comparison import similarity
from models.records import Seal
from pipeline.checks.check import Check, Evidence
from pipeline.checks.dossier import SLOTS, Dossier, Someone
from pipeline.checks.question import Question
from pipeline.checks.weighing import held_against, readable, text_of
from pipeline.documents import Document
from pipeline.programme import MaterialTerms, SealDemand, SignatureDemand, Slot
from pipeline.rulebook import RuleName

SEAL_CERTAIN = 0.8
"""Confidence from which a seal's name may be held against someone (domain §9.3)."""
SEAL_SIMILAR = 0.75
SEAL_CONTAINED = 0.7
"""Unwrapped rings lose first and last characters: a part of this length counts as the name (domain §9.3)."""

OBSCURING = ("blurry", "dark", "faint", "glare", "low_resolution", "cut_off")
"""Defects behind which a seal may hide."""


class Group(NamedTuple):
    """Papers of which one seal is enough: all of the unit's in a slot, one person's, or one award."""

    called: str
    papers: Sequence[Document]
    someone: Someone | None = None


def ask_marks(dossier: Dossier) -> Iterator[Check]:
    for slot in SLOTS:
        terms, groups = dossier.programme.materials[slot], list(groups_of(dossier, slot))
        if not groups:
            yield from _without_papers(dossier, slot, terms)
        for group in groups:
            if terms.seal:
                yield _ask_seal(dossier, slot, terms.seal, group)
                yield _ask_seal_name(dossier, slot, terms.seal, group)
            if terms.seal and terms.seal.refused:
                yield _ask_seal_kind(dossier, slot, terms.seal, group)
            if terms.signature:
                yield _ask_signature(dossier, slot, terms.signature, group)


def _without_papers(dossier: Dossier, slot: Slot, terms: MaterialTerms) -> Iterator[Check]:
    """What is asked of a material cannot be told while it is missing, and need not be where it is not due."""
    due = terms.severity_when_missing(dossier.route) == "blocking"
    of_seals: tuple[RuleName, ...] = ("material.seal_missing", "material.seal_mismatch")
    of_signatures: tuple[RuleName, ...] = ("material.signature_missing",)
    if terms.seal and terms.seal.refused:
        of_seals = (*of_seals, "material.seal_wrong_kind")
    for rule in (*(of_seals if terms.seal else ()), *(of_signatures if terms.signature else ())):
        question = dossier.ask(rule, slot, material=slot)
        message = f"未收到{terms.title}，无法核对印章或签字"
        yield question.cannot_tell("missing_material", message) if due else question.not_applicable(message)


def groups_of(dossier: Dossier, slot: Slot) -> Iterator[Group]:
    """Everything of the slot, sorted by what one seal or one set of pages is due for."""
    terms = dossier.programme.materials[slot]
    if terms.whose != "unit":
        people = [(someone, dossier.papers_of(someone, slot)) for someone in dossier.people]
        yield from (Group(f"{someone.called}的{terms.title}", papers, someone) for someone, papers in people if papers)
    elif terms.seal and terms.seal.of == "issuer":
        yield from (Group(f"{terms.title}{paper.file}", [paper]) for paper in dossier.papers(slot))
    elif papers := dossier.papers(slot):
        yield Group(terms.title, papers)


def _ask_seal(dossier: Dossier, slot: Slot, demand: SealDemand, group: Group) -> Check:
    """SEAL-01, -05, -06: absence counts only where every page is in colour and clear enough to show a seal."""
    question = dossier.ask("material.seal_missing", slot, material=slot)
    seals = _seals(demand, group)
    if seals:
        return question.passes(f"{group.called}已盖章", evidence=_evidence(seals), score=1.0)
    pages = [page for paper in group.papers for page in paper.pages]
    if demand.electronic_exempt and pages and all(page.source == "text_layer" for page in pages):
        return question.not_applicable(f"{group.called}为电子证照，不要求加盖印章")
    hidden = [page for page in pages if not page.colour or set(page.quality.defects) & set(OBSCURING)]
    if (
        not pages
        or len(hidden) == len(pages)
        or _has_problems(group)
        or any(set(page.quality.defects) & set(OBSCURING) for page in pages)
    ):
        return question.cannot_tell("unreadable", f"{group.called}未见印章，但画面为黑白或不够清晰，请对照原件核对")
    if any(paper.unread_stamps for paper in group.papers):
        return question.cannot_tell("unreadable", f"{group.called}上有红色印迹未能识别，请对照原件核对是否为{_whose(demand)}")
    unstamped = [without_ink(paper) for paper in group.papers]
    if all(unstamped):
        message = f"{group.called}看似{unstamped[0]}，通常不加盖印章，请核对是否须提供加盖{_whose(demand)}的材料"
        return question.cannot_tell("unreadable", message)
    return question.flags(f"{group.called}未见{_whose(demand)}，请加盖后重新扫描上传", severity=demand.missing, score=0.0)


OF_A_SITE = re.compile(r"查询结果|联网查询|网上银行|企业网银|欢迎您|(?:安全)?退出(?:登录)?$|^首页[>＞]|^https?://\S+/\S+$")
"""What a page of a site says, on the screen or printed from a browser."""
OF_A_CERTIFICATE = re.compile(r"证书|奖状|特[发颁]|此[证状]|颁发|编号|[，。；]")
A_YEAR = re.compile(r"(?:19|20)\d\d|[一二][〇○零九][〇○零一二三四五六七八九]{2}年")
PLAQUE_LINES = 8
"""Lines on a plaque of metal or wood at most (guess)."""
PLACE_FOR_SEAL = re.compile(r"[盖签]章|公章|印章|[（(][章印][）)]")


def without_ink(paper: Document) -> str | None:
    """What a paper is that bears no ink of a seal, because it is engraved or comes from a site; None for any other, on which a
    seal is missing. Whoever prints a place for the seal means to have one there."""
    lines = [re.sub(r"\s", "", line.text) for line in paper.lines]
    if not lines or any(PLACE_FOR_SEAL.search(line) for line in lines):
        return None
    if sum(OF_A_SITE.search(line) is not None for line in lines) > 1:
        return "网页截图或打印件"
    dated = any(A_YEAR.search(line) for line in lines)
    engraved = dated and len(lines) <= PLAQUE_LINES and not any(OF_A_CERTIFICATE.search(line) for line in lines)
    return "奖牌" if paper.type == "award_certificate" and engraved else None


def _seals(demand: SealDemand, group: Group) -> list[tuple[Document, Seal]]:
    """The seals that may be the one asked for: a square one bears a person's name and is nobody's official seal."""
    wanted = [(paper, seal) for paper in group.papers for seal in paper.seals if not OF_NOBODY.search(seal.name or "")]
    return wanted if demand.of == "issuer" else [one for one in wanted if one[1].shape != "square"]


def _whose(demand: SealDemand) -> str:
    return {"unit": "单位公章", "employer": "用人单位印章", "issuer": "发证机构印章"}[demand.of]


def _has_problems(group: Group) -> bool:
    return any(paper.problems for paper in group.papers)


def sealed_at(paper: Document) -> tuple[Evidence, ...]:
    """Where the paper's seals are."""
    return _evidence([(paper, seal) for seal in paper.seals])


def _evidence(seals: Sequence[tuple[Document, Seal]]) -> tuple[Evidence, ...]:
    return tuple(Evidence(file=paper.file, page=seal.page, box=seal.box, text=seal.name or "") for paper, seal in seals)


def _ask_seal_name(dossier: Dossier, slot: Slot, demand: SealDemand, group: Group) -> Check:
    """SEAL-02: one seal with the right name will do."""
    question = dossier.ask("material.seal_mismatch", slot, material=slot)
    seals = _seals(demand, group)
    if demand.of == "issuer" or not seals:
        return question.not_applicable(f"{group.called}无需核对印章名称" if demand.of == "issuer" else f"{group.called}未见印章")
    wanted = _wanted_names(dossier, demand, group)
    if not wanted:
        return question.cannot_tell("not_on_form", "申报表未填写单位名称，无法核对印章名称")
    matching = [(paper, seal) for paper, seal in seals if seal.name and _likeness(seal.name, wanted) == 1]
    if matching:
        found = matching[0][1].name
        name = max(wanted, key=lambda one: _likeness(found or "", [one]))
        details: dict[str, object] = {"expected": name, "found": found, "evidence": _evidence(matching), "score": 1.0}
        same = kind("company").compare(name, found).outcome == "same"
        details["compared"] = held_against("company", name, found, "一致" if same else "印章可辨文字与名称相符，首尾文字未计")
        return question.passes(f"{group.called}的印章名称相符", **details)
    named = [(paper, seal) for paper, seal in seals if seal.name]
    best = max(named, key=lambda one: _likeness(one[1].name or "", wanted), default=None)
    if best is None or len(named) < len(seals):
        message = f"{group.called}有印章文字未能清晰识别，请对照原件核对是否为“{wanted[0]}”"
        return question.cannot_tell("unreadable", message, expected=wanted[0], evidence=_evidence(seals))
    return _other_name(question, group, named, best, wanted)


def _other_name(
    question: Question, group: Group, named: list[tuple[Document, Seal]], best: tuple[Document, Seal], wanted: Sequence[str]
) -> Check:
    """What seals with clear names, none of which is the wanted one, say; ``best`` comes nearest to it."""
    if all(paper.type == "bank_account" and OF_A_BANK.search(seal.name or "") for paper, seal in named):
        message = f"{group.called}所盖为“{best[1].name}”的印章，请核对是否须另盖“{wanted[0]}”公章"
        return question.cannot_tell("unreadable", message, expected=wanted[0], found=best[1].name, evidence=_evidence(named))
    score = _likeness(best[1].name or "", wanted)
    reason = f"文字相似度{score:.2f}，低于{SEAL_SIMILAR}为不同"
    details = {
        "expected": wanted[0],
        "found": best[1].name,
        "score": round(score, 3),
        "evidence": _evidence([best]),
        "compared": held_against("company", wanted[0], best[1].name, reason),
    }
    if score >= SEAL_SIMILAR or min(seal.confidence for _, seal in named) < SEAL_CERTAIN:
        return question.cannot_tell(
            "unreadable", f"{group.called}上的印章读作“{best[1].name}”，请核对是否为“{wanted[0]}”", **details
        )
    return question.flags(f"{group.called}上的印章为“{best[1].name}”，与“{wanted[0]}”不一致", **details)


OF_A_BANK = re.compile(r"银行|信用社|信用联社|农信")
"""The bank that keeps an account seals its own papers about it; that speaks for nobody else's seal."""


def _wanted_names(dossier: Dossier, demand: SealDemand, group: Group) -> list[str]:
    """The unit's name; on a contract also the employer's as printed there, since another employer is another rule's matter."""
    unit = [dossier.form.unit.name] if dossier.form.unit.name else []
    employers = [text_of(readable(paper, "employer_name")) for paper in group.papers] if demand.of == "employer" else []
    return [*unit, *(name for name in employers if name)]


def bears_name(seal: Seal, name: str) -> bool:
    """Whether the seal shows the name, or a part of it long enough."""
    return seal.name is not None and _likeness(seal.name, [name]) == 1


def _likeness(name: str, wanted: Sequence[str]) -> float:
    """1 when the seal's name is one of the wanted, or a part of it long enough."""
    return max(_likeness_to(kind("company").normalise(name), kind("company").normalise(one)) for one in wanted)


def _likeness_to(name: str, wanted: str) -> float:
    if name == wanted or (name in wanted and len(name) >= SEAL_CONTAINED * len(wanted)) or wanted in name:
        return 1.0
    return similarity(name, wanted)


def _ask_seal_kind(dossier: Dossier, slot: Slot, demand: SealDemand, group: Group) -> Check:
    """SEAL-03: where the guide says 公章, a seal for contracts, invoices … is another seal. Only when every seal of the unit is
    surely such a one is the paper flagged; a bank's or an office's own seal beside it is not the unit's."""
    question = dossier.ask("material.seal_wrong_kind", slot, material=slot)
    seals = [one for one in _seals(demand, group) if _may_be_the_units(dossier, demand, group, one[1])]
    if not seals:
        return question.not_applicable(f"{group.called}未见单位印章，无法判断印章种类")
    proper = [one for one in seals if one[1].kind and one[1].kind not in demand.refused]
    if proper:
        return question.passes(f"{group.called}所盖为{_kind_words(proper[0][1])}", evidence=_evidence(proper), score=1.0)
    found = "、".join(dict.fromkeys(_kind_words(seal) for _, seal in seals if seal.kind))
    details: dict[str, object] = {"expected": "公章", "found": found or None, "evidence": _evidence(seals)}
    if not all(seal.kind and seal.name and seal.confidence >= SEAL_CERTAIN for _, seal in seals):
        return question.cannot_tell(
            "unreadable", f"{group.called}所盖印章的种类未能确认，请对照原件核对是否为单位公章", **details
        )
    return question.doubts(f"{group.called}所盖为“{found}”，不是单位公章，请核实是否需要补盖公章", **details)


def _may_be_the_units(dossier: Dossier, demand: SealDemand, group: Group, seal: Seal) -> bool:
    wanted = _wanted_names(dossier, demand, group)
    if seal.name is None or seal.confidence < SEAL_CERTAIN or not wanted:
        return True
    return _likeness(seal.name, wanted) >= SEAL_SIMILAR


KINDS = {
    "official": "公章",
    "contract": "合同专用章",
    "finance": "财务专用章",
    "personnel": "人事专用章",
    "invoice": "发票专用章",
    "department": "部门章",
    "special": "专用章",
    "person": "个人名章",
}


def _kind_words(seal: Seal) -> str:
    """What the seal itself says, else how its kind is called."""
    return seal.centre_text or KINDS.get(seal.kind or "", "印章")


def _ask_signature(dossier: Dossier, slot: Slot, demand: SignatureDemand, group: Group) -> Check:
    """SIGN-01, SIGN-04: only a label found with nothing beside it speaks against anyone."""
    question = dossier.ask("material.signature_missing", slot, material=slot)
    signed = [(p, s) for p in group.papers for s in p.signatures if re.search(demand.labels, re.sub(r"\s", "", s.near))]
    if signed:
        evidence = tuple(Evidence(file=paper.file, page=one.page, box=one.box, text=one.near) for paper, one in signed)
        return question.passes(f"{group.called}已有{demand.who}签字", evidence=evidence, score=1.0)
    places = [
        (p, one) for p in group.papers for one in p.signature_places if re.search(demand.labels, re.sub(r"\s", "", one.near))
    ]
    if places and all(one.state == "empty" for _, one in places):
        evidence = tuple(Evidence(file=paper.file, page=one.page, box=one.box, text=one.near) for paper, one in places)
        return question.flags(
            f"{group.called}的{demand.who}签字处为空，请签字后重新扫描上传", severity=demand.missing, evidence=evidence
        )
    return question.cannot_tell("unreadable", f"{group.called}未能确认是否有{demand.who}签字，请对照原件核对")
