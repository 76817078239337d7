"""How the record's figures, problems and refusals are printed."""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict

import typer
from rich.console import Console
from rich.table import Table
from rich.text import Text

from comity.cli.ending import say
from comity.cli.plain import plain, shorten
from comity.model.report import Reject
from comity.record.check import Problem
from comity.record.stats import Stats

LABEL = "bold cyan"
FAINT = "dim"


def print_json(value: object) -> None:
    """Print a value as JSON for people and programs."""
    typer.echo(json.dumps(value, indent=2, ensure_ascii=False))


def print_stats(stats: Stats, *, form: str) -> None:
    """Print the figures of a record as "table" or "json"."""
    if form == "json":
        print_json(asdict(stats))
        return
    days = f"{stats.first_day} to {stats.last_day}" if stats.first_day else ""
    table = _plain_table()
    for label, total, parts in (
        ("reports", stats.reports, days),
        ("  counted", stats.counted, ""),
        ("  repeats", stats.repeats, "tell the story of another report"),
        ("  revisions", stats.revisions, "older texts of a page that was issued anew"),
        ("refused", sum(stats.rejects.values()), _parts(stats.rejects)),
        ("actors", sum(stats.actors.values()), _parts(stats.actors)),
        ("  merged", stats.merged_actors, "by a person, into another"),
        ("encounters", sum(stats.encounters.values()), _parts(stats.encounters)),
        ("  entered", stats.entered_encounters, "by hand"),
        ("commitments", sum(stats.commitments.values()), _parts(stats.commitments)),
        ("ties", stats.rows["tie"], ""),
        ("items", sum(stats.items.values()), _parts(stats.items)),
        ("proposals", sum(stats.open_proposals.values()), _parts(stats.open_proposals)),
        (
            "judgements",
            sum(stats.judgements_in_force.values()),
            _parts(stats.judgements_in_force),
        ),
        ("feeds", stats.rows["feed"], ""),
    ):
        if total or not label.startswith(" "):
            table.add_row(Text(label, style=LABEL), f"{total:,}", Text(parts, style=FAINT))
    _console().print(table)


def print_problems(problems: Iterable[Problem], *, form: str) -> int:
    """Print problems as they are found; how many there were."""
    found = []
    for problem in problems:
        found.append(problem)
        if form == "json":
            continue
        more = problem.count - len(problem.places)
        places = ", ".join(shorten(place, 100) for place in problem.places)
        typer.echo(
            f"{problem.count:,} {problem.what}: {places}{f' and {more:,} more' * (more > 0)}"
        )
        typer.echo(f"    → {problem.advice}")
    if form == "json":
        print_json([asdict(problem) for problem in found])
    elif not found:
        typer.echo("all is well")
    return len(found)


def print_rejects(rejects: Sequence[tuple[Reject, str]], *, form: str, quiet: bool) -> None:
    """Print refusals with their times as "table", "json" or "csv"."""
    rows = [{**asdict(reject), "at": at} for reject, at in rejects]
    if form == "json":
        print_json(rows)
    elif form == "csv":
        print_csv(rows, ("id", "source", "code", "reason", "at"))
    elif rows:
        for row in rows:
            where = plain(row["source"] or row["id"])
            typer.echo(f"{row['at']}  {where}: {plain(row['reason'])} [{row['code']}]")
    elif not quiet:
        say("nothing was refused")


def print_csv(rows: Iterable[Mapping[str, object]], columns: Sequence[str]) -> None:
    """Print rows as CSV with a head line."""
    writer = csv.DictWriter(sys.stdout, columns, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)


def _parts(kinds: Mapping[str, int]) -> str:
    ordered = sorted(kinds.items(), key=lambda kind: (-kind[1], kind[0]))
    return ", ".join(f"{number:,} {plain(kind)}" for kind, number in ordered)


def _plain_table() -> Table:
    table = Table(box=None, show_header=False, padding=(0, 2, 0, 0))
    table.add_column()
    table.add_column(justify="right")
    table.add_column(overflow="fold")
    return table


def _console() -> Console:
    return Console(highlight=False)
