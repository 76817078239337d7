"""Asking: `comity show pair` on a record of all corpora against one of a tenth of their reports."""

from __future__ import annotations

import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

from benchmarks.corpora import corpora
from benchmarks.ingest import reports_in, write
from benchmarks.places import COMITY, need
from benchmarks.process import run

GOAL = 2.0
#: Country pairs: the busiest of the corpora, busy ones, and one with little.
PAIRS = (("USA", "RUS"), ("USA", "UKR"), ("USA", "FRA"), ("RUS", "KAZ"), ("USA", "PRY"))
TENTH = 10


@dataclass(frozen=True, slots=True)
class Asking:
    """Medians in seconds of whole processes, by pair: on the tenth, on all."""

    reports: int
    tenth: int
    repeats: int
    wall: dict[str, tuple[float, float]]

    def figures(self) -> dict[str, Any]:
        """What is frozen: ratios, which other machines can be compared by."""
        return {
            "reports": self.reports,
            "tenth": self.tenth,
            "all_as_multiple_of_tenth": {
                pair: round(whole / tenth, 2) for pair, (tenth, whole) in self.wall.items()
            },
        }


def measure(repeats: int, *, into: Path | None = None) -> Asking:
    """Measure, alternating between the records.

    Args:
        into: a record of all reports of the corpora; else one is made, which takes as long as
            reading them.

    Raises AbsentError without the corpora or the command.
    """
    need(COMITY)
    rows = [row for _, row in sorted(corpora().items())]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        records = {
            "tenth": _made(folder / "tenth", rows[::TENTH]),
            "all": into or _made(folder / "all", rows),
        }
        wall: dict[str, tuple[float, float]] = {}
        for one, other in PAIRS:
            times: dict[str, list[float]] = {what: [] for what in records}
            for _ in range(repeats):
                for what, record in records.items():
                    asked = [str(COMITY), "show", "pair", one, other, "--record", str(record)]
                    times[what].append(run(asked).wall)
            wall[f"{one}-{other}"] = (median(times["tenth"]), median(times["all"]))
        counts = {what: reports_in(record) for what, record in records.items()}
    return Asking(counts["all"], counts["tenth"], repeats, wall)


def lines(found: Asking) -> list[str]:
    """The result for people."""
    shown = [
        f"asking: comity show pair, {found.reports} reports against {found.tenth}, "
        f"medians of {found.repeats} processes",
        f"  {'pair':10}  {'tenth s':>8}  {'all s':>8}  {'ratio':>6}",
    ]
    for pair, (tenth, whole) in found.wall.items():
        shown.append(f"  {pair:10}  {tenth:8.2f}  {whole:8.2f}  {whole / tenth:6.2f}")
    return [*shown, f"goal: at most {GOAL} times as long"]


def _made(path: Path, rows: list[Any]) -> Path:
    """A record of some reports."""
    file, record = write(path.with_suffix(".jsonl"), rows), path.with_suffix(".db")
    print(f"  making a record of {len(rows)} reports …", file=sys.stderr, flush=True)
    run([str(COMITY), "add", str(file), "--record", str(record), "--quiet"])
    return record
