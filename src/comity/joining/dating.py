"""Whether two accounts tell of the same day."""

from __future__ import annotations

import re

from comity.joining.days import day_of, first_day, last_day
from comity.joining.venue import country_of
from comity.model.contact import Account

#: Words by which a report looks back at a contact that is not its news.
_RECALLED = re.compile(
    r"\b(?:last|previous|earlier|recent|recently|since|following|ago|past|prior|former|again after"
    r"|followed up|follow-up|when (?:he|she|they|we|i) (?:last )?(?:met|spoke|visited))\b",
    re.IGNORECASE,
)
_NEARBY = 3
_LATER = 45


def recalled(account: Account) -> bool:
    """Whether an undated account looks back: its day is not that of the report."""
    return not account.date and bool(_RECALLED.search(account.words))


def same_day(one: Account, other: Account) -> tuple[float, str]:
    """How far two accounts of held contact agree in their day (0..1), and why.

    Dates that differ by a day agree only across publishers of different countries, whose clocks
    differ. Where no date is told, the day of publication stands in.
    """
    if recalled(one) or recalled(other):
        return 0.3, "one report looks back and tells no date"
    abroad = _clocks_differ(one, other)
    first, second = day_of(one.date), day_of(other.date)
    if first and second:
        if not abroad and one.date == one.published and other.date == other.published:
            return (1.0, "on the same day") if first == second else (0.0, "")
        return _told_days(abs((first - second).days), abroad)
    if one.date and other.date:
        rough, exact = sorted((one.date, other.date), key=len)
        return (0.5, "in the same month or year") if exact.startswith(rough) else (0.0, "")
    if first or second:
        told = first or second
        published = day_of((other if first else one).published)
        if told is None or published is None:
            return 0.0, ""
        return _published_after((published - told).days, abroad)
    if one.date or other.date:
        return 0.0, ""
    first, second = day_of(one.published), day_of(other.published)
    if first is None or second is None:
        return 0.0, ""
    return _published_days(abs((first - second).days), abroad)


def within(account: Account, start: str | None, end: str | None, slack: int) -> tuple[float, str]:
    """How well the day of an account falls into a planned period, give or take `slack` days."""
    day = day_of(account.date) or day_of(account.published)
    first, last = first_day(start), last_day(end or start)
    if day is None or first is None or last is None:
        return 0.0, ""
    if first <= day <= last:
        return 1.0, "on the planned day"
    away = (first - day).days if day < first else (day - last).days
    if away <= _NEARBY:
        return 0.85, f"{away} days from the planned day"
    if away <= slack:
        return 0.7, f"{away} days from the planned day"
    return 0.0, ""


def after(account: Account, planned: Account) -> tuple[float, str]:
    """How well the day of an account follows a plan that names no day.

    Only a journey to the same country is certain; meetings are so many that a person must say
    which one was meant.
    """
    day, said = day_of(account.date) or day_of(account.published), day_of(planned.published)
    if day is None or said is None or not 0 <= (day - said).days <= _LATER:
        return 0.0, ""
    goal = country_of(planned.place)
    journey = account.kind == planned.kind == "visit" and goal is not None
    sure = 0.75 if journey and country_of(account.place) == goal else 0.5
    return sure, f"{(day - said).days} days after it was announced"


def _told_days(apart: int, abroad: bool) -> tuple[float, str]:
    if apart == 0:
        return 1.0, "on the same day"
    if apart == 1 and abroad:
        return 0.85, "a day apart, told from two countries"
    return (0.5, "a day apart") if apart == 1 else (0.0, "")


def _published_after(days: int, abroad: bool) -> tuple[float, str]:
    if days == 0:
        return 0.95, "published on the day that the other tells"
    if days == 1 or (days == -1 and abroad):
        return (0.85 if abroad else 0.6), "published a day from the one that the other tells"
    return (
        (0.5, "published soon after the day that the other tells") if days in (2, 3) else (0.0, "")
    )


def _published_days(apart: int, abroad: bool) -> tuple[float, str]:
    if apart == 0:
        return 0.9, "published on the same day"
    if apart == 1:
        return (
            (0.85, "published a day apart in two countries")
            if abroad
            else (
                0.5,
                "published a day apart",
            )
        )
    return 0.0, ""


def _clocks_differ(one: Account, other: Account) -> bool:
    return (
        one.publisher_country is not None
        and other.publisher_country is not None
        and one.publisher_country != other.publisher_country
    )
