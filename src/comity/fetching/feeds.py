"""Feeds: RSS, Atom and RDF, read by feedparser, broken ones too."""

from __future__ import annotations

import io
import re
from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime
from email.utils import parsedate_to_datetime
from typing import Any

from comity.errors import FetchError
from comity.fetching.addresses import parse_address
from comity.fetching.body import too_large
from comity.fetching.feed_text import feed_text, name_document
from comity.fetching.markup import plain_text
from comity.fetching.page import Page
from comity.fetching.wording import cleaned, shown

# feedparser ships no types: what it gives is a dict of strings, lists and more such dicts.
_Parsed = dict[str, Any]
# A feed of 5,000 entries has a quarter of this; a broken one takes seconds a megabyte.
MAX_FEED_BYTES = 5_000_000
_ISO_DATE = re.compile(r"(\d{4}-\d\d-\d\d)(?!\d)")
_SUMMARY_READ = 20_000
_MARKED_UP = ("text/html", "application/xhtml+xml")


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One entry of a feed.

    `link` is absolute, http or https; `published` an ISO date, as the publisher's clock had it;
    `summary` is without markup. `id` is what the feed calls the entry, or else its link.
    """

    link: str
    id: str
    title: str | None
    published: str | None
    summary: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """A feed; `notes` say in words what of it was broken, dropped or joined."""

    url: str
    title: str | None
    entries: tuple[Entry, ...]
    notes: tuple[str, ...]


def read_feed(page: Page) -> Feed:
    """Read a feed, in its own order.

    Raises:
        FetchError: C506 beyond `MAX_FEED_BYTES`, C512 for what is no feed, C514 for a feed that
            is too broken to be read.
    """
    if len(page.body) > MAX_FEED_BYTES:
        raise too_large(MAX_FEED_BYTES, page.url)
    text = feed_text(page)
    parsed = _parse(text.root, page.url) if text.root else {}
    found = parsed.get("entries", [])
    if not parsed.get("version") and not (found and text.is_feed):
        raise FetchError("C512", name_document(page), where=page.url)
    notes = list(text.notes)
    if parsed.get("bozo"):
        why = _fault(parsed.get("bozo_exception"))
        if not found:
            raise FetchError(
                "C514",
                f"the feed's XML is broken ({why}), and no entry of it can be read; try again "
                "later, or tell its publisher",
                where=page.url,
            )
        notes.append(f"the feed's XML is broken ({why}); what could be read of it is used")
    elif not found:
        notes.append("the feed has no entries")
    entries, dropped = _read_entries(found)
    title = _text_of(parsed.get("feed", {}), "title")
    return Feed(url=page.url, title=title, entries=entries, notes=(*notes, *dropped))


def _parse(root: str, url: str) -> _Parsed:
    # Imported here: only feeds need it.
    import feedparser  # type: ignore[import-untyped]  # it ships no types

    try:
        # As a stream: bytes that spell a path or an address would be opened.
        parsed: _Parsed = feedparser.parse(
            io.BytesIO(root.encode("utf-8", "replace")),
            response_headers={
                "content-location": url,
                "content-type": "application/xml; charset=utf-8",
            },
            # Summaries are read without markup, so there is nothing to make safe.
            resolve_relative_uris=False,
            sanitize_html=False,
        )
        return parsed
    # Any error of a parser that met a feed like no other is a feed that cannot be read.
    except Exception as error:
        raise FetchError(
            "C514",
            f"the feed cannot be read ({type(error).__name__}: {shown(str(error), 100)}); tell its "
            "publisher",
            where=url,
        ) from error


def _fault(error: object) -> str:
    line = getattr(error, "getLineNumber", lambda: None)()
    said = getattr(error, "getMessage", lambda: None)() or error
    place = f"line {line}: " if line else ""
    return f"{place}{shown(cleaned(str(said)), 100)}"


def _read_entries(found: list[_Parsed]) -> tuple[tuple[Entry, ...], list[str]]:
    """The entries that lead to a page, each page once, and what became of the others."""
    entries: dict[str, Entry] = {}
    dropped: Counter[str] = Counter()
    for raw in found:
        link = raw.get("link") or _other_link(raw)
        if not link:
            dropped["without a link"] += 1
            continue
        try:
            address = parse_address(link).url
        except FetchError:
            dropped["with a link that is not fetched, such as " + repr(shown(link, 60))] += 1
            continue
        if address in entries:
            dropped["for a page that another entry names"] += 1
            continue
        entries[address] = Entry(
            link=address,
            id=cleaned(raw.get("id") or "") or address,
            title=_text_of(raw, "title"),
            published=_date_of(raw),
            summary=_text_of(raw, "summary"),
        )
    return tuple(entries.values()), _in_words(dropped)


def _in_words(dropped: Counter[str]) -> list[str]:
    """One note a kind: the links that are not fetched are counted together, one is shown."""
    notes: dict[str, tuple[str, int]] = {}
    for what, count in dropped.items():
        kind = what.partition(",")[0]
        first, before = notes.get(kind, (what, 0))
        notes[kind] = (first, before + count)
    return [
        f"{count} {'entry' if count == 1 else 'entries'} {what}: left out"
        for what, count in notes.values()
    ]


def _other_link(entry: _Parsed) -> str | None:
    """A link that is not said to be a page in HTML; enclosures and the feed itself are none."""
    for link in entry.get("links", ()):
        if link.get("rel") in ("alternate", "via", "related") and link.get("href"):
            return str(link["href"])
    return None


def _text_of(item: _Parsed, field: str) -> str | None:
    value = item.get(field)
    if not isinstance(value, str):
        return None
    kind = (item.get(f"{field}_detail") or {}).get("type")
    if kind in _MARKED_UP:
        value = plain_text(value[:_SUMMARY_READ])
    return cleaned(value) or None


def _date_of(entry: _Parsed) -> str | None:
    for field in ("published", "updated", "created"):
        # not its own `get`: feedparser answers for "updated" with another field, and warns of it
        value = dict.get(entry, field)
        if isinstance(value, str):
            if found := _local_date(value):
                return found
            if _ISO_DATE.match(value.strip()):
                continue  # feedparser makes the first of March of a thirtieth of February
        parsed = dict.get(entry, f"{field}_parsed")
        if parsed and (found := _checked(parsed[:3])):
            return found
    return None


def _local_date(value: str) -> str | None:
    """The day as it is written: in another time zone it may be the next one."""
    if found := _ISO_DATE.match(value.strip()):
        try:
            return datetime.fromisoformat(found[1]).date().isoformat()
        except ValueError:
            return None
    try:
        return parsedate_to_datetime(value).date().isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _checked(day: tuple[int, int, int]) -> str | None:
    try:
        return date(*day).isoformat()
    except ValueError:
        return None
