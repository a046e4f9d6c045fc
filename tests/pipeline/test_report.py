"""The report: report.json keeps the contract's shape, report.html shows a reviewer what matters and nothing it must not."""

from __future__ import annotations

import base64
import hashlib
import io
import json
import random
import re
from collections.abc import Sequence
from datetime import datetime
from html.parser import HTMLParser
from pathlib import Path

import pytest
from PIL import Image

from extractors.records import Field
from models.records import Box, Code, Line, Seal, Signature
from pipeline.checks.check import Check, Compared, Evidence
from pipeline.crops import CROP_BYTES, FRAME, THUMBNAIL_BYTES, Spot, cut_out, draw_pictures, surroundings
from pipeline.documents import Document, Page, Problem, Quality
from pipeline.form import BEIJING, Form
from pipeline.redaction import Redactor, differences, printable
from pipeline.report import Report, build_report, write_report, write_whole
from pipeline.rulebook import rule_of
from pipeline.words import FIELDS, MATERIALS, REASONS, SEVERITIES, VERDICTS, subject_words, value_words

COMPANY = "北京亦庄启明精密机械有限公司"
ID_NUMBER, OTHER_ID = "110115198506071239", "110115198506011239"
ACCOUNT, OTHER_ACCOUNT = "0200296519200123456", "0200296519200128456"
ATTACK = "\"><img src=x onerror=alert(1)><script>alert(2)</script><a href='javascript:alert(3)'>"
SPOT = Box(0.2, 0.3, 0.5, 0.34)

# The contract's table of document types and fields, copied by hand so that code cannot agree with itself.
CONTRACT_FIELDS = {
    "business_license": "company_name uscc company_type legal_representative registered_capital established_on term_to address"
    " business_scope registration_authority issued_on",
    "commitment_letter": "company_name committed_on",
    "bank_account": "account_name account_number bank_name bank_code",
    "skill_certificate": "holder_name gender birthdate id_number occupation work_type skill_level certificate_number issued_on"
    " issuer",
    "award_certificate": "recipient_name honour issuer awarded_on certificate_number",
    "management_rules": "company_name sections",
    "patent_certificate": "patent_title patent_type inventors patent_number applied_on patentee granted_on",
    "site_photos": "company_name",
    "labor_contract": "employer_name employer_uscc employee_name id_number contract_type starts_on ends_on position signed_on",
    "unknown": "",
}


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    """A white page of A4 at 100 dpi with a black line of print at ``SPOT``."""
    page = Image.new("RGB", (827, 1169), "white")
    page.paste((0, 0, 0), (int(0.2 * 827), int(0.3 * 1169), int(0.5 * 827), int(0.34 * 1169)))
    page.save(tmp_path / "page.jpg")
    return tmp_path / "page.jpg"


def page(image: Path | None, index: int = 0) -> Page:
    return Page(
        index=index,
        width=827,
        height=1169,
        quality=Quality(sharpness=0.8, dpi=100, defects=("faint",)),
        image=str(image or ""),
        lines=(Line(text="不公开的一行", confidence=0.9, box=SPOT),),
    )


def field(value: str | list[str] | None, text: str, confidence: float = 0.98) -> Field:
    return Field(value=value, text=text, confidence=confidence, page=0, box=SPOT, method="layout")


def document(image: Path | None, **changes: object) -> Document:
    known = {
        "file": "contract.pdf",
        "slot": "labor_contract",
        "type": "labor_contract",
        "person": "林国栋",
        "pages": (page(image),),
        "fields": {
            "id_number": field(ID_NUMBER, f"身份证号码：{ID_NUMBER}"),
            "employer_name": field(COMPANY, f"甲方：{COMPANY}"),
        },
    }
    return Document.model_validate({**known, **changes})


def check(rule: str = "identity.name_mismatch", status: str = "pass", **changes: object) -> Check:
    known = {"rule": rule, "status": status, "severity": "attention", "subject": "leader", "message": "一句说明"}
    return Check.model_validate({**known, **changes})


def evidence(text: str = "", file: str = "contract.pdf", page: int = 0) -> tuple[Evidence, ...]:
    return (Evidence(file=file, page=page, box=SPOT, text=text),)


def report_of(documents: Sequence[Document], checks: Sequence[Check], *, unit: str = COMPANY) -> Report:
    form = Form.model_validate(
        {
            "application_id": "KFQ202600017",
            "programme": "skill-master-studio-2026",
            "unit": {"name": unit},
            "leader": {"name": "林国栋"},
        }
    )
    now = datetime(2026, 2, 3, 9, 5, tzinfo=BEIJING)
    return build_report(form, documents, checks, engine="replay", seconds=1.234, now=now)


def html_of(tmp_path: Path, documents: Sequence[Document], checks: Sequence[Check], *, unit: str = COMPANY) -> str:
    write_report(report_of(documents, checks, unit=unit), documents, tmp_path / "out")
    return (tmp_path / "out" / "report.html").read_text("utf-8")


class Elements(HTMLParser):
    """Every start tag with its attributes, and the text outside of style."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self.inside = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        self.inside = tag

    def handle_data(self, data: str) -> None:
        if self.inside != "style":
            self.words.append(data)

    def values(self, attribute: str) -> list[str]:
        return [attributes[attribute] or "" for _, attributes in self.tags if attribute in attributes]

    @property
    def text(self) -> str:
        return "".join(self.words)


# report.json


def test_report_json_has_the_shape_of_the_contract(tmp_path: Path, picture: Path) -> None:
    documents = [document(picture)]
    checks = [
        check(status="flag", expected="林国栋", found="林国梁", score=0.5, evidence=evidence("姓名：林国梁"), clause="五（一）10")
    ]
    write_report(report_of(documents, checks), documents, tmp_path)
    report = json.loads((tmp_path / "report.json").read_text("utf-8"))
    assert {"schema_version", "application_id", "programme", "generated_at", "software", "summary", "documents", "checks"} <= set(
        report
    )
    assert report["schema_version"] == 1
    assert report["generated_at"] == "2026-02-03T09:05:00+08:00"
    assert set(report["software"]) == {"version", "rules", "models"}
    assert report["software"]["models"].keys() == {"ocr", "fields"}
    assert report["summary"] == {
        "verdict": "needs_review",
        "flags": {"blocking": 0, "attention": 1, "info": 0},
        "cannot_tell": 0,
        "checks": 1,
        "pages": 1,
        "seconds": 1.23,
    }
    assert report["checks"] == [
        {
            "rule": "identity.name_mismatch",
            "status": "flag",
            "severity": "attention",
            "subject": "leader",
            "message": "一句说明",
            "expected": "林国栋",
            "found": "林国梁",
            "score": 0.5,
            "reason": None,
            "evidence": [{"file": "contract.pdf", "page": 0, "box": list(SPOT), "text": "姓名：林国梁"}],
            "clause": "五（一）10",
            "compared": None,
        }
    ]
    assert report["documents"] == [documents[0].public()]
    assert "image" not in report["documents"][0]["pages"][0]
    assert "不公开的一行" not in json.dumps(report, ensure_ascii=False)


def test_a_report_read_back_is_the_report_that_was_written(tmp_path: Path) -> None:
    report = report_of([document(None)], [check()])
    write_report(report, report.documents, tmp_path)
    again = Report.model_validate_json((tmp_path / "report.json").read_bytes())
    assert again.model_dump() == report.model_dump()


@pytest.mark.parametrize(
    ("checks", "verdict"),
    [
        ([check(), check(status="not_applicable")], "clear"),
        ([check(status="cannot_tell", reason="unreadable")], "needs_review"),
        ([check(status="flag", severity="info")], "needs_review"),
        ([check("material.missing", "flag", severity="attention")], "needs_review"),
        ([check("material.missing", "flag", severity="blocking")], "incomplete"),
        ([check("contract.expired", "flag", severity="blocking")], "needs_review"),
    ],
)
def test_the_verdict_follows_from_flags_and_open_questions(checks: list[Check], verdict: str) -> None:
    assert report_of([], checks).summary.verdict == verdict


def test_a_write_that_fails_leaves_the_old_file_whole_and_nothing_beside_it(tmp_path: Path) -> None:
    write_whole(tmp_path / "report.json", "old")
    with pytest.raises(UnicodeEncodeError):
        write_whole(tmp_path / "report.json", "new" * 100_000 + "\ud800")
    assert [file.name for file in tmp_path.iterdir()] == ["report.json"]
    assert (tmp_path / "report.json").read_text() == "old"


# report.html: what a reviewer sees


def test_the_verdict_stands_first_then_flags_by_severity_then_open_questions_then_what_passed(tmp_path: Path) -> None:
    checks = [
        check(message="一致的一项"),
        check(status="cannot_tell", reason="unreadable", message="看不清的一项"),
        check(status="flag", severity="info", message="供参考的一项"),
        check(status="flag", severity="blocking", message="必须处理的一项"),
        check(status="flag", severity="attention", message="需要留意的一项"),
        check(status="not_applicable", message="不适用的一项"),
    ]
    html = html_of(tmp_path, [], checks)
    body = html[html.index("<body>") :]
    order = ["需要人工审核", "必须处理的一项", "需要留意的一项", "供参考的一项", "看不清的一项", "一致的一项", "不适用的一项"]
    places = [body.index(words) for words in order]
    assert places == sorted(places)
    assert body.index("<details>") < body.index("一致的一项")
    assert all(words in body for words in (COMPANY, "KFQ202600017", "2026年2月3日 09:05"))


def test_a_flag_shows_both_values_with_the_differing_characters_marked_the_clause_and_the_picture(
    tmp_path: Path, picture: Path
) -> None:
    flag = check(
        "unit.name_mismatch",
        "flag",
        message="单位名称不一致",
        expected="北京启明机械有限公司",
        found="北京启鸣机械有限公司",
        evidence=evidence("名称"),
        clause="五（一）2",
    )
    html = html_of(tmp_path, [document(picture)], [flag])
    card = html[html.index('<article class="card') : html.index("</article>")]
    assert "北京启<mark>明</mark>机械有限公司" in card and "北京启<mark>鸣</mark>机械有限公司" in card
    assert "申报表填写" in card and "材料所载" in card and "五（一）2" in card
    assert 'href="#d0p0"' in card and "劳动合同（林国栋）第1页" in card
    jpeg = base64.b64decode(re.findall(r'src="data:image/jpeg;base64,([^"]+)"', card)[0])
    assert Image.open(io.BytesIO(jpeg)).size[0] > 200


def test_a_flag_of_a_missing_or_unreadable_file_is_shown_without_a_picture(tmp_path: Path) -> None:
    broken = tmp_path / "broken.jpg"
    broken.write_bytes(b"\xff\xd8 not a picture")
    documents = [document(broken), document(None, file="gone.pdf")]
    flags = [check(status="flag", evidence=evidence("原文", file=file)) for file in ("contract.pdf", "gone.pdf", "nowhere.pdf")]
    html = html_of(tmp_path, documents, flags)
    assert html.count('<article class="card') == 3
    assert "原文" in html and "data:image" not in html


def test_a_flag_without_evidence_leads_to_the_papers_of_the_person_it_names(tmp_path: Path, picture: Path) -> None:
    papers = [document(picture, file=f"{person}.pdf", person=person) for person in ("林国栋", "何晓芸")]
    flag = check("material.seal_missing", "flag", subject="labor_contract", message="成员何晓芸的劳动合同未见用人单位印章")
    of_leader = flag.model_copy(update={"message": "领办人的劳动合同未见用人单位印章"})
    cards = re.findall(r'<article class="card.*?</article>', html_of(tmp_path, papers, [flag, of_leader]), re.DOTALL)
    assert [re.findall(r'href="(#d\d)"', card) for card in cards] == [["#d1"], ["#d0"]]


def test_an_open_question_with_nothing_to_look_at_is_one_line(tmp_path: Path, picture: Path) -> None:
    looked_at = check(status="cannot_tell", reason="unreadable", message="有图可看", evidence=evidence("印文"))
    bare = check(status="cannot_tell", reason="missing_material", message="没有材料")
    html = html_of(tmp_path, [document(picture)], [looked_at, bare])
    cards = "".join(re.findall(r'<article class="card.*?</article>', html, re.DOTALL))
    assert "有图可看" in cards
    assert "没有材料" not in cards
    assert "没有材料" in html
    assert REASONS["missing_material"][0] in html


def test_problems_seals_signatures_and_defects_of_a_document_are_shown_in_words(tmp_path: Path, picture: Path) -> None:
    seal = Seal(page=0, box=SPOT, shape="round", colour="red", name=COMPANY, centre_text="合同专用章", confidence=0.9)
    whole = document(
        picture,
        seals=(seal, seal.model_copy(update={"name": None, "centre_text": None})),
        signatures=(Signature(page=0, box=SPOT, near="乙方（签字）"),),
        codes=(Code(page=0, box=SPOT, text="http://jndj.osta.org.cn/x"), Code(page=0, box=SPOT)),
        fields={
            "starts_on": field(None, "不清", 0.1),
            "ends_on": field(None, "长期", 0.95),
            "contract_type": field("fixed_term", "固定"),
        },
    )
    refused = document(None, file="a.ofd", slot="management_rules", type="unknown", pages=(), fields={})
    refused = refused.model_copy(update={"problems": (Problem(code="unsupported_format", message="请导出为PDF后重新上传"),)})
    text = Elements(html_of(tmp_path, [whole, refused], [])).text
    for words in (
        "合同专用章（红色圆形章）",
        "印文未能读出",
        "“乙方（签字）”处有签字",
        "jndj.osta.org.cn/x",
        "未能识读",
        "字迹过浅",
        "未能读出",
        "长期",
        "固定期限",
        "请导出为PDF后重新上传",
    ):
        assert words in text


def test_every_link_leads_somewhere_on_the_page(tmp_path: Path, picture: Path) -> None:
    checks = [
        check(status=status, evidence=evidence("甲"), reason=None) for status in ("pass", "flag", "cannot_tell", "not_applicable")
    ]
    checks += [
        check("material.missing", "flag", subject="commitment_letter"),
        check(status="cannot_tell", reason="missing_material"),
    ]
    page = Elements(html_of(tmp_path, [document(picture), document(picture, slot="skill_certificate")], checks))
    links = [link for link in page.values("href") if link]
    assert len(links) > 10
    assert {link.removeprefix("#") for link in links} <= set(page.values("id"))
    assert len(page.values("id")) == len(set(page.values("id")))


def test_the_overview_says_for_each_material_whether_it_is_there_and_what_is_wrong(tmp_path: Path, picture: Path) -> None:
    checks = [
        check("material.missing", "flag", severity="blocking", subject="commitment_letter"),
        check("contract.expired", "flag", severity="blocking", evidence=evidence()),
    ]
    html = html_of(tmp_path, [document(picture), document(picture, file="licence.jpg", slot="business_license")], checks)
    overview = dict(re.findall(r"<b>([^<]+)</b><em>([^<]+)</em>", html))
    assert len(overview) == len(MATERIALS) - 1
    assert overview["承诺书"] == "未提交"
    assert overview["劳动合同"] == "1 处必须处理"
    assert overview["营业执照"] == "1 页，未发现问题"


# report.html: what it must never do


def test_nothing_that_a_paper_or_a_form_contains_becomes_markup(tmp_path: Path, picture: Path) -> None:
    hostile = document(
        picture,
        file=f"{ATTACK}.pdf",
        person=ATTACK,
        fields={"position": field(ATTACK, ATTACK), ATTACK: field(ATTACK, ATTACK)},
        seals=(Seal(page=0, box=SPOT, shape="oval", colour=ATTACK, name=ATTACK),),
        signatures=(Signature(page=0, box=SPOT, near=ATTACK),),
        codes=(Code(page=0, box=SPOT, text=ATTACK),),
        problems=(Problem(code="x", message=ATTACK),),
    )
    said = {"subject": ATTACK, "message": ATTACK, "expected": ATTACK, "found": f"甲{ATTACK}", "clause": ATTACK}
    checks = [
        check(
            f"x.{ATTACK}",
            status,
            reason="unreadable" if status == "cannot_tell" else None,
            evidence=evidence(ATTACK, hostile.file),
            **said,
        )
        for status in ("pass", "flag", "cannot_tell", "not_applicable")
    ]
    page = Elements(html_of(tmp_path, [hostile], checks, unit=ATTACK))
    assert "script" not in {tag for tag, _ in page.tags}
    assert not [name for _, attributes in page.tags for name in attributes if name.startswith("on")]
    assert all(source.startswith("data:image/jpeg;base64,") for source in page.values("src"))
    assert all(link == "" or link.startswith("#") for link in page.values("href"))
    assert "<script>alert(2)</script>" in page.text


def test_the_page_needs_nothing_from_elsewhere_and_its_policy_allows_nothing(tmp_path: Path, picture: Path) -> None:
    html = html_of(tmp_path, [document(picture)], [check(status="flag", evidence=evidence())])
    policy = next(attributes["content"] or "" for tag, attributes in Elements(html).tags if attributes.get("http-equiv"))
    style = html[html.index("<style>") + 7 : html.index("</style>")]
    assert "default-src 'none'" in policy and "img-src data:" in policy
    assert f"'sha256-{base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()}'" in policy
    assert "unsafe" not in policy
    assert "style=" not in html.replace(style, "")
    assert not re.search(r"https?:|//|@import|url\(", re.sub(r"base64,[A-Za-z0-9+/=]+", "", html))


def test_no_whole_id_or_account_number_stands_in_the_page_but_differing_characters_do(tmp_path: Path, picture: Path) -> None:
    spaced = "0200 2965 1920 0123 456"
    papers = [
        document(picture, file=f"{ID_NUMBER}.pdf"),
        document(picture, file="bank.png", fields={"account_number": field(ACCOUNT, f"账号 {spaced}")}),
    ]
    checks = [
        check(
            "identity.id_number_mismatch", "flag", expected=OTHER_ID, found=ID_NUMBER, evidence=evidence(f"身份证号 {ID_NUMBER}")
        ),
        check(
            "bank.account_number_mismatch", "flag", expected=OTHER_ACCOUNT, found=ACCOUNT, evidence=evidence(spaced, "bank.png")
        ),
        check(
            "identity.name_mismatch",
            "pass",
            message=f"证件 {ID_NUMBER} 已核对",
            evidence=evidence(f"林国栋 {ID_NUMBER} {spaced}"),
        ),
        check(
            "team.duplicate_member",
            "flag",
            subject=OTHER_ID,
            message=f"重复 {OTHER_ID}",
            evidence=evidence(file=f"{ID_NUMBER}.pdf"),
        ),
    ]
    html = html_of(tmp_path, papers, checks)
    page = Elements(html)
    seen = re.sub(r"[\s\-]", "", page.text + " ".join(page.values("alt") + page.values("title")))
    for number in (ID_NUMBER, OTHER_ID, ACCOUNT, OTHER_ACCOUNT):
        assert number not in seen
    assert "110115*******<mark>1</mark>1239" in html and "110115*******<mark>7</mark>1239" in html
    assert "<mark>8</mark>456" in html and "<mark>3</mark>456" in html
    assert ID_NUMBER in (tmp_path / "out" / "report.json").read_text("utf-8")


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        (f"公民身份号码 {ID_NUMBER}", "公民身份号码 110115********1239"),
        ("身份证号：11O115I98506071239", "身份证号：11O115********1239"),
        ("乙方 320583197705310020 居住地", "乙方 320583********0020 居住地"),
        ("开户账号：6222 0210 0111 6245 702", "开户账号：6222*************** 702"),
        ("统一社会信用代码 91110400MAD1234570", "统一社会信用代码 91110400MAD1234570"),
        ("证书编号 1910012003200123", "证书编号 1910012003200123"),
        ("专利号 ZL201910012345.6", "专利号 ZL201910012345.6"),
    ],
)
def test_numbers_that_nobody_extracted_are_known_by_form_or_label(text: str, masked: str) -> None:
    assert Redactor([], []).text(text) == masked


def test_characters_that_disguise_text_are_dropped() -> None:
    assert printable("北京\u202e公司\u200b\x00\n甲") == "北京公司\n甲"


def test_two_wholly_different_values_are_not_painted_over() -> None:
    left, right = differences("北京启明机械有限公司", "张三")
    assert not any(piece.differs for piece in (*left, *right))


# pictures


def test_the_frame_is_drawn_around_the_spot_and_leaves_the_print_untouched() -> None:
    page = Image.new("RGB", (1000, 1400), "white")
    page.paste((0, 0, 0), (300, 700, 600, 740))
    cut = Image.open(io.BytesIO(cut_out(page, Box(0.3, 0.5, 0.6, 740 / 1400)).jpeg)).convert("RGB")
    red = [(x, y) for x in range(cut.width) for y in range(cut.height) if is_red(cut.getpixel((x, y)))]
    black = [(x, y) for x in range(cut.width) for y in range(cut.height) if sum(channels(cut.getpixel((x, y)))) < 90]
    assert min(x for x, _ in red) < min(x for x, _ in black) and max(x for x, _ in red) > max(x for x, _ in black)
    assert min(y for _, y in red) < min(y for _, y in black) and max(y for _, y in red) > max(y for _, y in black)
    assert len(black) > 0.9 * 300 * 40 * (cut.width / 500) ** 2


def channels(pixel: object) -> tuple[int, int, int]:
    assert isinstance(pixel, tuple)
    return pixel[0], pixel[1], pixel[2]


def is_red(pixel: object) -> bool:
    return all(abs(one - other) < 60 for one, other in zip(channels(pixel), FRAME, strict=True))


@pytest.mark.parametrize(
    "box",
    [
        SPOT,
        Box(0, 0, 1, 1),
        Box(0, 0, 0.001, 0.001),
        Box(0.99, 0.99, 1, 1),
        Box(0.5, 0.5, 0.5, 0.5),
        Box(-0.2, -0.1, 1.3, 1.2),
        Box(0.9, 0.9, 0.1, 0.1),
    ],
)
@pytest.mark.parametrize("size", [(1654, 2339), (2339, 1654), (40, 30), (3000, 60)])
def test_any_box_on_any_page_gives_a_picture_within_its_limits(box: Box, size: tuple[int, int]) -> None:
    around = surroundings(box, size[0] / size[1])
    assert 0 <= around.x0 < around.x1 <= 1.000001 and 0 <= around.y0 < around.y1 <= 1.000001
    cut = cut_out(Image.new("RGB", size, "white"), box)
    assert 1 <= cut.width <= 720 and 1 <= cut.height <= 400 and len(cut.jpeg) <= CROP_BYTES


def test_even_a_picture_of_pure_noise_stays_within_its_bytes() -> None:
    noise = Image.frombytes("RGB", (1600, 1600), random.Random(1).randbytes(1600 * 1600 * 3))
    assert len(cut_out(noise, Box(0.1, 0.1, 0.9, 0.9)).jpeg) <= CROP_BYTES


def test_a_long_application_shows_the_pages_that_matter_and_stays_small(tmp_path: Path) -> None:
    noise = tmp_path / "noise.jpg"
    Image.frombytes("RGB", (330, 460), random.Random(2).randbytes(330 * 460 * 3)).save(noise)
    pages = tuple(page(noise, index) for index in range(300))
    long = document(noise, pages=pages)
    some = draw_pictures([long], [Spot("contract.pdf", 299, SPOT)], marked={("contract.pdf", 7), ("contract.pdf", 299)})
    assert set(some.pages) == {("contract.pdf", 7), ("contract.pdf", 299)}
    assert len(some.spots) == 1
    everything = draw_pictures([long], [], marked={("contract.pdf", index) for index in range(300)})
    assert sum(len(picture.jpeg) for picture in everything.pages.values()) <= THUMBNAIL_BYTES + 30_000
    assert len(everything.pages) < 300


def test_a_flag_says_how_to_repeat_it_by_hand_and_masks_what_it_compares(tmp_path: Path) -> None:
    number, other = "110101196801150039", "110101196801150020"
    compared = Compared(kind="id_number", expected=number, found=other, reason="末两位不同")
    spaced = f"{number[:6]} {number[6:]}"
    checks = [check("identity.id_number_mismatch", status="flag", expected=spaced, found=other, compared=compared)]
    html = html_of(tmp_path, [document(None)], checks)
    assert "核对方法" in html
    assert "末两位不同" in html
    assert rule_of("identity.id_number_mismatch").applicant in html
    assert "规范后比较" in html
    assert number not in html
    assert other not in html


# words


def test_every_type_field_and_rule_of_the_contract_has_a_chinese_word() -> None:
    for slot, fields in CONTRACT_FIELDS.items():
        assert re.search(r"[一-鿿]", MATERIALS[slot])
        for name in fields.split():
            assert re.search(r"[一-鿿]", FIELDS[name]), name


def test_every_verdict_severity_and_reason_has_a_chinese_word() -> None:
    assert set(VERDICTS) == {"clear", "needs_review", "incomplete"}
    assert set(SEVERITIES) == {"blocking", "attention", "info"}
    assert set(REASONS) == {"unreadable", "missing_material", "not_on_form"}


def test_keys_become_words_and_names_stay_names() -> None:
    assert [subject_words(subject) for subject in ("leader", "site_photos", "何晓芸")] == ["领办人", "场所照片", "何晓芸"]
    assert value_words("female") == "女"
    assert value_words(["funds", "archives"]) == "经费管理使用制度、档案管理制度"
    assert value_words(None) == "—"
