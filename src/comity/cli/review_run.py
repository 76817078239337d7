"""Proposals as a sheet, and one after the other in a terminal."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import typer

from comity.cli.decisions import tell
from comity.cli.plain import plain, shorten
from comity.cli.sheets import Sheet, Shown, columns
from comity.errors import RecordError
from comity.keeping.reviewing import Side, sides_of
from comity.keeping.settling import accept, decline
from comity.model.judgement import Judgement, Outcome
from comity.record import Record, View
from comity.record.proposals import Proposal, ProposalKind, count_open, get_proposal, proposals

_OUTCOMES: dict[str, Outcome] = {
    "k": "kept",
    "b": "broken",
    "v": "overtaken",
    "o": "open",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposalPage:
    """A proposal with both its sides."""

    proposal: Proposal
    left: Side
    right: Side


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewPage:
    """Open proposals, and how many there are of each kind."""

    proposals: Sequence[ProposalPage]
    waiting: dict[str, int]


def show_proposals(view: View, kind: ProposalKind | None, *, most: int) -> Shown:
    """The open proposals, the surest first."""
    found = [
        ProposalPage(proposal=proposal, left=left, right=right)
        for proposal in proposals(view, kind=kind, most=most)
        for left, right in [sides_of(view, proposal)]
    ]
    waiting = count_open(view)
    total = waiting.get(kind, 0) if kind else sum(waiting.values())
    return Shown(
        page=ReviewPage(proposals=found, waiting=waiting),
        title="What may belong together",
        facts=[
            "accept or decline each: comity review accept ID, comity review decline ID",
        ],
        sheets=[
            Sheet(
                name="proposals",
                columns=columns("id kind score one other why [left] [right] [words] [other_words]"),
                rows=[
                    (
                        page.proposal.id,
                        page.proposal.kind,
                        round(page.proposal.score, 2),
                        _title(page.left, page.proposal),
                        _title(page.right, page.proposal),
                        page.proposal.reason,
                        page.left.id,
                        page.right.id,
                        " | ".join(page.left.words),
                        " | ".join(page.right.words),
                    )
                    for page in found
                ],
                total=total,
            )
        ],
        empty="Nothing waits for a decision.",
    )


def ask(record: Record, *, who: str, kind: ProposalKind | None, most: int) -> None:
    """Show proposals one after the other, and ask what to do with each."""
    with record.viewing() as view:
        waiting = proposals(view, kind=kind, most=most)
    if not waiting:
        typer.echo("Nothing waits for a decision.")
    for at, proposal in enumerate(waiting, start=1):
        with record.viewing() as view:
            if get_proposal(view, proposal.id).state != "open":
                continue  # decided by another judgement meanwhile
            left, right = sides_of(view, proposal)
        typer.echo("\n".join(lines_of(proposal, left, right, f"{at} of {len(waiting)}")))
        answer = _answer("one and the same" if proposal.kind != "answer" else "an answer")
        if answer == "q":
            return
        if answer == "s":
            continue
        outcome = _outcome() if answer == "y" and proposal.kind == "answer" else None
        why = typer.prompt("why", default="", show_default=False)
        try:
            with record.working(who) as work:
                if answer == "y":
                    made = accept(work, proposal.id, outcome=outcome, why=why)
                    tell(made, said_of(made))
                else:
                    tell(decline(work, proposal.id, why=why), "declined")
        except RecordError as error:
            if error.code not in ("C408", "C411"):
                raise
            typer.echo(plain(str(error)), err=True)


def lines_of(proposal: Proposal, left: Side, right: Side, place: str) -> Sequence[str]:
    """A proposal as lines for a terminal."""
    lines = ["", f"── {proposal.kind} {proposal.id} ({place}), {proposal.score:.2f}: "
             f"{plain(proposal.reason)}"]  # fmt: skip
    for side in (left, right):
        lines.append(f"  {side.id}  {shorten(side.title, 200)}")
        if side.facts:
            lines.append(f"      {shorten('; '.join(side.facts), 400)}")
        for source, words in zip(side.sources, side.words, strict=True):
            lines.append(f"      │ {shorten(words, 300)} [{plain(source)}]")
    return lines


def said_of(judgement: Judgement) -> str:
    """What accepting a proposal did."""
    if judgement.kind == "merge":
        return f"actor {judgement.other} is actor {judgement.actor} now"
    if judgement.kind == "join":
        return f"encounter {judgement.other_encounter} is part of {judgement.encounter} now"
    after = judgement.after or {}
    return f"kept as evidence, and the commitment is {after.get('outcome', 'open')}"


def _answer(what: str) -> str:
    while True:
        said: str = typer.prompt(f"{what}? [y]es, [n]o, [s]kip, [q]uit", default="s")
        if said[:1].lower() in ("y", "n", "s", "q"):
            return said[:1].lower()


def _outcome() -> Outcome | None:
    said: str = typer.prompt(
        "and the commitment is [k]ept, [b]roken, o[v]ertaken, [o]pen; empty leaves it",
        default="",
        show_default=False,
    )
    return _OUTCOMES.get(said[:1].lower())


def _title(side: Side, proposal: Proposal) -> str:
    number = f"#{side.id} " if proposal.kind != "answer" else ""
    return f"{number}{side.title}"
