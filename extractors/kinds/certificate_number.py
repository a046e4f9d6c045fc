"""Numbers of skill certificates, of both families and their exceptions; and any other certificate's number as print.

Sources: the 16-digit rule of the 国家职业资格证书, and 人社鉴发〔2019〕2号 for the 22 characters of the 职业技能等级证书.
None of them has a check digit: what can be tested is the structure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Literal

from extractors.kinds.comparison import different, lookalike, of_text, same, similarity
from extractors.kinds.kind import Found, Kind
from extractors.kinds.lookalikes import MISREAD_DIGITS, alike_characters, differ_by_lookalikes, repair
from extractors.normalisation import GAP, HAN, fold, number_form
from extractors.records import Comparison
from models.records import Record

Family = Literal["old", "new", "special", "pilot", "shanghai"]

_PROVINCES = "(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3])"

# In the order in which a number is tried. ``special`` is the letter pattern of 特级技师 (which letters is not published, so
# its level is to be read from the text); ``pilot`` numbers came before the present rule; Shanghai leaves the first 000 out.
_YEAR, _LEVEL, _FIVE, _SIX = "(?P<year>[0-9]{2})", "(?P<level>[1-5])", "(?P<serial>[0-9]{5})", "(?P<serial>[0-9]{6})"
_SITE = f"(?P<province>{_PROVINCES})[0-9]{{6}}{_YEAR}"
_PATTERNS: tuple[tuple[Family, str], ...] = (
    ("new", f"(?P<kind>[YS])(?P<institution>[0-9]{{4}}){_SITE}{_LEVEL}{_SIX}"),
    ("special", f"(?P<kind>[YS])(?P<institution>[0-9]{{4}}){_SITE}[A-Z]{_SIX}"),
    ("special", f"(?P<kind>[YS])[A-Z](?P<institution>[0-9]{{3}}){_SITE}[0-9]{_SIX}"),
    ("old", f"{_YEAR}(?P<province>[0-9]{{2}})[0-9]{{2}}(?P<institution>[0-4][0-9]{{3}}){_LEVEL}{_FIVE}"),
    ("pilot", f"R[GSCX](?P<kind>[NW])(?P<province>[0-9]{{2}})[0-9]{{4}}(?P<institution>[0-9]{{3}}){_YEAR}{_LEVEL}{_FIVE}"),
    ("shanghai", f"{_YEAR}(?P<institution>[0-9]{{5}}){_LEVEL}{_FIVE}"),
)  # fmt: skip
_FAMILIES = tuple((family, re.compile(pattern)) for family, pattern in _PATTERNS)

_ALNUM = r"[0-9A-Za-z〇○|丨!$¥]"
_TOKEN = re.compile(rf"{_ALNUM}+")
_LABEL_RESIDUE = re.compile(r"(?i)(?<![A-Za-z])no(?=[.: ]*[0-9YS])")
# Numbers of awards and old books: BJ-2021-00123, 〔2020〕15号, 京技能字第2020-0123号, 津高技2001-058; at least four digits.
_CITY = rf"(?![{HAN}]*(?:级|师|工|期|号|证)[0-9])[{HAN}]{{2,6}}(?=(?:19|20)[0-9]{{2}}[-〔\[(])"
_OFFICE = rf"[{HAN}]{{2,5}}[技职鉴](?=[0-9]{{5}})"
_BEFORE = rf"[{HAN}]{{0,8}}?[字第]{GAP}|(?:\A|(?<=[ :]))(?:{_CITY}|{_OFFICE})"
_FREE = re.compile(
    rf"(?<![0-9A-Za-z])(?:{_BEFORE})?(?=[^0-9\s]{{0,10}}[0-9](?:[^0-9]{{0,6}}[0-9]){{3}})[0-9A-Za-z〔\[(][0-9A-Za-z\-/〔〕\[\]()号第字]{{3,40}}(?![0-9年月])(?:(?<=[0-9]){GAP}号(?![{HAN}]))?"
)
_LABEL = re.compile(r"^(?:证书|获奖|奖励|荣誉)?(?:编号|号码|号)[::]?")
_SIGNS = str.maketrans({"〇": "O", "○": "O", "|": "I", "丨": "I", "!": "I", "$": "S", "¥": "Y"})
_NO_LETTERS = {"O": "0", "D": "0", "Q": "0", "I": "1", "L": "1", "Z": "2", "B": "8"}


class CertificateNumber(Record):
    """A skill certificate's number, taken apart. ``level`` 5 (初级工) … 1 (高级技师), None for the special pattern;
    ``year`` the last two digits of the year of issue; ``kind`` Y (employer) or S (training-evaluation organisation) of the
    new family, N or W of the pilot; ``province`` GB/T 2260 in the new family, the old family's own table otherwise."""

    family: Family
    level: int | None
    year: int
    kind: str | None = None
    province: str | None = None
    institution: str
    serial: str


def certificate_number_parts(number: str) -> CertificateNumber | None:
    """The parts of ``number``; None when it has the structure of no skill certificate."""
    for family, pattern in _FAMILIES:
        match = pattern.fullmatch(number)
        if match and int(match["serial"]) > 0:
            parts = match.groupdict()
            return CertificateNumber(
                family=family,
                level=int(parts["level"]) if parts.get("level") else None,
                year=int(parts["year"]),
                kind=parts.get("kind"),
                province=parts.get("province"),
                institution=parts["institution"],
                serial=parts["serial"],
            )
    return None


def valid_certificate_number(number: str) -> bool | None:
    """True: the structure of a skill certificate's number; False: the length of one but not the structure; None: neither."""
    if certificate_number_parts(number):
        return True
    return False if re.fullmatch(r"[A-Z][0-9A-Z]{21}|[0-9]{16}|[0-9]{22}", number) else None


def find_certificate_number(text: str) -> Found | None:
    """The first number with the structure of a skill certificate, printed so or repaired; else the first number of any form."""
    folded = _LABEL_RESIDUE.sub("  ", fold(text))
    runs = [found for start, end in _runs(folded) if (found := _judged(folded, start, end)) is not None]
    ranked = [*(one for one in runs if one.valid and not one.repaired), *(one for one in runs if one.valid), *runs]
    return ranked[0] if ranked else _find_free(folded)


def _runs(folded: str) -> Iterator[tuple[int, int]]:
    """Spans of 12 to 24 letters and digits, from whole tokens with nothing but gaps between; of each start the longest first."""
    tokens = [match.span() for match in _TOKEN.finditer(folded)]
    for first, (start, _) in enumerate(tokens):
        ends = [tokens[first][1]]
        for (_, before), (after, end) in pairwise(tokens[first:]):
            if re.sub(GAP, "", folded[before:after]):
                break
            ends.append(end)
        yield from ((start, end) for end in reversed(ends) if 12 <= len(re.sub(GAP, "", folded[start:end])) <= 24)


def _judged(folded: str, start: int, end: int) -> Found | None:
    number = re.sub(GAP, "", folded[start:end]).translate(_SIGNS).upper()
    if sum(char.isdigit() for char in number) < len(number) * 2 // 3:
        return None
    structure = valid_certificate_number(number)
    special_by_misreading = len(number) == 22 and number[15] in "OIZ"
    if structure and not special_by_misreading:
        return Found(number, start, end, valid=True)
    repaired = _repair(number)
    if repaired:
        return Found(repaired, start, end, valid=True, repaired=True)
    return Found(number, start, end, valid=structure)


def _repair(number: str) -> str | None:
    """The one number with the right structure that differs in at most two letters where digits belong, or in the prefix."""
    choices = [MISREAD_DIGITS.get(char, _NO_LETTERS.get(char, "")) for char in number]
    if len(number) == 22:
        choices[0] = {"5": "S", "8": "S", "V": "Y"}.get(number[0], "")
    plain = ("new", "old")
    return repair(number, choices, lambda one: (parts := certificate_number_parts(one)) is not None and parts.family in plain)


def _find_free(folded: str) -> Found | None:
    """Numbers of awards and older papers: any run with at least four digits, as printed."""
    match = _FREE.search(folded)
    if not match or _looks_like_a_date(match.group()):
        return None
    label = _LABEL.match(match.group())
    start = match.start() + (label.end() if label else 0)
    printed = folded[start : match.end()].rstrip("-/")
    return Found(normalise_certificate_number(printed), start, start + len(printed))


def _looks_like_a_date(text: str) -> bool:
    return bool(re.match(r"(?:19|20)[0-9]{2}[年\-/][0-9]{1,2}(?:[月\-/]|$)", text))


def normalise_certificate_number(text: str) -> str:
    return number_form(text)


def _compare(stated: str, printed: str) -> Comparison:
    stated, printed = normalise_certificate_number(stated), normalise_certificate_number(printed)
    if stated == printed:
        return same("证书编号一致")
    if len(stated) in (13, 16) and stated.removeprefix("000") == printed.removeprefix("000"):
        return same("证书编号一致（查询用前导000不计）")
    score = similarity(stated, printed)
    if differ_by_lookalikes(stated, printed, alike_characters):
        return lookalike("仅个别易混字符不同，编号无校验位，请核对原件", score)
    return different("证书编号不一致", score)


CERTIFICATE_NUMBER = Kind(
    "certificate_number", find_certificate_number, normalise_certificate_number, of_text(_compare), valid_certificate_number
)
