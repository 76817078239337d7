"""`comity encounter` and `comity actor`: from the command line into the record and back."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from comity.cli.encounter_run import attendees
from comity.errors import UsageError

HELD = (
    "ASTANA. Timur Aliyev, Speaker of the Mazhilis of Kazakhstan, met Claire Dumont, President of "
    "the French Senate, in Astana on 11 March. They discussed trade.\n"
)


@pytest.fixture
def at(tmp_path: Path, run: Callable, empty_sqlite: Path) -> Callable:
    """Call a command on a record without reports."""
    record = tmp_path / "own.db"
    record.write_bytes(empty_sqlite.read_bytes())

    def call(*words: object):
        return run(*words, "--record", record)

    return call


def entered(at: Callable, *more: object):
    return at(
        "encounter", "add", "--date", "2026-03-10", "--side", "kaz", "--side", "FRA",
        "-p", "KAZ: Timur Aliyev, Speaker of the Mazhilis",
        "-p", "FRA: Claire Dumont, President of the Senate", "--kind", "visit",
        "--place", "Astana", "--topic", "trade", "--note", "ask about the rail link", *more,
    )  # fmt: skip


def shown(at: Callable, encounter: int) -> dict:
    return json.loads(at("show", "encounter", encounter, "--format", "json").out)


def test_a_plan_and_the_report_of_it(at: Callable, tmp_path: Path) -> None:
    done = entered(at)
    assert done.out.splitlines() == [
        "encounter 1 entered (judgement 1)",
        "  Timur Aliyev is new to the record",
        "  Claire Dumont is new to the record",
    ]
    (tmp_path / "held.txt").write_text(HELD, encoding="utf-8")
    at("add", tmp_path / "held.txt", "--published", "2026-03-11", "--quiet")
    assert '"held"' in json.dumps(shown(at, 1))
    assert at("encounter", "split", 1, "--report", 1).out.startswith("split off as encounter")
    assert '"held"' not in json.dumps(shown(at, 1))
    assert at("judge", "undo", 2).code == 0
    assert '"held"' in json.dumps(shown(at, 1))
    assert at("encounter", "set", 1, "--status", "cancelled").code == 0
    assert '"cancelled"' in json.dumps(shown(at, 1))


def test_encounters_are_joined_and_told_apart(at: Callable) -> None:
    entered(at)
    entered(at, "--status", "held")
    assert "are two" in at("encounter", "apart", 1, 2).out
    assert "C411" in at("encounter", "join", 1, 2).err
    at("judge", "undo", 3)
    assert at("encounter", "join", 2, 1).out.startswith("encounter 2 is part of encounter 1 now")


OFF = [
    (("add", "--date", "yesterday", "--side", "KAZ"), "C326"),
    (("add", "--date", "2026-03-10", "--end", "2026-03-09", "--side", "KAZ"), "C326"),
    (("add", "--date", "2026-03-10", "--side", "XYZ"), "C325"),
    (("add", "--date", "2026-03-10"), "C411"),
    (("add", "--date", "2026-03-10", "-p", ", Speaker"), "C330"),
    (("add", "--date", "2026-03-10", "-p", "#77"), "C408"),
    (("add", "--date", "2026-03-10", "--body", "KAZ: Senate, house"), "C330"),
    (("set", 1), "C330"),
    (("set", 9, "--status", "held"), "C408"),
    (("set", 1, "--host", "XYZ"), "C325"),
    (("join", 1, 1), "C411"),
    (("split", 1, "--report", 5), "C408"),
]  # fmt: skip


@pytest.mark.parametrize("words, code", OFF)
def test_what_is_off_is_said_in_one_line(at: Callable, words: tuple, code: str) -> None:
    entered(at)
    done = at("encounter", *words)
    assert (done.code, done.out) == (2, "")
    assert done.err.splitlines()[-1].endswith(f"[{code}]")


@pytest.mark.parametrize(
    "words, name, actor, side, capacity",
    [
        ("Anna Weber", "Anna Weber", None, None, ""),
        ("Anna Weber, Chair, Committee on Trade", "Anna Weber", None, None, "Chair, Committee on Trade"),
        ("deu: Anna Weber, Chair", "Anna Weber", None, "DEU", "Chair"),
        ("#12, Chair", "", 12, None, "Chair"),
        ("FRA:#12", "", 12, "FRA", ""),
    ],
)  # fmt: skip
def test_how_participants_are_written(words, name, actor, side, capacity) -> None:
    (found,) = attendees([words])
    assert (found.name, found.actor, found.side, found.capacity) == (name, actor, side, capacity)


@pytest.mark.parametrize("words", ["", ",", "KAZ:", "#x", "FRA: , Chair"])
def test_what_is_no_participant(words: str) -> None:
    with pytest.raises(UsageError, match="C330"):
        attendees([words])
