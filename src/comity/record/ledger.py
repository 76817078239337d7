"""Commitments as a ledger: what was promised, and what was done later by the same parties."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Any

from sqlalchemy import BindParameter, ColumnElement, Select, bindparam, func, select

from comity.joining.answers import Deed, DeedKind, Promise
from comity.record import tables
from comity.record.facts import pairs_of
from comity.record.store import View

#: Years after which nothing later is taken for an answer.
YEARS = 3
#: Commitments or deeds that are looked at for one report at most, the latest first.
MOST = 60
_C, _P, _A = tables.commitment, tables.commitment_party, tables.account
_EA, _ES, _T = tables.encounter_actor, tables.encounter_side, tables.topic
# Asked for each report that comes in, so they are made once.
_IDS: BindParameter[Any] = bindparam("ids", expanding=True)
_OPEN_IN = select(_C.c.item_id).where(_C.c.report_id == bindparam("report"), _C.c.outcome == "open")
_BY_ID = select(_C).where(_C.c.item_id.in_(_IDS))
_PARTIES = select(_P).where(_P.c.item_id.in_(_IDS))
_TOPICS = select(_T).where(_T.c.report_id.in_(_IDS)).order_by(_T.c.report_id, _T.c.topic)
_ACTORS = select(_EA).where(_EA.c.encounter_id.in_(_IDS))
_SIDES = select(_ES).where(_ES.c.encounter_id.in_(_IDS))


def deeds_told_in(view: View, report_id: int) -> list[Deed]:
    """What one report tells that may keep an earlier commitment."""
    return _deeds(view, _C.c.report_id == report_id, _A.c.report_id == report_id)


def promises_made_in(view: View, report_id: int) -> list[Promise]:
    """The commitments that one report tells of, as far as they are open."""
    query = view.connection.execute(_OPEN_IN, {"report": report_id})
    return _promises(view, query.scalars())


def open_promises(view: View, deeds: Sequence[Deed]) -> list[Promise]:
    """Open commitments between countries that the deeds may answer, the latest first."""
    days = [deed.day for deed in deeds if deed.day]
    countries = {country for deed in deeds for country in deed.countries}
    if not days or len(countries) < 2:
        return []
    shared = _between(countries, after=_years_from(min(days), -YEARS), until=max(days))
    query = (
        select(_C.c.item_id)
        .where(_C.c.item_id.in_(shared), _C.c.outcome == "open", _C.c.day < max(days))
        .order_by(_C.c.day.desc(), _C.c.item_id.desc())
        .limit(MOST)
    )
    return _promises(view, view.connection.execute(query).scalars())


def deeds_since(view: View, promise: Promise) -> list[Deed]:
    """What later reports tell of the parties of a commitment, the earliest first."""
    countries = sorted({*promise.by, *promise.to})
    if promise.day is None or len(countries) < 2:
        return []
    until = _years_from(promise.day, YEARS)
    es = tables.encounter_side
    met = (
        select(es.c.encounter_id)
        .where(es.c.country.in_(countries), es.c.day > promise.day, es.c.day <= until)
        .group_by(es.c.encounter_id)
        .having(func.count() >= 2)
    )
    agreed = _C.c.item_id.in_(_between(countries, after=promise.day, until=until))
    return _deeds(view, agreed & (_C.c.day > promise.day), _A.c.encounter_id.in_(met))


def _between(countries: Iterable[str], *, after: str, until: str) -> Select[tuple[int]]:
    """Items of commitments that two of the countries are parties to, of the days between two."""
    pair = tables.commitment_pair
    return select(pair.c.item_id).where(
        pair.c.pair.in_(pairs_of(countries)), pair.c.day >= after, pair.c.day <= until
    )


def _promises(view: View, items: Iterable[int]) -> list[Promise]:
    ids = list(items)
    if not ids:
        return []
    rows = view.connection.execute(_BY_ID, {"ids": ids}).all()
    parties = _parties(view, ids)
    topics = _topics(view, {row.report_id for row in rows})
    return [
        Promise(
            id=row.item_id,
            kind=row.kind,
            text=row.text,
            by=tuple(sorted({c for role, _, c in parties[row.item_id] if role == "by" and c})),
            to=tuple(sorted({c for role, _, c in parties[row.item_id] if role == "to" and c})),
            actors=tuple(sorted({a for _, a, _ in parties[row.item_id] if a is not None})),
            topics=topics[row.report_id],
            day=row.day,
            due=row.due,
        )
        for row in rows
    ]


def _deeds(view: View, agreed: ColumnElement[bool], met: ColumnElement[bool]) -> list[Deed]:
    return [*_agreements(view, agreed), *_contacts(view, met)]


def _agreements(view: View, condition: ColumnElement[bool]) -> list[Deed]:
    query = (
        select(_C)
        .where(condition, _C.c.kind == "agreement")
        .order_by(_C.c.day, _C.c.item_id)
        .limit(MOST)
    )
    rows = view.connection.execute(query).all()
    parties = _parties(view, [row.item_id for row in rows])
    topics = _topics(view, {row.report_id for row in rows})
    return [
        Deed(
            report=row.report_id,
            item=row.item_id,
            what=row.kind,
            text=row.text,
            countries=tuple(sorted({c for _, _, c in parties[row.item_id] if c})),
            actors=tuple(sorted({a for _, a, _ in parties[row.item_id] if a is not None})),
            topics=topics[row.report_id],
            day=row.day,
        )
        for row in rows
    ]


def _contacts(view: View, condition: ColumnElement[bool]) -> list[Deed]:
    e = tables.encounter
    query = (
        select(_A.c.report_id, _A.c.item_id, _A.c.words, e.c.id, e.c.kind, e.c.day)
        .join(e, e.c.id == _A.c.encounter_id)
        .where(condition, _A.c.item_id.is_not(None), _A.c.status == "held")
        .order_by(e.c.day, _A.c.id)
        .limit(MOST)
    )
    rows = view.connection.execute(query).all()
    if not rows:
        return []
    ids = [row.id for row in rows]
    actors, sides = defaultdict(list), defaultdict(list)
    for row in view.connection.execute(_ACTORS, {"ids": ids}).all():
        actors[row.encounter_id].append(row.actor_id)
    for row in view.connection.execute(_SIDES, {"ids": ids}).all():
        sides[row.encounter_id].append(row.country)
    topics = _topics(view, {row.report_id for row in rows})
    return [
        Deed(
            report=row.report_id,
            item=row.item_id,
            what=_contact_kind(row.kind),
            text=row.words,
            countries=tuple(sorted(sides[row.id])),
            actors=tuple(sorted(actors[row.id])),
            topics=topics[row.report_id],
            day=row.day,
            kind=row.kind,
        )
        for row in rows
    ]


def _contact_kind(kind: str) -> DeedKind:
    return "visit" if kind == "visit" else "encounter"


def _parties(
    view: View, items: Sequence[int]
) -> dict[int, list[tuple[str, int | None, str | None]]]:
    found = defaultdict(list)
    for row in view.connection.execute(_PARTIES, {"ids": list(items)}).all() if items else ():
        found[row.item_id].append((row.role, row.actor_id, row.country))
    return found


def _topics(view: View, reports: Iterable[int]) -> dict[int, tuple[str, ...]]:
    ids = list(reports)
    found: dict[int, list[str]] = defaultdict(list)
    for row in view.connection.execute(_TOPICS, {"ids": ids}).all() if ids else ():
        found[row.report_id].append(row.topic)
    return defaultdict(tuple, {report: tuple(topics) for report, topics in found.items()})


def _years_from(day: str, years: int) -> str:
    """The same day some years later or, with a negative number, earlier."""
    padded = (day + "-01-01")[:10]
    return (date.fromisoformat(padded) + timedelta(days=366 * years)).isoformat()
