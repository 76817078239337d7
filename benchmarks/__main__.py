"""`python -m benchmarks`: what `make bench` runs. README.md says what is measured, and how."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

# Before numpy is loaded, so that its kernel takes one thread.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

from benchmarks import (
    accuracy,
    actors,
    annotated,
    asking,
    domestic,
    frozen,
    identities,
    ingest,
    killing,
    shares,
    speed,
)
from benchmarks.places import AbsentError, corpus

PARTS = (
    "accuracy",
    "speed",
    "domestic",
    "actors",
    "identities",
    "killing",
    "ingest",
    "asking",
    "profile",
)
#: What takes long, or is only looked at: not part of all.
APART = ("killing", "ingest", "asking", "profile")
Figures = dict[str, Any]


def main() -> int:
    """Measure, print, and freeze if asked to; 1 where a part failed or its figures dropped."""
    args = _arguments()
    all_of_them = tuple(part for part in PARTS if part not in APART)
    wanted = all_of_them if args.part == "all" else (args.part,)
    before = frozen.load()
    measures: dict[str, Callable[[], Figures]] = {
        "accuracy": lambda: _accuracy(args, before),
        "speed": lambda: _speed(args, before),
        "domestic": lambda: _domestic(args),
        "actors": lambda: _actors(args),
        "identities": _identities,
        "killing": lambda: _killing(args),
        "ingest": lambda: _ingest(args, before),
        "asking": lambda: _asking(args),
        "profile": lambda: _profile(args),
    }
    now: Figures = {}
    failed = False
    for part in wanted:
        try:
            now |= measures[part]()
        except AbsentError as reason:
            print(f"{part} skipped: {reason}\n")
        except (RuntimeError, ValueError) as error:
            print(f"{part} failed: {error}\n", file=sys.stderr)
            failed = True
    if args.freeze:
        frozen.save(now)
        print(f"frozen in {frozen.RESULTS.name}: {', '.join(now) or 'nothing'}")
    return int(failed)


def _accuracy(args: argparse.Namespace, before: Figures) -> Figures:
    accuracy.scorer()
    figures: Figures = {}
    for name, load in (("samples", annotated.samples), ("cases", annotated.cases)):
        try:
            items = [item for item in load() if args.only in item.name]
        except AbsentError as reason:
            print(f"{name} skipped: {reason}\n")
            continue
        scores = accuracy.score(
            items, show=list(accuracy.GOALS) if "all" in args.show else args.show
        )
        old = None if args.only else frozen.scores(name, before)
        _print([*scores.details, *accuracy.table(name, scores, old, goals=name == "cases")])
        if old and not frozen.same_reports(scores, old):
            print("(not the reports that were frozen: the change tells little)\n")
        if not args.only:
            figures[name] = frozen.as_figures(scores)
    return figures


def _speed(args: argparse.Namespace, before: Figures) -> Figures:
    many = speed.throughput(args.reports, args.repeats)
    _print(speed.lines("throughput", many, before.get("throughput")))
    starts = speed.STARTS if args.repeats >= speed.REPEATS else 2
    one = speed.start_up(starts)
    _print(speed.lines("start-up", one, before.get("start_up")))
    if args.reports < speed.REPORTS or args.repeats < speed.REPEATS:
        print("(a quick run for development: its figures are not frozen)\n")
        return {}
    return {"throughput": many.figures(), "start_up": one.figures()}


def _domestic(args: argparse.Namespace) -> Figures:
    if args.draw:
        domestic.save_draw(domestic.draw(corpus()))
    groups = domestic.measure()
    if args.part == "domestic":
        _print([line for group in groups for line in domestic.lines(group)])
    _print([domestic.summary(group) for group in groups])
    if args.record:
        print(f"{domestic.record(groups)} claims to judge added to {domestic.JUDGED.name}")
    return {"domestic": domestic.figures(groups)}


def _actors(args: argparse.Namespace) -> Figures:
    outcomes = actors.measure(actors.load())
    _print(actors.lines(outcomes, faults=bool(args.show)))
    return {"actors": actors.figures(outcomes)}


def _identities() -> Figures:
    result = identities.measure()
    _print(identities.lines(result))
    return {"identities": identities.figures(result)}


def _killing(args: argparse.Namespace) -> Figures:
    tallies = killing.measure_all(args.rounds)
    _print(killing.lines(tallies))
    if not all(tally.sound for tally in tallies):
        raise RuntimeError("reports were lost, doubled or half-written")
    return {"killing": killing.figures(tallies)} if args.rounds is None else {}


def _ingest(args: argparse.Namespace, before: Figures) -> Figures:
    found = ingest.measure(args.reports, args.repeats, into=args.into)
    _print(ingest.lines(found, before.get("ingest")))
    if args.reports < speed.REPORTS or args.repeats < speed.REPEATS:
        return {}  # a quick run for development
    return {"ingest": found.figures()}


def _asking(args: argparse.Namespace) -> Figures:
    found = asking.measure(max(args.repeats, 3), into=args.into)
    _print(asking.lines(found))
    return {"asking": found.figures()}


def _profile(args: argparse.Namespace) -> Figures:
    _print(shares.lines(shares.measure(min(args.reports, 100))))
    return {}


def _print(lines: list[str]) -> None:
    print("\n".join(lines), end="\n\n", flush=True)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks")
    parser.add_argument(
        "part",
        nargs="?",
        default="all",
        choices=[*PARTS, "all"],
        help=f"all: without {', '.join(APART)}",
    )
    parser.add_argument("--freeze", action="store_true", help="keep the figures in results.json")
    parser.add_argument("--show", action="append", default=[], metavar="FIELD",
                        help="accuracy: list the faults of a field; or all")  # fmt: skip
    parser.add_argument("--only", default="", metavar="NAME", help="accuracy: reports so named")
    parser.add_argument("--reports", type=int, default=speed.REPORTS, help="speed, ingest, profile")
    parser.add_argument("--repeats", type=int, default=speed.REPEATS, help="speed, ingest")
    parser.add_argument("--rounds", type=int, help="killing: rounds on each database")
    parser.add_argument("--into", type=Path, help="ingest, asking: a large record that is there")
    parser.add_argument("--draw", action="store_true", help="domestic: draw the reports anew")
    parser.add_argument("--record", action="store_true",
                        help="domestic: add the claims to be judged to the file")  # fmt: skip
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
