"""Dates in metadata, down to the day."""

from __future__ import annotations

import re
from datetime import datetime

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}(?=$|[T ])")
_NUMBERS = re.compile(r"([0-9]{4})([-/.]?)([0-9]{2})\2([0-9]{2})(?![0-9])")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = rf"(?P<month>{'|'.join(_MONTHS)})[a-z]*\.?"
_WRITTEN = re.compile(
    rf"(?:[a-z]+,? +)?(?:(?P<day>[0-9]{{1,2}})(?:st|nd|rd|th)? +{_MONTH},?"
    rf"|{_MONTH.replace('month', 'month_first')} +(?P<day_last>[0-9]{{1,2}})(?:st|nd|rd|th)?,?)"
    r" +(?P<year>[0-9]{4})\b",
    re.IGNORECASE,
)


def parse_iso_date(value: str) -> str | None:
    """Read an ISO date, with or without a time, and give the day as "2018-07-06".

    The day is the one written: it is not moved into another time zone. Week dates, dates
    without hyphens and dates without a day are not accepted and give `None`.
    """
    value = value.strip()
    if not _DAY.match(value):
        return None
    try:
        return datetime.fromisoformat(value).date().isoformat()
    except ValueError:
        return None


def parse_page_date(value: str) -> str | None:
    """Read a date as pages and front matter write it, or give `None`.

    Beside ISO dates these are "20180706", "2018/07/06", "6 July 2018", "July 6, 2018", e-mail
    dates ("Fri, 06 Jul 2018 10:00:00 GMT"), each with any time behind it. Dates that Europe and
    America read differently ("06/07/2018") are not guessed.
    """
    value = value.strip()
    numbers = _NUMBERS.match(value)
    if numbers:
        return parse_iso_date(f"{numbers[1]}-{numbers[3]}-{numbers[4]}")
    written = _WRITTEN.match(value)
    if not written:
        return None
    month = _MONTHS.index((written["month"] or written["month_first"]).lower()) + 1
    day = int(written["day"] or written["day_last"])
    return parse_iso_date(f"{written['year']}-{month:02}-{day:02}")
