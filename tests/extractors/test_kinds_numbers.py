"""Numbers with structure: found in print, checked, repaired and compared."""

from __future__ import annotations

from calendar import monthrange
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractors.kinds import (
    bank_code_valid,
    bank_of_code,
    certificate_number_parts,
    id_birthdate,
    id_check_character,
    id_gender,
    id_problem,
    kind,
    looks_like_personal_card,
    organisation_check_character,
    patent_check_character,
    patent_kind,
    patent_year,
    uscc_check_character,
    uscc_problem,
)
from extractors.kinds.kind import Found
from extractors.kinds.patent_number import valid_patent
from samples.numbers import id_check

ID_NUMBERS = {
    "11010519491231002X": ("1949-12-31", "female"),
    "110115198506071239": ("1985-06-07", "male"),
    "110101196801150039": ("1968-01-15", "male"),
    "130682197212314510": ("1972-12-31", "male"),
    "320583197705310020": ("1977-05-31", "female"),
    "370725199201188880": ("1992-01-18", "female"),
    "440306200109102565": ("2001-09-10", "female"),
    "110228196805153013": ("1968-05-15", "male"),
    "110224198506071230": ("1985-06-07", "male"),
    "110223196805153011": ("1968-05-15", "male"),
    "510107198303040023": ("1983-03-04", "female"),
    "23010319760831071X": ("1976-08-31", "male"),
    "120101197611301285": ("1976-11-30", "female"),
}
WRONG_IDS = {
    "110105194912310021": "check",
    "110101196801150034": "check",
    "11010519491231002": "format",
    "11O10519491231002X": "format",
    "110105194912310O2X": "format",
    "110105194902300025": "birthdate",
    "110112199002290011": "birthdate",
    "000105194912310027": "region",
    "11010520301231002X": "birthdate",
    "110105194912301002": "check",
    "11010519491231020X": "check",
}
CODES = [
    "91110302562134916R", "911103027404017237", "91110302600088026B", "91110400MA7D6T4W01", "91110400MA029M4P80",
    "91110000600037341L", "91110302100000016R", "91110302MA00TE5T2R", "91110400MA0ABC121N", "91110400MAD1234570",
    "91110400MAE1004760", "91110400MAE10002XB", "91110400MAE100070N", "91110115MA01X2Y34R", "12110000400880019G",
    "51110000500300018W", "52110302MJ0123456M", "92110302MA9KKKKK62", "93110115MA8Q0T1W2C",
]  # fmt: skip
WRONG_CODES = {
    "91110400MBD1234570": "both",
    "91110400MAD123451D": "organisation_code",
    "9111O400MAD1234570": "format",
    "91110400MAI1234570": "format",
    "91110400MAD123457": "format",
    "91110302MA222LU88A": "both",
    "91350100M0001TGQXM": "mod31",
    "91350211M0000XUF46": "mod31",
    "91350203M0001FUE2P": "mod31",
    "110302012345671": "registration_number",
}
PATENTS = {
    "ZL201710601862.3": ("invention", 2017),
    "ZL95115608.X": ("invention", 1995),
    "ZL201811234567.X": ("invention", 2018),
    "ZL202320123456.1": ("utility_model", 2023),
    "ZL202130987654.9": ("design", 2021),
    "ZL202410012345.2": ("invention", 2024),
    "ZL201980056789.3": ("invention", 2019),
    "ZL201890001234.X": ("utility_model", 2018),
    "ZL97101765.4": ("invention", 1997),
}
CERTIFICATES = {
    "1910012003200123": ("old", 2, 19, None, "10", "2003", "00123"),
    "0972003018112345": ("old", 1, 9, None, "72", "3018", "12345"),
    "1210012003500001": ("old", 5, 12, None, "10", "2003", "00001"),
    "2301000000100007": ("old", 1, 23, None, "01", "0000", "00007"),
    "Y000011000123232000456": ("new", 2, 23, "Y", "11", "0000", "000456"),
    "S000011000045211000001": ("new", 1, 21, "S", "11", "0000", "000001"),
    "Y000123000001195000001": ("new", 5, 19, "Y", "23", "0001", "000001"),
    "S001511000321243001234": ("new", 3, 24, "S", "11", "0015", "001234"),
    "Y00001100012323T000456": ("special", None, 23, "Y", "11", "0000", "000456"),
    "RGN11010100120200045": ("pilot", 2, 20, "N", "11", "001", "00045"),
}
WRONG_CERTIFICATES = [
    "1910012003600123",
    "1910015003200123",
    "191001200320012",
    "1910012003200000",
    "Y000011000123236000456",
    "Z000011000123232000456",
    "Y00001100012323200045",
    "Y000099000123232000456",
    "Y000011000123232000000",
    "Y0000110OO123232000456",
    "S000011000045T11000001",
]
BANK_CODES = [
    "102100099996", "103100000026", "104100000004", "105100000017", "301290000007",
    "308584000013", "313100000013", "402100000018", "102100000013", "308100005125",
    "313100009998", "105100012341",
]  # fmt: skip


@pytest.mark.parametrize("number", ID_NUMBERS)
def test_an_id_number_tells_birthdate_and_gender(number: str) -> None:
    born, gender = ID_NUMBERS[number]
    assert id_problem(number) is None
    assert id_birthdate(number) == date.fromisoformat(born)
    assert id_gender(number) == gender
    assert id_check_character(number[:17]) == number[17]
    assert kind("id_number").valid(number) is True


@pytest.mark.parametrize("number", WRONG_IDS)
def test_a_wrong_id_number_says_what_is_wrong(number: str) -> None:
    assert id_problem(number) == WRONG_IDS[number]
    assert kind("id_number").valid(number) is False


@pytest.mark.parametrize(
    ("print_", "expected"),
    [
        ("１１０１０５１９４９１２３１００２×", ("11010519491231002X", True, False)),
        (": 110115 19850607 1239", ("110115198506071239", True, False)),
        ("证件号码 ID No. 110101196801150039 发证日期 2019", ("110101196801150039", True, False)),
        ("公民身份号码:1 1 0 1 0 1 1 9 6 8 0 1 1 5 0 0 3 9", ("110101196801150039", True, False)),
        ("No110101196801150039", ("110101196801150039", True, False)),
        ("11010519491231002x", ("11010519491231002X", True, False)),
        ("11010519491231002Х", ("11010519491231002X", True, False)),
        ("11O10519491231002X", ("11010519491231002X", True, True)),
        ("110105194912310O2X", ("11010519491231002X", True, True)),
        ("11010519491231002K", ("11010519491231002X", True, True)),
        ("l10115198506O71239", ("110115198506071239", True, True)),
        ("110105194912310021", ("110105194912310021", False, False)),
        ("110101196801150034", ("110101196801150034", False, False)),
        ("1101OS1949l231OO2X", (None, False, False)),
        ("110105491231002", ("110105491231002", True, False)),
        ("1101**********1234", ("1101**********1234", None, False)),
        ("110115********1239", ("110115********1239", None, False)),
        ("110105********002X", ("110105********002X", None, False)),
        ("1101XXXXXXXXXX1239", ("1101**********1239", None, False)),
    ],
)
def test_an_id_number_is_found_in_print(print_: str, expected: tuple[str | None, bool | None, bool]) -> None:
    found = kind("id_number").find(print_)
    assert found is not None
    assert (found.value, found.valid, found.repaired) == expected


@pytest.mark.parametrize(
    "print_", ["", "身份证号码：", "电话 13800138000", "11010519491231002", "2019年09月16日", "6222021234567890123"]
)
def test_no_id_number_is_found_where_none_is(print_: str) -> None:
    assert kind("id_number").find(print_) is None


@pytest.mark.parametrize(
    ("stated", "printed", "outcome"),
    [
        ("110115198506071239", "110115 19850607 1239", "same"),
        ("110115198506071239", "110115850607123", "same"),
        ("11010519491231002X", "110105491231002", "same"),
        ("110115198506071239", "110115********1239", "same"),
        ("110115198506071239", "110115********1238", "different"),
        ("110115198506071239", "**************1239", "cannot_tell"),
        ("110115198506071239", "110115198506077239", "lookalike"),
        ("110115198506071239", "110101196801150039", "different"),
        ("110224198506071230", "110115198506071239", "different"),
        ("110115198506071239", "", "cannot_tell"),
    ],
)
def test_id_numbers_are_compared(stated: str, printed: str, outcome: str) -> None:
    assert kind("id_number").compare(stated, printed).outcome == outcome


def test_a_valid_printed_number_that_differs_in_lookalike_digits_is_different() -> None:
    """Two valid numbers two confusable digits apart: the paper is legible, so the difference counts."""
    stated = "110115198506071239"
    twin = next(
        first17 + id_check_character(first17)
        for first17 in ("11011519850607723", "11071519850601723", "11011519850601723", "11011579850607123")
        if id_problem(first17 + id_check_character(first17)) is None
    )
    assert kind("id_number").compare(stated, twin).outcome == "different"


def test_a_missing_value_cannot_be_told() -> None:
    assert kind("id_number").compare(None, "110115198506071239").outcome == "cannot_tell"
    assert kind("id_number").compare("110115198506071239", None).outcome == "cannot_tell"


@pytest.mark.parametrize("code", CODES)
def test_a_credit_code_passes_both_checks(code: str) -> None:
    assert uscc_problem(code) is None
    assert organisation_check_character(code[8:16]) == code[16]
    assert uscc_check_character(code[:17]) == code[17]
    assert kind("uscc").find(f"统一社会信用代码：{code[:9]} {code[9:]}") == Found(code, 9, 28, valid=True)


@pytest.mark.parametrize("code", WRONG_CODES)
def test_a_wrong_credit_code_says_what_is_wrong(code: str) -> None:
    assert uscc_problem(code) == WRONG_CODES[code]
    assert kind("uscc").valid(code) is False


@pytest.mark.parametrize(
    ("print_", "expected"),
    [
        ("9111O400MAD1234570", ("91110400MAD1234570", True, True)),
        ("9l110400MAD12345 70", ("91110400MAD1234570", True, True)),
        ("91110400MA01234570", ("91110400MAD1234570", True, True)),
        ("91110400MAD123457O", ("91110400MAD1234570", True, True)),
        ("91110400mad1234570", ("91110400MAD1234570", True, False)),
        ("91110400MBD1234570", ("91110400MBD1234570", False, False)),
        ("91110400MAD123451D", ("91110400MAD123451D", False, False)),
        ("91110302MA222LU88A", ("91110302MA222LU88A", False, False)),
        ("91350100M0001TGQXM", ("91350100M0001TGQXM", False, False)),
        ("91350211M0000XUF46", ("91350211M0000XUF46", False, False)),
        ("注册号 110302012345671", ("110302012345671", False, False)),
    ],
)
def test_a_credit_code_is_found_in_print(print_: str, expected: tuple[str, bool, bool]) -> None:
    found = kind("uscc").find(print_)
    assert found is not None
    assert (found.value, found.valid, found.repaired) == expected


@pytest.mark.parametrize("print_", ["", "统一社会信用代码", "北京某某科技有限公司", "SOCIAL CREDIT CODE NUMBER"])
def test_no_credit_code_is_found_where_none_is(print_: str) -> None:
    assert kind("uscc").find(print_) is None


@pytest.mark.parametrize(
    ("stated", "printed", "outcome"),
    [
        ("91110400MAD1234570", "91110400 MAD1234570", "same"),
        ("91110400MAD1234570", "91110400MAD123457O", "lookalike"),
        ("91110400MAD1234570", "91110400MAE1004760", "different"),
        ("91110400MAD1234570", "110302012345671", "different"),
    ],
)
def test_credit_codes_are_compared(stated: str, printed: str, outcome: str) -> None:
    assert kind("uscc").compare(stated, printed).outcome == outcome


@pytest.mark.parametrize("number", PATENTS)
def test_a_patent_number_tells_kind_and_year(number: str) -> None:
    assert valid_patent(number)
    assert (patent_kind(number), patent_year(number)) == PATENTS[number]
    digits, check = number.removeprefix("ZL").split(".")
    assert patent_check_character(digits) == check
    spaced = f"专利号：ZL {digits[:4]} {digits[4:5]} {digits[5:]}.{check} 专利申请日"
    assert kind("patent_number").find(spaced) is not None
    assert kind("patent_number").find(spaced).value == number  # type: ignore[union-attr]


@pytest.mark.parametrize("number", ["ZL201710601862.5", "ZL201740601862.3", "ZL20171060186.3", "ZL2O1710601862.3"])
def test_a_wrong_patent_number_is_not_valid(number: str) -> None:
    assert kind("patent_number").valid(number) is False


@pytest.mark.parametrize(
    ("print_", "expected"),
    [
        ("ZL 2017 1 0601862.3", ("ZL201710601862.3", True, False)),
        ("ZL2017106018623", ("ZL201710601862.3", True, False)),
        ("201710601862.3", ("ZL201710601862.3", True, False)),
        ("2L201710601862．3", ("ZL201710601862.3", True, False)),
        ("Z1201710601862。3", ("ZL201710601862.3", True, False)),
        ("乙L 201811234567.×", ("ZL201811234567.X", True, False)),
        ("ZL2O1710601862.3", ("ZL201710601862.3", True, True)),
        ("ZL201710601862.5", ("ZL201710601862.5", False, False)),
        ("ZL201740601862.3", ("ZL201740601862.3", False, False)),
        ("专 利 号：ZL95115608.X", ("ZL95115608.X", True, False)),
    ],
)
def test_a_patent_number_is_found_in_print(print_: str, expected: tuple[str, bool, bool]) -> None:
    found = kind("patent_number").find(print_)
    assert found is not None
    assert (found.value, found.valid, found.repaired) == expected


@pytest.mark.parametrize("print_", ["", "证书号第1234567号", "CN 101234567 B", "2019年09月16日", "授权公告号：CN 208123456 U"])
def test_no_patent_number_is_found_where_none_is(print_: str) -> None:
    assert kind("patent_number").find(print_) is None


@pytest.mark.parametrize(
    ("stated", "printed", "outcome"),
    [
        ("ZL201710601862.3", "ZL 2017 1 0601862.3", "same"),
        ("201710601862.3", "ZL201710601862.3", "same"),
        ("ZL201710601862.3", "ZL201710607862.3", "lookalike"),
        ("ZL201710601862.3", "ZL201811234567.X", "different"),
    ],
)
def test_patent_numbers_are_compared(stated: str, printed: str, outcome: str) -> None:
    assert kind("patent_number").compare(stated, printed).outcome == outcome


@pytest.mark.parametrize("number", [number for number, parts in CERTIFICATES.items() if parts])
def test_a_certificate_number_is_taken_apart(number: str) -> None:
    parts = certificate_number_parts(number)
    assert parts is not None
    assert (parts.family, parts.level, parts.year, parts.kind, parts.province, parts.institution, parts.serial) == CERTIFICATES[
        number
    ]
    assert kind("certificate_number").find(f"证书编号 No. {number[:4]} {number[4:]}").value == number  # type: ignore[union-attr]


@pytest.mark.parametrize("number", WRONG_CERTIFICATES)
def test_a_wrong_certificate_number_has_no_parts(number: str) -> None:
    assert certificate_number_parts(number) is None


@pytest.mark.parametrize(
    ("print_", "expected"),
    [
        ("Y0000110OO123232000456", ("Y000011000123232000456", True, True)),
        ("5000011000045211000001", ("S000011000045211000001", True, True)),
        ("V000011000123232000456", ("Y000011000123232000456", True, True)),
        ("y000011000123232000456", ("Y000011000123232000456", True, False)),
        ("Certificate No 2301000000100007", ("2301000000100007", True, False)),
        ("2301 0000 0010 0007 20230501", ("2301000000100007", True, False)),
        ("23O1000000100007", ("2301000000100007", True, True)),
        ("Y000011000123236000456", ("Y000011000123236000456", False, False)),
        ("1910012003600123", ("1910012003600123", False, False)),
        ("S000011000045T11000001", ("S000011000045T11000001", False, False)),
        ("京技能字第2020-0123号", ("京技能字第2020-0123号", None, False)),
        ("BJ-2021-00123", ("BJ-2021-00123", None, False)),
    ],
)
def test_a_certificate_number_is_found_in_print(print_: str, expected: tuple[str, bool | None, bool]) -> None:
    found = kind("certificate_number").find(print_)
    assert found is not None
    assert (found.value, found.valid, found.repaired) == expected


@pytest.mark.parametrize("print_", ["", "证书编号", "发证日期 2020年3月1日", "二级/技师"])
def test_no_certificate_number_is_found_where_none_is(print_: str) -> None:
    assert kind("certificate_number").find(print_) is None


@pytest.mark.parametrize(
    ("stated", "printed", "outcome"),
    [
        ("1910012003200123", "19100 12003 200123", "same"),
        ("0001212345200123", "1212345200123", "same"),
        ("1910012003200123", "1910012003200128", "lookalike"),
        ("1910012003200123", "1910012003200124", "different"),
        ("Y000011000123232000456", "S000011000045211000001", "different"),
    ],
)
def test_certificate_numbers_are_compared(stated: str, printed: str, outcome: str) -> None:
    assert kind("certificate_number").compare(stated, printed).outcome == outcome


@pytest.mark.parametrize("code", BANK_CODES)
def test_a_bank_code_is_valid_and_found(code: str) -> None:
    assert bank_code_valid(code)
    assert kind("bank_code").find(f"联行号：{code[:4]} {code[4:]} 开户行") == Found(code, 4, 17, valid=True)


@pytest.mark.parametrize("code", ["102100099995", "10210009999", "1O2100099996"])
def test_a_wrong_bank_code_is_not_valid(code: str) -> None:
    assert not bank_code_valid(code)


def test_a_bank_code_is_repaired_by_its_check_digit() -> None:
    assert kind("bank_code").find("1O2100099996") == Found("102100099996", 0, 12, valid=True, repaired=True)
    assert kind("bank_code").find("102100099995") == Found("102100099995", 0, 12, valid=False)


def test_a_bank_code_names_its_bank() -> None:
    assert bank_of_code("102100099996") == "中国工商银行"
    assert bank_of_code("313100000013") is None


@pytest.mark.parametrize(
    ("print_", "number"),
    [
        ("账号：0200 0012 0920 0123 456 开户行", "0200001209200123456"),
        ("银行账号 11001085300059261234", "11001085300059261234"),
        ("账　　号：1109 0765 4321 001", "110907654321001"),
        ("账户号码:35091234567890", "35091234567890"),
        ("0200-0012-0920-0123-456", "0200001209200123456"),
        ("1 1 0 9 0 7 6 5 4 3 2 1 0 0 1", "110907654321001"),
        ("11090765432l0O1", "110907654321001"),
        ("110907654321001  1024567890123", "110907654321001"),
    ],
)
def test_an_account_number_is_found_in_print(print_: str, number: str) -> None:
    found = kind("account_number").find(print_)
    assert found is not None
    assert found.value == number
    assert found.valid is None


@pytest.mark.parametrize("print_", ["", "账号", "2019年", "电话"])
def test_no_account_number_is_found_where_none_is(print_: str) -> None:
    assert kind("account_number").find(print_) is None


@pytest.mark.parametrize(
    ("printed", "outcome"),
    [("0200 0012 0920 0123 456", "same"), ("0200001209200128456", "lookalike"), ("0200001209200124456", "different")],
)
def test_account_numbers_are_compared(printed: str, outcome: str) -> None:
    assert kind("account_number").compare("0200001209200123456", printed).outcome == outcome


def test_a_personal_card_is_told_from_an_account() -> None:
    assert looks_like_personal_card("6222020000000000000")
    assert not looks_like_personal_card("6222020000000000001")
    assert not looks_like_personal_card("0200001209200123456")


digits = st.text("0123456789", min_size=1, max_size=1)


@settings(deadline=None)
@given(st.sampled_from(sorted(ID_NUMBERS)), st.integers(0, 17), digits)
def test_any_one_changed_digit_of_an_id_number_is_caught(number: str, place: int, digit: str) -> None:
    changed = number[:place] + digit + number[place + 1 :]
    assert (id_problem(changed) is None) == (changed == number)


@settings(deadline=None)
@given(st.sampled_from(CODES), st.integers(0, 17), st.sampled_from("0123456789ABCDEFGHJKLMNPQRTUWXY"))
def test_any_one_changed_character_of_a_credit_code_is_caught(code: str, place: int, char: str) -> None:
    changed = code[:place] + char + code[place + 1 :]
    assert (uscc_problem(changed) is None) == (changed == code)


@settings(deadline=None)
@given(st.sampled_from(sorted(PATENTS)), st.integers(2, 13), digits)
def test_any_one_changed_digit_of_a_patent_number_is_caught(number: str, place: int, digit: str) -> None:
    place = place if number[place : place + 1].isdigit() else 2
    changed = number[:place] + digit + number[place + 1 :]
    assert valid_patent(changed) == (changed == number)


@settings(deadline=None)
@given(st.sampled_from(BANK_CODES), st.integers(0, 11), digits)
def test_any_one_changed_digit_of_a_bank_code_is_caught(code: str, place: int, digit: str) -> None:
    changed = code[:place] + digit + code[place + 1 :]
    assert bank_code_valid(changed) == (changed == code)


NUMBERS = [
    *(("id_number", number) for number in ID_NUMBERS),
    *(("uscc", code) for code in CODES),
    *(("patent_number", number) for number in PATENTS),
    *(("bank_code", code) for code in BANK_CODES),
]


@settings(deadline=None)
@given(st.sampled_from(NUMBERS), st.lists(st.integers(1, 17), max_size=3), st.booleans())
def test_spaces_and_width_never_change_a_number(which: tuple[str, str], places: list[int], wide: bool) -> None:
    name, number = which
    printed = number
    for place in sorted(places, reverse=True):
        printed = printed[:place] + " " + printed[place:]
    if wide:
        printed = "".join(chr(ord(char) + 0xFEE0) if char.isalnum() else char for char in printed)
    found = kind(name).find(f"：{printed}")
    assert found is not None
    assert found.value == number
    assert found.valid is True
    assert kind(name).compare(number, printed).outcome == "same"


@settings(deadline=None)
@given(st.text(max_size=60))
def test_no_print_whatever_makes_a_number_kind_fail(text: str) -> None:
    for name in ("id_number", "uscc", "patent_number", "certificate_number", "bank_code", "account_number"):
        found = kind(name).find(text)
        assert found is None or 0 <= found.start < found.end <= len(text)


def test_an_id_number_that_passes_for_a_credit_code_is_none() -> None:
    assert uscc_problem("420106197706061133") is None
    assert kind("uscc").find("乙方身份证号：420106197706061133") is None


@settings(deadline=None)
@given(st.integers(1900, 2024), st.integers(1, 12), st.integers(1, 31), st.integers(1, 999))
def test_an_id_number_is_of_a_day_that_the_calendar_has(year: int, month: int, day: int, order: int) -> None:
    first = f"110101{year}{month:02d}{day:02d}{order:03d}"
    number = first + id_check(first)
    there = day <= monthrange(year, month)[1]
    assert (id_problem(number) is None) == there
    assert not there or id_birthdate(number) == date(year, month, day)


COMPARED = [*NUMBERS, ("certificate_number", "Y000011000123232000456"), ("certificate_number", "1910012003200123"),
            ("account_number", "0200001234567890123")]  # fmt: skip


@settings(deadline=None)
@given(st.sampled_from(COMPARED), st.integers(0, 21), digits)
def test_no_number_is_the_same_as_one_with_another_digit(which: tuple[str, str], place: int, digit: str) -> None:
    """Certificates and accounts have no check digit: only the comparison with the form can tell."""
    name, number = which
    digits_at = [at for at, char in enumerate(number) if char.isdigit()]
    at = digits_at[place % len(digits_at)]
    changed = number[:at] + digit + number[at + 1 :]
    assert (kind(name).compare(number, changed).outcome == "same") == (changed == number)
