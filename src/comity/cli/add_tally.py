"""How reports came in: counted, and told as a table, JSON, or JSON Lines."""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator

import typer

from comity.cli.ending import ALL_READ, NOTHING_READ, SOME_REFUSED
from comity.flow.adding import Added

#: The ways of coming in, as a table names them.
_LABELS = {
    "new": "new",
    "known": "known before",
    "revision": "issued anew, in place of an older text",
    "repeat": "telling the story of another report",
    "refused": "refused",
}


class Tally:
    """Counts what came in; with the form "jsonl" each is told at once."""

    def __init__(self, form: str) -> None:
        self.counts: Counter[str] = Counter()
        self._form = form

    def count(self, added: Added) -> None:
        """Count one report or refusal."""
        self.counts[added.arrival or "refused"] += 1
        if self._form == "jsonl":
            typer.echo(json.dumps(_row(added), ensure_ascii=False))
            sys.stdout.flush()

    def words(self) -> str:
        """The counts in words: "3 new, 1 known before"."""
        return ", ".join(f"{number:,} {name}" for name, number in self._told()) or "nothing came in"

    def finish(self) -> None:
        """Tell the counts, unless each was told."""
        if self._form == "json":
            typer.echo(json.dumps({name: self.counts[name] for name in _LABELS}))
        elif self._form == "table":
            for name, number in self._told():
                typer.echo(f"{number:>9,}  {name}")

    @property
    def code(self) -> int:
        """The exit code: 0 all came in, 1 some were refused, 2 nothing came in."""
        refused = self.counts["refused"]
        if not refused:
            return ALL_READ
        return SOME_REFUSED if self.counts.total() > refused else NOTHING_READ

    def _told(self) -> Iterator[tuple[str, int]]:
        for name, label in _LABELS.items():
            if self.counts[name]:
                yield label, self.counts[name]


def _row(added: Added) -> dict[str, object]:
    if added.reject is not None:
        reject = added.reject
        return {
            "source": added.source,
            "arrival": "refused",
            "code": reject.code,
            "reason": reject.reason,
        }
    row: dict[str, object] = {"source": added.source, "arrival": added.arrival}
    if added.kept is not None:
        row["report"] = added.kept.report
        if added.kept.of is not None:
            row["of"] = added.kept.of
        if added.kept.why:
            row["why"] = added.kept.why
    return row
