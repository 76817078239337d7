"""Where something is named: mentions of one sort, by token and in order."""

from __future__ import annotations

from bisect import bisect_left
from typing import Generic, Protocol, TypeVar


class _Spanning(Protocol):
    """What stands at tokens `[first, last)`."""

    @property
    def first(self) -> int: ...

    @property
    def last(self) -> int: ...


M = TypeVar("M", bound=_Spanning)


class Mentions(Generic[M]):
    """The mentions of one report; where two cover a token, the one added last stands there."""

    def __init__(self) -> None:
        self.at: dict[int, M] = {}
        #: None while they change
        self._ordered: list[M] | None = None

    def add(self, mention: M) -> None:
        """Put a mention at all its tokens."""
        self._ordered = None
        self.at.update(dict.fromkeys(range(mention.first, mention.last), mention))

    def take(self, token: int) -> M | None:
        """Forget what stands at a token, and return it."""
        self._ordered = None
        return self.at.pop(token, None)

    def all(self) -> list[M]:
        """All mentions in order."""
        if self._ordered is None:
            distinct = {mention.first: mention for mention in self.at.values()}
            self._ordered = sorted(distinct.values(), key=_first)
        return self._ordered

    def within(self, first: int, last: int) -> list[M]:
        """The mentions that begin in `[first, last)`, in order."""
        ordered = self.all()
        start = bisect_left(ordered, first, key=_first)
        return ordered[start : bisect_left(ordered, last, start, key=_first)]


def _first(mention: _Spanning) -> int:
    return mention.first
