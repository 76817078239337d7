"""What a web page says of itself in its head and its marks."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from comity.reports.dates import parse_page_date
from comity.reports.json_ld import read_json_ld
from comity.reports.language_code import normalise_language
from comity.reports.metadata import Metadata

_TITLES = ("og:title", "twitter:title", "dc.title", "dcterms.title", "headline")
_DATES = (
    "article:published_time",
    "og:published_time",
    "datepublished",
    "date",
    "dc.date",
    "dc.date.issued",
    "dcterms.date",
    "dcterms.issued",
    "dcterms.created",
    "pubdate",
    "publishdate",
    "publish-date",
    "publication_date",
    "parsely-pub-date",
    "sailthru.date",
)
_PUBLISHERS = ("og:site_name", "publisher", "dc.publisher", "dcterms.publisher", "application-name")
_LANGUAGES = ("content-language", "og:locale", "dc.language", "inlanguage")
_ASIDE = frozenset({"aside", "nav", "footer"})


class Element(Protocol):
    """The part of lxml's elements that is used here; lxml has no type information."""

    tag: object

    def iter(self, *tags: str) -> Iterator[Element]:
        """The elements with one of these tags, from this one down."""

    def get(self, key: str) -> str | None:
        """An attribute's value."""

    def iterancestors(self) -> Iterator[Element]:
        """The elements that hold this one."""

    def text_content(self) -> str:
        """All text below."""


def read_page_metadata(tree: Element) -> Metadata:
    """Read what a page says of itself; JSON-LD goes before Open Graph, <meta> and the page.

    A value that cannot be read, such as a date in free words, counts as not given.
    """
    scripts = [
        script.text_content()
        for script in tree.iter("script")
        if "ld+json" in (script.get("type") or "")
    ]
    return read_json_ld(scripts).filled_by(_read_marks(tree))


def _read_marks(tree: Element) -> Metadata:
    metas = _metas(tree)
    publisher = _first(metas, _PUBLISHERS)
    languages = [_root_language(tree), *(metas.get(name) for name in _LANGUAGES)]
    dates = [*(metas.get(name) for name in _DATES), *_times(tree)]
    return Metadata(
        title=_first(metas, _TITLES) or _title(tree, publisher),
        published=next((day for day in map(parse_page_date, filter(None, dates)) if day), None),
        publisher=publisher,
        url=_url(tree, metas),
        language=next(
            (code for code in map(normalise_language, filter(None, languages)) if code), None
        ),
    )


def _metas(tree: Element) -> dict[str, str]:
    """The page's <meta> values by lower-case name; of two with one name the first stands."""
    metas: dict[str, str] = {}
    for meta in tree.iter("meta"):
        content = " ".join((meta.get("content") or "").split())
        for key in ("property", "name", "itemprop", "http-equiv"):
            name = (meta.get(key) or "").strip().lower()
            if name and content:
                metas.setdefault(name, content)
    return metas


def _first(metas: dict[str, str], names: tuple[str, ...]) -> str | None:
    return next((metas[name] for name in names if name in metas), None)


def _title(tree: Element, publisher: str | None) -> str | None:
    """The page's <title>, without the site's name behind a bar or a dash."""
    for element in tree.iter("title"):
        title = " ".join(element.text_content().split())
        for mark in (" | ", " – ", " — ", " - ", " :: "):
            if publisher and title.endswith(mark + publisher):
                title = title.removesuffix(mark + publisher)
        if title:
            return title
    return None


def _times(tree: Element) -> list[str]:
    """Values of <time>: those marked as the publication first, those beside the article never."""
    marked: list[str] = []
    others: list[str] = []
    for time in tree.iter("time"):
        if any(above.tag in _ASIDE for above in time.iterancestors()):
            continue
        value = time.get("datetime") or time.text_content()
        is_marked = time.get("pubdate") is not None or time.get("itemprop") == "datePublished"
        (marked if is_marked else others).append(value)
    return marked + others


def _url(tree: Element, metas: dict[str, str]) -> str | None:
    links = [link.get("href") for link in tree.iter("link") if link.get("rel") == "canonical"]
    for url in (*links, metas.get("og:url")):
        if url and url.strip().lower().startswith(("http://", "https://")):
            return url.strip()
    return None


def _root_language(tree: Element) -> str | None:
    root = next(tree.iter("html"), None)
    return (root.get("lang") or root.get("xml:lang")) if root is not None else None
