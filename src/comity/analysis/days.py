"""Days and periods as users give them."""

from __future__ import annotations

import re
from datetime import date

from comity.errors import UsageError
from comity.record.period import Period

_FORM = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")


def day(given: str) -> str:
    """An ISO day, month or year as given. Raises UsageError (C332)."""
    told = given.strip()
    if _FORM.fullmatch(told):
        try:
            date.fromisoformat((told + "-01-01")[:10])
        except ValueError:
            pass
        else:
            return told
    raise UsageError(
        "C332", "this is no date; write 2022-03-30, 2022-03 or 2022", where=given.strip()
    )


def period(since: str | None = None, until: str | None = None) -> Period:
    """From one day to another, both included. Raises UsageError: C332, C333 it ends before it
    begins."""
    first = day(since) if since is not None else None
    last = day(until) if until is not None else None
    if first is not None and last is not None and last < first[: len(last)]:
        raise UsageError("C333", f"the period ends ({last}) before it begins", where=first)
    return Period(since=first, until=last)


def today() -> str:
    """This day, where the program runs."""
    return date.today().isoformat()


def full_day(given: str | None) -> str:
    """A day to count from: the one given, or today. Raises UsageError (C332)."""
    if given is None:
        return today()
    told = day(given)
    if len(told) < 10:
        raise UsageError("C332", "this is no day; write 2022-03-30", where=told)
    return told
