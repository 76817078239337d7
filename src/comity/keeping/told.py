"""What a report tells, as facts of the record: names become actors, countries are worked out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from comity.joining.deadlines import due
from comity.model.judgement import Item
from comity.model.reading import (
    Commitment,
    Event,
    Evidence,
    Membership,
    Milestone,
    Office,
    Reading,
    Statement,
    Tie,
)
from comity.record.actors import KeptMention
from comity.record.facts import (
    CommitmentFact,
    EventFact,
    Facts,
    MilestoneFact,
    PartyFact,
    PostFact,
    StatementFact,
    TieFact,
)


def facts_of(
    reading: Reading,
    items: Sequence[Item],
    ids: Mapping[tuple[str, str], int],
    mentions: Mapping[str, KeptMention],
) -> Facts:
    """The facts of a reading whose items have these ids."""
    day = reading.report.published
    cast = _Cast(mentions)
    kept = [(item.value, ids[item.field, item.key]) for item in items if item.status != "rejected"]
    return Facts(
        day=day,
        posts=tuple(cast.posts(value for value, _ in kept)),
        statements=tuple(
            StatementFact(
                item=item,
                actor=cast.actor(value.speaker),
                speaker=value.speaker,
                direct=value.direct,
                text=value.text,
            )
            for value, item in kept
            if isinstance(value, Statement)
        ),
        commitments=tuple(
            CommitmentFact(
                item=item,
                kind=value.kind,
                text=value.text,
                due=_due(value, reading, day),
                by=cast.parties(value.by),
                to=cast.parties(value.to),
            )
            for value, item in kept
            if isinstance(value, Commitment)
        ),
        ties=tuple(
            TieFact(
                item=item,
                kind=value.kind,
                since=value.since,
                parties=cast.parties(value.between),
            )
            for value, item in kept
            if isinstance(value, Tie)
        ),
        milestones=tuple(
            MilestoneFact(item=item, kind=value.kind, text=value.text, date=value.date)
            for value, item in kept
            if isinstance(value, Milestone)
        ),
        topics=tuple(dict.fromkeys(topic.topic for topic in reading.topics)),
        events=tuple(
            EventFact(item=item, source=value.source, target=value.target, type=value.type)
            for value, item in kept
            if isinstance(value, Event)
        ),
        countries=tuple(_countries(reading, mentions)),
    )


class _Cast:
    """The actors that the names of a report are."""

    def __init__(self, mentions: Mapping[str, KeptMention]) -> None:
        self._mentions = mentions

    def actor(self, name: str) -> int | None:
        """The actor of record that a name is."""
        mention = self._mentions.get(name)
        return mention.canonical if mention else None

    def parties(self, names: Iterable[str]) -> tuple[PartyFact, ...]:
        """The sides that names are."""
        found = []
        for name in dict.fromkeys(names):
            mention = self._mentions.get(name)
            country = mention.side if mention else None
            short = name[:300]
            found.append(PartyFact(name=short, actor=self.actor(name), country=country))
        return tuple(found)

    def posts(self, values: Iterable[object]) -> Iterator[PostFact]:
        """The offices and memberships of actors."""
        for value in values:
            if isinstance(value, Office):
                who, title = self.actor(value.person), value.title
            elif isinstance(value, Membership):
                who, title = self.actor(value.member), ""
            else:
                continue
            if who is not None:
                where = self.actor(value.body) if value.body else None
                yield PostFact(actor=who, title=title, body=value.body, body_actor=where)


def _due(commitment: Commitment, reading: Reading, day: str | None) -> str | None:
    """By when a commitment is to be kept: as it says, or as a dated milestone in it does."""
    told = due(commitment.text, day)
    if told is not None:
        return told
    for milestone in reading.milestones:
        if milestone.kind == "anniversary" or milestone.date is None:
            continue
        if milestone.text in commitment.text and _within(milestone.evidence, commitment.evidence):
            return milestone.date
    return None


def _within(inner: Evidence, outer: Evidence) -> bool:
    return any(a <= c and d <= b for c, d in inner for a, b in outer)


def _countries(reading: Reading, mentions: Mapping[str, KeptMention]) -> Iterator[str]:
    """The countries that a report deals with, each once."""
    found = [mention.side for mention in mentions.values()]
    for event in reading.events:
        found += [event.source, event.target]
    yield from dict.fromkeys(country for country in found if country)
