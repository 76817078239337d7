"""`comity actor`: who is who, where a person knows it better than the names tell."""

from __future__ import annotations

from typing import Annotated

import typer

from comity.cli.decisions import decide, tell
from comity.cli.ending import clean_ending
from comity.cli.options import RecordOption, WhoOption, WhyOption

app = typer.Typer(
    name="actor",
    help="Merge two actors that are one, part names that are another's. Each can be taken back: "
    "comity judge undo.",
    no_args_is_help=True,
)
One = Annotated[int, typer.Argument(help="An actor, by its number.")]
Other = Annotated[int, typer.Argument(help="Another one.")]


@app.command()
def merge(
    one: One,
    other: Other,
    why: WhyOption = "",
    who: WhoOption = None,
    record: RecordOption = None,
) -> None:
    """Say that two actors are one. The one that fewer reports name becomes part of the other."""
    with clean_ending():
        from comity.keeping.merging import merge as make

        made = decide(record, who, lambda work: make(work, one, other, why=why))
        tell(made, f"actor {made.other} is actor {made.actor} now")


@app.command()
def part(
    actor: One,
    names: Annotated[
        list[str] | None, typer.Option("--name", help="A name that is another's; once or more.")
    ] = None,
    reports: Annotated[
        list[int] | None, typer.Option("--report", help="Only in this report; once or more.")
    ] = None,
    into: Annotated[
        int | None, typer.Option("--into", help="Whose it is; without it, a new actor's.")
    ] = None,
    why: WhyOption = "",
    who: WhoOption = None,
    record: RecordOption = None,
) -> None:
    """Say that some of an actor's names, or its names in some reports, are another actor's."""
    with clean_ending():
        from comity.keeping.merging import part as make

        made = decide(
            record,
            who,
            lambda work: make(
                work, actor, names=names or [], reports=reports or [], into=into, why=why
            ),
        )
        given = len((made.after or {})["names"])
        tell(made, f"names in {given} report{'s' * (given != 1)} are actor {made.other} now")


@app.command()
def apart(
    one: One,
    other: Other,
    why: WhyOption = "",
    who: WhoOption = None,
    record: RecordOption = None,
) -> None:
    """Say that two actors are two, so that they are not proposed as one any more."""
    with clean_ending():
        from comity.keeping.merging import tell_apart

        made = decide(record, who, lambda work: tell_apart(work, one, other, why=why))
        tell(made, f"actors {made.actor} and {made.other} are two")
