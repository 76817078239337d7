"""Counts by month and year: contacts, events, topics, visits."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import exists, func, or_, select, union_all

from comity.data.vocabulary import EventType
from comity.model.contact import Channel, Level
from comity.record import tables
from comity.record.period import ALWAYS, Period, looked_at
from comity.record.sources import counts
from comity.record.store import View
from comity.record.timeline import Which, holding

_E, _V, _S = tables.encounter, tables.event, tables.encounter_side


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactCount:
    """Encounters of one month and channel; the month is a year, or None, where no more is known."""

    month: str | None
    channel: Channel | None
    encounters: int


@dataclass(frozen=True, slots=True, kw_only=True)
class EventCount:
    """Events of one month, type and direction."""

    month: str | None
    source: str | None
    target: str | None
    type: EventType
    events: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicCount:
    """Encounters of one year that were about a topic."""

    year: str | None
    topic: str
    encounters: int


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitCount:
    """Visits of one side to another at one level, and the latest of them."""

    visitor: str
    host: str
    level: Level | None
    visits: int
    last: str | None


def contact_counts(view: View, which: Which) -> list[ContactCount]:
    """Encounters by month and channel, in order."""
    month = func.substr(_E.c.day, 1, 7)
    query = (
        select(month.label("month"), _E.c.channel, func.count().label("encounters"))
        .where(*holding(view, which))
        .group_by(month, _E.c.channel)
        .order_by(month, _E.c.channel)
    )
    return [
        ContactCount(month=row.month, channel=row.channel, encounters=row.encounters)
        for row in view.connection.execute(query)
    ]


def event_counts(
    view: View, country: str, other: str | None = None, *, period: Period = ALWAYS
) -> list[EventCount]:
    """Events between two countries, or between one and all others, by month and type."""
    out, back = _V.c.source == country, _V.c.target == country
    if other is not None:
        out, back = out & (_V.c.target == other), back & (_V.c.source == other)
    else:
        back = back & or_(_V.c.source != country, _V.c.source.is_(None))
    shown = (_V.c.day, _V.c.source, _V.c.target, _V.c.type, _V.c.report_id)
    both = union_all(
        *(select(*shown).where(way, *period.holds(_V.c.day)) for way in (out, back))
    ).subquery()
    month = func.substr(both.c.day, 1, 7)
    query = (
        select(
            month.label("month"),
            both.c.source,
            both.c.target,
            both.c.type,
            func.count().label("events"),
        )
        .where(counts(both.c.report_id))
        .group_by(month, both.c.source, both.c.target, both.c.type)
        .order_by(month, both.c.source, both.c.target, both.c.type)
    )
    return [
        EventCount(
            month=row.month,
            source=row.source,
            target=row.target,
            type=row.type,
            events=row.events,
        )
        for row in view.connection.execute(query)
    ]


def topic_counts(view: View, which: Which) -> list[TopicCount]:
    """Encounters by year and topic: the topics of the reports that tell of them."""
    a, t = tables.account, tables.topic
    year = func.substr(_E.c.day, 1, 4)
    met = select(_E.c.id, year.label("year")).where(*holding(view, which)).subquery()
    number = func.count(met.c.id.distinct())
    query = (
        select(met.c.year, t.c.topic, number.label("encounters"))
        .join(a, a.c.encounter_id == met.c.id)
        .join(t, t.c.report_id == a.c.report_id)
        .group_by(met.c.year, t.c.topic)
        .order_by(met.c.year, number.desc(), t.c.topic)
    )
    return [
        TopicCount(year=row.year, topic=row.topic, encounters=row.encounters)
        for row in view.connection.execute(query)
    ]


def visit_counts(view: View, visitor: str, host: str) -> list[VisitCount]:
    """Visits that took place of one country to another, by level."""
    came = exists().where(
        _S.c.encounter_id == _E.c.id, _S.c.country == visitor, _S.c.visiting.is_(True)
    )
    query = (
        select(_E.c.level, func.count().label("visits"), func.max(_E.c.day).label("last"))
        .where(_E.c.host == host, looked_at(_E.c.status) == "held", came)
        .group_by(_E.c.level)
        .order_by(_E.c.level)
    )
    return [
        VisitCount(visitor=visitor, host=host, level=row.level, visits=row.visits, last=row.last)
        for row in view.connection.execute(query)
    ]
