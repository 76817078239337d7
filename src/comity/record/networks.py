"""Who meets whom: pairs of actors by the number of encounters that they shared."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import func, select

from comity.record import tables
from comity.record.store import View
from comity.record.timeline import Which, holding

_X, _E, _A = tables.encounter_actor, tables.encounter, tables.actor


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """Two actors, the encounters that both took part in, and the day of the latest."""

    one: int
    other: int
    encounters: int
    last: str | None


def links(
    view: View, which: Which, *, countries: bool = False, most: int
) -> tuple[list[Link], int]:
    """The strongest links between actors, and how many there are. Countries that take part as
    such are left out, unless they are asked for."""
    met = select(_E.c.id).where(*holding(view, which)).subquery()
    x, y = _X.alias("x"), _X.alias("y")
    shared = func.count()
    query = (
        select(
            x.c.actor_id.label("one"),
            y.c.actor_id.label("other"),
            shared.label("encounters"),
            func.max(x.c.day).label("last"),
        )
        .join(met, met.c.id == x.c.encounter_id)
        .join(y, (y.c.encounter_id == x.c.encounter_id) & (y.c.actor_id > x.c.actor_id))
        .group_by(x.c.actor_id, y.c.actor_id)
    )
    if not countries:
        one, other = _A.alias("a"), _A.alias("b")
        query = (
            query.join(one, one.c.id == x.c.actor_id)
            .join(other, other.c.id == y.c.actor_id)
            .where(one.c.kind != "country", other.c.kind != "country")
        )
    total = view.connection.execute(select(func.count()).select_from(query.subquery())).scalar_one()
    best = query.order_by(shared.desc(), func.max(x.c.day).desc(), x.c.actor_id, y.c.actor_id)
    return [
        Link(one=row.one, other=row.other, encounters=row.encounters, last=row.last)
        for row in view.connection.execute(best.limit(most))
    ], int(total)


def met_by(view: View, actors: Sequence[int], *, most: int) -> tuple[list[Link], int]:
    """Whom actors (one, merged) met most, and how many they met at all; countries are left out.
    `one` is the first of them."""
    mine, others = _X.alias("x"), _X.alias("y")
    shared = func.count(mine.c.encounter_id.distinct())
    query = (
        select(
            others.c.actor_id.label("other"),
            shared.label("encounters"),
            func.max(mine.c.day).label("last"),
        )
        .join(others, others.c.encounter_id == mine.c.encounter_id)
        .join(_A, _A.c.id == others.c.actor_id)
        .join(_E, _E.c.id == mine.c.encounter_id)
        .where(mine.c.actor_id.in_(actors), others.c.actor_id.not_in(actors))
        .where(_A.c.kind != "country", _E.c.status == "held")
        .group_by(others.c.actor_id)
    )
    total = view.connection.execute(select(func.count()).select_from(query.subquery())).scalar_one()
    best = query.order_by(shared.desc(), func.max(mine.c.day).desc(), others.c.actor_id)
    return [
        Link(one=actors[0], other=row.other, encounters=row.encounters, last=row.last)
        for row in view.connection.execute(best.limit(most))
    ], int(total)


def present_of(view: View, country: str, which: Which, *, most: int) -> list[Link]:
    """Who took part most for a country in the encounters chosen; `one` and `other` are they."""
    met = select(_E.c.id).where(*holding(view, which)).subquery()
    shared = func.count()
    query = (
        select(_X.c.actor_id, shared.label("encounters"), func.max(_X.c.day).label("last"))
        .join(met, met.c.id == _X.c.encounter_id)
        .join(_A, _A.c.id == _X.c.actor_id)
        .where(_X.c.side == country, _A.c.kind != "country")
        .group_by(_X.c.actor_id)
        .order_by(shared.desc(), func.max(_X.c.day).desc(), _X.c.actor_id)
        .limit(most)
    )
    return [
        Link(one=row.actor_id, other=row.actor_id, encounters=row.encounters, last=row.last)
        for row in view.connection.execute(query)
    ]
