"""Killing: reports come in, whoever brings them is killed at any moment and started again.

A round is a kill and going on behind it. When all reports are in, the record is compared with one
into which the same reports came undisturbed, and looked through for what does not add up.
"""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from benchmarks.places import ROOT, AbsentError

ADDER = ROOT / "tests" / "flow" / "adder.py"
ROUNDS = {"SQLite": 200, "PostgreSQL": 50}
#: Programs that add at once, and the reports that each of them has.
TOGETHER, TOLD_TOGETHER = {"SQLite": 2, "PostgreSQL": 8}, 200
#: Reports of one record; it takes some kills until all are in.
REPORTS = 40


@dataclass
class Tally:
    """What became of the reports: rounds (kills), those midway, and what was found amiss."""

    database: str
    rounds: int = 0
    in_writing: int = 0
    records: int = 0
    lost: int = 0
    doubled: int = 0
    half_written: int = 0
    notes: list[str] = field(default_factory=list)

    @property
    def sound(self) -> bool:
        """Whether nothing was lost, doubled or half-written."""
        return not (self.lost or self.doubled or self.half_written)


class Adder:
    """The program that adds, and can be killed at it."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, str(ADDER)],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1,
            env={**os.environ, "OPENBLAS_NUM_THREADS": "1"},
        )  # fmt: skip

    def run(
        self, where: str, reports: int, *, kill_after: float | None = None, together: int = 1
    ) -> int:
        """Add the reports that are lacking; kill it after some seconds. How it ended: 0 all in.

        Args:
            together: how many programs add them, all at once.
        """
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(f"{where} {reports} {together}\n")
        child = int(self._process.stdout.readline())
        if kill_after is not None:
            time.sleep(kill_after)
            with suppress(ProcessLookupError):  # it may be done already
                os.kill(child, signal.SIGKILL)
        return int(self._process.stdout.readline())

    def close(self) -> None:
        """End the program."""
        assert self._process.stdin is not None
        self._process.stdin.close()
        self._process.wait(30)


def measure(
    database: str,
    make: Callable[[], str],
    *,
    rounds: int,
    reports: int = REPORTS,
    seed: int = 1,
    say: Callable[[str], None] = lambda _: None,
) -> Tally:
    """Kill and go on, over as many records as that many rounds fill.

    Args:
        make: makes a new record and gives its address.
    """
    tally, chance, adder = Tally(database), random.Random(seed), Adder()
    try:
        undisturbed = make()
        started = time.perf_counter()
        if adder.run(undisturbed, reports) != 0:
            raise RuntimeError("the reports do not come in even where nobody is killed")
        whole = time.perf_counter() - started
        wanted = contents(undisturbed)
        where, held, longest = make(), 0, whole * 0.9
        tally.records = 1
        while True:
            done = adder.run(where, reports, kill_after=longest * chance.random()) == 0
            before, held = held, reports_in(where)
            tally.rounds += not done
            tally.in_writing += not done and before < held < reports
            # On a busy machine nothing may have come in yet: then it is given longer.
            longest = longest * 1.5 if held == before else whole * 0.9
            if done or tally.rounds == rounds:
                if not done and adder.run(where, reports) != 0:
                    raise RuntimeError("the reports do not come in after a kill")
                compare(tally, where, wanted)
                say(f"{database}: {tally.rounds} rounds, {tally.records} records")
                if tally.rounds >= rounds:
                    return tally
                where, held = make(), 0
                tally.records += 1
    finally:
        adder.close()


def measure_together(
    database: str, make: Callable[[], str], *, together: int, reports: int = REPORTS
) -> Tally:
    """Let several programs add the same reports to one record at once."""
    tally, adder = Tally(database, records=1), Adder()
    try:
        undisturbed, where = make(), make()
        codes = adder.run(undisturbed, reports), adder.run(where, reports, together=together)
        if codes != (0, 0):
            raise RuntimeError(f"{database}: {together} programs at once got in each other's way")
        compare(tally, where, contents(undisturbed))
        return tally
    finally:
        adder.close()


def compare(tally: Tally, where: str, wanted: dict[str, Counter[tuple[object, ...]]]) -> None:
    """Count what is amiss in a record into which all reports came."""
    from comity.flow.checking import check
    from comity.record import open_record

    found = contents(where)
    tally.lost += sum((wanted["report"] - found["report"]).values())
    tally.doubled += sum((found["report"] - wanted["report"]).values())
    unlike = [name for name in wanted if wanted[name] != found[name]]
    with open_record(where) as record:
        problems = [f"{problem.what}: {problem.places}" for problem in check(record)]
    if unlike or problems:
        tally.half_written += 1
        tally.notes.append(f"{where}: unlike {unlike}; {problems}")


#: What differs though all is well: numbers that the database gives, times, who came first.
_ASIDE = ("id", "at", "added", "made", "fetched")


def contents(where: str) -> dict[str, Counter[tuple[object, ...]]]:
    """The rows of every table without numbers and times, with how often each is there."""
    from sqlalchemy import select

    from comity.record import open_record, tables

    found = {}
    with open_record(where) as record, record.viewing() as view:
        for table in tables.metadata.sorted_tables:
            columns = [
                column
                for column in table.columns
                if column.name not in _ASIDE
                and not column.name.endswith("_id")
                and column.name not in ("repeats", "replaced_by", "key", "post_key", "band")
            ]
            rows = view.connection.execute(select(*columns)) if columns else ()
            found[table.name] = Counter(tuple(map(_plain, row)) for row in rows)
    return found


def _plain(value: object) -> object:
    return bytes(value) if isinstance(value, memoryview) else value


def reports_in(where: str) -> int:
    """How many reports a record holds."""
    from comity.record import open_record
    from comity.record.stats import count

    with open_record(where, create=True) as record, record.viewing() as view:
        return count(view).reports


# ── for `make bench` ─────────────────────────────────────────────────────────────────────────────
@contextmanager
def sqlite_records() -> Iterator[Callable[[], str]]:
    """Makes addresses of SQLite records that are not there yet."""
    with tempfile.TemporaryDirectory() as folder:
        number = iter(range(10**6))
        yield lambda: str(Path(folder) / f"{next(number)}.db")


@contextmanager
def postgresql_records() -> Iterator[Callable[[], str]]:
    """Makes PostgreSQL records on a server of their own. Raises AbsentError."""
    try:
        import pgserver  # type: ignore[import-untyped, unused-ignore]  # for tests; no types
        import psycopg
    except ImportError as error:
        raise AbsentError("pgserver is not installed") from error
    from comity.record.migrate import init

    with tempfile.TemporaryDirectory() as folder:
        server = pgserver.get_server(folder, cleanup_mode="stop")
        number = iter(range(10**6))

        def make() -> str:
            name = f"record{next(number)}"
            plain = f"postgresql://postgres@/postgres?host={folder}"
            with psycopg.connect(plain, autocommit=True) as connection:
                connection.execute(f"CREATE DATABASE {name}")  # type: ignore[arg-type]
            where = f"postgresql+psycopg://postgres@/{name}?host={folder}"
            init(where)
            return where

        try:
            yield make
        finally:
            server.cleanup()


def measure_all(rounds: int | None = None) -> list[Tally]:
    """Both databases, with the usual numbers of rounds or another."""

    def say(line: str) -> None:
        print(f"  {line}", file=sys.stderr, flush=True)

    found = []
    for database, records in (("SQLite", sqlite_records), ("PostgreSQL", postgresql_records)):
        with records() as make:
            wanted = ROUNDS[database] if rounds is None else rounds
            found.append(measure(database, make, rounds=wanted, say=say))
            at_once = TOGETHER[database]
            name = f"{database}, {at_once} at once"
            found.append(measure_together(name, make, together=at_once, reports=TOLD_TOGETHER))
    return found


def figures(tallies: list[Tally]) -> dict[str, Any]:
    """What is frozen."""
    names = ("rounds", "in_writing", "records", "lost", "doubled", "half_written")
    return {
        "reports_a_record": REPORTS,
        **{t.database: {name: getattr(t, name) for name in names} for t in tallies},
    }


def lines(tallies: list[Tally]) -> list[str]:
    """The figures as lines."""
    out = [f"killing: {REPORTS} reports a record, killed at any moment, started again"]
    out.append(
        f"{'':<24}{'rounds':>8}{'midway':>8}{'records':>9}"
        f"{'lost':>7}{'doubled':>9}{'half-written':>14}"
    )
    for t in tallies:
        out.append(
            f"{t.database:<24}{t.rounds:>8}{t.in_writing:>8}{t.records:>9}"
            f"{t.lost:>7}{t.doubled:>9}{t.half_written:>14}"
        )
        out += [f"  {note}" for note in t.notes]
    return out
