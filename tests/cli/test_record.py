"""`comity record`: making, checking, saving a record; its figures."""

from __future__ import annotations

import csv
import io
import json
import sqlite3
from pathlib import Path

import pytest


@pytest.fixture
def record(run, story, tmp_path: Path) -> Path:
    """A record that holds one report and one refusal."""
    path = tmp_path / "office.db"
    (tmp_path / "empty.txt").write_text("")
    answer = run("add", story, tmp_path / "empty.txt", "--record", path)
    assert answer.code == 1
    return path


def test_a_record_is_made_once(run, tmp_path) -> None:
    path = tmp_path / "a.db"
    answer = run("record", "init", "--record", path)
    assert (answer.code, answer.out) == (0, f"{path}: a new record\n")
    answer = run("record", "init", "--record", f"sqlite:///{path}")
    assert (answer.code, answer.out) == (0, f"{path}: there is a record already\n")
    answer = run("record", "upgrade", "--record", path)
    assert answer.code == 0
    assert "up to date" in answer.out


@pytest.mark.parametrize("words", ["upgrade", "check", "stats", "rejects", "backup b.zip"])
def test_without_a_record(run, tmp_path, monkeypatch, words) -> None:
    monkeypatch.chdir(tmp_path)
    answer = run("record", *words.split(), "--record", "none.db")
    assert (answer.code, answer.out) == (2, "")
    assert answer.err == (
        "comity: none.db: there is no record; make one with: comity record init [C401]\n"
    )
    assert list(tmp_path.iterdir()) == []


def test_the_environment_names_the_record(command, tmp_path) -> None:
    path = tmp_path / "env.db"
    assert command("record", "init", COMITY_RECORD=str(path)).code == 0
    assert path.exists()


def test_figures(run, record) -> None:
    answer = run("record", "stats", "--record", record)
    assert answer.code == 0
    assert [line.split()[:2] for line in answer.out.splitlines()[:2]] == [
        ["reports", "1"],
        ["counted", "1"],
    ]
    form = json.loads(run("record", "stats", "--record", record, "--format", "json").out)
    with sqlite3.connect(record) as connection:
        names = [
            name
            for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
            if not name.startswith(("report_text", "alembic", "sqlite"))
        ]
        rows = {n: connection.execute(f"SELECT count(*) FROM {n}").fetchone()[0] for n in names}
    connection.close()
    assert form["rows"] == rows
    assert (form["reports"], form["counted"], form["rejects"]) == (1, 1, {"C101": 1})


def test_a_sound_record(run, record) -> None:
    answer = run("record", "check", "--record", record)
    assert (answer.code, answer.out, answer.err) == (0, "all is well\n", "")
    answer = run("record", "check", "--record", record, "--format", "json")
    assert (answer.code, json.loads(answer.out)) == (0, [])
    assert run("record", "check", "--record", record, "--repair").code == 0


def test_problems_are_listed_with_what_to_do(run, record) -> None:
    with sqlite3.connect(record) as connection:
        connection.execute("UPDATE actor SET mentions = 99 WHERE id = 1")
    connection.close()
    answer = run("record", "check", "--record", record)
    assert answer.code == 1
    assert answer.out.splitlines()[0] == (
        "1 actors that are named more or less often than is counted: actor 1"
    )
    assert "comity record check --repair" in answer.out.splitlines()[1]
    (problem,) = json.loads(run("record", "check", "--record", record, "-f", "json").out)
    assert (problem["count"], problem["places"]) == (1, ["actor 1"])
    assert run("record", "check", "--record", record, "--repair").out == "all is well\n"


def test_a_backup_comes_back(run, record, tmp_path) -> None:
    saved, back = tmp_path / "a.zip", tmp_path / "back.db"
    answer = run("record", "backup", saved, "--record", record)
    assert answer.code == 0
    assert answer.out.startswith(f"{saved}: 1 reports, ")
    assert run("record", "backup", saved, "--record", record).code == 2
    answer = run("record", "restore", saved, "--record", back)
    assert answer.code == 0
    assert answer.out.startswith(f"{back}: 1 reports, as they were on 2")
    figures = [run("record", "stats", "--record", r, "-f", "json").out for r in (record, back)]
    assert figures[0] == figures[1]
    answer = run("record", "restore", saved, "--record", back)
    assert answer.code == 2
    assert "[C412]" in answer.err


def test_a_damaged_backup_is_told(run, tmp_path) -> None:
    (tmp_path / "a.zip").write_text("dear diary")
    answer = run("record", "restore", tmp_path / "a.zip", "--record", tmp_path / "a.db")
    assert answer.code == 2
    assert "[C412]" in answer.err
    assert not (tmp_path / "a.db").exists()


def test_what_was_refused(run, record, tmp_path) -> None:
    words = ("record", "rejects", "--record", record)
    answer = run(*words)
    assert answer.code == 0
    assert f"{tmp_path / 'empty.txt'}: " in answer.out
    assert "[C101]" in answer.out
    (row,) = json.loads(run(*words, "-f", "json").out)
    assert (row["id"], row["code"]) == ("empty.txt", "C101")
    (row,) = csv.DictReader(io.StringIO(run(*words, "-f", "csv").out))
    assert (row["id"], row["code"]) == ("empty.txt", "C101")


def test_nothing_was_refused(run, tmp_path) -> None:
    words = ("record", "rejects", "--record", tmp_path / "a.db")
    run("record", "init", "--record", tmp_path / "a.db")
    assert run(*words).err == "nothing was refused\n"
    assert run(*words, "--quiet").err == ""
    assert run(*words, "-f", "csv").out == "id,source,code,reason,at\n"


def test_a_server_that_is_not_there_is_told_without_the_password(run) -> None:
    answer = run("record", "stats", "--record", "postgresql://ada:secret@127.0.0.1:9/office")
    assert answer.code == 2
    assert "[C406]" in answer.err
    assert "secret" not in answer.err


def test_everything_works_on_a_server(run, story, empty_postgresql, postgresql, tmp_path) -> None:
    import psycopg

    with psycopg.connect(
        postgresql.format(name="postgres").replace("+psycopg", ""), autocommit=True
    ) as connection:
        connection.execute("CREATE DATABASE cli")
    where = postgresql.format(name="cli")
    assert run("record", "stats", "--record", where).code == 2
    assert run("record", "init", "--record", where).code == 0
    assert run("add", story, "--record", where).code == 0
    assert run("record", "check", "--record", where).out == "all is well\n"
    assert run("record", "backup", tmp_path / "a.zip", "--record", where).code == 0
    assert run("record", "restore", tmp_path / "a.zip", "--record", tmp_path / "a.db").code == 0
    assert run("record", "check", "--record", tmp_path / "a.db").out == "all is well\n"
