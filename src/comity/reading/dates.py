"""Dates in a report's words, resolved against its day of publication.

Own rules, not a library: what is needed is the date *as precise as the words are* ("March 2022",
"this summer", "the week of April 10th") with the span that says it, and no date where it is open.
All dates are ISO strings: "2050", "2018-07", "2018-07-06".
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from comity.data.calendar import MONTHS, NUMBERS, ORDINALS, SEASONS, WEEKDAYS
from comity.reading.syntax import Syntax

_DAYS = {"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1}
_STEPS = {"last": -1, "this": 0, "next": 1}


@dataclass(frozen=True, slots=True)
class Dated:
    """A date at tokens `[first, last)`; `value` is ISO, as precise as the words."""

    first: int
    last: int
    value: str


class Dates:
    """All dates of a report, resolved."""

    def __init__(self, syntax: Syntax) -> None:
        self._syntax = syntax
        self.published = _published(syntax)
        self.found = list(self._scan())

    def within(self, first: int, last: int) -> list[Dated]:
        """Dates inside a token span, in order."""
        return [d for d in self.found if d.first >= first and d.last <= last]

    def near(self, first: int, last: int, token: int) -> Dated | None:
        """The date inside a span that stands nearest to a token."""
        inside = self.within(first, last)
        return min(inside, key=lambda d: abs(d.first - token)) if inside else None

    def _scan(self) -> list[Dated]:
        found, at = [], 0
        total = len(self._syntax.words)
        while at < total:
            dated = self._at(at, total)
            if dated:
                found.append(dated)
                at = dated.last
            else:
                at += 1
        return found

    def _at(self, at: int, total: int) -> Dated | None:
        lower, words = self._syntax.lower, self._syntax.words
        low = lower[at]
        if low in MONTHS and words[at][0].isupper():
            return self._month(at, total)
        if low.isdecimal() and at + 1 < total and lower[at + 1] in MONTHS and len(low) <= 2:
            return self._day_month(at, total)
        if low.isdecimal() and len(low) == 4 and 1800 <= int(low) <= 2199:
            return self._year(at)
        if self.published is None:
            return None
        today = self.published
        if low in _DAYS:
            day = today + datetime.timedelta(days=_DAYS[low])
            return Dated(at, at + 1, day.isoformat())
        if low in WEEKDAYS:
            following = lower[at + 1 : at + 3]
            if following[:1] == [","] and following[1:] and following[1] in MONTHS:
                return None  # "Friday, November 10th": the month says which
            return self._weekday(at, today)
        if (low in _STEPS or low in {"earlier", "later"}) and at + 1 < total:
            return self._relative(at, total, today)
        return None

    def _month(self, at: int, total: int) -> Dated | None:
        """ "June 5, 2018", "June 5", "June 2018", "June", "March 24-25, 2022"."""
        lower, words = self._syntax.lower, self._syntax.words
        if lower[at] in {"may", "march"} and self._syntax.tags[at] not in {"NNP", "NNPS"}:
            return None
        month, last, day, year = MONTHS[lower[at]], at + 1, None, None
        if last < total and words[last] == ".":
            last += 1
        if last < total and _ordinal_day(lower[last]):
            day, last = _ordinal_day(lower[last]), last + 1
            if (
                last + 1 < total
                and words[last] in {"-", "–", "and"}
                and _ordinal_day(lower[last + 1])
            ):
                last += 2
        if last + 1 < total and words[last] == "," and _is_year(lower[last + 1]):
            year, last = int(lower[last + 1]), last + 2
        elif last < total and _is_year(lower[last]):
            year, last = int(lower[last]), last + 1
        elif last + 1 < total and lower[last] == "of" and _is_year(lower[last + 1]):
            year, last = int(lower[last + 1]), last + 2
        if day is None and year is None and lower[at] == "may" and at == 0:
            return None
        return self._value(at, last, year, month, day)

    def _day_month(self, at: int, total: int) -> Dated | None:
        lower = self._syntax.lower
        month, day, last, year = MONTHS[lower[at + 1]], int(lower[at]), at + 2, None
        if last < total and _is_year(lower[last]):
            year, last = int(lower[last]), last + 1
        return self._value(at, last, year, month, day) if 1 <= day <= 31 else None

    def _value(
        self, first: int, last: int, year: int | None, month: int, day: int | None
    ) -> Dated | None:
        if year is None:
            if self.published is None:
                return None
            year = self._nearest_year(first, month, self.published)
        if day is not None:
            try:
                return Dated(first, last, datetime.date(year, month, day).isoformat())
            except ValueError:
                return None
        return Dated(first, last, f"{year}-{month:02}")

    def _nearest_year(self, first: int, month: int, today: datetime.date) -> int:
        """The year whose month is meant where none is given: the nearest, or as the tense says."""
        before = self._syntax.lower[max(0, first - 4) : first]
        if "next" in before or "upcoming" in before:
            return today.year + (month < today.month)
        if "last" in before:
            return today.year - (month >= today.month)
        distance, future = month - today.month, self._future(first)
        if distance > (11 if future else 2):
            return today.year - 1
        if distance < (-1 if future else -9):
            return today.year + 1
        return today.year

    def _future(self, token: int) -> bool:
        first, last = self._syntax.sentence(token)
        return any(
            word in {"will", "upcoming", "planned", "scheduled", "would"}
            for word in self._syntax.lower[first:last]
        )

    def _year(self, at: int) -> Dated | None:
        before = self._syntax.lower[at - 1] if at else ""
        after = self._syntax.lower[at + 1] if at + 1 < len(self._syntax.lower) else ""
        if before in {"$", "€", "£", "resolution", "no.", "№"} or after in {"%", "percent", "km"}:
            return None
        return Dated(at, at + 1, str(int(self._syntax.lower[at])))

    def _weekday(self, at: int, today: datetime.date) -> Dated:
        """The weekday before publication, or after it where the words look ahead."""
        wanted = WEEKDAYS[self._syntax.lower[at]]
        before = self._syntax.lower[max(0, at - 2) : at]
        back = (today.weekday() - wanted) % 7
        if "next" in before or self._future(at):
            days = -back % 7 or 7
        elif "last" in before and back == 0:
            days = -7
        else:
            days = -back
        day = today + datetime.timedelta(days=days)
        return Dated(at, at + 1, day.isoformat())

    def _relative(self, at: int, total: int, today: datetime.date) -> Dated | None:
        """ "next week", "last month", "this year", "this summer"."""
        low, unit = self._syntax.lower[at], self._syntax.lower[at + 1]
        last = at + 2
        if low in {"earlier", "later"}:
            if unit != "this" or at + 2 >= total:
                return None
            low, unit, last = "this", self._syntax.lower[at + 2], at + 3
        step = _STEPS[low]
        if unit == "year" or unit in SEASONS:
            return Dated(at, last, str(today.year + step))
        if unit == "month":
            months = today.year * 12 + today.month - 1 + step
            return Dated(at, last, f"{months // 12}-{months % 12 + 1:02}")
        if unit == "week" and step:
            monday = today + datetime.timedelta(days=7 * step - today.weekday())
            return Dated(at, last, monday.isoformat())
        return None

    def year_of_publication(self) -> int | None:
        """The year of publication, if it is known."""
        return self.published.year if self.published else None


def _published(syntax: Syntax) -> datetime.date | None:
    """The report's day: from its metadata, else from its dateline."""
    line = syntax.parsed.dateline
    for value in (syntax.parsed.report.published, line.date if line else None):
        if value:
            try:
                return datetime.date.fromisoformat(value[:10])
            except ValueError:
                continue
    return None


def _ordinal_day(word: str) -> int | None:
    digits = word.removesuffix("st").removesuffix("nd").removesuffix("rd").removesuffix("th")
    if digits.isdecimal() and 1 <= int(digits) <= 31 and len(digits) <= 2:
        return int(digits)
    return None


def _is_year(word: str) -> bool:
    return word.isdecimal() and len(word) == 4 and word[0] in "12"


def number(words: list[str]) -> int | None:
    """A cardinal or ordinal in words or digits: "10th", "tenth", "twenty-fifth", "one"."""
    text = "".join(words).lower().replace("‑", "-")
    for suffix in ("st", "nd", "rd", "th"):
        if text.endswith(suffix) and text[:-2].isdecimal():
            return int(text[:-2])
    if text.isdecimal():
        return int(text)
    if text in ORDINALS:
        return ORDINALS[text]
    if text in NUMBERS:
        return NUMBERS[text]
    if "-" in text:
        tens, _, ones = text.partition("-")
        if NUMBERS.get(tens, 0) >= 20 and ones in ORDINALS:
            return NUMBERS[tens] + ORDINALS[ones]
    return None
