"""Links within a text that somebody else wrote, as a QR code's: which hosts they would lead to, judged and never followed."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple
from urllib.parse import urlsplit

_WEB = re.compile(r"https?:[/\\]{1,}[^\s<>\"'，。；、）】》]+", re.IGNORECASE)
_SCHEME = re.compile(r"(javascript|vbscript|data|file|blob|intent|[a-z][a-z0-9+.\-]{1,20}(?=://)):", re.IGNORECASE)
_BARE = re.compile(r"(?:[a-z0-9\-]+\.)+[a-z]{2,24}(?::\d+)?(?=[/?#]|$)", re.IGNORECASE)
_PLAIN_HOST = re.compile(r"[a-z0-9\-]+(?:\.[a-z0-9\-]+)+")
_SHOWN = 120


class Link(NamedTuple):
    """``host`` in lower case; None where a reader and a browser could take it for different hosts, or where it is no page of the
    web at all: ``trick`` says why, in Chinese."""

    text: str
    host: str | None
    trick: str = ""


def links_in(text: str) -> list[Link]:
    """Every web address of the text; of a text that is one address without ``http://``, or runs or opens something, that one."""
    stripped = text.strip()
    if found := _WEB.findall(stripped):
        return [_web(one) for one in found]
    if scheme := _SCHEME.match(stripped):
        return [Link(stripped, None, f"不是网页地址，而是“{scheme[1].lower()}:”开头的指令或文件")]
    return [_web("http://" + stripped)] if _BARE.match(stripped) and " " not in stripped else []


def _web(link: str) -> Link:
    authority = re.split(r"[/?#]", link.split(":", 1)[1].lstrip("/"), maxsplit=1)[0]
    if "\\" in link.split("?", maxsplit=1)[0]:
        return Link(link, None, "网址中含有反斜杠，实际指向难以辨认")
    if "@" in authority:
        return Link(link, None, "网址以“@”伪装，实际指向“@”之后的站点")
    try:
        host = (urlsplit(link).hostname or "").removesuffix(".")
    except ValueError:
        host = ""
    if not _PLAIN_HOST.fullmatch(host):
        return Link(link, None, "网址的域名含有异常字符")
    if "xn--" in host:
        return Link(link, None, "网址的域名为转码形式，可能与官方域名形似")
    return Link(link, host)


def is_within(host: str, domains: Iterable[str]) -> bool:
    """Whether the host is one of the domains or below one: not whether it begins with one or ends in its letters."""
    return any(host == domain or host.endswith("." + domain) for domain in domains)


def resembles(host: str, domains: Iterable[str]) -> bool:
    """Whether a host outside the domains bears the name of one of them, as jndj-osta.org or jndj.osta.org.cn.example.com do."""
    names = {domain.split(".", maxsplit=1)[0] for domain in domains}
    return any(re.search(rf"(?<![a-z]){re.escape(name)}(?![a-z])", host) for name in names)


def in_words(text: str) -> str:
    """A code's text as it may stand in a report: short, and without what would make a link of it."""
    plain = re.sub(r"[a-z][a-z0-9+.\-]*:/+", "", text, flags=re.IGNORECASE).strip()
    return plain if len(plain) <= _SHOWN else plain[:_SHOWN] + "……"
