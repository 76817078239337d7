"""`comity codebook`: what the types of events are, and what CAMEO's codes come to."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from comity.cli.ending import clean_ending


class Format(StrEnum):
    """How the codebook is printed."""

    table = "table"
    json = "json"


def codebook(
    name: Annotated[
        str | None,
        typer.Argument(
            help="A type (CONSULT), YIELD for CONCEDE and RETREAT, or a CAMEO code (042). Without "
            "it, all types.",
            show_default=False,
        ),
    ] = None,
    form: Annotated[
        Format, typer.Option("--format", "-f", help="table or json (without NAME: the whole).")
    ] = Format.table,
) -> None:
    """Show what counts as which event: definitions, modes, examples, the lines between types."""
    with clean_ending():
        from comity.cli import codebook_pages
        from comity.data.codebook import codebook as read

        if name is None:
            codebook_pages.print_all(read(), form=form.value)
        else:
            codebook_pages.print_named(codebook_pages.find(name), form=form.value)
