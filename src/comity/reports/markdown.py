"""Markdown: the metadata in its front matter."""

from __future__ import annotations

import re

from comity.reports.dates import parse_page_date
from comity.reports.language_code import normalise_language
from comity.reports.metadata import Metadata

_FRONT = re.compile(r"---[ \t]*\n(.*?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)\n*", re.DOTALL | re.MULTILINE)
_PAIR = re.compile(r"([A-Za-z][\w.-]*)[ \t]*:(?:[ \t]+(.*))?$")
# A list item, a comment, or the continuation of a value: kept out, but still front matter.
_OTHER = re.compile(r"\s*(?:#.*)?$|\s+\S|-\s")
_NAMES = {
    "title": ("title",),
    "published": ("published", "date", "datePublished", "pubdate"),
    "publisher": ("publisher", "source", "agency"),
    "url": ("url", "canonical", "link"),
    "language": ("language", "lang"),
    "dateline_place": ("dateline", "place"),
}


def split_front_matter(text: str) -> tuple[Metadata, str]:
    """Part front matter ("title: …" lines between two "---") from the text, which is left as is.

    Without front matter the text comes back unchanged; a "---" that is a rule across the page is
    not mistaken for it. A date or a language that cannot be read counts as not given.
    """
    front = _FRONT.match(text)
    values = _read_pairs(front[1]) if front else None
    if not front or not values:
        return Metadata(), text
    found = {
        field: next((values[name.lower()] for name in names if values.get(name.lower())), None)
        for field, names in _NAMES.items()
    }
    metadata = Metadata(
        title=found["title"],
        published=parse_page_date(found["published"] or ""),
        publisher=found["publisher"],
        url=found["url"],
        language=normalise_language(found["language"] or ""),
        dateline_place=found["dateline_place"],
    )
    return metadata, text[front.end() :]


def _read_pairs(block: str) -> dict[str, str] | None:
    pairs: dict[str, str] = {}
    for line in block.splitlines():
        pair = _PAIR.match(line)
        if pair:
            pairs[pair[1].lower()] = _unquote((pair[2] or "").strip())
        elif not _OTHER.match(line):
            return None
    return pairs


def _unquote(value: str) -> str:
    if len(value) > 1 and value[0] == value[-1] and value[0] in "'\"":
        return value[1:-1].strip()
    return value
