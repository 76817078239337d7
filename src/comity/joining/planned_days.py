"""The day on which something is to be, as a sentence names it."""

from __future__ import annotations

import re
from datetime import date, timedelta

from comity.data.calendar import MONTHS
from comity.joining.days import day_of

_MONTH = "(" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\.?"
_FORMS = (
    re.compile(
        rf"\b(?P<m>{_MONTH})\s+(?P<d>[0-3]?\d)(?:st|nd|rd|th)?\b(?:,?\s+(?P<y>20\d\d))?", re.I
    ),
    re.compile(
        rf"\b(?P<d>[0-3]?\d)(?:st|nd|rd|th)?\s+(?P<m>{_MONTH})\b(?:,?\s+(?P<y>20\d\d))?", re.I
    ),
)
_BACK = timedelta(days=7)
#: A day that passed lately is no day of next year.
_AHEAD = timedelta(days=340)


def names_day(sentence: str) -> bool:
    """Whether the sentence names a day of a month, be it one that passed."""
    return any(form.search(sentence) for form in _FORMS)


def day_told(sentence: str, published: str | None) -> str | None:
    """The first day that the sentence names, as an ISO date; None if it names none.

    A day without a year is the next one, or one of the week before the day of publication.
    """
    said = day_of(published)
    found = [match for form in _FORMS if (match := form.search(sentence))]
    if found:
        first = min(found, key=lambda match: match.start())
        month = MONTHS[first["m"].rstrip(".").casefold()]
        return _day(first["y"], month, int(first["d"]), said)
    if said and re.search(r"\btomorrow\b", sentence, re.IGNORECASE):
        return (said + timedelta(days=1)).isoformat()
    if said and re.search(
        r"\b(?:today|tonight|this (?:morning|afternoon|evening))\b", sentence, re.I
    ):
        return said.isoformat()
    return None


def _day(year: str | None, month: int, day: int, said: date | None) -> str | None:
    if year:
        found = day_of(f"{year}-{month:02}-{day:02}")
    elif said is not None:
        years = (said.year, said.year + 1)
        days = [day_of(f"{one}-{month:02}-{day:02}") for one in years]
        found = next((d for d in days if d and said - _BACK <= d <= said + _AHEAD), None)
    else:
        found = None
    return found.isoformat() if found else None
