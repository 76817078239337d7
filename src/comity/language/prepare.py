"""From a report's text to paragraphs that a parser can read, with a map back to the text.

Markup (HTML tags, Markdown links and emphasis, bare addresses) is skipped, never rewritten: each
prepared character knows the offset of the character that it stands for.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_BREAK = re.compile(
    r"\n[^\S\n]*\n\s*|\n(?=\s*(?:[-*+•·▪]|\d{1,2}[.)])\s)"
    r"|\s\* \* \*(?=\s)|</p>|<br\s*/?>\s*<br\s*/?>|\x0b|\x0c|\u2029"
)
_MARKUP = re.compile(
    r"<figure\b.*?</figure>|<!--.*?-->"
    r"|</?[A-Za-z][^<>]{0,4000}>"
    r"|(?<=\])\([^()\s]{1,2000}(?:\([^()\s]*\)[^()\s]*)?\)"
    r"|<?https?://[^\s<>\])]+>?"
    r"|\*\*|__|(?<![\w*])[*_](?=\w)|(?<=[\w.,;:!?])[*_](?![\w*])"
    r"|^\s{0,3}\#{1,6}(?=\s|$)|^\s{0,3}>\s?|^\s*(?:[-*+•·▪–]|\d{1,2}[.)])\s+(?=\S)"
    r"|^\s*(?:\#\s*){2,}$|\\(?=[*_\[\]#])",
    re.MULTILINE | re.DOTALL,
)
_BULLET = re.compile(r"\s*([-*+•·▪–])\s+(?=\S)")
#: an opening quotation mark that sticks to the word before: part:"I believe
_GLUED = re.compile(r"(?<=[:,])[\"“«](?=\w)")
#: what a site's pop-ups leave behind a name: "Orban Orban ViktorPrime Minister of Hungary:"
_POPUP = re.compile(
    r"(?<=\b)(?P<a>[A-Z][\w-]+) (?P<b>[A-Z][\w-]+)(?P<pop> (?P=b) (?P=a)[A-Z][^:()]{0,200}?)(?=[:(])"
)
_LINK = re.compile(r"!?\[([^\[\]]{1,500})\](?=\()")
_SPACE = re.compile(r"\s+|[\x00-\x08\x0e-\x1f\x7f\u200b-\u200f\u2060\ufeff]+")


@dataclass(frozen=True, slots=True)
class Prepared:
    """A paragraph's readable text; `offsets[i]` is the text offset of its character i."""

    text: str
    offsets: list[int]


def paragraphs(text: str) -> list[Prepared]:
    """Split a report's text at blank lines and strip each paragraph of markup.

    Paragraphs without a letter (rulers, "# # #") are left out.
    """
    found = []
    skipped = [match.span() for match in _MARKUP.finditer(text)]
    skipped.extend(match.span("pop") for match in _POPUP.finditer(text))
    for match in _LINK.finditer(text):
        skipped.append((match.start(), match.start(1)))
        skipped.append((match.end(1), match.end()))
    skipped.sort()
    at = 0
    for start, end in _pieces(text):
        while at < len(skipped) and skipped[at][1] <= start:
            at += 1
        inside = []
        for first, last in skipped[at:]:
            if first >= end:
                break
            inside.append((first, last))
        prepared = _clean(text, start, end, inside)
        if any(ch.isalpha() for ch in prepared.text):
            found.append(prepared)
    return found


def _pieces(text: str) -> list[tuple[int, int]]:
    pieces, start = [], 0
    for match in _BREAK.finditer(text):
        if match.start() > start:
            pieces.extend(_items(text, start, match.start()))
        start = match.end()
    if start < len(text):
        pieces.extend(_items(text, start, len(text)))
    return pieces


def _items(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """A list that was run together into one line ("- A, … - B, …") as its items."""
    bullet = _BULLET.match(text, start, end)
    if bullet is None:
        return [(start, end)]
    between = re.compile(rf"\s{re.escape(bullet[1])}\s+(?=[A-Z])")
    items, at = [], bullet.end()
    for match in between.finditer(text, at, end):
        items.append((at, match.start()))
        at = match.end()
    return [*items, (at, end)]


def _clean(text: str, start: int, end: int, skipped: list[tuple[int, int]]) -> Prepared:
    """Text between `start` and `end` without the skipped spans, white space folded to one blank."""
    parts: list[str] = []
    offsets: list[int] = []
    at = start
    for first, last in [*skipped, (end, end)]:
        if first > at:
            _fold(text, at, first, parts, offsets)
        at = max(at, last)
    joined = "".join(parts)
    for glued in reversed(list(_GLUED.finditer(joined))):
        at = glued.start()
        joined = joined[:at] + " " + joined[at:]
        offsets.insert(at, offsets[at])
    left = len(joined) - len(joined.lstrip(" "))
    right = len(joined.rstrip(" "))
    return Prepared(joined[left:right], offsets[left:right])


def _fold(text: str, start: int, end: int, parts: list[str], offsets: list[int]) -> None:
    at = start
    for match in _SPACE.finditer(text, start, end):
        parts.append(text[at : match.start()])
        offsets.extend(range(at, match.start()))
        if not (parts and any(parts) and _last(parts) == " "):
            parts.append(" ")
            offsets.append(match.start())
        at = match.end()
    parts.append(text[at:end])
    offsets.extend(range(at, end))


def _last(parts: list[str]) -> str:
    return next((part[-1] for part in reversed(parts) if part), "")
