"""`comity commitment`: what became of commitments."""

from __future__ import annotations

from typing import Annotated

import typer

from comity.cli.decisions import decide, tell
from comity.cli.ending import clean_ending
from comity.cli.options import RecordOption, WhoOption, WhyOption
from comity.cli.show import Outcome

app = typer.Typer(
    name="commitment",
    help="Say what became of commitments: comity show commitments lists them.",
    no_args_is_help=True,
)


@app.callback()
def _commitment() -> None:
    pass  # keeps `set` a command of its own while there is no other


@app.command("set")
def set_(
    id: Annotated[int, typer.Argument(help="The commitment, by its number.")],
    outcome: Annotated[Outcome, typer.Argument(help="What became of it.")],
    answer: Annotated[
        int | None, typer.Option("--answer", help="The item that shows it, by its number.")
    ] = None,
    why: WhyOption = "",
    who: WhoOption = None,
    record: RecordOption = None,
) -> None:
    """Set what became of a commitment: kept, broken, overtaken, or open again."""
    with clean_ending():
        from comity.keeping.settling import set_outcome

        made = decide(
            record,
            who,
            lambda work: set_outcome(work, id, outcome.value, answer=answer, why=why),
        )
        tell(made, f"commitment {id} is {outcome.value}")
