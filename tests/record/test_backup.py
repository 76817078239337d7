"""A backup holds the whole record, goes from one database to the other, and damage is told."""

from __future__ import annotations

import json
import random
import shutil
import subprocess
import sys
import threading
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select, text

from comity.errors import RecordError
from comity.flow.checking import check
from comity.keeping.keep import keep
from comity.model.report import Report
from comity.record import Record, open_record, tables
from comity.record.backup import Backup, make_backup, read_backup, restore_backup
from comity.record.feeds import add_feed
from comity.record.judgements import add_judgement
from comity.record.reports import add_reject, mark_repeat
from comity.record.stats import count


def everything(record: Record) -> dict[str, list[Any]]:
    """All rows of all tables."""
    with record.viewing() as view:
        return {
            table.name: [
                tuple(bytes(v) if isinstance(v, memoryview) else v for v in row)
                for row in view.connection.execute(
                    select(table).order_by(*table.primary_key.columns)
                )
            ]
            for table in tables.metadata.sorted_tables
        }


@pytest.fixture
def rich(filled: Record, told: list[Any]) -> Record:
    """A record with a bit of everything: a revision, a repeat of a later report, judgements."""
    report, reading = told[0]
    again = Report(id="again", text=report.text + " They parted as friends.", url=report.url)
    with filled.working("Ada") as work:
        keep(work, again, reading)
        mark_repeat(work, 2, of=3, why="the same story")
        first = add_judgement(work, "confirm", why="seen it", report=2, field="people", key="x")
        add_judgement(work, "undo", why="“no”", undoes=first.id)
        add_feed(work, "https://news.example/feed")
    return filled


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.slow)])
def target(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of a new record on either database, whatever the first record is on."""
    if request.param == "sqlite":
        return str(tmp_path / "target.db")
    server = request.getfixturevalue("postgresql")
    import psycopg

    name = f"target{random.randrange(10**9)}"
    address = server.format(name="postgres").replace("+psycopg", "")
    with psycopg.connect(address, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
    return str(server.format(name=name))


def test_all_comes_back_on_either_database(rich: Record, target: str, tmp_path: Path) -> None:
    made = make_backup(rich, tmp_path / "a.zip")
    assert made.rows["report"] == 4
    assert read_backup(tmp_path / "a.zip") == made
    assert restore_backup(tmp_path / "a.zip", target) == made
    with open_record(target) as restored:
        assert everything(restored) == everything(rich)
        assert list(check(restored)) == []
        with rich.viewing() as one, restored.viewing() as other:
            assert count(one) == count(other)
            assert len(found_by_search(other, "consulate")) == 2
            assert found_by_search(other, "submarine") == []


def test_a_restored_record_goes_on(
    rich: Record, target: str, tmp_path: Path, told: list[Any]
) -> None:
    make_backup(rich, tmp_path / "a.zip")
    restore_backup(tmp_path / "a.zip", target)
    report = Report(id="new", text="Anna Weber met Timur Aliyev again, in Bonn, on Sunday.")
    with open_record(target) as restored, restored.working("Eve") as work:
        kept = keep(work, report, told[0][1])
        assert kept.report == 5, "ids go on behind those that were restored"
        assert add_judgement(work, "confirm", why="").id == 3
        assert keep(work, *told[1]).arrival == "known"


def test_numbers_of_what_is_gone_are_not_given_again(
    rich: Record, target: str, tmp_path: Path
) -> None:
    from comity.record.encounters import add_encounter, drop_encounter

    with rich.working("Ada") as work:
        gone = add_encounter(work, "call")
        drop_encounter(work, gone)
    make_backup(rich, tmp_path / "a.zip")
    restore_backup(tmp_path / "a.zip", target)
    with open_record(target) as restored, restored.working("Eve") as work:
        assert add_encounter(work, "call") == gone + 1


def test_nothing_is_overwritten(
    rich: Record, tmp_path: Path, new_record: Callable[[], str]
) -> None:
    file = tmp_path / "a.zip"
    file.write_text("dear diary")
    assert refusal(lambda: make_backup(rich, file)).code == "C412"
    assert file.read_text() == "dear diary"
    assert refusal(lambda: make_backup(rich, tmp_path / "no" / "a.zip")).code == "C412"
    make_backup(rich, tmp_path / "b.zip")
    where = new_record()
    with open_record(where) as other, other.working("x") as work:
        add_feed(work, "https://news.example/feed")
    error = refusal(lambda: restore_backup(tmp_path / "b.zip", where))
    assert error.code == "C412"
    assert "not empty" in error.message
    with open_record(where) as other, other.viewing() as view:
        assert count(view).reports == 0
    assert sorted(p.name for p in tmp_path.glob("*.zip*")) == ["a.zip", "b.zip"]
    assert not list(tmp_path.glob("*.part"))


@pytest.fixture
def saved(empty_sqlite: Path, told: list[Any], tmp_path: Path) -> Path:
    """A backup. What it holds does not depend on the database."""
    shutil.copy(empty_sqlite, tmp_path / "saved.db")
    with open_record(str(tmp_path / "saved.db")) as record:
        for report, reading in told:
            with record.working("Ada") as work:
                keep(work, report, reading)
        make_backup(record, tmp_path / "saved.zip")
    return tmp_path / "saved.zip"


def damage(file: Path, kind: str) -> None:
    """Spoil a backup in one way."""
    whole = file.read_bytes()
    if kind == "cut off":
        file.write_bytes(whole[: len(whole) * 2 // 3])
    elif kind == "a flipped byte":
        with zipfile.ZipFile(file) as archive:
            table = archive.getinfo("tables/report.jsonl")
        middle = table.header_offset + table.compress_size // 2
        file.write_bytes(whole[:middle] + bytes([whole[middle] ^ 0x55]) + whole[middle + 1 :])
    elif kind == "empty":
        file.write_bytes(b"")
    elif kind == "gone":
        file.unlink()
    elif kind == "another file":
        file.write_text("dear diary" * 1000)
    elif kind == "a folder":
        file.unlink()
        file.mkdir()
    elif kind == "another archive":
        with zipfile.ZipFile(file, "w") as archive:
            archive.writestr("story.txt", "A story.")
    else:
        rewrite(file, kind)


def rewrite(file: Path, kind: str) -> None:
    """Write a backup again with something in it changed, as a clumsy hand would."""
    with zipfile.ZipFile(file) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    manifest, sums = json.loads(parts["manifest.json"]), json.loads(parts["sums.json"])
    if kind == "another form":
        manifest["form"] = "comity backup 99"
    elif kind == "another version":
        manifest["version"] = "9999"
    elif kind == "a row is missing":
        parts["tables/report.jsonl"] = parts["tables/report.jsonl"].partition(b"\n")[2]
    elif kind == "a table is missing":
        del sums["actor"]
    elif kind == "a word is changed":
        parts["tables/report.jsonl"] = parts["tables/report.jsonl"].replace(b"Weber", b"Maier")
    elif kind == "no sums":
        sums = []
    else:
        raise AssertionError(kind)
    parts |= {
        "manifest.json": json.dumps(manifest).encode(),
        "sums.json": json.dumps(sums).encode(),
    }
    with zipfile.ZipFile(file, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)


@pytest.mark.parametrize(
    "kind",
    [
        *("cut off", "a flipped byte", "empty", "gone", "another file", "a folder"),
        *("another archive", "another form", "another version", "a row is missing"),
        *("a table is missing", "a word is changed", "no sums"),
    ],
)
def test_damage_is_told_and_nothing_is_half_restored(
    saved: Path, tmp_path: Path, kind: str
) -> None:
    damage(saved, kind)
    error = refusal(lambda: restore_backup(saved, str(tmp_path / "back.db")))
    assert error.code == "C412"
    assert error.where == str(saved)
    assert not (tmp_path / "back.db").exists()


def test_rows_that_do_not_fit_are_not_half_restored(
    rich: Record, target: str, tmp_path: Path
) -> None:
    """Sums that agree do not make a backup ours: the database has the last word."""
    file = tmp_path / "a.zip"
    make_backup(rich, file)
    with zipfile.ZipFile(file) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    import hashlib

    lines = parts["tables/account.jsonl"].splitlines(keepends=True)
    lines[-1] = lines[-1].replace(b'"encounter_id":', b'"encounter_id":77')
    parts["tables/account.jsonl"] = b"".join(lines)
    sums = json.loads(parts["sums.json"])
    sums["account"]["sha256"] = hashlib.sha256(parts["tables/account.jsonl"]).hexdigest()
    parts["sums.json"] = json.dumps(sums).encode()
    with zipfile.ZipFile(file, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    assert refusal(lambda: restore_backup(file, target)).code == "C412"
    if not target.startswith("postgresql"):
        assert not Path(target).exists()
        return
    with open_record(target) as restored, restored.viewing() as view:
        assert sum(count(view).rows.values()) == 0


def test_a_backup_taken_while_reports_come_in_is_consistent(
    record: Record, told: list[Any], tmp_path: Path
) -> None:
    """Somebody adds reports all the time; each backup holds whole reports, more and more."""
    done = threading.Event()
    writer = threading.Thread(target=add_for_ever, args=(record.address.url, told, done))
    writer.start()
    counts = []
    try:
        for number in range(3):
            before = reports_in(record)
            while reports_in(record) < before + 3:
                pass
            counts.append(make_backup(record, tmp_path / f"{number}.zip").rows["report"])
    finally:
        done.set()
        writer.join()
    assert counts == sorted(set(counts))
    for number, reports in enumerate(counts):
        where = str(tmp_path / f"{number}.db")
        restore_backup(tmp_path / f"{number}.zip", where)
        with open_record(where) as restored, restored.viewing() as view:
            assert count(view).reports == reports
            assert list(check(restored)) == []


def add_for_ever(url: Any, told: list[Any], done: threading.Event) -> None:
    number = 0
    with open_record(url.render_as_string(hide_password=False)) as own:
        while not done.is_set():
            number += 1
            report, reading = told[number % len(told)]
            text = f"{report.text} This was report {number} of the year."
            with own.working("Eve") as work:
                keep(work, Report(id=str(number), text=text), reading)


def reports_in(record: Record) -> int:
    with record.viewing() as view:
        return int(view.connection.execute(text("SELECT count(*) FROM report")).scalar_one())


KILLED = """
import sys
from comity.record.backup import restore_backup
from pathlib import Path
import comity.record.backup as b
b._set_counters = lambda *_: (print("now", flush=True), sys.stdin.read())
restore_backup(Path(sys.argv[1]), sys.argv[2])
"""


def test_a_restore_that_is_killed_leaves_an_empty_record(
    rich: Record, target: str, tmp_path: Path
) -> None:
    make_backup(rich, tmp_path / "a.zip")
    words = [sys.executable, "-c", KILLED, str(tmp_path / "a.zip"), target]
    with subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"now\n"
        process.kill()
    with open_record(target) as restored, restored.viewing() as view:
        assert sum(count(view).rows.values()) == 0
    assert restore_backup(tmp_path / "a.zip", target).rows["report"] == 4


def test_rejects_with_odd_characters_come_back(record: Record, tmp_path: Path) -> None:
    from comity.model.report import Reject

    odd = "a\u2028b\x85c\0d\x1f“é”\U0001f54a"
    with record.working("Ada") as work:
        add_reject(work, Reject(id=odd, source=odd, code="C101", reason=odd))
    make_backup(record, tmp_path / "a.zip")
    restore_backup(tmp_path / "a.zip", str(tmp_path / "back.db"))
    with open_record(str(tmp_path / "back.db")) as restored:
        assert everything(restored) == everything(record)


def refusal(call: Callable[[], Backup]) -> RecordError:
    with pytest.raises(RecordError) as caught:
        call()
    return caught.value


def found_by_search(view: Any, word: str) -> list[int]:
    if view.connection.dialect.name == "sqlite":
        query = "SELECT rowid FROM report_text WHERE report_text MATCH :word"
    else:
        query = "SELECT id FROM report WHERE words @@ to_tsquery('simple', :word)"
    return list(view.connection.execute(text(query), {"word": word}).scalars())
