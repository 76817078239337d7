"""How alike two items of a field are, and where words stand in a text that was issued anew."""

from __future__ import annotations

import re
from dataclasses import fields, replace

from comity.data.folding import fold
from comity.model.judgement import Value
from comity.model.reading import Evidence, Span


def same(one: Value, other: Value | None) -> bool:
    """Whether two items say the same, wherever they say it."""
    return other is not None and replace(one, evidence=()) == replace(other, evidence=())


def likeness(one: Value, other: Value) -> float:
    """The share of words that two items of a field have in common (0..1)."""
    first, second = _words(one), _words(other)
    return len(first & second) / len(first | second) if first | second else 0.0


def overlap(one: Evidence, other: Evidence) -> bool:
    """Whether two items rest on the same place in the text."""
    return any(a < d and c < b for a, b in one for c, d in other)


def carried(value: Value, old: str, new: str) -> Value:
    """An item with its evidence as it stands in a text that was issued anew.

    Where its words are gone, it has no evidence any more.
    """
    places = (_place(old[start:end], start, new) for start, end in value.evidence)
    return replace(value, evidence=tuple(place for place in places if place is not None))


def places_of(words: str, text: str) -> list[Span]:
    """Where words stand in a text, however its lines are broken."""
    pattern = r"\s+".join(map(re.escape, words.split()))
    return [found.span() for found in re.finditer(pattern, text)] if pattern else []


def _place(words: str, start: int, text: str) -> Span | None:
    """The place of the words that lies nearest to where they stood."""
    return min(places_of(words, text), key=lambda place: abs(place[0] - start), default=None)


def _words(value: Value) -> set[str]:
    found: set[str] = set()
    for each in fields(value):
        content = getattr(value, each.name)
        if each.name == "evidence" or content is None:
            continue
        for part in content if isinstance(content, tuple) else (content,):
            found |= {f"{each.name}:{word}" for word in fold(str(part)).split()}
    return found
