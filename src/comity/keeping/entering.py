"""A person's word on encounters: entered by hand, changed, joined, parted, told apart."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from comity.data.vocabulary import EncounterKind
from comity.errors import RecordError
from comity.keeping.attending import Attendee, attending, check_country
from comity.keeping.checking import cannot, check_period
from comity.keeping.contacts import BY_PERSON, refresh
from comity.keeping.entries import said_of, write_entries
from comity.keeping.projection import newest
from comity.keeping.standing import AccountPin, standing_on
from comity.model.contact import Status
from comity.model.json_form import item_to_json
from comity.model.judgement import Json, Judgement
from comity.record import View, Work
from comity.record.encounters import (
    KeptAccount,
    KeptEncounter,
    accounts_in,
    accounts_of,
    add_encounter,
    drop_accounts,
    get_encounter,
    move_accounts,
)
from comity.record.entries import (
    account_places,
    encounters_there,
    put_back,
    restore_encounter,
)
from comity.record.items import get_items
from comity.record.judgements import add_judgement, of_kinds
from comity.record.merges import unname_by_hand
from comity.record.reports import revisions
from comity.record.reviewing import decide, move_proposals, open_between


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """An encounter as an office enters it.

    `date` and `end` are ISO dates, as precise as known; `sides` countries (alpha-3); `topics` the
    agenda; `note` is private: it is shown, and never given out.
    """

    kind: EncounterKind
    date: str | None
    end: str | None = None
    status: Status = "planned"
    sides: tuple[str, ...] = ()
    participants: tuple[Attendee, ...] = ()
    place: str | None = None
    topics: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entered:
    """An encounter that was entered: its id, the actors that were new to the record, and those of
    whom it is not known for which country they stand."""

    encounter: int
    judgement: Judgement
    new_actors: tuple[str, ...]
    sideless: tuple[str, ...]


def enter(work: Work, entry: Entry, *, why: str = "") -> Entered:
    """Enter an encounter by hand. Reports that tell of it join it when they come in.

    Raises:
        RecordError: C409 a name that several actors have, C411 nobody takes part.
        UsageError: C325 a side that is no country, C326 a date that is none.
    """
    check_period(entry.date, entry.end)
    forms, new = attending(work, entry.sides, entry.participants)
    if not forms:
        raise cannot("an encounter needs sides or participants")
    encounter = add_encounter(work, entry.kind)
    after: Json = {
        "kind": entry.kind,
        "status": entry.status,
        "date": entry.date,
        "end": entry.end,
        "place": entry.place,
        "topics": list(entry.topics),
        "note": entry.note,
        "participants": forms,
    }
    judgement = add_judgement(work, "enter", why=why, encounter=encounter, after=after)
    write_entries(work, encounter)
    refresh(work, [encounter])
    return Entered(
        encounter=encounter,
        judgement=judgement,
        new_actors=new,
        sideless=tuple(form["name"] for form in forms if form["side"] is None),
    )


def change(
    work: Work, encounter_id: int, changes: Mapping[str, Any], *, why: str = ""
) -> Judgement:
    """Set some of `entries.SETTABLE` of an encounter. What a person sets goes before reports; only
    a plan may still be told as held by a report that comes later.

    Raises:
        RecordError: C408 no such encounter, C411 nothing would change.
        UsageError: C325 a host that is no country, C326 a date that is none.
    """
    kept = _encounter(work, encounter_id)
    before = _shown(kept)
    check_period(changes.get("date", kept.start), changes.get("end"))
    check_country(changes.get("host"), "host")
    new = {name: value for name, value in changes.items() if before.get(name) != value}
    if not new:
        raise cannot(f"encounter {kept.id} is so already")
    own = accounts_of(work, [kept.id]).get(kept.id, [])
    items, accounts = _as_they_stand(work, own, into=kept.id)
    judgement = add_judgement(
        work,
        "change",
        why=why,
        encounter=kept.id,
        before={"items": items, "values": {name: before.get(name) for name in new}},
        after={**new, "accounts": accounts},
    )
    _settle(work, accounts, also=[kept.id])
    return judgement


def join_encounters(work: Work, one: int, other: int, *, why: str = "") -> Judgement:
    """Say that two encounters are one. One that was entered by hand takes the other in, else the
    one that more reports tell of; the judgement names it first.

    Raises RecordError: C408 no such encounter, C411 it is itself, or they were told apart.
    """
    first, second = _encounter(work, one), _encounter(work, other)
    if first.id == second.id:
        raise cannot(f"encounters {one} and {other} are one already")
    for judgement in of_kinds(work, ["apart"]):
        if {judgement.encounter, judgement.other_encounter} == {first.id, second.id}:
            raise cannot(
                f"judgement {judgement.id} tells them apart; take it back first: comity judge "
                f"undo {judgement.id}"
            )
    keeper, gone = sorted((first, second), key=lambda e: (not e.entered, -e.reports, e.id))
    told = accounts_of(work, [keeper.id, gone.id])
    items, accounts = _as_they_stand(work, [*told[keeper.id], *told[gone.id]], into=keeper.id)
    joined = add_judgement(
        work,
        "join",
        why=why,
        encounter=keeper.id,
        other_encounter=gone.id,
        before={"items": items, "values": _shown(gone)},
        after={"accounts": accounts},
    )
    decide(work, open_between(work, "encounter", [keeper.id], [gone.id]), "accepted", joined.id)
    move_proposals(work, gone.id, keeper.id)
    drop_accounts(work, [account.id for account in told[gone.id] if account.report is None])
    _settle(work, accounts, also=[gone.id])
    return joined


def split(work: Work, encounter_id: int, reports: Sequence[int], *, why: str = "") -> Judgement:
    """Say that reports tell of another encounter, a new one; the judgement names it second.

    Raises RecordError: C408 no such encounter, or no such report of it; C411 nothing would be left.
    """
    kept = _encounter(work, encounter_id)
    own = accounts_of(work, [kept.id]).get(kept.id, [])
    leaving = [account for account in own if account.report in reports]
    missing = sorted(set(reports) - {account.report for account in own})
    if missing:
        raise RecordError(
            "C408",
            f"report {missing[0]} does not tell of encounter {kept.id}",
            where="encounter",
        )
    if len(leaving) == len(own):
        raise cannot(f"nothing would be left of encounter {kept.id}")
    new = add_encounter(work, leaving[0].kind)
    items, accounts = _as_they_stand(work, own, into=kept.id)
    for one in accounts:
        if one["report"] in reports:
            one["encounter"] = new
    judgement = add_judgement(
        work,
        "split",
        why=why,
        encounter=kept.id,
        other_encounter=new,
        before={"items": items},
        after={"accounts": accounts},
    )
    _settle(work, accounts)
    return judgement


def tell_encounters_apart(work: Work, one: int, other: int, *, why: str = "") -> Judgement:
    """Say that two encounters are two: they are not proposed as one any more.

    Raises RecordError: C408 no such encounter, C411 they are one.
    """
    first, second = _encounter(work, one), _encounter(work, other)
    if first.id == second.id:
        raise cannot(f"encounters {one} and {other} are one; split it, or take back the joining")
    told = accounts_of(work, [first.id, second.id])
    items, accounts = [], []
    for encounter in (first.id, second.id):
        own_items, own_accounts = _as_they_stand(work, told[encounter], into=encounter)
        items += own_items
        accounts += own_accounts
    judgement = add_judgement(
        work,
        "apart",
        why=why,
        encounter=first.id,
        other_encounter=second.id,
        before={"items": items},
        after={"accounts": accounts},
    )
    decide(work, open_between(work, "encounter", [first.id], [second.id]), "declined", judgement.id)
    _settle(work, accounts)
    return judgement


def take_back(work: Work, judgement: Judgement) -> None:
    """Let encounters be as they were without a judgement that is no longer in force."""
    touched = [e for e in (judgement.encounter, judgement.other_encounter) if e is not None]
    if judgement.kind == "enter":
        for form in (judgement.after or {}).get("participants", ()):
            if form.get("entered"):
                unname_by_hand(work, form["actor"], form["name"])
    if judgement.kind == "join" and judgement.other_encounter is not None:
        restore_encounter(
            work, judgement.other_encounter, (judgement.before or {})["values"]["kind"]
        )
    _settle(work, (judgement.after or {}).get("accounts", ()), also=touched, back=True)


def find_joined(view: View, encounter_id: int) -> int | None:
    """The encounter that another one was joined into, if it was."""
    for judgement in reversed(of_kinds(view, ["join"])):
        if judgement.other_encounter == encounter_id:
            return judgement.encounter
    return None


def _encounter(view: View, encounter_id: int) -> KeptEncounter:
    """An encounter, or the one that it was joined into. Raises RecordError (C408)."""
    seen = {encounter_id}
    while not encounters_there(view, [encounter_id]):
        joined = find_joined(view, encounter_id)
        if joined is None or joined in seen:
            break
        seen.add(joined)
        encounter_id = joined
    return get_encounter(view, encounter_id)


def _shown(kept: KeptEncounter) -> Json:
    return {
        "kind": kept.kind,
        "status": kept.status,
        "date": kept.start,
        "end": kept.end,
        "place": kept.place,
        "host": kept.host,
        "level": kept.level,
        "topics": list(kept.agenda),
        "note": kept.note,
    }


def _as_they_stand(
    view: View, accounts: Sequence[KeptAccount], *, into: int
) -> tuple[list[Json], list[Json]]:
    """The items of reports' accounts, and the accounts with the encounter that they belong to."""
    told = [account for account in accounts if account.report is not None]
    kept = get_items(view, [account.item for account in told if account.item is not None])
    items, placed = [], []
    for account in told:
        item = kept.get(account.item) if account.item is not None else None
        where: Json = {
            "report": account.report,
            "field": item.item.field if item else None,
            "key": item.item.key if item else None,
        }
        if item is not None:
            items.append({**where, "form": item_to_json(item.item.value)})
        placed.append(
            {**where, "words": account.words, "encounter": into, "from": account.encounter}
        )
    return items, placed


def _settle(
    work: Work, accounts: Iterable[Json], *, also: Iterable[int] = (), back: bool = False
) -> None:
    """Put accounts where judgements in force say, or `back` where they were without one, and bring
    all encounters that this touches up to date."""
    named = set(also)
    touched = list(named)
    for one in accounts:
        report = newest(work, one["report"])
        account = _find(work, report, one)
        if account is None:
            continue
        touched.append(account.encounter)
        pin = _pin(work, report, one)
        if pin is not None:
            restore_encounter(work, pin.encounter, account.kind)
            move_accounts(work, [account.id], pin.encounter, reason=BY_PERSON)
            touched.append(pin.encounter)
        elif back:
            restore_encounter(work, one["from"], account.kind)
            put_back(work, [account.id], one["from"], reason=account.reason)
            touched.append(one["from"])
    there = encounters_there(work, touched)
    said = said_of(work, there)
    entries = accounts_of(work, there)
    for encounter in sorted(there):
        by_hand = any(account.report is None for account in entries.get(encounter, ()))
        if encounter in said or encounter in named or by_hand:
            write_entries(work, encounter)
    refresh(work, sorted(there))


def _find(view: View, report: int, one: Json) -> KeptAccount | None:
    """The account of a report that a judgement names by its item or its words."""
    places = {place.id: place for place in account_places(view, report)}
    for account in accounts_in(view, report):
        place = places[account.id]
        if one["key"] is None:
            if place.key is None and account.words == one["words"]:
                return account
        elif (place.field, place.key) == (one["field"], one["key"]):
            return account
    return None


def _pin(view: View, report: int, one: Json) -> AccountPin | None:
    for pin in standing_on(view, revisions(view, report)).accounts:
        if one["key"] is None:
            if pin.key is None and pin.words == one["words"]:
                return pin
        elif (pin.field, pin.key) == (one["field"], one["key"]):
            return pin
    return None
