"""The commands, each in a file of its own."""

from __future__ import annotations

from typing import Annotated

import typer

from comity import __version__
from comity.cli import actor, commitment, encounter, feed, judge, record, review, show
from comity.cli.add import add
from comity.cli.codebook import codebook
from comity.cli.diff import diff
from comity.cli.read import read
from comity.cli.reread import reread
from comity.cli.schema import schema
from comity.cli.watch import watch

app = typer.Typer(
    name="comity",
    help="Read reports of political contact (who met whom, for whom they spoke, what they said and "
    "what they mean to do, each item with the words that say it), keep them in one record, and ask "
    "it.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode="rich",
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command()(read)
app.command()(schema)
app.command()(codebook)
app.command()(add)
app.command()(watch)
app.command()(reread)
app.command()(diff)
app.add_typer(feed.app)
app.add_typer(record.app)
app.add_typer(show.app)
app.add_typer(judge.app)
app.add_typer(actor.app)
app.add_typer(encounter.app)
app.add_typer(commitment.app)
app.add_typer(review.app)


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
