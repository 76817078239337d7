"""Who somebody is: names, posts with their periods, whom they met, what they said."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from rapidfuzz import fuzz, process

from comity.analysis.commitments import Asked, Ledger, ledger
from comity.analysis.timeline import Timeline, Which, timeline
from comity.data.folding import fold
from comity.errors import RecordError
from comity.model.actor import ActorKind
from comity.record import View
from comity.record.actor_pages import (
    Held,
    Identifier,
    NameShown,
    all_names,
    called,
    held_by,
    identifiers_of,
    names_of,
)
from comity.record.actors import ActorOfRecord, find_by_name, get_actor, get_actors, members_of
from comity.record.networks import met_by
from comity.record.period import ALWAYS, Period
from comity.record.sources import Source, sources_naming
from comity.record.statements import Said, said_by

#: An actor that so many times more reports name than the next of that name is the one meant.
FAR_AHEAD = 5
#: Names that a near one is looked for among, those that most reports give.
NAMES_COMPARED = 100_000
#: Those that are listed where a name means several.
ALIKE_SHOWN = 8

#: shown: a report of that day or reports on both sides of it show the post. last seen: the latest
#: post before the day. next seen: the first one after it, where none is known before.
How = Literal["shown", "last seen", "next seen"]


@dataclass(frozen=True, slots=True, kw_only=True)
class PostOn:
    """A post as the record shows it for one day."""

    title: str
    body: str | None
    first: str | None
    last: str | None
    reports: int
    how: How


@dataclass(frozen=True, slots=True, kw_only=True)
class Acquaintance:
    """Whom an actor met, how often, and when last."""

    actor: int
    name: str
    kind: ActorKind
    country: str | None
    encounters: int
    last: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorPage:
    """An actor of record. Lists show the latest or most, each with its total beside it.

    `on` is the day asked for, `posts_on` the posts of that day; `merged` are the numbers of actors
    that a person merged into this one.
    """

    id: int
    name: str
    kind: ActorKind
    country: str | None
    merged: tuple[int, ...]
    names: tuple[NameShown, ...]
    identifiers: tuple[Identifier, ...]
    on: str | None
    posts_on: tuple[PostOn, ...]
    posts: tuple[Held, ...]
    encounters: Timeline
    statements: tuple[Said, ...]
    statements_total: int
    commitments_by: Ledger
    commitments_to: Ledger
    met: tuple[Acquaintance, ...]
    met_total: int
    sources: tuple[Source, ...]
    sources_total: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Meant:
    """The actor that a name means, and others of that name."""

    actor: ActorOfRecord
    others: tuple[ActorOfRecord, ...]


def find_actor(view: View, text: str, country: str | None = None) -> Meant:
    """The actor that is meant by a number or a name.

    One whose usual name it is, or a word of it, goes before one that reports also call so, and
    that before one whose name begins like that; of equals, the one that many times more reports
    name.

    Raises RecordError: C408 there is none, with near names; C409 it means several, with numbers.
    """
    if text.strip().lstrip("#").isdecimal():
        actor = get_actor(view, int(text.strip().lstrip("#")))
        return Meant(actor=get_actor(view, actor.canonical), others=())
    wanted = fold(text)
    found = find_by_name(view, text, most=200) if wanted else []
    if country is not None:
        found = [actor for actor in found if actor.country == country]
    if not found:
        raise _none(view, text, country)
    exact = called(view, text)

    def rank(actor: ActorOfRecord) -> int:
        words = fold(actor.name).split()
        if " ".join(words) == wanted or (" " not in wanted and wanted in words):
            return 0
        return 1 if actor.id in exact else 2

    found.sort(key=lambda actor: (rank(actor), -actor.mentions, actor.id))
    first, *others = found
    equals = [other for other in others if rank(other) == rank(first)]
    if equals and first.mentions < FAR_AHEAD * max(equals[0].mentions, 1):
        raise _several(text, [first, *equals])
    return Meant(actor=first, others=tuple(others[:ALIKE_SHOWN]))


def actor_page(
    view: View,
    actor_id: int,
    *,
    on: str | None = None,
    period: Period = ALWAYS,
    most: int = 20,
) -> ActorPage:
    """All that the record knows of an actor; `on` asks for the posts of a day, too.

    Raises RecordError (C408).
    """
    actor = get_actor(view, get_actor(view, actor_id).canonical)
    members = tuple(members_of(view, actor.id))
    posts = _posts(view, members)
    said, said_total = said_by(view, members, period=period, most=most)
    links, met_total = met_by(view, members, most=most)
    who = get_actors(view, [link.other for link in links])
    named, named_total = sources_naming(view, members, most=most)
    return ActorPage(
        id=actor.id,
        name=actor.name,
        kind=actor.kind,
        country=actor.country,
        merged=tuple(member for member in members if member != actor.id),
        names=tuple(names_of(view, members)),
        identifiers=tuple(identifiers_of(view, members)),
        on=on,
        posts_on=tuple(_on(posts, on)) if on is not None else (),
        posts=tuple(posts),
        encounters=timeline(view, Which(actors=members, period=period), most=most),
        statements=tuple(said),
        statements_total=said_total,
        commitments_by=ledger(view, Asked(by_actors=members, period=period), most=most),
        commitments_to=ledger(view, Asked(to_actors=members, period=period), most=most),
        met=tuple(
            Acquaintance(
                actor=link.other,
                name=who[link.other].name,
                kind=who[link.other].kind,
                country=who[link.other].country,
                encounters=link.encounters,
                last=link.last,
            )
            for link in links
        ),
        met_total=met_total,
        sources=tuple(named),
        sources_total=named_total,
    )


def posts_on(view: View, actor: int, day: str) -> tuple[PostOn, ...]:
    """Who somebody was on a day: the posts that reports show for it, those that most show first,
    else the latest post before it, else the first one after."""
    canonical = get_actor(view, actor).canonical
    return tuple(_on(_posts(view, members_of(view, canonical)), day))


def _posts(view: View, members: Sequence[int]) -> list[Held]:
    found = held_by(view, members)
    posts = [post for member in members for post in found.get(member, ())]
    return sorted(posts, key=lambda post: (post.last or "", post.reports), reverse=True)


def _on(posts: Iterable[Held], day: str) -> list[PostOn]:
    dated = [(post, post.first, post.last) for post in posts if post.first and post.last]
    shown = [
        post for post, first, last in dated if first[: len(day)] <= day and last >= day[: len(last)]
    ]
    if shown:
        return [_as(post, "shown") for post in sorted(shown, key=lambda post: -post.reports)]
    before = [(last, post.reports, post) for post, _, last in dated if last < day]
    if before:
        return [_as(max(before, key=lambda each: each[:2])[2], "last seen")]
    after = [(first, -post.reports, post) for post, first, _ in dated if first > day]
    return [_as(min(after, key=lambda each: each[:2])[2], "next seen")] if after else []


def _as(post: Held, how: How) -> PostOn:
    return PostOn(
        title=post.title,
        body=post.body,
        first=post.first,
        last=post.last,
        reports=post.reports,
        how=how,
    )


def _none(view: View, text: str, country: str | None) -> RecordError:
    names = all_names(view, most=NAMES_COMPARED)
    near = process.extract(
        fold(text), names, scorer=fuzz.token_sort_ratio, processor=fold, limit=3, score_cutoff=75
    )
    hint = "look for it in texts with: comity show search"
    if near:
        hint = f"perhaps {' or '.join(name for name, _, _ in near)}?"
    of = f" of {country}" if country else ""
    return RecordError("C408", f"the record has no actor of that name{of}; {hint}", where=text)


def _several(text: str, actors: Sequence[ActorOfRecord]) -> RecordError:
    shown = "; ".join(
        f"{actor.id} {actor.name} ({actor.kind}{f', {actor.country}' if actor.country else ''}, "
        f"in {actor.mentions} reports)"
        for actor in actors[:ALIKE_SHOWN]
    )
    more = f"; and {len(actors) - ALIKE_SHOWN} more" if len(actors) > ALIKE_SHOWN else ""
    return RecordError(
        "C409",
        f"the name means several actors; ask by number, or narrow it with --country: {shown}{more}",
        where=text,
    )
