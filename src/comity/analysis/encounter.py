"""One encounter: what all reports of it come to, and each side's account beside the others."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from comity.analysis.commitments import Asked, Undertaking, ledger
from comity.model.contact import Participant, Status
from comity.model.judgement import Judgement
from comity.record import View
from comity.record.encounters import KeptAccount, accounts_of, get_encounter
from comity.record.judgements import on_encounters
from comity.record.sources import Source, sources
from comity.record.statements import Said, said_in
from comity.record.timeline import Contact, contacts_by_id


@dataclass(frozen=True, slots=True, kw_only=True)
class Capacity:
    """How one account names a participant."""

    name: str
    capacity: str
    report: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Present:
    """A participant, the reports that name them, and as what each does; `entered` if the entry by
    hand names them."""

    participant: Participant
    reports: tuple[int, ...]
    told_as: tuple[Capacity, ...]
    entered: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One account: what one report says, in its words. `source` is None for what a person entered
    by hand; `reason` says why it was joined with the others."""

    id: int
    source: Source | None
    status: Status
    date: str | None
    place: str | None
    participants: tuple[str, ...]
    topics: tuple[str, ...]
    words: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OnlyTold:
    """What only the publishers of one country tell of an encounter that others tell of, too."""

    teller: str
    participants: tuple[str, ...]
    places: tuple[str, ...]
    topics: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EncounterPage:
    """An encounter of record.

    `only` is empty unless publishers of two countries tell of it. `agenda` and `note` are what a
    person entered; the note is private. `statements` and `commitments` are those of participants
    and their sides in these reports.
    """

    encounter: Contact
    agenda: tuple[str, ...]
    note: str
    participants: tuple[Present, ...]
    accounts: tuple[Told, ...]
    only: tuple[OnlyTold, ...]
    statements: tuple[Said, ...]
    statements_total: int
    commitments: tuple[Undertaking, ...]
    commitments_total: int
    history: tuple[Judgement, ...]


def encounter_page(view: View, encounter_id: int, *, most: int = 50) -> EncounterPage:
    """All that the record knows of one encounter. Raises RecordError (C408)."""
    kept = get_encounter(view, encounter_id)
    contact = contacts_by_id(view, [encounter_id])[encounter_id]
    accounts = accounts_of(view, [encounter_id]).get(encounter_id, [])
    reports = tuple(dict.fromkeys(a.report for a in accounts if a.report is not None))
    told = sources(view, reports)
    actors = {one.actor for one in contact.participants}
    said = [each for each in said_in(view, reports) if each.actor in actors]
    promised = _promised(view, contact, reports)
    return EncounterPage(
        encounter=contact,
        agenda=kept.agenda,
        note=kept.note,
        participants=tuple(_present(one, accounts) for one in contact.participants),
        accounts=tuple(_told(account, told) for account in accounts),
        only=tuple(_only(accounts)),
        statements=tuple(said[:most]),
        statements_total=len(said),
        commitments=tuple(promised[:most]),
        commitments_total=len(promised),
        history=tuple(on_encounters(view, [encounter_id])),
    )


def _promised(view: View, contact: Contact, reports: Sequence[int]) -> list[Undertaking]:
    """Commitments in the reports to which a participant or their country is a party."""
    if not reports:
        return []
    actors = {one.actor for one in contact.participants}
    sides = set(contact.sides)
    return [
        each
        for each in ledger(view, Asked(reports=tuple(reports)), most=None).commitments
        if any(party.actor in actors or party.country in sides for party in (*each.by, *each.to))
    ]


def _present(one: Participant, accounts: Iterable[KeptAccount]) -> Present:
    named = [
        (account.report, p.name, p.capacity)
        for account in accounts
        for p in account.participants
        if p.actor == one.actor
    ]
    reports = [report for report, _, _ in named if report is not None]
    return Present(
        participant=one,
        reports=tuple(dict.fromkeys(reports)),
        told_as=tuple(
            Capacity(name=name, capacity=capacity, report=report)
            for report, name, capacity in dict.fromkeys(named)
        ),
        entered=len(reports) < len(named),
    )


def _told(account: KeptAccount, told: dict[int, Source]) -> Told:
    return Told(
        id=account.id,
        source=told.get(account.report) if account.report is not None else None,
        status=account.status,
        date=account.date,
        place=account.place,
        participants=tuple(p.name for p in account.participants),
        topics=account.topics,
        words=account.words,
        reason=account.reason,
    )


def _only(accounts: Iterable[KeptAccount]) -> list[OnlyTold]:
    by_teller: dict[str, list[KeptAccount]] = {}
    for account in accounts:
        if account.report is not None and account.publisher_country is not None:
            by_teller.setdefault(account.publisher_country, []).append(account)
    if len(by_teller) < 2:
        return []
    found = []
    for teller, own in sorted(by_teller.items()):
        others = [a for other, told in by_teller.items() if other != teller for a in told]
        known = {p.actor for account in others for p in account.participants}
        found.append(
            OnlyTold(
                teller=teller,
                participants=tuple(
                    {
                        p.actor: p.name
                        for account in own
                        for p in account.participants
                        if p.actor not in known
                    }.values()
                ),
                places=_new((a.place for a in own), (a.place for a in others)),
                topics=_new(
                    (topic for a in own for topic in a.topics),
                    (topic for a in others for topic in a.topics),
                ),
            )
        )
    return found


def _new(own: Iterable[str | None], others: Iterable[str | None]) -> tuple[str, ...]:
    known = set(others)
    return tuple(dict.fromkeys(each for each in own if each and each not in known))
