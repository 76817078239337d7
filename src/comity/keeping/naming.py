"""Which actors of record the names of a report are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import chain

from comity.actors import MemoryDirectory, mention_keys, mentions_of, resolve
from comity.model.actor import KnownActor, Mention, Resolved
from comity.model.reading import Reading
from comity.record import View, Work
from comity.record.actors import (
    ActorDirectory,
    KeptMention,
    add_actor,
    add_keys,
    add_mentions,
    drop_mentions,
    mentions_in,
)
from comity.record.judgements import of_kinds
from comity.record.merges import bearers_of, canonical_of, merged_into
from comity.record.proposals import propose

#: What is longer is no name; PostgreSQL would refuse to index it.
LONGEST_NAME = 300
#: An actor, another that it may be, how likely that is (0..1), and why.
_Doubt = tuple[int, int, float, str]


def name_actors(
    work: Work,
    report_id: int,
    reading: Reading,
    *,
    home: str | None,
    pins: Mapping[str, int],
    before: int | None,
) -> dict[str, KeptMention]:
    """Find or make the actors that a reading names, and keep which they are.

    A name that was there before stays with its actor. Doubtful matches are proposed.

    Args:
        home: the country of who published the report.
        pins: names that a person gave to an actor.
        before: the report that had names before: itself, an earlier revision, or none.
    """
    mentions = [m for m in mentions_of(reading, home=home) if len(m.name) <= LONGEST_NAME]
    old = mentions_in(work, before) if before is not None else {}
    stays: dict[str, KeptMention] = {}
    for mention in mentions:
        known, pin = old.get(mention.name), pins.get(mention.name)
        if known is None or (known.kind, known.country) != (mention.kind, mention.country):
            continue
        # What was pinned and is no longer was taken back: it is looked up again.
        if known.pinned == (pin is not None) and (pin is None or known.actor == pin):
            stays[mention.name] = known
    unknown = [mention for mention in mentions if mention.name not in stays]
    if before == report_id:
        drop_mentions(work, report_id, [name for name in old if name not in stays])
    else:
        add_mentions(work, report_id, list(stays.values()))
    if unknown:
        _add(work, report_id, unknown, pins)
    return mentions_in(work, report_id)


def forget_names(work: Work, report_id: int) -> None:
    """Forget whom a report names."""
    drop_mentions(work, report_id, mentions_in(work, report_id))


def kept_apart(view: View) -> Mapping[int, frozenset[int]]:
    """The actors that people told from one another, with those that were merged into them."""
    pairs = [
        (judgement.actor, judgement.other)
        for judgement in of_kinds(view, ["apart", "part"])
        if judgement.actor is not None and judgement.other is not None
    ]
    if not pairs:
        return {}
    canonical = canonical_of(view, [actor for pair in pairs for actor in pair])
    merged = merged_into(view, canonical.values())
    apart: dict[int, set[int]] = defaultdict(set)
    for pair in pairs:
        one, other = (
            {actor, canonical[actor], *merged.get(canonical[actor], ())} for actor in pair
        )
        for actor in one - other:
            apart[actor] |= other - one
        for actor in other - one:
            apart[actor] |= one - other
    return {actor: frozenset(others) for actor, others in apart.items()}


class _Merged:
    """A directory in which actors that people merged are one, under the names of all of them."""

    def __init__(self, view: View, directory: ActorDirectory) -> None:
        self._directory = directory
        self._canonical = canonical_of(view, directory.ids)

    def candidates(self, keys: Iterable[str]) -> Sequence[KnownActor]:
        """All actors that one of the keys finds, by falling number of mentions."""
        found = self._directory.candidates(keys)
        groups: dict[int, list[KnownActor]] = defaultdict(list)
        for actor in found:
            groups[self._canonical[actor.id]].append(actor)
        if len(groups) == len(found):
            return found
        merged = [_as_one(actors) for actors in groups.values()]
        return sorted(merged, key=lambda actor: (-actor.mentions, actor.id))

    def one_with(self, actor: int) -> list[int]:
        """The actors that were found and are one with this one."""
        root = self._canonical[actor]
        return [other for other, canonical in self._canonical.items() if canonical == root]


def _as_one(actors: Sequence[KnownActor]) -> KnownActor:
    """Actors that are one, as the one of them that is named most often."""
    first = actors[0]
    if len(actors) == 1:
        return first
    return replace(
        first,
        country=next((actor.country for actor in actors if actor.country), None),
        names=tuple(dict.fromkeys(name for actor in actors for name in actor.names)),
        posts=tuple(post for actor in actors for post in actor.posts),
        identifiers=tuple(dict.fromkeys(i for actor in actors for i in actor.identifiers)),
        mentions=sum(actor.mentions for actor in actors),
        apart=frozenset().union(*(actor.apart for actor in actors)),
    )


def _add(work: Work, report_id: int, mentions: Sequence[Mention], pins: Mapping[str, int]) -> None:
    keys_of = chain.from_iterable(map(mention_keys, mentions))
    directory = ActorDirectory(work, keys_of, apart=kept_apart(work))
    merged = _Merged(work, directory)
    resolved = [_pinned(r, pins) for r in resolve(mentions, merged)]
    rows, keys, identifiers, doubts = [], [], [], []
    made = _Made(work)
    for each in resolved:
        mention = each.mention
        actor = each.actor
        if actor is None:
            actor = made.actor(mention)
        elif mention.name not in pins:
            group = merged.one_with(actor)
            if len(group) > 1:
                # The one that had the name before, so that the merge can be taken back.
                actor = next(iter(bearers_of(work, mention.name, group)), actor)
        rows.append(
            KeptMention(
                name=mention.name,
                actor=actor,
                canonical=actor,
                kind=mention.kind,
                country=mention.country,
                home=None,
                score=each.score,
                reason=each.reason,
                pinned=mention.name in pins,
            )
        )
        keys += [(actor, key) for key in each.keys]
        identifiers += [(actor, scheme, value) for scheme, value in each.identifiers]
        doubts += [(actor, d.actor, d.score, d.reason) for d in each.doubts]
    add_keys(work, keys, identifiers)
    add_mentions(work, report_id, rows)
    propose(work, "actor", _undecided(work, doubts), report=report_id)


class _Made:
    """The actors that a report is the first to name; it may name one in two ways."""

    def __init__(self, work: Work) -> None:
        self._work = work
        self._directory = MemoryDirectory()
        self._ids: dict[int, int] = {}

    def actor(self, mention: Mention) -> int:
        """The actor that a mention is, made if need be; its id."""
        (resolved,) = resolve([mention], self._directory)
        here = self._directory.add(mention, resolved)
        if here not in self._ids:
            self._ids[here] = add_actor(
                self._work, kind=mention.kind, country=mention.country, name=mention.name
            )
        return self._ids[here]


def _undecided(view: View, doubts: Sequence[_Doubt]) -> list[_Doubt]:
    """Doubts that no person settled: neither merged the two nor told them apart."""
    if not doubts:
        return []
    canonical = canonical_of(view, [actor for doubt in doubts for actor in doubt[:2]])
    apart = kept_apart(view)
    return [
        (canonical[one], canonical[other], score, reason)
        for one, other, score, reason in doubts
        if canonical[one] != canonical[other] and other not in apart.get(one, ())
    ]


def _pinned(resolved: Resolved, pins: Mapping[str, int]) -> Resolved:
    actor = pins.get(resolved.mention.name)
    if actor is None:
        return resolved
    return replace(resolved, actor=actor, score=1.0, reason="a person said so", doubts=())
