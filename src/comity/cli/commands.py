"""The commands, each in a file of its own."""

from __future__ import annotations

from typing import Annotated

import typer

from comity import __version__
from comity.cli.read import read
from comity.cli.schema import schema

app = typer.Typer(
    name="comity",
    help="Read reports of political contact: who met whom, for whom they spoke, what they said and "
    "what they mean to do, each item with the words that say it.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode="rich",
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command()(read)
app.command()(schema)


def _show_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"comity {__version__}")
        raise typer.Exit


@app.callback()
def _comity(
    version: Annotated[
        bool,
        typer.Option("--version", help="Print the version.", callback=_show_version, is_eager=True),
    ] = False,
) -> None:
    pass
