"""Markup of pages and summaries: the text without it, and the feeds that a page names."""

from __future__ import annotations

from html.parser import HTMLParser

from comity.errors import FetchError
from comity.fetching.addresses import parse_address

_UNSEEN = frozenset({"script", "style", "template"})
_INLINE = frozenset(
    "a abbr b bdi bdo cite code em font i mark q s small span strong sub sup u".split()
)
_FEED_TYPES = frozenset({"application/rss+xml", "application/atom+xml", "application/rdf+xml"})
_HEAD = 200_000
_MOST_LINKS = 5


def plain_text(markup: str) -> str:
    """The text of a piece of HTML."""
    reader = _TextReader()
    reader.feed(markup)
    reader.close()
    return "".join(reader.pieces)


def feed_links(page: str, url: str) -> list[str]:
    """The addresses of the feeds that a page names in its head, each once, five at most."""
    reader = _LinkReader()
    reader.feed(page[:_HEAD])
    base = parse_address(url)
    found: list[str] = []
    for href in reader.links:
        try:
            address = base.join(href).url
        except FetchError:
            continue
        if address not in found:
            found.append(address)
    return found[:_MOST_LINKS]


class _TextReader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self._unseen = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del attrs
        if tag in _UNSEEN:
            self._unseen += 1
        elif tag not in _INLINE:
            self.pieces.append(" ")

    def handle_endtag(self, tag: str) -> None:
        if tag in _UNSEEN:
            self._unseen = max(0, self._unseen - 1)
        elif tag not in _INLINE:
            self.pieces.append(" ")

    def handle_data(self, data: str) -> None:
        if not self._unseen:
            self.pieces.append(data)


class _LinkReader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.links: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        is_feed = given.get("type", "").strip().lower() in _FEED_TYPES
        if tag == "link" and is_feed and "alternate" in given.get("rel", "").lower().split():
            self.links.append(given.get("href", ""))
