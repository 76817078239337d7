"""`comity record`: the record's upkeep: making it, checking it, saving it, what is in it."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from comity.cli.ending import clean_ending
from comity.cli.options import QuietOption, RecordOption, record_address

app = typer.Typer(
    name="record",
    help="Make a record, check it, save it, and see how much it holds.",
    no_args_is_help=True,
)


class Format(StrEnum):
    """How figures are printed."""

    table = "table"
    json = "json"


class ListFormat(StrEnum):
    """How a list is printed."""

    table = "table"
    json = "json"
    csv = "csv"


Form = Annotated[Format, typer.Option("--format", "-f", help="table or json.")]
ListForm = Annotated[ListFormat, typer.Option("--format", "-f", help="table, json or csv.")]
NewFile = Annotated[Path, typer.Argument(help="The new file, such as comity.backup.zip.")]
Saved = Annotated[Path, typer.Argument(help="The backup.")]


@app.command()
def init(record: RecordOption = None) -> None:
    """Make a record. One that is there already stays as it is."""
    with clean_ending():
        from comity.record.address import parse_address
        from comity.record.migrate import init as make

        address = record_address(record)
        made = make(address)
        shown = parse_address(address).shown
        typer.echo(f"{shown}: {'a new record' if made else 'there is a record already'}")


@app.command()
def upgrade(record: RecordOption = None) -> None:
    """Bring a record that an older Comity made up to date. Make a backup before."""
    with clean_ending():
        from comity.record.address import parse_address
        from comity.record.migrate import upgrade as bring
        from comity.record.version import NEWEST

        address = record_address(record)
        before = bring(address)
        told = (
            f"the record is up to date (version {NEWEST})"
            if before == NEWEST
            else f"upgraded from version {before} to {NEWEST}"
        )
        typer.echo(f"{parse_address(address).shown}: {told}")


@app.command()
def backup(file: NewFile, record: RecordOption = None) -> None:
    """Save the record into one file, as it is at one moment. Others may go on working."""
    with clean_ending():
        from comity.record import open_record
        from comity.record.backup import make_backup

        with open_record(record_address(record)) as opened:
            made = make_backup(opened, file)
        reports = made.rows["report"]
        typer.echo(f"{file}: {reports:,} reports, {sum(made.rows.values()):,} rows in all")


@app.command()
def restore(file: Saved, record: RecordOption = None) -> None:
    """Fill a new record from a backup, on SQLite or PostgreSQL, whichever it was made of."""
    with clean_ending():
        from comity.record.address import parse_address
        from comity.record.backup import restore_backup

        address = record_address(record)
        made = restore_backup(file, address)
        typer.echo(
            f"{parse_address(address).shown}: {made.rows['report']:,} reports, as they were on "
            f"{made.made.replace('T', ' ').removesuffix('Z')} (UTC)"
        )


@app.command()
def check(
    record: RecordOption = None,
    form: Form = Format.table,
    repair: Annotated[
        bool,
        typer.Option(
            "--repair", help="First count anew what is counted, and gather the words to search."
        ),
    ] = False,
) -> None:
    """Look through the whole record for damage and for what does not add up.

    Exit code: 0 all is well, 1 problems were found, 2 the record cannot be opened.
    """
    with clean_ending():
        from comity.cli.record_tables import print_problems
        from comity.flow.checking import check as look_through
        from comity.record import open_record
        from comity.record.repair import repair as count_anew

        with open_record(record_address(record)) as opened:
            if repair:
                count_anew(opened)
            found = print_problems(look_through(opened), form=form.value)
    raise typer.Exit(1 if found else 0)


@app.command()
def stats(record: RecordOption = None, form: Form = Format.table) -> None:
    """Count what the record holds; as JSON, with the rows of every table."""
    with clean_ending():
        from comity.cli.record_tables import print_stats
        from comity.record import open_record
        from comity.record.stats import count

        with open_record(record_address(record)) as opened, opened.viewing() as view:
            found = count(view)
        print_stats(found, form=form.value)


@app.command()
def rejects(
    record: RecordOption = None,
    form: ListForm = ListFormat.table,
    most: Annotated[
        int | None, typer.Option("--most", min=1, help="At most so many.", show_default=False)
    ] = None,
    quiet: QuietOption = False,
) -> None:
    """List what was refused, the newest first, with the reasons."""
    with clean_ending():
        from comity.cli.record_tables import print_rejects
        from comity.record import open_record
        from comity.record.reports import rejects as refused

        with open_record(record_address(record)) as opened, opened.viewing() as view:
            found = refused(view, most=most)
        print_rejects(found, form=form.value, quiet=quiet)
