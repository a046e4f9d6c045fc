"""Draws the hard cases, a file for each thing that befalls papers: ``python -m samples.hard --out DIR``.

Same seed, same fonts: same bytes. CASES is the list; ``truth.json`` says of each file what is printed and what must hold.
"""

from __future__ import annotations

import argparse
import io
import json
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random
from typing import Any

from PIL import Image

from samples import damage
from samples.containers import pack
from samples.damage import ASLANT, OUT_OF_FRAME, STRAIGHT, TURNED, curled, dark_wood, grainy, on_desk, tablecloth, white_desk
from samples.fonts import FontsMissing, check_fonts
from samples.invention import invent_application
from samples.layouts import LAYOUTS, layouts_for
from samples.layouts.skill_certificate import level_landscape
from samples.noise import scan
from samples.papers import Certificate, Upload
from samples.pen import Pen, SealMark
from samples.rendering import truth_of
from samples.seals import Seal, press
from samples.sheet import BLUE, Run

SEED = 11
DPI = 120
TWO_DPI = 160  # a third of it is lost on the sheet
STRENGTH = 50
ATTEMPTS = 400

Pages = list[Image.Image]


@dataclass(frozen=True)
class Case:
    """One file. ``harm``: what befalls its pages; ``change``: of the facts before drawing; ``also``: drawn on top;
    ``wanted``: tells a paper that shows the thing, tried until one does. ``doubtful``: fields that may be given up, but not
    be read wrongly and trusted; all of them where the whole is illegible. ``defects``: what must be said of which page."""

    file: str
    shows: str
    layout: str
    harm: Callable[[Pages, Random], Pages]
    change: Callable[[Any], Any] = lambda facts: facts
    also: Callable[[Any, Pen], None] = lambda facts, pen: None
    wanted: Callable[[Any, Pen], bool] = lambda facts, pen: True
    doubtful: tuple[str, ...] = ()
    illegible: bool = False
    defects: tuple[tuple[int, str], ...] = ()
    dpi: int = DPI
    strength: int = STRENGTH

    @property
    def type(self) -> str:
        return next(type_ for type_, layouts in LAYOUTS.items() if self.layout in [way.__name__ for way in layouts])


# What befalls pages


def scanned(pages: Pages, rng: Random) -> Pages:
    """A plain scan, straight way up."""
    return [scan(page, _steady(rng)) for page in pages]


def _steady(rng: Random) -> Random:
    """A source whose scans lie straight: noise.scan turns some pages on their side."""
    while True:
        seed = rng.getrandbits(32)
        if not _turns(seed):
            return Random(seed)


def _turns(seed: int) -> bool:
    return scan(Image.new("RGB", (40, 60), "white"), Random(seed)).width > 40


def each(change: Callable[[Image.Image, Random], Image.Image]) -> Callable[[Pages, Random], Pages]:
    """The same for every page."""
    return lambda pages, rng: [change(page, rng) for page in pages]


def turned(degrees: int, *which: int) -> Callable[[Pages, Random], Pages]:
    """Scanned, and these pages (all when none is named) put on the glass turned clockwise."""

    def turn(pages: Pages, rng: Random) -> Pages:
        return [
            page.rotate(-degrees, expand=True) if not which or number in which else page
            for number, page in enumerate(scanned(pages, rng))
        ]

    return turn


Desk = Callable[[tuple[int, int], Random], Image.Image]


def photographed(
    desk: Desk,
    corners: Sequence[damage.Point],
    *more: Callable[[Image.Image], Image.Image],
    grain: float = 2.0,
    shape: tuple[float, float] = (1.12, 1.1),
) -> Callable[[Pages, Random], Pages]:
    """On a desk, then what else: light, fingers, blur; noise at last."""

    def photograph(page: Image.Image, rng: Random) -> Image.Image:
        size = (round(page.width * shape[0]), round(page.height * shape[1]))
        photo = on_desk(page, desk(size, rng), corners)
        for change in more:
            photo = change(photo)
        return grainy(photo, rng, grain)

    return each(photograph)


def curled_on_desk(pages: Pages, rng: Random) -> Pages:
    page, cover = curled(pages[0], rise=0.04)
    size = (round(page.width * 1.12), round(page.height * 1.1))
    return [grainy(on_desk(page, dark_wood(size, rng), STRAIGHT, cover=_reaching(cover, page)), rng, 2.0)]


def _reaching(cover: Image.Image, page: Image.Image) -> Image.Image:
    return cover if cover.size == page.size else cover.resize(page.size)


def side_by_side(pages: Pages, rng: Random) -> Pages:
    return [damage.spread([scan(page, _steady(rng)) for page in pages[:2]])]


def over_another(pages: Pages, rng: Random) -> Pages:
    """Copied onto one sheet with somebody else's below it, both at two thirds of their size."""
    other = Pen(rng, TWO_DPI)
    uploads = invent_application(rng, "OTHER", "catalogue_occupation", "enterprise").uploads
    certificates = (upload.facts for upload in uploads if isinstance(upload.facts, Certificate))
    level_landscape(next(facts for facts in certificates if level_landscape in layouts_for(facts)), other)
    return [scan(damage.stacked([pages[0], other.sheets[0].image]), _steady(rng))]


def with_blank(pages: Pages, rng: Random) -> Pages:
    """The feeder took the empty back of the first sheet too."""
    first, *rest = scanned(pages, rng)
    return [first, scan(Image.new("RGB", first.size, (251, 250, 247)), _steady(rng)), *rest]


def with_back(pages: Pages, rng: Random) -> Pages:
    return [scan(damage.bled_through(pages[0], pages[1], strength=0.22), _steady(rng)), *scanned(pages[1:], rng)]


def at_width(width: int) -> Callable[[Pages, Random], Pages]:
    return each(
        lambda page, rng: scan(page, _steady(rng)).resize(
            (width, round(page.height * width / page.width)), Image.Resampling.LANCZOS
        )
    )


def moved(pages: Pages, rng: Random) -> Pages:
    return photographed(white_desk, STRAIGHT, lambda photo: damage.shaken(photo, reach=0.016, degrees=35))(pages, rng)


# What is changed, drawn on top, or looked for


def unsealed(facts: Any) -> Any:
    return replace(facts, seal=None)


def sealed_blue(facts: Any) -> Any:
    return replace(facts, seal=replace(facts.seal, colour=(34, 58, 160)))


def run_with(pen: Pen, *words: str) -> tuple[int, Run]:
    """The last piece of text with any of the words, and its page."""
    found = [
        (page, run) for page, sheet in enumerate(pen.sheets) for run in sheet.runs if any(word in run.text for word in words)
    ]
    return found[-1]


def says(*words: str) -> Callable[[Any, Pen], bool]:
    """All of these words stand somewhere on the paper."""
    return lambda facts, pen: all(any(word in run.text for sheet in pen.sheets for run in sheet.runs) for word in words)


def pages_are(count: int) -> Callable[[Any, Pen], bool]:
    return lambda facts, pen: len(pen.sheets) == count


def stamp_on_date(facts: Any, pen: Pen) -> None:
    """The unit's seal square over the date, as the paper wants it (domain: 骑年压月)."""
    page, run = run_with(pen, "年")
    sheet = pen.sheets[page]
    pen.stamp(unit_seal(facts), run.x + sheet.measure(run.text, run.face, run.size, run.spacing) / 2, run.baseline - 2, sheet)


def unit_seal(facts: Any) -> Seal:
    return Seal(facts.company_name, code="1101150123457", diameter=40, font=1)


def stamp_on_photo(facts: Any, pen: Pen) -> None:
    """The issuer's second seal, half on the photograph (which layouts put at 14, 34 or 88, 60)."""
    place = {"booklet_pages": (38, 66), "level_portrait": (114, 98)}[pen_layout(pen)]
    pen.stamp(replace(facts.seal, centre_text="钢印专用章"), *place)


def pen_layout(pen: Pen) -> str:
    return "booklet_pages" if pen.sheets[0].width < 200 else "level_portrait"


def stamp_faintly(facts: Any, pen: Pen) -> None:
    """The last seal of a dry pad."""
    _, run = run_with(pen, "年")
    seal = Seal(facts.account_name, code="1101150123457", diameter=40, font=2)
    ink = press(seal, pen.dpi, pen.rng).point(lambda value: round(value * 0.3))
    pen.sheets[-1].ink(ink, run.x - 2, run.baseline - 22, seal.colour)
    pen.seals.append(SealMark(len(pen.sheets) - 1, seal))


def stamp_three_more(facts: Any, pen: Pen) -> None:
    """Beside the unit's: finance, the representative's own, and the bank's."""
    finance = Seal(facts.account_name, "财务专用章", "1101150123465", diameter=38, font=2)
    pen.stamp(finance, 48, 244)
    pen.stamp(Seal(facts.legal_representative, shape="square", diameter=20, font=1), 92, 246)
    pen.stamp(facts.bank_seal, 132, 250)


def strike_number(facts: Any, pen: Pen) -> None:
    """Somebody underlined the number in ball pen, and hit it."""
    _, run = run_with(pen, facts.account_number, facts.account_number[:4])
    sheet = pen.sheets[0]
    end = run.x + sheet.measure(run.text, run.face, run.size, run.spacing)
    steps = 24
    points = [
        (
            run.x - 2 + (end - run.x + 5) * step / steps,
            run.baseline - 1.1 + 0.9 * (step / steps - 0.4) + pen.rng.uniform(-0.25, 0.25),
        )
        for step in range(steps + 1)
    ]
    sheet.path(points, colour=BLUE, width=0.45)


LICENCE_DATES = ("established_on", "issued_on", "term_to", "registration_authority")
CASES: tuple[Case, ...] = (
    # which way up
    Case("upside_down.jpg", "put on the glass upside down", "template_table", turned(180)),
    Case("sideways.jpg", "put on the glass on its side", "level_portrait", turned(90)),
    Case("sideways_landscape.jpg", "a page printed across, stored upright", "landscape_original", turned(270), doubtful=("registration_authority",)),
    Case("one_page_sideways.pdf", "the second page alone lies on its side", "own_text", turned(90, 1), wanted=pages_are(2), dpi=110),
    Case("two_page_spread.jpg", "two pages of a contract copied side by side", "own_text", side_by_side, wanted=pages_are(2), dpi=110),
    Case("two_on_one_page.jpg", "two people's certificates on one sheet, one above the other", "level_landscape", over_another, doubtful=("issuer",), dpi=TWO_DPI),
    # on the desk
    Case("dark_desk.jpg", "photographed on dark wood", "underlined_list", photographed(dark_wood, TURNED)),
    Case("white_desk.jpg", "photographed on a white desk: the sheet's edges hardly show", "letter", photographed(white_desk, TURNED)),
    Case("patterned_desk.jpg", "photographed on a checked tablecloth", "older", photographed(tablecloth, TURNED)),
    Case("strong_perspective.jpg", "photographed from the chair, far from above", "stacked_form", photographed(dark_wood, ASLANT)),
    Case("partly_out_of_frame.jpg", "the left margin is outside of the picture", "template_table", photographed(dark_wood, OUT_OF_FRAME)),
    Case("curled.jpg", "a sheet that arches", "honour_landscape", curled_on_desk),
    Case("book_gutter.jpg", "a booklet's page that dips into the fold", "level_portrait", each(lambda page, rng: grainy(damage.bent_to_fold(page, rise=0.06), rng, 2.0)), strength=42),
    Case(
        "finger_at_edge.jpg", "a thumb holds the sheet down", "level_portrait",
        photographed(dark_wood, STRAIGHT, lambda photo: damage.finger(photo, at=(0.36, 0.9))),
    ),
    # light
    Case(
        "shadow_across.jpg", "the photographer's arm darkens the middle", "basic_deposit_account",
        photographed(white_desk, STRAIGHT, lambda photo: damage.shadowed(photo, depth=0.5)),
    ),
    Case(
        "uneven_light.jpg", "a desk lamp on one side, darkness on the other", "underlined_list",
        photographed(dark_wood, STRAIGHT, lambda photo: damage.lamp_lit(photo, at=(0.9, 0.1), darkest=0.26)),
    ),
    Case(
        "glare.jpg", "a lamp mirrored in the plastic sleeve", "landscape_original",
        photographed(dark_wood, STRAIGHT, lambda photo: damage.glared(photo, at=(0.60, 0.56), reach=0.1)),
        doubtful=("business_scope", "registered_capital", "address", *LICENCE_DATES, "company_name", "company_type", "legal_representative"),
        defects=((0, "glare"),),
    ),
    Case(
        "dark.jpg", "taken in the dark: hardly any light, much noise", "template_table",
        lambda pages, rng: [damage.dim(photo, rng, light=0.24, grain=4) for photo in photographed(dark_wood, STRAIGHT)(pages, rng)],
        illegible=True, defects=((0, "dark"), (0, "noisy")),
    ),
    # lens and file
    Case(
        "blurry.jpg", "out of focus", "level_portrait",
        photographed(white_desk, STRAIGHT, lambda photo: damage.out_of_focus(photo, reach=0.0042)),
        illegible=True, defects=((0, "blurry"),),
    ),
    Case("shaken.jpg", "the camera moved", "stacked_form", moved, illegible=True, defects=((0, "blurry"),)),
    Case("moire_of_a_screen.jpg", "photographed from a monitor", "stacked_form", each(lambda page, rng: damage.of_a_screen(page)), defects=((0, "noisy"),)),
    Case("jpeg_q15.jpg", "sent through a messenger until quality 15 was left", "template_table", scanned, strength=15),
    Case("small_print_12px.png", "a small picture: print is 12 pixels high", "basic_deposit_account", at_width(560), defects=((0, "low_resolution"),)),
    Case("low_resolution.jpg", "a thumbnail: print is 6 pixels high", "template_table", at_width(330), illegible=True, defects=((0, "low_resolution"),)),
    # paper and machines
    Case("bleed_through.pdf", "thin paper: the back shows through", "own_text", with_back, wanted=pages_are(2), dpi=110),
    Case("faint_thermal.jpg", "thermal print, a year old", "basic_deposit_account", each(damage.thermal)),
    Case("carbon_copy.jpg", "the carbon copy of a set", "basic_deposit_account", each(damage.carbon_copy)),
    Case("black_and_white_copy.png", "a copy of a copy, black and white", "opening_permit", each(damage.photocopied), dpi=200, doubtful=("account_number", "bank_name")),
    Case(
        "toner_at_its_end.jpg", "grey on white, hardly to be seen", "letter",
        lambda pages, rng: scanned([damage.faded(page, strength=0.13) for page in pages], rng),
        illegible=True, defects=((0, "faint"),),
    ),
    Case(
        "dusty_glass.jpg", "dust all over", "template_table",
        lambda pages, rng: [damage.specked(page, rng, share=0.012) for page in scanned(pages, rng)],
        illegible=True, defects=((0, "noisy"),), strength=35,
    ),
    Case(
        "cut_off.jpg", "the right third is missing", "table_form",
        lambda pages, rng: [damage.cut_off(page, (0, 0, 0.545, 1)) for page in scanned(pages, rng)],
        doubtful=("honour", "issuer", "awarded_on", "certificate_number", "recipient_name"), defects=((0, "cut_off"),),
    ),
    Case("blank_page.pdf", "the feeder took an empty back as well", "own_text", with_blank, wanted=pages_are(2), defects=((1, "blank"),), dpi=100),
    # seals
    Case("four_seals.jpg", "unit, finance, representative and bank on one page", "template_table", scanned, also=stamp_three_more),
    Case("seal_over_date.jpg", "the seal square over the date", "filled_template", scanned, change=unsealed, also=stamp_on_date, dpi=150, strength=42),
    Case("seal_over_photo.jpg", "a seal half on the photograph", "booklet_pages", scanned, also=stamp_on_photo),
    Case("blue_seal.jpg", "stamped in blue", "conferring", scanned, change=sealed_blue, wanted=lambda facts, pen: facts.certificate_number is None, doubtful=("issuer",)),
    Case("faint_seal.jpg", "the pad was dry", "underlined_list", scanned, change=unsealed, also=stamp_faintly),
    # wording
    Case("ticked_boxes.pdf", "the kind of term is ticked in a box", "general_model", scanned, wanted=says("按下列方式确定"), dpi=90),
    Case("chinese_numeral_dates.jpg", "二〇二六年一月十五日", "numbered", scanned, wanted=says("二〇")),
    Case("inner_spaces.jpg", "names and dates set apart by spaces", "level_portrait", scanned, wanted=lambda facts, pen: len(facts.holder_name) == 2 and says(f"{facts.holder_name[0]} {facts.holder_name[1]}", " 年 ")(facts, pen)),
    Case("english_beside.jpg", "labels in Chinese and English side by side", "booklet_spread", scanned, wanted=says("Certificate No.")),
    Case(
        "handwritten_line_over_number.jpg", "a pen went through the account number", "underlined_list", scanned,
        also=strike_number, doubtful=("account_number",),
    ),
)  # fmt: skip


def draw(case: Case, seed: int) -> tuple[bytes, dict[str, Any]]:
    """The file's bytes and its entry in truth.json."""
    for attempt in range(ATTEMPTS):
        rng = Random(f"{seed}/{case.file}/{attempt}")
        upload = invented(case, rng)
        if upload is None:
            continue
        pen = Pen(rng, case.dpi)
        layout = next(way for way in LAYOUTS[case.type] if way.__name__ == case.layout)
        layout(upload.facts, pen)
        if case.wanted(upload.facts, pen):
            case.also(upload.facts, pen)
            pages = case.harm([sheet.image for sheet in pen.sheets], rng)
            return packed(pages, case, rng), entry_of(case, upload, pen, len(pages))
    raise LookupError(f"{case.file}: no seed of {ATTEMPTS} draws such a paper")


def invented(case: Case, rng: Random) -> Upload | None:
    """An upload whose facts suit the layout, changed as the case wants it."""
    application = invent_application(rng, "HARD", "catalogue_occupation", "enterprise")
    for upload in application.uploads:
        if upload.slot == case.type and case.layout in [way.__name__ for way in layouts_for(upload.facts)]:
            return replace(upload, facts=case.change(upload.facts))
    return None


def packed(pages: Pages, case: Case, rng: Random) -> bytes:
    suffix = case.file.rsplit(".", 1)[1]
    if suffix == "pdf":
        return pack(pages, "pdf", case.dpi, rng, strength=case.strength)
    out = io.BytesIO()
    if suffix == "png":
        (pages[0] if pages[0].mode == "1" else pages[0].convert("L")).save(out, "PNG", optimize=True)
    else:
        pages[0].save(out, "JPEG", quality=case.strength, optimize=True)
    return out.getvalue()


def entry_of(case: Case, upload: Upload, pen: Pen, pages: int) -> dict[str, Any]:
    """The contract's truth, and beside it what the case shows and what must hold."""
    truth = truth_of(upload, pen, "hard")
    doubtful = sorted(truth["fields"]) if case.illegible else sorted(set(case.doubtful) & set(truth["fields"]))
    named: list[list[str]] = [[defect for page, defect in case.defects if page == number] for number in range(pages)]
    return {
        "file": case.file, "slot": case.type, **truth, "person": upload.person,
        "shows": case.shows, "legible": not case.illegible, "doubtful": doubtful, "defects": named,
    }  # fmt: skip


def arguments(argv: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m samples.hard", description=__doc__)
    parser.add_argument("--out", type=Path, required=True, help="folder that the files and truth.json go into")
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument(
        "--only", action="append", default=[], metavar="FILE", help="draw this one, without truth.json; may be repeated"
    )
    return parser.parse_args(argv)


def main(argv: Sequence[str] | None = None) -> int:
    options = arguments(argv)
    try:
        check_fonts()
    except FontsMissing as missing:
        print(f"samples.hard: {missing}", file=sys.stderr)
        return 2
    options.out.mkdir(parents=True, exist_ok=True)
    documents = []
    for case in CASES:
        if options.only and case.file not in options.only:
            continue
        content, entry = draw(case, options.seed)
        (options.out / case.file).write_bytes(content)
        documents.append(entry)
        print(options.out / case.file)
    if not options.only:
        truth = {"seed": options.seed, "documents": documents}
        (options.out / "truth.json").write_text(json.dumps(truth, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
