"""A directory of actors in memory: for tests, benchmarks, and records that are not kept."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from comity.actors.keys import name_keys
from comity.model.actor import ActorKind, KnownActor, Mention, Post, Resolved, Scheme


@dataclass
class _Entry:
    kind: ActorKind
    country: str | None
    names: Counter[str] = field(default_factory=Counter)
    posts: dict[tuple[str, str | None], Post] = field(default_factory=dict)
    identifiers: dict[Scheme, str] = field(default_factory=dict)
    mentions: int = 0
    seen: KnownActor | None = None


class MemoryDirectory:
    """Actors that are added one after the other; ids count from 1."""

    def __init__(self) -> None:
        self._entries: dict[int, _Entry] = {}
        self._by_key: dict[str, dict[int, None]] = {}
        self._apart: dict[int, set[int]] = {}

    def __len__(self) -> int:
        return len(self._entries)

    def candidates(self, keys: Iterable[str]) -> list[KnownActor]:
        """All actors that one of the keys finds, by falling number of mentions."""
        ids = {one for key in keys for one in self._by_key.get(key, ())}
        return sorted(map(self.actor, ids), key=lambda actor: (-actor.mentions, actor.id))

    def actor(self, actor: int) -> KnownActor:
        """An actor as it stands now. Raises KeyError."""
        entry = self._entries[actor]
        if entry.seen is None:
            entry.seen = KnownActor(
                id=actor,
                kind=entry.kind,
                country=entry.country,
                names=tuple(name for name, _ in entry.names.most_common()),
                posts=tuple(entry.posts.values()),
                identifiers=tuple(entry.identifiers.items()),
                mentions=entry.mentions,
                apart=frozenset(self._apart.get(actor, ())),
            )
        return entry.seen

    def add(self, mention: Mention, resolved: Resolved | None = None) -> int:
        """Keep a mention, as the actor that `resolved` says or as a new one; its actor's id."""
        actor = resolved.actor if resolved else None
        if actor is None:
            actor = len(self._entries) + 1
            self._entries[actor] = _Entry(mention.kind, mention.country)
        entry = self._entries[actor]
        entry.seen = None
        entry.names[mention.name] += 1
        entry.mentions += 1
        entry.country = entry.country or mention.country
        for post in mention.posts:
            entry.posts[post.title, post.body] = _longer(
                entry.posts.get((post.title, post.body)), post, mention.day
            )
        if resolved:
            entry.identifiers.update(dict(resolved.identifiers))
        for key in name_keys(mention.name, mention.kind, mention.country):
            self._by_key.setdefault(key, {})[actor] = None
        return actor

    def part(self, one: int, other: int) -> None:
        """Keep that a person told two actors from one another."""
        for actor, from_actor in ((one, other), (other, one)):
            self._apart.setdefault(actor, set()).add(from_actor)
            self._entries[actor].seen = None


def _longer(known: Post | None, post: Post, day: str | None) -> Post:
    """The post with the period that the day of a report adds to."""
    days = [
        d for d in (known and known.first, known and known.last, post.first, post.last, day) if d
    ]
    return Post(
        title=post.title,
        body=post.body,
        first=min(days, default=None),
        last=max(days, default=None),
        reports=post.reports + (known.reports if known else 0),
    )
