"""The line that says from where, by whom and when a report is filed.

Reads the forms that agencies use: "ASTANA. KAZINFORM - …", "MOSCOW, June 5 (Agency) — …",
"City, 12 March 2024: …", "BAKU, Azerbaijan, Feb. 2 /AGENCY/ – …", "AGENCY, City, 3 May: …".
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from functools import cache

from comity.data import bodies, countries
from comity.data.calendar import MONTHS

_END = re.compile(r"(?<=(?:19|20)\d\d)\.\s+|\s*[-–—]{1,2}\s+|\s*:\s+|(?<=[\])/])\s*[.:]?\s+|\s*\n")
_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
_DATE = re.compile(
    rf"\b(?:(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?\s+(?P<m1>{_MONTH})\.?|(?P<m2>{_MONTH})\.?\s+(?P<d2>\d{{1,2}})"
    rf"(?:st|nd|rd|th)?)(?:,?\s+(?P<y>(?:19|20)\d\d))?\b",
    re.IGNORECASE,
)
_NUMERIC = re.compile(r"\b(?P<d>\d{1,2})[./](?P<m>\d{1,2})[./](?P<y>(?:19|20)\d\d)\b")
_ISO = re.compile(r"\b(?P<y>(?:19|20)\d\d)-(?P<m>\d\d)-(?P<d>\d\d)\b")
_MARKED = re.compile(r"[(\[/]\s*([^()\[\]/]{2,40}?)\s*[)\]/]")
_PLACE = re.compile(r"[^\W\d_][\w’'.-]*(?:[ -][^\W\d_][\w’'.-]*){0,3}")
_LONGEST = 110
_LEAP_YEAR = 2000


@dataclass(frozen=True, slots=True)
class Found:
    """A dateline in a paragraph: `end` is where the story begins, in the paragraph's text."""

    place: str | None
    agency: str | None
    date: str | None
    end: int


def find(paragraph: str) -> Found | None:
    """The dateline that opens a paragraph, or None. The date is ISO, without a year "--07-06"."""
    for match in _END.finditer(paragraph, 0, _LONGEST):
        found = _read(paragraph[: match.start()], match.end(), sign=match.group().strip())
        if found is not None:
            return found
    return None


def _read(prefix: str, end: int, *, sign: str) -> Found | None:
    rest, date = _take_date(prefix)
    agency = None
    marked = _MARKED.search(rest)
    if marked and not marked.group(1).islower():
        agency = _agency(marked.group(1)) or marked.group(1)
        rest = rest[: marked.start()] + "," + rest[marked.end() :]
    places = []
    for part in re.split(r"\s*[,;/.|]\s+|\s*[,;/|.]\s*$|\s*[,;/|]\s*", rest.strip(" ,.")):
        word = part.strip(" .,")
        if not word:
            continue
        known = _agency(word)
        if known and agency is None:
            agency = known
        elif _PLACE.fullmatch(word) and (word.isupper() or word.istitle() or _city(word)):
            places.append(word)
        else:
            return None
    if not places or len(places) > 3:
        return None
    place = _city(places[0])
    if (
        agency is None
        and len(places) == 2
        and place
        and places[1].isupper()
        and not _city(places[1])
    ):
        agency = _title(places.pop())
    evident = (agency is not None) + (date is not None) + (place is not None)
    dashed = sign not in {":", "", "."} and (places[0].isupper() or (place and len(places) == 1))
    if evident < 1 or (evident < 2 and not dashed):
        return None
    return Found(place or _title(places[0]), agency, date, end)


def _take_date(text: str) -> tuple[str, str | None]:
    for pattern in (_DATE, _ISO, _NUMERIC):
        match = pattern.search(text)
        if match is None:
            continue
        groups = match.groupdict()
        month_name = groups.get("m1") or groups.get("m2")
        month = MONTHS[month_name.casefold().rstrip(".")] if month_name else int(groups["m"])
        day = int(groups.get("d1") or groups.get("d2") or groups["d"])
        year = groups.get("y") or "-"
        if not _exists(year, month, day):
            continue
        return text[: match.start()] + "," + text[match.end() :], f"{year}-{month:02}-{day:02}"
    return text, None


def _exists(year: str, month: int, day: int) -> bool:
    """Whether there is such a day; in any year where none is given ("-")."""
    if not 1 <= month <= 12:
        return False
    return 1 <= day <= monthrange(_LEAP_YEAR if year == "-" else int(year), month)[1]


def _agency(word: str) -> str | None:
    fact = bodies.agencies().get(word.strip(" .").upper())
    return fact.name if fact else None


def _city(word: str) -> str | None:
    """The city's usual spelling, if it is a known one."""
    if word in countries.cities():
        return word
    return _folded_cities().get(word.casefold()) if word.isupper() else None


@cache
def _folded_cities() -> dict[str, str]:
    return {city.casefold(): city for city in countries.cities()}


def _title(word: str) -> str:
    if not word.isupper() or len(word) < 3:
        return word
    return re.sub(r"[^\W\d_]+", lambda match: match.group().capitalize(), word)
