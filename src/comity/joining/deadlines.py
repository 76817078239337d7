"""By when something is to be done, as the words of a commitment tell it."""

from __future__ import annotations

import re
from datetime import date, timedelta

from comity.data.calendar import MONTHS, NUMBERS
from comity.joining.days import day_of

_MONTH = "(?P<month>" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\.?"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_BY = r"\b(?:by|before|until|till|not later than|no later than|no later than by)\s+(?:the\s+)?"
_COUNT = r"(?P<count>\d{1,3}|" + "|".join(sorted(NUMBERS, key=len, reverse=True)) + "|an?)"
_DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?"
_IN = r"\b(?:by|in|before|until|during|over|within|for)\s+(?:the\s+)?"


def due(text: str, said_on: str | None) -> str | None:
    """The last day, month or year by which the text wants something done; None if it tells none.

    `said_on` is the ISO date from which "next month" counts. The answer is as precise as the text:
    "2030", "2022-07", "2022-06-30".
    """
    lower = " ".join(text.casefold().split())
    told = _dated(lower, said_on)
    day = day_of(said_on)
    return _counted(lower, day) if told is None and day else told


def _dated(text: str, said_on: str | None) -> str | None:
    """Deadlines with a month or a year in figures."""
    year = said_on[:4] if said_on else None
    if found := re.search(_BY + rf"(?:end of\s+)?{_MONTH}\s+{_DAY}(?:,?\s+{_YEAR})?\b", text):
        return _day(found["year"], found["month"], found["day"], said_on)
    if found := re.search(_BY + rf"{_DAY}\s+(?:of\s+)?{_MONTH}(?:,?\s+{_YEAR})?\b", text):
        return _day(found["year"], found["month"], found["day"], said_on)
    if found := re.search(_BY + rf"(?:(?:end|middle) of\s+)?{_MONTH}(?:,?\s+{_YEAR})?\b", text):
        month = MONTHS[found["month"]]
        of = found["year"] or (_next_year(year, month, said_on) if year else None)
        return _month(int(of), month - _ends_before(found[0])) if of else None
    if found := re.search(rf"\b(?:by|before|until) mid-?\s?{_YEAR}\b", text):
        return f"{found['year']}-06"
    if found := re.search(_BY + rf"(?:(?:end|middle|close) of\s+)?(?:the year\s+)?{_YEAR}\b", text):
        return str(int(found["year"]) - _ends_before(found[0]))
    if found := re.search(
        rf"\b(?:in|during|for|over) (?:the (?:course|period) of )?{_YEAR}\b", text
    ):
        return found["year"] if not year or found["year"] >= year else None
    if found := re.search(rf"\b(?:in|on) {_MONTH}(?: {_DAY})?,? {_YEAR}\b", text):
        day = found["day"]
        stamp = f"{found['year']}-{MONTHS[found['month']]:02}" + (f"-{int(day):02}" if day else "")
        return stamp if not said_on or stamp >= said_on[: len(stamp)] else None
    return None


def _ends_before(phrase: str) -> int:
    """1 for "before July", whose last month is June; "before the end of July" is July."""
    return int(phrase.startswith("before") and " of" not in phrase)


def _month(year: int, month: int) -> str:
    """A month as an ISO date; month 0 is the December before."""
    months = year * 12 + month - 1
    return f"{months // 12}-{months % 12 + 1:02}"


def _counted(text: str, day: date) -> str | None:
    """Deadlines that count from the day on which they were told."""
    if found := re.search(
        rf"\b(?:within|in|over)\s+(?:the\s+)?(?:next\s+|coming\s+)?{_COUNT}"
        r"\s+(?P<unit>day|week|month|year)s?\b",
        text,
    ):
        return _later(day, _number(found["count"]), found["unit"])
    if found := re.search(
        r"\b(?:by the |before the )?(?:end of )?(?P<which>this|next|the current|the coming) "
        r"(?P<unit>week|month|year)\b",
        text,
    ):
        ahead = 0 if found["which"] in ("this", "the current") else 1
        return _period(day, ahead, found["unit"])
    if re.search(
        r"\b(?:by|before|until) (?:the )?(?:year[’']s end|end of the year|year-end)\b", text
    ):
        return str(day.year)
    if re.search(r"\bby (?:the )?end of the month\b", text):
        return f"{day:%Y-%m}"
    if re.search(r"\b(?:by|before) (?:the )?end of (?:this|the|the current) decade\b", text):
        return str(day.year // 10 * 10 + 10)
    if re.search(r"\btomorrow\b", text):
        return (day + timedelta(days=1)).isoformat()
    return None


def _day(year: str | None, month: str, day: str, said_on: str | None) -> str | None:
    number = MONTHS[month]
    if not year:
        year = _next_year(said_on[:4], number, said_on) if said_on else None
    if not year:
        return None
    try:
        return date(int(year), number, int(day)).isoformat()
    except ValueError:
        return f"{year}-{number:02}"


def _next_year(year: str, month: int, said_on: str | None) -> str:
    """The year of the next such month: one that has passed means the next year's."""
    if said_on and len(said_on) >= 7 and month < int(said_on[5:7]):
        return str(int(year) + 1)
    return year


def _later(day: date, count: int, unit: str) -> str | None:
    if unit == "year":
        return str(day.year + count)
    if unit == "month":
        return _month(day.year, day.month + count)
    return (day + timedelta(days=count * (7 if unit == "week" else 1))).isoformat()


def _period(day: date, ahead: int, unit: str) -> str:
    """The period as far as it is known; a week ends on its Sunday."""
    if unit == "year":
        return str(day.year + ahead)
    if unit == "month":
        return _month(day.year, day.month + ahead)
    return (day + timedelta(days=6 - day.weekday() + 7 * ahead)).isoformat()


def _number(word: str) -> int:
    if word in ("a", "an"):
        return 1
    return int(word) if word.isdigit() else NUMBERS[word]
