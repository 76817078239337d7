"""`comity add`: what comes in, how it is told, what the exit code says."""

from __future__ import annotations

import json
import os
import signal
import subprocess
from pathlib import Path

import pytest

STORY = "Foreign Minister Anna Weber met Speaker Timur Aliyev in {} on Monday. It was visit {}."


@pytest.fixture
def record(tmp_path: Path) -> Path:
    return tmp_path / "office.db"


def lines(path: Path, *places: str) -> Path:
    forms = [{"id": p, "text": STORY.format(p, n)} for n, p in enumerate(places)]
    path.write_text("".join(json.dumps(form) + "\n" for form in forms))
    return path


def test_a_missing_record_is_made(run, story, record) -> None:
    answer = run("add", story, "--record", record)
    assert (answer.code, answer.out, answer.err) == (0, "        1  new\n", "")
    assert record.exists()


def test_adding_twice_changes_nothing(run, story, record) -> None:
    run("add", story, "--record", record)
    before = run("record", "stats", "--record", record, "-f", "json").out
    answer = run("add", story, "--record", record)
    assert (answer.code, answer.out) == (0, "        1  known before\n")
    assert run("record", "stats", "--record", record, "-f", "json").out == before


def test_counts_as_json(run, record, tmp_path) -> None:
    feed = lines(tmp_path / "feed.jsonl", "Astana", "Bern", "Astana")
    answer = run("add", feed, "--record", record, "--format", "json")
    assert json.loads(answer.out) == {
        "new": 3, "known": 0, "revision": 0, "repeat": 0, "refused": 0,
    }  # fmt: skip


def test_each_as_a_line(run, record, tmp_path) -> None:
    feed = lines(tmp_path / "feed.jsonl", "Astana", "Bern")
    with feed.open("a") as out:
        out.write('{"id": "x"}\n')
    answer = run("add", feed, "--record", record, "--format", "jsonl")
    first, second, third = map(json.loads, answer.out.splitlines())
    assert first == {"source": f"{feed}:1", "arrival": "new", "report": 1}
    assert second["report"] == 2
    assert (third["arrival"], third["code"]) == ("refused", "C114")
    assert answer.code == 1


def test_a_refusal_is_told_and_listed(run, story, record, tmp_path) -> None:
    (tmp_path / "empty.txt").write_text("")
    answer = run(
        *("add", tmp_path / "empty.txt", story, "--record", record),
        *("--rejects", tmp_path / "refused.jsonl"),
    )
    assert answer.code == 1
    assert answer.out == "        1  new\n        1  refused\n"
    assert f"{tmp_path / 'empty.txt'}: " in answer.err
    assert "[C101]" in answer.err
    (row,) = map(json.loads, (tmp_path / "refused.jsonl").read_text().splitlines())
    assert row["code"] == "C101"
    quiet = run("add", tmp_path / "empty.txt", "--record", record, "--quiet")
    assert (quiet.code, quiet.err) == (2, "")


def test_standard_input_and_options(run, record) -> None:
    answer = run(
        *("add", "-", "--record", record, "--published", "2024-03-13", "--publisher", "Ministry"),
        stdin=STORY.format("Astana", 1),
    )
    assert answer.code == 0
    form = json.loads(run("record", "stats", "--record", record, "-f", "json").out)
    assert form["first_day"] == "2024-03-13"


@pytest.mark.parametrize(
    "words, code",
    [
        (["no.txt"], "C301"),
        (["-", "-"], "C304"),
        (["-", "--published", "soon"], "C302"),
        (["-", "--language", "klingon"], "C303"),
        (["-", "--allow-host", "http://x/"], "C351"),
        (["-", "--rejects", "no/such/folder.jsonl"], "C308"),
        (["-", "--pipeline", "nothing_of_that_name"], "C202"),
    ],
)
def test_calls_that_are_off(run, tmp_path, monkeypatch, words, code) -> None:
    monkeypatch.chdir(tmp_path)
    answer = run("add", *words, stdin=STORY.format("Astana", 1))
    assert (answer.code, answer.out) == (2, "")
    assert f"[{code}]" in answer.err


def test_a_record_that_is_none(run, story, tmp_path) -> None:
    (tmp_path / "a.db").write_text("dear diary " * 100)
    answer = run("add", story, "--record", tmp_path / "a.db")
    assert answer.code == 2
    assert "[C405]" in answer.err


@pytest.mark.slow
def test_who_added_is_kept(command, story, record) -> None:
    assert command("add", story, COMITY_RECORD=str(record), COMITY_USER="Ada").code == 0
    assert (
        command(
            "add",
            "-",
            "--who",
            "Eve",
            stdin=STORY.format("Bern", 2).encode(),
            COMITY_RECORD=str(record),
            COMITY_USER="Ada",
        ).code
        == 0
    )
    import sqlite3

    with sqlite3.connect(record) as connection:
        assert connection.execute("SELECT added_by FROM report ORDER BY id").fetchall() == [
            ("Ada",),
            ("Eve",),
        ]
    connection.close()


def test_private_addresses_are_not_fetched(run, record) -> None:
    answer = run("add", "http://127.0.0.1:9/a", "--record", record)
    assert answer.code == 2
    assert "[C502]" in answer.err
    assert "--allow-host 127.0.0.1:9" in answer.err
    allowed = run("add", "http://127.0.0.1:9/a", "--record", record, "--allow-host", "127.0.0.1:9")
    assert allowed.code == 2
    assert "[C504]" in allowed.err


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="signals as on POSIX")
def test_a_run_that_is_stopped_goes_on(comity_command, command, record, tmp_path) -> None:
    places = [f"Place{chr(65 + n % 26)}{chr(97 + n // 26)}" for n in range(400)]
    feed = lines(tmp_path / "feed.jsonl", *places)
    words = [comity_command, "add", feed, "--record", record, "--format", "jsonl"]
    with subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        for _ in range(5):
            process.stdout.readline()
        process.send_signal(signal.SIGINT)
        out = process.stdout.read()
        said = process.stderr.read().decode()
        assert process.wait(60) == 130
    kept = 5 + len(out.splitlines())
    assert kept < 400
    assert said.startswith("comity: stopped; ")
    assert "give the same command again to go on" in said
    answer = command("add", feed, "--record", record, "--format", "json")
    counts = json.loads(answer.out)
    assert counts["new"] + counts["repeat"] + counts["known"] == 400
    assert kept <= counts["known"] <= kept + 1, "what was kept is not read again"
    assert command("record", "check", "--record", record).out == "all is well\n"


@pytest.mark.slow
def test_a_reader_that_goes_away_ends_it_quietly(comity_command, record, tmp_path) -> None:
    feed = lines(tmp_path / "feed.jsonl", *(f"Place{n}" for n in range(50)))
    words = [comity_command, "add", feed, "--record", record, "--format", "jsonl"]
    with subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        assert process.wait(60) == 141
        assert process.stderr.read() == b""
