"""What lies ahead: planned encounters, dated events and targets, anniversaries."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from comity.analysis.ties import Anniversary, anniversaries
from comity.data.folding import fold
from comity.data.vocabulary import MilestoneKind
from comity.model.contact import Status
from comity.record import View
from comity.record.milestones import Point, points
from comity.record.period import Period
from comity.record.ties import ties
from comity.record.timeline import Contact, Which, contacts

#: Plans of the past that are listed, the latest first.
UNCONFIRMED_SHOWN = 20
_AHEAD: tuple[Status, ...] = ("planned", "postponed")


@dataclass(frozen=True, slots=True, kw_only=True)
class DatedPoint:
    """A planned event, target or anniversary that reports tell of; `date` is ISO, as precise as
    told, `countries` are those that the reports deal with."""

    kind: MilestoneKind
    date: str
    text: str
    countries: tuple[str, ...]
    reports: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Upcoming:
    """What lies ahead from `today` until `until`, in order, and how much of each there is in all.

    `unconfirmed` are encounters that were planned for a day that has passed, and that no report
    tells of as held, the latest first.
    """

    today: str
    until: str
    encounters: tuple[Contact, ...]
    encounters_total: int
    points: tuple[DatedPoint, ...]
    points_total: int
    anniversaries: tuple[Anniversary, ...]
    anniversaries_total: int
    unconfirmed: tuple[Contact, ...]


def upcoming(
    view: View,
    *,
    today: str,
    days: int = 365,
    countries: Sequence[str] = (),
    most: int = 50,
) -> Upcoming:
    """What lies ahead of `today` (an ISO day), for all, for a country, or for several together."""
    until = (date.fromisoformat(today) + timedelta(days=days)).isoformat()
    both = tuple(countries)
    ahead = contacts(
        view,
        # What is planned for a month or a year may still come while that lasts.
        Which(
            countries=both, statuses=_AHEAD, period=Period(since=today[:4] + "-01-01", until=until)
        ),
        most=None,
        earliest_first=True,
    )
    past = contacts(
        view,
        Which(countries=both, statuses=("planned",), period=Period(until=today)),
        most=UNCONFIRMED_SHOWN * 2,
    )
    plans = [contact for contact in ahead if not _is_over(contact, today)]
    told = _once(points(view, since=today, until=until, countries=both, most=None))
    standing = ties(view, countries=both, dated=True)
    years = anniversaries(standing, first=int(today[:4]), last=int(until[:4]))
    return Upcoming(
        today=today,
        until=until,
        encounters=tuple(plans[:most]),
        encounters_total=len(plans),
        points=tuple(told[:most]),
        points_total=len(told),
        anniversaries=_roundest(years, most),
        anniversaries_total=len(years),
        unconfirmed=tuple(c for c in past if _is_over(c, today))[:UNCONFIRMED_SHOWN],
    )


def _roundest(found: Sequence[Anniversary], most: int) -> tuple[Anniversary, ...]:
    """So many anniversaries in their order, round ones rather than others."""
    kept = sorted(range(len(found)), key=lambda at: (not found[at].is_round, at))[:most]
    return tuple(found[at] for at in sorted(kept))


def _is_over(contact: Contact, today: str) -> bool:
    last = contact.end or contact.day
    return last is not None and last < today[: len(last)]


def _once(told: Iterable[Point]) -> list[DatedPoint]:
    """Points that several reports tell of in the same words, once, in order: what is known to the
    month or the year stands at its end."""
    found: dict[tuple[str, str, str], list[Point]] = {}
    for point in told:
        found.setdefault((point.date, point.kind, fold(point.text)), []).append(point)
    once = [
        DatedPoint(
            kind=same[0].kind,
            date=same[0].date,
            text=same[0].text,
            countries=tuple(sorted({country for point in same for country in point.countries})),
            reports=tuple(dict.fromkeys(point.report for point in same)),
        )
        for same in found.values()
    ]
    return sorted(once, key=lambda point: point.date + "~")
