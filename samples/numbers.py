"""Numbers with valid check digits: a random source in, invented numbers out. Written from the standards, not from extractors/,
so that samples and readers cannot share a mistake."""

from __future__ import annotations

from datetime import date
from random import Random

USCC_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
ORG_ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
LEVEL_DIGITS = {"初级工": "5", "中级工": "4", "高级工": "3", "技师": "2", "高级技师": "1"}
ACCOUNT_LENGTHS = {"102": 19, "103": 17, "104": 12, "105": 20, "301": 21, "308": 15, "302": 19, "313": 23, "310": 17, "309": 18}
"""Digits of corporate accounts by bank code (domain §6.3)."""


def digits(rng: Random, count: int) -> str:
    return "".join(rng.choice("0123456789") for _ in range(count))


def id_check(first17: str) -> str:
    """GB 11643: ISO 7064 MOD 11-2."""
    total = sum(int(digit) * 2 ** (17 - place) for place, digit in enumerate(first17))
    return "10X98765432"[total % 11]


def id_number(rng: Random, region: str, born: date, gender: str) -> str:
    sequence = rng.randrange(1, 500) * 2 - (1 if gender == "male" else 0)
    first = f"{region}{born:%Y%m%d}{sequence:03d}"
    return first + id_check(first)


def uscc_check(first17: str) -> str:
    """GB 32100: weights 3^i mod 31."""
    total = sum(USCC_ALPHABET.index(character) * pow(3, place, 31) for place, character in enumerate(first17))
    return USCC_ALPHABET[-total % 31]


def organisation_check(first8: str) -> str:
    """GB 11714."""
    total = sum(ORG_ALPHABET.index(c) * weight for c, weight in zip(first8, (3, 7, 9, 10, 5, 8, 4, 2), strict=True))
    return "0X987654321"[total % 11] if total % 11 else "0"


def uscc(rng: Random, prefix: str, region: str) -> str:
    """``prefix``: authority and category, e.g. 91; ``region``: the registering authority's six digits."""
    start = "MA" + rng.choice("01ACDE7") if prefix == "91" else rng.choice(("4008", "5003", "7615", "MJ01"))
    subject = start + digits(rng, 8 - len(start))
    first = prefix + region + subject + organisation_check(subject)
    return first + uscc_check(first)


def certificate_number(rng: Random, family: str, level: str, issued: date, *, employer: bool = False) -> str:
    """``family`` new: letter + 21 digits (domain §3.3); old: 16 digits (§3.2)."""
    digit = LEVEL_DIGITS[level]
    if family == "old":
        place, kind = rng.choice(("00", "01", "02", "15")), rng.choice("01234")
        return f"{issued:%y}01{place}{kind}{rng.randrange(1, 400):03d}{digit}{rng.randrange(1, 9999):05d}"
    institution = f"{rng.randrange(1, 400):04d}" if rng.random() < 0.3 else "0000"
    letter = "Y" if employer else "S"
    return f"{letter}{institution}11{rng.randrange(1, 2000):06d}{issued:%y}{digit}{rng.randrange(1, 9999):06d}"


def patent_check(first12: str) -> str:
    weights = (2, 3, 4, 5, 6, 7, 8, 9)
    total = sum(int(digit) * weights[place % 8] for place, digit in enumerate(first12))
    return "0123456789X"[total % 11]


def patent_number(rng: Random, kind: str, applied: date) -> str:
    """``ZL`` + year + kind digit + serial + ``.`` + check."""
    digit = {"invention": "1", "utility_model": "2", "design": "3"}[kind]
    first = f"{applied:%Y}{digit}{rng.randrange(10_000, 1_900_000):07d}"
    return f"ZL{first}.{patent_check(first)}"


def bank_code(rng: Random, bank: str) -> str:
    """CNAPS number of an invented Beijing branch; check by ISO 7064 MOD 11,10 (domain §6.3)."""
    first = f"{bank}1000{rng.randrange(20, 9990):04d}"
    rest = 10
    for digit in first:
        rest = ((rest + int(digit)) % 10 or 10) * 2 % 11
    return first + str((11 - rest) % 10)


def account_number(rng: Random, bank: str) -> str:
    """Never begins with 62: that is a personal card."""
    length = ACCOUNT_LENGTHS.get(bank, 18)
    return rng.choice(("02", "11", "32", "01", "91", "35")) + digits(rng, length - 2)


def seal_code(rng: Random, region: str = "110115") -> str:
    return region + digits(rng, 7)


def other_digit(rng: Random, digit: str) -> str:
    return rng.choice([d for d in "0123456789" if d != digit])
