"""How `comity reread` runs, and what it tells."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

import typer

from comity.cli.ending import ALL_READ, SOME_REFUSED, say
from comity.cli.options import record_address, user_name
from comity.flow.rereading import Reread, reread
from comity.model.judgement import FIELDS
from comity.record import open_record


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What is to be read again."""

    record: str | None
    who: str | None
    reports: tuple[int, ...]
    everything: bool
    after: int
    pipeline: str | None
    quiet: bool


@dataclass(slots=True)
class _Tally:
    read: int = 0
    unlike: int = 0
    refused: int = 0
    last: int = 0
    items: dict[str, Counter[str]] = field(default_factory=dict)

    def count(self, one: Reread) -> None:
        self.last = one.report
        if one.reject is not None:
            self.refused += 1
            return
        self.read += one.differences is not None
        self.unlike += bool(one.differences)
        for difference in one.differences or ():
            self.items.setdefault(difference.field, Counter())[difference.change] += 1


def run(request: Request) -> int:
    """Read again, and say what changed; the exit code."""
    tally = _Tally()
    with open_record(record_address(request.record)) as record:
        try:
            for one in reread(
                record,
                who=user_name(request.who),
                reports=request.reports,
                everything=request.everything,
                after=request.after,
                pipeline=request.pipeline,
            ):
                tally.count(one)
                if one.reject is not None and not request.quiet:
                    say(f"report {one.report}: {one.reject.reason} [{one.reject.code}]")
        except KeyboardInterrupt:
            if request.everything and tally.last:
                say(f"comity: go on with: comity reread --all --after {tally.last}")
            raise
    _tell(tally)
    return SOME_REFUSED if tally.refused else ALL_READ


def _tell(tally: _Tally) -> None:
    refused = f", {tally.refused:,} could not be read" if tally.refused else ""
    typer.echo(f"{tally.read:,} read again, {tally.unlike:,} of them differ{refused}")
    for name in FIELDS:
        counts = tally.items.get(name)
        if counts:
            parts = [f"{counts[change]:,} {change}" for change in ("added", "gone", "changed")
                     if counts[change]]  # fmt: skip
            typer.echo(f"  {name:<12} {', '.join(parts)}")
