"""Who visited whom, and whose turn it is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from comity.record import View
from comity.record.series import VisitCount, visit_counts


@dataclass(frozen=True, slots=True, kw_only=True)
class Balance:
    """Visits between two countries, one way and the other, with the day of the latest.

    `turn` is the country that is to travel next: the one that was host last. It is None where
    there was no visit, or where the latest of both fell on one day.
    """

    level: str
    one: str
    other: str
    one_to_other: int
    last_one_to_other: str | None
    other_to_one: int
    last_other_to_one: str | None
    turn: str | None


def visits(view: View, one: str, other: str) -> tuple[Balance, ...]:
    """The visits of two countries to each other: of leaders, of ministers, and at any level.

    A visit is any encounter that took place on the ground of one of the two and to which the other
    came; calls and encounters elsewhere are none.
    """
    there = visit_counts(view, one, other)
    back = visit_counts(view, other, one)
    return (
        _balance("leaders", one, other, _at(there, "leaders"), _at(back, "leaders")),
        _balance("ministers", one, other, _at(there, "ministers"), _at(back, "ministers")),
        _balance("any", one, other, there, back),
    )


def _at(counts: Iterable[VisitCount], level: str) -> list[VisitCount]:
    return [count for count in counts if count.level == level]


def _balance(
    level: str, one: str, other: str, there: Sequence[VisitCount], back: Sequence[VisitCount]
) -> Balance:
    last_there = max((count.last for count in there if count.last), default=None)
    last_back = max((count.last for count in back if count.last), default=None)
    turn = None
    if (last_there or "") > (last_back or ""):
        turn = other
    elif (last_back or "") > (last_there or ""):
        turn = one
    return Balance(
        level=level,
        one=one,
        other=other,
        one_to_other=sum(count.visits for count in there),
        last_one_to_other=last_there,
        other_to_one=sum(count.visits for count in back),
        last_other_to_one=last_back,
        turn=turn,
    )
