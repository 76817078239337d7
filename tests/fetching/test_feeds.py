from __future__ import annotations

import time
import tracemalloc
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.errors import FetchError
from comity.fetching import MAX_FEED_BYTES, Fetcher, Page, read_feed

from .conftest import answer

ITEM = """<item><title>Speaker meets envoy</title><link>https://news.example/1</link>
<guid isPermaLink="false">n-1</guid><pubDate>Fri, 03 May 2024 00:30:00 +0300</pubDate>
<description>&lt;p&gt;The &lt;b&gt;Speaker&lt;/b&gt; met the envoy.&lt;/p&gt;&lt;p&gt;They agreed.&lt;/p&gt;</description></item>"""
ATOM = """<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://news.example/en/"><title type="html">News &amp;amp; notes</title>
<entry><title>Visit</title><id>urn:1</id><link rel="self" href="x.atom"/><link href="visit"/>
<published>2024-05-03T23:50:00-05:00</published><updated>2024-06-01T00:00:00Z</updated>
<summary type="text">a &lt; b</summary></entry>
<entry><title>Second</title><id>urn:2</id><link href="/second"/><updated>2024-06-01T00:00:00Z</updated></entry></feed>"""
RDF = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel rdf:about="https://news.example/"><title>News</title><link>https://news.example/</link></channel>
<item rdf:about="https://news.example/1"><title>Visit</title><link>https://news.example/1</link><dc:date>2024-05-03</dc:date></item></rdf:RDF>"""


def _rss(items: str = ITEM, head: str = '<?xml version="1.0"?>') -> str:
    return f'{head}<rss version="2.0"><channel><title>News</title>{items}</channel></rss>'


def _item(link: str, title: str = "x") -> str:
    return f"<item><title>{title}</title>{link}</item>"


def _links(page: Page) -> list[str]:
    return [entry.link for entry in read_feed(page).entries]


def test_rss(make_page):
    feed = read_feed(make_page(_rss()))
    assert (feed.url, feed.title, feed.notes) == ("https://news.example/feeds/all.xml", "News", ())
    (entry,) = feed.entries
    assert (entry.link, entry.id) == ("https://news.example/1", "n-1")
    assert entry.title == "Speaker meets envoy"
    assert entry.published == "2024-05-03"  # in UTC it would be the day before
    assert entry.summary == "The Speaker met the envoy. They agreed."


def test_atom(make_page):
    feed = read_feed(make_page(ATOM))
    assert (feed.title, feed.notes) == ("News & notes", ())
    first, second = feed.entries
    assert (first.link, first.id) == ("https://news.example/en/visit", "urn:1")
    assert (first.published, first.summary) == ("2024-05-03", "a < b")
    assert (second.link, second.published) == ("https://news.example/second", "2024-06-01")
    assert second.summary is None


def test_rdf(make_page):
    (entry,) = read_feed(make_page(RDF)).entries
    assert (entry.link, entry.title, entry.published) == (
        "https://news.example/1",
        "Visit",
        "2024-05-03",
    )


@pytest.mark.parametrize(
    "written, published",
    [
        ("Fri, 03 May 2024 23:59:00 GMT", "2024-05-03"),
        ("03 May 2024 01:00 +1200", "2024-05-03"),
        ("2024-05-03T01:00:00+12:00", "2024-05-03"),
        ("2024-05-03", "2024-05-03"),
        ("2024-02-30", None),
        ("tomorrow", None),
        ("Fri, 99 May 99999", None),
        ("", None),
    ],
)
def test_the_date_is_the_publisher_s(make_page, written: str, published: str | None):
    page = make_page(
        _rss(_item(f"<link>https://news.example/1</link><pubDate>{written}</pubDate>"))
    )
    assert read_feed(page).entries[0].published == published


@pytest.mark.parametrize(
    "link, found",
    [
        ("<link>/1</link>", "https://news.example/1"),
        ("<link>1?a=1&amp;b=2</link>", "https://news.example/feeds/1?a=1&b=2"),
        ("<link>\n  https://news.example/1\n</link>", "https://news.example/1"),
        ("<link>https://news.example/ä b</link>", "https://news.example/%C3%A4%20b"),
        ("<link>//other.example/1</link>", "https://other.example/1"),
        ("<link>http://10.0.0.1/1</link>", "http://10.0.0.1/1"),  # refused when it is fetched
        ("<guid>https://news.example/1</guid>", "https://news.example/1"),
        ('<guid isPermaLink="false">https://news.example/1</guid>', None),
        ("<link></link>", None),
        ("", None),
        ("<enclosure url='https://news.example/a.mp3' type='audio/mpeg'/>", None),
    ],
)
def test_links_are_absolute(make_page, link: str, found: str | None):
    feed = read_feed(make_page(_rss(_item(link))))
    assert [entry.link for entry in feed.entries] == ([found] if found else [])
    assert feed.notes == (() if found else ("1 entry without a link: left out",))


def test_what_is_left_out_is_counted(make_page):
    links = [
        "https://news.example/1",
        "https://news.example/1#end",
        "HTTPS://NEWS.example:443/1",
        "javascript:alert(1)",
        "ftp://news.example/x",
        "http://u@news.example/",
        "https://news.example/2",
    ]
    items = "".join(_item(f"<link>{link}</link>", str(at)) for at, link in enumerate(links))
    feed = read_feed(make_page(_rss(items + _item("") * 3)))
    assert [(entry.link, entry.title) for entry in feed.entries] == [
        ("https://news.example/1", "0"),
        ("https://news.example/2", "6"),
    ]
    assert sorted(feed.notes) == [
        "2 entries for a page that another entry names: left out",
        "3 entries with a link that is not fetched, such as 'javascript:alert(1)': left out",
        "3 entries without a link: left out",
    ]


def test_a_feed_without_entries_is_one(make_page):
    feed = read_feed(make_page(_rss("")))
    assert (feed.entries, feed.notes) == ((), ("the feed has no entries",))


# ── broken feeds


@pytest.mark.parametrize(
    "text, note",
    [
        (_rss(ITEM.replace("envoy", "envoy & party", 1)), "XML is broken (line"),
        (_rss(ITEM + "<item><title>cut off"), "XML is broken"),
        (_rss(ITEM).replace("</channel></rss>", ""), "XML is broken"),
        (_rss(ITEM.replace("met", "met &nbsp;")), "XML is broken"),
        (_rss(ITEM.replace("<title>", "<title>\x0b")), "XML is broken"),
        ("<br />\nWarning: mysql in /x.php\n" + _rss(), "left out"),
        ("Warning: mysql\n" + _rss(), "text before the feed"),
    ],
)
def test_a_broken_feed_is_used_with_a_note(make_page, text: str, note: str):
    feed = read_feed(make_page(text))
    assert feed.entries[0].link == "https://news.example/1"
    assert any(note in each for each in feed.notes) or "<br" in text


@pytest.mark.parametrize(
    "text",
    [
        _rss("").replace("</title>", ""),
        '<rss version="2.0"><channel><titl',
        _rss("").replace("</channel>", ""),
    ],
)
def test_a_broken_feed_without_entries_is_refused(make_page, text: str):
    with pytest.raises(FetchError, match="C514") as caught:
        read_feed(make_page(text))
    assert "line" in caught.value.message


@pytest.mark.parametrize(
    "head",
    [
        "\n\n  <?xml version='1.0'?>",
        "<?xml version='1.0'?><!-- made by <rss> --><?xml-stylesheet href='a'?>",
        "<!DOCTYPE rss PUBLIC '-//Netscape Communications//DTD RSS 0.91//EN' 'http://news.example/rss.dtd'>",
        "\n" * 500_000,
    ],
)
def test_what_stands_before_a_feed_does_not_matter(make_page, head: str):
    started = time.monotonic()
    feed = read_feed(make_page(_rss(head=head)))
    assert (len(feed.entries), feed.notes) == (1, ())
    assert time.monotonic() - started < 1.0


LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
BOMBS = {
    "billion laughs": f'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY l0 "lol">{LAUGHS}]>' + _rss(ITEM.replace("envoy", "&l11;"), ""),
    "one long entity": f'<!DOCTYPE rss [<!ENTITY a "{"a" * 100_000}">]>' + _rss(ITEM.replace("envoy", "&a;" * 10_000), ""),
    "after junk": f'junk\n<!DOCTYPE rss [\n<!ENTITY a "{"a" * 100_000}">]>' + _rss(ITEM.replace("envoy", "&a;" * 10_000), ""),
    "a file": '<!DOCTYPE rss [<!ENTITY a SYSTEM "file:///etc/hostname">]>' + _rss(ITEM.replace("envoy", "&a;"), ""),
    "utf-7": '<?xml version="1.0" encoding="utf-7"?>+ADwAIQ-DOCTYPE rss [+ADwAIQ-ENTITY a "b">]>' + _rss(ITEM, ""),
}  # fmt: skip


@pytest.mark.parametrize("name", BOMBS)
def test_entities_do_not_explode(make_page, name: str):
    tracemalloc.start()
    started = time.monotonic()
    try:
        feed = read_feed(make_page(BOMBS[name]))
        assert tracemalloc.get_traced_memory()[1] < 20_000_000
    finally:
        tracemalloc.stop()
    assert time.monotonic() - started < 3.0
    assert feed.entries[0].link == "https://news.example/1"
    assert len(feed.entries[0].title or "") < 40_000
    assert feed.notes


def test_entities_in_utf_16_do_not_explode(make_page):
    feed = read_feed(make_page(BOMBS["billion laughs"].encode("utf-16")))
    assert "lollol" not in (feed.entries[0].title or "")


def test_bytes_that_name_a_file_are_not_opened(make_page, tmp_path: Path):
    (tmp_path / "feed.xml").write_text(_rss())
    with pytest.raises(FetchError, match="C512"):
        read_feed(make_page(str(tmp_path / "feed.xml")))


def test_no_file_is_opened_for_a_feed(make_page, monkeypatch: pytest.MonkeyPatch):
    """The parser takes bytes for a path first, if it is let."""
    read_feed(make_page(_rss()))  # what is imported late is there now
    opened: list[object] = []

    def note(path: object, *args: object, **options: object) -> None:
        opened.append(path)

    monkeypatch.setattr("builtins.open", note)
    read_feed(make_page(_rss()))
    assert opened == []


# ── encodings


@pytest.mark.parametrize(
    "encoding, declared, charset",
    [
        ("utf-8", "utf-8", None),
        ("utf-8", "windows-1251", "windows-1251"),
        ("utf-8-sig", "utf-8", "iso-8859-1"),
        ("windows-1251", "windows-1251", None),
        ("windows-1251", "windows-1251", "utf-8"),
        ("windows-1251", "windows-1251", "iso-8859-1"),
        ("windows-1251", None, "windows-1251"),
        ("windows-1251", "nonsense", "windows-1251"),
        ("koi8-r", "koi8-r", None),
        ("utf-16", "utf-16", None),
        ("utf-16-le", "utf-16", "utf-8"),
    ],
)
def test_letters_are_right(make_page, encoding: str, declared: str | None, charset: str | None):
    head = f'<?xml version="1.0" encoding="{declared}"?>' if declared else '<?xml version="1.0"?>'
    text = _rss(ITEM.replace("envoy", "посла"), head)
    feed = read_feed(make_page(text.encode(encoding), charset=charset))
    assert (feed.entries[0].title, feed.notes) == ("Speaker meets посла", ())


@pytest.mark.parametrize("declared", ["iso-8859-1", "windows-1252", "nonsense"])
def test_quotation_marks_of_windows_are_read(make_page, declared: str):
    head = f'<?xml version="1.0" encoding="{declared}"?>'
    text = _rss(ITEM.replace("envoy", "\u201cenvoy\u201d"), head)
    feed = read_feed(make_page(text.encode("cp1252")))
    assert feed.entries[0].title == "Speaker meets \u201cenvoy\u201d"


def test_an_encoding_that_cannot_be_told_is_noted(make_page):
    feed = read_feed(make_page(_rss(ITEM.replace("envoy", "Müller")).encode("latin-1")))
    assert feed.entries[0].title == "Speaker meets Müller"
    assert any("encoding" in note for note in feed.notes)


def test_control_characters_do_not_come_in(make_page):
    feed = read_feed(make_page(_rss(ITEM.replace("envoy", "&#x9b;31m\u202e envoy\t\n", 1))))
    assert (feed.entries[0].title or "").isprintable()


# ── what is no feed

HTML = """<!DOCTYPE html><html><head><title>News</title>
<link rel="alternate" type="application/rss+xml" title="RSS" href="/rss.xml">
<link rel="ALTERNATE home" type="application/atom+xml" href="https://feeds.example/atom">
<link rel="alternate" type="application/rss+xml" href="/rss.xml#again">
<link rel="alternate" type="application/rss+xml" href="javascript:x">
<link rel="alternate" hreflang="fr" href="/fr/">
<link rel="stylesheet" type="application/rss+xml" href="/style">
</head><body><p>Some <b>news</b></body></html>"""


def test_an_html_page_names_its_feeds(make_page):
    with pytest.raises(FetchError) as caught:
        read_feed(make_page(HTML, content_type="text/html"))
    assert caught.value.code == "C512"
    assert caught.value.message.endswith(
        ": https://news.example/rss.xml, https://feeds.example/atom"
    )


@pytest.mark.parametrize(
    "body, words",
    [
        ("", "empty"),
        (" \n", "empty"),
        ("<!doctype html><p>hi", "HTML page, and it names no feed"),
        ("<html><body><item><link>https://news.example/1</link></item></body></html>", "HTML page"),
        ('{"version": "https://jsonfeed.org/version/1.1"}', "JSON"),
        ("%PDF-1.7\n<rss", "PDF"),
        ("<urlset><url><loc>https://news.example/1</loc></url></urlset>", "begins with <urlset>"),
        ("<?xml version='1.0'?><report><item>x</item></report>", "begins with <report>"),
        ("The Speaker met the envoy.", "no XML"),
        (b"\x89PNG\r\n\x1a\n\0\0", "no XML"),
        (b"\0" * 1000, "no XML"),
    ],
)  # fmt: skip
def test_what_is_no_feed_is_told(make_page, body: bytes | str, words: str):
    kind = "text/html" if str(body).startswith("<!doctype") else "application/xml"
    with pytest.raises(FetchError) as caught:
        read_feed(make_page(body, content_type=kind))
    assert caught.value.code == "C512"
    assert words in caught.value.message
    assert str(caught.value).isprintable()


def test_a_feed_said_to_be_html_is_one(make_page):
    assert _links(make_page(_rss(), content_type="text/html")) == ["https://news.example/1"]


# ── large feeds, and any bytes


def test_a_feed_of_many_entries(web):
    items = "".join(ITEM.replace("example/1", f"example/{n}") for n in range(5_000))
    web.replies["/feed"] = answer(_rss(items).encode(), Content_Type="application/rss+xml")
    with Fetcher(web.policy(max_bytes=MAX_FEED_BYTES, deadline=10.0)) as fetcher:
        page = fetcher.fetch(web.url("/feed"))
    assert isinstance(page, Page)
    feed = read_feed(page)
    assert (len(feed.entries), feed.notes) == (5_000, ())


def test_a_feed_that_is_too_large_is_refused(make_page):
    with pytest.raises(FetchError, match="C506"):
        read_feed(make_page(_rss() + " " * MAX_FEED_BYTES))


PARTS = st.sampled_from(
    ["<item>", "</item>", "<link>", "</link>", "<title>", "&amp;", "&lt;", "&#0;", "&x;", "<![CDATA[", "]]>", "<!--", "-->", "<", ">", '"', "'", "https://news.example/1", "<entry>", "<a b='", "<!DOCTYPE", "\0", "é", "\ud7ff", "<?", "?>", "]", "<guid>", "<pubDate>", "1 Jan", "<atom:link href='x'/>"]
)  # fmt: skip


@given(parts=st.lists(PARTS, max_size=30), tail=st.binary(max_size=20))
def test_any_feed_is_read_or_refused(parts: list[str], tail: bytes):
    body = ('<rss version="2.0"><channel>' + "".join(parts)).encode() + tail
    page = Page(
        url="https://news.example/",
        requested="",
        status=200,
        content_type="",
        charset=None,
        body=body,
        etag=None,
        last_modified=None,
        retrieved="",
    )
    try:
        links = [entry.link for entry in read_feed(page).entries]
    except FetchError as error:
        links = []
        told = str(error)
    else:
        told = "[C512]"
    assert told.endswith(("[C512]", "[C514]"))
    assert told.isprintable()
    assert all(link.startswith(("http://", "https://")) for link in links)
