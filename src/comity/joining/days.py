"""Days behind ISO dates that may be months, years, or wrong."""

from __future__ import annotations

from calendar import monthrange
from datetime import date


def day_of(stamp: str | None) -> date | None:
    """The day, if the ISO date names one that exists."""
    if not stamp or len(stamp) < 10:
        return None
    try:
        return date.fromisoformat(stamp[:10])
    except ValueError:
        return None


def first_day(stamp: str | None) -> date | None:
    """The first day of a day, month or year."""
    return day_of(f"{stamp}{ {4: '-01-01', 7: '-01'}.get(len(stamp), '') }") if stamp else None


def last_day(stamp: str | None) -> date | None:
    """The last day of a day, month or year."""
    first = first_day(stamp)
    if first is None or stamp is None:
        return None
    if len(stamp) == 4:
        return date(first.year, 12, 31)
    if len(stamp) == 7:
        return date(first.year, first.month, monthrange(first.year, first.month)[1])
    return first


def days_between(one: str | None, other: str | None) -> int | None:
    """How many days the second lies behind the first; None unless both are days."""
    first, second = day_of(one), day_of(other)
    return (second - first).days if first and second else None
