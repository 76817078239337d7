"""Encounters that several reports tell of: `python -m benchmarks.pairs`.

encounter-pairs.tsv holds pairs of reports that a person read: whether both tell of one contact.
With `--readings FILE…` (what `comity read --format jsonl` wrote of the corpora) the joins over all
of these readings are listed, and counted by what encounter-joins-judged.tsv says of them.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.corpora import corpora, report_of
from benchmarks.memory import Join, Memory, Told
from benchmarks.places import HERE, AbsentError, Row
from comity.flow import outcomes
from comity.model.contact import Account
from comity.model.json_form import from_json
from comity.model.report import Reject

PAIRS = HERE / "encounter-pairs.tsv"
JUDGED = HERE / "encounter-joins-judged.tsv"
_HEADER = "report\treport\tdate\tkind\tsame"
_JUDGED_HEADER = "report\tearlier reports\tkind\tpeople\tjudgement"


@dataclass(frozen=True, slots=True)
class Pair:
    """Two reports, and whether both tell of the contact of that day."""

    reports: frozenset[str]
    date: str
    kind: str
    same: bool


@dataclass(frozen=True, slots=True)
class Result:
    """What became of the judged pairs."""

    found: tuple[Pair, ...]
    proposed: tuple[Pair, ...]
    missed: tuple[Pair, ...]
    wrong: tuple[Pair, ...]
    apart: tuple[Pair, ...]


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.pairs")
    parser.add_argument("--readings", nargs="+", type=Path, default=[], metavar="FILE")
    parser.add_argument("--show", action="store_true", help="list every join with its words")
    parser.add_argument("--record", action="store_true", help="add joins to be judged to the file")
    args = parser.parse_args()
    try:
        rows = corpora()
        result = measure(rows)
        print("\n".join(lines(result)))
        if args.readings:
            print("\n".join(over_all(rows, args.readings, show=args.show, record=args.record)))
    except AbsentError as reason:
        print(f"pairs skipped: {reason}")
    return 0


def measure(rows: dict[str, Row]) -> Result:
    """Read the reports of the judged pairs, join them, and see what came together."""
    judged = pairs()
    wanted = sorted({id for pair in judged for id in pair.reports})
    told = []
    for outcome in outcomes(report_of(rows[id]) for id in wanted):
        if not isinstance(outcome, Reject):
            report, reading = outcome
            told.append(Told(report.id, report.text, reading))
    memory = Memory()
    ids = memory.add_all(told)
    together = {frozenset((ids[a], ids[b])) for a, b in memory.pairs()}
    doubts = {frozenset((ids[a], ids[b])) for a, b in memory.doubted()}
    return compare(judged, together, doubts)


def compare(
    judged: Iterable[Pair], together: set[frozenset[str]], doubts: set[frozenset[str]]
) -> Result:
    """Sort the pairs by whether they came together and whether they should."""
    sorted_out: dict[tuple[bool, bool], list[Pair]] = {}
    for pair in judged:
        sorted_out.setdefault((pair.same, pair.reports in together), []).append(pair)
    found, missed, wrong, apart = (
        tuple(sorted_out.get(key, ()))
        for key in ((True, True), (True, False), (False, True), (False, False))
    )
    proposed = tuple(pair for pair in missed if pair.reports in doubts)
    missed = tuple(pair for pair in missed if pair.reports not in doubts)
    return Result(found, proposed, missed, wrong, apart)


def lines(result: Result) -> list[str]:
    """What is printed of the judged pairs."""
    out = []
    for word, these in (("missed", result.missed), ("wrong ", result.wrong)):
        out += [f"{word} {p.date} {p.kind} {' | '.join(sorted(p.reports))}" for p in these]
    joined, proposed, missed = map(len, (result.found, result.proposed, result.missed))
    other = len(result.wrong) + len(result.apart)
    out.append(
        f"pairs that tell of one contact: of {joined + proposed + missed}, {joined} joined, "
        f"{proposed} proposed; of {other} that do not, {len(result.wrong)} joined"
    )
    return out


def over_all(rows: dict[str, Row], files: Sequence[Path], *, show: bool, record: bool) -> list[str]:
    """All joins over the readings in files, counted by the judgements."""
    told = []
    for file in files:
        with file.open(encoding="utf-8") as readings:
            for line in readings:
                reading = from_json(json.loads(line))
                if reading.id in rows:
                    told.append(Told(reading.id, rows[reading.id]["text"], reading))
    memory = Memory()
    ids = memory.add_all(told)
    known = judgements(JUDGED)
    if record:
        _record([_row(one, ids) for one in memory.joins], known)
        known = judgements(JUDGED)
    verdicts = [known.get(_row(one, ids), "?") for one in memory.joins]
    out = []
    for one, verdict in zip(memory.joins, verdicts, strict=True):
        if show or verdict == "wrong":
            out += [f"{verdict} {one.joined.score} {one.joined.reason}"]
            out += [f"    {_shown(account, ids)}" for account in (*one.before, one.account)]
    several = sum(len(one.accounts) > 1 for one in memory.encounters)
    out.append(
        f"{memory.accounts} accounts of {len(told)} reports: {len(memory.encounters)} encounters, "
        f"{several} with several accounts; {len(memory.joins)} joins, {verdicts.count('wrong')} "
        f"wrong, {verdicts.count('?')} unjudged; {len(memory.doubts)} doubts"
    )
    return out


def pairs(path: Path = PAIRS) -> list[Pair]:
    """The judged pairs. Raises ValueError that names the line which is off."""
    found = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines()[1:], 2):
        cells = line.split("\t")
        if len(cells) != 5 or cells[4] not in ("yes", "no"):
            raise ValueError(f"{path.name}:{number}: five cells are due, the last yes or no")
        found.append(Pair(frozenset(cells[:2]), cells[2], cells[3], cells[4] == "yes"))
    return found


def judgements(path: Path) -> dict[tuple[str, ...], str]:
    """Joins -> right, wrong or ?."""
    text = path.read_text(encoding="utf-8") if path.exists() else ""
    rows = [line.split("\t") for line in text.splitlines()[1:]]
    return {tuple(row[:-1]): row[-1] for row in rows}


def _record(rows: Iterable[tuple[str, ...]], known: dict[tuple[str, ...], str]) -> None:
    kept = {row: known.get(row, "?") for row in rows}
    body = ["\t".join((*row, verdict)) for row, verdict in sorted(kept.items())]
    JUDGED.write_text("\n".join([_JUDGED_HEADER, *body]) + "\n", encoding="utf-8")


def _row(one: Join, ids: Sequence[str]) -> tuple[str, ...]:
    """What a judgement of a join is kept under."""
    people = " + ".join(sorted(p.name for p in one.account.participants))
    before = " + ".join(sorted(ids[a.report] for a in one.before))
    return ids[one.account.report], before, f"{one.account.kind}/{one.account.status}", people


def _shown(account: Account, ids: Sequence[str]) -> str:
    who = " + ".join(f"{p.name}/{p.side}" for p in account.participants[:5])
    told = f"{account.kind}/{account.status} {account.date} {account.place}"
    return f"{ids[account.report][:90]} {account.published} {told} {who} “{account.words[:160]}”"


if __name__ == "__main__":
    sys.exit(main())
