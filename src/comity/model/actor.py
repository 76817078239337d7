"""Actors: how a reading names them, what the record knows of them, and how the two are matched."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

from comity.data.vocabulary import BodyKind

ActorKind = Literal["person", "country"] | BodyKind

#: Names of identifiers: Party Facts ids ("5857") and Wikidata ids ("Q23731823").
Scheme = Literal["partyfacts", "wikidata"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """An office or membership as a report or the record gives it.

    `title` is "" for a plain membership; `body` is a body's or country's name. `first` and `last`
    are the ISO dates of the first and last of the `reports` that show it.
    """

    title: str
    body: str | None
    first: str | None = None
    last: str | None = None
    reports: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """An actor as one reading names it: the name is the key of all its items there.

    `country` is ISO 3166-1 alpha-3, for a country its own code; `day` the report's ISO date; `home`
    the country of who published it, whose bodies of state need not be said to be its own.
    """

    name: str
    kind: ActorKind
    country: str | None = None
    posts: tuple[Post, ...] = ()
    day: str | None = None
    home: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownActor:
    """An actor of record as matching sees it.

    `names` are all the names that reports gave it, the most frequent first; `posts` with the
    period in which reports show them; `identifiers` pairs of scheme and value; `mentions` the
    number of reports that name it. `apart` are the ids of actors that a person told it from.
    """

    id: int
    kind: ActorKind
    country: str | None
    names: tuple[str, ...]
    posts: tuple[Post, ...] = ()
    identifiers: tuple[tuple[Scheme, str], ...] = ()
    mentions: int = 0
    apart: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """An actor of record that a mention may mean too: never joined without a person's word."""

    actor: int
    score: float
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolved:
    """Which actor of record a mention is.

    `actor` is None for a new one; `score` lies in 0..1, and `reason` says in words why ("same
    name", "initials of the same name, same office"). `keys` are what the mention's name is found
    by later; `identifiers` what the reference facts know it as.
    """

    mention: Mention
    actor: int | None
    score: float
    reason: str
    keys: tuple[str, ...]
    identifiers: tuple[tuple[Scheme, str], ...] = ()
    doubts: tuple[Doubt, ...] = ()


class Directory(Protocol):
    """The actors of record, as they are looked up when a reading comes in."""

    def candidates(self, keys: Iterable[str]) -> Sequence[KnownActor]:
        """All actors that one of the keys finds, by falling number of mentions."""
        ...
