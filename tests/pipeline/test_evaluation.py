"""Evaluation: each way in which a report can differ from the truth is counted once, in its own column."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from pipeline.evaluation import Case, Evaluation, Tally, evaluate, find_applications, load_cases
from pipeline.evaluation_table import error_lines, evaluation_table
from pipeline.form import Form
from pipeline.problems import UsageError
from pipeline.report import Report, build_report
from pipeline.truth import Seen, Truth

BOX = [0.1, 0.2, 0.3, 0.22]
FILE = "skill_certificate_01.jpg"


def paper(fields: dict[str, Any] | None = None, **changes: Any) -> dict[str, Any]:
    known = {"file": FILE, "slot": "skill_certificate", "type": "skill_certificate", "quality": "scan", "person": "王一"}
    return {**known, "fields": fields or {}, "seals": [], "signatures": [], **changes}


def read(fields: dict[str, Any] | None = None, **changes: Any) -> dict[str, Any]:
    known = {"file": FILE, "slot": "skill_certificate", "type": "skill_certificate", "person": "王一"}
    return {**known, "fields": fields or {}, "seals": [], "signatures": [], **changes}


def value(value: Any, confidence: float = 0.97) -> dict[str, Any]:
    return {"value": value, "text": "", "confidence": confidence, "page": 0, "box": BOX, "method": "layout"}


def seal(name: str | None = None, page: int = 0, centre_text: str | None = None, code: str | None = None) -> dict[str, Any]:
    return {"page": page, "shape": "round", "colour": "red", "name": name, "centre_text": centre_text, "code": code}


def flag(rule: str, subject: str = "leader", severity: str = "blocking") -> dict[str, Any]:
    return {"rule": rule, "subject": subject, "severity": severity}


def answer(
    rule: str, status: str = "flag", subject: str = "leader", severity: str = "blocking", **changes: Any
) -> dict[str, Any]:
    return {"rule": rule, "status": status, "subject": subject, "severity": severity, "message": "", "evidence": [], **changes}


def case(
    papers: list[dict[str, Any]] | None = None,
    documents: list[dict[str, Any]] | None = None,
    *,
    flags: list[dict[str, Any]] | None = None,
    checks: list[dict[str, Any]] | None = None,
    tolerated: list[dict[str, Any]] | None = None,
    name: str = "A1",
) -> Case:
    truth = {"documents": papers or [], "flags": flags or [], "tolerated": tolerated or [], "layouts": {"ignored": 1}}
    report = {"application_id": name, "documents": documents or [], "checks": checks or [], "summary": {}}
    return Case(application=name, truth=Truth.model_validate(truth), seen=Seen.model_validate(report))


def of(*cases: Case) -> Evaluation:
    return evaluate(cases)


# documents and fields


def test_a_perfect_report_scores_full_marks_everywhere() -> None:
    name = "北京启明机械有限公司"
    scores = of(
        case(
            [
                paper(
                    {"holder_name": "王一"},
                    seals=[seal(name, 0, "合同专用章", "1103010000001")],
                    signatures=[{"page": 0, "near": "乙方"}],
                )
            ],
            [
                read(
                    {"holder_name": value("王一")},
                    seals=[seal(name, 0, "合同专用章", "1103010000001")],
                    signatures=[{"page": 0, "near": "乙方"}],
                )
            ],
            flags=[flag("contract.expired")],
            checks=[answer("contract.expired")],
        )
    )
    assert scores.documents == Tally(right=1, total=1)
    assert (scores.fields.right, scores.fields.total, scores.fields.spurious) == (1, 1, 0)
    seals = scores.seals
    assert (seals.found, seals.false, seals.names_right, seals.centres_right, seals.codes_right) == (1, 0, 1, 1, 1)
    assert (scores.signatures.found, scores.signatures.false) == (1, 0)
    assert (scores.flags.precision, scores.flags.recall, scores.flags.severity_right) == (1.0, 1.0, 1)
    assert not scores.errors and not scores.type_errors and not scores.accusations


@pytest.mark.parametrize(
    ("truth", "seen", "outcome"),
    [
        ({"position": "电工"}, {"position": value("电工")}, "right"),
        ({"position": "电工"}, {"position": value("钳工")}, "wrong"),
        ({"position": "电工"}, {"position": value("电 工")}, "wrong"),
        ({"position": "电工"}, {"position": value(None, 0.1)}, "unread"),
        ({"position": "电工"}, {}, "missed"),
        ({}, {"position": value("电工")}, "spurious"),
        ({"term_to": None}, {"term_to": value(None)}, "right"),
        ({"term_to": None}, {"term_to": value("2030-01-01")}, "wrong"),
        ({"term_to": None}, {}, "missed"),
        ({"inventors": ["王一", "李二"]}, {"inventors": value(["王一", "李二"])}, "right"),
        ({"inventors": ["王一", "李二"]}, {"inventors": value(["李二", "王一"])}, "wrong"),
        ({"sections": ["funds", "archives"]}, {"sections": value(["archives", "funds"])}, "right"),
    ],
)
def test_a_field_is_right_wrong_unread_missed_or_spurious(truth: dict[str, Any], seen: dict[str, Any], outcome: str) -> None:
    scores = of(case([paper(truth)], [read(seen)]))
    counted = scores.fields.model_dump(include={"right", "wrong", "unread", "missed", "spurious"})
    assert counted == {"right": 0, "wrong": 0, "unread": 0, "missed": 0, "spurious": 0, outcome: 1}
    assert [error.outcome for error in scores.errors] == ([] if outcome == "right" else [outcome])


def test_a_paper_that_the_report_lacks_counts_as_wrong_type_and_missed_fields() -> None:
    scores = of(case([paper({"holder_name": "王一", "gender": "male"})], []))
    assert scores.documents == Tally(right=0, total=1)
    assert (scores.fields.missed, scores.fields.total) == (2, 2)
    assert scores.type_errors[0].read == "missing"


def test_one_file_uploaded_for_two_people_is_scored_for_each() -> None:
    papers = [paper({"holder_name": "王一"}, person="王一"), paper({"holder_name": "李二"}, person="李二")]
    documents = [read({"holder_name": value("李二")}, person="李二"), read({"holder_name": value("王一")}, person="王一")]
    assert of(case(papers, documents)).fields.right == 2


def test_scores_are_kept_by_type_by_field_and_by_quality() -> None:
    papers = [
        paper({"holder_name": "王一"}, quality="scan"),
        paper({"position": "电工", "starts_on": "2020-01-01"}, type="labor_contract", quality="phone", file="b.jpg"),
    ]
    documents = [
        read({"holder_name": value("王一")}),
        read({"position": value("电工"), "starts_on": value("2020-01-07")}, type="bank_account", file="b.jpg"),
    ]
    scores = of(case(papers, documents))
    assert [(one.type, one.right, one.total) for one in scores.by_type] == [("labor_contract", 1, 2), ("skill_certificate", 1, 1)]
    by_field = {(one.type, one.field): (one.right, one.wrong) for one in scores.by_field}
    assert by_field["labor_contract", "starts_on"] == (0, 1)
    by_quality = {one.quality: (one.types.rate, one.fields.right, one.fields.total) for one in scores.by_quality}
    assert by_quality == {"scan": (1.0, 1, 1), "phone": (0.0, 1, 2)}


def test_reliability_counts_every_stated_value_in_its_band() -> None:
    truth = {"a": "1", "b": "2", "c": "3", "d": "4"}
    seen = {"a": value("1", 1.0), "b": value("x", 0.99), "c": value(None, 0.3), "d": value("4", 0.75), "e": value("5", 0.2)}
    bands = {band.low: (band.right, band.wrong) for band in of(case([paper(truth)], [read(seen)])).bands}
    assert bands == {0.0: (0, 1), 0.5: (0, 0), 0.75: (1, 0), 0.8: (0, 0), 0.9: (0, 0), 0.95: (0, 0), 0.99: (1, 1)}


# seals and signatures


def test_seals_are_matched_on_their_page_by_name_and_counted_once() -> None:
    true = [seal("甲公司", 0, "合同专用章", "1103010000001"), seal("乙公司", 0), seal("丙公司", 1)]
    seen = [seal("乙公司", 0), seal("甲公司", 0, "财务专用章"), seal(None, 2)]
    seals = of(case([paper(seals=true)], [read(seals=seen)])).seals
    assert (seals.total, seals.found, seals.false) == (3, 2, 1)
    assert (seals.names, seals.names_right) == (2, 2)
    assert (seals.centres, seals.centres_right) == (1, 0)
    assert (seals.codes, seals.codes_right) == (1, 0)


def test_a_seal_whose_name_was_not_read_is_found_but_not_right() -> None:
    seals = of(case([paper(seals=[seal("甲公司")])], [read(seals=[seal(None)])])).seals
    assert (seals.found, seals.false, seals.names, seals.names_right) == (1, 0, 1, 0)


def test_signatures_are_matched_on_their_page() -> None:
    true = [{"page": 0, "near": "甲方（签字）"}, {"page": 2, "near": "乙方（签字）"}]
    seen = [{"page": 2, "near": "乙方"}, {"page": 1, "near": "承诺人"}]
    signatures = of(case([paper(signatures=true)], [read(signatures=seen)])).signatures
    assert (signatures.total, signatures.found, signatures.false) == (2, 1, 1)


# flags


def test_flags_are_hit_missed_open_or_unexpected_by_rule_and_subject() -> None:
    scores = of(
        case(
            flags=[flag("contract.expired"), flag("team.too_small", "application"), flag("identity.name_mismatch", "王一")],
            checks=[
                answer("contract.expired"),
                answer("contract.expired", severity="attention"),
                answer("team.too_small", "pass", "application"),
                answer("identity.name_mismatch", "cannot_tell", "王一"),
                answer("identity.name_mismatch", "flag", "李二"),
                answer("unit.uscc_invalid", "flag", "unit", "info"),
            ],
        )
    )
    flags = scores.flags
    assert (flags.hit, flags.missed, flags.open, flags.unexpected) == (1, 1, 1, 1)
    assert flags.recall == pytest.approx(1 / 3)
    assert flags.precision == pytest.approx(1 / 2)
    assert {one.rule: one.unexpected for one in scores.by_rule} == {
        "contract.expired": 0,
        "team.too_small": 0,
        "identity.name_mismatch": 1,
    }
    assert scores.cannot_tell == {"identity.name_mismatch": 1}


def test_a_tolerated_flag_counts_neither_for_nor_against() -> None:
    tolerated = [{"rule": "material.not_colour", "subject": "bank_account"}]
    scores = of(case(tolerated=tolerated, checks=[answer("material.not_colour", subject="bank_account")]))
    assert (scores.flags.hit, scores.flags.unexpected, scores.flags.precision) == (0, 0, None)


def test_a_flag_of_another_severity_is_a_hit_whose_severity_is_wrong() -> None:
    scores = of(case(flags=[flag("contract.expired")], checks=[answer("contract.expired", severity="attention")]))
    assert (scores.flags.hit, scores.flags.severity_right) == (1, 0)


def test_an_accusation_that_rests_on_a_misread_value_is_named_with_its_confidence() -> None:
    evidence = [{"file": FILE, "page": 0, "box": BOX, "text": ""}]
    elsewhere = [{"file": FILE, "page": 0, "box": [0.5, 0.5, 0.6, 0.6], "text": ""}]
    scores = of(
        case(
            [paper({"holder_name": "王一"})],
            [read({"holder_name": value("王二", 0.93)})],
            checks=[answer("identity.name_mismatch", evidence=evidence), answer("contract.expired", evidence=elsewhere)],
        )
    )
    assert scores.flags.unexpected == 2
    assert [(one.rule, one.misread) for one in scores.accusations] == [("identity.name_mismatch", 0.93)]


def test_clean_applications_and_their_surprises_are_listed_one_by_one() -> None:
    scores = of(
        case(name="A1", checks=[answer("contract.expired", subject="王一"), answer("award.honour_mismatch", "cannot_tell")]),
        case(name="A2", flags=[flag("team.too_small", "application")]),
    )
    assert [(one.application, one.clean, one.cannot_tell) for one in scores.cases] == [("A1", True, 1), ("A2", False, 0)]
    assert [flag.outcome for one in scores.cases for flag in one.flags] == ["unexpected", "missed"]


# files


def write_application(folder: Path, truth: object, report: object | None = None) -> Path:
    folder.mkdir(parents=True)
    (folder / "truth.json").write_text(json.dumps(truth), "utf-8")
    if report is not None:
        (folder / "report.json").write_text(json.dumps(report), "utf-8")
    return folder


def small_report(application: str = "A1") -> Report:
    form = Form.model_validate({"application_id": application, "programme": "skill-master-studio-2026"})
    return build_report(form, [], [], engine="replay", seconds=0.0)


def test_applications_are_found_in_the_folder_itself_or_in_its_children(tmp_path: Path) -> None:
    first, second = (write_application(tmp_path / name, {"documents": []}) for name in ("a", "b"))
    write_application(tmp_path / "papers", {"documents": []})
    for application in (first, second):
        (application / "application.json").write_text("{}", "utf-8")
    (tmp_path / "notes").mkdir()
    assert find_applications(tmp_path) == [first, second]
    assert find_applications(first) == [first]
    with pytest.raises(UsageError, match=r"truth\.json"):
        find_applications(tmp_path / "notes")


def test_a_report_is_taken_from_the_reports_folder_or_beside_the_truth_or_made(tmp_path: Path) -> None:
    beside = write_application(tmp_path / "apps" / "a", {}, {"application_id": "beside"})
    bare = write_application(tmp_path / "apps" / "b", {})
    reports = tmp_path / "reports"
    (reports / "a").mkdir(parents=True)
    (reports / "a" / "report.json").write_text(json.dumps({"application_id": "elsewhere"}), "utf-8")
    made: list[Path] = []

    def check(folder: Path) -> Report:
        made.append(folder)
        return small_report("made")

    def ids(**options: Any) -> list[str]:
        return [case.seen.application_id for case in load_cases([beside, bare], **options)]

    assert ids(check=check) == ["beside", "made"]
    assert ids(reports=reports, check=check) == ["elsewhere", "made"]
    assert made == [bare, bare]
    with pytest.raises(UsageError, match="is not there"):
        ids()


@pytest.mark.parametrize("text", ["", "[]", '{"documents": [{"type": 3}]}', '{"documents"', "\udcff"])
def test_a_truth_file_that_cannot_be_used_is_named(tmp_path: Path, text: str) -> None:
    folder = write_application(tmp_path / "a", {})
    (folder / "truth.json").write_bytes(text.encode("utf-8", "surrogateescape"))
    with pytest.raises(UsageError, match=r"truth\.json"):
        list(load_cases([folder], check=lambda _: small_report()))


def test_nothing_to_score_gives_no_rates_and_no_crash() -> None:
    scores = of()
    assert (scores.flags.recall, scores.flags.precision, scores.documents.rate) == (None, None, None)
    assert "0 applications" in evaluation_table(scores)


def test_the_table_shows_scores_without_names_or_values_and_the_errors_show_them() -> None:
    scores = of(
        case(
            [paper({"holder_name": "王一"})],
            [read({"holder_name": value("王二", 0.93)}, type="labor_contract")],
            flags=[flag("contract.expired", "王一")],
            checks=[answer("identity.name_mismatch", subject="王一", evidence=[{"file": FILE, "page": 0, "box": BOX}])],
        )
    )
    table = evaluation_table(scores)
    assert "王" not in table
    assert "unexpected identity.name_mismatch (member)" in table and "missed contract.expired (member)" in table
    assert "Accusations caused by misreading: 1" in table and "confidence 0.93" in table
    errors = "\n".join(error_lines(scores))
    assert "skill_certificate read as labor_contract" in errors and "'王一' read as '王二' (0.93)" in errors


def test_a_share_is_never_rounded_up_to_a_hundred() -> None:
    papers = [paper({"holder_name": "王一"}, file=f"{number}.jpg") for number in range(3000)]
    documents = [read({"holder_name": value("王一" if number else "王二")}, file=f"{number}.jpg") for number in range(3000)]
    assert "fields exact 99.9%" in evaluation_table(of(case(papers, documents)))


def test_the_json_holds_counts_and_rates() -> None:
    scores = json.loads(of(case(flags=[flag("contract.expired")], checks=[answer("contract.expired")])).model_dump_json())
    assert scores["flags"]["precision"] == 1.0 and scores["by_rule"][0]["rule"] == "contract.expired"
    assert {"by_type", "by_field", "by_quality", "bands", "seals", "signatures", "cases", "errors"} <= set(scores)
