"""`comity watch`: a folder whose reports come into the record as they appear."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from comity.cli.add import Form, Format
from comity.cli.ending import clean_ending
from comity.cli.options import RecordOption, WhoOption, record_address, user_name
from comity.cli.read import Language, Pipeline, Published, Publisher, Quiet

Folder = Annotated[Path, typer.Argument(metavar="DIR", help="The folder.", show_default=False)]


def watch(
    folder: Folder,
    record: RecordOption = None,
    once: Annotated[
        bool, typer.Option("--once", help="End when what is there has been read.")
    ] = False,
    form: Form = Format.table,
    published: Published = None,
    publisher: Publisher = None,
    language: Language = None,
    pipeline: Pipeline = None,
    who: WhoOption = None,
    quiet: Quiet = False,
) -> None:
    """Read the reports in a folder into the record, then new ones as they appear.

    A file is read when it is complete: when it did not change for two seconds. Ctrl-C ends the
    watch; what came in is kept.

    Exit code: 0 all came in, 1 some were refused, 2 nothing came in.
    """
    from comity.cli.watch_run import Request, run

    with clean_ending():
        code = run(
            Request(
                folder=folder,
                record=record_address(record),
                who=user_name(who),
                once=once,
                form=form.value,
                published=published,
                publisher=publisher,
                language=language,
                pipeline=pipeline,
                quiet=quiet,
            )
        )
    raise typer.Exit(code)
