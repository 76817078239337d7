"""The register of standing ties: between whom, of what kind, since when."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import exists, func, select

from comity.data.vocabulary import TieKind
from comity.record import tables
from comity.record.commitments import Party
from comity.record.sources import counts
from comity.record.store import View
from comity.record.timeline import rarest_first

_T, _P, _A = tables.tie, tables.tie_party, tables.tie_account


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """A tie of record: `kind` is its level, `since` the year that most reports give; `first` and
    `last` are the days of the first and last of the `reports` that name it."""

    id: int
    kind: TieKind
    parties: tuple[Party, ...]
    since: str | None
    first: str | None
    last: str | None
    reports: int


def ties(
    view: View,
    *,
    countries: Sequence[str] = (),
    actors: Sequence[int] = (),
    kind: TieKind | None = None,
    dated: bool = False,
) -> list[Standing]:
    """Ties to which all of the countries, and one of the actors, are parties; `dated` leaves those
    whose year is known. Those that most reports name come first."""
    told = (
        select(
            _A.c.tie_id,
            func.count(_A.c.report_id.distinct()).label("reports"),
            func.min(_A.c.day).label("first"),
            func.max(_A.c.day).label("last"),
        )
        .where(counts(_A.c.report_id))
        .group_by(_A.c.tie_id)
    )
    chosen = select(_T.c.id, _T.c.kind, _T.c.since)
    for country in rarest_first(view, _P.c.country, countries):
        other = _P.alias()
        chosen = chosen.where(exists().where(other.c.tie_id == _T.c.id, other.c.country == country))
    if countries:
        first = rarest_first(view, _P.c.country, countries)[0]
        mine = select(_P.c.tie_id).where(_P.c.country == first)
        chosen = chosen.where(_T.c.id.in_(mine))
        told = told.where(_A.c.tie_id.in_(mine))
    if actors:
        own = select(_P.c.tie_id).where(_P.c.actor_id.in_(actors))
        chosen = chosen.where(_T.c.id.in_(own))
    if kind is not None:
        chosen = chosen.where(_T.c.kind == kind)
    if dated:
        chosen = chosen.where(_T.c.since.is_not(None))
    row_of, by_tie = chosen.subquery(), told.subquery()
    query = (
        select(row_of, by_tie.c.reports, by_tie.c.first, by_tie.c.last)
        .join(by_tie, by_tie.c.tie_id == row_of.c.id)
        .order_by(by_tie.c.reports.desc(), row_of.c.since.asc().nulls_last(), row_of.c.id)
    )
    rows = view.connection.execute(query).all()
    parties = _parties(view, [row.id for row in rows])
    return [
        Standing(
            id=row.id,
            kind=row.kind,
            parties=tuple(parties[row.id]),
            since=row.since,
            first=row.first,
            last=row.last,
            reports=row.reports,
        )
        for row in rows
    ]


def _parties(view: View, ids: Sequence[int]) -> dict[int, list[Party]]:
    found: dict[int, list[Party]] = defaultdict(list)
    for at in range(0, len(ids), 500):
        query = (
            select(_P.c.tie_id, _P.c.actor_id, _P.c.country, tables.actor.c.name)
            .join(tables.actor, tables.actor.c.id == _P.c.actor_id)
            .where(_P.c.tie_id.in_(ids[at : at + 500]))
            .order_by(_P.c.tie_id, tables.actor.c.name)
        )
        for row in view.connection.execute(query):
            party = Party(name=row.name, actor=row.actor_id, country=row.country)
            found[row.tie_id].append(party)
    return found
