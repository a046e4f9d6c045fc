"""The witnesses of one field in, the field out: the weightiest value, and how sure it is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from extractors.declaration import FieldForm
from extractors.kinds.comparison import similarity
from extractors.normalisation import simplify
from extractors.paper import Candidate, Paper
from extractors.records import Field, FieldValue
from extractors.value_places import NAMES, is_date, value_passages
from extractors.wholeness import looks_whole
from models.records import Seal

# A witness's weight below which it only guesses, however often one way of looking says it (guess): both honours taken from the
# largest print of two papers were wrong.
WEAK = 0.45
GUESS = 0.74  # most for what only such a witness says: below what rules take for read
CHECKED = 0.97  # least confidence of a value whose check digits agree (domain §13.3)
REPAIRED = 0.89  # … and what it is at most when one of its characters was put right by them: never quite sure
GUESSED = 0.85  # most for a value with a character put right that no check digit confirms
TORN = 0.85  # factor for a value that does not end as such values do
RIVALLED = 0.8  # factor for a value beside which another stands that is nearly as likely
WRONG_CHECK = 0.85  # factor for a value whose check digits disagree
# No other word bears out a person's name: of 25 whose weakest character was read at 0.9 to 0.98 four were wrong, one of them read
# alike three times on one paper; of 297 read more clearly none was (names of stored samples by other hands).
NAME_CLEAR = 0.98
NAME_DOUBTED = 0.87  # most for one read less clearly, however often: below what is held against anybody


def settle(witnesses: Sequence[Candidate], paper: Paper, form: FieldForm) -> Field | None:
    """The field by the weightiest value; witnesses elsewhere on the paper that agree make it surer, equals that disagree less."""
    if not witnesses:
        return unread(paper, form)
    ranked = sorted(grouped(witnesses, form.kind), key=lambda group: -group_weight(group))
    best = max(ranked[0], key=lambda witness: (witness.weight, witness.certainty))
    confidence = settled_confidence(ranked, best, form.kind)
    odd = paper.is_simplified and is_traditional(best.value)
    lacking = form.kind in NAMES and is_lacking_under_a_seal(best, paper.seals)
    return Field(
        value=simplified(best.value) if odd and best.certainty < CLEAR else best.value,
        text=best.place.text.strip(),
        confidence=round(min(confidence, DOUBTFUL) if odd or lacking or paper.is_anothers else confidence, 4),
        page=best.place.page,
        box=best.place.box,
        method=best.method,
        repaired=best.repaired,
    )


CLEAR = 0.95
"""Certainty from which a traditional character among simplified ones stays as it was read (guess)."""
DOUBTFUL = 0.7
"""Most for a value with such a character, or that may be another's: below what rules take for read."""


RESTORED = "昇頫蒐濛峯"
"""Variants that names are registered with today (most by 通用规范汉字表, 2013), although a table of simplified forms has them."""


def is_traditional(value: FieldValue) -> bool:
    """Whether a value has a traditional character; on a paper printed in simplified ones it is a misread of its simplified form,
    or the name that its bearer insists on."""
    return value is not None and simplified(value) != value


def simplified(value: FieldValue) -> FieldValue:
    def plain(text: str) -> str:
        return "".join(character if character in RESTORED else simplify(character) for character in text)

    return [plain(one) for one in value] if isinstance(value, list) else plain(value) if value else value


def grouped(witnesses: Sequence[Candidate], of: str) -> list[list[Candidate]]:
    """Witnesses by value. Of names, the beginning of a longer one that is nearly as sure was cut off, and speaks for it."""
    groups: dict[str, list[Candidate]] = {}
    for witness in witnesses:
        groups.setdefault(repr(witness.value), []).append(witness)
    if of not in NAMES:
        return list(groups.values())
    ranked = sorted(groups.values(), key=lambda group: -len(str(group[0].value)))
    kept: list[list[Candidate]] = []
    for group in ranked:
        longer = [
            other
            for other in kept
            if (is_cut_off(group[0], other[0]) and trust(other) > 0.6 * trust(group)) or lost_its_place(group[0], other[0])
        ]
        if longer:
            longer[0].append(replace(longer[0][0], weight=trust(group)))
        else:
            kept.append(group)
    return kept


def is_cut_off(part: Candidate, whole: Candidate) -> bool:
    """Whether a name is the beginning of a longer one, or a short piece of its end that wrapped."""
    short, long = str(part.value), str(whole.value)
    return long.startswith(short) or (len(short) < 7 and long.endswith(short))


def lost_its_place(part: Candidate, whole: Candidate) -> bool:
    """Whether a name is another without the city that it begins with, or without a part of that, as a seal's rim hides it."""
    short, long = str(part.value), str(whole.value)
    return long.endswith(short) and long != short and PLACES.fullmatch(long[: -len(short)]) is not None


PLACES = re.compile("北京?市?|上海?市?|天津?市?|重庆?市?|中关?村?|中国?")


def trust(group: Sequence[Candidate]) -> float:
    return max(witness.weight for witness in group)


def group_weight(group: Sequence[Candidate]) -> float:
    """The best witness's weight and certainty, and a little for each other place that says the same."""
    best = max(witness.weight * (0.5 + 0.5 * witness.certainty) for witness in group)
    return best + 0.05 * min(3, len(places(group)) - 1)


def places(group: Iterable[Candidate]) -> set[tuple[int, int, int]]:
    """The different spots on the paper, by page and hundredths of it."""
    return {(w.place.page, round(100 * w.place.box.x0), round(100 * w.place.box.y0)) for w in group}


def settled_confidence(ranked: Sequence[Sequence[Candidate]], best: Candidate, of: str) -> float:
    """How sure the best witness's value is: read clearly, where it belongs, said twice or proved, whole, and without a rival."""
    confidence = best.certainty * (min(1.0, 0.72 + 0.4 * best.weight) if best.weight >= WEAK else GUESS)
    if is_proved(best, of):
        confidence = max(confidence, CHECKED)
    elif best.valid is False:
        confidence *= WRONG_CHECK
    if len(places(ranked[0])) > 1 and (best.weight >= WEAK or len({witness.method for witness in ranked[0]}) > 1):
        confidence = 1 - (1 - confidence) * 0.5
    if has_rival(ranked, best) or (of in NAMES and read_otherwise(ranked, best)):
        confidence *= RIVALLED
    if of in PEOPLE and max(witness.certainty for witness in ranked[0]) < NAME_CLEAR:
        confidence = min(confidence, NAME_DOUBTED)
    if not looks_whole(of, best.value):
        confidence *= TORN
    if best.repaired:
        confidence = REPAIRED if best.valid and of in CHECK_DIGITS else min(confidence, GUESSED)
    return min(0.999, confidence)


PEOPLE = ("person_name", "recipient", "person_list")
CHECK_DIGITS = ("uscc", "id_number", "patent_number", "bank_code")


def is_proved(best: Candidate, of: str) -> bool:
    """Whether a check digit, or a level said twice, settles the value; the structure of a certificate's number does not."""
    digits = of in CHECK_DIGITS and not (of == "id_number" and len(str(best.value)) == 15)
    return best.valid is True and (digits or of == "skill_level")


def has_rival(ranked: Sequence[Sequence[Candidate]], best: Candidate) -> bool:
    """Whether another value is nearly as likely; of two numbers only one that proves as well can rival one that is proved."""
    rivals = [group for group in ranked[1:] if group_weight(group) > 0.93 * group_weight(ranked[0])]
    return any(not best.valid or any(witness.valid for witness in group) for group in rivals)


LABELLED = 0.8
"""Weight from which a label, or a sentence made for the value, vouches for it."""
ALIKE = 0.8
"""Similarity from which two names on one paper are two readings of one (guessed: one character in eight)."""


def read_otherwise(ranked: Sequence[Sequence[Candidate]], best: Candidate) -> bool:
    """Whether a seal or another line gives the same name with other characters, so that one of the readings is wrong; where a
    label or a second place speaks for the name, it is the other."""
    if best.weight >= LABELLED or len(places(ranked[0])) > 1:
        return False
    others = (str(group[0].value) for group in ranked[1:])
    name = str(best.value)
    return any(len(other) == len(name) and similarity(name, other) >= ALIKE for other in others)


def is_lacking_under_a_seal(best: Candidate, seals: Iterable[Seal]) -> bool:
    """Whether the seal over a printed name gives nearly the same one, surely or with more characters: it hides what makes the
    difference, as 人 in 机器人."""
    name = str(best.value)
    return best.method != "seal" and any(
        seal.name not in (None, name)
        and seal.page == best.place.page
        and seal.box.intersection(best.place.box).area > 0
        and similarity(name, seal.name or "") >= ALIKE
        and (seal.confidence >= CLEAR or len(seal.name or "") > len(name))
        for seal in seals
    )


EMPTY_FORM = re.compile(r"[\s年月日_＿/／\-—.:：一]*|.{0,4}(?:签字|盖章|签章).{0,3}")
"""What a form prints where nothing was filled in."""


DATES = ("date", "whole_date")
OF_A_DATE = re.compile(r"\d|[年月日]|[〇○零一二三四五六七八九十]{3}")
"""What an unreadable date still shows; other print behind its label, as 无 behind 终止日期, says that there is none."""


def unread(paper: Paper, form: FieldForm) -> Field | None:
    """A field whose label stands on the paper with something behind it that is no value: present, but not read."""
    for label in paper.labels:
        if label.field != form.name or label.strength < 1 or label.rank > 1:
            continue
        for _, passage in value_passages(paper, label, wraps=False):
            place = passage.locate(0, len(passage.text))
            if place is None or (form.kind in DATES and not OF_A_DATE.search(place.text)):
                continue
            if not EMPTY_FORM.fullmatch(place.text) and not is_date(place.text):
                return Field(
                    value=None, text=place.text.strip(), confidence=0.01, page=place.page, box=place.box, method="layout"
                )
    return None
