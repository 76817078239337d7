"""`comity read`: reports in, readings out."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from comity.cli.ending import clean_ending


class Format(StrEnum):
    """How readings are printed."""

    table = "table"
    json = "json"
    jsonl = "jsonl"


Paths = Annotated[
    list[str],
    typer.Argument(
        help="Files (plain text, HTML, Markdown, PDF, JSON Lines), directories, or - for standard "
        "input.",
        show_default=False,
    ),
]
Form = Annotated[
    Format | None,
    typer.Option(
        "--format",
        "-f",
        help="table: a card for each report. json: one reading. jsonl: one reading a line. "
        "Without it: table in a terminal, else jsonl.",
        show_default=False,
    ),
]
Output = Annotated[
    Path | None,
    typer.Option("--output", "-o", help="Write the readings here.", show_default=False),
]
Published = Annotated[
    str | None,
    typer.Option(
        help="The day of publication (2018-07-06), for reports that do not give it.",
        show_default=False,
    ),
]
Publisher = Annotated[
    str | None,
    typer.Option(help="The publisher, for reports that name none.", show_default=False),
]
Language = Annotated[
    str | None,
    typer.Option(
        help="The language (en), for reports that do not name it. Without it, it is told from the "
        "text.",
        show_default=False,
    ),
]
Pipeline = Annotated[
    str | None,
    typer.Option(
        help="The spaCy pipeline to read with, by its package's name.", show_default=False
    ),
]
Rejects = Annotated[
    Path | None,
    typer.Option(
        help="List what was refused here, as JSON Lines with the reasons.", show_default=False
    ),
]
Quiet = Annotated[
    bool,
    typer.Option(
        "--quiet",
        "-q",
        help="No progress and no refusals on standard error. The exit code still tells.",
    ),
]


def read(
    paths: Paths,
    form: Form = None,
    output: Output = None,
    published: Published = None,
    publisher: Publisher = None,
    language: Language = None,
    pipeline: Pipeline = None,
    rejects: Rejects = None,
    quiet: Quiet = False,
) -> None:
    """Read reports and print what they say.

    Exit code: 0 all were read, 1 some were refused, 2 nothing could be read.
    """
    from comity.cli.reading_run import Request, run

    with clean_ending():
        code = run(
            Request(
                paths=paths,
                form=form.value if form else None,
                output=output,
                rejects=rejects,
                published=published,
                publisher=publisher,
                language=language,
                pipeline=pipeline,
                quiet=quiet,
            )
        )
    raise typer.Exit(code)
