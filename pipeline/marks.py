"""Pages with their lines in; the document with its seals, signatures, signing places and QR codes out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from models.codes import find_codes
from models.ocr import Engine, Image
from models.records import Box, Code, Line, Seal, Signature
from models.seals import find_seals
from models.seals.seams import Piece, find_pieces, seam_seals, without_pieces
from models.seals.wording import ENDINGS, UNSURE
from models.signatures import Handwriting, look_for_handwriting, red_share
from models.stamps import has_more_stamps
from pipeline.documents import Document, Page, SignaturePlace
from pipeline.pages import load_image
from pipeline.signing import PEN_HEIGHT, PRINTED, RULES, SigningPlace, is_print, meets, signing_places

HIDING = ("blurry", "dark", "faint", "glare", "low_resolution", "cut_off")
"""Defects behind which a signature may hide: on such pages no place counts as empty."""
BLINDING = ("blurry", "noisy", "faint", "low_resolution")
"""Defects that turn characters into others."""
STAMPED = 0.03
"""Share of red in a place, beside the seals found, from which it may have been signed in red or by fingerprint."""
LEGIBLE = 0.5
"""Confidence below which a line is no words but what is left of a seal (guess)."""
WORDS = re.compile(r"[\u3400-\u9fffA-Za-z（）()·]{2,}")
BEGINNING = re.compile(r"北京|天津|上海|重庆|中关村|中华|中国|国家|(?<=[（(：为系由])[\u3400-\u9fff]")
ENDING = re.compile("|".join(sorted(map(re.escape, ENDINGS), key=len, reverse=True)))
LABEL = re.compile(r"代表人?|负责人|经办人|联系人|姓名")
PERSON = re.compile(r"[\u3400-\u9fff·]{2,4}")
CHINESE = re.compile(r"[\u3400-\u9fff]")
LONGEST = 40
"""Characters of the longest name of an organisation."""
TYPED = 0.95
"""Confidence of a short line from which it may be a typed name, which is not handwriting but no reason to accuse either."""


def find_marks(document: Document, engine: Engine) -> Document:
    """The document with ``seals``, ``seam_seals``, ``signatures``, ``signature_places`` and ``codes`` of all its pages."""
    seals: list[Seal] = []
    codes: list[Code] = []
    places: list[SignaturePlace] = []
    pieces: list[Piece] = []
    unread: list[int] = []
    lines = [line.text for page in document.pages for line in page.lines]
    printed, people = organisations(lines), short_names(lines)
    for page in document.pages:
        if not page.image or "blank" in page.quality.defects:
            continue
        image = load_image(page)
        stamped = [seal.name for seal in seals if seal.name and seal.confidence > UNSURE]
        read = find_seals(image, engine, page.index, printed=printed, stamped=stamped, people=people)
        found = [doubted(seal, page) for seal in read]
        seals += found
        pieces += find_pieces(image, page.index) if len(document.pages) > 1 else []
        unread += [page.index] if has_more_stamps(image, [seal.box for seal in found]) else []
        codes += find_codes(image, page.index)
        places += [look_at(image, page, place, found) for place in signing_places(page.lines)]
    signatures = [Signature(page=one.page, box=one.box, near=one.near) for one in places if one.state == "signed"]
    across = seam_seals(pieces)
    seen = {
        "seals": tuple(without_pieces(seals, across)),
        "seam_seals": tuple(across),
        "signatures": tuple(signatures),
        "signature_places": tuple(places),
        "codes": tuple(codes),
        "unread_stamps": tuple(unread),
    }
    return document.model_copy(update=seen)


def organisations(lines: Sequence[str]) -> tuple[str, ...]:
    """What may be names of organisations in print: words between signs, from a place's name on, and across the end of a line."""
    words = [WORDS.findall(line) for line in lines]
    wrapped = [before[-1] + after[0] for before, after in pairwise(words) if before and after]
    found = [word for line in words for word in line] + wrapped
    starts = [word[match.start() :] for word in found for match in BEGINNING.finditer(word)]
    ends = [word[: match.end()] for word in [*found, *starts] for match in ENDING.finditer(word)]
    return tuple(dict.fromkeys(name for name in ends if 4 <= len(name) <= LONGEST))


def short_names(lines: Sequence[str]) -> tuple[str, ...]:
    """What may be names of people in print: two to four characters between signs, or behind a label."""
    words = [word for line in lines for word in WORDS.findall(line)]
    behind_labels = [word[match.end() :] for word in words for match in LABEL.finditer(word)]
    return tuple(dict.fromkeys(word for word in [*words, *behind_labels] if PERSON.fullmatch(word)))


def doubted(seal: Seal, page: Page) -> Seal:
    """The seal, less sure on a page whose defects hide print: a ring's small characters are the first to turn into others."""
    if not any(defect in BLINDING for defect in page.quality.defects):
        return seal
    return seal.model_copy(update={"confidence": round(UNSURE * seal.confidence, 3)})


def look_at(image: Image, page: Page, place: SigningPlace, seals: Sequence[Seal]) -> SignaturePlace:
    """The state of one place: a pen's strokes or a name stamp beside the label, else below it, else nothing."""
    stamp = name_stamp(place, seals)
    if stamp:
        return SignaturePlace(page=page.index, box=stamp.box, near=place.near, state="signed")
    beside = strokes_in(image, page, place.beside, place, seals)
    under = strokes_in(image, page, place.under, place, seals) if place.under else Handwriting(state="empty")
    written = beside if beside.state == "signed" or under.state != "signed" else under
    if place.deep and {beside.state, under.state} == {"empty"}:
        written = strokes_in(image, page, place.deep, place, seals)
    state = written.state
    if state == "signed" and passes_for_print(page, written, place):
        state = "unclear"
    if state == "empty" and not surely_empty(image, page, place, seals):
        state = "unclear"
    return SignaturePlace(page=page.index, box=rounded(written.box or place.beside), near=place.near, state=state)


def rounded(box: Box) -> Box:
    return Box(*(round(float(side), 4) for side in box))


def name_stamp(place: SigningPlace, seals: Sequence[Seal]) -> Seal | None:
    """A square or rectangular seal beside or below the label: a name stamp signs as a pen does (签章)."""
    wide = place.around.union(place.under) if place.under else place.around
    wide = wide.union(place.deep) if place.deep else wide
    near = [seal for seal in seals if seal.shape in ("square", "rectangular") and lies_in(seal.box, wide)]
    return near[0] if near else None


def lies_in(box: Box, place: Box) -> bool:
    x, y = box.centre
    return place.x0 <= x <= place.x1 + 0.02 and place.y0 - 0.02 <= y <= place.y1 + 0.02


def strokes_in(
    image: Image, page: Page, area: Box, place: SigningPlace, seals: Sequence[Seal], *, within_seals: bool = True
) -> Handwriting:
    """Pen strokes in the area that are not the form's print. ``within_seals``: ink on a seal counts too, as it must beside the
    label; further around, the worn edge of a seal would pass for it."""
    typed = page.source == "text_layer"
    printed = [
        margin(line.box)
        for line in page.lines
        if line.box != place.label and (typed or (is_print(line) and not holds(line.box, place.label)))
    ]
    covered = [seal.box for seal in seals if seal.colour == "grey" or not within_seals]
    return look_for_handwriting(image, area, [*printed, place.label, *covered], place.height)


def margin(box: Box) -> Box:
    """A line's box with the edges that the detector cuts off."""
    pad = 0.12 * box.height
    return Box(box.x0 - pad, box.y0 - pad, box.x1 + pad, box.y1 + pad)


def holds(line: Box, label: Box) -> bool:
    """Whether the line is the label's own, in which a signature may have been read along with it."""
    common = line.intersection(label)
    return common.width > 0.8 * label.width and common.height > 0.8 * label.height


def passes_for_print(page: Page, written: Handwriting, place: SigningPlace) -> bool:
    """Whether what stands there may be print. Labels that do not ask for a signature stand before printed names: the name behind
    one in its own line, of its height, is taken for print even where it is blurred or lies on a coloured ground. So far below
    that few sign there, all that is no higher than print may be print that nobody read, such as a page's number."""
    box = written.box or place.beside
    if place.deep and meets(place.deep, box):
        return box.height < PEN_HEIGHT * place.height and not written.tinted
    if not place.explicit and same_print(box, place) and any(certainty_of_name(line, box, place) > 0 for line in page.lines):
        return True
    return not written.tinted and is_typed(page, box, place)


def is_typed(page: Page, box: Box, place: SigningPlace) -> bool:
    """Whether what stands there may be a typed name: read with certainty, as high as the label and level with it."""
    if not same_print(box, place):
        return False
    return any(certainty_of_name(line, box, place) >= TYPED for line in page.lines)


def certainty_of_name(line: Line, box: Box, place: SigningPlace) -> float:
    """How surely the line, or what follows the label in the label's own line, was read; 0 for lines elsewhere and for print that
    is no name, such as the label's colon or what a reader makes of a scrawl."""
    if not holds(line.box, place.label):
        return line.confidence if meets(box, line.box) and CHINESE.search(line.text) else 0.0
    name = behind(line, place)
    return line.certainty(len(line.text) - len(name), len(line.text)) if CHINESE.search(name) else 0.0


def behind(line: Line, place: SigningPlace) -> str:
    """What follows the label in the label's own line."""
    return line.text[sum(line.part(i, i + 1).centre[0] < place.label.x1 for i in range(len(line.text))) :]


def same_print(box: Box, place: SigningPlace) -> bool:
    return box.height < 1.1 * place.height and abs(box.centre[1] - place.label.centre[1]) < 0.25 * place.height


def surely_empty(image: Image, page: Page, place: SigningPlace, seals: Sequence[Seal]) -> bool:
    """Whether nothing may hide there: no defect of the page, no red that is no seal, no name stamp under a larger seal, no stray
    ink around the place."""
    if not place.explicit or any(defect in HIDING for defect in page.quality.defects):
        return False
    if not page.colour and any(meets(place.around, seal.box) for seal in seals):
        return False
    if any(may_be_signed(line, place) for line in page.lines):
        return False
    covered = any(meets(seal.box, place.beside) or meets(place.beside, seal.box) for seal in seals)
    if covered and "章" in place.near:
        return False
    if not covered and red_share(image, place.beside) > STAMPED:
        return False
    return strokes_in(image, page, place.around, place, seals, within_seals=False).state == "empty"


def may_be_signed(line: Line, place: SigningPlace) -> bool:
    """Whether something legible stands beside the label that is none of the form's own words: it may be who signed."""
    text = behind(line, place) if holds(line.box, place.label) else line.text
    legible = line.confidence >= LEGIBLE and len(text.strip(RULES)) > 1
    return legible and meets(place.beside, line.box) and not PRINTED.search(text)
