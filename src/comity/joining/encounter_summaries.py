"""One encounter as all its accounts show it, and who tells what."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from comity.data.vocabulary import EncounterKind
from comity.joining import capacity, venue
from comity.model.contact import Account, Channel, KnownEncounter, Level, Participant, Status


@dataclass(frozen=True, slots=True, kw_only=True)
class Attendance:
    """A participant, in the capacity of that day, and the reports that name them.

    `told_by` is empty for somebody whom only the hand-made entry names.
    """

    participant: Participant
    told_by: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EncounterSummary:
    """What is known of an encounter.

    `start` and `end` are ISO dates; `day_told` is False where no report tells the day and that of
    the first publication stands in. `host` is the country (alpha-3) where it took place, `visiting`
    the other sides; for calls there is no host. `tellers` are the countries whose publishers report
    it.
    """

    kind: EncounterKind
    status: Status
    start: str | None
    end: str | None
    day_told: bool
    place: str | None
    host: str | None
    visiting: tuple[str, ...]
    level: Level | None
    channel: Channel | None
    participants: tuple[Attendance, ...]
    topics: tuple[str, ...]
    tellers: tuple[str, ...]


def summary(accounts: Sequence[Account], entered: KnownEncounter | None = None) -> EncounterSummary:
    """The accounts of one encounter as one, with what a person entered by hand.

    Needs at least one account or an entry; an entry's kind and place count before reports', and
    reports that it was held before its plan. Raises ValueError without either.
    """
    if not accounts and entered is None:
        raise ValueError("an encounter needs an account or an entry")
    status = _status(accounts, entered)
    # Once it was held, what was planned tells neither its day nor its place.
    telling = [one for one in accounts if one.status == status] or list(accounts)
    kind = entered.kind if entered else _kind(telling)
    start, end, told = _period(telling, entered, status)
    place = None if kind == "call" else _place(telling, entered)
    present = _attendance(telling, accounts, entered)
    people = [one.participant for one in present]
    host = None if kind == "call" else _host(place, people)
    sides = sorted({one.side for one in people if one.side})
    return EncounterSummary(
        kind=kind,
        status=status,
        start=start,
        end=end,
        day_told=told,
        place=place,
        host=host,
        visiting=tuple(side for side in sides if side != host) if host else (),
        level=capacity.level(people),
        channel=capacity.channel(people),
        participants=present,
        topics=tuple(dict.fromkeys(topic for one in telling for topic in one.topics)),
        tellers=tuple(sorted({a.publisher_country for a in accounts if a.publisher_country})),
    )


def _status(accounts: Sequence[Account], entered: KnownEncounter | None) -> Status:
    """Held, once any report tells so; else what the latest report says."""
    if any(one.status == "held" for one in accounts) or (entered and entered.status == "held"):
        return "held"
    if not accounts:
        assert entered is not None
        return entered.status
    return max(accounts, key=lambda one: (one.published or "", one.report)).status


def _kind(accounts: Sequence[Account]) -> EncounterKind:
    """The kind that most reports give, the first one's where they are equal."""
    return Counter(one.kind for one in accounts).most_common(1)[0][0]


def _period(
    accounts: Sequence[Account], entered: KnownEncounter | None, status: Status
) -> tuple[str | None, str | None, bool]:
    """First and last day, and whether anybody told them."""
    told = [one.date for one in accounts if one.date]
    exact = [day for day in told if len(day) >= 10]
    if entered and entered.start and not (status == "held" and exact):
        return entered.start, entered.end, True
    if exact:
        counted = Counter(exact)
        most = max(counted.values())
        start = min(day for day, times in counted.items() if times == most)
        return start, None, True
    if told:
        return max(told, key=len), None, True
    if status != "held":
        return None, None, False
    published = sorted(one.published for one in accounts if one.published)
    return (published[0] if published else None), None, False


def _place(accounts: Iterable[Account], entered: KnownEncounter | None) -> str | None:
    """The entry's place, else the one told most often, those in a known country first."""
    if entered and entered.place:
        return entered.place
    counted = Counter(one.place for one in accounts if one.place)
    ranked = sorted(counted, key=lambda one: (venue.country_of(one) is None, -counted[one]))
    return ranked[0] if ranked else None


def _host(place: str | None, people: Iterable[Participant]) -> str | None:
    """The side on whose ground they met, or the country where the place lies."""
    country = venue.country_of(place)
    if country == "BEL" and place and "EUR" in {one.side for one in people}:
        return "EUR"
    return country


def _attendance(
    telling: Sequence[Account], accounts: Sequence[Account], entered: KnownEncounter | None
) -> tuple[Attendance, ...]:
    """Each participant once, with the fullest capacity that was told."""
    found: dict[int, Participant] = {}
    told: dict[int, list[int]] = {}
    planned = entered.participants if entered else ()
    held = any(one.status == "held" for one in telling)
    for one, report in [
        *((p, account.report) for account in telling for p in account.participants),
        *((p, None) for p in planned),
    ]:
        before = found.get(one.actor)
        found[one.actor] = _fuller(before, one) if before else one
        reports = told.setdefault(one.actor, [])
        if report is not None and report not in reports:
            reports.append(report)
    if not held:
        for account in accounts:
            for one in account.participants:
                found.setdefault(one.actor, one)
                if account.report not in told.setdefault(one.actor, []):
                    told[one.actor].append(account.report)
    return tuple(
        Attendance(participant=one, told_by=tuple(told[actor])) for actor, one in found.items()
    )


def _fuller(one: Participant, other: Participant) -> Participant:
    """What two mentions of one participant tell together."""
    longer = other if len(other.capacity) > len(one.capacity) else one
    return replace(
        longer,
        name=max(one.name, other.name, key=len),
        side=one.side or other.side,
        sector=longer.sector or one.sector or other.sector,
    )
