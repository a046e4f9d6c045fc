"""Papers by another hand: what the truth says is printed, the same seed says the same, every group has every type."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from random import Random

import numpy as np
import pypdfium2 as pdfium
import pytest

from samples.fonts import FontsMissing, check_fonts
from samples.invention import KINDS, invent_application
from samples.papers import TYPES, Upload
from samples.seals import Seal
from samples.strangers.__main__ import main
from samples.strangers.browser import BrowserMissing, find_browser, print_pdf
from samples.strangers.capture import OTHER_CAPTURES, Machine
from samples.strangers.folder import Manner, Set, set_paper, sheet
from samples.strangers.layouts import GROUPS, LAYOUTS, Layout, layouts_for
from samples.strangers.stamps import MAKERS, cut_by, stamp_of, svg
from samples.strangers.variety import vary

ALL_TYPES = sorted(TYPES.values())
MACHINES = sorted(
    {one for group in OTHER_CAPTURES.values() for some in group.values() for one in some}, key=lambda one: one.__name__
)
AS_THEY_ARE = ("company_name", "uscc", "id_number", "certificate_number", "account_number", "employer_name", "position")


@pytest.fixture
def browser(need: Callable[[bool, str], None]) -> None:
    try:
        find_browser()
        check_fonts()
    except (BrowserMissing, FontsMissing) as missing:
        need(False, str(missing))


def upload_for(layout: Layout) -> Upload:
    """An upload whose facts the layout can show."""
    for seed in range(100):
        for kind in KINDS:
            application = invent_application(Random(seed), "X", "honour", kind)
            vary(application, Random(seed))
            for upload in application.uploads:
                if TYPES[type(upload.facts)] == layout.type and layout.fits(upload.facts):
                    return upload
    raise AssertionError(f"no facts fit {layout.name}")


def papers() -> list[Set]:
    return [set_paper(upload_for(one), "x", Random(place), Manner(), one) for place, one in enumerate(LAYOUTS)]


@pytest.fixture(scope="module")
def made() -> list[Set]:
    return papers()


def without_grain(page: str) -> str:
    """The HTML less the filters that make ink uneven and print soft: Chromium takes long over them, and they change no word."""
    return page.replace("</style>", "*{filter:none!important}</style>", 1)


def pressed(text: str) -> str:
    return "".join(text.split()).replace("(", "（").replace(")", "）")


@pytest.mark.parametrize("group", GROUPS)
def test_every_paper_has_layouts_in_every_group(group: str) -> None:
    for seed in range(12):
        for kind in KINDS:
            for upload in invent_application(Random(seed), "X", "honour", kind).uploads:
                assert layouts_for(upload.facts, group), TYPES[type(upload.facts)]


@pytest.mark.parametrize("type_", ALL_TYPES)
def test_the_groups_share_the_layouts_of_a_type(type_: str) -> None:
    a, b, *trials = (sum(one.type == type_ and one.group == group for one in LAYOUTS) for group in "abcdef")
    assert abs(a - b) <= 1
    assert a + b >= 4
    assert min(trials) >= 2


@pytest.mark.parametrize("group", ["c", "d", "e", "f"])
def test_a_trial_group_is_drawn_only_when_it_is_asked_for(group: str) -> None:
    assert group not in {one.group for one in layouts_for(upload_for(LAYOUTS[0]).facts, "all")}
    assert all(one.template.startswith(f"{group}/") == (one.group == group) for one in LAYOUTS)


def test_a_seal_says_its_name_and_code_in_truth(made: list[Set]) -> None:
    for one in made:
        for seal in one.paper.truth()["seals"]:
            assert seal["page"] < len(one.paper.pages)
            assert seal["name"]
            assert seal["code"] is None or len(seal["code"]) == 13


@pytest.mark.parametrize("group", sorted(MAKERS))
def test_a_seal_of_another_maker_says_the_same_in_the_same_colour(group: str) -> None:
    for seed in range(60):
        first = stamp_of(Seal("北京衡砺精工科技有限公司", "合同专用章" if seed % 2 else None, "1101150012345"), Random(seed))
        other = cut_by(MAKERS[group], first, Random(seed))
        assert other.truth(0) == first.truth(0)
        assert svg(other, Random(1)) != svg(first, Random(1))


@pytest.mark.parametrize("capture", MACHINES)
def test_every_machine_leaves_the_page_upright_and_its_red_red(capture: Machine) -> None:
    page = np.full((600, 420, 3), 255, np.uint8)
    page[100:150, 60:360], page[400:500, 150:280] = 20, (211, 32, 44)
    seen = capture(page, np.random.default_rng(5)).astype(int)
    where = np.argwhere(seen[..., 0] - seen[..., 1:].max(axis=2) > 40)
    assert 0.55 < where[:, 0].mean() / seen.shape[0] < 0.95
    assert 0.35 < where[:, 1].mean() / seen.shape[1] < 0.65


def test_the_same_seed_says_the_same(made: list[Set]) -> None:
    again = papers()
    assert [one.paper.truth() for one in made] == [one.paper.truth() for one in again]
    assert [one.html for one in made] == [one.html for one in again]


@pytest.mark.usefixtures("browser")
def test_what_the_truth_says_is_printed_on_the_pages(made: list[Set]) -> None:
    pages = pdfium.PdfDocument(print_pdf(without_grain(sheet(made, Random(1)))))
    assert len(pages) == sum(len(one.paper.pages) for one in made)
    start = 0
    for one in made:
        end = start + len(one.paper.pages)
        text = pressed("".join(pages[place].get_textpage().get_text_range() for place in range(start, end)))
        text += "".join(seal["name"] for seal in one.paper.seals)
        fields = one.paper.truth()["fields"]
        for name in set(AS_THEY_ARE) & set(fields):
            assert str(fields[name]) in text, (one.layout.type, one.layout.name, name)
        start = end


@pytest.mark.usefixtures("browser")
@pytest.mark.parametrize("group", ["a", "c", "d", "e", "f"])
def test_a_drawn_application_is_one_that_names_its_files_and_truth(tmp_path: Path, group: str) -> None:
    assert main(["--seed", "3", "--out", str(tmp_path), "--group", group, "--dpi", "50"]) == 0
    (folder,) = tmp_path.iterdir()
    form, truth = (json.loads((folder / name).read_text(encoding="utf-8")) for name in ("application.json", "truth.json"))
    assert {one["file"] for one in form["materials"]} == {one["file"] for one in truth["documents"]}
    assert all((folder / one["file"]).stat().st_size > 1000 for one in form["materials"])
    assert set(truth["layouts"].values()) <= {one.name for one in LAYOUTS if one.group == group}
    assert truth["flags"] == []


def test_without_a_browser_the_program_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert main(["--seed", "1", "--out", str(tmp_path)]) == 2
    assert "apt-get install chromium" in capsys.readouterr().err
