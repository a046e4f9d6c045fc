"""Who signs a paper: the body whose name stands at its foot, by the date or by its seal. A paper in, candidates out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.finders.dates import is_printers, labelled_dates, last_free_date
from extractors.finding import read_value
from extractors.kinds import kind
from extractors.layout import PageLines, Passage, Span, centred_under, is_under, whole_line
from extractors.paper import Candidate, Paper
from extractors.value_places import has_label_left, is_date, kind_of
from models.records import Box, Line


def signed_above_date(paper: Paper) -> Iterator[Candidate]:
    """Who signs a certificate: the body whose name stands in the lower part, just above or beside the date; the nearest first."""
    free = list(last_free_date(paper))[:1]
    for date in free or [*months(paper), *labelled_dates(paper)][-1:]:
        page, rank = paper.page(date.place.page), 0
        for line in sorted(page.lines, key=lambda line: -line.box.y1):
            if not near_above(line.box, date.place.box) or is_claimed(paper, page, line):
                continue
            whole, single = whole_name(page, line), whole_line(page.index, line)
            passage = next((one for one in (whole, single) if is_whole_body(re.sub(r"\s", "", one.text))), None)
            place = passage.locate(0, len(passage.text)) if passage else None
            if place is not None:
                name = kind("company").normalise(STAMPED.sub("", re.sub(r"\s", "", place.text)))
                yield Candidate(name, place, (0.7 if free else 0.6) * 0.97**rank, "layout")
                rank += 1


def months(paper: Paper) -> Iterator[Candidate]:
    """Lines that say a year and a month and nothing else, as papers do that name no day."""
    for page in paper.pages:
        for line in page.lines:
            dated = read_value(whole_line(page.index, line), kind("date"), method="layout") if is_date(line.text) else None
            if dated is not None:
                yield dated


def near_above(box: Box, date: Box) -> bool:
    """Within seven line heights above the date, or on its height, and overlapping its width or right of the page's middle."""
    gap = date.y0 - box.y1
    aligned = min(box.x1, date.x1) - max(box.x0, date.x0) > -0.1
    return -1.2 * date.height < gap < 7 * date.height and aligned


def stamped_body(paper: Paper) -> Iterator[Candidate]:
    """A body on a line of its own that ends with the word for its seal, as （盖章）, or that can but be who tested the holder."""
    for page in paper.pages:
        for line in page.lines:
            text = re.sub(r"\s", "", line.text)
            place = whole_line(page.index, line).locate(0, len(line.text))
            sealed = STAMPED.search(text) or TESTING.match(text)
            if place is not None and sealed and is_body(STAMP_OF.sub("", text)) and not is_claimed(paper, page, line):
                yield Candidate(kind("company").normalise(STAMP_OF.sub("", STAMPED.sub("", text))), place, 0.6, "layout")


STAMPED = re.compile(r"[（(](?:盖?章|印章?|公章)[）)]$")
"""The word for a seal behind the name of the body whose it is."""
STAMP_OF = re.compile(r"职业技能鉴定专用章$")
TESTING = re.compile(r"[\u4e00-\u9fff]{2,16}职业技能鉴定(?:指导)?中心(?:职业技能鉴定专用章)?$")


def is_claimed(paper: Paper, page: PageLines, line: Line) -> bool:
    """Whether a line is a label's or a label's value, or of whoever printed the paper, and so signs nothing."""
    own = any(label.span.start == 0 and kind_of(paper, label) == "issuer" for label in paper.labels_in(page.index, line))
    return own or is_labelled(paper, page.index, line) or has_label_left(paper, page, line) or is_printers(page, line)


def is_labelled(paper: Paper, index: int, line: Line) -> bool:
    """Whether a line begins with a label of the paper or is one, such as 职业技能鉴定（指导）中心（印）."""
    return any(label.span.start == 0 and label.strength == 1 for label in paper.labels_in(index, line))


def whole_name(page: PageLines, line: Line) -> Passage:
    """The line with the one above it, when a name that does not end there goes on in this one: it is set in the middle of the
    other, or begins where that begins, and is no longer."""
    if OF_A_PLACE.match(line.text):
        return whole_line(page.index, line)
    above = [
        other
        for other in page.lines
        if is_under(line.box, other.box)
        and line.box.y0 - other.box.y1 < CLOSE * line.box.height
        and BEGINNING.fullmatch(re.sub(r"\s", "", other.text))
        and (
            is_part(line)
            or re.sub(r"\s", "", other.text) == "中华人民共和国"
            or (not BODY.search(re.sub(r"\s", "", other.text)) and line.box.width <= other.box.width)
        )
        and (centred_under(line.box, other.box, page) or abs(line.box.x0 - other.box.x0) < page.em(line.box))
    ]
    return Passage([Span(page.index, part, 0, len(part.text)) for part in (*above[-1:], line)], spaces=False)


def is_part(line: Line) -> bool:
    """Whether a line names a part of an organisation by what it does, so that the organisation stands above it."""
    return re.match(r"(?:职业|技能|培训|考评|鉴定|评价|认定)\S*(?:中心|机构|站|所|部)$", re.sub(r"\s", "", line.text)) is not None


BEGINNING = re.compile(r"[\u4e00-\u9fff（）()]{6,}")
OF_A_PLACE = re.compile(r"北京|天津|上海|重庆|中国|中华|国家|[\u4e00-\u9fff]{2,3}(?:省|市|自治区)")
"""How names of organisations begin; what begins so goes on with none."""
CLOSE = 1.2
"""Line heights of white between the lines of one name at most (guess)."""


def is_body(text: str) -> bool:
    return BODY.search(text) is not None and NOT_A_BODY.search(text) is None


def is_whole_body(text: str) -> bool:
    """Whether print is a body's name and no piece of one that a seal tore off, as 障局."""
    return is_body(text) and len(text) >= SHORTEST


SHORTEST = 4
BODY = re.compile(
    r"(?:部|局|委员会|委|政府|厅|协会|学会|联合会|商会|总会|工会|公司|集团|中心|院|所|处|办公室|大学|学校|学院|组委会|厂|社|馆)[）)]?[（(]?[章盖印]*[）)]?$"
)
NOT_A_BODY = re.compile(r"[：:。，,；;]|同志|荣获|授予|特发|此证|证书|编号")
