"""Dated points that reports tell of: planned events, targets, anniversaries."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import get_args

from sqlalchemy import and_, exists, func, or_, select

from comity.data.vocabulary import MilestoneKind
from comity.record import tables
from comity.record.reports import BATCH
from comity.record.sources import counts
from comity.record.store import View

#: Countries beside those asked for that a report may deal with and still be about these.
FEW = 1
_M, _RC = tables.milestone, tables.report_country


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """A milestone of record; `date` is ISO, as precise as told, `day` that of the report, and
    `countries` are those that the report deals with."""

    id: int
    report: int
    kind: MilestoneKind
    text: str
    date: str
    day: str | None
    countries: tuple[str, ...]


def points(
    view: View,
    *,
    since: str,
    until: str,
    countries: Sequence[str] = (),
    kinds: Sequence[MilestoneKind] = get_args(MilestoneKind),
    most: int | None,
) -> list[Point]:
    """Milestones from one ISO day to another, in the order of their dates. A date that is known to
    the month or the year counts while that month or year lasts.

    Of `countries`, each must be one that the report deals with, and it with few: a report on many
    says of none that the date is its own.
    """
    length = func.length(_M.c.date)
    ahead = or_(
        *(and_(length == size, _M.c.date >= since[:size]) for size in (4, 7, 10)),
    )
    query = (
        select(_M)
        .where(_M.c.kind.in_(kinds))
        .where(_M.c.date >= since[:4], _M.c.date <= until, ahead, counts(_M.c.report_id))
        .order_by(_M.c.date, _M.c.item_id)
        .limit(most)
    )
    for country in countries:
        dealing = _RC.alias()
        query = query.where(
            exists().where(dealing.c.report_id == _M.c.report_id, dealing.c.country == country)
        )
    if countries:
        few = select(func.count()).where(_RC.c.report_id == _M.c.report_id).scalar_subquery()
        query = query.where(few <= len(countries) + FEW)
    rows = view.connection.execute(query).all()
    about = _countries(view, [row.report_id for row in rows])
    return [
        Point(
            id=row.item_id,
            report=row.report_id,
            kind=row.kind,
            text=row.text,
            date=row.date,
            day=row.day,
            countries=tuple(about[row.report_id]),
        )
        for row in rows
    ]


def _countries(view: View, reports: Sequence[int]) -> dict[int, list[str]]:
    found: dict[int, list[str]] = defaultdict(list)
    wanted = list(dict.fromkeys(reports))
    for at in range(0, len(wanted), BATCH):
        query = select(_RC).where(_RC.c.report_id.in_(wanted[at : at + BATCH]))
        for row in view.connection.execute(query.order_by(_RC.c.report_id, _RC.c.country)):
            found[row.report_id].append(row.country)
    return found
