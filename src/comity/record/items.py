"""Items of reports, as judgements left them. An item keeps its id when its report is read again."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from sqlalchemy import Insert, Row, bindparam, delete, select

from comity.errors import RecordError
from comity.model.json_form import item_from_json, item_to_json
from comity.model.judgement import FIELDS, Item, ItemStatus
from comity.record import tables
from comity.record.store import View, Work
from comity.record.upsert import insert_for

_T = tables.item
_IDS = select(_T.c.id, _T.c.field, _T.c.key).where(_T.c.report_id == bindparam("report"))


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptItem:
    """An item of record, with its id and its report's."""

    id: int
    report: int
    item: Item


def get_item(view: View, item_id: int) -> KeptItem:
    """One item. Raises RecordError (C408)."""
    row = view.connection.execute(select(_T).where(_T.c.id == item_id)).one_or_none()
    if row is None:
        raise RecordError("C408", f"the record has no item {item_id}", where="item")
    return _kept(row)


def items_of(view: View, report_id: int) -> list[KeptItem]:
    """All items of a report, rejected ones too, by field and place."""
    query = select(_T).where(_T.c.report_id == report_id)
    order = {name: at for at, name in enumerate(FIELDS)}
    rows = view.connection.execute(query).all()
    return [_kept(row) for row in sorted(rows, key=lambda r: (order[r.field], r.start, r.id))]


def get_items(view: View, ids: Iterable[int]) -> dict[int, KeptItem]:
    """Items by their ids."""
    query = select(_T).where(_T.c.id.in_(list(dict.fromkeys(ids))))
    return {row.id: _kept(row) for row in view.connection.execute(query)}


def item_ids(view: View, report_id: int) -> set[int]:
    """The ids of a report's items."""
    query = select(_T.c.id).where(_T.c.report_id == report_id)
    return set(view.connection.execute(query).scalars())


def item_at(view: View, report_id: int, field: str, key: str) -> KeptItem | None:
    """The item of a report with this key, if it is there."""
    one = (_T.c.report_id == report_id) & (_T.c.field == field) & (_T.c.key == key)
    row = view.connection.execute(select(_T).where(one)).one_or_none()
    return _kept(row) if row is not None else None


@cache
def _item_again(dialect: str) -> Insert:
    """An insert of items that renews those that are there, made once."""
    statement = insert_for(dialect, _T)
    new = {name: statement.excluded[name] for name in ("form", "status", "start")}
    return statement.on_conflict_do_update(index_elements=["report_id", "field", "key"], set_=new)


def write_items(work: Work, report_id: int, items: Sequence[Item]) -> Mapping[tuple[str, str], int]:
    """Make these the items of a report; the ids, by field and key. Items that are no longer there
    go, so what refers to them must have been cleared before."""
    rows = [
        {
            "report_id": report_id,
            "field": item.field,
            "key": item.key,
            "form": json.dumps(item_to_json(item.value), ensure_ascii=False),
            "status": item.status,
            "start": item.evidence[0][0] if item.evidence else -1,
        }
        for item in items
    ]
    if rows:
        work.connection.execute(_item_again(work.connection.dialect.name), rows)
    wanted = {(item.field, item.key) for item in items}
    ids, gone = {}, []
    for row in work.connection.execute(_IDS, {"report": report_id}).all():
        if (row.field, row.key) in wanted:
            ids[row.field, row.key] = row.id
        else:
            gone.append(row.id)
    if gone:
        work.connection.execute(delete(_T).where(_T.c.id.in_(gone)))
    return ids


def _kept(row: Row[Any]) -> KeptItem:
    value = item_from_json(FIELDS[row.field], json.loads(row.form), where=row.field)
    status: ItemStatus = row.status
    item = Item(field=row.field, key=row.key, value=value, status=status)
    return KeptItem(id=row.id, report=row.report_id, item=item)
