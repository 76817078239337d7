"""Which encounters of record a report's accounts tell of."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from comity.joining.accounts import accounts_of
from comity.joining.encounter_summaries import summary
from comity.joining.encounters import join
from comity.model.contact import Account, KnownEncounter
from comity.model.judgement import Item
from comity.model.reading import Reading
from comity.record import Work
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
    get_encounter,
    set_together,
)
from comity.record.encounters import accounts_in as kept_accounts_in
from comity.record.encounters import accounts_of as kept_accounts_of
from comity.record.proposals import propose
from comity.record.reports import KeptReport

#: How far from an account's day an encounter may lie that it tells of: a plan lies ahead.
DAYS_BEFORE = 60
DAYS_AFTER = 60


@dataclass(frozen=True, slots=True)
class Earlier:
    """Where an item's account stood before its report was read or judged anew."""

    encounter: int
    pinned: bool
    reason: str


def clear_contacts(work: Work, report_id: int, *, for_good: bool = False) -> dict[int, Earlier]:
    """Take a report's accounts away; where they stood, by item.

    Encounters without accounts stay for now, unless it is `for_good`: `write_contacts` fills or
    drops them.
    """
    accounts = kept_accounts_in(work, report_id)
    drop_accounts(work, [account.id for account in accounts])
    if for_good:
        refresh(work, [account.encounter for account in accounts])
    return {
        account.item: Earlier(account.encounter, account.pinned, account.reason)
        for account in accounts
        if account.item is not None
    }


def write_contacts(
    work: Work,
    kept: KeptReport,
    reading: Reading,
    items: Sequence[Item],
    ids: Mapping[tuple[str, str], int],
    mentions: Mapping[str, KeptMention],
    *,
    earlier: Mapping[int, Earlier],
) -> None:
    """Join what a report tells of contact with the encounters of record."""

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
    touched = [place.encounter for place in earlier.values()]
    for account in accounts:
        item = _item_of(account, items, ids)
        touched.append(_write_account(work, account, item, earlier.get(item or 0)))
        refresh(work, touched[-1:])
    refresh(work, touched[: len(earlier)])


def refresh(work: Work, encounters: Iterable[int]) -> None:
    """Bring encounters up to what their accounts come to; those without accounts go."""
    ids = list(dict.fromkeys(encounters))
    told = kept_accounts_of(work, ids)
    for encounter_id in ids:
        accounts = told.get(encounter_id, [])
        if accounts:
            set_together(work, encounter_id, together(encounter_id, accounts))
        else:
            drop_encounter(work, encounter_id)


def together(encounter_id: int, accounts: Sequence[KeptAccount]) -> Together:
    """What the accounts of an encounter come to, with what a person entered."""
    told = [account_value(account) for account in accounts if account.report is not None]
    entries = [account for account in accounts if account.report is None]
    entered = _entered(encounter_id, entries[-1]) if entries else None
    known = summary(told, entered)
    people = tuple(each.participant for each in known.participants)
    sides = tuple(dict.fromkeys(p.side for p in people if p.side))
    published = sorted(account.published for account in told if account.published)
    return Together(
        kind=known.kind,
        status=known.status,
        start=known.start if known.day_told else None,
        end=known.end,
        day=known.start or (published[0] if published else None),
        place=known.place,
        host=known.host,
        level=known.level,
        channel=known.channel,
        sides=sides,
        visiting=known.visiting,
        participants=people,
    )


def _entered(encounter_id: int, entry: KeptAccount) -> KnownEncounter:
    return KnownEncounter(
        id=encounter_id,
        kind=entry.kind,
        status=entry.status,
        start=entry.date,
        end=entry.end,
        place=entry.place,
        entered=True,
        participants=entry.participants,
        accounts=(),
    )


def _write_account(work: Work, account: Account, item: int | None, before: Earlier | None) -> int:
    """Add an account to the encounter that it tells of, an old or a new one; its id."""
    if before is not None and before.pinned:
        add_account(work, before.encounter, account, item=item, reason=before.reason, pinned=True)
        return before.encounter
    first, last = _window(account)
    joined = join(account, candidates(work, account, first=first, last=last))
    encounter_id = joined.encounter
    reason = joined.reason if encounter_id is not None else ""
    if encounter_id is None:
        if before is not None and _is_empty(work, before.encounter):
            encounter_id = before.encounter
        else:
            encounter_id = add_encounter(work, account.kind)
    add_account(work, encounter_id, account, item=item, reason=reason)
    doubts = [(encounter_id, other, score, why) for other, score, why in joined.doubts]
    propose(work, "encounter", doubts, report=account.report)
    return encounter_id


def _is_empty(work: Work, encounter_id: int) -> bool:
    get_encounter(work, encounter_id)
    return not kept_accounts_of(work, [encounter_id]).get(encounter_id)


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


def _item_of(
    account: Account, items: Sequence[Item], ids: Mapping[tuple[str, str], int]
) -> int | None:
    """The item that an account was made of: an encounter, or a planned event."""
    for field in ("encounters", "milestones"):
        for item in items:
            if item.field == field and item.evidence[:1] == account.evidence[:1]:
                if item.status != "rejected" and item.evidence:
                    return ids[item.field, item.key]
    return None
