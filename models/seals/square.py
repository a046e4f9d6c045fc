"""A square or rectangular stamp on a page in; the name or words on it out."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import NamedTuple

import cv2
import numpy as np

from models.ocr import Engine, Image, Reading
from models.seals.ink import Colour, Ink
from models.seals.levelling import characters_of, has_white_characters, reached_by
from models.seals.outline import Outline
from models.seals.unwrapping import as_picture
from models.seals.wording import UNSURE, clean, is_chinese

Order = Callable[[Ink], Image]
"""The characters of a stamp side by side, in an order in which they may be meant."""

View = Callable[..., Ink]
"""The characters of one stamp, in one view or ``again`` in another."""

CELL = 64
FEWEST = 3  # characters: a surname, a given name and 印, or the words of a stamp
SHORTEST, CLEAR = 2, 0.9  # characters of a name alone in a long frame, and how clear both must be
ILLEGIBLE = 0.4  # confidence of a stamp without a name at most
LEGIBLE = 0.8  # no name list says what a person may be called, so only sure readings count
CLEARLY = 0.93  # a character read as surely as this is not what print says beside it
CERTAIN = 0.98  # weakest character from which two, of three that are as legible, may be all there are (guess)
LIKELY = 0.45  # a character below this may be a part of one (guess)
HALF = 0.5  # a character: by how much a column may be higher or lower than its characters are wide
COLUMNS = (2, 3, 4)  # characters that may stand one below the other
FOUR = 4  # characters, where neither a column nor a row is a single one
HALVED = 0.2  # how much surer than three characters four must be that have no 印 (guess)
EACH = 0.02  # how much surer an order with a character more must be (guess)
LIKE = 2  # characters of a printed name that must be seen on the stamp
PARTICLES = re.compile(r"(?:之?印章?|之?章)$")
MISREAD_PARTICLE = re.compile(r"(?<=..)乏(?=印$)")


class Stamp(NamedTuple):
    name: str | None
    confidence: float


class Look(NamedTuple):
    """The characters in one order, side by side, and what they say."""

    order: Order
    cells: Image
    reading: Reading

    @property
    def text(self) -> str:
        return clean(self.reading.text)

    @property
    def places(self) -> int:
        """Of how many characters the order makes it."""
        width: int = self.cells.shape[1]
        return width // CELL

    @property
    def is_whole(self) -> bool:
        """Whether every character was read, and none as two."""
        return len(self.text) == self.places

    @property
    def weakest(self) -> float:
        """Confidence of the weakest character; 0 where not every one was read, and as one."""
        return min(self.reading.confidences, default=0.0) if self.is_whole else 0.0

    @property
    def stamp(self) -> Stamp:
        least = SHORTEST if self.places == SHORTEST and self.weakest >= CLEAR else FEWEST
        return stamp_of(self.reading, fewest=least)


def read_square(  # noqa: PLR0917
    image: Image,
    outline: Outline,
    colour: Colour,
    engine: Engine,
    people: Sequence[str] = (),
    beneath: Sequence[Outline] = (),
) -> Stamp:
    """A name stamp: two columns, the right one first (李庆 | 国印), or two rows from left to right, as newer ones have; where
    neither is a name with its 印, a surname as high as the two characters beside it, or two characters alone. Fewer or more
    letters than there are characters: a name that is not sure; none where nothing else shows the same characters. White
    characters that say nothing in one view are read in the other. ``people``:
    names of people in print; ``beneath``: seals that it may lie across."""
    crossed = reached_by(outline, beneath)
    view = partial(characters_of, image, outline, colour, beneath=crossed)
    if crossed:
        return read_on_seal(view, engine, people)
    looks, untried = looks_in(view(), engine), True
    unread = not any(look.is_whole and look.stamp.name for look in looks)
    if unread and has_white_characters(image, outline, colour):
        looks, untried = looks_in(view(again=True), engine), False
    *others, chosen = sorted(looks, key=lambda look: (not is_part_of_any(look, looks), plausibility(look)))
    stamp = chosen.stamp
    if not chosen.is_whole or may_be_otherwise(chosen.reading, [other.reading for other in others]):
        stamp = unsure(stamp)
    if stamp.name and bearer(stamp.name) in people:
        return stamp
    if may_be_more_or_fewer(chosen, others):
        stamp = unsure(stamp)
    (again,) = looks_at(view(again=untried), [chosen.order], engine)
    settled = compared(stamp, [chosen.reading, again.reading], people)
    if settled.confidence > UNSURE or (settled.name and bearer(settled.name) in people):
        return settled
    return settled if chosen.is_whole and any(is_other_order(look, chosen) for look in [*others, again]) else illegible(settled)


def looks_in(ink: Ink, engine: Engine) -> list[Look]:
    """A stamp of four characters in either order; of fewer, too, where none of those is a name with its 印."""
    looks = looks_at(ink, FOURS, engine)
    if any(look.is_whole and look.stamp.name and is_ended(look.reading) for look in looks):
        return looks
    fewer = looks_at(ink, FEWER, engine)
    return [*(look for look in looks if not any(is_same(look, other) for other in fewer)), *fewer]


def read_on_seal(view: View, engine: Engine, people: Sequence[str]) -> Stamp:
    """A name stamp with a seal's strokes among its own: in every order and both views, what is most like a name, which is never
    sure; none where a single look alone shows it, and not clearly."""
    looks = [look for again in (False, True) for look in looks_at(view(again=again), (*FOURS, *FEWER), engine)]
    named = [look for look in looks if look.is_whole and look.stamp.name]
    known = [look for look in named if bearer(str(look.stamp.name)) in people]
    if not named:
        return compared(Stamp(None, ILLEGIBLE), [look.reading for look in looks], people)
    chosen = max(known or named, key=lambda look: (not is_part_of_any(look, looks), plausibility(look)))
    settled = compared(unsure(chosen.stamp), [chosen.reading, *(look.reading for look in looks)], people)
    again = [look for look in looks if look is not chosen and is_other_order(look, chosen)]
    return settled if known or again or chosen.weakest >= CLEAR or bearer(str(settled.name)) in people else illegible(settled)


def is_other_order(one: Look, other: Look) -> bool:
    """Whether two looks show the same characters."""
    return sorted(clean(one.reading.text)) == sorted(clean(other.reading.text))


def is_same(one: Look, other: Look) -> bool:
    return one.cells.shape == other.cells.shape and bool((one.cells == other.cells).all())


def is_part_of_any(one: Look, looks: Sequence[Look]) -> bool:
    """Whether an order of three, or of four that ends in 印, shows the same characters and another: two of them close together
    may be read as one of both."""
    longer = [look for look in looks if look.places > one.places and (look.places < FOUR or is_ended(look.reading))]
    return any(look.weakest >= LIKELY and is_within(one.text, look.text) for look in longer)


def is_within(text: str, longer: str) -> bool:
    """Whether all characters of ``text`` stand in ``longer`` in their order."""
    rest = iter(longer)
    return all(character in rest for character in text)


def looks_at(ink: Ink, orders: Sequence[Order], engine: Engine) -> list[Look]:
    cells = [order(ink) for order in orders]
    return [Look(*look) for look in zip(orders, cells, engine.read(cells), strict=True)]


def compared(stamp: Stamp, looks: Sequence[Reading], people: Sequence[str]) -> Stamp:
    """A stamp whose name is not in print, held to the looks at it: sure where they agree. The one name in print that either look
    may as well show is taken for it, but not surely, since both may be right."""
    names = [with_particle(clean(look.text)) for look in looks]
    shown = {person for person in people for look in looks if may_show(look, person)}
    if len(shown) == 1:
        person = shown.pop()
        name = person + "".join(PARTICLES.findall(stamp.name or clean(looks[0].text))[:1])
        return Stamp(name, UNSURE if stamp.name is None else min(stamp.confidence, UNSURE))
    return stamp if set(names) == {stamp.name} else unsure(stamp)


def may_show(look: Reading, person: str) -> bool:
    """Whether the characters are the person's name but for some that were not read clearly: most of the name's must at least have
    come up in their places."""
    read = bearer(with_particle(clean(look.text)))
    if len(read) != len(person) or len(look.centres) != len(clean(look.text)):
        return False
    same = [letter == character for letter, character in zip(read, person, strict=True)]
    seen = [is_same or came_up(look, place, person[place]) for place, is_same in enumerate(same)]
    possible = all(is_seen or look.confidences[place] < CLEARLY for place, is_seen in enumerate(seen))
    return possible and any(same) and sum(seen) >= LIKE


def came_up(look: Reading, place: int, character: str) -> bool:
    """Whether the character was thought of where the one at ``place`` was read."""
    reach = 0.5 / len(look.centres)
    return any(other.text == character and abs(other.centre - look.centres[place]) < reach for other in look.alternatives)


def bearer(name: str) -> str:
    """Whose stamp it is: the name without 印, 之印 or 章 at its end."""
    return PARTICLES.sub("", name)


def illegible(stamp: Stamp) -> Stamp:
    return Stamp(None, min(stamp.confidence, ILLEGIBLE))


def unsure(stamp: Stamp) -> Stamp:
    return stamp._replace(confidence=min(stamp.confidence, UNSURE))


def may_be_otherwise(chosen: Reading, others: Sequence[Reading]) -> bool:
    """Whether the same characters are as legible in another order, and no 印 at the end says which one is meant."""
    name = clean(chosen.text)
    if is_ended(chosen):
        return False
    texts = [clean(other.text) for other in others if other.confidence >= LEGIBLE]
    return any(text != name and sorted(text) == sorted(name) for text in texts)


def may_be_more_or_fewer(chosen: Look, others: Sequence[Look]) -> bool:
    """Whether the stamp is as legible as two characters as it is as three, or says four and no 印, as few people are called."""
    if is_ended(chosen.reading):
        return False
    legible = [other for other in others if other.is_whole and other.stamp.name]
    rivals = [other for other in legible if other.weakest >= CERTAIN or not is_within(other.text, chosen.text)]
    return chosen.places >= FOUR or bool({other.places for other in rivals} - {FOUR, chosen.places})


def read_rectangle(  # noqa: PLR0917
    image: Image,
    outline: Outline,
    colour: Colour,
    engine: Engine,
    people: Sequence[str] = (),
    beneath: Sequence[Outline] = (),
) -> Stamp:
    """A stamp wider than high: its lines from top to bottom; a higher one: its column of characters. A sure one that no print in
    the paper bears out is read twice."""
    view = partial(characters_of, image, outline, colour, beneath=reached_by(outline, beneath))
    if outline.b > outline.a:
        return read_column(view, engine, people)
    first = read_lines(view(), engine)
    stamp = stamp_of(first, fewest=SHORTEST if first.confidence >= CLEAR else FEWEST)
    if stamp.name is None or stamp.confidence <= UNSURE or bearer(stamp.name) in people:
        return stamp
    again = read_lines(view(again=True), engine)
    return compared(stamp, [first, again], people)


def read_column(view: View, engine: Engine, people: Sequence[str]) -> Stamp:
    """A stamp of two to four characters one below the other, about as many as it is times as high as wide."""
    ink = view()
    times = ink.shape[0] / ink.shape[1]
    counts = [count for count in COLUMNS if abs(count - times) < 1]
    if not counts:
        return Stamp(None, 0.0)
    looks = looks_at(ink, [partial(one_column, count=count) for count in counts], engine)
    *others, chosen = sorted(looks, key=lambda look: (not is_part_of_any(look, looks), plausibility(look)))
    stamp = chosen.stamp
    misfit = abs(chosen.places - times) > HALF
    if misfit or not chosen.is_whole or may_be_more_or_fewer(chosen, others):
        stamp = unsure(stamp)
    if stamp.name is None or stamp.confidence <= UNSURE or bearer(stamp.name) in people:
        return compared(stamp, [chosen.reading], people) if stamp.name is None else stamp
    (again,) = looks_at(view(again=True), [chosen.order], engine)
    return compared(stamp, [chosen.reading, again.reading], people)


def read_lines(ink: Ink, engine: Engine) -> Reading:
    parts = halves_by_gaps(ink)
    readings = engine.read([as_picture(part) for part in parts])
    if len(readings) == 1:
        return readings[0]
    text = "".join(clean(reading.text) for reading in readings)
    return Reading(text=text, confidence=min((reading.confidence for reading in readings if clean(reading.text)), default=0.0))


def stamp_of(reading: Reading, *, fewest: int = FEWEST) -> Stamp:
    name = clean(reading.text)
    legible = reading.confidence >= LEGIBLE and len(name) >= fewest and all(map(is_chinese, name))
    if not legible:
        return Stamp(None, round(min(ILLEGIBLE, reading.confidence), 3))
    shaky = min(reading.confidences, default=reading.confidence) < LEGIBLE
    return Stamp(with_particle(name), round(min(reading.confidence, UNSURE) if shaky else reading.confidence, 3))


def with_particle(name: str) -> str:
    """王永之印 with the 之 that old styles write like 乏, which nobody is called. 芝, which women are, stays."""
    return MISREAD_PARTICLE.sub("之", name)


def plausibility(look: Look) -> float:
    """Confidence, and the signs of a right order: 印 or 章 last, two to five characters; and few that are all clear, since halves
    of characters are characters, too (裴 is 非 over 衣), while two close together are none."""
    last = 0.35 if is_ended(look.reading) else 0.0
    misplaced = 0.35 if "印" in look.text[:-1] and not last else 0.0
    length = 0.0 if 2 <= len(look.text) <= 5 else 0.5
    halved = HALVED if look.places >= FOUR and not last else 0.0
    return look.reading.confidence + 0.5 * look.weakest + last - misplaced - length - halved - EACH * look.places


def is_ended(reading: Reading) -> bool:
    return clean(reading.text).endswith(("印", "章"))


def by_columns(ink: Ink) -> Image:
    return side_by_side(cell for column in reversed(halves(ink, axis=1)) for cell in cells(column, axis=0))


def by_rows(ink: Ink) -> Image:
    return side_by_side(cell for row in halves(ink, axis=0) for cell in cells(row, axis=1))


def tall_surname(ink: Ink) -> Image:
    left, right = halves(ink, axis=1)
    return side_by_side([right, *halves(left, axis=0)])


def one_below_the_other(ink: Ink) -> Image:
    return side_by_side(halves(ink, axis=0))


def one_beside_the_other(ink: Ink) -> Image:
    return side_by_side(reversed(halves(ink, axis=1)))


def one_column(ink: Ink, *, count: int) -> Image:
    return side_by_side(np.split(ink, quiet_cuts(ink, count), axis=0))


FOURS: tuple[Order, ...] = (by_columns, by_rows)
FEWER: tuple[Order, ...] = (tall_surname, one_below_the_other, one_beside_the_other)


def side_by_side(parts: Iterable[Ink]) -> Image:
    return as_picture(np.hstack([square_cell(part) for part in parts]))


def halves(ink: Ink, *, axis: int) -> list[Ink]:
    """Cut once near the middle, where least ink is in the way."""
    return list(np.split(ink, [quiet_middle(ink, axis)], axis=axis))


def cells(ink: Ink, *, axis: int) -> list[Ink]:
    """One column or row cut into its two characters, or left whole when a single one fills it."""
    cut = quiet_middle(ink, axis)
    across = (ink > 110).any(axis=1 - axis)
    crossing = (ink > 110).mean(axis=1 - axis)[max(0, cut - 2) : cut + 3].min()
    if not across.any() or crossing > 0.12:
        return [ink]
    return list(np.split(ink, [cut], axis=axis))


def quiet_middle(ink: Ink, axis: int) -> int:
    return quiet_place(ink, axis, 0.5, 0.14)


def quiet_cuts(ink: Ink, count: int) -> list[int]:
    """Where to cut a column into so many characters."""
    return [quiet_place(ink, 0, place / count, 0.28 / count) for place in range(1, count)]


def quiet_place(ink: Ink, axis: int, near: float, reach: float) -> int:
    """Where least ink is in the way of a cut, near a place and within reach of it, both as shares of the length."""
    length = ink.shape[axis]
    profile = (ink > 110).mean(axis=1 - axis)
    smooth = np.convolve(profile, np.ones(5) / 5, mode="same")
    low, high = round((near - reach) * length), round((near + reach) * length)
    away = np.abs(np.arange(low, high) - near * length) / length
    return int(low + np.argmin(smooth[low:high] + 0.3 * away))


def square_cell(ink: Ink) -> Ink:
    """One character on a cell of fixed size with some paper around it."""
    ys, xs = np.nonzero(ink > 110)
    if len(ys) < 8:
        return np.zeros((CELL, CELL), dtype=np.uint8)
    part = ink[ys.min() : ys.max() + 1, xs.min() : xs.max() + 1]
    inner = CELL - 10
    size = (inner, inner) if 0.4 < part.shape[0] / part.shape[1] < 2.5 else fitting(part.shape, inner)
    part = cv2.resize(part, size, interpolation=cv2.INTER_AREA)
    cell = np.zeros((CELL, CELL), dtype=np.uint8)
    y, x = (CELL - part.shape[0]) // 2, (CELL - part.shape[1]) // 2
    cell[y : y + part.shape[0], x : x + part.shape[1]] = part
    return cell


def fitting(shape: Sequence[int], side: int) -> tuple[int, int]:
    scale = side / max(shape[0], shape[1])
    return max(2, round(shape[1] * scale)), max(2, round(shape[0] * scale))


def halves_by_gaps(ink: Ink) -> list[Ink]:
    """The lines of a rectangular stamp: split where rows without ink lie between them."""
    rows = (ink > 110).any(axis=1)
    edges = np.flatnonzero(np.diff(np.concatenate([[False], rows, [False]]).astype(np.int8)))
    lines = [ink[max(0, top - 3) : bottom + 3] for top, bottom in zip(edges[::2], edges[1::2], strict=True) if bottom - top > 12]
    return lines[:4]
