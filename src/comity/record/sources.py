"""Reports as sources: who published what, when and where to find it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, exists, func, select

from comity.record import tables
from comity.record.reports import BATCH, counted
from comity.record.store import View

_R = tables.report
_SHOWN = (
    _R.c.id,
    _R.c.external_id,
    _R.c.title,
    _R.c.publisher,
    _R.c.publisher_country,
    _R.c.published,
    _R.c.language,
    _R.c.url,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A report as it is cited. `name` is what it was called when it was added; `published` ISO."""

    report: int
    name: str
    title: str | None
    publisher: str | None
    publisher_country: str | None
    published: str | None
    language: str | None
    url: str | None


def sources(view: View, ids: Iterable[int]) -> dict[int, Source]:
    """Reports by their ids."""
    wanted = list(dict.fromkeys(ids))
    found: dict[int, Source] = {}
    for at in range(0, len(wanted), BATCH):
        query = select(*_SHOWN).where(_R.c.id.in_(wanted[at : at + BATCH]))
        found |= {row.id: source_of(row) for row in view.connection.execute(query)}
    return found


def sources_naming(view: View, actors: Sequence[int], *, most: int) -> tuple[list[Source], int]:
    """The latest reports that name one of the actors, and how many there are."""
    m = tables.mention
    naming = select(m.c.report_id).where(m.c.actor_id.in_(actors)).distinct().subquery()
    query = select(*_SHOWN).join(naming, naming.c.report_id == _R.c.id).where(counted())
    latest = query.order_by(_R.c.published.desc().nulls_last(), _R.c.id.desc()).limit(most)
    total = view.connection.execute(select(func.count()).select_from(query.subquery())).scalar_one()
    return [source_of(row) for row in view.connection.execute(latest)], int(total)


def source_of(row: Any) -> Source:
    """A report as a source."""
    return Source(
        report=row.id,
        name=row.external_id,
        title=row.title,
        publisher=row.publisher,
        publisher_country=row.publisher_country,
        published=row.published,
        language=row.language,
        url=row.url,
    )


def counts(report_id: ColumnElement[int]) -> ColumnElement[bool]:
    """The condition that the report of a row counts. Always looked up from the row, since most
    reports count."""
    return exists().where(_R.c.id == report_id, counted())
