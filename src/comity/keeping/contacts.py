"""Which encounters of record a report's accounts tell of."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from comity.joining.accounts import accounts_of
from comity.joining.encounter_summaries import summary
from comity.joining.encounters import join
from comity.joining.venue import country_of
from comity.keeping.entries import NOTHING, Said, said_of
from comity.keeping.standing import AccountPin
from comity.model.contact import Account, KnownEncounter
from comity.model.judgement import Item
from comity.model.reading import Reading
from comity.record import View, Work
from comity.record.actors import KeptMention
from comity.record.encounters import (
    KeptAccount,
    Together,
    account_value,
    add_account,
    add_encounter,
    candidates,
    drop_accounts,
    drop_encounter,
    set_together,
)
from comity.record.encounters import accounts_in as kept_accounts_in
from comity.record.encounters import accounts_of as kept_accounts_of
from comity.record.entries import account_places, encounters_there, restore_encounter
from comity.record.proposals import propose
from comity.record.reports import KeptReport

#: How far from an account's day an encounter may lie that it tells of: a plan lies ahead.
DAYS_BEFORE = 60
DAYS_AFTER = 60
#: Why an account stands where a person put it.
BY_PERSON = "a person said so"


@dataclass(frozen=True, slots=True, kw_only=True)
class Earlier:
    """Where an account stood before its report was read or judged anew. `place` is the field and
    key of its item, if it has one."""

    encounter: int
    place: tuple[str, str] | None
    account: KeptAccount


def clear_contacts(work: Work, report_id: int) -> list[Earlier]:
    """Take a report's accounts away, and say where they stood.

    Encounters without accounts stay for now: `write_contacts` fills or drops them.
    """
    places = {place.id: place for place in account_places(work, report_id)}
    accounts = kept_accounts_in(work, report_id)
    drop_accounts(work, [account.id for account in accounts])
    found = []
    for account in accounts:
        field, key = places[account.id].field, places[account.id].key
        place = (field, key) if field is not None and key is not None else None
        found.append(Earlier(encounter=account.encounter, place=place, account=account))
    return found


def write_contacts(
    work: Work,
    kept: KeptReport,
    reading: Reading,
    items: Sequence[Item],
    ids: Mapping[tuple[str, str], int],
    mentions: Mapping[str, KeptMention],
    *,
    earlier: Sequence[Earlier],
    pins: Sequence[AccountPin],
) -> None:
    """Join what a report tells of contact with the encounters of record.

    An account that a person put somewhere stays there; one that stood alone in an encounter keeps
    it, unless it joins another now.
    """

    def actor_of(name: str) -> tuple[int, str, str | None] | None:
        mention = mentions.get(name)
        return (mention.canonical, mention.kind, mention.side) if mention else None

    accounts = accounts_of(
        reading,
        actor_of,
        report=kept.id,
        publisher_country=kept.publisher_country,
        text=kept.report.text,
    )
    placed = [(account, _place_of(account, items)) for account in accounts]
    before = _stood(placed, earlier)
    # Those that a person placed go first, so that the others find them there.
    pinned = {at: _pin(account, place, pins) for at, (account, place) in enumerate(placed)}
    touched = [one.encounter for one in earlier]
    for at in sorted(pinned, key=lambda at: pinned[at] is None):
        account, place = placed[at]
        item = ids[place] if place else None
        pin = pinned[at]
        if pin is not None:
            touched.append(_write_pinned(work, account, item, pin))
        else:
            touched.append(_write_account(work, account, item, before.get(at)))
        refresh(work, touched[-1:])
    refresh(work, touched[: len(earlier)])


def refresh(work: Work, encounters: Iterable[int]) -> None:
    """Bring encounters up to what their accounts come to; those without accounts go."""
    ids = list(dict.fromkeys(encounters))
    if not ids:
        return
    told = kept_accounts_of(work, ids)
    said = said_of(work, ids)
    for encounter_id in ids:
        accounts = told.get(encounter_id, [])
        if accounts:
            known = together(encounter_id, accounts, said.get(encounter_id, NOTHING))
            set_together(work, encounter_id, known)
        else:
            drop_encounter(work, encounter_id)


def together(encounter_id: int, accounts: Sequence[KeptAccount], said: Said) -> Together:
    """What the accounts of an encounter come to, with what people entered and set."""
    told = [said.as_told(account_value(a)) for a in accounts if a.report is not None]
    entries = [account for account in accounts if account.report is None]
    entered = _entered(encounter_id, entries) if entries else None
    known = summary(told, entered)
    people = tuple(each.participant for each in known.participants)
    # Who travels to a country visits it, whoever received them there.
    hosts = [known.host] if known.kind == "visit" and known.host else []
    sides = tuple(dict.fromkeys([*(p.side for p in people if p.side), *hosts]))
    published = sorted(account.published for account in told if account.published)
    start, end = (known.start if known.day_told else None), known.end
    if said.value("date") and not (known.status == "held" and said.status != "held" and start):
        start, end = said.value("date"), said.value("end")
    place = said.value("place") or known.place
    host = said.value("host") or (country_of(place) if said.value("place") else known.host)
    return Together(
        kind=said.value("kind") or known.kind,
        status=(said.status if said.is_final else None) or known.status,
        start=start,
        end=end,
        day=start or known.start or (published[0] if published else None),
        place=place,
        host=host,
        level=said.value("level") or known.level,
        channel=known.channel,
        sides=sides,
        visiting=tuple(side for side in sides if side != host) if host else (),
        participants=people,
    )


def _entered(encounter_id: int, entries: Sequence[KeptAccount]) -> KnownEncounter:
    last = entries[-1]
    people = {p.actor: p for entry in entries for p in entry.participants}
    return KnownEncounter(
        id=encounter_id,
        kind=last.kind,
        status=last.status,
        start=last.date,
        end=last.end,
        place=last.place,
        entered=True,
        participants=tuple(people.values()),
        accounts=(),
    )


def _stood(
    placed: Sequence[tuple[Account, tuple[str, str] | None]], earlier: Sequence[Earlier]
) -> dict[int, Earlier]:
    """Where the accounts stood before, by their place in the list: the likeliest first."""
    ranked = []
    for at, (account, place) in enumerate(placed):
        for order, one in enumerate(earlier):
            alike = _alike(account, place, one)
            if alike:
                ranked.append((-alike, at, order))
    found: dict[int, Earlier] = {}
    taken: set[int] = set()
    for _, at, order in sorted(ranked):
        if at not in found and order not in taken:
            found[at] = earlier[order]
            taken.add(order)
    return found


def _alike(account: Account, place: tuple[str, str] | None, one: Earlier) -> float:
    """How sure it is that an account is one that stood there before; 0 where it is another."""
    if place is not None and place == one.place:
        return 3.0
    if account.words == one.account.words and account.kind == one.account.kind:
        return 2.0
    here = {p.actor for p in account.participants}
    there = {p.actor for p in one.account.participants}
    shared = len(here & there) / len(here | there) if here | there else 0.0
    return shared if shared >= 0.5 and account.kind == one.account.kind else 0.0


def _pin(
    account: Account, place: tuple[str, str] | None, pins: Sequence[AccountPin]
) -> AccountPin | None:
    for pin in reversed(pins):
        if pin.key is None:
            if place is None and pin.words == account.words:
                return pin
        elif place == (pin.field, pin.key):
            return pin
    return None


def _write_pinned(work: Work, account: Account, item: int | None, pin: AccountPin) -> int:
    """Add an account to the encounter that a person put it into; the encounter's id."""
    restore_encounter(work, pin.encounter, account.kind)
    add_account(work, pin.encounter, account, item=item, reason=BY_PERSON, pinned=True)
    return pin.encounter


def _write_account(work: Work, account: Account, item: int | None, before: Earlier | None) -> int:
    """Add an account to the encounter that it tells of, an old or a new one; the encounter's id."""
    first, last = _window(account)
    known = candidates(work, account, first=first, last=last)
    called_off = _called_off(work, account, known)
    joined = join(account, [one for one in known if one.id not in called_off])
    encounter_id = joined.encounter
    reason = joined.reason if encounter_id is not None else ""
    doubts = list(joined.doubts)
    if encounter_id is None:
        if before is not None and _is_empty(work, before.encounter):
            encounter_id = before.encounter
        else:
            encounter_id = add_encounter(work, account.kind)
        maybe = join(account, [one for one in known if one.id in called_off])
        if maybe.encounter is not None:
            doubts.append((maybe.encounter, maybe.score, f"{maybe.reason}, but was called off"))
    add_account(work, encounter_id, account, item=item, reason=reason)
    pairs = [(encounter_id, other, score, why) for other, score, why in doubts]
    propose(work, "encounter", pairs, report=account.report)
    return encounter_id


def _called_off(view: View, account: Account, known: Sequence[KnownEncounter]) -> set[int]:
    """Encounters that did not take place as a person says, while the account tells of one held."""
    if account.status != "held":
        return set()
    ids = [one.id for one in known if one.status == "cancelled"]
    return {id for id, said in said_of(view, ids).items() if said.status == "cancelled"}


def _is_empty(work: Work, encounter_id: int) -> bool:
    there = encounters_there(work, [encounter_id])
    return bool(there) and not kept_accounts_of(work, [encounter_id]).get(encounter_id)


def _window(account: Account) -> tuple[str | None, str | None]:
    """The days between which an encounter may lie that the account tells of."""
    day = account.date or account.published
    if day is None:
        return None, None
    year, *rest = (int(part) for part in day.split("-"))
    first = date(year, rest[0] if rest else 1, rest[1] if len(rest) > 1 else 1)
    last = first if len(rest) > 1 else first + timedelta(days=31 if rest else 366)
    return (
        (first - timedelta(days=DAYS_BEFORE)).isoformat(),
        (last + timedelta(days=DAYS_AFTER)).isoformat(),
    )


def _place_of(account: Account, items: Sequence[Item]) -> tuple[str, str] | None:
    """Field and key of the item that an account was made of: an encounter, or a planned event."""
    for field in ("encounters", "milestones"):
        for item in items:
            if item.field == field and item.evidence[:1] == account.evidence[:1]:
                if item.status != "rejected" and item.evidence:
                    return item.field, item.key
    return None
