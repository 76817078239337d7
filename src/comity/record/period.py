"""A span of days, as rows with days that are known to the day, the month or the year fall in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import ColumnElement, func


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """From one ISO date to another, both included and as precise as wanted; None is no limit."""

    since: str | None = None
    until: str | None = None

    def holds(self, day: ColumnElement[str | None]) -> Iterator[ColumnElement[bool]]:
        """The conditions that a day falls into the period. "2022-03" and "2022" count as their
        first day."""
        if self.since is not None:
            first = self.since
            while first.endswith("-01"):
                first = first.removesuffix("-01")
            yield day >= first
        if self.until is not None:
            # Behind every date of the month or year that is named.
            yield day <= (self.until if len(self.until) == 10 else self.until + "-99")


def looked_at(column: ColumnElement[str]) -> ColumnElement[str]:
    """The value of a column that is to be looked at in the rows found otherwise. Without counts of
    its rows SQLite takes any index for selective, and would go through all that is "open"."""
    return func.coalesce(column, "")


ALWAYS = Period()
