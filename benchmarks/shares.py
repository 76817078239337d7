"""Where the time of a reading goes: by room on the clock, and by module of the rules.

The clock gives the shares of the rooms. Within the rules, cProfile gives each module its own time,
with that of the library functions it calls itself; cProfile slows small functions more than large
ones, so read those shares as an order, not as seconds.
"""

from __future__ import annotations

import cProfile
import pstats
import time
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from benchmarks.places import drawn
from comity.language.parse import BATCH, parse_many
from comity.language.pipelines import load, pipeline_name
from comity.language.prepare import paragraphs
from comity.model.json_form import to_json
from comity.model.report import Report
from comity.reading.read import read
from comity.reports import report_from_text

Place = tuple[str, int, str]


@dataclass(frozen=True, slots=True)
class Shares:
    """Seconds by room; own seconds of the rules by module and by function, under cProfile."""

    reports: int
    tokens: int
    rooms: Mapping[str, float]
    modules: Mapping[str, float]
    functions: Mapping[str, float]


def measure(count: int) -> Shares:
    """Read `count` reports of the corpus room by room. Raises AbsentError."""
    rows = drawn(count)
    nlp = load(pipeline_name("en"))
    rooms: dict[str, float] = {}
    started = time.perf_counter()

    def lap(room: str) -> None:
        nonlocal started
        rooms[room] = time.perf_counter() - started
        started = time.perf_counter()

    reports = [_report(row) for row in rows]
    lap("reports")
    texts = [one.text for report in reports for one in paragraphs(report.text)]
    list(nlp.pipe(texts, batch_size=BATCH))  # spaCy is slower on words that it sees first
    started = time.perf_counter()
    for _doc in nlp.pipe(texts, batch_size=BATCH):
        pass
    lap("spaCy alone, same paragraphs")
    parsed = list(parse_many(reports))
    lap("language, spaCy included")
    readings = [read(one, reader="benchmark") for one in parsed]
    lap("reading")
    for reading in readings:
        to_json(reading)
    lap("JSON form")

    profile = cProfile.Profile()
    profile.enable()
    for one in parsed:
        read(one, reader="benchmark")
    profile.disable()
    modules, functions = _own(pstats.Stats(profile))
    return Shares(len(reports), sum(map(len, parsed)), rooms, modules, functions)


def lines(shares: Shares, *, most: int = 15) -> list[str]:
    """The shares as lines."""
    alone = "spaCy alone, same paragraphs"
    total = sum(seconds for room, seconds in shares.rooms.items() if room != alone)
    out = [f"{shares.reports} reports, {shares.tokens:,} tokens: {total:.2f} s"]
    for room, seconds in shares.rooms.items():
        note = "  (for comparison, not in the sum)" if room == alone else ""
        out.append(f"  {room:<34}{seconds:>8.2f} s{seconds / total:>8.1%}{note}")
    base = shares.rooms[alone]
    out.append(f"  rules and values on top of spaCy: {total / base:.2f} × spaCy alone")
    for title, table in (("module", shares.modules), ("function", shares.functions)):
        out.append(f"the rules by {title}")
        whole = sum(table.values())
        for name, seconds in sorted(table.items(), key=lambda item: -item[1])[:most]:
            out.append(f"  {name:<46}{seconds / whole:>8.1%}")
    return out


def _own(stats: pstats.Stats) -> tuple[dict[str, float], dict[str, float]]:
    """Own time by module and by function; a library function's goes to who of us called it."""
    modules: dict[str, float] = defaultdict(float)
    functions: dict[str, float] = defaultdict(float)
    table: Mapping[Place, tuple[int, int, float, float, Mapping[Place, tuple[float, ...]]]]
    table = stats.stats  # type: ignore[attr-defined]  # the standard library's stubs lack it
    for place, (_calls, _primitive, own, _total, callers) in table.items():
        for caller, seconds in _paid_by(place, own, callers):
            modules[caller[0]] += seconds
            functions[f"{caller[0]}:{caller[2]}"] += seconds
    return modules, functions


def _paid_by(
    place: Place, own: float, callers: Mapping[Place, tuple[float, ...]]
) -> Iterator[tuple[Place, float]]:
    module = _module(place[0])
    if module:
        yield (module, *place[1:]), own
        return
    for caller, figures in callers.items():
        name = _module(caller[0]) or "(libraries, called by libraries)"
        yield (name, *caller[1:]), figures[2]


def _module(file: str) -> str | None:
    parts = Path(file).parts
    if "comity" not in parts:
        return None
    at = len(parts) - 1 - parts[::-1].index("comity")
    return ".".join(parts[at + 1 :]).removesuffix(".py")


def _report(row: Mapping[str, str]) -> Report:
    return report_from_text(
        row["text"], id=row["id"], title=row["title"], published=row["published"], language="en"
    )
