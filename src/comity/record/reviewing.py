"""Proposals as they are reviewed: decided together, taken up again, out of date."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sqlalchemy import and_, delete, or_, select, update

from comity.record import tables
from comity.record.proposals import Proposal, ProposalKind, ProposalState, get_proposal
from comity.record.store import View, Work

_T = tables.proposal


def open_between(
    view: View, kind: ProposalKind, some: Sequence[int], others: Sequence[int]
) -> list[int]:
    """Open proposals that one of some things and one of others belong together."""
    left, right = list(some), list(others)
    pair = or_(
        and_(_T.c.left_id.in_(left), _T.c.right_id.in_(right)),
        and_(_T.c.left_id.in_(right), _T.c.right_id.in_(left)),
    )
    query = select(_T.c.id).where(_T.c.kind == kind, _T.c.state == "open", pair)
    return sorted(view.connection.execute(query).scalars())


def open_about(view: View, kind: ProposalKind, thing: int) -> list[Proposal]:
    """Open proposals about a thing."""
    mine = or_(_T.c.left_id == thing, _T.c.right_id == thing)
    query = select(_T.c.id).where(_T.c.kind == kind, _T.c.state == "open", mine).order_by(_T.c.id)
    return [get_proposal(view, id) for id in view.connection.execute(query).scalars().all()]


def decide(
    work: Work, proposals: Iterable[int], state: ProposalState, judgement: int | None
) -> None:
    """Say what became of proposals, and by which judgement."""
    values = {"state": state, "judgement_id": judgement}
    work.connection.execute(update(_T).where(_T.c.id.in_(list(proposals))).values(values))


def reopen(work: Work, judgement: int) -> None:
    """Take up again what a judgement decided."""
    values = {"state": "open", "judgement_id": None}
    work.connection.execute(update(_T).where(_T.c.judgement_id == judgement).values(values))


def withdraw_contacts(work: Work, report_id: int) -> None:
    """Take back what a report made us propose of encounters and answers, as far as nobody decided
    it."""
    made_here = (_T.c.report_id == report_id) & (_T.c.state == "open")
    work.connection.execute(delete(_T).where(made_here, _T.c.kind != "actor"))


def withdraw_actors(work: Work, report_id: int, *, but: Iterable[int]) -> None:
    """Take back open proposals of a report about actors that it names no longer."""
    named = list(but)
    kept = _T.c.left_id.in_(named) | _T.c.right_id.in_(named)
    made_here = (_T.c.report_id == report_id) & (_T.c.state == "open")
    work.connection.execute(delete(_T).where(made_here, _T.c.kind == "actor", ~kept))


def withdraw_answers(work: Work, items: Iterable[int]) -> None:
    """Take back open proposals that answer, or are answered by, items."""
    ids = list(items)
    mine = _T.c.left_id.in_(ids) | _T.c.right_id.in_(ids)
    work.connection.execute(delete(_T).where(_T.c.kind == "answer", _T.c.state == "open", mine))


def move_proposals(work: Work, gone: int, kept: int) -> None:
    """Let open proposals about an encounter be about the one that it was joined with."""
    for proposal in open_about(work, "encounter", gone):
        other = proposal.right if proposal.left == gone else proposal.left
        left, right = min(other, kept), max(other, kept)
        there = select(_T.c.id).where(
            _T.c.kind == "encounter", _T.c.left_id == left, _T.c.right_id == right
        )
        if other != kept and work.connection.execute(there).first() is None:
            values = {"left_id": left, "right_id": right}
            work.connection.execute(update(_T).where(_T.c.id == proposal.id).values(values))
