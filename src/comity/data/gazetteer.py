"""Finding many known names in a list of tokens, the longest first."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Generic, TypeVar

Value = TypeVar("Value")
_HEAD = re.compile(r"[^\s’'–-]+")


class Gazetteer(Generic[Value]):
    """Surface forms and what they stand for; matching ignores how tokens were cut."""

    def __init__(self, entries: Iterable[tuple[str, Value]], *, longest: int = 12) -> None:
        """`longest` bounds a match, in tokens."""
        self._values: dict[str, Value] = {}
        self._starts: dict[str, int] = {}
        for surface, value in entries:
            words = surface.replace("’", "'").split()
            self._values.setdefault("".join(words), value)
            match = _HEAD.match(words[0])
            head = match.group() if match else words[0]
            pieces = len(re.findall(r"[\w.]+|[^\w\s]", surface)) + 1
            for start in {head, words[0]}:
                self._starts[start] = max(self._starts.get(start, 0), min(longest, pieces))

    def match(self, words: Sequence[str], at: int, end: int) -> tuple[int, Value] | None:
        """The longest entry that starts at token `at`: its number of tokens and its value."""
        most = self._starts.get(words[at])
        if most is None:
            return None
        best = None
        joined = ""
        for last in range(at, min(end, at + most)):
            joined += words[last].replace("’", "'")
            value = self._values.get(joined)
            if value is not None:
                best = (last + 1 - at, value)
        return best
