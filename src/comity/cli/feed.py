"""`comity feed`: the feeds that the record follows."""

from __future__ import annotations

from typing import Annotated

import typer

from comity.cli.add import AllowHosts, Delay, Form, Format, IgnoreRobots
from comity.cli.ending import clean_ending
from comity.cli.options import (
    RecordOption,
    WhoOption,
    record_address,
    user_name,
)
from comity.cli.read import Pipeline, Quiet
from comity.cli.record import ListForm, ListFormat

app = typer.Typer(
    name="feed",
    help="Follow feeds (RSS, Atom), and take in what is new in them.",
    no_args_is_help=True,
)
Address = Annotated[str, typer.Argument(help="The feed's address.", show_default=False)]
Addresses = Annotated[
    list[str] | None,
    typer.Argument(help="The feeds' addresses; all that are followed without one."),
]


@app.command()
def add(url: Address, record: RecordOption = None, who: WhoOption = None) -> None:
    """Follow a feed. Nothing is fetched yet."""
    with clean_ending():
        from comity.flow.feeds import follow
        from comity.record import open_record

        with open_record(record_address(record), create=True) as opened:
            new = follow(opened, url, who=user_name(who))
        typer.echo("followed; fetch it with: comity feed fetch" if new else "followed already")


@app.command()
def remove(url: Address, record: RecordOption = None, who: WhoOption = None) -> None:
    """Follow a feed no longer. Its reports stay in the record."""
    with clean_ending():
        from comity.flow.feeds import unfollow
        from comity.record import open_record

        with open_record(record_address(record)) as opened:
            unfollow(opened, url, who=user_name(who))
        typer.echo("no longer followed; its reports stay")


@app.command("list")
def list_feeds(record: RecordOption = None, form: ListForm = ListFormat.table) -> None:
    """List the feeds that are followed, and how the last fetch of each went."""
    with clean_ending():
        from comity.cli.feed_tables import print_feeds
        from comity.record import open_record
        from comity.record.feeds import feeds

        with open_record(record_address(record)) as opened, opened.viewing() as view:
            found = feeds(view)
        print_feeds(found, form=form.value)


@app.command()
def fetch(
    urls: Addresses = None,
    record: RecordOption = None,
    form: Form = Format.table,
    again: Annotated[
        bool,
        typer.Option(
            "--again", help="Ask for every page anew, also for those that were fetched before."
        ),
    ] = False,
    pipeline: Pipeline = None,
    allow_host: AllowHosts = None,
    ignore_robots: IgnoreRobots = False,
    delay: Delay = 1.0,
    who: WhoOption = None,
    quiet: Quiet = False,
) -> None:
    """Fetch feeds, and take in the pages in them that are new or have changed.

    Exit code: 0 all went well, 1 a feed or page failed, 2 nothing could be fetched.
    """
    from comity.cli.add_run import fetch_policy
    from comity.cli.feed_run import Request, run

    with clean_ending():
        code = run(
            Request(
                urls=urls or [],
                record=record_address(record),
                who=user_name(who),
                form=form.value,
                again=again,
                pipeline=pipeline,
                policy=fetch_policy(allow_host, ignore_robots=ignore_robots, delay=delay),
                quiet=quiet,
            )
        )
    raise typer.Exit(code)
