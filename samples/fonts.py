"""The typefaces papers are set in: a role (song, kai …) in, font files of this machine out.

Only families found here are used, so the same seed gives the same bytes on machines with the same fonts.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from PIL import ImageFont

ROOT = Path("/usr/share/fonts")
EXTRA_ROOTS = (Path("/usr/local/share/fonts"), Path.home() / ".local/share/fonts", Path("/Library/Fonts"))


@dataclass(frozen=True)
class Family:
    """A font file (and its face within a collection), the package that brings it, whether PDFs embed it (TrueType)."""

    file: str
    package: str
    index: int = 0
    embeds: bool = False


NOTO_SERIF = Family("opentype/noto/NotoSerifCJK-Regular.ttc", "fonts-noto-cjk", 2)
NOTO_SERIF_BOLD = Family("opentype/noto/NotoSerifCJK-Bold.ttc", "fonts-noto-cjk", 2)
NOTO_SANS = Family("opentype/noto/NotoSansCJK-Regular.ttc", "fonts-noto-cjk", 2)
NOTO_SANS_BOLD = Family("opentype/noto/NotoSansCJK-Bold.ttc", "fonts-noto-cjk", 2)
UMING = Family("truetype/arphic/uming.ttc", "fonts-arphic-uming", 0, embeds=True)
UKAI = Family("truetype/arphic/ukai.ttc", "fonts-arphic-ukai", 0, embeds=True)
ZENHEI = Family("truetype/wqy/wqy-zenhei.ttc", "fonts-wqy-zenhei", 0, embeds=True)
MICROHEI = Family("truetype/wqy/wqy-microhei.ttc", "fonts-wqy-microhei", 0, embeds=True)
SUNGTI_GB = Family("truetype/arphic-gbsn00lp/gbsn00lp.ttf", "fonts-arphic-gbsn00lp", 0, embeds=True)
KAITI_GB = Family("truetype/arphic-gkai00mp/gkai00mp.ttf", "fonts-arphic-gkai00mp", 0, embeds=True)
WENKAI = Family("truetype/lxgw-wenkai/LXGWWenKai-Regular.ttf", "fonts-lxgw-wenkai", 0, embeds=True)
WENKAI_LIGHT = Family("truetype/lxgw-wenkai/LXGWWenKai-Light.ttf", "fonts-lxgw-wenkai", 0, embeds=True)
TIMES = Family("truetype/liberation/LiberationSerif-Regular.ttf", "fonts-liberation", 0, embeds=True)
ARIAL = Family("truetype/liberation/LiberationSans-Regular.ttf", "fonts-liberation", 0, embeds=True)

ROLES: dict[str, tuple[Family, ...]] = {
    "song": (NOTO_SERIF, UMING, SUNGTI_GB),
    "hei": (NOTO_SANS, ZENHEI, MICROHEI),
    "kai": (UKAI, KAITI_GB, WENKAI),
    "fangsong": (WENKAI_LIGHT, SUNGTI_GB, UMING),
    "title": (NOTO_SERIF_BOLD, NOTO_SANS_BOLD),
    "boldsong": (NOTO_SERIF_BOLD,),
    "boldhei": (NOTO_SANS_BOLD, ZENHEI),
    "hand": (WENKAI_LIGHT, KAITI_GB, UKAI, WENKAI),
    "seal": (NOTO_SERIF_BOLD, NOTO_SERIF, NOTO_SANS, UMING, ZENHEI),
}
"""Free stand-ins for 宋体, 黑体, 楷体, 仿宋 … Any one family of a role is enough to draw."""

LATIN: tuple[Family | None, ...] = (None, None, TIMES, TIMES, ARIAL)
"""What sets digits and Latin letters: the Chinese font itself, or a Western one, as office programs do."""


class FontsMissing(Exception):
    """A role has no family on this machine; the message names the packages to install."""


@dataclass(frozen=True)
class Face:
    """A Chinese family and, when not None, the Latin family for ASCII."""

    family: Family
    latin: Family | None = None


def path_of(family: Family) -> Path | None:
    """Where the family's file lies, or None."""
    places = [ROOT / family.file, *(root / Path(family.file).name for root in EXTRA_ROOTS)]
    return next((place for place in places if place.is_file()), None)


@lru_cache
def families(role: str) -> tuple[Family, ...]:
    """The role's families that are installed here."""
    found = tuple(family for family in ROLES[role] if path_of(family))
    if found:
        return found
    packages = " or ".join(dict.fromkeys(family.package for family in ROLES[role]))
    raise FontsMissing(f"no font for '{role}': install {packages}")


def check_fonts() -> None:
    """Raises FontsMissing unless every role can be drawn."""
    for role in ROLES:
        families(role)


@lru_cache(maxsize=400)
def load(family: Family, pixels: int) -> ImageFont.FreeTypeFont:
    """The family at a size in pixels."""
    path = path_of(family)
    if path is None:
        raise FontsMissing(f"install {family.package}")
    return ImageFont.truetype(str(path), pixels, index=family.index, layout_engine=ImageFont.Layout.BASIC)


@lru_cache(maxsize=20_000)
def covers(family: Family, character: str) -> bool:
    """Whether the family draws the character rather than its empty box (GB2312 fonts lack rare names' characters)."""
    if character.isspace():
        return True
    font = load(family, 32)
    return bytes(font.getmask(character)) != bytes(font.getmask("\uffff"))


def family_for(face: Face, character: str) -> Family:
    """Which family sets the character: Latin for ASCII, the Chinese one, or the first that covers it."""
    if face.latin and character.isascii() and path_of(face.latin):
        return face.latin
    if covers(face.family, character):
        return face.family
    return next((f for f in (NOTO_SERIF, NOTO_SANS, UMING, ZENHEI) if path_of(f) and covers(f, character)), face.family)
