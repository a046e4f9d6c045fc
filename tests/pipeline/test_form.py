"""application.json: what it may hold, what makes it unusable, and that no file name leads out of the folder."""

from __future__ import annotations

import json
import os
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from pipeline.form import Form, read_form
from pipeline.problems import FormError

PROGRAMME = "skill-master-studio-2026"
MINIMAL = {"application_id": "KFQ1", "programme": PROGRAMME}


def write(folder: Path, form: object) -> Path:
    (folder / "application.json").write_text(json.dumps(form, ensure_ascii=False), "utf-8")
    return folder


def read(folder: Path, **parts: Any) -> Form:
    return read_form(write(folder, {**MINIMAL, **parts}))


def test_a_form_with_nothing_but_its_name_states_nothing(tmp_path: Path) -> None:
    form = read(tmp_path)
    assert (form.unit.name, form.leader.name, form.members, form.uploads, form.submitted_at) == (None, None, (), (), None)


def test_unknown_keys_are_kept_and_ignored(tmp_path: Path) -> None:
    form = read(tmp_path, unit={"name": "甲", "fax": [1, {"a": None}]}, remarks="x", uploads="tricky")
    assert form.unit.model_extra == {"fax": [1, {"a": None}]}
    assert form.model_extra == {"remarks": "x"}
    assert form.uploads == ()


def test_blank_and_null_values_are_not_stated(tmp_path: Path) -> None:
    form = read(
        tmp_path, unit=None, leader={"name": "  ", "birthdate": "", "gender": None}, members=None, patents=[{"inventors": None}]
    )
    assert (form.leader.name, form.leader.birthdate, form.leader.gender, form.patents[0].inventors) == (None, None, None, ())


def test_an_id_number_that_makes_no_sense_is_data(tmp_path: Path) -> None:
    assert read(tmp_path, leader={"id_number": "not an ID"}).leader.id_number == "not an ID"


@pytest.mark.parametrize(
    ("contract", "open_ended"),
    [
        ({"starts_on": "2020-01-01", "ends_on": None}, True),
        ({"starts_on": "2020-01-01"}, False),
        ({"starts_on": "2020-01-01", "ends_on": "2026-01-01"}, False),
        ({"ends_on": None}, False),
    ],
)
def test_only_a_stated_null_means_no_fixed_term(tmp_path: Path, contract: dict[str, Any], open_ended: bool) -> None:
    stated = read(tmp_path, leader={"contract": contract}).leader.contract
    assert stated and stated.open_ended is open_ended


@pytest.mark.parametrize(
    ("stated", "day"),
    [
        ("2026-02-11T23:59:59+08:00", date(2026, 2, 11)),
        ("2026-02-11T16:30:00Z", date(2026, 2, 12)),
        ("2026-01-12T00:10:00", date(2026, 1, 12)),
    ],
)
def test_the_day_of_submission_is_counted_in_beijing(tmp_path: Path, stated: str, day: date) -> None:
    assert read(tmp_path, submitted_at=stated).submitted_on == day


UNUSABLE = [
    ({"application_id": 5}, "$.application_id", "a number", "text"),
    ({"leader": {"name": ["张"]}}, "$.leader.name", "a list", "text"),
    ({"leader": {"birthdate": "1978-13-40"}}, "$.leader.birthdate", "a text", "ISO 8601 date"),
    ({"leader": {"birthdate": 19780315}}, "$.leader.birthdate", "a number", "ISO 8601 date"),
    ({"leader": {"gender": "男"}}, "$.leader.gender", "a text", "'male' or 'female'"),
    ({"members": {"name": "张"}}, "$.members", "an object", "a list"),
    ({"members": [{"name": "张"}, "李"]}, "$.members[1]", "a text", "an object"),
    ({"members": [{"contract": {"ends_on": True}}]}, "$.members[0].contract.ends_on", "a truth value", "ISO 8601 date"),
    ({"materials": [{"slot": "site_photos"}]}, "$.materials[0].file", "is missing", "a value"),
    ({"submitted_at": "yesterday"}, "$.submitted_at", "a text", "ISO 8601 date and time"),
    ({"submitted_at": "0001-01-01T00:00:00+14:00"}, "$.submitted_at", "a text", "ISO 8601 date and time"),
    ({"programme": "nobody-knows-2031"}, "$.programme", "unknown", PROGRAMME),
    ({"programme": "../../etc/passwd"}, "$.programme", "unknown", PROGRAMME),
    ({"materials": [{"slot": "site_photos", "file": "a"}] * 1001}, "$.materials", "a list", "at most 1000"),
]


@pytest.mark.parametrize(("parts", "path", "wrong", "expected"), UNUSABLE)
def test_a_wrong_type_is_named_with_file_path_and_expectation(
    tmp_path: Path, parts: dict[str, Any], path: str, wrong: str, expected: str
) -> None:
    with pytest.raises(FormError) as error:
        read(tmp_path, **parts)
    message = str(error.value)
    assert message.startswith(f"application.json: {path}: ")
    assert wrong in message and expected in message and "\n" not in message
    assert error.value.exit_code == 2


def test_no_error_repeats_a_personal_value(tmp_path: Path) -> None:
    with pytest.raises(FormError) as error:
        read(tmp_path, leader={"name": "欧阳测试", "id_number": 110101196801150039, "gender": "张三"})
    assert not any(secret in str(error.value) for secret in ("欧阳", "110101196801150039", "张三"))


@pytest.mark.parametrize(
    ("content", "wrong"),
    [
        (b"", "not JSON"),
        (b"{", "not JSON"),
        (b"[]", "a list"),
        (b"null", "null"),
        (b"\xff\xfe{\x00}\x00", "not UTF-8"),
        (b"[" * 200_000, "nested too deeply"),
        (b'{"a": ' * 60 + b"1" + b"}" * 60, "nested too deeply"),
        (b'{"programme": "x", "more": NaN}', "a number that is none"),
        (b'{"programme": "x", "more": 1e999}', "a number that is none"),
        (b'{"application_id": ' + b"1" * 5000 + b"}", "too long"),
        (b'{"application_id": "\\ud83d", "programme": "x"}', "half a character"),
        (b" " * 5_000_001, "too large"),
    ],
)
def test_a_file_that_is_no_form_is_refused_in_one_line(tmp_path: Path, content: bytes, wrong: str) -> None:
    (tmp_path / "application.json").write_bytes(content)
    with pytest.raises(FormError, match=wrong) as error:
        read_form(tmp_path)
    assert "\n" not in str(error.value)


def test_an_emoji_and_a_byte_order_mark_are_no_harm(tmp_path: Path) -> None:
    text = json.dumps({**MINIMAL, "unit": {"name": "甲\U0001f600\\ud800"}})
    (tmp_path / "application.json").write_bytes(b"\xef\xbb\xbf" + text.encode())
    assert read_form(tmp_path).unit.name == "甲\U0001f600\\ud800"


@pytest.mark.parametrize("a_folder_of_that_name", [False, True])
def test_a_folder_without_a_form_is_refused(tmp_path: Path, a_folder_of_that_name: bool) -> None:
    if a_folder_of_that_name:
        (tmp_path / "application.json").mkdir()
    with pytest.raises(FormError, match="is not there"):
        read_form(tmp_path)


def test_an_upload_is_found_inside_the_folder(tmp_path: Path) -> None:
    (tmp_path / "扫描").mkdir()
    (tmp_path / "扫描" / "a.pdf").write_bytes(b"%PDF")
    form = read(tmp_path, materials=[{"slot": "labor_contract", "file": "扫描/a.pdf", "person": "张三", "note": 1}])
    (upload,) = form.uploads
    assert upload.path == (tmp_path / "扫描" / "a.pdf").resolve()
    assert (upload.file, upload.slot, upload.person, upload.problem) == ("扫描/a.pdf", "labor_contract", "张三", None)


REFUSED = ["../outside.pdf", "a/../../outside.pdf", "..", ".", "", "/etc/passwd", "..\\outside.pdf", "C:\\x.pdf", "c:x.pdf",
           "a\0b.pdf", "link_out.pdf", "folder_out/outside.pdf", "loop.pdf", "folder", "pipe", "x" * 5000]  # fmt: skip


@pytest.mark.parametrize("name", REFUSED)
def test_a_name_that_leads_out_or_to_no_regular_file_is_refused(tmp_path: Path, name: str) -> None:
    home = tmp_path / "application"
    home.mkdir()
    (tmp_path / "outside.pdf").write_bytes(b"%PDF")
    (home / "link_out.pdf").symlink_to(tmp_path / "outside.pdf")
    (home / "folder_out").symlink_to(tmp_path)
    (home / "loop.pdf").symlink_to(home / "loop.pdf")
    (home / "folder").mkdir()
    os.mkfifo(home / "pipe")
    (upload,) = read(home, materials=[{"slot": "site_photos", "file": name}]).uploads
    assert upload.path is None
    assert upload.problem and upload.problem.code == "path_refused" and "重新上传" in upload.problem.message


def test_a_named_file_that_is_absent_becomes_a_problem(tmp_path: Path) -> None:
    (upload,) = read(tmp_path, materials=[{"slot": "site_photos", "file": "x.jpg"}]).uploads
    assert upload.path is None and upload.problem and upload.problem.code == "file_missing"


def test_a_link_that_stays_inside_is_followed(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"%PDF")
    (tmp_path / "b.pdf").symlink_to("a.pdf")
    (upload,) = read(tmp_path, materials=[{"slot": "site_photos", "file": "b.pdf"}]).uploads
    assert upload.path == (tmp_path / "a.pdf").resolve() and upload.problem is None


def test_two_of_everything_keeps_one_line_of_each(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"%PDF")
    line = {"slot": "labor_contract", "file": "a.pdf", "person": "张三"}
    form = read(tmp_path, materials=[line, line, {**line, "person": "李四"}], members=[{"name": "张三"}] * 2)
    assert [upload.person for upload in form.uploads] == ["张三", "李四"]
    assert len(form.members) == 2


def test_an_unknown_slot_is_a_problem_and_the_file_is_still_read(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"%PDF")
    (upload,) = read(tmp_path, materials=[{"slot": "selfie", "file": "a.pdf"}]).uploads
    assert upload.path is not None and upload.problem and upload.problem.code == "unknown_slot"
