"""QR codes: what they hold against what is printed on the same page, and whose site they lead to. None is ever followed."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple
from urllib.parse import unquote

from extractors.kinds import certificate_number_parts, id_problem, uscc_problem
from models.records import Code
from pipeline.checks.check import Check, Evidence
from pipeline.checks.dossier import Dossier, Someone
from pipeline.checks.masking import mask
from pipeline.checks.question import Question, place
from pipeline.checks.weighing import Weighed, held_against, settle, weigh
from pipeline.documents import Document
from pipeline.links import in_words, is_within, links_in, resembles
from pipeline.programme import Slot


class Held(NamedTuple):
    """One line: values that codes of a ``material`` hold (``find``) and the ``field`` that prints the same, called ``label``.
    ``masked``: the value may not stand in a sentence in full."""

    material: Slot
    field: str
    kind: str
    label: str
    find: Callable[[str], list[str]]
    masked: bool = False


def _numbers(text: str) -> list[str]:
    return re.findall(r"(?<![0-9A-Z])[0-9A-Z]{15,24}(?![0-9A-Z])", text.upper())


def _credit_codes(text: str) -> list[str]:
    """Only with both check characters right: a link's token is 18 characters long now and then, too."""
    return [number for number in _numbers(text) if len(number) == 18 and uscc_problem(number) is None]


def _certificate_numbers(text: str) -> list[str]:
    """Only of the families in use: a pilot's number looks like any other."""
    parts = [(number, certificate_number_parts(number)) for number in _numbers(text)]
    return [number for number, known in parts if known and known.family in ("old", "new")]


def _id_numbers(text: str) -> list[str]:
    return [number for number in _numbers(text) if len(number) == 18 and id_problem(number) is None]


def _labelled(label: str) -> Callable[[str], list[str]]:
    """Names have no form of their own, so only what stands behind its label in Chinese is one."""
    return re.compile(rf"(?:{label})\s*[:：=]\s*([^\s;；,，&|:：=]{{2,60}})").findall


HELD = (
    Held("business_license", "uscc", "uscc", "统一社会信用代码", _credit_codes),
    Held("business_license", "company_name", "company", "名称", _labelled("名称|字号")),
    Held("skill_certificate", "certificate_number", "certificate_number", "证书编号", _certificate_numbers),
    Held("skill_certificate", "id_number", "id_number", "身份证号", _id_numbers, masked=True),
    Held("skill_certificate", "holder_name", "person_name", "姓名", _labelled("姓名|持证人")),
)


class Coded(NamedTuple):
    """A code that could be read, on its paper, which is ``called`` so in sentences."""

    paper: Document
    code: Code
    text: str
    called: str

    @property
    def evidence(self) -> Evidence:
        return Evidence(file=self.paper.file, page=self.code.page, box=self.code.box, text=in_words(self.text))


def ask_codes(dossier: Dossier) -> Iterator[Check]:
    """CERT-10, AUTH-11: both rules of every paper whose genuine codes lead to known sites."""
    for slot, hosts in dossier.programme.code_hosts.items():
        title = dossier.programme.materials[slot].title
        for someone, papers in _papers(dossier, slot):
            called = f"{someone.called}的{title}" if someone else title
            subject = someone.subject if someone else "unit" if slot == "business_license" else slot
            coded = list(_readable(papers, called))
            why_not = _why_not(papers, called)
            lines = [held for held in HELD if held.material == slot]
            if lines:
                question = dossier.ask("authenticity.code_mismatch", subject, of=someone, material=slot)
                yield _worst(question, [_compare(question, held, one) for held in lines for one in coded], why_not)
            question = dossier.ask("authenticity.code_host", subject, of=someone, material=slot)
            yield _worst(question, [_judge(question, hosts, one) for one in coded], why_not)


def _papers(dossier: Dossier, slot: Slot) -> list[tuple[Someone | None, Sequence[Document]]]:
    if dossier.programme.materials[slot].whose == "unit":
        return [(None, dossier.papers(slot))]
    return [(someone, dossier.papers_of(someone, slot)) for someone in dossier.people]


def _readable(papers: Sequence[Document], called: str) -> Iterator[Coded]:
    for paper in papers:
        yield from (Coded(paper, code, code.text, called) for code in paper.codes if code.text)


def _why_not(papers: Sequence[Document], called: str) -> str:
    """Why there may be nothing to compare; a code that cannot be read speaks against nobody."""
    codes = [code for paper in papers for code in paper.codes]
    if not papers:
        return f"未收到{called}"
    if not codes:
        return f"{called}上没有二维码"
    if not any(code.text for code in codes):
        return f"{called}上的二维码未能识读，可对照原件扫码核实"
    return f"{called}上的二维码不含可供比对的内容"


def _worst(question: Question, answers: Sequence[Check | None], why_not: str) -> Check:
    order = ("flag", "cannot_tell", "pass")
    said = [answer for answer in answers if answer is not None]
    return min(said, key=lambda answer: order.index(answer.status), default=None) or question.not_applicable(why_not)


def _compare(question: Question, held: Held, coded: Coded) -> Check | None:
    """CERT-10: None where the code holds no such value, or the page shows none."""
    values = held.find(unquote(coded.text))
    field = coded.paper.fields.get(held.field)
    if not values:
        return None
    if held.kind in WHOLE and (same := [value for value in values if value in _print_of(coded)]):
        return _say(question, held, coded, same[0], Weighed("same", coded.paper, field, 1.0))
    if field is None or field.page != coded.code.page:
        return None
    weighed = [(value, weigh(coded.paper, held.field, value, held.kind)) for value in values]
    best = settle(one for _, one in weighed)
    return next(_say(question, held, coded, value, one) for value, one in weighed if one is best)


WHOLE = ("uscc", "certificate_number", "id_number")
"""Numbers of fixed length: one that stands anywhere on the page is the page's own."""


def _print_of(coded: Coded) -> str:
    """The print of the code's page without spaces, in capitals."""
    lines = [line.text for page in coded.paper.pages if page.index == coded.code.page for line in page.lines]
    return re.sub(r"\s", "", "\n".join(lines)).upper()


def _say(question: Question, held: Held, coded: Coded, value: str, weighed: Weighed) -> Check:
    printed = weighed.found if weighed.outcome != "same" else value
    evidence = (coded.evidence, *place(coded.paper, weighed.field))
    reason = weighed.reason or ("所印文字中有该编号" if weighed.outcome == "same" else "")
    details: dict[str, object] = {
        "expected": value,
        "found": printed,
        "score": weighed.score,
        "evidence": evidence,
        "compared": held_against(held.kind, value, printed, reason),
    }
    ours, theirs = (mask(one or "", other) if held.masked else one for one, other in ((value, printed), (printed, value)))
    spot = f"{coded.called}二维码所载的{held.label}“{ours}”"
    if weighed.outcome == "same":
        return question.passes(f"{coded.called}二维码所载的{held.label}与所印一致", **details)
    if weighed.outcome == "doubtful":
        return question.doubts(f"{spot}与所印读作的“{theirs}”略有出入（{weighed.reason}），请对照原件核实", **details)
    if weighed.outcome == "different":
        return question.flags(f"{spot}与所印的“{theirs}”不一致，请对照原件并在官网查询核实", **details)
    return question.cannot_tell("unreadable", f"{spot}，所印{held.label}未能清晰识别，请对照原件核对", **details)


def _judge(question: Question, hosts: Sequence[str], coded: Coded) -> Check | None:
    """AUTH-11: the first link that leads elsewhere, or hides where it leads; None where the code holds no link. A site that
    merely is not on the list may be a centre's own, so a person is told and nobody accused; one that passes for official is."""
    links = links_in(coded.text)
    if not links:
        return None
    wrong = next((link for link in links if link.host is None or not is_within(link.host, hosts)), None)
    official = "、".join(hosts)
    if wrong is None:
        shown = links[0].host
        return question.passes(
            f"{coded.called}二维码指向官方网站（{shown}）", expected=official, found=shown, score=1.0, evidence=(coded.evidence,)
        )
    shown = wrong.host or in_words(wrong.text)
    reason = wrong.trick or f"指向“{shown}”，不在官方网站（{official}）之列"
    message = f"{coded.called}二维码{'的内容' if wrong.trick else ''}{reason}，请勿扫码访问，改从官网查询核实"
    answer = question.flags if wrong.host is None or resembles(wrong.host, hosts) else question.informs
    return answer(message, expected=official, found=shown, score=0.0, evidence=(coded.evidence,))
