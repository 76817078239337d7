"""`comity review`: what may belong together, for a person to decide."""

from __future__ import annotations

import sys
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from comity.cli.decisions import decide, tell
from comity.cli.ending import clean_ending
from comity.cli.options import RecordOption, WhoOption, WhyOption, record_address, user_name
from comity.cli.show import Format, Outcome

if TYPE_CHECKING:
    from comity.model.judgement import Outcome as Settled
    from comity.record.proposals import ProposalKind

app = typer.Typer(
    name="review",
    help="Go through what may belong together: actors that may be one, encounters that may be one, "
    "and what may answer a commitment. Nothing of this is joined before somebody accepts it.",
    invoke_without_command=True,
)


class Kind(StrEnum):
    """What is proposed."""

    actor = "actor"
    encounter = "encounter"
    answer = "answer"


Id = Annotated[int, typer.Argument(help="The proposal, by its number.")]


@app.callback()
def review(
    context: typer.Context,
    kind: Annotated[Kind | None, typer.Option("--kind", help="Only these.")] = None,
    most: Annotated[int, typer.Option("--most", min=1, help="At most so many.")] = 50,
    form: Annotated[
        Format | None,
        typer.Option(
            "--format",
            "-f",
            help="How the list is printed. Without it: a table, and in a terminal one question "
            "after the other.",
            show_default=False,
        ),
    ] = None,
    who: WhoOption = None,
    record: RecordOption = None,
) -> None:
    """List the proposals that are open, the surest first, or go through them in a terminal."""
    if context.invoked_subcommand is not None:
        return
    with clean_ending():
        from comity.cli.review_run import ask, show_proposals
        from comity.cli.sheets import answer
        from comity.record import open_record

        where = record_address(record)
        only: ProposalKind | None = kind.value if kind else None
        if form is None and sys.stdin.isatty() and sys.stdout.isatty():
            with open_record(where) as opened:
                ask(opened, who=user_name(who), kind=only, most=most)
            return
        answer(
            where, (form or Format.table).value, lambda view: show_proposals(view, only, most=most)
        )


@app.command()
def accept(
    id: Id,
    outcome: Annotated[
        Outcome | None,
        typer.Option("--outcome", help="What becomes of the commitment that is answered."),
    ] = None,
    why: WhyOption = "",
    who: WhoOption = None,
    record: RecordOption = None,
) -> None:
    """Accept a proposal: actors are merged, encounters joined, an answer is kept as evidence."""
    with clean_ending():
        from comity.cli.review_run import said_of
        from comity.keeping.settling import accept as make

        chosen: Settled | None = outcome.value if outcome else None
        made = decide(record, who, lambda work: make(work, id, outcome=chosen, why=why))
        tell(made, f"proposal {id} accepted: {said_of(made)}")


@app.command()
def decline(
    id: Id, why: WhyOption = "", who: WhoOption = None, record: RecordOption = None
) -> None:
    """Decline a proposal. It does not come again."""
    with clean_ending():
        from comity.keeping.settling import decline as make

        tell(decide(record, who, lambda work: make(work, id, why=why)), f"proposal {id} declined")
