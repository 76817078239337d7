"""Whoever adds is killed at any moment, or several add at once: nothing is lost, nothing doubled."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from benchmarks import killing

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not hasattr(os, "fork"), reason="children are forked"),
]


def test_killed_and_started_again(new_record: Callable[[], str]) -> None:
    tally = killing.measure("this one", new_record, rounds=8, reports=24, seed=7)
    assert tally.sound, tally
    assert tally.rounds == 8
    assert tally.in_writing >= 1, tally


@pytest.mark.parametrize("together", [2, 8])
def test_several_at_once(new_record: Callable[[], str], together: int) -> None:
    tally = killing.measure_together("this one", new_record, together=together, reports=24)
    assert tally.sound, tally


def test_several_that_make_the_record_at_once(tmp_path: Path) -> None:
    numbers = iter(range(9))
    tally = killing.measure_together(
        "SQLite", lambda: str(tmp_path / f"{next(numbers)}.db"), together=4, reports=6
    )
    assert tally.sound, tally


def test_what_is_amiss_is_found(new_record: Callable[[], str]) -> None:
    """The comparison can fail: with a report too few, one too many, and half of one."""
    from sqlalchemy import text

    from comity.record import open_record

    adder = killing.Adder()
    try:
        whole, fewer, half = (new_record() for _ in range(3))
        for where, reports in ((whole, 8), (fewer, 6), (half, 8)):
            assert adder.run(where, reports) == 0
    finally:
        adder.close()
    wanted = killing.contents(whole)
    with open_record(half) as record, record.working("x") as work:
        work.connection.execute(text("DELETE FROM topic WHERE report_id = 2"))
    for where, other, found in (
        (fewer, wanted, (2, 0, 1)),
        (whole, killing.contents(fewer), (0, 2, 1)),
        (half, wanted, (0, 0, 1)),
        (whole, wanted, (0, 0, 0)),
    ):
        tally = killing.Tally("this one")
        killing.compare(tally, where, other)
        assert (tally.lost, tally.doubled, tally.half_written) == found
