"""Quotation marks: where somebody's words begin and end.

Curly, straight, low and angle marks are read. A quotation that runs over paragraphs opens each of
them anew and closes the last; a closing mark that is missing is put at the paragraph's end.
"""

from __future__ import annotations

import re

_PAIRS = {"“": "”", "„": "”“", "«": "»", "‹": "›", "「": "」"}
_MARKS = re.compile(r"[“”„«»‹›「」\"]|(?<!\w)‘(?=\w)|``|''")


def spans(text: str) -> list[tuple[int, int, bool]]:
    """`(start, end, closed)` of each quotation in one paragraph, the marks left out."""
    found: list[tuple[int, int, bool]] = []
    opened: int | None = None
    closing = ""
    for match in _MARKS.finditer(text):
        mark = match.group()
        if opened is None:
            if mark in _PAIRS:
                opened, closing = match.end(), _PAIRS[mark]
            elif mark in {'"', "``", "''"} and _opens(text, match.start(), match.end()):
                opened, closing = match.end(), {"``": "''"}.get(mark, mark)
        elif mark == closing or (len(mark) == 1 and mark in closing):
            if match.start() > opened:
                found.append((opened, match.start(), True))
            opened = None
        elif mark in _PAIRS and mark != "„" and text[opened:].find(closing) < 0:
            # the mark before was never closed: begin again here
            opened, closing = match.end(), _PAIRS[mark]
    if opened is not None and len(text) - opened > 1:
        found.append((opened, len(text), False))
    return found


def _opens(text: str, start: int, end: int) -> bool:
    """A straight mark opens at the start or after a blank, dash or bracket, before a word."""
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    return (before.isspace() or before in "([—–-:,.") and not after.isspace()
