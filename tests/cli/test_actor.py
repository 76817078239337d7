"""`comity actor`: merged, parted, told apart from the command line."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest


@pytest.fixture
def at(tmp_path: Path, run: Callable, empty_sqlite: Path) -> Callable:
    """Call a command on a record that knows two people, one of them in two reports."""
    record = tmp_path / "own.db"
    record.write_bytes(empty_sqlite.read_bytes())

    def call(*words: object):
        return run(*words, "--record", record)

    for at_, name in enumerate(["Timur Aliyev", "Timur Aliyev", "Temur Alijew"], start=1):
        story = tmp_path / f"story{at_}.txt"
        words = f"Speaker {name} of Kazakhstan met Foreign Minister Anna Weber of Germany in town {at_}."
        story.write_text(words, encoding="utf-8")
        assert call("add", story, "--published", f"2026-0{at_}-11", "--quiet").code == 0
    return call


def number(at: Callable, name: str) -> int:
    return int(json.loads(at("show", "actor", name, "--format", "json").out)["id"])


def test_actors_are_merged_and_parted(at: Callable) -> None:
    one, two = number(at, "Timur Aliyev"), number(at, "Temur Alijew")
    assert one != two
    done = at("actor", "merge", two, one, "--why", "his card")
    assert done.out == f"actor {two} is actor {one} now (judgement 1)\n"
    assert number(at, "Temur Alijew") == one
    assert "C411" in at("actor", "apart", one, two).err
    at("judge", "undo", 1)
    assert number(at, "Temur Alijew") == two
    parted = at("actor", "part", one, "--report", 2)
    assert parted.out.startswith("names in 1 report are actor ")
    assert "C411" in at("actor", "part", one).err
    assert "C408" in at("actor", "part", one, "--name", "Nobody").err
    assert at("actor", "apart", one, two).out.startswith(f"actors {one} and {two} are two")
    assert "C411" in at("actor", "merge", one, two).err
