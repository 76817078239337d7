"""Encounters in the order of their days, chosen by who took part, when, and how."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, exists, func, select

from comity.data.vocabulary import EncounterKind
from comity.model.contact import Channel, Level, Participant, Status
from comity.record import tables
from comity.record.encounters import participant_of
from comity.record.period import Period, looked_at
from comity.record.reports import BATCH
from comity.record.store import View

#: Rows that are counted at most to see which of two countries the record knows less of.
ENOUGH = 10_000
_E, _S, _EA, _A = (
    tables.encounter,
    tables.encounter_side,
    tables.encounter_actor,
    tables.account,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """An encounter as lists show it. `day` is its start, or the day of its first report; `reports`
    how many tell of it; `visiting` are the sides that came to the host."""

    id: int
    day: str | None
    end: str | None
    kind: EncounterKind
    status: Status
    level: Level | None
    channel: Channel | None
    place: str | None
    host: str | None
    sides: tuple[str, ...]
    visiting: tuple[str, ...]
    participants: tuple[Participant, ...]
    topics: tuple[str, ...]
    reports: int
    entered: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Which:
    """Which encounters: all that is named must hold; of `actors` one must take part, of
    `countries` each."""

    countries: tuple[str, ...] = ()
    actors: tuple[int, ...] = ()
    statuses: tuple[Status, ...] = ()
    kind: EncounterKind | None = None
    level: Level | None = None
    channel: Channel | None = None
    topic: str | None = None
    period: Period = field(default_factory=Period)


def contacts(
    view: View, which: Which, *, most: int | None, earliest_first: bool = False
) -> list[Contact]:
    """Encounters, the latest first."""
    day = _E.c.day.asc() if earliest_first else _E.c.day.desc()
    number = _E.c.id.asc() if earliest_first else _E.c.id.desc()
    query = select(_E).where(*holding(view, which)).order_by(day.nulls_last(), number).limit(most)
    return _contacts(view, view.connection.execute(query).all())


def count_contacts(view: View, which: Which) -> int:
    """How many encounters there are."""
    query = select(func.count()).select_from(_E).where(*holding(view, which))
    return int(view.connection.execute(query).scalar_one())


def last_by_channel(view: View, which: Which) -> list[Contact]:
    """The latest encounter of each channel, those of unknown channel as one."""
    place = func.row_number().over(
        partition_by=_E.c.channel, order_by=(_E.c.day.desc().nulls_last(), _E.c.id.desc())
    )
    ranked = select(_E.c.id, place.label("place")).where(*holding(view, which)).subquery()
    query = (
        select(_E)
        .join(ranked, ranked.c.id == _E.c.id)
        .where(ranked.c.place == 1)
        .order_by(_E.c.day.desc().nulls_last(), _E.c.id.desc())
    )
    return _contacts(view, view.connection.execute(query).all())


def contacts_by_id(view: View, ids: Iterable[int]) -> dict[int, Contact]:
    """Encounters by their ids."""
    wanted = list(dict.fromkeys(ids))
    found: dict[int, Contact] = {}
    for at in range(0, len(wanted), BATCH):
        rows = view.connection.execute(select(_E).where(_E.c.id.in_(wanted[at : at + BATCH]))).all()
        found |= {contact.id: contact for contact in _contacts(view, rows)}
    return found


def holding(view: View, which: Which) -> list[ColumnElement[bool]]:
    """The conditions on `encounter` that a choice makes."""
    found: list[ColumnElement[bool]] = []
    found += [
        column == value
        for column, value in (
            (_E.c.kind, which.kind),
            (_E.c.level, which.level),
            (_E.c.channel, which.channel),
        )
        if value is not None
    ]
    if which.statuses:
        chosen = which.countries or which.actors
        status = looked_at(_E.c.status) if chosen else _E.c.status
        found.append(status.in_(which.statuses))
    found += which.period.holds(_E.c.day)
    if which.countries:
        found.append(_E.c.id.in_(_among(view, which)))
    if which.actors:
        mine = select(_EA.c.encounter_id).where(_EA.c.actor_id.in_(which.actors))
        found.append(_E.c.id.in_(mine.where(*which.period.holds(_EA.c.day))))
    if which.topic is not None:
        named = f'"{which.topic}"'
        told = _A.c.topics.contains(named, autoescape=True)
        found.append(
            _E.c.agenda.contains(named, autoescape=True)
            | exists().where(_A.c.encounter_id == _E.c.id, told)
        )
    return found


def _among(view: View, which: Which) -> Select[int]:
    """Encounters in which all of the countries took part."""
    first, *others = rarest_first(view, _S.c.country, which.countries)
    query = select(_S.c.encounter_id).where(_S.c.country == first)
    for country in others:
        other = _S.alias()
        also = exists().where(other.c.encounter_id == _S.c.encounter_id, other.c.country == country)
        query = query.where(also)
    return query.where(*which.period.holds(_S.c.day))


def rarest_first(
    view: View, column: ColumnElement[Any], values: Sequence[str], *, enough: int = ENOUGH
) -> list[str]:
    """The values, the one first that the fewest rows have: a search that begins with it looks at
    the fewest rows, however much the record knows of the others."""
    if len(values) < 2:
        return list(values)

    def rows(value: str) -> int:
        some = select(column).where(column == value).limit(enough).subquery()
        return int(view.connection.execute(select(func.count()).select_from(some)).scalar_one())

    return sorted(dict.fromkeys(values), key=rows)


def _contacts(view: View, rows: Sequence[Row[Any]]) -> list[Contact]:
    ids = [row.id for row in rows]
    people, sides, topics = _participants(view, ids), _sides(view, ids), _topics(view, ids)
    return [
        replace(
            _bare(row),
            sides=tuple(country for country, _ in sides[row.id]),
            visiting=tuple(country for country, visiting in sides[row.id] if visiting),
            participants=tuple(people[row.id]),
            topics=tuple(dict.fromkeys([*json.loads(row.agenda), *topics[row.id]])),
        )
        for row in rows
    ]


def _bare(row: Row[Any]) -> Contact:
    return Contact(
        id=row.id,
        day=row.day,
        end=row.end,
        kind=row.kind,
        status=row.status,
        level=row.level,
        channel=row.channel,
        place=row.place,
        host=row.host,
        sides=(),
        visiting=(),
        participants=(),
        topics=(),
        reports=row.reports,
        entered=row.entered,
    )


def _participants(view: View, ids: Sequence[int]) -> dict[int, list[Participant]]:
    found: dict[int, list[Participant]] = defaultdict(list)
    for at in range(0, len(ids), BATCH):
        query = (
            select(_EA, tables.actor.c.name, tables.actor.c.kind)
            .join(tables.actor, tables.actor.c.id == _EA.c.actor_id)
            .where(_EA.c.encounter_id.in_(ids[at : at + BATCH]))
            .order_by(_EA.c.encounter_id, _EA.c.place)
        )
        for row in view.connection.execute(query):
            found[row.encounter_id].append(participant_of(row))
    return found


def _sides(view: View, ids: Sequence[int]) -> dict[int, list[tuple[str, bool]]]:
    found: dict[int, list[tuple[str, bool]]] = defaultdict(list)
    for at in range(0, len(ids), BATCH):
        query = select(_S).where(_S.c.encounter_id.in_(ids[at : at + BATCH]))
        for row in view.connection.execute(query.order_by(_S.c.encounter_id, _S.c.country)):
            found[row.encounter_id].append((row.country, row.visiting))
    return found


def _topics(view: View, ids: Sequence[int]) -> dict[int, list[str]]:
    found: dict[int, list[str]] = defaultdict(list)
    for at in range(0, len(ids), BATCH):
        query = select(_A.c.encounter_id, _A.c.topics).where(
            _A.c.encounter_id.in_(ids[at : at + BATCH])
        )
        for row in view.connection.execute(query.order_by(_A.c.id)):
            found[row.encounter_id] += json.loads(row.topics)
    return found
