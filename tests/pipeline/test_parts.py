"""Files that hold several papers: where another one begins, and what must stay together."""

from __future__ import annotations

import pytest

from models.records import Box, Code, Line, Seal
from pipeline.classification import classify
from pipeline.documents import Document, Page, Quality
from pipeline.extraction import extract_fields
from pipeline.parts import each_part, gathered, split
from pipeline.regions import out_of
from tests.extractors.papers import typed


def document(*pages: str, slot: str = "", seals: tuple[Seal, ...] = ()) -> Document:
    quality = Quality(sharpness=0.9, dpi=200)
    read = tuple(
        Page(index=index, width=1000, height=1414, quality=quality, lines=typed(text, index=index).lines)
        for index, text in enumerate(pages)
    )
    return Document(file="扫描件.pdf", slot=slot, pages=read, seals=seals)


def begins(*pages: str) -> list[int]:
    return [part.first_page for part in split(document(*pages))]


def certificate(name: str, number: str, id_number: str) -> str:
    return f"""
职业技能等级证书
姓名：{name}
证件号码：{id_number}
职业名称：电工
职业技能等级：三级/高级工
证书编号：{number}
评价机构：北京恒岳机床集团有限公司
发证日期：2022年11月18日
"""


LICENCE = """
营业执照
统一社会信用代码 91110302MA01ABCD5E
名称 北京朗润新材料有限公司
法定代表人 霍思燕
注册资本 3000万元
成立日期 2019年08月19日
住所 北京市北京经济技术开发区博兴三路16号
经营范围 新材料技术研发
登记机关 北京经济技术开发区市场监督管理局
"""
LETTER = """
承诺书
我单位申报技能大师工作室资助，郑重承诺如下：
申报材料真实、合法、有效，自愿接受监督，承担法律责任。
承诺单位：北京朗润新材料有限公司
2026年1月19日
"""
FIRST = certificate("陈立", "Y000011000123223000456", "110105197912031016")
SECOND = certificate("孙晓梅", "Y000011000123223000457", "370923199101051519")
COVER = "劳动合同书\n甲方：北京朗润新材料有限公司\n乙方：{}\n签订日期：2023年1月1日"
PARTIES = """
甲方（用人单位）：北京朗润新材料有限公司
乙方（劳动者）：{}
居民身份证号码：{}
劳动合同期限：自2023年1月1日起至2025年12月31日止，其中试用期三个月。
工作内容：乙方担任电工工作。
"""
ID_CARD = "姓名 陈立\n性别 男 民族 汉\n出生 1979年12月3日\n住址 北京市大兴区\n公民身份号码 110105197912031016"
CONFIDENTIALITY = """
附件一：保密承诺书
本人郑重承诺如下：保守商业秘密，承担法律责任。
承诺人：陈立
"""
LABOUR_LAW = "一、劳动合同期限\n甲方与乙方约定工作内容、工作地点和劳动报酬。\n试用期三个月。\n社会保险按规定办理。"
BOOKLET_COVER = "国家职业资格证书\n中华人民共和国人力资源和社会保障部印制"
BOOKLET = """
姓名 何建军
性别 男
出生日期 1975年02月28日
职业名称 维修电工
职业技能等级 二级/技师
证书编号 1201002003200118
身份证号 120101197502280016
"""
RESULTS = "理论知识考试成绩 82\n操作技能考核成绩 85\n评定成绩 合格\n职业技能鉴定（指导）中心（印）\n2012年06月20日"

APART = {
    "a licence, a letter and two certificates": ((LICENCE, LETTER, FIRST, SECOND), [0, 1, 2, 3]),
    "certificates of two people": ((FIRST, SECOND), [0, 1]),
    "contracts of two people, each with a cover": (
        (
            COVER.format("陈立"),
            PARTIES.format("陈立", "110105197912031016"),
            COVER.format("孙晓梅"),
            PARTIES.format("孙晓梅", "370923199101051519"),
        ),
        [0, 2],
    ),
    "a page between two papers stays with the first": ((LICENCE, "证照仅供申报使用", FIRST), [0, 2]),
}
TOGETHER = {
    "one paper": (LICENCE,),
    "a contract with its parties on the second page": (COVER.format("陈立"), PARTIES.format("陈立", "110105197912031016")),
    "a contract with numbered headings": (COVER.format("陈立"), PARTIES.format("陈立", "110105197912031016"), LABOUR_LAW),
    "a contract with a copy of the ID card": (COVER.format("陈立"), PARTIES.format("陈立", "110105197912031016"), ID_CARD),
    "a contract with an annex": (COVER.format("陈立"), PARTIES.format("陈立", "110105197912031016"), CONFIDENTIALITY),
    "a contract with a letter of the worker's": (
        PARTIES.format("陈立", "110105197912031016"),
        CONFIDENTIALITY.replace("附件一：", ""),
    ),
    "a booklet of three pages": (BOOKLET_COVER, BOOKLET, RESULTS),
    "the same certificate twice": (FIRST, FIRST),
    "pages that nobody knows": ("第一页", "第二页"),
}


@pytest.mark.parametrize(("pages", "expected"), APART.values(), ids=APART.keys())
def test_another_paper_begins_another_part(pages: tuple[str, ...], expected: list[int]) -> None:
    assert begins(*pages) == expected


@pytest.mark.parametrize("pages", TOGETHER.values(), ids=TOGETHER.keys())
def test_what_belongs_together_stays_together(pages: tuple[str, ...]) -> None:
    assert begins(*pages) == [0]


def read(whole: Document) -> Document:
    return gathered([extract_fields(classify(part)) for part in split(whole)])


def test_a_part_has_its_own_pages_seals_and_fields() -> None:
    seal = Seal(page=2, box=Box(0.6, 0.6, 0.8, 0.8), shape="round", colour="red", name="北京恒岳机床集团有限公司", confidence=0.9)
    main = read(document(LICENCE, FIRST, SECOND, slot="skill_certificate", seals=(seal,)))
    assert main.type == "skill_certificate"
    assert [part.type for part in main.parts] == ["business_license", "skill_certificate"]
    licence, first, second = each_part([main])
    assert [page.index for page in second.pages] == [2]
    assert (licence.seals, first.seals, second.seals) == ((), (), (seal,))
    assert (first.fields["holder_name"].value, second.fields["holder_name"].value) == ("陈立", "孙晓梅")
    assert second.fields["holder_name"].page == 2
    assert not any(part.parts for part in (licence, first, second))


def test_other_parts_are_listed_only_where_there_are_any() -> None:
    assert "parts" not in read(document(LICENCE)).public()
    (other,) = read(document(LICENCE, LETTER)).public()["parts"]
    assert other["type"] == "commitment_letter"
    assert "parts" not in other
    assert "lines" not in other["pages"][0]


def test_each_part_keeps_the_codes_of_its_own_pages() -> None:
    codes = tuple(Code(page=page, box=Box(0.1, 0.8, 0.2, 0.9), text=str(page)) for page in range(2))
    parts = split(document(FIRST, SECOND).model_copy(update={"codes": codes}))
    assert [[code.page for code in part.codes] for part in parts] == [[0], [1]]


LEFT, RIGHT = Box(0.0, 0.0, 0.5, 1.0), Box(0.5, 0.0, 1.0, 1.0)
UPPER, LOWER = Box(0.0, 0.0, 1.0, 0.5), Box(0.0, 0.5, 1.0, 1.0)
AWARD = "荣誉证书\n霍思燕同志：\n荣获2023年度北京市技术能手称号，特发此证。\n北京市总工会\n2023年5月1日"
STATEMENT = "本证书由中华人民共和国人力资源和社会保障部批准颁发\n中华人民共和国\n人力资源和社会保障部\n照片"
OTHER_BOOKLET = (
    BOOKLET.replace("何建军", "孙晓梅")
    .replace("1201002003200118", "1301002003200226")
    .replace("120101197502280016", "370923199101051519")
)


def sheet_of(*papers: tuple[str, Box], seals: tuple[Seal, ...] = (), slot: str = "") -> Document:
    """A file of one page on which papers share the room, their headings in larger print."""

    def placed(line: Line, region: Box) -> Line:
        box = out_of(line.box, region)
        return line.model_copy(update={"box": box._replace(y0=box.y0 - box.height) if line.text.endswith("证书") else box})

    lines = tuple(placed(line, region) for text, region in papers for line in typed(text).lines)
    page = Page(index=0, width=2000, height=1414, quality=Quality(sharpness=0.9, dpi=200), lines=lines)
    return Document(file="扫描件.jpg", slot=slot, pages=(page,), seals=seals)


SHARED = {
    "two people's side by side": ((FIRST, LEFT), (SECOND, RIGHT)),
    "one above the other": ((FIRST, UPPER), (SECOND, LOWER)),
    "a certificate above an award": ((FIRST, UPPER), (AWARD, LOWER)),
    "booklets without a heading": ((BOOKLET, UPPER), (OTHER_BOOKLET, LOWER)),
    "four": (
        (FIRST, Box(0.0, 0.0, 0.5, 0.5)),
        (SECOND, Box(0.5, 0.0, 1.0, 0.5)),
        (FIRST.replace("223000456", "198004711"), Box(0.0, 0.5, 0.5, 1.0)),
        (SECOND.replace("223000457", "198004729"), Box(0.5, 0.5, 1.0, 1.0)),
    ),
}
ONE_PAPER = {
    "a red book laid open": ((STATEMENT, LEFT), (BOOKLET, RIGHT)),
    "a red book, its pages one above the other": ((BOOKLET, UPPER), (RESULTS, LOWER)),
    "the same certificate twice": ((FIRST, LEFT), (FIRST, RIGHT)),
    "a cover beside the page": ((BOOKLET_COVER, LEFT), (BOOKLET, RIGHT)),
    "two pages of a contract": ((COVER.format("陈立"), LEFT), (PARTIES.format("陈立", "110105197912031016"), RIGHT)),
}


@pytest.mark.parametrize("papers", SHARED.values(), ids=SHARED.keys())
def test_papers_that_share_a_page_are_told_apart(papers: tuple[tuple[str, Box], ...]) -> None:
    parts = split(sheet_of(*papers))
    assert [len(part.pages[0].lines) for part in parts] == [len(typed(text).lines) for text, _ in papers]


@pytest.mark.parametrize("papers", ONE_PAPER.values(), ids=ONE_PAPER.keys())
def test_what_lies_open_on_a_page_is_one_paper(papers: tuple[tuple[str, Box], ...]) -> None:
    whole = sheet_of(*papers)
    assert split(whole) == [whole]


def test_papers_of_one_page_keep_their_values_seals_and_places() -> None:
    seal = Seal(page=0, box=Box(0.7, 0.6, 0.9, 0.8), shape="round", colour="red", name="北京恒岳机床集团有限公司", confidence=0.9)
    first, second = each_part([read(sheet_of((FIRST, LEFT), (SECOND, RIGHT), seals=(seal,), slot="skill_certificate"))])
    assert (first.fields["holder_name"].value, second.fields["holder_name"].value) == ("陈立", "孙晓梅")
    assert (first.fields["certificate_number"].value, second.fields["certificate_number"].value) == (
        "Y000011000123223000456",
        "Y000011000123223000457",
    )
    assert first.fields["holder_name"].box.x1 < 0.5 < second.fields["holder_name"].box.x0
    assert all(line.box.x0 > 0.5 for line in second.lines)
    assert first.seals == ()
    assert second.seals[0].box == pytest.approx(seal.box, abs=1e-4)
    assert first.beginning < second.beginning


def test_the_region_is_told_only_of_pages_that_papers_share() -> None:
    main = read(sheet_of((FIRST, UPPER), (SECOND, LOWER))).public()
    assert main["pages"][0]["region"][:2] == [0.0, 0.0]
    assert main["parts"][0]["pages"][0]["region"][3] == 1.0
    assert "region" not in read(document(LICENCE)).public()["pages"][0]
