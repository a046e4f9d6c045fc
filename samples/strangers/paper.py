"""One paper in the making: templates print facts, stamps and signatures through it, and it remembers what is on which page.

Truth is what was really printed: ``put`` prints a fact and notes its field, ``stamp`` and ``sign`` note their page.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from random import Random
from typing import Any

from markupsafe import Markup

from samples.papers import Facts
from samples.strangers import pictures, stamps
from samples.strangers.stamps import Stamp
from samples.strangers.wording import DATE_WAYS, LABELS, chinese_number, in_words, printed_forms, spread

SONG = ("Noto Serif CJK SC", "AR PL UMing CN", "AR PL SungtiL GB")
HEI = ("Noto Sans CJK SC", "WenQuanYi Zen Hei", "WenQuanYi Micro Hei")
KAI = ("AR PL UKai CN", "AR PL KaitiM GB")
BACKUP = '"Noto Serif CJK SC","Noto Sans CJK SC"'
LATIN = ("", "", '"Liberation Serif",', '"DejaVu Serif",')


@dataclass(frozen=True)
class Look:
    """The typefaces and habits of one paper."""

    body: str
    label: str
    value: str
    title: str
    hand: str
    gap: str
    colon: str
    boxes: tuple[str, str]
    size: float

    def css(self) -> str:
        named = {"body": self.body, "label": self.label, "value": self.value, "title": self.title, "hand": self.hand}
        faces = ";".join(f"--{name}:{face}" for name, face in named.items())
        return f"{faces};font-size:{self.size}pt"


def invent_look(rng: Random) -> Look:
    latin = rng.choice(LATIN)

    def face(*families: str) -> str:
        return f"{latin}'{rng.choice(families)}',{BACKUP}".replace('"', "'")

    return Look(
        body=face(*SONG, *SONG, *KAI, HEI[0]),
        label=face(*SONG, *HEI, *KAI),
        value=face(*SONG, *HEI, *KAI),
        title=face("Noto Serif CJK SC", "Noto Sans CJK SC", "WenQuanYi Zen Hei", "AR PL UMing CN"),
        hand=f"'{rng.choice(KAI)}',{BACKUP}".replace('"', "'"),
        gap=rng.choice(("none", "full", "thin")),
        colon=rng.choice(("：", "：", ":", "： ")),
        boxes=rng.choice((("☑", "□"), ("√", "□"), ("■", "□"), ("☑", "☐"))),
        size=rng.choice((10.5, 11, 12, 12, 12.5)),
    )


@dataclass
class Paper:
    """``stamps``: the paper's stamps by their part in it (unit, issuer, bank, name …)."""

    facts: Facts
    rng: Random
    stamps: dict[str, Stamp]
    pages: list[tuple[float, float]] = field(default_factory=list)
    printed: set[str] = field(default_factory=set)
    seals: list[dict[str, Any]] = field(default_factory=list)
    signatures: list[dict[str, Any]] = field(default_factory=list)
    chosen: dict[str, str] = field(default_factory=dict)
    articles: int = 0

    def __post_init__(self) -> None:
        self.look = invent_look(self.rng)
        self.way = self.rng.choice(DATE_WAYS)
        self.numbering = self.rng.choice(("{1}、", "{0}.", "（{1}）", "{0}、"))
        self.forms = printed_forms(self.facts, self.rng, self.way)

    def page(self, width: float, height: float, style: str = "") -> Markup:
        """Opens a page, in mm; ``done`` closes it."""
        self.pages.append((width, height))
        size = f"p{width:g}x{height:g}".replace(".", "_")
        return Markup(f'<section class="page" style="page:{size};width:{width}mm;height:{height}mm;{self.look.css()};{style}">')

    def done(self) -> Markup:
        return Markup("</section>")

    def put(self, name: str, *ways: str) -> Markup:
        """A fact in print; a date in one of ``ways`` when given."""
        self.printed.add(name)
        value = getattr(self.facts, name)
        text = in_words(value, self.rng.choice(ways)) if ways and value is not None else self.forms[name]
        return Markup('<span class="value">{}</span>').format(text)

    def holds(self, name: str) -> str:
        """The fact is on the page by other means: a ticked box, a seal."""
        self.printed.add(name)
        return ""

    def say(self, key: str) -> Markup:
        """A label in the paper's words and spacing."""
        text = self.chosen.setdefault(key, self.rng.choice(LABELS[key]))
        return spread(text, self.look.gap)

    def date_of(self, day: date, way: str) -> str:
        """A date that is no field of its own."""
        return in_words(day, way)

    def years_before(self, day: date, years: int) -> date:
        return day.replace(year=day.year - years, day=min(day.day, 28))

    def hanzi(self, number: int) -> str:
        return chinese_number(number)

    def numeral(self, number: int) -> str:
        """The number of a promise, in the paper's habit."""
        return self.numbering.format(number, chinese_number(number))

    def article(self, number: int, way: str) -> str:
        """第…条, counted through the paper, or a number within its section."""
        if way != "chapter":
            return self.numeral(number)
        self.articles += 1
        return f"第{chinese_number(self.articles)}条　"

    def pick(self, *choices: Any) -> Any:
        return self.rng.choice(choices)

    def mark(self, yes: bool) -> Markup:
        """A ticked or an empty box."""
        if yes and self.look.boxes[0] == "√":
            return Markup('<span class="box">□<b>√</b></span>')
        return Markup(f'<span class="box">{self.look.boxes[0 if yes else 1]}</span>')

    def stamp(self, which: str, x: float, y: float, scale: float = 1) -> Markup:
        """A stamp with its middle at x, y (mm) of the page; ``scale``: on a sheet that is itself shown smaller than it is."""
        place = f"left:{x + self.rng.uniform(-3, 3):.1f}mm;top:{y + self.rng.uniform(-3, 3):.1f}mm"
        return self._press(which, place if scale == 1 else f"{place};scale:{scale}")

    def stamp_here(self, which: str, dx: float = 0, dy: float = 0) -> Markup:
        """A stamp in the running text, its middle moved from here."""
        ink = self._press(which, f"left:{dx + self.rng.uniform(-4, 4):.1f}mm;top:{dy + self.rng.uniform(-3, 3):.1f}mm")
        return Markup(f'<span class="here">{ink}</span>') if ink else ink

    def _press(self, which: str, place: str) -> Markup:
        stamp = self.stamps.get(which)
        if stamp is None:
            return Markup("")
        self.seals.append(stamp.truth(len(self.pages) - 1))
        return Markup(f'<span class="stamp" style="{place}">{stamps.svg(stamp, self.rng)}</span>')

    def sign(self, name: str, near: str) -> Markup:
        """A signature beside the label ``near``, standing on the line."""
        self.signatures.append({"page": len(self.pages) - 1, "near": near})
        return Markup('<span class="signed">{}</span>').format(pictures.handwriting(name, self.rng))

    def portrait(self, *size: float) -> Markup:
        return pictures.portrait(self.rng, *size)

    def guilloche(self, width: float, height: float, colour: str, opacity: float = 0.3) -> Markup:
        return pictures.guilloche(self.rng, width, height, colour, opacity)

    def workshop(self, width: float, height: float, plate: str = "") -> Markup:
        return pictures.workshop(self.rng, width, height, plate)

    def barcode(self, width: float, height: float) -> Markup:
        return pictures.barcode(self.rng, width, height)

    def truth(self) -> dict[str, Any]:
        values = self.facts.truth()
        return {
            "fields": {name: values[name] for name in values if name in self.printed},
            "seals": self.seals,
            "signatures": self.signatures,
        }
