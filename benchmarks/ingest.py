"""Ingest: `comity add` against `comity read` of the same reports, alternating, in fresh processes.

Once into a new record, once into one that holds thousands of reports already.
"""

from __future__ import annotations

import json
import random
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.corpora import corpora
from benchmarks.places import COMITY, Row, drawn, need
from benchmarks.process import Timing, median, run

GOAL = 1.3
#: Reports that the larger record holds before.
HELD = 5000


@dataclass(frozen=True, slots=True)
class Ingest:
    """Medians of reading alone, and of adding to a new record and to a large one."""

    reports: int
    repeats: int
    held: int
    read: Timing
    new: Timing
    large: Timing

    def figures(self) -> dict[str, Any]:
        """What is frozen: ratios, which other machines can be compared by."""
        return {
            "reports": self.reports,
            "repeats": self.repeats,
            "held": self.held,
            "add_as_multiple_of_read": {
                name: {
                    "wall": round(timing.wall / self.read.wall, 3),
                    "cpu": round(timing.cpu / self.read.cpu, 3),
                }
                for name, timing in (("new record", self.new), ("large record", self.large))
            },
        }


def measure(reports: int, repeats: int, *, into: Path | None = None) -> Ingest:
    """Measure.

    Args:
        into: a record of many reports without those that are added; else one is made, which takes
            as long as reading so many.

    Raises AbsentError without the corpora or the command.
    """
    need(COMITY)
    rows = drawn(reports)
    timings: dict[str, list[Timing]] = {"read": [], "new": [], "large": []}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        file = write(folder / "reports.jsonl", rows)
        large = into or make_large(folder, {row["id"] for row in rows})
        held = reports_in(large)
        order = list(timings)
        for turn in range(repeats):
            random.Random(turn).shuffle(order)
            for what in order:
                with copied(folder, large if what == "large" else None) as record:
                    add = [str(COMITY), "add", str(file), "--record", str(record), "--quiet"]
                    read = [str(COMITY), "read", str(file), "--format", "jsonl", "--quiet"]
                    timings[what].append(run(read if what == "read" else add))
                    if what != "read" and reports_in(record) < reports:
                        raise RuntimeError("not all reports came in")
    medians = {what: median(all_) for what, all_ in timings.items()}
    return Ingest(len(rows), repeats, held, medians["read"], medians["new"], medians["large"])


def make_large(folder: Path, without: set[str]) -> Path:
    """A record with reports of all corpora but some."""
    others = [row for id, row in sorted(corpora().items()) if id not in without]
    random.Random(1).shuffle(others)
    record = folder / "large.db"
    file = write(folder / "held.jsonl", others[:HELD])
    print(f"  making a record of {min(HELD, len(others))} reports …", file=sys.stderr, flush=True)
    run([str(COMITY), "add", str(file), "--record", str(record), "--quiet"])
    return record


@contextmanager
def copied(folder: Path, record: Path | None) -> Iterator[Path]:
    """The address of a new record, or of a copy of one; it is thrown away afterwards."""
    path = folder / "timed.db"
    for end in ("", "-wal") if record is not None else ():
        if Path(f"{record}{end}").exists():
            shutil.copy(f"{record}{end}", f"{path}{end}")
    try:
        yield path
    finally:
        for end in ("", "-wal", "-shm"):
            Path(f"{path}{end}").unlink(missing_ok=True)


def write(file: Path, rows: list[Row]) -> Path:
    """Reports as JSON Lines."""
    with file.open("w", encoding="utf-8") as out:
        out.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    return file


def reports_in(record: Path) -> int:
    """How many reports a record holds."""
    from comity.record import open_record
    from comity.record.stats import count

    with open_record(str(record)) as opened, opened.viewing() as view:
        return count(view).reports


def lines(now: Ingest, before: dict[str, Any] | None) -> list[str]:
    """The figures as lines; `before` are frozen ones."""
    old = (before or {}).get("add_as_multiple_of_read", {})
    out = [
        f"ingest: {now.reports} reports, median of {now.repeats}; the large record holds "
        f"{now.held:,}",
        f"{'':<26}{'wall s':>9}{'CPU s':>9}{'peak MB':>9}   × the wall of reading (CPU)",
    ]
    rows: list[tuple[str, Timing]] = [
        ("read alone", now.read),
        ("add to a new record", now.new),
        ("add to a large record", now.large),
    ]
    for name, timing in rows:
        line = f"{name:<26}{timing.wall:>9.2f}{timing.cpu:>9.2f}{timing.peak:>9.0f}"
        if timing is not now.read:
            wall, cpu = timing.wall / now.read.wall, timing.cpu / now.read.cpu
            line += (
                f"   {wall:.2f} ({cpu:.2f}), goal {GOAL} {'reached' if wall <= GOAL else 'MISSED'}"
            )
            known = old.get(name.partition(" a ")[2])
            line += f", frozen {known['wall']:.2f}" if known else ""
        out.append(line)
    return out
