"""Fetching from a server that redirects, stalls, drips, lies and breaks."""

from __future__ import annotations

import gzip
import socket
import time
from datetime import datetime, timedelta
from itertools import pairwise

import pytest

from comity.errors import FetchError, UsageError
from comity.fetching import Fetcher, FetchPolicy, NotModified
from comity.model.reader import VERSION

from .conftest import answer, redirect


def test_a_page_is_fetched(web):
    web.replies["/a?b=%C3%BC"] = answer(
        b"<p>hi", Content_Type="Text/HTML; charset=Windows-1251", ETag='"1"', Last_Modified="then"
    )
    page = web.get("/a?b=ü#part")
    assert page.url == web.url("/a?b=%C3%BC")
    assert page.requested == web.url("/a?b=ü#part")
    assert (page.status, page.body) == (200, b"<p>hi")
    assert (page.content_type, page.charset) == ("text/html", "windows-1251")
    assert (page.etag, page.last_modified) == ('"1"', "then")
    assert datetime.fromisoformat(page.retrieved).utcoffset() == timedelta(0)
    _, headers, _ = web.requests[0]
    assert headers["user-agent"] == f"comity/{VERSION} (reader of political reports)"
    assert headers["host"] == web.netloc
    assert "cookie" not in headers
    assert "if-none-match" not in headers


def test_the_user_agent_can_be_set(web):
    web.replies["/a"] = answer(b"x")
    web.get("/a", user_agent="office-reader/2")
    assert web.requests[0][1]["user-agent"] == "office-reader/2"


def test_what_is_not_said_is_none(web):
    web.replies["/a"] = answer(b"")
    page = web.get("/a")
    assert (page.body, page.content_type, page.charset) == (b"", "", None)
    assert (page.etag, page.last_modified) == (None, None)


def _conditional(connection: socket.socket, headers: dict[str, str]) -> None:
    same = headers.get("if-none-match") == '"v1"' or headers.get("if-modified-since") == "Monday"
    status = "304 Not Modified" if same else "200 OK"
    connection.sendall(answer(b"" if same else b"text", status=status, ETag='"v1"'))


@pytest.mark.parametrize(
    "given, same",
    [
        ({"etag": '"v1"'}, True),
        ({"modified": "Monday"}, True),
        ({"etag": '"v0"'}, False),
        ({"etag": '"v1"\r\nX: y'}, False),
        ({}, False),
    ],
)
def test_what_still_stands_is_not_sent_again(web, given: dict[str, str], same: bool):
    web.replies["/feed"] = _conditional
    web.replies["/old"] = redirect("/feed")
    with Fetcher(web.policy()) as fetcher:
        for path in ("/feed", "/old"):
            found = fetcher.fetch(web.url(path), **given)
            assert isinstance(found, NotModified) is same
            assert (found.url, found.etag) == (web.url("/feed"), '"v1"')
    assert all("x" not in headers for _, headers, _ in web.requests)


def test_not_modified_without_a_condition_is_no_answer(web):
    web.replies["/a"] = answer(status="304 Not Modified")
    assert web.refusal("/a").code == "C510"


# ── redirects


@pytest.mark.parametrize("status", ["301 A", "302 B", "303 C", "307 D", "308 E"])
def test_redirects_are_followed(web, status: str):
    web.replies["/a"] = redirect("/b/c", status)
    web.replies["/b/c"] = redirect("d", status)
    web.replies["/b/d"] = answer(b"here")
    page = web.get("/a")
    assert (page.body, page.url, page.requested) == (b"here", web.url("/b/d"), web.url("/a"))


@pytest.mark.parametrize(
    "to, code",
    [
        ("http://127.0.0.1:9/", "C502"),
        ("http://localhost/", "C502"),
        ("http://10.0.0.1/admin", "C502"),
        ("http://[::ffff:169.254.169.254]/latest", "C502"),
        ("//0.0.0.0/", "C502"),
        ("http://2130706433/", "C501"),
        ("http://0x7f.1/", "C501"),
        ("file:///etc/passwd", "C501"),
        ("ftp://news.example/", "C501"),
        ("javascript:alert(1)", "C501"),
        ("http://user@news.example/", "C501"),
        ("http://[", "C501"),
        ("/self", "C508"),
        ("/ping", "C508"),
        ("", "C508"),
    ],
)
def test_redirects_are_checked(web, to: str, code: str):
    web.replies["/self"] = redirect(to)
    web.replies["/ping"] = redirect("/self")
    refusal = web.refusal("/self")
    assert refusal.code == code
    assert web.url("/self") in refusal.where


def test_a_circle_is_left_at_once(web):
    web.replies["/a"] = redirect("/b")
    web.replies["/b"] = redirect("/a")
    assert "circle" in web.refusal("/a").message
    assert web.paths == ["/a", "/b"]


def test_an_allowed_host_may_not_redirect_to_another_port(web):
    """The web server that is allowed may not lead to another service of the same machine."""
    web.replies["/a"] = redirect(f"http://127.0.0.1:{web.port + 1}/")
    assert web.refusal("/a").code == "C502"


def test_a_long_way_has_an_end(web):
    for at in range(9):
        web.replies[f"/{at}"] = redirect(f"/{at + 1}")
    web.replies["/9"] = answer(b"end")
    assert web.refusal("/0").code == "C508"
    assert len(web.requests) == 6
    assert web.get("/4").body == b"end"
    assert web.get("/0", max_redirects=9).body == b"end"


# ── time


def _stall(connection: socket.socket, headers: dict[str, str]) -> None:
    connection.recv(1)  # until the client leaves


def _stall_in_body(connection: socket.socket, headers: dict[str, str]) -> None:
    connection.sendall(answer(b"half", length=100))
    connection.recv(1)


def _drip(connection: socket.socket, headers: dict[str, str]) -> None:
    connection.sendall(answer(b"", length=1000))
    while True:
        connection.sendall(b"x")
        time.sleep(0.05)


def _drip_headers(connection: socket.socket, headers: dict[str, str]) -> None:
    connection.sendall(b"HTTP/1.1 200 OK\r\n")
    while True:
        connection.sendall(b"X: y\r\n")
        time.sleep(0.05)


def _drip_informational(connection: socket.socket, headers: dict[str, str]) -> None:
    while True:
        connection.sendall(b"HTTP/1.1 103 Early Hints\r\n\r\n")
        time.sleep(0.05)


@pytest.mark.parametrize(
    "reply", [_stall, _stall_in_body, _drip, _drip_headers, _drip_informational]
)
def test_a_slow_server_is_left(web, reply):
    web.replies["/slow"] = reply
    started = time.monotonic()
    refusal = web.refusal("/slow", timeout=0.3, deadline=0.6)
    assert refusal.code == "C505"
    assert time.monotonic() - started < 3.0
    assert ("0.3 s" if "stall" in reply.__name__ else "0.6 s") in refusal.message


def test_all_redirects_share_one_deadline(web):
    def late(connection: socket.socket, headers: dict[str, str]) -> None:
        time.sleep(0.15)
        connection.sendall(redirect(f"/{len(web.requests)}"))

    for at in range(10):
        web.replies[f"/{at}"] = late
    assert web.refusal("/0", deadline=0.4, max_redirects=9).code == "C505"
    assert len(web.requests) <= 4


def test_a_patient_reader_waits(web):
    def late(connection: socket.socket, headers: dict[str, str]) -> None:
        time.sleep(0.2)
        connection.sendall(answer(b"late"))

    web.replies["/late"] = late
    assert web.get("/late").body == b"late"


def test_a_host_is_not_asked_too_often(web):
    web.replies["/a"] = redirect("/b")
    web.replies["/b"] = answer(b"x")
    with Fetcher(web.policy(delay=0.4, deadline=0.3)) as fetcher:
        fetcher.fetch(web.url("/a"))
        fetcher.fetch(web.url("/b"))
    times = [at for _, _, at in web.requests]
    gaps = [after - before for before, after in pairwise(times)]
    assert len(gaps) == 2
    assert all(0.38 < gap < 2.0 for gap in gaps)


def test_hosts_do_not_wait_for_each_other(web):
    web.replies["/a"] = answer(b"x")
    allowed = frozenset({web.netloc, f"localhost:{web.port}"})
    started = time.monotonic()
    with Fetcher(web.policy(delay=9.0, allowed=allowed)) as fetcher:
        fetcher.fetch(web.url("/a"))
        fetcher.fetch(f"http://localhost:{web.port}/a")
    assert time.monotonic() - started < 5.0


# ── size


def test_a_length_beyond_the_limit_is_refused_before_reading(web):
    web.replies["/big"] = _stall_after(answer(b"", length=100_001))
    refusal = web.refusal("/big")
    assert refusal.code == "C506"
    assert "100,000" in refusal.message


def _stall_after(head: bytes):
    def reply(connection: socket.socket, headers: dict[str, str]) -> None:
        connection.sendall(head)
        connection.recv(1)

    return reply


def _endless(connection: socket.socket, headers: dict[str, str]) -> None:
    connection.sendall(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
    while True:
        connection.sendall(b"1000\r\n" + b"x" * 4096 + b"\r\n")


def test_an_endless_answer_is_cut(web):
    web.replies["/endless"] = _endless
    assert web.refusal("/endless").code == "C506"


def test_a_compressed_bomb_is_refused(web):
    bomb = gzip.compress(bytes(5_000_000), 9)
    assert len(bomb) < 10_000
    web.replies["/bomb"] = answer(bomb, Content_Encoding="gzip")
    assert web.refusal("/bomb").code == "C506"


def test_the_limit_can_be_given_for_one_page(web):
    web.replies["/a"] = answer(b"x" * 100)
    with Fetcher(web.policy()) as fetcher:
        assert fetcher.fetch(web.url("/a"), limit=100)
        with pytest.raises(FetchError, match="C506"):
            fetcher.fetch(web.url("/a"), limit=99)


def test_a_compressed_page_is_opened(web):
    web.replies["/a"] = answer(gzip.compress(b"text"), Content_Encoding="gzip")
    assert web.get("/a").body == b"text"


# ── broken answers


BROKEN = {
    "short": answer(b"short", length=50),
    "a cut chunk": b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nshort\r\n",
    "no chunk": b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nnonsense\r\n",
    "two lengths": b"HTTP/1.1 200 OK\r\nContent-Length: 4\r\nContent-Length: 5\r\n\r\ntext!",
    "a negative length": b"HTTP/1.1 200 OK\r\nContent-Length: -4\r\n\r\ntext",
    "cut headers": b"HTTP/1.1 200 OK\r\nContent-Le",
    "another protocol": b"SSH-2.0-OpenSSH_9.6\r\n",
    "binary": b"\x16\x03\x01\x00\x05",
    "no gzip": answer(b"half", Content_Encoding="gzip"),
    "cut gzip": answer(gzip.compress(b"text")[:-3], Content_Encoding="gzip"),
    "brotli": answer(b"text", Content_Encoding="br"),
    "endless headers": b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 50_000 + b"\r\n",
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_answer_is_refused(web, name: str):
    web.replies["/broken"] = BROKEN[name]
    refusal = web.refusal("/broken")
    assert refusal.code == "C507"
    assert web.url("/broken") == refusal.where


def _leave(connection: socket.socket, headers: dict[str, str]) -> None:
    connection.shutdown(socket.SHUT_RDWR)


def test_nothing_at_all_is_a_broken_answer(web):
    web.replies["/none"] = _leave
    assert web.refusal("/none").code == "C507"


def test_more_than_the_length_is_not_read(web):
    web.replies["/more"] = answer(b"text and more", length=4)
    assert web.get("/more").body == b"text"


def test_an_answer_without_a_length_ends_with_the_connection(web):
    web.replies["/old"] = b"HTTP/1.0 200 OK\r\n\r\ntext"
    assert web.get("/old").body == b"text"


# ── other answers


@pytest.mark.parametrize(
    "status, code, words",
    [
        ("404 Not Found", "C510", "check the address"),
        ("410 Gone", "C510", "removed"),
        ("403 Forbidden", "C510", "not open"),
        ("500 Oh", "C510", "try again later"),
        ("503 Busy", "C510", "try again later"),
        ("206 Partial Content", "C510", "206"),
        ("300 Choices", "C510", "300"),
        ("429 Too Many", "C511", "less often"),
    ],
)
def test_what_is_no_success_is_told(web, status: str, code: str, words: str):
    web.replies["/a"] = answer(b"<html>", status=status)
    refusal = web.refusal("/a")
    assert refusal.code == code
    assert words in refusal.message
    assert status[:3] in refusal.message


@pytest.mark.parametrize(
    "status, after, words",
    [
        ("429 Too Many", "120", "in 120 s, from 20"),
        ("503 Busy", "7200", "in 120 minutes"),
        ("503 Busy", "Wed, 01 Jan 2200 00:00:00 GMT", "from 2200-01-01 00:00:00 UTC"),
        ("503 Busy", "Wed, 01 Jan 2020 00:00:00 GMT", "try again now"),
        ("429 Too Many", "soon", "less often"),
        ("429 Too Many", "9" * 30, "less often"),
    ],
)
def test_the_time_to_come_again_is_told(web, status: str, after: str, words: str):
    web.replies["/a"] = answer(status=status, Retry_After=after)
    refusal = web.refusal("/a")
    assert refusal.code == "C511"
    assert words in refusal.message


def test_messages_are_safe_for_a_terminal(web):
    web.replies["/a"] = (
        b"HTTP/1.1 302 X\r\nLocation: gopher\x9b31m://h/\r\nContent-Length: 0\r\n\r\n"
    )
    assert str(web.refusal("/a")).isprintable()


# ── robots.txt


def _robots(
    web, text: str | None, *, status: str = "200 OK", **options: object
) -> FetchError | bytes:
    web.replies["/robots.txt"] = answer((text or "").encode(), status=status)
    web.replies["/a"] = answer(b"page")
    try:
        return web.get("/a", robots=True, **options).body
    except FetchError as error:
        return error


def test_robots_txt_is_heeded(web):
    refusal = _robots(web, "User-agent: comity\nDisallow: /a\n")
    assert isinstance(refusal, FetchError)
    assert refusal.code == "C509"
    assert f"--allow-host {web.netloc} --ignore-robots" in refusal.message
    assert web.paths == ["/robots.txt"]


def test_robots_txt_can_leave_a_page_open(web):
    assert _robots(web, "User-agent: comity\nDisallow: /b\n") == b"page"
    assert web.paths == ["/robots.txt", "/a"]


@pytest.mark.parametrize("status", ["404 None", "401 No", "403 No", "410 Gone"])
def test_no_robots_txt_leaves_all_open(web, status: str):
    assert _robots(web, "User-agent: *\nDisallow: /", status=status) == b"page"


@pytest.mark.parametrize("status", ["500 Oh", "503 Busy", "429 Too Many"])
def test_a_robots_txt_that_fails_closes_all(web, status: str):
    refusal = _robots(web, None, status=status)
    assert isinstance(refusal, FetchError)
    assert refusal.code == "C509"
    assert status[:3] in refusal.message


def test_a_robots_txt_that_is_too_large_closes_all(web):
    refusal = _robots(web, "#" * 600_000, max_bytes=10_000_000)
    assert isinstance(refusal, FetchError)
    assert refusal.code == "C509"


@pytest.mark.parametrize(
    "to", ["/robots.txt", "http://10.0.0.1/robots.txt", "file:///etc/passwd", ""]
)
def test_a_robots_txt_that_leads_nowhere_is_none(web, to: str):
    web.replies["/robots.txt"] = redirect(to)
    web.replies["/a"] = answer(b"page")
    assert web.get("/a", robots=True).body == b"page"


def test_robots_txt_is_switched_off_for_allowed_hosts_alone(web, known_hosts):
    web.replies["/robots.txt"] = answer(b"User-agent: *\nDisallow: /")
    web.replies["/a"] = answer(b"page")
    assert web.get("/a", robots=False).body == b"page"
    assert web.paths == ["/a"]
    known_hosts["news.example"] = [["127.0.0.1"]]
    with Fetcher(web.policy(robots=False)) as fetcher, pytest.raises(FetchError) as caught:
        fetcher.fetch(f"http://news.example:{web.port}/a")
    assert caught.value.where.endswith("/robots.txt")  # it was the first thing to be asked for


def test_robots_txt_is_asked_for_once(web):
    web.replies["/robots.txt"] = answer(b"User-agent: *\nDisallow: /closed")
    web.replies["/a"] = web.replies["/b"] = answer(b"page")
    with Fetcher(web.policy(robots=True)) as fetcher:
        fetcher.fetch(web.url("/a"))
        fetcher.fetch(web.url("/b"))
        with pytest.raises(FetchError, match="C509"):
            fetcher.fetch(web.url("/closed"))
    assert web.paths == ["/robots.txt", "/a", "/b"]


def test_redirects_heed_robots_txt(web):
    web.replies["/robots.txt"] = answer(b"User-agent: *\nDisallow: /closed")
    web.replies["/a"] = redirect("/closed/b")
    assert web.refusal("/a", robots=True).code == "C509"
    assert web.paths == ["/robots.txt", "/a"]


def test_the_crawl_delay_is_heeded(web):
    web.replies["/robots.txt"] = answer(b"User-agent: *\nCrawl-delay: 0.3")
    web.replies["/a"] = answer(b"page")
    with Fetcher(web.policy(robots=True)) as fetcher:
        fetcher.fetch(web.url("/a"))
        fetcher.fetch(web.url("/a"))
    _, first, second = (at for _, _, at in web.requests)
    assert 0.28 < second - first < 2.0


# ── calls


@pytest.mark.parametrize("url", ["", "news.example", "file:///etc/passwd", "http://u:p@h.example/"])
def test_what_is_no_address_is_refused(url: str):
    with Fetcher() as fetcher, pytest.raises(FetchError, match="C501"):
        fetcher.fetch(url)


def test_a_name_that_is_no_host_is_refused():
    with pytest.raises(UsageError, match="C351"):
        FetchPolicy(allowed=frozenset({"http://localhost"}))
