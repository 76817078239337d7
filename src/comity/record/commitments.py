"""Commitments as they are listed, with their parties and what may answer them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, exists, func, or_, select

from comity.data.vocabulary import CommitmentKind
from comity.errors import RecordError
from comity.model.judgement import Outcome
from comity.record import tables
from comity.record.period import Period, looked_at
from comity.record.reports import BATCH
from comity.record.sources import counts
from comity.record.store import View
from comity.record.timeline import rarest_first

_C, _P, _Q = tables.commitment, tables.commitment_party, tables.proposal


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """A side of a commitment or tie by its name, with its actor and country where known."""

    name: str
    actor: int | None
    country: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Undertaking:
    """A commitment of record; its id is that of its item. `kind` is how strongly it binds, `day`
    that of the report, `due` by when (ISO, as precise as told); `answers` is how many later
    reports are proposed or accepted as answering it."""

    id: int
    report: int
    kind: CommitmentKind
    text: str
    by: tuple[Party, ...]
    to: tuple[Party, ...]
    day: str | None
    due: str | None
    outcome: Outcome
    answers: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """Which commitments: all that is named must hold.

    `between` are countries that must all be parties, `by_country` and `to_country` those on one
    side; `quiet_since` leaves those that were made before that day and that nothing answers;
    `today` those of these that are not due still. `reports` are those that tell of it.
    """

    outcome: Outcome | None = None
    kind: CommitmentKind | None = None
    between: tuple[str, ...] = ()
    by_country: str | None = None
    to_country: str | None = None
    by_actors: tuple[int, ...] = ()
    to_actors: tuple[int, ...] = ()
    reports: tuple[int, ...] = ()
    quiet_since: str | None = None
    today: str | None = None
    period: Period = field(default_factory=Period)


def undertakings(view: View, asked: Asked, *, most: int | None) -> list[Undertaking]:
    """Commitments, the latest first."""
    query = select(_C).where(*_holding(view, asked))
    query = query.order_by(_C.c.day.desc().nulls_last(), _C.c.item_id.desc()).limit(most)
    return _undertakings(view, view.connection.execute(query).all())


def count_undertakings(view: View, asked: Asked) -> int:
    """How many commitments there are."""
    query = select(func.count()).select_from(_C).where(*_holding(view, asked))
    return int(view.connection.execute(query).scalar_one())


def get_undertaking(view: View, commitment_id: int) -> Undertaking:
    """One commitment. Raises RecordError (C408)."""
    rows = view.connection.execute(select(_C).where(_C.c.item_id == commitment_id)).all()
    if not rows:
        raise RecordError(
            "C408",
            f"the record has no commitment {commitment_id}; list them with: comity show "
            "commitments",
            where="commitment",
        )
    return _undertakings(view, rows)[0]


def _holding(view: View, asked: Asked) -> list[ColumnElement[bool]]:
    found = [counts(_C.c.report_id), *asked.period.holds(_C.c.day)]
    if asked.kind is not None:
        found.append(_C.c.kind == asked.kind)
    if asked.outcome is not None:
        chosen = asked.between or asked.by_country or asked.to_country or asked.reports
        chosen = chosen or asked.by_actors or asked.to_actors
        found.append((looked_at(_C.c.outcome) if chosen else _C.c.outcome) == asked.outcome)
    if asked.reports:
        found.append(_C.c.report_id.in_(asked.reports))
    if asked.between:
        found.append(_C.c.item_id.in_(_among(view, asked.between)))
    for role, country, actors in (
        ("by", asked.by_country, asked.by_actors),
        ("to", asked.to_country, asked.to_actors),
    ):
        mine = select(_P.c.item_id).where(_P.c.role == role)
        if country is not None:
            found.append(_C.c.item_id.in_(mine.where(_P.c.country == country)))
        if actors:
            found.append(_C.c.item_id.in_(mine.where(_P.c.actor_id.in_(actors))))
    if asked.quiet_since is not None:
        found += [_C.c.day < asked.quiet_since, ~exists().where(*_answering(_C.c.item_id))]
        if asked.today is not None:
            ahead = func.substr(asked.today, 1, func.length(_C.c.due))
            found.append(or_(_C.c.due.is_(None), _C.c.due < ahead))
    return found


def _among(view: View, countries: Sequence[str]) -> Select[int]:
    """Commitments to which all of the countries are parties."""
    first, *others = rarest_first(view, _P.c.country, countries)
    query = select(_P.c.item_id).where(_P.c.country == first)
    for country in others:
        other = _P.alias()
        query = query.where(
            exists().where(other.c.item_id == _P.c.item_id, other.c.country == country)
        )
    return query


def _answering(commitment: ColumnElement[int]) -> list[ColumnElement[bool]]:
    return [_Q.c.kind == "answer", _Q.c.left_id == commitment, _Q.c.state != "declined"]


def _undertakings(view: View, rows: Sequence[Row[Any]]) -> list[Undertaking]:
    found: list[Undertaking] = []
    for at in range(0, len(rows), BATCH):
        found += _with_parties(view, rows[at : at + BATCH])
    return found


def _with_parties(view: View, rows: Sequence[Row[Any]]) -> list[Undertaking]:
    ids = [row.item_id for row in rows]
    parties: dict[tuple[int, str], list[Party]] = defaultdict(list)
    own = select(_P).where(_P.c.item_id.in_(ids)).order_by(_P.c.item_id, _P.c.role, _P.c.name)
    for row in view.connection.execute(own):
        party = Party(name=row.name, actor=row.actor_id, country=row.country)
        parties[row.item_id, row.role].append(party)
    answered = (
        select(_Q.c.left_id, func.count().label("answers"))
        .where(_Q.c.kind == "answer", _Q.c.left_id.in_(ids), _Q.c.state != "declined")
        .group_by(_Q.c.left_id)
    )
    answers = {row.left_id: row.answers for row in view.connection.execute(answered)}
    return [
        Undertaking(
            id=row.item_id,
            report=row.report_id,
            kind=row.kind,
            text=row.text,
            by=tuple(parties[row.item_id, "by"]),
            to=tuple(parties[row.item_id, "to"]),
            day=row.day,
            due=row.due,
            outcome=row.outcome,
            answers=answers.get(row.item_id, 0),
        )
        for row in rows
    ]
