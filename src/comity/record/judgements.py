"""Judgements in the order in which they were made. The database refuses to change them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Row, exists, insert, select

from comity.errors import RecordError
from comity.model.judgement import Json, Judgement, JudgementKind
from comity.record import tables
from comity.record.store import View, Work

_T = tables.judgement
#: Who says what became of a commitment says that there is one.
_UNDOING = _T.alias()
_IN_FORCE = select(_T).where(_T.c.kind != "undo", ~exists().where(_UNDOING.c.undoes == _T.c.id))
_ON_ITEMS = ("confirm", "reject", "correct", "add", "outcome")


def add_judgement(
    work: Work,
    kind: JudgementKind,
    *,
    why: str,
    report: int | None = None,
    field: str | None = None,
    key: str | None = None,
    before: Json | None = None,
    after: Json | None = None,
    actor: int | None = None,
    other: int | None = None,
    encounter: int | None = None,
    other_encounter: int | None = None,
    undoes: int | None = None,
) -> Judgement:
    """Append a judgement by who works, now."""
    values = {
        "at": work.now,
        "who": work.who,
        "why": why,
        "kind": kind,
        "report_id": report,
        "field": field,
        "key": key,
        "before": _dump(before),
        "after": _dump(after),
        "actor_id": actor,
        "other_id": other,
        "encounter_id": encounter,
        "other_encounter_id": other_encounter,
        "undoes": undoes,
    }
    row = work.connection.execute(insert(_T).values(values).returning(*_T.c)).one()
    return _judgement(row)


def get_judgement(view: View, judgement_id: int) -> Judgement:
    """One judgement. Raises RecordError (C408)."""
    row = view.connection.execute(select(_T).where(_T.c.id == judgement_id)).one_or_none()
    if row is None:
        raise RecordError("C408", f"the record has no judgement {judgement_id}", where="judgement")
    return _judgement(row)


def is_undone(view: View, judgement_id: int) -> bool:
    """Whether a judgement was taken back."""
    return judgement_id in undone(view, [judgement_id])


def undone(view: View, ids: Iterable[int]) -> set[int]:
    """Those of the judgements that were taken back."""
    query = select(_T.c.undoes).where(_T.c.undoes.in_(list(ids)))
    return set(view.connection.execute(query).scalars())


def on_items(view: View, reports: Sequence[int]) -> list[Judgement]:
    """Judgements in force on items of the reports, in the order in which they were made."""
    return _in_force(view, _T.c.report_id.in_(list(reports)), _T.c.kind.in_(_ON_ITEMS))


def of_kinds(
    view: View, kinds: Iterable[JudgementKind], *, report: int | None = None
) -> list[Judgement]:
    """Judgements in force of some kinds, on a report or all, in the order in which they were
    made."""
    conditions: list[ColumnElement[bool]] = [_T.c.kind.in_(list(kinds))]
    if report is not None:
        conditions.append(_T.c.report_id == report)
    return _in_force(view, *conditions)


def on_actors(view: View, actors: Sequence[int]) -> list[Judgement]:
    """Judgements in force that merge or part one of the actors."""
    ids = list(actors)
    return _in_force(view, _T.c.actor_id.in_(ids) | _T.c.other_id.in_(ids))


def on_encounters(view: View, encounters: Iterable[int]) -> list[Judgement]:
    """Judgements in force on one of the encounters."""
    ids = list(encounters)
    return _in_force(view, _T.c.encounter_id.in_(ids) | _T.c.other_encounter_id.in_(ids))


def history(
    view: View,
    *,
    report: int | None = None,
    field: str | None = None,
    key: str | None = None,
    who: str | None = None,
    kind: JudgementKind | None = None,
    most: int | None = 100,
) -> list[Judgement]:
    """Judgements, those taken back among them, the newest first."""
    query = select(_T).order_by(_T.c.id.desc()).limit(most)
    for column, value in (
        (_T.c.report_id, report),
        (_T.c.field, field),
        (_T.c.key, key),
        (_T.c.who, who),
        (_T.c.kind, kind),
    ):
        if value is not None:
            query = query.where(column == value)
    return [_judgement(row) for row in view.connection.execute(query)]


def _in_force(view: View, *conditions: ColumnElement[bool]) -> list[Judgement]:
    # Most reports come in before anybody judged, and this is asked several times for each.
    if view.connection.exec_driver_sql("SELECT 1 FROM judgement LIMIT 1").first() is None:
        return []
    query = _IN_FORCE.where(*conditions).order_by(_T.c.id)
    return [_judgement(row) for row in view.connection.execute(query)]


def _dump(form: Json | None) -> str | None:
    return None if form is None else json.dumps(form, ensure_ascii=False)


def _load(form: str | None) -> Json | None:
    return None if form is None else json.loads(form)


def _judgement(row: Row[Any]) -> Judgement:
    return Judgement(
        id=row.id,
        at=row.at,
        who=row.who,
        why=row.why,
        kind=row.kind,
        report=row.report_id,
        field=row.field,
        key=row.key,
        before=_load(row.before),
        after=_load(row.after),
        actor=row.actor_id,
        other=row.other_id,
        encounter=row.encounter_id,
        other_encounter=row.other_encounter_id,
        undoes=row.undoes,
    )
