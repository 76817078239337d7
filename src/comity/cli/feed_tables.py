"""How the feeds that are followed are printed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict

import typer

from comity.cli.plain import plain, shorten
from comity.cli.record_tables import print_csv, print_json
from comity.record.feeds import KeptFeed

_COLUMNS = ("url", "title", "added", "added_by", "fetched", "note")


def print_feeds(feeds: Sequence[KeptFeed], *, form: str) -> None:
    """Print feeds as "table", "json" or "csv"."""
    rows = [{name: asdict(feed)[name] for name in _COLUMNS} for feed in feeds]
    if form == "json":
        print_json(rows)
    elif form == "csv":
        print_csv(rows, _COLUMNS)
    elif not feeds:
        typer.echo("no feed is followed; add one with: comity feed add URL")
    else:
        for feed in feeds:
            typer.echo(plain(feed.url) + (f"  {shorten(feed.title, 80)}" if feed.title else ""))
            when = (
                f"fetched {feed.fetched}: {plain(feed.note)}" if feed.fetched else "not fetched yet"
            )
            typer.echo(f"    {when}")
