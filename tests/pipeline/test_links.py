"""Where links lead: official hosts, look-alikes, and what is no link at all."""

from __future__ import annotations

import pytest

from pipeline.links import in_words, is_within, links_in

OFFICIAL = ("osta.org.cn", "gov.cn")

GENUINE = [
    "http://jndj.osta.org.cn/#/cert?no=Y1",
    "HTTPS://JNDJ.OSTA.ORG.CN:8080/x",
    "jndj.osta.org.cn/cert",
    "http://osta.org.cn./x",
    "统一社会信用代码：9111，查询：http://www.gsxt.gov.cn/x",
    "http://www.gsxt.gov.cn/go?next=http://example.com/@",
]

ELSEWHERE = [
    "http://jndj.osta.org.cn.example.com/#/cert?no=Y1",
    "http://jndj-osta.org.cn/",
    "http://fakeosta.org.cn/",
    "http://example.com/jndj.osta.org.cn",
    "http://example.com?jndj.osta.org.cn",
    "http://192.168.0.1/osta.org.cn",
    "jndj.osta.org.cn.example.com/cert",
    "http://www.gsxt.gov.cn/ http://example.com/",
]

TRICKS = [
    "http://jndj.osta.org.cn@example.com/",
    "http://user:password@jndj.osta.org.cn/",
    "http://example.com\\@jndj.osta.org.cn/",
    "http:\\\\example.com",
    "http://xn--sta-0ma.org.cn/",
    "http://\uff4fsta.org.cn/",
    "http://\u043esta.org.cn/",
    "http://%6fsta.org.cn/",
    "http://[::1]/",
    "http://[osta.org.cn/",
    "http:///example.com",
    "javascript:alert('osta.org.cn')",
    "JavaScript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "file:///etc/passwd",
    "intent:scan",
    "alipays://platformapi/startapp",
]

NO_LINKS = [
    "",
    " ",
    "Y000011000123232000456",
    "<script>alert(1)</script>",
    "/etc/passwd",
    "C:\\x.exe",
    "../../x",
    "姓名:张三",
    "12:30",
    "A" * 1000,
]


@pytest.mark.parametrize("text", GENUINE)
def test_an_official_link_leads_to_an_official_host(text: str) -> None:
    assert all(link.host and is_within(link.host, OFFICIAL) for link in links_in(text))
    assert links_in(text)


@pytest.mark.parametrize("text", ELSEWHERE)
def test_a_look_alike_leads_elsewhere(text: str) -> None:
    assert [link for link in links_in(text) if link.host and not is_within(link.host, OFFICIAL)]


@pytest.mark.parametrize("text", TRICKS)
def test_a_link_that_hides_where_it_leads_has_no_host(text: str) -> None:
    [link] = links_in(text)
    assert link.host is None
    assert link.trick


@pytest.mark.parametrize("text", NO_LINKS)
def test_what_is_no_link_leads_nowhere(text: str) -> None:
    assert links_in(text) == []


def test_words_of_a_link_are_short_and_lead_nowhere() -> None:
    assert in_words("http://www.gsxt.gov.cn/x") == "www.gsxt.gov.cn/x"
    assert len(in_words("A" * 1000)) < 130
