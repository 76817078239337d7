"""Which actors of record the names of a report are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import chain

from comity.actors import mentions_of, name_keys, resolve
from comity.model.actor import Mention, Resolved
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
from comity.record.proposals import propose

#: What is longer is no name; PostgreSQL would refuse to index it.
LONGEST_NAME = 300


def name_actors(
    work: Work, report_id: int, reading: Reading, *, fresh: bool = False
) -> dict[str, KeptMention]:
    """Find or make the actors that a reading names, and keep which they are.

    A name that the report had before stays with its actor. What a person parted from an actor
    goes to the actor that the person named. Doubtful matches are proposed. A `fresh` report has no
    names yet.
    """
    mentions = [m for m in mentions_of(reading) if len(m.name) <= LONGEST_NAME]
    before = {} if fresh else mentions_in(work, report_id)
    pins = {} if fresh else _pins(work, report_id)
    unknown, stays = [], set()
    for mention in mentions:
        known = before.get(mention.name)
        pinned = pins.get(mention.name)
        same = known is not None and (known.kind, known.country) == (mention.kind, mention.country)
        if known is not None and same and (pinned is None or known.actor == pinned):
            stays.add(mention.name)
        else:
            unknown.append(mention)
    if before:
        drop_mentions(work, report_id, [name for name in before if name not in stays])
    if unknown:
        _add(work, report_id, unknown, pins)
    return mentions_in(work, report_id)


def kept_apart(view: View) -> Mapping[int, frozenset[int]]:
    """The actors that people told from one another."""
    apart: dict[int, set[int]] = defaultdict(set)
    for judgement in of_kinds(view, ["apart", "part"]):
        if judgement.actor is not None and judgement.other is not None:
            apart[judgement.actor].add(judgement.other)
            apart[judgement.other].add(judgement.actor)
    return {actor: frozenset(others) for actor, others in apart.items()}


def _pins(view: View, report_id: int) -> dict[str, int]:
    """Names of the report that a person gave to another actor."""
    pins: dict[str, int] = {}
    for judgement in of_kinds(view, ["part"]):
        names = (judgement.after or {}).get("names", {})
        for name in names.get(str(report_id), ()):
            if judgement.other is not None:
                pins[name] = judgement.other
    return pins


def _add(work: Work, report_id: int, mentions: Sequence[Mention], pins: Mapping[str, int]) -> None:
    keys_of = (name_keys(m.name, m.kind, m.country) for m in mentions)
    directory = ActorDirectory(work, chain.from_iterable(keys_of), apart=kept_apart(work))
    resolved = [_pinned(r, pins) for r in resolve(mentions, directory)]
    rows, keys, identifiers, doubts = [], [], [], []
    made: dict[tuple[str, str | None, str], int] = {}
    for each in resolved:
        mention = each.mention
        actor = each.actor
        if actor is None:
            one = mention.kind, mention.country, mention.name
            if one not in made:
                made[one] = add_actor(
                    work, kind=mention.kind, country=mention.country, name=mention.name
                )
            actor = made[one]
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
    propose(work, "actor", doubts, report=report_id)


def _pinned(resolved: Resolved, pins: Mapping[str, int]) -> Resolved:
    actor = pins.get(resolved.mention.name)
    if actor is None:
        return resolved
    return replace(resolved, actor=actor, score=1.0, reason="a person said so", doubts=())
