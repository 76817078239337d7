"""Readings of reports: the newest is current, the older ones are kept."""

from __future__ import annotations

import json
from dataclasses import dataclass

from sqlalchemy import exists, insert, or_, select, update

from comity.model.json_form import from_json, to_json
from comity.model.reading import Reading
from comity.record import tables
from comity.record.store import View, Work

_T = tables.reading
_ADD = insert(_T).returning(_T.c.id)
#: The reader of what people wrote as the source of what they added; no other reads it.
BY_HAND = "by hand"


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptReading:
    """A reading of record; `made` is when it came in (ISO, UTC)."""

    id: int
    report: int
    reading: Reading
    made: str
    current: bool


def add_reading(work: Work, report_id: int, reading: Reading) -> int:
    """Keep a reading of a report as the current one; its id."""
    work.connection.execute(
        update(_T).where(_T.c.report_id == report_id, _T.c.current.is_(True)).values(current=False)
    )
    values = {
        "report_id": report_id,
        "reader": reading.reader,
        "pipeline": reading.pipeline,
        "form": json.dumps(to_json(reading), ensure_ascii=False, separators=(",", ":")),
        "made": work.now,
        "current": True,
    }
    return int(work.connection.execute(_ADD, values).scalar_one())


def current_reading(view: View, report_id: int) -> Reading:
    """The current reading of a report."""
    query = select(_T.c.form).where(_T.c.report_id == report_id, _T.c.current.is_(True))
    return from_json(json.loads(view.connection.execute(query).scalar_one()))


def readings_of(view: View, report_id: int) -> list[KeptReading]:
    """All readings of a report, the newest first."""
    query = select(_T).where(_T.c.report_id == report_id).order_by(_T.c.id.desc())
    return [
        KeptReading(
            id=row.id,
            report=row.report_id,
            reading=from_json(json.loads(row.form)),
            made=row.made,
            current=row.current,
        )
        for row in view.connection.execute(query)
    ]


def unlike(view: View, *, reader: str | None, after: int = 0, most: int = 100) -> list[int]:
    """Ids of reports whose current reading another reader made, behind an id, in order.

    Without a reader: of all reports that any reader reads.
    """
    query = (
        select(_T.c.report_id)
        .join(tables.report, tables.report.c.id == _T.c.report_id)
        .where(
            _T.c.current.is_(True),
            _T.c.reader.not_in([reader or BY_HAND, BY_HAND]),
            _T.c.report_id > after,
            tables.report.c.replaced_by.is_(None),
        )
        .order_by(_T.c.report_id)
        .limit(most)
    )
    return list(view.connection.execute(query).scalars())


def read_again(view: View, *, since: str | None = None, most: int = 100) -> list[int]:
    """Ids of reports that were read more than once, or issued anew, in order; those whose current
    reading was made on or after a day."""
    report = tables.report
    older, earlier = _T.alias(), report.alias()
    twice = exists().where(older.c.report_id == _T.c.report_id, older.c.id != _T.c.id)
    anew = exists().where(earlier.c.replaced_by == _T.c.report_id)
    query = (
        select(_T.c.report_id)
        .join(report, report.c.id == _T.c.report_id)
        .where(_T.c.current.is_(True), report.c.replaced_by.is_(None), or_(twice, anew))
        .order_by(_T.c.report_id)
        .limit(most)
    )
    if since is not None:
        query = query.where(_T.c.made >= since)
    return list(view.connection.execute(query).scalars())
