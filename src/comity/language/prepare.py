"""From a report's text to paragraphs that a parser can read, with a map back to the text.

Markup (HTML tags, Markdown links and emphasis, bare addresses) is skipped, never rewritten: each
prepared character knows the offset of the character that it stands for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from comity.model.reading import Span

_BREAK = re.compile(
    r"\n[^\S\n]*\n\s*|\n(?=\s*(?:[-*+•·▪]|\d{1,2}[.)])\s)"
    r"|\s\* \* \*(?=\s)|</p>|<br\s*/?>\s*<br\s*/?>|\x0b|\x0c|\u2029"
)
_MARKUP = re.compile(
    r"</?[A-Za-z][^<>]{0,4000}>"
    r"|(?<=\])\([^()\s]{1,2000}(?:\([^()\s]*\)[^()\s]*)?\)"
    r"|<?https?://[^\s<>\])]+>?"
    r"|\*\*|__|(?<![\w*])[*_](?=\w)|(?<=[\w.,;:!?])[*_](?![\w*])"
    r"|^[^\S\n]{0,3}\#{1,6}(?=\s|$)|^[^\S\n]{0,3}>[^\S\n]?"
    r"|^[^\S\n]*(?:[-*+•·▪–]|\d{1,2}[.)])\s+(?=\S)"
    r"|^[^\S\n]*(?:\#\s*){2,}$|\\(?=[*_\[\]#])",
    re.MULTILINE,
)
#: markup whose content is left out too
_ENCLOSED = [(re.compile(r"<figure\b"), "</figure>"), (re.compile(r"<!--"), "-->")]
_BULLET = re.compile(r"\s*([-*+•·▪–])\s+(?=\S)")
#: an opening quotation mark that sticks to the word before: part:"I believe
_GLUED = re.compile(r"(?<=[:,])[\"“«](?=\w)")
#: what a site's pop-ups leave behind a name: "Orban Orban ViktorPrime Minister of Hungary:"
_POPUP = re.compile(
    r"\b(?P<a>[A-Z][\w-]+) (?P<b>[A-Z][\w-]+)"
    r"(?P<pop> (?P=b) (?P=a)[A-Z][^:()]{0,200}?)(?=[:(])"
)
_LINK = re.compile(r"!?\[([^\[\]]{1,500})\](?=\()")
_SPACE = re.compile(r"\s+|[\x00-\x08\x0e-\x1f\x7f\u200b-\u200f\u2060\ufeff]+")


@dataclass(frozen=True, slots=True)
class Prepared:
    """A paragraph's readable text; `offsets[i]` is the text offset of its character i."""

    text: str
    offsets: list[int]

    def part(self, start: int, end: int | None = None) -> Prepared:
        """The characters `[start, end)`."""
        return Prepared(self.text[start:end], self.offsets[start:end])


def paragraphs(text: str) -> list[Prepared]:
    """Split a report's text at blank lines and strip each paragraph of markup.

    Paragraphs without a letter (rulers, "# # #") are left out.
    """
    found = []
    skipped = _merged([*_skipped(text)])
    at = 0
    for start, end in _pieces(text):
        while at < len(skipped) and skipped[at][1] <= start:
            at += 1
        inside = at
        while inside < len(skipped) and skipped[inside][0] < end:
            inside += 1
        prepared = _clean(text, start, end, skipped[at:inside])
        if any(ch.isalpha() for ch in prepared.text):
            found.append(prepared)
    return found


def _skipped(text: str) -> Iterator[Span]:
    """The spans of a text that nobody reads; they may overlap."""
    for pattern, closing in _ENCLOSED:
        at = 0
        while opening := pattern.search(text, at):
            end = text.find(closing, opening.end())
            if end < 0:
                break
            at = end + len(closing)
            yield opening.start(), at
    for match in _MARKUP.finditer(text):
        yield match.span()
    for match in _POPUP.finditer(text):
        yield match.span("pop")
    for match in _LINK.finditer(text):
        yield match.start(), match.start(1)
        yield match.end(1), match.end()


def _merged(spans: list[Span]) -> list[Span]:
    """Spans in order, those that overlap made one."""
    merged: list[Span] = []
    for start, end in sorted(spans):
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(merged[-1][1], end))
        else:
            merged.append((start, end))
    return merged


def _pieces(text: str) -> Iterator[Span]:
    start = 0
    for match in _BREAK.finditer(text):
        if match.start() > start:
            yield from _items(text, start, match.start())
        start = match.end()
    if start < len(text):
        yield from _items(text, start, len(text))


def _items(text: str, start: int, end: int) -> list[Span]:
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


def _clean(text: str, start: int, end: int, skipped: list[Span]) -> Prepared:
    """Text between `start` and `end` without the skipped spans, white space folded to one blank."""
    chars: list[str] = []
    offsets: list[int] = []
    at = start
    for first, last in [*skipped, (end, end)]:
        if first > at:
            _fold(text, at, first, chars, offsets)
        at = max(at, last)
    for glued in reversed([m.start() for m in _GLUED.finditer("".join(chars))]):
        chars.insert(glued, " ")
        offsets.insert(glued, offsets[glued])
    joined = "".join(chars)
    left = len(joined) - len(joined.lstrip(" "))
    return Prepared(joined, offsets).part(left, len(joined.rstrip(" ")))


def _fold(text: str, start: int, end: int, chars: list[str], offsets: list[int]) -> None:
    """Adds a stretch of text, each white space in it as one blank."""
    at = start
    for match in [*_SPACE.finditer(text, start, end), None]:
        stop = match.start() if match else end
        chars.extend(text[at:stop])
        offsets.extend(range(at, stop))
        if match:
            if not chars or chars[-1] != " ":
                chars.append(" ")
                offsets.append(stop)
            at = match.end()
