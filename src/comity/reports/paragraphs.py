"""Paragraphs out of the lines of printed pages."""

from __future__ import annotations

import re
from collections import Counter

_PAGE_NUMBER = re.compile(r"(?:page\s+)?[-–—\s]*\d{1,4}[-–—\s]*(?:(?:of|/)\s*\d{1,4})?", re.I)
_SENTENCE_END = re.compile(r"""[.!?:;…]["'”’»)\]]*$""")
_ITEM = re.compile(r"(?:[•‣▪◦●*–—-]|\(?\d{1,2}[.)]|\(?[a-z][.)])\s")
_HYPHENATED = re.compile(r"([^\W\d_]+)[-\u2010\u00ad]$")
_HEAD = re.compile(r"[^\W\d_]+")
_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
# Prefixes that keep their hyphen before a line's end more often than not.
_PREFIX_WORDS = "self non well long short high low vice ex anti pro half cross all"
_PREFIXES = frozenset(_PREFIX_WORDS.split())
# A line this much shorter than the page is wide ends a paragraph, or is a heading.
_LAST_LINE = 0.8
_HEADING = 0.6


def join_pages(pages: list[str]) -> str:
    """Join the lines of pages to paragraphs, with an empty line between them.

    Words that were parted at a line's end are put together, ligatures become letters. Page
    numbers, and lines that at least three pages have at their head or foot, are left out: they
    would stand in the middle of a sentence.
    """
    lines = [line for page in _without_edges(pages) for line in page]
    width = _width(lines)
    text = "\n".join(lines)
    counts = Counter(re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", text.lower()))
    paragraphs: list[str] = []
    last = ""
    for line in lines:
        if not line:
            last = ""
        elif last and not _is_break(last, line, width):
            paragraphs[-1] = _join(paragraphs[-1], line, counts)
            last = line
        else:
            paragraphs.append(line)
            last = line
    return "\n\n".join(paragraphs)


def _without_edges(pages: list[str]) -> list[list[str]]:
    cleaned = [_clean(page) for page in pages]
    edges = Counter(
        key for lines in cleaned for key in {_edge(lines[at]) for at in (0, -1) if lines}
    )
    running = {key for key, count in edges.items() if count >= max(3, len(pages) / 2)}
    for lines in cleaned:
        for at in (0, -1):
            while lines and (_PAGE_NUMBER.fullmatch(lines[at]) or _edge(lines[at]) in running):
                lines.pop(at)
    return cleaned


def _clean(page: str) -> list[str]:
    for ligature, letters in _LIGATURES.items():
        page = page.replace(ligature, letters)
    lines = [" ".join(line.split()) for line in page.splitlines()]
    while lines and not lines[0]:
        lines.pop(0)
    while lines and not lines[-1]:
        lines.pop()
    return lines


def _edge(line: str) -> str:
    return re.sub(r"\d+", "0", line)


def _width(lines: list[str]) -> int:
    lengths = sorted(len(line) for line in lines if line)
    return lengths[len(lengths) * 9 // 10] if lengths else 0


def _is_break(last: str, line: str, width: int) -> bool:
    if _ITEM.match(line):
        return True
    if _SENTENCE_END.search(last):
        return len(last) < _LAST_LINE * width
    starts_anew = line[0].isupper() or not line[0].isalnum()
    return starts_anew and len(last) < _HEADING * width and not last.endswith(",")


def _join(paragraph: str, line: str, counts: Counter[str]) -> str:
    head = _HYPHENATED.search(paragraph)
    tail = _HEAD.match(line)
    if not head or not tail:
        return f"{paragraph} {line}"
    if paragraph.endswith("\u00ad"):
        return paragraph[:-1] + line
    first, second = head[1], tail[0]
    kept, joined = f"{first}-{second}".lower(), f"{first}{second}".lower()
    keeps_hyphen = (
        second[0].isupper()
        or counts[kept] > counts[joined]
        or (first.lower() in _PREFIXES and not counts[joined])
    )
    return paragraph + line if keeps_hyphen else paragraph[:-1] + line
