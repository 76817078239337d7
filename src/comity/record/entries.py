"""What people enter of encounters by hand, and encounters that come back under their old ids."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import insert, select, update

from comity.data.vocabulary import EncounterKind
from comity.record import tables
from comity.record.store import View, Work

_E, _A, _P, _I = tables.encounter, tables.account, tables.participant, tables.item


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountPlace:
    """Where an account of a report stands. `field` and `key` are its item's, if it has one."""

    id: int
    encounter: int
    field: str | None
    key: str | None


def account_places(view: View, report_id: int) -> list[AccountPlace]:
    """Where the accounts of a report stand, in the order in which they came in."""
    query = (
        select(_A.c.id, _A.c.encounter_id, _I.c.field, _I.c.key)
        .outerjoin(_I, _I.c.id == _A.c.item_id)
        .where(_A.c.report_id == report_id)
        .order_by(_A.c.id)
    )
    return [
        AccountPlace(id=row.id, encounter=row.encounter_id, field=row.field, key=row.key)
        for row in view.connection.execute(query)
    ]


def encounters_there(view: View, encounters: Iterable[int]) -> set[int]:
    """Those of the encounters that the record has."""
    query = select(_E.c.id).where(_E.c.id.in_(list(encounters)))
    return set(view.connection.execute(query).scalars())


def restore_encounter(work: Work, encounter_id: int, kind: EncounterKind) -> None:
    """Make an encounter that was dropped anew, under its id and without accounts, if it is gone."""
    if encounter_id in encounters_there(work, [encounter_id]):
        return
    values = {
        "id": encounter_id,
        "kind": kind,
        "status": "planned",
        "entered": False,
        "agenda": "[]",
        "note": "",
        "reports": 0,
    }
    work.connection.execute(insert(_E).values(values))


def set_entry(
    work: Work, encounter_id: int, *, entered: bool, agenda: Sequence[str], note: str
) -> None:
    """Say whether an encounter was entered by hand, with what only people say of it."""
    values = {
        "entered": entered,
        "agenda": json.dumps(list(agenda), ensure_ascii=False),
        "note": note,
    }
    work.connection.execute(update(_E).where(_E.c.id == encounter_id).values(values))


def put_back(work: Work, accounts: Iterable[int], encounter_id: int, *, reason: str) -> None:
    """Let accounts belong to an encounter, as joining would have it: not for good."""
    values = {"encounter_id": encounter_id, "reason": reason, "pinned": False}
    work.connection.execute(update(_A).where(_A.c.id.in_(list(accounts))).values(values))


def entries_with(view: View, actors: Iterable[int]) -> list[int]:
    """Encounters into whose entries by hand people put one of the actors."""
    query = (
        select(_A.c.encounter_id)
        .join(_P, _P.c.account_id == _A.c.id)
        .where(_A.c.report_id.is_(None), _P.c.actor_id.in_(list(actors)))
        .distinct()
    )
    return sorted(view.connection.execute(query).scalars())
