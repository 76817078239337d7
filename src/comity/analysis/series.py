"""Contact by month and channel; cooperation and conflict by month."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from comity.data.plover import Quad, weights
from comity.data.vocabulary import EventType
from comity.record import View
from comity.record.period import ALWAYS, Period
from comity.record.series import EventCount, TopicCount, contact_counts, event_counts, topic_counts
from comity.record.timeline import Which

#: Where the scores come from.
SCORES = "PLOVER 2.0, scores by type of event"


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactMonth:
    """The encounters of a month by channel; `unknown` where no office tells the channel."""

    month: str
    party: int
    parliament: int
    government: int
    mixed: int
    unknown: int
    total: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactSeries:
    """Contacts per month, months without any included, and how many are dated to no month."""

    months: tuple[ContactMonth, ...]
    undated: int


@dataclass(frozen=True, slots=True, kw_only=True)
class EventMonth:
    """The events of a month by PLOVER's quads, the sum of their scores and the mean (None of no
    events); scores go from -10, hostile, to 10."""

    month: str
    verbal_cooperation: int
    material_cooperation: int
    verbal_conflict: int
    material_conflict: int
    events: int
    score: float
    mean_score: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class EventTypeCount:
    """How often one country does something of a type to another; `score` is that of one event."""

    source: str | None
    target: str | None
    type: EventType
    quad: Quad
    score: float
    events: int


@dataclass(frozen=True, slots=True, kw_only=True)
class EventSeries:
    """Events per month, months without any included; `types` sums up the whole period, and
    `source` says where the scores come from."""

    months: tuple[EventMonth, ...]
    types: tuple[EventTypeCount, ...]
    undated: int
    source: str = SCORES


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicYear:
    """In how many encounters of a year a topic came up."""

    year: str
    topic: str
    encounters: int


def contact_series(view: View, which: Which) -> ContactSeries:
    """Contacts per month by channel, of the encounters that took place."""
    by_month: dict[str, Counter[str]] = defaultdict(Counter)
    undated = 0
    for count in contact_counts(view, which):
        if count.month is None or len(count.month) < 7:
            undated += count.encounters
        else:
            by_month[count.month][count.channel or "unknown"] += count.encounters
    return ContactSeries(
        months=tuple(
            ContactMonth(
                month=month,
                party=by_month[month]["party"],
                parliament=by_month[month]["parliament"],
                government=by_month[month]["government"],
                mixed=by_month[month]["mixed"],
                unknown=by_month[month]["unknown"],
                total=by_month[month].total(),
            )
            for month in _months(list(by_month))
        ),
        undated=undated,
    )


def event_series(
    view: View, country: str, other: str | None = None, *, period: Period = ALWAYS
) -> EventSeries:
    """Cooperation and conflict per month, between two countries or of one with all others.

    Each report's events count: two reports of one meeting are two events.
    """
    counts = event_counts(view, country, other, period=period)
    by_month: dict[str, Counter[EventType]] = defaultdict(Counter)
    undated = 0
    for count in counts:
        if count.month is None or len(count.month) < 7:
            undated += count.events
        else:
            by_month[count.month][count.type] += count.events
    months = tuple(_event_month(month, by_month[month]) for month in _months(list(by_month)))
    return EventSeries(months=months, types=tuple(_types(counts)), undated=undated)


def topic_years(view: View, which: Which) -> tuple[TopicYear, ...]:
    """What encounters were about, year by year."""
    return tuple(_topic_years(topic_counts(view, which)))


def _topic_years(counts: Iterable[TopicCount]) -> Iterator[TopicYear]:
    for count in counts:
        if count.year is not None:
            yield TopicYear(year=count.year, topic=count.topic, encounters=count.encounters)


def _event_month(month: str, types: Counter[EventType]) -> EventMonth:
    quads: Counter[Quad] = Counter()
    score = 0.0
    for kind, events in types.items():
        quads[weights()[kind].quad] += events
        score += weights()[kind].score * events
    total = types.total()
    return EventMonth(
        month=month,
        verbal_cooperation=quads["verbal cooperation"],
        material_cooperation=quads["material cooperation"],
        verbal_conflict=quads["verbal conflict"],
        material_conflict=quads["material conflict"],
        events=total,
        score=round(score, 2),
        mean_score=round(score / total, 2) if total else None,
    )


def _types(counts: Iterable[EventCount]) -> Iterator[EventTypeCount]:
    totals: Counter[tuple[str | None, str | None, EventType]] = Counter()
    for count in counts:
        totals[count.source, count.target, count.type] += count.events
    for (source, target, kind), events in totals.most_common():
        weight = weights()[kind]
        yield EventTypeCount(
            source=source,
            target=target,
            type=kind,
            quad=weight.quad,
            score=weight.score,
            events=events,
        )


def _months(known: list[str]) -> Iterator[str]:
    """All months from the first to the last of those known."""
    if not known:
        return
    year, month = map(int, min(known).split("-"))
    last = max(known)
    while (now := f"{year:04d}-{month:02d}") <= last:
        yield now
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class SeriesPage:
    """The series of one country, of two with each other, or of all; events only of countries."""

    countries: tuple[str, ...]
    contacts: ContactSeries
    events: EventSeries
    topics: tuple[TopicYear, ...]


def series_page(view: View, countries: tuple[str, ...], *, period: Period = ALWAYS) -> SeriesPage:
    """Contacts, events and topics in time, of no country in particular, of one, or of two."""
    held = Which(countries=countries, statuses=("held",), period=period)
    events = EventSeries(months=(), types=(), undated=0)
    if countries:
        events = event_series(view, *countries[:2], period=period)
    return SeriesPage(
        countries=countries,
        contacts=contact_series(view, held),
        events=events,
        topics=topic_years(view, held),
    )
