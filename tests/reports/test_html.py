from __future__ import annotations

import json

import pytest

from comity.errors import InputError
from comity.reports.html import decode_page, read_page
from comity.reports.metadata import Metadata

LINKED = {
    "@context": "https://schema.org",
    "@graph": [
        {"@type": "WebSite", "@id": "#site", "name": "Site"},
        {"@type": "NewsMediaOrganization", "@id": "#agency", "name": "Kazinform"},
        {
            "@type": ["NewsArticle"],
            "headline": "Speaker &amp; MPs",
            "datePublished": "2018-07-06T10:00:00+06:00",
            "publisher": {"@id": "#agency"},
            "inLanguage": "en-US",
            "url": "https://inform.kz/1",
            "dateline": "ASTANA, July 6",
        },
    ],
}
ARTICLE = (
    "<article><h1>Speaker meets French MPs</h1>"
    "<p>The Speaker of the Mazhilis met a delegation of French MPs on Friday.</p>"
    "<p>\u201cWe are ready to cooperate,\u201d he said.<br>He added that trade would grow.</p>"
    "<ul><li>A first point of the accord.</li></ul></article>"
)
PAGE = f"""<!DOCTYPE html>
<html lang="en"><head><title>Speaker meets French MPs | Kazinform</title>
<meta property="og:site_name" content="Kazinform">
<meta property="article:published_time" content="2018-07-06T10:00:00+06:00">
<link rel="canonical" href="https://inform.kz/1">
</head><body><nav><ul><li><a href="/">Home</a></li><li><a href="/w">World</a></li></ul></nav>
{ARTICLE}
<section id="comments"><h3>Comments</h3><div class="comment"><p>I do not like this article.</p>
</div></section><footer><time datetime="2024-01-01">today</time>All rights reserved.</footer>
</body></html>"""
EXPECTED = [
    "Speaker meets French MPs",
    "The Speaker of the Mazhilis met a delegation of French MPs on Friday.",
    "\u201cWe are ready to cooperate,\u201d he said.",
    "He added that trade would grow.",
    "- A first point of the accord.",
]


def _with_head(head: str, *, root: str = "<html>") -> Metadata:
    page = f"<!DOCTYPE html>{root}<head>{head}</head><body>{ARTICLE}</body></html>"
    return read_page(page)[0]


def test_an_article_without_what_stands_around_it():
    metadata, text = read_page(PAGE)
    assert text.split("\n\n") == EXPECTED
    assert metadata == Metadata(
        title="Speaker meets French MPs",
        published="2018-07-06",
        publisher="Kazinform",
        url="https://inform.kz/1",
        language="en",
    )


def test_json_ld_goes_before_the_other_marks():
    script = f'<script type="application/ld+json">{json.dumps(LINKED)}</script>'
    metadata = _with_head(
        '<meta property="og:title" content="Other"><meta name="date" content="2020-01-01">' + script
    )
    assert metadata == Metadata(
        title="Speaker & MPs",
        published="2018-07-06",
        publisher="Kazinform",
        url="https://inform.kz/1",
        language="en",
        dateline_place="ASTANA",
    )


@pytest.mark.parametrize(
    "head, field, expected",
    [
        ('<meta property="og:title" content=" A  title ">', "title", "A title"),
        ("<title>A title</title>", "title", "A title"),
        ('<title>A - B</title><meta name="publisher" content="B">', "title", "A"),
        ('<meta name="dc.date" content="2018-07-06">', "published", "2018-07-06"),
        ('<meta name="date" content="soon"><meta name="pubdate" content="20180706">', "published",
         "2018-07-06"),
        ('<meta name="date" content="July 6, 2018">', "published", "2018-07-06"),
        ('<meta name="DC.Publisher" content="Foreign Office">', "publisher", "Foreign Office"),
        ('<meta property="og:url" content="https://x.org/1">', "url", "https://x.org/1"),
        ('<link rel="canonical" href="/1">', "url", None),
        ('<meta name="date" content="">', "published", None),
    ],
)  # fmt: skip
def test_marks_in_the_head(head, field, expected):
    assert getattr(_with_head(head), field) == expected


@pytest.mark.parametrize(
    "times, expected",
    [
        ('<time datetime="2018-07-06T10:00">Friday</time>', "2018-07-06"),
        ("<time>6 July 2018</time>", "2018-07-06"),
        ('<aside><time datetime="2024-01-01">a</time></aside>', None),
        ('<time datetime="2024-01-01">a</time><time pubdate datetime="2018-07-06">b</time>',
         "2018-07-06"),
    ],
)  # fmt: skip
def test_times_in_the_page(times, expected):
    page = PAGE.replace("article:published_time", "x").replace(ARTICLE, times + ARTICLE)
    assert read_page(page)[0].published == expected


def test_a_page_that_says_english_but_is_not_leaves_the_language_open():
    french = (
        "<p>Le président de la République a reçu vendredi à l'Élysée le ministre des Affaires "
        "étrangères du Japon, qui a déclaré vouloir coopérer davantage avec la France.</p>"
    )
    for root, expected in (('<html lang="en">', None), ('<html lang="fr-FR">', "fr")):
        page = f"{root}<body><article>{french}</article></body></html>"
        assert read_page(page)[0].language == expected


@pytest.mark.parametrize(
    "page",
    [
        "<p>The President met the Prime Minister in Moscow.</p>",
        "<div><p>Xi met Putin in Moscow.</p><p>They agreed to talk again.</p></div>",
        "<html><body><p>The President met <b>the Premier<p>They talked about <i>security.",
        '<?xml version="1.0" encoding="ISO-8859-1"?><html xmlns="http://www.w3.org/1999/xhtml">'
        "<body><p>The President met Pierre Cabaré in Astana.</p></body></html>",
    ],
)
def test_fragments_and_broken_pages_are_read(page):
    assert "met" in read_page(page)[1]


def test_cells_of_a_table_become_paragraphs():
    page = (
        "<html><body><table><tr><td><p>The President met the Prime Minister in Astana and they "
        "spoke about trade.</p></td><td>Monday</td></tr></table></body></html>"
    )
    assert read_page(page)[1].split("\n\n") == [
        "The President met the Prime Minister in Astana and they spoke about trade.",
        "Monday",
    ]


@pytest.mark.parametrize(
    "page",
    [
        "<html><body><nav><a href=1>Home</a><a href=2>World</a></nav><div>"
        "<a href=3>Speaker meets French MPs</a><a href=4>President in Paris</a></div></body>",
        "<html><body><form><label>User</label><input><button>Log in</button></form></body></html>",
        "<html><body><div id=root></div><noscript>You need to enable JavaScript to run this app."
        "</noscript><script>var text = 'He met her in Paris. They talked.'</script></body></html>",
        "<html></html>",
        "<<<>>>",
        "\x01\x02",
    ],
)
def test_a_page_without_an_article(page):
    with pytest.raises(InputError, match="no article") as caught:
        read_page(page, where="a.html")
    assert (caught.value.code, caught.value.where) == ("C108", "a.html")


def test_an_empty_page():
    with pytest.raises(InputError) as caught:
        read_page(" \n")
    assert caught.value.code == "C101"


def test_an_error_within_the_parser_is_a_refusal(monkeypatch):
    import trafilatura

    def fail(*args, **options):
        raise RuntimeError("odd")

    monkeypatch.setattr(trafilatura, "bare_extraction", fail)
    with pytest.raises(InputError) as caught:
        read_page(PAGE)
    assert caught.value.code == "C108"


@pytest.mark.parametrize(
    "head, encoding",
    [
        ("", "utf-8"),
        ('<meta charset="windows-1251">', "cp1251"),
        ('<meta http-equiv="Content-Type" content="text/html; charset=koi8-r">', "koi8-r"),
        ('<meta charset="utf-8">', "cp1251"),
    ],
)
def test_the_page_declares_its_encoding(head, encoding):
    page = (
        f"<html><head>{head}</head><body><p>Президент России провёл переговоры.</p></body></html>"
    )
    assert decode_page(page.encode(encoding)) == page


def test_latin_1_is_read_as_browsers_read_it():
    page = '<meta charset="iso-8859-1"><p>\u201cÉlysée\u201d</p>'
    assert decode_page(page.encode("cp1252")) == page
