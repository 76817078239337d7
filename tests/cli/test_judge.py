"""`comity judge`: from the command line into the record and back."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

TEXT = (
    "ASTANA. Timur Aliyev, Speaker of the Mazhilis of Kazakhstan, met Claire Dumont, President of "
    "the French Senate, in Astana on 11 March. They discussed trade. Claire Dumont said that the "
    "Senate would send a delegation to Astana in June.\n"
)


@pytest.fixture
def at(tmp_path: Path, run: Callable, empty_sqlite: Path) -> Callable:
    """Call a command on a record that holds one report."""
    record = tmp_path / "own.db"
    record.write_bytes(empty_sqlite.read_bytes())
    story = tmp_path / "held.txt"
    story.write_text(TEXT, encoding="utf-8")

    def call(*words: object, **more: object):
        return run(*words, "--record", record, **more)

    assert call("add", story, "--published", "2026-03-11", "--quiet").code == 0
    return call


def items(at: Callable) -> dict[int, dict]:
    page = json.loads(at("judge", "list", "--report", 1, "--format", "json").out)
    return {item["id"]: item for item in page["items"]}


def find(at: Callable, field: str, words: str = "") -> dict:
    return next(i for i in items(at).values() if i["field"] == field and words in i["says"])


def test_items_are_judged_by_the_ids_that_are_listed(at: Callable) -> None:
    one, two = find(at, "people", "Aliyev"), find(at, "topics")
    done = at("judge", "confirm", one["id"], "--why", "seen", "--who", "ada")
    assert done.out == f"item {one['id']} confirmed (judgement 1)\n"
    assert at("judge", "reject", two["id"]).code == 0
    now = items(at)
    assert (now[one["id"]]["status"], now[two["id"]]["status"]) == ("confirmed", "rejected")
    assert at("judge", "undo", 2).out == "judgement 2 undone (judgement 3)\n"
    assert items(at)[two["id"]]["status"] == "read"
    table = at("judge", "list").out
    assert "ada" in table
    assert "seen" in table
    by = json.loads(at("judge", "list", "--by", "ada", "--format", "json").out)
    assert [line["judgement"]["kind"] for line in by["judgements"]] == ["confirm"]


def test_settings_are_values_of_the_item(at: Callable) -> None:
    met = find(at, "encounters")["id"]
    done = at(
        "judge", "correct", met, "--set", "place=", "--set",
        "parties=Timur Aliyev; Claire Dumont; French Senate", "--set", "kind=visit",
    )  # fmt: skip
    assert done.code == 0
    value = items(at)[met]["value"]
    assert (value["place"], value["kind"], len(value["parties"])) == (None, "visit", 3)


def test_facts_by_hand_have_a_source(at: Callable) -> None:
    source = "The ambassador told me that Jo Li will come."
    form = '{"name": "Jo Li", "country": "CHN"}'
    done = at("judge", "add", "people", form, "--source", source, "--quote", "Jo Li")
    assert "added to report 2" in done.out
    page = json.loads(at("judge", "list", "--report", 2, "--format", "json").out)
    assert [(i["status"], i["words"]) for i in page["items"]] == [("added", "Jo Li")]
    again = at("reread", "--all")
    assert again.code == 0
    assert len(json.loads(at("judge", "list", "--report", 2, "-f", "json").out)["items"]) == 1


OFF = [
    (("confirm", 999), "C408"),
    (("undo", 999), "C408"),
    (("list", "--report", 99), "C408"),
    (("correct", 1, "--set", "name"), "C327"),
    (("correct", 1), "C411"),
    (("correct", 1, "--set", "nick=x"), "C122"),
    (("add", "people", "{", "--report", 1), "C329"),
    (("add", "people", "[]", "--report", 1), "C329"),
    (("add", "people", "{}"), "C328"),
    (("add", "people", "{}", "--report", 1, "--source", "x"), "C328"),
    (("add", "folk", "{}", "--report", 1), "C321"),
    (("add", "people", '{"name": "A B"}', "--source", ""), "C101"),
    (("add", "topics", '{"topic": "energy"}', "--report", 1, "--quote", "gas"), "C322"),
]  # fmt: skip


@pytest.mark.parametrize("words, code", OFF)
def test_what_is_off_is_said_in_one_line(at: Callable, words: tuple, code: str) -> None:
    done = at("judge", *words)
    assert (done.code, done.out) == (2, "")
    (line,) = done.err.splitlines()
    assert line.endswith(f"[{code}]")
    assert all(item["status"] == "read" for item in items(at).values())
