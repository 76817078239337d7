"""What may belong together, for a person to decide: actors, encounters, answers to commitments."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Literal

from sqlalchemy import Row, delete, func, select, update

from comity.errors import RecordError
from comity.record import tables
from comity.record.store import View, Work
from comity.record.upsert import insert_into

#: actor: left and right may be one actor. encounter: the two may be one. answer: left is a
#: commitment's item, right the item that may answer it.
ProposalKind = Literal["actor", "encounter", "answer"]
ProposalState = Literal["open", "accepted", "declined"]
_T = tables.proposal


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """Two things that may belong together; `score` lies in 0..1, `report` is where it was seen."""

    id: int
    kind: ProposalKind
    left: int
    right: int
    score: float
    reason: str
    report: int | None
    made: str
    state: ProposalState
    judgement: int | None


def propose(
    work: Work,
    kind: ProposalKind,
    pairs: Iterable[tuple[int, int, float, str]],
    *,
    report: int | None,
) -> None:
    """Propose pairs (left, right, score, reason). What was proposed before stays as it is."""
    rows = [
        {
            "kind": kind,
            # Two actors or encounters are a pair without order.
            "left_id": left if kind == "answer" else min(left, right),
            "right_id": right if kind == "answer" else max(left, right),
            "score": score,
            "reason": reason,
            "report_id": report,
            "made": work.now,
            "state": "open",
        }
        for left, right, score, reason in pairs
        if left != right
    ]
    if rows:
        work.connection.execute(insert_into(work, _T).on_conflict_do_nothing(), rows)


def proposals(
    view: View,
    *,
    kind: ProposalKind | None = None,
    state: ProposalState | None = "open",
    left: int | None = None,
    most: int | None = 50,
) -> list[Proposal]:
    """Proposals, the surest first."""
    query = select(_T).order_by(_T.c.score.desc(), _T.c.id).limit(most)
    for column, value in ((_T.c.kind, kind), (_T.c.state, state), (_T.c.left_id, left)):
        if value is not None:
            query = query.where(column == value)
    return [_proposal(row) for row in view.connection.execute(query)]


def get_proposal(view: View, proposal_id: int) -> Proposal:
    """One proposal. Raises RecordError (C408)."""
    row = view.connection.execute(select(_T).where(_T.c.id == proposal_id)).one_or_none()
    if row is None:
        raise RecordError("C408", f"the record has no proposal {proposal_id}", where="proposal")
    return _proposal(row)


def count_open(view: View) -> dict[str, int]:
    """How many proposals wait, by kind."""
    query = select(_T.c.kind, func.count().label("waiting")).where(_T.c.state == "open")
    query = query.group_by(_T.c.kind)
    return {row.kind: row.waiting for row in view.connection.execute(query)}


def settle(work: Work, proposal_id: int, state: ProposalState, *, judgement: int | None) -> None:
    """Say what became of a proposal."""
    values = {"state": state, "judgement_id": judgement}
    work.connection.execute(update(_T).where(_T.c.id == proposal_id).values(values))


def withdraw(work: Work, report_id: int) -> None:
    """Take back what a report made us propose, as far as nobody decided it."""
    work.connection.execute(delete(_T).where(_T.c.report_id == report_id, _T.c.state == "open"))


def _proposal(row: Row[Any]) -> Proposal:
    return Proposal(
        id=row.id,
        kind=row.kind,
        left=row.left_id,
        right=row.right_id,
        score=row.score,
        reason=row.reason,
        report=row.report_id,
        made=row.made,
        state=row.state,
        judgement=row.judgement_id,
    )
