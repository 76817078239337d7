"""What one reading tells of contact, as accounts that can be joined with those of other reports."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from comity.joining import capacity, venue
from comity.joining.announced import announced
from comity.model.contact import Account, Level, Participant
from comity.model.reading import Encounter, Evidence, Office, Reading

#: A name of the reading -> the actor's id of record, its kind and its country; None for no actor.
ActorOf = Callable[[str], tuple[int, str, str | None] | None]
_HEIGHT = {"officials": 0, "ministers": 1, "leaders": 2}
_MOST_WORDS = 600


def accounts_of(
    reading: Reading,
    actor_of: ActorOf,
    *,
    report: int,
    publisher_country: str | None,
    text: str,
) -> tuple[Account, ...]:
    """The encounters that a reading tells of, then those that it announces.

    `report` is the report's id in the record, `text` the text that the evidence points into.
    """
    takes_part = _Cast(reading, actor_of)
    topics = tuple(item.topic for item in reading.topics)
    found: list[Account] = []
    for encounter in _once(reading.encounters):
        participants = takes_part.all(encounter.parties)
        if participants:
            found.append(
                Account(
                    report=report,
                    kind=encounter.kind,
                    status="held",
                    date=encounter.date,
                    published=reading.report.published,
                    place=encounter.place,
                    publisher_country=publisher_country,
                    participants=participants,
                    topics=topics,
                    words=words_of(text, encounter.evidence),
                    evidence=encounter.evidence,
                )
            )
    for plan in announced(reading, text):
        participants = takes_part.all(plan.parties)
        sides = {one.side for one in participants if one.side}
        abroad = venue.country_of(plan.place)
        if len(sides | ({abroad} if abroad else set())) < 2:
            continue
        account = Account(
            report=report,
            kind=plan.kind,
            status=plan.status,
            date=plan.date,
            published=reading.report.published,
            place=plan.place,
            publisher_country=publisher_country,
            participants=participants,
            topics=topics,
            words=words_of(text, plan.evidence),
            evidence=plan.evidence,
        )
        if not any(_is_told(account, other) for other in found):
            found.append(account)
    return tuple(found)


def words_of(text: str, evidence: Evidence) -> str:
    """The words of the evidence, on one line."""
    return " … ".join(" ".join(text[start:end].split()) for start, end in evidence)[:_MOST_WORDS]


class _Cast:
    """The people and bodies of a reading, in the capacity that it gives them."""

    def __init__(self, reading: Reading, actor_of: ActorOf) -> None:
        self._actor_of = actor_of
        self._kinds = {body.name: body.kind for body in reading.bodies}
        self._offices: dict[str, list[Office]] = {}
        for office in reading.offices:
            self._offices.setdefault(office.person, []).append(office)
        self._bodies: dict[str, list[str]] = {}
        for membership in reading.memberships:
            self._bodies.setdefault(membership.member, []).append(membership.body)

    def all(self, names: Iterable[str]) -> tuple[Participant, ...]:
        """Those of the names that are actors, each once."""
        found: dict[int, Participant] = {}
        for name in names:
            actor = self._actor_of(name)
            if actor is None or actor[0] in found:
                continue
            id, kind, country = actor
            if kind == "person":
                found[id] = self._person(name, id, country)
            else:
                found[id] = Participant(
                    actor=id,
                    name=name,
                    kind=kind,
                    side=country,
                    sector="government" if kind == "country" else capacity.sector("", kind),
                )
        return tuple(found.values())

    def _person(self, name: str, id: int, country: str | None) -> Participant:
        office = self._highest(self._offices.get(name, ()))
        if office is None:
            bodies = self._bodies.get(name, [])
            kinds = [self._kinds[body] for body in bodies if body in self._kinds]
            sectors = [s for s in (capacity.sector("", kind) for kind in kinds) if s != "other"]
            return Participant(
                actor=id,
                name=name,
                kind="person",
                side=country,
                sector=sectors[0] if sectors else None,
            )
        kind = self._kinds.get(office.body) if office.body else None
        title = f"{office.title}, {office.body}" if office.body and kind else office.title
        return Participant(
            actor=id,
            name=name,
            kind="person",
            side=country,
            capacity=title,
            sector=capacity.sector(office.title, kind),
        )

    def _highest(self, offices: Sequence[Office]) -> Office | None:
        """The office by which somebody is known: the highest, the first named of equals."""
        ranked = [(_HEIGHT[self._rank(office)], -at) for at, office in enumerate(offices)]
        return offices[-max(ranked)[1]] if ranked else None

    def _rank(self, office: Office) -> Level:
        kind = self._kinds.get(office.body) if office.body else None
        body = f", {office.body}" if office.body and kind else ""
        return capacity.rank(office.title + body, kind)


def _once(encounters: Sequence[Encounter]) -> list[Encounter]:
    """Encounters without those that another one of the reading tells more fully."""
    kept: list[Encounter] = []
    for one in sorted(encounters, key=lambda e: (-len(e.parties), e.date is None)):
        at = next((at for at, other in enumerate(kept) if _is_part(one, other)), None)
        if at is None:
            kept.append(one)
        else:
            kept[at] = replace(
                kept[at],
                place=kept[at].place or one.place,
                date=kept[at].date or one.date,
                evidence=(*kept[at].evidence, *one.evidence),
            )
    order = {id(encounter): at for at, encounter in enumerate(encounters)}
    return sorted(kept, key=lambda e: order.get(id(e), 0))


def _is_part(one: Encounter, other: Encounter) -> bool:
    """Whether `one` says nothing that `other` does not."""
    return (
        one.kind == other.kind
        and set(one.parties) <= set(other.parties)
        and len(one.parties) >= min(2, len(other.parties))
        and (one.date is None or one.date == other.date)
        and (one.place is None or other.place is None or one.place == other.place)
    )


def _is_told(plan: Account, held: Account) -> bool:
    """Whether a plan is what the same report tells as held, or another plan of it."""
    actors = {one.actor for one in plan.participants}
    same = actors <= {one.actor for one in held.participants}
    return same and plan.kind == held.kind and (plan.date is None or plan.date == held.date)
