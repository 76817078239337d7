"""What reports say, as rows that can be asked for: posts, statements, commitments, ties, events."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations
from typing import Any

from sqlalchemy import Insert, Table, case, delete, func, insert, select, update

from comity.data.folding import fold
from comity.data.vocabulary import CommitmentKind, EventType, MilestoneKind, TieKind
from comity.model.judgement import Outcome
from comity.record import tables
from comity.record.store import View, Work
from comity.record.upsert import adding, insert_for

#: A key that is longer than this is kept as its hash; PostgreSQL indexes no long ones.
LONGEST_KEY = 400


@dataclass(frozen=True, slots=True, kw_only=True)
class PostFact:
    """An office or membership that a report shows."""

    actor: int
    title: str
    body: str | None
    body_actor: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementFact:
    """What somebody said; `actor` is None for a speaker without a name."""

    item: int
    actor: int | None
    speaker: str
    direct: bool
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyFact:
    """One side of a commitment or tie, by name, with its actor and country where known."""

    name: str
    actor: int | None
    country: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CommitmentFact:
    """A commitment; `due` is an ISO date as precise as told."""

    item: int
    kind: CommitmentKind
    text: str
    due: str | None
    by: tuple[PartyFact, ...]
    to: tuple[PartyFact, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TieFact:
    """A standing tie between actors."""

    item: int
    kind: TieKind
    since: str | None
    parties: tuple[PartyFact, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MilestoneFact:
    """A dated point."""

    item: int
    kind: MilestoneKind
    text: str
    date: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class EventFact:
    """A PLOVER event between countries."""

    item: int
    source: str | None
    target: str | None
    type: EventType


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """All that one report says, but for its encounters; `day` is its date."""

    day: str | None
    posts: tuple[PostFact, ...] = ()
    statements: tuple[StatementFact, ...] = ()
    commitments: tuple[CommitmentFact, ...] = ()
    ties: tuple[TieFact, ...] = ()
    milestones: tuple[MilestoneFact, ...] = ()
    topics: tuple[str, ...] = ()
    events: tuple[EventFact, ...] = ()
    countries: tuple[str, ...] = ()


def clear_facts(work: Work, report_id: int) -> None:
    """Take away what was written of a report."""
    committed = select(tables.commitment.c.item_id).where(
        tables.commitment.c.report_id == report_id
    )
    for party in (tables.commitment_party, tables.commitment_pair):
        work.connection.execute(delete(party).where(party.c.item_id.in_(committed)))
    held = _holders(work, report_id)
    ties = _ties_of(work, report_id)
    for table in (
        tables.post,
        tables.statement,
        tables.commitment,
        tables.tie_account,
        tables.milestone,
        tables.topic,
        tables.event,
        tables.report_country,
    ):
        work.connection.execute(delete(table).where(table.c.report_id == report_id))
    for actor in held:
        recount_holdings(work, actor)
    _refresh_ties(work, ties)


def write_facts(work: Work, report_id: int, facts: Facts, outcomes: dict[int, Outcome]) -> None:
    """Write what a report says; `outcomes` are those that people set, by the commitment's item."""
    day = facts.day
    _write_posts(work, report_id, facts.posts, day)
    common = {"report_id": report_id, "day": day}
    _insert(
        work,
        tables.statement,
        [
            {
                "item_id": s.item,
                "actor_id": s.actor,
                "speaker": s.speaker,
                "direct": s.direct,
                "text": s.text,
                **common,
            }
            for s in facts.statements
        ],
    )
    _write_commitments(work, report_id, facts, outcomes)
    _write_ties(work, report_id, facts.ties, day)
    _insert(
        work,
        tables.milestone,
        [
            {"item_id": m.item, "kind": m.kind, "text": m.text, "date": m.date, **common}
            for m in facts.milestones
        ],
    )
    _insert(work, tables.topic, [{"report_id": report_id, "topic": t} for t in facts.topics])
    _insert(
        work,
        tables.event,
        [
            {"item_id": e.item, "source": e.source, "target": e.target, "type": e.type, **common}
            for e in facts.events
        ],
    )
    _insert(work, tables.report_country, [{"country": c, **common} for c in facts.countries])


def _insert(work: Work, table: Table, rows: list[dict[str, Any]]) -> None:
    if rows:
        work.connection.execute(adding(table), rows)


# ── posts ────────────────────────────────────────────────────────────────────────────────────────
def _write_posts(work: Work, report_id: int, posts: Sequence[PostFact], day: str | None) -> None:
    unique = {(p.actor, _post_key(p.title, p.body, p.body_actor)): p for p in posts}
    if not unique:
        return
    rows = [
        {
            "report_id": report_id,
            "actor_id": p.actor,
            "title": p.title,
            "body": p.body,
            "body_id": p.body_actor,
            "day": day,
        }
        for p in unique.values()
    ]
    work.connection.execute(adding(tables.post), rows)
    work.connection.execute(
        _holding_again(work.connection.dialect.name),
        [
            {
                "actor_id": actor,
                "post_key": key,
                "title": p.title,
                "body": p.body,
                "body_id": p.body_actor,
                "first": day,
                "last": day,
                "reports": 1,
            }
            for (actor, key), p in unique.items()
        ],
    )


@cache
def _holding_again(dialect: str) -> Insert:
    """An insert of holdings that lengthens the period of those that are there, made once."""
    h = tables.holding
    statement = insert_for(dialect, h)
    new = statement.excluded
    return statement.on_conflict_do_update(
        index_elements=["actor_id", "post_key"],
        set_={
            "first": case(
                (
                    func.coalesce(h.c.first > new.first, True),
                    func.coalesce(new.first, h.c.first),
                ),
                else_=h.c.first,
            ),
            "last": case(
                (func.coalesce(h.c.last < new.last, True), func.coalesce(new.last, h.c.last)),
                else_=h.c.last,
            ),
            "reports": h.c.reports + 1,
        },
    )


def recount_holdings(work: Work, actor: int) -> None:
    """Work out the periods of an actor's posts anew from the reports that still show them."""
    p, h = tables.post, tables.holding
    work.connection.execute(delete(h).where(h.c.actor_id == actor))
    held: dict[str, dict[str, Any]] = {}
    for row in work.connection.execute(select(p).where(p.c.actor_id == actor).order_by(p.c.id)):
        key = _post_key(row.title, row.body, row.body_id)
        known = held.setdefault(
            key,
            {
                "actor_id": actor,
                "post_key": key,
                "title": row.title,
                "body": row.body,
                "body_id": row.body_id,
                "first": None,
                "last": None,
                "reports": 0,
            },
        )
        known["reports"] += 1
        if row.day:
            known["first"] = min(known["first"] or row.day, row.day)
            known["last"] = max(known["last"] or row.day, row.day)
    _insert(work, h, list(held.values()))


def _holders(view: View, report_id: int) -> list[int]:
    query = select(tables.post.c.actor_id).where(tables.post.c.report_id == report_id).distinct()
    return list(view.connection.execute(query).scalars())


def _post_key(title: str, body: str | None, body_actor: int | None) -> str:
    where = f"#{body_actor}" if body_actor is not None else fold(body or "")
    return short_key(f"{fold(title)}@{where}")


# ── commitments ──────────────────────────────────────────────────────────────────────────────────
def _write_commitments(
    work: Work, report_id: int, facts: Facts, outcomes: dict[int, Outcome]
) -> None:
    rows = [
        {
            "item_id": c.item,
            "report_id": report_id,
            "kind": c.kind,
            "text": c.text,
            "day": facts.day,
            "due": c.due,
            "outcome": outcomes.get(c.item, "open"),
        }
        for c in facts.commitments
    ]
    _insert(work, tables.commitment, rows)
    parties = {
        (c.item, role, party.name): party
        for c in facts.commitments
        for role, side in (("by", c.by), ("to", c.to))
        for party in side
    }
    _insert(
        work,
        tables.commitment_party,
        [
            {
                "item_id": item,
                "role": role,
                "name": name,
                "actor_id": party.actor,
                "country": party.country,
            }
            for (item, role, name), party in parties.items()
        ],
    )
    pairs = [
        {"item_id": c.item, "pair": pair, "day": facts.day}
        for c in facts.commitments
        for pair in pairs_of(party.country for party in (*c.by, *c.to) if party.country)
    ]
    _insert(work, tables.commitment_pair, pairs)


def pairs_of(countries: Iterable[str]) -> list[str]:
    """All pairs of some countries, as keys: what is between two is found by them."""
    return [f"{one}-{other}" for one, other in combinations(sorted(set(countries)), 2)]


# ── ties ─────────────────────────────────────────────────────────────────────────────────────────
def _write_ties(work: Work, report_id: int, ties: Iterable[TieFact], day: str | None) -> None:
    touched = []
    for fact in ties:
        parties = {p.actor: p for p in fact.parties if p.actor is not None}
        if len(parties) < 2:
            continue
        tie_id = _tie_id(work, fact.kind, parties)
        row = {
            "item_id": fact.item,
            "tie_id": tie_id,
            "report_id": report_id,
            "since": fact.since,
            "day": day,
        }
        _insert(work, tables.tie_account, [row])
        touched.append(tie_id)
    _refresh_ties(work, touched)


def _tie_id(work: Work, kind: TieKind, parties: dict[int, PartyFact]) -> int:
    key = short_key(f"{kind}:" + "-".join(map(str, sorted(parties))))
    found = work.connection.execute(select(tables.tie.c.id).where(tables.tie.c.key == key)).scalar()
    if found is not None:
        return int(found)
    values = {"kind": kind, "key": key}
    statement = insert(tables.tie).values(values).returning(tables.tie.c.id)
    added = int(work.connection.execute(statement).scalar_one())
    _insert(
        work,
        tables.tie_party,
        [
            {"tie_id": added, "actor_id": actor, "name": p.name, "country": p.country}
            for actor, p in parties.items()
        ],
    )
    return added


def _ties_of(view: View, report_id: int) -> list[int]:
    a = tables.tie_account
    query = select(a.c.tie_id).where(a.c.report_id == report_id).distinct()
    return list(view.connection.execute(query).scalars())


def _refresh_ties(work: Work, ties: Iterable[int]) -> None:
    """Give ties the year that most reports give; those that no report tells of go."""
    a, t, p = tables.tie_account, tables.tie, tables.tie_party
    for tie_id in dict.fromkeys(ties):
        years = (
            select(a.c.since, func.count().label("reports"))
            .where(a.c.tie_id == tie_id)
            .group_by(a.c.since)
        )
        told = {row.since: row.reports for row in work.connection.execute(years)}
        if not told:
            work.connection.execute(delete(p).where(p.c.tie_id == tie_id))
            work.connection.execute(delete(t).where(t.c.id == tie_id))
            continue
        dated = sorted((-reports, since) for since, reports in told.items() if since)
        since = dated[0][1] if dated else None
        work.connection.execute(update(t).where(t.c.id == tie_id).values(since=since))


def short_key(key: str) -> str:
    """The key itself, or where it is long a hash of it."""
    if len(key) <= LONGEST_KEY:
        return key
    return hashlib.sha256(key.encode()).hexdigest()
