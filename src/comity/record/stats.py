"""How much of what a record holds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Table, exists, func, select

from comity.record import tables
from comity.record.reports import counted
from comity.record.store import View
from comity.record.version import NEWEST


@dataclass(frozen=True, slots=True, kw_only=True)
class Stats:
    """A record in figures: `rows` of every table, and what they mean.

    Of the `reports`, `counted` count as reports of their own; `revisions` are older ones of a page
    and `repeats` tell the story of another. The mappings are by kind.
    """

    version: str
    rows: Mapping[str, int]
    reports: int
    counted: int
    repeats: int
    revisions: int
    first_day: str | None
    last_day: str | None
    rejects: Mapping[str, int]
    actors: Mapping[str, int]
    merged_actors: int
    encounters: Mapping[str, int]
    entered_encounters: int
    commitments: Mapping[str, int]
    items: Mapping[str, int]
    open_proposals: Mapping[str, int]
    judgements_in_force: Mapping[str, int]


def count(view: View) -> Stats:
    """Count all that the record holds."""
    r, a, e = tables.report, tables.actor, tables.encounter
    days = view.connection.execute(select(func.min(r.c.published), func.max(r.c.published))).one()
    j, undoing = tables.judgement, tables.judgement.alias()
    in_force = (j.c.kind != "undo") & ~exists().where(undoing.c.undoes == j.c.id)
    return Stats(
        version=NEWEST,
        rows={
            table.name: _rows(view, table)
            for table in sorted(tables.metadata.tables.values(), key=lambda t: t.name)
        },
        reports=_rows(view, r),
        counted=_rows(view, r, counted()),
        repeats=_rows(view, r, r.c.repeats.is_not(None), r.c.replaced_by.is_(None)),
        revisions=_rows(view, r, r.c.replaced_by.is_not(None)),
        first_day=days[0],
        last_day=days[1],
        rejects=_by(view, tables.reject.c.code),
        actors=_by(view, a.c.kind, _own(a)),
        merged_actors=_rows(view, a, ~_own(a)),
        encounters=_by(view, e.c.status),
        entered_encounters=_rows(view, e, e.c.entered.is_(True)),
        commitments=_by(view, tables.commitment.c.outcome),
        items=_by(view, tables.item.c.field, tables.item.c.status != "rejected"),
        open_proposals=_by(view, tables.proposal.c.kind, tables.proposal.c.state == "open"),
        judgements_in_force=_by(view, j.c.kind, in_force),
    )


def _own(actor: Table) -> ColumnElement[bool]:
    """The condition that an actor was not merged into another."""
    return func.coalesce(actor.c.canonical_id, actor.c.id) == actor.c.id


def _rows(view: View, table: Table, *conditions: ColumnElement[bool]) -> int:
    query = select(func.count()).select_from(table).where(*conditions)
    return int(view.connection.execute(query).scalar_one())


def _by(
    view: View, column: ColumnElement[Any], *conditions: ColumnElement[bool]
) -> Mapping[str, int]:
    query = select(column, func.count()).where(*conditions).group_by(column).order_by(column)
    return {str(kind): number for kind, number in view.connection.execute(query)}
