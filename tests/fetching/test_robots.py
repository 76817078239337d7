from __future__ import annotations

import time

import pytest

from comity.fetching.robots import parse_robots

AGENT = "comity/0.1.0 (reader of political reports)"
CLOSED = "User-agent: *\nDisallow: /\n"


def _allows(text: str, target: str, agent: str = AGENT) -> bool:
    return parse_robots(text, agent).allow(target)


@pytest.mark.parametrize(
    "rules, target, allowed",
    [
        ("", "/a", True),
        ("Disallow:", "/a", True),
        ("Disallow: /", "/a", False),
        ("disallow : /a # comment", "/abc", False),
        ("Disallow: /a", "/b", True),
        ("Disallow: /a/", "/a", True),
        ("Disallow: /\nAllow: /news", "/news/1", True),
        ("Allow: /news\nDisallow: /", "/about", False),
        ("Allow: /news\nDisallow: /news/private", "/news/private/1", False),
        ("Disallow: /page\nAllow: /page", "/page", True),
        ("Disallow: /*?print", "/news/1?print=1", False),
        ("Disallow: /*?print", "/news/1?page=1", True),
        ("Disallow: /*.pdf$", "/a/b.pdf", False),
        ("Disallow: /*.pdf$", "/a/b.pdf?x", True),
        ("Disallow: /a$", "/a", False),
        ("Disallow: /a$", "/ab", True),
        ("Disallow: /a*b*c$", "/a-b-c-c", False),
        ("Disallow: /a*bc*c$", "/abc", True),
        ("Disallow: /новости", "/%D0%BD%D0%BE%D0%B2%D0%BE%D1%81%D1%82%D0%B8/1", False),
        ("Disallow: a", "/a", True),
    ],
)
def test_the_longest_rule_says(rules: str, target: str, allowed: bool):
    assert _allows(f"User-agent: *\n{rules}", target) is allowed


@pytest.mark.parametrize(
    "text, allowed",
    [
        (CLOSED, False),
        (CLOSED.replace("*", "Comity"), False),
        (CLOSED.replace("*", "comity/2.0"), False),
        (CLOSED.replace("*", "comitybot"), True),
        (CLOSED.replace("*", "com"), True),
        (CLOSED + "User-agent: comity\nDisallow:\n", True),
        ("User-agent: other\nUser-agent: comity\nDisallow: /\n", False),
        ("User-agent: comity\n\nDisallow: /\n", False),
        ("User-agent: comity\nAllow: /x\nUser-agent: other\nDisallow: /\n", True),
        (
            "User-agent: comity\nAllow: /x\nUser-agent: other\nAllow: /\nUser-agent: comity\nDisallow: /\n",
            False,
        ),
        ("Disallow: /\n", True),
        ("<html><body>Not found</body></html>", True),
        ("\r\nUser-agent: *\r\nDisallow: /\r\n", False),
    ],
)
def test_the_rules_are_those_for_this_reader(text: str, allowed: bool):
    assert _allows(text, "/a") is allowed


@pytest.mark.parametrize(
    "said, delay",
    [("2.5", 2.5), ("10", 10.0), ("900", 30.0), ("9" * 400, 0.0), ("soon", 0.0), ("-1", 0.0)],
)
def test_the_delay_is_heeded_within_reason(said: str, delay: float):
    assert parse_robots(f"User-agent: *\nCrawl-delay: {said}\n", AGENT).delay == delay


def test_a_delay_for_another_reader_is_none():
    assert parse_robots("User-agent: other\nCrawl-delay: 5\n", AGENT).delay == 0.0


def test_odd_patterns_take_no_time():
    started = time.perf_counter()
    assert _allows("User-agent: *\nDisallow: /" + "a*" * 2_000 + "b$", "/" + "a" * 5_000)
    assert time.perf_counter() - started < 1.0
