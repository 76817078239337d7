"""Whether a record is sound: nothing damaged, nothing lost, nothing counted wrongly."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Select, Table, and_, exists, func, literal, or_, select, text
from sqlalchemy.exc import DatabaseError

from comity.errors import ComityError, RecordError
from comity.model.json_form import from_json, item_from_json
from comity.model.judgement import FIELDS
from comity.record import tables
from comity.record.store import Record, View

#: What is named of one kind of problem; the others are counted.
SHOWN = 5
RESTORE = "restore the last backup into a new record: comity record restore"
REREAD = (
    "make a backup, then have all reports read again: comity reread --all; if it is found once "
    "more, please report it"
)
REPAIR = "have it counted anew: comity record check --repair"
_BATCH = 200
_R, _A = tables.report, tables.actor


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """Something that is off: what, how many times, the first places, and what to do."""

    what: str
    count: int
    places: tuple[str, ...]
    advice: str


def check(record: Record) -> Iterator[Problem]:
    """Look through the whole record, from the file up. What is found is given as it is found.

    Raises RecordError: C405 to C407, where the record cannot be looked through at all.
    """
    if record.address.file is not None:
        damaged = _damage(record)
        yield from damaged
        if damaged:
            return  # what stands in a damaged file tells nothing
    with record.viewing() as view:
        yield from _rows(view)
        yield from _counts(view)
        yield from _forms(view)
    if record.address.file is not None:
        yield from _search(record)


def problem(what: str, places: list[str], advice: str) -> Iterator[Problem]:
    """One problem for all places where it shows, or none."""
    if places:
        yield Problem(what=what, count=len(places), places=tuple(places[:SHOWN]), advice=advice)


# ── the file ─────────────────────────────────────────────────────────────────────────────────────
def _damage(record: Record) -> list[Problem]:
    faults: list[str] = []
    broken: list[str] = []
    try:
        with record.viewing() as view:
            said = view.connection.exec_driver_sql("PRAGMA integrity_check(20)").scalars()
            faults += [line for line in said if line != "ok"]
            if not faults:
                rows = view.connection.exec_driver_sql("PRAGMA foreign_key_check").all()
                broken += [f"{row[0]} {row[1]} names a {row[2]} that is not there" for row in rows]
    except RecordError as error:
        if error.code != "C405":
            raise
        faults = faults or [error.message]  # so damaged that even this cannot be told
    return [
        *problem("the file is damaged", faults, RESTORE),
        *problem("rows refer to rows that are not there", broken, RESTORE),
    ]


def _search(record: Record) -> Iterator[Problem]:
    """Compare the words that are searched with the texts."""
    try:
        # It is put as an insert, which needs the right to write, but changes nothing.
        with record.working("check") as work:
            work.connection.exec_driver_sql(
                "INSERT INTO report_text(report_text, rank) VALUES ('integrity-check', 1)"
            )
    except DatabaseError:
        yield from _unsearchable()
    except RecordError as error:
        if error.code != "C405":
            raise
        yield from _unsearchable()


def _unsearchable() -> Iterator[Problem]:
    yield from problem("the search does not know all texts", ["report_text"], REPAIR)


# ── rows that must or must not be there ──────────────────────────────────────────────────────────
def _rows(view: View) -> Iterator[Problem]:
    r, reading, e = _R, tables.reading, tables.encounter
    current = (
        select(func.count())
        .where(reading.c.report_id == r.c.id, reading.c.current.is_(True))
        .scalar_subquery()
    )
    other = r.alias()
    own = func.coalesce(_A.c.canonical_id, _A.c.id)
    target = _A.alias()
    for what, query, advice in (
        ("reports without exactly one current reading", _ids(r).where(current != 1), RESTORE),
        (
            "repeats of a report that is itself a repeat or an older revision",
            _ids(r)
            .join(other, other.c.id == r.c.repeats)
            .where(or_(other.c.repeats.is_not(None), other.c.replaced_by.is_not(None))),
            RESTORE,
        ),
        (
            "reports that stand for themselves: their own repeat or revision",
            _ids(r).where(or_(r.c.repeats == r.c.id, r.c.replaced_by == r.c.id)),
            RESTORE,
        ),
        (
            "older revisions that still count",
            _ids(r).where(r.c.replaced_by.is_not(None), or_(*_told_of(r))),
            REREAD,
        ),
        (
            "actors merged into one that was itself merged, or is not there",
            _ids(_A)
            .outerjoin(target, target.c.id == own)
            .where(
                or_(
                    target.c.id.is_(None),
                    func.coalesce(target.c.canonical_id, target.c.id) != target.c.id,
                )
            ),
            RESTORE,
        ),
        (
            "encounters that nobody tells of",
            _ids(e).where(~_is_there(tables.account, tables.account.c.encounter_id == e.c.id)),
            REREAD,
        ),
        (
            "ties that no report tells of",
            _ids(tables.tie).where(
                ~_is_there(tables.tie_account, tables.tie_account.c.tie_id == tables.tie.c.id)
            ),
            REREAD,
        ),
        *_proposals(),
    ):
        yield from problem(what, _named(view, query), advice)


def _told_of(report: Table) -> Iterator[ColumnElement[bool]]:
    for table in (tables.item, tables.mention, tables.account, tables.post, tables.statement):
        yield _is_there(table, table.c.report_id == report.c.id)


def _proposals() -> Iterator[tuple[str, Select[Any], str]]:
    p = tables.proposal
    for kind, table in (
        ("actor", tables.actor),
        ("encounter", tables.encounter),
        ("answer", tables.item),
    ):
        absent = or_(
            ~_is_there(table, table.c.id == p.c.left_id),
            ~_is_there(table, table.c.id == p.c.right_id),
        )
        yield (
            f"open proposals ({kind}) of what is not there",
            _ids(p).where(p.c.kind == kind, p.c.state == "open", absent),
            REREAD,
        )


# ── counts ───────────────────────────────────────────────────────────────────────────────────────
def _counts(view: View) -> Iterator[Problem]:
    m, n, h, p = tables.mention, tables.actor_name, tables.holding, tables.post
    e, a = tables.encounter, tables.account
    told = select(func.count()).where(m.c.actor_id == n.c.actor_id, m.c.name == n.c.name)
    named = select(func.coalesce(func.sum(n.c.reports), 0)).where(n.c.actor_id == _A.c.id)
    shown = select(func.count()).where(p.c.actor_id == _A.c.id)
    held = select(func.coalesce(func.sum(h.c.reports), 0)).where(h.c.actor_id == _A.c.id)
    accounts = select(func.count(a.c.report_id.distinct())).where(a.c.encounter_id == e.c.id)
    unnamed = (
        select(m.c.report_id.label("id"), literal("report").label("kind"))
        .outerjoin(n, and_(n.c.actor_id == m.c.actor_id, n.c.name == m.c.name))
        .where(n.c.actor_id.is_(None))
    )
    names = select(n.c.actor_id.label("id"), literal("actor").label("kind"))
    for what, query in (
        (
            "names that other numbers of reports use than is counted",
            names.where(told.scalar_subquery() != n.c.reports),
        ),
        ("names in reports that their actors do not have", unnamed),
        (
            "actors that are named more or less often than is counted",
            _ids(_A).where(named.scalar_subquery() != _A.c.mentions),
        ),
        (
            "actors whose offices are shown more or less often than is counted",
            _ids(_A).where(shown.scalar_subquery() != held.scalar_subquery()),
        ),
        (
            "encounters that more or fewer reports tell of than is counted",
            _ids(e).where(accounts.scalar_subquery() != e.c.reports),
        ),
    ):
        yield from problem(what, _named(view, query), REPAIR)


# ── texts, readings, items ───────────────────────────────────────────────────────────────────────
def _forms(view: View) -> Iterator[Problem]:
    """Look through readings and items: whether they can be read, and point into their texts."""
    found: dict[str, list[str]] = defaultdict(list)
    after = 0
    while True:
        query = select(_R.c.id, _R.c.text).where(_R.c.id > after).order_by(_R.c.id).limit(_BATCH)
        lengths = {row.id: len(row.text) for row in view.connection.execute(query)}
        if not lengths:
            break
        after = max(lengths)
        for what, place in (*_readings(view, lengths), *_items(view, lengths)):
            found[what].append(place)
    for what, places in found.items():
        yield from problem(what, places, RESTORE)


def _readings(view: View, lengths: dict[int, int]) -> Iterator[tuple[str, str]]:
    t = tables.reading
    for row in view.connection.execute(select(t).where(t.c.report_id.in_(list(lengths)))):
        try:
            from_json(json.loads(row.form))
        except (ValueError, ComityError):
            yield "readings that cannot be read", f"reading {row.id} of report {row.report_id}"


def _items(view: View, lengths: dict[int, int]) -> Iterator[tuple[str, str]]:
    t = tables.item
    for row in view.connection.execute(select(t).where(t.c.report_id.in_(list(lengths)))):
        place = f"item {row.id} of report {row.report_id}"
        try:
            value = item_from_json(FIELDS[row.field], json.loads(row.form), where=row.field)
        except (ValueError, KeyError, ComityError):
            yield "items that cannot be read", place
            continue
        length = lengths[row.report_id]
        if any(not 0 <= start <= end <= length for start, end in value.evidence):
            yield "items whose evidence lies outside the text", place


def _ids(table: Table) -> Select[Any]:
    return select(table.c.id.label("id"), literal(table.name).label("kind"))


def _is_there(table: Table, condition: ColumnElement[bool]) -> ColumnElement[bool]:
    return exists(select(text("1")).select_from(table).where(condition))


def _named(view: View, query: Select[Any]) -> list[str]:
    rows = view.connection.execute(query)
    return list(dict.fromkeys(f"{row.kind} {row.id}" for row in rows))
