"""Speed: `comity read` against bare spaCy of the same pipeline, over many reports and at start-up.

Everything runs in fresh processes, alternating, so that what else the machine does hits all alike.
Times are of whole processes, from start to end, on both sides.
"""

from __future__ import annotations

import json
import random
import sys
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.places import COMITY, SAMPLES, drawn, need
from benchmarks.process import Timing, median, run
from comity.language.pipelines import pipeline_name

COMITY_READ = "comity read"
#: A run with fewer reports or repeats is for development: it is never frozen.
REPORTS, REPEATS, STARTS = 300, 3, 10
GOAL = 1.5


@dataclass(frozen=True, slots=True)
class Contest:
    """Medians by contender; COMITY_READ is one of them."""

    reports: int
    repeats: int
    medians: Mapping[str, Timing]

    @property
    def same_kernel(self) -> str:
        """The best bare spaCy that uses Comity's matrix kernel, by wall time; else the best."""
        return self._best([name for name in self._bare() if "numpy" in name] or self._bare())

    @property
    def best(self) -> str:
        """The best bare spaCy of all, by wall time."""
        return self._best(self._bare())

    def ratio(self, name: str) -> tuple[float, float]:
        """Comity's wall and CPU time as multiples of a contender's."""
        ours, theirs = self.medians[COMITY_READ], self.medians[name]
        return ours.wall / theirs.wall, ours.cpu / theirs.cpu

    def figures(self) -> dict[str, Any]:
        """What is frozen: ratios, which other machines can be compared by."""
        ratios = {}
        for name in self._bare():
            wall, cpu = self.ratio(name)
            ratios[name] = {"wall": round(wall, 3), "cpu": round(cpu, 3)}
        return {"reports": self.reports, "repeats": self.repeats, "comity_as_multiple_of": ratios}

    def _bare(self) -> list[str]:
        return [name for name in self.medians if name != COMITY_READ]

    def _best(self, names: list[str]) -> str:
        return min(names, key=lambda name: self.medians[name].wall)


def throughput(reports: int = REPORTS, repeats: int = REPEATS) -> Contest:
    """Many reports in one run. Raises AbsentError without the corpus or the command."""
    need(COMITY)
    pipeline = pipeline_name("en")
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "reports.jsonl"
        with file.open("w", encoding="utf-8") as out:
            for row in drawn(reports):
                out.write(json.dumps(row, ensure_ascii=False) + "\n")
        bare = [sys.executable, "-m", "benchmarks.bare", str(file), pipeline]
        contenders = {
            COMITY_READ: [str(COMITY), "read", str(file), "--format", "jsonl"],
            "spaCy, blis, default batch": bare,
            "spaCy, blis, batch 16": [*bare, "--batch", "16"],
            "spaCy, numpy, default batch": [*bare, "--numpy"],
            "spaCy, numpy, batch 16": [*bare, "--numpy", "--batch", "16"],
        }
        return Contest(reports, repeats, _alternate(contenders, repeats))


def start_up(repeats: int = STARTS) -> Contest:
    """One short file from the shell, as a card. Raises AbsentError without the command."""
    need(COMITY)
    one = min(SAMPLES.glob("*.txt"), key=lambda path: path.stat().st_size)
    load = f"import spacy; spacy.load({pipeline_name('en')!r})"
    contenders = {
        COMITY_READ: [str(COMITY), "read", str(one), "--format", "table"],
        "python -c 'spacy.load'": [sys.executable, "-c", load],
    }
    for command in contenders.values():
        run(command)  # once, so that all files are in the system's cache
    return Contest(1, repeats, _alternate(contenders, repeats))


def lines(title: str, now: Contest, before: Mapping[str, Any] | None) -> list[str]:
    """A contest as lines; `before` are frozen figures."""
    old = (before or {}).get("comity_as_multiple_of", {})
    out = [
        f"{title}: {now.reports} report(s), median of {now.repeats}",
        f"{'':<30}{'wall s':>9}{'CPU s':>9}{'peak MB':>9}   comity takes × its wall (CPU)",
    ]
    for name, timing in now.medians.items():
        line = f"{name:<30}{timing.wall:>9.2f}{timing.cpu:>9.2f}{timing.peak:>9.0f}"
        if name != COMITY_READ:
            wall, cpu = now.ratio(name)
            line += f"   {wall:.2f} ({cpu:.2f})"
            line += f", frozen {old[name]['wall']:.2f}" if name in old else ""
        out.append(line)
    for name in dict.fromkeys((now.best, now.same_kernel)):
        wall, cpu = now.ratio(name)
        told = "the best of them" if name == now.best else "the best with the same kernel"
        reached = "reached" if wall <= GOAL else "MISSED"
        out.append(f"{told} ({name}): {wall:.2f} × wall, {cpu:.2f} × CPU; goal {GOAL} {reached}")
    return out


def _alternate(contenders: Mapping[str, list[str]], repeats: int) -> dict[str, Timing]:
    order = list(contenders)
    timings: dict[str, list[Timing]] = {name: [] for name in contenders}
    for turn in range(repeats):
        random.Random(turn).shuffle(order)
        for name in order:
            timings[name].append(run(contenders[name]))
    return {name: median(timings[name]) for name in contenders}
