"""Counting anew what a record counts, and gathering anew the words that are searched."""

from __future__ import annotations

from sqlalchemy import delete, func, insert, select, update

from comity.data.folding import fold
from comity.record import tables
from comity.record.facts import recount_holdings
from comity.record.store import Record, Work

_M, _N, _A = tables.mention, tables.actor_name, tables.actor


def repair(record: Record) -> None:
    """Make anew what follows from the rest of the record by counting alone.

    Raises RecordError: C405 to C407, C410.
    """
    with record.working("repair") as work:
        _gather_words(work)
        _count_names(work)
        _count_holdings(work)
        account, e = tables.account, tables.encounter
        told = select(func.count(account.c.report_id.distinct())).where(
            account.c.encounter_id == e.c.id
        )
        work.connection.execute(update(e).values(reports=told.scalar_subquery()))


def _gather_words(work: Work) -> None:
    if work.connection.dialect.name == "sqlite":  # PostgreSQL keeps them by itself
        work.connection.exec_driver_sql("INSERT INTO report_text(report_text) VALUES ('rebuild')")


def _count_names(work: Work) -> None:
    query = select(_M.c.actor_id, _M.c.name, func.count().label("told"), func.min(_M.c.reason))
    found = {
        (row[0], row[1]): (row[2], row[3])
        for row in work.connection.execute(query.group_by(_M.c.actor_id, _M.c.name))
    }
    kept = {
        (row.actor_id, row.name): row.reports
        for row in work.connection.execute(select(_N.c.actor_id, _N.c.name, _N.c.reports))
    }
    for (actor, name), reports in kept.items():
        one = (_N.c.actor_id == actor) & (_N.c.name == name)
        told = found.get((actor, name), (0, ""))[0]
        if not told:
            work.connection.execute(delete(_N).where(one))
        elif told != reports:
            work.connection.execute(update(_N).where(one).values(reports=told))
    missing = [
        {"actor_id": actor, "name": name, "folded": fold(name), "reports": told, "reason": reason}
        for (actor, name), (told, reason) in found.items()
        if (actor, name) not in kept
    ]
    if missing:
        work.connection.execute(insert(_N), missing)
    named = select(func.coalesce(func.sum(_N.c.reports), 0)).where(_N.c.actor_id == _A.c.id)
    work.connection.execute(update(_A).values(mentions=named.scalar_subquery()))


def _count_holdings(work: Work) -> None:
    p, h = tables.post, tables.holding
    shown = select(func.count()).where(p.c.actor_id == _A.c.id).scalar_subquery()
    held = select(func.coalesce(func.sum(h.c.reports), 0)).where(h.c.actor_id == _A.c.id)
    unlike = select(_A.c.id).where(shown != held.scalar_subquery())
    for actor in list(work.connection.execute(unlike).scalars()):
        recount_holdings(work, actor)
