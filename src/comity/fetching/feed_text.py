"""A feed's text before it is parsed, and what a document is that is no feed."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from comity.fetching.markup import feed_links
from comity.fetching.page import Page
from comity.fetching.wording import shown

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    # UTF-32 first: its mark begins with the one of UTF-16.
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (b"<\0", "utf-16-le"),
    (b"\0<", "utf-16-be"),
)
_DECLARED = re.compile(rb"""\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]+)""")
# Encodings that may be believed; Python knows others, not meant for text.
_KNOWN = re.compile(r"(?:windows|cp|x-|iso|latin|koi8|mac|gb|big5|euc|shift|sjis|ks|tis)", re.I)
# What stands before the first element. None of it says anything of the feed, and entities that are
# declared here could be made to fill the memory.
_PROLOG = re.compile(
    r"\s+|<\?.*?\?>|<!--.*?-->|(?P<doctype><!DOCTYPE[^\[>]*(?:\[.*?\]\s*)?>)", re.I | re.S
)
_ELEMENT = re.compile(r"<([A-Za-z_][\w:.-]*)")
_FEEDS = frozenset({"rss", "rdf", "feed", "channel"})
_PAGE = re.compile(r"<(?:html|head|body)\b", re.I)


@dataclass(frozen=True, slots=True)
class FeedText:
    """The text from its first element on, and what was noted while it was made."""

    root: str
    notes: tuple[str, ...]

    @property
    def element(self) -> str | None:
        """The name of the first element."""
        found = _ELEMENT.match(self.root)
        return found[1] if found else None

    @property
    def is_feed(self) -> bool:
        """Whether it begins as a feed does, of whatever version."""
        return (self.element or "").lower().rpartition(":")[2] in _FEEDS

    @property
    def is_page(self) -> bool:
        """Whether it looks like an HTML page."""
        return _PAGE.search(self.root[:5_000]) is not None


def feed_text(page: Page) -> FeedText:
    """Decode a feed, and leave out what stands before its first element."""
    text, notes = _decode(page)
    at = 0
    while found := _PROLOG.match(text, at):
        at = found.end()
        if "<!ENTITY" in (found["doctype"] or "").upper():
            notes.append("the feed declares entities of its own, which are not read")
    element = _ELEMENT.search(text, at)
    if element is None:
        return FeedText("", tuple(notes))
    if text[at : element.start()].strip():
        notes.append("there was text before the feed, which is left out")
    return FeedText(text[element.start() :], tuple(notes))


def name_document(page: Page) -> str:
    """What was fetched instead of a feed, and what to do."""
    body = page.body.strip()
    if not body:
        return "this is no feed: the answer is empty; check the address"
    text = feed_text(page)
    if text.is_page or page.content_type in ("text/html", "application/xhtml+xml"):
        return _name_page(text.root, page.url)
    if body[:1] in b"{[":
        return "this is no feed that can be read, but JSON; look for its RSS or Atom address"
    if body.startswith(b"%PDF-"):
        return "this is no feed but a PDF file; add it as a report: comity add URL"
    if text.element is None:
        kind = f" ({shown(page.content_type, 60)})" if page.content_type else ""
        return f"this is no feed: there is no XML in it{kind}; check the address"
    return (
        f"this is XML, but no feed: it begins with <{shown(text.element, 40)}>; check the address"
    )


def _name_page(text: str, url: str) -> str:
    links = feed_links(text, url)
    if not links:
        return (
            "this is no feed but an HTML page, and it names no feed; to add the page itself: "
            "comity add URL"
        )
    return f"this is no feed but an HTML page; the feeds that it names: {', '.join(links)}"


def _decode(page: Page) -> tuple[str, list[str]]:
    body = page.body
    for mark, encoding in _MARKS:
        if body.startswith(mark):
            return body.decode(encoding, "replace").removeprefix("\ufeff"), []
    try:
        return body.decode("utf-8"), []
    except UnicodeDecodeError:
        pass
    # The document's own word first: a server says the same of all that it sends.
    own = _DECLARED.match(body)
    for said in (own[1].decode("ascii") if own else "", page.charset or ""):
        if _KNOWN.match(said):
            try:
                return body.decode(said), []
            except (LookupError, ValueError):
                continue
    note = "the feed's encoding is damaged or cannot be told; some letters may be wrong"
    return body.decode("cp1252", "replace"), [note]
