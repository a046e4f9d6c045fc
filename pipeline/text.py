"""Page pictures in, lines of print out: the PDF's own words where they can be trusted, else OCR, upright."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from statistics import mean
from typing import NamedTuple

import numpy as np

from models.beside import Piece, mended, print_beside
from models.curl import find_bend
from models.dates import figures_after_years
from models.gaps import without_gaps
from models.imaging import calm
from models.ocr import Engine, Image, Quad, Reading
from models.records import Box, Line
from models.stamps import without_stamps
from models.strips import cut_strip, darkness, is_vertical, quad_size, redness, slope, turn_quad, without_red
from pipeline.documents import Document, Page
from pipeline.pages import flatten_page, load_image, turn_page
from pipeline.stamped import with_lines_under_stamps

SAMPLE = 7  # strips that are read to tell which way up a page is
FEW = 2  # lines below which nothing is said about the way up …
FEW_LYING = 4  # … and about lying: the two or three upright columns of a sign board are no page on its side
SURE = 0.85  # mean confidence of the sample above which nobody turns the page: upside-down print stays below 0.7 (15 drawn pages)
GIBBERISH = 0.6  # print the right way up is read at 0.8 and more; below, neither way says anything (a shaken photograph: 0.43)
SLANTED = 12  # degrees; print on a straightened page leans less, watermarks 20 to 50 (guess)
TOUCHED = 0.004  # share of red ink from which a strip is read a second time without it: one character of ten under a rim (guess)
RED = 0.02  # … and from which print may be red itself
CLEAR = 0.95  # mean confidence from which a reading with more characters is believed: the other lost some under the ink (guess)
RIM = 0.02  # of the width: straightening puts a strip of paper beside a page that was cut off (guess)
ORNAMENT, ALIKE = 6, 6  # characters from which a line may be a border, of which each stands so often then (guess) …
DOUBTED = 0.7  # … or less often in a line read with less confidence (guess)
FILLING = "_＿-—–.…·*＊×xX~～/"  # what blanks and masked numbers are filled with
RED_PRINT = 0.02  # share of dark ink below which a red strip is a red heading or a seal, not stamped print …
PALE_PRINT = 0.5  # … unless as much of it, for each part of red ink, is dark without that ink: blurred strokes are pale (guess)


def read_text(document: Document, engine: Engine) -> Document:
    """The document with ``lines`` on each page, in reading order; a page found lying or upside down is turned."""
    return document.model_copy(update={"pages": tuple(read_page(page, engine) for page in document.pages)})


def read_page(page: Page, engine: Engine) -> Page:
    if page.source == "text_layer":
        return page.model_copy(update={"lines": in_reading_order(page.words)})
    if not page.image or "blank" in page.quality.defects:
        return page
    image = picture_to_read(page)
    unstamped = without_stamps(image)
    quads: Sequence[Quad] = engine.find(unstamped.image)
    bend = find_bend(unstamped.image, quads)
    if bend is not None:
        page = flatten_page(page, bend)
        image = picture_to_read(page)
        unstamped = without_stamps(image)
        quads = engine.find(unstamped.image)
    quads = with_lines_under_stamps(image, quads, unstamped.places, engine)
    strips = [cut_strip(image, quad) for quad in quads]
    way = way_up(quads, strips, engine)
    if way.degrees:
        height, width = image.shape[:2]
        page = turn_page(page, way.degrees)
        image = picture_to_read(page)
        quads = [turn_quad(quad, way.degrees, width, height) for quad in quads]
        strips = [cut_strip(image, quad) for quad in quads]
        unstamped = without_stamps(image)
    readings = read_all(strips, way.known, engine)
    pieces = [Piece(*piece) for piece in zip(quads, strips, readings, strict=True)]
    pieces = mended(image, pieces, print_beside(unstamped.image, quads), engine)
    pieces = mended(image, pieces, figures_after_years(pieces), engine)
    lines = lines_of(image, pieces, engine)
    if "cut_off" in page.quality.defects:
        lines = [doubted(line) if runs_out(line) else line for line in lines]
    return page.model_copy(update={"lines": in_reading_order(lines)})


def picture_to_read(page: Page) -> Image:
    """The page's picture; a noisy one calmed, which costs 0.1 s of the few pages that need it."""
    return calm(load_image(page)) if "noisy" in page.quality.defects else load_image(page)


def runs_out(line: Line) -> bool:
    """Whether the line ends where the picture does, left or right."""
    return line.box.x0 < RIM or line.box.x1 > 1 - RIM


def doubted(line: Line) -> Line:
    """The line with half its confidence: nobody knows how it goes on."""
    confidences = tuple(round(confidence / 2, 4) for confidence in line.confidences)
    return line.model_copy(update={"confidence": round(line.confidence / 2, 4), "confidences": confidences})


def is_stamped(strip: Image, red: float) -> bool:
    """Whether a strip of which ``red`` is the share of red ink holds print too."""
    if red <= TOUCHED:
        return False
    return darkness(strip) > RED_PRINT or darkness(without_red(strip), below=0.7) > max(RED_PRINT, PALE_PRINT * red)


class WayUp(NamedTuple):
    """``degrees`` clockwise (0, 90, 180, 270) that bring the page upright; ``known``: what some of its lines, by their number,
    say then."""

    degrees: int
    known: dict[int, Reading]


def way_up(quads: Sequence[Quad], strips: Sequence[Image], engine: Engine) -> WayUp:
    """Told by the longest lines alone, so that no other is read the wrong way; those read with doubt are read upside down too."""
    longest = sorted(range(len(quads)), key=lambda i: -max(quad_size(quads[i])))
    lying = [i for i in longest if is_vertical(quads[i])]
    sideways = sum(max(quad_size(quads[i])) for i in lying) > 0.5 * sum(max(quad_size(quad)) for quad in quads)
    sample = (lying if sideways else [i for i in longest if i not in lying])[:SAMPLE]
    if len(sample) < (FEW_LYING if sideways else FEW):
        return WayUp(0, {})
    as_cut = engine.read([strips[i] for i in sample])
    here = WayUp(270 if sideways else 0, dict(zip(sample, as_cut, strict=True)))  # lying lines were cut turned anticlockwise
    if certainty(as_cut) >= SURE:
        return here
    turned = engine.read([np.ascontiguousarray(strips[i][::-1, ::-1]) for i in sample])
    other = WayUp(90 if sideways else 180, dict(zip(sample, turned, strict=True)))
    if sideways:
        return here if certainty(as_cut) >= certainty(turned) else other
    return other if certainty(turned) > max(certainty(as_cut) + 0.05, GIBBERISH) else here


def read_all(strips: Sequence[Image], known: Mapping[int, Reading], engine: Engine) -> list[Reading]:
    """The strips' readings, of which some are known already."""
    unread = [i for i in range(len(strips)) if i not in known]
    readings = {**known, **dict(zip(unread, engine.read([strips[i] for i in unread]), strict=True))}
    return [readings[i] for i in range(len(strips))]


def certainty(readings: Sequence[Reading]) -> float:
    """Mean confidence weighted by length, so that a stray dot counts for little."""
    weights = [len(reading.text) for reading in readings]
    total = sum(weights)
    return sum(r.confidence * w for r, w in zip(readings, weights, strict=True)) / total if total else 0.0


def lines_of(image: Image, pieces: Sequence[Piece], engine: Engine) -> list[Line]:
    """One line per place that holds print; stamped ones are read again without red, and the better reading is kept."""
    red = [redness(piece.strip) for piece in pieces]
    plain = {i: without_red(piece.strip) for i, piece in enumerate(pieces) if is_stamped(piece.strip, red[i])}
    again = dict(zip(plain, engine.read(list(plain.values())), strict=True))
    chosen = [better(piece.reading, again.get(i)) for i, piece in enumerate(pieces)]
    whole = without_gaps([plain.get(i, piece.strip) for i, piece in enumerate(pieces)], chosen, engine)
    height, width = image.shape[:2]
    return [
        line_of(reading, piece.quad, width, height, red=i not in plain and red[i] > RED)
        for i, (reading, piece) in enumerate(zip(whole, pieces, strict=True))
        if reading.text.strip() and not is_ornament(reading)
    ]


def is_ornament(reading: Reading) -> bool:
    """Whether the border of a certificate was taken for print: the same few characters again and again, as 申中申申申中."""
    text = "".join(reading.text.split())
    letters = len(text) >= ORNAMENT and not any(one in FILLING or one.isdigit() for one in text)
    few = ALIKE * len(set(text)) <= len(text)
    return letters and (few or (2 * len(set(text)) <= len(text) and reading.confidence < DOUBTED))


def better(reading: Reading, other: Reading | None) -> Reading:
    """The surer of two readings of one strip, without ink the second. Of two sure ones the longer, unless the ink may have made a
    character of its own; a much shorter one is no rival, it lost print."""
    if other is None or len(other.text) < 0.7 * len(reading.text):
        return reading
    if min(reading.confidence, other.confidence) > CLEAR and len(reading.text) != len(other.text):
        lost = len(other.text) > len(reading.text) or min(reading.confidences, default=1.0) < CLEAR
        return other if lost else reading
    return other if other.confidence > reading.confidence else reading


def line_of(reading: Reading, quad: Quad, width: int, height: int, *, red: bool) -> Line:
    (x0, y0), (x1, y1) = quad.min(axis=0), quad.max(axis=0)
    box = Box(*(round(float(min(1.0, max(0.0, value))), 5) for value in (x0 / width, y0 / height, x1 / width, y1 / height)))
    return Line(
        text=reading.text,
        confidence=round(reading.confidence, 4),
        box=box,
        centres=reading.centres,
        confidences=reading.confidences,
        vertical=is_vertical(quad),
        red=red,
        slanted=slope(quad) > SLANTED and len(reading.text) > 1,
    )


def in_reading_order(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Rows from top to bottom, each from left to right. Lines share a row when their middles lie within each other's height."""
    rows: list[list[Line]] = []
    for line in sorted(lines, key=lambda line: line.box.centre[1]):
        if rows and same_row(rows[-1], line):
            rows[-1].append(line)
        else:
            rows.append([line])
    return tuple(line for row in rows for line in sorted(row, key=lambda line: line.box.x0))


def same_row(row: Sequence[Line], line: Line) -> bool:
    middle = mean(other.box.centre[1] for other in row)
    height = min(member.box.height for member in [line, *row])
    return abs(line.box.centre[1] - middle) < 0.5 * height
