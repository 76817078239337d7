"""Which actors people merged, and which names of reports they gave to others."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from sqlalchemy import delete, select, update

from comity.data.folding import fold
from comity.record import tables
from comity.record.actors import KeptMention, add_mentions, drop_mentions, mentions_in
from comity.record.reports import BATCH
from comity.record.store import View, Work
from comity.record.upsert import insert_into

_A, _M, _N = tables.actor, tables.mention, tables.actor_name
#: Why an actor has a name that somebody entered.
BY_HAND = "entered by hand"


def canonical_of(view: View, actors: Iterable[int]) -> dict[int, int]:
    """The actor that each of the actors is since people merged some."""
    ids = list(dict.fromkeys(actors))
    found = {actor: actor for actor in ids}
    for at in range(0, len(ids), BATCH):
        query = select(_A.c.id, _A.c.canonical_id).where(
            _A.c.id.in_(ids[at : at + BATCH]), _A.c.canonical_id.is_not(None)
        )
        found |= {row.id: row.canonical_id for row in view.connection.execute(query)}
    return found


def merged_into(view: View, actors: Iterable[int]) -> dict[int, list[int]]:
    """The actors that were merged into each of the actors, where there are any."""
    ids = list(dict.fromkeys(actors))
    found: dict[int, list[int]] = defaultdict(list)
    for at in range(0, len(ids), BATCH):
        query = (
            select(_A.c.id, _A.c.canonical_id)
            .where(_A.c.canonical_id.in_(ids[at : at + BATCH]), _A.c.canonical_id != _A.c.id)
            .order_by(_A.c.id)
        )
        for row in view.connection.execute(query):
            found[row.canonical_id].append(row.id)
    return found


def names_of(view: View, actors: Sequence[int]) -> list[tuple[int, str]]:
    """The names that reports give to the actors, with the reports, in order."""
    query = select(_M.c.report_id, _M.c.name).where(_M.c.actor_id.in_(list(actors)))
    rows = view.connection.execute(query.order_by(_M.c.report_id, _M.c.name))
    return [(row.report_id, row.name) for row in rows]


def bearers_of(view: View, name: str, actors: Sequence[int]) -> list[int]:
    """Those of the actors that have the name, however it is typed."""
    query = select(_N.c.actor_id).where(_N.c.folded == fold(name), _N.c.actor_id.in_(list(actors)))
    return sorted(set(view.connection.execute(query).scalars()))


def actors_named(view: View, name: str) -> list[int]:
    """The actors (after merging) that have exactly this name, however it is typed; those named
    most often first."""
    query = (
        select(_A.c.id, _A.c.canonical_id, _A.c.mentions)
        .join(_N, _N.c.actor_id == _A.c.id)
        .where(_N.c.folded == fold(name))
        .order_by(_A.c.mentions.desc(), _A.c.id)
    )
    rows = view.connection.execute(query)
    return list(dict.fromkeys(row.canonical_id or row.id for row in rows))


def give_name(work: Work, report_id: int, name: str, actor: int, *, reason: str) -> None:
    """Let a name of a report be another actor, as resolving would have it: not for good."""
    old = mentions_in(work, report_id).get(name)
    if old is None:
        return
    drop_mentions(work, report_id, [name])
    given = KeptMention(
        name=name,
        actor=actor,
        canonical=actor,
        kind=old.kind,
        country=old.country,
        home=None,
        score=old.score,
        reason=reason,
        pinned=False,
    )
    add_mentions(work, report_id, [given])


def name_by_hand(work: Work, actor: int, name: str) -> None:
    """Let an actor have a name that a person entered; it counts as one report."""
    statement = insert_into(work, _N).on_conflict_do_update(
        index_elements=["actor_id", "name"], set_={"reports": _N.c.reports + 1}
    )
    values = {
        "actor_id": actor,
        "name": name,
        "folded": fold(name),
        "reports": 1,
        "reason": BY_HAND,
    }
    work.connection.execute(statement, [values])
    one = _A.c.id == actor
    work.connection.execute(update(_A).where(one).values(mentions=_A.c.mentions + 1))


def unname_by_hand(work: Work, actor: int, name: str) -> None:
    """Take back what `name_by_hand` did."""
    one = (_N.c.actor_id == actor) & (_N.c.name == name)
    work.connection.execute(update(_N).where(one).values(reports=_N.c.reports - 1))
    work.connection.execute(delete(_N).where(one, _N.c.reports <= 0))
    work.connection.execute(
        update(_A).where(_A.c.id == actor, _A.c.mentions > 0).values(mentions=_A.c.mentions - 1)
    )
