"""Encounters of record, with what each report tells of them."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Row,
    Select,
    bindparam,
    delete,
    func,
    insert,
    or_,
    select,
    update,
)

from comity.data.vocabulary import EncounterKind
from comity.errors import RecordError
from comity.model.contact import (
    Account,
    Channel,
    KnownEncounter,
    Level,
    Participant,
    Status,
)
from comity.record import tables
from comity.record.reports import BATCH
from comity.record.store import View, Work

#: Encounters that one account is compared with at most, the nearest in time first.
MOST_CANDIDATES = 200
_E, _A, _P = tables.encounter, tables.account, tables.participant
# Asked for each report that comes in, so they are made once.
_ADD = insert(_E).returning(_E.c.id)
_ADD_ACCOUNT = insert(_A).returning(_A.c.id)
_ACCOUNTS = (
    select(_A)
    .where(_A.c.encounter_id.in_(bindparam("encounters", expanding=True)))
    .order_by(_A.c.id)
)
_PEOPLE = (
    select(_P, tables.actor.c.kind)
    .join(tables.actor, tables.actor.c.id == _P.c.actor_id)
    .where(_P.c.account_id.in_(bindparam("accounts", expanding=True)))
    .order_by(_P.c.account_id, _P.c.place)
)


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptAccount:
    """One report's account of record; `report` is None for what a person entered."""

    id: int
    encounter: int
    report: int | None
    item: int | None
    kind: EncounterKind
    status: Status
    date: str | None
    end: str | None
    published: str | None
    place: str | None
    publisher_country: str | None
    participants: tuple[Participant, ...]
    topics: tuple[str, ...]
    words: str
    reason: str
    pinned: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptEncounter:
    """An encounter of record as its accounts together tell it; `day` is its start, or the day of
    the first report of it."""

    id: int
    kind: EncounterKind
    status: Status
    start: str | None
    end: str | None
    day: str | None
    place: str | None
    host: str | None
    level: Level | None
    channel: Channel | None
    entered: bool
    agenda: tuple[str, ...]
    note: str
    reports: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Together:
    """What the accounts of an encounter come to; `sides` are countries, `visiting` some of them."""

    kind: EncounterKind
    status: Status
    start: str | None
    end: str | None
    day: str | None
    place: str | None
    host: str | None
    level: Level | None
    channel: Channel | None
    sides: tuple[str, ...]
    visiting: tuple[str, ...]
    participants: tuple[Participant, ...]


def get_encounter(view: View, encounter_id: int) -> KeptEncounter:
    """One encounter. Raises RecordError (C408)."""
    row = view.connection.execute(select(_E).where(_E.c.id == encounter_id)).one_or_none()
    if row is None:
        raise RecordError("C408", f"the record has no encounter {encounter_id}", where="encounter")
    return _encounter(row)


def accounts_of(view: View, encounters: Iterable[int]) -> dict[int, list[KeptAccount]]:
    """The accounts of encounters, by encounter, in the order in which they came in."""
    ids = list(dict.fromkeys(encounters))
    found: dict[int, list[KeptAccount]] = defaultdict(list)
    for at in range(0, len(ids), BATCH):
        own = ids[at : at + BATCH]
        rows = view.connection.execute(_ACCOUNTS, {"encounters": own}).all()
        people = _participants(view, [row.id for row in rows])
        for row in rows:
            found[row.encounter_id].append(_account(row, people[row.id]))
    return found


def accounts_in(view: View, report_id: int) -> list[KeptAccount]:
    """The accounts that one report gives."""
    rows = view.connection.execute(
        select(_A).where(_A.c.report_id == report_id).order_by(_A.c.id)
    ).all()
    people = _participants(view, [row.id for row in rows])
    return [_account(row, people[row.id]) for row in rows]


def candidates(
    view: View, account: Account, *, first: str | None, last: str | None
) -> list[KnownEncounter]:
    """Encounters that an account may tell of: those with two of its people and bodies (or its only
    one), or with two of its sides, between two ISO days; and those that have no day."""
    actors = [p.actor for p in account.participants if p.kind != "country"]
    ea, es = tables.encounter_actor, tables.encounter_side
    shared = [
        _within(ea.c.encounter_id, ea.c.day, first, last)
        .where(ea.c.actor_id.in_(actors))
        .group_by(ea.c.encounter_id)
        .having(func.count() >= min(2, len(actors))),
        _within(es.c.encounter_id, es.c.day, first, last)
        .where(es.c.country.in_(sorted(account.sides)))
        .group_by(es.c.encounter_id)
        .having(func.count() >= 2),
    ]
    conditions = [_E.c.id.in_(each) for each in shared]
    query = (
        select(_E).where(or_(*conditions)).order_by(_E.c.day.desc(), _E.c.id).limit(MOST_CANDIDATES)
    )
    return known_encounters(view, view.connection.execute(query).all())


def known_encounters(view: View, rows: Sequence[Row[Any]]) -> list[KnownEncounter]:
    """Encounters with their accounts, as joining sees them."""
    told = accounts_of(view, [row.id for row in rows])
    known = []
    for row in rows:
        everybody = {p.actor: p for a in told[row.id] for p in a.participants}
        known.append(
            KnownEncounter(
                id=row.id,
                kind=row.kind,
                status=row.status,
                start=row.start,
                end=row.end,
                place=row.place,
                entered=row.entered,
                participants=tuple(everybody.values()),
                accounts=tuple(account_value(a) for a in told[row.id] if a.report is not None),
            )
        )
    return known


def account_value(kept: KeptAccount) -> Account:
    """An account as joining sees it; one that a person entered counts as of report 0."""
    return Account(
        report=kept.report or 0,
        kind=kept.kind,
        status=kept.status,
        date=kept.date,
        published=kept.published,
        place=kept.place,
        publisher_country=kept.publisher_country,
        participants=kept.participants,
        topics=kept.topics,
        words=kept.words,
    )


def add_encounter(
    work: Work,
    kind: EncounterKind,
    *,
    entered: bool = False,
    agenda: Sequence[str] = (),
    note: str = "",
) -> int:
    """A new encounter without accounts; its id. `refresh` gives it its values."""
    values = {
        "kind": kind,
        "status": "planned",
        "entered": entered,
        "agenda": json.dumps(list(agenda), ensure_ascii=False),
        "note": note,
        "reports": 0,
    }
    return int(work.connection.execute(_ADD, values).scalar_one())


def change_encounter(
    work: Work, encounter_id: int, *, agenda: Sequence[str] | None = None, note: str | None = None
) -> None:
    """Set what only a person says of an encounter."""
    values: dict[str, object] = {}
    if agenda is not None:
        values["agenda"] = json.dumps(list(agenda), ensure_ascii=False)
    if note is not None:
        values["note"] = note
    if values:
        work.connection.execute(update(_E).where(_E.c.id == encounter_id).values(values))


def add_account(
    work: Work,
    encounter_id: int,
    account: Account,
    *,
    item: int | None,
    end: str | None = None,
    reason: str,
    pinned: bool = False,
) -> int:
    """Add an account to an encounter; its id. One of report 0 is what a person entered."""
    values = {
        "encounter_id": encounter_id,
        "report_id": account.report or None,
        "item_id": item,
        "kind": account.kind,
        "status": account.status,
        "date": account.date,
        "end": end,
        "published": account.published,
        "place": account.place,
        "publisher_country": account.publisher_country,
        "topics": json.dumps(account.topics),
        "words": account.words,
        "reason": reason,
        "pinned": pinned,
    }
    added = int(work.connection.execute(_ADD_ACCOUNT, values).scalar_one())
    people = {p.actor: p for p in account.participants}
    rows = [
        {
            "account_id": added,
            "actor_id": p.actor,
            "place": at,
            "name": p.name,
            "side": p.side,
            "capacity": p.capacity,
            "sector": p.sector,
        }
        for at, p in enumerate(people.values())
    ]
    if rows:
        work.connection.execute(insert(_P), rows)
    return added


def move_accounts(work: Work, accounts: Iterable[int], encounter_id: int, *, reason: str) -> None:
    """Let accounts belong to another encounter, for good."""
    values = {"encounter_id": encounter_id, "reason": reason, "pinned": True}
    work.connection.execute(update(_A).where(_A.c.id.in_(list(accounts))).values(values))


def drop_accounts(work: Work, accounts: Iterable[int]) -> None:
    """Forget accounts."""
    ids = list(accounts)
    work.connection.execute(delete(_P).where(_P.c.account_id.in_(ids)))
    work.connection.execute(delete(_A).where(_A.c.id.in_(ids)))


def drop_encounter(work: Work, encounter_id: int) -> None:
    """Forget an encounter that has no accounts."""
    for table in (tables.encounter_actor, tables.encounter_side):
        work.connection.execute(delete(table).where(table.c.encounter_id == encounter_id))
    p = tables.proposal
    mine = (p.c.left_id == encounter_id) | (p.c.right_id == encounter_id)
    work.connection.execute(delete(p).where(p.c.kind == "encounter", mine, p.c.state == "open"))
    work.connection.execute(delete(_E).where(_E.c.id == encounter_id))


def set_together(work: Work, encounter_id: int, together: Together) -> None:
    """Give an encounter the values that its accounts come to."""
    reports = select(func.count(_A.c.report_id.distinct())).where(_A.c.encounter_id == encounter_id)
    values = {
        "kind": together.kind,
        "status": together.status,
        "start": together.start,
        "end": together.end,
        "day": together.day,
        "place": together.place,
        "host": together.host,
        "level": together.level,
        "channel": together.channel,
        "reports": reports.scalar_subquery(),
    }
    work.connection.execute(update(_E).where(_E.c.id == encounter_id).values(values))
    for table in (tables.encounter_actor, tables.encounter_side):
        work.connection.execute(delete(table).where(table.c.encounter_id == encounter_id))
    actors = [
        {
            "encounter_id": encounter_id,
            "actor_id": p.actor,
            "place": at,
            "day": together.day,
            "side": p.side,
            "capacity": p.capacity,
            "sector": p.sector,
        }
        for at, p in enumerate({p.actor: p for p in together.participants}.values())
    ]
    if actors:
        work.connection.execute(insert(tables.encounter_actor), actors)
    sides = [
        {
            "encounter_id": encounter_id,
            "country": country,
            "day": together.day,
            "visiting": country in together.visiting,
        }
        for country in dict.fromkeys(together.sides)
    ]
    if sides:
        work.connection.execute(insert(tables.encounter_side), sides)


def _within(
    encounter: ColumnElement[int], day: ColumnElement[str], first: str | None, last: str | None
) -> Select[int]:
    query = select(encounter)
    if first is None or last is None:
        return query
    vague = {each[:length] for each in (first, last) for length in (4, 7)}
    return query.where(day.between(first, last) | day.in_(vague) | day.is_(None))


def participant_of(row: Row[Any]) -> Participant:
    """A participant, of a row with its actor's kind."""
    return Participant(
        actor=row.actor_id,
        name=row.name,
        kind=row.kind,
        side=row.side,
        capacity=row.capacity,
        sector=row.sector,
    )


def _participants(view: View, accounts: Sequence[int]) -> Mapping[int, list[Participant]]:
    found: dict[int, list[Participant]] = defaultdict(list)
    for at in range(0, len(accounts), BATCH):
        own = {"accounts": list(accounts[at : at + BATCH])}
        for row in view.connection.execute(_PEOPLE, own):
            found[row.account_id].append(participant_of(row))
    return found


def _account(row: Row[Any], participants: Sequence[Participant]) -> KeptAccount:
    return KeptAccount(
        id=row.id,
        encounter=row.encounter_id,
        report=row.report_id,
        item=row.item_id,
        kind=row.kind,
        status=row.status,
        date=row.date,
        end=row.end,
        published=row.published,
        place=row.place,
        publisher_country=row.publisher_country,
        participants=tuple(participants),
        topics=tuple(json.loads(row.topics)),
        words=row.words,
        reason=row.reason,
        pinned=row.pinned,
    )


def _encounter(row: Row[Any]) -> KeptEncounter:
    return KeptEncounter(
        id=row.id,
        kind=row.kind,
        status=row.status,
        start=row.start,
        end=row.end,
        day=row.day,
        place=row.place,
        host=row.host,
        level=row.level,
        channel=row.channel,
        entered=row.entered,
        agenda=tuple(json.loads(row.agenda)),
        note=row.note,
        reports=row.reports,
    )
