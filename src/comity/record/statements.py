"""What was said, and who speaks most."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Row, exists, func, select

from comity.record import tables
from comity.record.period import ALWAYS, Period
from comity.record.sources import counts
from comity.record.store import View
from comity.record.timeline import rarest_first

_S = tables.statement


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A statement of record; `actor` is None for a speaker without a name, `direct` for words in
    quotation marks, `day` that of the report."""

    item: int
    report: int
    actor: int | None
    speaker: str
    direct: bool
    text: str
    day: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """How often somebody speaks, and when last."""

    actor: int
    statements: int
    last: str | None


def said_by(
    view: View, actors: Sequence[int], *, period: Period = ALWAYS, most: int
) -> tuple[list[Said], int]:
    """The latest statements of actors, and how many there are."""
    query = select(_S).where(_S.c.actor_id.in_(actors), *period.holds(_S.c.day))
    query = query.where(counts(_S.c.report_id))
    latest = query.order_by(_S.c.day.desc().nulls_last(), _S.c.item_id).limit(most)
    total = view.connection.execute(select(func.count()).select_from(query.subquery())).scalar_one()
    return [_said(row) for row in view.connection.execute(latest)], int(total)


def said_in(view: View, reports: Iterable[int]) -> list[Said]:
    """All statements in reports, in the order of the reports' words."""
    i = tables.item
    query = (
        select(_S)
        .join(i, i.c.id == _S.c.item_id)
        .where(_S.c.report_id.in_(list(reports)))
        .order_by(_S.c.report_id, i.c.start, _S.c.item_id)
    )
    return [_said(row) for row in view.connection.execute(query)]


def speakers(
    view: View, country: str, *, about: str, period: Period = ALWAYS, most: int
) -> list[Speaker]:
    """Who of a country speaks most in reports that deal with it and another one."""
    rc, other = tables.report_country, tables.report_country.alias()
    first, second = rarest_first(view, rc.c.country, [country, about])
    both = exists().where(other.c.report_id == rc.c.report_id, other.c.country == second)
    reports = select(rc.c.report_id).where(
        rc.c.country == first, both, counts(rc.c.report_id), *period.holds(rc.c.day)
    )
    said = (
        select(_S.c.actor_id, func.count().label("said"), func.max(_S.c.day).label("last"))
        .where(_S.c.report_id.in_(reports))
        .group_by(_S.c.actor_id)
        .subquery()
    )
    a = tables.actor
    query = (
        select(said)
        .join(a, a.c.id == said.c.actor_id)
        .where(a.c.country == country, a.c.kind != "country")
        .order_by(said.c.said.desc(), said.c.actor_id)
        .limit(most)
    )
    return [
        Speaker(actor=row.actor_id, statements=row.said, last=row.last)
        for row in view.connection.execute(query)
    ]


def _said(row: Row[Any]) -> Said:
    return Said(
        item=row.item_id,
        report=row.report_id,
        actor=row.actor_id,
        speaker=row.speaker,
        direct=row.direct,
        text=row.text,
        day=row.day,
    )
