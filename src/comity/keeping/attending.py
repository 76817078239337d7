"""Whom a person means by the sides and participants of an encounter entered by hand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from comity.actors import name_keys
from comity.data import countries
from comity.errors import RecordError, UsageError
from comity.model.actor import ActorKind
from comity.model.judgement import Json
from comity.record import Work
from comity.record.actors import (
    ActorOfRecord,
    add_actor,
    add_keys,
    country_actor,
    get_actor,
    get_actors,
)
from comity.record.merges import actors_named, name_by_hand


@dataclass(frozen=True, slots=True, kw_only=True)
class Attendee:
    """Who takes part, as a person writes it: a name, or an actor's id.

    `side` is the country (alpha-3) that they stand for; `capacity` what they take part as; `kind`
    what the name is where the record does not know it.
    """

    name: str
    actor: int | None = None
    side: str | None = None
    capacity: str = ""
    kind: ActorKind = "person"


def attending(
    work: Work, sides: Sequence[str], attendees: Sequence[Attendee]
) -> tuple[list[Json], tuple[str, ...]]:
    """Those who take part as the record keeps them, and the names that are new to it.

    A name is the actor that has exactly this name, or a new one.

    Raises:
        UsageError: C325 a side that is no country.
        RecordError: C408 no such actor, C409 several actors have the name.
    """
    forms: list[Json] = []
    new: list[str] = []
    for attendee in attendees:
        actor, made = _actor(work, attendee, sides)
        if made:
            new.append(attendee.name)
        side = attendee.side or actor.country
        check_country(side, "side")
        forms.append(
            {
                "actor": actor.id,
                "name": attendee.name or actor.name,
                "side": side,
                "capacity": attendee.capacity,
                "entered": made,
            }
        )
    for side in dict.fromkeys(sides):
        check_country(side, "side")
        forms.append(_country(work, side))
    return forms, tuple(new)


def _actor(work: Work, attendee: Attendee, sides: Sequence[str]) -> tuple[ActorOfRecord, bool]:
    if attendee.actor is not None:
        return get_actor(work, attendee.actor), False
    found = list(get_actors(work, actors_named(work, attendee.name)).values())
    wanted = [attendee.side] if attendee.side else list(sides)
    fitting = [actor for actor in found if actor.country in wanted]
    fitting = fitting or [actor for actor in found if actor.country is None]
    if not fitting and not attendee.side:
        fitting = found
    if len(fitting) > 1:
        listed = "; ".join(f"#{a.id} {a.name}, {a.country or a.kind}" for a in fitting[:5])
        raise RecordError(
            "C409",
            f"several actors have the name {attendee.name!r}: {listed}; write the number instead",
            where="participant",
        )
    if fitting:
        return fitting[0], False
    side = attendee.side or (sides[0] if len(set(sides)) == 1 else None)
    added = add_actor(work, kind=attendee.kind, country=side, name=attendee.name)
    keys = name_keys(attendee.name, attendee.kind, side)
    add_keys(work, [(added, key) for key in keys], [])
    name_by_hand(work, added, attendee.name)
    return get_actor(work, added), True


def _country(work: Work, code: str) -> Json:
    """A side as a participant of its own: who stands for it may not be known."""
    name = countries.canonical(code)
    known = country_actor(work, code)
    if known is None:
        kind: ActorKind = "intergovernmental" if code == "EUR" else "country"
        known = add_actor(work, kind=kind, country=code, name=name)
        add_keys(work, [(known, key) for key in name_keys(name, kind, code)], [])
        name_by_hand(work, known, name)
    return {"actor": known, "name": name, "side": code, "capacity": "", "entered": False}


def check_country(code: str | None, where: str) -> None:
    """Raises UsageError (C325) for a code that is no country's."""
    if code is None:
        return
    try:
        countries.canonical(code)
    except KeyError:
        raise UsageError(
            "C325", f"{code!r} is no country; write its three letters, as FRA", where=where
        ) from None
