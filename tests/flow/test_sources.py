"""Whatever is named becomes reports, in order: files, addresses, standard input."""

from __future__ import annotations

import io

import pytest

from comity.errors import UsageError
from comity.flow.sources import is_address, read_sources
from comity.model.report import Reject, Report

WORDS = (
    "Foreign Minister Anna Weber met Speaker Timur Aliyev in Astana on Monday. They talked long."
)


def read(names, fetcher, **given) -> list[Report | Reject]:
    return list(read_sources([str(name) for name in names], fetcher, **given))


def test_order_is_kept_across_kinds(site, fetcher, tmp_path) -> None:
    (tmp_path / "a.txt").write_text(WORDS)
    page = site.article("/page", WORDS, date="2024-05-03")
    found = read(["-", page, tmp_path / "a.txt"], fetcher, stdin=io.BytesIO(WORDS.encode()))
    assert [one.id for one in found] == ["stdin", page, "a.txt"]
    assert all(isinstance(one, Report) for one in found)
    assert (found[1].url, found[1].published, found[1].source) == (page, "2024-05-03", page)


def test_options_fill_in_what_a_page_lacks(site, fetcher) -> None:
    dated = site.article("/dated", WORDS, date="2024-05-03")
    bare = site.article("/bare", WORDS)
    given = {"published": "2020-01-01", "publisher": "Ministry"}
    first, second = read([dated, bare], fetcher, **given)
    assert (first.published, second.published) == ("2024-05-03", "2020-01-01")
    assert first.publisher == second.publisher == "Ministry"


@pytest.mark.parametrize(
    "path, kind, body",
    [
        ("/a", "text/html; charset=utf-8", f"<html><body><article><p>{WORDS}</p></article></body></html>".encode()),
        ("/a", "text/plain", WORDS.encode()),
        ("/a.txt", "", WORDS.encode()),
        ("/a", "application/octet-stream", WORDS.encode()),
        ("/a.md", "text/plain", WORDS.encode()),
        ("/a", "text/plain; charset=windows-1252", WORDS.replace("talked", "talkéd").encode("cp1252")),
        ("/a", "text/html; charset=iso-8859-1", f"<html><body><article><p>“{WORDS}”</p></article></body></html>".encode("cp1252")),
    ],
)  # fmt: skip
def test_kinds_of_pages(site, fetcher, path, kind, body) -> None:
    site.put(path, body, kind=kind)
    (found,) = read([site.url(path)], fetcher)
    assert isinstance(found, Report)
    assert found.text.strip("“”").replace("é", "e") == WORDS
    assert found.url == site.url(path)


def test_json_lines_at_an_address(site, fetcher) -> None:
    lines = f'{{"id": "x", "text": "{WORDS}"}}\n{{"text": ""}}\n'
    url = site.put("/a.jsonl", lines, kind="application/x-ndjson")
    first, second = read([url], fetcher)
    assert first.id == "x"
    assert isinstance(second, Reject)
    assert second.source == f"{url}:2"


@pytest.mark.parametrize(
    "kind, body, code",
    [
        ("image/png", b"\x89PNG\r\n\x1a\n\0\0", "C105"),
        ("application/pdf", b"%PDF-1.4 broken", "C109"),
        ("text/html", b"<html><body><nav>Home</nav></body></html>", "C108"),
        ("text/plain", b"", "C101"),
        ("application/rss+xml", b"<rss version='2.0'><channel/></rss>", "C108"),
    ],
)
def test_what_is_refused(site, fetcher, kind, body, code) -> None:
    url = site.put("/a", body, kind=kind)
    (found,) = read([url], fetcher)
    assert isinstance(found, Reject)
    assert (found.code, found.source, found.id) == (code, url, url)


def test_a_page_that_fails_does_not_stop_the_others(site, fetcher) -> None:
    page = site.article("/page", WORDS)
    first, second, third = read([site.url("/gone"), "http://127.0.0.2:1/x", page], fetcher)
    assert (first.code, second.code) == ("C510", "C502")
    assert isinstance(third, Report)


def test_what_is_missing_is_told_before_anything_is_read(site, fetcher, tmp_path) -> None:
    page = site.article("/page", WORDS)
    with pytest.raises(UsageError) as caught:
        read_sources([page, str(tmp_path / "no.txt")], fetcher)
    assert caught.value.code == "C301"
    with pytest.raises(UsageError) as caught:
        read_sources([page, "-"], fetcher)
    assert caught.value.code == "C304"
    with pytest.raises(UsageError) as caught:
        read_sources([page], fetcher, published="soon")
    assert caught.value.code == "C302"
    assert site.answers == []


@pytest.mark.parametrize("name", ["http://a.example", "HTTPS://a.example/x"])
def test_addresses(name) -> None:
    assert is_address(name)


@pytest.mark.parametrize("name", ["http.txt", "-", "ftp://a.example", "a/http://b", "https:"])
def test_what_is_no_address(name) -> None:
    assert not is_address(name)
