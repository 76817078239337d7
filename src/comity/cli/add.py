"""`comity add`: reports into the record."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from comity.cli.ending import clean_ending
from comity.cli.options import RecordOption, WhoOption, record_address, user_name
from comity.cli.read import Language, Pipeline, Published, Publisher, Quiet, Rejects


class Format(StrEnum):
    """How it is told what became of the reports."""

    table = "table"
    json = "json"
    jsonl = "jsonl"


Sources = Annotated[
    list[str],
    typer.Argument(
        help="Files (plain text, HTML, Markdown, PDF, JSON Lines), directories, web addresses, or "
        "- for standard input.",
        show_default=False,
    ),
]
Form = Annotated[
    Format,
    typer.Option(
        "--format",
        "-f",
        help="table or json: how many came in how. jsonl: a line for each, as it comes in.",
    ),
]
AllowHosts = Annotated[
    list[str] | None,
    typer.Option(
        "--allow-host",
        help="A host (or host:port) in a private network, or this machine, that may be fetched "
        "from. Beside COMITY_ALLOW_HOSTS.",
        show_default=False,
    ),
]
IgnoreRobots = Annotated[
    bool,
    typer.Option(
        "--ignore-robots", help="Do not ask hosts that are allowed by name for their robots.txt."
    ),
]
Delay = Annotated[
    float,
    typer.Option(
        "--delay",
        min=0.0,
        help="Seconds between two requests to a host; robots.txt may ask for more.",
    ),
]


def add(
    sources: Sources,
    record: RecordOption = None,
    form: Form = Format.table,
    published: Published = None,
    publisher: Publisher = None,
    language: Language = None,
    pipeline: Pipeline = None,
    allow_host: AllowHosts = None,
    ignore_robots: IgnoreRobots = False,
    delay: Delay = 1.0,
    rejects: Rejects = None,
    who: WhoOption = None,
    quiet: Quiet = False,
) -> None:
    """Read reports and keep them in the record. Adding a report twice changes nothing.

    A SQLite record that is not there yet is made. A run that was cut off goes on where it was when
    it is started again.

    Exit code: 0 all came in, 1 some were refused, 2 nothing came in.
    """
    from comity.cli.add_run import Request, fetch_policy, run

    with clean_ending():
        code = run(
            Request(
                sources=sources,
                record=record_address(record),
                who=user_name(who),
                form=form.value,
                published=published,
                publisher=publisher,
                language=language,
                pipeline=pipeline,
                policy=fetch_policy(allow_host, ignore_robots=ignore_robots, delay=delay),
                rejects=rejects,
                quiet=quiet,
            )
        )
    raise typer.Exit(code)
