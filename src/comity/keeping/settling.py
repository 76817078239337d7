"""A person's word on commitments and proposals: what became of them."""

from __future__ import annotations

from comity.keeping.checking import cannot
from comity.keeping.entering import join_encounters, tell_encounters_apart
from comity.keeping.merging import merge, tell_apart
from comity.keeping.projection import project
from comity.model.json_form import item_to_json
from comity.model.judgement import Json, Judgement, Outcome
from comity.record import View, Work
from comity.record.commitments import get_undertaking
from comity.record.items import KeptItem, get_item
from comity.record.judgements import add_judgement
from comity.record.proposals import Proposal, get_proposal
from comity.record.reviewing import decide, open_between, withdraw_answers


def set_outcome(
    work: Work, item_id: int, outcome: Outcome, *, answer: int | None = None, why: str = ""
) -> Judgement:
    """Say what became of a commitment; `answer` is the item that shows it.

    Raises RecordError: C408 no such commitment or item, C411 it is so already.
    """
    known = get_undertaking(work, item_id)
    if known.outcome == outcome and answer is None:
        raise cannot(f"commitment {item_id} is {outcome} already")
    kept = get_item(work, item_id)
    shown = get_item(work, answer) if answer is not None else None
    if answer == item_id:
        raise cannot(f"commitment {item_id} cannot answer itself")
    after: Json = {"outcome": outcome}
    if shown is not None:
        after["answer"] = {**_place(shown), "item": shown.id}
    judgement = add_judgement(
        work,
        "outcome",
        why=why,
        report=kept.report,
        field=kept.item.field,
        key=kept.item.key,
        before=item_to_json(kept.item.value),
        after=after,
    )
    if answer is not None:
        decide(work, open_between(work, "answer", [item_id], [answer]), "accepted", judgement.id)
    project(work, kept.report)
    if outcome != "open":
        # Nothing has to answer it any more.
        withdraw_answers(work, [item_id])
    return judgement


def accept(
    work: Work, proposal_id: int, *, outcome: Outcome | None = None, why: str = ""
) -> Judgement:
    """Accept a proposal: actors are merged, encounters joined, an answer is kept as evidence.

    Args:
        outcome: what becomes of the commitment that is answered; without it, it stays as it is.

    Raises RecordError: C408 no such proposal, C411 it was decided, or cannot be done.
    """
    proposal = _open(work, proposal_id)
    if outcome is not None and proposal.kind != "answer":
        raise cannot(f"proposal {proposal_id} is about no commitment, so it has no outcome")
    if proposal.kind == "actor":
        judgement = merge(work, proposal.left, proposal.right, why=why)
    elif proposal.kind == "encounter":
        judgement = join_encounters(work, proposal.left, proposal.right, why=why)
    else:
        now = get_undertaking(work, proposal.left).outcome
        judgement = set_outcome(work, proposal.left, outcome or now, answer=proposal.right, why=why)
    decide(work, [proposal.id], "accepted", judgement.id)
    return judgement


def decline(work: Work, proposal_id: int, *, why: str = "") -> Judgement:
    """Decline a proposal: it does not come again.

    Raises RecordError: C408 no such proposal, C411 it was decided.
    """
    proposal = _open(work, proposal_id)
    if proposal.kind == "actor":
        judgement = tell_apart(work, proposal.left, proposal.right, why=why)
    elif proposal.kind == "encounter":
        judgement = tell_encounters_apart(work, proposal.left, proposal.right, why=why)
    else:
        judgement = _no_answer(work, proposal, why)
    decide(work, [proposal.id], "declined", judgement.id)
    return judgement


def _no_answer(work: Work, proposal: Proposal, why: str) -> Judgement:
    """Say that an item does not answer a commitment; both keep their places when read again."""
    promise, answer = get_item(work, proposal.left), get_item(work, proposal.right)
    items = [{**_place(kept), "form": item_to_json(kept.item.value)} for kept in (promise, answer)]
    return add_judgement(
        work,
        "apart",
        why=why,
        report=promise.report,
        field=promise.item.field,
        key=promise.item.key,
        before={"items": items},
        after={"answer": {**_place(answer), "item": answer.id}},
    )


def _open(view: View, proposal_id: int) -> Proposal:
    proposal = get_proposal(view, proposal_id)
    if proposal.state != "open":
        by = f" by judgement {proposal.judgement}" if proposal.judgement else ""
        raise cannot(f"proposal {proposal_id} was {proposal.state} already{by}")
    return proposal


def _place(kept: KeptItem) -> Json:
    return {"report": kept.report, "field": kept.item.field, "key": kept.item.key}
