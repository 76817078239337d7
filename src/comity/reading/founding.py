"""Since when a relation stands: "the 30th anniversary of", "since 1992", "signed in 2011"."""

from __future__ import annotations

import re

from comity.reading.dates import number

_SINCE = re.compile(r"\bsince (?:\w+ )?((?:19|20)[0-9]{2})\b")
_RAISED = re.compile(
    r"\b(?:upgraded|elevated|raised|lifted|established|concluded)\b.*"
    r"\bin (?:\w+ )?((?:19|20)[0-9]{2})\b"
)
_SIGNED = re.compile(
    r"\b((?:19|20)[0-9]{2}) signing of\b|\bsigned (?:in|on)(?: \w+ \d+ ,)? ((?:19|20)[0-9]{2})"
)

_MARKS = re.compile(r"\b((?:19|20)[0-9]{2}) (?:will )?marks?\b")
#: earlier than any relation of states; a count that leads there was misread
_EARLIEST = 1000


def since(words: list[str], year: int | None) -> str | None:
    """The year that a sentence gives for the beginning of a relation.

    `words` are in lower case; `year` is the year of publication, from which anniversaries count
    back. None where the sentence gives no year.
    """
    text = " ".join(words)
    if ("anniversary" in words or "years of" in text) and "since" not in words:
        return founding_year(words, year)
    for pattern in (_SINCE, _RAISED, _SIGNED):
        match = pattern.search(text)
        if match:
            return next(group for group in match.groups() if group)
    return str(year) if year and "signing" in words and "today" in words else None


def founding_year(words: list[str], year: int | None) -> str | None:
    """The founding year from "the 10th anniversary" or "200 years of" in a report of `year`."""
    if year is None:
        return None
    year = _marked(words) or year + ("next year" in " ".join(words))
    for at, word in enumerate(words):
        if word == "anniversary" and at:
            count = number(words[at - 1 : at]) or number(words[max(0, at - 3) : at])
            if count is None and at > 2 and words[at - 1] == "year":
                count = number(words[max(0, at - 3) : at - 2])
            if count:
                return _year(year - count)
        if word == "years" and at and words[at + 1 : at + 2] == ["of"]:
            count = number(words[at - 1 : at])
            if count and count >= 5:
                return _year(year - count)
    return None


def _marked(words: list[str]) -> int | None:
    """ "2025 will mark the fiftieth anniversary": the year of the anniversary itself."""
    match = _MARKS.search(" ".join(words))
    return int(match[1]) if match else None


def _year(year: int) -> str | None:
    return str(year) if year >= _EARLIEST else None
