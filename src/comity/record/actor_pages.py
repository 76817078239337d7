"""What the record knows of one actor: names, identifiers, posts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import func, select

from comity.data.folding import fold
from comity.model.actor import Scheme
from comity.record import tables
from comity.record.reports import BATCH
from comity.record.store import View

_N, _H, _A = tables.actor_name, tables.holding, tables.actor


@dataclass(frozen=True, slots=True, kw_only=True)
class NameShown:
    """A name, how many reports give it, and why it was joined to the actor."""

    name: str
    reports: int
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Identifier:
    """What other registers know the actor as."""

    scheme: Scheme
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """An office, or with the title "" a membership, and the ISO days of the first and the last of
    the `reports` that show it."""

    title: str
    body: str | None
    body_actor: int | None
    first: str | None
    last: str | None
    reports: int


def names_of(view: View, actors: Sequence[int]) -> list[NameShown]:
    """The names of an actor (with those merged into it), the most frequent first."""
    reports = func.sum(_N.c.reports)
    query = (
        select(_N.c.name, reports.label("reports"), func.min(_N.c.reason).label("reason"))
        .where(_N.c.actor_id.in_(actors))
        .group_by(_N.c.name)
        .order_by(reports.desc(), _N.c.name)
    )
    return [
        NameShown(name=row.name, reports=int(row.reports), reason=row.reason)
        for row in view.connection.execute(query)
    ]


def identifiers_of(view: View, actors: Sequence[int]) -> list[Identifier]:
    """The identifiers of an actor."""
    i = tables.identifier
    query = select(i.c.scheme, i.c.value).where(i.c.actor_id.in_(actors)).distinct()
    return [
        Identifier(scheme=row.scheme, value=row.value)
        for row in view.connection.execute(query.order_by(i.c.scheme, i.c.value))
    ]


def held_by(view: View, actors: Iterable[int]) -> dict[int, list[Held]]:
    """The posts of actors, by actor: the latest first, of those the one most reports show."""
    wanted = list(dict.fromkeys(actors))
    found: dict[int, list[Held]] = defaultdict(list)
    for at in range(0, len(wanted), BATCH):
        query = (
            select(_H)
            .where(_H.c.actor_id.in_(wanted[at : at + BATCH]))
            .order_by(_H.c.last.desc().nulls_last(), _H.c.reports.desc(), _H.c.post_key)
        )
        for row in view.connection.execute(query):
            found[row.actor_id].append(
                Held(
                    title=row.title,
                    body=row.body,
                    body_actor=row.body_id,
                    first=row.first,
                    last=row.last,
                    reports=row.reports,
                )
            )
    return found


def all_names(view: View, *, most: int) -> list[str]:
    """The usual names of the actors that most reports name, to find near ones among."""
    query = select(_A.c.name).order_by(_A.c.mentions.desc(), _A.c.id).limit(most)
    return list(dict.fromkeys(view.connection.execute(query).scalars()))


def called(view: View, name: str) -> set[int]:
    """The actors that some report calls exactly so, but for accents and case."""
    query = (
        select(func.coalesce(_A.c.canonical_id, _A.c.id))
        .join(_N, _N.c.actor_id == _A.c.id)
        .where(_N.c.folded == fold(name))
    )
    return set(view.connection.execute(query).scalars())
