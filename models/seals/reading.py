"""A round or oval seal on a page in; its name, centre text and code out, with how sure the reader was.

The ring is read from up to five views of the ink, all cut along the same band. Characters are known by the angle they stand at,
so that what one view lost under print another may give back, and a place on the ring where nothing was read shows as a hole.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise
from statistics import mean
from typing import NamedTuple

from models.ocr import Engine, Image, Reading
from models.seals.ink import Colour
from models.seals.inscriptions import read_centre, read_code
from models.seals.letters import BRACKET, HOLE, UNENDED, Letter, RingText, holes, pitch, turn, within
from models.seals.outline import Outline
from models.seals.printed import is_contested, name_in_print, name_on_other_seal
from models.seals.unwrapping import (
    Band,
    Face,
    View,
    crowded_gap,
    field_lines,
    field_picture,
    inner_band,
    is_closed,
    lacks_rim,
    name_bands,
    name_strip,
    print_beside,
)
from models.seals.vocabulary import filled, spelled
from models.seals.wording import (
    UNSURE,
    clean,
    continues,
    has_ending,
    is_chinese,
    is_latin,
    latin_name,
    legal_ending,
    usual_purpose,
    whole_tail,
)

SURE = 0.9  # mean confidence with which one view is enough
LEGIBLE = 0.6  # confidence from which a reading shows where on the ring the name stands
NAMED = 0.7  # confidence below which a name counts as unreadable: 9 of 12 names read with less were wrong (97 drawn seals)
CROWDED = 0.5  # share of the name's gap that holds more print: part of the name was not read; a centre line fills up to 0.4 of it
DOUBTFUL = 0.85  # a character below this that stands apart from the name is not its own
GLIMPSE = 0.15  # a character above this that was left out may still be one
WEAK = 0.5  # a character below this at a name's end is dirt
MINISTRY = re.compile(r"中华人民共和国.+部$")  # its centres have seals with its name on the first line
FEWEST = 4  # characters of the shortest name on a ring
SPREAD = 40.0  # degrees from one letter to the next of a name of three; names of four letters fill half a ring at most
BREAK = 3.3  # pitches between two characters from which they belong to different texts
OTHER_VIEWS: dict[Colour, tuple[View, ...]] = {
    "red": ("coloured", "calm", "on_photo", "everything"),
    "blue": ("coloured", "calm", "on_photo"),
    "grey": (),
}
SECOND_VIEWS: dict[Colour, tuple[View, ...]] = {"red": ("on_photo",), "blue": ("on_photo",), "grey": ()}
CODE_VIEWS: dict[Colour, tuple[View, ...]] = {"red": ("everything", "tint"), "blue": ("everything",), "grey": ()}
BESIDE = 0.5  # density of print beside a name, relative to the name's own, from which a letter was lost there (guess)
FAR = 3.0  # letters' widths that no centre line's end and no code reaches towards the name
TRACE = 0.3  # the same over the longer stretch that a name's lost beginning leaves (guess)
MARGIN = 8.0  # degrees of paper left on both ends of the name's strip
RELIABLE = 0.93  # a character of the name's own below this is read once more, out of a wider cut
SHAKY = 0.85  # below this after that, the name stays but is unsure (229 drawn rings: 3 of 30 wrong names stayed sure)
RIVAL, CLEAR_RIVAL = 0.3, 0.7  # confidence of another character in a letter's place (102 drawn seals: 2 of 3 wrong sure names)
OUTVOTED = 1.3  # times a letter's confidences in all looks, from which another character's outweigh them (guess)
OVERRULED = 0.8  # confidence of that other character at most: too little for a sure name
WIDER = (0.03, 0.02)  # of the radius: how much further in and out the second cut reaches
OVER_EDGE = 0.05  # of its half size: how far a seal may reach over the page's edge and still be whole; a rim is as wide (guess)
ALIKE = 0.6  # share of the name's places that a second reading must fill to say anything about one of them


class SealText(NamedTuple):
    """``plain``: no print stands within the ring. ``face`` and ``ring``: what the name of a round seal was read from."""

    name: str | None = None
    centre_text: str | None = None
    code: str | None = None
    confidence: float = 0.0
    plain: bool = False
    face: Face | None = None
    ring: RingText | None = None


class SecondRing(NamedTuple):
    """What stands on a ring within the name's, how surely it was read, and where it stands."""

    text: str
    confidence: float
    band: Band


def read_round(image: Image, outline: Outline, colour: Colour, engine: Engine, printed: Sequence[str] = ()) -> SealText:
    """Name, centre text and code of one round or oval seal. ``printed``: names that stand in print in the same paper."""
    face = Face(image, outline, colour)
    ring = read_ring(image, face, outline, colour, engine, printed=printed)
    band = ring.band
    upright = band.gap_middle - 90 if ring.letters else 0.0
    others = (Face(image, outline, colour, view=view) for view in SECOND_VIEWS[colour])
    second = read_second(face, others, ring, engine) if ring.letters else None
    is_joined = second is not None and bool(second.text)
    name, confidence = name_of(ring, goes_on=is_joined)
    cut = len(ring.letters) >= FEWEST and lacks_rim(face, band, pitch(ring.letters))
    over_edge = outline.beyond(image.shape[1], image.shape[0]) > OVER_EDGE
    confidence = min(confidence, UNSURE) if face.torn or cut or over_edge else confidence
    hinted = name_in_print(face, ring, printed, worn=cut) if confidence <= UNSURE and not is_joined else None
    if hinted:
        name, confidence = hinted, UNSURE
    views = (Face(image, outline, colour, view=view) for view in CODE_VIEWS[colour])
    code = read_code(face, views, band, engine) if name else None
    lines = field_lines(field_picture(face, second.band if second else band, upright))
    centre = read_centre(lines, engine)
    crowded = not centre and crowded_gap(face, band) > CROWDED
    if crowded:
        confidence *= UNENDED
        name = name if confidence >= NAMED or hinted else None
    plain = not (lines or crowded)
    text = SealText(name, centre, code, round(confidence, 3), plain=plain, face=face, ring=None if is_joined else ring)
    return with_second(text, second) if second else text


def read_second(face: Face, views: Iterable[Face], ring: RingText, engine: Engine) -> SecondRing | None:
    """What a ring of print within the name's says in Chinese: empty when it cannot be read; ``None`` when there is none. A closed
    ring, which most often is a wreath, is looked at where the name lacks its end, and counts where it is legible; within a
    ministry's name it always does. ``views``: the same seal seen otherwise, looked at one by one as long as it is not."""
    inner = inner_band(face, ring.band)
    name = whole_tail(clean(ring.text))
    is_ministry = bool(MINISTRY.match(name))
    if inner is None or (is_closed(inner) and has_ending(name) and not is_ministry):
        return None
    second = read_view(face, inner, engine)
    for view in views:
        if second.confidence >= NAMED or is_latin(second.line):
            break
        other = read_view(view, inner, engine)
        second = max([second, other, merged([second, other])], key=lambda text: text.worth)
    legible = second.confidence >= NAMED and len(second.letters) > 1
    if is_latin(second.line) or (is_closed(inner) and not legible and not is_ministry):
        return None
    whole = filled(second)
    doubtful = bool(holes(second.letters)) or weakest_of(second.letters) < SHAKY
    confidence = min(second.confidence, UNSURE) if doubtful else second.confidence
    return SecondRing(clean(whole.text) if legible else "", confidence, inner)


def with_second(text: SealText, second: SecondRing) -> SealText:
    """The name with what stands on the ring within it: the rest of it, a branch's own name, or what the seal is for. Where that
    is illegible the name is unsure."""
    if not text.name or not second.text:
        return text._replace(confidence=min(text.confidence, UNSURE), plain=False)
    if continues(text.name, second.text):
        confidence = min(text.confidence, second.confidence)
        return text._replace(name=text.name + second.text, confidence=round(confidence, 3))
    return text._replace(centre_text=text.centre_text or usual_purpose(second.text) or second.text)


def hinted_by(text: SealText, stamped: Sequence[str]) -> SealText:
    """An unread or doubtful name, made out with the names ``stamped`` on other seals of the same paper; never surely. A sure name
    is doubtful, too, when it is another seal's but for the first or the last character, which may be worn off."""
    lacks_end = any(text.name in (name[1:], name[:-1]) for name in stamped)
    if (text.confidence > UNSURE and not lacks_end) or not text.face or not text.ring:
        return text
    name = name_on_other_seal(text.face, text.ring, [name for name in stamped if not lacks_end or name != text.name])
    return text._replace(name=name, confidence=UNSURE) if name else text


def name_of(ring: RingText, *, goes_on: bool = False) -> tuple[str | None, float]:
    """``goes_on``: the name need not end here."""
    if ring.line and is_latin(ring.line):
        return latin_name(ring.line)
    text = whole_tail(clean(ring.text))
    restored = len(text) - len(clean(ring.text))
    confidence = min(0.85, ring.confidence + 0.2 * restored) if restored else ring.confidence
    if not has_ending(text) and not goes_on:
        confidence *= UNENDED
    if (len(text) < FEWEST and not is_spread(ring)) or confidence < NAMED:
        return None, min(confidence, 0.5)
    return text, min(confidence, UNSURE) if is_doubtful(ring) else confidence


def is_spread(ring: RingText) -> bool:
    """Whether three clear letters fill the ring, as 国务院 does: pieces of longer names stand close together."""
    few = len(ring.letters) == FEWEST - 1 and has_ending(ring.text)
    return few and pitch(ring.letters) > SPREAD and min(letter.confidence for letter in ring.letters) >= SURE


def is_doubtful(ring: RingText) -> bool:
    """Whether the part that tells one name from another has a weak or rivalled letter, a hole or half a pair of brackets."""
    own = own_part(ring)
    text = clean("".join(letter.text for letter in own))
    if weakest_of(own) < SHAKY or holes(own) > 0 or text.count("（") != text.count("）"):
        return True
    return any(is_rivalled(letter, ring) for letter in own)


def is_rivalled(letter: Letter, ring: RingText) -> bool:
    """Whether another character was seen in the letter's place: clearly in two looks, or at all when the letter is not clear."""
    reach = 0.4 * pitch(ring.letters)
    others: dict[str, list[float]] = {}
    for one in ring.seen:
        if abs(turn(one.angle - letter.angle)) < reach and one.text != letter.text and is_chinese(one.text):
            others.setdefault(one.text, []).append(one.confidence)
    if letter.confidence < RELIABLE and any(max(sure) >= RIVAL for sure in others.values()):
        return letter.text not in BRACKET
    return any(sum(one >= CLEAR_RIVAL for one in sure) > 1 for sure in others.values())


def own_part(ring: RingText) -> Sequence[Letter]:
    """The letters before the legal ending, which is known by heart."""
    text = whole_tail(clean(ring.text))
    return ring.letters[: len(text) - len(legal_ending(text))]


def weakest_of(letters: Sequence[Letter]) -> float:
    return min((letter.confidence for letter in letters if letter.text not in BRACKET), default=0.0)


def read_ring(
    image: Image, face: Face, outline: Outline, colour: Colour, engine: Engine, *, printed: Sequence[str] = ()
) -> RingText:
    """The ring's text by as many views as it needs. A sure name is held to one view more where a photo's edge may have cut into a
    character, and where a name in print differs so little that either may be misread: in the tint, which is blurred, a character
    that is taken for another shows what else it may be. Where that look shows nothing, such a name stays doubtful."""
    band, best = first_look(face, engine)
    if is_latin(best.line):
        return best
    views = [(best, face)]
    for view in OTHER_VIEWS[colour]:
        if is_settled(best):
            break
        other = Face(image, outline, colour, view=view)
        views.append((read_view(other, best.band if is_whole(best) else band, engine), other))
        texts = [text for text, _ in views]
        best = max([*texts, merged(texts)], key=lambda text: text.worth)
    clearest = max(views, key=lambda view: view[0].worth)[1]
    seen = tuple(letter for text, _ in views for letter in text.seen)
    best = filled(spelled(outvoted(reread(clearest, best._replace(seen=seen), engine))))
    probe: View | None = "on_photo" if face.uneven else "tint" if is_contested(clean(best.text), printed) else None
    if colour == "grey" or not probe or name_of(best)[1] <= UNSURE:
        return best
    again = read_sector(Face(image, outline, colour, view=probe), best.band, engine, MARGIN)
    return objected(best, again, reliable=1.01) if face.uneven or is_legible(again, best) else doubted(best)


def is_legible(other: RingText, text: RingText) -> bool:
    """Whether another look shows enough of the same name to say anything about one of its characters."""
    return len(other.letters) >= ALIKE * len(text.letters)


def doubted(text: RingText) -> RingText:
    """The same name, not sure any more."""
    letters = (letter._replace(confidence=min(letter.confidence, OVERRULED)) for letter in text.letters)
    return text._replace(letters=tuple(letters))


def outvoted(text: RingText) -> RingText:
    """The letters, a doubtful one replaced by the character that all looks together were surer of; that stays doubtful."""
    return text._replace(
        letters=tuple(letter if letter.confidence >= RELIABLE else favoured(letter, text) for letter in text.letters)
    )


def favoured(letter: Letter, text: RingText) -> Letter:
    reach = 0.4 * pitch(text.letters)
    sums: dict[str, float] = {}
    for one in text.seen:
        if abs(turn(one.angle - letter.angle)) < reach and is_chinese(one.text):
            sums[one.text] = sums.get(one.text, 0.0) + one.confidence
    if letter.text in BRACKET or not sums:
        return letter
    favourite = max(sums, key=lambda character: sums[character])
    if sums[favourite] <= OUTVOTED * sums.get(letter.text, 0.0):
        return letter
    return Letter(favourite, letter.angle, min(letter.confidence, OVERRULED))


def first_look(face: Face, engine: Engine) -> tuple[Band, RingText]:
    """The ring that the name stands in: the outermost, unless that is in Latin letters and another one within it is not."""
    bands = name_bands(face)
    looks = [(bands[0], read_view(face, bands[0], engine))]
    if is_latin(looks[0][1].line):
        looks += [(band, read_view(face, band, engine)) for band in bands[1:2]]
    return next((look for look in reversed(looks) if len(look[1].letters) >= FEWEST), looks[0])


def reread(face: Face, text: RingText, engine: Engine) -> RingText:
    """A name with a doubtful character, that character held to what a wider cut shows there."""
    if name_of(text)[0] is None or not SHAKY <= weakest_of(own_part(text)) < RELIABLE:
        return text
    inner, outer = WIDER
    band = text.band.model_copy(update={"inner": text.band.inner - inner, "outer": min(0.99, text.band.outer + outer)})
    return objected(text, read_sector(face, band, engine, MARGIN))


def objected(text: RingText, other: RingText, reliable: float = RELIABLE) -> RingText:
    """The letters, each as sure as the less sure of two readings; where the other saw something else, not sure at all."""
    half = 0.5 * pitch(text.letters)
    low, high = text.letters[0].angle - half, text.letters[-1].angle + half
    seen = within(other.letters, low, high)
    places = [[one for one in seen if abs(one.angle - letter.angle) < half] for letter in text.letters]
    if sum(map(bool, places)) < ALIKE * len(text.letters):
        return text
    letters = [held_to(letter, place, reliable) for letter, place in zip(text.letters, places, strict=True)]
    return text._replace(letters=tuple(letters), seen=text.seen + other.seen)


def held_to(letter: Letter, seen: Sequence[Letter], reliable: float) -> Letter:
    if letter.confidence >= reliable or not seen or letter.text in BRACKET:
        return letter
    same = max((one.confidence for one in seen if one.text == letter.text), default=WEAK)
    return letter._replace(confidence=min(letter.confidence, same))


def is_settled(text: RingText) -> bool:
    return text.confidence >= SURE and is_whole(text)


def is_whole(text: RingText) -> bool:
    """Whether the name's place on the ring is known: read with some confidence and to its end."""
    return text.confidence >= LEGIBLE and len(text.letters) >= FEWEST and has_ending(text.text) and not text.clipped


def read_view(face: Face, band: Band, engine: Engine) -> RingText:
    """One reading; a second one with a better cut when the first shows that it went through the name or took in too much."""
    first = read_sector(face, band, engine, MARGIN)
    if len(first.letters) < 3:
        return first
    best, step = first, pitch(first.letters)
    if is_recut(first.band, band, 0.7 * step) or goes_on(face, first):
        again = read_sector(face, first.band, engine, 1.3 * step)
        best = fuller(first, again)._replace(seen=first.seen + again.seen)
    return best._replace(clipped=best.clipped or goes_on(face, best) or lacks_beginning(face, best, band))


def fuller(first: RingText, again: RingText) -> RingText:
    """Of two looks at one name the one that shows more of it; of different names the better."""
    longer = first.text in again.text and len(again.text) > len(first.text)
    return again if longer and again.confidence >= LEGIBLE else max(first, again, key=lambda text: text.worth)


def is_recut(new: Band, old: Band, least: float) -> bool:
    """Whether one of the sector's ends moved by ``least`` degrees or more."""
    return max(abs(turn(new.start - old.start)), abs(turn(new.end - old.end))) >= least


def goes_on(face: Face, text: RingText) -> bool:
    """Whether print stands where the letter before the first would, or after a last one that ends no company's name."""
    if len(text.letters) < 3:
        return False
    before, after = print_beside(face, text.band, pitch(text.letters))
    return before > BESIDE or (after > BESIDE and not text.text.endswith("公司"))


def lacks_beginning(face: Face, text: RingText, sector: Band) -> bool:
    """Whether much more print stood before the name than was read, on a ring with a gap that shows where it begins."""
    if len(text.letters) < 3 or sector.gap < 2 * MARGIN:
        return False
    lost, step = turn(text.band.start - sector.start), pitch(text.letters)
    return lost > FAR * step or (lost > 1.5 * step and print_beside(face, text.band, lost)[0] > TRACE)


def read_sector(face: Face, band: Band, engine: Engine, margin: float) -> RingText:
    margin = min(margin, 0.5 * band.gap)
    reading = engine.read([name_strip(face, band, margin)])[0]
    start, end = band.start - margin, band.end + margin
    letters = letters_of(reading, start, end)
    others = [Letter(one.text, start + one.centre * (end - start), one.confidence) for one in reading.alternatives]
    return name_among(letters, band)._replace(seen=(*letters, *others), line=reading)


def letters_of(reading: Reading, start: float, end: float) -> list[Letter]:
    if len(reading.centres) != len(reading.text):
        return []
    return [
        Letter(text, start + centre * (end - start), confidence)
        for text, centre, confidence in zip(reading.text, reading.centres, reading.confidences, strict=True)
        if clean(text)
    ]


def name_among(letters: Sequence[Letter], band: Band) -> RingText:
    """The name's letters, and the band with the sector that they fill. What runs over the strip's ends is joined again."""
    pieces = [trimmed(piece) for piece in broken(joined_round(letters, band))]
    name = max(pieces, key=lambda piece: sum(letter.confidence for letter in piece), default=[])
    if len(name) < 2:
        return RingText(tuple(name), band)
    half = pitch(name) / 2
    start, end = name[0].angle - half, name[-1].angle + half
    if end - start > 355:
        return RingText(tuple(name), band)
    band = band.model_copy(update={"start": start % 360, "end": start % 360 + end - start})
    return RingText(tuple(name), band, clipped=is_clipped(name, letters))


def is_clipped(name: Sequence[Letter], letters: Sequence[Letter]) -> bool:
    """Whether a weak Chinese character, left out of the name, stands one step before or after it; a full ending needs none."""
    step = pitch(name)
    before, after = name[0].angle - step, name[-1].angle + step
    ended = "".join(letter.text for letter in name).endswith("公司")
    beside = [before] if ended else [before, after]
    weak = [letter for letter in letters if letter.confidence >= GLIMPSE and is_chinese(letter.text) and letter not in name]
    return any(abs(letter.angle - place) < 0.35 * step for letter in weak for place in beside)


def joined_round(letters: Sequence[Letter], band: Band) -> list[Letter]:
    """Letters from the widest step between two of them on; on a strip that was cut through the name that step lies inside."""
    sure = [letter for letter in letters if letter.confidence >= WEAK and is_chinese(letter.text)]
    if len(sure) == len(letters) == FEWEST - 1:
        return next((turn for one in letters if ends_well(turn := turned_at(one.angle, letters))), list(letters))
    if len(sure) < FEWEST or band.gap > 60:
        return list(letters)
    steps = [(b.angle - a.angle, b.angle) for a, b in pairwise(sure)]
    widest, cut = max(steps)
    around = sure[0].angle + 360 - sure[-1].angle
    if widest <= around or around > 2.2 * pitch(sure):
        return list(letters)
    return turned_at(cut, letters)


def ends_well(letters: Sequence[Letter]) -> bool:
    return pitch(letters) > SPREAD and has_ending("".join(letter.text for letter in letters))


def turned_at(cut: float, letters: Sequence[Letter]) -> list[Letter]:
    """The letters from the angle ``cut`` on, then those before it."""
    later = [letter for letter in letters if letter.angle >= cut - 1e-6]
    earlier = [letter._replace(angle=letter.angle + 360) for letter in letters if letter.angle < cut - 1e-6]
    return later + [letter for letter in earlier if letter.confidence >= WEAK]


def broken(letters: Sequence[Letter]) -> list[list[Letter]]:
    """Pieces between which more paper lies than between the letters of one name, or something that is no part of it."""
    if len(letters) < 2:
        return [list(letters)]
    usual = pitch([letter for letter in letters if is_chinese(letter.text)] or letters)
    pieces = [[letters[0]]]
    for before, letter in pairwise(letters):
        if letter.angle - before.angle > BREAK * usual or is_foreign(before):
            pieces.append([])
        pieces[-1].append(letter)
    return pieces


def trimmed(letters: list[Letter]) -> list[Letter]:
    """Without weak letters, stray digits and signs at both ends, and without what follows 公司 weakly."""
    while letters and is_dirt(letters[0]):
        letters = letters[1:]
    while letters and is_dirt(letters[-1]):
        letters = letters[:-1]
    if len(letters) > FEWEST and letters[0].confidence < DOUBTFUL and letters[1].angle - letters[0].angle > HOLE * pitch(letters):
        letters = letters[1:]
    text = "".join(letter.text for letter in letters)
    end = text.rfind("公司") + 2 if "公司" in text else len(text)
    if 0 < len(letters) - end <= 3 and mean(letter.confidence for letter in letters[end:]) < DOUBTFUL:
        letters = letters[:end]
    return letters


def is_foreign(letter: Letter) -> bool:
    """A digit or sign read with doubt: a date's under the seal, not the name's."""
    return letter.confidence < SURE and not is_chinese(letter.text) and letter.text not in BRACKET


def is_dirt(letter: Letter) -> bool:
    if letter.text in BRACKET:
        return letter.confidence < WEAK
    return letter.confidence < WEAK or not is_chinese(letter.text)


def merged(texts: Sequence[RingText]) -> RingText:
    """One text from several views: at each place on the ring the letter with the most confidence behind it. Places are the best
    view's letters, and holes between them."""
    base = max(texts, key=lambda text: text.worth)
    if len(base.letters) < 3:
        return base
    usual = pitch(base.letters)
    slots = [[letter] for letter in base.letters]
    low, high = base.letters[0].angle - 0.4 * usual, base.letters[-1].angle + 0.4 * usual
    for letter in (letter for text in texts if text is not base for letter in within(text.letters, low, high)):
        nearest = min(slots, key=lambda slot: abs(slot[0].angle - letter.angle))
        away = abs(nearest[0].angle - letter.angle)
        if away < 0.5 * usual:
            nearest.append(letter)
        elif away > 0.7 * usual:
            slots.append([letter])
    letters = sorted((winner(slot) for slot in slots), key=lambda letter: letter.angle)
    return RingText(tuple(letter for letter in letters if letter.confidence >= WEAK), base.band, base.clipped)


def winner(slot: Sequence[Letter]) -> Letter:
    """The character with the highest sum of confidences; its own confidence is its best one, less when others object."""
    sums: dict[str, float] = {}
    for letter in slot:
        sums[letter.text] = sums.get(letter.text, 0.0) + letter.confidence
    text = max(sums, key=lambda text: sums[text])
    agreeing = [letter for letter in slot if letter.text == text]
    against = max((total for other, total in sums.items() if other != text), default=0.0)
    confidence = max(letter.confidence for letter in agreeing) * (1.0 if against < 0.5 else 0.85)
    return Letter(text, mean(letter.angle for letter in agreeing), confidence)
