"""A person's word on actors: two are one, some names are another's, two are apart."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from comity.data.folding import fold
from comity.errors import RecordError
from comity.keeping.checking import cannot
from comity.keeping.contacts import refresh
from comity.keeping.entries import write_entries
from comity.keeping.naming import kept_apart
from comity.keeping.projection import newest, project
from comity.model.actor import ActorKind
from comity.model.json_form import item_to_json
from comity.model.judgement import Judgement
from comity.model.reading import Body, Person
from comity.record import View, Work
from comity.record.actors import (
    ActorOfRecord,
    add_actor,
    get_actor,
    get_actors,
    members_of,
    mentions_in,
    reports_naming,
    set_canonical,
)
from comity.record.entries import entries_with
from comity.record.items import items_of
from comity.record.judgements import add_judgement, of_kinds, on_actors
from comity.record.merges import give_name, names_of
from comity.record.reviewing import decide, open_between

#: Kinds of actors that are no bodies.
_ALONE = ("person", "country")


def merge(work: Work, one: int, other: int, *, why: str = "") -> Judgement:
    """Say that two actors are one. The one that fewer reports name becomes part of the other.

    Raises RecordError: C408 no such actor, C411 they are one already, are a person and a body, or
        were told apart.
    """
    first, second = _root(work, one), _root(work, other)
    if one == other:
        raise cannot(f"actor {one} cannot be merged with itself")
    if first.id == second.id:
        raise cannot(f"actors {one} and {other} are one already")
    if not _compatible(first.kind, second.kind):
        raise cannot(
            f"{first.name} is a {first.kind} and {second.name} a {second.kind}; only people, or "
            "only bodies, can be one"
        )
    if (apart := _told_apart(work, first.id, second.id)) is not None:
        raise cannot(
            f"judgement {apart.id} says that {first.name} and {second.name} are two; take it back "
            f"first: comity judge undo {apart.id}"
        )
    keeper, gone = sorted((first, second), key=lambda a: (-_mentions(work, a.id), a.id))
    keepers, goners = members_of(work, keeper.id), members_of(work, gone.id)
    judgement = add_judgement(
        work,
        "merge",
        why=why,
        actor=keeper.id,
        other=gone.id,
        before={"names": [keeper.name, gone.name]},
    )
    for member in goners:
        set_canonical(work, member, keeper.id)
    decide(work, open_between(work, "actor", keepers, goners), "accepted", judgement.id)
    _follow(work, goners, seen_as=gone.id)
    return judgement


def unmerge(work: Work, merged: Judgement) -> None:
    """Let actors be what the merges say that are still in force."""
    assert merged.actor is not None
    old = get_actor(work, merged.actor).canonical
    members = members_of(work, old)
    root = {member: member for member in members}

    def top(actor: int) -> int:
        while root.get(actor, actor) != actor:
            actor = root[actor]
        return actor

    for judgement in on_actors(work, members):
        if judgement.kind == "merge" and judgement.actor in root and judgement.other in root:
            root[top(judgement.other)] = top(judgement.actor)
    before = {actor.id: actor.canonical for actor in get_actors(work, members).values()}
    changed = [member for member in members if top(member) != before[member]]
    for member in changed:
        set_canonical(work, member, top(member) if top(member) != member else None)
    _follow(work, changed, seen_as=old)


def part(
    work: Work,
    actor_id: int,
    *,
    names: Sequence[str] = (),
    reports: Sequence[int] = (),
    into: int | None = None,
    why: str = "",
) -> Judgement:
    """Say that an actor's names, in some reports or all, are another actor's.

    Args:
        names: which names; without them all that the reports give.
        reports: in which reports; without them in all.
        into: the actor whose names they are; without one they are a new actor's.

    Raises RecordError: C408 no such actor, or none of the names in the reports; C411 nothing would
        be left of the actor, or the two cannot be parted.
    """
    actor = _root(work, actor_id)
    if actor.kind == "country":
        raise cannot("a country cannot be parted")
    if not names and not reports:
        raise cannot("say which names are another's, or in which reports")
    mine = names_of(work, members_of(work, actor.id))
    wanted = {fold(name) for name in names}
    parted = [
        (report, name)
        for report, name in mine
        if (not wanted or fold(name) in wanted) and (not reports or report in reports)
    ]
    if not parted:
        raise RecordError("C408", _no_such_names(actor, names, reports), where="actor")
    if len(parted) == len(mine):
        raise cannot(f"nothing would be left of {actor.name}; merge actors, or rename it instead")
    other = _receiver(work, actor, into, [name for _, name in parted])
    given: dict[str, list[str]] = defaultdict(list)
    for report, name in parted:
        given[str(report)].append(name)
    items, actors = _as_they_stand(work, given)
    judgement = add_judgement(
        work,
        "part",
        why=why,
        actor=actor.id,
        other=other,
        before={"items": items, "actors": actors},
        after={"names": dict(given)},
    )
    groups = members_of(work, actor.id), members_of(work, other)
    decide(work, open_between(work, "actor", *groups), "declined", judgement.id)
    for report in sorted(map(int, given)):
        project(work, report)
    return judgement


def unpart(work: Work, parted: Judgement) -> None:
    """Give the names of a judgement back to the actors that had them."""
    actors: dict[str, dict[str, int]] = (parted.before or {}).get("actors", {})
    for number, names in actors.items():
        report = newest(work, int(number))
        for name, mention in mentions_in(work, report).items():
            if mention.pinned and mention.actor == parted.other:
                # A name that was corrected since is not among them.
                actor = names.get(name, next(iter(names.values())))
                give_name(work, report, name, actor, reason="as before it was parted")
        project(work, report)


def tell_apart(work: Work, one: int, other: int, *, why: str = "") -> Judgement:
    """Say that two actors are two: they are not proposed as one any more.

    Raises RecordError: C408 no such actor, C411 they are one, or were told apart already.
    """
    first, second = _root(work, one), _root(work, other)
    if first.id == second.id:
        raise cannot(f"actors {one} and {other} are one; take back what merged them, or part names")
    if (known := _told_apart(work, first.id, second.id)) is not None:
        raise cannot(f"judgement {known.id} says so already")
    judgement = add_judgement(work, "apart", why=why, actor=first.id, other=second.id)
    groups = members_of(work, first.id), members_of(work, second.id)
    decide(work, open_between(work, "actor", *groups), "declined", judgement.id)
    return judgement


def _follow(work: Work, actors: Iterable[int], *, seen_as: int) -> None:
    """Bring up to date what names actors that are others now, and were `seen_as` one before."""
    ids = list(actors)
    encounters = entries_with(work, [*ids, seen_as])
    for report in reports_naming(work, ids):
        project(work, report)
    for encounter in encounters:
        write_entries(work, encounter)
    refresh(work, encounters)


def _root(view: View, actor_id: int) -> ActorOfRecord:
    return get_actor(view, get_actor(view, actor_id).canonical)


def _mentions(view: View, root: int) -> int:
    return sum(actor.mentions for actor in get_actors(view, members_of(view, root)).values())


def _compatible(one: ActorKind, other: ActorKind) -> bool:
    return one == other if one in _ALONE or other in _ALONE else True


def _told_apart(view: View, one: int, other: int) -> Judgement | None:
    """The judgement that tells two actors, or those merged into them, apart."""
    if other not in kept_apart(view).get(one, ()):
        return None
    mine, its = set(members_of(view, one)), set(members_of(view, other))
    for judgement in of_kinds(view, ["apart", "part"]):
        pair = (judgement.actor, judgement.other)
        if (pair[0] in mine and pair[1] in its) or (pair[0] in its and pair[1] in mine):
            return judgement
    return None


def _receiver(work: Work, actor: ActorOfRecord, into: int | None, names: Sequence[str]) -> int:
    """The actor that gets the names of another one."""
    if into is None:
        return add_actor(work, kind=actor.kind, country=actor.country, name=max(names, key=len))
    other = _root(work, into)
    if other.id == actor.id:
        raise cannot(f"actors {actor.id} and {into} are one; take back what merged them")
    if not _compatible(actor.kind, other.kind):
        raise cannot(f"{actor.name} is a {actor.kind} and {other.name} a {other.kind}")
    return other.id


def _as_they_stand(
    view: View, given: dict[str, list[str]]
) -> tuple[list[dict[str, Any]], dict[str, dict[str, int]]]:
    """The people and bodies that bear the names, and the actors that they are before parting."""
    items, actors = [], {}
    for number, names in given.items():
        report = int(number)
        mentions = mentions_in(view, report)
        actors[number] = {name: mentions[name].actor for name in names}
        for kept in items_of(view, report):
            value = kept.item.value
            if isinstance(value, Person | Body) and value.name in names:
                items.append(
                    {
                        "report": report,
                        "field": kept.item.field,
                        "key": kept.item.key,
                        "form": item_to_json(value),
                    }
                )
    return items, actors


def _no_such_names(actor: ActorOfRecord, names: Sequence[str], reports: Sequence[int]) -> str:
    which = " or ".join(map(repr, names)) or "any name"
    where = f" in report {', '.join(map(str, reports))}" if reports else ""
    return f"nothing names {actor.name} {which}{where}"
