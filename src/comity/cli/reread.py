"""`comity reread`: the reader of now reads again what an earlier one has read."""

from __future__ import annotations

from typing import Annotated

import typer

from comity.cli.ending import clean_ending
from comity.cli.options import QuietOption, RecordOption, WhoOption


def reread(
    reports: Annotated[
        list[int] | None,
        typer.Option("--report", help="Only this report, whoever read it; once or more."),
    ] = None,
    everything: Annotated[
        bool, typer.Option("--all", help="All reports, not only those of another reader.")
    ] = False,
    after: Annotated[
        int, typer.Option("--after", help="Only reports behind this one, to go on with --all.")
    ] = 0,
    pipeline: Annotated[
        str | None, typer.Option(help="The spaCy pipeline to read with.", show_default=False)
    ] = None,
    who: WhoOption = None,
    quiet: QuietOption = False,
    record: RecordOption = None,
) -> None:
    """Read stored reports again with the reader of now. Judgements stay, and so do the older
    readings: comity diff shows what changed.

    A run that was cut off goes on where it was. Exit code: 0 all were read, 1 some could not be.
    """
    with clean_ending():
        from comity.cli.reread_run import Request, run

        code = run(
            Request(
                record=record,
                who=who,
                reports=tuple(reports or ()),
                everything=everything,
                after=after,
                pipeline=pipeline,
                quiet=quiet,
            )
        )
    raise typer.Exit(code)
