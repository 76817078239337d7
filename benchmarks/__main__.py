"""`python -m benchmarks`: what `make bench` runs. README.md says what is measured, and how."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable
from typing import Any

# Before numpy is loaded, so that its kernel takes one thread.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

from benchmarks import accuracy, actors, annotated, domestic, frozen, identities, shares, speed
from benchmarks.places import AbsentError, corpus

PARTS = ("accuracy", "speed", "domestic", "actors", "identities", "profile")
Figures = dict[str, Any]


def main() -> int:
    """Measure, print, and freeze if asked to; 1 where a part failed or its figures dropped."""
    args = _arguments()
    wanted = PARTS[:-1] if args.part == "all" else (args.part,)
    before = frozen.load()
    measures: dict[str, Callable[[], Figures]] = {
        "accuracy": lambda: _accuracy(args, before),
        "speed": lambda: _speed(args, before),
        "domestic": lambda: _domestic(args),
        "actors": lambda: _actors(args),
        "identities": _identities,
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


def _profile(args: argparse.Namespace) -> Figures:
    _print(shares.lines(shares.measure(min(args.reports, 100))))
    return {}


def _print(lines: list[str]) -> None:
    print("\n".join(lines), end="\n\n", flush=True)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks")
    parser.add_argument(
        "part", nargs="?", default="all", choices=[*PARTS, "all"], help="all: without profile"
    )
    parser.add_argument("--freeze", action="store_true", help="keep the figures in results.json")
    parser.add_argument("--show", action="append", default=[], metavar="FIELD",
                        help="accuracy: list the faults of a field; or all")  # fmt: skip
    parser.add_argument("--only", default="", metavar="NAME", help="accuracy: reports so named")
    parser.add_argument("--reports", type=int, default=speed.REPORTS, help="speed, profile")
    parser.add_argument("--repeats", type=int, default=speed.REPEATS, help="speed")
    parser.add_argument("--draw", action="store_true", help="domestic: draw the reports anew")
    parser.add_argument("--record", action="store_true",
                        help="domestic: add the claims to be judged to the file")  # fmt: skip
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
